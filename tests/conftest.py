"""What tests share: the real repository read once, its sets, and the program as a user runs it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from regioprotocol.calendar import Kalender
from regioprotocol.cli import run
from regioprotocol.export import Bundel, bundel
from regioprotocol.parameterset import Index, Parameterset
from regioprotocol.pipeline import Gelezen, load
from regioprotocol.resolve import resolve

ROOT: Final = Path(__file__).parent.parent
STANDAARD: Final = "standaard"


@dataclass(frozen=True)
class Resultaat:
    """What a run of the program gave."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> Any:
        """Read the output as JSON."""
        return json.loads(self.uit)


Opdracht = Callable[..., Resultaat]


@pytest.fixture(autouse=True)
def geheugen(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what validate remembers out of the folder of whoever runs the tests."""
    folder = tmp_path_factory.getbasetemp() / "geheugen"
    monkeypatch.setattr("typer.get_app_dir", lambda *_, **__: str(folder))
    return folder


@pytest.fixture(scope="session")
def gelezen() -> Gelezen:
    """Read the real repository once; the day decides only about acknowledgements."""
    return load(ROOT, date(2026, 1, 15))


@pytest.fixture(scope="session")
def bundels(gelezen: Gelezen) -> Mapping[str, Bundel]:
    """Make the files of every region and of the standard."""
    namen = [None, *gelezen.werkmap.regios]
    return {naam or STANDAARD: bundel(resolve(gelezen.werkmap, naam)) for naam in namen}


@pytest.fixture(scope="session")
def sets(bundels: Mapping[str, Bundel]) -> dict[str, Parameterset]:
    """Give the set of every region and of the standard."""
    return {naam: inhoud.parameterset for naam, inhoud in bundels.items()}


@pytest.fixture(scope="session")
def kalender(sets: Mapping[str, Parameterset]) -> Kalender:
    """Give the calendar that travels in a set."""
    k = Index.van(sets[STANDAARD]).parameterset.kalender
    return Kalender({date.fromisoformat(d.datum): d.naam for d in k.vrije_dagen}, k.eerste_jaar, k.laatste_jaar)


def voer_uit(*woorden: str, codering: str = "utf-8") -> Resultaat:
    """Run the program with these words, exactly as from a terminal that has this code page."""
    uit, fout = (io.TextIOWrapper(io.BytesIO(), encoding=codering) for _ in range(2))
    voor = sys.argv, sys.stdout, sys.stderr
    sys.argv, sys.stdout, sys.stderr = ["regioprotocol", *woorden], uit, fout
    try:
        run()
    except SystemExit as einde:
        code = einde.code if isinstance(einde.code, int) else 0
    finally:
        sys.argv, sys.stdout, sys.stderr = voor
    teksten = []
    for stroom in (uit, fout):
        stroom.flush()
        teksten.append(stroom.buffer.getvalue().decode(codering))
    return Resultaat(code, *teksten)


@pytest.fixture
def opdracht(monkeypatch: pytest.MonkeyPatch, gelezen: Gelezen) -> Opdracht:
    """Run the program on the real repository without reading it again."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("regioprotocol.cli.lookup.load", lambda *_: gelezen)
    return voer_uit


@pytest.fixture
def opdracht_op_schijf(monkeypatch: pytest.MonkeyPatch) -> Opdracht:
    """Run the program so that it reads the files itself."""
    monkeypatch.chdir(ROOT)
    return voer_uit
