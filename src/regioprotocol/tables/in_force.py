"""A product code table as it holds on one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from regioprotocol.model.product import Product, Producttabel


def geldig_op(tabel: Producttabel, dag: date) -> Producttabel:
    """Give the products that can be assigned on a day, each with the tariffs of that day; the order stays."""
    return replace(tabel, producten=tuple(_op(product, dag) for product in tabel.producten if dag in product.periode))


def _op(product: Product, dag: date) -> Product:
    return replace(product, tarieven=tuple(tarief for tarief in product.tarieven if dag in tarief.periode))
