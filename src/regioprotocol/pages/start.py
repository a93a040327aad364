"""The first page: a question and a municipality, and the answer."""

from __future__ import annotations

from collections.abc import Iterator

from regioprotocol.pages.layout import pagina
from regioprotocol.pages.records import Bestand, Site


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the start page, and the files of the national standard."""
    yield pagina("", "start.md", titel="Wat is hier afgesproken?", site=site)
    for pad, inhoud in site.standaard.bestanden.items():
        yield Bestand(f"data/{site.standaard.naam}/{pad}", inhoud)
