"""What is written with Excel's format is read back: texts, numbers as typed, and days, by two writers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from regioprotocol.source.spreadsheet import read_spreadsheet

Value = str | Decimal | date
Grid = Mapping[tuple[int, int], Value]

# Letters, digits, marks and line breaks; not the codes _x000D_ that Excel has for control characters.
_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=12)
_SEEN = _TEXTS.filter(
    lambda text: any(letter.isalnum() for letter in text) and "_x" not in text and "x005F" not in text
)
# Excel keeps fifteen digits of a number.
_NUMBERS = st.decimals(-(10**10), 10**10, places=4)
_DAYS = st.dates(date(1900, 3, 1), date(2099, 12, 31))
_PLACES = st.tuples(st.integers(1, 40), st.integers(1, 30))
_GRIDS = st.dictionaries(_PLACES, st.one_of(_SEEN, _NUMBERS, _DAYS), min_size=1, max_size=12)


@given(_GRIDS)
@settings(deadline=None, max_examples=60)
def test_what_openpyxl_writes_is_read_back(grid: Grid) -> None:
    workbook = Workbook()
    for (rij, kolom), value in grid.items():
        cell = workbook.active.cell(rij, kolom)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # else a text that begins with '=' becomes a formula
    stream = BytesIO()
    workbook.save(stream)

    assert _values(stream.getvalue()) == grid


@given(_GRIDS, st.booleans())
@settings(deadline=None, max_examples=60)
def test_what_xlsxwriter_writes_is_read_back(grid: Grid, old_mac: bool) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": old_mac}) as workbook:
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        sheet = workbook.add_worksheet()
        for (rij, kolom), value in grid.items():
            if isinstance(value, str):
                sheet.write_string(rij - 1, kolom - 1, value)
            elif isinstance(value, date):
                sheet.write_datetime(rij - 1, kolom - 1, max(value, date(1904, 1, 2)), day)
            else:
                sheet.write_number(rij - 1, kolom - 1, value)
    expected = {
        place: max(value, date(1904, 1, 2)) if isinstance(value, date) else value for place, value in grid.items()
    }

    assert _values(stream.getvalue()) == expected


@pytest.mark.parametrize("cents", range(0, 1000, 7))
def test_an_amount_is_never_a_cent_off(cents: int) -> None:
    """Computed as a float, an amount is often just beside what was meant; in the cell it is what a person sees."""
    workbook = Workbook()
    workbook.active["A1"] = cents * 0.01
    stream = BytesIO()
    workbook.save(stream)

    assert _values(stream.getvalue()) == {(1, 1): Decimal(cents) / 100}


def _values(raw: bytes) -> dict[tuple[int, int], object]:
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx")
    assert meldingen == []
    assert werkboek
    return {(rij, kolom): cel.waarde for rij, row in werkboek.bladen[0].rijen.items() for kolom, cel in row.items()}
