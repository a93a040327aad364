"""validate --tegen: product tables against what was published, from a set, a folder with sets, or git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from case_files import DAG, GEPUBLICEERD, copy_basis, read
from conftest import Resultaat, voer_uit

from regioprotocol.cli import validate
from regioprotocol.export import Bundel
from regioprotocol.model.product import Producttabel
from regioprotocol.pipeline import Gelezen, met_historie
from regioprotocol.tables.flat import digest, plat
from regioprotocol.tables.published import uit_bestanden, uit_sets

TABEL: Final = Path("productcodes") / "proef.yaml"
ANDER_TARIEF: Final = ("bedrag: 84.00", "bedrag: 84.30")
CORRECTIE: Final = ("bedrag: 84.00", "bedrag: 84.30, correctie: { was: 84.00, reden: Tikfout. }")
GIT: Final = ("git", "-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.example", "-c", "commit.gpgsign=false")

zonder_git = pytest.mark.skipif(
    shutil.which("git") is None and os.environ.get("CI") != "true", reason="git is niet geïnstalleerd"
)


@pytest.fixture(autouse=True)
def vaste_dag(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every run be on the day of the tests."""
    monkeypatch.setattr(validate, "today", lambda: DAG)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Give a workspace with the table that was published."""
    folder = copy_basis(tmp_path / "werkmap")
    shutil.copyfile(GEPUBLICEERD / "begeleiding.yaml", folder / TABEL)
    return folder


@pytest.fixture
def sets(werkmap: Path, tmp_path: Path) -> Path:
    """Give the folder with the sets that were exported then."""
    assert voer_uit("export", "--map", str(werkmap), "--uit", str(tmp_path / "uit")).code == 0
    return tmp_path / "uit"


def verander(werkmap: Path, *paren: tuple[str, str]) -> Path:
    """Change the table by hand."""
    tekst = (werkmap / TABEL).read_text(encoding="utf-8")
    for oud, nieuw in paren:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    (werkmap / TABEL).write_text(tekst, encoding="utf-8")
    return werkmap


def codes(gevonden: Resultaat) -> list[str]:
    """Give the findings of a run in JSON, as 'RP442 productcodes/proef.yaml:16'."""
    return [f"{m['code']} {m['bestand']}:{m['regelnummer']}" for m in gevonden.json["meldingen"]]


def git(folder: Path, *woorden: str) -> None:
    """Run git for the test."""
    subprocess.run([*GIT, "-C", str(folder), *woorden], check=True, capture_output=True)


@pytest.fixture
def repository(werkmap: Path) -> Path:
    """Put the workspace in a folder of a repository, with what was published under a tag."""
    git(werkmap.parent, "init", "-q", "-b", "hoofd")
    git(werkmap.parent, "add", "werkmap")
    git(werkmap.parent, "commit", "-q", "-m", "Publiceer")
    git(werkmap.parent, "tag", "gepubliceerd")
    return werkmap


# --- a set


def test_a_set_is_enough_to_compare_with(werkmap: Path, sets: Path) -> None:
    gepubliceerd = str(sets / "proef" / "parameterset.json")
    gevonden = voer_uit("validate", str(verander(werkmap, ANDER_TARIEF)), "--tegen", gepubliceerd, "--json")
    assert gevonden.code == 1
    assert codes(gevonden) == ["RP442 productcodes/proef.yaml:16"]
    assert gevonden.json["vergeleken"] == {
        "tegen": gepubliceerd,
        "regios": [{"regio": "proef", "codes": 5, "meldingen": 1, "opmerking": ""}],
    }


def test_a_folder_with_sets_compares_every_region(werkmap: Path, sets: Path) -> None:
    (sets / "standaard" / "los.txt").write_text("hoort er niet bij", encoding="utf-8")
    uit_map = voer_uit("validate", str(verander(werkmap, ANDER_TARIEF)), "--tegen", str(sets), "--json")
    een_set = voer_uit("validate", str(werkmap), "--tegen", str(sets / "proef" / "parameterset.json"), "--json")
    assert uit_map.json["meldingen"] == een_set.json["meldingen"]
    assert uit_map.json["vergeleken"]["regios"] == een_set.json["vergeleken"]["regios"]


def test_without_findings_it_says_what_was_compared(werkmap: Path, sets: Path) -> None:
    gevonden = voer_uit("validate", str(werkmap), "--tegen", str(sets))
    assert gevonden.code == 0
    assert gevonden.uit.startswith("In orde.")
    assert f"Productcodes vergeleken met {sets}." in gevonden.uit
    assert "proef: 5 codes, geen meldingen" in gevonden.uit


def test_without_the_option_nothing_is_said_about_it(werkmap: Path) -> None:
    assert "vergeleken" not in voer_uit("validate", str(werkmap)).uit
    assert set(voer_uit("validate", str(werkmap), "--json").json) == {"meldingen", "samenvatting"}


def test_github_gets_the_line_that_stands_there_now(werkmap: Path, sets: Path) -> None:
    woorden = ("validate", str(verander(werkmap, ANDER_TARIEF)), "--tegen", str(sets), "--formaat", "github")
    assert voer_uit(*woorden).uit.startswith("::error file=productcodes/proef.yaml,line=16,col=45,title=RP442::")


def test_an_acknowledged_correction_is_shown_and_stops_only_when_strict(werkmap: Path, sets: Path) -> None:
    woorden = ("validate", str(verander(werkmap, CORRECTIE)), "--tegen", str(sets))
    gevonden = voer_uit(*woorden)
    assert gevonden.code == 0
    assert "€ 84,00, en is nu € 84,30" in gevonden.uit
    assert "Reden: Tikfout." in gevonden.uit
    assert voer_uit(*woorden, "--streng").code == 1


def test_a_correction_that_was_published_is_no_news(werkmap: Path, sets: Path, tmp_path: Path) -> None:
    """And the set says it, for who declared with the old amount."""
    verander(werkmap, CORRECTIE)
    assert voer_uit("export", "proef", "--map", str(werkmap), "--uit", str(tmp_path / "nieuw")).code == 0
    assert voer_uit("validate", str(werkmap), "--tegen", str(tmp_path / "nieuw"), "--json").json["meldingen"] == []
    inhoud = json.loads((tmp_path / "nieuw" / "proef" / "parameterset.json").read_text(encoding="utf-8"))
    tarieven = [tarief for product in inhoud["producten"] for tarief in product["tarieven"]]
    assert [t["correctie"] for t in tarieven if "correctie" in t] == [{"was": "84.00", "reden": "Tikfout."}]


def test_a_table_that_is_gone_is_one_finding(werkmap: Path, sets: Path) -> None:
    (werkmap / TABEL).unlink()
    gevonden = voer_uit("validate", str(werkmap), "--tegen", str(sets), "--json")
    assert codes(gevonden) == ["RP444 productcodes/proef.yaml:0"]


def test_a_row_that_could_not_be_read_is_not_a_row_that_is_gone(werkmap: Path, sets: Path) -> None:
    verander(werkmap, ("    variant: outputgericht\n", ""))
    gevonden = voer_uit("validate", str(werkmap), "--tegen", str(sets), "--json")
    assert {code.split()[0] for code in codes(gevonden)} == {"RP102"}
    assert "verbeter eerst" in gevonden.json["vergeleken"]["regios"][0]["opmerking"]


def test_a_region_that_was_never_more_than_a_concept_may_change_everything(werkmap: Path, sets: Path) -> None:
    pad = sets / "proef" / "parameterset.json"
    pad.write_bytes(pad.read_bytes().replace(b'"status": "voorbeeld"', b'"status": "concept"'))
    gevonden = voer_uit("validate", str(verander(werkmap, ANDER_TARIEF)), "--tegen", str(pad), "--json")
    assert (gevonden.code, codes(gevonden)) == (0, [])
    assert gevonden.json["vergeleken"]["regios"][0]["opmerking"] == "was een concept"


def test_the_day_decides_what_is_over(werkmap: Path, sets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tariff of 2026 may change until it begins."""
    verander(werkmap, ANDER_TARIEF)
    woorden = ("validate", str(werkmap), "--tegen", str(sets), "--json")
    for dag, verwacht in ((date(2026, 1, 1), []), (date(2026, 1, 2), ["RP442 productcodes/proef.yaml:16"])):
        monkeypatch.setattr(validate, "today", lambda dag=dag: dag)
        assert codes(voer_uit(*woorden)) == verwacht


