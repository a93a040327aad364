"""explain of a national rule or a return code: the meaning first, then rule, messages, causes and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import copy_basis
from conftest import ROOT, Opdracht, voer_uit

from regioprotocol.pipeline import Gelezen

CONTROLE = {
    "controle", "soort", "niveau", "wet", "berichten", "zin", "wat_nu", "oorzaken", "opmerking", "retourcodes",
    "regels",
}  # fmt: skip


def test_a_return_code_says_what_it_means_and_what_to_do(opdracht: Opdracht) -> None:
    """0611: a tariff that is not the one agreed."""
    uit = opdracht("explain", "0611").uit
    assert uit.startswith("Het ingediende tarief komt niet overeen met het contractuele tarief.\n")
    for deel in ("TR418 (technische regel)", "Berichten:      323", "het tarief van een vorige periode", "opnieuw in."):
        assert deel in uit
    assert "regioprotocol explain standaard declaratieregel.tarief" in uit


def test_a_rule_says_its_sentence_its_messages_and_its_return_code(opdracht: Opdracht) -> None:
    """TR381, which every product code must meet."""
    uit = opdracht("explain", "TR381").uit
    assert uit.startswith("De productcode hoort bij de productcategorie")
    assert "Retourcode:     S329 bij 301, 305, 307, 315, 317 en 323" in uit
    assert "Te controleren: met andere gegevens" in uit


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("S329",), "Regel:          TR381 (technische regel)"),
        (("s329",), "Regel:          TR381 (technische regel)"),
        (("tr418",), "Retourcode:     0611 bij 323"),
        (("TR069",), "Regel:          TR382 (technische regel)"),  # the number that WJ001 still uses
        (("TR101",), "Retourcode:     0001 bij 301, 305, 307, 315, 317 en 323\n"),
        (("TR377",), "Wet:            Jw\n"),
        (("TR355",), "Retourcode:     geen"),
        (("OP364",), "geen voorwaarde"),
        (("OP090x4",), "binnen tien werkdagen"),
        (("op090X4",), "binnen tien werkdagen"),
        (("CS335",), "Reden 13"),
        (("0001",), "Deze code hoort bij 21 regels."),
        (("8001",), "Declaratie is volledig toegewezen."),
        (("0200",), "0200 is ook de code van de gemeente Apeldoorn."),
        (("mijov", "TR418"), "regioprotocol explain midden-ijssel-oost-veluwe declaratieregel.tarief"),
        (("Epe", "0611"), "TR418"),
        (("standaard", "9341"), "Eenheid in de Prestatie past niet bij Eenheid in het ToegewezenProduct."),
    ],
)
def test_a_word_is_found_alone_or_after_a_region(opdracht: Opdracht, woorden: tuple[str, ...], zin: str) -> None:
    """In capitals or not, by number, by an older number, by return code."""
    gevonden = opdracht("explain", *woorden)
    assert gevonden.code == 0, gevonden.fout
    assert zin in gevonden.uit
    assert max(len(regel) for regel in gevonden.uit.splitlines()) <= 110


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("TR4181",), "regioprotocol explain TR4181 vot.indientermijn"),
        (("TR419",), "De landelijke regel TR419 ken ik niet. Bedoelde u 'TR418'?"),
        (("mijov", "OP999"), "De landelijke regel OP999 ken ik niet."),
        (("S999",), "De retourcode S999 ken ik niet."),
        (("0612",), "regioprotocol explain 0612 vot.indientermijn"),
        (("0232",), "regioprotocol explain 0232 vot.indientermijn"),  # Epe, and no return code
    ],
)
def test_what_does_not_exist_is_wrong_use(opdracht: Opdracht, woorden: tuple[str, ...], zin: str) -> None:
    """With a suggestion; nothing is guessed."""
    gevonden = opdracht("explain", *woorden)
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert zin in gevonden.fout


def test_every_rule_and_every_return_code_can_be_explained(opdracht: Opdracht, gelezen: Gelezen) -> None:
    """With exactly these keys; the text and the JSON begin with the same sentence."""
    woordenboek = gelezen.werkmap.woordenboek
    for nummer, controle in list(woordenboek.controles.items())[::7]:
        data = opdracht("explain", nummer, "--json").json
        assert set(data) == CONTROLE
        assert (data["controle"], data["zin"]) == (nummer, controle.zin)
    codes = {c.code for lijst in woordenboek.codelijsten.values() for c in lijst.codes.values() if c.berichten}
    assert len(codes) == 58
    for code in sorted(codes)[::5]:
        data = opdracht("explain", code, "--json").json
        assert set(data) == {"retourcode", "betekenissen", "controles"}
        assert all(set(controle) == CONTROLE for controle in data["controles"])
        assert {tuple(b["wet"]) for b in data["betekenissen"]} == {("Jw",), ("Wmo",)}


def test_the_national_layer_alone_can_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of a region, from the copy in the package."""
    monkeypatch.chdir(ROOT)
    gevonden = voer_uit("explain", "TR418", "--map", str(copy_basis(tmp_path)))
    assert gevonden.code == 0
    assert "0611" in gevonden.uit
