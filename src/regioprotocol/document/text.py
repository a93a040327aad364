"""The fixed texts of a document and the order of its subjects: data beside the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from regioprotocol.prose import Blok, lees


class Onderwerp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of rules by the first part of their names; the group without any takes what is left."""

    titel: str
    onderwerpen: tuple[str, ...]


def vaste_tekst(naam: str) -> tuple[Blok, ...]:
    """Give a fixed text: 'rangorde', 'begrippen'. They quote no values."""
    tekst = files(__package__).joinpath("texts", f"{naam}.md").read_text(encoding="utf-8")
    return lees(tekst, lambda regel, _: regel)


@cache
def onderwerpen() -> tuple[Onderwerp, ...]:
    """Give the subjects of rules that have no chapter of the region's own, in order."""
    return msgspec.json.decode(files(__package__).joinpath("topics.json").read_bytes(), type=tuple[Onderwerp, ...])
