"""The document as records: what a page shows, in order, with its numbers; nothing about paper or Word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from regioprotocol.prose import Blok


@dataclass(frozen=True, slots=True, kw_only=True)
class Lid:
    """One numbered case of a rule: for whom, what holds, what else to know, and who decided that.

    *merk* warns a reader: 'in strijd met landelijke regel' or 'ontbreekt in bron'.
    """

    nummer: int
    voor: str
    zin: str
    toelichting: tuple[tuple[str, str], ...] = ()
    merk: str = ""
    herkomst: str = ""


@dataclass(frozen=True, slots=True)
class Leden:
    """The cases of a rule in the order in which they are tried."""

    leden: tuple[Lid, ...]


@dataclass(frozen=True, slots=True)
class Kader:
    """Something that a reader may not miss."""

    titel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """Who signs, with room to do so."""

    partijen: tuple[str, ...]


Onderdeel = Blok | Leden | Kader | Ondertekening


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie:
    """A part, chapter or paragraph. Numbers follow from the order of the data and are never counted on paper.

    *regel*: the rule that it is about. Other places point to it with '#' and its number. *liggend*: its tables
    want the long side of the paper; a page maker that cannot turn a page keeps it upright.
    """

    nummer: str
    titel: str
    regel: str = ""
    onderdelen: tuple[Onderdeel, ...] = ()
    secties: tuple[Sectie, ...] = ()
    nieuwe_pagina: bool = False
    liggend: bool = False

    @property
    def in_inhoud(self) -> bool:
        """Tell whether the contents name it: every part, chapter and paragraph, but not each rule."""
        return not self.regel


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The protocol as a document. *watermerk* stands across every page; *op* is the day that it describes.

    *titel* is *naam* with the region.
    """

    titel: str
    naam: str
    ondertitel: str
    regio: str
    versie: str
    status: str
    op: date
    digest: str
    watermerk: str
    onofficieel: bool
    kenmerken: tuple[tuple[str, str], ...]
    waarschuwingen: tuple[Kader, ...]
    delen: tuple[Sectie, ...]

    @property
    def auteur(self) -> str:
        """Give who speaks; nobody when the region did not publish this itself."""
        return "" if self.onofficieel else self.regio
