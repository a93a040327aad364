"""A product code table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal, cast

from regioprotocol.assemble.item import Item
from regioprotocol.assemble.periods import lees_periode
from regioprotocol.assemble.values import lees_bedrag, lees_duur
from regioprotocol.model.periode import ALTIJD
from regioprotocol.model.product import ONBEKEND, Combinatie, Correctie, Deel, Product, Producttabel, Tarief
from regioprotocol.model.regel import Termijn

# The event that a product's longest duration runs from, as the catalogue's rule on it says.
_INGANG = "ingangsdatum toewijzing"


def lees_tabel(item: Item) -> Producttabel:
    """Give the table of a region."""
    return Producttabel(
        regio=item.tekst("regio"),
        status=item.tekst("status"),
        producten=tuple(_product(product) for product in item.onderdelen("producten")),
        vastgesteld_op=item.datum("vastgesteld_op"),
        plaatsen=item.plaatsen,
    )


def _product(item: Item) -> Product:
    eenheid = item.tekst("eenheid", ONBEKEND)
    tarief = item.node.get("tarief")
    stand = cast("Literal['onbekend', 'geen']", tarief) if isinstance(tarief, str) else "bekend"
    declareren = item.geldig("declareren")
    return Product(
        code=item.tekst("code"),
        naam=item.tekst("naam"),
        categorie=item.tekst("categorie", ONBEKEND),
        wet=item.teksten("wet"),
        variant=item.tekst("variant"),
        eenheid=eenheid,
        declaratie_eenheid=item.tekst("declaratie_eenheid", eenheid),
        frequenties=item.teksten("frequenties"),
        tarieven=tuple(t for t in map(_tarief, item.onderdelen("tarief")) if t),
        tarief_stand=stand,
        groepen=item.teksten("groepen"),
        perceel=item.tekst("perceel"),
        periode=lees_periode(item) or ALTIJD,
        declareren_tot_en_met=declareren.tot_en_met if declareren else None,
        vervangt=item.teksten("vervangt"),
        maximale_duur=_maximale_duur(item),
        hoofdcode=item.tekst("hoofdcode"),
        delen=tuple(
            Deel(naam=d.tekst("naam"), aandeel=int(d.tekst("aandeel")), code=d.tekst("code"), moment=d.tekst("moment"))
            for d in item.onderdelen("delen")
        ),
        combinaties=tuple(
            Combinatie(cast("Literal['toegestaan', 'uitgesloten', 'vereist']", c.tekst("soort")), c.teksten("codes"))
            for c in item.onderdelen("combinaties")
        ),
        maximum_per_jaar=int(item.tekst("maximum_per_jaar")) if "maximum_per_jaar" in item else None,
        declaratiemoment=item.tekst("declaratiemoment"),
        bron=item.tekst("bron"),
        toelichting=item.tekst("toelichting"),
        plaatsen=item.plaatsen,
    )


def _maximale_duur(item: Item) -> Termijn | None:
    if "maximale_duur" not in item:
        return None
    termijn, _ = lees_duur(item, "maximale_duur")
    return replace(termijn, richting="na", gebeurtenis=_INGANG) if termijn else None


def _tarief(item: Item) -> Tarief | None:
    bedrag = _bedrag(item, "bedrag")
    if bedrag is None:
        return None
    periode = lees_periode(item)
    if periode is None:
        return None
    return Tarief(
        bedrag=bedrag,
        kenmerk=item.tekst("kenmerk"),
        periode=periode,
        correctie=_correctie(item.blok("correctie")),
        plaatsen=item.plaatsen,
    )


def _correctie(item: Item | None) -> Correctie | None:
    was = _bedrag(item, "was") if item else None
    return Correctie(was=was, reden=item.tekst("reden")) if item and was is not None else None


def _bedrag(item: Item, sleutel: str) -> Decimal | None:
    tekst = item.tekst(sleutel)
    bedrag = lees_bedrag(tekst)
    if bedrag is None:
        hint = "Schrijf euro's met een punt en twee cijfers erachter, bijvoorbeeld 82.50."
        item.meld("RP405", sleutel, f"Het tarief '{tekst}' klopt niet.", hint)
    return bedrag
