"""The first page answers, and searching lands on the right place: what people type, in a real browser."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from playwright.sync_api import Browser, Page

from browser.bezoek import ROOT, Bezoek, bezoek
from regioprotocol.pages.links import verwijzingen

VRAGEN: Final[list[dict[str, str]]] = yaml.safe_load((ROOT / "tests" / "tien_vragen.yaml").read_text(encoding="utf-8"))
ZOEKVRAGEN: Final[list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "tests" / "zoekvragen.yaml").read_text(encoding="utf-8")
)
EERSTE: Final = 3
HOOGSTENS: Final = 300_000


def _stel(pagina: Page, typt: str, gemeente: str = "") -> None:
    """Ask as one does without a mouse: type, tab, type, enter."""
    pagina.locator("#q").focus()
    pagina.keyboard.type(typt)
    if gemeente:
        pagina.keyboard.press("Tab")
        pagina.keyboard.type(gemeente)
    pagina.keyboard.press("Enter")
    pagina.wait_for_selector("#antwoord > *")


@pytest.mark.parametrize("vraag", VRAGEN, ids=[vraag["vraag"] for vraag in VRAGEN])
def test_a_question_of_a_provider(bezoeker: Bezoek, vraag: dict[str, str]) -> None:
    """The first sentence is the answer; it is read out, and its address opens it again."""
    pagina = bezoeker.naar("")
    _stel(pagina, vraag["typt"], vraag.get("gemeente", ""))
    eerste = _tekst(pagina, "#antwoord .antwoord >> nth=0")
    assert vraag["leest"] in eerste
    assert vraag["ook"] in _tekst(pagina, "#antwoord")
    assert _tekst(pagina, "#melding") == eerste
    assert pagina.evaluate("document.activeElement.id") == "antwoord"
    opnieuw = bezoeker.naar(pagina.url.removeprefix(bezoeker.basis))
    opnieuw.wait_for_selector("#antwoord .antwoord")
    assert _tekst(opnieuw, "#antwoord .antwoord >> nth=0") == eerste


def test_a_choice_changes_the_answer_and_back_returns(bezoeker: Bezoek) -> None:
    """The question that we ask back is a link; the button 'back' of the browser undoes it."""
    pagina = bezoeker.naar("?q=VOW&gemeente=0200")
    pagina.wait_for_selector("#antwoord .vervolg")
    pagina.locator(".vervolg a", has_text="Wmo").first.click()
    pagina.wait_for_url("**wet=Wmo**")
    pagina.wait_for_selector("#antwoord .kaart.nee")
    pagina.go_back()
    pagina.wait_for_selector("#antwoord .kaart.deels")


def test_an_unknown_municipality_is_asked_again(bezoeker: Bezoek) -> None:
    """The field says what it could be; nothing is guessed."""
    pagina = bezoeker.naar("")
    pagina.locator("#q").fill("WMO317")
    pagina.locator("#gemeente").fill("Berg")
    pagina.keyboard.press("Enter")
    pagina.wait_for_selector("#gemeentefout:not([hidden])")
    assert "Bedoelde u Berg en Dal" in _tekst(pagina, "#gemeentefout")
    assert pagina.evaluate("document.activeElement.id") == "gemeente"
    assert pagina.locator("#antwoord > *").count() == 0


def test_my_regions_stay_and_tell_what_is_new(bezoeker: Bezoek) -> None:
    """The choice is in the address and on the device; a later visit says what changed since."""
    pagina = bezoeker.naar("")
    pagina.locator(".mijn-regios summary").click()
    pagina.locator(".mijn-regios input[value=voorbeeldregio]").check()
    assert "regios=voorbeeldregio" in pagina.url
    bezoek_toen = {"voorbeeldregio": {"dag": "2026-01-05", "gezien": []}}
    pagina.evaluate("toen => localStorage.setItem('vorig-bezoek', toen)", json.dumps(bezoek_toen))
    opnieuw = bezoeker.naar("")
    opnieuw.wait_for_selector(".nieuws a")
    assert "Nieuw sinds uw vorige bezoek" in _tekst(opnieuw, ".nieuws")
    assert "Voorbeeldregio" in _tekst(opnieuw, ".mijn-regios summary")


@pytest.mark.parametrize("vraag", ZOEKVRAGEN, ids=[f"{v['zoek']} {v.get('regio', '')}" for v in ZOEKVRAGEN])
def test_searching_lands_on_the_place(bezoeker: Bezoek, vraag: dict[str, Any]) -> None:
    """What people type brings them there with one of the first three results."""
    pagina = bezoeker.naar("zoeken/")
    if regio := vraag.get("regio"):
        pagina.locator("#regio").select_option(regio)
    pagina.locator("#q").fill(vraag["zoek"])
    pagina.keyboard.press("Enter")
    pagina.wait_for_selector(f"#melding:has-text('{EINDE}')")
    adressen: list[str] = pagina.eval_on_selector_all("#treffers > li > a", "links => links.map(a => a.href)")
    eerste = [adres.removeprefix(bezoeker.basis) for adres in adressen[:EERSTE]]
    doelen = vraag["komt_op"] if isinstance(vraag["komt_op"], list) else [vraag["komt_op"]]
    assert any(_past(adres, doel) for adres in eerste for doel in doelen), eerste


def _past(adres: str, doel: str) -> bool:
    return doel in adres if doel.startswith("#") else adres.startswith(doel)


# The last sentence of the status: 'n treffers voor …' or 'Niets gevonden voor …'.
EINDE: Final = " voor "


def test_every_address_of_the_signposts_exists(site: Path) -> None:
    """A name leads to a page that is there, and to a place on it."""
    wijzers = [site / "data" / "wegwijzer.json", *sorted(site.glob("data/*/wegwijzer.json"))]
    plaatsen: dict[str, frozenset[str]] = {}
    kwijt = []
    for wijzer in wijzers:
        gegevens: dict[str, Any] = json.loads(wijzer.read_text(encoding="utf-8"))
        adressen = [naam["pad"] for naam in gegevens["namen"]] + list(gegevens.get("plekken", {}).values())
        for adres in adressen:
            pad, _, anker = adres.partition("#")
            if adres.startswith("?"):
                continue
            if pad not in plaatsen:
                bestand = site / pad / "index.html"
                gevonden = verwijzingen(bestand.read_text(encoding="utf-8")).plaatsen if bestand.is_file() else None
                plaatsen[pad] = gevonden if gevonden is not None else frozenset({"?"})
            if plaatsen[pad] == {"?"} or (anker and anker not in plaatsen[pad]):
                kwijt.append(adres)
    assert kwijt == []


def test_the_first_answer_is_light(chromium: Browser, adres: str, site: Path) -> None:
    """Page, style, scripts and data of a first answer stay under 300 kB, gzipped."""
    context = chromium.new_context()
    gezien = bezoek(context, adres)
    geladen: set[str] = set()
    gezien.pagina.on("response", lambda antwoord: geladen.add(antwoord.url.removeprefix(adres).partition("?")[0]))
    gezien.naar("?q=WMO317&gemeente=0200").wait_for_selector("#antwoord .kaart")
    context.close()
    bytes_ = [len(gzip.compress((site / (pad or "index.html")).read_bytes())) for pad in geladen]
    assert gezien.fouten == []
    assert sum(bytes_) < HOOGSTENS


def _tekst(pagina: Page, waar: str) -> str:
    return " ".join((pagina.locator(waar).text_content() or "").replace("\u00a0", " ").split())
