"""What must hold for the repository itself: its data, its words, and what stands in the program."""

from __future__ import annotations

import re
import tokenize
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from conftest import ROOT

from regioprotocol.diagnostics import SOORTEN, Soort
from regioprotocol.export import Bundel
from regioprotocol.model.regel import BERICHTGEBRUIK, Regel, Soortwaarde
from regioprotocol.parameterset import Parameterset
from regioprotocol.parameterset.lookup import alle_regels
from regioprotocol.pipeline import Gelezen

REGIO: Final = "midden-ijssel-oost-veluwe"
BRON: Final = sorted((ROOT / "src").rglob("*.py"))
VOORBEELD: Final = re.compile(r"Voorbeeld: regioprotocol ")
PRODUCTCODE: Final = re.compile(r"\b[0-9]{2}[A-Z][0-9]{2}\b")
PAKKETBRON: Final = re.compile(
    r"pypi|pythonhosted|npmjs|registry\.|proxy\.golang|maven|rubygems|--index-url|--registry|artifactory|nexus",
    re.IGNORECASE,
)


def regels(gelezen: Gelezen) -> list[Regel]:
    """Give every rule: national, and of the regions."""
    eigen = [regel for gegevens in gelezen.werkmap.regios.values() for regel in gegevens.regels]
    return [*gelezen.werkmap.regels.values(), *eigen]


# --- the data


def test_the_real_repository_has_no_fouten(gelezen: Gelezen) -> None:
    """Warnings stay: a region says what it says."""
    assert [str(m.plaats) for m in gelezen.meldingen if m.soort.ernst == "fout"] == []
    assert gelezen.bestanden > 60


def test_the_warnings_are_about_layers_or_statements_that_did_not_land(gelezen: Gelezen) -> None:
    """A region against a national rule, or over an exception of it; no warning about reading, words or products."""
    assert {m.soort.code for m in gelezen.meldingen} <= {"RP303", "RP304", "RP305", "RP505"}


def test_there_are_342_municipalities(gelezen: Gelezen) -> None:
    """Of 2026, each with a code of four digits and a province."""
    gemeenten = gelezen.werkmap.woordenboek.gemeenten
    assert len(gemeenten) == 342
    assert len({g.naam for g in gemeenten.values()}) == 342
    for code, gemeente in gemeenten.items():
        assert re.fullmatch(r"[0-9]{4}", code)
        assert gemeente.provincie
        assert gemeente.jeugdregio


def test_the_register_of_the_real_region_has_238_alineas(gelezen: Gelezen) -> None:
    """Every statement of Annex 4, numbered without a gap, in our own words."""
    alineas = gelezen.werkmap.regios[REGIO].regio.register.alineas
    assert sorted(a.id for a in alineas) == [f"A4-{nummer:03}" for nummer in range(1, 239)]
    assert all(a.kern.endswith(".") for a in alineas)


def test_the_real_region_has_its_eight_municipalities(sets: Mapping[str, Parameterset]) -> None:
    """Annex 4, 2.1; for every domain."""
    deelname = sets[REGIO].deelname
    assert {d.naam for d in deelname} == {
        "Apeldoorn", "Brummen", "Epe", "Hattem", "Heerde", "Lochem", "Voorst", "Zutphen",
    }  # fmt: skip
    assert {d.domein for d in deelname} == {"Jw", "Wmo", "MO/BW"}


def test_no_code_or_tariff_was_invented_for_a_real_region(sets: Mapping[str, Parameterset]) -> None:
    """Annex 4 names products without codes."""
    for naam in (REGIO, "zuid-limburg"):
        for product in sets[naam].producten:
            assert (product.code, product.tarief_stand, product.tarieven) == ("onbekend", "onbekend", ())


def test_the_invented_region_has_60_products_with_every_unit(sets: Mapping[str, Parameterset]) -> None:
    """And every frequency, every way to buy, both laws."""
    producten = sets["voorbeeldregio"].producten
    assert len({product.code for product in producten}) == len(producten) == 60
    assert {product.eenheid for product in producten} == {"01", "04", "14", "16", "82", "83", "84"}
    assert {f for product in producten for f in product.frequenties} == {"1", "2", "4", "6"}
    assert {p.variant for p in producten} == {"inspanningsgericht", "outputgericht", "taakgericht", "gi"}
    assert {wet for product in producten for wet in product.wet} == {"Jw", "Wmo"}


