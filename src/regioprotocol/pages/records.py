"""What the pages are made from, and what they come out as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from regioprotocol.model.werkmap import Werkmap
from regioprotocol.parameterset import Index, Parameterset
from regioprotocol.resolve import Snapshot

STANDAARD = "standaard"


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file of the site by its path: a page ends in `index.md`; anything else is put there as it is."""

    pad: str
    inhoud: bytes

    @property
    def is_pagina(self) -> bool:
        """Tell whether the site builder makes a page of it."""
        return self.pad == "index.md" or self.pad.endswith("/index.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A region (or the standard) with everything a page can ask: the snapshot, its set, and its files to download.

    *op*: the day that its pages are about: today, or the first day of a protocol that has not begun.
    """

    naam: str
    titel: str
    snapshot: Snapshot
    index: Index
    bestanden: Mapping[str, bytes]
    op: date

    @property
    def parameterset(self) -> Parameterset:
        """Give the set that the page quotes."""
        return self.index.parameterset

    @property
    def pad(self) -> str:
        """Give where the pages of this region begin: 'regios/mijn-regio/'."""
        return f"regios/{self.naam}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything of one build. *op*: the day that counts as today; *basis_url*: where the site will live, or ''.

    *uitvoer*: what the tool itself said at each step of the guide for who keeps a region.
    """

    werkmap: Werkmap
    standaard: Deel
    regios: tuple[Deel, ...]
    op: date
    basis_url: str = ""
    uitvoer: Mapping[str, str] = field(default_factory=dict)
