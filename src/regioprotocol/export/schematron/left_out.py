"""What is not in the Schematron of a message, and why: every rule that the engine has for it and this does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Final

from regioprotocol.engine.rules import (
    BERICHTREGELS,
    DECLARATIEREGELS,
    declaration_assigned,
    declaration_rejections,
    declaration_series,
)
from regioprotocol.engine.rules.declared import HERINDIENEN
from regioprotocol.export.schematron.assertion import Schemaregel
from regioprotocol.export.schematron.plan import GEMEENTE, Plan

_ANDERE_BERICHTEN: Final = "daar zijn andere berichten bij nodig"
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
# What a message says besides the fields of a product.
_IN_BERICHT: Final = frozenset({"bericht", "wet", GEMEENTE, "niveau", "veld", "foutniveau"})
_PRODUCTFEITEN: Final = {
    "product": "productcode",
    "productcategorie": "categorie",
    "eenheid": "eenheid",
    "frequentie": "frequentie",
    "verwijzer": "verwijzer",
}
ALTIJD: Final = (
    ("opbouw van het bericht en vorm van de waarden", "daarvoor is het schema (XSD) van de standaard"),
    ("regels tussen berichten, en termijnen", _ANDERE_BERICHTEN),
    ("wat niet te beoordelen is", "een toets keurt alleen af wat zeker fout is"),
)


def weggelaten(plan: Plan, regels: list[Schemaregel], gemaakt: Set[str]) -> Iterator[tuple[str, str]]:
    """Give what was left out with the reason: of the rules of the engine, of this set, and of every message.

    *gemaakt* are the rules that have an assertion. Raises KeyError for a rule of the engine that nobody thought of.
    """
    hier = {regel for schemaregel in regels for regel in schemaregel.regels}
    for regel in _van_motor(plan):
        if regel not in hier:
            yield regel, _WAAROM[regel]
    for schemaregel in regels:
        namen = ", ".join(schemaregel.regels)
        if waarom := schemaregel.rest(plan):
            yield namen, waarom
        elif gemaakt.isdisjoint(schemaregel.regels):
            yield namen, "volgens deze parameterset kan één bericht hier niet tegen zondigen"
    for regel in sorted(hier & plan.index.regels.keys()):
        if buiten := _van_buiten(plan, regel):
            yield regel, f"de gevallen die afhangen van wat niet in het bericht staat ({', '.join(buiten)})"
    yield from ALTIJD


def _van_motor(plan: Plan) -> list[str]:
    soort = plan.soort.soort
    namen = (naam for regel in (*BERICHTREGELS, *DECLARATIEREGELS) if soort in regel.berichten for naam in regel.regels)
    return sorted(set(namen))


def _van_buiten(plan: Plan, regel: str) -> list[str]:
    """Give the facts that cases of a rule ask for and that no message of this kind tells."""
    velden = {veld for record in plan.records.values() for veld in record.velden}
    bekend = {*_IN_BERICHT, *(feit for feit, veld in _PRODUCTFEITEN.items() if veld in velden)}
    bekend |= {feit.sleutel for feit in plan.index.parameterset.standaardfeiten}
    while nieuw := {
        feit.sleutel for (sleutel, _), feiten in plan.index.gevolgen.items() if sleutel in bekend for feit in feiten
    } - bekend:
        bekend |= nieuw
    vast = plan.feiten
    gevallen = (
        geval
        for geval in plan.index.regels[regel].gevallen
        if not any(v.sleutel in vast and vast[v.sleutel].isdisjoint(v.waarden) for v in geval.als)
    )
    return sorted({v.sleutel for geval in gevallen for v in geval.als} - bekend)
