"""One measurement of messages in a process of its own: python benchmarks/message_runs.py WHAT SET.json PATH [PATH].

Prints JSON. Processor time in turns, because the clock says little on a machine that does something else as well.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree, isoschematron

from regioprotocol.engine.check import check
from regioprotocol.engine.judge import Opdracht, judge_message
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.reading import Gelezen, Leesinstelling, read_messages
from regioprotocol.export.schematron import schematrons
from regioprotocol.parameterset import Index, Parameterset, decode, zoek

VANDAAG = date(2026, 6, 1)
_KB_PER_MIB = 1024


def in_turns(keer: int, **doen: Callable[[], object]) -> dict[str, float]:
    """Give the shortest processor time of each, in seconds, by name; the first turn is not counted."""
    gemeten: dict[str, list[float]] = {naam: [] for naam in doen}
    for _ in range(keer + 1):
        for naam, doe in doen.items():
            begin = time.process_time()
            doe()
            gemeten[naam].append(time.process_time() - begin)
    return {naam: min(tijden[1:]) for naam, tijden in gemeten.items()}


def small(parameterset: Parameterset, map_: Path) -> dict[str, float]:
    """Read every message of a folder, judge each by the rules inside it, and all of them as one berichtenreeks."""
    namen = [str(pad) for pad in sorted(map_.iterdir())]
    index = Index.van(parameterset)

    def parse() -> None:
        """Take the bytes of each file and make a tree of them, as ours does: with its own way in, lxml takes longer."""
        for naam in namen:
            with open(naam, "rb", buffering=0) as bestand:  # noqa: PTH123
                etree.fromstring(bestand.read())

    def read() -> None:
        for gelezen in _gelezen(parameterset, map_):
            if gelezen.bericht is None:
                raise ValueError(gelezen.bestand)

    def judge() -> None:
        _judge(parameterset, index, map_)

    def series() -> None:
        check(index, [map_], vandaag=VANDAAG)

    return in_turns(7, peer=parse, lezen=read, regels=judge, reeks=series)


def schematron(parameterset: Parameterset, map_: Path) -> dict[str, float]:
    """Judge every message of a folder, against the Schematron of the same set: made ready before, as in a chain."""
    soort = "JW323"
    toets = isoschematron.Schematron(etree.fromstring(schematrons(parameterset)[f"{soort}.sch"]))
    namen = [str(pad) for pad in sorted(map_.iterdir())]
    index = Index.van(parameterset)

    def validate() -> None:
        for naam in namen:
            if not toets.validate(etree.parse(naam)):
                raise ValueError(naam)

    def judge() -> None:
        _judge(parameterset, index, map_)

    return in_turns(5, peer=validate, regels=judge)


def large(parameterset: Parameterset, pad: Path) -> dict[str, float]:
    """Read one large declaration, and judge it, against streaming through it alone."""
    index = Index.van(parameterset)

    def stream() -> None:
        for _, element in etree.iterparse(str(pad)):
            element.clear()

    def read() -> None:
        for gelezen in _gelezen(parameterset, pad):
            if gelezen.bericht is None or gelezen.bericht.declaratie is None:
                raise ValueError(gelezen.bestand)
            for _ in gelezen.bericht.declaratie.clienten:
                pass

    def judge() -> None:
        check(index, [pad], vandaag=VANDAAG)

    return in_turns(2, peer=stream, lezen=read, regels=judge)


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

    return {**in_turns(5, opnieuw=ask, eerst=search, peer=find), "aantal": len(vragen)}


def _judge(parameterset: Parameterset, index: Index, map_: Path) -> None:
    """Read messages and judge each by all rules inside it. They are right: a rule that refuses one is an error."""
    opdracht = Opdracht(Naslag(index), VANDAAG)
    for gelezen in list(_gelezen(parameterset, map_)):  # declarations: when all were read, in the order of check
        if gelezen.bericht is None:
            raise ValueError(gelezen.bestand)
        for bevinding in judge_message(opdracht.context(gelezen.bericht)):
            if bevinding.ernst == "fout":
                raise ValueError(bevinding.tekst)


def _gelezen(parameterset: Parameterset, pad: Path) -> Iterator[Gelezen]:
    for reeks in read_messages([pad], Leesinstelling(parameterset.codelijsten)):
        yield from reeks.gelezen


def _peak() -> float:
    """Give the most memory that this process had. Linux counts in ru_maxrss also what the parent had: not there."""
    status = Path("/proc/self/status")
    if status.exists():
        eigen = next(rij for rij in status.read_text(encoding="ascii").splitlines() if rij.startswith("VmHWM"))
        return int(eigen.split()[1]) / _KB_PER_MIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KB_PER_MIB


RUNS: dict[str, Callable[[Parameterset, Path], dict[str, Any]]] = {
    "small": small,
    "schematron": schematron,
    "large": large,
    "memory": memory,
    "lookups": lookups,
}

if __name__ == "__main__":
    wat, set_, waar = sys.argv[1:]
    print(json.dumps(RUNS[wat](decode(Path(set_).read_bytes()), Path(waar))))
