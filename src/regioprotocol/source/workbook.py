"""A workbook of Excel (.xlsx, .xlsm) to sheets and cells. The only module that imports openpyxl: load it late.

Nothing is computed, run or fetched: macros, links to other files, pictures and pivot tables are never opened.
The bytes have been judged by `zip_package` before they come here.
"""

from __future__ import annotations

import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS

from regioprotocol.diagnostics import Melding, Plaats, soort
from regioprotocol.source.cell_values import cell, has_time
from regioprotocol.source.cells import Blad, Cel, Formules, Werkboek
from regioprotocol.source.refusal import RefusedError
from regioprotocol.source.sheet_limits import check_size
from regioprotocol.source.sheet_outline import Outline, read_outline

_Place = tuple[int, int]
_Rows = dict[int, dict[int, Cel]]

_DEEP: Final = "veryHidden"
_LONGEST_SHOWN: Final = 60
_TIMES_OVER: Final = 10
_SMALL: Final = 100_000

# Amounts whose format is a number in the file follow the country of whoever looks; openpyxl shows them as dollars.
_EURO: Final = '"€" #,##0{0};"€" -#,##0{0}'
_EURO_COLUMN: Final = '_ "€" * #,##0{0}_ ;_ "€" * -#,##0{0}_ ;_ "€" * "-"{1}_ ;_ @_ '
_COLUMN: Final = '_ * #,##0{0}_ ;_ * -#,##0{0}_ ;_ * "-"{1}_ ;_ @_ '
_DUTCH_FORMATS: Final = {
    BUILTIN_FORMATS[number]: dutch
    for number, dutch in (
        (5, _EURO.format("")),
        (6, _EURO.format("")),
        (7, _EURO.format(".00")),
        (8, _EURO.format(".00")),
        (37, "#,##0;-#,##0"),
        (38, "#,##0;-#,##0"),
        (39, "#,##0.00;-#,##0.00"),
        (40, "#,##0.00;-#,##0.00"),
        (41, _COLUMN.format("", "")),
        (42, _EURO_COLUMN.format("", "")),
        (43, _COLUMN.format(".00", "??")),
        (44, _EURO_COLUMN.format(".00", "??")),
    )
}


def read_workbook(
    raw: bytes, bestand: str, *, formules: Formules, bladen: Collection[str] | None
) -> tuple[Werkboek, list[Melding]]:
    """Read the sheets of a workbook. Raises RefusedError when it is broken or too large."""
    try:
        # openpyxl warns in English about what it leaves out: none of that is in the cells.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _Reader(raw, bestand, formules).read(bladen)
    except RefusedError:
        raise
    except Exception as error:  # openpyxl has no error of its own: a broken file gives any kind
        raise RefusedError("RP021", "Dit Excel-bestand is beschadigd: we kunnen de inhoud niet lezen.") from error


class _Metered(BytesIO):
    """The bytes of a file, which may be read some times over and no more.

    A list of sheets can name one large part a thousand times: openpyxl would read it a thousand times.
    """

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw)
        self._left = _TIMES_OVER * (len(raw) + _SMALL)

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self._left -= len(data)
        if self._left < 0:
            raise ValueError("the parts are read over and over")
        return data


