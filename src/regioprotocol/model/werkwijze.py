"""Werkwijze and Route: what a protocol tells in words and in steps, with values quoted by rule name."""

from __future__ import annotations

from dataclasses import dataclass

from regioprotocol.diagnostics import GEEN_PLAATSEN, Plaatsen
from regioprotocol.model.afspraak import Als


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanhaling:
    """A value quoted in prose: {{vot.indientermijn als productgroep=crisis}}, with its line in the file."""

    regel: str
    als: tuple[tuple[str, tuple[str, ...]], ...]
    regelnummer: int
    kolom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkwijze:
    """A chapter of prose in Markdown. *begin*: the line of the file on which the text starts."""

    titel: str
    volgorde: int
    bron: tuple[str, ...]
    dekt: tuple[str, ...]
    tekst: str
    begin: int
    aanhalingen: tuple[Aanhaling, ...] = ()
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step of a route: who does what, with which message, in which term."""

    wie: str
    doet: str
    bericht: str = ""
    regel: str = ""
    als: Als = ()
    ontbreekt: bool = False
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A route through a process. *ontbreekt*: the source has it only as a drawing that we do not have."""

    naam: str
    titel: str
    bron: tuple[str, ...]
    als: Als = ()
    dekt: tuple[str, ...] = ()
    opmerking: str = ""
    ontbreekt: bool = False
    stappen: tuple[Stap, ...] = ()
    plaatsen: Plaatsen = GEEN_PLAATSEN
