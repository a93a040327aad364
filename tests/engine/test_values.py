"""A value is read as what it is, and what is written back is what stood there."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regioprotocol.engine.structure.description import Type, beschrijving
from regioprotocol.engine.structure.values import Fout, Waardetype


def soort(naam: str) -> Waardetype:
    """Give a type of the description."""
    return Waardetype(next(t for t in beschrijving().typen if t.type == naam), {})


@given(st.dates())
def test_a_date_is_read_back(dag: date) -> None:
    """Any day of the calendar."""
    assert soort("LDT_Datum").lees(dag.isoformat()) == dag


@given(st.integers(0, 99_999_999))
def test_cents_become_euros_exactly(centen: int) -> None:
    """No cent is lost."""
    euro = soort("LDT_Bedrag").lees(str(centen))
    assert isinstance(euro, Decimal)
    assert euro * 100 == centen
    assert euro.as_tuple().exponent == -2


@given(st.times().map(lambda t: t.replace(microsecond=0)))
def test_a_time_is_read_back(tijd: time) -> None:
    """To the second."""
    assert soort("LDT_Tijd").lees(tijd.isoformat()) == tijd


@given(st.sampled_from(beschrijving().typen), st.text(max_size=30))
def test_any_text_gives_a_value_or_a_fault(type_: Type, tekst: str) -> None:
    """And the second time the same."""
    waardetype = Waardetype(type_, {})
    een = waardetype.lees(tekst)

    assert waardetype.lees(tekst) == een


@given(
    st.sampled_from([t for t in beschrijving().typen if t.soort in {"tekst", "nummer", "bedrag", "bsn"}]),
    st.one_of(
        st.from_regex(r"\A[ -~]{1,40}\Z"), st.from_regex(r"\A[0-9]{1,13}\Z"), st.from_regex(r"\A\d{1,9}\Z"), st.text()
    ),
)
def test_what_is_right_at_once_is_right_with_care(type_: Type, tekst: str) -> None:
    """Texts that look like references, amounts and numbers, and any other."""
    waardetype = Waardetype(type_, {})

    assert waardetype.snel(tekst) in {None, waardetype.lees(tekst)}


@pytest.mark.parametrize(
    ("naam", "tekst", "waarde"),
    [
        ("LDT_Datum", " 2026-03-09\n", date(2026, 3, 9)),
        ("LDT_Volume", "+0012", 12),
        ("LDT_Nummer", "007", "7"),
        ("LDT_Volume", "0" * 5000 + "7", 7),
        ("LDT_Tijd", "09:30:00.25", time(9, 30, 0, 250_000)),
        ("LDT_Tijd", "24:00:00", time.max),
        ("LDT_ProductCode", " 45A ", " 45A "),
    ],
)
def test_white_space_and_signs_as_the_standard_allows(naam: str, tekst: str, waarde: object) -> None:
    """Numbers, dates and times may have white space around them; text keeps it."""
    assert soort(naam).lees(tekst) == waarde


@pytest.mark.parametrize(
    "tekst",
    [
        "20260309", "2026-W10-1", "2026-3-9", "09-03-2026", "2026-02-30", "2026-03-09Z", "0000-01-01", "12026-01-01",
        "٢٠٢٦-٠٣-٠٩",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(tekst: str) -> None:
    """Other spellings are for other standards."""
    fout = soort("LDT_Datum").lees(tekst)
    assert isinstance(fout, Fout)
    assert (fout.code, fout.waarde) == ("RP924", None)


@pytest.mark.parametrize("tekst", ["1_000", "1e3", "١٢", "0x10", "1.0", "--1", "9" * 40])
def test_what_is_no_whole_number_is_none(tekst: str) -> None:
    """Whatever Python would make of it."""
    fout = soort("LDT_Volume").lees(tekst)
    assert isinstance(fout, Fout)
    assert (fout.code, fout.waarde) == ("RP923", None)


def test_a_value_that_is_not_allowed_but_has_a_meaning_goes_to_the_rules() -> None:
    """An amount that is too high is still an amount."""
    fout = soort("LDT_Bedrag").lees("100000000")
    assert isinstance(fout, Fout)
    assert fout.waarde == Decimal("1000000.00")


def test_a_type_does_not_remember_without_end() -> None:
    """Volumes can be new in every line, and white space around them can be long."""
    waardetype = soort("LDT_Volume")
    for nummer in range(10_000):
        waardetype.lees(str(nummer))
    waardetype.lees(" " * 5000 + "7")

    assert sum(waardetype.snel(str(nummer)) is not None for nummer in range(10_000)) <= 4096
    assert waardetype.snel(" " * 5000 + "7") is None
