"""A route as a drawing: a column for every actor, a box for every step, an arrow from each step to the next.

The drawing has no colours or sizes of letters of its own: the style of the site gives those, light and dark.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from regioprotocol.pages.escape import attribute

_BAAN: Final = 204
_VAK: Final = 182
_LETTERS: Final = 22
_REGEL: Final = 17
_RAND: Final = 9
_TUSSEN: Final = 30
_KOP: Final = 44


@dataclass(frozen=True, slots=True)
class Tekenstap:
    """A step to draw: its number, who does it, what they do, the message (or nothing), the term (or nothing)."""

    nummer: int
    wie: str
    doet: str
    bericht: str = ""
    termijn: str = ""


@dataclass(frozen=True, slots=True)
class _Vak:
    """A box with its place: the middle of its column, its top, and the lines in it."""

    midden: int
    boven: int
    regels: tuple[tuple[str, str], ...]

    @property
    def onder(self) -> int:
        return self.boven + len(self.regels) * _REGEL + 2 * _RAND


def tekening(naam: str, titel: str, stappen: Sequence[Tekenstap]) -> Markup:
    """Draw a route. *naam* makes the names inside it unique on the page; the words of the steps stand in a list too."""
    banen = tuple(dict.fromkeys(stap.wie for stap in stappen))
    vakken = tuple(_plaats(stappen, banen))
    hoogte, breedte = vakken[-1].onder + _RAND, len(banen) * _BAAN
    delen = [
        Markup(
            '<svg class="route" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
            'aria-labelledby="{2}-t {2}-d">'
        ).format(breedte, hoogte, naam),
        Markup('<title id="{}-t">{}</title>').format(naam, attribute(titel)),
        Markup('<desc id="{}-d">Tekening van {} stappen; dezelfde stappen staan hieronder in woorden.</desc>').format(
            naam, len(stappen)
        ),
        Markup(
            '<defs><marker id="{}-p" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
            'orient="auto"><path class="punt" d="M0 0 8 4 0 8z"/></marker></defs>'
        ).format(naam),
        *(_baan(nummer, wie, hoogte) for nummer, wie in enumerate(banen)),
        *(_pijl(naam, van, naar) for van, naar in pairwise(vakken)),
        *(_vak(vak) for vak in vakken),
        Markup("</svg>"),
    ]
    return Markup("\n").join(delen)


def _plaats(stappen: Sequence[Tekenstap], banen: Sequence[str]) -> Iterator[_Vak]:
    boven = _KOP
    for stap in stappen:
        vak = _Vak(banen.index(stap.wie) * _BAAN + _BAAN // 2, boven, tuple(_regels(stap)))
        yield vak
        boven = vak.onder + _TUSSEN


def _regels(stap: Tekenstap) -> Iterator[tuple[str, str]]:
    """Give the lines of a box, each with its kind of letter."""
    if stap.bericht:
        yield "bericht", f"{stap.nummer}. {stap.bericht}"
    for plek, regel in enumerate(textwrap.wrap(stap.doet, _LETTERS) or [""]):
        yield "doet", f"{stap.nummer}. {regel}" if not plek and not stap.bericht else regel
    for regel in textwrap.wrap(stap.termijn, _LETTERS):
        yield "termijn", regel


def _baan(nummer: int, wie: str, hoogte: int) -> Markup:
    midden = nummer * _BAAN + _BAAN // 2
    return Markup(
        '<text class="wie" x="{0}" y="24">{1}</text><line class="baan" x1="{0}" y1="34" x2="{0}" y2="{2}"/>'
    ).format(midden, attribute(wie), hoogte)


def _pijl(naam: str, van: _Vak, naar: _Vak) -> Markup:
    """Draw from below one box to above the next: straight down in a column, else with a corner halfway."""
    halverwege = van.onder + (naar.boven - van.onder) // 2
    weg = f"M{van.midden} {van.onder}V{halverwege}H{naar.midden}V{naar.boven - 1}"
    return Markup('<path class="pijl" d="{}" marker-end="url(#{}-p)"/>').format(weg, naam)


def _vak(vak: _Vak) -> Markup:
    links = vak.midden - _VAK // 2
    teksten = Markup("").join(
        Markup('<text class="{}" x="{}" y="{}">{}</text>').format(
            soort, vak.midden, vak.boven + _RAND + 12 + plek * _REGEL, attribute(regel)
        )
        for plek, (soort, regel) in enumerate(vak.regels)
    )
    rand = Markup('<rect class="vak" x="{}" y="{}" width="{}" height="{}" rx="7"/>')
    return rand.format(links, vak.boven, _VAK, vak.onder - vak.boven) + teksten
