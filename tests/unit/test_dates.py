"""Days and periods as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from regioprotocol.assemble.dates import TijdFout, parse_dag_in_jaar, parse_datum, parse_geldig
from regioprotocol.model.periode import Geldigheid


@pytest.mark.parametrize("tekst", ["2026-01-30", "30-01-2026", "30-1-2026"])
def test_a_day_has_two_notations(tekst: str) -> None:
    """Year first or day first."""
    assert parse_datum(tekst) == date(2026, 1, 30)


@pytest.mark.parametrize(
    ("tekst", "wat", "hint"),
    [
        ("31-06-2026", "31 juni bestaat niet.", "Bedoelde u 30 juni 2026?"),
        ("2026-02-29", "29 februari bestaat niet.", "Bedoelde u 28 februari 2026?"),
        ("2026-13-01", "Maand 13 bestaat niet.", "2026-01-30"),
        ("00-01-2026", "0 januari bestaat niet.", ""),
        ("30/01/2026", "'30/01/2026' is geen dag.", "2026-01-30"),
        ("2026-1-5", "'2026-1-5' is geen dag.", "2026-01-30"),
        ("30-01-26", "'30-01-26' is geen dag.", "2026-01-30"),
        ("morgen", "'morgen' is geen dag.", "2026-01-30"),
        ("20260130", "'20260130' is geen dag.", "2026-01-30"),
        ("", "'' is geen dag.", "2026-01-30"),
    ],
)
def test_a_day_that_is_not_there_is_refused_with_a_hint(tekst: str, wat: str, hint: str) -> None:
    """What is wrong first, then the nearest day or the way to write it."""
    with pytest.raises(TijdFout) as fout:
        parse_datum(tekst)
    assert (fout.value.code, str(fout.value)) == ("RP109", wat)
    assert hint in fout.value.hint


def test_the_year_zero_is_not_called_a_wrong_month() -> None:
    """The finding names what is wrong: the year."""
    with pytest.raises(TijdFout) as fout:
        parse_datum("0000-01-01")
    assert "Maand" not in str(fout.value)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("vanaf 2024-01-01", Geldigheid(vanaf=date(2024, 1, 1))),
        ("t/m 2020-12-31", Geldigheid(tot_en_met=date(2020, 12, 31))),
        ("2024-01-01 t/m 2024-12-31", Geldigheid(vanaf=date(2024, 1, 1), tot_en_met=date(2024, 12, 31))),
        ("vanaf 2024-01-01 t/m 2024-12-31", Geldigheid(vanaf=date(2024, 1, 1), tot_en_met=date(2024, 12, 31))),
        ("2024-01-01 t/m 2024-01-01", Geldigheid(vanaf=date(2024, 1, 1), tot_en_met=date(2024, 1, 1))),
        ("vanaf release 3.0", Geldigheid(vanaf_release="3.0")),
        ("t/m release 3.1", Geldigheid(tot_en_met_release="3.1")),
        ("release 2.4", Geldigheid(vanaf_release="2.4", tot_en_met_release="2.4")),
        ("release 3.0 t/m release 3.1", Geldigheid(vanaf_release="3.0", tot_en_met_release="3.1")),
        ("2024-01-01 t/m release 3.1", Geldigheid(vanaf=date(2024, 1, 1), tot_en_met_release="3.1")),
        ("vanaf onbekend", Geldigheid(vanaf_onbekend=True)),
        ("  vanaf   2024-01-01 ", Geldigheid(vanaf=date(2024, 1, 1))),
    ],
)
def test_a_period_is_read_as_written(tekst: str, verwacht: Geldigheid) -> None:
    """Every spelling that the format has."""
    assert parse_geldig(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("2024", "RP110"),
        ("2024-01-01", "RP110"),
        ("vanaf 01-01-2024", "RP110"),
        ("tot 2024-12-31", "RP110"),
        ("altijd", "RP110"),
        ("", "RP110"),
        ("vanaf 2024-02-30", "RP109"),
        ("2024-12-31 t/m 2024-01-01", "RP111"),
    ],
)
def test_a_period_that_cannot_be_read_has_its_own_code(tekst: str, code: str) -> None:
    """Not readable, no such day, or an end before the start."""
    with pytest.raises(TijdFout) as fout:
        parse_geldig(tekst)
    assert fout.value.code == code


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("31 oktober", (10, 31)),
        ("1 januari", (1, 1)),
        ("28 februari", (2, 28)),
        ("29 februari", None),
        ("31 april", None),
        ("0 mei", None),
        ("oktober", None),
        ("31-10", None),
        ("31 October", None),
        ("", None),
    ],
)
def test_a_day_of_every_year_is_read(tekst: str, dag: tuple[int, int] | None) -> None:
    """As people write it; a day that not every year has is none."""
    assert parse_dag_in_jaar(tekst) == dag
