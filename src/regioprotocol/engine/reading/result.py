"""What reading gives: a message and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.reading.safe import MB, Weigering
from regioprotocol.engine.reading.settings import Leesinstelling
from regioprotocol.engine.reading.sources import Bron
from regioprotocol.engine.records import Bericht, Header
from regioprotocol.engine.structure.description import RELEASE, Berichtsoort
from regioprotocol.engine.structure.reporter import Melder

GROOTSTE_HUB: Final = 25 * MB  # the national hub refuses more: IB003 of code list Fo01


class Gelezen(NamedTuple):
    """What was read from one file. *bericht* is None when it is no message that can be read.

    *bevindingen* of a large declaration are complete when its clients were read to the end.
    """

    bestand: str
    bericht: Bericht | None
    bevindingen: Sequence[Bevinding]


def geweigerd(naam: str, weigering: Weigering, melder: Melder | None = None) -> Gelezen:
    """Give a file that is no message that can be read, with the reason."""
    melder = melder or Melder(naam)
    meld_weigering(melder, weigering)
    return Gelezen(naam, None, melder.bevindingen)


def meld_weigering(melder: Melder, weigering: Weigering) -> None:
    """Report why a file, or the rest of it, cannot be read."""
    melder.meld(
        weigering.code,
        weigering.tekst,
        hint=weigering.hint,
        regelnummer=weigering.regelnummer,
        kolom=weigering.kolom,
    )


def maak_melder(bron: Bron, soort: Berichtsoort, instelling: Leesinstelling) -> Melder:
    """Start the findings of a message; its size may be the first."""
    standaard = f"i{soort.wet} {RELEASE}"
    melder = Melder(bron.naam, soort.bericht, standaard=standaard, toon_waarden=instelling.toon_waarden)
    if bron.grootte > GROOTSTE_HUB:
        melder.meld(
            "RP910",
            f"Dit bericht is {bron.grootte / MB:.0f} MB. Het landelijke knooppunt weigert berichten van meer dan "
            f"{GROOTSTE_HUB // MB} MB (IB003).",
            hint="Verdeel de inhoud over meer berichten.",
            gevonden=f"{bron.grootte / MB:.0f} MB",
            verwacht=f"hoogstens {GROOTSTE_HUB // MB} MB",
        )
    return melder


def met_header(bericht: Bericht, soort: Berichtsoort) -> Bericht:
    """Give a message without a header what its namespace says of it."""
    if bericht.header.soort:
        return bericht
    return replace(bericht, header=Header(soort=soort.soort, wet=soort.wet, release=RELEASE))
