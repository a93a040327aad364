"""How wide columns and how high rows must be to show their texts: only Excel itself works out heights."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap
from typing import Final

from regioprotocol.export.product_sheet import Productblad
from regioprotocol.model.kolommen import Kolom

# In Calibri 10, so many average letters fit in one unit of width; a little less, so that nothing is cut off.
_LETTERS: Final = 1.25
_RAND: Final = 1.5
# What still has to be typed must fit as well: a day, an amount, a code.
_MINSTENS: Final = {"datum": 11.5, "bedrag": 11.0, "code": 8.0}
_REGEL: Final = 13.0
_MARGE: Final = 2.5
# A row can be 409 points high; a text that needs more is not shown whole.
_MEESTE: Final = 30


def breedtes(blad: Productblad) -> dict[str, float]:
    """Give the width of each column: what its texts and its heading need, and at most its own width."""
    return {kolom.naam: _breedte(kolom, blad) for kolom in blad.kolommen}


def _breedte(kolom: Kolom, blad: Productblad) -> float:
    kop = max(map(len, kolom.titel.split())) + _RAND
    langste = max((len(regel.get(kolom.naam, "")) for regel in blad.regels), default=0)
    return max(kop, _MINSTENS.get(kolom.soort, 0), min(langste / _LETTERS + _RAND, kolom.breedte))


def hoogte(cellen: Iterable[tuple[str, float]]) -> float | None:
    """Give the height in points for texts with the width of their columns; None when one line is enough."""
    regels = max((_regels(tekst, breedte) for tekst, breedte in cellen), default=1)
    return regels * _REGEL + _MARGE if regels > 1 else None


def _regels(tekst: str, breedte: float) -> int:
    letters = int(breedte * _LETTERS)
    if len(tekst) <= letters and "\n" not in tekst:
        return 1
    if len(tekst) > letters * _MEESTE:
        return _MEESTE
    return min(sum(len(wrap(regel, letters)) or 1 for regel in tekst.split("\n")), _MEESTE)
