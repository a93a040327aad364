"""RP471: a code that follows another one. The old one ends, stays declarable for a while, and never comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from regioprotocol.checks.context import Context, meld
from regioprotocol.diagnostics import Melding, Verwant, opsomming
from regioprotocol.model.product import ONBEKEND, Product

PerCode = Mapping[str, tuple[Product, ...]]


# A ring of hundreds of codes is shown by its beginning.
_GETOOND = 5


def opvolging(context: Context) -> Iterator[Melding]:
    """Check in every table what stands under 'vervangt' (RP471, RP473) and 'declareren' (RP472)."""
    for gegevens in context.werkmap.regios.values():
        producten = gegevens.producten.producten if gegevens.producten else ()
        if opvolgers := tuple(product for product in producten if product.vervangt):
            per_code = _per_code(producten)
            yield from (melding for product in opvolgers for melding in _samen(product, per_code))
            yield from _kringen(opvolgers, per_code)
        yield from (melding for product in producten for melding in _declareren(product))


def _per_code(producten: tuple[Product, ...]) -> PerCode:
    per_code: dict[str, tuple[Product, ...]] = {}
    for product in producten:
        if product.code != ONBEKEND:
            per_code[product.code] = (*per_code.get(product.code, ()), product)
    return per_code


def _samen(product: Product, per_code: PerCode) -> Iterator[Melding]:
    """A successor and its predecessor must not be assignable on the same day."""
    for code in product.vervangt:
        for oud in per_code.get(code, ()) if code != product.code else ():
            if samen := product.periode.doorsnede(oud.periode):
                tekst = f"{product.code} vervangt {code}, maar {code} blijft nieuw toe te wijzen ({samen})."
                tot = product.periode.begin and product.periode.begin - timedelta(days=1)
                hint = f"Laat {code} eindigen op de dag voor {product.code}: 'geldig: … t/m {tot}'." if tot else ""
                verwant = Verwant(oud.plaatsen.van("geldig", "code"), f"Hier staat {code}.")
                yield meld("RP471", product.plaatsen.van("vervangt"), tekst, hint, verwant)


def _declareren(product: Product) -> Iterator[Melding]:
    einde, laatste = product.declareren_tot_en_met, product.periode.laatste_dag
    if einde and (laatste is None or einde < laatste):
        tot = f"tot en met {laatste}" if laatste else "zonder einde"
        tekst = f"{product.code} is nieuw toe te wijzen {tot}, maar te declareren tot en met {einde}."
        yield meld("RP472", product.plaatsen.van("declareren"), tekst)


def _kringen(producten: tuple[Product, ...], per_code: PerCode) -> Iterator[Melding]:
    """Follow every row to the rows before it; a row that is met again on the way closes a ring."""
    klaar: set[int] = set()
    for begin in producten:
        pad, wegen = [begin], [_voorgangers(begin, per_code)]
        while pad:
            rij = next(wegen[-1], None)
            if rij is None:
                klaar.add(id(pad.pop()))
                wegen.pop()
            elif plek := next((n for n, p in enumerate(pad, 1) if p is rij), 0):
                yield _kring(pad[plek - 1 :])
            elif id(rij) not in klaar:
                pad.append(rij)
                wegen.append(_voorgangers(rij, per_code))


def _voorgangers(rij: Product, per_code: PerCode) -> Iterator[Product]:
    return (voor for code in rij.vervangt if (voor := _voorganger(rij, code, per_code)))


def _voorganger(rij: Product, code: str, per_code: PerCode) -> Product | None:
    """Give the row of a code that came before this one: over time a code can be given twice."""
    rijen = per_code.get(code, ())
    eerder = [r for r in rijen if (r.periode.begin or date.min) < (rij.periode.begin or date.min)]
    return max(eerder, key=lambda r: r.periode.begin or date.min) if eerder else next(iter(rijen), None)


def _kring(kring: list[Product]) -> Melding:
    eerste, *rest = kring
    schakels = [f"{p.code} vervangt {q.code}" for p, q in zip(kring, [*rest, eerste], strict=True)]
    verwant = [Verwant(p.plaatsen.van("vervangt"), f"Hier staat wat {p.code} vervangt.") for p in rest[:_GETOOND]]
    if len(schakels) > _GETOOND:
        schakels = [*schakels[:_GETOOND], f"nog {len(schakels) - _GETOOND} codes tot {eerste.code} weer terugkomt"]
    tekst = f"{opsomming(schakels)}." if rest else f"{eerste.code} vervangt zichzelf."
    return meld("RP473", eerste.plaatsen.van("vervangt"), tekst, "", *verwant)
