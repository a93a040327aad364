"""The suite: our engine gives every expected answer, also through the runner; and the runner survives anything."""

from __future__ import annotations

import json
import re
import shlex
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
import pytest
from conftest import ROOT, STANDAARD, Opdracht, Resultaat, voer_uit
from msgspec import structs

from regioprotocol.cli.files import read_below
from regioprotocol.conformance import FORMAAT, SuiteError, Uitgave, lees, schema, uitgave
from regioprotocol.conformance.answers import GeenAntwoordError, Motor
from regioprotocol.conformance.compare import als_json, verschillen
from regioprotocol.conformance.protocol import beantwoord
from regioprotocol.conformance.records import Bericht, Bevinding, Uitkomst
from regioprotocol.conformance.records import Opdracht as Vraag
from regioprotocol.conformance.run import eigen_motor
from regioprotocol.conformance.run import voer_uit as ronde
from regioprotocol.export import bundel
from regioprotocol.parameterset import Index, Parameterset, encode
from regioprotocol.pipeline import Gelezen
from regioprotocol.resolve import resolve

SUITE: Final = ROOT / "tests" / "conformance"
MIJOV: Final = "midden-ijssel-oost-veluwe"
VOORBEELD: Final = "voorbeeldregio"
GEVALLEN: Final = lees(read_below(SUITE))
# As a vendor would write it, in a few lines: good, or wrong in one way.
MOTOR: Final = """\
import json, os, sys, time
for regel in sys.stdin:
    vraag = json.loads(regel)
    {gedrag}
    print(json.dumps({{"id": vraag["id"], "uitkomst": uitkomst}}), flush=True)
"""


@pytest.fixture(scope="session")
def motoren(sets: Mapping[str, Parameterset]) -> dict[str, Motor]:
    """Give our engine for every set."""
    return {naam: Motor.van(parameterset) for naam, parameterset in sets.items()}


@pytest.fixture(scope="session")
def op_de_laatste_release(gelezen: Gelezen) -> Motor:
    """Give our engine for the example region as if it followed the latest release: its cases wait for that."""
    eigen = gelezen.werkmap.regios[VOORBEELD]
    laatste = replace(eigen, regio=replace(eigen.regio, vaste_release=None))
    werkmap = replace(gelezen.werkmap, regios={**gelezen.werkmap.regios, VOORBEELD: laatste})
    return Motor.van(bundel(resolve(werkmap, VOORBEELD)).parameterset)


@pytest.fixture
def set_op_schijf(tmp_path: Path, sets: Mapping[str, Parameterset]) -> Path:
    """Give a set as a vendor has it, without the cases beside it."""
    pad = tmp_path / "parameterset.json"
    pad.write_bytes(encode(sets[STANDAARD]))
    return pad


# --- the cases themselves


def test_our_engine_gives_every_expected_answer(motoren: Mapping[str, Motor], op_de_laatste_release: Motor) -> None:
    """For every set that the cases hold for; and every case holds for at least one."""
    gezien: set[str] = set()
    for motor in (*motoren.values(), op_de_laatste_release):
        gevallen = uitgave(GEVALLEN, motor.index).gevallen
        if motor is op_de_laatste_release:
            gevallen = tuple(geval for geval in gevallen if geval.regio == VOORBEELD and geval.release)
        uitslagen = ronde(gevallen, eigen_motor(motor))
        assert [(u.geval.id, u.verschillen) for u in uitslagen if not u.goed] == []
        gezien |= {geval.id for geval in gevallen}
    assert gezien == {geval.id for geval in GEVALLEN}


def test_our_engine_gives_all_that_counts_only_when_it_is_given(motoren: Mapping[str, Motor]) -> None:
    """Else a case that names a cause or a warning would say nothing about it."""
    velden = {naam for geval in GEVALLEN for naam in als_json(geval.verwacht)}
    assert {"meldingen", "waarschuwingen", "niet_te_beoordelen"} <= velden
    fout = next(geval for geval in GEVALLEN if geval.id == "februari-in-een-schrikkeljaar-heeft-29-dagen")
    antwoord = als_json(motoren[STANDAARD].antwoord(fout.opdracht))
    assert {"meldingen", "waarschuwingen", "niet_te_beoordelen"} == antwoord.keys()
    assert {tuple(melding) for melding in antwoord["meldingen"]} == {Bevinding.__struct_fields__}