def test_the_set_of_the_example_region_holds_its_whole_table(gelezen: Gelezen, bundels: Mapping[str, Bundel]) -> None:
    """What is read back from a set is what was exported: nothing is lost on the way."""
    tabel = gelezen.werkmap.regios["voorbeeldregio"].producten
    assert isinstance(tabel, Producttabel)
    terug = uit_sets("set", [bundels["voorbeeldregio"].parameterset]).tabellen["voorbeeldregio"]
    assert digest(plat(terug)) == digest(plat(tabel))


# --- git


@zonder_git
@pytest.mark.parametrize("ref", ["gepubliceerd", "HEAD", "hoofd", "HEAD^{commit}"])
def test_a_ref_is_compared_without_a_checkout(repository: Path, ref: str) -> None:
    """The workspace is a folder inside the repository."""
    verander(repository, ANDER_TARIEF)
    voor = {pad: pad.read_bytes() for pad in repository.rglob("*.yaml")}
    gevonden = voer_uit("validate", str(repository), "--tegen", ref, "--json")
    assert codes(gevonden) == ["RP442 productcodes/proef.yaml:16"]
    assert gevonden.json["vergeleken"]["tegen"].startswith(f"{ref} (")
    assert {pad: pad.read_bytes() for pad in repository.rglob("*.yaml")} == voor


