"""products export: read back with another library, every cell is what the table says, and of the right kind."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from case_files import Case, copy_basis, place, read_case
from conftest import ROOT, Opdracht
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from regioprotocol.cli.files import write_file
from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.diagnostics import kolomletters
from regioprotocol.export.product_files import als_csv, als_json
from regioprotocol.export.product_sheet import ALTIJD_ERIN, Productblad, productblad
from regioprotocol.export.product_workbook import CelTeLangError, werkboek
from regioprotocol.export.products import producten
from regioprotocol.model.kolommen import Kolom, Kolommen
from regioprotocol.model.periode import ALTIJD_GELDIG, Periode
from regioprotocol.model.product import Product, Producttabel, Tarief
from regioprotocol.model.regio import Regio, Versie
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.pipeline import Gelezen
from regioprotocol.tables.flat import Productrij, digest, plat, regels, uit_data
from regioprotocol.tables.formula_text import beschermd, onbeschermd
from regioprotocol.tables.in_force import geldig_op

VOORBEELD: Final = "voorbeeldregio"
KOPRIJ: Final = 4
DAG: Final = date(2026, 3, 1)
FORMULES: Final = ("=CMD|' /C calc'!A0", "+31 6", "-1", "@SUM(A1)", "1E5", "http://voorbeeld.nl", "TRUE", "01-02-2026")
VERSIE: Final = Versie(nummer="1", status="definitief", geldt=ALTIJD_GELDIG, officieel=True)
REGIO: Final = Regio(naam="proef", titel="Proefregio", versies=(VERSIE,))
PRODUCT: Final = Product(
    code="45A01",
    naam="Begeleiding",
    categorie="45",
    wet=("Jw",),
    variant="inspanningsgericht",
    eenheid="04",
    declaratie_eenheid="04",
    frequenties=("2", "4"),
    tarieven=(Tarief(bedrag=Decimal("82.50"), periode=Periode(date(2026, 1, 1))),),
    tarief_stand="bekend",
    periode=Periode(date(2025, 1, 1)),
)


@pytest.fixture(scope="module")
def woordenboek(gelezen: Gelezen) -> Woordenboek:
    """Give the real vocabulary: its columns and code lists."""
    return gelezen.werkmap.woordenboek


def blad_van(gelezen: Gelezen, naam: str, op: date | None = None) -> Productblad:
    """Give the sheet of a real region."""
    gegevens = gelezen.werkmap.regios[naam]
    assert gegevens.producten
    return productblad(gegevens.regio, gegevens.producten, gelezen.werkmap.woordenboek.kolommen, op)


def blad_met(woordenboek: Woordenboek, *producten_: Product, op: date | None = None, **tabel: Any) -> Productblad:
    """Give the sheet of a small table."""
    velden: dict[str, Any] = {"regio": "proef", "status": "definitief", **tabel}
    return productblad(REGIO, Producttabel(producten=producten_, **velden), woordenboek.kolommen, op)


def lees(blad: Productblad, woordenboek: Woordenboek) -> Workbook:
    """Make the workbook and read it with the other library."""
    return load_workbook(io.BytesIO(werkboek(blad, woordenboek)))


def vel_van(blad: Productblad, woordenboek: Woordenboek) -> Worksheet:
    """Give the first sheet."""
    return lees(blad, woordenboek)["Producten"]


def plek_van(blad: Productblad) -> dict[str, int]:
    """Give the number of each column."""
    return {kolom.naam: nummer for nummer, kolom in enumerate(blad.kolommen, 1)}


def controles(vel: Worksheet) -> dict[str, DataValidation]:
    """Give the checks by the range that they are for."""
    return {str(controle.sqref): controle for controle in vel.data_validations.dataValidation}


def verwacht(kolom: Kolom, tekst: str) -> tuple[object, str, str]:
    """Give the value, the type and the number format of a cell by the text of its column."""
    if not tekst:
        opmaak = {"datum": "dd\\-mm\\-yyyy", "bedrag": "[$-413]€\\ #,##0.00", "getal": "0"}.get(kolom.soort, "@")
        return None, "n", opmaak
    match kolom.soort:
        case "datum":
            return datetime.fromisoformat(tekst), "d", "dd\\-mm\\-yyyy"
        case "bedrag" if tekst[0].isdigit():
            return float(tekst), "n", "[$-413]€\\ #,##0.00"
        case "bedrag":
            return tekst, "s", "[$-413]€\\ #,##0.00"
        case "getal":
            return int(tekst), "n", "0"
        case _:
            return tekst, "s", "@"


# --- the cells


@pytest.mark.parametrize("op", [None, DAG])
@pytest.mark.parametrize("naam", [VOORBEELD, "midden-ijssel-oost-veluwe"])
def test_every_cell_reads_back_as_the_table_says_it(
    gelezen: Gelezen, woordenboek: Woordenboek, naam: str, op: date | None
) -> None:
    """Text is text, a day is a day, an amount is a number; an empty cell is not there."""
    blad = blad_van(gelezen, naam, op)
    vel = vel_van(blad, woordenboek)
    assert [cel.value for cel in vel[KOPRIJ]] == [kolom.titel for kolom in blad.kolommen]
    for rij, regel in enumerate(blad.regels, KOPRIJ + 1):
        for nummer, kolom in enumerate(blad.kolommen, 1):
            waarde, soort, opmaak = verwacht(kolom, regel.get(kolom.naam, ""))
            cel = vel.cell(rij, nummer)
            assert (cel.value, cel.data_type) == (waarde, soort), cel.coordinate
            if waarde is not None:
                assert cel.number_format == opmaak, cel.coordinate
    assert vel.max_row == KOPRIJ + len(blad.regels)


def test_the_lines_are_those_of_the_table_in_its_order(gelezen: Gelezen) -> None:
    """One line a tariff; nothing is left out or added."""
    blad, tabel = blad_van(gelezen, VOORBEELD), gelezen.werkmap.regios[VOORBEELD].producten
    assert tabel
    assert list(blad.regels) == [regel for rij in plat(tabel) for regel in regels(rij)]
    assert blad.digest == digest(plat(tabel))


@pytest.mark.parametrize("tekst", FORMULES)
def test_a_text_that_looks_like_something_else_stays_text(woordenboek: Woordenboek, tekst: str) -> None:
    """Also in the title and in the lists to choose from."""
    product = replace(PRODUCT, naam=tekst, perceel=tekst, toelichting=tekst, groepen=(tekst,), variant=tekst)
    blad = replace(blad_met(woordenboek, product), titel=tekst)
    boek = lees(blad, woordenboek)
    plek = plek_van(blad)
    for kolom in ("naam", "perceel", "toelichting", "groepen", "variant"):
        cel = boek["Producten"].cell(KOPRIJ + 1, plek[kolom])
        assert (cel.value, cel.data_type, cel.number_format) == (tekst, "s", "@")
    for vel in boek:
        assert not [cel.coordinate for rij in vel.iter_rows() for cel in rij if cel.data_type in {"f", "e"}]
        assert not vel._hyperlinks


@pytest.mark.parametrize(
    ("gegeven", "gelezen_terug"), [("a\nb", "a\nb"), ("a\r\nb\rc", "a\nb\nc"), ("_x0041_", "_x0041_")]
)
def test_line_ends_and_what_looks_like_an_escape_come_back(
    woordenboek: Woordenboek, gegeven: str, gelezen_terug: str
) -> None:
    """Excel has one kind of line end."""
    blad = blad_met(woordenboek, replace(PRODUCT, toelichting=gegeven))
    assert vel_van(blad, woordenboek).cell(KOPRIJ + 1, plek_van(blad)["toelichting"]).value == gelezen_terug


def test_cents_are_exact_and_an_unknown_tariff_is_a_word(woordenboek: Woordenboek) -> None:
    """Up to the largest amount that a table can hold."""
    bedragen = ("0.01", "87.15", "1.10", "1234.56", "999999999.99")
    producten_ = [replace(PRODUCT, tarieven=(Tarief(bedrag=Decimal(bedrag)),)) for bedrag in bedragen]
    producten_ += [replace(PRODUCT, tarieven=(), tarief_stand=stand) for stand in ("onbekend", "geen")]
    blad = blad_met(woordenboek, *producten_)
    vel, kolom = vel_van(blad, woordenboek), plek_van(blad)["tarief"]
    waarden = [vel.cell(rij, kolom).value for rij in range(KOPRIJ + 1, KOPRIJ + 1 + len(producten_))]
    assert [f"{waarde:.2f}" if isinstance(waarde, float) else waarde for waarde in waarden] == [
        *bedragen,
        "onbekend",
        "geen",
    ]


def test_a_day_before_excel_began_to_count_is_text(woordenboek: Woordenboek) -> None:
    """And the last day of all is a day."""
    periode = Periode(date(1875, 3, 9), date(2999, 12, 31))
    blad = blad_met(woordenboek, replace(PRODUCT, periode=periode))
    vel, plek = vel_van(blad, woordenboek), plek_van(blad)
    assert vel.cell(KOPRIJ + 1, plek["geldig_vanaf"]).value == "09-03-1875"
    assert vel.cell(KOPRIJ + 1, plek["geldig_tot_en_met"]).value == datetime(2999, 12, 30)


def test_a_text_that_no_cell_can_hold_is_refused_with_its_product(woordenboek: Woordenboek) -> None:
    """Cutting it off would change the table at the next import."""
    past = blad_met(woordenboek, replace(PRODUCT, toelichting="x" * 32_767))
    assert len(str(vel_van(past, woordenboek).cell(KOPRIJ + 1, plek_van(past)["toelichting"]).value)) == 32_767
    with pytest.raises(CelTeLangError, match="'Toelichting' van 45A01 Begeleiding"):
        werkboek(blad_met(woordenboek, replace(PRODUCT, toelichting="x" * 32_768)), woordenboek)


# --- columns


def test_a_column_that_no_product_uses_is_left_out(woordenboek: Woordenboek) -> None:
    """The usual ones stay, so that a new product can be typed."""
    assert {kolom.naam for kolom in blad_met(woordenboek).kolommen} == ALTIJD_ERIN
    met = blad_met(woordenboek, replace(PRODUCT, vervangt=("45A00",), maximum_per_jaar=58))
    assert {kolom.naam for kolom in met.kolommen} == ALTIJD_ERIN | {"vervangt", "maximum_per_jaar"}
    alle = list(woordenboek.kolommen.kolommen)
    assert [kolom.naam for kolom in met.kolommen] == [naam for naam in alle if naam in plek_van(met)]


def test_a_computed_column_stands_with_its_tariff(woordenboek: Woordenboek) -> None:
    """It has no check: it is not read back."""
    tabel = Producttabel(regio="proef", status="definitief", producten=(PRODUCT,))
    berekend = {("45A01", "", "2026-01-01"): {"minuuttarief": "1.38"}}
    blad = productblad(REGIO, tabel, woordenboek.kolommen, berekend=berekend)
    vel, nummer = vel_van(blad, woordenboek), plek_van(blad)["minuuttarief"]
    assert vel.cell(KOPRIJ + 1, nummer).value == 1.38
    assert not [bereik for bereik in controles(vel) if bereik.startswith(f"{kolomletters(nummer)}{KOPRIJ + 1}")]


# --- what makes it pleasant


def test_the_table_is_frozen_filtered_and_named(gelezen: Gelezen, woordenboek: Woordenboek) -> None:
    """Headings, code and name stay in sight."""
    blad = blad_van(gelezen, VOORBEELD)
    vel = vel_van(blad, woordenboek)
    laatste = f"{kolomletters(len(blad.kolommen))}{KOPRIJ + len(blad.regels)}"
    assert vel.freeze_panes == f"C{KOPRIJ + 1}"
    assert vel.tables["Producten"].ref == f"A{KOPRIJ}:{laatste}"
    assert vel.tables["Producten"].autoFilter.ref == f"A{KOPRIJ}:{laatste}"
    assert [kolom.name for kolom in vel.tables["Producten"].tableColumns] == [k.titel for k in blad.kolommen]


def test_it_prints_landscape_with_the_headings_on_every_page(gelezen: Gelezen, woordenboek: Woordenboek) -> None:
    """One page wide where that can be read; else code and name are repeated."""
    smal, breed = (vel_van(blad_van(gelezen, naam), woordenboek) for naam in ("midden-ijssel-oost-veluwe", VOORBEELD))
    for vel in (smal, breed):
        assert vel.page_setup.orientation == "landscape"
        assert vel.print_title_rows == f"${KOPRIJ}:${KOPRIJ}"
        assert vel.page_setup.fitToHeight == 0
        assert "&P" in str(vel.oddFooter.right.text)
        assert vel.print_area == f"'Producten'!$A$1:${kolomletters(vel.max_column)}${vel.max_row}"
    assert (smal.page_setup.paperSize, smal.page_setup.fitToWidth, smal.print_title_cols) == (9, None, None)
    assert (breed.page_setup.paperSize, breed.page_setup.fitToWidth, breed.print_title_cols) == (8, 2, "$A:$B")


def test_the_title_says_whose_table_it_is_how_certain_and_of_which_day(
    gelezen: Gelezen, woordenboek: Woordenboek
) -> None:
    """In words."""
    vel = vel_van(blad_van(gelezen, VOORBEELD, DAG), woordenboek)
    assert vel["A1"].value == "Productcodes Voorbeeldregio (verzonnen) op 1 maart 2026"
    assert str(vel["A2"].value).startswith("VOORBEELD. ")
    assert str(vel["A3"].value).startswith("Alleen wat op 1 maart 2026 geldt")
    echt = vel_van(blad_van(gelezen, "midden-ijssel-oost-veluwe"), woordenboek)
    assert "Onofficiële weergave" in str(echt["A2"].value)
    klaar = vel_van(blad_met(woordenboek, PRODUCT, vastgesteld_op=date(2025, 10, 15)), woordenboek)
    assert klaar["A2"].value == "Definitief. Vastgesteld op 15 oktober 2025."


def test_rows_with_long_texts_are_high_enough(woordenboek: Woordenboek) -> None:
    """Only those rows: programs other than Excel do not work that out."""
    kort, lang = replace(PRODUCT, toelichting="Kort."), replace(PRODUCT, toelichting="een lange zin " * 20)
    vel = vel_van(blad_met(woordenboek, kort, lang), woordenboek)
    assert vel.row_dimensions[KOPRIJ + 1].height is None
    assert vel.row_dimensions[KOPRIJ + 2].height >= 4 * 12.75


# --- typing


def test_every_column_is_checked_also_under_the_table(gelezen: Gelezen, woordenboek: Woordenboek) -> None:
    """Two hundred empty rows; their cells are text too, so that '04' keeps its zero."""
    blad = blad_van(gelezen, VOORBEELD)
    vel = vel_van(blad, woordenboek)
    eerste, laatste = KOPRIJ + 1, KOPRIJ + len(blad.regels) + 200
    gevonden = controles(vel)
    soorten = {"code": "custom", "bedrag": "custom", "datum": "date", "getal": "whole"}
    for nummer, kolom in enumerate(blad.kolommen, 1):
        letters = kolomletters(nummer)
        kop = gevonden[f"{letters}{KOPRIJ}"]
        assert (kop.promptTitle, kop.prompt) == (kolom.titel, kolom.uitleg)
        controle = gevonden.get(f"{letters}{eerste}:{letters}{laatste}")
        soort = "list" if kolom.dimensie else soorten.get(kolom.soort)
        assert (controle.type if controle else None) == soort, kolom.naam
        if controle:
            assert controle.errorTitle == kolom.titel
            assert controle.error
        opmaak = {"datum": "dd\\-mm\\-yyyy", "bedrag": "[$-413]€\\ #,##0.00", "getal": "0"}.get(kolom.soort, "@")
        assert vel.column_dimensions[letters].number_format == opmaak


@pytest.mark.parametrize(
    ("kolom", "codes", "stijl"),
    [
        ("eenheid", {"01", "04", "14", "16", "82", "83", "84", "onbekend"}, None),
        ("declaratie_eenheid", {"01", "04", "14", "16", "82", "83", "84", "onbekend"}, None),
        ("frequenties", {"1", "2", "4", "6", "1, 2", "2, 4", "2, 4, 6", "4, 6"}, "warning"),
        ("wet", {"Jw", "Wmo"}, "warning"),
        ("variant", {"inspanningsgericht", "outputgericht", "taakgericht", "gi"}, None),
    ],
)
def test_a_drop_down_offers_the_codes_of_today_and_what_the_table_has(
    gelezen: Gelezen, woordenboek: Woordenboek, kolom: str, codes: set[str], stijl: str | None
) -> None:
    """One value must be from the list; where several can stand in a cell, Excel only asks."""
    blad = blad_van(gelezen, VOORBEELD)
    boek = lees(blad, woordenboek)
    letters = kolomletters(plek_van(blad)[kolom])
    controle = controles(boek["Producten"])[f"{letters}{KOPRIJ + 1}:{letters}{KOPRIJ + len(blad.regels) + 200}"]
    assert controle.errorStyle == stijl
    verwijzing = boek.defined_names[controle.formula1].attr_text
    assert verwijzing.startswith("Codelijsten!")
    cellen = [rij[0] for rij in boek["Codelijsten"][verwijzing.partition("!")[2].replace("$", "")]]
    assert {cel.value for cel in cellen} == codes
    assert {cel.data_type for cel in cellen} == {"s"}


def test_an_old_value_of_the_table_can_still_be_chosen(woordenboek: Woordenboek) -> None:
    """Else Excel would refuse the row as it is."""
    blad = blad_met(woordenboek, replace(PRODUCT, frequenties=("per jaar",), categorie="99"))
    waarden = [cel.value for cel in lees(blad, woordenboek)["Codelijsten"]["A"]]
    assert "per jaar" in waarden
    assert "99" in waarden


def test_a_last_day_is_checked_against_the_first(woordenboek: Woordenboek) -> None:
    """By the cell of the same row."""
    blad = blad_met(woordenboek, PRODUCT)
    vel, plek = vel_van(blad, woordenboek), plek_van(blad)
    letters, vanaf = (kolomletters(plek[naam]) for naam in ("tarief_tot_en_met", "tarief_vanaf"))
    controle = controles(vel)[f"{letters}{KOPRIJ + 1}:{letters}{KOPRIJ + 201}"]
    assert controle.formula1 == f"MAX({vanaf}{KOPRIJ + 1},DATE({woordenboek.eerste_jaar},1,1))"


def test_the_explanation_has_every_column_and_the_way_back(gelezen: Gelezen, woordenboek: Woordenboek) -> None:
    """Also columns that could be added, and the whole digest."""
    blad = blad_van(gelezen, "midden-ijssel-oost-veluwe")
    teksten = [cel.value for rij in lees(blad, woordenboek)["Uitleg"].iter_rows() for cel in rij if cel.value]
    for kolom in woordenboek.kolommen.kolommen.values():
        if not kolom.eigen:
            assert kolom.titel in teksten
            assert kolom.uitleg in teksten
    assert blad.digest in teksten
    assert any("products import BESTAND.xlsx --regio midden-ijssel-oost-veluwe" in str(tekst) for tekst in teksten)


# --- of what it was made


@pytest.mark.parametrize("op", [None, DAG])
def test_the_workbook_knows_what_it_was_made_from(gelezen: Gelezen, woordenboek: Woordenboek, op: date | None) -> None:
    """The rows as shown, the digest of the whole table, in a sheet that a user does not stumble on."""
    blad, heel = blad_van(gelezen, VOORBEELD, op), blad_van(gelezen, VOORBEELD)
    boek = lees(blad, woordenboek)
    vel = boek["herkomst"]
    assert vel.sheet_state == "veryHidden"
    dag = op.isoformat() if op else None
    kop = [tuple(cel.value or None for cel in rij) for rij in vel["A1:B4"]]
    assert kop == [("regioprotocol", "1"), ("regio", VOORBEELD), ("digest", heel.digest), ("op", dag)]
    assert herkomst_van(vel) == list(blad.rijen)
    eigen = {eigenschap.name: eigenschap.value or None for eigenschap in boek.custom_doc_props.props}
    assert eigen == {"regio": VOORBEELD, "digest": heel.digest, "op": dag}


def herkomst_van(vel: Worksheet) -> list[Productrij]:
    """Read the rows that were kept; a long one stands in several cells."""
    teksten = ("".join(str(cel.value) for cel in rij if cel.value) for rij in vel.iter_rows(min_row=6))
    return [uit_data(json.loads(tekst)) for tekst in teksten if tekst]


@pytest.mark.parametrize("teken", ["x", "é", "\U0001f600", '"'])
def test_a_row_that_is_too_long_for_a_cell_is_kept_whole(woordenboek: Woordenboek, teken: str) -> None:
    """In pieces that fit, however Excel counts."""
    blad = blad_met(woordenboek, replace(PRODUCT, toelichting=teken * 15_000, bron=teken * 15_000))
    assert herkomst_van(lees(blad, woordenboek)["herkomst"]) == list(blad.rijen)


# --- one day


def test_a_day_shows_the_products_and_tariffs_of_that_day(gelezen: Gelezen) -> None:
    """45B01 ended with 2025, its successor 45B02 began; a product has the tariff of the day only."""
    for dag, code, weg, bedrag in (
        (date(2025, 12, 31), "45B01", "45B02", "84.30"),
        (date(2026, 1, 1), "45B02", "45B01", "87.15"),
    ):
        blad = blad_van(gelezen, VOORBEELD, dag)
        codes = {regel["code"] for regel in blad.regels}
        assert code in codes
        assert weg not in codes
        assert [regel["tarief"] for regel in blad.regels if regel["code"] == "41A01"] == [bedrag]


def test_a_product_without_a_tariff_on_that_day_has_an_empty_one(woordenboek: Woordenboek) -> None:
    """Not the word 'bekend': that is no tariff."""
    blad = blad_met(woordenboek, PRODUCT, op=date(2025, 6, 1))
    assert len(blad.regels) == 1
    assert "tarief" not in blad.regels[0]
    assert vel_van(blad, woordenboek).cell(KOPRIJ + 1, plek_van(blad)["tarief"]).value is None


def test_an_empty_table_gives_a_sheet_to_fill_in(woordenboek: Woordenboek) -> None:
    """With its headings, checks and one empty row."""
    vel = vel_van(blad_met(woordenboek), woordenboek)
    assert vel.tables["Producten"].ref == f"A{KOPRIJ}:{kolomletters(len(ALTIJD_ERIN))}{KOPRIJ + 1}"
    assert controles(vel)


# --- the same bytes, and many of them


def test_the_same_table_gives_the_same_bytes_anywhere_and_later(tmp_path: Path) -> None:
    """In another process, time zone and order of sets; the parts of a zip count time by two seconds."""
    for naam, zone in (("een", "UTC"), ("twee", "Pacific/Auckland")):
        woorden = ["products", "export", "--regio", VOORBEELD, "--uit", str(tmp_path / f"{naam}.xlsx")]
        omgeving = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(len(naam))}
        subprocess.run(
            [sys.executable, "-m", "regioprotocol", *woorden], cwd=ROOT, env=omgeving, check=True, capture_output=True
        )
        time.sleep(2.1 if naam == "een" else 0)
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()


def test_forty_columns_and_three_thousand_rows(woordenboek: Woordenboek) -> None:
    """As large as regions have them; every cell is there."""
    eigen = {
        f"kolom_{n}": Kolom(naam=f"kolom_{n}", titel=f"Kolom {n}", soort="tekst", uitleg="", breedte=20)
        for n in range(27)
    }
    kolommen = {naam: k for naam, k in woordenboek.kolommen.kolommen.items() if naam in ALTIJD_ERIN} | eigen
    regel = {kolom: f"=tekst {kolom}" for kolom in eigen} | {
        "code": "45A01",
        "tarief": "82.50",
        "tarief_vanaf": "2026-01-01",
    }
    blad = replace(
        blad_met(replace(woordenboek, kolommen=Kolommen(kolommen=kolommen)), PRODUCT),
        kolommen=tuple(kolommen.values()),
        regels=tuple({**regel, "naam": f"Product {nummer}"} for nummer in range(3_000)),
    )
    assert len(blad.kolommen) == 40
    boek = load_workbook(io.BytesIO(werkboek(blad, woordenboek)), read_only=True)
    rijen = list(boek["Producten"].iter_rows(min_row=KOPRIJ + 1, values_only=True))
    assert len(rijen) == 3_000
    assert {sum(waarde is not None for waarde in rij) for rij in rijen} == {31}
    assert rijen[2_999][1] == "Product 2999"


# --- CSV and JSON


def lees_csv(raw: bytes) -> list[dict[str, str]]:
    """Read as a Dutch spreadsheet does."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_csv_is_as_a_dutch_excel_reads_it(gelezen: Gelezen) -> None:
    """A mark for UTF-8, semicolons, a decimal comma, days with the day first; codes as they are."""
    blad = blad_van(gelezen, VOORBEELD)
    raw = als_csv(blad)
    assert raw.startswith(b"\xef\xbb\xbfCode;Naam;")
    rijen = lees_csv(raw)
    assert list(rijen[0]) == [kolom.titel for kolom in blad.kolommen]
    assert len(rijen) == len(blad.regels)
    rij = next(r for r in rijen if r["Code"] == "41A01")
    assert (rij["Tarief"], rij["Tarief vanaf"], rij["Tarief t/m"]) == ("84,30", "01-01-2025", "31-12-2025")
    assert (rij["Eenheid"], rij["Frequenties"]) == ("16", "2, 4")


