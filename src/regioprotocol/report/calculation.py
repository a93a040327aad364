"""Computed amounts, hours and periods with their steps: the answer first, then how, and where it was rounded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from regioprotocol.engine.amounts import MINUTEN_PER_UUR, minutenbedrag_vroeger, minuuttarief, uren
from regioprotocol.engine.calculations import Berekend
from regioprotocol.engine.periods import Periode, maand_van
from regioprotocol.engine.settings import Rekenwijze
from regioprotocol.parameterset import Index
from regioprotocol.report.dutch import aantal, bedrag, datum, datum_kort, maand
from regioprotocol.report.explanation import alinea

_HALF_UUR = 30


def tekst_minuuttarief(index: Index, uurtarief: Decimal, gevonden: Berekend[Decimal]) -> str:
    """Tell the tariff per minute."""
    onafgerond = uurtarief / MINUTEN_PER_UUR
    stappen = [f"{bedrag(uurtarief)} gedeeld door {MINUTEN_PER_UUR} is {_exact(onafgerond)} per minuut."]
    if onafgerond == gevonden.waarde:
        stappen.append("Afronden is niet nodig.")
    else:
        stappen.append(f"Afgerond op hele centen is dat {bedrag(gevonden.waarde)}. Een halve cent gaat omhoog.")
        stappen.append(
            "Dit tarief staat alleen in de declaratieregel. Het bedrag rekent u uit met het uurtarief: "
            "anders wordt het verschil per minuut groter."
        )
    return _antwoord(f"{bedrag(gevonden.waarde)} per minuut.", stappen, index, gevonden.wijze)


def tekst_minutenbedrag(index: Index, uurtarief: Decimal, minuten: tuple[int, ...], gevonden: Berekend[Decimal]) -> str:
    """Tell the amount for minutes, and what rounding the tariff first would give."""
    totaal = sum(minuten)
    stappen = [*_som(minuten)]
    vroeger = minutenbedrag_vroeger(uurtarief, totaal, gevonden.afronding)
    per_minuut = minuuttarief(uurtarief, gevonden.afronding)
    if gevonden.wijze.naam.startswith("afgerond"):
        stappen.append(f"{bedrag(uurtarief)} per uur is afgerond {bedrag(per_minuut)} per minuut.")
        stappen.append(f"{bedrag(per_minuut)} maal {totaal} minuten is {bedrag(gevonden.waarde)}.")
        return _antwoord(f"{bedrag(gevonden.waarde)}.", stappen, index, gevonden.wijze)
    product = uurtarief * totaal
    onafgerond = product / MINUTEN_PER_UUR
    stappen.append(f"{bedrag(uurtarief)} maal {totaal} minuten is {bedrag(product)}.")
    if onafgerond == gevonden.waarde:
        stappen.append(f"Gedeeld door {MINUTEN_PER_UUR} is dat {bedrag(gevonden.waarde)}. Afronden is niet nodig.")
    else:
        stappen.append(
            f"Gedeeld door {MINUTEN_PER_UUR} is dat {_punt(_exact(onafgerond))} "
            f"Pas nu ronden we af op hele centen: {bedrag(gevonden.waarde)}."
        )
    stappen.append(_verschil(per_minuut, totaal, vroeger, gevonden.waarde))
    return _antwoord(f"{bedrag(gevonden.waarde)}.", stappen, index, gevonden.wijze)


def tekst_uren(index: Index, minuten: tuple[int, ...], gevonden: Berekend[int]) -> str:
    """Tell the whole hours, and what rounding every part would give."""
    totaal = sum(minuten)
    hele, rest = divmod(totaal, MINUTEN_PER_UUR)
    stappen = [*_som(minuten)]
    if rest:
        kant = "minder dan 30: naar beneden" if rest < _HALF_UUR else "30 of meer: naar boven"
        stappen.append(f"{totaal} minuten is {hele} uur en {aantal(rest, 'minuut', 'minuten')}. {rest} is {kant}.")
    else:
        stappen.append(f"{totaal} minuten is precies {hele} uur. Afronden is niet nodig.")
    minimum = gevonden.afronding.minimum
    if totaal and hele + (rest >= _HALF_UUR) < minimum:
        stappen.append(f"Dat zou 0 uur zijn. Maar er is zorg geleverd, dus is het minstens {minimum} uur.")
    apart = sum(uren(deel, gevonden.afronding) for deel in minuten)
    if len(minuten) > 1 and apart != gevonden.waarde:
        stappen.append(f"Niet zo: elk deel apart afronden geeft {apart} uur. Tel eerst alles op en rond dan pas af.")
    return _antwoord(f"{gevonden.waarde} uur.", stappen, index, gevonden.wijze)


def tekst_productperiode(index: Index, toewijzing: Periode, gevraagd: Periode, gevonden: Periode | None) -> str:
    """Tell the productperiode of a month, and why it begins and ends there."""
    naam = maand(gevraagd.begin)
    if gevonden is None or gevonden.eind is None:
        kop = f"Geen productperiode: {naam} ligt buiten de toewijzing."
        return "\n".join([*alinea(kop), "", *alinea(f"De toewijzing loopt {tot(toewijzing)}.", "  "), *_set(index)])
    begin = (
        f"De maand begint op {datum_kort(gevraagd.begin)}, de toewijzing op {datum_kort(toewijzing.begin)}. "
        "De laatste van die twee dagen telt."
    )
    stappen = [begin]
    einde = maand_van(gevraagd.begin).eind
    if toewijzing.eind is None:
        stappen.append("De toewijzing heeft geen einddatum. De laatste dag van de maand telt.")
    elif einde is not None:
        stappen.append(
            f"De maand eindigt op {datum_kort(einde)}, de toewijzing op {datum_kort(toewijzing.eind)}. "
            "De eerste van die twee dagen telt."
        )
    stappen.append("De dag waarop de zorg begon of stopte, maakt niet uit.")
    kop = f"Van {datum(gevonden.begin)} tot en met {datum(gevonden.eind)}."
    regel = index.regels.get("productperiode.begin")
    bron = f"  Bron:            {regel.bron}" if regel else ""
    return "\n".join([*alinea(kop), "", *_stappen(stappen), "", *([bron] if bron else []), *_set(index)])


def tot(periode: Periode) -> str:
    """Write 'van 1 mei 2025 tot en met 3 mei 2025', or 'vanaf 1 mei 2025' without an end."""
    if periode.eind is None:
        return f"vanaf {datum_kort(periode.begin)}"
    return f"van {datum_kort(periode.begin)} tot en met {datum_kort(periode.eind)}"


def herkomst(index: Index, wijze: Rekenwijze) -> Iterator[str]:
    """Name the case and the set that decided."""
    geval = wijze.uitkomst.gevallen[0]
    yield from alinea(f"Wie bepaalt dit: {geval.laag} ({geval.bron})", "  ")
    yield f"  Geval:           {geval.geval}"
    yield from _set(index)


def _antwoord(kop: str, stappen: list[str], index: Index, wijze: Rekenwijze) -> str:
    return "\n".join([kop, "", f"Zo rekenen we ({wijze.naam}):", *_stappen(stappen), "", *herkomst(index, wijze)])


def _stappen(stappen: list[str]) -> Iterator[str]:
    for stap in stappen:
        yield from alinea(stap, "  ")


def _set(index: Index) -> Iterator[str]:
    yield f"  Parameterset:    {index.parameterset.naam}, versie {index.parameterset.versie}"
    yield f"                   {index.parameterset.digest}"


def _som(minuten: tuple[int, ...]) -> Iterator[str]:
    if len(minuten) > 1:
        yield f"Eerst alles bij elkaar: {' + '.join(map(str, minuten))} = {sum(minuten)} minuten."


def _verschil(per_minuut: Decimal, totaal: int, vroeger: Decimal, goed: Decimal) -> str:
    som = f"{bedrag(per_minuut)} maal {totaal} is {bedrag(vroeger)}"
    if vroeger == goed:
        return f"Rondt u eerst het tarief per minuut af, dan komt u hier op hetzelfde uit: {som}."
    meer = "te weinig" if vroeger < goed else "te veel"
    return f"Niet zo: eerst het tarief per minuut afronden. {som}. Dat is {bedrag(abs(goed - vroeger))} {meer}."


def _exact(waarde: Decimal) -> str:
    """Write an amount with the decimals that rounding will take away; '…' says that there are more."""
    tekst = f"{waarde:,.6f}".rstrip("0")
    hele, _, decimalen = tekst.partition(".")
    meer = "…" if waarde != Decimal(tekst.replace(",", "")) else ""
    return f"€ {hele.replace(',', '.')},{decimalen:0<2}{meer}"


def _punt(tekst: str) -> str:
    return tekst if tekst.endswith("…") else f"{tekst}."
