"""Part A: what the protocol is, its words, which rule goes first, and in short what this region does otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from regioprotocol.diagnostics import opsomming
from regioprotocol.document.differences import anders_dan_landelijk, gaten, strijdig, termijnen
from regioprotocol.document.records import Onderdeel, Sectie
from regioprotocol.document.source import Bron
from regioprotocol.document.tables import tabel
from regioprotocol.document.text import vaste_tekst
from regioprotocol.document.versions import geldt_vanaf
from regioprotocol.parameterset.records import BedragRegel
from regioprotocol.prose import Alinea, Blok, stukken
from regioprotocol.report.applies_to import betekenis, geldt_voor
from regioprotocol.report.changes import KOPPEN, cellen
from regioprotocol.report.dutch import aantal, bedrag, datum_kort, vanaf_tot, zin

# Conditions that need an explanation: their values are names that we or the region gave.
_UITGELEGD = ("uitvoeringsvariant", "niveau", "productgroep", "situatie")


def algemeen(bron: Bron, nummers: Mapping[str, str]) -> Iterator[Sectie]:
    """Give the chapters of part A; *nummers* are the paragraphs of the rules."""
    yield _over(bron)
    yield _begrippen(bron)
    yield Sectie(
        nummer="A3",
        titel="Rangorde en het tellen van termijnen",
        secties=(
            Sectie(nummer="A3.1", titel="Rangorde", onderdelen=vaste_tekst("rangorde")),
            Sectie(nummer="A3.2", titel="Zo tellen termijnen", onderdelen=vaste_tekst("termijnen")),
        ),
    )
    yield _kort(bron, nummers)
    yield Sectie(nummer="A5", titel="Termijnen", onderdelen=tuple(termijnen(bron, nummers)))
    if bron.was_wordt:
        yield Sectie(nummer="A6", titel="Was en wordt", onderdelen=tuple(_was_wordt(bron)))


def _over(bron: Bron) -> Sectie:
    regio = bron.regio
    return Sectie(
        nummer="A1",
        titel="Over dit protocol",
        secties=(
            Sectie(nummer="A1.1", titel="Waarover dit protocol gaat", onderdelen=tuple(_waarover(bron))),
            Sectie(
                nummer="A1.2",
                titel="Versies",
                onderdelen=(
                    tabel(
                        ("Versie", "Status", "Geldt vanaf", "Vastgesteld op", "Besluit", "Vindplaats"),
                        [
                            (
                                versie.nummer,
                                versie.status,
                                geldt_vanaf(versie),
                                datum_kort(versie.vastgesteld) if versie.vastgesteld else "onbekend",
                                versie.besluit,
                                versie.vindplaats,
                            )
                            for versie in regio.versies
                        ],
                        (2, 3, 4, 4, 6, 5),
                        leeg="Er is nog geen versie van dit protocol.",
                    ),
                ),
            ),
            Sectie(nummer="A1.3", titel="Gemeenten die meedoen", onderdelen=tuple(_deelname(bron))),
            Sectie(nummer="A1.4", titel="Hoe u dit document leest", onderdelen=vaste_tekst("leeswijzer")),
        ),
    )


def _waarover(bron: Bron) -> Iterator[Onderdeel]:
    regio, parameterset = bron.regio, bron.index.parameterset
    if regio.omschrijving:
        yield Alinea(stukken(" ".join(regio.omschrijving.split())))
    volgt = " en ".join(regio.standaardprotocollen) or "geen variant"
    welke = "blijft bij" if parameterset.release_vast else "volgt steeds de nieuwste release, nu"
    yield Alinea(
        stukken(
            f"De regio volgt het standaard administratieprotocol (SAP) voor: {volgt}. Zij {welke} release "
            f"{parameterset.release} van de iStandaarden (iWmo en iJw). Wat de regio niet zelf regelt, volgt daaruit."
        )
    )
    if vast := geldt_voor(bron.index, ((f.sleutel, f.waarden) for f in parameterset.standaardfeiten)):
        yield Alinea(stukken(f"In deze regio geldt altijd: {vast}."))


def _deelname(bron: Bron) -> Iterator[Onderdeel]:
    rijen = [
        (
            deel.naam,
            deel.gemeente,
            deel.domein,
            deel.perceel if isinstance(deel.perceel, str) else "alle",
            vanaf_tot(deel.vanaf, deel.tot_en_met, "altijd"),
        )
        for deel in bron.index.parameterset.deelname
    ]
    kop = ("Gemeente", "Code", "Domein", "Perceel", "Doet mee")
    yield tabel(kop, _samengevat(rijen), (6, 2, 5, 4, 6), leeg="Er doen nog geen gemeenten mee.")
    domeinen = {domein: betekenis(bron.index, "domein", domein) for _, _, domein, _, _ in rijen}
    if uitleg := opsomming(f"{domein} is {tekst.lower()}" for domein, tekst in domeinen.items() if tekst):
        yield Alinea(stukken(f"{uitleg}."))


def _samengevat(rijen: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put the domains of a municipality on one line when everything else is the same."""
    per_rest: dict[tuple[str, ...], list[str]] = {}
    for naam, code, domein, perceel, dagen in rijen:
        per_rest.setdefault((naam, code, perceel, dagen), []).append(domein)
    return [
        (naam, code, ", ".join(domeinen), perceel, dagen) for (naam, code, perceel, dagen), domeinen in per_rest.items()
    ]


