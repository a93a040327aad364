"""The real site, built once and served here, and a real Chromium to look at it with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.bezoek import Bezoek, bediend, bezoek, bouw

NAMEN: Final = ("chromium", "chromium-browser", "google-chrome")
VLAGGEN: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the real repository."""
    uit = tmp_path_factory.mktemp("site") / "uit"
    bouw(uit)
    return uit


@pytest.fixture(scope="session")
def adres(site: Path) -> Iterator[str]:
    """Serve the site on this computer."""
    with bediend(site) as plek:
        yield plek


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the Chromium of the system. Without one these tests say so loudly; in CI that is a failure."""
    programma = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMEN)), None)
    if not programma:
        reden = "Chromium ontbreekt: de site is NIET in een browser getest (installeer chromium, of zet $CHROMIUM)"
        if os.environ.get("CI") == "true":
            pytest.fail(reden)
        pytest.skip(reden)
    with sync_playwright() as spelers:
        browser = spelers.chromium.launch(executable_path=programma, args=list(VLAGGEN))
        yield browser
        browser.close()


@pytest.fixture
def bezoeker(chromium: Browser, adres: str) -> Iterator[Bezoek]:
    """Look at the site as on a laptop; whatever goes wrong on the way fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    gezien = bezoek(context, adres)
    yield gezien
    context.close()
    assert gezien.fouten == []
