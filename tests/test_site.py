"""The commands for the site where something is wrong: what was there stays, and the reader is told what to do."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import copy_basis
from conftest import Opdracht


def test_a_broken_workspace_keeps_the_old_site(opdracht_op_schijf: Opdracht, tmp_path: Path) -> None:
    """A fout is shown with its line; nothing is written."""
    map_, uit = copy_basis(tmp_path / "werkmap"), tmp_path / "site"
    uit.mkdir()
    (uit / "index.html").write_text("van gisteren", encoding="utf-8")
    regio = map_ / "regions" / "proef" / "vot.yaml"
    regio.write_text(
        regio.read_text(encoding="utf-8").replace("start diagnostiek", "start diagnostik"), encoding="utf-8"
    )
    gedaan = opdracht_op_schijf("site", "build", "--map", str(map_), "--uit", str(uit))
    assert gedaan.code == 1
    assert "regions/proef/vot.yaml:6:9" in gedaan.uit
    assert "Bedoelde u 'start diagnostiek'?" in gedaan.uit
    assert [pad.name for pad in tmp_path.iterdir() if pad != map_] == ["site"]
    assert (uit / "index.html").read_text(encoding="utf-8") == "van gisteren"


def test_without_the_extra_part_it_says_what_to_install(
    opdracht_op_schijf: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The builder is an extra; the sentence holds the command."""
    echt = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda naam: None if naam == "mkdocs" else echt(naam))
    map_ = copy_basis(tmp_path / "werkmap")
    gedaan = opdracht_op_schijf("site", "build", "--map", str(map_), "--uit", str(tmp_path / "site"))
    assert gedaan.code == 2
    assert "requirements/site.txt" in gedaan.fout
    assert not (tmp_path / "site").exists()


def test_a_page_link_that_leads_nowhere_stops_the_build(
    opdracht_op_schijf: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page and the link are named; the old site stays."""
    monkeypatch.setattr("regioprotocol.cli.site_build.dood", lambda *_: iter([("regios/index.html", "weg/")]))
    gedaan = opdracht_op_schijf(
        "site", "build", "--map", str(copy_basis(tmp_path / "w")), "--uit", str(tmp_path / "site")
    )
    assert gedaan.code == 2
    assert "regios/index.html: weg/" in gedaan.fout
    assert [pad.name for pad in tmp_path.iterdir()] == ["w"]


def test_serve_builds_again_when_a_file_changes(tmp_path: Path) -> None:
    """A change shows within seconds; a mistake shows in the terminal and keeps the last good site."""
    map_, uit = copy_basis(tmp_path / "werkmap"), tmp_path / "site"
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    opdracht = ["site", "serve", "--map", str(map_), "--uit", str(uit), "--poort", str(poort)]
    log = tmp_path / "uitvoer.txt"
    with log.open("w", encoding="utf-8") as uitvoer:
        server = subprocess.Popen([sys.executable, "-m", "regioprotocol", *opdracht], stdout=uitvoer, stderr=uitvoer)
    try:
        pagina = f"http://127.0.0.1:{poort}/regios/proef/"
        _wacht(lambda: "twee verzonnen gemeenten" in _lees(pagina), log)
        regio = map_ / "regions" / "proef" / "regio.yaml"
        goed = regio.read_text(encoding="utf-8")
        regio.write_text(goed.replace("twee verzonnen gemeenten", "drie verzonnen dorpen"), encoding="utf-8")
        _wacht(lambda: "drie verzonnen dorpen" in _lees(pagina), log)
        regio.write_text(goed.replace("inspanningsgericht]", "inspaningsgericht]"), encoding="utf-8")
        _wacht(lambda: "De site is niet gebouwd" in log.read_text(encoding="utf-8"), log)
        assert "drie verzonnen dorpen" in _lees(pagina)
    finally:
        server.terminate()
        server.wait(10)


def _lees(adres: str) -> str:
    try:
        with urllib.request.urlopen(adres, timeout=5) as antwoord:  # noqa: S310 - this computer
            return str(antwoord.read().decode("utf-8"))
    except OSError:
        return ""


def _wacht(klaar: Callable[[], bool], log: Path, seconden: int = 90) -> None:
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if klaar():
            return
        time.sleep(0.3)
    pytest.fail(f"na {seconden} seconden nog niet: {log.read_text(encoding='utf-8')[-500:]}")
