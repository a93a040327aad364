"""Product code tables as large as regions have them: our command against the same library doing only the cells."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from corpus import CATEGORIEEN, bronnen, regio, zin
from measuring import TOOL, seconds, show

REGIO = "regio-groot"
PRODUCTEN = 1_500
EXCEL_BEGINT = date(1899, 12, 30)
GETALLEN = {"Tarief", "Maximum per jaar"}
DAGEN = {"Geldig vanaf", "Geldig t/m", "Declareren t/m", "Tarief vanaf", "Tarief t/m"}
# Text as text and the rest as numbers, without a format, a width or a check.
BARE_WRITE = """
import json, sys, xlsxwriter
rows = json.load(open(sys.argv[1], encoding="utf-8"))
book = xlsxwriter.Workbook(sys.argv[2])
sheet = book.add_worksheet()
for row, cells in enumerate(rows):
    for column, value in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value)
book.close()
"""
# Every value of every sheet, as the library itself gives them.
BARE_READ = """
import sys, openpyxl
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets:
    for row in sheet.iter_rows(values_only=True):
        for value in row:
            pass
"""


def measure(folder: Path) -> None:
    """Make a workspace with one large table, and measure."""
    workspace(folder)
    uit, tabel, cellen = folder / "uit.xlsx", folder / "uit.csv", folder / "cellen.json"
    command = [*TOOL, "products", "export", "--regio", REGIO, "--map", str(folder), "--uit"]
    subprocess.run([*command, str(tabel)], check=True, capture_output=True)
    rijen = list(cells(tabel))
    cellen.write_text(json.dumps(rijen, ensure_ascii=False), encoding="utf-8")
    export = seconds([*command, str(uit)])
    bare = seconds([sys.executable, "-c", BARE_WRITE, str(cellen), str(folder / "kaal.xlsx")])
    groot = f"products export, {len(rijen) - 1:,} x {len(rijen[0])}"
    show(groot, export, "xlsxwriter, the same cells barely", bare, "under 10")
    importeer = seconds([*TOOL, "products", "import", str(uit), "--regio", REGIO, "--map", str(folder)])
    bare = seconds([sys.executable, "-c", BARE_READ, str(uit)])
    show("products import of that file", importeer, "openpyxl, every value read-only", bare, "under 10")


def cells(path: Path) -> Iterator[list[str | float | None]]:
    """Give the cells of a table as they stand in a workbook: days are numbers there."""
    with path.open(encoding="utf-8-sig", newline="") as bestand:
        koppen, *rijen = csv.reader(bestand, delimiter=";")
    yield list(koppen)
    for rij in rijen:
        yield [cell(kop, tekst) for kop, tekst in zip(koppen, rij, strict=True)]


def cell(kop: str, tekst: str) -> str | float | None:
    """Give one cell."""
    if not tekst:
        return None
    if kop in DAGEN:
        dag, maand, jaar = map(int, tekst.split("-"))
        return (date(jaar, maand, dag) - EXCEL_BEGINT).days
    return float(tekst.replace(",", ".")) if kop in GETALLEN else tekst


def workspace(folder: Path) -> None:
    """Write one region whose products fill every column."""
    toeval = random.Random(20270101)
    map_ = folder / "regions" / REGIO
    map_.mkdir(parents=True)
    (folder / "productcodes").mkdir()
    (map_ / "regio.yaml").write_text(regio(REGIO, ["0200"]), encoding="utf-8")
    (map_ / "bronnen.yaml").write_text(bronnen(), encoding="utf-8")
    (folder / "productcodes" / f"{REGIO}.yaml").write_text("".join(products(toeval)), encoding="utf-8")


def products(toeval: random.Random) -> Iterator[str]:
    """Give a table of products, each with two tariffs and all that a product can have."""
    codes = [f"{CATEGORIEEN[n % len(CATEGORIEEN)]}{chr(65 + n // 900)}{n // 9 % 100:02d}" for n in range(PRODUCTEN)]
    yield f"regio: {REGIO}\nstatus: voorbeeld\nproducten:\n"
    for nummer, code in enumerate(codes):
        ander, bedrag = codes[nummer - 1], toeval.randint(100, 60_000)
        # The first code follows none: a ring is a fout.
        vervangt = f"    vervangt: ['{ander}']\n" if nummer else ""
        yield (
            f"  - code: '{code}'\n    naam: {zin(toeval, 4)}\n    categorie: '{code[:2]}'\n"
            f"    groepen: [sggz]\n    perceel: perceel {nummer % 9}\n    wet: [Jw]\n"
            "    variant: inspanningsgericht\n    eenheid: '04'\n    declaratie_eenheid: '01'\n"
            "    frequenties: ['2', '4']\n    geldig: 2024-01-01 t/m 2029-12-31\n    declareren: t/m 2030-12-31\n"
            f"{vervangt}    hoofdcode: '{ander}'\n    maximale_duur: 1 jaar\n"
            f"    maximum_per_jaar: {toeval.randint(10, 90)}\n    declaratiemoment: bij de start\n"
            f"    delen:\n      - {{ naam: start, aandeel: 70, code: '{ander}', moment: de start }}\n"
            "      - { naam: resultaat, aandeel: 30 }\n"
            f"    combinaties:\n      - {{ soort: uitgesloten, codes: ['{ander}'] }}\n"
            f"    bron: Protocol, hoofdstuk 1\n    toelichting: {zin(toeval, 12)}.\n    tarief:\n"
            f"      - {{ kenmerk: HBO, geldig: 2024-01-01 t/m 2025-12-31, bedrag: {bedrag / 100:.2f} }}\n"
            f"      - {{ kenmerk: HBO, geldig: 2026-01-01 t/m 2029-12-31, bedrag: {(bedrag + 40) / 100:.2f} }}\n"
        )
