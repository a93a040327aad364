"""What follows from a product without anyone typing it: a tariff per minute, the most that may be declared, and fields.

All of it is looked up in a parameter set, in which the region's own afspraken stand. Where the set does not say,
nothing is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import UNSET

from regioprotocol.engine.amounts import MINUTEN_PER_UUR
from regioprotocol.engine.calculations import MINUUTTARIEF, minuuttarief
from regioprotocol.engine.limits import PER_DAG, PER_WEEK, Omvang, periodegrens
from regioprotocol.engine.periods import Periode, maand_van
from regioprotocol.engine.settings import GeenRekenwijzeError, rekenwijze
from regioprotocol.model.kolommen import Productveld
from regioprotocol.parameterset import Feiten, Index, Uitkomst, zoek
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Product, Tarief, TermijnRegel

EENHEID: Final = "declaratie.eenheid"
_ONBEKEND: Final = "onbekend"
_HONDERD: Final = 100
_WEEK: Final = {PER_DAG: 7, PER_WEEK: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Minuuttarief:
    """The tariff per minute in a declaration in minutes, in euro (IV081).

    *verschil_per_uur*: what 60 of those minutes differ from the hourly tariff, because a tariff has whole cents. The
    amount of a declaration is computed from the hourly tariff, so who computes with minutes is that much off.
    """

    kenmerk: str
    uurtarief: Decimal
    bedrag: Decimal
    verschil_per_uur: Decimal

    @property
    def verschil_per_100_uur(self) -> Decimal:
        """Give what the rounding makes of a hundred hours."""
        return self.verschil_per_uur * _HONDERD


@dataclass(frozen=True, slots=True, kw_only=True)
class Volumegrens:
    """How many times the volume of the assignment may be declared, by its frequency; None when nothing says so.

    *per_maand* is for one month, which lies whole in the assignment; *weken*: the weeks that were counted in it.
    """

    frequentie: str
    per_week: int | None
    per_maand: int | None
    weken: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Berichtveld:
    """An element of a message: the values that the product leaves, and whether it is filled.

    One value is fixed; more are a choice; none means that the product does not say. *uit* tells which value of the
    product it is. *gebruik* is empty when that is arranged elsewhere. *frequenties*: it holds for assignments with
    one of these only; another record has the others.
    """

    bericht: str
    element: str
    waarden: tuple[str, ...]
    gebruik: str
    uit: str = ""
    frequenties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgeleid:
    """All that follows from a product on a day. *per_jaar*: at most so many units in a calendar year, when agreed."""

    minuuttarieven: tuple[Minuuttarief, ...]
    volumes: tuple[Volumegrens, ...]
    per_jaar: int | None
    velden: tuple[Berichtveld, ...]


def afgeleid(index: Index, product: Product, op: date, velden: Iterable[Productveld] = ()) -> Afgeleid:
    """Derive from a product of the set what holds on a day; *velden* are those of the vocabulary."""
    tarieven = [t for t in product.tarieven if in_periode(t.vanaf, t.tot_en_met, op.isoformat())]
    per_minuut = tuple(m for t in tarieven if (m := per_minuut_van(index, product, t, op)))
    return Afgeleid(
        minuuttarieven=per_minuut,
        volumes=tuple(_volume(index, product, frequentie, op) for frequentie in product.frequenties),
        per_jaar=product.maximum_per_jaar if isinstance(product.maximum_per_jaar, int) else None,
        velden=Berichtvelden(index, op, tuple(velden)).van(product, per_minuut),
    )


@dataclass(frozen=True, slots=True)
class Berichtvelden:
    """Tells which fields of messages follow from a product, for many products of one set on one day.

    Whether a field is filled is asked once for all products that the rules cannot tell apart.
    """

    index: Index
    op: date
    velden: tuple[Productveld, ...]
    _gevraagd: dict[tuple[object, ...], Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    _noemt_product: dict[str, bool] = field(default_factory=dict)

    def van(self, product: Product, per_minuut: Iterable[Minuuttarief]) -> tuple[Berichtveld, ...]:
        """Give every element, or more than once when its use depends on the frequency."""
        feiten = _feiten(product)
        codes = feiten.pop("product", frozenset())
        # A product itself matters only by what follows from it, unless the rule has its own answer for it.
        gevolgen = tuple(self.index.gevolgen.get(("product", code), ()) for code in codes)
        gelijk = (frozenset(feiten.items()), gevolgen, product.frequenties)
        per_minuut = tuple(per_minuut)
        waarden = {
            uit: _waarden(self.index, product, uit, self.op, per_minuut) if uit else ()
            for uit in {veld.uit for veld in self.velden}
        }
        return tuple(
            Berichtveld(
                bericht=veld.bericht,
                element=veld.element,
                waarden=waarden[veld.uit],
                gebruik=gebruik,
                uit=veld.uit,
                frequenties=frequenties if len(per_gebruik) > 1 else (),
            )
            for veld in self.velden
            for per_gebruik in [self._per_gebruik(product, veld, gelijk)]
            for gebruik, frequenties in per_gebruik.items()
        )

    def _per_gebruik(
        self, product: Product, veld: Productveld, gelijk: tuple[object, ...]
    ) -> Mapping[str, tuple[str, ...]]:
        """Give each use with its frequencies; *gelijk* is the same for products that rules cannot tell apart."""
        if veld.regel not in self._noemt_product:
            self._noemt_product[veld.regel] = _noemt_product(self.index, veld.regel)
        sleutel = (veld, gelijk, product.code if self._noemt_product[veld.regel] else "")
        if sleutel not in self._gevraagd:
            self._gevraagd[sleutel] = self._vraag(product, veld)
        return self._gevraagd[sleutel]

    def _vraag(self, product: Product, veld: Productveld) -> Mapping[str, tuple[str, ...]]:
        als = {**dict(veld.als), "bericht": veld.bericht, "veld": veld.veld}
        gevonden: dict[str, tuple[str, ...]] = {}
        for frequentie in product.frequenties or ("",):
            feiten = _feiten(product, **als, frequentie=frequentie)
            gebruik = _gebruik(_vraag(self.index, veld.regel, feiten, self.op))
            gevonden[gebruik] = (*gevonden.get(gebruik, ()), frequentie)
        return gevonden


def _noemt_product(index: Index, regel: str) -> bool:
    """Tell whether a rule can answer differently for one product than for another just like it."""
    record = index.regels.get(regel)
    if record is None:
        return False
    if isinstance(record, TermijnRegel) and record.uit_product is not UNSET:
        return True
    return any(v.sleutel == "product" for geval in record.gevallen for v in geval.als)


def per_minuut_van(index: Index, product: Product, tarief: Tarief, op: date) -> Minuuttarief | None:
    """Give the tariff per minute of one tariff; None when it is not per hour, or is never declared in minutes.

    Which unit is an hour and which a minute stands with the rule: its settings 'van' and 'naar'.
    """
    feiten = _feiten(product)
    try:
        instellingen = rekenwijze(index, MINUUTTARIEF, feiten, op).instellingen
        van, naar = instellingen.get("van"), instellingen.get("naar")
        if product.eenheid != van or naar not in _declaratie_eenheden(index, product, op):
            return None
        uurtarief = Decimal(tarief.bedrag)
        bedrag = minuuttarief(index, feiten, op, uurtarief).waarde
    except GeenRekenwijzeError:
        return None
    kenmerk = "" if tarief.kenmerk is UNSET else tarief.kenmerk
    return Minuuttarief(
        kenmerk=kenmerk, uurtarief=uurtarief, bedrag=bedrag, verschil_per_uur=bedrag * MINUTEN_PER_UUR - uurtarief
    )


def _feiten(product: Product, **anders: str) -> dict[str, frozenset[str]]:
    """Give what the row itself says; what no source says is no fact."""
    rij = {
        "product": (product.code,),
        "productcategorie": (product.categorie,),
        "productgroep": product.groepen,
        "wet": product.wet,
        "uitvoeringsvariant": (product.variant,),
        "eenheid": (product.eenheid,),
        **{sleutel: (waarde,) for sleutel, waarde in anders.items()},
    }
    bekend = {sleutel: frozenset(waarden) - {_ONBEKEND, ""} for sleutel, waarden in rij.items()}
    return {sleutel: waarden for sleutel, waarden in bekend.items() if waarden}


def _declaratie_eenheden(index: Index, product: Product, op: date) -> tuple[str, ...]:
    """Give the units in which it may be declared: the product's own, else those of the region or the standard."""
    if product.declaratie_eenheid != product.eenheid:
        return (product.declaratie_eenheid,)
    uitkomst = _vraag(index, EENHEID, _feiten(product), op)
    return uitkomst.waarden or (product.declaratie_eenheid,)


