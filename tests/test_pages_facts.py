"""Facts on the pages about products, changes, routes, sources and across regions: as the data has them."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regioprotocol.cli.site import site_of
from regioprotocol.coverage import dekking
from regioprotocol.diagnostics import SOORTEN
from regioprotocol.pages import Site, bestanden
from regioprotocol.pages.agenda import Gebeurtenis, agenda, feed
from regioprotocol.pages.route_drawing import Tekenstap, tekening
from regioprotocol.pipeline import Gelezen

OP: Final = date(2026, 11, 23)
MIJOV: Final = "regios/midden-ijssel-oost-veluwe/"
VERZONNEN: Final = "regios/voorbeeldregio/"
ATOM: Final = "{http://www.w3.org/2005/Atom}"
VIES: Final = "<script>alert(1)</script> & \"x\" 'y'"


@pytest.fixture(scope="module")
def site(gelezen: Gelezen) -> Site:
    """Resolve every region once."""
    return site_of(gelezen.werkmap, OP)


@pytest.fixture(scope="module")
def alles(site: Site) -> Mapping[str, str]:
    """Make every file of the site, pages by their address."""
    return {b.pad.removesuffix("index.md"): b.inhoud.decode("utf-8-sig") for b in bestanden(site)}


def gezien(tekst: str) -> str:
    """Give what a reader sees, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", tekst)).split())


def rij(tekst: str, anker: str) -> str:
    """Give what a reader sees of the row of a table with this address."""
    gevonden = re.search(rf'<tr id="{anker}".*?</tr>', tekst, re.DOTALL)
    assert gevonden, anker
    return gezien(gevonden[0])


# --- products


def test_a_tariff_per_minute_stands_beside_the_hourly_tariff(alles: Mapping[str, str]) -> None:
    """66,30 an hour is 1,105 a minute: half up to 1,11. The code keeps its zero and is the address of the row."""
    regel = rij(alles[f"{VERZONNEN}productcodes/"], "02a01")
    assert regel.startswith("02A01 Individuele begeleiding, licht € 66,30 € 1,11 04 (uur) 04 (uur) Wmo")


def test_two_tariffs_of_a_product_stand_below_each_other(alles: Mapping[str, str]) -> None:
    """One for each level of education: beside each other they made the column wider than all the rest."""
    tekst = alles[f"{VERZONNEN}productcodes/"].partition('<tr id="45a02"')[2].partition("</tr>")[0]
    assert "€ 94,90 (HBO)<br>€ 122,10 (WO)" in tekst


def test_what_no_source_names_is_said(alles: Mapping[str, str]) -> None:
    """Annex 4 names products without code and tariff: the page says so, and does not make one up."""
    tekst = gezien(alles[f"{MIJOV}productcodes/"])
    assert re.search(
        r"Van \d+ producten noemt geen bron de code\. Van \d+ producten noemt geen bron het tarief\.", tekst
    )
    assert "€" not in tekst
    assert "Van deze regio hebben we geen productcodes." in gezien(alles["regios/zuid-limburg/productcodes/"])


def test_the_data_of_a_table_has_the_rows_of_the_page(alles: Mapping[str, str]) -> None:
    """A script joins them by their place, so the order must be the same; every address is there once."""
    rijen = json.loads(alles["data/voorbeeldregio/producten.json"])
    ankers = re.findall(r'<tr id="([^"]+)"', alles[f"{VERZONNEN}productcodes/"])
    assert [r["anker"] for r in rijen] == ankers
    assert len(set(ankers)) == len(ankers) == 60
    correctie = [t for r in rijen for t in r["tarieven"] if t["was"]]
    assert all(t["reden"] for t in correctie)


def test_a_code_that_was_replaced_names_what_replaced_it(alles: Mapping[str, str]) -> None:
    """Both ways: who looks up the old code finds the new one."""
    details = {r["code"]: dict(r["details"]) for r in json.loads(alles["data/voorbeeldregio/producten.json"])}
    assert details["45B01"]["Opgevolgd door"] == "45B02"
    assert details["45B02"]["Vervangt"] == "45B01"


