"""Which schema a file must follow: told by its place and, where that does not decide, by its first keys."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from regioprotocol.source import Document

_NATIONAL_FOLDERS: Final = {
    "regels": "regels",
    "standaardprotocol": "standaardprotocol",
    "codelijsten": "codelijst",
    "controles": "controles",
    "woordenboek": "woordenboek",
}
_REGISTER: Final = frozenset({"documenten", "alineas", "weggelaten"})


def kind_of(document: Document) -> str:
    """Give the name of the schema for a document."""
    path = PurePosixPath(document.bestand)
    root, *rest = path.parts
    if path.suffix == ".md":
        return "werkwijze"
    if root == "productcodes":
        return "productcodes"
    if root == "protocols":
        by_key = "woordenboek" if _REGISTER.isdisjoint(document.data) else "bronnen"
        return _NATIONAL_FOLDERS.get(rest[0], by_key)
    if path.name == "regio.yaml":
        return "regio"
    return "gemeente" if "gemeenten" in rest[:-1] else _in_region(document)


def _in_region(document: Document) -> str:
    if not _REGISTER.isdisjoint(document.data):
        return "bronnen"
    return next((kind for kind in ("routes", "regels") if kind in document.data), "afspraken")