@given(st.text(alphabet="=+-@\t\r\n'a1 ", max_size=8))
def test_protecting_a_text_is_undone_by_reading_it(tekst: str) -> None:
    """And nothing that is protected starts like a formula."""
    assert onbeschermd(beschermd(tekst)) == tekst
    assert beschermd(tekst)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}


def test_a_formula_in_a_csv_is_harmless(woordenboek: Woordenboek) -> None:
    """With an apostrophe, which reading takes away."""
    blad = blad_met(woordenboek, replace(PRODUCT, naam="=CMD|' /C calc'!A0", toelichting='een; "twee"\ndrie'))
    (rij,) = lees_csv(als_csv(blad))
    assert rij["Naam"] == "'=CMD|' /C calc'!A0"
    assert rij["Toelichting"] == 'een; "twee"\ndrie'


@pytest.mark.parametrize("op", [None, DAG])
def test_json_has_the_records_of_the_contract(gelezen: Gelezen, op: date | None) -> None:
    """The same as in the parameter set; with a day only what holds then."""
    blad, tabel = blad_van(gelezen, VOORBEELD, op), gelezen.werkmap.regios[VOORBEELD].producten
    assert tabel
    data = json.loads(als_json(blad, tabel))
    assert (data["formaat"], data["regio"], data["digest"]) == ("producten/1", VOORBEELD, blad.digest)
    assert data.get("op") == (op.isoformat() if op else None)
    assert len(data["producten"]) == len(blad.rijen)
    getoond = geldig_op(tabel, op) if op else tabel
    assert [p["code"] for p in data["producten"]] == [p.code for p in producten(getoond)]
    eerste = next(p for p in data["producten"] if p["code"] == "41A01")
    assert [t["bedrag"] for t in eerste["tarieven"]] == (["87.15"] if op else ["84.30", "87.15"])


