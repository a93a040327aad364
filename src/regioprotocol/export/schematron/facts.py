"""Which facts of a message make a difference for rules of the set, with the classes of their values."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from msgspec import UNSET

from regioprotocol.engine.rules.parts import ASPECIFIEK, GENERIEK, SPECIFIEK
from regioprotocol.export.schematron.decision import (
    EERSTE_DAG,
    Codes,
    Dagen,
    Dimensie,
    Keuze,
    Toetsen,
    grenzen,
    groepeer,
)
from regioprotocol.export.schematron.plan import GEMEENTE, REGIO, Plan, Record
from regioprotocol.export.schematron.take_part import doet_mee, doet_mee_voor_product
from regioprotocol.export.schematron.xpath import ONWAAR, alle, niet
from regioprotocol.parameterset import complete
from regioprotocol.parameterset.lookup import ONBEKEND
from regioprotocol.parameterset.records import ElkeRegel, ElkGeval, TermijnRegel, Voorwaarde

DAG: Final = "dag"
PRODUCT: Final = "product"
CATEGORIE: Final = "productcategorie"
NIVEAU: Final = "niveau"
BERICHTDAG: Final = "$dag"
_GEEN: Final[Mapping[str, str]] = MappingProxyType({})
_VAST: Final = frozenset({"bericht", "wet"})  # the same in every message of one kind
# The facts of a product that a message gives as a code, and the field that has them; a product has a category.
_VELDEN: Final = {
    CATEGORIE: "categorie",
    PRODUCT: "productcode",
    "eenheid": "eenheid",
    "frequentie": "frequentie",
    "verwijzer": "verwijzer",
}


def van_bericht(plan: Plan, *regels: str, dag: str = BERICHTDAG, vast: Mapping[str, str] = _GEEN) -> list[Dimensie]:
    """Give the facts of a message as a whole that these rules of the set ask for: who takes part, day, municipality.

    *vast* are facts that are always the same.
    """
    return [*_regio(plan, "", dag), *_Vragen(plan, regels, vast).algemeen(dag)]


def van_product(
    plan: Plan,
    record: Record,
    *regels: str,
    dag: str = BERICHTDAG,
    er_is: tuple[str, ...] = (),
    met: tuple[str, ...] = (),
    vast: Mapping[str, str] = _GEEN,
    alleen: tuple[str, ...] = (CATEGORIE, PRODUCT, NIVEAU, "eenheid", "frequentie", "verwijzer"),
) -> list[Dimensie]:
    """Give also what a record says about a product: its codes, its level, its size.

    *er_is* are facts that are there where the answer is used, *met* facts to tell apart whether asked for or not,
    *vast* facts that are always the same, *alleen* the facts of the record that the engine asks with.
    """
    vragen = _Vragen(plan, regels, vast, er_is, met)
    codes = tuple(sleutel for sleutel in (CATEGORIE, PRODUCT) if sleutel in alleen)
    van = (dimensie for dimensie in vragen.van(record) if dimensie.sleutel in alleen)
    return [*_regio(plan, record.naam, dag, codes), *vragen.algemeen(dag), *van]


def dag_van(keuze: Keuze) -> date:
    """Give a day of the chosen class."""
    return date.fromisoformat(keuze.get(DAG, EERSTE_DAG))


def feiten_van(keuze: Keuze) -> dict[str, str]:
    """Give the facts that were chosen, without the day."""
    return {sleutel: waarde for sleutel, waarde in keuze.items() if sleutel != DAG}


def niveautoetsen(record: Record) -> dict[str, str]:
    """Give the condition of each level of a product (IV075)."""
    code, categorie = record.heeft("productcode"), record.heeft("categorie")
    return {
        SPECIFIEK: code,
        ASPECIFIEK: alle(niet(code), categorie),
        GENERIEK: alle(niet(code), niet(categorie)),
    }


def bericht_doet_mee(plan: Plan) -> str:
    """Give where the municipality takes part on the day of the message."""
    return _naam(plan, "", BERICHTDAG)


def product_doet_mee(plan: Plan, record: Record, dag: str) -> str:
    """Give where the municipality takes part for the code of the product on this day, whatever its category."""
    return _naam(plan, record.naam, dag, (PRODUCT,))


def _regio(plan: Plan, record: str, dag: str, codes: tuple[str, ...] = ()) -> Iterator[Dimensie]:
    naam = _naam(plan, record, dag, codes)
    if naam != ONWAAR:
        yield Toetsen(REGIO, {"ja": naam, "nee": niet(naam)})


def _naam(plan: Plan, record: str, dag: str, codes: tuple[str, ...] = ()) -> str:
    """Give who takes part under a name of its own: it is long, and many assertions use it."""
    waar = doet_mee_voor_product(plan, plan.records[record], dag, codes) if codes else doet_mee(plan, dag)
    return plan.noem("_".join(("regio", dag.removeprefix("$"), *codes)), waar)


@dataclass(frozen=True, slots=True)
class _Vragen:
    """What rules of the set ask for.

    Facts that are always there are no consequence of another fact: *er_is*, and the category of a product.
    """

    plan: Plan
    regels: tuple[str, ...]
    vast: Mapping[str, str]
    er_is: tuple[str, ...] = ()
    met: tuple[str, ...] = ()

    def algemeen(self, dag: str) -> Iterator[Dimensie]:
        """Give the day and the municipality."""
        producten = self.plan.index.parameterset.producten if _uit_product(self._records()) else ()
        perioden = [(g.vanaf, g.tot_en_met) for g in self._gevallen()]
        if randen := grenzen([*perioden, *((p.vanaf, p.tot_en_met) for p in producten)]):
            yield Dagen(DAG, dag, randen)
        if GEMEENTE in self._telt():
            yield Codes(GEMEENTE, "$gemeente", self._groepen(GEMEENTE), mag_ontbreken=False)

    def van(self, record: Record) -> Iterator[Dimensie]:
        """Give what the record says."""
        telt = self._telt()
        if NIVEAU in telt and "productcode" in record.velden:
            yield Toetsen(NIVEAU, niveautoetsen(record))
        for sleutel, veld in _VELDEN.items():
            if sleutel in telt and veld in record.velden:
                ontbreekt = record.velden[veld].mag_ontbreken and sleutel not in self.er_is
                yield Codes(sleutel, f"${veld}", self._groepen(sleutel), ontbreekt, _KAN.get(sleutel, _altijd))

    def _records(self) -> list[ElkeRegel]:
        return [self.plan.index.regels[regel] for regel in self.regels if regel in self.plan.index.regels]

    def _voorwaarden(self) -> list[Voorwaarde]:
        return [v for geval in self._gevallen() for v in geval.als]

    def _gevallen(self) -> list[ElkGeval]:
        """Give the cases that can hold in this kind of message, with what is always the same."""
        vast = {**self.plan.feiten, **{sleutel: frozenset({waarde}) for sleutel, waarde in self.vast.items()}}
        return [
            geval
            for regel in self._records()
            for geval in regel.gevallen
            if not any(v.sleutel in vast and vast[v.sleutel].isdisjoint(v.waarden) for v in geval.als)
        ]

    def _telt(self) -> set[str]:
        """Give the facts that can change the answer: those that cases name, and those that they follow from."""
        index = self.plan.index
        standaard = {feit.sleutel for feit in index.parameterset.standaardfeiten}
        telt: set[str] = {PRODUCT} if _uit_product(self._records()) else set()
        for voorwaarde in self._voorwaarden():
            telt.add(voorwaarde.sleutel)
            # What would follow from a missing fact can contradict what is known; then it is not missed.
            for waarde in voorwaarde.waarden:
                telt |= complete(index, {voorwaarde.sleutel: frozenset({waarde})}).keys() - standaard
        gegeven = self._gegeven()
        telt -= {*_VAST, *self.vast}
        while nieuw := {
            sleutel
            for (sleutel, _), feiten in index.gevolgen.items()
            if sleutel not in telt and any(feit.sleutel in telt - gegeven for feit in feiten)
        } - {*_VAST, *self.vast}:
            telt |= nieuw
        return telt.union(self.met)

    def _gegeven(self) -> set[str]:
        return {*_VAST, *self.vast, *self.er_is}

    def _groepen(self, sleutel: str) -> dict[str, tuple[str, ...]]:
        """Put the codes of a fact together that have the same consequences."""
        index = self.plan.index
        lijsten = [v.waarden for v in self._voorwaarden() if v.sleutel == sleutel]
        telt = self._telt() - self._gegeven() - ({CATEGORIE} if sleutel == PRODUCT else set())
        eigen = self._eigen() if sleutel == PRODUCT else {}

        def kenmerk(waarde: str) -> Hashable:
            gevolgen = index.gevolgen.get((sleutel, waarde), ())
            volgt = frozenset((feit.sleutel, feit.waarden) for feit in gevolgen if feit.sleutel in telt)
            return tuple(waarde in lijst for lijst in lijsten), volgt, eigen.get(waarde, ())

        genoemd = {waarde for lijst in lijsten for waarde in lijst}.union(eigen)
        genoemd |= {waarde for naam, waarde in index.gevolgen if naam == sleutel}
        return groepeer(genoemd - {ONBEKEND}, kenmerk)

    def _eigen(self) -> dict[str, tuple[object, ...]]:
        """Give the terms that products have themselves."""
        eigen: dict[str, tuple[object, ...]] = {}
        for veld in _uit_product(self._records()):
            for product in self.plan.index.parameterset.producten:
                termijn = getattr(product, veld, UNSET)
                if termijn is not UNSET:
                    rij = (product.vanaf, product.tot_en_met, termijn)
                    eigen[product.code] = (*eigen.get(product.code, ()), rij)
        return eigen


def _uit_product(records: Iterable[ElkeRegel]) -> list[str]:
    return [str(r.uit_product) for r in records if isinstance(r, TermijnRegel) and r.uit_product is not UNSET]


def _altijd(keuze: Keuze, klasse: str) -> bool:
    del keuze, klasse
    return True


def _categorie_kan(keuze: Keuze, klasse: str) -> bool:
    """Tell whether a category can be there, or missing, at the level that was chosen."""
    return NIVEAU not in keuze or bool(klasse) != (keuze[NIVEAU] == GENERIEK)


def _product_kan(keuze: Keuze, klasse: str) -> bool:
    """Tell whether a code can be there, or missing, at the level and with the category that were chosen."""
    if NIVEAU in keuze:
        return bool(klasse) == (keuze[NIVEAU] == SPECIFIEK)
    return not klasse or keuze.get(CATEGORIE) != ""


_KAN: Final = {CATEGORIE: _categorie_kan, PRODUCT: _product_kan}
