"""All files of a site, in a fixed order: a list of makers, each for one kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from regioprotocol.pages import (
    calculators,
    changes,
    comparison,
    downloads,
    findings,
    guide,
    messages,
    municipalities,
    national,
    national_rules,
    products,
    region_book,
    regions,
    return_codes,
    routes,
    search,
    signpost,
    sources,
    start,
    vendors,
)
from regioprotocol.pages.layout import titel_van
from regioprotocol.pages.records import Bestand, Deel, Site

Maker = Callable[[Site], Iterator[Bestand]]
Regiomaker = Callable[[Site, Deel], Iterator[Bestand]]
Wegwijzer = Callable[[Site, signpost.Paginas], Iterator[Bestand]]

# Made once for the site.
SITE: Final[tuple[Maker, ...]] = (
    regions.bestanden,
    municipalities.bestanden,
    search.bestanden,
    calculators.bestanden,
    comparison.bestanden,
    messages.bestanden,
    return_codes.bestanden,
    national_rules.bestanden,
    national.bestanden,
    region_book.landelijk,
    findings.bestanden,
    vendors.bestanden,
    guide.bestanden,
)
# Made for every region.
REGIO: Final[tuple[Regiomaker, ...]] = (
    region_book.bestanden,
    products.bestanden,
    routes.bestanden,
    changes.bestanden,
    sources.bestanden,
    downloads.bestanden,
)
# Made last: they lead to the pages that there are.
WEGWIJZERS: Final[tuple[Wegwijzer, ...]] = (
    start.bestanden,
    signpost.bestanden,
)


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give every file that the site builder needs."""
    paginas: dict[str, str] = {}
    for bestand in _op_volgorde(site):
        if bestand.is_pagina:
            paginas[bestand.pad.removesuffix("index.md")] = titel_van(bestand)
        yield bestand
    for wegwijzer in WEGWIJZERS:
        yield from wegwijzer(site, paginas)


def _op_volgorde(site: Site) -> Iterator[Bestand]:
    for maker in SITE:
        yield from maker(site)
    for regiomaker in REGIO:
        for deel in site.regios:
            yield from regiomaker(site, deel)
