"""Spreadsheets as people send them: cells as a person sees them, and for each spoiled file one clear finding."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from case_files import unreadable
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.packaging.custom import BoolProperty, StringProperty
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula
from sheet_files import findings, good, only, saved, sheet, texts, unzipped, with_cells, with_parts, with_xml, written

from regioprotocol.source.cells import Bereik, Cel
from regioprotocol.source.spreadsheet import read_spreadsheet, read_spreadsheet_file

CELLS = (
    ("text", "Begeleiding", "General", Cel("tekst", "Begeleiding", "Begeleiding", "General")),
    ("text with a zero", "0200", "@", Cel("tekst", "0200", "0200", "@")),
    ("text with spaces", "  uur ", "General", Cel("tekst", "  uur ", "uur", "General")),
    ("hard spaces", "\xa0€\xa01,45\u202f", "General", Cel("tekst", "\xa0€\xa01,45\u202f", "€ 1,45", "General")),
    ("marks without width", "\ufeff46001\u200b", "General", Cel("tekst", "\ufeff46001\u200b", "46001", "General")),
    ("two lines", "per\nuur", "General", Cel("tekst", "per\nuur", "per\nuur", "General")),
    ("a whole number", 46001, "General", Cel("getal", Decimal(46001), "46001", "General")),
    ("zeros by format", 200, "0000", Cel("getal", Decimal(200), "0200", "0000")),
    ("an amount", 1234.5, '"€" #,##0.00', Cel("getal", Decimal("1234.5"), "€ 1.234,50", '"€" #,##0.00')),
    ("three decimals", 1.005, "0.00", Cel("getal", Decimal("1.005"), "1,01", "0.00")),
    ("a code that became a power", 46e1, "0.00E+00", Cel("getal", Decimal(460), "4,60E+02", "0.00E+00")),
    ("a share", 0.7, "0%", Cel("getal", Decimal("0.7"), "70%", "0%")),
    ("a day", date(2026, 1, 31), "dd-mm-yyyy", Cel("datum", date(2026, 1, 31), "31-01-2026", "dd-mm-yyyy")),
    ("a day, shown short", date(2026, 1, 31), "d-mmm-yy", Cel("datum", date(2026, 1, 31), "31-01-2026", "d-mmm-yy")),
    ("yes or no", True, "General", Cel("ja/nee", waarde=True, tekst="WAAR", opmaak="General")),
    ("an error", "#N/A", "General", Cel("foutwaarde", "#N/A", "#N/B", "General")),
    ("a time", time(8, 30), "h:mm", Cel("tekst", "08:30", "08:30", "h:mm")),
    ("a length of time", timedelta(hours=37, minutes=30), "[h]:mm", Cel("tekst", "37:30", "37:30", "[h]:mm")),
)

# What Excel writes for a number, and what was typed: it keeps 17 digits and shows 15.
NUMBERS = (
    ("1.005", "1.005"),
    ("1.0049999999999999", "1.005"),
    ("0.30000000000000004", "0.3"),
    ("348.96", "348.96"),
    ("1E5", "100000"),
    ("1.45E-2", "0.0145"),
    ("-7", "-7"),
    ("123456789012345678", "123456789012345678"),
)


@pytest.mark.parametrize(("value", "number_format", "cel"), [row[1:] for row in CELLS], ids=[row[0] for row in CELLS])
def test_a_cell_is_read_as_a_person_sees_it(value: object, number_format: str, cel: Cel) -> None:
    assert only(with_cells({"B3": value}, {"B3": number_format})) == cel


@pytest.mark.parametrize(("in_file", "typed"), NUMBERS)
def test_a_number_is_exactly_what_was_typed(in_file: str, typed: str) -> None:
    assert only(with_xml(f'<row r="1"><c r="A1"><v>{in_file}</v></c></row>')).waarde == Decimal(typed)


@pytest.mark.parametrize("number", [5, 6, 7, 8, 42, 44])
def test_an_amount_with_a_format_of_the_country_is_in_euros(number: int) -> None:
    def make(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet().write_number(0, 0, 1234, workbook.add_format({"num_format": number}))

    assert only(written(make)).tekst in ("€ 1.234", "€ 1.234,00")


def test_an_amount_of_nothing_in_an_accounting_format_is_a_line() -> None:
    def make(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet().write_number(0, 0, 0, workbook.add_format({"num_format": 44}))

    assert only(written(make)).tekst == "€ -"


def test_a_day_in_a_file_of_an_old_mac_is_the_same_day() -> None:
    def make(workbook: Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904
        workbook.active["A1"] = date(2026, 1, 1)

    assert only(saved(make)).waarde == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("serial", "soort", "tekst"),
    [("0", "getal", "0"), ("-3", "foutwaarde", "#####"), ("9999999", "foutwaarde", "#WAARDE!")],
)
def test_a_number_that_is_no_day_does_not_become_one(serial: str, soort: str, tekst: str) -> None:
    cel = only(with_xml(f'<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>', formats=["dd-mm-yyyy"]))

    assert (cel.soort, cel.tekst) == (soort, tekst)


def test_a_day_with_a_time_is_a_finding_and_only_midnight_is_dropped() -> None:
    raw = with_cells({"A1": datetime(2026, 1, 1), "A2": datetime(2026, 1, 2, 13, 30)})
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx")

    assert [(m.soort.code, str(m.plaats)) for m in meldingen] == [("RP033", "producten.xlsx Sheet!A2")]
    assert werkboek
    assert texts(werkboek.bladen[0]) == {1: {1: "01-01-2026"}, 2: {1: "02-01-2026"}}


def test_texts_with_more_fonts_and_texts_inside_the_sheet_are_read() -> None:
    def make(workbook: Workbook) -> None:
        workbook.active["A1"] = CellRichText("Begeleiding ", TextBlock(InlineFont(b=True), "individueel"))

    inline = '<row r="1"><c r="A1" t="inlineStr"><is><t>mi</t></is></c><c r="B1" t="str"><v>nuut</v></c></row>'

    assert only(saved(make)).tekst == "Begeleiding individueel"
    assert texts(sheet(with_xml(inline))) == {1: {1: "mi", 2: "nuut"}}


def test_a_line_break_that_excel_wrote_as_a_code_is_a_line_break() -> None:
    assert only(with_cells({"A1": "per_x000D_\nuur"})).tekst == "per\nuur"


def test_a_cell_with_only_spaces_is_empty() -> None:
    assert texts(sheet(with_cells({"A1": "code", "B1": " \xa0 "}))) == {1: {1: "code"}}


def test_rows_and_cells_without_their_place_are_counted() -> None:
    rows = '<row><c/><c t="str"><v>b</v></c></row><row r="4"><c r="C4"/><c t="str"><v>d</v></c></row>'

    assert texts(sheet(with_xml(rows))) == {1: {2: "b"}, 4: {4: "d"}}


# Formulas

FORMULAS = (
    '<row r="1"><c r="A1"><f>2*3</f><v>6</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>6x</v></c>'
    '<c r="C1" t="str"><f>IF(A1=0,"x","")</f><v></v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">A1*1.03</f><v>6.18</v></c></row>'
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6.3654</v></c></row>'
)


def test_every_formula_is_a_finding_with_its_cell() -> None:
    raw = with_xml(FORMULAS)
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx")

    assert findings(raw) == [f"RP031 Blad1!{cel}" for cel in ("A1", "B1", "C1", "A2", "A3")]
    assert meldingen[3].tekst == "In deze cel staat een formule: =A1*1.03"
    assert werkboek
    rijen = werkboek.bladen[0].rijen
    assert rijen[1][2] == Cel("formule", '=A1&"x"', "6x", "General")
    assert rijen[3][1] == Cel("formule", "=A2*1.03", "6,3654", "General")


def test_a_formula_can_be_read_by_the_value_that_was_stored() -> None:
    blad = sheet(with_xml(FORMULAS), formules="waarde")

    assert texts(blad) == {1: {1: "6", 2: "6x"}, 2: {1: "6,18"}, 3: {1: "6,3654"}}
    assert blad.rijen[2][1].soort == "getal"


def test_a_formula_without_a_stored_value_is_not_computed() -> None:
    def make(workbook: Workbook) -> None:
        workbook.active["A1"] = "=1+1"
        workbook.active["A2"] = ArrayFormula("A2:A3", "=B1:B2")

    werkboek, meldingen = read_spreadsheet(saved(make), "producten.xlsx", formules="waarde")

    assert [(m.soort.code, m.plaats.cel) for m in meldingen] == [("RP032", "Sheet!A1"), ("RP032", "Sheet!A2")]
    assert werkboek
    assert werkboek.bladen[0].rijen[1][1] == Cel("formule", "=1+1", "", "General")


def test_cells_come_in_the_order_of_the_sheet_also_between_formulas() -> None:
    raw = with_cells({"A2": "=1+1", "B2": "x", "B1": "=2", "C1": "y"})
    werkboek, _ = read_spreadsheet(raw, "producten.xlsx")

    assert werkboek
    assert [(rij, list(row)) for rij, row in werkboek.bladen[0].rijen.items()] == [(1, [2, 3]), (2, [1, 2])]


def test_a_command_in_a_text_cell_stays_text() -> None:
    text = "=CMD|' /C calc'!A0"
    raw = written(lambda workbook: workbook.add_worksheet().write_string(0, 0, text))

    assert only(raw) == Cel("tekst", text, text, "General")


# Sheets


def test_what_is_hidden_is_told() -> None:
    def make(workbook: Workbook) -> None:
        first = workbook.active
        for kolom in range(1, 9):
            first.cell(1, kolom, "x")
        first["A5"] = "x"
        first.column_dimensions.group("C", "E", hidden=True)
        first.column_dimensions["G"].width = 0
        first.column_dimensions.group("M", "XFD", hidden=True)
        first.row_dimensions[3].hidden = True
        first.row_dimensions[90].hidden = True
        workbook.create_sheet("Oud").sheet_state = "hidden"
        workbook["Oud"]["A1"] = "oud"

    blad, oud = good(saved(make)).bladen

    assert blad.verborgen_kolommen == {3, 4, 5}
    assert blad.verborgen_rijen == {3}
    assert (blad.verborgen, oud.verborgen, oud.diep_verborgen) == (False, True, False)


def test_a_column_without_width_is_hidden() -> None:
    columns = '<cols><col min="1" max="1" width="8.5"/><col min="2" max="3" width="0" customWidth="1"/></cols>'

    assert sheet(with_xml('<row r="1"><c r="C1"><v>1</v></c></row>', before=columns)).verborgen_kolommen == {2, 3}


def test_under_merged_cells_only_the_first_holds_something() -> None:
    merged = '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="A4:A1048576"/></mergeCells>'
    row = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="B{0}"><f>2</f></c><c r="D{0}"><v>4</v></c></row>'
    rows = "".join(row.format(rij) for rij in (1, 2))
    rows += '<row r="4"><c r="A4"><v>7</v></c></row><row r="5"><c r="A5"><v>8</v></c></row>'
    blad = sheet(with_xml(rows, after=merged))

    assert texts(blad) == {1: {1: "1", 4: "4"}, 2: {4: "4"}, 4: {1: "7"}}
    assert blad.samengevoegd == (Bereik(1, 1, 2, 3), Bereik(4, 1, 1_048_576, 1))


def test_a_sheet_that_only_programs_can_show_is_read_and_so_are_own_properties() -> None:
    def make(workbook: Workbook) -> None:
        workbook.active["A1"] = "code"
        workbook.create_sheet("herkomst").sheet_state = "veryHidden"
        workbook["herkomst"]["A1"] = "sha256:1234"
        workbook.custom_doc_props.append(StringProperty(name="digest", value="sha256:1234"))
        workbook.custom_doc_props.append(BoolProperty(name="volledig", value=True))

    werkboek = good(saved(make), bladen=["sheet "])

    assert [(blad.naam, blad.diep_verborgen) for blad in werkboek.bladen] == [("Sheet", False), ("herkomst", True)]
    assert werkboek.bladen[1].rijen[1][1].tekst == "sha256:1234"
    assert werkboek.bladnamen == ("Sheet",)
    assert werkboek.eigenschappen == {"digest": "sha256:1234", "volledig": "True"}


def test_only_the_sheets_that_were_asked_for_are_read() -> None:
    def make(workbook: Workbook) -> None:
        workbook.active.title = "Jeugd"
        workbook["Jeugd"]["A1"] = "=1+1"
        workbook.create_sheet("Wmo")["A1"] = "code"

    raw = saved(make)
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx", bladen=["Wmoo"])

    assert [blad.naam for blad in good(raw, bladen=["wmo"]).bladen] == ["Wmo"]
    assert [(m.soort.code, m.hint) for m in meldingen] == [("RP034", "Bedoelde u 'Wmo'?")]
    assert werkboek
    assert werkboek.bladnamen == ("Jeugd", "Wmo")


def test_a_sheet_with_only_a_chart_is_no_sheet() -> None:
    def make(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet("Blad1").write_string(0, 0, "code")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Blad1!$A$1:$A$1"})
        workbook.add_chartsheet("Grafiek").set_chart(chart)

    assert good(written(make)).bladnamen == ("Blad1",)


def test_a_workbook_without_a_sheet_that_people_see_is_a_finding() -> None:
    raw = with_cells({"A1": "code"})
    hidden = unzipped(raw)["xl/workbook.xml"].replace(b'state="visible"', b'state="hidden"')
    werkboek, _ = read_spreadsheet(with_parts({"xl/workbook.xml": hidden}, raw), "producten.xlsx")

    assert findings(with_parts({"xl/workbook.xml": hidden}, raw)) == ["RP030"]
    assert werkboek
    assert texts(werkboek.bladen[0]) == {1: {1: "code"}}


# Files


def test_a_file_is_read_from_disk_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "producten.csv"
    path.write_bytes(with_cells({"A1": "code"}))
    werkboek, meldingen = read_spreadsheet_file(path)

    assert meldingen == []
    assert werkboek
    assert werkboek.bestand == "producten.csv"


def test_a_file_that_is_not_there_or_no_file_is_a_finding(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.xlsx")

    assert _on_disk(tmp_path / "weg.xlsx") == ["RP001 'weg.xlsx' bestaat niet."]
    assert _on_disk(tmp_path) == [f"RP001 '{tmp_path.name}' is een map."]
    assert _on_disk(tmp_path / "pijp.xlsx") == ["RP001 'pijp.xlsx' is geen gewoon bestand."]
    assert _on_disk(tmp_path / ("x" * 300)) == [f"RP001 We kunnen '{'x' * 300}' niet openen (fout 36 van het systeem)."]


def test_a_file_that_is_open_somewhere_is_read_with_a_warning(tmp_path: Path) -> None:
    for lock in ("~$producten.xlsx", ".~lock.producten.xlsx#"):
        (tmp_path / "producten.xlsx").write_bytes(with_cells({"A1": "code"}))
        (tmp_path / lock).write_bytes(b"\x04Anne")

        assert _on_disk(tmp_path / "producten.xlsx") == [f"RP038 Dit bestand staat open: ernaast staat '{lock}'."]
        (tmp_path / lock).unlink()


def test_the_file_that_excel_puts_beside_an_open_one_is_not_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "~$producten.xlsx"
    path.write_bytes(b"\x04Anne")
    (melding,) = read_spreadsheet_file(path)[1]

    assert (melding.soort.code, melding.hint) == ("RP001", "Bedoelde u 'producten.xlsx'?")


def test_a_file_that_may_not_be_opened_is_a_finding(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file: run the tests as another user to try this")
    path = tmp_path / "producten.xlsx"
    path.write_bytes(with_cells({"A1": "code"}))
    path.chmod(0)

    assert _on_disk(path) == ["RP001 We mogen 'producten.xlsx' niet openen."]
    (tmp_path / "~$producten.xlsx").touch()
    assert _on_disk(path) == ["RP001 'producten.xlsx' staat open in Excel: ernaast staat '~$producten.xlsx'."]


def _on_disk(path: Path) -> list[str]:
    werkboek, meldingen = read_spreadsheet_file(path)

    assert unreadable(meldingen) == []
    assert werkboek is None or meldingen[0].soort.ernst == "waarschuwing"
    return [f"{m.soort.code} {m.tekst}" for m in meldingen]


def test_without_the_extra_excel_is_a_finding_and_csv_is_read() -> None:
    """The extra is taken away as it is absent: openpyxl cannot be imported in this run."""
    program = """
import sys
sys.modules["openpyxl"] = None
from regioprotocol.source.spreadsheet import read_spreadsheet
for raw in (sys.stdin.buffer.read(), b"code;tarief\\n46001;1,45"):
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx")
    print(werkboek is not None, [(m.soort.code, 'pip install "regioprotocol[tabellen]"' in m.hint) for m in meldingen])
"""
    raw = with_cells({"A1": "code"})
    run = subprocess.run([sys.executable, "-c", program], input=raw, capture_output=True, check=True)

    assert run.stdout.decode().split("\n") == ["False [('RP035', True)]", "True []", ""]


def test_nobody_pays_for_the_extra_before_reading_excel() -> None:
    program = """
import sys
import regioprotocol.source, regioprotocol.source.spreadsheet
print("openpyxl" in sys.modules)
regioprotocol.source.spreadsheet.read_spreadsheet(b"a;b", "x.csv")
print("openpyxl" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert run.stdout.split() == [b"False", b"False"]
