"""Measure the reading of messages against the XML library alone: python benchmarks/messages.py.

Reading is parsing, records and the check of the structure; the rules come on top. Processor time, because a ratio of
two clocks says little on a machine that does something else as well.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from regioprotocol.engine.reading import Leesinstelling, read_messages

GOED = (Path(__file__).parent.parent / "tests" / "conformance" / "berichten" / "JW323.xml").read_bytes()
CLIENT = GOED[GOED.index(b"      <jw323:Client>") : GOED.index(b"    </jw323:Clienten>")]
BERICHTEN = 1000
REGELS = 100_000
PER_CLIENT = 4


def seconds(doe: Callable[[], object], keer: int) -> float:
    """Give the shortest processor time of some runs."""
    gemeten = []
    for _ in range(keer):
        begin = time.process_time()
        doe()
        gemeten.append(time.process_time() - begin)
    return min(gemeten)


def kleine_berichten(map_: Path) -> None:
    """Write messages that differ in every reference and assignment."""
    for nummer in range(BERICHTEN):
        inhoud = GOED.replace(b"P2603", b"P%05d" % nummer).replace(b">2600", b">%d" % (1000 + nummer))
        (map_ / f"JW323-{nummer:04}.xml").write_bytes(inhoud)


def groot_bericht(pad: Path) -> None:
    """Write a declaration with very many lines."""
    begin, einde = GOED[: GOED.index(CLIENT)], GOED[GOED.index(CLIENT) + len(CLIENT) :]
    with pad.open("wb") as bestand:
        bestand.write(begin)
        for nummer in range(REGELS // PER_CLIENT):
            bestand.write(CLIENT.replace(b"P2603", b"P%06d" % nummer))
        bestand.write(einde)


def lees(pad: Path) -> None:
    """Read everything, with every line of a declaration."""
    for reeks in read_messages([pad], Leesinstelling()):
        for gelezen in reeks.gelezen:
            if gelezen.bericht is None or gelezen.bericht.declaratie is None:
                raise ValueError(gelezen.bestand)
            for _ in gelezen.bericht.declaratie.prestaties():
                pass


def parse(map_: Path) -> None:
    """Parse every file with the library alone."""
    for pad in map_.iterdir():
        etree.parse(str(pad))


def iterparse(pad: Path) -> None:
    """Stream a file with the library alone."""
    for _, element in etree.iterparse(str(pad)):
        element.clear()


def main() -> None:
    """Measure, and print the ratios."""
    with tempfile.TemporaryDirectory() as temporary:
        map_, groot = Path(temporary) / "klein", Path(temporary) / "groot.xml"
        map_.mkdir()
        kleine_berichten(map_)
        kaal, onze = seconds(lambda: parse(map_), 9), seconds(lambda: lees(map_), 9)
        print(f"{BERICHTEN} JW323: {kaal / onze:.2f} of the throughput of lxml.etree.parse")
        print(f"    {kaal * 1000:.0f} ms against {onze * 1000:.0f} ms")
        groot_bericht(groot)
        eerst = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        onze = seconds(lambda: lees(groot), 2)
        meeste = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        kaal = seconds(lambda: iterparse(groot), 2)
        print(f"{REGELS} lines ({groot.stat().st_size // 1_000_000} MB): {onze / kaal:.2f} times a bare iterparse")
        print(f"    {onze:.1f} s against {kaal:.1f} s, at most {meeste} MB ({eerst} MB before it)")


if __name__ == "__main__":
    sys.exit(main())