def test_the_fields_of_messages_follow_from_the_product(alles: Mapping[str, str]) -> None:
    """02A01 is assigned in hours (301, 315) and declared at 66,30 an hour or 1,11 a minute (323)."""
    gegevens = json.loads(alles["data/voorbeeldregio/productvelden.json"])
    assert len(gegevens["van"]) == 60
    soort, eigen = gegevens["van"]["02a01"]
    over = iter(eigen)
    velden = {(b, element): tekst or next(over) for b, element, tekst in gegevens["soorten"][soort]}
    assert velden["301", "Product/Code"].startswith("02A01")
    assert velden["315", "Omvang/Eenheid"].startswith("04 (uur)")
    assert "€ 66,30" in velden["323", "ProductTarief"]
    assert len(gegevens["soorten"]) < len(gegevens["van"])


# --- changes


def test_the_last_day_to_declare_is_the_last_of_the_next_month(alles: Mapping[str, str]) -> None:
    """Standaard administratieprotocol: February 2026 is declared until 31 March 2026, a month has its own last day."""
    tekst = gezien(alles[f"{MIJOV}wijzigingen/"])
    assert "februari 2026 dinsdag 31 maart 2026" in tekst
    assert "oktober 2026 maandag 30 november 2026" in tekst
    assert "DTSTART;VALUE=DATE:20260331" in alles[f"{MIJOV}wijzigingen/agenda.ics"]


def test_a_change_shows_was_wordt_and_the_difference(alles: Mapping[str, str]) -> None:
    """A new tariff of the voorbeeldregio from 1 January 2026, in euro and percent."""
    tekst = gezien(alles[f"{VERZONNEN}wijzigingen/"])
    assert "01A01 Hulp bij het huishouden, basis: tarief was: € 36,60 wordt: € 37,92 + € 1,32 · + 3,6%" in tekst


def test_a_new_version_is_a_change(alles: Mapping[str, str]) -> None:
    """The voorbeeldregio has a version of 2027, with its decision; it is in the agenda too."""
    tekst = gezien(alles[f"{VERZONNEN}wijzigingen/"])
    assert "Versie van het protocol was: 2025 (voorbeeld) wordt: 2027 (voorbeeld)" in tekst
    assert "Verzonnen besluit van de vier verzonnen gemeenten van 20 oktober 2026." in tekst
    assert "DTSTART;VALUE=DATE:20270101" in alles[f"{VERZONNEN}wijzigingen/agenda.ics"]
    namen = [w["id"] for w in json.loads(alles["data/voorbeeldregio/wijzigingen.json"])]
    assert len(set(namen)) == len(namen)


def test_an_amount_among_the_rules_is_written_in_euro(alles: Mapping[str, str]) -> None:
    """The municipality 9902 pays more for own transport from 1 January 2026; no tariff, so no difference either."""
    tekst = gezien(alles[f"{VERZONNEN}wijzigingen/"])
    assert "Hoogste vergoeding voor eigen vervoer (verzonnen) als gemeente 9902 was: € 12,50 wordt: € 15,00" in tekst


def test_a_bound_is_not_told_as_a_day(alles: Mapping[str, str]) -> None:
    """No source gives the first day of release 3.2, only that it held by then."""
    deel = alles[f"{MIJOV}wijzigingen/"].partition("#d-2025-03-07")[2].partition("</table>")[0]
    assert "Uiterlijk deze dag: de precieze dag staat niet in onze bronnen." in gezien(deel)


