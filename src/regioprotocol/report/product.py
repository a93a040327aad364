"""A product for a person: the tariff of the day first, then units, validity and history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from regioprotocol.model.kolommen import Productveld
from regioprotocol.parameterset import Index
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Product, Tarief
from regioprotocol.report import derived_product
from regioprotocol.report.dutch import bedrag, datum_kort, vanaf_tot
from regioprotocol.report.explanation import set_van
from regioprotocol.tables.derived import Afgeleid, afgeleid


def als_dict(index: Index, code: str, op: date, velden: Iterable[Productveld] = ()) -> dict[str, Any]:
    """Give the product as it stands in the set, the tariffs of the day, what follows, and the set that answered."""
    product = rij_op(index, code, op)
    return {
        "product": msgspec.to_builtins(product),
        "op": op.isoformat(),
        "tarieven": [msgspec.to_builtins(tarief) for tarief in op_dag(product, op)],
        "afgeleid": derived_product.als_dict(afgeleid(index, product, op, velden)),
        "set": set_van(index),
    }


def rij_op(index: Index, code: str, op: date) -> Product:
    """Give the row of a code that holds on a day, else the last one that there is."""
    rijen = index.producten[code]
    return next((p for p in rijen if in_periode(p.vanaf, p.tot_en_met, op.isoformat())), rijen[-1])


def op_dag(product: Product, op: date) -> list[Tarief]:
    """Give the tariffs that hold on a day: one for each kenmerk."""
    return [t for t in product.tarieven if in_periode(t.vanaf, t.tot_en_met, op.isoformat())]


def als_tekst(index: Index, code: str, op: date, velden: Iterable[Productveld] = ()) -> str:
    """Give the product for a terminal."""
    product = rij_op(index, code, op)
    return "\n".join(_regels(index, product, op, afgeleid(index, product, op, velden)))


def _regels(index: Index, product: Product, op: date, gevolg: Afgeleid) -> Iterator[str]:
    betekenis = {
        lijst.codelijst: {c.code: c.betekenis for c in lijst.codes} for lijst in index.parameterset.codelijsten
    }
    eenheden, frequenties = betekenis.get("WJ756", {}), betekenis.get("WMO757", {})
    yield _kop(product, op, eenheden)
    yield ""
    yield f"  Product:      {product.code} {product.naam}"
    yield f"  Categorie:    {product.categorie}"
    yield f"  Wet, variant: {' en '.join(product.wet)}, {product.variant}"
    yield f"  Toewijzen in: {_code(product.eenheid, eenheden)}"
    yield f"  Declareren in: {_code(product.declaratie_eenheid, eenheden)}"
    yield f"  Frequenties:  {', '.join(_code(f, frequenties) for f in product.frequenties) or 'onbekend'}"
    yield f"  Nieuw toe te wijzen: {vanaf_tot(product.vanaf, product.tot_en_met, 'altijd')}"
    if isinstance(product.declareren_tot_en_met, str):
        dag = datum_kort(date.fromisoformat(product.declareren_tot_en_met))
        yield f"  Op lopende toewijzingen te declareren tot en met {dag}"
    if product.groepen:
        yield f"  Groepen:      {', '.join(product.groepen)}"
    if product.vervangt:
        yield f"  Vervangt:     {', '.join(product.vervangt)}"
    if not isinstance(product.maximale_duur, msgspec.UnsetType):
        yield f"  Hoogstens:    {product.maximale_duur.tekst} na {product.maximale_duur.gebeurtenis}"
    yield from _bijzonderheden(product)
    for tarief in product.tarieven:
        kenmerk = f" ({tarief.kenmerk})" if isinstance(tarief.kenmerk, str) else ""
        dagen = vanaf_tot(tarief.vanaf, tarief.tot_en_met, "altijd")
        yield f"  Tarief{kenmerk}: {bedrag(Decimal(tarief.bedrag))} {dagen}"
        if tarief.correctie is not msgspec.UNSET:
            yield f"    Eerst gepubliceerd als {bedrag(Decimal(tarief.correctie.was))}. {tarief.correctie.reden}"
    yield from derived_product.regels(gevolg, op, eenheden, frequenties)
    for tekst in (product.toelichting, product.bron):
        if isinstance(tekst, str):
            yield f"  {tekst}"
    yield f"  Parameterset: versie {index.parameterset.versie}, {index.parameterset.digest}"


def _bijzonderheden(product: Product) -> Iterator[str]:
    if isinstance(product.hoofdcode, str):
        yield f"  Valt onder:   {product.hoofdcode}"
    for deel in product.delen:
        moment = f", te declareren bij {deel.moment}" if isinstance(deel.moment, str) else ""
        yield f"  Deel:         {deel.aandeel}% {deel.naam}{moment}"
    for combinatie in product.combinaties:
        yield f"  Samen met {', '.join(combinatie.codes)}: {combinatie.soort}"
    if isinstance(product.maximum_per_jaar, int):
        yield f"  Per jaar:     hoogstens {product.maximum_per_jaar} eenheden"
    if isinstance(product.declaratiemoment, str):
        yield f"  Declareren:   {product.declaratiemoment}"


def _kop(product: Product, op: date, eenheden: dict[str, str]) -> str:
    dag = datum_kort(op)
    if product.tarief_stand == "onbekend":
        return "Het tarief is onbekend: geen bron noemt het."
    if product.tarief_stand == "geen":
        return "Dit product heeft geen tarief: u declareert het bedrag zelf."
    tarieven = op_dag(product, op)
    if not tarieven:
        return f"Op {dag} geldt voor dit product geen tarief."
    per = eenheden.get(product.eenheid, product.eenheid).lower()
    delen = [f"{bedrag(Decimal(t.bedrag))}{f' ({t.kenmerk})' if isinstance(t.kenmerk, str) else ''}" for t in tarieven]
    return f"{' of '.join(delen)} per {per} op {dag}."


def _code(code: str, betekenis: dict[str, str]) -> str:
    return f"{code} ({betekenis[code].lower()})" if code in betekenis else code
