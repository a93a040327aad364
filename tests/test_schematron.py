"""The Schematron export: it says of a message what the engine says, and names every rule that it leaves out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final, NamedTuple, TypeVar

import pytest
from conftest import ROOT, STANDAARD, Opdracht
from lxml import etree
from message_variants import variant
from msgspec import UNSET, structs
from schematron_runs import Fout, Vergelijker, suiteberichten, zeldzame_berichten

from regioprotocol.engine.rules import BERICHTREGELS, DECLARATIEREGELS
from regioprotocol.export import bundel
from regioprotocol.export.schematron import berichtsoorten, schematrons
from regioprotocol.parameterset import Parameterset
from regioprotocol.parameterset.lookup import alle_regels
from regioprotocol.parameterset.records import BerichtgebruikRegel, LijstRegel
from regioprotocol.pipeline import Gelezen
from regioprotocol.resolve import resolve

MIJOV: Final = "midden-ijssel-oost-veluwe"
VOORBEELD: Final = "voorbeeldregio"
LAATSTE: Final = "voorbeeldregio op de laatste release"
REGIOS: Final = (STANDAARD, MIJOV, VOORBEELD, LAATSTE)
VARIANTEN: Final = 4  # of every message, with every set
HOOGSTENS_VERANDERD: Final = 4
ISO: Final = "{http://purl.oclc.org/dsdl/schematron}"
SOORTEN: Final = {soort.bericht: soort.soort for soort in berichtsoorten()}
ALLEEN: Final = {"vow.wijzigingen": ("einddatum", "volume"), "verzoek.antwoordcodes": ("2",)}
MEER_NODIG: Final = frozenset(
    {
        "daar zijn andere berichten bij nodig",
        "XPath 1.0 kent de dag van vandaag niet",
        "dit zegt wat u opnieuw indient, en keurt niets af",
    }
)

R = TypeVar("R", BerichtgebruikRegel, LijstRegel)


class Vergeleken(NamedTuple):
    """Messages that were judged twice: how many, what differs, which rules were broken; with the kind of message."""

    aantal: int
    verschillen: list[str]
    gebroken: set[str]
    afgekeurd: set[tuple[str, str]]


@pytest.fixture(scope="module")
def parametersets(sets: Mapping[str, Parameterset], gelezen: Gelezen) -> dict[str, Parameterset]:
    """Give the sets that are compared; the example region on the latest release as well, for its rules on tariffs."""
    eigen = gelezen.werkmap.regios[VOORBEELD]
    laatste = replace(eigen, regio=replace(eigen.regio, vaste_release=None))
    werkmap = replace(gelezen.werkmap, regios={**gelezen.werkmap.regios, VOORBEELD: laatste})
    return {**{naam: sets[naam] for naam in REGIOS[:-1]}, LAATSTE: bundel(resolve(werkmap, VOORBEELD)).parameterset}


@pytest.fixture(scope="module")
def vergelijkers(parametersets: Mapping[str, Parameterset]) -> dict[str, Vergelijker]:
    """Make the Schematrons of every set ready once."""
    return {naam: Vergelijker(parameterset) for naam, parameterset in parametersets.items()}


@pytest.fixture(scope="module")
def berichten() -> list[tuple[str, bytes]]:
    """Give the messages of the suite, and a few of our own."""
    return [*suiteberichten(), *zeldzame_berichten()]


@pytest.fixture(scope="module")
def varianten(
    berichten: list[tuple[str, bytes]],
    vergelijkers: Mapping[str, Vergelijker],
    parametersets: Mapping[str, Parameterset],
) -> dict[str, Vergeleken]:
    """Judge messages that were changed at random, in values from the sets."""
    vergeleken = {}
    for regio, vergelijker in vergelijkers.items():
        waarden = _waarden(parametersets[regio])
        gemaakt = (
            (f"{naam} #{nummer}", _variant(f"{regio} {naam} {nummer}", inhoud, waarden))
            for naam, inhoud in berichten
            for nummer in range(VARIANTEN)
        )
        vergeleken[regio] = _vergelijk(vergelijker, gemaakt)
    return vergeleken


# --- the engine and the Schematron agree


@pytest.mark.parametrize("regio", REGIOS)
def test_every_message_gets_the_same_judgement(
    regio: str, vergelijkers: Mapping[str, Vergelijker], berichten: list[tuple[str, bytes]]
) -> None:
    """Rule, line, severity and return code are those of the engine."""
    vergeleken = _vergelijk(vergelijkers[regio], berichten)
    assert vergeleken.verschillen == []
    assert vergeleken.aantal > 190


@pytest.mark.parametrize("regio", REGIOS)
def test_every_broken_variant_gets_the_same_judgement(regio: str, varianten: Mapping[str, Vergeleken]) -> None:
    """Whatever is wrong with a message that is right in structure."""
    assert varianten[regio].verschillen == []
    assert varianten[regio].aantal > 600


def test_every_rule_with_an_assertion_was_broken(
    vergelijkers: Mapping[str, Vergelijker], varianten: Mapping[str, Vergeleken], berichten: list[tuple[str, bytes]]
) -> None:
    """No assertion agrees because it never fails: in some message each rule does."""
    gebroken = set().union(*(v.gebroken for v in varianten.values()))
    gebroken |= set().union(*(_vergelijk(v, berichten).gebroken for v in vergelijkers.values()))
    gemaakt = {regel for v in vergelijkers.values() for schema in v.per_soort.values() for regel in schema.regels}
    assert sorted(gemaakt - gebroken) == []


def test_rules_that_no_region_fills_yet_get_the_same_judgement(
    parametersets: Mapping[str, Parameterset], berichten: list[tuple[str, bytes]]
) -> None:
    """A stricter set, made up: no start or stop, no new products, no refusal, and product codes for sGGZ."""
    mijov = parametersets[MIJOV]
    streng = structs.replace(
        mijov,
        producten=parametersets[VOORBEELD].producten,
        berichtgebruik=tuple(
            _altijd(regel, waarde="niet toegestaan") if regel.regel in {"start.gebruik", "stop.gebruik"} else regel
            for regel in mijov.berichtgebruik
        ),
        lijsten=tuple(
            _altijd(regel, waarden=ALLEEN[regel.regel]) if regel.regel in ALLEEN else regel for regel in mijov.lijsten
        ),
    )
    vergeleken = _vergelijk(Vergelijker(streng), berichten)
    assert vergeleken.verschillen == []
    assert {"start.gebruik", "stop.gebruik", "mijov.sggz_aanvraag", *ALLEEN} <= vergeleken.gebroken


def test_a_message_without_anything_to_test_has_no_file(parametersets: Mapping[str, Parameterset]) -> None:
    """A Schematron without assertions is none: other programs refuse it."""
    standaard = parametersets[STANDAARD]
    kaal = structs.replace(standaard, keuzes=(), lijsten=())
    assert sorted(schematrons(standaard).keys() - schematrons(kaal).keys()) == ["JW319.sch", "WMO319.sch"]


# --- every rule is made, or left out with a reason


@pytest.mark.parametrize("regio", REGIOS)
def test_every_rule_of_the_engine_is_made_or_left_out(
    regio: str, vergelijkers: Mapping[str, Vergelijker], parametersets: Mapping[str, Parameterset]
) -> None:
    """The explanation on top of a file names both; together they are the rules of the engine for that message."""
    van_set = {regel.regel: regel for regel in alle_regels(parametersets[regio])}
    for naam, inhoud in vergelijkers[regio].bestanden.items():
        soort = SOORTEN[naam.removesuffix(".sch")]
        gemaakt, weg = _uitleg(inhoud)
        assert gemaakt == vergelijkers[regio].per_soort[naam.removesuffix(".sch")].regels
        motor = {
            regel
            for groep in (*BERICHTREGELS, *DECLARATIEREGELS)
            if soort in groep.berichten
            for regel in groep.regels
            if regel not in van_set or soort in van_set[regel].berichten
        }
        zonder_voorvoegsel = {regel.removeprefix("mijov.") for regel in gemaakt}
        assert sorted(motor - zonder_voorvoegsel - weg.keys()) == [], naam
        assert all(len(reden) > 10 for reden in weg.values())


@pytest.mark.parametrize("regio", REGIOS)
def test_what_only_the_engine_refuses_needs_more_than_the_message(
    regio: str, vergelijkers: Mapping[str, Vergelijker], varianten: Mapping[str, Vergeleken]
) -> None:
    """Other messages, or the day of today. What 'is tested under another rule' the engine never names itself."""
    for bericht, regel in sorted(varianten[regio].afgekeurd):
        gemaakt, weg = _uitleg(vergelijkers[regio].bestanden[f"{bericht}.sch"])
        assert regel in gemaakt or weg[regel] in MEER_NODIG, (bericht, regel)


# --- what a person reads


@pytest.mark.parametrize("regio", REGIOS)
def test_every_assertion_says_what_in_dutch(regio: str, vergelijkers: Mapping[str, Vergelijker]) -> None:
    """A sentence, then the rule, the return code when there is one, and where it comes from."""
    for naam, inhoud in vergelijkers[regio].bestanden.items():
        schema = etree.fromstring(inhoud)
        assert schema.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
        teksten = {d.get("id"): d.text or "" for d in schema.iter(f"{ISO}diagnostic")}
        for toets in schema.iter(f"{ISO}assert"):
            tekst, regel = toets.text or "", toets.get("flag")
            assert re.fullmatch(r"[A-Z].*[.?!] \(regel .*\)", tekst), (naam, tekst)
            assert f"(regel {regel}; " in tekst
            genoemd = [teksten[wat] for wat in (toets.get("diagnostics") or "").split()]
            for retourcode in re.findall(r"; retourcode (\d{4});", tekst):
                assert any(d.startswith(f"Retourcode {retourcode}: ") for d in genoemd), (naam, tekst)


def test_no_text_repeats_a_value_of_the_message(vergelijkers: Mapping[str, Vergelijker]) -> None:
    """A chain keeps its reports: no BSN, name or date of birth may go into them."""
    for vergelijker in vergelijkers.values():
        for inhoud in vergelijker.bestanden.values():
            assert b"value-of" not in inhoud


# --- the command


def test_the_command_writes_a_file_for_each_message_and_law(opdracht: Opdracht, tmp_path: Path) -> None:
    """Beside what stood there: the set of the same region stays."""
    (tmp_path / VOORBEELD).mkdir()
    (tmp_path / VOORBEELD / "parameterset.json").write_text("{}")
    resultaat = opdracht("export", "voorbeeldregio", "--formaat", "schematron", "--uit", str(tmp_path), "--json")
    assert resultaat.code == 0, resultaat.fout
    namen = {f"{regio}/schematron/{soort}.sch" for regio in (STANDAARD, VOORBEELD) for soort in SOORTEN}
    assert {bestand["pad"] for bestand in resultaat.json["bestanden"]} == namen
    assert {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.sch")} == namen
    assert (tmp_path / VOORBEELD / "parameterset.json").exists()


def test_the_files_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """Sets have another order in another process."""
    for zaad in ("1", "2"):
        woorden = ("export", MIJOV, "--formaat", "schematron", "--uit", str(tmp_path / zaad))
        omgeving = {**os.environ, "PYTHONHASHSEED": zaad}
        opdracht = [sys.executable, "-m", "regioprotocol", *woorden]
        subprocess.run(opdracht, cwd=ROOT, env=omgeving, check=True, capture_output=True)
    een, twee = (
        {p.relative_to(tmp_path / zaad).as_posix(): p.read_bytes() for p in (tmp_path / zaad).rglob("*.sch")}
        for zaad in ("1", "2")
    )
    assert een == twee
    assert len(een) == 2 * len(SOORTEN)


def test_a_broken_region_gives_findings_and_no_file(opdracht_op_schijf: Opdracht, tmp_path: Path) -> None:
    """Nothing is written, not even for the standard."""
    for map_ in ("regions", "productcodes"):
        shutil.copytree(ROOT / map_, tmp_path / map_)
    vot = tmp_path / "regions" / VOORBEELD / "vot.yaml"
    vot.write_text(vot.read_text(encoding="utf-8").replace("regel: vot.", "regel: vott.", 1), encoding="utf-8")
    uit = tmp_path / "uit"
    resultaat = opdracht_op_schijf(
        "export", VOORBEELD, "--map", str(tmp_path), "--formaat", "schematron", "--uit", str(uit)
    )
    assert resultaat.code == 1
    assert "Er is niets geschreven" in resultaat.uit
    assert "vott." in resultaat.uit
    assert not uit.exists()


def _vergelijk(vergelijker: Vergelijker, berichten: Iterable[tuple[str, bytes]]) -> Vergeleken:
    aantal, verschillen = 0, []
    gebroken: set[str] = set()
    afgekeurd: set[tuple[str, str]] = set()
    for naam, inhoud in berichten:
        beide = vergelijker.vergelijk(inhoud)
        if beide is None:
            continue
        bericht, oordeel = beide
        aantal += 1
        gebroken |= {fout.regel for fout in oordeel.schematron}
        afgekeurd |= {(bericht, regel) for regel in oordeel.afgekeurd}
        verschillen += [f"{naam}: {fout}" for fout in _in_een_van_beide(oordeel.motor, oordeel.schematron)]
    return Vergeleken(aantal, verschillen, gebroken, afgekeurd)


def _altijd(regel: R, **wat: object) -> R:
    """Give a rule with one case, that always holds."""
    eerste = structs.replace(regel.gevallen[0], als=(), stand="waarde", vanaf=UNSET, tot_en_met=UNSET, **wat)
    return structs.replace(regel, gevallen=(eerste,))


def _variant(naam: str, inhoud: bytes, waarden: Mapping[str, tuple[str, ...]]) -> bytes:
    """Change a message; by its name, so that a new message in the suite does not change the others."""
    toeval = Random(naam)  # noqa: S311 - nothing secret: the same changes every time
    return variant(inhoud, toeval, toeval.randint(1, HOOGSTENS_VERANDERD), waarden)


def _in_een_van_beide(motor: set[Fout], schematron: set[Fout]) -> Iterator[str]:
    for fout in sorted(motor ^ schematron):
        yield f"{'motor' if fout in motor else 'schematron'} {fout}"


def _waarden(parameterset: Parameterset) -> dict[str, tuple[str, ...]]:
    """Give codes, categories and municipalities of a set, and some that it does not have."""
    codes = tuple(sorted({p.code for p in parameterset.producten if p.code}))
    categorieen = tuple(sorted({p.categorie for p in parameterset.producten}))
    gemeenten = tuple(sorted({d.gemeente for d in parameterset.deelname}))
    partijen = (*gemeenten, "0384", "98760017")
    waarden = {"Afzender": partijen, "Ontvanger": partijen}
    if codes:
        waarden |= dict.fromkeys(("Code", "ProductCode"), (*codes, "45A02", "99Z99"))
        waarden |= dict.fromkeys(("Categorie", "ProductCategorie"), (*categorieen, "01", "54"))
    return waarden


def _uitleg(inhoud: bytes) -> tuple[frozenset[str], dict[str, str]]:
    """Read the explanation on top of a file: the rules in it, and those that are not, with the reason."""
    tekst = inhoud.decode().partition("-->")[0]
    erin, _, eruit = tekst.partition("Regels in deze Schematron:")[2].partition("Niet in deze Schematron:")
    weg: dict[str, str] = {}
    for punt in re.sub(r"\n {4}", " ", eruit).strip().splitlines():
        wat, _, reden = punt.strip().removeprefix("- ").partition(": ")
        for regel in wat.split(", "):
            weg[regel] = reden
    return frozenset(erin.replace(",", " ").split()), weg
