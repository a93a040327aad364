"""The pages of a region in a real browser: choose another day, choose rows; both stay in the address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from browser.bezoek import OP, Bezoek
from regioprotocol.cli.site import site_of
from regioprotocol.pages import Site
from regioprotocol.pages.book import Boek
from regioprotocol.pipeline import Gelezen
from regioprotocol.resolve import hoofdstukken

DAGEN: Final = ("2027-02-01", "2023-05-05", "2019-01-01")
REGIOS: Final = ("midden-ijssel-oost-veluwe", "voorbeeldregio")
AFSPRAKEN: Final = "regios/midden-ijssel-oost-veluwe/afspraken/"


@pytest.fixture(scope="module")
def resolved(gelezen: Gelezen) -> Site:
    """Resolve every region once."""
    return site_of(gelezen.werkmap, date.fromisoformat(OP))


@pytest.mark.parametrize("regio", REGIOS)
@pytest.mark.parametrize("dag", DAGEN)
def test_another_day_gives_the_answers_of_that_day(bezoeker: Bezoek, resolved: Site, regio: str, dag: str) -> None:
    """The page re-renders as the page of that day would have been made."""
    deel = next(deel for deel in resolved.regios if deel.naam == regio)
    boek = Boek(replace(deel, op=date.fromisoformat(dag)), resolved.standaard)
    for hoofdstuk in hoofdstukken(deel.snapshot):
        if not boek.van(hoofdstuk):
            continue
        pagina = bezoeker.naar(f"regios/{regio}/protocol/{hoofdstuk.naam}/?op={dag}")
        pagina.wait_for_function("document.querySelector('[data-peildag] [role=status]').textContent !== ''")
        gezien = pagina.eval_on_selector_all(
            ".kaart[data-regel]", "alle => alle.map(k => [k.dataset.regel, k.querySelector('.antwoord').textContent])"
        )
        verwacht = {blad.regel.regel: _woorden(blad.kop) for blad in boek.van(hoofdstuk)}
        assert {naam: _woorden(tekst) for naam, tekst in gezien} == verwacht


def _woorden(tekst: str) -> str:
    return " ".join(tekst.replace("\u00a0", " ").split())


def test_back_to_the_day_of_the_page(bezoeker: Bezoek) -> None:
    """Nothing of the other day stays, also not in the address."""
    pagina = bezoeker.naar(f"regios/voorbeeldregio/protocol/declareren/?op={DAGEN[0]}")
    pagina.wait_for_selector(".peilmerk", state="attached")
    assert "1 antwoord is anders" in pagina.inner_text("[data-peildag] [role=status]")
    assert f"op={DAGEN[0]}" in str(pagina.get_attribute(".paden a >> nth=1", "href"))
    pagina.click("[data-terug]")
    pagina.wait_for_selector(".peilmerk", state="detached")
    assert "op=" not in pagina.url


def test_choose_rows_and_share_the_choice(bezoeker: Bezoek) -> None:
    """The number of rows is said aloud; an address of a row shows that row whatever was chosen."""
    pagina = bezoeker.naar(AFSPRAKEN)
    alle = pagina.locator("#verschillen tbody tr:visible").count()
    pagina.select_option("#kies-wet", "Wmo")
    pagina.select_option("#kies-bericht", "315")
    gekozen = pagina.locator("#verschillen tbody tr:visible").count()
    assert 0 < gekozen < alle
    assert pagina.inner_text("[data-filter] [role=status]").startswith(f"{gekozen} afspraken van de {alle}")
    pagina.goto(pagina.url)
    assert pagina.locator("#verschillen tbody tr:visible").count() == gekozen
    bezoeker.naar(f"{AFSPRAKEN}?wet=Wmo&bericht=315#declaratie-eenheid")
    assert pagina.locator("#declaratie-eenheid").is_visible()