def test_a_slip_that_a_case_names_is_another_answer(motoren: Mapping[str, Motor]) -> None:
    """What the source says wrongly, or a known slip, differs from what is right, and says why."""
    for geval in GEVALLEN:
        for ander in (geval.bron_zegt, geval.bekende_fout):
            if isinstance(ander, Uitkomst):
                assert verschillen(ander, als_json(geval.verwacht)), geval.id
                assert isinstance(geval.waarom, str), geval.id
        assert geval.bron_klopt == (not isinstance(geval.bron_zegt, Uitkomst)), geval.id
        assert geval.eigen <= geval.bron_klopt, geval.id


def test_every_case_can_be_read_by_a_colleague() -> None:
    """It names its source, and its id says what it is about."""
    for geval in GEVALLEN:
        assert re.fullmatch(r"[A-Za-z0-9-]{2,60}", geval.id), geval.id
        assert geval.bron.strip(), geval.id
        for veld in ("tarief", "bedrag"):
            tekst = getattr(geval.verwacht, veld)
            assert not isinstance(tekst, str) or Decimal(tekst).as_tuple().exponent == -2, geval.id


def test_the_readme_counts_what_is_there() -> None:
    """The table of worked examples names only cases that exist, and the totals are right."""
    leesmij = (SUITE / "README.md").read_text(encoding="utf-8")
    per_bestand = {
        pad.name: len(json.loads(pad.read_text(encoding="utf-8"))["gevallen"]) for pad in SUITE.glob("*.json")
    }
    for naam, aantal in per_bestand.items():
        assert f"| `{naam}` | {aantal} |" in leesmij
    ids = {geval.id for geval in GEVALLEN}
    bronnen = leesmij.partition("## Wat uit de bronnen komt")[2]
    rijen = [rij for rij in bronnen.splitlines() if rij.startswith("| TV-")]
    genoemd = re.findall(r"`([^`]+)`", bronnen)
    assert [woord for woord in genoemd if woord not in ids] == []
    # A case that is taken from a source is named there, and the others are our own.
    assert {geval.id for geval in GEVALLEN if not geval.eigen} <= set(genoemd)
    eigen = sum(geval.eigen for geval in GEVALLEN)
    assert f"Samen {len(ids)} gevallen: {len(ids) - eigen} uit een bron, {eigen} eigen" in leesmij
    assert f"Bij {sum(not geval.bron_klopt for geval in GEVALLEN)} gevallen zegt de bron iets anders" in leesmij
    met, zonder = (sum(("`" in rij) is wel for rij in rijen) for wel in (True, False))
    assert f"**{met + zonder}** voorbeelden: **{met}**" in leesmij


def test_the_exported_cases_keep_to_their_schema(motoren: Mapping[str, Motor]) -> None:
    """The schema is closed, so that code generators can use it."""
    vorm = schema()
    assert vorm["$id"] == "urn:regioprotocol:conformance:1"
    assert all(d.get("additionalProperties") is False for d in vorm["$defs"].values())
    lezer = jsonschema_rs.validator_for(vorm)
    for motor in motoren.values():
        lezer.validate(json.loads(encode(uitgave(GEVALLEN, motor.index))))


# --- which cases hold for which set


def test_a_national_case_does_not_hold_where_the_region_says_otherwise(motoren: Mapping[str, Motor]) -> None:
    """A case of another region never does; one of a newer release only for a set that follows it."""
    per_set = {naam: {g.id for g in uitgave(GEVALLEN, motor.index).gevallen} for naam, motor in motoren.items()}
    assert "start-noor-45A02" in per_set[STANDAARD]
    assert "start-noor-45A02" not in per_set[MIJOV]  # there is a regional rule on the start of sGGZ
    assert "eenheid-04-regio" in per_set[MIJOV]
    assert not any("eenheid-04-regio" in ids for naam, ids in per_set.items() if naam != MIJOV)
    assert "IV077-geertje-hulp" not in per_set["voorbeeldregio"]  # follows release 3.1
    assert all("IV081-bedrag-240" in ids for ids in per_set.values())


