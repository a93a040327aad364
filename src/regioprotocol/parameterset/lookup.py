"""The look-up that every engine implements: complete the facts, then the first case that matches wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from msgspec import UNSET

from regioprotocol.parameterset.records import (
    BerekeningGeval,
    Controle,
    ElkeRegel,
    ElkGeval,
    GetalGeval,
    LijstGeval,
    Parameterset,
    Product,
    ProductTermijn,
    TermijnGeval,
    TermijnRegel,
    Voorwaarde,
)

Feiten = Mapping[str, frozenset[str]]
ONBEKEND: Final = "onbekend"
_REGIONAAL: Final = frozenset({"gemeente", "regio"})


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """The answer of a look-up: the value as text (a list has more), the case that decided, all that counted.

    *stand* is 'waarde', one of the stands that replace a value, or 'geen antwoord' when no case matches.
    """

    stand: str
    waarden: tuple[str, ...] = ()
    geval: str = ""
    gevallen: tuple[ElkGeval, ...] = ()
    uit_product: ProductTermijn | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """A set with its rules by name and what follows from a fact by key and value.

    National rules stand by number; return codes by number, message and law.
    """

    parameterset: Parameterset
    regels: Mapping[str, ElkeRegel]
    gevolgen: Mapping[tuple[str, str], tuple[Voorwaarde, ...]]
    producten: Mapping[str, tuple[Product, ...]]
    controles: Mapping[str, Controle]
    retourcodes: Mapping[tuple[str, str, str], str]

    @classmethod
    def van(cls, parameterset: Parameterset) -> Index:
        """Build the index; rules are found by key, never by scanning."""
        controles = parameterset.controles or ()
        return cls(
            parameterset,
            {regel.regel: regel for regel in alle_regels(parameterset)},
            {(g.sleutel, g.waarde): g.feiten for g in parameterset.volgt_uit},
            _per_code(parameterset.producten),
            {controle.controle: controle for controle in controles},
            {(c.controle, code.bericht, code.wet): code.retourcode for c in controles for code in c.retourcodes},
        )


def _per_code(producten: Iterable[Product]) -> dict[str, tuple[Product, ...]]:
    """Give the rows of each code: over time a code can be given twice. An unknown code is nobody's."""
    per_code: dict[str, tuple[Product, ...]] = {}
    for product in producten:
        if product.code != ONBEKEND:
            per_code[product.code] = (*per_code.get(product.code, ()), product)
    return per_code


def alle_regels(parameterset: Parameterset) -> Iterator[ElkeRegel]:
    """Give the rules of every kind."""
    p = parameterset
    yield from chain(
        p.berichtgebruik, p.termijnen, p.keuzes, p.lijsten, p.getallen, p.bedragen, p.berekeningen, p.teksten
    )


def retourcode(index: Index, controle: str, bericht: str, wet: str) -> str:
    """Give the return code of a national rule ('TR418', '323', 'Jw'); empty when the national list has none there."""
    return index.retourcodes.get((controle, bericht, wet), "")


def complete(index: Index, feiten: Feiten) -> dict[str, frozenset[str]]:
    """Add what follows from the facts, then the region's own facts; what the caller gave stays."""
    compleet = _gevolgd(index, feiten)
    for feit in index.parameterset.standaardfeiten:
        compleet.setdefault(feit.sleutel, frozenset(feit.waarden))
    return _gevolgd(index, compleet)


def _gevolgd(index: Index, feiten: Feiten) -> dict[str, frozenset[str]]:
    compleet = dict(feiten)
    while True:
        nieuw: dict[str, frozenset[str]] = {}
        for sleutel, waarden in compleet.items():
            for waarde in waarden:
                for feit in index.gevolgen.get((sleutel, waarde), ()):
                    if feit.sleutel not in compleet:
                        nieuw[feit.sleutel] = nieuw.get(feit.sleutel, frozenset()) | frozenset(feit.waarden)
        if not nieuw:
            return compleet
        compleet.update(nieuw)


