"""The products that a message names, in one form: what was assigned, asked for, started or stopped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from regioprotocol.engine.context import Berichtcontext, enkel
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import (
    AangevraagdProduct,
    Client,
    NieuwProduct,
    Onderdeel,
    StartStop,
    ToegewezenProduct,
)
from regioprotocol.parameterset import Feiten

SPECIFIEK: Final = "specifiek"
ASPECIFIEK: Final = "aspecifiek"
GENERIEK: Final = "generiek"


class Productregel(NamedTuple):
    """One product in a message: the record, its values, and the names of the fields with its first and last day.

    *bekend* is all that the message says about it, for the rules of the set; *feiten* only what this line says.
    """

    ctx: Berichtcontext
    deel: Onderdeel
    categorie: str | None
    productcode: str | None
    begin: date | None
    eind: date | None
    veld_begin: str
    niveau: str
    feiten: Mapping[str, str | None]
    bekend: Feiten
    eenheid: str | None = None
    frequentie: str | None = None
    veld_eind: str = "einddatum"

    def vraag(self, regel: str, dag: date | None = None, **feiten: str | None) -> Oordeel:
        """Answer a rule of the set for this product with these extra facts; what is None is not known."""
        extra = {sleutel: enkel(waarde) for sleutel, waarde in feiten.items() if waarde}
        return self.ctx.vraag_met(regel, {**self.bekend, **extra}, dag)


def staat_er(deel: Onderdeel, veld: str) -> bool:
    """Tell whether the message has this field, also when its value cannot be read (31 June)."""
    return veld in deel.vorm.plek or getattr(deel, veld) is not None


def productregels(ctx: Berichtcontext) -> tuple[Productregel, ...]:
    """Give the products of a 301, 305, 307, 315 or 317. What a 317 leaves or changes has no product in it."""
    if ctx.producten is None:
        client = ctx.bericht.client
        ctx.producten = tuple(_regels(ctx, client)) if client is not None else ()
    producten: tuple[Productregel, ...] = ctx.producten
    return producten


def _regels(ctx: Berichtcontext, client: Client) -> Iterator[Productregel]:
    nieuw = client.verzoek.nieuw if client.verzoek else ()
    for toegewezen in client.toegewezen:
        yield _met_omvang(ctx, toegewezen, toegewezen.ingangsdatum, "ingangsdatum")
    for deel in (*client.gestart, *client.gestopt):
        yield Productregel(
            ctx,
            deel,
            deel.categorie,
            deel.productcode,
            deel.toewijzing_ingangsdatum,
            deel.einddatum,
            "toewijzing_ingangsdatum",
            _niveau(deel),
            feiten := _feiten(deel),
            _bekend(ctx, feiten),
        )
    for gevraagd in client.aangevraagd:
        yield _met_omvang(ctx, gevraagd, gevraagd.ingangsdatum, "ingangsdatum", verwijzer=gevraagd.verwijzer)
    for product in nieuw:
        yield _met_omvang(ctx, product, product.gewenste_ingangsdatum, "gewenste_ingangsdatum")


_MetProduct = ToegewezenProduct | AangevraagdProduct | NieuwProduct


def _met_omvang(
    ctx: Berichtcontext, deel: _MetProduct, begin: date | None, veld_begin: str, *, verwijzer: str | None = None
) -> Productregel:
    feiten = _feiten(deel, eenheid=deel.eenheid, frequentie=deel.frequentie, verwijzer=verwijzer)
    return Productregel(
        ctx,
        deel,
        deel.categorie,
        deel.productcode,
        begin,
        deel.einddatum,
        veld_begin,
        _niveau(deel),
        feiten,
        _bekend(ctx, feiten),
        deel.eenheid,
        deel.frequentie,
    )


def _niveau(deel: _MetProduct | StartStop) -> str:
    """Give the level: with category and code, with a category only, or without a product (IV075)."""
    if staat_er(deel, "productcode"):
        return SPECIFIEK
    return ASPECIFIEK if staat_er(deel, "categorie") else GENERIEK


def _feiten(deel: _MetProduct | StartStop, **anders: str | None) -> Mapping[str, str | None]:
    return {"product": deel.productcode, "productcategorie": deel.categorie, "niveau": _niveau(deel), **anders}


def _bekend(ctx: Berichtcontext, feiten: Mapping[str, str | None]) -> Feiten:
    return {**ctx.feiten, **{sleutel: enkel(waarde) for sleutel, waarde in feiten.items() if waarde}}