@zonder_git
def test_a_ref_and_the_set_of_that_day_give_the_same(repository: Path, sets: Path) -> None:
    verander(repository, ANDER_TARIEF, ("geldig: 2024-01-01 t/m 2025-06-30", "geldig: 2024-02-01 t/m 2025-06-30"))
    uit_git = voer_uit("validate", str(repository), "--tegen", "gepubliceerd", "--json")
    uit_set = voer_uit("validate", str(repository), "--tegen", str(sets), "--json")
    assert uit_git.json["meldingen"] == uit_set.json["meldingen"]
    assert [code.split()[0] for code in codes(uit_git)] == ["RP442", "RP440"]


@zonder_git
def test_copies_and_hidden_files_of_that_day_do_not_count(repository: Path) -> None:
    for naam in ("proef (1).yaml", ".proef.yaml", "proef.yaml.bak", "lees.mij"):
        (repository / "productcodes" / naam).write_text("regio: proef\nproducten: []\n", encoding="utf-8")
    git(repository, "add", "-f", "productcodes")
    git(repository, "commit", "-q", "-m", "Met kopieën")
    for naam in ("proef (1).yaml", ".proef.yaml", "proef.yaml.bak", "lees.mij"):
        (repository / "productcodes" / naam).unlink()
    gevonden = voer_uit("validate", str(verander(repository, ANDER_TARIEF)), "--tegen", "HEAD", "--json")
    assert codes(gevonden) == ["RP442 productcodes/proef.yaml:16"]


@zonder_git
def test_a_table_of_that_day_with_mistakes_is_compared_as_far_as_it_can_be_read(repository: Path) -> None:
    verander(repository, ("    variant: outputgericht\n", "    varient: outputgericht\n"))
    git(repository, "commit", "-qam", "Een tikfout")
    verander(repository, ("    varient: outputgericht\n", "    variant: outputgericht\n"), ANDER_TARIEF)
    gevonden = voer_uit("validate", str(repository), "--tegen", "HEAD", "--json")
    assert "RP442 productcodes/proef.yaml:16" in codes(gevonden)
    assert "een deel" in gevonden.json["vergeleken"]["regios"][0]["opmerking"]


@zonder_git
def test_a_day_without_tables_says_so(repository: Path) -> None:
    git(repository, "rm", "-rq", "--cached", "productcodes")
    git(repository, "commit", "-q", "-m", "Zonder tabellen")
    gevonden = voer_uit("validate", str(repository), "--tegen", "HEAD")
    assert gevonden.code == 0
    assert "Daar staan geen codes in om mee te vergelijken." in gevonden.uit


# --- what is remembered


def test_what_was_published_is_part_of_what_is_remembered(werkmap: Path, sets: Path) -> None:
    verander(werkmap, ANDER_TARIEF)
    pad = sets / "proef" / "parameterset.json"
    tegen = ("validate", str(werkmap), "--tegen", str(pad), "--json")
    zonder = voer_uit("validate", str(werkmap), "--json")
    met = voer_uit(*tegen)
    assert (zonder.code, met.code) == (0, 1)
    assert (voer_uit("validate", str(werkmap), "--json"), voer_uit(*tegen)) == (zonder, met)
    assert voer_uit(*tegen, "--vers") == met
    pad.write_bytes(pad.read_bytes().replace(b'"84.00"', b'"84.30"'))
    assert voer_uit(*tegen).code == 0


@zonder_git
def test_a_branch_that_moved_is_compared_again(repository: Path) -> None:
    verander(repository, ANDER_TARIEF)
    woorden = ("validate", str(repository), "--tegen", "hoofd", "--json")
    assert voer_uit(*woorden).code == 1
    git(repository, "commit", "-qam", "Publiceer opnieuw")
    assert voer_uit(*woorden).code == 0


# --- wrong use


