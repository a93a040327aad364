"""What is compared, and one line of was-wordt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from regioprotocol.parameterset import Feiten, Index

SoortWijziging = Literal[
    "gewijzigd",
    "toegevoegd",
    "vervallen",
    "product toegevoegd",
    "product beëindigd",
    "product gewijzigd",
    "tarief",
]
Oordeel = Literal["strenger", "ruimer", ""]


@dataclass(frozen=True, slots=True)
class Kant:
    """One side: a set on a day. *feiten* hold for every question, such as the other side's own variant."""

    index: Index
    op: date
    feiten: Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One change: for whom, what it was and becomes, from when, and why."""

    soort: SoortWijziging
    regel: str
    als: tuple[tuple[str, tuple[str, ...]], ...] = ()
    was: str = ""
    wordt: str = ""
    vanaf: str = ""
    reden: str = ""
    besluit: str = ""
    bron: str = ""
    verschil_eur: Decimal | None = None
    verschil_pct: Decimal | None = None
    oordeel: Oordeel = ""
