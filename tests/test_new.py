"""new: the files that a region starts from validate, ask every question once, and change nothing else."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import yaml
from case_files import copy_basis
from conftest import voer_uit

from regioprotocol.model.regel import Soortwaarde
from regioprotocol.pipeline import Gelezen

# What stands in a question as a place to fill in.
IN_TE_VULLEN: Final = ("'...'", "'eerste'", "'tweede'")
# Taking all suggestions at once says what holds nationally anyhow, also over its exceptions.
GEEN_FOUT: Final = frozenset({"RP302", "RP303"})


@pytest.fixture
def nieuw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder in which a region was begun."""
    monkeypatch.chdir(tmp_path)
    gevonden = voer_uit("new", "proef")
    assert (gevonden.code, gevonden.fout) == (0, "")
    return tmp_path


def bestanden(folder: Path) -> dict[str, bytes]:
    """Give every file with its bytes."""
    return {pad.relative_to(folder).as_posix(): pad.read_bytes() for pad in folder.rglob("*") if pad.is_file()}


def vragen(folder: Path) -> list[Path]:
    """Give the files that hold questions."""
    paden = sorted((folder / "regions" / "proef").glob("*.yaml"))
    return [pad for pad in paden if pad.name not in {"regio.yaml", "bronnen.yaml"}]


def beantwoord(folder: Path, regel: str, **anders: str) -> None:
    """Do what the file says: take away the hekje and space before every line of the answer, and fill in."""
    for pad in vragen(folder):
        uit, binnen = [], False
        for tekst in pad.read_text(encoding="utf-8").splitlines():
            if tekst.startswith("  # - regel: "):
                binnen = regel in {"", tekst.removeprefix("  # - regel: ")}
            elif not tekst.startswith("  #   "):
                binnen = False
            antwoord = tekst.replace("# ", "", 1) if binnen else tekst
            sleutel, is_, _ = antwoord.strip().partition(": ")
            if binnen and is_ and sleutel in anders:
                antwoord = f"    {sleutel}: {anders[sleutel]}"
            uit.append(antwoord)
        pad.write_text("\n".join(uit) + "\n", encoding="utf-8")


def meldingen(folder: Path) -> list[tuple[str, str, str]]:
    """Give the findings of validate."""
    return [
        (m["code"], f"{m['bestand']}:{m['regelnummer']}", m["tekst"])
        for m in voer_uit("validate", str(folder), "--json").json["meldingen"]
    ]


def test_a_new_region_has_no_findings(nieuw: Path) -> None:
    gevonden = voer_uit("validate", "--streng")
    assert (gevonden.code, meldingen(nieuw)) == (0, [])


def test_the_files_are_text_that_every_editor_reads(nieuw: Path) -> None:
    for naam, inhoud in bestanden(nieuw).items():
        tekst = inhoud.decode("utf-8")
        assert "\r" not in tekst, naam
        assert "\t" not in tekst, naam
        assert tekst.endswith("\n"), naam
        assert yaml.safe_load(tekst), naam


def test_a_new_region_can_be_summed_up_and_exported_and_compared(nieuw: Path) -> None:
    assert voer_uit("summary", "proef").code == 0
    assert voer_uit("export", "proef", "--uit", str(nieuw / "uit")).code == 0
    assert (nieuw / "uit" / "proef" / "parameterset.json").is_file()
    dag = f"{date.today().year + 1}-01-01"
    assert "Geen verschil" in voer_uit("diff", "proef", "--standaard", "--van", dag).uit


def test_the_name_that_people_write_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert voer_uit("new", "proef-noord", "--naam", "De Proef/Noord: 'regio'").code == 0
    assert meldingen(tmp_path) == []
    assert "De Proef/Noord: 'regio'" in voer_uit("summary", "proef-noord").uit


def test_every_question_that_a_region_may_answer_is_asked_once(nieuw: Path, gelezen: Gelezen) -> None:
    gevraagd = Counter(
        regel for pad in vragen(nieuw) for regel in re.findall(r"- regel: (\S+)", pad.read_text(encoding="utf-8"))
    )
    # Calculations are the standard's: a region that starts has nothing to say about them.
    mag = {
        regel.naam
        for regel in gelezen.werkmap.regels.values()
        if regel.afwijkbaar != "nee" and regel.soort is not Soortwaarde.BEREKENING
    }
    assert {regel for regel, keer in gevraagd.items() if keer > 1} == set()
    assert mag - set(gevraagd) == set()
    assert set(gevraagd) - mag == set()


def test_a_question_stands_in_the_words_of_the_catalogue(nieuw: Path, gelezen: Gelezen) -> None:
    tekst = "\n".join(pad.read_text(encoding="utf-8") for pad in vragen(nieuw))
    for regel in set(re.findall(r"- regel: (\S+)", tekst)):
        assert f"  # {gelezen.werkmap.regels[regel].vraag}\n" in tekst