# --- the command


def test_the_command_writes_the_file_and_tells_what_is_in_it(opdracht: Opdracht, tmp_path: Path) -> None:
    """The format follows the name; a folder that is not there is made."""
    for soort, begin in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")):
        doel = tmp_path / "uit" / f"tabel.{soort}"
        gevonden = opdracht("products", "export", "--regio", "vbr", "--uit", str(doel), "--op", "1-3-2026", "--json")
        assert gevonden.code == 0
        assert doel.read_bytes().startswith(begin)
        assert {**gevonden.json, "digest": ""} == {
            "bestand": str(doel),
            "formaat": soort,
            "regio": VOORBEELD,
            "op": "2026-03-01",
            "producten": 59,
            "rijen": gevonden.json["rijen"],
            "digest": "",
        }
    zin = opdracht("products", "export", "--regio", "vbr", "--uit", str(tmp_path / "a.xlsx")).uit
    assert "60 producten in 92 rijen, sha256:" in zin


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        (("--regio", "voorbeeldreggio", "--uit", "a.xlsx"), "Bedoelde u 'voorbeeldregio'?"),
        (("--regio", "standaard", "--uit", "a.xlsx"), "De landelijke standaard heeft geen tabel."),
        (("--regio", "Amsterdam", "--uit", "a.xlsx"), "Bij 'Amsterdam' kennen we geen regio."),
        (("--regio", "zuid-limburg", "--uit", "a.xlsx"), "Maak eerst productcodes/zuid-limburg.yaml."),
        (("--regio", "vbr", "--uit", "a"), "Geef --formaat"),
        (("--regio", "vbr", "--uit", "a.xlsx", "--formaat", "csv"), "U vraagt om csv"),
        (("--regio", "vbr", "--uit", "."), "is een map. Noem een bestand"),
        (("--regio", "vbr", "--uit", "a.xlsx", "--op", "31-6-2026"), "30 juni 2026"),
        (("--regio", "vbr"), "Er ontbreekt een gegeven: --uit."),
        (("--uit", "a.xlsx"), "Er ontbreekt een gegeven: --regio."),
    ],
)
def test_a_slip_is_told_and_nothing_is_written(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, woorden: tuple[str, ...], zegt: str
) -> None:
    """With exit code 2."""
    map_ = str(ROOT)
    monkeypatch.chdir(tmp_path)
    gevonden = opdracht("products", "export", *woorden, "--map", map_)
    assert gevonden.code == 2
    assert zegt in gevonden.fout
    assert not list(tmp_path.iterdir())


