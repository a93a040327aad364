"""What goes out: the same bytes every time, written whole or not at all, and answered by other readers."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from conftest import Opdracht, voer_uit
from msgspec import structs

from regioprotocol.cli.files import write_whole
from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.export import Bundel
from regioprotocol.export.examples import Voorbeeld, voorbeelden
from regioprotocol.export.products import als_csv
from regioprotocol.parameterset import Index, Parameterset, complete
from regioprotocol.parameterset.lookup import alle_regels, in_periode, voldoet
from regioprotocol.parameterset.records import ElkGeval

VENDORS: Final = Path(__file__).parent / "vendors"
REGIO: Final = "midden-ijssel-oost-veluwe"
BESTANDEN: Final = {
    "manifest.json",
    "parameterset.json",
    "parameterset.schema.json",
    "productcodes.csv",
    "voorbeelden.json",
}
OUD: Final = {"parameterset.json": b"oud", "manifest.json": b"oud manifest"}
NIEUW: Final = {"parameterset.json": b"nieuw", "manifest.json": b"nieuw manifest", "extra.csv": b"a;b"}


def inhoud(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def doel(tmp_path: Path) -> Path:
    """Give a folder with an earlier export and two files of someone else."""
    folder = tmp_path / "uit" / "regio"
    (folder / "eigen").mkdir(parents=True)
    for naam, tekst in {**OUD, "leesmij.txt": b"van iemand anders", "eigen/notitie.txt": b"ook"}.items():
        (folder / naam).write_bytes(tekst)
    return folder


# --- the same bytes


def test_two_exports_in_two_folders_are_the_same_bytes(opdracht_op_schijf: Opdracht, tmp_path: Path) -> None:
    """Read from disk twice, by two runs."""
    for naam in ("een", "twee"):
        assert opdracht_op_schijf("export", "--uit", str(tmp_path / naam)).code == 0
    een, twee = inhoud(tmp_path / "een"), inhoud(tmp_path / "twee")
    assert een == twee
    assert {pad.split("/")[0] for pad in een} == {"standaard", REGIO, "voorbeeldregio", "zuid-limburg"}


def test_an_export_does_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """Sets have another order in another process."""
    root = Path(__file__).parent.parent
    for zaad in ("1", "2"):
        opdracht = [sys.executable, "-m", "regioprotocol", "export", "voorbeeldregio", "--uit", str(tmp_path / zaad)]
        omgeving = {**os.environ, "PYTHONHASHSEED": zaad}
        subprocess.run(opdracht, cwd=root, env=omgeving, check=True, capture_output=True)
    assert inhoud(tmp_path / "1") == inhoud(tmp_path / "2")


def test_every_region_has_the_same_five_files(bundels: Mapping[str, Bundel]) -> None:
    """Also the standard, and a region without products."""
    for bundel in bundels.values():
        assert set(bundel.bestanden) == BESTANDEN


def test_no_file_names_the_machine_or_the_day_it_was_made(bundels: Mapping[str, Bundel]) -> None:
    """That would make every export another."""
    for bundel in bundels.values():
        for naam, raw in bundel.bestanden.items():
            assert b"\r\n" not in raw or naam.endswith(".csv")
            assert str(Path(__file__).parent.parent).encode() not in raw


def test_the_manifest_has_the_right_digests(bundels: Mapping[str, Bundel]) -> None:
    """Of every other file."""
    for bundel in bundels.values():
        manifest = json.loads(bundel.bestanden["manifest.json"])
        assert set(manifest) == {"formaat", "regio", "versie", "parameterset", "bestanden"}
        assert manifest["parameterset"] == json.loads(bundel.bestanden["parameterset.json"])["digest"]
        assert {b["pad"] for b in manifest["bestanden"]} == BESTANDEN - {"manifest.json"}
        for bestand in manifest["bestanden"]:
            raw = bundel.bestanden[bestand["pad"]]
            assert bestand == {"pad": bestand["pad"], "sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw)}


def test_what_stands_on_disk_is_what_the_command_named(opdracht: Opdracht, tmp_path: Path) -> None:
    """A program can check what it got."""
    data = opdracht("export", "voorbeeldregio", "--uit", str(tmp_path), "--json").json
    op_schijf = {pad: hashlib.sha256(raw).hexdigest() for pad, raw in inhoud(tmp_path).items()}
    assert {b["pad"]: b["sha256"] for b in data["bestanden"]} == op_schijf


# --- written whole


def test_files_replace_the_old_ones_and_others_stay(doel: Path) -> None:
    """What someone else put there is not ours."""
    write_whole(doel, NIEUW)
    assert inhoud(doel) == {**NIEUW, "leesmij.txt": b"van iemand anders", "eigen/notitie.txt": b"ook"}
    assert [p.name for p in doel.parent.iterdir()] == [doel.name]


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    """With its parents."""
    write_whole(tmp_path / "a" / "b" / "regio", NIEUW)
    assert inhoud(tmp_path / "a" / "b" / "regio") == NIEUW


class _GedoodError(BaseException):
    """Stands for a process that is killed: nothing catches it."""


def _breek(monkeypatch: pytest.MonkeyPatch, functie: str, keer: int, fout: type[BaseException]) -> Callable[[], int]:
    """Make the nth call of a function of Path fail; give a way to ask how often it was called."""
    echt: Callable[..., Any] = getattr(Path, functie)
    geteld = 0

    def kapot(self: Path, *args: Any, **kwargs: Any) -> Any:
        nonlocal geteld
        geteld += 1
        if geteld == keer:
            raise fout(28, "geen ruimte") if issubclass(fout, OSError) else fout()
        return echt(self, *args, **kwargs)

    monkeypatch.setattr(Path, functie, kapot)
    return lambda: geteld


STAPPEN: Final = [
    *(("write_bytes", keer) for keer in range(1, len(NIEUW) + 1)),
    *(("rename", keer) for keer in (1, 2)),
    ("mkdir", 1),
    ("mkdir", 2),
]


@pytest.mark.parametrize(("functie", "keer"), STAPPEN)
def test_a_disk_error_at_any_step_leaves_the_old_files(
    doel: Path, monkeypatch: pytest.MonkeyPatch, functie: str, keer: int
) -> None:
    """And says so in one sentence; no half folder stays behind."""
    voor = inhoud(doel)
    with monkeypatch.context() as kort:
        geteld = _breek(kort, functie, keer, OSError)
        with pytest.raises(Gebruiksfout, match=r"Wat er stond, staat er nog\."):
            write_whole(doel, NIEUW)
        assert geteld() >= keer
    assert inhoud(doel) == voor
    assert [p.name for p in doel.parent.iterdir()] == [doel.name]


@pytest.mark.parametrize(("functie", "keer"), STAPPEN[:-2])
def test_after_a_kill_at_any_step_the_old_or_the_new_files_are_there_whole(
    doel: Path, monkeypatch: pytest.MonkeyPatch, functie: str, keer: int
) -> None:
    """A kill runs no clean-up; the next run puts all in order."""
    voor = inhoud(doel)
    with monkeypatch.context() as kort:
        kort.setattr(shutil, "rmtree", lambda *_args, **_kwargs: None)
        _breek(kort, functie, keer, _GedoodError)
        with pytest.raises(_GedoodError):
            write_whole(doel, NIEUW)
    heel = [inhoud(p) for p in sorted(doel.parent.iterdir())]
    assert voor in heel, "the old files are gone"
    write_whole(doel, NIEUW)
    assert inhoud(doel) == {**voor, **NIEUW}
    assert [p.name for p in doel.parent.iterdir()] == [doel.name]


def test_after_a_kill_between_the_renames_a_failing_next_run_still_has_the_old_files(
    doel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the old folder goes back, then comes the rest."""
    voor = inhoud(doel)
    with monkeypatch.context() as kort:
        kort.setattr(shutil, "rmtree", lambda *_args, **_kwargs: None)
        _breek(kort, "rename", 2, _GedoodError)
        with pytest.raises(_GedoodError):
            write_whole(doel, NIEUW)
    with monkeypatch.context() as kort:
        _breek(kort, "write_bytes", 1, OSError)
        with pytest.raises(Gebruiksfout):
            write_whole(doel, NIEUW)
    assert inhoud(doel) == voor


