"""Rows of the product table as XPath: which row of a code holds on a day of care, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from regioprotocol.export.schematron.decision import Codes, Dagen, Keuze, beslis, grenzen, groepeer
from regioprotocol.export.schematron.facts import DAG, PRODUCT, dag_van
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.xpath import ONWAAR
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Product

T = TypeVar("T", bound=Hashable)
CODE: Final = "$productcode"


@dataclass(frozen=True, slots=True)
class Uit(Generic[T]):
    """What a row says."""

    waarde: T


@dataclass(frozen=True, slots=True)
class Rijen:
    """How rows of a code are chosen: by their last day, and the first or the last that holds."""

    einde: Callable[[Product], object]
    laatste: bool

    def op(self, rijen: tuple[Product, ...], dag: str) -> Product | None:
        """Give the row that holds on a day."""
        geldend = [rij for rij in rijen if in_periode(rij.vanaf, self.einde(rij), dag)]
        return geldend[-1 if self.laatste else 0] if geldend else None


TOEWIJZEN: Final = Rijen(lambda rij: rij.tot_en_met, laatste=False)
DECLAREREN: Final = Rijen(lambda rij: rij.declareren_tot_en_met, laatste=True)


def rijen_van_wet(plan: Plan) -> dict[str, tuple[Product, ...]]:
    """Give the rows of every code that the law of the message knows, by code."""
    per_code = {
        code: tuple(rij for rij in rijen if plan.soort.wet in rij.wet) for code, rijen in plan.index.producten.items()
    }
    return {code: rijen for code, rijen in sorted(per_code.items()) if rijen}


def geen_codes(plan: Plan) -> str:
    """Say that nothing can be said about products, when the set has no codes for the law of the message."""
    return "" if rijen_van_wet(plan) else f"in deze parameterset staan geen productcodes voor de {plan.soort.wet}"


def per_rij(plan: Plan, hoe: Rijen, dag: str, wat: Callable[[Product], T], code: str = CODE) -> dict[T, str]:
    """Give what the row of the code says on a day (a number in XPath), with the XPath of where it says so."""
    besluiten = _beslis(plan, hoe, dag, wat, code)
    return {uit.waarde: waar for uit, waar in besluiten.items() if isinstance(uit, Uit)}


def zonder_rij(plan: Plan, hoe: Rijen, dag: str) -> str:
    """Give the XPath of a code that the table knows, on a day on which none of its rows holds."""
    return _beslis(plan, hoe, dag, lambda _: ()).get("", ONWAAR)


def dimensies(
    plan: Plan, hoe: Rijen, dag: str, wat: Callable[[Product], Hashable], code: str = CODE
) -> list[Codes | Dagen]:
    """Give the codes, those with the same rows together, and the days of care between two changes."""
    rijen = rijen_van_wet(plan)
    groepen = groepeer(rijen, lambda een: tuple((r.vanaf, hoe.einde(r), wat(r)) for r in rijen.get(een, ())))
    randen = grenzen((r.vanaf, hoe.einde(r)) for van in rijen.values() for r in van)
    codes = Codes(PRODUCT, code, groepen, mag_ontbreken=False)
    return [codes, *([Dagen(DAG, dag, randen)] if randen else [])]


def _beslis(plan: Plan, hoe: Rijen, dag: str, wat: Callable[[Product], T], code: str = CODE) -> dict[Uit[T] | str, str]:
    rijen = rijen_van_wet(plan)

    def vraag(keuze: Keuze) -> Uit[T] | str | None:
        van = rijen.get(keuze[PRODUCT])
        if van is None:
            return None
        rij = hoe.op(van, dag_van(keuze).isoformat())
        return Uit(wat(rij)) if rij is not None else ""

    return beslis(dimensies(plan, hoe, dag, wat, code), vraag)
