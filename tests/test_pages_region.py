"""The pages about the rules of a region: what a provider reads there is what the set says, and text stays text."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

import markdown
import pytest
from conftest import ROOT

from regioprotocol.cli.site import site_of
from regioprotocol.model.werkmap import Regiogegevens, Werkmap
from regioprotocol.pages import Deel, Site
from regioprotocol.pages.book import Boek
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.region_book import bestanden, landelijk
from regioprotocol.pipeline import Gelezen
from regioprotocol.resolve import hoofdstuk_van

OP: Final = date(2026, 11, 23)
MIJOV: Final = "midden-ijssel-oost-veluwe"
VERZONNEN: Final = "voorbeeldregio"
ZONDER: Final = "zuid-limburg"
MEESTE_BYTES: Final = 300_000
VIES: Final = "<script>alert(1)</script> {{ 7*7 }} **vet** | # kop " + "x" * 10_000

Paginas = Mapping[str, str]


@pytest.fixture(scope="module")
def site(gelezen: Gelezen) -> Site:
    """Resolve every region once."""
    return site_of(gelezen.werkmap, OP)


@pytest.fixture(scope="module")
def paginas(site: Site) -> Paginas:
    """Make the pages of every region, by address."""
    return {pad: tekst for deel in site.regios for pad, tekst in _paginas(site, deel).items()}


def _paginas(site: Site, deel: Deel) -> dict[str, str]:
    return {b.pad.removesuffix("index.md"): b.inhoud.decode() for b in bestanden(site, deel)}


def _deel(site: Site, naam: str) -> Deel:
    return next(deel for deel in site.regios if deel.naam == naam)


def _gezien(tekst: str) -> str:
    """Give what a reader sees of a piece of a page, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", tekst)).split())


