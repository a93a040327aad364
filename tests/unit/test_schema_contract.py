"""The schema of the contract: committed, flat, and true of every exported set.

After a change on purpose: python tests/unit/test_schema_contract.py writes the committed schema anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
import pytest

from regioprotocol.export import Bundel
from regioprotocol.parameterset import schema

COMMITTED: Final = Path(__file__).parent.parent / "contract" / "parameterset.schema.json"
NIET_VLAK: Final = {
    "anyOf", "oneOf", "allOf", "not", "if", "then", "else", "prefixItems", "patternProperties", "default",
    "dependentSchemas", "unevaluatedProperties",
}  # fmt: skip


def als_tekst() -> str:
    """Give the schema as it is committed."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def knopen(node: object, pad: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every mapping of the schema with its path."""
    if isinstance(node, dict):
        yield pad, node
        for sleutel, kind in node.items():
            yield from knopen(kind, f"{pad}/{sleutel}")
    elif isinstance(node, list):
        for nummer, kind in enumerate(node):
            yield from knopen(kind, f"{pad}/{nummer}")


def objecten() -> list[tuple[str, dict[str, Any]]]:
    """Give the schemas of objects."""
    return [(pad, node) for pad, node in knopen(schema()) if node.get("type") == "object"]


def test_the_schema_is_the_committed_one() -> None:
    """A change of the contract is a change that someone sees in review."""
    assert als_tekst() == COMMITTED.read_text(encoding="utf-8")


def test_the_schema_is_a_valid_schema() -> None:
    """Draft 2020-12."""
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert jsonschema_rs.meta.is_valid(schema())


def test_the_schema_is_flat_for_code_generators() -> None:
    """No unions, no conditionals, no defaults."""
    gevonden = {pad for pad, node in knopen(schema()) if not pad.endswith("/properties") and NIET_VLAK & set(node)}
    assert gevonden == set()


def test_every_object_is_closed_and_has_a_dutch_title_and_description() -> None:
    """A reader of the schema needs no other document."""
    assert len(objecten()) > 20
    for pad, node in objecten():
        assert node["additionalProperties"] is False, pad
        assert node["title"], pad
        assert node["description"].endswith("."), pad


def test_titles_are_unique() -> None:
    """Generated classes take their names from titles."""
    titels = [node["title"] for _, node in objecten()]
    assert len(set(titels)) == len(titels)


def test_every_enum_has_a_type_and_no_array_is_without_items() -> None:
    """Both trip code generators."""
    for pad, node in knopen(schema()):
        if "enum" in node and not pad.endswith("/properties"):
            assert node["type"] == "string", pad
        if node.get("type") == "array":
            assert node["items"], pad
        assert not isinstance(node.get("type"), list), pad


def test_what_is_required_exists() -> None:
    """A required key is a property."""
    for pad, node in objecten():
        assert set(node.get("required", ())) <= set(node["properties"]), pad


def test_every_exported_set_obeys_the_schema(bundels: Mapping[str, Bundel]) -> None:
    """And the schema travels with it."""
    validator = jsonschema_rs.validator_for(schema())
    for naam, bundel in bundels.items():
        fouten = list(validator.iter_errors(json.loads(bundel.bestanden["parameterset.json"])))
        assert fouten == [], naam
        assert json.loads(bundel.bestanden["parameterset.schema.json"]) == schema()


@pytest.mark.parametrize("sleutel", ["regio", "keuzes", "kalender"])
def test_the_schema_refuses_a_set_without_a_part(bundels: Mapping[str, Bundel], sleutel: str) -> None:
    """The schema is not empty."""
    data = json.loads(bundels["standaard"].bestanden["parameterset.json"])
    del data[sleutel]
    assert not jsonschema_rs.validator_for(schema()).is_valid(data)


if __name__ == "__main__":
    COMMITTED.write_text(als_tekst(), encoding="utf-8")
