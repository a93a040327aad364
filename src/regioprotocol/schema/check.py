"""Check the shape of a document. Accepting is jsonschema-rs; describing what it rejects is ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind as Kind

from regioprotocol.diagnostics import Melding, Plaats, bedoelde_u, opsomming, soort
from regioprotocol.schema.prune import without
from regioprotocol.source import Document

_FOLDER: Final = Path(__file__).parent / "v1"
_TYPES: Final = {
    "string": "een tekst",
    "object": "een blok met sleutels",
    "array": "een lijst tussen haken",
    "integer": "een getal",
    "number": "een getal",
}


def check_shape(document: Document, kind: str) -> tuple[Document | None, list[Melding]]:
    """Check a document against its schema: give the part that is right, and a finding for what is not."""
    validator = _validator(kind)
    if validator.is_valid(document.data):
        return document, []
    errors = list(validator.iter_errors(document.data))
    meldingen = [melding for error in errors for melding in _describe(document, kind, error)]
    return without(document, [route for error in errors for route in _spoiled(kind, error)]), meldingen


# Half an afspraak or product would only give more findings on the same mistake.
_WHOLE: Final = frozenset({"afspraken", "regels", "producten", "routes", "controles"})


def _spoiled(kind: str, error: jsonschema_rs.ValidationError) -> list[list[str | int]]:
    """Give what must be left out: an unknown or optional key alone, else the part that cannot do without it."""
    route = list(error.instance_path)
    what = error.kind
    if len(route) > 1 and route[0] in _WHOLE:
        return [route[:2]]
    if isinstance(what, Kind.AdditionalProperties):
        return [[*route, key] for key in what.unexpected]
    if isinstance(what, Kind.Required) or not route or isinstance(route[-1], int):
        return [route]
    path = list(error.evaluation_path)
    at = max((i for i, step in enumerate(path[:-1]) if step == "properties" and path[i + 1] == route[-1]), default=-1)
    required = _around(kind, path[:at]).get("required", []) if at >= 0 else []
    return [route[:-1] if route[-1] in required else route]


@cache
def _schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    return loaded


@cache
def _validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    def retrieve(uri: str) -> dict[str, Any]:
        return _schema(uri.rsplit("/", 1)[-1])

    return jsonschema_rs.Draft202012Validator(_schema(f"{kind}.schema.json"), retriever=retrieve)


def _describe(document: Document, kind: str, error: jsonschema_rs.ValidationError) -> Iterator[Melding]:
    route = list(error.instance_path)
    place = document.plaats(route)
    name = _name(route)
    schema = _around(kind, list(error.evaluation_path)[:-1])
    what = error.kind
    if isinstance(what, Kind.AdditionalProperties):
        for key in what.unexpected:
            known = schema.get("properties", {})
            tekst = f"De sleutel '{key}' kennen we hier niet."
            hint = bedoelde_u(key, known)
            if not hint and "als" in known:
                hint = f"Gaat het erom voor wie dit geldt? Schrijf dan: als: {{ {key}: ... }}"
            yield _melding("RP101", document.plaats([*route, key], key=True), tekst, hint)
    elif isinstance(what, Kind.Required):
        uitleg = _explained(schema.get("properties", {}).get(what.property, {}))
        yield _melding("RP102", place, f"{name} mist '{what.property}'.", uitleg or f"Voeg '{what.property}:' toe.")
    elif error.instance is None:
        yield _melding("RP103", place, f"Bij {name} ontbreekt een waarde.", _explained(schema))
    elif isinstance(what, Kind.Enum):
        options = [str(option) for option in what.options]
        hint = bedoelde_u(str(error.instance), options)
        yield _melding("RP118", place, f"'{error.instance}' kennen we niet bij {name}.", hint)
    elif isinstance(what, Kind.Pattern):
        yield _pattern(place, name, str(error.instance), schema)
    elif isinstance(what, Kind.Type):
        wanted = opsomming([_TYPES.get(t, t) for t in dict.fromkeys(what.types) if t != "null"], en="of")
        yield _melding("RP103", place, f"Bij {name} hoort {wanted} te staan.", _explained(schema))
    else:
        yield _melding("RP103", place, f"Bij {name} klopt de waarde niet.", _REST.get(what.name, _explained(schema)))


_REST: Final = {
    "minItems": "Deze lijst mag niet leeg zijn.",
    "minLength": "Deze tekst mag niet leeg zijn.",
    "minProperties": "Dit blok mag niet leeg zijn.",
    "uniqueItems": "In deze lijst staat een waarde twee keer.",
}


def _pattern(place: Plaats, name: str, value: str, schema: dict[str, Any]) -> Melding:
    example = str(schema.get("examples", [""])[0])
    if value.isdigit() and example.isdigit() and len(value) < len(example):
        code = value.zfill(len(example))
        tekst = f"De code {code} is zijn nul kwijt: er staat {value}."
        return _melding("RP112", place, tekst, f"Zet aanhalingstekens om de code: '{code}'.")
    return _melding("RP119", place, f"'{value}' is niet goed geschreven bij {name}.", _explained(schema))


def _explained(schema: dict[str, Any]) -> str:
    """Give the schema's own words as a hint: what belongs here, with an example."""
    parts = [str(schema.get("description", ""))]
    if examples := schema.get("examples"):
        parts.append(f"Bijvoorbeeld: {_as_written(examples[0])}")
    return " ".join(filter(None, parts))


def _as_written(example: object) -> str:
    """Write an example as it would stand in the file: codes with their quotes."""
    if isinstance(example, dict):
        return f"{{ {', '.join(f'{key}: {_as_written(value)}' for key, value in example.items())} }}"
    if isinstance(example, list):
        return f"[{', '.join(_as_written(item) for item in example)}]"
    text = str(example)
    return f"'{text}'" if text[:1] == "0" and text.isdigit() else text


def _name(route: list[str | int]) -> str:
    words = [step for step in route if isinstance(step, str)]
    if not words:
        return "dit bestand"
    return f"'{words[-1]}'" if isinstance(route[-1], str) else f"een onderdeel van '{words[-1]}'"


def _around(kind: str, path: list[str | int]) -> dict[str, Any]:
    """Walk to the schema around the keyword that failed, through references to the shared file."""
    root = node = _schema(f"{kind}.schema.json")
    for step in path:
        if step == "$ref":
            name, _, pointer = str(node["$ref"]).partition("#")
            root = node = _schema(name) if name else root
            for part in filter(None, pointer.split("/")):
                node = node[part]
        else:
            node = node[step]  # type: ignore[index]  # a path into lists and mappings
    return node


def _melding(code: str, place: Plaats, tekst: str, hint: str) -> Melding:
    return Melding(soort(code), place, tekst[:1].upper() + tekst[1:], hint or soort(code).oplossing)
