"""Periods of plain days, where a release has no meaning: participation, products, tariffs, municipalities."""

from __future__ import annotations

from regioprotocol.assemble.item import Item
from regioprotocol.model.periode import ALTIJD, OnbekendeReleaseError, Periode, bepaal


def lees_periode(item: Item, sleutel: str = "geldig") -> Periode | None:
    """Give a period of plain days; always when it is not there, None (with a finding) when it cannot be read."""
    if sleutel not in item:
        return ALTIJD
    geldig = item.geldig(sleutel)
    if geldig is None:
        return None
    try:
        periode, _ = bepaal(geldig, ())
    except OnbekendeReleaseError:
        item.meld("RP110", sleutel, "Hier hoort een periode met datums, niet met een release.")
        return None
    return periode