def test_a_region_that_counts_otherwise_gets_no_national_case_on_it(sets: Mapping[str, Parameterset]) -> None:
    """The rule is found by what the request computes."""
    standaard = sets[STANDAARD]
    eigen = tuple(
        structs.replace(regel, gevallen=(structs.replace(regel.gevallen[0], laag="regio"), *regel.gevallen[1:]))
        if regel.regel == "berekening.uren"
        else regel
        for regel in standaard.berekeningen
    )
    over = uitgave(GEVALLEN, Index.van(structs.replace(standaard, berekeningen=eigen))).gevallen
    assert {g.opdracht.naam for g in GEVALLEN} - {g.opdracht.naam for g in over} == {"uren"}


# --- what cannot be answered


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ({"naam": "uren", "op": "2025-10-31"}, "ontbreekt 'minuten'"),
        ({"naam": "uren", "op": "31-10-2025", "minuten": 5}, "'31-10-2025' is geen dag"),
        ({"naam": "uren", "op": "2025-10-31", "minuten": -5}, "nul of meer"),
        ({"naam": "uren", "op": "2019-10-31", "minuten": 5}, "geen rekenwijze"),
        ({"naam": "minuuttarief", "op": "2025-10-31", "uurtarief": "veel"}, "geen bedrag"),
        ({"naam": "minuuttarief", "op": "2025-10-31", "uurtarief": "NaN"}, "geen bedrag"),
        ({"naam": "minuuttarief", "op": "2025-10-31", "uurtarief": "-5.00"}, "nul of meer"),
        ({"naam": "bedrag", "tarief": "1E+999999", "volume": 5}, "geen bedrag"),
        ({"naam": "bedrag", "tarief": "999999999999.99", "volume": 10**60}, "met dit getal"),
        ({"naam": "productperiode", "ingangsdatum": "9999-12-01", "maand": "9999-12"}, None),
        ({"naam": "dagdeeltarief", "op": "2025-10-31", "dagprijs": "85.55"}, "kennen we niet"),
        ({"naam": "termijn", "regel": "bestaat.niet", "na": "2025-10-31"}, "bestaat.niet"),
        ({"naam": "termijn", "regel": "vow.gebruik", "na": "2025-10-31"}, "geen termijn"),
        ({"naam": "termijn", "regel": "retour.termijn", "na": "2999-10-31"}, "zo ver"),
        ({"naam": "productperiode", "ingangsdatum": "2025-10-01", "maand": "2025-13"}, "geen dag"),
        (
            {"naam": "weekvolume", "volume": 1, "ingangsdatum": "2025-10-01", "einddatum": "2025-09-01"},
            "eindigt niet voordat",
        ),
        ({"naam": "weekvolume", "volume": 1, "ingangsdatum": "2025-10-01"}, "geen einddatum"),
        ({"naam": "declaratiemaand", "ingangsdatum": "2025-10-01"}, "ontbreekt 'leveringen'"),
        (
            {
                "naam": "declaratiemaand",
                "feiten": [{"sleutel": "uitvoeringsvariant", "waarden": ["outputgericht"]}],
                "ingangsdatum": "2025-10-01",
                "leveringen": ["2025-09-30"],
            },
            "buiten de toewijzing",
        ),
    ],
)
def test_a_request_without_an_answer_says_why(
    opdracht: dict[str, Any], zin: str | None, motoren: Mapping[str, Motor]
) -> None:
    """Never a guess, never a traceback."""
    antwoord = json.loads(beantwoord(motoren[STANDAARD], json.dumps({"id": "x", "opdracht": opdracht}).encode()))
    assert antwoord["id"] == "x"
    assert zin is None or zin in antwoord["fout"]


@pytest.mark.parametrize(
    "regel",
    [b"", b"geen json\n", b"[]\n", b'{"id": 3}\n', b'{"id": "x", "opdracht": {"naam": "zing"}}\n', b"[" * 100_000],
)
def test_a_line_that_makes_no_sense_gets_an_answer(regel: bytes, motoren: Mapping[str, Motor]) -> None:
    """So that whoever asks is not left waiting."""
    assert "begrijpen we niet" in json.loads(beantwoord(motoren[STANDAARD], regel))["fout"]


