"""The outline of a sheet: how far it is filled, what is hidden, merged or a formula. One pass over its XML.

openpyxl either skips this (read-only) or makes an object of each formatted but empty cell, also when someone
formatted a sheet to the bottom. Here such a cell costs half a microsecond, and limits hold while reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Final
from xml.parsers.expat import ParserCreate

from regioprotocol.source.cells import Bereik
from regioprotocol.source.sheet_limits import check_size

_LAST_ROW: Final = 1_048_576
_LAST_COLUMN: Final = 16_384

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_CELL: Final = f"{_MAIN}c"
_ROW: Final = f"{_MAIN}row"
_COLUMNS: Final = f"{_MAIN}col"
_MERGED: Final = f"{_MAIN}mergeCell"
_FORMULA: Final = f"{_MAIN}f"
_VALUE: Final = f"{_MAIN}v"
_INLINE: Final = f"{_MAIN}is"
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TRUE: Final = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a sheet has beside the values in its cells; rows and columns count from 1, places are (row, column).

    A formula whose result is the empty text stands in *empty_results*: openpyxl gives nothing for it, as it
    does for a formula that was never computed.
    """

    rows: frozenset[int]
    columns: frozenset[int]
    cells: int
    formulas: frozenset[tuple[int, int]]
    empty_results: frozenset[tuple[int, int]]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    merged: tuple[Bereik, ...]


def read_outline(stream: IO[bytes], blad: str) -> Outline:
    """Read the XML of a sheet. Raises RefusedError when it is too large, ValueError or ExpatError when it is broken."""
    reader = _OutlineReader(blad)
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.ParseFile(stream)
    return reader.outline()


def parse_reference(text: str) -> tuple[int, int]:
    """Read 'E17' as (17, 5). Raises ValueError when there is no such cell."""
    found = _REFERENCE.fullmatch(text)
    if not found:
        raise ValueError(f"no cell: {text!r}")
    kolom = 0
    for letter in found[1].upper():
        kolom = kolom * 26 + ord(letter) - ord("A") + 1
    rij = int(found[2])
    if not (0 < rij <= _LAST_ROW and kolom <= _LAST_COLUMN):
        raise ValueError(f"no cell: {text!r}")
    return rij, kolom


class _OutlineReader:
    """Follows the elements of a sheet. Where a cell is, is only worked out when something is in it."""

    def __init__(self, blad: str) -> None:
        self.blad = blad
        self.rows: set[int] = set()
        self.columns: set[int] = set()
        self.cells = 0
        self.formulas: set[tuple[int, int]] = set()
        self.empty_results: set[tuple[int, int]] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_ranges: list[tuple[int, int]] = []
        self.merged: list[Bereik] = []
        self._rij = 0
        self._reference = ""  # of the last cell that names its own place
        self._further = 0  # how many cells without a place came after it
        self._type = ""
        self._new = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if name == _CELL:
            reference = attributes.get("r", "")
            if reference:
                self._reference, self._further = reference, 0
            else:
                self._further += 1
            self._type = attributes.get("t", "")
            self._new = True
        elif name in (_VALUE, _FORMULA, _INLINE):
            self._filled(name)
        elif name == _ROW:
            self._row(attributes)
        elif name == _COLUMNS:
            if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width")):
                self.hidden_ranges.append((int(attributes["min"]), int(attributes["max"])))
        elif name == _MERGED:
            van, _, tot = attributes["ref"].partition(":")
            self.merged.append(Bereik(*parse_reference(van), *parse_reference(tot or van)))

    def _row(self, attributes: Mapping[str, str]) -> None:
        vorige, self._rij = self._rij, int(attributes.get("r", self._rij + 1))
        self._reference, self._further = "", 0
        # openpyxl drops a row that comes too late, without a word.
        if not vorige < self._rij <= _LAST_ROW:
            raise ValueError(f"row {self._rij} after row {vorige}")
        if attributes.get("hidden") in _TRUE:
            self.hidden_rows.add(self._rij)

    def _filled(self, name: str) -> None:
        rij, kolom = self._rij, self._further
        if self._reference:
            kolom += parse_reference(self._reference)[1]
        if self._new:
            self._new = False
            self.cells += 1
            self.rows.add(rij)
            self.columns.add(kolom)
            check_size(len(self.rows), len(self.columns), self.cells, blad=self.blad)
        if name == _FORMULA:
            self.formulas.add((rij, kolom))
        elif self._type == "str" and (rij, kolom) in self.formulas:
            self.empty_results.add((rij, kolom))

    def outline(self) -> Outline:
        """Give what was found, as far as the sheet is filled."""
        last_row, last_column = max(self.rows, default=0), max(self.columns, default=0)
        hidden = (k for van, tot in self.hidden_ranges for k in range(van, min(tot, last_column) + 1))
        return Outline(
            rows=frozenset(self.rows),
            columns=frozenset(self.columns),
            cells=self.cells,
            formulas=frozenset(self.formulas),
            empty_results=frozenset(self.empty_results),
            hidden_rows=frozenset(rij for rij in self.hidden_rows if rij <= last_row),
            hidden_columns=frozenset(hidden),
            merged=tuple(self.merged),
        )


def _is_zero(width: str | None) -> bool:
    return width is not None and float(width) == 0
