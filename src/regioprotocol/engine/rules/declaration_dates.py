"""Dates and rejections in the lines of a declaration (323) or its answer (325): TR134, TR137, TR335, TR342."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from regioprotocol.calendar import BuitenKalenderError
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import Declaratie, DeclaratieClient, Prestatie
from regioprotocol.engine.rules.registry import Declaratieregel
from regioprotocol.engine.terms import Termijn, van_uitkomst
from regioprotocol.parameterset.records import TermijnRegel

GRENS: Final = "declaratie.uiterste_grens"
_GOED: Final = frozenset({"0200", "8001"})  # code list WJ001: no remark, all of it granted


class Perioden:
    """Compares the periods of a declaration and its lines with the date of the message (TR134, TR137).

    Our sources do not name the fields. A period is the only thing that a 323 and a 325 both have a date in, and TR137
    speaks of its first day; so TR134 is about the first day and TR137 about the last.
    """

    def __init__(self, ctx: Berichtcontext) -> None:
        """Remember the day of the message."""
        self._ctx = ctx
        self._dag = ctx.bericht.header.dagtekening or date.max

    def client(self, client: DeclaratieClient) -> Iterator[Bevinding]:
        """Judge every line."""
        dag = self._dag
        for p in client.prestaties:
            begin, eind = p.begindatum, p.einddatum
            if begin is None or eind is None or not begin <= eind <= dag:
                yield from self._periode(p)

    def einde(self) -> Iterator[Bevinding]:
        """Judge the declaratieperiode."""
        declaratie = self._ctx.bericht.declaratie
        if declaratie is not None:
            yield from self._periode(declaratie)

    def _periode(self, deel: Prestatie | Declaratie) -> Iterator[Bevinding]:
        begin, eind = deel.begindatum, deel.einddatum
        if begin is not None and begin > self._dag:
            yield self._meld(deel, "begindatum", "TR134", "De periode begint na de dagtekening van het bericht.")
        if eind is None:
            return
        if begin is not None and eind < begin:
            yield self._meld(deel, "einddatum", "TR137", "De periode eindigt voordat zij begint.")
        elif eind > self._dag and (begin is None or begin <= self._dag):
            yield self._meld(deel, "einddatum", "TR137", "De periode eindigt na de dagtekening van het bericht.")

    def _meld(self, deel: Prestatie | Declaratie, veld: str, regel: str, tekst: str) -> Bevinding:
        return self._ctx.meld(
            "RP937",
            deel,
            veld,
            tekst,
            regel=regel,
            verwacht=f"uiterlijk {self._dag.isoformat()}" if self._dag != date.max else "",
        )


class UitersteGrens:
    """Refuses a line whose care ended too long ago (TR335; how long is in declaratie.uiterste_grens)."""

    def __init__(self, ctx: Berichtcontext) -> None:
        """Remember the day of the declaration; the limit of a period is computed once."""
        declaratie = ctx.bericht.declaratie
        self._ctx = ctx
        self._dag = (declaratie.dagtekening if declaratie else None) or ctx.bericht.header.dagtekening
        self._termijnen: dict[date, Termijn | None] = {}

    def client(self, client: DeclaratieClient) -> Iterator[Bevinding]:
        """Judge every line."""
        if self._dag is None:
            return
        for p in client.prestaties:
            if p.einddatum is None:
                continue
            termijn = self._termijn(p.einddatum)
            if termijn is not None and termijn.datum is not None and self._dag > termijn.datum:
                yield self._ctx.meld(
                    "RP937",
                    p,
                    "einddatum",
                    f"Deze zorg eindigde meer dan {termijn.tekst} voor de dagtekening van de declaratie.",
                    regel="TR335",
                    verwacht=f"gedeclareerd uiterlijk {termijn.datum.isoformat()}",
                    oordeel=self._ctx.vraag(GRENS, p.einddatum),
                )

    def einde(self) -> Iterator[Bevinding]:
        """Nothing is left to judge."""
        yield from ()

    def _termijn(self, einddatum: date) -> Termijn | None:
        if einddatum not in self._termijnen:
            self._termijnen[einddatum] = self._reken(einddatum)
        return self._termijnen[einddatum]

    def _reken(self, einddatum: date) -> Termijn | None:
        naslag = self._ctx.naslag
        record = naslag.index.regels.get(GRENS)
        if not isinstance(record, TermijnRegel):
            return None
        try:
            return van_uitkomst(record, self._ctx.vraag(GRENS, einddatum).uitkomst, einddatum, naslag.kalender)
        except (BuitenKalenderError, OverflowError):
            return None


class Afgekeurd:
    """Asks for a reason of rejection at every line of an answer: approved lines do not come back (TR342)."""

    def __init__(self, ctx: Berichtcontext) -> None:
        """Remember the message."""
        self._ctx = ctx

    def client(self, client: DeclaratieClient) -> Iterator[Bevinding]:
        """Judge every line."""
        for p in client.prestaties:
            if all(code.code in _GOED for code in p.retourcodes):
                yield self._ctx.meld(
                    "RP934",
                    p,
                    "retourcodes",
                    "Bij deze declaratieregel staat geen retourcode waarom zij is afgekeurd.",
                    regel="TR342",
                    gevonden=", ".join(str(code.code) for code in p.retourcodes),
                    verwacht="alleen afgekeurde declaratieregels",
                    wat_nu="Haal goedgekeurde regels weg, of geef de retourcode, en stuur het hele bericht opnieuw.",
                )

    def einde(self) -> Iterator[Bevinding]:
        """Nothing is left to judge."""
        yield from ()


REGELS: Final = (
    Declaratieregel(("TR134", "TR137"), ("323", "325"), Perioden),
    Declaratieregel(("TR335", GRENS), ("323",), UitersteGrens),
    Declaratieregel(("TR342",), ("325",), Afgekeurd),
)
