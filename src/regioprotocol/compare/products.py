"""Product tables on two sides: what came, what ended, what another tariff means in euro and percent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from msgspec import UNSET

from regioprotocol.compare.records import Kant, Wijziging
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Product, Tarief

_VELDEN: Final = ("naam", "categorie", "wet", "variant", "eenheid", "declaratie_eenheid", "frequenties", "groepen")
_PROCENT: Final = Decimal("0.1")


def vergelijk_producten(was: Kant, wordt: Kant) -> Iterator[Wijziging]:
    """Give the changes of the products that may be assigned on the day of each side."""
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


def _op_dag(kant: Kant) -> dict[str, Product]:
    dag = kant.op.isoformat()
    rijen = kant.index.parameterset.producten
    return {p.code: p for p in rijen if p.code != "onbekend" and in_periode(p.vanaf, p.tot_en_met, dag)}


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
