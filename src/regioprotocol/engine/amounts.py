"""Tariffs, amounts and hours of a declaration: computed exactly, and rounded once, at the end.

Money is a Decimal in euro; minutes and hours are whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

MINUTEN_PER_UUR: Final = 60
DAGDELEN_PER_DAG: Final = 2

# Wide enough that nothing is rounded before the end: an amount in a message has at most 12 digits.
_EXACT: Final = Context(prec=60, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afronding:
    """How the end of a calculation is rounded: to so many decimals, a half goes up.

    *minimum* is the least that comes out when there is anything at all; nothing stays nothing.
    """

    decimalen: int
    minimum: int = 0


CENTEN: Final = Afronding(decimalen=2)


def rond(waarde: Decimal, afronding: Afronding = CENTEN) -> Decimal:
    """Round a value that is not negative. Raises ValueError for a negative value and for what is no number."""
    if not waarde.is_finite() or waarde < 0:
        raise ValueError("een bedrag of volume is nul of meer")
    if not waarde:
        return Decimal(0).quantize(_stap(afronding), context=_EXACT)
    return max(waarde.quantize(_stap(afronding), context=_EXACT), Decimal(afronding.minimum))


def bedrag(tarief: Decimal, volume: int, afronding: Afronding = CENTEN) -> Decimal:
    """Give the amount in euro of a volume at a tariff per unit (TR346)."""
    return rond(_EXACT.multiply(tarief, Decimal(volume)), afronding)


def minuuttarief(uurtarief: Decimal, afronding: Afronding = CENTEN) -> Decimal:
    """Give the tariff per minute that stands in a declaration in minutes (IV081, TR418).

    It is only mentioned there: the amount is computed from the hourly tariff, see `minutenbedrag`.
    """
    return rond(_EXACT.divide(uurtarief, MINUTEN_PER_UUR), afronding)


def minutenbedrag(uurtarief: Decimal, minuten: int, afronding: Afronding = CENTEN) -> Decimal:
    """Give the amount in euro for minutes at an hourly tariff, rounded at the end (IV081, TR346).

    *minuten* are all minutes of the productperiode together.
    """
    return rond(_EXACT.divide(_EXACT.multiply(uurtarief, Decimal(minuten)), MINUTEN_PER_UUR), afronding)


def uurtarief_mogelijk(tarief: Decimal, minuten: int, ingediend: Decimal) -> bool:
    """Tell whether some hourly tariff in whole cents gives both this tariff per minute and this amount (IV081).

    For who does not know the contract: when none does, the amount is wrong whatever was agreed.
    """
    tarief_centen, centen = (int(bedrag_.scaleb(2)) for bedrag_ in (tarief, ingediend))
    if not minuten:
        return not centen
    helft = MINUTEN_PER_UUR // 2
    laagste, hoogste = MINUTEN_PER_UUR * tarief_centen - helft, MINUTEN_PER_UUR * tarief_centen + helft - 1
    # The tariffs per hour whose amount rounds to these cents: 2c - 1 <= 2 * uurtarief * minuten / 60 < 2c + 1.
    van = -((1 - 2 * centen) * helft // minuten)
    tot = -(-(2 * centen + 1) * helft // minuten) - 1
    return max(laagste, van, 0) <= min(hoogste, tot)


def minutenbedrag_vroeger(uurtarief: Decimal, minuten: int, afronding: Afronding = CENTEN) -> Decimal:
    """Give the amount from the rounded tariff per minute: right until release 2.4, a known slip since then."""
    return bedrag(minuuttarief(uurtarief, afronding), minuten, afronding)


def dagdeeltarief(dagprijs: Decimal, afronding: Afronding = CENTEN) -> Decimal:
    """Give the tariff of a dagdeel (4 hours) from the price of a day, as it was computed until release 2.4."""
    return rond(_EXACT.divide(dagprijs, DAGDELEN_PER_DAG), afronding)


def uren(minuten: int, afronding: Afronding) -> int:
    """Give the whole hours of a declaration in hours for the minutes that were delivered (IV079).

    *minuten* are all minutes of the productperiode together; *afronding* carries the minimum of the set.
    """
    return int(rond(_EXACT.divide(Decimal(minuten), MINUTEN_PER_UUR), afronding))


def _stap(afronding: Afronding) -> Decimal:
    return Decimal(1).scaleb(-afronding.decimalen)
