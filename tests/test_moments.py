"""The file with what happened outside the messages: good rows count, bad rows are findings."""

from __future__ import annotations

from datetime import date

import pytest

from regioprotocol.engine.moments import read_moments
from regioprotocol.engine.records import Bericht, Header

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
    tijden, bevindingen = read_moments(inhoud, "tijden.csv", EVENTS)
    assert not bevindingen
    assert tijden.dag(VOT, "intake") == date(2026, 1, 12)
    assert tijden.dag(VOT, "start diagnostiek") is None


@pytest.mark.parametrize("woord", ["ontvangst", "ontvangst bericht", "ontvangst 315"])
def test_receipt_may_be_written_in_three_ways(woord: str) -> None:
    """Of a 315 'ontvangst' can only be 'ontvangst 315'."""
    tijden, bevindingen = read_moments(
        f"bestand;gebeurtenis;datum\n01-jw315.xml;{woord};2026-01-12".encode(), "t", EVENTS
    )
    assert not bevindingen
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
    _, bevindingen = read_moments(inhoud, "tijden.csv", EVENTS)
    assert [b.code for b in bevindingen] == ["RP974"]
    assert (bevindingen[0].bestand, bevindingen[0].regelnummer) == ("tijden.csv", regelnummer)
    assert zin in bevindingen[0].tekst
    assert bevindingen[0].hint


def test_other_rows_count_beside_a_bad_one() -> None:
    """One slip does not spoil the file; a page of Excel that is not UTF-8 is read too."""
    inhoud = "bestand;gebeurtenis;datum\ncafé.xml;intake;x\n01-jw315.xml;intake;2026-01-12\n".encode("cp1252")
    tijden, bevindingen = read_moments(inhoud, "tijden.csv", EVENTS)
    assert len(bevindingen) == 1
    assert tijden.dag(VOT, "intake") == date(2026, 1, 12)
