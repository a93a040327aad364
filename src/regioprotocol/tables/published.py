"""What was published: the product tables of parameter sets, or those of an earlier day, by region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from msgspec import UNSET, UnsetType, structs

from regioprotocol.assemble.item import Item
from regioprotocol.assemble.products import lees_tabel
from regioprotocol.calendar import Duur
from regioprotocol.diagnostics import Melding
from regioprotocol.model.periode import Periode
from regioprotocol.model.product import Combinatie, Correctie, Deel, Product, Producttabel, Tarief
from regioprotocol.model.regel import Termijn
from regioprotocol.parameterset import Parameterset
from regioprotocol.parameterset import records as r
from regioprotocol.schema import check_shape, kind_of
from regioprotocol.source import parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Gepubliceerd:
    """The tables by region. *naam*: what the user calls it. *onleesbaar*: not every row of them could be read."""

    naam: str
    tabellen: Mapping[str, Producttabel] = field(default_factory=dict)
    onleesbaar: frozenset[str] = frozenset()


class OnleesbareSetError(ValueError):
    """A set has the right shape, but an amount or a day in it is none."""


def uit_sets(naam: str, sets: Iterable[Parameterset]) -> Gepubliceerd:
    """Give the tables of parameter sets; a set without products (the standard) published none.

    Raises OnleesbareSetError for a set that no export made.
    """
    return Gepubliceerd(naam=naam, tabellen={s.regio: _tabel(s) for s in sets if s.producten})


def uit_bestanden(naam: str, bestanden: Mapping[str, bytes]) -> Gepubliceerd:
    """Give the tables of the files in 'productcodes'. Rows whose shape is wrong are left out."""
    tabellen: dict[str, Producttabel] = {}
    onleesbaar: set[str] = set()
    for bestand, inhoud in bestanden.items():
        document, meldingen = parse(inhoud, bestand)
        if document is None:
            onleesbaar.add(PurePosixPath(bestand).stem)
            continue
        goed, vorm = check_shape(document, kind_of(document))
        getypt: list[Melding] = []
        tabel = lees_tabel(Item(goed or document, (goed or document).data, getypt))
        if any(melding.soort.ernst == "fout" for melding in (*meldingen, *vorm, *getypt)):
            onleesbaar.add(tabel.regio)
        if goed:
            tabellen.setdefault(tabel.regio, tabel)
    return Gepubliceerd(naam=naam, tabellen=tabellen, onleesbaar=frozenset(onleesbaar))


def _tabel(parameterset: Parameterset) -> Producttabel:
    # The set does not hold the status of the table. A set of which no version was ever more than a concept is one.
    statussen = {versie.status for versie in parameterset.versies}
    try:
        producten = tuple(product_van(product) for product in parameterset.producten)
    except (ValueError, ArithmeticError):
        raise OnleesbareSetError(f"de producten van {parameterset.regio} kunnen we niet lezen") from None
    return Producttabel(
        regio=parameterset.regio, status="concept" if statussen == {"concept"} else "definitief", producten=producten
    )


def product_van(p: r.Product) -> Product:
    """Give a product of the contract as the model has it: the reverse of the export."""
    return Product(
        code=p.code,
        naam=p.naam,
        categorie=p.categorie,
        wet=p.wet,
        variant=p.variant,
        eenheid=p.eenheid,
        declaratie_eenheid=p.declaratie_eenheid,
        frequenties=p.frequenties,
        tarieven=tuple(map(_tarief, p.tarieven)),
        tarief_stand=p.tarief_stand,
        groepen=p.groepen,
        perceel=_of_leeg(p.perceel),
        periode=_periode(p.vanaf, p.tot_en_met),
        declareren_tot_en_met=_dag(p.declareren_tot_en_met),
        vervangt=p.vervangt,
        maximale_duur=_termijn(p.maximale_duur),
        hoofdcode=_of_leeg(p.hoofdcode),
        delen=tuple(
            Deel(naam=d.naam, aandeel=d.aandeel, code=_of_leeg(d.code), moment=_of_leeg(d.moment)) for d in p.delen
        ),
        combinaties=tuple(Combinatie(c.soort, c.codes) for c in p.combinaties),
        maximum_per_jaar=None if p.maximum_per_jaar is UNSET else p.maximum_per_jaar,
        declaratiemoment=_of_leeg(p.declaratiemoment),
        bron=_of_leeg(p.bron),
        toelichting=_of_leeg(p.toelichting),
    )


def _tarief(t: r.Tarief) -> Tarief:
    return Tarief(
        bedrag=Decimal(t.bedrag),
        kenmerk=_of_leeg(t.kenmerk),
        periode=_periode(t.vanaf, t.tot_en_met),
        correctie=None if t.correctie is UNSET else Correctie(was=Decimal(t.correctie.was), reden=t.correctie.reden),
    )


def _termijn(termijn: r.ProductTermijn | UnsetType) -> Termijn | None:
    if termijn is UNSET:
        return None
    delen: dict[str, Any] = structs.asdict(termijn.duur)
    return Termijn(duur=Duur(**delen), tekst=termijn.tekst, richting=termijn.richting, gebeurtenis=termijn.gebeurtenis)


def _periode(vanaf: r.Optioneel, tot_en_met: r.Optioneel) -> Periode:
    laatste = _dag(tot_en_met)
    return Periode(_dag(vanaf), laatste + timedelta(days=1) if laatste else None)


def _dag(tekst: r.Optioneel) -> date | None:
    return date.fromisoformat(tekst) if isinstance(tekst, str) else None


def _of_leeg(tekst: r.Optioneel) -> str:
    return tekst if isinstance(tekst, str) else ""
