"""What validate remembers never changes what it says."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from case_files import copy_basis
from conftest import Resultaat, voer_uit

from regioprotocol.cli import validate
from regioprotocol.pipeline import Gelezen, load

FORMATEN: Final = (("--formaat", "tekst"), ("--formaat", "json"), ("--formaat", "github"), ("--json",), ())
VOT: Final = Path("regions") / "proef" / "vot.yaml"
ROMMEL: Final = (
    b"",
    b"\xff\xfe\x00",
    b"{",
    b"null",
    b"[]",
    b"{}",
    b'"tekst"',
    b'{"fouten": 0}',
    b'{"fouten": 0, "waarschuwingen": 0, "tekst": 1, "json": 2, "github": 3}',
    b'{"fouten": "0", "waarschuwingen": null, "tekst": "", "json": "", "github": ""}',
    b"[" * 100_000,
)


class Teller:
    """The program's own check, counted."""

    def __init__(self) -> None:
        self.keren = 0

    def __call__(self, folder: Path, vandaag: date) -> Gelezen:
        """Check, and count it."""
        self.keren += 1
        return load(folder, vandaag)


@pytest.fixture
def geheugen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is remembered in a folder of the test."""
    monkeypatch.setattr("typer.get_app_dir", lambda *_, **__: str(tmp_path / "geheugen"))
    return tmp_path / "geheugen"


@pytest.fixture
def teller(geheugen: Path, monkeypatch: pytest.MonkeyPatch) -> Teller:
    """Count how often a workspace is really checked."""
    teller = Teller()
    monkeypatch.setattr("regioprotocol.pipeline.load", teller)
    monkeypatch.setattr(validate, "today", lambda: date(2026, 6, 1))
    return teller


@pytest.fixture(params=["in orde", "waarschuwing", "fout"])
def werkmap(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a workspace without findings, with a warning, and with a fout."""
    folder = copy_basis(tmp_path / "werkmap")
    tekst = (folder / VOT).read_text(encoding="utf-8")
    if request.param == "waarschuwing":
        tekst = tekst.replace("10 weken + 5 werkdagen", "5 werkdagen").replace("start diagnostiek", "intake")
    elif request.param == "fout":
        tekst = tekst.replace("vow.onderbouwing", "vow.onderbouwng")
    (folder / VOT).write_text(tekst, encoding="utf-8")
    return folder


def alles(folder: Path, *extra: str) -> list[Resultaat]:
    """Run validate in every form, strict and not."""
    return [
        voer_uit("validate", str(folder), *vorm, *streng, *extra) for vorm in FORMATEN for streng in ((), ("--streng",))
    ]


def onthouden(geheugen: Path) -> list[Path]:
    """Give the files that are remembered."""
    return sorted(pad for pad in geheugen.rglob("*") if pad.is_file())


def test_what_is_remembered_is_what_was_said(werkmap: Path, teller: Teller) -> None:
    """Output and exit code, in every form; --vers says what a new check says."""
    vers = alles(werkmap, "--vers")
    assert teller.keren == len(vers)
    assert alles(werkmap) == vers
    assert teller.keren == len(vers)
    assert len({gevonden.uit for gevonden in vers}) == 3
    assert {gevonden.fout for gevonden in vers} == {""}


def test_the_first_form_that_is_asked_does_not_matter(werkmap: Path, teller: Teller) -> None:
    vers = alles(werkmap, "--vers")
    for vorm in FORMATEN:
        with (werkmap / VOT).open("a", encoding="utf-8") as bestand:
            bestand.write("# nog een regel\n")
        eerst = voer_uit("validate", str(werkmap), *vorm)
        assert eerst == voer_uit("validate", str(werkmap), *vorm)
        assert alles(werkmap) == vers
    assert teller.keren == len(vers) + len(FORMATEN)


def test_a_second_run_does_not_check_again(werkmap: Path, teller: Teller) -> None:
    alles(werkmap)
    assert teller.keren == 1


def test_vers_checks_again(werkmap: Path, teller: Teller) -> None:
    for _ in range(3):
        voer_uit("validate", str(werkmap), "--vers")
    assert teller.keren == 3


def test_another_day_checks_again(werkmap: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch) -> None:
    """An acknowledgement can run out."""
    for dag in (date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 1)):
        monkeypatch.setattr(validate, "today", lambda dag=dag: dag)
        voer_uit("validate", str(werkmap))
    assert teller.keren == 2


