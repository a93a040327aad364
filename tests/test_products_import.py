"""Every file in cases/import is a sheet that a region brings in: what changes, and which cell is wrong."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
import yaml
from conftest import Resultaat, voer_uit

from regioprotocol.diagnostics import soort

CASES: Final = Path(__file__).parent / "cases" / "import"
GEVALLEN: Final = sorted(CASES.glob("*.yaml"))
DAG: Final = date(2026, 6, 1)
SOORTEN: Final = ("toegevoegd", "beeindigd", "gewijzigd", "ongewijzigd", "overgeslagen", "meldingen")


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the small region, on a fixed day."""
    shutil.copytree(CASES / "_basis", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("regioprotocol.cli.products_import.today", lambda: DAG)
    return tmp_path


def importeer(bestand: Path | str, *opties: str) -> Resultaat:
    """Import a file into the region."""
    return voer_uit("products", "import", str(bestand), "--regio", "proef", *opties)


def tabel(werkmap: Path) -> Path:
    """Give the table that an import writes."""
    return werkmap / "productcodes" / "proef.yaml"


def gevonden(uit: Any) -> dict[str, Any]:
    """Give the outcome as the case files write it; what is empty is left out."""
    rij = {
        "toegevoegd": [
            f"{p['code']} " + ", ".join(f"{t['bedrag']} vanaf {t['vanaf']}" for t in p["tarieven"])
            for p in uit["toegevoegd"]
        ],
        "beeindigd": [f"{w['code']} {w['laatste_dag']}" for w in uit["beeindigd"]],
        "gewijzigd": [_wijziging(w) for w in uit["gewijzigd"]],
        "ongewijzigd": len(uit["ongewijzigd"]),
        "overgeslagen": [int(r["cel"].rpartition(":")[2]) for r in uit["overgeslagen"]],
        "meldingen": [f"{m['code']} {m['cel'].partition('!')[2]}".strip() for m in uit["meldingen"]],
    }
    return {soort: waarde for soort, waarde in rij.items() if waarde}


def _wijziging(w: dict[str, Any]) -> str:
    waar = " ".join(deel for deel in (w["code"], w["veld"], w["kenmerk"], w["vanaf"]) if deel)
    verschil = f" ({w['verschil_eur']}, {w['verschil_pct']}%)" if w["verschil_eur"] else ""
    return f"{waar}: {w['oud']} > {w['nieuw']}{verschil}"


@pytest.mark.parametrize("path", GEVALLEN, ids=lambda path: path.stem)
def test_a_sheet_changes_exactly_what_the_case_says(path: Path, werkmap: Path) -> None:
    """The changes and findings are those of the case; a fout leaves the table byte for byte as it was."""
    geval = yaml.safe_load(path.read_text(encoding="utf-8"))
    blad = werkmap / "blad.csv"
    blad.write_text(geval["blad"], encoding="utf-8")
    voor = tabel(werkmap).read_bytes()
    opties = tuple(geval.get("opties", ()))

    proef = importeer(blad, *opties, "--json")

    assert gevonden(proef.json) == {s: geval["verwacht"][s] for s in SOORTEN if geval["verwacht"].get(s)}
    assert tabel(werkmap).read_bytes() == voor, "zonder --schrijf verandert er niets"
    fout = any(melding["ernst"] == "fout" for melding in proef.json["meldingen"])
    assert proef.code == (1 if fout else 0)

    geschreven = importeer(blad, *opties, "--schrijf", "--json")

    assert geschreven.code == proef.code
    if fout:
        assert tabel(werkmap).read_bytes() == voor
        return
    regels = tabel(werkmap).read_text(encoding="utf-8").splitlines()
    assert [regel for regel in geval.get("regels", ()) if regel not in regels] == []
    bewaard = [r for r in voor.decode().splitlines() if r not in regels]
    aantal = len(geval["verwacht"].get("gewijzigd", ())) + len(geval["verwacht"].get("beeindigd", ()))
    assert len(bewaard) <= aantal, bewaard
    assert voer_uit("validate", ".").code == 0


def zonder_fout(path: Path) -> bool:
    """Tell whether the case expects no fout, so that it can be written."""
    meldingen = yaml.safe_load(path.read_text(encoding="utf-8"))["verwacht"].get("meldingen", ())
    return all(soort(melding.split()[0]).ernst != "fout" for melding in meldingen)


@pytest.mark.parametrize("path", [p for p in GEVALLEN if zonder_fout(p)], ids=lambda path: path.stem)
def test_a_sheet_that_was_written_changes_nothing_the_second_time(path: Path, werkmap: Path) -> None:
    """Importing the same sheet again finds nothing to do."""
    geval = yaml.safe_load(path.read_text(encoding="utf-8"))
    blad = werkmap / "blad.csv"
    blad.write_text(geval["blad"], encoding="utf-8")
    opties = tuple(geval.get("opties", ()))
    assert importeer(blad, *opties, "--schrijf").code == 0
    tekst = tabel(werkmap).read_bytes()

    nogmaals = importeer(blad, *opties, "--schrijf", "--json").json

    assert [nogmaals[soort] for soort in ("toegevoegd", "beeindigd", "gewijzigd")] == [[], [], []]
    assert tabel(werkmap).read_bytes() == tekst


def test_an_export_that_is_imported_changes_nothing(werkmap: Path) -> None:
    """Out and back, for each kind of file that can be read back."""
    voor = tabel(werkmap).read_bytes()
    for naam in ("uit.xlsx", "uit.csv"):
        assert voer_uit("products", "export", "--regio", "proef", "--uit", naam).code == 0
        terug = importeer(naam, "--schrijf", "--json")
        assert terug.code == 0
        assert gevonden(terug.json) == {"ongewijzigd": 3}
    assert tabel(werkmap).read_bytes() == voor


def bewerk(naam: str, code: str, kolom: str, waarde: object, *, rij: int = 0) -> None:
    """Change one cell of the sheet with the products, as a person does in Excel."""
    boek = openpyxl.load_workbook(naam)
    blad = boek.worksheets[0]
    kop = next(r for r in blad.iter_rows() if any(cel.value == "Code" for cel in r))
    kolommen = {str(cel.value): cel.column for cel in kop}
    rijen = [r[0].row for r in blad.iter_rows(min_row=kop[0].row + 1) if r[0].value == code]
    blad.cell(rijen[rij], kolommen[kolom]).value = waarde
    boek.save(naam)


def exporteer(naam: str, *opties: str) -> None:
    """Export the table of the region."""
    assert voer_uit("products", "export", "--regio", "proef", "--uit", naam, *opties).code == 0


def test_one_tariff_changed_in_our_own_sheet_is_one_change(werkmap: Path) -> None:
    """The sheet knows what it was made from: only the changed cell counts."""
    exporteer("uit.xlsx")
    bewerk("uit.xlsx", "45A01", "Tarief", 87.0, rij=1)
    uit = importeer("uit.xlsx", "--schrijf", "--json")
    assert gevonden(uit.json) == {
        "gewijzigd": ["45A01 tarief 2026-01-01: 85.20 > 87.00 (1.80, 2.1%)"],
        "ongewijzigd": 2,
        "meldingen": [m for m in gevonden(uit.json)["meldingen"] if m.startswith("RP413 ")],
    }
    assert "      - { geldig: vanaf 2026-01-01, bedrag: 87.00 } # na indexering" in tabel(werkmap).read_text("utf-8")


def test_a_day_makes_a_changed_tariff_a_new_one(werkmap: Path) -> None:
    """With --per the old tariff keeps its days up to that day."""
    exporteer("uit.xlsx", "--op", "2026-06-01")
    bewerk("uit.xlsx", "45A01", "Tarief", 87.0)
    uit = importeer("uit.xlsx", "--per", "2027-01-01", "--schrijf", "--json")
    assert gevonden(uit.json)["gewijzigd"] == ["45A01 tarief 2027-01-01: 85.20 > 87.00 (1.80, 2.1%)"]
    regels = tabel(werkmap).read_text("utf-8").splitlines()
    assert "      - { geldig: 2025-01-01 t/m 2025-12-31, bedrag: 82.50 }" in regels
    assert "      - { geldig: 2026-01-01 t/m 2026-12-31, bedrag: 85.20 } # na indexering" in regels


def test_a_cell_that_was_emptied_in_our_own_sheet_empties_the_value(werkmap: Path) -> None:
    """In a sheet of our own an empty cell means empty."""
    exporteer("uit.xlsx")
    bewerk("uit.xlsx", "45A01", "Maximale duur", None, rij=0)
    bewerk("uit.xlsx", "45A01", "Maximale duur", None, rij=1)
    assert gevonden(importeer("uit.xlsx", "--schrijf", "--json").json)["gewijzigd"] == [
        "45A01 maximale_duur: 1 jaar > "
    ]
    assert "maximale_duur" not in tabel(werkmap).read_text("utf-8")


def test_a_table_that_changed_since_the_export_is_not_overwritten(werkmap: Path) -> None:
    """Both sets of changes are shown, and nothing is written until --samenvoegen."""
    exporteer("uit.xlsx")
    bewerk("uit.xlsx", "45A01", "Naam", "Begeleiding van jeugdigen", rij=0)
    bewerk("uit.xlsx", "45A01", "Naam", "Begeleiding van jeugdigen", rij=1)
    ander = tabel(werkmap).read_text("utf-8").replace("bedrag: 1.80", "bedrag: 1.85")
    tabel(werkmap).write_text(ander, encoding="utf-8")
    eerst = importeer("uit.xlsx", "--schrijf", "--json")
    assert eerst.code == 1
    assert [m["code"] for m in eerst.json["meldingen"]] == ["RP411"]
    assert [(w["code"], w["oud"], w["nieuw"]) for w in eerst.json["intussen"]] == [("45A02", "1.80", "1.85")]
    assert len(eerst.json["gewijzigd"]) == 1
    assert tabel(werkmap).read_text("utf-8") == ander
    samen = importeer("uit.xlsx", "--schrijf", "--samenvoegen", "--json")
    assert samen.code == 0
    tekst = tabel(werkmap).read_text("utf-8")
    assert "Begeleiding van jeugdigen" in tekst
    assert "bedrag: 1.85" in tekst


def test_the_same_cell_changed_twice_is_a_finding(werkmap: Path) -> None:
    """Two people gave the same tariff another amount: nobody wins by luck."""
    exporteer("uit.xlsx")
    bewerk("uit.xlsx", "45A01", "Tarief", 87.0, rij=1)
    ander = tabel(werkmap).read_text("utf-8").replace("bedrag: 85.20", "bedrag: 86.00")
    tabel(werkmap).write_text(ander, encoding="utf-8")
    uit = importeer("uit.xlsx", "--schrijf", "--samenvoegen", "--json")
    assert uit.code == 1
    assert "RP412" in {m["code"] for m in uit.json["meldingen"]}
    assert tabel(werkmap).read_text("utf-8") == ander


def test_our_own_sheet_that_was_written_has_nothing_more_to_say(werkmap: Path) -> None:
    """The same workbook again is no change; one more cell in it is one more change, and no one else's."""
    exporteer("uit.xlsx")
    bewerk("uit.xlsx", "45A01", "Tarief", 87.0, rij=1)
    assert importeer("uit.xlsx", "--schrijf").code == 0
    nogmaals = importeer("uit.xlsx", "--schrijf", "--json")
    assert (nogmaals.code, nogmaals.json["gewijzigd"], nogmaals.json["intussen"]) == (0, [], [])
    bewerk("uit.xlsx", "45A02", "Tarief", 1.45, rij=0)
    verder = importeer("uit.xlsx", "--schrijf", "--json")
    assert verder.code == 0
    assert gevonden(verder.json)["gewijzigd"] == ["45A02 tarief HBO 2025-01-01: 1.40 > 1.45 (0.05, 3.6%)"]


def test_a_product_that_someone_else_took_away_does_not_come_back(werkmap: Path) -> None:
    """Who did not touch it keeps it away; who changed it is asked."""
    exporteer("uit.xlsx")
    tekst = tabel(werkmap).read_text("utf-8")
    zonder = tekst[: tekst.index("  - code: '45A02'")] + tekst[tekst.index("  # Wmo") :]
    tabel(werkmap).write_text(zonder, encoding="utf-8")
    bewerk("uit.xlsx", "45A01", "Tarief", 87.0, rij=1)
    samen = importeer("uit.xlsx", "--samenvoegen", "--json")
    assert (samen.code, samen.json["toegevoegd"]) == (0, [])
    bewerk("uit.xlsx", "45A02", "Tarief", 1.45, rij=0)
    assert "RP412" in {m["code"] for m in importeer("uit.xlsx", "--samenvoegen", "--json").json["meldingen"]}


def test_another_amount_keeps_the_last_day_of_the_tariff(werkmap: Path) -> None:
    """On a sheet of one day the last day stands beside the amount: that it is still there, is no change."""
    exporteer("uit.xlsx", "--op", "2025-06-01")
    bewerk("uit.xlsx", "45A01", "Tarief", 83.0)
    assert gevonden(importeer("uit.xlsx", "--json").json)["gewijzigd"] == [
        "45A01 tarief 2025-01-01: 82.50 > 83.00 (0.50, 0.6%)"
    ]


def test_a_product_without_a_code_gets_the_one_that_its_name_has_in_the_sheet(werkmap: Path) -> None:
    """No second product beside it; the code and its category are quoted, so that other readers keep them as text."""
    tekst = tabel(werkmap).read_text("utf-8").replace("code: '45A01'", "code: onbekend")
    tabel(werkmap).write_text(tekst.replace("categorie: '45'", "categorie: onbekend", 1), encoding="utf-8")
    (werkmap / "codes.csv").write_text("Code;Naam\n45Z01;Begeleiding jeugd\n", encoding="utf-8")
    uit = importeer("codes.csv", "--schrijf", "--json")
    assert gevonden(uit.json) == {"gewijzigd": ["onbekend code: onbekend > 45Z01", "onbekend categorie: onbekend > 45"]}
    assert uit.json["gewijzigd"][0]["naam"] == "Begeleiding jeugd"
    nu = tabel(werkmap).read_text("utf-8")
    assert "- code: '45Z01'" in nu
    assert "    categorie: '45'\n    wet: [Jw]\n    variant: inspanningsgericht\n    eenheid: '04'" in nu


def test_a_file_of_another_region_is_refused(werkmap: Path) -> None:
    """The workbook says which region it was made of."""
    exporteer("uit.xlsx")
    boek = openpyxl.load_workbook("uit.xlsx")
    boek["herkomst"]["B2"] = "andere-regio"
    boek.save("uit.xlsx")
    uit = importeer("uit.xlsx", "--schrijf", "--json")
    assert uit.code == 1
    assert [m["code"] for m in uit.json["meldingen"]] == ["RP417"]


def test_a_broken_origin_makes_it_an_ordinary_list(werkmap: Path) -> None:
    """Then an empty cell changes nothing, and the user is told."""
    exporteer("uit.xlsx")
    boek = openpyxl.load_workbook("uit.xlsx")
    boek["herkomst"]["A6"] = "{ stuk"
    boek.save("uit.xlsx")
    uit = importeer("uit.xlsx", "--json")
    assert [m["code"] for m in uit.json["meldingen"]] == ["RP419"]
    assert gevonden(uit.json)["ongewijzigd"] == 3


def blad_met(naam: str, titel: str, rijen: list[list[object]]) -> None:
    """Add a sheet to a workbook, which is made when it is not there."""
    boek = openpyxl.load_workbook(naam) if Path(naam).exists() else openpyxl.Workbook()
    if boek.sheetnames == ["Sheet"]:
        boek.remove(boek.active)
    blad = boek.create_sheet(titel)
    for rij in rijen:
        blad.append(rij)
    boek.save(naam)


def test_more_sheets_are_asked_about_and_can_be_named(werkmap: Path) -> None:
    """Two tables in one file: which one is meant, or both."""
    blad_met("twee.xlsx", "Jeugd", [["Code", "Naam", "Tarief 2027"], ["45A01", "Begeleiding jeugd", 86]])
    blad_met("twee.xlsx", "Wmo", [["Code", "Naam", "Tarief 2027"], ["01A01", "Hulp bij het huishouden", 0.98]])
    vraag = importeer("twee.xlsx", "--json")
    assert vraag.code == 1
    assert [(m["code"], m["cel"]) for m in vraag.json["meldingen"]] == [("RP414", "Wmo")]
    assert importeer("twee.xlsx", "--blad", "Wmoo").code == 1
    een = importeer("twee.xlsx", "--blad", "Wmo", "--json")
    assert [w["code"] for w in een.json["gewijzigd"]] == ["01A01"]
    beide = importeer("twee.xlsx", "--blad", "Jeugd", "--blad", "Wmo", "--volledig", "--per", "2027-01-01", "--json")
    assert [w["code"] for w in beide.json["gewijzigd"]] == ["45A01", "01A01"]
    assert [w["code"] for w in beide.json["beeindigd"]] == ["45A02"]


def test_a_mapping_file_explains_odd_headings(werkmap: Path) -> None:
    """The headings of a region that names everything its own way."""
    (werkmap / "vreemd.csv").write_text("Sleutel;All-in 27\n45A01;86,00\n", encoding="utf-8")
    assert [m["code"] for m in importeer("vreemd.csv", "--json").json["meldingen"]] == ["RP420"]
    (werkmap / "koppen.yaml").write_text(
        "kolommen:\n  Sleutel: code\n  All-in 27: tarief\nkoprij: 1\n", encoding="utf-8"
    )
    uit = importeer("vreemd.csv", "--kolommen", "koppen.yaml", "--per", "2027-01-01", "--json")
    assert [(w["code"], w["nieuw"]) for w in uit.json["gewijzigd"]] == [("45A01", "86.00")]
    (werkmap / "koppen.yaml").write_text("kolommen:\n  Sleutel: cood\n", encoding="utf-8")
    fout = importeer("vreemd.csv", "--kolommen", "koppen.yaml")
    assert fout.code == 2
    assert "Bedoelde u 'code'?" in fout.fout
    assert "RP418" in fout.fout
    (werkmap / "koppen.yaml").write_text("kolommen:\n  Sleutel: [code]\n", encoding="utf-8")
    lijst = importeer("vreemd.csv", "--kolommen", "koppen.yaml")
    assert (lijst.code, "RP418" in lijst.fout) == (2, True)


def test_codes_that_excel_made_numbers_are_never_guessed(werkmap: Path) -> None:
    """0200 with the format 0000, a bare number, and 46E01 that became a very large number."""
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.append(["Code", "Tarief 2027", "Eenheid"])
    for code, opmaak in ((200, "0000"), (45101, "General"), (46e1, "0.00E+00")):
        blad.append([code, 10, "uur"])
        blad.cell(blad.max_row, 1).number_format = opmaak
    blad.append(["45A01", 86, 4])
    blad.cell(blad.max_row, 3).number_format = "00"
    boek.save("getallen.xlsx")
    uit = importeer("getallen.xlsx", "--schrijf", "--json")
    assert uit.code == 1
    assert [(m["code"], m["cel"]) for m in uit.json["meldingen"]] == [
        ("RP426", "Sheet!A2"), ("RP426", "Sheet!A3"), ("RP426", "Sheet!A4"), ("RP426", "Sheet!C5"),
    ]  # fmt: skip
    assert "0200" in uit.json["meldingen"][0]["tekst"]
    assert (uit.json["meldingen"][0]["regel"], uit.json["meldingen"][0]["retourcode"]) == ("TR381", "S329")


def test_formulas_are_refused_or_read_by_value(werkmap: Path) -> None:
    """A formula says nothing about what a person saw; on request its last value counts."""
    boek = openpyxl.Workbook()
    boek.active.append(["Code", "Naam", "Tarief 2027"])
    boek.active.append(["45A01", "Begeleiding jeugd", "=85.20*1.02"])
    boek.save("formule.xlsx")
    voor = tabel(werkmap).read_bytes()
    uit = importeer("formule.xlsx", "--schrijf", "--json")
    assert uit.code == 1
    assert [m["cel"] for m in uit.json["meldingen"]] == ["Sheet!C2"]
    assert importeer("formule.xlsx", "--schrijf", "--formules", "waarde").code == 1, "openpyxl bewaart geen waarde"
    assert tabel(werkmap).read_bytes() == voor


def test_a_hidden_column_is_told_about(werkmap: Path) -> None:
    """What a person does not see is read, and said."""
    boek = openpyxl.Workbook()
    boek.active.append(["Code", "Naam", "Tarief 2027"])
    boek.active.append(["45A01", "Begeleiding jeugd", 86])
    boek.active.column_dimensions["C"].hidden = True
    boek.save("verborgen.xlsx")
    assert [(m["code"], m["cel"]) for m in importeer("verborgen.xlsx", "--json").json["meldingen"]] == [
        ("RP424", "Sheet!C1")
    ]


def test_hidden_rows_are_told_about(werkmap: Path) -> None:
    """A filter hides rows that are in the file all the same."""
    boek = openpyxl.Workbook()
    for rij in (["Code", "Naam", "Tarief 2027"], ["45A01", "Begeleiding jeugd", 86], ["01A01", None, 0.98]):
        boek.active.append(rij)
    boek.active.row_dimensions[2].hidden = True
    boek.save("filter.xlsx")
    uit = importeer("filter.xlsx", "--json").json
    assert [(m["code"], m["cel"]) for m in uit["meldingen"]] == [("RP463", "Sheet!2:2")]
    assert "Rij 2 is verborgen" in uit["meldingen"][0]["tekst"]
    boek.active.row_dimensions[3].hidden = True
    boek.save("filter.xlsx")
    assert "De rijen 2 en 3 zijn" in importeer("filter.xlsx", "--json").json["meldingen"][0]["tekst"]


def test_a_code_that_was_merged_over_rows_holds_for_each(werkmap: Path) -> None:
    """HBO and WO under one code, as a person sees them; a note below that was merged as well is one note."""
    boek = openpyxl.Workbook()
    for rij in (
        ["Code", "Functieniveau", "Tarief 2027"],
        ["45A02", "HBO", 1.45],
        [None, "WO", 1.9],
        ["Noot: afspraak"],
    ):
        boek.active.append(rij)
    boek.active.merge_cells("A2:A3")
    boek.active.merge_cells("A4:C6")
    boek.save("samen.xlsx")
    assert gevonden(importeer("samen.xlsx", "--schrijf", "--json").json) == {
        "gewijzigd": [
            "45A02 tarief HBO 2027-01-01: 1.40 > 1.45 (0.05, 3.6%)",
            "45A02 tarief WO 2027-01-01: 1.80 > 1.90 (0.10, 5.6%)",
        ],
        "overgeslagen": [4],
    }


def test_a_region_without_a_table_gets_one(werkmap: Path) -> None:
    """The first sheet makes the file."""
    tabel(werkmap).unlink()
    (werkmap / "blad.csv").write_text(
        "Code;Naam;Wet;Variant;Eenheid;Frequenties;Tarief 2027\n45A01;Begeleiding;Jw;inspanningsgericht;uur;4;86,00\n",
        encoding="utf-8",
    )
    uit = importeer("blad.csv", "--schrijf", "--json")
    assert uit.code == 0, uit.json["meldingen"]
    assert [p["code"] for p in uit.json["toegevoegd"]] == ["45A01"]
    assert "status: concept" in tabel(werkmap).read_text("utf-8")
    assert voer_uit("validate", ".").code == 0


def test_an_empty_dash_and_a_sheet_value_error_are_told_apart(werkmap: Path) -> None:
    """A dash is an empty cell; #N/A is an Excel error."""
    boek = openpyxl.Workbook()
    boek.active.append(["Code", "Naam", "Tarief 2027"])
    boek.active.append(["45A01", "-", "#N/A"])
    boek.active["C2"].data_type = "e"
    boek.save("fout.xlsx")
    assert [(m["code"], m["cel"]) for m in importeer("fout.xlsx", "--json").json["meldingen"]] == [
        ("RP427", "Sheet!C2")
    ]


def test_volledig_needs_a_day(werkmap: Path) -> None:
    """Without a day we do not know when the rest ends."""
    (werkmap / "blad.csv").write_text("Code;Tarief\n45A01;85,20\n", encoding="utf-8")
    uit = importeer("blad.csv", "--volledig")
    assert uit.code == 2
    assert "--per" in uit.fout


def test_a_product_that_begins_later_stays_when_a_full_sheet_lacks_it(werkmap: Path) -> None:
    """It cannot end before it begins."""
    tekst = (
        tabel(werkmap)
        .read_text("utf-8")
        .replace(
            "    geldig: vanaf 2025-01-01\n    tarief: onbekend", "    geldig: vanaf 2027-07-01\n    tarief: onbekend"
        )
    )
    tabel(werkmap).write_text(tekst, encoding="utf-8")
    (werkmap / "blad.csv").write_text("Code;Tarief\n45A01;85,20\n45A02;\n", encoding="utf-8")
    uit = importeer("blad.csv", "--volledig", "--per", "2027-01-01", "--json")
    assert [m["code"] for m in uit.json["meldingen"]] == ["RP416"]
    assert uit.json["beeindigd"] == []


def test_a_code_of_two_periods_asks_which_one(werkmap: Path) -> None:
    """A code that came back after a pause: a row must say which of the two it means."""
    blok = tabel(werkmap).read_text("utf-8")
    begin, einde = blok.index("  - code: '01A01'"), blok.index("# Einde van de tabel.")
    oud = blok[begin:einde].replace("vanaf 2025-01-01", "2024-01-01 t/m 2024-06-30")
    tabel(werkmap).write_text(blok[:einde] + oud + blok[einde:], encoding="utf-8")
    (werkmap / "blad.csv").write_text("Code;Naam\n01A01;Hulp\n", encoding="utf-8")
    assert [(m["code"], m["cel"]) for m in importeer("blad.csv", "--json").json["meldingen"]] == [("RP439", "blad!A2")]
    (werkmap / "blad.csv").write_text("Code;Naam;Geldig vanaf\n01A01;Hulp;01-01-2024\n", encoding="utf-8")
    assert [w["nieuw"] for w in importeer("blad.csv", "--json").json["gewijzigd"]] == ["Hulp"]


def test_a_table_with_a_fout_is_mended_first(werkmap: Path) -> None:
    """Comparing with a table that cannot be read would guess."""
    tabel(werkmap).write_text(tabel(werkmap).read_text("utf-8") + "onzin: ja\n", encoding="utf-8")
    (werkmap / "blad.csv").write_text("Code;Tarief\n45A01;85,20\n", encoding="utf-8")
    uit = importeer("blad.csv", "--schrijf")
    assert uit.code == 1
    assert "Verbeter eerst" in uit.uit


def test_the_texts_of_an_import_are_dutch_and_show_the_return_code(werkmap: Path) -> None:
    """As a person reads it, and as a decision paper needs it."""
    (werkmap / "blad.csv").write_text("Code;Tarief 2027\n45A01;86,00\n45a02;1\n", encoding="utf-8")
    tekst = importeer("blad.csv").uit
    assert "€ 85,20" in tekst
    assert "+€ 0,80 (+0,9%)" in tekst
    assert "blad.csv blad!A3  fout" in tekst
    assert "TR381, retourcode S329" in tekst
    markdown = importeer("blad.csv", "--formaat", "markdown").uit
    assert "| 45A01 | tarief vanaf 1 januari 2027 | € 85,20 | € 86,00 | +€ 0,80 (+0,9%) |" in markdown


@pytest.mark.parametrize("einde", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_stay_as_they_were(werkmap: Path, einde: str) -> None:
    """A table that was saved by Notepad on Windows is still that file afterwards."""
    tekst = "\ufeff" + tabel(werkmap).read_text("utf-8").replace("\n", einde)
    tabel(werkmap).write_bytes(tekst.encode("utf-8"))
    (werkmap / "blad.csv").write_text("Code;Tarief 2027\n45A01;86,00\n", encoding="utf-8")
    assert importeer("blad.csv", "--schrijf").code == 0
    na = tabel(werkmap).read_bytes().decode("utf-8")
    assert na == tekst.replace(
        f"vanaf 2026-01-01, bedrag: 85.20 }} # na indexering{einde}",
        f"2026-01-01 t/m 2026-12-31, bedrag: 85.20 }} # na indexering{einde}"
        f"      - {{ geldig: vanaf 2027-01-01, bedrag: 86.00 }}{einde}",
    )
