"""The pages about the rules of a region: its protocol is put in words once, and every page reads that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from regioprotocol.pages import agreements, municipality_differences, protocol, region_home, terms
from regioprotocol.pages.book import Boek
from regioprotocol.pages.records import Bestand, Deel, Site

Boekmaker = Callable[[Site, Boek], Iterator[Bestand]]

_PAGINAS: Final[tuple[Boekmaker, ...]] = (
    region_home.bestanden,
    agreements.bestanden,
    protocol.bestanden,
    terms.bestanden,
    municipality_differences.bestanden,
)


_LANDELIJK: Final[tuple[Boekmaker, ...]] = (
    protocol.bestanden,
    terms.bestanden,
)


def landelijk(site: Site) -> Iterator[Bestand]:
    """Give the pages about the rules of the standard, for places whose protocol we do not have."""
    boek = Boek(site.standaard, site.standaard)
    for maker in _LANDELIJK:
        yield from maker(site, boek)


def bestanden(site: Site, deel: Deel) -> Iterator[Bestand]:
    """Give every page about the rules of a region."""
    boek = Boek(deel, site.standaard)
    for maker in _PAGINAS:
        yield from maker(site, boek)