class _Reader:
    """Reads one file. Equal cells become one object: a table repeats its units and laws on every row."""

    def __init__(self, raw: bytes, bestand: str, formules: Formules) -> None:
        self.file = _Metered(raw)
        self.bestand = bestand
        self.formules = formules
        self.meldingen: list[Melding] = []
        self._seen: dict[tuple[object, ...], Cel] = {}
        self._with_formulas: Any = None

    def read(self, bladen: Collection[str] | None) -> tuple[Werkboek, list[Melding]]:
        gevraagd = None if bladen is None else {naam.strip().casefold() for naam in bladen}
        package = self._open(data_only=True)
        wanted = [
            (nummer, sheet, self._outline(sheet))
            for nummer, sheet in enumerate(package.worksheets)
            if gevraagd is None or sheet.title.strip().casefold() in gevraagd or sheet.sheet_state == _DEEP
        ]
        # Before any cell is made.
        check_size(0, 0, sum(outline.cells for *_, outline in wanted), wat="Dit bestand")
        gelezen = tuple(self._sheet(nummer, sheet, outline) for nummer, sheet, outline in wanted)
        werkboek = Werkboek(
            bestand=self.bestand,
            bladen=gelezen,
            bladnamen=tuple(sheet.title for sheet in package.worksheets if sheet.sheet_state != _DEEP),
            eigenschappen={prop.name: str(prop.value) for prop in package.custom_doc_props.props},
        )
        return werkboek, self.meldingen

    def _open(self, *, data_only: bool) -> Any:
        return load_workbook(self.file, read_only=True, data_only=data_only, keep_links=False)

    def _outline(self, sheet: Any) -> Outline:
        # The part in the zip: openpyxl has found it and gives no other way to it.
        with zipfile.ZipFile(self.file) as package, package.open(sheet._worksheet_path) as stream:
            return read_outline(stream, sheet.title)

    def _sheet(self, nummer: int, sheet: Any, outline: Outline) -> Blad:
        naam = sheet.title
        rijen, met_tijd = self._values(sheet, outline)
        self._formulas(rijen, outline, nummer)
        _drop_covered(rijen, outline)
        self._report(naam, rijen, met_tijd)
        return Blad(
            naam=naam,
            rijen={rij: dict(sorted(cellen.items())) for rij, cellen in sorted(rijen.items()) if cellen},
            verborgen=sheet.sheet_state != "visible",
            diep_verborgen=sheet.sheet_state == _DEEP,
            verborgen_kolommen=outline.hidden_columns,
            verborgen_rijen=outline.hidden_rows,
            samengevoegd=outline.merged,
        )

    def _values(self, sheet: Any, outline: Outline) -> tuple[_Rows, set[_Place]]:
        """Read what is stored in the filled cells, and which of them have a time of day."""
        rijen: _Rows = {}
        met_tijd: set[_Place] = set()
        for rij, kolom, found in _filled(sheet, outline):
            opmaak = found.number_format
            key = (found.data_type, found.value, opmaak)
            cel = self._seen.get(key)
            if cel is None:
                cel = self._seen[key] = cell(found.value, found.data_type, _DUTCH_FORMATS.get(opmaak, opmaak))
            if has_time(found.value):
                met_tijd.add((rij, kolom))
            if cel.soort != "tekst" or cel.tekst:
                rijen.setdefault(rij, {})[kolom] = cel
        return rijen, met_tijd

    def _formulas(self, rijen: _Rows, outline: Outline, nummer: int) -> None:
        """Put the formulas themselves in their cells: all of them, or those whose result was not stored."""
        wanted = outline.formulas
        if self.formules == "waarde":
            wanted = frozenset(
                (rij, kolom) for rij, kolom in wanted - outline.empty_results if kolom not in rijen.get(rij, {})
            )
        if not wanted:
            return
        if self._with_formulas is None:
            self._with_formulas = self._open(data_only=False)
        for rij, kolom, found in _filled(self._with_formulas.worksheets[nummer], outline):
            if (rij, kolom) in wanted:
                stored = rijen.get(rij, {}).get(kolom)
                tekst = stored.tekst if stored else ""
                opmaak = _DUTCH_FORMATS.get(found.number_format, found.number_format)
                # A formula for more cells at once is an object with its text.
                waarde = str(getattr(found.value, "text", found.value))
                rijen.setdefault(rij, {})[kolom] = Cel("formule", waarde, tekst, opmaak)

    def _report(self, naam: str, rijen: _Rows, met_tijd: Collection[_Place]) -> None:
        for rij in sorted(rijen):
            for kolom, cel in sorted(rijen[rij].items()):
                plaats = Plaats(self.bestand, rij, kolom, naam)
                if cel.soort == "formule" and self.formules == "weiger":
                    self._add("RP031", plaats, f"In deze cel staat een formule: {_short(str(cel.waarde))}")
                elif cel.soort == "formule":
                    tekst = f"Van deze formule is geen uitkomst opgeslagen: {_short(str(cel.waarde))}"
                    self._add("RP032", plaats, tekst)
                elif (rij, kolom) in met_tijd:
                    self._add("RP033", plaats, f"Bij {cel.tekst} staat ook een tijd. We lezen alleen de dag.")

    def _add(self, code: str, plaats: Plaats, tekst: str) -> None:
        self.meldingen.append(Melding(soort(code), plaats, tekst, soort(code).oplossing))


def _filled(sheet: Any, outline: Outline) -> Iterator[tuple[int, int, Any]]:
    """Give the cells with a value or formula. What the file says about its own size is not used."""
    if not outline.rows:
        return
    columns = sorted(outline.columns)
    cells = sheet.iter_rows(min_row=1, min_col=1, max_row=max(outline.rows), max_col=columns[-1])
    for rij, row in enumerate(cells, start=1):
        if rij in outline.rows:
            for kolom in columns:
                found = row[kolom - 1]
                if found.value is not None:
                    yield rij, kolom, found


def _drop_covered(rijen: _Rows, outline: Outline) -> None:
    """Drop what stands under merged cells: nobody sees it. Raises ValueError when merged cells overlap."""
    rows, columns = sorted(outline.rows), sorted(outline.columns)
    area = len(rows) * len(columns)
    for bereik in outline.merged:
        in_rows = rows[bisect_left(rows, bereik.van_rij) : bisect_right(rows, bereik.tot_rij)]
        in_columns = columns[bisect_left(columns, bereik.van_kolom) : bisect_right(columns, bereik.tot_kolom)]
        # Together they never cover more than there is, so the work has an end.
        area -= len(in_rows) * len(in_columns)
        if area < 0:
            raise ValueError("merged cells overlap")
        for rij in in_rows:
            for kolom in in_columns:
                if (rij, kolom) != (bereik.van_rij, bereik.van_kolom) and rij in rijen:
                    rijen[rij].pop(kolom, None)


def _short(formule: str) -> str:
    return formule if len(formule) <= _LONGEST_SHOWN else f"{formule[:_LONGEST_SHOWN]} …"
