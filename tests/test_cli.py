"""The command line as a user meets it: words, exit codes, and the JSON that programs read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import typer
from conftest import ROOT, Opdracht, voer_uit
from typer.testing import CliRunner

from regioprotocol.cli.app import app
from regioprotocol.diagnostics import SOORTEN

REGIO: Final = "midden-ijssel-oost-veluwe"
COMMANDS: Final = ("validate", "explain", "deadline", "summary", "export")
REGIO_YAML: Final = """\
regio: proef
naam: Proefregio
afkortingen: [prf]
omschrijving: Verzonnen.
voorbeeld: ja
volgt: { standaardprotocol: [inspanningsgericht], release: laatste }
standaardfeiten: { uitvoeringsvariant: inspanningsgericht }
versies:
  - nummer: '1'
    status: voorbeeld
    geldt: vanaf 2025-01-01
    vastgesteld: onbekend
    besluit: verzonnen
    officieel: nee
deelname: []
"""
BRONNEN_YAML: Final = """\
documenten:
  - { document: Proefprotocol, titel: Proef, uitgever: proef, datum: onbekend, paragrafen: ['1'] }
"""
AFSPRAAK_YAML: Final = """\
afspraken:
  - regel: vow.gebruik
    soort: afwijking
    waarde: niet toegestaan
    geldig: vanaf 2025-01-01
    bron: Proefprotocol, 1
    toelichting: Zie [bijlage] en [b]niet vet[/b].
"""
HERKOMST: Final = {"laag", "bron", "bestand", "regelnummer"}
SET: Final = {"versie", "digest"}


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Give a small workspace without fouten; warnings may come."""
    folder = tmp_path / "regions" / "proef"
    folder.mkdir(parents=True)
    for naam, tekst in (("regio", REGIO_YAML), ("bronnen", BRONNEN_YAML), ("afspraken", AFSPRAAK_YAML)):
        (folder / f"{naam}.yaml").write_text(tekst, encoding="utf-8")
    return tmp_path


def maak_fout(werkmap: Path) -> None:
    """Make a slip in the name of a rule."""
    pad = werkmap / "regions" / "proef" / "afspraken.yaml"
    pad.write_text(AFSPRAAK_YAML.replace("vow.gebruik", "vow.gebruk"), encoding="utf-8")


def maak_waarschuwing(werkmap: Path) -> None:
    """Go against a binding national rule: a warning."""
    pad = werkmap / "regions" / "proef" / "afspraken.yaml"
    tekst = AFSPRAAK_YAML.replace("vow.gebruik", "declaratie.startbericht_voorwaarde")
    pad.write_text(tekst.replace("niet toegestaan", "voorwaarde"), encoding="utf-8")


# --- exit codes


def test_exit_code_is_0_when_all_is_fine(werkmap: Path) -> None:
    """Nothing to say."""
    gevonden = voer_uit("validate", str(werkmap))
    assert (gevonden.code, gevonden.fout) == (0, "")


def test_exit_code_is_0_with_warnings_only_and_1_when_strict(werkmap: Path) -> None:
    """A warning stops nobody, unless asked."""
    maak_waarschuwing(werkmap)
    assert voer_uit("validate", str(werkmap)).code == 0
    assert voer_uit("validate", str(werkmap), "--streng").code == 1
    assert "waarschuwing" in voer_uit("validate", str(werkmap)).uit


def test_exit_code_is_1_with_a_fout(werkmap: Path) -> None:
    """For validate, and for every command that would have to guess."""
    maak_fout(werkmap)
    assert voer_uit("validate", str(werkmap)).code == 1
    for woorden in (
        ("explain", "proef", "vow.gebruik"),
        ("deadline", "proef", "vot.indientermijn", "--na", "2026-01-30"),
        ("summary", "proef"),
        ("export", "proef", "--uit", str(werkmap / "uit")),
    ):
        gevonden = voer_uit(*woorden, "--map", str(werkmap))
        assert gevonden.code == 1, woorden
        assert "Bedoelde u 'vow.gebruik'?" in gevonden.uit
    assert not (werkmap / "uit").exists()


def test_a_fout_in_one_region_does_not_stop_the_standard(werkmap: Path) -> None:
    """Only files that the answer needs count."""
    maak_fout(werkmap)
    assert voer_uit("explain", "standaard", "vow.gebruik", "--map", str(werkmap)).code == 0