def test_answered_questions_validate_and_are_exported(nieuw: Path) -> None:
    beantwoord(nieuw, "vot.indientermijn", termijn="10 werkdagen")
    beantwoord(nieuw, "vot.reactietermijn", termijn="8 werkdagen")
    beantwoord(nieuw, "declaratie.betaaltermijn", na="ontvangst 323", termijn="21 dagen")
    regio = nieuw / "regions" / "proef" / "regio.yaml"
    jaar = date.today().year + 1
    tekst = regio.read_text(encoding="utf-8").replace("status: concept", "status: definitief")
    tekst = tekst.replace("    geldt: onbekend", f"    geldt: vanaf {jaar}-01-01")
    regio.write_text(tekst.replace("  # - { gemeente", "  - { gemeente"), encoding="utf-8")

    assert [m for m in meldingen(nieuw) if m[0] != "RP303"] == []
    antwoord = voer_uit("explain", "proef", "vot.indientermijn", "--op", f"{jaar}-03-01", "--json").json
    assert (antwoord["waarde"], antwoord["herkomst"]["laag"]) == ("10 werkdagen na intake", "regio")
    assert voer_uit("deadline", "proef", "vot.reactietermijn", "--na", f"{jaar}-03-01").code == 0
    assert voer_uit("export", "proef", "--uit", str(nieuw / "uit")).code == 0
    data = voer_uit("diff", "proef", "--standaard", "--van", f"{jaar}-03-01", "--json").json
    assert {w["regel"] for w in data["wijzigingen"]} == {
        "vot.indientermijn",
        "vot.reactietermijn",
        "declaratie.betaaltermijn",
    }


def test_a_concept_is_compared_on_the_day_that_its_afspraken_begin(nieuw: Path) -> None:
    """Its version has no day yet; on today's date there would be nothing to see."""
    beantwoord(nieuw, "vot.indientermijn", termijn="10 werkdagen")
    data = voer_uit("diff", "proef", "--standaard", "--json").json
    assert [(w["regel"], w["wordt"]) for w in data["wijzigingen"]] == [("vot.indientermijn", "10 werkdagen na intake")]


def test_every_answer_that_is_shown_may_be_given(nieuw: Path) -> None:
    """All hekjes away: only what is to be filled in, and what the standard already says, is found."""
    beantwoord(nieuw, "")
    rest = [m for m in meldingen(nieuw) if m[0] not in GEEN_FOUT]
    assert [m for m in rest if not any(woord in m[2] for woord in IN_TE_VULLEN)] == []


@pytest.mark.parametrize(
    ("naam", "voorstel"),
    [("Proef", "proef"), ("Mijn Regio", "mijn-regio"), ("proef/noord", "proef-noord"), ("../proef", "proef"),
     ("", "mijn-regio"), ("-", "mijn-regio"), ("proef-", "proef"), ("proef_1", "proef-1"), ("é", "mijn-regio"),
     ("proef\n", "proef")],
)  # fmt: skip
def test_a_bad_name_is_refused_with_a_better_one(
    naam: str, voorstel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    gevonden = voer_uit("new", "--", naam)
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert f"Bedoelde u '{voorstel}'?" in gevonden.fout
    assert bestanden(tmp_path) == {}


def test_the_name_of_the_standard_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every command it means the national standard: nobody could ask for this region."""
    monkeypatch.chdir(tmp_path)
    assert voer_uit("new", "standaard").code == 2
    assert bestanden(tmp_path) == {}


def test_a_region_that_exists_stays_as_it_is(nieuw: Path) -> None:
    voor = bestanden(nieuw)
    gevonden = voer_uit("new", "proef")
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert "bestaat al" in gevonden.fout
    assert bestanden(nieuw) == voor


def test_a_table_that_exists_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the region itself is not there yet."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "productcodes").mkdir()
    (tmp_path / "productcodes" / "proef.yaml").write_text("regio: proef\n", encoding="utf-8")
    voor = bestanden(tmp_path)
    gevonden = voer_uit("new", "proef")
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert "productcodes/proef.yaml" in gevonden.fout
    assert bestanden(tmp_path) == voor


def test_a_region_beside_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_basis(tmp_path)
    voor = bestanden(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert voer_uit("new", "tweede").code == 0
    assert meldingen(tmp_path) == []
    assert {naam: inhoud for naam, inhoud in bestanden(tmp_path).items() if naam in voor} == voor
    assert voer_uit("explain", "tweede", "vot.indientermijn").code == 0


def test_the_folder_can_be_named(tmp_path: Path) -> None:
    copy_basis(tmp_path)
    assert voer_uit("new", "tweede", "--map", str(tmp_path)).code == 0
    assert (tmp_path / "regions" / "tweede" / "regio.yaml").is_file()


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    gevonden = voer_uit("new", "proef", "--map", str(tmp_path / "weg"))
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert "bestaat niet" in gevonden.fout
    assert bestanden(tmp_path) == {}
