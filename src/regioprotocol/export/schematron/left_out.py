"""What is not in the Schematron of a message, and why: every rule that the engine has for it and this does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.rules import (
    BERICHTREGELS,
    DECLARATIEREGELS,
    declaration_assigned,
    declaration_rejections,
    declaration_series,
)
from regioprotocol.engine.rules.declared import HERINDIENEN
from regioprotocol.engine.rules.registry import Berichtregel, Declaratieregel
from regioprotocol.export.schematron.assertion import Schemaregel
from regioprotocol.export.schematron.plan import Plan

_ANDERE_BERICHTEN: Final = "daar zijn andere berichten bij nodig"
_NIETS: Final = "in dit bericht is daar met deze parameterset niets op te toetsen"
_WAAROM: Final[Mapping[str, str]] = {
    "TR135": "XPath 1.0 kent de dag van vandaag niet",
    HERINDIENEN: "dit zegt wat u opnieuw indient, en keurt niets af",
    "regio": "dit zegt alleen voor wie de regels gelden, en keurt niets af",
} | {
    regel: _ANDERE_BERICHTEN
    for module in (declaration_assigned, declaration_series, declaration_rejections)
    for groep in module.DECLARATIEREGELS
    for regel in groep.regels
    if regel != HERINDIENEN
}
ALTIJD: Final = (
    ("opbouw van het bericht en vorm van de waarden", "daarvoor is het schema (XSD) van de standaard"),
    ("alle regels tussen berichten en alle termijnen", _ANDERE_BERICHTEN),
    ("wat niet te beoordelen is", "een toets keurt alleen af wat zeker fout is"),
)


def weggelaten(plan: Plan, regels: list[Schemaregel], gemaakt: AbstractSet[str]) -> dict[str, list[str]]:
    """Give by reason what was left out: of the rules of the engine, of this set, and of every message.

    *gemaakt* are the rules that have an assertion. Raises KeyError for a rule of the engine that nobody thought of.
    """
    per_reden: dict[str, list[str]] = {}
    for wat, waarom in _weggelaten(plan, regels, gemaakt):
        namen = per_reden.setdefault(waarom, [])
        if wat not in namen:
            namen.append(wat)
    return per_reden


def _weggelaten(plan: Plan, regels: list[Schemaregel], gemaakt: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    hier = {regel for schemaregel in regels for regel in schemaregel.regels}
    for regel in _van_motor(plan):
        if regel not in hier:
            yield regel, _WAAROM[regel]
    for schemaregel in regels:
        yield from _van_schemaregel(plan, schemaregel, gemaakt)
    for regel in sorted(gemaakt & plan.index.regels.keys()):
        if buiten := _van_buiten(plan, regel):
            yield regel, f"de gevallen die afhangen van iets buiten het bericht ({', '.join(buiten)})"
    yield from ALTIJD


def _van_schemaregel(plan: Plan, schemaregel: Schemaregel, gemaakt: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    wel = [regel for regel in schemaregel.regels if _is_gemaakt(regel, gemaakt)]
    waarom = schemaregel.rest(plan)
    for regel in schemaregel.regels:
        if wel and regel in schemaregel.onder:
            yield regel, f"dit staat hier onder {opsomming(wel)}"
        elif waarom or regel not in wel:
            yield regel, waarom or _NIETS


def _is_gemaakt(regel: str, gemaakt: AbstractSet[str]) -> bool:
    """Tell whether a rule has an assertion; one that a region made itself has a prefix."""
    return any(naam == regel or naam.partition(".")[2] == regel for naam in gemaakt)


def _van_motor(plan: Plan) -> list[str]:
    """Give the rules that the engine has for this kind of message; a rule of the set names its messages itself."""
    soort, van_set = plan.soort.soort, plan.index.regels
    van_motor: tuple[Berichtregel | Declaratieregel, ...] = (*BERICHTREGELS, *DECLARATIEREGELS)
    namen = (naam for regel in van_motor if soort in regel.berichten for naam in regel.regels)
    return sorted({naam for naam in namen if naam not in van_set or soort in van_set[naam].berichten})


def _van_buiten(plan: Plan, regel: str) -> list[str]:
    """Give the facts from outside any message that cases of a rule ask for, as far as they hold for this message."""
    vast = plan.feiten
    buiten = {
        (dimensie.sleutel, waarde.waarde)
        for dimensie in plan.index.parameterset.dimensies
        for waarde in dimensie.waarden
        if waarde.herkomst == "buiten"
    }
    gevallen = (
        geval
        for geval in plan.index.regels[regel].gevallen
        if not any(v.sleutel in vast and vast[v.sleutel].isdisjoint(v.waarden) for v in geval.als)
    )
    return sorted({w for g in gevallen for v in g.als for w in v.waarden if (v.sleutel, w) in buiten})
