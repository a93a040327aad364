"""The calculators in a real browser: the same cases as the engine, and what a person sees, hears and can type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from browser.bezoek import ROOT, Bezoek, bezoek

AXE: Final = Path(__file__).parent / "axe" / "axe.min.js"
REGELS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VRAAG: Final = "regels => axe.run(document, {runOnly: {type: 'tag', values: regels}, resultTypes: ['violations']})"
SETS: Final = ("standaard", "midden-ijssel-oost-veluwe", "voorbeeldregio")
DRAAI: Final = """async ([module, basis]) => {
  const { draaiAlles, draaiVoorbeelden } = await import(module);
  const haal = async (naam) => (await fetch(`${basis}${naam}`)).json();
  const set = await haal('parameterset.json');
  const { gevallen } = await haal('conformance/gevallen.json');
  const { voorbeelden } = await haal('voorbeelden.json');
  return [draaiAlles(set, gevallen), voorbeelden.length, draaiVoorbeelden(set, voorbeelden).length];
}"""
SGGZ: Final = "plaats=0200&regel=vot.indientermijn&feit.productgroep=sggz&dag=2026-01-30"
VOW: Final = "plaats=0200&dag=2026-02-02&wet=Wmo&gegevens=-&aanleiding=-&zorg=lopende zorg"
# An address of each calculator, and how its answer begins.
ANTWOORDEN: Final = {
    f"uiterste-datum/#{SGGZ}": "Uiterlijk vrijdag 8 mei 2026.",
    "uurtarief/#uurtarief=87,24&minuten=240&maand=2025-10": "€ 348,96.",
    "uren/#minuten=35%2B40%2B20%2B35&maand=2025-10": "2 uur.",
    "volume/#plaats=0200&wet=Jw&ingangsdatum=2026-01-14&einddatum=2026-06-10&volume=4&frequentie=2": "Hoogstens 88",
    f"vot-of-vow/#{VOW}": "Nee. De aanbieder stuurt hier geen VOW (317).",
    "declaratieregel/#plaats=0200&wet=Jw&product=45A02&maand=2026-04&eenheid=04&volume=4&tarief=87,24&bedrag=348,96": (
        "Nee. We vinden 1 fout"
    ),
}


@pytest.fixture
def pagina(chromium: Browser, adres: str) -> Iterator[Bezoek]:
    """Look at the site as a Dutch visitor; whatever goes wrong on the way fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    gezien = bezoek(context, adres)
    yield gezien
    context.close()
    assert gezien.fouten == []


@pytest.mark.parametrize("naam", SETS)
def test_the_browser_gives_the_answers_of_the_suite(naam: str, chromium: Browser, adres: str) -> None:
    """Every calculation, term and look-up, with the modules as the site serves them, under its own policy."""
    context = chromium.new_context()
    pagina = context.new_page()
    pagina.goto(f"{adres}rekenen/")
    # What the tests add stands beside the modules of the site: nothing from elsewhere is loaded.
    bron = (ROOT / "tests" / "browser" / "draaien.mjs").read_text(encoding="utf-8")
    pagina.route("**/draaien.mjs", lambda route: route.fulfill(
        body=bron.replace("../../site/scripts/", f"{adres}scripts/"), content_type="text/javascript"))  # fmt: skip
    gevallen, aantal, fout = pagina.evaluate(DRAAI, [f"{adres}draaien.mjs", f"{adres}data/{naam}/"])
    context.close()
    assert [geval for geval in gevallen if geval["verschillen"]] == []
    assert len(gevallen) > 150
    assert aantal > 1000
    assert fout == 0


@pytest.mark.parametrize("plek", ANTWOORDEN, ids=lambda plek: plek.partition("/")[0])
def test_an_address_opens_its_answer(plek: str, pagina: Bezoek) -> None:
    """The first words answer, the address stays, and the words about privacy stand under the form."""
    blad = _open(pagina, plek)
    assert _antwoord(blad).startswith(ANTWOORDEN[plek])
    assert blad.locator(".privacy").inner_text() == "Wat u invult, blijft op uw apparaat."
    [(naam, waarde)] = list(_staat(plek).items())[-1:]
    assert f"{naam}={waarde}" in blad.url.replace("%2C", ",").replace("%20", " ").replace("+", " ")


