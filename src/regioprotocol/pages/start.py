"""The first page: a question and a municipality, and the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from regioprotocol.pages.layout import pagina
from regioprotocol.pages.municipalities import plaatsen
from regioprotocol.pages.records import Bestand, Site


@dataclass(frozen=True, slots=True)
class Ingang:
    """A way in without a question: a page, and what one finds there."""

    pad: str
    titel: str
    uitleg: str


INGANGEN: Final[tuple[Ingang, ...]] = (
    Ingang("regios/", "Regio's", "Wat is er per regio afgesproken?"),
    Ingang("rekenen/", "Rekenen", "Uiterste datum, tarief per minuut, volume, VOT of VOW."),
    Ingang("berichten/", "Berichten", "Wat stuurt u wanneer, en wat komt er terug?"),
    Ingang("retourcodes/", "Retourcodes", "Wat betekent de code, en wat stuurt u opnieuw?"),
    Ingang("vergelijken/", "Vergelijken", "Waarin verschillen de regio's?"),
    Ingang("gemeenten/", "Gemeenten", "Bij welke regio hoort een gemeente?"),
)


def bestanden(site: Site, paginas: Mapping[str, str]) -> Iterator[Bestand]:
    """Give the start page, and the files of the national standard. It leads only to pages that there are."""
    yield pagina(
        "",
        "start.md",
        titel="Wat is hier afgesproken?",
        omschrijving="Zoek op bericht, code, product of woord wat in uw gemeente is afgesproken.",
        scripts=["start.js"],
        plaatsen=plaatsen(site),
        regios=[deel.titel for deel in site.regios],
        vragen=[
            (v, v.pagina if v.pagina in paginas else f"?{urlencode({'q': v.zoek})}")
            for v in site.werkmap.woordenboek.zoekhulp.veelgevraagd
        ],
        ingangen=[ingang for ingang in INGANGEN if ingang.pad in paginas],
    )
    for pad, inhoud in site.standaard.bestanden.items():
        yield Bestand(f"data/{site.standaard.naam}/{pad}", inhoud)
