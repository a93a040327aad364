"""Read messages: small ones at once, a large declaration while it streams past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, cast

from regioprotocol.engine.reading.besides import meld_bijzaken
from regioprotocol.engine.reading.recognise import herken
from regioprotocol.engine.reading.result import Gelezen, geweigerd, maak_melder, met_header
from regioprotocol.engine.reading.safe import MB, Weigering, bekijk_begin, is_kaal, leesfout, parse, te_groot
from regioprotocol.engine.reading.settings import Leesinstelling
from regioprotocol.engine.reading.sources import LEESFOUTEN, Bron, Weiger, vind
from regioprotocol.engine.reading.streaming import lees_stromend
from regioprotocol.engine.records import Bericht

KLEIN: Final = MB  # up to here a message is read at once
GROOTSTE_IN_EEN_KEER: Final = 32 * MB  # also for a large message that is no declaration


class Berichtenreeks(NamedTuple):
    """The messages of one folder, zip or file, read one by one while you iterate."""

    naam: str
    gelezen: Iterator[Gelezen]


def read_messages(paden: Iterable[Path], instelling: Leesinstelling | None = None) -> Iterator[Berichtenreeks]:
    """Give every berichtenreeks of files, folders and zips: messages and findings, in a fixed order."""
    instelling = instelling or Leesinstelling()
    for reeks in vind(paden):
        yield Berichtenreeks(reeks.naam, (_lees(bron, instelling) for bron in reeks.bronnen))


def read_message(bron: Bron, instelling: Leesinstelling | None = None) -> Gelezen:
    """Read one message. Whatever is wrong with it is a finding, never an exception."""
    instelling = instelling or Leesinstelling()
    inhoud = _begin(bron, KLEIN)
    weigering = inhoud if isinstance(inhoud, Weigering) else bekijk_begin(inhoud)
    if weigering is None and len(inhoud) > KLEIN:
        gelezen = lees_stromend(bron, instelling)
        if gelezen is not None:
            return gelezen
        inhoud = _begin(bron, GROOTSTE_IN_EEN_KEER)
        if len(inhoud) > GROOTSTE_IN_EEN_KEER:
            weigering = te_groot(GROOTSTE_IN_EEN_KEER)
    if isinstance(inhoud, Weigering) or weigering is not None:
        return geweigerd(bron.naam, weigering or leesfout())
    return _in_een_keer(bron, inhoud, instelling)


def _begin(bron: Bron, hoogstens: int) -> bytes | Weigering:
    """Give a file, or the start of it and one byte more when it is larger."""
    try:
        with bron.open() as stroom:
            inhoud = stroom.read(min(bron.grootte, hoogstens) + 1)
            while len(inhoud) < bron.grootte and len(inhoud) <= hoogstens:  # a read may give less than there is
                if not (meer := stroom.read(hoogstens + 1 - len(inhoud))):
                    break
                inhoud += meer
            return inhoud
    except LEESFOUTEN:
        return leesfout()


def _lees(bron: Bron | Weiger, instelling: Leesinstelling) -> Gelezen:
    if isinstance(bron, Weiger):
        return geweigerd(bron.naam, bron.weigering)
    return read_message(bron, instelling)


def _in_een_keer(bron: Bron, inhoud: bytes, instelling: Leesinstelling) -> Gelezen:
    wortel = parse(inhoud)
    if isinstance(wortel, Weigering):
        return geweigerd(bron.naam, wortel)
    soort = herken(wortel, instelling)
    if isinstance(soort, Weigering):
        return geweigerd(bron.naam, soort)
    melder = maak_melder(bron, soort, instelling)
    bericht = cast("Bericht", instelling.lezer(soort).lees(wortel, melder, bron.naam))
    if melder.aantal or not is_kaal(inhoud, wortel, melder.waarden):
        meld_bijzaken(wortel, melder)
    if instelling.schemas is not None:
        instelling.schemas.controleer(wortel, soort, melder)
    return Gelezen(bron.naam, met_header(bericht, soort), melder.bevindingen)