@pytest.mark.parametrize("breedte", [1280, 320])
@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_an_answer_has_no_axe_violations(chromium: Browser, adres: str, kleuren: Any, breedte: int) -> None:
    """With the answer on the page, and with what is wrong next to the fields."""
    context = chromium.new_context(color_scheme=kleuren, viewport={"width": breedte, "height": 900})
    gezien = bezoek(context, adres)
    gevonden: list[str] = []
    for plek in ANTWOORDEN:
        for open_ in (_open, _open_leeg):
            blad = open_(gezien, plek)
            blad.evaluate(AXE.read_text(encoding="utf-8"))
            fouten = blad.evaluate(VRAAG, REGELS)["violations"]
            gevonden += [f"{plek} {fout['id']}: {fout['nodes'][0]['target']}" for fout in fouten]
            if (breed := blad.evaluate("document.documentElement.scrollWidth")) > breedte:
                gevonden.append(f"{plek} schuift opzij: {breed}")
    context.close()
    assert gevonden + gezien.fouten == []


def test_a_wrong_field_says_so_next_to_it(pagina: Bezoek) -> None:
    """In Dutch, all at once; the first wrong field has the focus; nothing is computed."""
    blad = _open_leeg(pagina, "uurtarief/")
    blad.fill("#uurtarief", "87,245")
    blad.fill("#minuten", "1,5")
    blad.click("button[type=submit]")
    assert "hoogstens twee cijfers achter de komma" in blad.locator("#uurtarief-fout").inner_text()
    assert "geen heel getal" in blad.locator("#minuten-fout").inner_text()
    assert blad.locator("#maand-fout").inner_text() == "De maand ontbreekt. Vul dit veld in."
    assert blad.evaluate("document.activeElement.id") == "uurtarief"
    assert blad.locator("#uurtarief").get_attribute("aria-invalid") == "true"
    assert "uurtarief-fout" in (blad.locator("#uurtarief").get_attribute("aria-describedby") or "")
    assert blad.locator("#uitkomst").inner_text() == ""


def test_a_year_without_calendar_says_so(pagina: Bezoek) -> None:
    """No guess about days off that nobody knows."""
    blad = pagina.naar("rekenen/uiterste-datum/")
    blad.goto("about:blank")
    pagina.naar("rekenen/uiterste-datum/#regel=retour.termijn")
    blad.fill("#dag", "2999-01-30")
    blad.click("button[type=submit]")
    assert "Zo ver kunnen we niet rekenen" in blad.locator("#dag-fout").inner_text()


def test_part_of_an_address_fills_in_and_complains_about_nothing(pagina: Bezoek) -> None:
    """A page about a product links to the calculator with that product filled in."""
    blad = pagina.naar("rekenen/declaratieregel/#plaats=regio:voorbeeldregio&product=45A02")
    assert blad.locator("#product").input_value() == "45A02"
    assert blad.locator("[aria-invalid]").count() == 0
    assert blad.locator("#uitkomst").inner_text() == ""


def test_a_product_brings_its_tariff(pagina: Bezoek) -> None:
    """That of the month; where there are more, the visitor chooses."""
    blad = _open(pagina, "uurtarief/#plaats=9901&product=02A02&minuten=240&maand=2026-02")
    assert blad.locator("#uurtarief").input_value() == "81,00"
    assert _antwoord(blad).startswith("€ 324,00. Tarief in de declaratieregel: € 1,35")
    blad.select_option("#product", "45A02")
    assert "meer tarieven: € 94,90 of € 122,10" in blad.locator("#product-hint").inner_text()
    assert blad.locator("#uurtarief").input_value() == ""
    assert blad.locator("#uitkomst").inner_text() == ""


def test_a_municipality_without_a_protocol_is_told_first(pagina: Bezoek) -> None:
    """It gets the standard, and hears that its region may say otherwise."""
    blad = _open(pagina, "uiterste-datum/#plaats=0014&regel=vot.indientermijn&dag=2026-01-30")
    tekst = blad.locator("#uitkomst").inner_text()
    assert tekst.startswith("Van deze gemeente hebben we nog geen protocol.")
    assert "Uiterlijk vrijdag 6 februari 2026." in tekst


def test_a_law_without_a_protocol_gets_the_standard(pagina: Bezoek) -> None:
    """A region can be there for youth alone: for the other law the standard answers, and says so."""
    plek = "volume/#plaats=0935&ingangsdatum=2026-01-01&einddatum=2026-01-31&volume=4&frequentie=2"
    for wet, begin in (("Jw", ""), ("Wmo", "Van deze gemeente hebben we voor de Wmo nog geen protocol.")):
        blad = _open(pagina, f"{plek}&variant=inspanningsgericht&wet={wet}")
        let_op = [tekst for tekst in blad.locator("#uitkomst .let").all_inner_texts() if "geen protocol" in tekst]
        assert [tekst[: len(begin)] for tekst in let_op] == ([begin] if begin else [])


