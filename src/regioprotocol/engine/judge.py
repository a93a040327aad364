"""Run the rules over messages that were read: each by itself, then those of a series together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol, TypeVar

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.declaration import geef_reeks, in_volgorde
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.moments import GEEN_TIJDEN, Tijden
from regioprotocol.engine.records import Bericht
from regioprotocol.engine.result import Samenvatting, Termijnoordeel, Uitslag
from regioprotocol.engine.rules import BERICHTREGELS, DECLARATIEREGELS, REEKSREGELS
from regioprotocol.engine.rules.registry import Berichtregel, Declaratieregel
from regioprotocol.engine.seen import Gezien
from regioprotocol.engine.series import Reeks
from regioprotocol.parameterset import Feiten

HOOGSTENS: Final = 500  # findings of rules in one message; a person reads no more, and memory stays bounded
# A code that a list does not have: a rule about that very field says it better.
_RUIMER: Final = frozenset({"RP925", "RP926"})

_Regel = TypeVar("_Regel", bound=Berichtregel | Declaratieregel)


class Opdracht(NamedTuple):
    """How messages are judged: the set, and what holds for all of them.

    *gemeente* and *op*: judge as if it were this municipality, on this day, whatever the message says. *feiten*: what
    the user knows and no message says ('situatie'); *tijden*: the days of what happened outside the messages.
    """

    naslag: Naslag
    vandaag: date
    gemeente: str = ""
    op: date | None = None
    toon_waarden: bool = False
    feiten: Feiten = MappingProxyType({})
    tijden: Tijden = GEEN_TIJDEN

    def context(self, bericht: Bericht) -> Berichtcontext:
        """Give what the rules need of a message."""
        return Berichtcontext(
            bericht,
            self.naslag,
            self.vandaag,
            gemeente=self.gemeente,
            op=self.op,
            toon_waarden=self.toon_waarden,
            feiten=self.feiten,
        )


class Leesresultaat(Protocol):
    """What reading gives of one file: the message, or None, and what is wrong with its structure.

    The findings of a large message are complete when it was judged.
    """

    @property
    def bestand(self) -> str:
        """Give the name of the file."""

    @property
    def bericht(self) -> Bericht | None:
        """Give the message."""

    @property
    def bevindingen(self) -> Sequence[Bevinding]:
        """Give the findings about the structure."""


def judge(opdracht: Opdracht, reeksen: Iterable[Iterable[Leesresultaat]]) -> Uitslag:
    """Judge series of messages as they are read, and put the findings in the order of the messages."""
    bevindingen = list(opdracht.tijden.bevindingen)
    termijnen: list[Termijnoordeel] = []
    berichten = 0
    for reeks in reeksen:
        van_reeks: list[Bevinding] = []
        volgorde: dict[str, int] = {}
        contexten: list[Berichtcontext] = []
        declaraties: dict[Berichtcontext, Leesresultaat] = {}
        for gelezen in reeks:
            berichten += 1
            volgorde.setdefault(gelezen.bestand, len(volgorde))
            if gelezen.bericht is None:
                van_reeks += gelezen.bevindingen
                continue
            ctx = opdracht.context(gelezen.bericht)
            contexten.append(ctx)
            if gelezen.bericht.declaratie is None:
                van_reeks += _van_bericht(ctx, gelezen)
            else:
                declaraties[ctx] = gelezen  # judged when every assignment of the series is known
        samen = Reeks(contexten, opdracht.tijden)
        for ctx in geef_reeks(in_volgorde(declaraties), samen.toewijzingen_voor, samen.clienten_voor):
            van_reeks += _van_bericht(ctx, declaraties[ctx])
        for uitkomst in judge_series(samen):
            if isinstance(uitkomst, Bevinding):
                van_reeks.append(uitkomst)
            else:
                termijnen.append(uitkomst)
        van_reeks.sort(key=lambda b: (volgorde.get(b.bestand, len(volgorde)), b.sorteersleutel))
        bevindingen += van_reeks
    fouten = sum(b.ernst == "fout" for b in bevindingen)
    samenvatting = Samenvatting(berichten=berichten, fouten=fouten, waarschuwingen=len(bevindingen) - fouten)
    return Uitslag(bevindingen=tuple(bevindingen), termijnen=tuple(termijnen), samenvatting=samenvatting)


def judge_message(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Judge one message by the rules inside it; those about its structure were found when it was read."""
    soort = ctx.bericht.header.soort
    for regel in _BERICHTREGELS.get(soort, ()):
        yield from regel.oordeel(ctx)
    declaratie = ctx.bericht.declaratie
    if declaratie is None:
        return
    toetsen = [regel.begin(ctx) for regel in _DECLARATIEREGELS.get(soort, ())]
    gezien = ctx.gezien = Gezien()
    for client in declaratie.clienten:
        gezien.client(client)
        for toets in toetsen:
            yield from toets.client(client)
    for toets in toetsen:
        yield from toets.einde()


def judge_series(reeks: Reeks) -> Iterator[Bevinding | Termijnoordeel]:
    """Judge what only messages together can tell, and what was not on time."""
    for regel in REEKSREGELS:
        yield from regel.oordeel(reeks)


def _van_bericht(ctx: Berichtcontext, gelezen: Leesresultaat) -> list[Bevinding]:
    bevindingen = _hoogstens(ctx, judge_message(ctx))
    # The structure of a large message is complete only now: its clients were read on the way.
    if not gelezen.bevindingen:
        return bevindingen
    beter = {(b.regelnummer, b.element) for b in bevindingen}
    structuur = [b for b in gelezen.bevindingen if b.code not in _RUIMER or (b.regelnummer, b.element) not in beter]
    return structuur + bevindingen


def _hoogstens(ctx: Berichtcontext, bevindingen: Iterator[Bevinding]) -> list[Bevinding]:
    """Keep so many of each severity; read on to the end, because reading finds what is wrong with the structure."""
    rij: list[Bevinding] = []
    gehouden = {"fout": 0, "waarschuwing": 0}
    meer = 0
    for bevinding in bevindingen:
        if gehouden[bevinding.ernst] < HOOGSTENS:
            gehouden[bevinding.ernst] += 1
            rij.append(bevinding)
        else:
            meer += 1
    if meer:
        tekst = f"Dit bericht heeft nog {meer} meldingen. Die laten we weg."
        rij.append(ctx.meld("RP985", ctx.bericht.header, "", tekst, regel="", retourcode=""))
    return rij


def _per_soort(regels: Iterable[_Regel]) -> Mapping[str, tuple[_Regel, ...]]:
    """Give the rules by kind of message, so that a message meets only its own."""
    per_soort: dict[str, tuple[_Regel, ...]] = {}
    for regel in regels:
        for soort in regel.berichten:
            per_soort[soort] = (*per_soort.get(soort, ()), regel)
    return per_soort


_BERICHTREGELS: Final = _per_soort(BERICHTREGELS)
_DECLARATIEREGELS: Final = _per_soort(DECLARATIEREGELS)
