"""Declarations (JW323) as large as they come, that a region's set finds nothing wrong with.

Every client is a test number (9999…), and references, assignments, volumes and amounts differ from line to line, as in
a real declaration: what a program remembers of values helps only where values really come back.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

GEMEENTE, AANBIEDER = "9901", "98760017"
BEGIN, EIND, DAGTEKENING = "2026-04-01", "2026-04-30", "2026-05-06"
PER_CLIENT = 4
_MINUUT, _TAAK = "01", "83"
_EINDE_CLIENT = ("\t\t\t\t</d:Prestaties>", "\t\t\t</d:Client>")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_BASIS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
_EIGEN = "http://www.istandaarden.nl/ijw/3_2/jw323/schema"


class Prijs(NamedTuple):
    """A product that can be declared in the month of the declarations, with its tariff in cents."""

    code: str
    categorie: str
    eenheid: str
    tarief: int


def prijslijst(parameterset: Path) -> list[Prijs]:
    """Give the products of a set that have one tariff in that month and are declared in their own unit."""
    prijzen = []
    for product in json.loads(parameterset.read_text(encoding="utf-8"))["producten"]:
        geldig = [t for t in product["tarieven"] if _geldt(t)]
        if "Jw" in product["wet"] and _geldt(product) and len(geldig) == 1 and product["eenheid"] != _TAAK:
            cent = int(geldig[0]["bedrag"].replace(".", ""))
            prijzen.append(Prijs(product["code"], product["categorie"], product["eenheid"], cent))
    return prijzen


@cache
def testnummers() -> list[str]:
    """Give every BSN for tests that passes the eleven-proof."""
    kandidaten = (f"9999{nummer:05d}" for nummer in range(100_000))
    return [bsn for bsn in kandidaten if sum(g * int(c) for g, c in zip(_GEWICHTEN, bsn, strict=True)) % 11 == 0]


def schrijf(pad: Path, prijzen: list[Prijs], regels: int, nummer: int = 0) -> None:
    """Write a declaration of so many lines; *nummer* tells it from others. Memory stays small: lines are made twice."""
    with pad.open("w", encoding="utf-8") as bestand:
        for rij in _bericht(prijzen, regels, nummer):
            bestand.write(f"{rij}\n")


def _bericht(prijzen: list[Prijs], regels: int, nummer: int) -> Iterator[str]:
    bsns = testnummers()
    yield from _begin(nummer, sum(prijs.tarief * volume for prijs, volume in _geleverd(prijzen, regels, nummer)))
    for volgnummer, (prijs, volume) in enumerate(_geleverd(prijzen, regels, nummer)):
        if volgnummer % PER_CLIENT == 0:
            if volgnummer:
                yield from _EINDE_CLIENT
            yield "\t\t\t<d:Client>"
            yield f"\t\t\t\t<d:Bsn>{bsns[(nummer * 7 + volgnummer // PER_CLIENT) % len(bsns)]}</d:Bsn>"
            yield "\t\t\t\t<d:Prestaties>"
        yield from _prestatie(f"R{nummer:04d}{volgnummer:06d}", nummer * 1000 + volgnummer, prijs, volume)
    yield from (*_EINDE_CLIENT, "\t\t</d:Clienten>", "\t</d:Declaratie>", "</d:Bericht>")


def _geleverd(prijzen: list[Prijs], regels: int, nummer: int) -> Iterator[tuple[Prijs, int]]:
    toeval = random.Random(nummer)
    for _ in range(regels):
        prijs = toeval.choice(prijzen)
        yield prijs, toeval.randint(15, 1200) if prijs.eenheid == _MINUUT else toeval.randint(1, 30)


def _geldt(deel: dict[str, str]) -> bool:
    return deel.get("vanaf", BEGIN) <= BEGIN and deel.get("tot_en_met", EIND) >= EIND


def _begin(nummer: int, totaal: int) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<d:Bericht xmlns:b="{_BASIS}" xmlns:d="{_EIGEN}">'
    yield "\t<d:Header>"
    yield "\t\t<d:BerichtCode>490</d:BerichtCode>"
    yield "\t\t<d:BerichtVersie>3</d:BerichtVersie>"
    yield "\t\t<d:BerichtSubversie>2</d:BerichtSubversie>"
    yield f"\t\t<d:Afzender>{AANBIEDER}</d:Afzender>"
    yield f"\t\t<d:Ontvanger>{GEMEENTE}</d:Ontvanger>"
    yield "\t\t<d:BerichtIdentificatie>"
    yield f"\t\t\t<b:Identificatie>B{nummer:06d}</b:Identificatie>"
    yield f"\t\t\t<b:Dagtekening>{DAGTEKENING}</b:Dagtekening>"
    yield "\t\t</d:BerichtIdentificatie>"
    yield "\t\t<d:XsdVersie>"
    yield "\t\t\t<b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>"
    yield "\t\t\t<b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>"
    yield "\t\t</d:XsdVersie>"
    yield "\t</d:Header>"
    yield "\t<d:Declaratie>"
    yield f"\t\t<d:DeclaratieNummer>D{nummer:06d}</d:DeclaratieNummer>"
    yield "\t\t<d:DeclaratiePeriode>"
    yield f"\t\t\t<b:Begindatum>{BEGIN}</b:Begindatum>"
    yield f"\t\t\t<b:Einddatum>{EIND}</b:Einddatum>"
    yield "\t\t</d:DeclaratiePeriode>"
    yield f"\t\t<d:DeclaratieDagtekening>{DAGTEKENING}</d:DeclaratieDagtekening>"
    yield "\t\t<d:TotaalIngediendBedrag>"
    yield f"\t\t\t<b:TotaalBedrag>{totaal}</b:TotaalBedrag>"
    yield "\t\t\t<b:DebetCredit>D</b:DebetCredit>"
    yield "\t\t</d:TotaalIngediendBedrag>"
    yield "\t\t<d:Clienten>"


def _prestatie(referentie: str, toewijzing: int, prijs: Prijs, volume: int) -> Iterator[str]:
    yield "\t\t\t\t\t<d:Prestatie>"
    yield "\t\t\t\t\t\t<d:ProductReferentie>"
    yield f"\t\t\t\t\t\t\t<b:ReferentieNummer>{referentie}</b:ReferentieNummer>"
    yield "\t\t\t\t\t\t</d:ProductReferentie>"
    yield f"\t\t\t\t\t\t<d:ToewijzingNummer>{10_000 + toewijzing}</d:ToewijzingNummer>"
    yield f"\t\t\t\t\t\t<d:ProductCategorie>{prijs.categorie}</d:ProductCategorie>"
    yield f"\t\t\t\t\t\t<d:ProductCode>{prijs.code}</d:ProductCode>"
    yield "\t\t\t\t\t\t<d:ProductPeriode>"
    yield f"\t\t\t\t\t\t\t<b:Begindatum>{BEGIN}</b:Begindatum>"
    yield f"\t\t\t\t\t\t\t<b:Einddatum>{EIND}</b:Einddatum>"
    yield "\t\t\t\t\t\t</d:ProductPeriode>"
    yield f"\t\t\t\t\t\t<d:GeleverdVolume>{volume}</d:GeleverdVolume>"
    yield f"\t\t\t\t\t\t<d:Eenheid>{prijs.eenheid}</d:Eenheid>"
    yield f"\t\t\t\t\t\t<d:ProductTarief>{prijs.tarief}</d:ProductTarief>"
    yield "\t\t\t\t\t\t<d:IngediendBedrag>"
    yield f"\t\t\t\t\t\t\t<b:Bedrag>{volume * prijs.tarief}</b:Bedrag>"
    yield "\t\t\t\t\t\t\t<b:DebetCredit>D</b:DebetCredit>"
    yield "\t\t\t\t\t\t</d:IngediendBedrag>"
    yield "\t\t\t\t\t</d:Prestatie>"
