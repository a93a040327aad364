"""What one finds by: the signpost, the municipalities, the regions, the words people use, and the first page."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, Final

import pytest
from conftest import ROOT

from regioprotocol.cli.site import site_of
from regioprotocol.pages import Site, bestanden
from regioprotocol.pages.municipalities import plaatsen
from regioprotocol.pipeline import Gelezen

OP: Final = date(2026, 11, 22)
MIJOV: Final = "midden-ijssel-oost-veluwe"


@pytest.fixture(scope="module")
def site(gelezen: Gelezen) -> Site:
    """Resolve every region once."""
    return site_of(gelezen.werkmap, OP)


@pytest.fixture(scope="module")
def gemaakt(site: Site) -> dict[str, bytes]:
    """Make every file of the site once."""
    return {bestand.pad: bestand.inhoud for bestand in bestanden(site)}


@pytest.fixture(scope="module")
def wegwijzer(gemaakt: dict[str, bytes]) -> dict[str, Any]:
    """Read the signpost of the site."""
    gelezen_json: dict[str, Any] = json.loads(gemaakt["data/wegwijzer.json"])
    return gelezen_json


def _namen(wijzer: dict[str, Any], soort: str) -> dict[str, dict[str, Any]]:
    return {naam.get("naam", naam["titel"]): naam for naam in wijzer["namen"] if naam["soort"] == soort}


def test_every_message_code_rule_and_region_has_a_name(site: Site, wegwijzer: dict[str, Any]) -> None:
    """The numbers are those of the files: nothing that has a name is left out."""
    woordenboek = site.werkmap.woordenboek
    assert len(_namen(wegwijzer, "bericht")) == 2 * len(woordenboek.berichten)
    assert set(_namen(wegwijzer, "controle")) == set(woordenboek.controles)
    assert set(_namen(wegwijzer, "regel")) == set(site.standaard.index.regels)
    assert "TR418" in _namen(wegwijzer, "retourcode")["0611"]["woorden"]
    assert wegwijzer["retourcodes"]["0611"]["controles"] == ["TR418"]
    assert wegwijzer["berichten"]["iwmo317"] == {
        "bericht": "317",
        "naam": "Verzoek om wijziging",
        "wet": "Wmo",
        "code": "WMO317",
    }
    assert wegwijzer["berichten"]["vow"]["bericht"] == "317"
    assert {regio["regio"] for regio in wegwijzer["regios"]} == set(site.werkmap.regios)


def test_a_page_that_is_not_there_is_not_pointed_at(gemaakt: dict[str, bytes], wegwijzer: dict[str, Any]) -> None:
    """A name leads to a page of this build, or to the card on the first page."""
    paginas = {pad.removesuffix("index.md") for pad in gemaakt if pad.endswith("index.md")}
    namen = [naam for pad in gemaakt if pad.endswith("wegwijzer.json") for naam in json.loads(gemaakt[pad])["namen"]]
    plekken = [
        plek
        for pad in gemaakt
        if pad.count("wegwijzer")
        for plek in json.loads(gemaakt[pad]).get("plekken", {}).values()
    ]
    for adres in [naam["pad"] for naam in namen] + plekken:
        assert adres.startswith("?") or adres.partition("#")[0] in paginas


def test_a_region_points_to_its_own_rules_and_products(gemaakt: dict[str, bytes], wegwijzer: dict[str, Any]) -> None:
    """They stand in the file of the region, and not in that of the whole site: that one stays small."""
    eigen = json.loads(gemaakt[f"data/{MIJOV}/wegwijzer.json"])
    assert _namen(eigen, "regel")["mijov.sanctieladder"]["pad"].endswith("#mijov-sanctieladder")
    assert "mijov.sanctieladder" not in _namen(wegwijzer, "regel")
    assert eigen["plekken"]["vow.gebruik"].endswith("#vow-gebruik")
    voorbeeld = json.loads(gemaakt["data/voorbeeldregio/wegwijzer.json"])
    assert _namen(voorbeeld, "product")["01A01"]["pad"] == "regios/voorbeeldregio/productcodes/#01a01"


def test_a_municipality_knows_its_regions_by_law(site: Site, wegwijzer: dict[str, Any]) -> None:
    """All 342 of the day, and those that are made up; one that takes part for youth only says so."""
    gemeenten = {g["code"]: g for g in wegwijzer["gemeenten"]}
    assert gemeenten["0200"] == {"code": "0200", "naam": "Apeldoorn", "regios": {MIJOV: ["Jw", "Wmo"]}}
    assert gemeenten["0935"]["regios"] == {"zuid-limburg": ["Jw"]}
    assert gemeenten["0034"]["regios"] == {}
    echt = [plaats for plaats in plaatsen(site) if not plaats.verzonnen]
    assert len(echt) == 342
    assert {plaats.naam for plaats in plaatsen(site) if plaats.verzonnen} >= {"Voorbeeldstad"}


def test_the_page_of_municipalities_has_a_row_for_each(site: Site, gemaakt: dict[str, bytes]) -> None:
    """Each row has its code as its place; without a protocol it says so, with its jeugdregio."""
    tekst = gemaakt["gemeenten/index.md"].decode()
    rijen = dict(re.findall(r'<tr id="([0-9]{4})">(.*?)</tr>', tekst, re.DOTALL))
    assert list(rijen) == [plaats.code for plaats in plaatsen(site)]
    assert "geen protocol bekend (jeugdregio Flevoland)" in rijen["0034"]
    assert rijen["0200"].count("Midden-IJssel/Oost-Veluwe") == 3
    assert rijen["0935"].count("Zuid-Limburg") == 1
    assert rijen["0935"].count("geen protocol bekend") == 2


def test_the_page_of_regions_names_those_we_do_not_have(gemaakt: dict[str, bytes]) -> None:
    """A region of which we know a municipality is not among them."""
    tekst = gemaakt["regios/index.md"].decode()
    onbekend = tekst.partition("## Nog geen protocol")[2]
    assert "Twente" in onbekend
    assert "Zuid-Limburg" not in onbekend
    assert "Onofficiële weergave" in tekst


def test_the_first_page_leads_only_to_pages_that_are_there(gemaakt: dict[str, bytes]) -> None:
    """Popular questions and lists are plain links: they work without a script."""
    tekst = gemaakt["index.md"].decode()
    links = re.findall(r'href="([^"]*)"', tekst)
    assert "?q=WMO317" in links or "berichten/wmo317/" in links
    for link in links:
        assert link.startswith("?") or f"{link}index.md" in gemaakt
    assert tekst.count("<option") >= 342


def test_everyday_words_mean_something_that_is_there(site: Site) -> None:
    """Facts are values of a dimension; the questions that we ask back are about one; no word is there twice."""
    woordenboek = site.werkmap.woordenboek
    hulp = woordenboek.zoekhulp
    for zoekwoord in hulp.zoekwoorden:
        for sleutel, waarde in zoekwoord.als:
            assert waarde in woordenboek.waarden_van(woordenboek.dimensies[sleutel])
    assert {sleutel for sleutel, _ in hulp.vervolgvragen} == set(woordenboek.dimensies)
    for soort in ("bedoelen", "als"):
        gezegd = [woord for z in hulp.zoekwoorden if getattr(z, soort) for woord in z.zeggen]
        assert len(gezegd) == len(set(gezegd))


def test_every_script_of_a_page_is_there(gemaakt: dict[str, bytes]) -> None:
    """A page names its scripts in its head."""
    namen = {
        naam
        for pad, inhoud in gemaakt.items()
        if pad.endswith("index.md")
        for regel in inhoud.decode().splitlines()[:6]
        if regel.startswith("scripts: ")
        for naam in json.loads(regel.removeprefix("scripts: "))
    }
    assert {"start.js", "zoeken.js"} <= namen
    assert [naam for naam in namen if not (ROOT / "site" / "scripts" / naam).is_file()] == []
