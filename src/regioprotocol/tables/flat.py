"""A product as a table shows it: one text per column, and its tariffs as rows. All comparing happens on this form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from regioprotocol.calendar import datum_kort
from regioprotocol.model.product import ONBEKEND, Product, Producttabel, Tarief
from regioprotocol.tables.parts import combinaties_als_tekst, delen_als_tekst

# The columns that belong to a tariff; all others say something about the product.
TARIEFKOLOMMEN: Final = ("kenmerk", "tarief", "tarief_vanaf", "tarief_tot_en_met")


@dataclass(frozen=True, slots=True, order=True)
class Tariefrij:
    """A tariff: euros with two decimals, days as jjjj-mm-dd; an empty day is open."""

    kenmerk: str
    vanaf: str
    bedrag: str
    tot_en_met: str = ""


@dataclass(frozen=True, slots=True)
class Productrij:
    """A product: its columns as text (an empty column is not there), and its tariffs or why there are none."""

    velden: Mapping[str, str]
    tarieven: tuple[Tariefrij, ...]
    tarief_stand: str = "bekend"

    @property
    def code(self) -> str:
        """Give the product code, or 'onbekend'."""
        return self.velden.get("code", "")

    @property
    def naam(self) -> str:
        """Give the name."""
        return self.velden.get("naam", "")

    @property
    def wie(self) -> str:
        """Give what people call it: its code, or its name as long as no code is known."""
        return self.naam if self.code == ONBEKEND else self.code


def plat(tabel: Producttabel) -> tuple[Productrij, ...]:
    """Give the rows of a table, in its order."""
    return tuple(plat_product(product) for product in tabel.producten)


def plat_product(p: Product) -> Productrij:
    """Give the row of a product."""
    velden = {
        "code": p.code,
        "naam": p.naam,
        "categorie": p.categorie,
        "groepen": ", ".join(p.groepen),
        "perceel": p.perceel,
        "wet": ", ".join(p.wet),
        "variant": p.variant,
        "eenheid": p.eenheid,
        "declaratie_eenheid": "" if p.declaratie_eenheid == p.eenheid else p.declaratie_eenheid,
        "frequenties": ", ".join(p.frequenties),
        "geldig_vanaf": _dag(p.periode.begin),
        "geldig_tot_en_met": _dag(p.periode.laatste_dag),
        "declareren_tot_en_met": _dag(p.declareren_tot_en_met),
        "vervangt": ", ".join(p.vervangt),
        "maximale_duur": p.maximale_duur.tekst if p.maximale_duur else "",
        "hoofdcode": p.hoofdcode,
        "delen": delen_als_tekst(p.delen),
        "combinaties": combinaties_als_tekst(p.combinaties),
        "maximum_per_jaar": "" if p.maximum_per_jaar is None else str(p.maximum_per_jaar),
        "declaratiemoment": p.declaratiemoment,
        "bron": p.bron,
        "toelichting": p.toelichting,
    }
    return Productrij(
        {kolom: tekst for kolom, tekst in velden.items() if tekst},
        tuple(map(_tarief, p.tarieven)),
        p.tarief_stand,
    )


def regels(rij: Productrij) -> Iterable[Mapping[str, str]]:
    """Give the lines that a sheet shows for a product: one a tariff, or one that says why there is none.

    A product of which no tariff holds on the day that is shown has one line without a tariff.
    """
    if not rij.tarieven:
        yield rij.velden if rij.tarief_stand == "bekend" else {**rij.velden, "tarief": rij.tarief_stand}
    for t in rij.tarieven:
        yield {
            **rij.velden,
            "kenmerk": t.kenmerk,
            "tarief": t.bedrag,
            "tarief_vanaf": t.vanaf,
            "tarief_tot_en_met": t.tot_en_met,
        }


def euro(bedrag: str) -> str:
    """Write the amount of a tariff as people do: '82,50'."""
    return bedrag.replace(".", ",")


def voluit(dag: str) -> str:
    """Write a day as people do: '31 december 2027'."""
    return datum_kort(date.fromisoformat(dag))


def digest(rijen: Iterable[Productrij]) -> str:
    """Give a fingerprint of what a table says; comments, order and spelling of the YAML do not matter to it."""
    op_volgorde = (replace(rij, tarieven=tuple(sorted(rij.tarieven))) for rij in rijen)
    inhoud = sorted(json.dumps(als_data(rij), ensure_ascii=False, sort_keys=True) for rij in op_volgorde)
    return "sha256:" + hashlib.sha256("\n".join(inhoud).encode("utf-8")).hexdigest()


def als_data(rij: Productrij) -> dict[str, object]:
    """Give a row as plain data, to be kept in a workbook as what it was made from."""
    return {
        "velden": dict(rij.velden),
        "tarieven": [[t.kenmerk, t.vanaf, t.bedrag, t.tot_en_met] for t in rij.tarieven],
        "stand": rij.tarief_stand,
    }


def uit_data(data: Mapping[str, object]) -> Productrij:
    """Give the row that `als_data` wrote. Raises ValueError, TypeError or KeyError for anything else."""
    velden, tarieven = data["velden"], data["tarieven"]
    if not isinstance(velden, dict) or not isinstance(tarieven, list):
        raise TypeError("geen rij")
    texts = {str(kolom): str(tekst) for kolom, tekst in velden.items()}
    return Productrij(texts, tuple(Tariefrij(*map(str, tarief)) for tarief in tarieven), str(data["stand"]))


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _tarief(t: Tarief) -> Tariefrij:
    return Tariefrij(t.kenmerk, _dag(t.periode.begin), f"{t.bedrag:.2f}", _dag(t.periode.laatste_dag))
