"""Whatever stands in a workspace: reading it never fails, and every finding has a place in it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regioprotocol.assemble import workspace
from regioprotocol.checks import registry
from regioprotocol.pipeline import load
from regioprotocol.resolve import resolve
from regioprotocol.source import parse

REPOSITORY = Path(__file__).parents[2]
DAG = date(2026, 6, 1)
ECHT = {
    path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8")
    for path in (
        *sorted((REPOSITORY / "regions" / "voorbeeldregio").rglob("*.yaml")),
        *sorted((REPOSITORY / "regions" / "voorbeeldregio").rglob("werkwijze/*.md")),
        REPOSITORY / "productcodes" / "voorbeeldregio.yaml",
    )
}
SLEUTELS = sorted({found for tekst in ECHT.values() for found in re.findall(r"^[ {-]*([a-z_]+):", tekst, re.MULTILINE)})
WOORDEN = sorted({found for tekst in ECHT.values() for found in re.findall(r": ([^{}\[\],#>|&*\n]{1,30})", tekst)})
GEK = (
    "", "~", "null", "ja", "no", "04", "1e3", "-1", "9" * 20, "t/m 9999-12-31", "vanaf 0000-00-00", "2024-02-30",
    "vanaf release 9", "release 3.0 t/m release 2.4", "a en b", "{{", "{{ x }}", "&a x", "*a", "!!int 3", "|",
    "> ", "\t", "🐝", "é" * 40, "\u2028", "\u0085", "\ufeff", "'", '"', "[", "{", "]", "}", ": ", "# ",
    "%YAML 1.2", "---", "...", "? ",
)  # fmt: skip

INSTELLINGEN = settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])

scalars = st.one_of(st.sampled_from(WOORDEN), st.sampled_from(GEK), st.text(max_size=12))
namen = st.one_of(
    st.sampled_from(["regio.yaml", "bronnen.yaml", "vot.yaml", "regels.yaml", "routes.yaml", "hoofdstuk.md"]),
    st.sampled_from(["x.yml", "~$x.yaml", "a - Kopie.yaml", "é b.yaml"]),
    st.text(alphabet=st.characters(exclude_characters="/\0", codec="utf-8"), max_size=20).map("x{}.yaml".format),
)
mappen = st.sampled_from(
    [
        "regions/een", "regions/twee", "regions/een/gemeenten", "regions/een/werkwijze", "regions", "productcodes",
        "productcodes/werkwijze", "regions/een/a/b/c/d/e",
    ]
)  # fmt: skip


def as_yaml(node: object, indent: int = 0) -> str:
    """Write a generated structure as people do: a key or a dash a line, words as they are."""
    space = "  " * indent
    if isinstance(node, dict):
        return "".join(f"{space}{key}:{_below(value, indent)}" for key, value in node.items())
    if isinstance(node, list):
        return "".join(f"{space}-{_below(value, indent)}" for value in node)
    return f"{space}{node}\n"


def _below(value: object, indent: int) -> str:
    return f"\n{as_yaml(value, indent + 1)}" if isinstance(value, dict | list) and value else f" {value}\n"


structures = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(SLEUTELS), inner, max_size=6),
    max_leaves=25,
)


contents = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda tekst: tekst.encode("utf-8", "replace")),
    structures.map(lambda node: as_yaml(node).encode("utf-8", "replace")),
)


def _delete(lines: list[str], place: int, _: str) -> list[str]:
    return lines[:place] + lines[place + 1 :]


def _double(lines: list[str], place: int, _: str) -> list[str]:
    return lines[: place + 1] + lines[place:]


def _deeper(lines: list[str], place: int, _: str) -> list[str]:
    return [*lines[:place], f"  {lines[place]}", *lines[place + 1 :]]


def _shallower(lines: list[str], place: int, _: str) -> list[str]:
    return [*lines[:place], lines[place].removeprefix("  "), *lines[place + 1 :]]


def _other_value(lines: list[str], place: int, woord: str) -> list[str]:
    line = re.sub(r": [^{}\[\],]+", lambda _: f": {woord}", lines[place], count=1)
    return [*lines[:place], line, *lines[place + 1 :]]


def _other_character(lines: list[str], place: int, woord: str) -> list[str]:
    half = len(lines[place]) // 2
    return [*lines[:place], f"{lines[place][:half]}{woord[:1]}{lines[place][half + 1 :]}", *lines[place + 1 :]]


def _swapped(lines: list[str], place: int, _: str) -> list[str]:
    tekst = lines[place]
    half = len(tekst) // 2
    return [*lines[:place], tekst[:half] + tekst[half : half + 2][::-1] + tekst[half + 2 :], *lines[place + 1 :]]


Ingreep = Callable[[list[str], int, str], list[str]]
INGREPEN: tuple[Ingreep, ...] = (_other_value, _delete, _double, _deeper, _shallower, _other_character, _swapped)


@st.composite
def damaged_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Give a file of the example region with one to three slips of a person who types."""
    bestand = draw(st.sampled_from(sorted(ECHT)))
    lines = ECHT[bestand].split("\n")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        lines = draw(st.sampled_from(INGREPEN))(lines, place, draw(scalars)) or [""]
    return bestand, "\n".join(lines)


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files of a workspace."""
    (folder / "regions").mkdir(exist_ok=True)
    for bestand, inhoud in files.items():
        path = folder / bestand
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(inhoud)


def assert_sound(files: dict[str, bytes]) -> None:
    """Read the workspace: no failure, findings in order, and each at a place that exists in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, files)
        meldingen = load(folder, DAG).meldingen
    assert list(meldingen) == sorted(meldingen, key=lambda melding: melding.sorteersleutel)
    for melding in meldingen:
        assert melding.tekst
        plaatsen = [melding.plaats, *(verwant.plaats for verwant in melding.verwant)]
        for plaats in (p for p in plaatsen if not p.bestand.startswith("protocols/")):
            assert plaats.bestand in files
            lines = re.split(r"\r\n|[\r\n\x85\u2028\u2029]", files[plaats.bestand].decode("utf-8", "replace"))
            assert plaats.regelnummer <= len(lines)
            assert (plaats.kolom >= 1) == (plaats.regelnummer >= 1)


@pytest.fixture(autouse=True, scope="module")
def make_what_is_always_the_same_once() -> Iterator[None]:
    """Keep what was parsed, and what was made of the national layer: no example has files in protocols/."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("regioprotocol.source.workspace.parse", cache(parse))
        for name in ("lees_woordenboek", "_landelijk"):
            patch.setattr(workspace, name, _once(getattr(workspace, name)))
        standaard = _once(resolve)
        patch.setattr(registry, "resolve", lambda werkmap, *regio: (resolve if regio else standaard)(werkmap, *regio))
        yield


def _once(action: Callable[..., Any]) -> Callable[..., Any]:
    known: list[Any] = []

    def keep(*words: Any) -> Any:
        if not known:
            known.append(action(*words))
        return known[0]

    return keep


@settings(INSTELLINGEN, max_examples=400)
@given(st.dictionaries(st.tuples(mappen, namen).map("/".join), contents, max_size=4))
def test_a_workspace_of_anything_is_never_a_failure(files: dict[str, bytes]) -> None:
    assert_sound(files)


@INSTELLINGEN
@given(damaged_texts())
def test_a_slip_in_a_real_file_is_never_a_failure(damaged: tuple[str, str]) -> None:
    bestand, tekst = damaged
    assert_sound({naam: inhoud.encode() for naam, inhoud in ECHT.items()} | {bestand: tekst.encode("utf-8", "replace")})
