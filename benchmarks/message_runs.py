"""One measurement of messages in a process of its own: python benchmarks/message_runs.py WHAT SET.json PATH [PATH].

Prints JSON. Processor time in turns, because the clock says little on a machine that does something else as well.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from regioprotocol.engine.check import check
from regioprotocol.engine.lookup import Naslag
from regioprotocol.parameterset import Index, Parameterset, decode, zoek

VANDAAG = date(2026, 6, 1)
_KB_PER_MIB = 1024


def in_turns(onze: Callable[[], object], peer: Callable[[], object], keer: int) -> dict[str, float]:
    """Give the shortest processor time of each, in seconds; the first turn is not counted."""
    gemeten: tuple[list[float], list[float]] = ([], [])
    for _ in range(keer + 1):
        for rij, doe in zip(gemeten, (onze, peer), strict=True):
            begin = time.process_time()
            doe()
            rij.append(time.process_time() - begin)
    return {"onze": min(gemeten[0][1:]), "peer": min(gemeten[1][1:])}


def small(parameterset: Parameterset, map_: Path) -> dict[str, float]:
    """Judge every message of a folder by itself, against parsing them alone."""
    paden = sorted(map_.iterdir())
    namen = [str(pad) for pad in paden]
    index = Index.van(parameterset)

    def parse() -> None:
        for naam in namen:
            etree.parse(naam)

    def series() -> None:
        check(index, [map_], vandaag=VANDAAG)

    def all_() -> None:
        check(index, paden, vandaag=VANDAAG)

    return {**in_turns(all_, parse, 9), "reeks": in_turns(series, parse, 3)["onze"]}


def large(parameterset: Parameterset, pad: Path) -> dict[str, float]:
    """Judge one large declaration, against streaming through it alone."""
    index = Index.van(parameterset)

    def stream() -> None:
        for _, element in etree.iterparse(str(pad)):
            element.clear()

    return in_turns(lambda: check(index, [pad], vandaag=VANDAAG), stream, 2)


def memory(parameterset: Parameterset, pad: Path) -> dict[str, float]:
    """Judge one large declaration; give the peak of the whole process in MiB, and how much was there before."""
    index = Index.van(parameterset)
    vooraf = _peak()
    uitslag = check(index, [pad], vandaag=VANDAAG)
    fouten = uitslag.samenvatting.fouten
    return {"vooraf": vooraf, "piek": _peak(), "fouten": fouten, "meldingen": len(uitslag.bevindingen)}


def lookups(parameterset: Parameterset, pad: Path) -> dict[str, float]:
    """Answer every look-up of the file with examples, against finding it in a dictionary."""
    voorbeelden = json.loads(pad.read_text(encoding="utf-8"))["voorbeelden"]
    vragen = [
        (v["regel"], {f["sleutel"]: frozenset(f["waarden"]) for f in v["feiten"]}, date.fromisoformat(v["op"]))
        for v in voorbeelden
    ]
    index = Index.van(parameterset)
    naslag = Naslag(index)
    tabel = {nummer: zoek(index, *vraag) for nummer, vraag in enumerate(vragen)}

    def ask() -> None:
        for regel, feiten, op in vragen:
            naslag.vraag(regel, feiten, op)

    def search() -> None:
        for regel, feiten, op in vragen:
            zoek(index, regel, feiten, op)

    def find() -> None:
        for nummer in range(len(vragen)):
            tabel.get(nummer)

    return {**in_turns(ask, find, 5), "zoek": in_turns(search, find, 3)["onze"], "aantal": len(vragen)}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KB_PER_MIB


RUNS: dict[str, Callable[[Parameterset, Path], dict[str, Any]]] = {
    "small": small,
    "large": large,
    "memory": memory,
    "lookups": lookups,
}

if __name__ == "__main__":
    wat, set_, waar = sys.argv[1:]
    print(json.dumps(RUNS[wat](decode(Path(set_).read_bytes()), Path(waar))))
