"""Every file in cases/ is a test that a colleague can read: a question and the answer that must come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from conftest import Opdracht

from regioprotocol.pipeline import Gelezen

CASES: Final = Path(__file__).parent / "cases"
DEADLINE: Final = sorted((CASES / "deadline").glob("*.yaml"))
EXPLAIN: Final = sorted((CASES / "explain").glob("*.yaml"))
GEEN_DATUM: Final = "geen datum"
SLEUTELS: Final = {
    "deadline": ({"regio", "regel", "feiten", "na", "verwacht"}, {"op", "stand", "gebeurtenis", "stap"}),
    "explain": (
        {"regio", "regel", "feiten", "op", "waarde", "laag"},
        {"stand", "bron", "ontbrekend", "begint", "antwoord", "geval"},
    ),
}


def lees(path: Path) -> dict[str, Any]:
    """Read a case."""
    zaak: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return zaak


def woorden(zaak: Mapping[str, Any], *opties: str) -> list[str]:
    """Give the words of the command line for a case."""
    rij = [str(zaak["regio"]), str(zaak["regel"]), "--json"]
    for optie in opties:
        if optie in zaak:
            rij += [f"--{optie}", _dag(zaak[optie])]
    for sleutel, waarde in zaak["feiten"].items():
        rij += ["--als", f"{sleutel}={waarde}"]
    return rij


def _dag(waarde: object) -> str:
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


@pytest.mark.parametrize("path", DEADLINE, ids=lambda path: path.stem)
def test_a_term_ends_on_the_day_of_the_case(path: Path, opdracht: Opdracht) -> None:
    """deadline gives the expected day, or says why there is none."""
    zaak = lees(path)
    gevonden = opdracht("deadline", *woorden(zaak, "na", "op", "stand"))
    assert gevonden.code == 0, gevonden.fout or gevonden.uit
    antwoord = gevonden.json
    verwacht = None if zaak["verwacht"] == GEEN_DATUM else _dag(zaak["verwacht"])
    assert antwoord["datum"] == verwacht, antwoord["stappen"]
    assert antwoord["stappen"]
    if "gebeurtenis" in zaak:
        assert antwoord["gebeurtenis"] == zaak["gebeurtenis"]
    if "stap" in zaak:
        assert zaak["stap"] in " ".join(antwoord["stappen"])


@pytest.mark.parametrize("path", EXPLAIN, ids=lambda path: path.stem)
def test_a_rule_has_the_value_of_the_case(path: Path, opdracht: Opdracht) -> None:
    """explain gives the expected value, from the expected layer and source."""
    zaak = lees(path)
    gevonden = opdracht("explain", *woorden(zaak, "op", "stand"))
    assert gevonden.code == 0, gevonden.fout or gevonden.uit
    antwoord = gevonden.json
    assert antwoord["waarde"] == zaak["waarde"]
    assert antwoord["herkomst"]["laag"] == zaak["laag"]
    if "bron" in zaak:
        assert set(zaak["bron"].split("; ")) <= set(antwoord["herkomst"]["bron"].split("; "))
    if "ontbrekend" in zaak:
        assert sorted(antwoord["ontbrekend"]) == sorted(zaak["ontbrekend"])
    if "begint" in zaak:
        assert antwoord["antwoord"].startswith(zaak["begint"])
    if "antwoord" in zaak:
        assert zaak["antwoord"] in antwoord["antwoord"]
    if "geval" in zaak:
        assert antwoord["geval"] == zaak["geval"]


@pytest.mark.parametrize("path", [*DEADLINE, *EXPLAIN], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_case_names_its_source_and_holds_no_unknown_words(path: Path) -> None:
    """A slip in a case file must not pass in silence."""
    assert path.read_text(encoding="utf-8").startswith("# bron: ")
    verplicht, mag = SLEUTELS[path.parent.name]
    gevonden = set(lees(path))
    assert verplicht <= gevonden <= verplicht | mag


def test_every_national_rule_that_the_real_region_changes_has_a_case(gelezen: Gelezen) -> None:
    """An afspraak that a region adds to the catalogue gets a case; its own rules may go without."""
    afspraken = gelezen.werkmap.regios["midden-ijssel-oost-veluwe"].afspraken
    anders = {a.regel for a in afspraken if a.inhoud is not None and a.regel in gelezen.werkmap.regels}
    gedekt = {lees(path)["regel"] for path in EXPLAIN}
    assert anders - gedekt == set()