@pytest.mark.parametrize("regio", [MIJOV, VERZONNEN, "regios/zuid-limburg/"])
def test_feed_and_agenda_are_well_formed(alles: Mapping[str, str], regio: str) -> None:
    """Atom with its required parts and names that are there once; a calendar with CRLF and lines of 75 bytes."""
    wortel = ET.fromstring(alles[f"{regio}wijzigingen/feed.xml"])  # noqa: S314 - ours
    assert all(wortel.find(f"{ATOM}{naam}") is not None for naam in ("id", "title", "updated", "author", "link"))
    namen = [stuk.findtext(f"{ATOM}id") for stuk in wortel.iter(f"{ATOM}entry")]
    assert len(set(namen)) == len(namen)
    ics = alles[f"{regio}wijzigingen/agenda.ics"]
    assert ics.startswith("BEGIN:VCALENDAR\r\n")
    assert ics.endswith("END:VCALENDAR\r\n")
    assert ics.count("\n") == ics.count("\r\n")
    assert max(len(regel.encode()) for regel in ics.split("\r\n")) <= 75
    uids = re.findall(r"^UID:(.+)\r$", ics, re.MULTILINE)
    assert len(set(uids)) == len(uids)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200))
def test_any_text_survives_the_agenda(tekst: str) -> None:
    """Folded and escaped, it reads back as it was, apart from double spaces."""
    ics = agenda("x", [Gebeurtenis("n", OP, tekst)]).decode()
    heel = ics.replace("\r\n ", "")
    gelezen = re.search(r"^SUMMARY:(.*)\r$", heel, re.MULTILINE)
    assert gelezen
    terug = re.sub(r"\\([\\,;])", r"\1", gelezen[1])
    assert terug == " ".join(tekst.split())


def test_a_feed_holds_hostile_text_as_text() -> None:
    """It is XML: everything is escaped, and reads back as it was."""
    wortel = ET.fromstring(feed("n", VIES, "", [Gebeurtenis("a", OP, VIES)]))  # noqa: S314 - ours
    assert wortel.findtext(f"{ATOM}title") == VIES
    assert wortel.findtext(f"{ATOM}entry/{ATOM}title") == VIES


# --- routes and sources


def test_every_step_of_a_route_stands_in_the_drawing_and_in_the_list(site: Site, alles: Mapping[str, str]) -> None:
    """The drawing is for who sees; the list has the same steps and links the term to its rule."""
    for deel in site.regios:
        routes = deel.snapshot.gegevens.routes if deel.snapshot.gegevens else ()
        pagina = alles[f"{deel.pad}routes/"]
        for route in routes:
            deel_ = pagina.partition(f": #{route.naam} }}")[2].partition("\n## ")[0]
            assert len(re.findall(r'class="vak"', deel_)) == len(route.stappen) == deel_.count("<li><b>")
            assert not route.ontbreekt or "Ontbreekt in bron." in deel_


def test_a_drawing_holds_hostile_text_as_text() -> None:
    """Nothing in it becomes an element."""
    svg = str(tekening("t", VIES, [Tekenstap(1, VIES, VIES, VIES, VIES)]))
    wortel = ET.fromstring(svg)  # noqa: S314 - ours
    assert {element.tag for element in wortel.iter()} <= {
        "svg", "title", "desc", "defs", "marker", "path", "text", "line", "rect",
    }  # fmt: skip
    assert wortel.findtext("title") == VIES


def test_every_statement_of_the_source_has_a_row(site: Site, alles: Mapping[str, str]) -> None:
    """All 238 of Annex 4, each with where it landed or why not."""
    pagina = alles[f"{MIJOV}bronnen/"]
    alineas = dekking(site.werkmap, "midden-ijssel-oost-veluwe")
    assert len(alineas) == 238
    assert all(rij(pagina, uitspraak.alinea.id.lower()).startswith(uitspraak.alinea.id) for uitspraak in alineas)


