"""Whatever people or programs write, there is an answer or a sentence."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, get_args

import pytest
from conftest import STANDAARD
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import convert

from regioprotocol.cli import numbers
from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.conformance.answers import GeenAntwoordError, Motor
from regioprotocol.conformance.records import Naam, Opdracht, Uitkomst
from regioprotocol.parameterset import Parameterset
from regioprotocol.report.dutch import bedrag

LAWS: Final = settings(max_examples=200, deadline=None)
WOORDEN: Final = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "NaN", "1E+999999", "-1.00", "87.24", "2025-10", "2025-02-30", "9999-12", "0000-00", "2", "4"]
    ),
    st.sampled_from(["2025-10-01", "2026-06-30", "9999-12-31", "0001-01-01", "vot.indientermijn", "vow.gebruik"]),
)
GETALLEN: Final = st.integers(-10, 10**20)
OPDRACHTEN: Final = st.fixed_dictionaries(
    {"naam": st.sampled_from(get_args(Naam))},
    optional={
        **dict.fromkeys(("op", "regel", "na", "uurtarief", "dagprijs", "tarief", "frequentie"), WOORDEN),
        **dict.fromkeys(("ingangsdatum", "einddatum", "maand"), WOORDEN),
        **dict.fromkeys(("minuten", "volume"), GETALLEN),
        "leveringen": st.lists(WOORDEN, max_size=2),
        "feiten": st.sampled_from([[{"sleutel": "uitvoeringsvariant", "waarden": ["outputgericht"]}], []]),
    },
)


@pytest.fixture(scope="session")
def motor(sets: Mapping[str, Parameterset]) -> Motor:
    """Give our engine for the national standard."""
    return Motor.van(sets[STANDAARD])


@LAWS
@given(st.one_of(st.text(), st.from_regex(r"[€ ]{0,2}[0-9.,-]{1,12}", fullmatch=True)))
def test_any_text_is_an_amount_in_cents_or_refused(tekst: str) -> None:
    """Never anything else: no guess, no error of Python."""
    with contextlib.suppress(Gebruiksfout):
        gevonden = numbers.amount(tekst, "Het uurtarief")
        assert 0 <= gevonden <= numbers.HOOGSTE_BEDRAG
        assert gevonden.as_tuple().exponent == -2


@LAWS
@given(st.integers(0, 99_999_999))
def test_an_amount_as_we_write_it_is_read_back(centen: int) -> None:
    """With the thousands' point and the comma, and as programs write it."""
    euro = Decimal(centen) / 100
    assert numbers.amount(bedrag(euro), "Het uurtarief") == euro
    assert numbers.amount(f"{euro:.2f}", "Het uurtarief") == euro


@LAWS
@given(st.one_of(st.text(), st.from_regex(r"[0-9+-]{1,12}", fullmatch=True)))
def test_any_text_is_whole_numbers_a_month_or_refused(tekst: str) -> None:
    """Whatever is read fits in a message."""
    with contextlib.suppress(Gebruiksfout):
        assert 0 <= sum(numbers.minutes(tekst)) <= numbers.HOOGSTE_VOLUME
    with contextlib.suppress(Gebruiksfout):
        maand = numbers.month(tekst)
        assert maand.begin.day == 1


@LAWS
@given(opdracht=OPDRACHTEN)
def test_any_request_gets_an_answer_or_a_sentence(opdracht: dict[str, Any], motor: Motor) -> None:
    """Our own engine, whatever a program asks of it."""
    with contextlib.suppress(GeenAntwoordError):
        assert isinstance(motor.antwoord(convert(opdracht, Opdracht)), Uitkomst)
