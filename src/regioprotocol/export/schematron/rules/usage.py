"""May this message be sent here? By law, referrer, situation and product (vot.gebruik, vow.gebruik and the like)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.lookup import Oordeel
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.decision import Keuze, beslis
from regioprotocol.export.schematron.facts import dag_van, feiten_van, van_bericht, van_product
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.rules.parts import productrecord
from regioprotocol.export.schematron.set_values import Besluit, van, zeker
from regioprotocol.export.schematron.xpath import alle, een_van, niet

_GEBRUIK: Final = {
    "301": "toewijzing.gebruik",
    "305": "start.gebruik",
    "307": "stop.gebruik",
    "315": "vot.gebruik",
    "317": "vow.gebruik",
}
_NIET: Final = "niet toegestaan"


def gebruik(plan: Plan) -> Iterator[Toets]:
    """Refuse a message that may not be sent here, once when that holds for all of it, else at each product."""
    regel = _GEBRUIK[plan.soort.soort]
    record, _ = productrecord(plan)

    def heel(keuze: Keuze) -> Besluit | None:
        return van(plan.vraag(regel, dag_van(keuze), feiten_van(keuze)), _geweigerd)

    def product(keuze: Keuze) -> tuple[Besluit, str] | None:
        oordeel = plan.vraag(regel, dag_van(keuze), feiten_van(keuze))
        besluit = van(oordeel, _geweigerd)
        if besluit is None:
            return None
        geval = oordeel.beslist
        verwijzer = geval is not None and any(v.sleutel == "verwijzer" for v in geval.als)
        return besluit, "verwijzer" if verwijzer else "productcode"

    geheel = beslis(van_bericht(plan, regel), heel)
    for besluit, fout in geheel.items():
        yield _toets(plan, regel, "Header", "berichtcode", besluit=besluit, fout=fout)
    niet_geheel = niet(een_van(geheel.values()))
    for (besluit, veld), fout in beslis(van_product(plan, record, regel), product).items():
        yield _toets(plan, regel, record.naam, veld, besluit=besluit, fout=alle(fout, niet_geheel))


def _geweigerd(oordeel: Oordeel) -> bool:
    return zeker(oordeel, {_NIET})


def _toets(plan: Plan, regel: str, record: str, veld: str, *, besluit: Besluit, fout: str) -> Toets:
    zin = plan.naslag.antwoord(regel, _NIET)
    return Toets(
        regel=regel,
        record=record,
        veld=veld,
        plaats="beide",
        element=plan.element(record, veld),
        fout=fout,
        tekst=f"{zin} {besluit.toelichting}".strip(),
        bron=besluit.bron,
    )


REGELS: Final = tuple(Schemaregel((regel,), (soort,), gebruik) for soort, regel in _GEBRUIK.items())
