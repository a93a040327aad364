"""How the table comes out of a printer: landscape, the headings on every page, as few pages wide as can be read."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from regioprotocol.export.product_sheet import Productblad

_A4: Final = 9
_A3: Final = 8
# How many characters fit side by side while a reader can still read them (about 6 points).
_BREED: Final = {_A4: 265, _A3: 375}


def zet_papier(vel: Any, blad: Productblad, breedtes: Sequence[float], rijen: tuple[int, int], vast: int) -> None:
    """Set the page: A4 if the columns fit, else A3, and more pages wide only for a very wide table.

    *rijen*: the row of the headings and the last row (from 0); *vast*: the columns that stay in sight.
    """
    papier = _A4 if sum(breedtes) <= _BREED[_A4] else _A3
    # The code and the name are repeated on each page, so they take their room more than once.
    rest, ruimte = sum(breedtes[vast:]), _BREED[papier] - sum(breedtes[:vast])
    naast = ceil(rest / ruimte)
    vel.set_landscape()
    vel.set_paper(papier)
    vel.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    vel.fit_to_pages(naast, 0)
    vel.repeat_rows(rijen[0])
    if naast > 1:
        vel.repeat_columns(0, vast - 1)
    vel.print_area(0, 0, rijen[1], len(breedtes) - 1)
    naam = blad.titel.replace("&", "&&")[:_LANGSTE_NAAM]
    vel.set_footer(f"&L&8Productcodes {naam}&C&8{blad.status.capitalize()}&R&8Bladzijde &P van &N")


# Excel takes 255 characters for the whole footer.
_LANGSTE_NAAM: Final = 150
