"""Who takes part in the region, as XPath: the rules and products of the region hold only for them."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import UNSET

from regioprotocol.export.schematron.decision import (
    EERSTE_DAG,
    Codes,
    Dagen,
    Dimensie,
    Keuze,
    beslis,
    grenzen,
    groepeer,
)
from regioprotocol.export.schematron.plan import Plan, Record
from regioprotocol.export.schematron.xpath import ONWAAR
from regioprotocol.parameterset.records import Deelname

_JA: Final = "ja"
_DAG: Final = "dag"
_VELDEN: Final = {"productcategorie": "categorie", "product": "productcode"}
_WAT: Final = ("domein", "perceel")  # what a municipality can take part in


def doet_mee(plan: Plan, dag: str) -> str:
    """Give where the municipality takes part in the region on this day."""
    return _waar(plan, dag, [])


def doet_mee_voor_product(plan: Plan, record: Record, dag: str, sleutels: tuple[str, ...] = tuple(_VELDEN)) -> str:
    """Give where the municipality takes part for the product, as far as these facts of it are looked at."""
    return _waar(plan, dag, [_codes(plan, record, s) for s in sleutels if _VELDEN[s] in record.velden])


def _waar(plan: Plan, dag: str, wat: list[Dimensie]) -> str:
    rijen = [d for d in plan.index.parameterset.deelname if d.wet == plan.soort.wet]
    if not rijen:
        return ONWAAR
    per_gemeente: dict[str, list[Deelname]] = {}
    for rij in rijen:
        per_gemeente.setdefault(rij.gemeente, []).append(rij)

    def meedoen(gemeente: str) -> tuple[object, ...]:
        return tuple((d.domein, d.perceel, d.vanaf, d.tot_en_met) for d in per_gemeente.get(gemeente, ()))

    def antwoord(keuze: Keuze) -> str | None:
        feiten = {sleutel: frozenset({waarde}) for sleutel, waarde in keuze.items() if waarde and sleutel != _DAG}
        op = date.fromisoformat(keuze.get(_DAG, EERSTE_DAG))
        return _JA if plan.naslag.doet_mee({**plan.feiten, **feiten}, op) else None

    randen = grenzen((d.vanaf, d.tot_en_met) for d in rijen)
    dimensies: list[Dimensie] = [*([Dagen(_DAG, dag, randen)] if randen else []), *wat]
    dimensies.append(Codes("gemeente", "$gemeente", groepeer(per_gemeente, meedoen), mag_ontbreken=False))
    return beslis(dimensies, antwoord).get(_JA, ONWAAR)


def _codes(plan: Plan, record: Record, sleutel: str) -> Codes:
    """Give the codes with what they say about the parts of the region that a municipality can take part in."""
    veld = _VELDEN[sleutel]
    per_perceel = any(d.perceel is not UNSET for d in plan.index.parameterset.deelname)
    telt = _WAT if per_perceel else _WAT[:1]

    def gevolgen(code: str) -> frozenset[object]:
        feiten = plan.index.gevolgen.get((sleutel, code), ())
        return frozenset((feit.sleutel, feit.waarden) for feit in feiten if feit.sleutel in telt)

    bekend = (code for naam, code in plan.index.gevolgen if naam == sleutel)
    return Codes(sleutel, f"${veld}", groepeer(bekend, gevolgen), record.velden[veld].mag_ontbreken, _kan)


def _kan(keuze: Keuze, klasse: str) -> bool:
    """Tell whether a code can be there: a product has a category."""
    return not klasse or keuze.get("productcategorie") != ""
