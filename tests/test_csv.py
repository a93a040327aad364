"""CSV as programs and Dutch Windows write it: encodings, separators, quotes, and what is no CSV."""

from __future__ import annotations

import csv
import io
from typing import Final

import pytest
from case_files import unreadable
from hypothesis import given
from hypothesis import strategies as st
from sheet_files import good, sheet, texts

from regioprotocol.source.cells import Cel
from regioprotocol.source.spreadsheet import read_spreadsheet

TABLE: Final = {1: {1: "code", 2: "naam", 3: "tarief"}, 2: {1: "0200", 2: "Zorg é", 3: "€ 1,45"}}
DUTCH: Final = "code;naam;tarief\r\n0200;Zorg é;€ 1,45\r\n"
AMERICAN: Final = 'code,naam,tarief\n0200,Zorg é,"€ 1,45"\n'

WRITTEN = (
    ("UTF-8", DUTCH.encode()),
    ("UTF-8 with a mark", DUTCH.encode("utf-8-sig")),
    ("Windows-1252 with semicolons", DUTCH.encode("cp1252")),
    ("UTF-16, as 'Unicode-tekst' of Excel", DUTCH.replace(";", "\t").encode("utf-16")),
    ("UTF-16, big end first", b"\xfe\xff" + DUTCH.encode("utf-16-be")),
    ("tabs", DUTCH.replace(";", "\t").encode()),
    ("commas", AMERICAN.encode()),
    ("lines of an old Mac", DUTCH.replace("\r\n", "\r").encode()),
    ("no line end at the end", DUTCH.rstrip().encode()),
    ("a separator that is named", b"sep=|\r\n" + DUTCH.replace(";", "|").encode()),
    ("a separator that is named in quotes", b'"sep=;"\r\n' + DUTCH.encode()),
    ("empty columns at the end", DUTCH.replace("\r\n", ";;\r\n").encode()),
    ("quotes around everything", b'"code";"naam";"tarief"\n"0200";"Zorg \xe9";"\x80 1,45"\n'),
    ("a zero that was kept for Excel", DUTCH.replace("0200", '="0200"').encode()),
)

REFUSED = (
    ("a NUL byte", b"code;naam\n46001;\0", "RP036", "Op regel 2 staat een teken dat geen tekst is (nummer 0)."),
    ("UTF-16 without a mark", "code;naam".encode("utf-16-le"), "RP036", "Op regel 1"),
    ("a program", b"MZ\0\0\x03\0\0\0", "RP036", "Op regel 1"),
    ("no text in any encoding", b"code;naam\n46001;\x81", "RP036", "staan tekens die geen tekst zijn"),
    ("half a character of UTF-16", b"\xff\xfec\0o", "RP036", "staan tekens die geen tekst zijn"),
    ("a quote that stays open", b'code;naam\n46001;"Zorg\n46002;uur\n', "RP037", "In rij 2 begint een cel"),
    ("a quote that stays open for long", b'a;b\n1;2\n"' + b"3;4\n" * 50_000, "RP037", "In rij 3 begint een cel"),
    ("only separators", b";;;\n;;;\n", "RP029", "Het blad 'tarieven' is leeg."),
    ("too many rows", b"1;2\n" * 50_001, "RP028", "Dit blad heeft meer dan 50.000 gevulde rijen."),
    ("too many columns", b"1;" * 401, "RP028", "Dit blad heeft meer dan 400 gevulde kolommen."),
)