# --- comparing


@pytest.mark.parametrize(
    ("verwacht", "gekregen", "anders"),
    [
        (Uitkomst(bedrag="1.00"), {"bedrag": "1.00", "extra": 3}, 0),
        (Uitkomst(bedrag="1.00"), {"bedrag": 1.0}, 1),
        (Uitkomst(uren=1), {"uren": True}, 1),
        (Uitkomst(uren=2), {"uren": "2"}, 1),
        (Uitkomst(datum=None), {}, 0),
        (Uitkomst(datum=None), {"datum": ""}, 1),
        (Uitkomst(niet_te_beoordelen=("TR338", "TR381")), {"niet_te_beoordelen": ["TR381", "TR338"]}, 0),
        (Uitkomst(niet_te_beoordelen=("TR338",)), {"niet_te_beoordelen": ["TR338", "TR338"]}, 1),
        (Uitkomst(niet_te_beoordelen=()), {"niet_te_beoordelen": 3}, 1),
        (Uitkomst(niet_te_beoordelen=("TR338",)), {}, 0),
        (
            Uitkomst(waarschuwingen=(Bevinding(regel="TR1"),)),
            {"waarschuwingen": [{"regel": "TR2"}, {"regel": "TR1"}]},
            0,
        ),
        (Uitkomst(waarschuwingen=(Bevinding(regel="TR1"),)), {"waarschuwingen": []}, 1),
        (Uitkomst(waarschuwingen=(Bevinding(regel="TR1"),)), {"waarschuwingen": "geen"}, 1),
        (Uitkomst(waarschuwingen=(Bevinding(regel="TR1"),)), {}, 0),
        (Uitkomst(meldingen=(Bevinding(regel="TR1", tekst="minuten"),)), {"meldingen": [{"regel": "TR1"}]}, 0),
        (
            Uitkomst(meldingen=(Bevinding(regel="TR1", tekst="minuten"),)),
            {"meldingen": [{"regel": "TR1", "tekst": "240 minuten."}]},
            0,
        ),
        (
            Uitkomst(meldingen=(Bevinding(regel="TR1", tekst="minuten"),)),
            {"meldingen": [{"regel": "TR1", "tekst": None}]},
            2,
        ),
        (
            Uitkomst(meldingen=(Bevinding(regel="TR1", oorzaak=""),)),
            {"meldingen": [{"regel": "TR1", "oorzaak": "een typefout"}]},
            2,
        ),
        (Uitkomst(begin=None, eind="2025-10-31"), {"eind": "2025-10-31"}, 0),
        (Uitkomst(waarden=("04", "01")), {"waarden": ["01", "04"]}, 2),
        (Uitkomst(waarden=("04",)), {"waarden": ["04", "01"]}, 1),
        (Uitkomst(uren=2), ["uren"], 1),
        (Uitkomst(meldingen=()), {"meldingen": []}, 0),
        (Uitkomst(meldingen=()), {"meldingen": None}, 1),
        (
            Uitkomst(meldingen=(Bevinding(regel="TR341", retourcode="9341"), Bevinding(regel="TR346", regelnummer=12))),
            {
                "meldingen": [
                    {"regel": "TR346", "regelnummer": 12, "tekst": "…"},
                    {"regel": "TR341", "retourcode": "9341"},
                ]
            },
            0,
        ),
        (
            Uitkomst(meldingen=(Bevinding(regel="TR341"),)),
            {"meldingen": [{"regel": "TR341"}, {"regel": "TR999", "tekst": "te veel"}]},
            1,
        ),
        (
            Uitkomst(meldingen=(Bevinding(regel="TR341"), Bevinding(regel="TR341"))),
            {"meldingen": [{"regel": "TR341"}]},
            1,
        ),
    ],
)
def test_answers_are_compared_by_what_was_asked(verwacht: Uitkomst, gekregen: object, anders: int) -> None:
    """Text is text, a number a number; more keys may be there, findings have no order."""
    assert len(verschillen(verwacht, gekregen)) == anders


# --- reading the files


