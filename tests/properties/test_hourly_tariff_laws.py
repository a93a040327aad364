"""An hourly tariff that fits a tariff per minute and an amount is found exactly when there is one."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from regioprotocol.engine.amounts import minutenbedrag, minuuttarief, uurtarief_mogelijk


@given(st.integers(0, 60_000), st.integers(0, 50_000))
def test_wat_klopt_is_mogelijk(centen: int, minuten: int) -> None:
    """Every line that was computed as IV081 says is possible."""
    uurtarief = Decimal(centen) / 100
    assert uurtarief_mogelijk(minuuttarief(uurtarief), minuten, minutenbedrag(uurtarief, minuten))


@given(st.integers(0, 400), st.integers(0, 400), st.integers(-60, 60))
def test_alleen_wat_kan_is_mogelijk(tarief_centen: int, minuten: int, verschil: int) -> None:
    """An amount is possible exactly when trying every hourly tariff finds it."""
    tarief = Decimal(tarief_centen) / 100
    uurtarieven = (Decimal(u) / 100 for u in range(max(0, 60 * tarief_centen - 40), 60 * tarief_centen + 40))
    passend = [u for u in uurtarieven if minuuttarief(u) == tarief]
    ingediend = max(Decimal(0), tarief * minuten + Decimal(verschil) / 100)
    verwacht = any(minutenbedrag(u, minuten) == ingediend for u in passend)
    assert uurtarief_mogelijk(tarief, minuten, ingediend) == verwacht


def test_voorbeeld_van_de_bron() -> None:
    """TV-000-04: 240 minutes at € 87,24 an hour; the slip of rounding first happens to fit € 87,00 an hour."""
    assert uurtarief_mogelijk(Decimal("1.45"), 240, Decimal("348.96"))
    assert uurtarief_mogelijk(Decimal("1.45"), 240, Decimal("348.00"))
    assert not uurtarief_mogelijk(Decimal("1.45"), 240, Decimal("349.20"))
