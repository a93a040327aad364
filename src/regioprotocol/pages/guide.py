"""A guide for who keeps a region: from an empty folder to a first region in half an hour, with what the tool says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Site

PAD: Final = "bijhouden/"


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the guide, and the page about this site."""
    yield pagina(
        PAD,
        "guide.md",
        titel="Zelf een regio bijhouden",
        omschrijving="In een half uur uw eerste regio: stap voor stap, op Windows, met een editor en Excel.",
        kruimels=(START,),
        gezegd=site.uitvoer,
    )
    yield pagina(
        "over/",
        "about.md",
        titel="Over deze site",
        omschrijving="Wat deze site is, waar de gegevens vandaan komen, en wat zij met uw gegevens doet: niets.",
        kruimels=(START,),
        site=site,
        register=site.werkmap.register,
    )
