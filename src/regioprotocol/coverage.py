"""Where every statement of the source documents landed: in an afspraak, a rule, a chapter or a route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regioprotocol.diagnostics import Plaats
from regioprotocol.model.regio import Alinea, Register
from regioprotocol.model.werkmap import Werkmap


@dataclass(frozen=True, slots=True)
class Landing:
    """One place where a statement landed, under the name that people know it by."""

    id: str
    naam: str
    plaats: Plaats


@dataclass(frozen=True, slots=True)
class Rij:
    """A statement with its landings; *reden*: why it was left out on purpose."""

    alinea: Alinea
    waar: tuple[Landing, ...]
    reden: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether nobody said anything about it."""
        return not self.waar and not self.reden


def register_van(werkmap: Werkmap, regio: str | None) -> Register:
    """Give the register of a region, or the national one."""
    return werkmap.regios[regio].regio.register if regio else werkmap.register


def dekking(werkmap: Werkmap, regio: str | None) -> tuple[Rij, ...]:
    """Give a row for every statement of the region's register (or the national one), in its order."""
    per_id: dict[str, list[Landing]] = {}
    for landing in landingen(werkmap, regio):
        per_id.setdefault(landing.id, []).append(landing)
    register = register_van(werkmap, regio)
    redenen = {w.id: w.reden for w in register.weggelaten}
    return tuple(Rij(a, tuple(per_id.get(a.id, ())), redenen.get(a.id, "")) for a in register.alineas)


def landingen(werkmap: Werkmap, regio: str | None) -> Iterator[Landing]:
    """Give every id that something says to cover, with its place."""
    gegevens = werkmap.regios[regio] if regio else None
    afspraken = gegevens.afspraken if gegevens else werkmap.landelijk
    regels = gegevens.regels if gegevens else tuple(werkmap.regels.values())
    for afspraak in afspraken:
        yield from (Landing(i, afspraak.regel, afspraak.plaatsen.van("dekt")) for i in afspraak.dekt)
    for regel in regels:
        yield from (Landing(i, regel.naam, regel.plaatsen.van("dekt")) for i in regel.dekt)
    for werkwijze in gegevens.werkwijzen if gegevens else werkmap.werkwijzen:
        naam = f"hoofdstuk {werkwijze.titel}"
        yield from (Landing(i, naam, werkwijze.plaatsen.van("dekt")) for i in werkwijze.dekt)
    for route in gegevens.routes if gegevens else ():
        yield from (Landing(i, f"route {route.titel}", route.plaatsen.van("dekt")) for i in route.dekt)
