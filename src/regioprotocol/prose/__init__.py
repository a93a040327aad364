"""Chapters in Markdown to typed blocks, with the values that they quote filled in. Never HTML, never code."""

from regioprotocol.prose.blocks import (
    Alinea,
    Blok,
    Citaat,
    Codeblok,
    Kop,
    Opsomming,
    Stuk,
    Tabel,
    platte_tekst,
    stukken,
)
from regioprotocol.prose.markdown import lees
from regioprotocol.prose.quotes import Aanhaler

__all__ = [
    "Aanhaler",
    "Alinea",
    "Blok",
    "Citaat",
    "Codeblok",
    "Kop",
    "Opsomming",
    "Stuk",
    "Tabel",
    "lees",
    "platte_tekst",
    "stukken",
]
