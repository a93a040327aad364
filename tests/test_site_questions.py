"""What the pages ask and read: the questions of VOT or VOW, and every slip of who types an amount or a day."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from conftest import ROOT, STANDAARD
from site_node import vraag

from regioprotocol.parameterset import Index, Parameterset, encode

MIJOV: Final = "midden-ijssel-oost-veluwe"
MAP: Final = ROOT / "tests" / "site"
BESLISBOOM: Final = yaml.safe_load((MAP / "beslisboom.yaml").read_text(encoding="utf-8"))
INVOER: Final = yaml.safe_load((MAP / "invoer.yaml").read_text(encoding="utf-8"))
REGELS: Final = ("verzoek.keuze", "vot.gebruik", "vow.gebruik")


@pytest.fixture(scope="session")
def sets_op_schijf(sets: Mapping[str, Parameterset], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write every set to a file."""
    plek = tmp_path_factory.mktemp("vragen")
    for naam, parameterset in sets.items():
        (plek / f"{naam}.json").write_bytes(encode(parameterset))
    return {naam: plek / f"{naam}.json" for naam in sets}


def test_the_questions_are_facts_of_every_set(
    sets: Mapping[str, Parameterset], sets_op_schijf: Mapping[str, Path]
) -> None:
    """Each answer is a word of the vocabulary, and a condition of one of the rules that decide."""
    for naam, parameterset in sets.items():
        [vragen] = vraag(sets_op_schijf[naam], [{"soort": "vragenlijst"}])
        bekend = {d.sleutel: {w.waarde for w in d.waarden} for d in parameterset.dimensies}
        codelijsten = {lijst.codelijst for lijst in parameterset.codelijsten}
        index = Index.van(parameterset)
        voorwaarden = [v for regel in REGELS for geval in index.regels[regel].gevallen for v in geval.als]
        for een in vragen:
            gekozen = {antwoord["waarde"] for antwoord in een["antwoorden"]} - {""}
            telt = {w for v in voorwaarden if v.sleutel == een["sleutel"] for w in v.waarden}
            assert een["vraag"].endswith("?")
            assert gekozen <= bekend[een["sleutel"]]
            assert een["naam"] == "wet" or gekozen <= telt
            assert een.get("codelijst") in {None, *codelijsten}
            controles = een["bron"].split(", ")
            assert all(controle in index.controles for controle in controles), controles


@pytest.mark.parametrize("geval", BESLISBOOM, ids=lambda geval: geval["geval"])
def test_vot_or_vow(geval: Mapping[str, Any], sets_op_schijf: Mapping[str, Path]) -> None:
    """The answer begins as it should, and names what decided."""
    gemeente = geval.get("gemeente")
    extra = {"situatie": geval.get("situatie", [])} | ({"gemeente": [gemeente]} if gemeente else {})
    gevraagd = {"soort": "beslis", "antwoorden": geval["antwoorden"], "extra": extra, "op": "2026-02-02"}
    [besluit] = vraag(sets_op_schijf[MIJOV if gemeente else STANDAARD], [gevraagd])
    assert (besluit["soort"], besluit["kop"][: len(geval["kop"])]) == (geval["soort"], geval["kop"])
    assert besluit["bronnen"]
    assert all(bron["bron"] for bron in besluit["bronnen"])


@pytest.mark.parametrize("wat", INVOER)
def test_what_people_type_is_read_or_explained(wat: str, sets_op_schijf: Mapping[str, Path]) -> None:
    """The notations of the terminal, and its sentences for a slip."""
    gevallen = {str(tekst): str(uitkomst) for tekst, uitkomst in INVOER[wat].items()}
    vragen = [{"soort": "lees", "wat": wat, "tekst": tekst} for tekst in gevallen]
    gekregen = vraag(sets_op_schijf[STANDAARD], vragen)
    assert [een.get("waarde", een.get("fout")) for een in gekregen] == list(gevallen.values())
