"""All regions, with their status and version."""

from __future__ import annotations

from collections.abc import Iterator

from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Site


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page with every region that we know."""
    yield pagina("regios/", "regions.md", titel="Regio's", kruimels=(START,), site=site)
