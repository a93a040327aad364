"""The code on the page for vendors is run here as it stands there: it must find what the Python engine finds."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from regioprotocol.export import Bundel

PAGINA: Final = Path(__file__).parent.parent / "src" / "regioprotocol" / "pages" / "templates" / "vendors.md"
REGIO: Final = "midden-ijssel-oost-veluwe"
NODE: Final = """
import { readFileSync } from 'node:fs';
const [set, vragen] = process.argv.slice(2).map((naam) => JSON.parse(readFileSync(naam, 'utf8')));
console.log(JSON.stringify(vragen.map((v) =>
  zoek(set, v.regel, Object.fromEntries(v.feiten.map((f) => [f.sleutel, f.waarden])), v.op)?.geval ?? '')));
"""


def code(anker: str) -> str:
    """Give the code below a heading of the page."""
    stuk = PAGINA.read_text(encoding="utf-8").partition(f"{{: #{anker} }}")[2].split("\n### ")[0].split("\n## ")[0]
    return "\n".join(regel[4:] for regel in stuk.splitlines() if regel.startswith("    ") or not regel)


def vragen(bundels: Mapping[str, Bundel]) -> list[dict[str, Any]]:
    """Give the look-ups that the short code is about: no lists, no value from the product itself."""
    alle = json.loads(bundels[REGIO].bestanden["voorbeelden.json"])["voorbeelden"]
    lijsten = {regel.regel for regel in bundels[REGIO].parameterset.lijsten}
    return [v for v in alle if v["regel"] not in lijsten and not v["geval"].startswith("product:")]


def nodig(programma: str) -> None:
    """Skip loudly on a colleague's machine; in CI a missing tool is a failure."""
    if shutil.which(programma):
        return
    reden = f"{programma} ontbreekt: de code op de pagina voor leveranciers is NIET uitgevoerd"
    if os.environ.get("CI") == "true":
        pytest.fail(reden)
    pytest.skip(reden)


def test_the_javascript_finds_every_case(bundels: Mapping[str, Bundel], tmp_path: Path) -> None:
    """As many look-ups as the set ships with, each with the case that decided."""
    nodig("node")
    alle = vragen(bundels)
    (tmp_path / "set.json").write_bytes(bundels[REGIO].bestanden["parameterset.json"])
    (tmp_path / "vragen.json").write_text(json.dumps(alle), encoding="utf-8")
    (tmp_path / "zoek.mjs").write_text(code("javascript") + NODE, encoding="utf-8")
    opdracht = ["node", "zoek.mjs", "set.json", "vragen.json"]
    klaar = subprocess.run(opdracht, cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8")
    assert json.loads(klaar.stdout) == [v["geval"] for v in alle]
    assert len(alle) > 1000


def test_the_java_finds_every_case(bundels: Mapping[str, Bundel], tmp_path: Path) -> None:
    """The same in Java, with a small reader of JSON in the place of a library."""
    nodig("javac")
    alle = vragen(bundels)[::40]
    lees = (Path(__file__).parent / "vendors" / "Lees.java").read_text(encoding="utf-8")
    (tmp_path / "Opzoeken.java").write_text(code("java"), encoding="utf-8")
    (tmp_path / "Lees.java").write_text(lees, encoding="utf-8")
    (tmp_path / "set.json").write_bytes(bundels[REGIO].bestanden["parameterset.json"])
    (tmp_path / "vragen.json").write_text(json.dumps(alle), encoding="utf-8")
    subprocess.run(["javac", "-encoding", "utf-8", "Opzoeken.java", "Lees.java"], cwd=tmp_path, check=True)
    opdracht = ["java", "-Dstdout.encoding=UTF-8", "-cp", ".", "Lees", "set.json", "vragen.json"]
    klaar = subprocess.run(opdracht, cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8")
    assert klaar.stdout.splitlines() == [v["geval"] for v in alle]


def test_the_csharp_is_whole() -> None:
    """Nobody compiles it here: at least every bracket closes, and it asks the same keys as the others."""
    tekst = code("csharp")
    for open_, dicht in ("{}", "()", "[]"):
        assert tekst.count(open_) == tekst.count(dicht)
    sleutels = set(re.findall(r'"([a-z_]+)"', code("java")))
    assert sleutels <= set(re.findall(r'"([a-z_]+)"', tekst)) | {"unchecked"}
