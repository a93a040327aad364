"""Product tables on two sides: what came, what ended, what another tariff means in euro and percent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from msgspec import UNSET

from regioprotocol.compare.records import Kant, Wijziging
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Product, Tarief

_VELDEN: Final = ("naam", "categorie", "wet", "variant", "eenheid", "declaratie_eenheid", "frequenties", "groepen")
_PROCENT: Final = Decimal("0.1")


def vergelijk_producten(was: Kant, wordt: Kant, *, elke_dag: bool = False) -> Iterator[Wijziging]:
    """Give the changes of the products on the day of each side.

    *elke_dag*: two publications of one region. After that day comes every day on which something begins or ends: a
    tariff of next year, or of a year that is over, is a change as well. What was told is not told again.
    """
    verteld = set()
    for dag in [None, *(_grenzen(was, wordt) if elke_dag else ())]:
        links, rechts = (kant if dag is None else replace(kant, op=dag) for kant in (was, wordt))
        for wijziging in _op_een_dag(links, rechts):
            wat = (wijziging.soort, wijziging.regel, wijziging.als, wijziging.was, wijziging.wordt)
            if wat not in verteld:
                verteld.add(wat)
                yield wijziging if dag is None else replace(wijziging, vanaf=dag.isoformat())


def _grenzen(*kanten: Kant) -> list[date]:
    """Give every day on which a row or a tariff begins, or is over, on one of the sides."""
    dagen: set[date] = set()
    for kant in kanten:
        for product in kant.index.parameterset.producten:
            perioden = [(t.vanaf, t.tot_en_met) for t in product.tarieven]
            for vanaf, tot_en_met in [(product.vanaf, product.tot_en_met), *perioden]:
                if isinstance(vanaf, str):
                    dagen.add(date.fromisoformat(vanaf))
                if isinstance(tot_en_met, str) and tot_en_met < date.max.isoformat():
                    dagen.add(date.fromisoformat(tot_en_met) + timedelta(days=1))
    return sorted(dagen)


def _op_een_dag(was: Kant, wordt: Kant) -> Iterator[Wijziging]:
    oud, nieuw = _op_dag(was), _op_dag(wordt)
    for code in sorted({*oud, *nieuw}):
        if code not in oud:
            product = nieuw[code]
            yield Wijziging(
                soort="product toegevoegd",
                regel=code,
                wordt=product.naam,
                vanaf=_tekst(product.vanaf),
                bron=_tekst(product.bron),
            )
        elif code not in nieuw:
            yield Wijziging(soort="product beëindigd", regel=code, was=oud[code].naam, bron=_tekst(oud[code].bron))
        else:
            yield from _gewijzigd(code, oud[code], nieuw[code])
            yield from _tarieven(code, _tarief_op(oud[code], was), _tarief_op(nieuw[code], wordt))
    # A code that ended still has a tariff, for running assignments.
    toen, nu = _lopend(was), _lopend(wordt)
    for code in sorted(toen.keys() & nu.keys() - {*oud, *nieuw}):
        yield from _tarieven(code, _tarief_op(toen[code], was), _tarief_op(nu[code], wordt))


def _op_dag(kant: Kant) -> dict[str, Product]:
    dag = kant.op.isoformat()
    rijen = kant.index.parameterset.producten
    return {p.code: p for p in rijen if p.code != "onbekend" and in_periode(p.vanaf, p.tot_en_met, dag)}


def _lopend(kant: Kant) -> dict[str, Product]:
    """Give of each code the last row that had begun, while it can be declared. The set has them in order."""
    dag = kant.op.isoformat()
    rijen = kant.index.parameterset.producten
    return {p.code: p for p in rijen if p.code != "onbekend" and in_periode(p.vanaf, p.declareren_tot_en_met, dag)}


def _gewijzigd(code: str, oud: Product, nieuw: Product) -> Iterator[Wijziging]:
    for veld in _VELDEN:
        a, b = _tekst(getattr(oud, veld)), _tekst(getattr(nieuw, veld))
        if a != b:
            yield Wijziging(soort="product gewijzigd", regel=code, als=(("veld", (veld,)),), was=a, wordt=b)


def _tarief_op(product: Product, kant: Kant) -> dict[str, Tarief]:
    dag = kant.op.isoformat()
    return {_tekst(t.kenmerk): t for t in product.tarieven if in_periode(t.vanaf, t.tot_en_met, dag)}


def _tarieven(code: str, oud: dict[str, Tarief], nieuw: dict[str, Tarief]) -> Iterator[Wijziging]:
    for kenmerk in sorted({*oud, *nieuw}):
        a, b = oud.get(kenmerk), nieuw.get(kenmerk)
        van, naar = (Decimal(t.bedrag) if t else None for t in (a, b))
        if van == naar:
            continue
        euro = naar - van if van is not None and naar is not None else None
        yield Wijziging(
            soort="tarief",
            regel=code,
            als=(("kenmerk", (kenmerk,)),) if kenmerk else (),
            was=f"{van:.2f}" if van is not None else "",
            wordt=f"{naar:.2f}" if naar is not None else "",
            vanaf=_tekst(b.vanaf) if b else "",
            reden="" if b is None or b.correctie is UNSET else b.correctie.reden,
            verschil_eur=euro,
            verschil_pct=_procent(euro, van) if euro is not None and van else None,
        )


def _procent(euro: Decimal, van: Decimal) -> Decimal:
    # Adding zero takes the minus from a change that rounds to nothing.
    return (euro / van * 100).quantize(_PROCENT, ROUND_HALF_UP) + 0


def _tekst(waarde: object) -> str:
    if waarde is UNSET:
        return ""
    return ", ".join(waarde) if isinstance(waarde, tuple) else str(waarde)