def _bestand(*gevallen: dict[str, Any], formaat: str = FORMAAT) -> bytes:
    return json.dumps({"formaat": formaat, "titel": "Proef", "gevallen": list(gevallen)}).encode()


def _geval(**anders: Any) -> dict[str, Any]:
    geval = {
        "id": "een",
        "regel": "IV079",
        "bron": "eigen geval",
        "soort": "berekening",
        "opdracht": {"naam": "uren", "minuten": 1, "op": "2025-10-31"},
        "verwacht": {"uren": 1},
        "bron_klopt": True,
    }
    return {**geval, **anders}


BERICHT: Final = {"naam": "controleer", "berichten": [{"bestand": "berichten/jw323.xml"}]}


@pytest.mark.parametrize(
    ("bestanden", "zin"),
    [
        ({"a.json": b"geen json"}, "'a.json' is geen bestand met gevallen"),
        ({"a.json": b"\xff\xfe"}, "'a.json' is geen bestand met gevallen"),
        ({"a.json": _bestand(formaat="conformance/2")}, "we lezen conformance/1"),
        ({"a.json": _bestand(_geval(soort="zang"))}, "gevallen"),
        ({"a.json": _bestand(_geval(opdracht={"naam": "uren", "minutn": 1}))}, "opdracht"),
        ({"a.json": _bestand(_geval()), "b.json": _bestand(_geval())}, "'een' staat er twee keer (b.json)"),
        (
            {"a.json": _bestand(_geval(soort="bericht", opdracht=BERICHT))},
            "ontbreekt het bestand 'berichten/jw323.xml'",
        ),
    ],
)
def test_a_file_that_is_no_suite_is_refused_with_a_sentence(bestanden: dict[str, bytes], zin: str) -> None:
    """It names the file, and the place where it can."""
    with pytest.raises(SuiteError, match=re.escape(zin)):
        lees(bestanden)


def test_a_message_beside_the_cases_travels_inside_them() -> None:
    """So that a request stands on its own."""
    bestanden = {"a.json": _bestand(_geval(soort="bericht", opdracht=BERICHT)), "berichten/jw323.xml": b"<Bericht/>"}
    (geval,) = lees(bestanden)
    assert geval.opdracht.berichten == (Bericht(bestand="berichten/jw323.xml", inhoud="<Bericht/>"),)


def test_a_case_about_messages_has_messages(motoren: Mapping[str, Motor]) -> None:
    """Without one it is refused rather than passed."""
    with pytest.raises(GeenAntwoordError, match="ontbreekt 'berichten'"):
        motoren[STANDAARD].antwoord(Vraag(naam="controleer"))


# --- the runner


def _run(set_: Path, *woorden: str) -> Resultaat:
    return voer_uit("conformance", "run", str(set_), *woorden)


def _motor(tmp_path: Path, gedrag: str) -> str:
    pad = tmp_path / "motor met spatie.py"
    pad.write_text(MOTOR.format(gedrag=gedrag) if "\n" not in gedrag else gedrag, encoding="utf-8")
    return shlex.join([sys.executable, str(pad)])


def test_our_engine_passes_directly_and_through_the_runner(set_op_schijf: Path) -> None:
    """The same cases, the same answers."""
    serve = shlex.join([sys.executable, "-m", "regioprotocol", "conformance", "serve", str(set_op_schijf)])
    direct, langs = _run(set_op_schijf, "--json"), _run(set_op_schijf, "--json", "--opdracht", serve)
    assert (direct.code, langs.code) == (0, 0), langs.uit + langs.fout
    assert direct.json == langs.json
    assert direct.json["goed"] == direct.json["gevallen"] > 150


def test_a_wrong_answer_is_shown_with_what_it_looks_like(set_op_schijf: Path, tmp_path: Path) -> None:
    """The first line counts; the known slip is named."""
    motor = _motor(tmp_path, 'uitkomst = {"bedrag": "348.00"}')
    gevonden = _run(
        set_op_schijf, "--opdracht", motor, "--alleen", "IV081-bedrag-240", "--alleen", "IV081-bedrag-240-2019"
    )
    assert gevonden.code == 1
    assert gevonden.uit.startswith("Niet goed: 1 van 2 gevallen.")
    tekst = " ".join(gevonden.uit.split())
    assert 'Fout: bedrag is "348.00", verwacht is "348.96".' in tekst
    assert "Dit is een bekende vergissing. Het tarief per minuut is eerst afgerond." in tekst