def test_the_real_repository_gives_exit_code_0(opdracht: Opdracht) -> None:
    """It has warnings, and no fouten."""
    assert opdracht("validate").code == 0
    assert opdracht("validate", "--streng").code == 1


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("explain", "mijovv", "vot.gebruik"), "Bedoelde u 'mijov'?"),
        (("explain", "Appeldoorn", "vot.gebruik"), "Bedoelde u 'Apeldoorn'?"),
        (("explain", "mijov", "vot.gebruk"), "Bedoelde u 'vot.gebruik'?"),
        (("deadline", "mijov", "vot.indientermin", "--na", "2026-01-30"), "Bedoelde u 'vot.indientermijn'?"),
        (("explain", "mijov", "vot termijn"), "Bedoelde u vot.indientermijn?"),
        (("explain", "mijov", "vot.gebruik", "--als", "wett=Wmo"), "Bedoelde u 'wet'?"),
        (("explain", "mijov", "vot.gebruik", "--als", "wet=Wmp"), "Bedoelde u 'Wmo'?"),
        (("explain", "mijov", "vot.gebruik", "--als", "situatie=onderaanemer"), "Bedoelde u 'onderaannemer'?"),
        (("explain", "mijov", "vot.gebruik", "--als", "wet"), "zoals wet=Wmo"),
        (("explain", "mijov", "vot.gebruik", "--als", "wet="), "zoals wet=Wmo"),
        (("explain", "mijov", "vot.gebruik", "--op", "31-06-2026"), "Bedoelde u 30 juni 2026?"),
        (("explain", "mijov", "vot.gebruik", "--stand", "2026-02-29"), "Bedoelde u 28 februari 2026?"),
        (("deadline", "mijov", "vot.indientermijn", "--na", "2026-13-01"), "Maand 13 bestaat niet."),
        (("explain", "mijov", "vot.gebruik", "--opp", "2026-01-01"), "Bedoelde u '--op'?"),
        (("explan", "mijov", "vot.gebruik"), "Bedoelde u 'explain'?"),
        (("explain", "RP999"), "De melding RP999 ken ik niet."),
        (("explain", "mijov"), "regioprotocol explain mijov vot.indientermijn"),
        (("deadline", "mijov", "vot.gebruik", "--na", "2026-01-30"), "regioprotocol explain mijov vot.gebruik"),
        (("deadline", "mijov", "vot.indientermijn"), "Er ontbreekt een gegeven"),
        (("deadline", "mijov", "vot.indientermijn", "--na"), "Bij de optie --na hoort een waarde."),
        (("deadline", "mijov", "vot.indientermijn", "--na", "2045-01-01"), "van 2015 tot en met 2039"),
        (("explain", "mijov", "vot.gebruik", "teveel"), "Hier staat een gegeven te veel: teveel."),
        (("validate", "nergens"), "De map 'nergens' bestaat niet."),
        (("validate", "--formaat", "xml"), "'xml' kan hier niet."),
        (("export", "mijovv", "--uit", "nergens"), "Bedoelde u 'mijov'?"),
    ],
)
def test_wrong_use_gives_exit_code_2_and_says_what_to_do(
    opdracht: Opdracht, woorden: tuple[str, ...], zin: str
) -> None:
    """In Dutch, on the error stream, without a trace."""
    gevonden = opdracht(*woorden)
    assert gevonden.code == 2
    assert zin in gevonden.fout
    assert gevonden.uit == ""
    assert "Traceback" not in gevonden.fout
    assert "Error" not in gevonden.fout


def test_more_values_of_a_situation_may_stand_with_a_comma(opdracht: Opdracht) -> None:
    """The help of --als says so for every key."""
    komma = opdracht("explain", "mijov", "vot.gebruik", "--als", "situatie=onderaannemer,ongeboren", "--json")
    en = opdracht("explain", "mijov", "vot.gebruik", "--als", "situatie=onderaannemer en ongeboren", "--json")
    assert komma.code == en.code == 0, komma.fout
    assert komma.json == en.json


