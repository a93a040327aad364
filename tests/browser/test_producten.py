"""Product codes and the comparison in a real browser: filter, sort, address, keyboard, print, no script."""

from __future__ import annotations

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.bezoek import Bezoek

PAD: Final = "regios/voorbeeldregio/productcodes/"
DATA: Final = "data/voorbeeldregio/producten.json"
ALLE: Final = 60


def zichtbaar(pagina: Page) -> list[str]:
    """Give the codes of the rows that show, from top to bottom."""
    return pagina.locator("#producten > tr:not(.detail):visible > th").all_inner_texts()


def test_a_filter_shows_what_fits_and_the_address_reopens_it(bezoeker: Bezoek) -> None:
    """By word (of the category too) and by law; the number is told, and another visit starts where this one was."""
    pagina = bezoeker.naar(PAD)
    assert len(zichtbaar(pagina)) == ALLE
    pagina.get_by_label("Code of woord").fill("hulp huishouden")
    assert zichtbaar(pagina) == ["01A01", "01A02", "01A03"]
    expect(pagina.locator("#telling")).to_have_text("3 van 60 producten")
    pagina.get_by_label("Code of woord").fill("bestaatniet")
    expect(pagina.locator("#telling")).to_contain_text("Geen product gevonden")
    pagina.get_by_label("Code of woord").fill("")
    pagina.get_by_label("Wet").select_option("Jw")
    over = zichtbaar(pagina)
    assert 0 < len(over) < ALLE
    pagina.goto(pagina.url)
    pagina.wait_for_load_state("networkidle")
    assert zichtbaar(pagina) == over
    assert pagina.get_by_label("Wet").input_value() == "Jw"


def test_a_head_sorts_with_the_keyboard(bezoeker: Bezoek) -> None:
    """Enter on the head: up; again: down; the head tells which way."""
    pagina = bezoeker.naar(PAD)
    knop = pagina.get_by_role("button", name="Tarief")
    knop.focus()
    pagina.keyboard.press("Enter")
    kop = pagina.locator("thead th", has=knop)
    expect(kop).to_have_attribute("aria-sort", "ascending")
    bedragen = [_cent(tekst) for tekst in pagina.locator("#producten > tr > td:nth-of-type(2)").all_inner_texts()]
    assert bedragen == sorted(bedragen)
    pagina.keyboard.press("Enter")
    expect(kop).to_have_attribute("aria-sort", "descending")
    assert "op=-2" in pagina.url


@pytest.mark.parametrize(("kop", "sleutel"), [("Per minuut", "sorteer_minuut"), ("Nieuw toe te wijzen", "sorteer_dag")])
def test_amounts_and_days_are_sorted_as_such(bezoeker: Bezoek, kop: str, sleutel: str) -> None:
    """Not as words: 9 euro comes before 10, and 1 April after 31 January."""
    pagina = bezoeker.naar(PAD)
    van = {p["anker"]: p[sleutel] for p in pagina.request.get(f"{bezoeker.basis}{DATA}").json()}
    pagina.get_by_role("button", name=kop).click()
    rijen = pagina.locator("#producten > tr").evaluate_all("rijen => rijen.map((rij) => rij.id)")
    assert [van[anker] for anker in rijen] == sorted(van.values())


def _cent(tekst: str) -> int:
    gevonden = re.match(r"€ ([\d.]+),(\d\d)", tekst)
    return int(gevonden[1].replace(".", "") + gevonden[2]) if gevonden else -1


def test_a_product_opens_at_its_own_address_and_closes_again(bezoeker: Bezoek) -> None:
    """The history of its tariffs and what else is known about it; a second click closes it."""
    pagina = bezoeker.naar(f"{PAD}#01a01")
    detail = pagina.locator("tr.detail")
    expect(detail).to_contain_text("€ 36,60")
    expect(detail).to_contain_text("Tarief per minuut, afgeleid van het uurtarief")
    expect(detail).to_contain_text("301 Omvang/Eenheid")
    link = pagina.locator("[id='01a01'] a")
    expect(link).to_have_attribute("aria-expanded", "true")
    link.click()
    expect(detail).to_have_count(0)
    expect(link).to_have_attribute("aria-expanded", "false")


def test_paper_shows_every_row_of_the_filter(bezoeker: Bezoek) -> None:
    """Not only what fits on the screen; the fields of the filter stay off the paper."""
    pagina = bezoeker.naar(f"{PAD}?wet=Jw")
    over = zichtbaar(pagina)
    pagina.emulate_media(media="print")
    assert zichtbaar(pagina) == over
    expect(pagina.locator("#filters")).to_be_hidden()


def test_without_script_the_table_is_whole(chromium: Browser, adres: str) -> None:
    """All rows, with the tariff; no filter that does nothing."""
    context = chromium.new_context(java_script_enabled=False)
    pagina = context.new_page()
    pagina.goto(adres + PAD)
    rijen = pagina.locator("#producten > tr:visible").count()
    filters = pagina.locator("#filters").is_visible()
    context.close()
    assert (rijen, filters) == (ALLE, False)


@pytest.mark.parametrize("alles", [False, True])
def test_the_comparison_follows_the_chosen_regions(bezoeker: Bezoek, *, alles: bool) -> None:
    """Only rows in which a chosen region differs, or all of them; the choice stands in the address."""
    pagina = bezoeker.naar("vergelijken/?regios=zuid-limburg" + ("&alles=1" if alles else ""))
    koppen = pagina.locator("#matrix thead th").all_inner_texts()
    assert koppen == ["Vraag", "Zuid-Limburg", "Landelijk"]
    weinig = pagina.locator("#matrix tbody tr").count()
    pagina.get_by_label("Midden-IJssel/Oost-Veluwe").check()
    veel = pagina.locator("#matrix tbody tr").count()
    assert veel == weinig if alles else veel > weinig
    assert "midden-ijssel-oost-veluwe" in pagina.url
    expect(pagina.locator("#stand")).to_contain_text(f"{veel} van ")
