"""Products that stand in a message twice at the same time (TR302, TR386, TR410; OP259 by level), or exclude another.

The engine compares the first 500 products of a message; here is no such bound, and no message has as many.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.rules.overlap import INTREKKEN, STAPELING, STAPELING_VERZOEK, UITGESLOTEN
from regioprotocol.engine.rules.parts import ASPECIFIEK, GENERIEK
from regioprotocol.engine.rules.products import TABEL
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.decision import beslis
from regioprotocol.export.schematron.facts import bericht_doet_mee, dag_van, feiten_van, van_bericht
from regioprotocol.export.schematron.plan import Plan, Record
from regioprotocol.export.schematron.product_rows import CODE, TOEWIJZEN, geen_codes, per_rij
from regioprotocol.export.schematron.set_values import is_waarde, waar_is, waar_voor
from regioprotocol.export.schematron.xpath import WAAR, alle, een_van, in_lijst, niet, tekst
from regioprotocol.parameterset.records import Product

_NIET: Final = "niet toegestaan"
_ZELFDE_CATEGORIE: Final = "zelfde productcategorie"
_ELK_ANDER: Final = "elk ander product"
_PER_SOORT: Final = {
    "301": ("TR302", "ToegewezenProduct", "ingangsdatum"),
    "315": ("TR386", "AangevraagdProduct", "ingangsdatum"),
    "317": ("TR410", "NieuwProduct", "gewenste_ingangsdatum"),
}


def overlap(plan: Plan) -> Iterator[Toets]:
    """Refuse one product in two periods that share a day. The same line twice is TR101."""
    regel, naam, begin = _PER_SOORT[plan.soort.soort]
    record = plan.records[naam]
    eerder = _eerder(plan, record, begin, f"{_product(record)} and {record.inhoud('')} != $inhoud")
    namen = (("inhoud", record.inhoud()),)
    waar = [("", WAAR)] if plan.soort.soort == "301" else waar_is(plan, STAPELING_VERZOEK, _NIET)
    for bron, geldt in waar:
        yield plan.landelijk(regel, naam, begin, alle(geldt, _loopt(plan, record), eerder), namen=namen, bron=bron)


def stapeling(plan: Plan) -> Iterator[Toets]:
    """Refuse an assignment beside one without a code in its category, or beside one without a product (OP259)."""
    _, naam, begin = _PER_SOORT["301"]
    record = plan.records[naam]
    code, categorie = (record.plek(veld).pad for veld in ("productcode", "categorie"))
    breder = {
        (GENERIEK, _ELK_ANDER): een_van((niet(categorie), niet(f"$deel/{categorie}"))),
        (ASPECIFIEK, _ZELFDE_CATEGORIE): alle(
            f"{record.waarde('categorie', '')} = $categorie", een_van((niet(code), niet(f"$deel/{code}")))
        ),
    }
    for (niveau, waarde), dekt in breder.items():
        dimensies = van_bericht(plan, STAPELING)
        for bron, geldt in waar_voor(plan, dimensies, STAPELING, is_waarde(waarde), niveau=niveau):
            eerder = _eerder(plan, record, begin, alle(niet(_product(record)), dekt))
            fout = alle(geldt, _loopt(plan, record), eerder)
            yield plan.landelijk("OP259", naam, begin, fout, bron=bron)


def uitgesloten(plan: Plan) -> Iterator[Toets]:
    """Refuse two products at the same time that the table says do not go together: by the row of either of them."""
    _, naam, begin = _PER_SOORT[plan.soort.soort]
    record = plan.records[naam]
    ander_code, ander_dag = record.waarde("productcode", ""), record.waarde(begin, "")
    eerder = []
    for codes, waar in per_rij(plan, TOEWIJZEN, f"${begin}", _niet_samen_met).items():
        if codes:
            eerder.append(alle(waar, _eerder(plan, record, begin, in_lijst(ander_code, codes))))
    for codes, waar in per_rij(plan, TOEWIJZEN, ander_dag, _niet_samen_met, ander_code).items():
        if codes:
            eerder.append(alle(in_lijst(CODE, codes), _eerder(plan, record, begin, waar)))
    yield Toets(
        regel=TABEL,
        record=naam,
        veld="productcode",
        element=plan.element(naam, "productcode"),
        fout=alle(bericht_doet_mee(plan), _loopt(plan, record), een_van(eerder)),
        tekst="Dit product kan hier niet samen met een ander product in dit bericht.",
        bron="regio: productcodetabel",
    )


def _niet_samen_met(rij: Product) -> tuple[str, ...]:
    return tuple(sorted(code for c in rij.combinaties if c.soort == UITGESLOTEN for code in c.codes))


def _eerder(plan: Plan, record: Record, begin: str, als: str) -> str:
    """Give an earlier product of which the period shares a day."""
    deelt_dag = alle(
        niet(f"{record.waarde('einddatum', '')} < ${begin}"), niet(f"$einddatum < {record.waarde(begin, '')}")
    )
    return f"$deel/preceding-sibling::{record.patroon}[{alle(als, deelt_dag, _loopt(plan, record, ''))}]"


def _product(record: Record) -> str:
    """Give what holds for a line with the same product."""
    return alle(*(f"{record.waarde(veld, '')} = ${veld}" for veld in ("categorie", "productcode")))


def _loopt(plan: Plan, record: Record, vanaf: str = "$deel") -> str:
    """Give what holds for an assignment that was not taken back; it has no period then."""
    if "reden_wijziging" not in record.velden:
        return WAAR
    reden = record.waarde("reden_wijziging", vanaf)
    waarden = beslis(
        van_bericht(plan, INTREKKEN),
        lambda keuze: plan.vraag(INTREKKEN, dag_van(keuze), feiten_van(keuze)).waarde or None,
    )
    return niet(een_van(alle(f"{reden} = {tekst(waarde)}", waar) for waarde, waar in waarden.items()))


REGELS: Final = (
    Schemaregel(tuple(regel for regel, _, _ in _PER_SOORT.values()), tuple(_PER_SOORT), overlap),
    Schemaregel(("OP259", STAPELING), ("301",), stapeling, onder=(STAPELING,)),
    Schemaregel((TABEL,), tuple(_PER_SOORT), uitgesloten, rest=geen_codes),
)
