"""The page that searches everything: names first, then the text of all pages."""

from __future__ import annotations

from collections.abc import Iterator

from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Site


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page that searches."""
    yield pagina(
        "zoeken/",
        "search.md",
        titel="Zoeken in alle pagina's",
        omschrijving="Zoek een code, een woord of een naam in alle pagina's.",
        kruimels=(START,),
        scripts=["zoeken.js"],
        regios=site.regios,
    )
