"""The pages of the calculators: every municipality with its own set, and real forms with labels."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from conftest import ROOT

from regioprotocol.cli.site import site_of
from regioprotocol.pages import Site
from regioprotocol.pages.calculators import PAD, REKENHULPEN, bestanden
from regioprotocol.pipeline import Gelezen

OP: Final = date(2026, 11, 22)
VIES: Final = "<script>alert(1)</script> {{ 7*7 }} **vet**"


@pytest.fixture(scope="module")
def site(gelezen: Gelezen) -> Site:
    """Resolve every region once."""
    return site_of(gelezen.werkmap, OP)


def _paginas(site: Site) -> dict[str, str]:
    return {bestand.pad: bestand.inhoud.decode() for bestand in bestanden(site)}


def test_every_calculator_has_a_page_and_stands_on_the_overview(site: Site) -> None:
    """Its script is there too, and the words about privacy stand under each."""
    paginas = _paginas(site)
    assert set(paginas) == {f"{PAD}index.md", *(f"{PAD}{hulp.pad}index.md" for hulp in REKENHULPEN)}
    for hulp in REKENHULPEN:
        assert f'href="../rekenen/{hulp.pad}"' in paginas[f"{PAD}index.md"]
        tekst = paginas[f"{PAD}{hulp.pad}index.md"]
        assert f'scripts: ["rekenhulp-{hulp.naam}.js"]' in tekst
        assert (ROOT / "site" / "scripts" / f"rekenhulp-{hulp.naam}.js").is_file()
        assert "Wat u invult, blijft op uw apparaat." in tekst


def test_every_municipality_leads_to_the_set_that_holds_there(site: Site) -> None:
    """All municipalities of the day; those without a protocol get the standard."""
    tekst = _paginas(site)[f"{PAD}uren/index.md"]
    gemeenten = dict(re.findall(r'<option value="([0-9]{4})" data-sets="([^"]*)" data-gemeente="\1">', tekst))
    bestaat = {g.code for g in site.werkmap.woordenboek.gemeenten.values() if OP in g.periode}
    assert set(gemeenten) >= bestaat
    assert len(bestaat) == 342
    for deel in site.regios:
        for deelname in deel.parameterset.deelname:
            assert f"{deelname.wet}:{deel.naam}" in gemeenten[deelname.gemeente].split()
    assert gemeenten["0014"] == ""


def test_every_field_has_a_label_and_a_place_for_what_is_wrong(site: Site) -> None:
    """Whatever is named in an attribute stands on the page."""
    for hulp in REKENHULPEN:
        tekst = _paginas(site)[f"{PAD}{hulp.pad}index.md"]
        ids = set(re.findall(r'\sid="([^"]+)"', tekst))
        velden = re.findall(r'<(?:input|select)\b(?![^>]*type="(?:radio|checkbox)")[^>]*\sid="([^"]+)"', tekst)
        assert velden
        assert {f'<label for="{veld}"' in tekst for veld in velden} == {True}
        for genoemd in re.findall(r'aria-describedby="([^"]+)"', tekst):
            assert set(genoemd.split()) <= ids
        assert tekst.count("<legend>") == tekst.count("<fieldset>")


def test_a_hostile_name_is_shown_and_not_run(site: Site) -> None:
    """The name of a region is text of others."""
    eerste, *rest = site.regios
    for tekst in _paginas(replace(site, regios=(replace(eerste, titel=VIES), *rest))).values():
        assert "<script" not in tekst
        if "<optgroup" in tekst:
            assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} **vet**</option>" in tekst