def test_what_the_source_says_wrongly_is_recognised(set_op_schijf: Path, tmp_path: Path) -> None:
    """An engine that was built from the source can be wrong with it."""
    motor = _motor(tmp_path, 'uitkomst = {"maximum": 9}')
    gevonden = _run(set_op_schijf, "--opdracht", motor, "--alleen", "IV078-2026-per-week")
    assert "Dit is wat de bron zegt, maar de bron klopt hier niet." in gevonden.uit


@pytest.mark.parametrize(
    ("gedrag", "zin"),
    [
        ("raise SystemExit(3)", "het programma stopte met code 3"),
        ('raise ValueError("kapot")', "ValueError: kapot"),
        ("time.sleep(60)", "binnen 0.5 seconden geen antwoord"),
        ('print("bezig met rekenen", flush=True); uitkomst = {}', "geen JSON"),
        ('print("[1, 2", flush=True); uitkomst = {}', "geen JSON"),
        ('print("3", flush=True); uitkomst = {}', "geen object maar 3"),
        ('vraag["id"] = "ander"; uitkomst = {}', "hoort bij een ander geval"),
        ('print(json.dumps({"id": vraag["id"], "fout": "weet ik niet"}), flush=True); continue', "weet ik niet"),
        ('print(json.dumps({"id": vraag["id"]}), flush=True); continue', "geen 'uitkomst'"),
        ("uitkomst = 'twee'", "de uitkomst is geen object"),
        ("sys.stdout.buffer.write(bytes([255, 254, 10])); sys.stdout.flush(); continue", "geen JSON"),
        ('sys.stderr.write("x" * 1_000_000); os.close(1); time.sleep(60)', "sloot zijn uitvoer"),
    ],
)
def test_a_program_that_misbehaves_gives_a_finding_and_no_hang(
    gedrag: str, zin: str, set_op_schijf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash, silence, garbage, someone else's answer."""
    monkeypatch.setattr("regioprotocol.conformance.process._WACHT_BIJ_EINDE", 0.5)
    wachttijd = "0.5" if gedrag == "time.sleep(60)" else "20"
    begin = time.monotonic()
    motor = _motor(tmp_path, gedrag)
    gevonden = _run(set_op_schijf, "--opdracht", motor, "--alleen", "IV079-30", "--wachttijd", wachttijd)
    assert time.monotonic() - begin < 30
    assert gevonden.code == 1
    assert zin in gevonden.uit
    assert "Traceback" not in gevonden.fout


@pytest.mark.parametrize("gedrag", ["raise SystemExit(3)", "time.sleep(60)", 'print("y", flush=True); continue'])
def test_a_program_that_never_answers_is_given_up(gedrag: str, set_op_schijf: Path, tmp_path: Path) -> None:
    """After three cases; the rest is counted, not shown."""
    gevonden = _run(set_op_schijf, "--opdracht", _motor(tmp_path, gedrag), "--wachttijd", "0.2")
    assert gevonden.code == 1
    assert re.search(r"[0-9]{3} gevallen niet gevraagd: 3 keer achter elkaar", gevonden.uit)


def test_a_program_that_crashes_once_is_started_again(set_op_schijf: Path, tmp_path: Path) -> None:
    """One bad case does not spoil the next."""
    gedrag = 'uitkomst = {"uren": 1}\n    if vraag["opdracht"]["minuten"] == 30: sys.exit(1)'
    motor = _motor(tmp_path, MOTOR.format(gedrag=gedrag))
    gevonden = _run(
        set_op_schijf,
        "--opdracht",
        motor,
        "--alleen",
        "IV079-1",
        "--alleen",
        "IV079-30",
        "--alleen",
        "IV079-45",
        "--json",
    )
    assert {u["id"]: u["goed"] for u in gevonden.json["uitslag"]} == {
        "IV079-1": True,
        "IV079-30": False,
        "IV079-45": True,
    }


def test_what_a_program_started_ends_with_it(set_op_schijf: Path, tmp_path: Path) -> None:
    """A child that keeps the pipes open does not keep us waiting."""
    teken = tmp_path / "leeft"
    tel = f"pathlib.Path({str(teken)!r}).write_text(str(n))"
    kind = f"import time, pathlib\nfor n in range(100):\n    time.sleep(0.1)\n    {tel}\n"
    gedrag = f"import subprocess; subprocess.Popen([sys.executable, '-c', {kind!r}]); time.sleep(60)"
    _run(set_op_schijf, "--opdracht", _motor(tmp_path, gedrag), "--alleen", "IV079-30", "--wachttijd", "1")
    stand = teken.read_text() if teken.exists() else ""
    time.sleep(0.4)
    assert (teken.read_text() if teken.exists() else "") == stand


@pytest.mark.parametrize(
    ("maak", "woorden", "zin"),
    [
        (None, ("--opdracht", "bestaat-niet-echt"), "We kunnen 'bestaat-niet-echt' niet starten"),
        (None, ("--opdracht", "python 'open"), "aanhalingsteken"),
        (None, ("--opdracht", " "), "geen programma"),
        (None, ("--alleen", "IV079-300"), "Bedoelde u 'IV079-30'?"),
        (None, ("--gevallen", "bestaat-niet"), "De map 'bestaat-niet' bestaat niet"),
        (None, ("--wachttijd", "0"), "De wachttijd is een aantal seconden"),
        (None, ("--wachttijd", "lang"), "De wachttijd is een aantal seconden"),
        (lambda pad: pad.write_bytes(b"{}"), (), "geen parameterset"),
        (lambda pad: pad.unlink(), (), "kunnen we niet lezen"),
        (lambda pad: (pad.parent / "leeg").mkdir(), ("--gevallen", "{map}/leeg"), "geen enkel geval"),
        (lambda pad: _beschadig(pad.parent), (), "De gevallen kunnen we niet lezen"),
        (lambda pad: _andere_set(pad.parent), (), "horen bij een andere set"),
    ],
)
def test_wrong_use_of_the_runner_gives_exit_code_2(
    maak: Callable[[Path], object] | None, woorden: tuple[str, ...], zin: str, set_op_schijf: Path
) -> None:
    """A sentence, never a traceback."""
    if maak:
        maak(set_op_schijf)
    gevonden = _run(set_op_schijf, *(woord.replace("{map}", str(set_op_schijf.parent)) for woord in woorden))
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert zin in gevonden.fout
    assert "Traceback" not in gevonden.fout


def _beschadig(folder: Path) -> None:
    (folder / "conformance").mkdir()
    (folder / "conformance" / "gevallen.json").write_bytes(b"kapot")


def _andere_set(folder: Path) -> None:
    (folder / "conformance").mkdir()
    anders = Uitgave(formaat=FORMAAT, regio="x", versie="1", digest="sha256:0", gevallen=())
    (folder / "conformance" / "gevallen.json").write_bytes(encode(anders))


# --- with the export


def test_the_cases_travel_with_an_export(opdracht: Opdracht, tmp_path: Path) -> None:
    """In a folder beside the set, in the manifest; an older file in it does not stay."""
    oud = tmp_path / MIJOV / "conformance" / "oud.json"
    oud.parent.mkdir(parents=True)
    oud.write_text("{}", encoding="utf-8")
    (tmp_path / MIJOV / "eigen").mkdir()
    assert opdracht("export", MIJOV, "--uit", str(tmp_path)).code == 0
    folder = tmp_path / MIJOV
    assert {pad.name for pad in (folder / "conformance").iterdir()} == {
        "LEESMIJ.md",
        "gevallen.json",
        "gevallen.schema.json",
    }
    assert (folder / "eigen").is_dir()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert "conformance/gevallen.json" in {bestand["pad"] for bestand in manifest["bestanden"]}
    gevonden = _run(folder / "parameterset.json")
    assert gevonden.code == 0, gevonden.uit
    gevallen = json.loads((folder / "conformance" / "gevallen.json").read_text(encoding="utf-8"))
    assert gevallen["digest"] == manifest["parameterset"]
    assert len(gevallen["gevallen"]) > 150