def test_a_term_asks_for_the_law_where_it_decides_who_answers(pagina: Bezoek) -> None:
    """The choice stays when another protocol comes with other questions."""
    blad = _open(pagina, "uiterste-datum/#plaats=0935&regel=vot.indientermijn&dag=2026-01-30")
    blad.select_option("[name='feit.wet']", "Wmo")
    blad.wait_for_function("document.querySelector('#uitkomst .let')?.textContent.includes('voor de Wmo')")
    assert blad.locator("[name='feit.wet']").input_value() == "Wmo"
    assert "feit.wet=Wmo" in blad.url


def test_the_municipality_of_the_first_page_is_chosen_already(pagina: Bezoek) -> None:
    """Chosen once, kept on the device; an address with a place goes first."""
    blad = pagina.naar("rekenen/uren/")
    blad.evaluate("localStorage.setItem('gemeente', JSON.stringify({gemeente: '0200', regio: ''}))")
    blad.reload()
    blad.wait_for_load_state("networkidle")
    assert blad.locator("#plaats").input_value() == "0200"
    blad.goto("about:blank")
    assert pagina.naar("rekenen/uren/#plaats=0014").locator("#plaats").input_value() == "0014"


def test_the_day_goes_into_the_agenda(pagina: Bezoek) -> None:
    """The file is made here, and is the same every time."""
    blad = _open(pagina, f"uiterste-datum/#{SGGZ}")
    with blad.expect_download() as gehaald:
        blad.click("text=zet in uw agenda")
    assert gehaald.value.suggested_filename == "vot.indientermijn-2026-05-08.ics"
    tekst = Path(gehaald.value.path()).read_bytes().decode("utf-8")
    assert "DTSTART;VALUE=DATE:20260508\r\n" in tekst
    assert tekst.startswith("BEGIN:VCALENDAR\r\n")


def test_keyboard_alone_reaches_an_answer(pagina: Bezoek) -> None:
    """Type, Tab and Enter: from the first field to the answer, which is announced."""
    blad = pagina.naar("rekenen/uren/")
    blad.focus("#plaats")
    blad.keyboard.press("Tab")
    blad.keyboard.type("100+29")
    blad.evaluate("document.getElementById('maand').value = '2026-01'")
    blad.keyboard.press("Enter")
    blad.wait_for_selector("#uitkomst .kaart")
    assert _antwoord(blad) == "2 uur."
    assert blad.locator("#uitkomst").get_attribute("aria-live") == "polite"


def test_an_answer_follows_a_change(pagina: Bezoek) -> None:
    """An answer never stands beside other facts than it was computed with."""
    blad = _open(pagina, f"uiterste-datum/#{SGGZ}")
    blad.select_option("[name='feit.productgroep']", "anders")
    blad.wait_for_function("document.querySelector('.antwoord').textContent !== 'Uiterlijk vrijdag 8 mei 2026.'")
    assert _antwoord(blad) == "Uiterlijk vrijdag 6 februari 2026."
    assert "feit.productgroep=anders" in blad.url


def test_hostile_text_in_an_address_is_shown_and_not_run(pagina: Bezoek) -> None:
    """A link from elsewhere can hold anything."""
    vies = quote("<img src=x onerror=alert(1)>")
    adres = f"declaratieregel/#plaats=regio:voorbeeldregio&wet=Jw&product={vies}&maand=2026-01&eenheid=04&volume=1"
    blad = _open(pagina, f"{adres}&tarief=1,00&bedrag=1,00")
    assert "<IMG SRC=X" in blad.locator("#uitkomst").inner_text()
    assert blad.locator("#uitkomst img").count() == 0


def _open(bezoek_: Bezoek, plek: str) -> Page:
    bezoek_.pagina.goto("about:blank")
    blad = bezoek_.naar(f"rekenen/{plek}")
    blad.wait_for_selector("#uitkomst .kaart")
    return blad


def _open_leeg(bezoek_: Bezoek, plek: str) -> Page:
    """Open the form and send it with nothing filled in."""
    bezoek_.pagina.goto("about:blank")
    blad = bezoek_.naar(f"rekenen/{plek.partition('#')[0]}")
    blad.click("button[type=submit]")
    blad.wait_for_selector("[aria-invalid]")
    return blad


def _antwoord(blad: Page) -> str:
    return blad.locator("#uitkomst .antwoord").first.inner_text().replace("\u00a0", " ")


def _staat(plek: str) -> dict[str, str]:
    return dict(deel.split("=", 1) for deel in plek.partition("#")[2].split("&"))
