"""Which fields are filled, and at which level a product is assigned (veld.gebruik, toewijzing.niveau)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.rules.fields import EINDDATUM, LEEG, NIVEAU, VELD, VELDEN, VERPLICHT
from regioprotocol.engine.rules.parts import ASPECIFIEK, SPECIFIEK
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.decision import Keuze, Toetsen, beslis
from regioprotocol.export.schematron.facts import NIVEAU as NIVEAUFEIT
from regioprotocol.export.schematron.facts import dag_van, feiten_van, van_product
from regioprotocol.export.schematron.plan import Plan, Record
from regioprotocol.export.schematron.rules.parts import productrecord
from regioprotocol.export.schematron.set_values import Besluit, van, zeker
from regioprotocol.export.schematron.xpath import alle, een_van, niet

_MET_BUDGET: Final = "met budget"
_OMVANG: Final = frozenset({"volume", "eenheid", "frequentie"})
_OMVANGELEMENT: Final = "Omvang"
# The fields that make the level, and the levels that have them.
_NIVEAUVELDEN: Final = {"productcategorie": (SPECIFIEK, ASPECIFIEK), "productcode": (SPECIFIEK,)}


def niveau(plan: Plan) -> Iterator[Toets]:
    """Refuse a level that the region does not assign at (IV075 has three; toewijzing.niveau)."""
    record, _ = productrecord(plan)

    def verkeerd(keuze: Keuze) -> Besluit | None:
        code = plan.vraag(VELD, dag_van(keuze), {**feiten_van(keuze), "veld": "productcode"})
        return None if code.waarde == VERPLICHT else _verkeerd_niveau(plan, keuze)

    dimensies = van_product(plan, record, NIVEAU, VELD, met=(NIVEAUFEIT,), vast={"veld": "productcode"})
    for besluit, fout in beslis(dimensies, verkeerd).items():
        yield Toets(
            regel=NIVEAU,
            record=record.naam,
            veld="productcode",
            plaats="beide",
            element=record.plek("productcode").element,
            fout=fout,
            tekst=f"Een product is hier {opsomming(besluit.waarden, en='of')}.",
            bron=besluit.bron,
        )


def velden(plan: Plan) -> Iterator[Toets]:
    """Compare every field of a product with what the set says of it: filled, empty or free (IV075, TR411, TR412)."""
    record, _ = productrecord(plan)
    for veld, namen in VELDEN.items():
        eigen = [naam for naam in namen if naam in record.velden]
        if not eigen:
            continue
        mag_ontbreken = any(record.plek(naam).mag_ontbreken for naam in eigen)
        regels = (NIVEAU, VELD) if veld in _NIVEAUVELDEN else (VELD,)
        dimensies = van_product(plan, record, *regels, met=(NIVEAUFEIT,), vast={"veld": veld})
        besluiten = beslis(dimensies, _Veldvraag(plan, veld))
        element = record.plek(eigen[0]).element if len(eigen) == 1 else _OMVANGELEMENT
        omvang = een_van(record.heeft(naam) for naam in record.velden if naam in _OMVANG)
        er_om = omvang if veld in _OMVANG else ""
        for besluit, waar in besluiten.items():
            fout = alle(er_om, waar) if er_om else waar
            if besluit.waarden[0] == VERPLICHT:
                if not mag_ontbreken:
                    continue  # an element that must be there anyway is for the schema of the message
                leeg = alle(fout, *(niet(record.heeft(naam)) for naam in eigen))
                tekst = f"{element} is hier verplicht."
                yield _toets(VELD, record, "", leeg, tekst=tekst, besluit=besluit, element=element)
                continue
            for plek, naam in enumerate(eigen):
                eerder = (niet(record.heeft(ander)) for ander in eigen[:plek])
                tekst = f"{element} blijft hier leeg."
                yield _toets(VELD, record, naam, alle(fout, *eerder), tekst=tekst, besluit=besluit, element=element)


def einddatum(plan: Plan) -> Iterator[Toets]:
    """Ask for an end date where the frequency or the field rule does (frequentie.einddatum, veld.gebruik)."""
    record, _ = productrecord(plan)
    budget = Toetsen("situatie", {_MET_BUDGET: record.heeft("budget"), "": niet(record.heeft("budget"))})

    def verplicht(keuze: Keuze) -> tuple[str, Besluit] | None:
        feiten = feiten_van(keuze)
        if besluit := van(plan.vraag(EINDDATUM, dag_van(keuze), feiten), _is_verplicht):
            return EINDDATUM, besluit
        del feiten[budget.sleutel]
        besluit = van(plan.vraag(VELD, dag_van(keuze), {**feiten, "veld": "einddatum"}), _is_verplicht)
        return (VELD, besluit) if besluit else None

    element = record.plek("einddatum").element
    dimensies = van_product(plan, record, EINDDATUM, VELD, vast={"veld": "einddatum"})
    for (regel, besluit), waar in beslis([*dimensies, budget], verplicht).items():
        fout = alle(niet(record.heeft("einddatum")), waar)
        tekst = f"{element} is hier verplicht."
        yield _toets(regel, record, "", fout, tekst=tekst, besluit=besluit, element=element)


class _Veldvraag:
    """Asks what holds for a field; a wrong level says enough about category and code."""

    def __init__(self, plan: Plan, veld: str) -> None:
        self._plan, self._veld = plan, veld

    def __call__(self, keuze: Keuze) -> Besluit | None:
        oordeel = self._plan.vraag(VELD, dag_van(keuze), {**feiten_van(keuze), "veld": self._veld})
        besluit = van(oordeel, lambda o: zeker(o, {VERPLICHT, LEEG}))
        if besluit is None or self._veld not in _NIVEAUVELDEN:
            return besluit
        moet = besluit.waarden[0] == VERPLICHT
        if moet == (keuze[NIVEAUFEIT] in _NIVEAUVELDEN[self._veld]):
            return None  # the level says already that it is there, or not
        return besluit if moet or not _verkeerd_niveau(self._plan, keuze) else None


def _verkeerd_niveau(plan: Plan, keuze: Keuze) -> Besluit | None:
    niveau = keuze[NIVEAUFEIT]
    return van(
        plan.vraag(NIVEAU, dag_van(keuze), feiten_van(keuze)),
        lambda o: bool(o.waarden) and niveau not in o.waarden and not o.mist,
    )


def _is_verplicht(oordeel: Oordeel) -> bool:
    return zeker(oordeel, {VERPLICHT})


def _toets(regel: str, record: Record, veld: str, fout: str, *, tekst: str, besluit: Besluit, element: str) -> Toets:
    return Toets(
        regel=regel,
        record=record.naam,
        veld=veld,
        element=element,
        fout=fout,
        tekst=f"{tekst} {besluit.toelichting}".strip(),
        bron=besluit.bron,
    )


_BERICHTEN: Final = ("301", "315", "317")
REGELS: Final = (
    Schemaregel((NIVEAU,), _BERICHTEN, niveau),
    Schemaregel((VELD,), _BERICHTEN, velden),
    Schemaregel((EINDDATUM, VELD), _BERICHTEN, einddatum),
)
