"""What a spreadsheet holds, as a person sees it: workbooks, sheets and cells, without the library that read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from regioprotocol.diagnostics import Plaats

Celsoort = Literal["tekst", "getal", "datum", "ja/nee", "formule", "foutwaarde"]
# What to do with a formula: refuse it, or take the value that was stored last. Nothing is ever computed.
Formules = Literal["weiger", "waarde"]


@dataclass(frozen=True, slots=True)
class Cel:
    """A filled cell. *tekst* is what a person sees; *waarde* is what the file holds.

    A number has a Decimal and a day a date. *opmaak* is the number format ('0000', 'General').
    A formula has its own text as *waarde*; *tekst* is then the value that was stored last, or nothing.
    A time of day and a length of time are text ('08:30'), because no column of ours holds one.
    """

    soort: Celsoort
    waarde: str | Decimal | date | bool
    tekst: str
    opmaak: str = ""


@dataclass(frozen=True, slots=True)
class Bereik:
    """A rectangle of cells that were merged, both ends included. Only its first cell can hold something."""

    van_rij: int
    van_kolom: int
    tot_rij: int
    tot_kolom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A sheet: its filled cells by row and column (both from 1), and what is hidden.

    Hidden rows and columns are given as far as the sheet is filled. A sheet that is *diep_verborgen* is not
    even listed under 'Zichtbaar maken': only a program makes one.
    """

    naam: str
    rijen: Mapping[int, Mapping[int, Cel]]
    verborgen: bool = False
    diep_verborgen: bool = False
    verborgen_kolommen: frozenset[int] = frozenset()
    verborgen_rijen: frozenset[int] = frozenset()
    samengevoegd: tuple[Bereik, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkboek:
    """A file with sheets. A CSV file is a workbook with one sheet, named after the file as Excel does.

    *bladen* are the sheets that were read, *bladnamen* all that a person can see or make visible.
    *eigenschappen* are the custom properties of the file (Bestand > Info > Geavanceerde eigenschappen).
    """

    bestand: str
    bladen: tuple[Blad, ...] = field(default=())
    bladnamen: tuple[str, ...] = ()
    eigenschappen: Mapping[str, str] = field(default_factory=dict)

    def plaats(self, blad: Blad, rij: int = 0, kolom: int = 0) -> Plaats:
        """Give the place of a cell, a row or a sheet."""
        return Plaats(self.bestand, rij, kolom, blad.naam)
