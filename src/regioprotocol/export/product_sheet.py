"""What a sheet of products shows, whatever the format: of which table and day, which columns and which lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regioprotocol.model.kolommen import Kolom, Kolommen
from regioprotocol.model.product import Producttabel
from regioprotocol.model.regio import Regio
from regioprotocol.tables.flat import Productrij, digest, plat, regels
from regioprotocol.tables.in_force import geldig_op

# Without these a new product cannot be typed; any other column is there when a product uses it.
ALTIJD_ERIN: Final = frozenset({
    "code", "naam", "categorie", "wet", "variant", "eenheid", "frequenties", "geldig_vanaf", "geldig_tot_en_met",
    "tarief", "tarief_vanaf", "tarief_tot_en_met", "toelichting",
})  # fmt: skip

# Computed columns of a line, by its code, kenmerk and first day of the tariff.
Berekend = Mapping[tuple[str, str, str], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Productblad:
    """The lines of a table with what a reader must know about them.

    *op*: the day that it shows; None for every product and tariff, past and future. *onofficieel*: a real region
    that did not give this table out itself. *digest* is that of the whole table. *rijen* are the products as
    shown, *regels* their lines: by column, in the texts of `flat`.
    """

    regio: str
    titel: str
    status: str
    vastgesteld_op: date | None
    onofficieel: bool
    op: date | None
    digest: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Productrij, ...]
    regels: tuple[Mapping[str, str], ...]


def productblad(
    regio: Regio, tabel: Producttabel, kolommen: Kolommen, op: date | None = None, berekend: Berekend | None = None
) -> Productblad:
    """Give what a sheet shows of a table: all of it, or what holds on the day *op*. The order is the table's own."""
    rijen = plat(geldig_op(tabel, op) if op else tabel)
    lijnen = tuple(_lijnen(rijen, berekend or {}))
    return Productblad(
        regio=regio.naam,
        titel=regio.titel,
        status=tabel.status,
        vastgesteld_op=tabel.vastgesteld_op,
        onofficieel=not regio.voorbeeld and not any(versie.officieel for versie in regio.versies),
        op=op,
        digest=digest(plat(tabel)),
        kolommen=_in_gebruik(kolommen, lijnen),
        rijen=rijen,
        regels=lijnen,
    )


def _lijnen(rijen: Sequence[Productrij], berekend: Berekend) -> Iterator[Mapping[str, str]]:
    for rij in rijen:
        for regel in regels(rij):
            sleutel = (rij.code, regel.get("kenmerk", ""), regel.get("tarief_vanaf", ""))
            yield {**regel, **berekend[sleutel]} if sleutel in berekend else regel


def _in_gebruik(kolommen: Kolommen, lijnen: Sequence[Mapping[str, str]]) -> tuple[Kolom, ...]:
    gebruikt = ALTIJD_ERIN | {naam for regel in lijnen for naam, tekst in regel.items() if tekst}
    return tuple(kolom for kolom in kolommen.kolommen.values() if kolom.naam in gebruikt)
