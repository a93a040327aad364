"""Events of a large XML file, in pieces, with bounded memory; an error of the parser becomes a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

from regioprotocol.engine.reading.result import meld_weigering
from regioprotocol.engine.reading.safe import MB, VEILIG, Weigering, leesfout, weigering_van
from regioprotocol.engine.reading.sources import LEESFOUTEN, Bron
from regioprotocol.engine.structure.reporter import Melder

_STUK: Final = 64 * 1024
_ZONDER_VOORTGANG: Final = 2 * MB

Soort = Literal["start", "end"]


class Stukken:
    """The events of a file for some tags. Call *verder* when something was read and let go.

    *wortel* is the root element when the file was read to its end.
    """

    def __init__(self, bron: Bron, soorten: tuple[Soort, ...], tags: tuple[str, ...], melder: Melder) -> None:
        """Prepare; the file is opened when you iterate."""
        self.wortel: Any = None
        self._bron = bron
        self._soorten = soorten
        self._tags = tags
        self._melder = melder
        self._sinds_voortgang = 0

    def verder(self) -> None:
        """Say that memory was given back."""
        self._sinds_voortgang = 0

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Give the events; stop with a finding where the file cannot be read further."""
        from lxml import etree  # noqa: PLC0415  only who reads messages needs it

        parser = etree.XMLPullParser(events=self._soorten, tag=self._tags, **VEILIG)
        try:
            with self._bron.open() as stroom:
                aanhalingstekens = True
                while stuk := stroom.read(_STUK):
                    eerder, aanhalingstekens = aanhalingstekens, b'"' in stuk or b"'" in stuk
                    self._melder.attributen = eerder or aanhalingstekens  # a record can begin in the piece before
                    parser.feed(stuk)
                    yield from parser.read_events()
                    self._sinds_voortgang += len(stuk)
                    if self._sinds_voortgang > _ZONDER_VOORTGANG:
                        meld_weigering(self._melder, _geen_voortgang())
                        return
            self.wortel = parser.close()
        except etree.XMLSyntaxError as fout:
            meld_weigering(self._melder, weigering_van(fout))
        except LEESFOUTEN:
            meld_weigering(self._melder, leesfout())


def _geen_voortgang() -> Weigering:
    return Weigering(
        "RP909",
        f"Dit bericht gaat {_ZONDER_VOORTGANG // MB} MB door zonder dat er een declaratieregel eindigt.",
        "Zo ziet een declaratie er nooit uit. Maak het bericht opnieuw aan in uw software.",
    )
