"""The first page of a region: in a few words who it is and what it does differently."""

from __future__ import annotations

from collections.abc import Iterator

from regioprotocol.pages.book import Boek
from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Site
from regioprotocol.pages.region_nav import TABS


def bestanden(site: Site, boek: Boek) -> Iterator[Bestand]:
    """Give the page 'In het kort'."""
    deel = boek.deel
    yield pagina(
        deel.pad,
        "region_home.md",
        titel=deel.titel,
        omschrijving=f"Wat de regio {deel.titel} afspreekt over berichten, productcodes en declareren.",
        kruimels=(START, ("Regio's", "regios/")),
        site=site,
        deel=deel,
        tabs=TABS,
        tab="",
    )
