"""Files that only look like a workbook, or are made to harm: each is one finding, soon and without a traceback."""

from __future__ import annotations

import re
import struct

import pytest
from case_files import unreadable
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_files import (
    MAIN,
    compound_file,
    findings,
    saved,
    sheet,
    texts,
    unzipped,
    with_parts,
    with_xml,
    written,
    zipped,
)

from regioprotocol.source.compound_file import entry_names
from regioprotocol.source.spreadsheet import read_spreadsheet

GOOD = written(lambda workbook: workbook.add_worksheet().write_row(0, 0, ["code", "46001", 1.45]))
SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = (
    f'<!DOCTYPE worksheet [<!ENTITY l0 "lol">{LAUGHS}]><worksheet xmlns="{MAIN}"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>&l11;</t></is></c></row></sheetData></worksheet>'
)
DATA_SPACES = ("EncryptedPackage", "\x06DataSpaces", "Version", "DataSpaceMap", "DataSpaceInfo", "TransformInfo")
PASSWORD = ("EncryptionInfo", *DATA_SPACES, "StrongEncryptionDataSpace", "StrongEncryptionTransform", "\x06Primary")
LABEL = (*DATA_SPACES, "DRMEncryptedDataSpace", "DRMEncryptedTransform", "\x06Primary", "LabelInfo")


def office(main: str) -> bytes:
    return zipped({TYPES: f'<Types><Override PartName="/x.xml" ContentType="application/{main}"/></Types>'})


def with_flag(raw: bytes, flag: int) -> bytes:
    """Set a flag of the first part, in the directory of a zip."""
    begin = raw.index(b"PK\x01\x02") + 8
    return raw[:begin] + struct.pack("<H", flag) + raw[begin + 2 :]


def with_size(raw: bytes, name: str, size: int) -> bytes:
    """Let the directory of a zip lie about the unpacked size of a part."""
    begin = raw.rindex(name.encode()) - 46
    assert raw[begin : begin + 4] == b"PK\x01\x02"
    return raw[: begin + 24] + struct.pack("<I", size) + raw[begin + 28 :]