def _regel(paginas: Paginas, deel: Deel, regel: str) -> str:
    """Give what a reader sees of one rule on the page of its chapter."""
    pad, _, anker = regel_pad(deel, regel).partition("#")
    stuk = re.split(r"^## ", paginas[pad].split(f"#{anker} }}", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return _gezien(stuk)


def _rijen(tekst: str) -> list[str]:
    return [_gezien(rij) for rij in re.findall(r"<tr[^>]*>.*?</tr>", tekst, re.DOTALL)]


def test_every_rule_has_its_place(site: Site, paginas: Paginas) -> None:
    """A rule stands once in its chapter, under a name that others can link to; an unknown one leads to the chapters."""
    for deel in site.regios:
        for regel in deel.index.regels:
            pad, _, anker = regel_pad(deel, regel).partition("#")
            assert anker == anchor(regel)
            assert paginas[pad].count(f"{{: #{anker} }}") == 1, regel
        assert regel_pad(deel, "bestaat.niet") == f"{deel.pad}protocol/"


def test_a_rule_of_the_region_stands_where_its_message_does(site: Site) -> None:
    """A rule that no chapter names goes by its messages, and without any to the last chapter."""
    deel = _deel(site, MIJOV)
    assert hoofdstuk_van(deel.snapshot, "mijov.verwijzing_opvragen").naam == "verzoeken"
    assert hoofdstuk_van(deel.snapshot, "mijov.gebroken_periode").naam == "declareren"
    assert hoofdstuk_van(deel.snapshot, "mijov.onderaannemer_inzet").naam == "overig"


def test_chapters_name_only_what_there_is(gelezen: Gelezen) -> None:
    """A slip in the list of chapters would put a rule elsewhere without a word."""
    woordenboek, regels = gelezen.werkmap.woordenboek, gelezen.werkmap.regels
    begin = {naam.partition(".")[0] for naam in regels}
    genoemd = [naam for hoofdstuk in woordenboek.hoofdstukken for naam in hoofdstuk.regels]
    assert set(genoemd) <= {*begin, *regels}
    assert len(set(genoemd)) == len(genoemd)
    assert set(woordenboek.in_het_kort) <= set(regels)


def test_a_rule_tells_its_answer_its_cases_and_who_decided(site: Site, paginas: Paginas) -> None:
    """Annex 4, hoofdstuk 4: sGGZ has another term; the file and line of it are a click away."""
    deel = _deel(site, MIJOV)
    tekst = _regel(paginas, deel, "vot.indientermijn")
    assert "Binnen 5 werkdagen na de intake stuurt de aanbieder de VOT (315)." in tekst
    assert "Productgroep sggz 3 maanden + 5 werkdagen na de start van de diagnostiek" in tekst
    assert "Annex 4, hoofdstuk 4" in tekst
    geval = next(g for g in deel.snapshot.gevallen["vot.indientermijn"] if "sggz" in g.id)
    plaats = geval.afspraak.plaatsen.van("regel")
    assert f"{plaats.bestand}:{plaats.regelnummer}" in tekst


def test_conflicts_and_gaps_are_marked(site: Site, paginas: Paginas) -> None:
    """OP364 binds; what a release overtook is outdated; what the source leaves out is said."""
    deel = _deel(site, MIJOV)
    tekst = _regel(paginas, deel, "declaratie.startbericht_voorwaarde")
    assert "In strijd met een landelijke regel. In het protocol staat: Per gemeente mogelijk" in tekst
    assert "Een bindende landelijke regel gaat voor: OP364" in tekst
    assert "Verouderd." in _regel(paginas, deel, "retour316.functioneel")
    overzicht = _gezien(paginas[f"{deel.pad}protocol/"])
    assert "Mag de gemeente een declaratie afkeuren omdat het startbericht ontbreekt? in strijd" in overzicht
    assert "Hoe lang is een verwijzing geldig? ontbreekt in bron" in overzicht


def test_prose_is_filled_and_leads_to_its_rules(site: Site, paginas: Paginas) -> None:
    """A quoted value is what the set says, with a link to the rule."""
    tekst = paginas[f"{_deel(site, MIJOV).pad}protocol/04-verzoek-om-toewijzing/"]
    assert re.search(r'<a class="waarde" href="[^"]*verzoeken/#vot-indientermijn">5 werkdagen na de intake</a>', tekst)
    assert not any("{{" in tekst for pad, tekst in paginas.items() if "/protocol/" in pad)


def test_a_region_without_prose_shows_the_national_text(site: Site, paginas: Paginas) -> None:
    """It says that the text is not the region's own."""
    pad = _deel(site, ZONDER).pad
    assert "De regio heeft zelf geen hoofdstukken geschreven." in paginas[f"{pad}protocol/"]
    assert "Dit is de landelijke uitleg" in paginas[f"{pad}protocol/05-start-en-stop/"]


def test_agreements_stand_beside_the_standard(site: Site, paginas: Paginas) -> None:
    """What holds here, what nationally, its kind, since when and the source, in one row that a link can reach."""
    tekst = paginas[f"{_deel(site, MIJOV).pad}afspraken/"]
    rijen = _rijen(tekst)
    sggz = next(rij for rij in rijen if "Productgroep sggz" in rij and "VOT?" in rij)
    assert "3 maanden + 5 werkdagen na de start van de diagnostiek" in sggz
    assert "5 werkdagen na de intake afwijking Vanaf 1 januari 2024 Annex 4, hoofdstuk 4" in sggz
    assert any("Niet toegestaan in strijd" in rij for rij in rijen)
    assert re.search(r'<tr id="vot-gebruik" data-wet="[^"]*" data-bericht="315" data-hoofdstuk="verzoeken"', tekst)
    assert 'data-wet="Jw"' in tekst
    assert 'scripts: ["filter.js", "peildag.js"]' in tekst


def test_every_row_of_the_region_is_there_once(site: Site, paginas: Paginas) -> None:
    """As many rows as cases and clarifications of the region and its municipalities; no name of a place twice."""
    for deel in site.regios:
        boek = Boek(deel, site.standaard)
        eigen = sum(rij.eigen and (rij.kan or rij.voorbij) for blad in boek.bladen.values() for rij in blad.rijen)
        woorden = sum(len(rij) for rij in deel.snapshot.verduidelijkingen.values())
        tekst = paginas[f"{deel.pad}afspraken/"]
        assert len(re.findall(r"<tr[^>]*data-soort=", tekst)) == eigen + woorden
        namen = re.findall(r'id="([^"]*)"', tekst)
        assert len(namen) == len(set(namen))


def test_in_short_names_a_handful(site: Site, paginas: Paginas) -> None:
    """Between five and eight, the region's own choice first; and who to ask, and which version holds."""
    tekst = paginas[_deel(site, MIJOV).pad]
    vragen = [_gezien(vraag) for vraag in re.findall(r"<li><h3>(.*?)</h3>\s*<div", tekst)]
    assert 5 <= len(vragen) <= 8
    assert vragen[0] == "Stuurt de aanbieder een verzoek om toewijzing (VOT)?"
    assert "Nee. De aanbieder stuurt hier geen VOT (315)." in tekst
    assert "Dat mag landelijk niet." in tekst
    verzonnen = _gezien(paginas[_deel(site, VERZONNEN).pad])
    assert "Versie die nu geldt 2025 (voorbeeld), vanaf 1 januari 2025" in verzonnen
    assert "Versie die nog komt 2027 (voorbeeld), vanaf 1 januari 2027" in verzonnen
    assert "Vragen over berichten: berichten@voorbeeldregio.example" in verzonnen
    assert "Van deze regio kennen we geen eigen afspraken" in paginas[_deel(site, ZONDER).pad]


def test_terms_stand_per_message(site: Site, paginas: Paginas) -> None:
    """Who, how long, from when, for whom, what a day off does, and where to compute it."""
    tekst = paginas[f"{_deel(site, MIJOV).pad}termijnen/"]
    groep = tekst.split("{: #bericht-315 }", 1)[1].split("{: #", 1)[0]
    rijen = _rijen(groep)
    eerste = next(rij for rij in rijen if rij.startswith("Termijn voor het verzoek om toewijzing (VOT)"))
    assert "Wie: de aanbieder" in eerste
    assert "Laatste dag op een vrije dag: niet afgesproken." in eerste
    assert any(
        rij.startswith("3 maanden + 5 werkdagen Na de start van de diagnostiek Productgroep sggz") for rij in rijen
    )
    assert f"uiterste-datum/#plaats=regio%3A{MIJOV}&amp;regel=vot.indientermijn" in groep
    assert "UNSET" not in "".join(paginas.values())


def test_per_municipality(site: Site, paginas: Paginas) -> None:
    """Every municipality has its place; what it agreed itself, and for what it takes part."""
    for deel in site.regios:
        tekst = paginas[f"{deel.pad}gemeenten/"]
        for deelname in deel.parameterset.deelname:
            assert f'<tr id="{deelname.gemeente}">' in tekst
    verzonnen = paginas[f"{_deel(site, VERZONNEN).pad}gemeenten/"]
    assert "{: #verschil-9902 }" in verzonnen
    rijen = _rijen(verzonnen)
    assert any("3 jaar na de ingangsdatum van de toewijzing" in r and "Gemeente invulling" in r for r in rijen)
    assert any(r.startswith("Verzonnen aan Zee 9903 Jeugdhulp") and "alleen perceel huishouden" in r for r in rijen)
    assert any("hier geldt wat de regio afspreekt" in r for r in rijen if r.startswith("Bedachtermeer"))
    # The route for dyslexia: annex 4, bijlage 1.4.
    heerde = paginas[f"{_deel(site, MIJOV).pad}gemeenten/"].split("{: #verschil-0246 }", 1)[1].split("\n## ", 1)[0]
    assert "Welke route geldt voor hulp bij ernstige dyslexie?" in heerde
    assert "Gemeente Heerde, Lochem of Zutphen" in heerde


def test_another_day_needs_its_script(site: Site, paginas: Paginas) -> None:
    """The control is hidden until the script shows it; what has ended is there, hidden, for that day."""
    tekst = paginas[f"{_deel(site, MIJOV).pad}protocol/verzoeken/"]
    assert re.search(rf'<form[^>]*data-peildag="{MIJOV}" data-op="{OP}"[^>]* hidden>', tekst)
    assert (ROOT / "site" / "scripts" / "peildag.js").is_file()
    assert (ROOT / "site" / "scripts" / "filter.js").is_file()


def test_the_standard_has_its_rules_too(site: Site) -> None:
    """For a municipality whose protocol we do not have; it says that a region can have agreed otherwise."""
    gemaakt = {b.pad.removesuffix("index.md"): b.inhoud.decode() for b in landelijk(site)}
    tekst = gemaakt[f"{site.standaard.pad}protocol/verzoeken/"]
    assert "Een regio of gemeente kan iets anders hebben afgesproken." in tekst
    assert "{: #vow-gebruik }" in tekst
    assert 'href="../../../../regios/standaard/afspraken/' not in tekst
    assert "#regel=vot.reactietermijn" in gemaakt[f"{site.standaard.pad}termijnen/"]


def test_pages_stay_light(paginas: Paginas) -> None:
    """Nobody on a phone waits for a rule."""
    assert {pad: len(tekst) for pad, tekst in paginas.items() if len(tekst.encode()) > MEESTE_BYTES} == {}


def _vervuild(werkmap: Werkmap, naam: str) -> Werkmap:
    gegevens = werkmap.regios[naam]
    regio = replace(gegevens.regio, titel=VIES, omschrijving=VIES)
    afspraken = tuple(
        replace(a, toelichting=VIES, reden=VIES, opmerking=VIES, besluit=VIES, tekst=VIES, bron=(VIES,))
        for a in gegevens.afspraken
    )
    regels = tuple(replace(r, titel=VIES, vraag=VIES, antwoord=VIES, bron=(VIES,)) for r in gegevens.regels)
    werkwijzen = tuple(
        replace(w, titel=VIES, tekst=f"## {VIES}\n\n{VIES}\n", bron=(VIES,)) for w in gegevens.werkwijzen
    )
    vies = Regiogegevens(
        regio=regio, regels=regels, afspraken=afspraken, producten=gegevens.producten, werkwijzen=werkwijzen
    )
    return replace(werkmap, regios={naam: vies})


def test_hostile_text_is_shown(gelezen: Gelezen) -> None:
    """Whatever stands in the YAML or the prose comes out as the signs that it is."""
    site = site_of(_vervuild(gelezen.werkmap, VERZONNEN), OP)
    gezien = {}
    for pad, tekst in _paginas(site, _deel(site, VERZONNEN)).items():
        inhoud = tekst.split("---\n", 2)[2]
        pagina = markdown.markdown(inhoud, extensions=["attr_list", "tables", "toc"])
        assert "<script" not in pagina, pad
        assert pagina.count("<h1") == 1, pad
        gezien[pad] = _gezien(pagina)
    pad = _deel(site, VERZONNEN).pad
    for plek in ("", "afspraken/", "gemeenten/", "protocol/", "protocol/declareren/", "protocol/overig/", "termijnen/"):
        assert "<script>alert(1)</script> {{ 7*7 }} **vet** | # kop xxx" in gezien[pad + plek], plek
