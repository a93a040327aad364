"""Regio: who it is, which municipalities take part, which protocol versions it had, what it follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from regioprotocol.diagnostics import GEEN_PLAATSEN, Plaatsen
from regioprotocol.model.afspraak import Voorwaarde
from regioprotocol.model.periode import Geldigheid, Periode
from regioprotocol.model.woordenboek import Document, Gemeente

Status = Literal["concept", "definitief", "vervallen", "voorbeeld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """A version of the protocol. *vastgesteld*: the day it was adopted, when known."""

    nummer: str
    status: Status
    geldt: Geldigheid
    vastgesteld: date | None = None
    besluit: str = ""
    vindplaats: str = ""
    officieel: bool = False
    plaatsen: Plaatsen = GEEN_PLAATSEN

    @property
    def bekend_vanaf(self) -> date | None:
        """Give the day from which people could know it: adopted, else in force."""
        return self.vastgesteld or self.geldt.vanaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelname:
    """A municipality takes part for these domains, for one perceel or all."""

    gemeente: str
    domeinen: tuple[str, ...]
    perceel: str = ""
    periode: Periode
    bron: tuple[str, ...] = ()
    opmerking: str = ""
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """A statement of the source document that must land somewhere."""

    id: str
    document: str
    paragraaf: str
    soort: str
    kern: str
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Weggelaten:
    """A statement that lands nowhere on purpose, with the reason."""

    id: str
    reden: str
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Documents with their statements, and what was left out of them."""

    documenten: tuple[Document, ...] = ()
    alineas: tuple[Alinea, ...] = ()
    weggelaten: tuple[Weggelaten, ...] = ()


LEEG_REGISTER = Register()


def op_naam(documenten: Iterable[Document]) -> dict[str, Document]:
    """Give documents by name; when a name stands there twice, the first holds (the other is a finding)."""
    per_naam: dict[str, Document] = {}
    for document in documenten:
        per_naam.setdefault(document.naam, document)
    return per_naam


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers questions about a subject: a mailbox of a department, never of a person."""

    onderwerp: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regio:
    """A region as its own files tell it."""

    naam: str
    titel: str
    afkortingen: tuple[str, ...] = ()
    omschrijving: str = ""
    voorbeeld: bool = False
    standaardprotocollen: tuple[str, ...] = ()
    vaste_release: str | None = None
    standaardfeiten: tuple[Voorwaarde, ...] = ()
    versies: tuple[Versie, ...] = ()
    deelname: tuple[Deelname, ...] = ()
    gemeenten: tuple[Gemeente, ...] = ()
    contacten: tuple[Contact, ...] = ()
    in_het_kort: tuple[str, ...] = ()  # rules that matter most here, the first of them first
    register: Register = LEEG_REGISTER
    plaatsen: Plaatsen = GEEN_PLAATSEN

    def versie_op(self, dag: date) -> Versie | None:
        """Give the version that is in force on a day: the last one that had begun."""
        begonnen = [v for v in self.versies if v.geldt.vanaf and v.geldt.vanaf <= dag and v.status != "vervallen"]
        return max(begonnen, key=lambda v: v.geldt.vanaf or dag, default=None)
