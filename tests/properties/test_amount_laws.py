"""Laws of amounts and hours: bounds, adding up, half cents."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regioprotocol.engine.amounts import (
    CENTEN,
    Afronding,
    bedrag,
    dagdeeltarief,
    minutenbedrag,
    minutenbedrag_vroeger,
    minuuttarief,
    rond,
    uren,
)

HELE_UREN: Final = Afronding(decimalen=0, minimum=1)
HALVE_CENT: Final = Decimal("0.005")
# As messages hold them: whole cents, at most 8 digits; and a volume of at most 8 digits.
LAWS: Final = settings(max_examples=100, deadline=None)
TARIEVEN: Final = st.integers(0, 99_999_999).map(lambda centen: Decimal(centen) / 100)
VOLUMES: Final = st.integers(0, 99_999_999)


@LAWS
@given(TARIEVEN, VOLUMES)
def test_an_amount_lies_within_half_a_cent_of_the_exact_one(tarief: Decimal, minuten: int) -> None:
    """And on the upper side when the exact one lies just between two cents."""
    exact = Fraction(tarief) * minuten / 60
    afwijking = Fraction(minutenbedrag(tarief, minuten)) - exact
    assert -Fraction(HALVE_CENT) < afwijking <= Fraction(HALVE_CENT)


@LAWS
@given(TARIEVEN, st.integers(0, 1_000_000))
def test_whole_hours_cost_what_the_hourly_tariff_says(tarief: Decimal, hele_uren: int) -> None:
    """Minutes that make whole hours need no rounding at all."""
    assert minutenbedrag(tarief, 60 * hele_uren) == bedrag(tarief, hele_uren) == tarief * hele_uren


@LAWS
@given(TARIEVEN, st.integers(0, 40_000_000), st.integers(0, 40_000_000))
def test_rounding_per_week_differs_at_most_one_cent_for_two_weeks(tarief: Decimal, een: int, ander: int) -> None:
    """Adding first and rounding once is the rule; rounding twice can be a cent off, and no more."""
    samen = minutenbedrag(tarief, een + ander)
    apart = minutenbedrag(tarief, een) + minutenbedrag(tarief, ander)
    assert abs(samen - apart) <= Decimal("0.01")


@LAWS
@given(TARIEVEN, VOLUMES, VOLUMES)
def test_more_minutes_never_cost_less(tarief: Decimal, minuten: int, meer: int) -> None:
    """The amount does not go down."""
    assert minutenbedrag(tarief, minuten) <= minutenbedrag(tarief, minuten + meer)


@LAWS
@given(TARIEVEN, VOLUMES)
def test_rounding_the_tariff_first_is_off_by_at_most_half_a_cent_a_minute(tarief: Decimal, minuten: int) -> None:
    """That is what makes the old way expensive: the slip grows with the minutes."""
    verschil = abs(minutenbedrag_vroeger(tarief, minuten) - minutenbedrag(tarief, minuten))
    assert verschil <= HALVE_CENT * minuten + HALVE_CENT


@LAWS
@given(VOLUMES)
def test_whole_hours_lie_within_half_an_hour_and_are_never_nothing(minuten: int) -> None:
    """30 minutes go up; any care at all is at least one hour; no care is none."""
    gevonden = uren(minuten, HELE_UREN)
    if minuten == 0:
        assert gevonden == 0
    else:
        assert gevonden >= 1
        assert -30 < 60 * gevonden - minuten <= (30 if minuten >= 30 else 59)


@LAWS
@given(TARIEVEN)
def test_a_part_of_a_tariff_is_the_nearest_cent(tarief: Decimal) -> None:
    """Per minute and per dagdeel."""
    assert abs(Fraction(minuuttarief(tarief)) - Fraction(tarief) / 60) <= Fraction(HALVE_CENT)
    assert Fraction(dagdeeltarief(tarief)) - Fraction(tarief) / 2 in {0, Fraction(HALVE_CENT)}


@LAWS
@given(st.integers(0, 10**12))
def test_a_half_cent_goes_up(centen: int) -> None:
    """Never to the even side."""
    assert rond(Decimal(centen) / 100 + HALVE_CENT) == Decimal(centen + 1) / 100


@pytest.mark.parametrize("waarde", ["-0.01", "NaN", "Infinity", "-Infinity"])
def test_what_is_no_amount_is_refused(waarde: str) -> None:
    """A negative amount does not exist: a credit line says so with a letter."""
    with pytest.raises(ValueError, match="nul of meer"):
        rond(Decimal(waarde), CENTEN)