@zonder_git
@pytest.mark.parametrize(
    ("word", "zin"),
    [
        ("weg.json", "bestaat niet"),
        ("weg", "kent het niet"),
        ("-v", "kent het niet"),
        ("--upload-pack=touch x", "kent het niet"),
        ("HEAD:werkmap", "kent het niet"),
        ("HEAD..hoofd", "kent het niet"),
        ("a\nb", "kent het niet"),
        ("", "Noem na --tegen"),
        ("x" * 5000, "x"),
        ("leeg", "geen parameterset.json"),
        ("tekst.json", "geen parameterset"),
        ("half.json", "niet compleet"),
        ("later.json", "parameterset/9"),
        ("bedrag.json", "kunnen we niet lezen"),
        ("dag.json", "kunnen we niet lezen"),
        ("ander.json", "is van ander"),
    ],
)
def test_wrong_use_exits_with_2_and_a_dutch_sentence(
    word: str, zin: str, repository: Path, sets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goed = (sets / "proef" / "parameterset.json").read_bytes()
    bestanden = {
        "tekst": b"{ geen json",
        "half": b'{"formaat": "parameterset/1"}',
        "later": b'{"formaat": "parameterset/9"}',
        "bedrag": goed.replace(b'"bedrag": "84.00"', b'"bedrag": "veel"'),
        "dag": goed.replace(b'"vanaf": "2026-07-01"', b'"vanaf": "2026-07-32"'),
        "ander": goed.replace(b'"regio": "proef"', b'"regio": "ander"'),
    }
    monkeypatch.chdir(repository)
    for naam, inhoud in bestanden.items():
        Path(f"{naam}.json").write_bytes(inhoud)
    Path("leeg").mkdir()
    gevonden = voer_uit("validate", ".", f"--tegen={word}")
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert zin in gevonden.fout
    assert "Traceback" not in gevonden.fout


@zonder_git
def test_a_folder_outside_git_says_so(werkmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    gevonden = voer_uit("validate", str(werkmap), "--tegen", "hoofd")
    assert gevonden.code == 2
    assert "niet in een git-repository" in gevonden.fout


def test_a_computer_without_git_says_so(werkmap: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    gevonden = voer_uit("validate", str(werkmap), "--tegen", "hoofd")
    assert gevonden.code == 2
    assert "git nodig" in gevonden.fout


def test_a_set_needs_no_git(werkmap: Path, sets: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for tegen in (sets, sets / "proef" / "parameterset.json"):
        assert voer_uit("validate", str(werkmap), "--tegen", str(tegen)).code == 0


# --- the day on which new codes are fixed


@pytest.mark.parametrize(
    ("vastgesteld", "begin", "instellingen", "verwacht"),
    [
        ("2026-10-31", "2027-01-01", "", []),
        ("2026-11-01", "2027-01-01", "", ["RP447"]),
        ("2027-01-05", "2027-01-01", "", ["RP447"]),
        ("2026-12-31", "2027-01-02", "", []),
        ("2027-04-01", "2027-07-01", "{ ingang: 1 juli, uiterlijk: 1 april }", []),
        ("2027-04-02", "2027-07-01", "{ ingang: 1 juli, uiterlijk: 1 april }", ["RP447"]),
        ("2026-12-31", "2027-01-01", "{ ingang: 1 juli, uiterlijk: 1 april }", []),
    ],
)
def test_the_last_day_to_fix_new_codes_is_data(
    vastgesteld: str, begin: str, instellingen: str, verwacht: list[str], werkmap: Path
) -> None:
    """Landelijk protocol productcodes: 31 October for 1 January. A region may agree on other days."""
    bytes_ = (GEPUBLICEERD / "een-code.yaml").read_bytes()
    tekst = bytes_.decode("utf-8")
    rij = tekst[tekst.index("  - code") :].replace("45A01", "45A02").replace("2025-01-01", begin)
    (werkmap / TABEL).write_text(tekst.replace("2024-10-31", vastgesteld) + rij, encoding="utf-8")
    if instellingen:
        afspraak = f"""\
afspraken:
  - regel: productcode.vaststellen
    soort: afwijking
    waarde: uiterlijk op een vaste dag voor de ingang
    instellingen: {instellingen}
    bron: Proefprotocol, 2.1
"""
        (werkmap / "regions" / "proef" / "vot.yaml").write_text(afspraak, encoding="utf-8")
    gevonden = met_historie(read(werkmap), uit_bestanden("toen", {TABEL.as_posix(): bytes_}), DAG)
    assert [melding.soort.code for melding in gevonden.meldingen] == verwacht
