"""Huge messages without the disk, read in a process of their own: python reuzen.py <name> prints what came of it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from berichten import voorbeeld

from regioprotocol.engine.reading import Bron, read_message

MB = 1024 * 1024
_GOED = voorbeeld("JW323")
_TOEWIJZING = voorbeeld("JW301")
_REGEL = _GOED[_GOED.index(b"          <jw323:Prestatie>") : _GOED.index(b"        </jw323:Prestaties>")]
_CLIENT = _GOED[_GOED.index(b"      <jw323:Client>") : _GOED.index(b"    </jw323:Clienten>")]
_EINDE = b"        </jw323:Prestaties>\n" + _GOED[_GOED.rindex(b"      </jw323:Client>") :]


def _tot(stuk: bytes, inhoud: bytes = _GOED) -> bytes:
    return inhoud[: inhoud.index(stuk) + len(stuk)]


# name: start, the piece that repeats, how often, end
REUZEN = {
    "een element van een gigabyte": (_tot(b"<jw323:Clienten>"), b"x" * MB, 500, b""),
    "een gigabyte wit": (_tot(b"<jw323:Clienten>"), b" " * MB, 500, b""),
    "een gigabyte onbekende elementen": (_tot(b"<jw323:Clienten>"), b"<jw323:Zomaar/>" * 65536, 500, b""),
    "een gigabyte aan kop": (_tot(b"<jw323:Header>"), b"<jw323:Zomaar/>" * 65536, 500, b""),
    "een gigabyte attribuut": (_tot(b"<jw323:Clienten>"), b"<jw323:Client a='" + b"x" * MB, 500, b""),
    "onbekende elementen tussen de regels": (
        _tot(b"        <jw323:Prestaties>\n"),
        _REGEL + b"<jw323:Zomaar/>" * 1000,
        1000,
        _EINDE,
    ),
    "een toewijzing van 40 MB": (_tot(b"<jw301:Client>", _TOEWIJZING), b" " * MB, 40, b""),
    "een client met 20.000 regels": (_tot(b"        <jw323:Prestaties>\n"), _REGEL, 10_000, _EINDE),
    "20.000 clienten": (_tot(b"    <jw323:Clienten>\n"), _CLIENT, 10_000, _GOED[_GOED.rindex(b"    </jw323:C") :]),
}  # fmt: skip


class Stroom(io.RawIOBase):
    """A start, a piece that repeats, and an end."""

    def __init__(self, begin: bytes, stuk: bytes, keer: int, einde: bytes) -> None:
        """Nothing is made before it is read."""
        self._stukken = self._maak(begin, stuk, keer, einde)
        self._rest = b""

    @staticmethod
    def _maak(begin: bytes, stuk: bytes, keer: int, einde: bytes) -> Iterator[bytes]:
        yield begin
        for _ in range(keer):
            yield stuk
        yield einde

    def read(self, aantal: int = -1) -> bytes:
        """Give the next bytes."""
        delen = [self._rest]
        lengte = len(self._rest)
        while lengte < aantal and (stuk := next(self._stukken, None)) is not None:
            delen.append(stuk)
            lengte += len(stuk)
        alles = b"".join(delen)
        uit, self._rest = alles[:aantal], alles[aantal:]
        return uit


def bron(naam: str) -> Bron:
    """Give a giant."""
    begin, stuk, keer, einde = REUZEN[naam]
    grootte = len(begin) + len(stuk) * keer + len(einde)
    return Bron(naam, grootte, lambda: Stroom(begin, stuk, keer, einde))  # type: ignore[arg-type,return-value]


def _lees(naam: str) -> dict[str, object]:
    uit = read_message(bron(naam))
    regels, totaal, laatste = 0, Decimal(0), 0
    if uit.bericht is not None and uit.bericht.declaratie is not None:
        for prestatie in uit.bericht.declaratie.prestaties():
            regels += 1
            totaal += prestatie.saldo or 0
            laatste = prestatie.regel_van("bedrag")
    return {
        "codes": [b.code for b in uit.bevindingen],
        "regels": regels,
        "totaal": str(totaal),
        "laatste": laatste,
        "geheugen": _geheugen(),
    }


def _geheugen() -> int:
    """Give the most memory that this process had, in MB; 0 where the system does not tell.

    Linux counts in ru_maxrss also what the parent had when it started this process: there the peak of our own is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        eigen = next(rij for rij in status.read_text(encoding="ascii").splitlines() if rij.startswith("VmHWM"))
        return int(eigen.split()[1]) // 1024
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return 0
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes // (MB if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(json.dumps(_lees(sys.argv[1])))  # noqa: T201