STRICT = unzipped(GOOD)["_rels/.rels"].replace(b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/")
OOXML = "vnd.openxmlformats-officedocument"

SPOILED = (
    ("nothing", b"", "RP029", "Dit bestand is leeg."),
    ("only a byte order mark", b"\xef\xbb\xbf\r\n", "RP029", "Dit bestand is leeg."),
    ("a new workbook", saved(lambda _: None), "RP029", "Het blad 'Sheet' is leeg."),
    ("more empty sheets", saved(lambda w: w.create_sheet("Wmo")), "RP029", "Alle bladen zijn leeg."),
    ("a PDF", b"%PDF-1.7\n", "RP020", "Dit is een PDF"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "RP020", "Dit is een plaatje (PNG)"),
    ("a web page called .xls", b"\n<html><table><tr><td>46001</table>", "RP020", "Dit is een webpagina (HTML)"),
    ("Excel of 2003 as XML", b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "RP020", "Dit is een XML-bestand"),
    ("Word", office(f"{OOXML}.wordprocessingml.document.main+xml"), "RP020", "Dit is een Word-document"),
    ("PowerPoint", office(f"{OOXML}.presentationml.slideshow.main+xml"), "RP020", "Dit is een PowerPoint-presentatie"),
    ("ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "RP020", "LibreOffice (.ods)"),
    ("odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "RP020", "LibreOffice (.odt)"),
    ("Numbers", zipped({"Index/Document.iwa": b""}), "RP020", "Apple Numbers"),
    ("a zip with a workbook", zipped({"map/producten.xlsx": GOOD}), "RP020", "Dit is een gewoon zip-bestand"),
    ("an empty zip", zipped({}), "RP020", "Dit is een gewoon zip-bestand"),
    ("half a file", GOOD[: len(GOOD) // 2], "RP021", "beschadigd"),
    ("only the first bytes", GOOD[:4], "RP021", "beschadigd"),
    ("bytes that changed", GOOD[:60] + b"?" * 30 + GOOD[90:], "RP021", "beschadigd"),
    ("a sheet that stops", with_parts({SHEET: b"<worksheet><sheetData><row>"}, GOOD), "RP021", "de inhoud niet lezen"),
    (
        "a workbook without a list of sheets",
        with_parts({"xl/workbook.xml": None}, GOOD),
        "RP021",
        "de inhoud niet lezen",
    ),
    ("a cell with an impossible place", with_xml('<row r="1"><c r="17E"><v>1</v></c></row>'), "RP021", ""),
    ("a style that is not there", with_xml('<row r="1"><c r="A1" s="99"><v>1</v></c></row>'), "RP021", ""),
    ("a row that comes too late", with_xml('<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>'), "RP021", ""),
    (
        "an encoding that is not there",
        with_parts({SHEET: b'<?xml version="1.0" encoding="x"?><a/>'}, GOOD),
        "RP021",
        "",
    ),
    ("old Excel called .xlsx", compound_file(["Workbook", "\x05SummaryInformation"]), "RP022", "een oude Excel (.xls)"),
    ("Excel 5", compound_file(["Book"]), "RP022", "een oude Excel (.xls)"),
    ("a Word file of before", compound_file(["WordDocument", "1Table"]), "RP020", "een oud Word-document"),
    ("an e-mail", compound_file(["__properties_version1.0"]), "RP020", "een e-mail van Outlook"),
    ("half an OLE file", compound_file(["Workbook"])[:600], "RP022", "een oud Office-programma"),
    ("a password", compound_file(PASSWORD), "RP023", "beveiligd met een wachtwoord."),
    ("a password, large sectors", compound_file(PASSWORD, sector_size=4096), "RP023", "met een wachtwoord."),
    (
        "protected somehow",
        compound_file(["EncryptedPackage"]),
        "RP023",
        "wachtwoord of met een vertrouwelijkheidslabel",
    ),
    ("a zip with a password", with_flag(GOOD, 1), "RP023", "een zip-bestand met een wachtwoord"),
    ("a label", compound_file(LABEL), "RP024", "beveiligd met een vertrouwelijkheidslabel."),
    ("a label and a password", compound_file([*PASSWORD, "LabelInfo"]), "RP024", "vertrouwelijkheidslabel."),
    ("rights on an old file", compound_file(["\x09DRMContent", "Workbook"]), "RP024", "vertrouwelijkheidslabel."),
    ("xlsb", office("vnd.ms-excel.sheet.binary.macroEnabled.main"), "RP025", "binaire Excel-werkmap (.xlsb)"),
    ("Strict Open XML", with_parts({"_rels/.rels": STRICT}, GOOD), "RP025", "'Strict Open XML'"),
    ("51 MB", b"x" * 51_000_000, "RP026", "Dit bestand is 51 MB. Hoogstens 50 MB mag."),
    ("26 MB of CSV", b"x" * 26_000_000, "RP026", "Dit bestand is 26 MB. Hoogstens 25 MB mag."),
    ("a bomb", with_parts({"xl/media/a.bin": bytes(90_000_000)}, GOOD), "RP026", "keer zo groot"),
    ("a part of 30 MB", with_parts({"xl/styles.xml": bytes(30_000_000)}, GOOD), "RP026", "is uitgepakt 30 MB"),
    ("400 MB by its directory", with_size(GOOD, "xl/styles.xml", 401_000_000), "RP026", "is uitgepakt 401 MB"),
    ("parts without end", zipped({f"{n}": b"" for n in range(10_001)}), "RP026", "bestaat uit 10001 delen"),
    ("a sheet larger than its directory says", with_size(GOOD, SHEET, 100), "RP021", "beschadigd"),
    ("entities in a sheet", with_parts({SHEET: BOMB}, GOOD), "RP027", f"'{SHEET}'"),
    ("entities in UTF-16", with_parts({SHEET: BOMB.encode("utf-16")}, GOOD), "RP027", f"'{SHEET}'"),
    ("entities in the texts", with_parts({"xl/sharedStrings.xml": BOMB}, GOOD), "RP027", "'xl/sharedStrings.xml'"),
    (
        "a file from elsewhere",
        with_parts({SHEET: f'<!DOCTYPE a SYSTEM "file:///etc/passwd">{BOMB}'}, GOOD),
        "RP027",
        "DOCTYPE",
    ),
)


@pytest.mark.parametrize(("raw", "code", "tekst"), [row[1:] for row in SPOILED], ids=[row[0] for row in SPOILED])
def test_a_spoiled_file_is_one_finding(raw: bytes, code: str, tekst: str) -> None:
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx")

    assert [m.soort.code for m in meldingen] == [code]
    assert tekst in meldingen[0].tekst
    assert meldingen[0].hint
    assert unreadable(meldingen) == []
    assert werkboek is None


def test_a_zip_tells_what_is_in_it() -> None:
    (melding,) = read_spreadsheet(zipped({"map/producten.xlsx": GOOD}), "producten.zip")[1]

    assert melding.hint == "Pak het bestand uit. Erin zit 'map/producten.xlsx'."


def test_a_workbook_with_macros_is_read_and_they_are_left_alone() -> None:
    types = unzipped(GOOD)[TYPES].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )

    assert texts(sheet(with_parts({TYPES: types, "xl/vbaProject.bin": b"Sub Auto_Open()"}, GOOD)))[1][1] == "code"


def test_a_link_to_another_file_is_not_followed() -> None:
    """The stored value is there to read; what it was made from is not looked for."""
    row = '<row r="1"><c r="A1"><f>[1]Blad1!A1</f><v>1.45</v></c></row>'
    raw = with_parts({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}, with_xml(row))

    assert texts(sheet(raw, formules="waarde")) == {1: {1: "1,45"}}


# Large sheets


def test_a_sheet_that_is_formatted_to_the_bottom_is_as_large_as_its_content() -> None:
    """100,000 rows with a format and no content, in a sheet that claims to be as large as Excel allows."""
    styled = "".join(
        f'<row r="{rij}" s="1"><c r="A{rij}" s="1"/><c r="XFD{rij}" s="1"/></row>' for rij in range(2, 100_001)
    )
    rows = f'<row r="1"><c r="A1" t="str"><v>code</v></c></row>{styled}'

    assert texts(sheet(with_xml(rows, dimension="A1:XFD1048576", formats=["0.00"]))) == {1: {1: "code"}}


def test_a_cell_in_the_last_corner_is_read() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'

    assert texts(sheet(with_xml(rows))) == {1: {1: "1"}, 1_048_576: {16_384: "2"}}


@pytest.mark.parametrize(
    ("rows", "columns", "tekst"),
    [
        (50_001, 1, "Dit blad heeft meer dan 50.000 gevulde rijen."),
        (1, 401, "Dit blad heeft meer dan 400 gevulde kolommen."),
        (4_000, 300, "Dit blad heeft meer dan 1.000.000 gevulde cellen."),
    ],
)
def test_a_sheet_with_too_much_in_it_is_refused(rows: int, columns: int, tekst: str) -> None:
    (melding,) = read_spreadsheet(with_xml(_numbers(rows, columns)), "producten.xlsx")[1]

    assert (melding.soort.code, melding.plaats.cel, melding.tekst) == ("RP028", "Blad1", tekst)


def test_sheets_that_together_hold_too_much_are_refused() -> None:
    raw = saved(lambda workbook: workbook.create_sheet("Wmo"))
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{_numbers(2_000, 300)}</sheetData></worksheet>'

    assert findings(with_parts({SHEET: xml, "xl/worksheets/sheet2.xml": xml}, raw)) == ["RP028"]


def _numbers(rows: int, columns: int) -> str:
    return "".join(f"<row>{f'<c><v>{rij}</v></c>' * columns}</row>" for rij in range(rows))


def test_merged_cells_that_lie_over_each_other_are_refused() -> None:
    """Else a file of some kilobytes could ask for work without end."""
    merged = '<mergeCell ref="A1:XFD1048576"/>' * 1_000
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'

    assert findings(with_xml(rows, after=f"<mergeCells>{merged}</mergeCells>")) == ["RP021"]


def test_a_list_that_names_one_sheet_again_and_again_is_refused() -> None:
    parts = unzipped(with_xml(_numbers(1_000, 40)))
    (listed,) = re.findall(rb"<sheet .*?/>", parts["xl/workbook.xml"])
    many = b"".join(listed.replace(b"Blad1", b"Blad%d" % n) for n in range(2_000))

    assert findings(zipped({**parts, "xl/workbook.xml": parts["xl/workbook.xml"].replace(listed, many)})) == ["RP021"]


# The directory of an OLE file


def test_the_directory_is_found_when_it_takes_more_sectors() -> None:
    names = [f"stroom {n}" for n in range(40)]

    assert entry_names(compound_file(names)) == {"Root Entry", *names}


def test_a_directory_that_goes_in_circles_ends() -> None:
    raw = bytearray(compound_file([f"stroom {n}" for n in range(8)]))
    raw[512 + 8 : 512 + 12] = struct.pack("<I", 1)

    assert "stroom 1" in entry_names(bytes(raw))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_makes_the_program_fail(data: st.DataObject) -> None:
    """Bytes of a good file change, in the zip or inside its parts; the answer is a workbook or findings."""
    raw = data.draw(st.sampled_from([GOOD, compound_file(PASSWORD)]))
    if raw is GOOD and data.draw(st.booleans()):
        parts = unzipped(GOOD)
        name = data.draw(st.sampled_from(sorted(parts)))
        raw = with_parts({name: _damaged(parts[name], data)}, GOOD)
    else:
        raw = _damaged(raw, data)
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx")

    assert werkboek is not None or len(meldingen) == 1
    assert unreadable(meldingen) == []


def _damaged(raw: bytes, data: st.DataObject) -> bytes:
    begin = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(begin, min(begin + 40, len(raw))))
    return raw[:begin] + data.draw(st.binary(max_size=20)) + raw[end:]
