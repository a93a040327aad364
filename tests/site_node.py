"""The modules of the site, asked through node: a list of questions in, their answers out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest

PROGRAMMA: Final = Path(__file__).parent / "vendors" / "site.mjs"
_WACHTTIJD: Final = 300


def node() -> str:
    """Give the path of node. Without it a test is skipped loudly; in CI that is a failure."""
    gevonden = shutil.which("node")
    if gevonden is None:
        _ontbreekt("node ontbreekt: de rekenhulpen van de site zijn NIET getest")
    return str(gevonden)


def typefouten(bestanden: Sequence[Path]) -> str:
    """Give what TypeScript finds wrong with the types in the comments of these modules; '' when nothing is."""
    tsc = PROGRAMMA.parents[2] / ".venv" / "node" / "node_modules" / "typescript" / "bin" / "tsc"
    if not tsc.is_file():
        _ontbreekt("TypeScript ontbreekt (make .venv/.ready-node): de typen van de site zijn NIET getest")
    keuzes = "--noEmit --allowJs --checkJs --target es2023 --module esnext --moduleResolution bundler --strict false"
    opdracht = [node(), str(tsc), *keuzes.split(), "--lib", "dom,dom.iterable,es2023", *map(str, bestanden)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=_WACHTTIJD)
    return klaar.stdout + klaar.stderr


def _ontbreekt(reden: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reden)
    pytest.skip(reden)


def draai(*woorden: str, invoer: str = "") -> str:
    """Run the program and give what it wrote."""
    opdracht = [node(), str(PROGRAMMA), *woorden]
    klaar = subprocess.run(  # the words are ours
        opdracht, input=invoer.encode(), capture_output=True, check=False, timeout=_WACHTTIJD
    )
    assert klaar.returncode == 0, klaar.stderr.decode()
    assert klaar.stderr == b""
    return klaar.stdout.decode()


def vraag(parameterset: Path, vragen: Sequence[dict[str, Any]]) -> list[Any]:
    """Ask questions in order; a question that cannot be answered gives its reason as {'fout': ...}."""
    invoer = "".join(json.dumps({"id": nummer, **een}) + "\n" for nummer, een in enumerate(vragen))
    regels = [json.loads(regel) for regel in draai("vragen", str(parameterset), invoer=invoer).splitlines()]
    assert [regel["id"] for regel in regels] == list(range(len(vragen)))
    return [regel.get("uitkomst", {"fout": regel.get("fout")}) for regel in regels]
