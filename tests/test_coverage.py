"""coverage: every statement of a source landed somewhere, and the place can be opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from case_files import copy_basis
from conftest import ROOT, Opdracht, voer_uit

REGIO: Final = "midden-ijssel-oost-veluwe"
SLEUTELS: Final = {"totaal", "verwerkt", "weggelaten", "open", "rijen"}
RIJ: Final = {"id", "paragraaf", "soort", "waar"}
LANDING: Final = re.compile(r"(?P<naam>.+) \((?P<bestand>[^():]+):(?P<regel>[0-9]+):(?P<kolom>[0-9]+)\)")
# How many statements the sources hold, as counted when they were read.
AANTALLEN: Final = ((REGIO, 238), ("standaard", 199))
HOOGSTENS_WEGGELATEN: Final = 15


@pytest.mark.parametrize(("regio", "totaal"), AANTALLEN)
def test_the_json_has_exactly_these_keys(opdracht: Opdracht, regio: str, totaal: int) -> None:
    data = opdracht("coverage", regio, "--json").json
    assert set(data) == SLEUTELS
    assert all(set(rij) == RIJ for rij in data["rijen"])
    assert all(set(rij) == {"id", "reden"} for rij in data["weggelaten"])


@pytest.mark.parametrize(("regio", "totaal"), AANTALLEN)
def test_every_statement_is_accounted_for(opdracht: Opdracht, regio: str, totaal: int) -> None:
    data = opdracht("coverage", regio, "--json").json
    assert data["totaal"] == len(data["rijen"]) == len({rij["id"] for rij in data["rijen"]}) == totaal
    assert data["open"] == []
    assert data["verwerkt"] + len(data["weggelaten"]) == totaal
    assert data["verwerkt"] == sum(bool(rij["waar"]) for rij in data["rijen"])
    assert len(data["weggelaten"]) <= HOOGSTENS_WEGGELATEN
    assert all(rij["reden"] for rij in data["weggelaten"])


@pytest.mark.parametrize(("regio", "totaal"), AANTALLEN)
def test_every_landing_names_a_line_that_exists(opdracht: Opdracht, regio: str, totaal: int) -> None:
    """At that place stands 'dekt', or the list under it."""
    bestanden: dict[str, list[str]] = {}
    for rij in opdracht("coverage", regio, "--json").json["rijen"]:
        for waar in rij["waar"]:
            gevonden = LANDING.fullmatch(waar)
            assert gevonden, waar
            bestand = gevonden["bestand"]
            if bestand not in bestanden:
                bestanden[bestand] = (ROOT / bestand).read_text(encoding="utf-8").splitlines()
            regel = bestanden[bestand][int(gevonden["regel"]) - 1]
            assert 1 <= int(gevonden["kolom"]) <= len(regel), waar
            assert "dekt" in regel or re.match(r"\s*- ", regel), waar
    assert len(bestanden) > 5


@pytest.mark.parametrize(("regio", "totaal"), AANTALLEN)
def test_the_rows_stand_in_the_order_of_the_register(opdracht: Opdracht, regio: str, totaal: int) -> None:
    """And hold every statement of it once, as plain YAML has them."""
    map_ = ROOT / ("protocols" if regio == "standaard" else f"regions/{regio}")
    inhoud = [yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in sorted(map_.glob("*.yaml"))]
    ids = [alinea["id"] for bestand in inhoud for alinea in (bestand or {}).get("alineas", [])]
    assert [rij["id"] for rij in opdracht("coverage", regio, "--json").json["rijen"]] == ids


@pytest.mark.parametrize(("regio", "totaal"), AANTALLEN)
def test_the_text_begins_with_the_count(opdracht: Opdracht, regio: str, totaal: int) -> None:
    data = opdracht("coverage", regio, "--json").json
    eerste = opdracht("coverage", regio).uit.splitlines()[0]
    assert eerste == f"{totaal} alinea's: {data['verwerkt']} verwerkt, {len(data['weggelaten'])} weggelaten, 0 open."


# --- a small workspace


def dek(folder: Path, ids: str, weggelaten: str = "") -> tuple[str, ...]:
    """Make a workspace whose only landing is an afspraak that covers these ids; give the words that ask for it."""
    regio = copy_basis(folder) / "regions" / "proef"
    (regio / "werkwijze" / "inleiding.md").unlink()
    tekst = f"""\
