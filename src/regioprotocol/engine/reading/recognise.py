"""Which message is this: by the root element and its namespace, or why it is none that we read."""

from __future__ import annotations

import re
from typing import Final

from regioprotocol.engine.reading.safe import Weigering
from regioprotocol.engine.reading.settings import Leesinstelling
from regioprotocol.engine.structure.description import RELEASE, Berichtsoort
from regioprotocol.engine.structure.element import Element, naam_van, naamruimte_van, regel_van

_NAAMRUIMTE: Final = re.compile(r"istandaarden\.nl/(iwmo|ijw|iwlz)/([0-9]{1,2})_([0-9]{1,2})/([a-z]{2,4})([0-9]{3})\b")
_STANDAARD: Final = {"iwmo": "iWmo", "ijw": "iJw", "iwlz": "iWlz"}


def herken(wortel: Element, instelling: Leesinstelling) -> Berichtsoort | Weigering:
    """Give the kind of message of a root element, or why it cannot be read."""
    naamruimte = naamruimte_van(wortel)
    soort = instelling.soort(naamruimte)
    if soort is not None and naam_van(wortel) == "Bericht":
        return soort
    regel = regel_van(wortel)
    delen = _NAAMRUIMTE.search(naamruimte)
    if delen is None or naam_van(wortel) != "Bericht":
        return Weigering(
            "RP911",
            f"Dit is geen bericht van iWmo of iJw. Het begint met het element {naam_van(wortel)}.",
            "Een bericht begint met het element Bericht in een naamruimte van istandaarden.nl. "
            "Zit het bericht in een envelop? Haal het er dan eerst uit.",
            regel,
        )
    standaard, release = _STANDAARD[delen[1]], f"{int(delen[2])}.{int(delen[3])}"
    bericht = f"{delen[4]}{delen[5]}".upper()
    if standaard != "iWlz" and release != RELEASE:
        return Weigering(
            "RP914",
            f"Dit is een {bericht} van {standaard} {release}. We lezen release {RELEASE}.",
            f"Stuur het bericht in release {RELEASE}, of gebruik voor oude berichten een ander programma.",
            regel,
        )
    return Weigering(
        "RP911",
        f"Een {bericht} van {standaard} {release} is geen bericht dat we lezen.",
        "We lezen 301, 305, 307, 315, 317, 319, 323, 325 en hun retourberichten, van de Wmo en de Jeugdwet.",
        regel,
    )
