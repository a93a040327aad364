"""The answer to a rule in one or two B1 sentences: the first word answers the question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import UNSET

from regioprotocol.parameterset import Index, Spoor, Uitkomst
from regioprotocol.parameterset.lookup import uitkomst as gevonden
from regioprotocol.parameterset.lookup import waarden_van
from regioprotocol.parameterset.records import BedragRegel, ElkeRegel, ElkGeval, ProductTermijn, TermijnGeval
from regioprotocol.report.dutch import bedrag, zin

GEEN_ANTWOORD = "Voor deze gegevens zegt dit protocol niets."
GEEN_MOMENT = "(de bron noemt niet vanaf welk moment)"


def antwoord(index: Index, regel: ElkeRegel, spoor: Spoor, op: date) -> str:
    """Give the answer, what to do instead, and what a reader must know about its certainty."""
    uitkomst = spoor.uitkomst
    delen = [kern(index, regel, uitkomst)]
    for geval in uitkomst.gevallen:
        if isinstance(geval.waar, str):
            delen.append(f"Zie: {geval.waar}.")
        if isinstance(geval.toelichting, str):
            delen.append(geval.toelichting)
        if geval.zekerheid == "uiterlijk":
            delen.append("Let op: de precieze ingangsdag van de release staat niet in onze bronnen.")
    delen += _in_strijd(spoor)
    delen += _van_wie(index, uitkomst, op)
    return " ".join(_met_punt(deel) for deel in delen if deel)


def _in_strijd(spoor: Spoor) -> list[str]:
    """Show what the region says when a binding national rule overrules it."""
    if not any(geval.bindend for geval in spoor.uitkomst.gevallen):
        return []
    overruled = [g.geval for g in spoor.getoetst if g.ingehaald and g.geval.laag in {"gemeente", "regio"}]
    anders = [g for g in overruled if tuple(waarden_van(g)) != spoor.uitkomst.waarden]
    return [
        f"In het protocol van de {geval.laag} staat iets anders: '{', '.join(waarden_van(geval)) or geval.stand}' "
        f"({geval.bron}). De landelijke regel gaat voor"
        for geval in anders
    ]


def _van_wie(index: Index, uitkomst: Uitkomst, op: date) -> list[str]:
    """Say so when a region was asked, but its protocol did not answer because there was none yet."""
    versies = index.parameterset.versies
    if index.parameterset.status == "concept" and any(g.laag in {"gemeente", "regio"} for g in uitkomst.gevallen):
        return ["Let op: dit protocol is nog een concept"]
    if not versies or any(geval.laag in {"gemeente", "regio"} for geval in uitkomst.gevallen):
        return []
    begonnen = [v for v in versies if isinstance(v.vanaf, str) and v.vanaf <= op.isoformat()]
    if begonnen:
        return []
    naam = index.parameterset.naam
    return [f"Van {naam} kennen we op deze dag geen geldend protocol. Dit is de landelijke standaard"]


def kern(index: Index, regel: ElkeRegel, uitkomst: Uitkomst) -> str:
    """Give the answer itself, without what surrounds it."""
    if uitkomst.stand == "geen antwoord":
        return GEEN_ANTWOORD
    if uitkomst.stand != "waarde":
        return {stand.waarde: stand.tekst for stand in index.parameterset.standen}.get(uitkomst.stand, uitkomst.stand)
    zinnen = {a.waarde: a.tekst for a in regel.antwoorden}
    if len(uitkomst.waarden) == 1 and uitkomst.waarden[0] in zinnen:
        return zinnen[uitkomst.waarden[0]]
    sjabloon = regel.antwoord or "{Waarde}."
    return vul(sjabloon, _woorden(index, regel, uitkomst))


def _woorden(index: Index, regel: ElkeRegel, uitkomst: Uitkomst) -> dict[str, str]:
    waarden = ", ".join(met_betekenis(index, regel, waarde) for waarde in uitkomst.waarden)
    woorden = {"waarde": waarden, "waarden": waarden}
    if termijn := _termijn(uitkomst):
        woorden |= {
            "termijn": _met_lidwoord(str(termijn.tekst)),
            "richting": str(termijn.richting) if termijn.gebeurtenis is not UNSET else GEEN_MOMENT,
            "gebeurtenis": _in_zin(index, termijn),
        }
    return woorden


def waarde_in_woorden(index: Index, regel: ElkeRegel, uitkomst: Uitkomst) -> tuple[str, ...]:
    """Give the value as it reads inside a sentence: '5 werkdagen na de intake', or each item of a list."""
    termijn = _termijn(uitkomst)
    if termijn is None:
        return tuple(met_betekenis(index, regel, waarde) for waarde in uitkomst.waarden)
    tekst = _met_lidwoord(str(termijn.tekst))
    if termijn.gebeurtenis is UNSET:
        return (tekst,)
    return (f"{tekst} {termijn.richting} {_in_zin(index, termijn) or termijn.gebeurtenis}",)


def in_woorden(index: Index, regel: ElkeRegel, uitkomst: Uitkomst) -> str:
    """Give the value as it reads inside a sentence; without one, why there is none."""
    return ", ".join(waarde_in_woorden(index, regel, uitkomst)) if uitkomst.stand == "waarde" else uitkomst.stand


def zin_van(index: Index, regel: ElkeRegel, geval: ElkGeval) -> str:
    """Give what one case says as a sentence, and where else to look."""
    tekst = kern(index, regel, gevonden([geval]))
    return f"{tekst} Zie: {geval.waar}." if isinstance(geval.waar, str) else tekst


def _termijn(uitkomst: Uitkomst) -> TermijnGeval | ProductTermijn | None:
    termijn = uitkomst.uit_product or (uitkomst.gevallen[0] if uitkomst.gevallen else None)
    return termijn if isinstance(termijn, TermijnGeval | ProductTermijn) else None


def _in_zin(index: Index, termijn: TermijnGeval | ProductTermijn) -> str:
    gebeurtenis = termijn.gebeurtenis
    return next((g.in_zin for g in index.parameterset.gebeurtenissen if g.gebeurtenis == gebeurtenis), "")


def _met_lidwoord(termijn: str) -> str:
    return f"de {termijn}" if termijn.startswith("laatste dag") else termijn


def met_betekenis(index: Index, regel: ElkeRegel, waarde: str) -> str:
    """Give a code with what it means: '04 (uur)'."""
    if isinstance(regel, BedragRegel):
        return bedrag(Decimal(waarde))
    if regel.codelijst is UNSET:
        return waarde
    for lijst in index.parameterset.codelijsten:
        if lijst.codelijst == regel.codelijst:
            betekenis = next((c.betekenis for c in lijst.codes if c.code == waarde), "")
            return f"{waarde} ({betekenis.lower()})" if betekenis else waarde
    return waarde


def vul(sjabloon: str, woorden: Mapping[str, str]) -> str:
    """Fill {woord} and {Woord} (with a capital); anything else between braces stays as it is."""
    for naam, tekst in woorden.items():
        sjabloon = sjabloon.replace(f"{{{naam}}}", tekst).replace(f"{{{zin(naam)}}}", zin(tekst))
    return zin(" ".join(sjabloon.split())).replace(" .", ".").replace(" ,", ",")


def _met_punt(tekst: str) -> str:
    return tekst if tekst.rstrip().endswith((".", "?", "!", ":")) else f"{tekst.rstrip()}."
