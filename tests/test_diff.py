"""diff: was and wordt, between two days, two regions, two sets, and against the standard."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from case_files import copy_basis
from conftest import STANDAARD, Opdracht, voer_uit
from hypothesis import given, settings
from hypothesis import strategies as st

from regioprotocol.compare import Kant, Wijziging, vergelijk
from regioprotocol.export import Bundel
from regioprotocol.parameterset import Index, Parameterset

REGIO: Final = "midden-ijssel-oost-veluwe"
CASES: Final = sorted((Path(__file__).parent / "cases" / "diff").glob("*.yaml"))
DAGEN: Final = ("--van", "2025-06-01", "--tot", "2026-06-01")
SLEUTELS: Final = {"van", "tot", "wijzigingen", "samenvatting"}
VELDEN: Final = {
    "soort",
    "regel",
    "als",
    "was",
    "wordt",
    "vanaf",
    "reden",
    "besluit",
    "bron",
    "verschil_eur",
    "verschil_pct",
    "oordeel",
}
ANDERSOM: Final = {
    "toegevoegd": "vervallen",
    "vervallen": "toegevoegd",
    "product toegevoegd": "product beëindigd",
    "product beëindigd": "product toegevoegd",
    "strenger": "ruimer",
    "ruimer": "strenger",
}
PRODUCT: Final = {
    "code": "45A01",
    "naam": "Begeleiding",
    "categorie": "45",
    "wet": ["Jw"],
    "variant": "inspanningsgericht",
    "eenheid": "04",
    "tarief": "geen",
}
dagen = st.dates(date(2019, 1, 1), date(2029, 12, 31))


def lees(path: Path) -> dict[str, Any]:
    """Read a case: every word stays as it is written, and null is nothing."""
    zaak: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return zaak


def maak(folder: Path, zaak: Mapping[str, Any], *, naam: str = "proef") -> Path:
    """Put the workspace of the cases in a folder, with these afspraken and products in place of its own."""
    copy_basis(folder)
    regio, tabel = folder / "regions" / naam, folder / "productcodes" / f"{naam}.yaml"
    if naam != "proef":
        (folder / "regions" / "proef").rename(regio)
        (folder / "productcodes" / "proef.yaml").rename(tabel)
        for pad in (regio / "regio.yaml", tabel):
            tekst = pad.read_text(encoding="utf-8").replace("regio: proef", f"regio: {naam}")
            tekst = tekst.replace("Proefregio", naam.capitalize()).replace("[prf]", "[]")
            pad.write_text(tekst.replace("99", "98"), encoding="utf-8")
    kop = {"versie": "1", "bron": "Proefprotocol, 2.1"}
    afspraken = {"voor_dit_bestand": kop, "afspraken": zaak.get("afspraken", [])}
    (regio / "vot.yaml").write_text(yaml.safe_dump(afspraken, allow_unicode=True), encoding="utf-8")
    inhoud = {"regio": naam, "status": "voorbeeld", "producten": zaak.get("producten", [])}
    tabel.write_text(yaml.safe_dump(inhoud, allow_unicode=True), encoding="utf-8")
    return folder


def afspraak(**anders: str) -> dict[str, str]:
    """Give an afspraak that differs from the standard."""
    return {
        "regel": "vot.indientermijn",
        "soort": "afwijking",
        "na": "intake",
        "termijn": "7 werkdagen",
        "geldig": "vanaf 2026-01-01",
        **anders,
    }


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Give a workspace with one change between the two days."""
    eerst = afspraak(termijn="4 werkdagen", geldig="2025-01-01 t/m 2025-12-31")
    return maak(tmp_path / "werkmap", {"afspraken": [eerst, afspraak()], "producten": [PRODUCT]})


