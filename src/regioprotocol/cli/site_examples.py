"""What the tool really says on the way to a first region, for the guide on the site: run, not written by hand."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Final

from regioprotocol.pipeline import load
from regioprotocol.report.findings import als_tekst

_REGIO: Final = "mijn-regio"
_BEGIN: Final = "voor_dit_bestand: { geldig: vanaf 2027-01-01, versie: '1' }\nafspraken:\n"
# With a slip in the name of the event; the guide shows what the tool makes of it.
_AFSPRAAK: Final = """\
  - regel: vot.indientermijn
    soort: afwijking
    als: { wet: Jw }
    na: intaak
    termijn: 10 werkdagen
    bron: Protocol, hoofdstuk 1
"""
_BESTAND: Final = f"regions/{_REGIO}/vot.yaml"


def real_output(op: date) -> Mapping[str, str]:
    """Begin a region in a folder of its own, make a slip, mend it, and give what the tool said at each step."""
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        gezegd = {"new": _run(map_, "new", _REGIO, "--naam", "Mijn regio")}
        gezegd["bestanden"] = "\n".join(sorted(pad.name for pad in (map_ / "regions" / _REGIO).iterdir()))
        gezegd["afspraak"] = _AFSPRAAK
        pad = map_ / _BESTAND
        pad.write_text(_BEGIN + _AFSPRAAK, encoding="utf-8")
        gezegd["fout"] = als_tekst(load(map_, op))
        pad.write_text(_BEGIN + _AFSPRAAK.replace("intaak", "intake"), encoding="utf-8")
        gezegd["goed"] = als_tekst(load(map_, op))
        gezegd["explain"] = _run(map_, "explain", _REGIO, "vot.indientermijn", "--als", "wet=Jw", "--op", "2027-02-01")
        gezegd["diff"] = _run(map_, "diff", _REGIO, "--standaard", "--van", "2027-02-01")
        return {stap: tekst.replace(str(map_), "C:\\protocol") for stap, tekst in gezegd.items()}


def _run(map_: Path, *woorden: str) -> str:
    from regioprotocol.cli.app import app  # noqa: PLC0415 - the program holds this command as well

    uitvoer = io.StringIO()
    with redirect_stdout(uitvoer):
        app([*woorden, "--map", str(map_)], standalone_mode=False)
    return uitvoer.getvalue().rstrip()
