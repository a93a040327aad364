"""Per municipality: what it takes part in and since when, and what is different there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.model.regio import Deelname, Regio
from regioprotocol.pages.book import Boek, Regelblad, Woorden
from regioprotocol.pages.case_rows import Gevalrij, in_dagen
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels

_TAB: Final = "gemeenten/"
_GEMEENTE: Final = "gemeente"
_GEEN_DAG: Final = "Begindag niet bekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnamerij:
    """For what a municipality takes part, and on which days."""

    waarvoor: str
    dagen: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeenteblad:
    """A municipality with its participation, and what holds there and not in the rest of the region."""

    code: str
    naam: str
    deelname: tuple[Deelnamerij, ...]
    anders: tuple[tuple[Regelblad, Gevalrij], ...]
    woorden: tuple[tuple[Regelblad, Woorden], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmerking:
    """A remark about the participation of these municipalities."""

    wie: str
    tekst: str


def bestanden(site: Site, boek: Boek) -> Iterator[Bestand]:
    """Give the page 'Per gemeente'."""
    deel, regio = boek.deel, boek.deel.snapshot.regio
    if regio is None:
        return
    namen = _namen(deel)
    yield pagina(
        f"{deel.pad}{_TAB}",
        "municipality_differences.md",
        titel=f"Per gemeente: {deel.titel}",
        omschrijving=f"Welke gemeenten meedoen in {deel.titel}, en wat in één gemeente anders is.",
        kruimels=kruimels(deel),
        site=site,
        deel=deel,
        tabs=TABS,
        tab=_TAB,
        gemeenten=tuple(_blad(boek, regio, code, naam) for code, naam in namen.items()),
        opmerkingen=tuple(_opmerkingen(regio, namen)),
    )


def _namen(deel: Deel) -> dict[str, str]:
    """Give all municipalities that ever take part, by name."""
    namen = {d.gemeente: d.naam for d in deel.parameterset.deelname}
    return dict(sorted(namen.items(), key=lambda paar: paar[1].lstrip("'").casefold()))


def _blad(boek: Boek, regio: Regio, code: str, naam: str) -> Gemeenteblad:
    return Gemeenteblad(
        code=code,
        naam=naam,
        deelname=tuple(_rij(boek.deel, d) for d in regio.deelname if d.gemeente == code),
        anders=boek.per_gemeente.get(code, ()),
        woorden=tuple(
            (blad, woord)
            for blad in boek.bladen.values()
            for woord in blad.woorden
            if any(v.sleutel == _GEMEENTE and code in v.waarden for v in woord.als)
        ),
    )


def _rij(deel: Deel, deelname: Deelname) -> Deelnamerij:
    waarvoor = opsomming(_omschrijving(deel, "domein", domein) for domein in deelname.domeinen)
    if deelname.perceel:
        waarvoor = f"{waarvoor}, alleen perceel {deelname.perceel}"
    dagen = in_dagen(deelname.periode, deel.op, altijd=True)
    return Deelnamerij(
        waarvoor=waarvoor,
        dagen=dagen if deelname.periode.begin else "; ".join(filter(None, (_GEEN_DAG, dagen.lower()))),
        bron="; ".join(deelname.bron),
    )


def _omschrijving(deel: Deel, sleutel: str, waarde: str) -> str:
    """Give what the vocabulary calls a value; the value itself when it has no other words."""
    dimensie = deel.snapshot.woordenboek.dimensies.get(sleutel)
    return next((w.omschrijving for w in dimensie.waarden if w.waarde == waarde), "") or waarde if dimensie else waarde


def _opmerkingen(regio: Regio, namen: dict[str, str]) -> Iterator[Opmerking]:
    per: dict[str, dict[str, None]] = {}
    for deelname in regio.deelname:
        if deelname.opmerking:
            per.setdefault(deelname.opmerking, {})[namen.get(deelname.gemeente, deelname.gemeente)] = None
    for tekst, wie in per.items():
        allemaal = len(wie) > 1 and set(wie) == set(namen.values())
        yield Opmerking(wie="Alle gemeenten" if allemaal else opsomming(wie), tekst=tekst)