def doet_mee(index: Index, feiten: Feiten, op: date) -> bool:
    """Tell whether the municipality in the facts (if any) takes part in the region on this day."""
    if "gemeente" not in feiten:
        return True
    dag = op.isoformat()
    return any(
        d.gemeente in feiten["gemeente"]
        and d.wet in feiten.get("wet", {d.wet})
        and d.domein in feiten.get("domein", {d.domein})
        and (d.perceel is UNSET or d.perceel in feiten.get("perceel", {d.perceel}))
        and in_periode(d.vanaf, d.tot_en_met, dag)
        for d in index.parameterset.deelname
    )


def in_periode(vanaf: object, tot_en_met: object, dag: str) -> bool:
    """Compare ISO dates as text; a bound that is not there is open."""
    return (not isinstance(vanaf, str) or vanaf <= dag) and (not isinstance(tot_en_met, str) or dag <= tot_en_met)


def voldoet(als: Iterable[Voorwaarde], feiten: Feiten) -> bool:
    """Tell whether every condition names one of the values of its fact; a missing fact meets nothing."""
    return all(not feiten.get(v.sleutel, frozenset()).isdisjoint(v.waarden) for v in als)


def zoek(index: Index, regel: str, feiten: Feiten, op: date) -> Uitkomst:
    """Answer a rule for these facts on this day. Raises KeyError for a rule that the set does not hold."""
    record = index.regels[regel]
    compleet = complete(index, feiten)
    if uit_product := van_product(index, record, compleet, op):
        code, termijn = uit_product
        return Uitkomst("waarde", (tekst_van_product(termijn),), f"product:{code}", (), termijn)
    regionaal = doet_mee(index, compleet, op)
    dag = op.isoformat()
    gevonden: list[ElkGeval] = []
    for geval in record.gevallen:
        if not regionaal and geval.laag in _REGIONAAL:
            continue
        if in_periode(geval.vanaf, geval.tot_en_met, dag) and voldoet(geval.als, compleet):
            gevonden.append(geval)
            if not (isinstance(geval, LijstGeval) and geval.telt_op):
                break
    return uitkomst(gevonden)


def uitkomst(gevonden: list[ElkGeval]) -> Uitkomst:
    """Give the answer that these cases make: a list adds up, anything else is the first."""
    if not gevonden:
        return Uitkomst("geen antwoord")
    waarden: list[str] = []
    for geval in gevonden:
        waarden = [w for w in waarden_van(geval) if w not in waarden] + waarden
    stand = "waarde" if waarden else gevonden[0].stand
    return Uitkomst(stand, tuple(waarden), gevonden[0].geval, tuple(gevonden))


def van_product(index: Index, regel: ElkeRegel, feiten: Feiten, op: date) -> tuple[str, ProductTermijn] | None:
    """Give the term that the (single) product in the facts has for this rule itself, on this day."""
    if not isinstance(regel, TermijnRegel) or regel.uit_product is UNSET:
        return None
    codes = feiten.get("product", frozenset())
    for product in index.producten.get(next(iter(codes)), ()) if len(codes) == 1 else ():
        termijn = getattr(product, str(regel.uit_product), UNSET)
        if isinstance(termijn, ProductTermijn) and in_periode(product.vanaf, product.tot_en_met, op.isoformat()):
            return product.code, termijn
    return None


def tekst_van_product(termijn: ProductTermijn) -> str:
    """Write the product's own term as a value."""
    return f"{termijn.tekst} {termijn.richting} {termijn.gebeurtenis}"


def waarden_van(geval: ElkGeval) -> list[str]:
    """Give the value of a case as text: '5 werkdagen na intake', 'verplicht', or the items of a list."""
    if geval.stand != "waarde":
        return []
    if isinstance(geval, LijstGeval):
        return list(geval.waarden)
    if isinstance(geval, TermijnGeval):
        if geval.gebeurtenis is UNSET:
            return [str(geval.tekst)]
        return [f"{geval.tekst} {geval.richting} {geval.gebeurtenis}"]
    if isinstance(geval, GetalGeval | BerekeningGeval):
        return [str(geval.waarde)]
    return [str(geval.waarde)]
