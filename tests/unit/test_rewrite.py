"""A YAML text with edits: every folder of cases/rewrite is a text before and after, and what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from conftest import ROOT

from regioprotocol.source import parse
from regioprotocol.source.rewrite import Bewerking, HerschrijfError, Verwijder, VoegToe, Waarde, Zet, rewrite

CASES: Final = sorted((ROOT / "tests" / "cases" / "rewrite").iterdir())
TABEL: Final = ROOT / "productcodes" / "voorbeeldregio.yaml"


def _route(stappen: list[str]) -> tuple[str | int, ...]:
    return tuple(int(stap) if stap.isdigit() else stap for stap in stappen)


def _bewerking(regel: dict[str, Any]) -> Bewerking:
    if "zet" in regel:
        return Zet(_route(regel["zet"]), regel["waarde"], tuple(regel.get("na", ())))
    if "voeg_toe" in regel:
        na = None if regel["na"] == "vooraan" else int(regel["na"])
        return VoegToe(_route(regel["voeg_toe"]), regel["waarde"], na)
    return Verwijder(_route(regel["verwijder"]))


def _lees(map_: Path) -> tuple[str, list[Bewerking], str]:
    # Every scalar of the list of edits stays text, as in the files that are edited.
    regels = yaml.load((map_ / "bewerkingen.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    voor, na = ((map_ / f"{naam}.yaml").read_text(encoding="utf-8") for naam in ("voor", "na"))
    return voor, [_bewerking(regel) for regel in regels], na


def _teksten(waarde: Any, route: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the route of every text."""
    if isinstance(waarde, str):
        yield route, waarde
    elif waarde is not None:
        for stap, onderdeel in waarde.items() if isinstance(waarde, dict) else enumerate(waarde):
            yield from _teksten(onderdeel, (*route, stap))


@pytest.mark.parametrize("map_", CASES, ids=lambda map_: map_.name)
def test_the_edits_of_a_case_give_its_text(map_: Path) -> None:
    """Nothing but what was asked changes, whatever the line ends, the byte order mark and the last line."""
    voor, bewerkingen, na = _lees(map_)
    assert rewrite(voor, bewerkingen) == na
    assert rewrite(voor.replace("\n", "\r\n"), bewerkingen) == na.replace("\n", "\r\n")
    assert rewrite("\ufeff" + voor, bewerkingen) == "\ufeff" + na
    assert rewrite(voor.removesuffix("\n"), bewerkingen) == na.removesuffix("\n")
    assert rewrite(na, []) == na


@pytest.mark.parametrize("map_", CASES, ids=lambda map_: map_.name)
def test_setting_what_is_already_there_changes_nothing(map_: Path) -> None:
    """What already has the value keeps the way it was written."""
    voor, _, na = _lees(map_)
    for text in (voor, na):
        document, _ = parse(text.encode(), map_.name)
        assert document
        data: dict[str, Any] = document.data
        zetten = [Zet(route, waarde) for route, waarde in _teksten(data)]
        assert zetten
        assert rewrite(text, zetten) == text


def test_every_amount_of_the_real_table_is_one_line() -> None:
    """A new tariff in the table of the voorbeeldregio touches its own line only."""
    text = TABEL.read_text(encoding="utf-8")
    document, _ = parse(text.encode(), TABEL.name)
    assert document
    producten: Any = document.data["producten"]
    bedragen = [
        ("producten", nummer, "tarief", rij, "bedrag")
        for nummer, product in enumerate(producten)
        if isinstance(product["tarief"], list)
        for rij in range(len(product["tarief"]))
    ]
    assert len(bedragen) > 80
    oud = text.splitlines()
    for route in bedragen[::6]:
        nieuw = rewrite(text, [Zet(route, "12345.67")]).splitlines()
        anders = [(regel, na) for regel, na in zip(oud, nieuw, strict=True) if regel != na]
        assert len(anders) == 1, route
        assert "bedrag: 12345.67" in anders[0][1]
        assert str(producten[route[1]]["tarief"][route[3]]["bedrag"]) in anders[0][0]
    alles = rewrite(text, [Zet(route, "12345.67") for route in bedragen]).splitlines()
    assert sum(regel != na for regel, na in zip(oud, alles, strict=True)) == len(bedragen)


def test_numbers_have_no_quotes() -> None:
    """A whole number and an amount given as numbers are written plain; they are read as text all the same."""
    delen: Waarde = [{"aandeel": 70, "bedrag": Decimal("1.50"), "groot": Decimal("1E+3")}]
    na = rewrite("a: x\n", [Zet(("delen",), delen), Zet(("maximum",), 58)])
    assert na == "a: x\ndelen:\n  - { aandeel: 70, bedrag: 1.50, groot: 1000 }\nmaximum: 58\n"