# --- cases


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_changes_are_those_of_the_case(path: Path, tmp_path: Path) -> None:
    zaak = lees(path)
    gevonden = voer_uit("diff", "proef", *DAGEN, "--map", str(maak(tmp_path, zaak)), "--json")
    assert gevonden.code == 0, gevonden.uit + gevonden.fout
    wijzigingen = gevonden.json["wijzigingen"]
    verwacht = [{k: None if v == "null" else v for k, v in rij.items()} for rij in zaak["wijzigingen"]]
    assert [{k: w[k] for k in rij} for w, rij in zip(wijzigingen, verwacht, strict=False)] == verwacht, wijzigingen
    assert len(wijzigingen) == len(verwacht), wijzigingen


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_from_the_second_day_back_to_the_first_is_the_mirror(path: Path, tmp_path: Path) -> None:
    map_ = ("--map", str(maak(tmp_path, lees(path))), "--json")
    heen = voer_uit("diff", "proef", *DAGEN, *map_).json["wijzigingen"]
    terug = voer_uit("diff", "proef", "--van", "2026-06-01", "--tot", "2025-06-01", *map_).json["wijzigingen"]
    assert [(w["regel"], w["als"], w["was"], w["wordt"]) for w in heen] == [
        (w["regel"], w["als"], w["wordt"], w["was"]) for w in terug
    ]
    for een, ander in zip(heen, terug, strict=True):
        assert ander["soort"] == ANDERSOM.get(een["soort"], een["soort"])
        assert ander["oordeel"] == ANDERSOM.get(een["oordeel"], "")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_names_its_source_and_holds_no_unknown_words(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# bron: ")
    zaak = lees(path)
    assert set(zaak) <= {"afspraken", "producten", "wijzigingen"}
    assert all(set(rij) <= VELDEN for rij in zaak["wijzigingen"])


# --- the JSON


def test_the_json_has_exactly_these_keys(werkmap: Path) -> None:
    data = voer_uit("diff", "proef", *DAGEN, "--map", str(werkmap), "--json").json
    assert set(data) == SLEUTELS
    assert [set(wijziging) for wijziging in data["wijzigingen"]] == [VELDEN]
    assert data["samenvatting"]["totaal"] == 1
    assert (data["van"], data["tot"]) == ("2025-06-01", "2026-06-01")


def test_json_without_changes_has_the_same_keys(werkmap: Path) -> None:
    data = voer_uit("diff", "proef", "--van", "2025-06-01", "--tot", "2025-12-31", "--map", str(werkmap), "--json").json
    assert data == {"van": "2025-06-01", "tot": "2025-12-31", "wijzigingen": [], "samenvatting": {"totaal": 0}}


def test_both_ways_to_ask_for_json_are_the_same(werkmap: Path) -> None:
    woorden = ("diff", "proef", *DAGEN, "--map", str(werkmap))
    assert voer_uit(*woorden, "--json").uit == voer_uit(*woorden, "--formaat", "json").uit


def test_the_summary_counts_the_changes(opdracht: Opdracht) -> None:
    data = opdracht("diff", "mijov", "--standaard", "--van", "2026-01-15", "--json").json
    soorten = [w["soort"] for w in data["wijzigingen"]]
    oordelen = [w["oordeel"] for w in data["wijzigingen"] if w["oordeel"]]
    telling = {woord: [*soorten, *oordelen].count(woord) for woord in {*soorten, *oordelen}}
    assert data["samenvatting"] == {"totaal": len(soorten), **telling}
    assert len(soorten) > 50


# --- what is compared


def test_a_region_is_compared_with_the_standard(werkmap: Path) -> None:
    """Was is the standard, wordt is the region."""
    woorden = ("--van", "2026-06-01", "--map", str(werkmap), "--json")
    data = voer_uit("diff", "proef", "--standaard", *woorden).json
    assert (data["van"], data["tot"]) == ("Landelijke standaard", "Proefregio")
    assert [
        (w["regel"], w["was"], w["wordt"]) for w in data["wijzigingen"] if w["regel"].islower() and not w["als"]
    ] == [("vot.indientermijn", "5 werkdagen na intake", "7 werkdagen na intake")]
    assert [w["regel"] for w in data["wijzigingen"] if w["soort"] == "product toegevoegd"] == ["45A01"]
    assert voer_uit("diff", "standaard", "proef", *woorden).json == data


def test_two_regions_are_compared_on_one_day(werkmap: Path) -> None:
    maak(werkmap / "andere", {"afspraken": [afspraak(termijn="9 werkdagen")], "producten": [PRODUCT]}, naam="ander")
    for pad in ("regions/ander", "productcodes/ander.yaml"):
        (werkmap / "andere" / pad).rename(werkmap / pad)
    woorden = ("--van", "2026-06-01", "--map", str(werkmap), "--json")
    data = voer_uit("diff", "proef", "ander", *woorden).json
    assert (data["van"], data["tot"]) == ("Proefregio", "Ander")
    assert [(w["regel"], w["was"], w["wordt"], w["oordeel"]) for w in data["wijzigingen"]] == [
        ("vot.indientermijn", "7 werkdagen na intake", "9 werkdagen na intake", "ruimer")
    ]


def test_two_regions_can_be_compared_on_two_days(opdracht: Opdracht) -> None:
    data = opdracht("diff", "standaard", "mijov", "--van", "2020-01-01", "--tot", "2026-01-15", "--json").json
    assert (data["van"], data["tot"]) == (
        "Landelijke standaard op 2020-01-01",
        "Midden-IJssel/Oost-Veluwe op 2026-01-15",
    )


@pytest.fixture
def bestanden(bundels: Mapping[str, Bundel], tmp_path: Path) -> dict[str, str]:
    """Write the sets of the real region and of the standard, as a vendor has them."""
    for naam in (REGIO, STANDAARD):
        (tmp_path / f"{naam}.json").write_bytes(bundels[naam].bestanden["parameterset.json"])
    return {naam: str(tmp_path / f"{naam}.json") for naam in (REGIO, STANDAARD)}


def test_two_set_files_give_what_the_two_regions_give(opdracht: Opdracht, bestanden: dict[str, str]) -> None:
    woorden = ("--van", "2026-01-15", "--json")
    uit_sets = opdracht("diff", bestanden[STANDAARD], bestanden[REGIO], *woorden).json
    assert uit_sets == opdracht("diff", "standaard", "mijov", *woorden).json


def test_a_set_file_needs_no_workspace(
    bestanden: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    gevonden = voer_uit("diff", bestanden[REGIO], "--van", "2020-01-01", "--tot", "2026-01-15", "--json")
    assert gevonden.code == 0
    assert gevonden.json["wijzigingen"]


def test_an_older_set_of_a_region_is_compared_with_a_newer_one(tmp_path: Path) -> None:
    sets = []
    for naam, termijn in (("oud", "7 werkdagen"), ("nieuw", "6 werkdagen")):
        map_ = maak(tmp_path / naam, {"afspraken": [afspraak(termijn=termijn)]})
        assert voer_uit("export", "proef", "--map", str(map_), "--uit", str(map_ / "uit")).code == 0
        sets += [str(map_ / "uit" / "proef" / "parameterset.json")]
    data = voer_uit("diff", *sets, "--van", "2026-06-01", "--json").json
    assert [(w["was"], w["wordt"], w["oordeel"]) for w in data["wijzigingen"]] == [
        ("7 werkdagen na intake", "6 werkdagen na intake", "strenger")
    ]


# --- two publications of one region

PUBLICATIE: Final = {
    **PRODUCT,
    "geldig": "vanaf 2025-01-01",
    "tarief": [
        {"geldig": "2025-01-01 t/m 2026-12-31", "bedrag": "80.00", "kenmerk": "HBO"},
        {"geldig": "vanaf 2027-01-01", "bedrag": "82.00", "kenmerk": "HBO"},
        {"geldig": "vanaf 2025-01-01", "bedrag": "96.00", "kenmerk": "WO"},
    ],
}
OUD: Final = {
    **PRODUCT,
    "code": "45A02",
    "naam": "Begeleiding, oud",
    "geldig": "2024-01-01 t/m 2025-12-31",
    "tarief": [{"geldig": "vanaf 2024-01-01", "bedrag": "50.00"}],
}


def tarief(product: Mapping[str, Any], plek: int, **anders: object) -> dict[str, Any]:
    """Give a product with another tariff."""
    tarieven = [dict(t) for t in product["tarief"]]
    tarieven[plek] |= anders
    return {**product, "tarief": tarieven}


@pytest.fixture
def publiceer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Publish these products: give the file with the set. It is 1 June 2026."""
    monkeypatch.setattr("regioprotocol.cli.diff.today", lambda: date(2026, 6, 1))

    def maak_set(naam: str, *producten: Mapping[str, Any]) -> str:
        map_ = maak(tmp_path / naam, {"producten": list(producten)})
        assert voer_uit("export", "proef", "--map", str(map_), "--uit", str(map_ / "uit")).code == 0
        return str(map_ / "uit" / "proef" / "parameterset.json")

    return maak_set


def verschillen(*woorden: str) -> list[tuple[str, ...]]:
    """Give what a comparison says of products, as text."""
    wijzigingen = voer_uit("diff", *woorden, "--json").json["wijzigingen"]
    velden = ("soort", "regel", "was", "wordt", "vanaf", "verschil_eur", "verschil_pct")
    return [tuple(str(w[veld]) for veld in velden) for w in wijzigingen]


def test_a_tariff_of_next_year_is_a_change_today(publiceer: Callable[..., str]) -> None:
    """With euro and percent, for its kenmerk only."""
    sets = publiceer("toen", PUBLICATIE), publiceer("nu", tarief(PUBLICATIE, 1, bedrag="83.50"))
    assert verschillen(*sets) == [("tarief", "45A01", "82.00", "83.50", "2027-01-01", "1.50", "1.8")]
    assert voer_uit("diff", *sets, "--json").json["wijzigingen"][0]["als"] == [
        {"sleutel": "kenmerk", "waarden": ["HBO"]}
    ]
    assert "+€ 1,50, +1,8%" in voer_uit("diff", *sets).uit


def test_one_day_that_is_asked_for_is_one_day(publiceer: Callable[..., str]) -> None:
    sets = publiceer("toen", PUBLICATIE), publiceer("nu", tarief(PUBLICATIE, 1, bedrag="83.50"))
    assert verschillen(*sets, "--van", "2026-06-01") == []
    assert [rij[5] for rij in verschillen(*sets, "--van", "2027-06-01")] == ["1.50"]


def test_what_is_published_is_compared_with_the_region_as_it_is(publiceer: Callable[..., str], tmp_path: Path) -> None:
    """A set on one side, the files on the other, in either order."""
    toen, nu = publiceer("toen", PUBLICATIE), publiceer("nu", tarief(PUBLICATIE, 2, bedrag="95.04"))
    map_ = ("--map", str(tmp_path / "nu"))
    assert verschillen(toen, nu) == [("tarief", "45A01", "96.00", "95.04", "2025-01-01", "-0.96", "-1.0")]
    assert verschillen(toen, "proef", *map_) == verschillen(toen, nu)
    assert verschillen("proef", toen, *map_) == verschillen(nu, toen)


def test_a_change_is_told_once_on_the_first_day_that_people_look_at(publiceer: Callable[..., str]) -> None:
    """A product that comes next year, one that goes, and a tariff that holds for ever."""
    nieuw = {**PUBLICATIE, "code": "45A03", "wet": ["Jw"], "geldig": "vanaf 2027-01-01", "tarief": "geen"}
    weg = {**PUBLICATIE, "geldig": "2025-01-01 t/m 2027-06-30"}
    rijen = verschillen(publiceer("toen", PUBLICATIE), publiceer("nu", tarief(weg, 2, bedrag="97.00"), nieuw))
    assert [rij[:5] for rij in rijen] == [
        ("tarief", "45A01", "96.00", "97.00", "2025-01-01"),
        ("product toegevoegd", "45A03", "", "Begeleiding", "2027-01-01"),
        ("product beëindigd", "45A01", "Begeleiding", "", "2027-07-01"),
    ]


def test_a_code_that_ended_still_has_a_tariff(publiceer: Callable[..., str]) -> None:
    """For running assignments; and a correction says why."""
    correctie = {"was": "50.00", "reden": "Tikfout in het besluit."}
    sets = publiceer("toen", OUD), publiceer("nu", tarief(OUD, 0, bedrag="51.25", correctie=correctie))
    assert verschillen(*sets) == [("tarief", "45A02", "50.00", "51.25", "2024-01-01", "1.25", "2.5")]
    assert "Reden: Tikfout in het besluit." in voer_uit("diff", *sets).uit


# --- laws


@pytest.fixture(scope="module")
def kant(sets: Mapping[str, Parameterset]) -> Callable[[str, date], Kant]:
    """Give a side of a comparison; the standard stands on the ground of the real region."""
    indexen = {naam: Index.van(inhoud) for naam, inhoud in sets.items()}
    feiten = {f.sleutel: frozenset(f.waarden) for f in sets[REGIO].standaardfeiten}
    return lambda naam, dag: Kant(indexen[naam], dag, feiten if naam == STANDAARD else {})


@settings(deadline=None, max_examples=40)
@given(dag=dagen)
def test_a_set_does_not_differ_from_itself(
    sets: dict[str, Parameterset], kant: Callable[[str, date], Kant], dag: date
) -> None:
    assert [naam for naam in sets if vergelijk(kant(naam, dag), kant(naam, dag))] == []


@settings(deadline=None, max_examples=40)
@given(van=dagen, verder=st.integers(0, 900))
def test_the_other_way_round_is_the_mirror(kant: Callable[[str, date], Kant], van: date, verder: int) -> None:
    een, ander = kant(STANDAARD, van), kant(REGIO, van + timedelta(days=verder))
    heen, terug = vergelijk(een, ander), vergelijk(ander, een)
    anders = [(a, b) for a, b in zip(map(gespiegeld, heen), map(kern, terug), strict=False) if a != b]
    assert (anders, len(heen)) == ([], len(terug))


def kern(w: Wijziging) -> tuple[object, ...]:
    """Give what a change says."""
    return (w.soort, w.regel, w.als, w.was, w.wordt, w.oordeel)


def gespiegeld(w: Wijziging) -> tuple[object, ...]:
    """Give what a change must say the other way round."""
    return (ANDERSOM.get(w.soort, w.soort), w.regel, w.als, w.wordt, w.was, ANDERSOM.get(w.oordeel, ""))


@pytest.mark.parametrize("dag", ["2020-01-01", "2024-01-01", "2026-01-15"])
def test_the_command_mirrors_as_well(opdracht: Opdracht, dag: str) -> None:
    heen = opdracht("diff", "mijov", "standaard", "--van", dag, "--json").json
    terug = opdracht("diff", "standaard", "mijov", "--van", dag, "--json").json
    assert (heen["van"], heen["tot"]) == (terug["tot"], terug["van"])
    assert [(w["regel"], w["als"], w["was"], w["wordt"]) for w in heen["wijzigingen"]] == [
        (w["regel"], w["als"], w["wordt"], w["was"]) for w in terug["wijzigingen"]
    ]


def test_the_answers_of_a_change_are_those_of_explain(opdracht: Opdracht) -> None:
    """What the table says a rule was and becomes, is what anyone who asks gets."""
    data = opdracht("diff", "standaard", "mijov", "--van", "2026-01-15", "--json").json
    gevraagd = 0
    for w in data["wijzigingen"]:
        if w["als"] or not w["regel"].islower() or not w["was"]:
            continue
        antwoord = opdracht("explain", "mijov", w["regel"], "--op", "2026-01-15", "--json").json
        waarde = antwoord["waarde"]
        tekst = ", ".join(waarde) if isinstance(waarde, list) else str(waarde)
        assert tekst in {w["wordt"], "None"}, w["regel"]
        gevraagd += 1
    assert gevraagd > 10


# --- for people


def test_markdown_keeps_its_columns_whatever_the_words_are(tmp_path: Path) -> None:
    """A bar, a line end or a backslash in a text does not make a cell or a row."""
    reden = "Eerst | dan\n\nen \\| daarna"
    eerst = afspraak(termijn="4 werkdagen", geldig="2025-01-01 t/m 2025-12-31")
    map_ = maak(tmp_path, {"afspraken": [eerst, afspraak(reden=reden)]})
    uit = voer_uit("diff", "proef", *DAGEN, "--map", str(map_), "--formaat", "markdown").uit
    tabel = uit.splitlines()[2:]
    assert len(tabel) == 3, uit
    for rij in tabel:
        assert len(re.findall(r"(?<!\\)\|", rij)) == 7, rij
    for woord in ("Eerst", "dan", "daarna"):
        assert woord in tabel[2]


def test_markdown_of_the_real_region_is_one_table(opdracht: Opdracht) -> None:
    woorden = ("diff", "mijov", "--standaard", "--van", "2026-01-15")
    tabel = [rij for rij in opdracht(*woorden, "--formaat", "markdown").uit.splitlines() if rij.startswith("|")]
    assert len(tabel) == 2 + len(opdracht(*woorden, "--json").json["wijzigingen"])
    assert {len(re.findall(r"(?<!\\)\|", rij)) for rij in tabel} == {7}


def test_euro_and_percent_are_written_as_people_do(tmp_path: Path) -> None:
    zaak = lees(next(path for path in CASES if path.stem == "tarief-omhoog"))
    map_ = str(maak(tmp_path, zaak))
    for vorm in ("tekst", "markdown"):
        uit = voer_uit("diff", "proef", *DAGEN, "--map", map_, "--formaat", vorm).uit
        for deel in ("(45A01): tarief", "€ 82,50", "€ 85,20 (+€ 2,70, +3,3%)", "1 januari 2026"):
            assert deel in uit, vorm


def test_no_difference_is_said_in_words(werkmap: Path) -> None:
    for vorm in ("tekst", "markdown"):
        gevonden = voer_uit(
            "diff", "proef", "--van", "2026-02-01", "--tot", "2026-06-01", "--map", str(werkmap), "--formaat", vorm
        )
        assert gevonden.code == 0
        assert "Geen verschil" in gevonden.uit


# --- wrong use

ENGELS: Final = re.compile(
    r"\b(the|malformed|invalid|expected|byte|character|missing|object|error|not)\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("proef",), "Waarmee vergelijken?"),
        (("proef", "--van", "2025-01-01"), "Waarmee vergelijken?"),
        (("proef", "--tot", "2025-01-01"), "Waarmee vergelijken?"),
        (("proeff", "--standaard"), "Bedoelde u"),
        (("proef", "proeff"), "Bedoelde u"),
        (("proef", "--van", "2025-13-01", "--tot", "2025-01-01"), "Maand 13 bestaat niet."),
        (("proef", "--van", "2025-02-30", "--tot", "2025-01-01"), "Bedoelde u 28 februari 2025?"),
        (("proef", *DAGEN, "--formaat", "xml"), "'xml' kan hier niet."),
        (("weg.json", *DAGEN), "kunnen we niet lezen"),
        (("tekst.json", *DAGEN), "geen parameterset"),
        (("leeg.json", *DAGEN), "geen parameterset"),
        (("bytes.json", *DAGEN), "geen parameterset"),
        (("later.json", *DAGEN), "parameterset/9"),
        (("half.json", *DAGEN), "niet compleet"),
        (("proef", "proef", "--standaard"), "standaard"),
        (("goed.json", "--standaard"), "standaard"),
        ((), "ontbreekt"),
        (("proef", "proef", "proef"), "te veel"),
    ],
    ids=lambda waarde: " ".join(waarde) if isinstance(waarde, tuple) else "",
)
def test_wrong_use_exits_with_2_and_a_dutch_sentence(
    woorden: tuple[str, ...], zin: str, werkmap: Path, bundels: Mapping[str, Bundel], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(werkmap)
    inhoud = {
        "tekst": b"{ geen json",
        "leeg": b"",
        "bytes": b"\xff\xfe\x00",
        "later": b'{"formaat": "parameterset/9"}',
        "half": b'{"formaat": "parameterset/1"}',
        "goed": bundels[STANDAARD].bestanden["parameterset.json"],
    }
    for naam, bytes_ in inhoud.items():
        Path(f"{naam}.json").write_bytes(bytes_)
    gevonden = voer_uit("diff", *woorden)
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert zin in gevonden.fout
    assert "Traceback" not in gevonden.fout
    assert not ENGELS.search(gevonden.fout), gevonden.fout


def test_a_fout_in_the_region_stops_the_comparison(werkmap: Path) -> None:
    """A comparison with half of the afspraken would be a guess."""
    (werkmap / "regions" / "proef" / "vot.yaml").write_text("afspraken: [{ regel: vot.x }]", encoding="utf-8")
    gevonden = voer_uit("diff", "proef", "--standaard", "--map", str(werkmap))
    assert gevonden.code == 1
    assert "RP201" in gevonden.uit or "RP102" in gevonden.uit
