"""What must hold on every kind of page: WCAG 2.2 AA, no request to elsewhere, no sideways scroll, print, no script."""

from __future__ import annotations

import filecmp
import gzip
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser

from browser.bezoek import Bezoek, bezoek, bouw
from browser.soorten import paginas

AXE: Final = Path(__file__).parent / "axe" / "axe.min.js"
REGELS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMAL: Final = 320
DELEN: Final = 3
VRAAG: Final = "regels => axe.run(document, {runOnly: {type: 'tag', values: regels}, resultTypes: ['violations']})"


@pytest.mark.parametrize("deel", range(DELEN))
def test_no_axe_violations(chromium: Browser, adres: str, site: Path, deel: int) -> None:
    """Every kind of page, light and dark, on a laptop and on the smallest phone; nothing leaves the computer."""
    context = chromium.new_context()
    gezien = bezoek(context, adres)
    gevonden: list[str] = []
    for pad in paginas(site)[deel::DELEN]:
        pagina = gezien.naar(pad)
        pagina.evaluate(AXE.read_text(encoding="utf-8"))
        for breedte, kleuren in product((1280, SMAL), ("light", "dark")):
            pagina.set_viewport_size({"width": breedte, "height": 900})
            # Without motion: a colour that is still changing is none of the two.
            pagina.emulate_media(color_scheme=kleuren, reduced_motion="reduce")
            breed = pagina.evaluate("document.documentElement.scrollWidth")
            if breed > breedte:
                gevonden.append(f"{pad}: schuift opzij, {breed} in {breedte}")
            fouten = pagina.evaluate(VRAAG, REGELS)["violations"]
            gevonden += [f"{pad} ({breedte}, {kleuren}): {_fout(fout)}" for fout in fouten]
    context.close()
    assert gevonden + gezien.fouten == []


def _fout(fout: dict[str, Any]) -> str:
    plekken = ", ".join(str(plek["target"][0]) for plek in fout["nodes"][:3])
    return f"{fout['id']} ({len(fout['nodes'])} keer): {plekken}"


def test_every_page_has_a_policy_language_and_one_title(site: Path) -> None:
    """The policy stands before anything it is about; a reader hears Dutch; there is one heading of the first level."""
    fouten = []
    for bestand in site.rglob("*.html"):
        tekst = bestand.read_text(encoding="utf-8")
        kop = tekst.partition("</head>")[0]
        eerste = min(kop.find("<link"), kop.find("<script") if "<script" in kop else len(kop))
        goed = 0 < kop.find("Content-Security-Policy") < eerste and '<html lang="nl"' in kop
        if not goed or tekst.count("<h1") != 1:
            fouten.append(bestand.relative_to(site).as_posix())
    assert fouten == []


def test_keyboard_reaches_everything_and_shows_where_it_is(bezoeker: Bezoek) -> None:
    """Tab goes through the first page in order; what has the focus can be seen."""
    pagina = bezoeker.naar("")
    te_gaan = pagina.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary')]"
        ".filter(element => element.checkVisibility()).length"
    )
    gezien, onzichtbaar = set(), []
    for _ in range(te_gaan + 5):
        pagina.keyboard.press("Tab")
        naam, omlijnd = pagina.evaluate(
            "[document.activeElement.outerHTML.slice(0, 120), getComputedStyle(document.activeElement).outlineStyle]"
        )
        if naam.startswith("<body"):
            continue
        gezien.add(naam)
        if omlijnd == "none":
            onzichtbaar.append(naam)
    assert onzichtbaar == []
    assert len(gezien) >= te_gaan - 2


def test_print_shows_the_text_and_no_menu(bezoeker: Bezoek) -> None:
    """On paper: no header, no tabs, no way around; everything folded is open."""
    for pad in ("regios/midden-ijssel-oost-veluwe/", "regios/midden-ijssel-oost-veluwe/downloads/"):
        pagina = bezoeker.naar(pad)
        pagina.emulate_media(media="print")
        pagina.evaluate("dispatchEvent(new Event('beforeprint'))")
        for weg in (".kop", ".voet", ".paden", ".kruimels"):
            assert pagina.locator(weg).first.is_hidden(), (pad, weg)
        assert pagina.locator("h1").is_visible()
        assert pagina.locator("details:not([open])").count() == 0
        pagina.emulate_media(media="screen")


def test_reads_without_script(chromium: Browser, adres: str, site: Path) -> None:
    """Without script every page still has its words and its tables."""
    context = chromium.new_context(java_script_enabled=False)
    pagina = context.new_page()
    leeg = []
    for pad in paginas(site):
        pagina.goto(adres + pad)
        if len(pagina.locator("#inhoud").inner_text()) < 100:
            leeg.append(pad)
    context.close()
    assert leeg == []


def test_two_builds_are_the_same(site: Path, tmp_path: Path) -> None:
    """The same input gives the same bytes, in another folder too."""
    ander = tmp_path / "ergens" / "anders"
    bouw(ander)
    namen = sorted(pad.relative_to(site).as_posix() for pad in site.rglob("*") if pad.is_file())
    assert namen == sorted(pad.relative_to(ander).as_posix() for pad in ander.rglob("*") if pad.is_file())
    _, anders, kwijt = filecmp.cmpfiles(site, ander, namen, shallow=False)
    assert (anders, kwijt) == ([], [])


def test_the_first_load_is_light(site: Path, chromium: Browser, adres: str) -> None:
    """The first page with all it loads: under 300 kB as a server sends it, gzipped."""
    geladen: list[str] = []
    context = chromium.new_context()
    pagina = context.new_page()
    pagina.on("request", lambda vraag: geladen.append(vraag.url))
    pagina.goto(adres)
    pagina.wait_for_load_state("networkidle")
    context.close()
    paden = [site / (url.removeprefix(adres).partition("?")[0] or "index.html") for url in geladen]
    assert sum(len(gzip.compress(pad.read_bytes())) for pad in paden if pad.is_file()) < 300_000
