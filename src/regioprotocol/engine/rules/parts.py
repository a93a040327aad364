"""The products that a message names, in one form: what was assigned, asked for, started or stopped."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from regioprotocol.engine.records import Bericht, Onderdeel

SPECIFIEK: Final = "specifiek"
ASPECIFIEK: Final = "aspecifiek"
GENERIEK: Final = "generiek"


class Productregel(NamedTuple):
    """One product in a message: the record, its values, and the names of the fields with its first and last day."""

    deel: Onderdeel
    categorie: str | None
    productcode: str | None
    begin: date | None
    eind: date | None
    veld_begin: str
    veld_eind: str
    eenheid: str | None = None
    frequentie: str | None = None
    verwijzer: str | None = None

    @property
    def niveau(self) -> str:
        """Give the level: with category and code, with a category only, or without a product (IV075)."""
        if staat_er(self.deel, "productcode"):
            return SPECIFIEK
        return ASPECIFIEK if staat_er(self.deel, "categorie") else GENERIEK

    @property
    def feiten(self) -> dict[str, str | None]:
        """Give what this line says to the rules of the set."""
        return {
            "product": self.productcode,
            "productcategorie": self.categorie,
            "niveau": self.niveau,
            "eenheid": self.eenheid,
            "frequentie": self.frequentie,
            "verwijzer": self.verwijzer,
        }


def staat_er(deel: Onderdeel, veld: str) -> bool:
    """Tell whether the message has this field, also when its value cannot be read (31 June)."""
    return veld in deel.vorm.plek or getattr(deel, veld) is not None


def productregels(bericht: Bericht) -> tuple[Productregel, ...]:
    """Give the products of a 301, 305, 307, 315 or 317. What a 317 leaves or changes has no product in it."""
    client = bericht.client
    if client is None:
        return ()
    nieuw = client.verzoek.nieuw if client.verzoek else ()
    return (
        *(
            Productregel(
                p, p.categorie, p.productcode, p.ingangsdatum, p.einddatum, "ingangsdatum", "einddatum",
                p.eenheid, p.frequentie,
            )
            for p in client.toegewezen
        ),
        *(
            Productregel(
                p, p.categorie, p.productcode, p.toewijzing_ingangsdatum, p.einddatum, "toewijzing_ingangsdatum",
                "einddatum",
            )
            for p in (*client.gestart, *client.gestopt)
        ),
        *(
            Productregel(
                p, p.categorie, p.productcode, p.ingangsdatum, p.einddatum, "ingangsdatum", "einddatum",
                p.eenheid, p.frequentie, p.verwijzer,
            )
            for p in client.aangevraagd
        ),
        *(
            Productregel(
                p, p.categorie, p.productcode, p.gewenste_ingangsdatum, p.einddatum, "gewenste_ingangsdatum",
                "einddatum", p.eenheid, p.frequentie,
            )
            for p in nieuw
        ),
    )  # fmt: skip
