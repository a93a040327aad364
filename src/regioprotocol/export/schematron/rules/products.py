"""Product codes against the region's table: known, with its category and law, and on this day (TR381)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from regioprotocol.engine.rules.products import TABEL
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.facts import bericht_doet_mee
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.product_rows import TOEWIJZEN, geen_codes, rijen_van_wet, zonder_rij
from regioprotocol.export.schematron.rules.parts import dag_van_zorg, productrecord
from regioprotocol.export.schematron.xpath import alle, in_lijst, niet

_CODE: Final = "TR381"
PAAR: Final = "concat($productcode, '.', $categorie)"
_BRON: Final = "regio: productcodetabel"


def product(plan: Plan) -> Iterator[Toets]:
    """Look up every product code of the message in the table, for its law, category and day."""
    if not plan.index.producten:
        return
    record, begin = productrecord(plan)
    dag, namen = dag_van_zorg(record, begin)
    rijen = rijen_van_wet(plan)
    regio = alle(bericht_doet_mee(plan), record.heeft("productcode"))
    bekend = in_lijst("$productcode", rijen)
    yield plan.landelijk(_CODE, record.naam, "productcode", alle(regio, niet(bekend)))
    past = in_lijst(PAAR, paren(plan))
    yield plan.landelijk(_CODE, record.naam, "categorie", alle(regio, bekend, niet(past)))
    yield replace(
        geldt_niet(record.naam, "productcode", record.plek("productcode").element),
        fout=alle(regio, past, zonder_rij(plan, TOEWIJZEN, dag)),
        namen=namen,
    )


def paren(plan: Plan) -> list[str]:
    """Give every code with its category, as PAAR has them."""
    return [f"{code}.{rij.categorie}" for code, rijen in rijen_van_wet(plan).items() for rij in rijen]


def geldt_niet(record: str, veld: str, element: str) -> Toets:
    """Make the assertion for a code that does not hold on a day."""
    return Toets(
        regel=TABEL,
        record=record,
        veld=veld,
        element=element,
        fout="",
        tekst="Dit product geldt niet op deze dag, zegt de productcodetabel van de regio.",
        bron=_BRON,
    )


REGELS: Final = (Schemaregel((_CODE, TABEL), ("301", "305", "307", "315", "317"), product, rest=geen_codes),)