afspraken:
  - {{ regel: vow.onderbouwing, soort: afwijking, waarde: verplicht, bron: 'Proefprotocol, 2.2', dekt: [{ids}] }}
"""
    (regio / "vot.yaml").write_text(tekst, encoding="utf-8")
    with (regio / "bronnen.yaml").open("a", encoding="utf-8") as bestand:
        bestand.write(weggelaten)
    return ("coverage", "proef", "--map", str(folder))


def codes(folder: Path) -> list[tuple[str, str, int]]:
    """Give the findings of validate: code, file and line."""
    meldingen: list[dict[str, Any]] = voer_uit("validate", str(folder), "--json").json["meldingen"]
    return [(m["code"], m["bestand"], m["regelnummer"]) for m in meldingen]


def test_a_landing_on_an_unknown_id_is_a_finding(tmp_path: Path) -> None:
    woorden = dek(tmp_path, "PP-001, PP-002, PP-003")
    assert codes(tmp_path) == [("RP205", "regions/proef/vot.yaml", 2)]
    assert "PP-003" not in voer_uit(*woorden, "--json").uit


def test_what_did_not_land_is_open(tmp_path: Path) -> None:
    woorden = dek(tmp_path, "PP-001")
    data = voer_uit(*woorden, "--json").json
    assert (data["totaal"], data["verwerkt"], data["weggelaten"], data["open"]) == (2, 1, [], ["PP-002"])
    assert data["rijen"][0]["waar"] == ["vow.onderbouwing (regions/proef/vot.yaml:2:103)"]
    assert data["rijen"][1] == {"id": "PP-002", "paragraaf": "2.2", "soort": "keuze", "waar": []}
    assert codes(tmp_path) == [("RP505", "regions/proef/bronnen.yaml", 9)]
    assert "2 alinea's: 1 verwerkt, 0 weggelaten, 1 open." in voer_uit(*woorden).uit


def test_what_was_left_out_on_purpose_has_its_reason(tmp_path: Path) -> None:
    woorden = dek(tmp_path, "PP-001", "weggelaten: [{ id: PP-002, reden: Dit is een voorbeeld. }]\n")
    data = voer_uit(*woorden, "--json").json
    assert data["weggelaten"] == [{"id": "PP-002", "reden": "Dit is een voorbeeld."}]
    assert (data["verwerkt"], data["open"]) == (1, [])
    assert codes(tmp_path) == []


def test_what_was_left_out_and_landed_after_all_counts_once(tmp_path: Path) -> None:
    woorden = dek(tmp_path, "PP-001, PP-002", "weggelaten: [{ id: PP-002, reden: Dit is een voorbeeld. }]\n")
    data = voer_uit(*woorden, "--json").json
    assert (data["totaal"], data["verwerkt"], data["weggelaten"], data["open"]) == (2, 2, [], [])


def test_a_region_without_a_register_has_nothing_to_cover(tmp_path: Path) -> None:
    dek(tmp_path, "")
    (tmp_path / "regions" / "proef" / "bronnen.yaml").unlink()
    gevonden = voer_uit("coverage", "proef", "--map", str(tmp_path), "--json")
    assert gevonden.code == 0
    assert gevonden.json == {"totaal": 0, "verwerkt": 0, "weggelaten": [], "open": [], "rijen": []}


def test_an_unknown_region_exits_with_2(opdracht: Opdracht) -> None:
    gevonden = opdracht("coverage", "mijovv")
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert "Bedoelde u 'mijov'?" in gevonden.fout
