"""Spreadsheets made in memory: with openpyxl, part by part in a zip, and the OLE files of old or protected Excel."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import xlsxwriter
from openpyxl import Workbook

from regioprotocol.source.cells import Blad, Cel, Werkboek
from regioprotocol.source.spreadsheet import read_spreadsheet

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_END: Final = 0xFFFFFFFE
_FREE: Final = 0xFFFFFFFF


def saved(make: Callable[[Workbook], object]) -> bytes:
    """Save a workbook of openpyxl after *make* did something with it."""
    workbook = Workbook()
    make(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def written(make: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    """Write a workbook of xlsxwriter: like Excel it keeps the texts of all sheets in a part of their own."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        make(workbook)
    return stream.getvalue()


def with_cells(values: Mapping[str, object], formats: Mapping[str, str] | None = None) -> bytes:
    """Save a workbook with these cells on its only sheet."""

    def make(workbook: Workbook) -> None:
        for place, value in values.items():
            workbook.active[place] = value
        for place, number_format in (formats or {}).items():
            workbook.active[place].number_format = number_format

    return saved(make)


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Put parts in a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def unzipped(raw: bytes) -> dict[str, bytes]:
    """Take the parts out of a zip."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_parts(parts: Mapping[str, str | bytes | None], raw: bytes) -> bytes:
    """Replace, add or remove parts of the zip of a workbook."""
    changed = {**unzipped(raw), **parts}
    return zipped({name: content for name, content in changed.items() if content is not None})


def with_xml(
    rows: str, *, before: str = "", after: str = "", dimension: str = "A1", formats: Sequence[str] = ()
) -> bytes:
    """Save a workbook whose only sheet has this XML: what no library would write. Style n has the n-th format."""
    own = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(formats))
    cell_formats = "".join(f'<xf numFmtId="{164 + n}"/>' for n, _ in enumerate(formats))
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts>'
            f'<cellXfs><xf numFmtId="0"/>{cell_formats}</cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/>{before}'
            f"<sheetData>{rows}</sheetData>{after}</worksheet>",
        }
    )


def compound_file(names: Sequence[str], *, sector_size: int = 512) -> bytes:
    """Make an OLE file with a directory of empty streams, as [MS-CFB] describes: header, table, directory."""
    per_sector = sector_size // 128
    entries = [_entry("Root Entry", 5), *(_entry(name, 2) for name in names)]
    entries += [_entry("", 0)] * (-len(entries) % per_sector)
    sectors = len(entries) // per_sector
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16),
        0x3E,
        3 if sector_size == 512 else 4,
        0xFFFE,
        9 if sector_size == 512 else 12,
        6,
        bytes(6),
        0 if sector_size == 512 else sectors,
        1,  # sectors of the table
        1,  # first sector of the directory
        0,
        4096,
        _END,
        0,
        _END,
        0,
    )
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    chain = [0xFFFFFFFD, *range(2, sectors + 1), _END]
    table = struct.pack(f"<{sector_size // 4}I", *chain, *[_FREE] * (sector_size // 4 - len(chain)))
    return header.ljust(sector_size, b"\0") + table + b"".join(entries)


def _entry(name: str, kind: int) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    return struct.pack("<64sHBBIII16sIQQIQ", encoded, length, kind, 1, _FREE, _FREE, _FREE, bytes(16), 0, 0, 0, 0, 0)


def good(raw: bytes, **options: Any) -> Werkboek:
    """Read a file in which nothing is wrong."""
    werkboek, meldingen = read_spreadsheet(raw, "producten.xlsx", **options)
    assert meldingen == []
    assert werkboek
    return werkboek


def sheet(raw: bytes, **options: Any) -> Blad:
    """Read a file in which nothing is wrong, and give its only sheet."""
    (blad,) = good(raw, **options).bladen
    return blad


def texts(blad: Blad) -> dict[int, dict[int, str]]:
    """Give what a person sees."""
    return {rij: {kolom: cel.tekst for kolom, cel in cellen.items()} for rij, cellen in blad.rijen.items()}


def only(raw: bytes, **options: Any) -> Cel:
    """Give the only cell of a file in which nothing is wrong."""
    ((_, cellen),) = sheet(raw, **options).rijen.items()
    (cel,) = cellen.values()
    return cel


def findings(raw: bytes, bestand: str = "producten.xlsx", **options: Any) -> list[str]:
    """Give the findings as 'RP031 Blad!B2'."""
    _, meldingen = read_spreadsheet(raw, bestand, **options)
    return [f"{m.soort.code} {m.plaats.cel}".strip() for m in meldingen]
