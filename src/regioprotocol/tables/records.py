"""What is asked of an import, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regioprotocol.diagnostics import Melding
from regioprotocol.tables.changes import Wijziging
from regioprotocol.tables.flat import Productrij
from regioprotocol.tables.rows import Waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """How a sheet is to be taken.

    *per*: the day from which it holds. *volledig*: what is not in it ends on the day before, unless it is
    *elders*: on another sheet of the same file. A tariff that changes more than *opvallend_procent* is asked about.
    """

    regio: str
    vandaag: str
    per: str = ""
    volledig: bool = False
    elders: frozenset[str] = frozenset()
    opvallend_procent: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a sheet does to a table. *rijen*: the whole table afterwards, the new ones last.

    *intussen*: what others changed since the sheet was exported. *cellen*: where a product's columns stand,
    by its place in *rijen*, and *bladen* on which sheet.
    """

    toegevoegd: tuple[Productrij, ...] = ()
    beeindigd: tuple[Wijziging, ...] = ()
    gewijzigd: tuple[Wijziging, ...] = ()
    ongewijzigd: tuple[Productrij, ...] = ()
    intussen: tuple[Wijziging, ...] = ()
    rijen: tuple[Productrij, ...] = ()
    cellen: Mapping[int, Mapping[str, Waarde]] = field(default_factory=dict)
    bladen: Mapping[int, str] = field(default_factory=dict)
    meldingen: tuple[Melding, ...] = ()

    @property
    def verandert(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self.toegevoegd or self.beeindigd or self.gewijzigd)
