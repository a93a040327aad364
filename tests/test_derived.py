"""explain REGIO PRODUCTCODE: what follows from a product without anyone having typed it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from case_files import copy_basis
from conftest import Resultaat, voer_uit
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from regioprotocol.parameterset import Index, Parameterset
from regioprotocol.parameterset.records import Tarief
from regioprotocol.pipeline import Gelezen
from regioprotocol.tables.derived import afgeleid, per_minuut_van

CASES: Final = sorted((Path(__file__).parent / "cases" / "afgeleid").glob("*.yaml"))
GEWOON: Final = {
    "code": "45A01",
    "naam": "Begeleiding",
    "categorie": "45",
    "wet": ["Jw"],
    "variant": "inspanningsgericht",
    "geldig": "vanaf 2025-01-01",
}
DAG: Final = date(2026, 6, 1)


def lees(path: Path) -> dict[str, Any]:
    """Read a case: every word stays as it is written."""
    zaak: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return zaak


def leg_uit(zaak: Mapping[str, Any], folder: Path, *woorden: str) -> Resultaat:
    """Explain the product of a case in a region that knows no variant of its own."""
    copy_basis(folder)
    product = {**GEWOON, **zaak["product"]}
    tabel = {"regio": "proef", "status": "voorbeeld", "producten": [product]}
    tekst = yaml.safe_dump(tabel, allow_unicode=True)
    (folder / "productcodes" / "proef.yaml").write_text(tekst, encoding="utf-8")
    gevonden = voer_uit("explain", "proef", product["code"], "--op", zaak["op"], "--map", str(folder), *woorden)
    assert gevonden.code == 0, gevonden.uit + gevonden.fout
    return gevonden


def velden(gevolg: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give the elements as the cases write them: '301 Einddatum bij 4, 6', with values and use."""
    gevonden = {}
    for veld in gevolg["velden"]:
        bij = f" bij {', '.join(veld['frequenties'])}" if "frequenties" in veld else ""
        gevonden[f"{veld['bericht']} {veld['element']}{bij}"] = [*veld["waarden"], *filter(None, [veld["gebruik"]])]
    return gevonden


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_follows_is_what_the_case_says(path: Path, tmp_path: Path) -> None:
    zaak = lees(path)
    gevolg = leg_uit(zaak, tmp_path, "--json").json["afgeleid"]
    assert gevolg["minuuttarieven"] == zaak["minuuttarieven"]
    if "volumes" in zaak:
        assert [{k: str(w) for k, w in rij.items()} for rij in gevolg["volumes"]] == zaak["volumes"]
    assert str(gevolg.get("hoogstens_per_jaar", "")) == zaak.get("per_jaar", "")
    gevonden = velden(gevolg)
    assert {naam: gevonden[naam] for naam in zaak.get("velden", {})} == zaak.get("velden", {})
    tekst = leg_uit(zaak, tmp_path).uit
    assert zaak.get("tekst", "") in tekst
    assert "geen_tekst" not in zaak or zaak["geen_tekst"] not in tekst


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_names_its_source(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# bron: ")
    assert set(lees(path)) <= {
        "product",
        "op",
        "minuuttarieven",
        "volumes",
        "velden",
        "per_jaar",
        "tekst",
        "geen_tekst",
    }


def test_every_product_of_the_example_region_says_what_follows(
    gelezen: Gelezen, sets: Mapping[str, Parameterset]
) -> None:
    """Every element of the vocabulary is there for each, and only products per hour have a tariff per minute."""
    index = Index.van(sets["voorbeeldregio"])
    woorden = gelezen.werkmap.woordenboek.productvelden
    for product in index.parameterset.producten:
        gevolg = afgeleid(index, product, DAG, woorden)
        assert {(v.bericht, v.element) for v in gevolg.velden} == {(v.bericht, v.element) for v in woorden}
        assert bool(gevolg.minuuttarieven) == (product.eenheid == "04" and product.tarief_stand == "bekend")
        assert [v.frequentie for v in gevolg.volumes] == list(product.frequenties)


def test_the_elements_are_asked_of_rules_that_exist(gelezen: Gelezen) -> None:
    """And of messages that we know."""
    woordenboek = gelezen.werkmap.woordenboek
    assert woordenboek.productvelden
    for veld in woordenboek.productvelden:
        assert veld.regel in gelezen.werkmap.regels
        assert veld.bericht in woordenboek.berichten
        assert {sleutel for sleutel, _ in veld.als} <= set(woordenboek.dimensies)


@given(centen=st.integers(0, 100_000))
def test_the_difference_with_the_hourly_tariff_is_exact_and_small(
    sets: Mapping[str, Parameterset], centen: int
) -> None:
    """Half a cent a minute at most, and never to the wrong side: a half goes up."""
    index = Index.van(sets["standaard"])
    rij = next(p for p in sets["voorbeeldregio"].producten if p.eenheid == "04")
    tarief = Tarief(bedrag=f"{Decimal(centen) / 100:.2f}")
    gevonden = per_minuut_van(index, structs.replace(rij, declaratie_eenheid="01"), tarief, DAG)
    assert gevonden is not None
    assert gevonden.bedrag * 60 == gevonden.uurtarief + gevonden.verschil_per_uur
    assert Decimal("-0.30") < gevonden.verschil_per_uur <= Decimal("0.30")
    assert gevonden.verschil_per_100_uur == gevonden.verschil_per_uur * 100


def test_a_set_that_does_not_say_which_unit_is_an_hour_gives_no_tariff(sets: Mapping[str, Parameterset]) -> None:
    """A vendor may hold a set of before; nothing is guessed."""
    inhoud = sets["voorbeeldregio"]
    kaal = tuple(
        structs.replace(regel, gevallen=tuple(structs.replace(g, instellingen=()) for g in regel.gevallen))
        for regel in inhoud.berekeningen
    )
    index = Index.van(structs.replace(inhoud, berekeningen=kaal))
    assert not any(afgeleid(index, product, DAG).minuuttarieven for product in inhoud.producten)


def test_a_correction_is_shown_with_the_tariff(tmp_path: Path) -> None:
    correctie = {"was": "84.00", "reden": "Tikfout in het besluit."}
    zaak = {
        "product": {"eenheid": "14", "frequenties": ["4"], "tarief": [{"bedrag": "84.30", "correctie": correctie}]},
        "op": "2026-06-01",
    }
    assert "Eerst gepubliceerd als € 84,00. Tikfout in het besluit." in leg_uit(zaak, tmp_path).uit