def test_a_missing_option_is_named_as_it_is_typed(opdracht: Opdracht) -> None:
    """'DATUM' alone does not tell where to put it."""
    assert "--na" in opdracht("deadline", "mijov", "vot.indientermijn").fout
    assert "--uit" in opdracht("export", "mijov").fout


def test_a_bug_of_ours_is_exit_code_2_and_no_finding(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """1 always means findings."""

    def kapot(*_: object) -> None:
        raise RuntimeError("onverwacht")

    monkeypatch.setattr("regioprotocol.cli.lookup.load", kapot)
    gevonden = opdracht("explain", "mijov", "vot.gebruik")
    assert gevonden.code == 2
    assert "Er ging iets mis in het programma zelf." in gevonden.fout


def test_no_words_show_the_help(opdracht: Opdracht) -> None:
    """With exit code 2, as wrong use."""
    gevonden = opdracht()
    assert gevonden.code == 2
    assert re.search(r"Gebruik: .*regioprotocol", gevonden.uit + gevonden.fout)


# --- JSON for programs


def test_validate_json_has_exactly_these_keys(werkmap: Path) -> None:
    """A finding with its place, and the counts."""
    maak_fout(werkmap)
    data = voer_uit("validate", str(werkmap), "--json").json
    assert set(data) == {"meldingen", "samenvatting"}
    assert set(data["samenvatting"]) == {"fouten", "waarschuwingen", "bestanden"}
    assert data["samenvatting"]["fouten"] == 1
    [melding] = [m for m in data["meldingen"] if m["ernst"] == "fout"]
    assert set(melding) == {"code", "ernst", "tekst", "hint", "bestand", "regelnummer", "kolom", "verwant"}
    assert (melding["code"], melding["ernst"], melding["verwant"]) == ("RP201", "fout", [])
    assert (melding["bestand"], melding["regelnummer"], melding["kolom"]) == ("regions/proef/afspraken.yaml", 2, 12)


def test_validate_json_names_related_places(opdracht: Opdracht) -> None:
    """Where the national rule stands that an afspraak is against."""
    data = opdracht("validate", "--json").json
    verwant = [v for melding in data["meldingen"] for v in melding["verwant"]]
    assert verwant
    assert all(set(v) == {"bestand", "regelnummer", "tekst"} for v in verwant)
    assert opdracht("validate", "--formaat", "json").json == data


def test_validate_for_github_gives_annotations(werkmap: Path) -> None:
    """One line a finding, at the line of the file."""
    maak_fout(werkmap)
    regels = voer_uit("validate", str(werkmap), "--formaat", "github").uit.splitlines()
    assert all(regel.startswith(("::error file=", "::warning file=")) for regel in regels)
    [regel] = [regel for regel in regels if regel.startswith("::error")]
    assert regel.startswith("::error file=regions/proef/afspraken.yaml,line=2,col=12,title=RP201::")


def test_explain_json_has_exactly_these_keys(opdracht: Opdracht) -> None:
    """The contract of the command."""
    data = opdracht("explain", "mijov", "vow.gebruik", "--als", "wet=Wmo", "--op", "2026-01-15", "--json").json
    sleutels = {"regel", "op", "waarde", "antwoord", "herkomst", "geval", "set", "ontbrekend", "gevallen"}
    assert set(data) == sleutels
    assert set(data["herkomst"]) == HERKOMST
    assert set(data["set"]) == SET
    assert data["op"] == "2026-01-15"
    for geval in data["gevallen"]:
        assert set(geval) == {"geval", "laag", "als", "geldig", "waarde", "geldt", "reden"}
        assert all(set(voorwaarde) == {"sleutel", "waarden"} for voorwaarde in geval["als"])
    assert [geval["geval"] for geval in data["gevallen"] if geval["geldt"]] == [data["geval"]]


def test_the_place_of_an_answer_is_the_place_of_the_afspraak(opdracht: Opdracht) -> None:
    """File and line can be opened."""
    herkomst = opdracht("explain", "mijov", "vow.gebruik", "--als", "wet=Wmo", "--json").json["herkomst"]
    regels = (ROOT / herkomst["bestand"]).read_text(encoding="utf-8").splitlines()
    assert "regel: vow.gebruik" in regels[herkomst["regelnummer"] - 1]


def test_the_set_of_an_answer_is_the_exported_set(opdracht: Opdracht, sets: dict[str, Any]) -> None:
    """The digest says which data answered."""
    data = opdracht("explain", "mijov", "vow.gebruik", "--json").json
    assert data["set"] == {"versie": "2024", "digest": sets[REGIO].digest}


def test_an_answer_from_an_earlier_stand_names_the_version_of_then(opdracht: Opdracht) -> None:
    """On 1 January 2026 the version of 2027 had not been adopted."""
    woorden = ("explain", "voorbeeldregio", "correctie.goedgekeurd", "--op", "2027-03-01", "--json")
    assert opdracht(*woorden).json["set"]["versie"] == "2027"
    assert opdracht(*woorden, "--stand", "2026-01-01").json["set"]["versie"] == "2025"


@pytest.mark.parametrize(
    ("regel", "soort"),
    [
        ("vow.gebruik", str),
        ("vot.indientermijn", str),
        ("vot.controles", list),
        ("verlenging.maximum", int),
        ("voorbeeld.maximum_eigen_vervoer", str),
        ("declaratie.betaaltermijn", str),
    ],
)
def test_a_value_has_one_json_type_per_kind(opdracht: Opdracht, regel: str, soort: type) -> None:
    """A list for a list, a number for a number, money as text, else text."""
    data = opdracht("explain", "voorbeeldregio", regel, "--als", "wet=Jw", "--op", "2026-01-15", "--json").json
    assert type(data["waarde"]) is soort


def test_explain_of_a_product_gives_the_product_and_the_tariff_of_the_day(opdracht: Opdracht) -> None:
    """The tariff changed on 1 January 2026."""
    for op, bedrag in (("2025-12-31", "82.50"), ("2026-01-01", "85.20")):
        data = opdracht("explain", "voorbeeldregio", "45A01", "--op", op, "--json").json
        assert set(data) == {"product", "op", "tarieven", "afgeleid", "set"}
        assert [tarief["bedrag"] for tarief in data["tarieven"]] == [bedrag]
    assert "€ 85,20 per uur" in opdracht("explain", "voorbeeldregio", "45A01", "--op", "2026-01-01").uit


def test_a_product_without_a_known_code_is_not_one_product(opdracht: Opdracht) -> None:
    """Six products of this region have the code 'onbekend'; showing one of them would be a guess."""
    gevonden = opdracht("explain", "mijov", "onbekend", "--json")
    assert gevonden.code == 2
    assert opdracht("explain", "mijov", "vot.indientermijn", "--als", "product=onbekend", "--json").code == 2


def test_explain_of_a_finding_has_exactly_these_keys(opdracht: Opdracht) -> None:
    """Every code can be explained, also in small letters."""
    for soort in SOORTEN:
        data = opdracht("explain", soort.code, "--json").json
        assert set(data) == {"code", "titel", "uitleg", "voorbeeld", "oplossing"}
        assert all(data.values()), soort.code
    assert opdracht("explain", "rp301").code == 0


def test_deadline_json_has_at_least_these_keys(opdracht: Opdracht) -> None:
    """With a day and without one."""
    sleutels = {"regel", "datum", "gebeurtenis", "duur", "richting", "stappen", "herkomst"}
    met = opdracht(
        "deadline", "mijov", "vot.indientermijn", "--na", "2026-01-30", "--als", "productgroep=sggz", "--json"
    )
    zonder = opdracht("deadline", "mijov", "declaratie.betaaltermijn", "--na", "2026-01-30", "--json")
    for data in (met.json, zonder.json):
        assert sleutels <= set(data)
        assert set(data["herkomst"]) == HERKOMST
        assert all(isinstance(stap, str) and stap for stap in data["stappen"])
    assert met.json["datum"] == "2026-05-08"
    assert (met.json["duur"], met.json["richting"]) == ("3 maanden + 5 werkdagen", "na")
    assert zonder.json["datum"] is None


def test_a_municipality_without_a_protocol_says_so_in_every_form(opdracht: Opdracht) -> None:
    """A program must not take the standard for an agreement of the region."""
    zin = "Van Utrecht hebben we nog geen protocol."
    assert zin in opdracht("explain", "Utrecht", "vot.indientermijn").uit
    assert zin in opdracht("explain", "Utrecht", "vot.indientermijn", "--json").json["antwoord"]
    assert zin in opdracht("deadline", "Utrecht", "vot.indientermijn", "--na", "2026-06-01").uit
    assert zin in opdracht("deadline", "Utrecht", "vot.indientermijn", "--na", "2026-06-01", "--json").uit


def test_export_json_names_every_file_with_its_digest(opdracht: Opdracht, tmp_path: Path) -> None:
    """Of the region and of the standard."""
    data = opdracht("export", "mijov", "--uit", str(tmp_path), "--json").json
    assert set(data) == {"bestanden"}
    assert all(set(bestand) == {"pad", "sha256", "bytes"} for bestand in data["bestanden"])
    op_schijf = {p.relative_to(tmp_path).as_posix(): p.stat().st_size for p in tmp_path.rglob("*") if p.is_file()}
    assert {bestand["pad"]: bestand["bytes"] for bestand in data["bestanden"]} == op_schijf
    assert {pad.split("/")[0] for pad in op_schijf} == {REGIO, "standaard"}


# --- for people


def test_the_first_word_answers(opdracht: Opdracht) -> None:
    """Ja, Nee or the day, before anything else."""
    assert opdracht("explain", "mijov", "vow.gebruik", "--als", "wet=Wmo").uit.startswith("Nee.")
    assert opdracht("explain", "mijov", "vow.gebruik", "--als", "wet=Jw").uit.startswith("Ja.")
    gevonden = opdracht("deadline", "mijov", "vot.indientermijn", "--na", "30-01-2026", "--als", "productgroep=sggz")
    assert gevonden.uit.startswith("Uiterlijk vrijdag 8 mei 2026.")


def test_a_day_may_be_written_in_both_notations(opdracht: Opdracht) -> None:
    """The answer is the same."""
    woorden = ("deadline", "mijov", "vot.indientermijn", "--als", "productgroep=sggz", "--json")
    assert opdracht(*woorden, "--na", "30-01-2026").json == opdracht(*woorden, "--na", "2026-01-30").json
    assert opdracht(*woorden, "--datum", "30-1-2026").json["datum"] == "2026-05-08"
    uitleg = ("explain", "mijov", "vot.indientermijn", "--json", "--op")
    assert opdracht(*uitleg, "1-1-2024").json == opdracht(*uitleg, "2024-01-01").json


@pytest.mark.parametrize("naam", [REGIO, "mijov", "MIJ/OV", "mij/ov", "Midden-IJssel/Oost-Veluwe", " mijov "])
def test_a_region_is_found_by_name_and_abbreviation(opdracht: Opdracht, naam: str) -> None:
    """Capitals and spaces do not matter."""
    data = opdracht("explain", naam, "toewijzing.niveau", "--op", "2026-01-15", "--json").json
    assert data["waarde"] == ["specifiek"]


@pytest.mark.parametrize("naam", ["Epe", "epe", "0232"])
def test_a_municipality_gives_its_region_and_the_fact(opdracht: Opdracht, naam: str) -> None:
    """By name or by code."""
    data = opdracht("explain", naam, "route.dyslexie", "--op", "2026-01-15", "--json").json
    assert (data["waarde"], data["ontbrekend"]) == ("route A", [])


@pytest.mark.parametrize("naam", ["standaard", "Standaard"])
def test_the_standard_can_be_asked(opdracht: Opdracht, naam: str) -> None:
    """It is no region."""
    assert opdracht("explain", naam, "vow.gebruik", "--json").json["herkomst"]["laag"] == "iStandaarden"


def test_summary_shows_the_region_on_one_screen(opdracht: Opdracht) -> None:
    """Version, municipalities, and what is different."""
    uit = opdracht("summary", "mijov", "--op", "2026-01-15").uit
    for stuk in ("Midden-IJssel/Oost-Veluwe", "Versie 2024 (definitief)", "8 gemeenten", "Epe", "vow.gebruik"):
        assert stuk in uit
    assert "verzonnen regio" in opdracht("summary", "voorbeeldregio").uit


def test_brackets_print_as_they_are(werkmap: Path) -> None:
    """No markup in what people wrote."""
    uit = voer_uit("explain", "proef", "vow.gebruik", "--map", str(werkmap), "--op", "2026-01-15").uit
    assert "Zie [bijlage] en [b]niet vet[/b]." in uit


@pytest.mark.parametrize("woorden", [("--help",), *((command, "--help") for command in COMMANDS)])
def test_help_is_dutch_and_has_an_example(woorden: tuple[str, ...]) -> None:
    """No word of Typer's own is left."""
    gevonden = voer_uit(*woorden)
    assert gevonden.code == 0
    for engels in ("Usage", "Options", "Arguments", "Commands", "required", "default", "Show this message", "and exit"):
        assert engels not in gevonden.uit, engels
    assert re.search(r"Gebruik: .*regioprotocol", gevonden.uit)
    assert "Voorbeeld: regioprotocol" in gevonden.uit


def test_the_help_of_a_command_works_without_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone looks around first."""
    monkeypatch.chdir(tmp_path)
    assert voer_uit("explain", "--help").code == 0
    assert voer_uit("explain", "RP201").code == 0


def test_a_folder_without_regions_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the folder was not named."""
    monkeypatch.chdir(tmp_path)
    gevonden = voer_uit("validate")
    assert gevonden.code == 1
    assert "geen map 'regions'" in gevonden.uit


def test_the_version_is_shown() -> None:
    """One line."""
    gevonden = voer_uit("--version")
    assert gevonden.code == 0
    assert gevonden.uit.startswith("regioprotocol ")
    assert len(gevonden.uit.splitlines()) == 1


def test_the_commands_also_run_under_the_test_runner_of_typer(opdracht: Opdracht) -> None:
    """The program is an ordinary Typer program."""
    assert isinstance(app, typer.Typer)
    gevonden = CliRunner().invoke(app, ["explain", "standaard", "vow.gebruik", "--json"])
    assert gevonden.exit_code == 0
    assert json.loads(gevonden.output)["regel"] == "vow.gebruik"


# --- a real terminal


def proces(*woorden: str, codering: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, with its output in a pipe."""
    omgeving = {**os.environ, "PYTHONIOENCODING": codering, "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, "-m", "regioprotocol", *woorden], capture_output=True, env=omgeving, cwd=ROOT, check=False
    )


@pytest.mark.parametrize("codering", ["cp1252", "ascii"])
def test_output_survives_a_narrow_code_page_through_a_pipe(codering: str) -> None:
    """What the code page has no sign for becomes a question mark; nothing fails."""
    tekst = proces("explain", "voorbeeldregio", "45A01", "--op", "2026-01-15", codering=codering)
    assert (tekst.returncode, tekst.stderr) == (0, b"")
    assert tekst.stdout.decode(codering).splitlines()[0].endswith("85,20 per uur op 15 januari 2026.")


def test_json_is_utf_8_whatever_the_code_page() -> None:
    """A program reads it."""
    gevonden = proces("explain", "mijov", "verzoek.tegelijk", "--json", codering="cp1252")
    assert gevonden.returncode == 0
    assert json.loads(gevonden.stdout.decode("utf-8"))["waarde"] == "één per cliënt en aanbieder"


def test_errors_survive_a_narrow_code_page() -> None:
    """Also words that the user typed."""
    gevonden = proces("explain", "Zuidplás→", "vot.gebruik", codering="ascii")
    assert gevonden.returncode == 2
    assert b"ken ik niet" in gevonden.stderr
    assert b"Traceback" not in gevonden.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently on Windows")
def test_a_reader_that_stops_early_is_no_error() -> None:
    """As with `| head -1`."""
    opdracht = f"{sys.executable} -m regioprotocol validate | head -1; exit ${{PIPESTATUS[0]}}"
    gevonden = subprocess.run(["bash", "-c", opdracht], capture_output=True, cwd=ROOT, check=False)
    assert (gevonden.returncode, gevonden.stderr) == (0, b"")


@pytest.mark.parametrize("wet", ["Wmo", "wmo", "WMO"])
def test_a_municipality_finds_its_region_however_the_law_is_written(wet: str) -> None:
    """Otherwise the answer of the standard comes, and that is the opposite one (Annex 4, 8.1)."""
    data = voer_uit("explain", "Apeldoorn", "vow.gebruik", "--als", f"wet={wet}", "--json").json
    assert (data["waarde"], data["herkomst"]["laag"]) == ("niet toegestaan", "regio")
