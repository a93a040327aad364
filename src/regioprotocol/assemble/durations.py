"""Durations as people write them: '3 maanden + 5 werkdagen', 'laatste dag van de volgende maand'."""

from __future__ import annotations

import re
from typing import Final

from regioprotocol.calendar import Duur

_DEEL: Final = re.compile(r"([0-9]{1,4}) (\w+|volledige kalendermaand(?:en)?)")
_EENHEDEN: Final = {
    "jaar": "jaren",
    "jaren": "jaren",
    "maand": "maanden",
    "maanden": "maanden",
    "week": "weken",
    "weken": "weken",
    "dag": "dagen",
    "dagen": "dagen",
    "werkdag": "werkdagen",
    "werkdagen": "werkdagen",
    "volledige kalendermaand": "volledige_kalendermaanden",
    "volledige kalendermaanden": "volledige_kalendermaanden",
}
_EINDE_MAAND: Final = {
    "laatste dag van de maand": Duur(einde_maand=True),
    "laatste dag van de volgende maand": Duur(maanden=1, einde_maand=True),
    "laatste dag van de tweede volgende maand": Duur(maanden=2, einde_maand=True),
}


def parse_duur(tekst: str) -> Duur:
    """Read a duration. Raises ValueError with a Dutch sentence when it cannot be read."""
    tekst = " ".join(tekst.split())
    if tekst in _EINDE_MAAND:
        return _EINDE_MAAND[tekst]
    delen: dict[str, int] = {}
    for deel in tekst.split(" + "):
        found = _DEEL.fullmatch(deel)
        veld = _EENHEDEN.get(found[2]) if found else None
        if not found or not veld:
            raise ValueError(f"De termijn '{tekst}' kunnen we niet lezen.")
        if veld in delen:
            raise ValueError(f"In de termijn '{tekst}' staat {found[2]} twee keer.")
        delen[veld] = int(found[1])
    if not any(delen.values()):
        raise ValueError(f"De termijn '{tekst}' duurt niets.")
    return Duur(**delen)  # type: ignore[arg-type]
