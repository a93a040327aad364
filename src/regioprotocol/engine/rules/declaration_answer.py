"""The lines of an answer to a declaration (325): their periods, and only what was rejected (TR134, TR137, TR342)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import DeclaratieClient, Prestatie
from regioprotocol.engine.rules.registry import Declaratieregel

_GOED: Final = frozenset({"0200", "8001"})  # code list WJ001: no remark, all of it granted


class Perioden:
    """Compares the period of a line with the date of the message (TR134, TR137).

    Our sources do not name the fields. A period is the only thing that a 323 and a 325 both have a date in, and TR137
    speaks of its first day; so TR134 is about the first day and TR137 about the last.
    """

    def __init__(self, ctx: Berichtcontext) -> None:
        """Remember the day of the message."""
        self._ctx = ctx
        self._dag = ctx.bericht.header.dagtekening or date.max

    def client(self, client: DeclaratieClient) -> Iterator[Bevinding]:
        """Judge every line."""
        for p in client.prestaties:
            begin, eind = p.begindatum, p.einddatum
            if begin is not None and begin > self._dag:
                yield self._meld(p, "begindatum", "TR134", "De periode begint na de dagtekening van het bericht.")
            elif begin is not None and eind is not None and eind < begin:
                yield self._meld(p, "einddatum", "TR137", "De periode eindigt voordat zij begint.")
            elif eind is not None and eind > self._dag:
                yield self._meld(p, "einddatum", "TR137", "De periode eindigt na de dagtekening van het bericht.")

    def einde(self) -> Iterator[Bevinding]:
        """Nothing is left to judge."""
        yield from ()

    def _meld(self, deel: Prestatie, veld: str, regel: str, tekst: str) -> Bevinding:
        return self._ctx.meld("RP937", deel, veld, tekst, regel=regel, verwacht=f"uiterlijk {self._dag.isoformat()}")


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
    Declaratieregel(("TR134", "TR137"), ("325",), Perioden),
    Declaratieregel(("TR342",), ("325",), Afgekeurd),
)