def test_export_tells_about_a_disk_error_with_exit_code_2(
    opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not a finding, and no trace."""
    _breek(monkeypatch, "write_bytes", 3, OSError)
    gevonden = opdracht("export", "mijov", "--uit", str(tmp_path / "uit"))
    assert gevonden.code == 2
    assert "kunnen" in gevonden.fout
    assert "schrijven" in gevonden.fout
    assert "Traceback" not in gevonden.fout


def test_a_file_in_the_place_of_the_folder_is_told(opdracht: Opdracht, tmp_path: Path) -> None:
    """The file stays."""
    (tmp_path / "uit").write_text("een bestand", encoding="utf-8")
    gevonden = opdracht("export", "mijov", "--uit", str(tmp_path / "uit"))
    assert gevonden.code == 2
    assert (tmp_path / "uit").read_text(encoding="utf-8") == "een bestand"


# --- productcodes.csv


def rijen(raw: bytes) -> list[dict[str, str]]:
    """Read the table as a Dutch spreadsheet does."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_table_keeps_zeros_and_has_a_row_a_tariff(bundels: Mapping[str, Bundel]) -> None:
    """'01A01' of category '01', and a product with two tariffs twice."""
    bundel = bundels["voorbeeldregio"]
    tabel = rijen(bundel.bestanden["productcodes.csv"])
    producten = bundel.parameterset.producten
    assert len(tabel) == sum(max(1, len(product.tarieven)) for product in producten)
    eerste = tabel[0]
    assert (eerste["code"], eerste["categorie"], eerste["eenheid"]) == ("01A01", "01", "04")
    for product in producten:
        bedragen = [rij["tarief"] for rij in tabel if rij["code"] == product.code]
        assert bedragen == ([t.bedrag for t in product.tarieven] or [product.tarief_stand])


def test_the_table_opens_in_a_dutch_spreadsheet(bundels: Mapping[str, Bundel]) -> None:
    """A mark for UTF-8, semicolons, and the line ends that Excel wants."""
    for bundel in bundels.values():
        raw = bundel.bestanden["productcodes.csv"]
        assert raw.startswith(b"\xef\xbb\xbfcode;naam;")
        assert raw.endswith(b"\r\n")


@pytest.mark.parametrize("naam", ["=CMD|' /C calc'!A0", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_looks_like_a_formula_is_made_harmless(sets: Mapping[str, Parameterset], naam: str) -> None:
    """A spreadsheet runs formulas of strangers."""
    echt = sets["voorbeeldregio"]
    product = structs.replace(echt.producten[0], naam=naam, code="=1+1")
    tabel = rijen(als_csv(structs.replace(echt, producten=(product,))))
    assert tabel[0]["naam"] == f"'{naam}"
    assert tabel[0]["code"] == "'=1+1"


def test_a_cell_with_a_separator_or_a_quote_stays_one_cell(sets: Mapping[str, Parameterset]) -> None:
    """Quoted as CSV wants."""
    echt = sets["voorbeeldregio"]
    product = structs.replace(echt.producten[0], naam='een; "twee"\ndrie')
    assert rijen(als_csv(structs.replace(echt, producten=(product,))))[0]["naam"] == 'een; "twee"\ndrie'


# --- other readers


def test_there_are_enough_examples_to_prove_an_engine(bundels: Mapping[str, Bundel]) -> None:
    """At every boundary, with facts missing, for every rule; none twice."""
    data = json.loads(bundels[REGIO].bestanden["voorbeelden.json"])
    assert len(data["voorbeelden"]) >= 300
    assert data["digest"] == bundels[REGIO].parameterset.digest
    for bundel in bundels.values():
        alle = json.loads(bundel.bestanden["voorbeelden.json"])["voorbeelden"]
        regels = {regel["regel"] for regel in _regels(json.loads(bundel.bestanden["parameterset.json"]))}
        assert {v["regel"] for v in alle} == regels
        vragen = {json.dumps([v["regel"], v["feiten"], v["op"]]) for v in alle}
        assert len(vragen) == len(alle)


def _regels(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    soorten = [rij for rij in data.values() if isinstance(rij, list)]
    return [regel for rij in soorten for regel in rij if isinstance(regel, dict) and "gevallen" in regel]


def test_every_case_has_an_example_that_meets_it(sets: Mapping[str, Parameterset]) -> None:
    """On one of its days, with facts that meet its conditions; whether it wins is for the engine to say."""
    for gemaakt in sets.values():
        index = Index.van(gemaakt)
        per_regel: dict[str, list[Voorbeeld]] = {}
        for voorbeeld in voorbeelden(gemaakt).voorbeelden:
            per_regel.setdefault(voorbeeld.regel, []).append(voorbeeld)
        for regel in alle_regels(gemaakt):
            vragen = per_regel[regel.regel]
            for geval in regel.gevallen:
                assert any(_past(index, geval, v) for v in vragen), geval.geval


def _past(index: Index, geval: ElkGeval, voorbeeld: Voorbeeld) -> bool:
    feiten = complete(index, {v.sleutel: frozenset(v.waarden) for v in voorbeeld.feiten})
    return in_periode(geval.vanaf, geval.tot_en_met, voorbeeld.op) and voldoet(geval.als, feiten)


@pytest.fixture(scope="module")
def op_schijf(bundels: Mapping[str, Bundel], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sets and examples of every region."""
    folder = tmp_path_factory.mktemp("sets")
    for naam, bundel in bundels.items():
        write_whole(folder / naam, bundel.bestanden)
    return folder


def lees_met(opdracht: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Let a reader of someone else answer all examples."""
    bestanden = [str(folder / "parameterset.json"), str(folder / "voorbeelden.json")]
    return subprocess.run([*opdracht, *bestanden], capture_output=True, text=True, encoding="utf-8", check=False)


def need_node() -> None:
    """Say loudly that the reader in JavaScript was not tried; on the build server that is a failure."""
    if shutil.which("node") is None:
        reden = "node ontbreekt: de lezer in JavaScript is NIET getest"
        if os.environ.get("CI") == "true":
            pytest.fail(reden)
        pytest.skip(reden)


@pytest.mark.parametrize("naam", ["standaard", REGIO, "voorbeeldregio", "zuid-limburg"])
def test_a_reader_in_python_without_libraries_answers_every_example(op_schijf: Path, naam: str) -> None:
    """-S: nothing of ours can be imported."""
    gevonden = lees_met([sys.executable, "-I", "-S", str(VENDORS / "lezer.py")], op_schijf / naam)
    assert gevonden.returncode == 0, gevonden.stdout + gevonden.stderr
    assert gevonden.stdout.endswith(" voorbeelden, 0 fout\n")


@pytest.mark.parametrize("naam", ["standaard", REGIO, "voorbeeldregio", "zuid-limburg"])
def test_a_reader_in_javascript_answers_every_example(op_schijf: Path, naam: str) -> None:
    """Without packages."""
    need_node()
    gevonden = lees_met(["node", str(VENDORS / "lezer.mjs")], op_schijf / naam)
    assert gevonden.returncode == 0, gevonden.stdout + gevonden.stderr
    assert gevonden.stdout.endswith(" voorbeelden, 0 fout\n")


def test_a_reader_notices_a_wrong_answer(op_schijf: Path, tmp_path: Path) -> None:
    """The proof can fail."""
    shutil.copytree(op_schijf / "standaard", tmp_path / "s")
    pad = tmp_path / "s" / "voorbeelden.json"
    data = json.loads(pad.read_text(encoding="utf-8"))
    data["voorbeelden"][0]["waarden"] = ["anders"]
    pad.write_text(json.dumps(data), encoding="utf-8")
    gevonden = lees_met([sys.executable, str(VENDORS / "lezer.py")], tmp_path / "s")
    assert gevonden.returncode == 1
    assert gevonden.stdout.endswith(" 1 fout\n")


@pytest.mark.parametrize("lezer", ["python", "node"])
def test_a_code_that_was_given_twice_over_time_is_read_the_same_by_every_engine(tmp_path: Path, lezer: str) -> None:
    """One code in two periods is allowed; which term of the product holds must not depend on the reader."""
    if lezer == "node":
        need_node()
    werkmap = tmp_path / "werk"
    root = Path(__file__).parent.parent
    shutil.copytree(root / "regions" / "voorbeeldregio", werkmap / "regions" / "voorbeeldregio")
    (werkmap / "productcodes").mkdir()
    tabel = (root / "productcodes" / "voorbeeldregio.yaml").read_text(encoding="utf-8")
    dubbel = """  - code: '44A01'
    naam: Pleegzorg, oud
    categorie: '44'
    perceel: verblijf
    wet: [Jw]
    variant: inspanningsgericht
    eenheid: '14'
    frequenties: ['4', '6']
    geldig: 2024-01-01 t/m 2024-12-31
    tarief: onbekend
    maximale_duur: 3 jaar
"""
    tekst = f"{tabel}{'' if tabel.endswith(chr(10)) else chr(10)}{dubbel}"
    (werkmap / "productcodes" / "voorbeeldregio.yaml").write_text(tekst, encoding="utf-8")
    gemaakt = voer_uit("export", "voorbeeldregio", "--map", str(werkmap), "--uit", str(tmp_path / "uit"))
    assert gemaakt.code == 0, gemaakt.uit + gemaakt.fout
    opdracht = {"python": [sys.executable, str(VENDORS / "lezer.py")], "node": ["node", str(VENDORS / "lezer.mjs")]}
    gevonden = lees_met(opdracht[lezer], tmp_path / "uit" / "voorbeeldregio")
    assert gevonden.returncode == 0, gevonden.stdout


def test_cases_in_the_set_stand_in_the_order_of_their_layers(sets: Mapping[str, Parameterset]) -> None:
    """So a reader that takes the first that matches is right."""
    lagen = ("gemeente", "regio", "standaardprotocol", "iStandaarden")
    for gemaakt in sets.values():
        for soort in ("berichtgebruik", "termijnen", "keuzes", "lijsten", "getallen", "bedragen", "berekeningen"):
            for regel in getattr(gemaakt, soort):
                rangen = [(not geval.bindend, lagen.index(geval.laag)) for geval in regel.gevallen]
                assert all(a <= b for a, b in pairwise(rangen)), regel.regel
