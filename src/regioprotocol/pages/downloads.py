"""The files of a region for software: the set, its schema, its examples, its products, and their digests."""

from __future__ import annotations

from collections.abc import Iterator

from regioprotocol.export.bundle import beschrijf
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels


def bestanden(site: Site, deel: Deel) -> Iterator[Bestand]:
    """Give the page 'Downloads' and the files themselves, below `data/`."""
    yield pagina(
        f"{deel.pad}downloads/",
        "downloads.md",
        titel=f"Downloads: {deel.titel}",
        kruimels=kruimels(deel),
        site=site,
        deel=deel,
        tabs=TABS,
        tab="downloads/",
        rijen=[beschrijf(pad, inhoud) for pad, inhoud in deel.bestanden.items()],
    )
    for pad, inhoud in deel.bestanden.items():
        yield Bestand(f"data/{deel.naam}/{pad}", inhoud)
