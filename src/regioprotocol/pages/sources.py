"""Where every statement of the source documents went: landed, left out with a reason, or still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regioprotocol.coverage import Rij, dekking, register_van
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.protocol import tekst_van
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels

TAB: Final = "bronnen/"
_ROUTES: Final = "routes/"


@dataclass(frozen=True, slots=True)
class Deelverslag:
    """The statements of one document, with how many landed, were left out, and are open."""

    document: str
    rijen: tuple[Rij, ...]

    @property
    def geland(self) -> int:
        """Count the statements that landed somewhere."""
        return sum(bool(rij.waar) for rij in self.rijen)

    @property
    def weggelaten(self) -> int:
        """Count the statements that were left out on purpose."""
        return sum(not rij.waar and bool(rij.reden) for rij in self.rijen)

    @property
    def open(self) -> int:
        """Count the statements about which nobody said anything."""
        return sum(rij.is_open for rij in self.rijen)


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a statement can be read now: what a reader calls it, and its address from the beginning of the site."""

    titel: str
    adres: str


def plekken(site: Site, deel: Deel) -> dict[str, Plek]:
    """Give the place of everything in which a statement can land, by the name that the coverage gives it."""
    gevonden = {regel.regel: Plek(regel.titel, regel_pad(deel, regel.regel)) for regel in deel.index.regels.values()}
    for stuk in tekst_van(site, deel)[0]:
        gevonden[f"hoofdstuk {stuk.werkwijze.titel}"] = Plek(f"hoofdstuk {stuk.werkwijze.titel}", stuk.pad)
    for route in deel.snapshot.gegevens.routes if deel.snapshot.gegevens else ():
        gevonden[f"route {route.titel}"] = Plek(f"route {route.titel}", f"{deel.pad}{_ROUTES}#{anchor(route.naam)}")
    return gevonden


def bestanden(site: Site, deel: Deel) -> Iterator[Bestand]:
    """Give the page 'Bronverantwoording'."""
    per_document: dict[str, list[Rij]] = {}
    for rij in dekking(site.werkmap, deel.naam):
        per_document.setdefault(rij.alinea.document, []).append(rij)
    yield pagina(
        f"{deel.pad}{TAB}",
        "sources.md",
        titel=f"Bronverantwoording: {deel.titel}",
        omschrijving="Waar staat elke alinea uit het oude protocol?",
        kruimels=kruimels(deel),
        scripts=["woordfilter.js"],
        deel=deel,
        tabs=TABS,
        tab=TAB,
        documenten=register_van(site.werkmap, deel.naam).documenten,
        verslagen=[Deelverslag(document, tuple(rijen)) for document, rijen in per_document.items()],
        plekken=plekken(site, deel),
    )