def test_an_acknowledgement_that_runs_out_is_seen_on_its_day(
    tmp_path: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_basis(tmp_path / "werkmap")
    tekst = """\
afspraken:
  - regel: declaratie.startbericht_voorwaarde
    soort: afwijking
    waarde: voorwaarde
    geldig: vanaf 2025-01-01
    bron: Proefprotocol, 2.1
    erkend: { reden: Het kan nog niet anders., tot: 2026-06-01 }
"""
    (folder / VOT).write_text(tekst, encoding="utf-8")
    codes = []
    for dag in (date(2026, 6, 1), date(2026, 6, 2)):
        monkeypatch.setattr(validate, "today", lambda dag=dag: dag)
        codes.append([m["code"] for m in voer_uit("validate", str(folder), "--json").json["meldingen"]])
    assert codes == [["RP304"], ["RP304", "RP306"]]


def test_a_changed_byte_checks_again(werkmap: Path, teller: Teller) -> None:
    """Also when the size and the time of the file stay the same."""
    voor = voer_uit("validate", str(werkmap))
    pad = werkmap / VOT
    stand = pad.stat()
    pad.write_bytes(pad.read_bytes().replace(b"Proefprotocol, 2.1", b"Proefprotocol, 2.9"))
    os.utime(pad, ns=(stand.st_atime_ns, stand.st_mtime_ns))
    na = voer_uit("validate", str(werkmap))
    assert teller.keren == 2
    assert "RP502" in na.uit
    assert "RP502" not in voor.uit


def test_any_file_that_comes_goes_or_moves_checks_again(tmp_path: Path, teller: Teller) -> None:
    folder = copy_basis(tmp_path / "werkmap")
    keren = 1
    voer_uit("validate", str(folder))
    for bestand in (
        "regions/proef/extra.yaml",
        "regions/proef/extra.yml",
        "regions/proef/werkwijze/a.md",
        "productcodes/x.yaml",
        "regions/x/regio.yaml",
    ):
        pad = folder / bestand
        pad.parent.mkdir(parents=True, exist_ok=True)
        for inhoud in (b"", b"a: 1\n", b"a: 2\n"):
            pad.write_bytes(inhoud)
            vers = voer_uit("validate", str(folder), "--json")
            keren += 1
            assert teller.keren == keren, (bestand, inhoud)
            assert vers == voer_uit("validate", str(folder), "--json")
        pad.rename(pad.with_name(f"y{pad.suffix}"))
        voer_uit("validate", str(folder))
        keren += 1
        assert teller.keren == keren
    assert teller.keren == keren


def test_two_workspaces_do_not_share(tmp_path: Path, teller: Teller) -> None:
    """The same files elsewhere are another workspace."""
    for naam in ("een", "twee"):
        voer_uit("validate", str(copy_basis(tmp_path / naam)))
    assert teller.keren == 2


@pytest.mark.parametrize("rommel", ROMMEL, ids=lambda rommel: repr(rommel[:40]))
def test_a_broken_memory_changes_nothing(werkmap: Path, teller: Teller, geheugen: Path, rommel: bytes) -> None:
    vers = [voer_uit("validate", str(werkmap), *vorm, "--vers") for vorm in FORMATEN]
    for vorm, verwacht in zip(FORMATEN, vers, strict=True):
        for pad in onthouden(geheugen):
            pad.write_bytes(rommel)
        assert voer_uit("validate", str(werkmap), *vorm) == verwacht


def test_a_memory_that_was_cut_off_changes_nothing(werkmap: Path, teller: Teller, geheugen: Path) -> None:
    verwacht = voer_uit("validate", str(werkmap), "--vers")
    (pad,) = onthouden(geheugen)
    heel = pad.read_bytes()
    for lengte in range(0, len(heel), max(1, len(heel) // 7)):
        pad.write_bytes(heel[:lengte])
        assert voer_uit("validate", str(werkmap)) == verwacht


def test_a_memory_that_cannot_be_written_changes_nothing(werkmap: Path, teller: Teller, geheugen: Path) -> None:
    """A file stands where the folder must come."""
    geheugen.write_text("hier staat al iets", encoding="utf-8")
    een = alles(werkmap)
    assert een == alles(werkmap, "--vers")
    assert teller.keren == 2 * len(een)
    assert geheugen.read_text(encoding="utf-8") == "hier staat al iets"


@pytest.mark.parametrize("methode", ["mkdir", "write_text", "replace", "glob"])
def test_a_disk_that_refuses_changes_nothing(
    werkmap: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch, methode: str
) -> None:
    verwacht = voer_uit("validate", str(werkmap), "--vers")

    def weigert(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, methode, weigert)
    assert voer_uit("validate", str(werkmap), "--vers") == verwacht


def test_a_folder_where_a_file_was_changes_nothing(werkmap: Path, teller: Teller, geheugen: Path) -> None:
    verwacht = voer_uit("validate", str(werkmap), "--vers")
    (pad,) = onthouden(geheugen)
    pad.unlink()
    pad.mkdir()
    assert voer_uit("validate", str(werkmap)) == verwacht
    assert voer_uit("validate", str(werkmap), "--vers") == verwacht


def test_what_is_remembered_can_be_deleted(werkmap: Path, teller: Teller, geheugen: Path) -> None:
    verwacht = voer_uit("validate", str(werkmap))
    for pad in onthouden(geheugen):
        pad.unlink()
    assert voer_uit("validate", str(werkmap)) == verwacht
    assert teller.keren == 2


def test_the_memory_stays_small_and_leaves_nothing_behind(tmp_path: Path, teller: Teller, geheugen: Path) -> None:
    folder = copy_basis(tmp_path / "werkmap")
    (geheugen / "validate").mkdir(parents=True)
    for nummer in range(80):
        (geheugen / "validate" / f"{nummer:040}.json").write_text("{}", encoding="utf-8")
    voer_uit("validate", str(folder))
    bestanden = onthouden(geheugen)
    assert len(bestanden) <= 51
    assert {pad.suffix for pad in bestanden} == {".json"}
    assert any(json.loads(pad.read_text(encoding="utf-8")) for pad in bestanden)


def test_nothing_is_remembered_in_the_workspace(werkmap: Path, teller: Teller) -> None:
    voor = {pad: pad.read_bytes() for pad in werkmap.rglob("*") if pad.is_file()}
    alles(werkmap)
    assert {pad: pad.read_bytes() for pad in werkmap.rglob("*") if pad.is_file()} == voor
