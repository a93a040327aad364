"""The finding as a record: kind, place, text, hint, and the other places it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Ernst = Literal["fout", "waarschuwing"]

# A mark packs line, column and 'was not quoted' in one integer: cheaper than an object per scalar.
_KOLOM_BITS = 20
_SHIFT = _KOLOM_BITS + 1
_LAATSTE_KOLOM = (1 << _KOLOM_BITS) - 1


@dataclass(frozen=True, slots=True, order=True)
class Plaats:
    """A place in a file; line and column count from 1, and 0 means: the file as a whole.

    In a spreadsheet *blad* names the sheet, and line and column are those of a cell; column 0 is a whole row.
    """

    bestand: str
    regelnummer: int = 0
    kolom: int = 0
    blad: str = ""

    def __str__(self) -> str:
        """Give the form that editors can jump to; for a spreadsheet the form that Excel shows."""
        if self.blad:
            return f"{self.bestand} {self.cel}"
        if not self.regelnummer:
            return self.bestand
        return f"{self.bestand}:{self.regelnummer}:{self.kolom}"

    @property
    def cel(self) -> str:
        """Give the cell as a spreadsheet names it: 'Blad1!E17', 'Blad1!17:17' for a row, 'Blad1' for a sheet."""
        if not self.blad or not self.regelnummer:
            return self.blad
        rij = self.regelnummer
        return f"{self.blad}!{kolomletters(self.kolom)}{rij}" if self.kolom else f"{self.blad}!{rij}:{rij}"


def kolomletters(kolom: int) -> str:
    """Give the letters of a column that counts from 1: 5 is 'E', 27 is 'AA'."""
    letters = ""
    while kolom > 0:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def merk(regel: int, kolom: int, *, kaal: bool = False) -> int:
    """Pack a line and a column (both from 0) in a mark; *kaal*: the scalar had no quotes."""
    return (regel << _SHIFT) | ((kolom if kolom < _LAATSTE_KOLOM else _LAATSTE_KOLOM) << 1) | kaal


def plaats_van(bestand: str, mark: int, blad: str = "") -> Plaats:
    """Unpack a mark."""
    return Plaats(bestand, (mark >> _SHIFT) + 1, ((mark >> 1) & _LAATSTE_KOLOM) + 1, blad)


@dataclass(frozen=True, slots=True)
class Plaatsen:
    """Where a record and each of its keys stand; unpacked only when a finding needs it."""

    bestand: str
    begin: int = -1
    sleutels: Mapping[str, int] = field(default_factory=dict)
    bestand_sleutels: Mapping[str, int] = field(default_factory=dict)
    blad: str = ""

    def van(self, *sleutels: str) -> Plaats:
        """Give the place of the first of these keys that is there, else of the record itself.

        A key can also stand at the top of the file, for all its records (`bestand_sleutels`).
        """
        for sleutel in sleutels:
            for waar in (self.sleutels, self.bestand_sleutels):
                if sleutel in waar:
                    return plaats_van(self.bestand, waar[sleutel], self.blad)
        return Plaats(self.bestand) if self.begin < 0 else plaats_van(self.bestand, self.begin, self.blad)


GEEN_PLAATSEN = Plaatsen("")


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of finding, stated once: a stable code with its explanation, example and remedy."""

    code: str
    ernst: Ernst
    titel: str
    uitleg: str
    voorbeeld: str
    oplossing: str
    regel: str = ""  # the national rule for which a message would be rejected (TR381)


@dataclass(frozen=True, slots=True)
class Verwant:
    """Another place that the finding is about, and what stands there."""

    plaats: Plaats
    tekst: str


@dataclass(frozen=True, slots=True)
class Melding:
    """One thing that is wrong. The text says what, the hint what the user can do."""

    soort: Soort
    plaats: Plaats
    tekst: str
    hint: str = ""
    verwant: tuple[Verwant, ...] = ()

    @property
    def sorteersleutel(self) -> tuple[str, str, int, int, str, str]:
        """Order by place, so that a person can work through a file from top to bottom."""
        p = self.plaats
        return (p.bestand, p.blad, p.regelnummer, p.kolom, self.soort.code, self.tekst)
