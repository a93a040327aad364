"""Products as the contract has them, and as a CSV table for people and spreadsheets."""

from __future__ import annotations

import csv
import io
from datetime import date

from msgspec import UNSET

from regioprotocol.export.fields import dag, duur_record, of_niet
from regioprotocol.model.product import Correctie, Product, Producttabel, Tarief
from regioprotocol.model.regel import Termijn
from regioprotocol.parameterset import Parameterset
from regioprotocol.parameterset import records as r
from regioprotocol.tables.formula_text import beschermd

_KOLOMMEN = (
    "code", "naam", "categorie", "groepen", "perceel", "wet", "variant", "eenheid", "declaratie_eenheid",
    "frequenties", "geldig_vanaf", "geldig_tot_en_met", "declareren_tot_en_met", "kenmerk", "tarief",
    "tarief_vanaf", "tarief_tot_en_met", "vervangt",
)  # fmt: skip


def producten(tabel: Producttabel | None) -> tuple[r.Product, ...]:
    """Give the records of a table, in the order of code and period."""
    rijen = sorted(tabel.producten, key=lambda p: (p.code, p.periode.begin or date.min, p.naam)) if tabel else ()
    return tuple(_product(product) for product in rijen)


def als_csv(parameterset: Parameterset) -> bytes:
    """Give one row a tariff (one row a product without tariffs), with semicolons, for Dutch spreadsheets."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(_KOLOMMEN)
    for product in parameterset.producten:
        for tarief in product.tarieven or (None,):
            schrijver.writerow([_cel(waarde) for waarde in _rij(product, tarief)])
    return b"\xef\xbb\xbf" + tekst.getvalue().encode("utf-8")


def _rij(p: r.Product, tarief: r.Tarief | None) -> tuple[object, ...]:
    vast = (
        p.code, p.naam, p.categorie, p.groepen, p.perceel, p.wet, p.variant, p.eenheid, p.declaratie_eenheid,
        p.frequenties, p.vanaf, p.tot_en_met, p.declareren_tot_en_met,
    )  # fmt: skip
    if tarief is None:
        return (*vast, UNSET, p.tarief_stand, UNSET, UNSET, p.vervangt)
    return (*vast, tarief.kenmerk, tarief.bedrag, tarief.vanaf, tarief.tot_en_met, p.vervangt)


def _cel(waarde: object) -> str:
    if waarde is UNSET:
        return ""
    return beschermd(", ".join(waarde) if isinstance(waarde, tuple) else str(waarde))


def _product(product: Product) -> r.Product:
    return r.Product(
        code=product.code,
        naam=product.naam,
        categorie=product.categorie,
        groepen=product.groepen,
        wet=product.wet,
        variant=product.variant,
        eenheid=product.eenheid,
        declaratie_eenheid=product.declaratie_eenheid,
        frequenties=product.frequenties,
        tarieven=tuple(_tarief(tarief) for tarief in sorted(product.tarieven, key=_volgorde)),
        tarief_stand=product.tarief_stand,
        vervangt=product.vervangt,
        perceel=of_niet(product.perceel),
        vanaf=dag(product.periode.begin),
        tot_en_met=dag(product.periode.laatste_dag),
        declareren_tot_en_met=dag(product.declareren_tot_en_met),
        maximale_duur=_termijn(product.maximale_duur) if product.maximale_duur else UNSET,
        hoofdcode=of_niet(product.hoofdcode),
        delen=tuple(
            r.Deel(naam=d.naam, aandeel=d.aandeel, code=of_niet(d.code), moment=of_niet(d.moment))
            for d in product.delen
        ),
        combinaties=tuple(r.Combinatie(soort=c.soort, codes=c.codes) for c in product.combinaties),
        maximum_per_jaar=UNSET if product.maximum_per_jaar is None else product.maximum_per_jaar,
        declaratiemoment=of_niet(product.declaratiemoment),
        bron=of_niet(product.bron),
        toelichting=of_niet(product.toelichting),
    )


def _volgorde(tarief: Tarief) -> tuple[str, date]:
    return (tarief.kenmerk, tarief.periode.begin or date.min)


def _tarief(tarief: Tarief) -> r.Tarief:
    return r.Tarief(
        bedrag=f"{tarief.bedrag:.2f}",
        kenmerk=of_niet(tarief.kenmerk),
        vanaf=dag(tarief.periode.begin),
        tot_en_met=dag(tarief.periode.laatste_dag),
        correctie=_correctie(tarief.correctie) if tarief.correctie else UNSET,
    )


def _correctie(correctie: Correctie) -> r.Correctie:
    return r.Correctie(was=f"{correctie.was:.2f}", reden=correctie.reden)


def _termijn(termijn: Termijn) -> r.ProductTermijn:
    return r.ProductTermijn(
        tekst=termijn.tekst,
        richting=termijn.richting or "na",
        gebeurtenis=termijn.gebeurtenis or "",
        duur=duur_record(termijn.duur),
    )
