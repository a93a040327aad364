"""What a product is in a spreadsheet and in a message: columns and elements, as data in protocols/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kolomsoort = Literal[
    "code", "codes", "tekst", "keuze", "keuzes", "datum", "bedrag", "getal", "duur", "delen", "combinaties"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column: its heading in our own sheets, and other headings by which it is known.

    *eigen*: it stands in our sheets, or is compared, but is never written to the table. *breedte* is in characters.
    """

    naam: str
    titel: str
    soort: Kolomsoort
    uitleg: str
    breedte: int
    namen: tuple[str, ...] = ()
    dimensie: str = ""
    eigen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Schrijfwijze:
    """Other ways to write a value of a dimension ('uren' for unit 04)."""

    dimensie: str
    waarde: str
    namen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolommen:
    """All columns in the order of our own sheets, words that begin a footer, and other ways to write values.

    A tariff that changes by more than *opvallend_procent* is asked about.
    """

    kolommen: Mapping[str, Kolom] = field(default_factory=dict)
    voetregels: tuple[str, ...] = ()
    schrijfwijzen: tuple[Schrijfwijze, ...] = ()
    opvallend_procent: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Productveld:
    """An element of a message that has to do with a product: the rule on its use, and the value that comes in it.

    *als* is what the rule is asked for besides the product; without *uit* the product gives no value.
    """

    bericht: str
    element: str
    regel: str
    veld: str
    als: tuple[tuple[str, str], ...] = ()
    uit: str = ""
