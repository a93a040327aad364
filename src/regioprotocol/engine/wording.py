"""How a finding writes a day and an amount."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

_MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def dagnaam(dag: date) -> str:
    """Write '8 mei 2026'."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def euro(bedrag: Decimal) -> str:
    """Write '€ 1.348,96'."""
    return "€ " + f"{bedrag:,.2f}".translate(str.maketrans(",.", ".,"))
