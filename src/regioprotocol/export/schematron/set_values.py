"""Where a rule of the set has a value that engines act on, as XPath, with the source of the case that decides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, NamedTuple

from regioprotocol.engine.lookup import Oordeel
from regioprotocol.export.schematron.decision import Dimensie, beslis
from regioprotocol.export.schematron.facts import dag_van, feiten_van, van_bericht, van_product
from regioprotocol.export.schematron.plan import Plan, Record
from regioprotocol.parameterset.records import ElkGeval

_LAGEN: Final = {"iStandaarden": "landelijk", "standaardprotocol": "standaardprotocol"}


class Besluit(NamedTuple):
    """What the set says and engines act on: its values, and the source and explanation of the case."""

    waarden: tuple[str, ...]
    bron: str
    toelichting: str


def waar_is(plan: Plan, regel: str, waarde: str) -> Iterator[tuple[str, str]]:
    """Give, for the message as a whole, the source and the XPath of where the rule has this value."""
    yield from waar_voor(plan, van_bericht(plan, regel), regel, is_waarde(waarde))


def waar_voor(
    plan: Plan, dimensies: Sequence[Dimensie], regel: str, telt: Callable[[Oordeel], bool], **vast: str
) -> Iterator[tuple[str, str]]:
    """Give the source and the XPath of where the answer of a rule counts; *vast* are facts that always hold."""
    besluiten = beslis(
        dimensies, lambda keuze: van(plan.vraag(regel, dag_van(keuze), {**feiten_van(keuze), **vast}), telt)
    )
    for besluit, waar in besluiten.items():
        yield besluit.bron, waar


def bij_product(
    plan: Plan,
    record: Record,
    regel: str,
    telt: Callable[[Oordeel], bool],
    er_is: tuple[str, ...] = (),
    **vast: str,
) -> dict[Besluit, str]:
    """Give for a product what the rule decides, with the XPath of where it does; *er_is* are facts that are there."""
    return beslis(
        van_product(plan, record, regel, er_is=er_is, vast=vast),
        lambda keuze: van(plan.vraag(regel, dag_van(keuze), {**feiten_van(keuze), **vast}), telt),
    )


def van(oordeel: Oordeel, telt: Callable[[Oordeel], bool]) -> Besluit | None:
    """Give what was decided, when it counts."""
    if not telt(oordeel):
        return None
    geval = oordeel.beslist
    toelichting = str(geval.toelichting) if geval is not None and geval.toelichting else ""
    return Besluit(oordeel.waarden, bron_van(geval), toelichting)


def bron_van(geval: ElkGeval | None) -> str:
    """Give who decided, and where that stands: 'regio: Annex 4, 8.1'."""
    return f"{_LAGEN.get(geval.laag, geval.laag)}: {geval.bron}" if geval is not None else ""


def is_waarde(waarde: str) -> Callable[[Oordeel], bool]:
    """Count answers with this value."""
    return lambda oordeel: oordeel.waarde == waarde


def zeker(oordeel: Oordeel, waarden: Collection[str]) -> bool:
    """Tell whether the answer is one of these, whatever the message does not say."""
    return oordeel.waarde in waarden and not oordeel.mist