def test_help_is_dutch_and_a_wrong_word_gets_a_suggestion(opdracht: Opdracht) -> None:
    """Of the commands of this group."""
    assert "Voorbeeld: regioprotocol products export" in opdracht("products", "export", "--help").uit
    assert "Opdrachten:" in opdracht("products", "--help").uit
    assert "Bedoelde u 'export'?" in opdracht("products", "exprot").fout


def test_a_table_with_errors_is_not_exported(opdracht_op_schijf: Opdracht, tmp_path: Path) -> None:
    """The findings come out, as in validate; what stood there stays."""
    case: Case = read_case(ROOT / "tests" / "reject" / "RP403-product-twee-keer.yaml")
    folder = place(case, tmp_path)
    doel = tmp_path / "uit.xlsx"
    doel.write_bytes(b"oud")
    regio = next(path.stem for path in (folder / "productcodes").glob("*.yaml"))
    gevonden = opdracht_op_schijf("products", "export", "--regio", regio, "--map", str(folder), "--uit", str(doel))
    assert gevonden.code == 1
    assert "RP403" in gevonden.uit
    assert "Er is niets geschreven." in gevonden.uit
    assert doel.read_bytes() == b"oud"


def test_a_file_that_is_open_in_excel_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace it; no half file stays behind."""
    doel = tmp_path / "tabel.xlsx"
    doel.write_bytes(b"oud")

    def geweigerd(_self: Path, _naar: Path) -> None:
        raise PermissionError(13, "in gebruik")

    with monkeypatch.context() as kort:
        kort.setattr(Path, "replace", geweigerd)
        with pytest.raises(Gebruiksfout, match="nog open in Excel"):
            write_file(doel, b"nieuw")
    assert [path.name for path in tmp_path.iterdir()] == ["tabel.xlsx"]
    assert doel.read_bytes() == b"oud"
    write_file(doel, b"nieuw")
    assert doel.read_bytes() == b"nieuw"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told in one sentence."""
    doel = tmp_path / "tabel.xlsx"
    doel.write_bytes(b"oud")

    def vol(_self: Path, _inhoud: bytes) -> int:
        raise OSError(28, "geen ruimte")

    with monkeypatch.context() as kort:
        kort.setattr(Path, "write_bytes", vol)
        with pytest.raises(Gebruiksfout, match=r"Wat er stond, staat er nog\."):
            write_file(doel, b"nieuw")
    assert doel.read_bytes() == b"oud"


