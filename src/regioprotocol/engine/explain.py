"""Which rules and cases decided about a message, and which did not apply and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import Leesresultaat, Opdracht, judge
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.rules import BERICHTREGELS, DECLARATIEREGELS
from regioprotocol.engine.rules.registry import Berichtregel, Declaratieregel
from regioprotocol.parameterset import Feiten
from regioprotocol.parameterset.lookup import alle_regels
from regioprotocol.parameterset.trace import Spoor

_REGELS: Final[tuple[Berichtregel | Declaratieregel, ...]] = (*BERICHTREGELS, *DECLARATIEREGELS)
_WAAROM: Final = {
    "één bericht": "dit programma zocht haar niet op: het bericht gaf er geen aanleiding toe, of zij is alleen uitleg",
    "meer berichten": "daar zijn andere berichten bij nodig",
    "datums van buiten": "daar zijn datums bij nodig die niet in het bericht staan",
    "niet": "dat is niet uit een bericht af te leiden",
}


class Toegepast(Struct, frozen=True, kw_only=True):
    """Rules that were judged together, and how many findings they gave."""

    regels: tuple[str, ...]
    meldingen: int


class Opgezocht(Struct, frozen=True, kw_only=True):
    """A rule of the set that was looked up: for which facts and day, with every case that was tried."""

    regel: str
    titel: str
    op: date
    feiten: Feiten
    spoor: Spoor


class NietToegepast(Struct, frozen=True, kw_only=True):
    """A rule that did not decide, and why."""

    regel: str
    waarom: str


class Berichtuitleg(Struct, frozen=True, kw_only=True):
    """The account of one message. Without *bericht* the file was no message that can be read."""

    bestand: str
    bericht: str = ""
    gemeente: str = ""
    op: date | None = None
    regionaal: bool = False
    bevindingen: tuple[Bevinding, ...] = ()
    toegepast: tuple[Toegepast, ...] = ()
    opgezocht: tuple[Opgezocht, ...] = ()
    niet_toegepast: tuple[NietToegepast, ...] = ()


def explain(opdracht: Opdracht, gelezen: Leesresultaat) -> Berichtuitleg:
    """Judge one message again with a memory of its own that keeps every trace."""
    bericht = gelezen.bericht
    if bericht is None:
        return Berichtuitleg(bestand=gelezen.bestand, bevindingen=tuple(gelezen.bevindingen))
    opdracht = opdracht._replace(naslag=Naslag(opdracht.naslag.index, met_spoor=True))
    bevindingen = judge(opdracht, [[gelezen]]).bevindingen
    ctx = opdracht.context(bericht)
    sporen = tuple(opgezocht(opdracht.naslag))
    soort = bericht.header.soort
    return Berichtuitleg(
        bestand=gelezen.bestand,
        bericht=bericht.naam,
        gemeente=ctx.gemeente,
        op=ctx.dag,
        regionaal=ctx.regionaal,
        bevindingen=bevindingen,
        toegepast=tuple(_toegepast(soort, bevindingen)),
        opgezocht=sporen,
        niet_toegepast=tuple(_niet_toegepast(opdracht.naslag, soort, {o.regel for o in sporen})),
    )


def _toegepast(soort: str, bevindingen: tuple[Bevinding, ...]) -> Iterator[Toegepast]:
    for regel in _REGELS:
        if soort in regel.berichten and regel.regels:
            gevonden = sum(b.regel in regel.regels for b in bevindingen)
            yield Toegepast(regels=regel.regels, meldingen=gevonden)


def opgezocht(naslag: Naslag) -> Iterator[Opgezocht]:
    """Give every look-up of which a trace was kept, by rule and day."""
    for (regel, op, feiten), spoor in sorted((naslag.sporen or {}).items(), key=lambda s: (s[0][0], s[0][1])):
        titel = naslag.index.regels[regel].titel
        yield Opgezocht(regel=regel, titel=titel, op=op, feiten=dict(feiten), spoor=spoor)


def _niet_toegepast(naslag: Naslag, soort: str, gezocht: set[str]) -> Iterator[NietToegepast]:
    waarvoor: dict[str, tuple[str, ...]] = {}
    for regel in _REGELS:
        for naam in regel.regels:
            waarvoor[naam] = (*waarvoor.get(naam, ()), *regel.berichten)
    for naam, berichten in waarvoor.items():
        if soort not in berichten and naam not in naslag.index.regels:
            waarom = f"hoort bij {opsomming(sorted(set(berichten)))}, niet bij {soort}"
            yield NietToegepast(regel=naam, waarom=waarom)
    for record in alle_regels(naslag.index.parameterset):
        if soort in record.berichten and record.regel not in gezocht:
            yield NietToegepast(regel=record.regel, waarom=_WAAROM[record.toetsbaar])