def test_there_are_228_national_rules_of_which_75_have_a_return_code(
    gelezen: Gelezen, sets: Mapping[str, Parameterset]
) -> None:
    """The 226 of the index of 3.2, and two that other sources name; each kind counted."""
    controles = sets["standaard"].controles or ()
    soorten = Counter(controle.soort for controle in controles)
    assert soorten == {
        "bedrijfsregel": 92, "technische regel": 80, "invulinstructie": 38, "uitgangspunt": 17, "constraint": 1,
    }  # fmt: skip
    niveaus = Counter(controle.niveau for controle in controles if isinstance(controle.niveau, str))
    assert niveaus == {"tussen berichten": 54, "binnen bericht": 22, "met andere gegevens": 4}
    met_code = [controle for controle in controles if controle.retourcodes]
    assert (len(controles), len(met_code)) == (228, 75)
    assert sum(len(controle.retourcodes) for controle in met_code) == 238
    assert set(gelezen.werkmap.woordenboek.controles) == {controle.controle for controle in controles}


def test_every_region_that_is_invented_says_so(gelezen: Gelezen) -> None:
    """Nobody may take it for a real protocol; and none of ours is the official text."""
    for gegevens in gelezen.werkmap.regios.values():
        verzonnen = any(versie.status == "voorbeeld" for versie in gegevens.regio.versies)
        assert gegevens.regio.voorbeeld == verzonnen
        assert not any(versie.officieel for versie in gegevens.regio.versies)


def test_every_afspraak_of_a_real_region_covers_alineas_and_names_a_source(gelezen: Gelezen) -> None:
    """No agreement without a paragraph."""
    for afspraak in gelezen.werkmap.regios[REGIO].afspraken:
        assert afspraak.bron, afspraak.regel
        assert afspraak.dekt, afspraak.regel


# --- the words


def test_every_national_rule_is_one_sentence_and_says_what_to_do(gelezen: Gelezen) -> None:
    """Of our own, in plain words; a rule with a return code also names causes and the next step."""
    woordenboek = gelezen.werkmap.woordenboek
    zinnen = [controle.zin for controle in woordenboek.controles.values()]
    assert len(set(zinnen)) == len(zinnen)
    for controle in woordenboek.controles.values():
        assert re.fullmatch(r"[A-Z][^.?!]*\.", controle.zin), controle.nummer
        assert len(controle.zin) <= 150, controle.nummer
        assert bool(controle.wat_nu) == bool(woordenboek.retourcodes_van(controle)), controle.nummer
        assert not controle.wat_nu or controle.wat_nu.endswith("."), controle.nummer
        assert not controle.wat_nu or controle.oorzaken, controle.nummer
        assert not any(oorzaak.endswith(".") or oorzaak[0].isupper() for oorzaak in controle.oorzaken)
        assert len({s.casefold() for s in controle.synoniemen}) == len(controle.synoniemen), controle.nummer
        assert controle.synoniemen, controle.nummer


def test_every_rule_has_its_words(gelezen: Gelezen) -> None:
    """A title that is no key, a question, synonyms, and an answer for every case."""
    for regel in regels(gelezen):
        assert regel.titel, regel.naam
        assert regel.naam not in regel.titel
        assert not re.search(r"[a-z]\.[a-z]", regel.titel), regel.titel
        assert regel.vraag.endswith("?"), regel.naam
        assert regel.synoniemen, regel.naam
        assert len({s.casefold() for s in regel.synoniemen}) == len(regel.synoniemen), regel.naam
        assert regel.antwoord or dict(regel.antwoorden), regel.naam


def test_titles_and_questions_are_unique(gelezen: Gelezen) -> None:
    """Someone who searches finds one rule."""
    alle = regels(gelezen)
    assert len({regel.titel for regel in alle}) == len(alle)
    assert len({regel.vraag for regel in alle}) == len(alle)


def test_the_use_of_a_message_is_answered_with_ja_or_nee(gelezen: Gelezen) -> None:
    """For every value, and with the right word."""
    for regel in regels(gelezen):
        if regel.soort is Soortwaarde.BERICHTGEBRUIK:
            antwoorden = dict(regel.antwoorden)
            assert set(antwoorden) == set(BERICHTGEBRUIK), regel.naam
            for waarde, zin in antwoorden.items():
                begin = "Nee." if waarde == "niet toegestaan" else "Ja"
                assert zin.startswith(begin), (regel.naam, waarde)


