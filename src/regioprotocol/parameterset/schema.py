"""The JSON Schema (2020-12) of the contract, derived from the records so that the two cannot drift."""

from __future__ import annotations

from typing import Any

import msgspec

from regioprotocol.parameterset.records import FORMAAT, Parameterset


def schema(record: type[msgspec.Struct] = Parameterset, titel: str = "Parameterset") -> dict[str, Any]:
    """Give the schema: closed objects with titles, no unions, no defaults; enums have a type."""
    _, definitions = msgspec.json.schema_components([record], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        definition["additionalProperties"] = False
        _plain(definition)
    root = definitions.pop(record.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:regioprotocol:{FORMAAT.replace('/', ':')}:{record.__name__.lower()}",
        **root,
        "title": titel,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _plain(node: object) -> None:
    """Make every enum a string with a type, so that code generators give it a name of its own."""
    if isinstance(node, dict):
        if "enum" in node:
            node["type"] = "string"
        for child in node.values():
            _plain(child)
    elif isinstance(node, list):
        for child in node:
            _plain(child)
