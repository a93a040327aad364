"""Product: a row of a region's product code table, with its dated tariffs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from regioprotocol.diagnostics import GEEN_PLAATSEN, Plaatsen
from regioprotocol.model.periode import ALTIJD, Periode
from regioprotocol.model.regel import Termijn

ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctie:
    """A tariff that was published wrong: the amount that stood there, and why it changes backwards in time."""

    was: Decimal
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tarief:
    """Euros per unit of the assignment, in a period, for a kenmerk (HBO, WO) if there is one."""

    bedrag: Decimal
    kenmerk: str = ""
    periode: Periode = ALTIJD
    correctie: Correctie | None = None
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A part of a product that is declared on its own: 70% at the start, 30% when the result is there."""

    naam: str
    aandeel: int
    code: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Combinatie:
    """With which codes a product may, may not or must be assigned together."""

    soort: Literal["toegestaan", "uitgesloten", "vereist"]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product. 'onbekend' stands where no source gives a value."""

    code: str
    naam: str
    categorie: str
    wet: tuple[str, ...]
    variant: str
    eenheid: str
    declaratie_eenheid: str
    frequenties: tuple[str, ...]
    tarieven: tuple[Tarief, ...]
    tarief_stand: Literal["bekend", "onbekend", "geen"]
    groepen: tuple[str, ...] = ()
    perceel: str = ""
    periode: Periode = ALTIJD
    declareren_tot_en_met: date | None = None
    vervangt: tuple[str, ...] = ()
    maximale_duur: Termijn | None = None
    hoofdcode: str = ""
    delen: tuple[Deel, ...] = ()
    combinaties: tuple[Combinatie, ...] = ()
    maximum_per_jaar: int | None = None
    declaratiemoment: str = ""
    bron: str = ""
    toelichting: str = ""
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Producttabel:
    """The products of one region. *vastgesteld_op*: the day on which the catalogue was fixed."""

    regio: str
    status: str
    producten: tuple[Product, ...]
    vastgesteld_op: date | None = None
    plaatsen: Plaatsen = GEEN_PLAATSEN