def test_an_answer_starts_with_the_term_or_the_value(gelezen: Gelezen) -> None:
    """After at most one small word: Binnen, Uiterlijk, Minimaal, Hoogstens."""
    for regel in regels(gelezen):
        if regel.antwoord:
            begin = r"(Binnen |Uiterlijk |Minimaal |Hoogstens |€ )?\{([Tt]ermijn|[Ww]aarden?)\}"
            assert re.match(begin, regel.antwoord), (regel.naam, regel.antwoord)


def test_every_choice_has_words(gelezen: Gelezen) -> None:
    """Each answer sentence belongs to a value that the rule can have."""
    for regel in regels(gelezen):
        if regel.soort is Soortwaarde.KEUZE:
            assert set(dict(regel.antwoorden)) <= set(regel.keuzes), regel.naam


def test_answers_have_no_open_places(bundels: Mapping[str, Bundel]) -> None:
    """Only the words that are filled stand between braces."""
    gevuld = {"termijn", "richting", "gebeurtenis", "waarde", "waarden"}
    for bundel in bundels.values():
        for regel in alle_regels(bundel.parameterset):
            zinnen = [regel.antwoord, *(antwoord.tekst for antwoord in regel.antwoorden)]
            gebruikt = {woord.lower() for zin in zinnen for woord in re.findall(r"\{([^}]*)\}", zin)}
            assert gebruikt <= gevuld, regel.regel


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.code)
def test_every_code_is_explained(soort: Soort) -> None:
    """What it means, an example, and what to do."""
    for tekst in (soort.titel, soort.uitleg, soort.oplossing):
        assert tekst[0].isupper() or not tekst[0].isalpha(), tekst
    assert soort.voorbeeld.strip()
    assert soort.ernst in {"fout", "waarschuwing"}
    assert not soort.titel.endswith(".")


def test_codes_are_unique_and_in_order() -> None:
    """RP and three digits, never reused."""
    codes = [soort.code for soort in SOORTEN]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"RP[0-59][0-9]{2}", code) for code in codes)


# --- the program


def teksten(path: Path) -> Iterator[tuple[int, str]]:
    """Give every string and comment of a source file, except examples in help."""
    with path.open("rb") as bron:
        for teken in tokenize.tokenize(bron.readline):
            soort = tokenize.tok_name[teken.type]
            if soort in {"STRING", "COMMENT", "FSTRING_MIDDLE", "NAME"} and not VOORBEELD.search(teken.string):
                yield teken.start[0], teken.string


def test_no_region_or_municipality_stands_in_the_program(gelezen: Gelezen) -> None:
    """All of that is data. Only an example in a help text may name one."""
    namen = {g.naam for g in gelezen.werkmap.woordenboek.gemeenten.values()}
    for gegevens in gelezen.werkmap.regios.values():
        regio = gegevens.regio
        namen |= {regio.naam, regio.titel, *regio.afkortingen, *(g.naam for g in regio.gemeenten)}
    patroon = re.compile("|".join(rf"(?<!\w){re.escape(naam)}(?!\w)" for naam in sorted(namen)))
    gevonden = [
        f"{path.relative_to(ROOT)}:{regel}: {woord[0]}"
        for path in BRON
        for regel, tekst in teksten(path)
        if (woord := patroon.search(tekst))
    ]
    assert gevonden == []


def test_no_product_code_stands_in_the_program() -> None:
    """Only the explanation of a finding, and the comments of an empty file to fill in, may show how one looks."""
    uitleg = ROOT / "src" / "regioprotocol" / "diagnostics" / "codes"
    gevonden = [
        f"{path.relative_to(ROOT)}:{nummer}: {code[0]}"
        for path in BRON
        if path.parent != uitleg
        for nummer, regel in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (code := PRODUCTCODE.search(regel)) and not regel.startswith("# ")
    ]
    assert gevonden == []


@pytest.mark.parametrize("naam", ["README.md", "Makefile"])
def test_no_package_host_is_named(naam: str) -> None:
    """Packages come from wherever the reader's machine is set up to get them."""
    gevonden = PAKKETBRON.findall((ROOT / naam).read_text(encoding="utf-8"))
    assert gevonden == []


def test_files_of_people_name_no_folder_of_a_machine() -> None:
    """What is committed must make sense to someone else."""
    mappen = ("protocols", "regions", "productcodes", "tests/cases")
    paden = [p for map_ in mappen for p in (ROOT / map_).rglob("*.yaml")]
    assert len(paden) > 200
    for path in [*paden, ROOT / "README.md"]:
        tekst = path.read_text(encoding="utf-8")
        assert not re.search(r"/(work|tmp|home|root)/", tekst), path
        assert "\t" not in tekst, path
        assert "\r" not in tekst, path
