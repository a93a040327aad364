"""Afspraak: what the standard, a region or a municipality says about a Regel, when, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from regioprotocol.diagnostics import GEEN_PLAATSEN, Plaatsen
from regioprotocol.model.periode import ALTIJD_GELDIG, Geldigheid
from regioprotocol.model.regel import Inhoud

Laag = Literal["gemeente", "regio", "standaardprotocol", "iStandaarden"]
LAGEN: tuple[Laag, ...] = ("gemeente", "regio", "standaardprotocol", "iStandaarden")
LANDELIJK: frozenset[Laag] = frozenset({"standaardprotocol", "iStandaarden"})
SoortAfspraak = Literal["standaard", "invulling", "afwijking", "aanvulling", "verduidelijking"]


@dataclass(frozen=True, slots=True, order=True)
class Voorwaarde:
    """One of these values of this dimension; the values are sorted."""

    sleutel: str
    waarden: tuple[str, ...]


Als = tuple[Voorwaarde, ...]


@dataclass(frozen=True, slots=True)
class Erkenning:
    """A region knows that an afspraak is against a national rule: why, and until when."""

    reden: str
    tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """One entry. A verduidelijking has words (*tekst*) and no value; it is never a case."""

    regel: str
    laag: Laag
    soort: SoortAfspraak
    inhoud: Inhoud | None
    als: Als = ()
    geldig: Geldigheid = ALTIJD_GELDIG
    bron: tuple[str, ...] = ()
    dekt: tuple[str, ...] = ()
    voorrang: int = 0
    bindend: bool = False
    telt_op: bool = False
    tekst: str = ""
    reden: str = ""
    besluit: str = ""
    toelichting: str = ""
    opmerking: str = ""
    versie: str = ""
    beeindigd_in: str = ""
    erkend: Erkenning | None = None
    gemeente: str = ""
    plaatsen: Plaatsen = GEEN_PLAATSEN
