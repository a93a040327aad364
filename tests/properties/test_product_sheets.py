"""A product table goes out to a sheet and back, for tables that nobody thought of: nothing changes on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regioprotocol.assemble.item import Item
from regioprotocol.assemble.products import lees_tabel
from regioprotocol.diagnostics import Melding
from regioprotocol.export.product_files import als_csv
from regioprotocol.export.product_sheet import productblad
from regioprotocol.export.product_workbook import werkboek
from regioprotocol.model.product import Producttabel
from regioprotocol.model.regio import Regio
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.pipeline import load
from regioprotocol.source import parse
from regioprotocol.source.rewrite import rewrite
from regioprotocol.source.spreadsheet import read_spreadsheet
from regioprotocol.tables.changes import TARIEF, vergelijk
from regioprotocol.tables.edits import bewerkingen
from regioprotocol.tables.flat import Productrij, Tariefrij, digest, plat
from regioprotocol.tables.importing import Uitkomst, Wens, importeer
from regioprotocol.tables.records import Vraag
from regioprotocol.tables.tariffs import voeg_in

ROOT: Final = Path(__file__).parents[2]
REGIO: Final = Regio(naam="proef", titel="Proefregio", deelname=(), versies=())
LEEG: Final = "regio: proef\nstatus: concept\nproducten: []\n"
DAGEN: Final = st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(date.isoformat)
# What a person can type on one line; a cell has no other control characters.
TEKST: Final = (
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=60)
    .map(lambda tekst: " ".join(tekst.split()))
    .filter(lambda tekst: tekst.strip("'") not in {"", "-", "\u2013", "\u2014"})
)
BEDRAG: Final = st.decimals(0, 99999, places=2).map(lambda bedrag: f"{bedrag:.2f}")


@cache
def woordenboek() -> Woordenboek:
    """Give the real vocabulary."""
    return load(ROOT, date(2026, 1, 15), ()).werkmap.woordenboek


@st.composite
def tarieven(draw: st.DrawFn) -> tuple[Tariefrij, ...]:
    """Make tariffs that follow each other, for up to two kenmerken."""
    rijen: tuple[Tariefrij, ...] = ()
    for kenmerk in draw(st.sampled_from([("",), ("HBO", "WO"), ("=1+1",)])):
        for vanaf in sorted(draw(st.sets(DAGEN, min_size=1, max_size=3))):
            rijen = voeg_in(rijen, Tariefrij(kenmerk, vanaf, draw(BEDRAG)))
    return rijen


@st.composite
def product(draw: st.DrawFn, code: str) -> Productrij:
    """Make a product with any of its columns filled."""
    velden = {"code": code, "naam": draw(TEKST), "categorie": code[:2]}
    velden["wet"] = draw(st.sampled_from(["Jw", "Wmo", "Jw, Wmo"]))
    velden["variant"] = draw(st.sampled_from(["inspanningsgericht", "outputgericht"]))
    velden["eenheid"] = draw(st.sampled_from(["01", "04", "14", "16", "82", "83", "84"]))
    velden["frequenties"] = ", ".join(draw(st.lists(st.sampled_from("1246"), min_size=1, max_size=3, unique=True)))
    velden["geldig_vanaf"] = begin = draw(DAGEN)
    if draw(st.booleans()):
        einde = date.fromisoformat(begin) + timedelta(days=draw(st.integers(0, 900)))
        velden["geldig_tot_en_met"] = einde.isoformat()
    for veld, waarden in (
        ("perceel", TEKST),
        ("declaratie_eenheid", st.sampled_from(["84"])),
        ("declareren_tot_en_met", DAGEN),
        ("vervangt", st.just("45Z98, 45Z99")),
        ("maximale_duur", st.sampled_from(["1 jaar", "26 weken", "3 maanden + 5 werkdagen"])),
        ("hoofdcode", st.just("45Z99")),
        ("delen", st.sampled_from(["start 70% (45Z98; start zorg) | resultaat 30%", "a 100%"])),
        ("combinaties", st.just("uitgesloten 45Z98 | vereist 45Z99")),
        ("maximum_per_jaar", st.integers(0, 99999).map(str)),
        ("declaratiemoment", TEKST),
        ("bron", TEKST),
        ("toelichting", TEKST),
    ):
        if draw(st.booleans()):
            velden[veld] = draw(waarden)
    if velden.get("declaratie_eenheid") == velden["eenheid"]:
        del velden["declaratie_eenheid"]
    if draw(st.booleans()):
        return Productrij(_op_volgorde(velden), draw(tarieven()))
    return Productrij(_op_volgorde(velden), (), draw(st.sampled_from(["onbekend", "geen"])))


def _op_volgorde(velden: Mapping[str, str]) -> Mapping[str, str]:
    return {kolom: velden[kolom] for kolom in woordenboek().kolommen.kolommen if kolom in velden}


@st.composite
def tabellen(draw: st.DrawFn) -> tuple[Productrij, ...]:
    """Make a table of a few products, each with its own code."""
    categorieen = st.sampled_from(sorted(woordenboek().codelijsten["JZ020"].codes))
    code = st.builds("{}{}".format, categorieen, st.from_regex(r"[A-Z0-9]{3}", fullmatch=True))
    codes = draw(st.lists(code, min_size=1, max_size=3, unique=True))
    return tuple(draw(product(code)) for code in codes)


def als_tabel(rijen: Sequence[Productrij], tekst: str = LEEG) -> tuple[Producttabel, str]:
    """Write rows as the YAML of a table, and read it."""
    nieuw = rewrite(tekst, bewerkingen((), rijen))
    document, meldingen = parse(nieuw.encode(), "productcodes/proef.yaml")
    assert document is not None
    fouten: list[Melding] = []
    tabel = lees_tabel(Item(document, document.data, fouten))
    assert [m.tekst for m in (*meldingen, *fouten)] == []
    return tabel, nieuw


def terug(raw: bytes, naam: str, tabel: Producttabel, per: str = "") -> Uitkomst:
    """Import a file into the table that it was made of."""
    boek, meldingen = read_spreadsheet(raw, naam)
    assert boek is not None, [m.tekst for m in meldingen]
    return importeer(boek, plat(tabel), woordenboek(), Wens(), Vraag(regio="proef", vandaag="2026-06-01", per=per))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tabellen())
def test_rows_become_yaml_that_reads_as_those_rows(rijen: tuple[Productrij, ...]) -> None:
    """What an import writes is what it meant."""
    tabel, _ = als_tabel(rijen)

    assert digest(plat(tabel)) == digest(rijen)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tabellen(), st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 12, 31))))
def test_an_export_that_is_imported_changes_nothing(rijen: tuple[Productrij, ...], op: date | None) -> None:
    """Excel, CSV, the whole table or one day of it: out and back is no change and no fout."""
    tabel, _ = als_tabel(rijen)
    blad = productblad(REGIO, tabel, woordenboek().kolommen, op)
    uitkomsten = [terug(werkboek(blad, woordenboek()), "uit.xlsx", tabel)]
    if op is None:
        uitkomsten.append(terug(als_csv(blad), "uit.csv", tabel))

    for uitkomst in uitkomsten:
        assert [(m.soort.code, str(m.plaats), m.tekst) for m in uitkomst.meldingen if blad.rijen] == []
        assert not uitkomst.plan.verandert, (uitkomst.plan.gewijzigd, uitkomst.plan.toegevoegd)
        assert len(uitkomst.plan.ongewijzigd) == len(blad.rijen)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tabellen(), DAGEN)
def test_a_list_with_all_its_years_changes_nothing_from_a_day(rijen: tuple[Productrij, ...], per: str) -> None:
    """A list that knows nothing of its origin, taken to hold from a day: older and later years stay as they were."""
    tabel, _ = als_tabel(rijen)
    uitkomst = terug(als_csv(productblad(REGIO, tabel, woordenboek().kolommen)), "uit.csv", tabel, per)

    assert not uitkomst.plan.verandert, uitkomst.plan.gewijzigd


# What people type, by heading: as it should be, otherwise written, and wrong.
GETYPT: Final[Mapping[str, Sequence[str]]] = {
    "Code": ["45A01", "45A02", "45B03", "onbekend", "45a01", "1E5"],
    "Naam": ["Begeleiding", "x: y", "- a", "# c", "null", "0123", "&a", "{x}", "\u200bq", "=1+1", "a\u2028b", ""],
    "Wet": ["Jw", "jeugd", "Jw, Wmo", "Wlz", ""],
    "Variant": ["inspanningsgericht", "output", "GI", ""],
    "Eenheid": ["04", "minuut", "stuks", "week", "onbekend", ""],
    "Eenheid declaratie": ["04", "01", "onbekend", ""],
    "Frequenties": ["2, 4", "4;2", "week/maand", "per jaar", "onbekend", ""],
    "Geldig vanaf": ["2025-01-01", "1 januari 2027", "01-01-0001", "31-12-9999", "31-06-2027", ""],
    "Geldig t/m": ["31-12-2027", "31-12-9999", "01-01-0001", ""],
    "Declareren t/m": ["31-12-2028", "31-12-9999", ""],
    "Doelgroep": ["HBO", "18-", "null", ""],
    "Tarief": ["85,20", "€ 1.234,50", "9" * 30, "0,005", "€ 5,-", "geen", "onbekend", ""],
    "Tarief 2027": ["90", "1,50", ""],
    "Tarief vanaf": ["01-07-2027", "2025-01-01", "01-01-0001", "31-12-9999", ""],
    "Tarief t/m": ["31-12-2027", "31-12-9999", "01-01-2024", ""],
    "Vervangt": ["45A02", "45A02 en 45A02", ""],
    "Maximale duur": ["1 jaar", "01 jaar", "zo lang als nodig", ""],
    "Delen": ["a 070 % (45A02;start) | b 30%", "a 50%|b 50%", "a (b) 70% (c (d)) | e 30%", ""],
    "Combinaties": ["vereist: 45A02; 45A01 | toegestaan 45B03", "uitgesloten x", ""],
    "Maximum per jaar": ["58", "058", "1234567", "\u00b2", ""],
}


BEKEND: Final = tuple(
    Productrij(
        {"code": code, "naam": "Begeleiding", "categorie": "45", "wet": "Jw", "variant": "inspanningsgericht"}
        | {"eenheid": "04", "declaratie_eenheid": "01", "frequenties": "2", "geldig_vanaf": "2025-01-01"},
        (Tariefrij("", "2025-01-01", "82.50", "2025-12-31"), Tariefrij("", "2026-01-01", "85.20")),
    )
    for code in ("45A01", "45A02")
)


@st.composite
def getypt(draw: st.DrawFn) -> str:
    """Make a sheet with some of the columns, and in them what people type."""
    namen = [
        "Code",
        *draw(st.lists(st.sampled_from(sorted(GETYPT.keys() - {"Code"})), min_size=1, max_size=4, unique=True)),
    ]
    rijen = draw(st.lists(st.tuples(*(st.sampled_from(GETYPT[naam]) for naam in namen)), min_size=1, max_size=3))
    return "\n".join(";".join(f'"{cel}"' for cel in rij) for rij in (tuple(namen), *rijen))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(getypt(), st.sampled_from(["", "2027-01-01"]))
def test_whatever_is_typed_is_refused_or_written_as_it_was_meant(blad: str, per: str) -> None:
    """Never a table that says something else than what was shown, and never a change the second time."""
    tabel, tekst = als_tabel(BEKEND)
    uitkomst = terug(blad.encode(), "blad.csv", tabel, per)
    if any(melding.soort.ernst == "fout" for melding in uitkomst.meldingen):
        return
    document, _ = parse(rewrite(tekst, bewerkingen(plat(tabel), uitkomst.plan.rijen)).encode(), "proef.yaml")
    assert document is not None
    nieuw = lees_tabel(Item(document, document.data, []))

    assert digest(plat(nieuw)) == digest(uitkomst.plan.rijen)
    assert not terug(blad.encode(), "blad.csv", nieuw, per).plan.verandert


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tabellen(), BEDRAG, DAGEN)
def test_a_new_tariff_changes_nothing_before_its_day(rijen: tuple[Productrij, ...], bedrag: str, vanaf: str) -> None:
    """On every day before it the amounts are the same; on its day it is the new one; the rest of the table stays."""
    for rij in rijen:
        for kenmerk in {t.kenmerk for t in rij.tarieven}:
            na = voeg_in(rij.tarieven, Tariefrij(kenmerk, vanaf, bedrag))
            dagen = {t.vanaf for t in (*rij.tarieven, *na)} | {t.tot_en_met for t in (*rij.tarieven, *na)} - {""}
            for dag in dagen:
                if dag < vanaf:
                    assert _op(rij.tarieven, kenmerk, dag) == _op(na, kenmerk, dag)
            assert _op(na, kenmerk, vanaf) == [bedrag]
            assert [t for t in na if t.kenmerk != kenmerk] == [t for t in sorted(rij.tarieven) if t.kenmerk != kenmerk]


def _op(rijen: Sequence[Tariefrij], kenmerk: str, dag: str) -> list[str]:
    return [
        t.bedrag for t in rijen if t.kenmerk == kenmerk and t.vanaf <= dag and (not t.tot_en_met or dag <= t.tot_en_met)
    ]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tabellen(), tabellen())
def test_edits_lead_from_any_table_to_any_other(eerst: tuple[Productrij, ...], daarna: tuple[Productrij, ...]) -> None:
    """Rows that change in place and rows that are new: the text after the edits reads as the rows that were meant."""
    tabel, tekst = als_tabel(eerst)
    voor = plat(tabel)
    anders = tuple(
        Productrij({**na.velden, "code": was.code, "categorie": was.velden["categorie"]}, na.tarieven, na.tarief_stand)
        for was, na in zip(voor, daarna, strict=False)
    )
    codes = {rij.code for rij in voor}
    nieuw = tuple(rij for rij in daarna if rij.code not in codes)
    doel = (*anders, *voor[len(anders) :], *nieuw)
    document, _ = parse(rewrite(tekst, bewerkingen(voor, doel)).encode(), "productcodes/proef.yaml")
    assert document is not None

    assert digest(plat(lees_tabel(Item(document, document.data, [])))) == digest(doel)


@given(tabellen())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_differs_from_itself(rijen: tuple[Productrij, ...]) -> None:
    """Comparing a product with itself gives no change; with another amount exactly one."""
    for rij in rijen:
        assert list(vergelijk(rij, rij)) == []
        for nummer, tarief in enumerate(rij.tarieven):
            ander = Tariefrij(tarief.kenmerk, tarief.vanaf, "123456.78", tarief.tot_en_met)
            na = Productrij(rij.velden, (*rij.tarieven[:nummer], ander, *rij.tarieven[nummer + 1 :]))
            assert [(w.veld, w.oud, w.nieuw) for w in vergelijk(rij, na)] == [(TARIEF, tarief.bedrag, "123456.78")]
