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
REGELS_GROOT = 100_000
HOOGSTENS_MIB = 120


def measure(folder: Path) -> None:
    """Export a set, write messages for it, and measure."""
    repository, uit = str(HERE.parent), folder / "sets"
    command = [*TOOL, "export", REGIO, "--map", repository, "--uit", str(uit)]
    subprocess.run(command, check=True, capture_output=True)
    set_ = uit / REGIO / "parameterset.json"
    prijzen = prijslijst(set_)
    klein, groot = folder / "klein", folder / "groot.xml"
    klein.mkdir()
    for nummer in range(BERICHTEN):
        schrijf(klein / f"JW323-{nummer:04d}.xml", prijzen, REGELS, nummer)
    schrijf(groot, prijzen, REGELS_GROOT)
    _small(run("small", set_, klein))
    _large(groot, run("large", set_, groot), run("memory", set_, groot))
    _lookups(run("lookups", set_, uit / REGIO / "voorbeelden.json"))


def run(what: str, set_: Path, pad: Path) -> dict[str, float]:
    """Measure in a process that did nothing before, so that its memory is its own."""
    command = [sys.executable, str(HERE / "message_runs.py"), what, str(set_), str(pad)]
    klaar = subprocess.run(command, check=True, capture_output=True, text=True)
    gemeten: dict[str, float] = json.loads(klaar.stdout)
    return gemeten


def _small(gemeten: dict[str, float]) -> None:
    wat = f"{BERICHTEN:,} JW323, all rules in a message"
    show(wat, gemeten["onze"], "lxml.etree.parse alone", gemeten["peer"], "at most 4.00")
    show("the same as one berichtenreeks", gemeten["reeks"], "lxml.etree.parse alone", gemeten["peer"], "measured")


def _large(groot: Path, gemeten: dict[str, float], geheugen: dict[str, float]) -> None:
    mb = groot.stat().st_size / 1_000_000
    wat = f"{REGELS_GROOT:,} lines streamed ({mb:.0f} MB)"
    show(wat, gemeten["onze"], "lxml.etree.iterparse alone", gemeten["peer"], "at most 2.50")
    piek, vooraf = geheugen["piek"], geheugen["vooraf"]
    print(f"{'its memory at most':42} {piek:6.0f} MiB   ({vooraf:.0f} before it; aim: under {HOOGSTENS_MIB})")


def _lookups(gemeten: dict[str, float]) -> None:
    per_stuk = 1_000_000 / gemeten["aantal"]
    onze, zoek, peer = (gemeten[naam] * per_stuk for naam in ("onze", "zoek", "peer"))
    for wat, tijd in (("a rule asked again", onze), ("a rule looked up, the first time", zoek)):
        print(f"{wat:42} {tijd:7.2f} µs   {tijd / peer:7.0f} x   a dictionary look-up ({peer:.3f} µs); aim: under 640")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        measure(Path(temporary))