def test_a_new_text_that_ends_with_a_line_end_keeps_it_at_the_end_of_a_file_without_one() -> None:
    """Where the last line has no end, a text that needs one gets it; a folded text that was last stays what it was."""
    assert rewrite("a: x", [Zet(("a",), "x\n")]) == "a: |\n  x\n"
    assert rewrite("b: 1\na: >\n  x", [Zet(("b",), "2")]) == "b: 2\na: >\n  x"
    assert rewrite("a: >\n  x", [Zet(("b",), "z")]) == "a: >\n  x\nb: z"


def test_blank_lines_that_are_part_of_a_text_stay_part_of_it() -> None:
    """A text written with '|+' keeps its blank lines: what is new comes below them."""
    assert rewrite("a: |+\n  x\n\nb: 1\n", [Zet(("c",), "z", na=("a",))]) == "a: |+\n  x\n\nc: z\nb: 1\n"


WEIGERINGEN: Final[list[tuple[str, list[Bewerking], str]]] = [
    ("a: 1\na: 2\nb: 3\n", [Zet(("b",), "x")], "staat er twee keer"),
    ("a: &n 1\nb: 3\n", [Zet(("b",), "x")], "verwijzingen"),
    ("a: &n [1]\nb: 3\n", [Zet(("b",), "x")], "verwijzingen"),
    ("a: 1\nb: *n\n", [Zet(("a",), "x")], "verwijzingen"),
    ("a: !!str 1\nb: 2\n", [Zet(("b",), "x")], "merktekens"),
    ("a: 1\n---\na: 1\n", [Zet(("a",), "x")], "tweede document"),
    ("a: [1\n", [Zet(("a",), "x")], "opbouw"),
    ("a: 1\n\tb: 2\n", [Zet(("a",), "x")], "opbouw"),
    ("- a\n", [Zet(("a",), "x")], "begint niet met een sleutel"),
    ("", [Zet(("a",), "x")], "begint niet met een sleutel"),
    ("[a]: 1\n", [Zet(("a",), "x")], "schrijfwijze"),
    ("a: 1\n", [Zet(("b", "c"), "x")], "bestaat niet"),
    ("a: 1\n", [Zet(("a", "c"), "x")], "bestaat niet"),
    ("a: [1]\n", [Zet(("a", 1), "x")], "a › 2 bestaat niet"),
    ("a: [1]\n", [Zet(("a", "x"), "x")], "bestaat niet"),
    ("a: 1\n", [Zet((), "x")], "geen sleutel genoemd"),
    ("a: 1\n", [Verwijder(("b",))], "bestaat niet"),
    ("a: 1\n", [Verwijder(("a",))], "Alles uit dit bestand"),
    ("a: 1\n", [VoegToe(("a",), "x")], "geen lijst"),
    ("a: [1]\n", [VoegToe(("a",), "x", 1)], "geen onderdeel 2"),
    ("a: 1\n", [Zet(("a",), "x"), Zet(("a",), "y")], "twee keer"),
    ("a: 1\n", [Zet(("b",), "x"), Zet(("b",), "y")], "twee keer"),
    ("a: 1\n", [Zet(("a",), "x"), Verwijder(("a",))], "twee keer"),
    ("a: [1]\n", [Zet(("a",), "x"), VoegToe(("a",), "y")], "twee keer"),
    ("a: { b: 1 }\n", [Zet(("a", "b"), "x"), Verwijder(("a",))], "twee keer"),
    ("a: 1\n", [Zet(("a",), "\ud800")], "geen tekst"),
    ("a: 1\n", [Zet(("a",), "x" * 4_000_000)], "groter dan 4 MB"),
    ("a: 1\n", [Zet(("k" * 2000,), "x")], "niet aanpassen"),
    ("a: [x: 1]\n", [Zet(("a", 0, "y"), "x")], "niet aanpassen"),
    ("a: |+\n  x\n\nb: 1\n\nc: 2\n", [Verwijder(("b",))], "niet aanpassen"),  # the blank line would join the text
    ("a:\n  - - x\n    - y\n", [VoegToe(("a", 0), "z")], "niet aanpassen"),
]


@pytest.mark.parametrize(("text", "bewerkingen", "reden"), WEIGERINGEN)
def test_what_cannot_be_done_exactly_is_refused(text: str, bewerkingen: list[Bewerking], reden: str) -> None:
    """Whole or not at all: the caller gets a reason in Dutch, and no text."""
    with pytest.raises(HerschrijfError, match=reden):
        rewrite(text, bewerkingen)
