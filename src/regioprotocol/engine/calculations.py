"""The calculations of a declaration as a parameter set decides them: look up how, then compute.

Each gives its value with the case that decided. Raises GeenRekenwijzeError when the set does not say how, or names a
way that this engine does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from regioprotocol.engine import amounts
from regioprotocol.engine.amounts import Afronding
from regioprotocol.engine.periods import DAG_VAN_LEVERING, ZONDAG_VAN_DE_WEEK, Periode, peildag_van_levering
from regioprotocol.engine.settings import GeenRekenwijzeError, Rekenwijze, afronding, keuze, rekenwijze
from regioprotocol.parameterset import Feiten, Index

MINUUTTARIEF: Final = "berekening.minuuttarief"
MINUTENBEDRAG: Final = "berekening.minutenbedrag"
UREN: Final = "berekening.uren"
DAGDEELTARIEF: Final = "berekening.dagdeeltarief"
MAAND_VAN_LEVERING: Final = "productperiode.maand"

W = TypeVar("W", Decimal, int)
Tariefdeel = Callable[[Decimal, Afronding], Decimal]
Minutenbedrag = Callable[[Decimal, int, Afronding], Decimal]

_TARIEFDELEN: Final[Mapping[str, Tariefdeel]] = MappingProxyType(
    {
        "uurtarief gedeeld door 60": amounts.minuuttarief,
        "dagprijs gedeeld door 2": amounts.dagdeeltarief,
    }
)
_MINUTENBEDRAGEN: Final[Mapping[str, Minutenbedrag]] = MappingProxyType(
    {
        "uurtarief maal minuten gedeeld door 60": amounts.minutenbedrag,
        "afgerond minuuttarief maal minuten": amounts.minutenbedrag_vroeger,
    }
)
_UREN: Final = "minuten optellen en afronden op hele uren"
_PEILDAGEN: Final = frozenset({DAG_VAN_LEVERING, ZONDAG_VAN_DE_WEEK})


@dataclass(frozen=True, slots=True)
class Berekend(Generic[W]):
    """What came out, with the case of the set that said how, and how it was rounded."""

    waarde: W
    wijze: Rekenwijze
    afronding: Afronding


def minuuttarief(index: Index, feiten: Feiten, op: date, uurtarief: Decimal) -> Berekend[Decimal]:
    """Give the tariff per minute for an hourly tariff, both in euro (IV081, TR418)."""
    return _tariefdeel(rekenwijze(index, MINUUTTARIEF, feiten, op), uurtarief)


def dagdeeltarief(index: Index, feiten: Feiten, op: date, dagprijs: Decimal) -> Berekend[Decimal]:
    """Give the tariff per dagdeel for the price of a day; since release 3.0 the contract names it."""
    return _tariefdeel(rekenwijze(index, DAGDEELTARIEF, feiten, op), dagprijs)


@dataclass(frozen=True, slots=True)
class Minutenrekenaar:
    """The way in which minutes at an hourly tariff are counted, looked up once for many lines."""

    wijze: Rekenwijze
    afronding: Afronding
    formule: Minutenbedrag

    def __call__(self, uurtarief: Decimal, minuten: int) -> Decimal:
        """Give the amount in euro."""
        return self.formule(uurtarief, minuten, self.afronding)


def minutenrekenaar(index: Index, feiten: Feiten, op: date) -> Minutenrekenaar:
    """Look up how the amount of minutes at an hourly tariff is computed (IV081, TR346)."""
    wijze = rekenwijze(index, MINUTENBEDRAG, feiten, op)
    if wijze.naam not in _MINUTENBEDRAGEN:
        raise _onbekend(wijze)
    return Minutenrekenaar(wijze, afronding(wijze), _MINUTENBEDRAGEN[wijze.naam])


def minutenbedrag(index: Index, feiten: Feiten, op: date, uurtarief: Decimal, minuten: int) -> Berekend[Decimal]:
    """Give the amount for all minutes of a productperiode at an hourly tariff (IV081, TR346)."""
    bereken = minutenrekenaar(index, feiten, op)
    return Berekend(bereken(uurtarief, minuten), bereken.wijze, bereken.afronding)


def uren(index: Index, feiten: Feiten, op: date, minuten: int) -> Berekend[int]:
    """Give the whole hours for all minutes of a productperiode (IV079)."""
    wijze = rekenwijze(index, UREN, feiten, op)
    if wijze.naam != _UREN:
        raise _onbekend(wijze)
    hoe = afronding(wijze)
    return Berekend(amounts.uren(minuten, hoe), wijze, hoe)


def peildag(index: Index, feiten: Feiten, levering: date, toewijzing: Periode) -> date:
    """Give the day that decides in which month this delivery is declared, when the frequency is a week (IV076).

    Raises ValueError for a delivery outside the assignment.
    """
    wijze = keuze(index, MAAND_VAN_LEVERING, feiten, levering)
    if wijze not in _PEILDAGEN:
        raise GeenRekenwijzeError(f"bij {MAAND_VAN_LEVERING} is geen rekenwijze afgesproken")
    return peildag_van_levering(levering, toewijzing, str(wijze))


def _tariefdeel(wijze: Rekenwijze, tarief: Decimal) -> Berekend[Decimal]:
    if wijze.naam not in _TARIEFDELEN:
        raise _onbekend(wijze)
    hoe = afronding(wijze)
    return Berekend(_TARIEFDELEN[wijze.naam](tarief, hoe), wijze, hoe)


def _onbekend(wijze: Rekenwijze) -> GeenRekenwijzeError:
    return GeenRekenwijzeError(f"de berekening '{wijze.naam}' kennen we niet")
