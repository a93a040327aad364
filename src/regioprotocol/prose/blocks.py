"""What prose is made of, whatever it is shown in: pieces of text, paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """A piece of text in one form. *regel*: the rule whose value it quotes; *doel*: the address of a link."""

    tekst: str
    vet: bool = False
    schuin: bool = False
    code: bool = False
    regel: str = ""
    doel: str = ""


Regeltekst = tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    stukken: Regeltekst


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading within a chapter; *niveau* as written, 1 is the widest."""

    niveau: int
    stukken: Regeltekst


@dataclass(frozen=True, slots=True)
class Opsomming:
    """A list; every item has blocks of its own."""

    genummerd: bool
    items: tuple[tuple[Blok, ...], ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with one row of headings. *breedtes*: how the width is divided, when equal is not good."""

    kop: tuple[Regeltekst, ...]
    rijen: tuple[tuple[Regeltekst, ...], ...]
    breedtes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Citaat:
    """Blocks that someone else said."""

    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Codeblok:
    """Text to be shown letter by letter."""

    tekst: str


Blok = Alinea | Kop | Opsomming | Tabel | Citaat | Codeblok


def stukken(tekst: str, *, vet: bool = False, schuin: bool = False) -> Regeltekst:
    """Give plain text as pieces; empty text has none."""
    return (Stuk(tekst=tekst, vet=vet, schuin=schuin),) if tekst else ()


def platte_tekst(regel: Iterable[Stuk]) -> str:
    """Give the words alone."""
    return "".join(stuk.tekst for stuk in regel)