def test_a_statement_leads_to_where_it_landed(alles: Mapping[str, str]) -> None:
    """A rule, a chapter of prose, or a route: each by its own address. The build itself follows every link."""
    pagina = alles[f"{MIJOV}bronnen/"]
    landing = r'<tr id="a4-010">(?:(?!</tr>).)*?href="../../../' + MIJOV + r"protocol/declareren/#declaratie-"
    assert re.search(landing, pagina.replace("\n", ""))
    assert f"{MIJOV}routes/#" in pagina
    assert ">Hoofdstuk Inleiding</a>" in pagina


# --- across regions


def test_a_return_code_tells_cause_and_what_to_do(alles: Mapping[str, str]) -> None:
    """0611 is TR418: the tariff is not that of the contract."""
    tekst = gezien(alles["retourcodes/0611/"])
    assert "TR418" in tekst
    assert "Het tarief van een vorige periode" in tekst
    assert "Dien deze declaratieregel opnieuw in." in tekst
    assert "JW323" in tekst


def test_a_message_tells_where_it_may_be_sent(alles: Mapping[str, str]) -> None:
    """WMO317: nationally yes, in MIJ/OV no (Annex 4, 8.1)."""
    tekst = gezien(alles["berichten/wmo317/"])
    assert "Landelijke standaard Toegestaan Midden-IJssel/Oost-Veluwe Niet toegestaan anders dan landelijk" in tekst
    assert "Midden-IJssel/Oost-Veluwe Toegestaan" in gezien(alles["berichten/jw317/"])


def test_the_counts_of_the_comparison_add_up(site: Site, alles: Mapping[str, str]) -> None:
    """Every region follows, fills in, adds, deviates or conflicts, and does one of these with a rule."""
    tabel = csv.DictReader(io.StringIO(alles["vergelijken/regels.csv"]), delimiter=";")
    rijen = {regel["regel"]: regel for regel in tabel}
    assert len(rijen) == len(site.standaard.index.regels)
    tellingen = list(next(iter(rijen.values())))[5:]
    assert all(sum(int(regel[naam]) for naam in tellingen) == len(site.regios) for regel in rijen.values())
    assert rijen["vow.gebruik"]["afwijking"] == "2"


def test_every_finding_has_a_page(alles: Mapping[str, str]) -> None:
    """With its explanation, an example and what to do."""
    for soort in SOORTEN:
        tekst = gezien(alles[f"meldingen/{soort.code.lower()}/"])
        assert all(" ".join(deel.split()) in tekst for deel in (soort.uitleg, soort.voorbeeld, soort.oplossing))


def test_the_guide_shows_what_the_tool_says(alles: Mapping[str, str]) -> None:
    """A slip with its place and what was meant, run at the moment of building."""
    tekst = html.unescape(alles["bijhouden/"])
    assert "regions/mijn-regio/vot.yaml:6:9  fout  De gebeurtenis 'intaak' kennen we niet." in tekst
    assert "Bedoelde u 'intake'?" in tekst
    assert "In orde." in tekst
    assert "Binnen 10 werkdagen na de intake stuurt de aanbieder de VOT (315)." in tekst


def test_the_releases_name_a_bound_as_a_bound(alles: Mapping[str, str]) -> None:
    """3.0 began on 1 January 2021; of 3.2 no source gives the day."""
    tekst = gezien(alles["releases/"])
    assert "3.0 1 januari 2021" in tekst
    assert "3.2 onbekend, uiterlijk 7 maart 2025" in tekst


def test_the_days_of_change_come_after_the_first_version(site: Site, alles: Mapping[str, str]) -> None:
    """Before the first version there is nothing to compare with."""
    for deel in site.regios:
        dagen = [w["dag"] for w in json.loads(alles[f"data/{deel.naam}/wijzigingen.json"])]
        versies = [v.vanaf for v in deel.parameterset.versies if isinstance(v.vanaf, str)]
        assert not dagen or min(dagen) > min(versies)
        assert all(date.fromisoformat(dag) < OP + timedelta(days=3650) for dag in dagen)
