"""The page for who makes software: the files, the look-up in ten steps with code, and how to prove an engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Site
from regioprotocol.parameterset.records import FORMAAT

PAD: Final = "software/"


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page for vendors."""
    yield pagina(
        PAD,
        "vendors.md",
        titel="Voor software",
        omschrijving="Parametersets inlezen, opzoeken en controleren: formaat, algoritme en voorbeelden in code.",
        kruimels=(START,),
        site=site,
        sets=(*site.regios, site.standaard),
        formaat=FORMAAT,
    )
