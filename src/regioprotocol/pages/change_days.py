"""The days on which something changes in a region, and what: the same set compared with itself, the day before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from msgspec import UNSET

from regioprotocol.compare import Kant, Wijziging, vergelijk
from regioprotocol.pages.records import Deel
from regioprotocol.parameterset import Index
from regioprotocol.parameterset.lookup import alle_regels
from regioprotocol.parameterset.records import BedragRegel
from regioprotocol.report.dutch import bedrag

_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """One change for a reader. *id* is the same in every build; *over_product*: the table of products tells it too."""

    id: str
    dag: str
    wat: str
    regel: str
    voor: str
    was: str
    wordt: str
    verschil: str
    waarom: str
    oordeel: str
    over_product: bool


@dataclass(frozen=True, slots=True)
class Dag:
    """A day with all its changes: rules first."""

    dag: date
    veranderingen: tuple[Verandering, ...]

    @property
    def regels(self) -> tuple[Verandering, ...]:
        """Give the changes of rules."""
        return tuple(v for v in self.veranderingen if not v.over_product)

    @property
    def producten(self) -> tuple[Verandering, ...]:
        """Give the changes of products and tariffs."""
        return tuple(v for v in self.veranderingen if v.over_product)


def dagen(deel: Deel) -> tuple[Dag, ...]:
    """Give every day, after the first one of the protocol, on which something changes; the latest day last."""
    titels = {regel.regel: regel.titel for regel in deel.index.regels.values()}
    titels |= {product.code: f"{product.code} {product.naam}" for product in deel.parameterset.producten}
    gevonden = []
    for dag in sorted(_grenzen(deel)):
        was, wordt = (Kant(deel.index, op, {}) for op in (dag - _EEN_DAG, dag))
        rijen = (_verandering(deel, dag, w, titels) for w in vergelijk(was, wordt))
        if alle := (*_nieuwe_versie(deel, dag), *rijen):
            gevonden.append(Dag(dag, alle))
    return tuple(gevonden)


def eerste_dag(index: Index) -> date | None:
    """Give the first day of the first version that we know."""
    begin = [date.fromisoformat(v.vanaf) for v in index.parameterset.versies if isinstance(v.vanaf, str)]
    return min(begin, default=None)


def _grenzen(deel: Deel) -> set[date]:
    begin = eerste_dag(deel.index)
    if begin is None:
        return set()
    perioden = [(g.vanaf, g.tot_en_met) for regel in alle_regels(deel.parameterset) for g in regel.gevallen]
    perioden += [(versie.vanaf, UNSET) for versie in deel.parameterset.versies]
    for product in deel.parameterset.producten:
        perioden += [(product.vanaf, product.tot_en_met), *((t.vanaf, t.tot_en_met) for t in product.tarieven)]
    gevonden = set()
    for vanaf, tot_en_met in perioden:
        if isinstance(vanaf, str):
            gevonden.add(date.fromisoformat(vanaf))
        if isinstance(tot_en_met, str) and tot_en_met < date.max.isoformat():
            gevonden.add(date.fromisoformat(tot_en_met) + _EEN_DAG)
    return {dag for dag in gevonden if dag > begin}


def _nieuwe_versie(deel: Deel, dag: date) -> Iterator[Verandering]:
    """Tell that a version of the protocol begins, also when none of its rules changes."""
    versies = sorted((v for v in deel.parameterset.versies if isinstance(v.vanaf, str)), key=lambda v: str(v.vanaf))
    for vorige, versie in pairwise(versies):
        if versie.vanaf == dag.isoformat():
            yield Verandering(
                id=_id(deel, dag, "versie", versie.nummer),
                dag=dag.isoformat(),
                wat="Versie van het protocol",
                regel="",
                voor="",
                was=f"{vorige.nummer} ({vorige.status})",
                wordt=f"{versie.nummer} ({versie.status})",
                verschil="",
                waarom=_zin(versie.besluit) if isinstance(versie.besluit, str) else "",
                oordeel="",
                over_product=False,
            )


def _id(deel: Deel, dag: date, *wat: object) -> str:
    return hashlib.sha256(repr((deel.naam, dag.isoformat(), *wat)).encode()).hexdigest()[:12]


def _verandering(deel: Deel, dag: date, w: Wijziging, titels: dict[str, str]) -> Verandering:
    wie = ", ".join(f"{sleutel} {' of '.join(waarden)}" for sleutel, waarden in w.als if sleutel != "veld")
    over_product = w.soort == "tarief" or w.soort.startswith("product ")
    wat = titels.get(w.regel, w.regel)
    return Verandering(
        id=_id(deel, dag, w.soort, w.regel, w.als),
        dag=dag.isoformat(),
        wat=f"{wat}: {w.soort}" if over_product else wat,
        regel=w.regel,
        voor=wie,
        was=_waarde(deel, w, w.was),
        wordt=_waarde(deel, w, w.wordt),
        verschil=_verschil(w),
        waarom=" ".join(filter(None, (_zin(w.reden), _zin(w.besluit), _zin(w.bron), _onzeker(deel, w.regel, dag)))),
        oordeel=w.oordeel,
        over_product=over_product,
    )


def _onzeker(deel: Deel, regel: str, dag: date) -> str:
    """Say so when a day is only a bound: a release was described as in force by then."""
    gevallen = deel.index.regels[regel].gevallen if regel in deel.index.regels else ()
    begint = any(g.vanaf == dag.isoformat() and g.zekerheid == "uiterlijk" for g in gevallen)
    return "Uiterlijk deze dag: de precieze dag staat niet in onze bronnen." if begint else ""


def _waarde(deel: Deel, w: Wijziging, tekst: str) -> str:
    if not tekst:
        return "(niets)"
    in_euro = w.soort == "tarief" or isinstance(deel.index.regels.get(w.regel), BedragRegel)
    # An answer can also be a state in words, such as 'geen afspraak'.
    return bedrag(Decimal(tekst)) if in_euro and tekst[0].isdigit() else tekst


def _verschil(w: Wijziging) -> str:
    if w.verschil_eur is None:
        return ""
    teken = "+" if w.verschil_eur > 0 else "−"
    procent = f" · {teken} {abs(w.verschil_pct)}%".replace(".", ",") if w.verschil_pct is not None else ""
    return f"{teken} {bedrag(abs(w.verschil_eur))}{procent}"


def _zin(tekst: str) -> str:
    return f"{tekst.strip().rstrip('.')}." if tekst.strip() else ""


def per_id(alle: tuple[Dag, ...]) -> Iterator[Verandering]:
    """Give every change, in the order of the days."""
    for dag in alle:
        yield from dag.veranderingen