@pytest.mark.parametrize("raw", [row[1] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_a_table_is_read_however_it_was_written(raw: bytes) -> None:
    assert texts(sheet(raw)) == TABLE


@pytest.mark.parametrize(("raw", "code", "tekst"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_no_table_is_one_finding(raw: bytes, code: str, tekst: str) -> None:
    werkboek, meldingen = read_spreadsheet(raw, "tarieven.csv")

    assert [m.soort.code for m in meldingen] == [code]
    assert tekst in meldingen[0].tekst
    assert unreadable(meldingen) == []
    assert werkboek is None


def test_a_finding_names_the_row_as_excel_does() -> None:
    (melding,) = read_spreadsheet(b'code;naam\n46001;"Zorg\n', "tarieven.csv")[1]

    assert str(melding.plaats) == "tarieven.csv tarieven!2:2"


def test_every_cell_is_text_and_formulas_are_nothing_special() -> None:
    cells = sheet(b"46E01;1E5;=1+1;01-01-2026; =CMD|' /C calc'!A0").rijen[1]

    assert [cel.soort for cel in cells.values()] == ["tekst"] * 5
    assert [cel.tekst for cel in cells.values()] == ["46E01", "1E5", "=1+1", "01-01-2026", "=CMD|' /C calc'!A0"]


def test_a_row_has_the_number_that_excel_shows() -> None:
    """A cell with more lines is one row; empty lines count; the line that names the separator does not."""
    raw = b'sep=;\ncode;naam\n\n46001;"Zorg\r\nthuis"\n46002;Zorg\n'

    assert texts(sheet(raw)) == {
        1: {1: "code", 2: "naam"},
        3: {1: "46001", 2: "Zorg\nthuis"},
        4: {1: "46002", 2: "Zorg"},
    }


def test_the_separator_is_what_divides_most_lines_alike() -> None:
    titled = "Productcodes, versie 2\n\ncode;naam\n46001;wonen, dag\n46002;zorg, nacht, dag\n"
    with_notes = "code,naam\n46001,wonen; dag\n46002,zorg\n46003,zorg; nacht\n"
    amounts = "1,45;2,50;3,10\n1,46;2,51;3,11\n"

    assert texts(sheet(titled.encode()))[4] == {1: "46001", 2: "wonen, dag"}
    assert texts(sheet(with_notes.encode()))[2] == {1: "46001", 2: "wonen; dag"}
    assert texts(sheet(amounts.encode()))[1] == {1: "1,45", 2: "2,50", 3: "3,10"}
    assert texts(sheet(b"code\n46001\n")) == {1: {1: "code"}, 2: {1: "46001"}}


def test_spaces_and_quotes_inside_a_cell_are_kept_in_the_value() -> None:
    cells = sheet('\xa046001 ;"zei ""ja""";5" buis'.encode()).rijen[1]

    assert cells[1] == Cel("tekst", "\xa046001 ", "46001")
    assert [cel.tekst for cel in cells.values()] == ["46001", 'zei "ja"', '5" buis']


def test_the_sheet_is_named_after_the_file_as_excel_does() -> None:
    def name(bestand: str) -> str:
        werkboek, _ = read_spreadsheet(b"code", bestand)
        assert werkboek
        return werkboek.bladen[0].naam

    assert name("tarieven 2026.csv") == "tarieven 2026"
    assert name("tarieven [concept].csv") == "tarieven _concept_"
    assert name(f"{'x' * 40}.csv") == "x" * 31
    assert good(b"code", bladen=["PRODUCTEN"]).bladnamen == ("producten",)
    assert [m.soort.code for m in read_spreadsheet(b"code", "tarieven.csv", bladen=["Blad1"])[1]] == ["RP034"]


@given(
    rows=st.lists(
        st.lists(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=8), min_size=2, max_size=5),
        min_size=1,
        max_size=6,
    ),
    separator=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_any_table_that_is_written_is_read_back(rows: list[list[str]], separator: str, encoding: str) -> None:
    """The separator is named, because some tables look equally well divided by another sign."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    raw = f"sep={separator}\r\n{stream.getvalue()}".encode(encoding)
    werkboek, meldingen = read_spreadsheet(raw, "tarieven.csv")
    filled = {
        rij: {kolom: value for kolom, value in enumerate(row, start=1) if value.replace("\xad", "").strip()}
        for rij, row in enumerate(rows, start=1)
    }
    filled = {rij: row for rij, row in filled.items() if row}

    if not filled:
        assert [m.soort.code for m in meldingen] == ["RP029"]
    else:
        assert meldingen == []
        assert werkboek
        read = werkboek.bladen[0].rijen
        assert {rij: {kolom: cel.waarde for kolom, cel in row.items()} for rij, row in read.items()} == filled
