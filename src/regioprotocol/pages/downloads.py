"""The files of a region for software: the set, its schema, its examples, its products, and their digests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regioprotocol.export.bundle import beschrijf
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels

# What each file is for, by how its path begins.
WAT: Final = (
    ("parameterset.json", "Het hele protocol voor software: regels, gevallen, producten, codelijsten en vrije dagen."),
    ("parameterset.schema.json", "De beschrijving (JSON Schema) van dat bestand."),
    ("voorbeelden.json", "Vragen met antwoorden, waarmee software bewijst dat zij hetzelfde opzoekt."),
    ("productcodes.csv", "De productcodes als tabel, te openen in Excel."),
    ("conformance/LEESMIJ.md", "Hoe u met de voorbeelden hieronder uw eigen software controleert."),
    ("conformance/gevallen.json", "Uitgewerkte voorbeelden van berekeningen, termijnen en berichten."),
    ("conformance/gevallen.schema.json", "De beschrijving (JSON Schema) van die voorbeelden."),
    ("conformance/berichten/", "Een bericht uit de voorbeelden."),
    ("manifest.json", "De lijst van deze bestanden met hun controlegetallen."),
)


@dataclass(frozen=True, slots=True)
class Rij:
    """A file with what it is for."""

    pad: str
    wat: str
    bytes: int
    sha256: str


def bestanden(_: Site, deel: Deel) -> Iterator[Bestand]:
    """Give the page 'Downloads' and the files themselves, below `data/`."""
    yield pagina(
        f"{deel.pad}downloads/",
        "downloads.md",
        titel=f"Downloads: {deel.titel}",
        kruimels=kruimels(deel),
        deel=deel,
        tabs=TABS,
        tab="downloads/",
        rijen=[_rij(pad, inhoud) for pad, inhoud in deel.bestanden.items()],
    )
    for pad, inhoud in deel.bestanden.items():
        yield Bestand(f"data/{deel.naam}/{pad}", inhoud)


def _rij(pad: str, inhoud: bytes) -> Rij:
    gegevens = beschrijf(pad, inhoud)
    wat = next((tekst for begin, tekst in WAT if pad.startswith(begin)), "")
    return Rij(pad, wat, gegevens.bytes, gegevens.sha256)