def _vraag(index: Index, regel: str, feiten: Feiten, op: date) -> Uitkomst:
    return zoek(index, regel, feiten, op) if regel in index.regels else Uitkomst("geen antwoord")


def _volume(index: Index, product: Product, frequentie: str, op: date) -> Volumegrens:
    """Count for a volume of one, in the month of a day, for an assignment that holds all of it."""
    maand = maand_van(op)
    grens = periodegrens(index, _feiten(product), Omvang(volume=1, frequentie=frequentie), Periode(maand.begin), maand)
    return Volumegrens(
        frequentie=frequentie,
        per_week=_WEEK.get(frequentie),
        per_maand=grens.maximum,
        weken=grens.telling.aantal if grens.telling else None,
    )


def _gebruik(uitkomst: Uitkomst) -> str:
    return uitkomst.waarden[0] if uitkomst.stand == "waarde" and uitkomst.waarden else ""


def _waarden(index: Index, product: Product, uit: str, op: date, per_minuut: Iterable[Minuuttarief]) -> tuple[str, ...]:
    """Give the values of the product for an element; a tariff is that of the unit of the declaration."""
    if uit == "declaratie_eenheid":
        waarden = _declaratie_eenheden(index, product, op)
    elif uit == "tarief":
        per_kenmerk = {m.kenmerk: m.bedrag for m in per_minuut}
        alleen_minuten = per_kenmerk and product.eenheid not in _declaratie_eenheden(index, product, op)
        uurtarieven = () if alleen_minuten else _tarieven_op(product, op)
        waarden = tuple(dict.fromkeys([*uurtarieven, *(f"{b:.2f}" for b in per_kenmerk.values())]))
    else:
        waarde: str | tuple[str, ...] = getattr(product, uit)
        waarden = (waarde,) if isinstance(waarde, str) else waarde
    return tuple(w for w in waarden if w != _ONBEKEND)


def _tarieven_op(product: Product, op: date) -> tuple[str, ...]:
    return tuple(t.bedrag for t in product.tarieven if in_periode(t.vanaf, t.tot_en_met, op.isoformat()))
