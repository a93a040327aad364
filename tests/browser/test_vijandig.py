"""A region whose every text is an attack, and a text of ten thousand signs: shown on every page, never run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
import yaml
from playwright.sync_api import Browser

from browser.bezoek import ROOT, bediend, bezoek, bouw

BASIS: Final = ROOT / "tests" / "reject" / "_basis"
AANVAL: Final = (
    '<script>alert(1)</script> <img src=x onerror="alert(2)"> {{ 7*7 }} **vet** [klik](javascript:alert(3)) &amp; \'"`'
)
IN_PROZA: Final = (
    '<script>alert(1)</script> <img src=x onerror="alert(2)"> [klik](javascript:alert(3)) {: onclick=alert(4)}'
)
LANG: Final = "lang" * 2_500
# Texts of people, and nothing that anything else looks up.
TEKSTEN: Final = (
    "omschrijving",
    "reden",
    "naam",
    "titel",
    "kern",
    "doet",
    "uitgever",
    "besluit",
    "toelichting",
    "opmerking",
)


def _vergiftig(waarde: object) -> object:
    if isinstance(waarde, dict):
        return {
            sleutel: f"{deel} {AANVAL}" if sleutel in TEKSTEN and isinstance(deel, str) else _vergiftig(deel)
            for sleutel, deel in waarde.items()
        }
    return [_vergiftig(deel) for deel in waarde] if isinstance(waarde, list) else waarde


@pytest.fixture(scope="module")
def vijandig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of a workspace in which everybody means harm."""
    map_ = tmp_path_factory.mktemp("vijandig")
    shutil.copytree(BASIS, map_, dirs_exist_ok=True)
    for pad in map_.rglob("*.yaml"):
        # BaseLoader: every value stays the text that it is.
        inhoud = _vergiftig(yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 - ours, as text
        pad.write_text(_als_yaml(inhoud), encoding="utf-8")
    proza = map_ / "regions" / "proef" / "werkwijze" / "inleiding.md"
    proza.write_text(proza.read_text(encoding="utf-8") + f"\n{IN_PROZA}\n\n## {IN_PROZA}\n\n{LANG}\n", encoding="utf-8")
    uit = map_ / "uit"
    bouw(uit, map_)
    return uit


def _als_yaml(inhoud: object) -> str:
    return yaml.dump(inhoud, allow_unicode=True, sort_keys=False, width=10_000)


def test_nothing_of_it_runs_and_all_of_it_shows(vijandig: Path, chromium: Browser) -> None:
    """No dialog, no element of theirs, no sideways scroll on a phone; and the words stand on the region's page."""
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    with bediend(vijandig) as adres:
        gezien = bezoek(context, adres)
        alarm: list[str] = []
        gezien.pagina.on("dialog", lambda venster: (alarm.append(venster.message), venster.dismiss()))
        gevonden = []
        for bestand in sorted(vijandig.glob("regios/proef/**/index.html")):
            pad = bestand.parent.relative_to(vijandig).as_posix() + "/"
            pagina = gezien.naar(pad)
            vreemd = pagina.locator("script:not([src]), [onerror], [onclick], a[href^='javascript:']").count()
            breed = pagina.evaluate("document.documentElement.scrollWidth")
            if vreemd or breed > 320:
                gevonden.append((pad, vreemd, breed))
        tekst = gezien.naar("regios/proef/").locator("#inhoud").inner_text()
    context.close()
    assert (gevonden, alarm, gezien.fouten) == ([], [], [])
    assert AANVAL in " ".join(tekst.split())
