"""Findings on the table as it would be, shown where the user can mend them: in the cell that brought them in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from regioprotocol.diagnostics import Melding, Plaats
from regioprotocol.model.product import Product, Producttabel
from regioprotocol.tables.changes import EINDE
from regioprotocol.tables.flat import plat
from regioprotocol.tables.merge import sleutel
from regioprotocol.tables.records import Plan

# Where a key of the YAML stands in a sheet, when the names differ.
_KOLOM = {"geldig": ("geldig_vanaf", EINDE), "declareren": ("declareren_tot_en_met",), "bedrag": ("tarief",)}


def wijs_aan(meldingen: Iterable[Melding], tabel: Producttabel, plan: Plan, bestand: str) -> Iterator[Melding]:
    """Give the findings about products that the sheet holds, each at its cell; others keep their place.

    *tabel* is the table as it would be, read from the text that would be written; *bestand* names the sheet.
    """
    plek_van = {wie: plek for plek, wie in enumerate(map(sleutel, plan.rijen))}
    producten = sorted(zip(tabel.producten, plat(tabel), strict=True), key=lambda paar: _begin(paar[0]))
    begins = [_begin(product) for product, _ in producten]
    for melding in meldingen:
        plaats = melding.plaats
        nummer = bisect_right(begins, (plaats.regelnummer, plaats.kolom)) - 1
        if plaats.bestand != tabel.plaatsen.bestand or nummer < 0:
            yield melding
            continue
        product, rij = producten[nummer]
        plek = plek_van.get(sleutel(rij), -1)
        cel = _cel(product, plaats, plan, plek)
        yield replace(melding, plaats=replace(cel, bestand=bestand)) if cel else melding


def _begin(product: Product) -> tuple[int, int]:
    plaats = product.plaatsen.van()
    return (plaats.regelnummer, plaats.kolom)


def _cel(product: Product, plaats: Plaats, plan: Plan, plek: int) -> Plaats | None:
    cellen = plan.cellen.get(plek)
    if cellen is None:
        return None
    waar = next((s for s in product.plaatsen.sleutels if product.plaatsen.van(s) == plaats), "")
    for tarief in product.tarieven:
        if plaats in {tarief.plaatsen.van(s) for s in tarief.plaatsen.sleutels} | {tarief.plaatsen.van()}:
            waar = f"tarief {tarief.bedrag:.2f}"
    namen = (*_KOLOM.get(waar, (waar,)), "tarief" if waar.startswith("tarief") else waar, "code")
    cel = next((cellen[naam] for naam in namen if naam in cellen), None)
    return Plaats("", cel.rij, cel.kolom, plan.bladen[plek]) if cel else None


def nieuw_tegen(meldingen: Iterable[Melding], eerder: Iterable[Melding], plan: Plan) -> list[Melding]:
    """Leave out what the table already had and the sheet does not touch."""
    had = {(m.soort.code, m.tekst) for m in eerder}
    geraakt = {w.code for w in (*plan.gewijzigd, *plan.beeindigd)} | {rij.code for rij in plan.toegevoegd}
    return [m for m in meldingen if (m.soort.code, m.tekst) not in had or any(code in m.tekst for code in geraakt)]
