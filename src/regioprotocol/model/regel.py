"""Regel: a named slot of the standard; and the kinds of value that a slot can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from regioprotocol.calendar import Duur, Richting, Verschuiving
from regioprotocol.diagnostics import GEEN_PLAATSEN, Plaatsen
from regioprotocol.model.periode import ALTIJD_GELDIG, Geldigheid


class Soortwaarde(StrEnum):
    """The kinds of value."""

    TERMIJN = "termijn"
    BERICHTGEBRUIK = "berichtgebruik"
    KEUZE = "keuze"
    LIJST = "lijst"
    GETAL = "getal"
    BEDRAG = "bedrag"
    BEREKENING = "berekening"
    TEKST = "tekst"


BERICHTGEBRUIK = ("verplicht", "toegestaan", "voorwaardelijk", "niet toegestaan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A term: after or before which event, how long. Without an event no date can be computed."""

    duur: Duur
    tekst: str
    richting: Richting | None = None
    gebeurtenis: str | None = None


@dataclass(frozen=True, slots=True)
class Woord:
    """A value that is a word or a text: a use, a choice, a text. *gevolg*: what a sender gets."""

    tekst: str
    gevolg: str = ""


@dataclass(frozen=True, slots=True)
class Lijst:
    """A value that is a list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Getal:
    """A value that is a whole number."""

    getal: int


@dataclass(frozen=True, slots=True)
class Bedrag:
    """A value that is an amount in euros."""

    bedrag: Decimal


@dataclass(frozen=True, slots=True)
class Berekening:
    """A named calculation with its settings."""

    naam: str
    instellingen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """What stands instead of a value; *waar* for what is arranged elsewhere."""

    stand: str
    waar: str = ""


Inhoud = Termijn | Woord | Lijst | Getal | Bedrag | Berekening | Stand


def als_tekst(inhoud: Inhoud) -> str:
    """Write a value as people read it in a finding."""
    if isinstance(inhoud, Termijn):
        return f"{inhoud.tekst} {inhoud.richting} {inhoud.gebeurtenis}" if inhoud.gebeurtenis else inhoud.tekst
    if isinstance(inhoud, Lijst):
        return ", ".join(inhoud.items)
    if isinstance(inhoud, Getal | Bedrag):
        return str(inhoud.getal if isinstance(inhoud, Getal) else inhoud.bedrag)
    if isinstance(inhoud, Berekening):
        return inhoud.naam
    return inhoud.stand if isinstance(inhoud, Stand) else inhoud.tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A named slot with its words, its source, its life, and how far a region may deviate."""

    naam: str
    soort: Soortwaarde
    titel: str
    vraag: str
    antwoord: str
    bron: tuple[str, ...]
    afwijkbaar: Literal["ja", "aanvullen", "nee"] = "ja"
    toetsbaar: Literal["één bericht", "meer berichten", "datums van buiten", "niet"] = "niet"
    peildatum: Literal["gebeurtenis", "dag van zorg", "dag van het bericht"] = "gebeurtenis"
    vrije_dag: Verschuiving = "niet afgesproken"
    antwoorden: tuple[tuple[str, str], ...] = ()
    synoniemen: tuple[str, ...] = ()
    berichten: tuple[str, ...] = ()
    elementen: tuple[str, ...] = ()
    actor: str = ""
    keuzes: Mapping[str, str] = field(default_factory=dict)
    codelijst: str = ""
    eenheid: str = ""
    uit_product: str = ""
    geldig: Geldigheid = ALTIJD_GELDIG
    dekt: tuple[str, ...] = ()
    regio: str = ""
    plaatsen: Plaatsen = GEEN_PLAATSEN
