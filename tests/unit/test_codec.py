"""A parameter set to JSON and back: exact, and refused when it cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from bouwsels import afspraak, parameterset
from msgspec import structs

from regioprotocol.parameterset import FORMAAT, OnbekendeVersieError, Parameterset, decode, digest_of, encode

Verander = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def klein() -> Parameterset:
    """Give a small set."""
    return parameterset([afspraak("r"), afspraak("i", "iStandaarden"), afspraak(("a", "b"), "iStandaarden")])


def test_what_was_written_is_read_back_the_same(sets: Mapping[str, Parameterset]) -> None:
    """Record for record and byte for byte, for every region."""
    for gemaakt in sets.values():
        raw = encode(gemaakt)
        assert decode(raw) == gemaakt
        assert encode(decode(raw)) == raw


def test_the_bytes_are_canonical(klein: Parameterset) -> None:
    """UTF-8, two spaces, one line end at the end, no null."""
    raw = encode(klein)
    assert raw.endswith(b"}\n")
    assert not raw.endswith(b"\n\n")
    assert raw.startswith(b'{\n  "formaat": "parameterset/1",\n')
    assert b"\r" not in raw
    assert b": null" not in raw


def test_the_digest_is_over_the_content_without_the_digest(sets: Mapping[str, Parameterset]) -> None:
    """So anyone can check it."""
    for gemaakt in sets.values():
        assert gemaakt.digest == digest_of(gemaakt)
        assert gemaakt.digest == digest_of(structs.replace(gemaakt, digest="anders"))
        assert gemaakt.digest.startswith("sha256:")
        assert len(gemaakt.digest) == len("sha256:") + 64


def test_another_value_is_another_digest(klein: Parameterset) -> None:
    """One word is enough."""
    anders = parameterset([afspraak("R"), afspraak("i", "iStandaarden"), afspraak(("a", "b"), "iStandaarden")])
    assert anders.digest != klein.digest


def test_unknown_keys_are_ignored_everywhere(klein: Parameterset) -> None:
    """A later minor version may add keys; old readers go on."""
    data = json.loads(encode(klein))

    def vul(node: object) -> None:
        if isinstance(node, dict):
            for kind in list(node.values()):
                vul(kind)
            node["nieuw_in_versie_1_1"] = {"a": [1, None]}
        elif isinstance(node, list):
            for kind in node:
                vul(kind)

    vul(data)
    assert decode(json.dumps(data).encode()) == klein


@pytest.mark.parametrize(
    "formaat",
    ["parameterset/2", "parameterset/0", "parameterset/11", "parameterset/", "parameterset/1 ", "manifest/1", "", "1"],
)
def test_another_format_is_refused_by_name(klein: Parameterset, formaat: str) -> None:
    """The sentence names what stands there and what we read."""
    data = json.loads(encode(klein)) | {"formaat": formaat}
    with pytest.raises(OnbekendeVersieError) as fout:
        decode(json.dumps(data).encode())
    assert f"'{formaat}'" in str(fout.value)
    assert FORMAAT in str(fout.value)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"geen json",
        b"[]",
        b"null",
        b'"parameterset/1"',
        b"{}",
        b'{"formaat": 1}',
        b"{",
        b"\xff\xfe{}",
        b"PK\x03\x04",
    ],
)
def test_nonsense_is_refused(raw: bytes) -> None:
    """One kind of error, whatever stands in the file."""
    with pytest.raises(OnbekendeVersieError, match="dit is geen parameterset"):
        decode(raw)


@pytest.mark.parametrize(
    "verander",
    [
        lambda data: data.pop("regio"),
        lambda data: data.pop("kalender"),
        lambda data: data["kalender"].pop("vrije_dagen"),
        lambda data: data["keuzes"][0].pop("gevallen"),
        lambda data: data["keuzes"][0]["gevallen"][0].pop("laag"),
        lambda data: data["keuzes"][0]["gevallen"][0].update(laag="provincie"),
        lambda data: data.update(keuzes=None),
        lambda data: data.update(officieel="nee"),
    ],
)
def test_a_set_with_a_part_missing_or_wrong_is_refused(klein: Parameterset, verander: Verander) -> None:
    """Half a set would give wrong answers."""
    data = json.loads(encode(klein))
    verander(data)
    with pytest.raises(OnbekendeVersieError, match="niet compleet"):
        decode(json.dumps(data).encode())
