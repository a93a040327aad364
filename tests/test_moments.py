"""The file with what happened outside the messages: good rows count, bad rows are findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, STANDAARD, voer_uit

from regioprotocol.engine.moments import read_moments
from regioprotocol.engine.records import Bericht, Header
from regioprotocol.parameterset import Parameterset, encode

EVENTS = ("intake", "start diagnostiek", "ontvangst 315", "ontvangst bericht")
VOT = Bericht(bestand="reeks/01-jw315.xml", header=Header(soort="315", identificatie="A1"))


@pytest.mark.parametrize(
    "inhoud",
    [
        b"bestand;gebeurtenis;datum\n01-jw315.xml;intake;12-01-2026\n",
        b"bestand,gebeurtenis,datum\r\nreeks/01-jw315.xml,Intake,2026-01-12\r\n\r\n",
        "\ufeffDatum; Identificatie ;Gebeurtenis\n12-1-2026;A1;intake\n".encode(),
        b"bestand;identificatie;gebeurtenis;datum\n;A1;intake;12-01-2026\n",
    ],
)
def test_a_day_is_found_by_file_or_identification(inhoud: bytes) -> None:
    """In any order of columns, with ; or , and with both ways to write a day."""
    tijden = read_moments(inhoud, "tijden.csv", EVENTS)
    assert not tijden.bevindingen
    assert tijden.dag(VOT, "intake") == date(2026, 1, 12)
    assert tijden.dag(VOT, "start diagnostiek") is None


@pytest.mark.parametrize("woord", ["ontvangst", "ontvangst bericht", "ontvangst 315"])
def test_receipt_may_be_written_in_three_ways(woord: str) -> None:
    """Of a 315 'ontvangst' can only be 'ontvangst 315'."""
    tijden = read_moments(f"bestand;gebeurtenis;datum\n01-jw315.xml;{woord};2026-01-12".encode(), "t", EVENTS)
    assert not tijden.bevindingen
    assert tijden.dag(VOT, "ontvangst 315") == tijden.dag(VOT, "ontvangst bericht") == date(2026, 1, 12)


@pytest.mark.parametrize(
    ("inhoud", "regelnummer", "zin"),
    [
        (b"", 1, "De kolom 'gebeurtenis' ontbreekt."),
        (b"bestand;gebeurtenis\n", 1, "De kolom 'datum' ontbreekt."),
        (b"gebeurtenis;datum\nintake;2026-01-12", 1, "over welk bericht"),
        (b"bestand;gebeurtenis;datum\na.xml;intak;2026-01-12", 2, "'intak' kennen we niet"),
        (b"bestand;gebeurtenis;datum\na.xml;intake;31-06-2026", 2, "'31-06-2026' is geen datum"),
        (b"bestand;gebeurtenis;datum\na.xml;intake", 2, "'' is geen datum"),
        (b"bestand;gebeurtenis;datum\n;intake;2026-01-12", 2, "niet over welk bericht"),
        (b"bestand;gebeurtenis;datum\na;intake;2026-01-12\na;intake;2026-01-13", 3, "twee keer"),
        (b'bestand;gebeurtenis;datum\n"a;intake;2026-01-12\n' + b"x" * 200_000, 0, "niet lezen"),
    ],
)
def test_a_bad_row_is_a_finding_with_its_line(inhoud: bytes, regelnummer: int, zin: str) -> None:
    """Never an exception."""
    bevindingen = read_moments(inhoud, "tijden.csv", EVENTS).bevindingen
    assert [b.code for b in bevindingen] == ["RP974"]
    assert (bevindingen[0].bestand, bevindingen[0].regelnummer) == ("tijden.csv", regelnummer)
    assert zin in bevindingen[0].tekst
    assert bevindingen[0].hint


def test_other_rows_count_beside_a_bad_one() -> None:
    """One slip does not spoil the file; a page of Excel that is not UTF-8 is read too."""
    inhoud = "bestand;gebeurtenis;datum\ncafé.xml;intake;x\n01-jw315.xml;intake;2026-01-12\n".encode("cp1252")
    tijden = read_moments(inhoud, "tijden.csv", EVENTS)
    assert len(tijden.bevindingen) == 1
    assert tijden.dag(VOT, "intake") == date(2026, 1, 12)


def test_check_message_takes_the_days_from_the_user(tmp_path: Path, sets: Mapping[str, Parameterset]) -> None:
    """With the intake the term of a VOT is judged; a bad row is a finding and the rest goes on."""
    (tmp_path / "set.json").write_bytes(encode(sets[STANDAARD]))
    vot = ROOT / "tests" / "conformance" / "berichten" / "reeks-noor" / "01-vot.xml"
    (tmp_path / "tijden.csv").write_text(
        "bestand;gebeurtenis;datum\n01-vot.xml;intake;30-09-2025\n01-vot.xml;intak;30-09-2025\n", encoding="utf-8"
    )
    woorden = ("check-message", str(tmp_path / "set.json"), str(vot), "--ontvangen", str(tmp_path / "tijden.csv"))
    gevonden = voer_uit(*woorden, "--json")
    meldingen = gevonden.json["meldingen"]
    assert [m["regelnummer"] for m in meldingen if m["code"] == "RP974"] == [3]
    assert [m["regel"] for m in meldingen if m["code"] == "RP970"] == ["vot.indientermijn", "vot.indientermijn"]
    termijnen = [t for t in gevonden.json["termijnen"] if t["regel"] == "vot.indientermijn"]
    assert {(t["uiterlijk"], t["werkelijk"], t["oordeel"]) for t in termijnen} == {
        ("2025-10-07", "2025-10-08", "te laat, 1 werkdag")
    }
    assert voer_uit(*woorden[:-1], str(tmp_path / "niet.csv")).code == 2