def _begrippen(bron: Bron) -> Sectie:
    berichten = [
        (b.nummer, b.naam, b.afkorting, b.van, ", ".join(b.antwoord))
        for b in bron.snapshot.woordenboek.berichten.values()
    ]
    kop = ("Bericht", "Naam", "Afkorting", "Van", "Wordt beantwoord met")
    return Sectie(
        nummer="A2",
        titel="Begrippen",
        secties=(
            Sectie(nummer="A2.1", titel="Woorden", onderdelen=vaste_tekst("begrippen")),
            Sectie(nummer="A2.2", titel="Berichten", onderdelen=(tabel(kop, berichten, (2, 7, 3, 3, 4)),)),
            Sectie(nummer="A2.3", titel="Groepen en situaties", onderdelen=(_situaties(bron),)),
        ),
    )


def _situaties(bron: Bron) -> Blok:
    """Explain the values that conditions in this document use."""
    gebruikt = {
        (voorwaarde.sleutel, waarde)
        for naam in bron.snapshot.regels
        for geval in bron.gevallen(naam)
        for voorwaarde in geval.als
        for waarde in voorwaarde.waarden
    }
    rijen = [
        (zin(dimensie.titel), waarde.waarde, waarde.omschrijving)
        for sleutel in _UITGELEGD
        for dimensie in bron.index.parameterset.dimensies
        if dimensie.sleutel == sleutel
        for waarde in dimensie.waarden
        if (sleutel, waarde.waarde) in gebruikt
    ]
    return tabel(("Soort", "Naam", "Betekenis"), rijen, (4, 5, 11))


def _kort(bron: Bron, nummers: Mapping[str, str]) -> Sectie:
    return Sectie(
        nummer="A4",
        titel="Wat deze regio zelf regelt",
        secties=(
            Sectie(
                nummer="A4.1",
                titel="Afwijkingen en invullingen van de standaard",
                onderdelen=tuple(anders_dan_landelijk(bron, nummers, ("afwijking", "invulling"))),
            ),
            Sectie(
                nummer="A4.2",
                titel="Aanvullingen op de standaard",
                onderdelen=tuple(anders_dan_landelijk(bron, nummers, ("aanvulling",))),
            ),
            Sectie(
                nummer="A4.3",
                titel="In strijd met een landelijke regel",
                onderdelen=tuple(strijdig(bron, nummers)),
            ),
            Sectie(
                nummer="A4.4",
                titel="Ontbreekt in de bron, of nog af te spreken",
                onderdelen=tuple(gaten(bron, nummers)),
            ),
        ),
    )


def _was_wordt(bron: Bron) -> Iterator[Onderdeel]:
    anders = bron.was_wordt
    if anders is None:
        return
    indexen = (bron.index, bron.standaard)
    titels = {regel.regel: regel.titel for index in indexen for regel in index.regels.values()}
    titels |= {product.code: product.naam for product in bron.index.parameterset.producten}
    yield Alinea(
        stukken(
            f"Was: {anders.was}. Wordt: {anders.wordt}. "
            f"Er {'is' if len(anders.wijzigingen) == 1 else 'zijn'} "
            f"{aantal(len(anders.wijzigingen), 'verschil', 'verschillen')}."
        )
    )
    rijen = []
    for wijziging in anders.wijzigingen:
        onderwerp, _, was, wordt, vanaf, waarom = cellen(wijziging, titels)
        if isinstance(bron.index.regels.get(wijziging.regel), BedragRegel):
            was, wordt = _in_euro(was), _in_euro(wordt)
        wie = zin(geldt_voor(bron.index, wijziging.als))
        rijen.append((onderwerp, wie, was, wordt, vanaf, waarom))
    if rijen:
        yield tabel(KOPPEN, rijen, (6, 4, 5, 5, 3, 7))


def _in_euro(tekst: str) -> str:
    """Write an amount; a stand or nothing stays as it is."""
    return bedrag(Decimal(tekst)) if re.fullmatch(r"[0-9]+\.[0-9]{2}", tekst) else tekst
