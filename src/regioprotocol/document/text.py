"""The fixed texts of a document: data beside the code."""

from __future__ import annotations

from importlib.resources import files

from regioprotocol.prose import Blok, lees


def vaste_tekst(naam: str) -> tuple[Blok, ...]:
    """Give a fixed text: 'rangorde', 'begrippen'. They quote no values."""
    tekst = files(__package__).joinpath("texts", f"{naam}.md").read_text(encoding="utf-8")
    return lees(tekst, lambda regel, _: regel)