def test_without_the_extra_for_excel_the_other_formats_still_work(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And the way to get it is told."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    gevonden = opdracht("products", "export", "--regio", "vbr", "--uit", str(tmp_path / "a.xlsx"))
    assert gevonden.code == 2
    assert 'pip install "regioprotocol[tabellen]"' in gevonden.fout
    assert opdracht("products", "export", "--regio", "vbr", "--uit", str(tmp_path / "a.csv")).code == 0


def test_a_text_too_long_for_excel_is_told_by_the_command(opdracht_op_schijf: Opdracht, tmp_path: Path) -> None:
    """CSV has no such limit."""
    folder = copy_basis(tmp_path / "werkmap")
    tabel = next((folder / "productcodes").glob("*.yaml"))
    tekst = tabel.read_text(encoding="utf-8")
    assert "    categorie:" in tekst
    lang = f"    toelichting: {'x' * 33_000}\n    categorie:"
    tabel.write_text(tekst.replace("    categorie:", lang, 1), encoding="utf-8")
    woorden = ("products", "export", "--regio", tabel.stem, "--map", str(folder), "--uit")
    gevonden = opdracht_op_schijf(*woorden, str(tmp_path / "a.xlsx"))
    assert gevonden.code == 2
    assert "of kies csv of json" in gevonden.fout
    assert not (tmp_path / "a.xlsx").exists()
    assert opdracht_op_schijf(*woorden, str(tmp_path / "a.csv")).code == 0
