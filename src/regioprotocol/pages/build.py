"""All files of a site, in a fixed order: a list of makers, each for one kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from regioprotocol.pages import downloads, region_home, regions, start
from regioprotocol.pages.records import Bestand, Deel, Site

Maker = Callable[[Site], Iterator[Bestand]]
Regiomaker = Callable[[Site, Deel], Iterator[Bestand]]

# Made once for the site.
SITE: Final[tuple[Maker, ...]] = (
    start.bestanden,
    regions.bestanden,
)
# Made for every region.
REGIO: Final[tuple[Regiomaker, ...]] = (
    region_home.bestanden,
    downloads.bestanden,
)


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give every file that the site builder needs."""
    for maker in SITE:
        yield from maker(site)
    for regiomaker in REGIO:
        for deel in site.regios:
            yield from regiomaker(site, deel)
