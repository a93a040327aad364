"""Messages: what our check costs beside parsing the same XML and nothing more. Alone: python benchmarks/messages.py."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from declarations import prijslijst, schrijf
from measuring import TOOL, show

HERE = Path(__file__).parent
REGIO = "voorbeeldregio"
BERICHTEN, REGELS = 1_000, 5
VOOR_SCHEMATRON = 300
REGELS_GROOT = 100_000
HOOGSTENS_MIB = 120


def measure(folder: Path) -> None:
    """Export a set, write messages for it, and measure."""
    repository, uit = str(HERE.parent), folder / "sets"
    command = [*TOOL, "export", REGIO, "--map", repository, "--uit", str(uit)]
    subprocess.run(command, check=True, capture_output=True)
    set_ = uit / REGIO / "parameterset.json"
    prijzen = prijslijst(set_)
    klein, minder, groot = folder / "klein", folder / "minder", folder / "groot.xml"
    for map_, aantal in ((klein, BERICHTEN), (minder, VOOR_SCHEMATRON)):
        map_.mkdir()
        for nummer in range(aantal):
            schrijf(map_ / f"JW323-{nummer:04d}.xml", prijzen, REGELS, nummer)
    schrijf(groot, prijzen, REGELS_GROOT)
    _small(run("small", set_, klein))
    _schematron(run("schematron", set_, minder))
    _large(groot, run("large", set_, groot), run("memory", set_, groot))
    _lookups(run("lookups", set_, uit / REGIO / "voorbeelden.json"))


def run(what: str, set_: Path, pad: Path) -> dict[str, float]:
    """Measure in a process that did nothing before, so that its memory is its own."""
    command = [sys.executable, str(HERE / "message_runs.py"), what, str(set_), str(pad)]
    klaar = subprocess.run(command, check=True, capture_output=True, text=True)
    gemeten: dict[str, float] = json.loads(klaar.stdout)
    return gemeten


def _small(gemeten: dict[str, float]) -> None:
    for naam, wat, doel in (
        ("lezen", f"{BERICHTEN:,} JW323 read", "measured"),
        ("regels", "read and judged, all rules in a message", "at most 4.00"),
        ("reeks", "read and judged, as one berichtenreeks", "measured"),
    ):
        show(wat, gemeten[naam], "lxml.etree.fromstring alone", gemeten["peer"], doel)


def _schematron(gemeten: dict[str, float]) -> None:
    """The engine judges by all its rules inside a message: those of the Schematron, and some more."""
    wat = f"{VOOR_SCHEMATRON} JW323, lxml + isoschematron"
    show(wat, gemeten["peer"], "read and judged, all rules in a message", gemeten["regels"], "at least 3.00")


def _large(groot: Path, gemeten: dict[str, float], geheugen: dict[str, float]) -> None:
    mb = groot.stat().st_size / 1_000_000
    for naam, wat, doel in (
        ("lezen", f"{REGELS_GROOT:,} lines ({mb:.0f} MB) streamed", "measured"),
        ("regels", "streamed and judged, all rules", "at most 2.50"),
    ):
        show(wat, gemeten[naam], "lxml.etree.iterparse alone", gemeten["peer"], doel)
    piek, vooraf = geheugen["piek"], geheugen["vooraf"]
    print(f"{'its memory at most':42} {piek:6.0f} MiB   ({vooraf:.0f} before it; aim: under {HOOGSTENS_MIB})")
    if geheugen["fouten"]:
        print(f"The declaration is right, but {geheugen['fouten']:.0f} lines were refused: these times say less.")


def _lookups(gemeten: dict[str, float]) -> None:
    opnieuw, eerst, peer = (gemeten[naam] * 1e6 / gemeten["aantal"] for naam in ("opnieuw", "eerst", "peer"))
    for wat, tijd in (("a rule asked again", opnieuw), ("a rule looked up for the first time", eerst)):
        print(f"{wat:42} {tijd:7.2f} µs   {tijd / peer:6.0f} x   a dictionary look-up ({peer:.3f} µs); aim: under 640")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        measure(Path(temporary))
