"""Text with separators (CSV) to a sheet: encoding, separator and quotes as Excel and Dutch Windows write them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import PurePath
from typing import Final

from regioprotocol.source.cell_values import text_cell
from regioprotocol.source.cells import Blad, Cel, Werkboek
from regioprotocol.source.refusal import RefusedError
from regioprotocol.source.sheet_limits import check_size

GROOTSTE_BESTAND: Final = 25_000_000
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_BOM: Final = ("utf-8", "cp1252")
# In the order of preference when two fit equally well: a Dutch amount has a comma of its own.
_SEPARATORS: Final = (";", "\t", ",")
_SAMPLE: Final = 200
_NAMED: Final = re.compile(r'"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# A control character, so it is in no text that we read.
_END: Final = "\x1a"
# ="0200" is how programs keep a zero when Excel opens a CSV; a person sees 0200.
_KEPT: Final = re.compile(r'="([^"]*)"')
_LONGEST_NAME: Final = 31
_NOT_IN_NAME: Final = re.compile(r"[\[\]:*?/\\]")


def read_csv(raw: bytes, bestand: str) -> Werkboek:
    """Read one table; every cell is text. Row numbers are those that Excel shows. Raises RefusedError."""
    if len(raw) > GROOTSTE_BESTAND:
        tekst = f"Dit bestand is {len(raw) // 1_000_000} MB. Hoogstens {GROOTSTE_BESTAND // 1_000_000} MB mag."
        raise RefusedError("RP026", tekst)
    text = _decode(raw)
    naam = _NOT_IN_NAME.sub("_", PurePath(bestand).stem)[:_LONGEST_NAME]
    named = _NAMED.match(text)
    if named:
        separator, text = named[1], text[named.end() :]
    else:
        separator = _separator(text)
    rijen: dict[int, dict[int, Cel]] = {}
    columns: set[int] = set()
    cells = 0
    seen: dict[str, Cel] = {}
    for rij, values in _records(text, separator, naam):
        filled = {}
        for kolom, value in enumerate(values, start=1):
            cel = seen.get(value) or seen.setdefault(value, _cell(value))
            if cel.tekst:
                filled[kolom] = cel
        if filled:
            rijen[rij] = filled
            columns.update(filled)
            cells += len(filled)
            check_size(len(rijen), len(columns), cells, blad=naam)
    return Werkboek(bestand=bestand, bladen=(Blad(naam=naam, rijen=rijen),), bladnamen=(naam,))


def _decode(raw: bytes) -> str:
    """Read the text: by its byte order mark, else as UTF-8, else as Windows wrote it for decades."""
    for encoding in next(((name,) for bom, name in _BOMS if raw.startswith(bom)), _WITHOUT_BOM):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        found = _CONTROL.search(text)
        if found:
            regel = text.count("\n", 0, found.start()) + 1
            tekst = f"Op regel {regel} staat een teken dat geen tekst is (nummer {ord(found[0])})."
            raise RefusedError("RP036", tekst)
        return text
    raise RefusedError("RP036", "In dit bestand staan tekens die geen tekst zijn.")


def _separator(text: str) -> str:
    """Find what separates the cells: the sign that divides most lines in equally many."""
    return max(_SEPARATORS, key=lambda separator: _fit(text, separator))


def _fit(text: str, separator: str) -> float:
    """Give the share of lines that this sign divides in the most common number of cells, when that is two or more."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        widths = Counter(len(line) for line in islice(lines, _SAMPLE) if line)
    except csv.Error:
        return 0
    divided = {width: count for width, count in widths.items() if width > 1}
    return max(divided.values(), default=0) / max(widths.total(), 1)


def _records(text: str, separator: str, naam: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows, numbered as Excel does. Raises RefusedError when a quote is never closed."""
    begin = 1
    lines = csv.reader(chain(io.StringIO(text, newline=""), ("\n", _END)), delimiter=separator)
    try:
        for rij, values in enumerate(lines, start=1):
            if values == [_END]:
                return
            begin = rij
            if values and values[-1].endswith(_END):
                break
            yield rij, values
    except csv.Error:  # a cell longer than csv takes: that is a quote that is never closed
        begin += 1
    tekst = f"In rij {begin} begint een cel met een aanhalingsteken dat niet dicht gaat."
    raise RefusedError("RP037", tekst, blad=naam, rij=begin)


def _cell(value: str) -> Cel:
    kept = _KEPT.fullmatch(value.strip()) if "=" in value else None
    return Cel("tekst", value, text_cell(kept[1]).tekst) if kept else text_cell(value)
