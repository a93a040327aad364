"""Which schema a file must follow: told by its place and, inside a region, by its first key."""

from __future__ import annotations

from pathlib import PurePosixPath

from regioprotocol.source import Document

_NATIONAL_FOLDERS = {"regels": "regels", "standaardprotocol": "standaardprotocol", "codelijsten": "codelijst"}


def kind_of(document: Document) -> str:
    """Give the name of the schema for a document."""
    path = PurePosixPath(document.bestand)
    if path.suffix == ".md":
        return "werkwijze"
    root, *rest = path.parts
    if root == "productcodes":
        return "productcodes"
    if root == "protocols":
        if not {"documenten", "alineas", "weggelaten"}.isdisjoint(document.data):
            return "bronnen"
        return _NATIONAL_FOLDERS.get(rest[0], "woordenboek")
    if path.name == "regio.yaml":
        return "regio"
    if "routes" in document.data:
        return "routes"
    if not {"documenten", "alineas", "weggelaten"}.isdisjoint(document.data):
        return "bronnen"
    return "regels" if "regels" in document.data else "afspraken"
