"""check-message and explain-message as a user runs them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from conftest import ROOT, STANDAARD, voer_uit

from regioprotocol.parameterset import Parameterset, encode

BERICHTEN: Final = ROOT / "tests" / "conformance" / "berichten"
MIJOV: Final = "midden-ijssel-oost-veluwe"
WMO317: Final = str(BERICHTEN / "wmo317-apeldoorn.xml")
SLEUTELS: Final = [
    "code", "ernst", "tekst", "hint", "bestand", "regelnummer", "kolom", "verwant", "regel", "retourcode", "bericht",
    "element", "gevonden", "verwacht", "oorzaak", "wat_nu", "geval", "herkomst",
]  # fmt: skip


@pytest.fixture(scope="module")
def mijov(tmp_path_factory: pytest.TempPathFactory, sets: Mapping[str, Parameterset]) -> str:
    """Give the set of the region as a file."""
    map_ = tmp_path_factory.mktemp("set")
    (map_ / "parameterset.json").write_bytes(encode(sets[MIJOV]))
    return str(map_ / "parameterset.json")


def regels(antwoord: Any) -> list[tuple[str, str]]:
    """Give rule and return code of every fout."""
    return [(m["regel"], m["retourcode"]) for m in antwoord["meldingen"] if m["ernst"] == "fout"]


def test_a_refusal_by_the_region_names_the_paragraph_and_no_return_code(mijov: str) -> None:
    uit = voer_uit("check-message", mijov, WMO317)

    assert uit.code == 1
    assert "regel 4 BerichtCode: fout. De gemeente keurt een WMO317 af." in uit.uit
    assert "Wat nu: De cliënt vraagt de wijziging zelf aan bij de toegang." in uit.uit
    assert "(regio: Annex 4, 8.1; regel vow.gebruik; RP933)" in uit.uit
    assert "1 bericht gecontroleerd: 1 fout" in uit.uit


def test_the_json_is_the_public_one(mijov: str, sets: Mapping[str, Parameterset]) -> None:
    uit = voer_uit("check-message", mijov, WMO317, "--json")

    assert list(uit.json) == ["meldingen", "parameterset", "termijnen", "samenvatting"]
    assert uit.json["parameterset"] == {"regio": MIJOV, "versie": "2024", "digest": sets[MIJOV].digest}
    assert uit.json["samenvatting"] == {"berichten": 1, "fouten": 1, "waarschuwingen": 1}
    assert [list(melding) for melding in uit.json["meldingen"]] == [SLEUTELS] * 2
    (fout,) = [m for m in uit.json["meldingen"] if m["ernst"] == "fout"]
    assert (fout["regel"], fout["retourcode"], fout["regelnummer"]) == ("vow.gebruik", "", 4)
    assert fout["herkomst"] == {"laag": "regio", "bron": "Annex 4, 8.1"}
    assert fout["geval"] == "vow.gebruik/regio/wet=Wmo/2024-01-01"


def test_another_municipality_and_day_can_be_tried(mijov: str) -> None:
    """The same message is fine elsewhere, and was fine before the protocol."""
    assert regels(voer_uit("check-message", mijov, WMO317, "--als", "gemeente=0384", "--json").json) == []
    assert regels(voer_uit("check-message", mijov, WMO317, "--op", "31-12-2023", "--json").json) == []
    assert voer_uit("check-message", mijov, WMO317, "--op", "2024-01-01").code == 1


def test_an_impossible_end_date_is_found_at_both_lines(tmp_path: Path, mijov: str) -> None:
    tekst = (BERICHTEN / "tr383-eigen-kenmerk.xml").read_text(encoding="utf-8").replace("2026-09-30", "2026-06-31")
    (tmp_path / "JW315.xml").write_text(tekst, encoding="utf-8")
    uit = voer_uit("check-message", mijov, str(tmp_path / "JW315.xml"))

    assert uit.code == 1
    assert uit.uit.count("ToewijzingEinddatum: fout. ToewijzingEinddatum '2026-06-31' bestaat niet.") == 2


@pytest.mark.parametrize("soort", ["map", "zip", "beide"])
def test_folders_and_zips_are_read_too(soort: str, tmp_path: Path, mijov: str) -> None:
    paden = [BERICHTEN / "wmo317-apeldoorn.xml", BERICHTEN / "jw317-apeldoorn.xml"]
    with zipfile.ZipFile(tmp_path / "berichten.zip", "w") as archief:
        for pad in paden:
            archief.write(pad, pad.name)
    map_ = tmp_path / "map"
    map_.mkdir()
    for pad in paden:
        (map_ / pad.name).write_bytes(pad.read_bytes())
    woorden = {"map": [map_], "zip": [tmp_path / "berichten.zip"], "beide": [map_, tmp_path / "berichten.zip"]}[soort]
    uit = voer_uit("check-message", mijov, *map(str, woorden), "--json")

    assert uit.json["samenvatting"]["berichten"] == 2 * len(woorden)
    assert regels(uit.json) == [("vow.gebruik", "")] * len(woorden)


def test_a_message_without_findings_is_in_order(tmp_path: Path, sets: Mapping[str, Parameterset]) -> None:
    (tmp_path / "parameterset.json").write_bytes(encode(sets[STANDAARD]))
    uit = voer_uit("check-message", str(tmp_path), str(BERICHTEN / "tr409-in-onderzoek.xml"))

    assert uit.code == 0
    assert uit.uit.startswith("In orde. 1 bericht gecontroleerd, geen meldingen.\nParameterset: Landelijke standaard")


def test_what_the_user_knows_can_be_said(mijov: str) -> None:
    """A situation that is named leaves nothing to ask."""
    pad = str(BERICHTEN / "jw317-apeldoorn.xml")
    zonder = voer_uit("check-message", mijov, pad, "--json").json
    met = voer_uit("check-message", mijov, pad, "--als", "situatie=lopende zorg", "--json").json

    assert [m["regel"] for m in zonder["meldingen"]] == ["TR381", "vow.gebruik", "mijov.vow_overleg"]
    assert [m["regel"] for m in met["meldingen"]] == ["TR381", "mijov.vow_overleg"]


def test_no_personal_value_is_shown_unless_asked_and_a_bsn_never(tmp_path: Path, mijov: str) -> None:
    tekst = (BERICHTEN / "tr002-een-dag-ouder.xml").read_text(encoding="utf-8").replace("Voorbeeld", "Jansen" * 40)
    (tmp_path / "999900006.xml").write_text(tekst, encoding="utf-8")
    stil, open_ = (
        voer_uit("check-message", mijov, str(tmp_path / "999900006.xml"), *extra)
        for extra in ([], ["--toon-waarden", "--json"])
    )

    assert "1906-03-09" not in stil.uit
    assert "9 maart 1906" not in stil.uit
    assert "Jansen" not in stil.uit
    assert "1906-03-09" in open_.uit
    assert "999900006" not in stil.uit + open_.uit


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["geen-set.json", WMO317], "Het bestand 'geen-set.json' kunnen we niet lezen."),
        ([WMO317, WMO317], "dit is geen parameterset"),
        (["SET", "er-is-niets.xml"], "'er-is-niets.xml' is er niet."),
        (["SET", WMO317, "--als", "gemeent=0200"], "Bedoelde u 'gemeente'?"),
        (["SET", WMO317, "--als", "gemeente"], "Schrijf bijvoorbeeld: --als gemeente=0200"),
        (["SET", WMO317, "--als", "wet=Jw"], "'wet' staat in het bericht zelf."),
        (["SET", WMO317, "--als", "gemeente=0200,0213"], "Geef één gemeente op."),
        (["SET", WMO317, "--op", "31-06-2026"], "Bedoelde u 30 juni 2026?"),
        (["SET", WMO317, "--xsd", "geen-map"], "De map 'geen-map' met schema's is er niet."),
        (["SET"], "Er ontbreekt een gegeven"),
    ],
)
def test_wrong_use_gives_exit_code_2(woorden: list[str], zin: str, mijov: str) -> None:
    uit = voer_uit("check-message", *[mijov if woord == "SET" else woord for woord in woorden])

    assert uit.code == 2
    assert zin in uit.fout


def test_what_is_no_message_is_a_finding(tmp_path: Path, mijov: str) -> None:
    (tmp_path / "pagina.xml").write_text("<html><body>Inloggen</body></html>", encoding="utf-8")
    uit = voer_uit("check-message", mijov, str(tmp_path / "pagina.xml"))

    assert uit.code == 1
    assert "webpagina" in uit.uit


# --- explain-message


def test_an_account_says_what_was_applied_and_what_was_not(mijov: str) -> None:
    uit = voer_uit("explain-message", mijov, WMO317)

    assert uit.code == 1
    assert "Beoordeeld voor gemeente 0200, dinsdag 10 maart 2026: landelijke en regionale regels." in uit.uit
    assert "vow.gebruik (Gebruik van het verzoek om wijziging (VOW)) op 2026-03-10: niet toegestaan" in uit.uit
    assert "geldt: niet toegestaan (regio: Annex 4, 8.1)" in uit.uit
    assert "want een eerder geval geldt al" in uit.uit
    assert "TR018: hoort bij 307, niet bij 317" in uit.uit
    assert "verzoek.omvang: daar zijn andere berichten bij nodig" in uit.uit


def test_an_account_for_another_municipality_says_why_no_case_of_the_region_holds(mijov: str) -> None:
    uit = voer_uit("explain-message", mijov, WMO317, "--als", "gemeente=0384", "--json")

    assert uit.code == 0
    (bericht,) = uit.json["berichten"]
    assert (bericht["gemeente"], bericht["regionaal"]) == ("0384", False)
    (vow,) = [o for o in bericht["opgezocht"] if o["regel"] == "vow.gebruik" and o["waarden"]][:1]
    redenen = {g["reden"] for g in vow["gevallen"] if g["laag"] == "regio"}
    assert redenen == {"de gemeente doet op deze dag niet mee in de regio"}


def test_an_account_of_a_series_lists_the_rules_between_its_messages(tmp_path: Path, mijov: str) -> None:
    """What was applied with its findings, and what was not: a message that the series does not have."""
    for naam in ("01-vot", "02-toewijzing", "03-start-45A02", "07-stop-zoals-in-de-bron"):
        shutil.copy(BERICHTEN / "reeks-noor" / f"{naam}.xml", tmp_path)
    uit = voer_uit("explain-message", mijov, str(tmp_path), "--json")

    assert uit.code == 1
    (reeks,) = uit.json["reeksen"]
    assert [b["bericht"] for b in reeks["berichten"]] == ["JW315", "JW301", "JW305", "JW307"]
    toegepast = {regel: t["meldingen"] for t in reeks["toegepast"] for regel in t["regels"]}
    assert {"TR019", "TR382", "TR056", "TR379", "termijnen"} <= toegepast.keys()
    assert toegepast["TR382"] == len([m for m in reeks["meldingen"] if m["code"] == "RP961"])
    waarom = {n["regel"]: n["waarom"] for n in reeks["niet_toegepast"]}
    assert waarom["OP087"] == "daar is nog een 301 voor nodig"
    assert waarom["OP284"] == "daar is 2 keer een 323 voor nodig"
    assert waarom["TR355"] == "daar is een 319 voor nodig"
    assert waarom["TR385"] == "daar is nog een 301 en een 323 voor nodig"
    assert waarom.keys().isdisjoint(toegepast)
    assert "stop.begindatum" in {o["regel"] for o in reeks["opgezocht"]}

    tekst = voer_uit("explain-message", mijov, str(tmp_path)).uit
    assert "4 berichten samen, in deze volgorde:" in tekst
    assert "TR355, TR359, TR360, TR365, verzoek.beoordeling: daar is een 319 voor nodig" in " ".join(tekst.split())


def test_an_account_of_a_series_says_which_messages_do_not_count(tmp_path: Path, mijov: str) -> None:
    """A rejected message counts as not sent; its rules are not applied. One message alone is no series."""
    shutil.copy(BERICHTEN / "JW301.xml", tmp_path)
    retour = (BERICHTEN / "JW302.xml").read_text(encoding="utf-8").replace("B26302001", "B26301001")
    (tmp_path / "JW302.xml").write_text(retour, encoding="utf-8")
    alleen = voer_uit("explain-message", mijov, str(tmp_path / "JW301.xml"), "--json")
    uit = voer_uit("explain-message", mijov, str(tmp_path), "--json")

    assert alleen.json["reeksen"] == []
    (reeks,) = uit.json["reeksen"]
    waarom = {b["bericht"]: b["waarom"] for b in reeks["berichten"]}
    assert waarom["JW302"].startswith("een retourbericht")
    assert waarom["JW301"].startswith("afgekeurd in ")
    assert "daar is een bericht voor nodig" in {n["waarom"] for n in reeks["niet_toegepast"]}


def test_an_account_of_what_is_no_message_is_its_finding(tmp_path: Path, mijov: str) -> None:
    (tmp_path / "leeg.xml").write_bytes(b"")
    uit = voer_uit("explain-message", mijov, str(tmp_path / "leeg.xml"), "--json")

    assert uit.code == 1
    assert [m["code"] for m in uit.json["berichten"][0]["meldingen"]] == ["RP902"]
    assert uit.json["berichten"][0]["toegepast"] == []
