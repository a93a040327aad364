"""Every file in cases/import is a sheet that a region brings in: what changes, and which cell is wrong."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from conftest import Resultaat, voer_uit

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


@pytest.mark.parametrize("path", GEVALLEN, ids=lambda path: path.stem)
def test_a_sheet_that_was_written_changes_nothing_the_second_time(path: Path, werkmap: Path) -> None:
    """Importing the same sheet again finds nothing to do."""
    geval = yaml.safe_load(path.read_text(encoding="utf-8"))
    blad = werkmap / "blad.csv"
    blad.write_text(geval["blad"], encoding="utf-8")
    opties = tuple(geval.get("opties", ()))
    if importeer(blad, *opties, "--schrijf").code:
        pytest.skip("dit geval schrijft niets: het blad heeft fouten")
    tekst = tabel(werkmap).read_bytes()

    nogmaals = importeer(blad, *opties, "--schrijf", "--json").json

    assert [nogmaals[soort] for soort in ("toegevoegd", "beeindigd", "gewijzigd")] == [[], [], []]
    assert tabel(werkmap).read_bytes() == tekst
