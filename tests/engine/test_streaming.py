"""A large declaration streams: the same records as a small one, at the same lines, in little memory.

Codes tested here: RP910
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from berichten import gelezen, voorbeeld
from reuzen import REUZEN, bron

from regioprotocol.engine.reading import Bron, Gelezen, read_message, uit_bytes
from regioprotocol.engine.records import DeclaratieClient, Prestatie

MB = 1024 * 1024
MEESTE_MB = 120
TESTS = Path(__file__).parent.parent


def lees_reus(naam: str) -> dict[str, Any]:
    """Read a giant in a process of its own."""
    uitvoer = subprocess.run(
        [sys.executable, str(TESTS / "reuzen.py"), naam], check=True, capture_output=True, timeout=120
    )
    uit = json.loads(uitvoer.stdout)
    assert isinstance(uit, dict)
    return uit


@pytest.mark.parametrize("naam", [naam for naam in REUZEN if "20.000" not in naam])
def test_a_giant_is_refused_in_bounded_memory(naam: str) -> None:
    """It stops where it is clear; what came before is still told."""
    uit = lees_reus(naam)

    assert uit["codes"][-1] in {"RP909", "RP930"}
    assert uit["geheugen"] < MEESTE_MB


@pytest.mark.parametrize("naam", [naam for naam in REUZEN if "20.000" in naam])
def test_a_long_declaration_is_read_in_little_memory(naam: str) -> None:
    """Lines, amounts and line numbers are right to the end, far beyond line 65,535."""
    begin, stuk, keer, einde = REUZEN[naam]
    uit = lees_reus(naam)
    per_stuk = stuk.count(b"<jw323:Prestatie>")
    regel = (begin + stuk * (keer - 1) + stuk[: stuk.rindex(b"<ijw:Bedrag>")]).count(b"\n") + 1

    assert uit["codes"] == ([] if len(begin) + len(stuk) * keer < 25 * MB else ["RP910"])
    assert uit["regels"] == per_stuk * keer
    assert uit["laatste"] == regel
    assert uit["geheugen"] < MEESTE_MB
    assert einde


def groot(inhoud: bytes) -> Bron:
    """Give a message that is read as a stream: with so much white space at its end."""
    return uit_bytes("groot.xml", inhoud + b" " * MB)


def regels(uit: Gelezen) -> list[Prestatie]:
    """Give the lines of a declaration."""
    assert uit.bericht is not None
    assert uit.bericht.declaratie is not None
    return list(uit.bericht.declaratie.prestaties())


@pytest.mark.parametrize("bericht", ["JW323", "WMO323", "JW325", "WMO325"])
def test_a_streamed_message_is_the_same_message(bericht: str) -> None:
    """Record for record and line for line."""
    klein, stroom = gelezen(voorbeeld(bericht)), read_message(groot(voorbeeld(bericht)))
    assert klein.bericht is not None
    assert stroom.bericht is not None
    een, twee = klein.bericht.declaratie, stroom.bericht.declaratie
    assert een is not None
    assert twee is not None

    assert klein.bericht.header == stroom.bericht.header
    assert (een.nummer, een.ingediend_saldo, een.toegekend_saldo, een.regel) == (
        twee.nummer,
        twee.ingediend_saldo,
        twee.toegekend_saldo,
        twee.regel,
    )
    assert list(een.clienten) == list(twee.clienten)
    assert list(een.retourcodes) == list(twee.retourcodes)
    assert list(stroom.bevindingen) == []


def test_a_streamed_declaration_can_be_read_again_without_doubling_its_findings() -> None:
    """Rules between messages come back to it."""
    uit = read_message(groot(voorbeeld("JW323").replace(b"<jw323:Eenheid>01<", b"<jw323:Eenheid>05<")))

    assert regels(uit) == regels(uit)
    assert [b.code for b in uit.bevindingen] == ["RP925", "RP925", "RP925"]


SLECHT = (
    (b"<jw323:Eenheid>01</jw323:Eenheid>", b""),
    (b"<jw323:Eenheid>01<", b"<jw323:Eenheid>05<"),
    (b"999990019", b"999990018"),
    (b"<jw323:Bsn>999990019</jw323:Bsn>", b""),
    (b"<jw323:Bsn>999990019</jw323:Bsn>", b"<jw323:Bsn>999990019</jw323:Bsn><jw323:Naam/>"),
    (b"</jw323:Prestatie>", b"</jw323:Prestatie>losse tekst"),
    (b"</jw323:Prestatie>", b"</jw323:Prestatie><jw323:Korting/>"),
    (b"</jw323:Client>", b"</jw323:Client>losse tekst"),
    (b"</jw323:Client>", b"</jw323:Client><jw323:Korting/>"),
    (b"<jw323:Prestaties>", b"<jw323:Prestaties x='1'>"),
    (b"<jw323:DeclaratieNummer>D202603</jw323:DeclaratieNummer>", b""),
    (b"<ijw:TotaalBedrag>87240<", b"<ijw:TotaalBedrag>872,40<"),
    (b"<jw323:Afzender>98760017</jw323:Afzender>", b""),
    (b"2026-03-31", b"2026-03-32"),
)


@pytest.mark.parametrize(("goed", "fout"), SLECHT)
def test_a_stream_finds_what_a_small_message_finds(goed: bytes, fout: bytes) -> None:
    """The same code at the same line."""
    inhoud = voorbeeld("JW323").replace(goed, fout)
    stroom = read_message(groot(inhoud))
    assert len(regels(stroom)) == 4

    assert {(b.code, b.regelnummer, b.element) for b in stroom.bevindingen} == {
        (b.code, b.regelnummer, b.element) for b in gelezen(inhoud).bevindingen
    }


def test_a_declaration_without_lines_or_clients_is_told_in_a_stream_too() -> None:
    """A frame with nothing in it."""
    inhoud = voorbeeld("JW323")
    a, b = inhoud.index(b"      <jw323:Client>"), inhoud.index(b"    </jw323:Clienten>")
    leeg = read_message(groot(inhoud[:a] + inhoud[b:]))
    assert regels(leeg) == []

    assert [(b.code, b.element) for b in leeg.bevindingen] == [("RP915", "Client")]


def test_a_broken_stream_gives_what_came_before_the_break() -> None:
    """And a finding about the rest."""
    inhoud = voorbeeld("JW323")
    uit = read_message(uit_bytes("half.xml", b" ".join([inhoud[: inhoud.rindex(b"<jw323:Prestatie>")], b" " * MB])))

    assert [p.referentienummer for p in regels(uit)] == ["P26030001", "P26030002", "P26030003"]
    assert [b.code for b in uit.bevindingen] == ["RP908"]


def test_a_client_with_very_many_lines_comes_in_parts() -> None:
    """Each part but the last says that it goes on."""
    uit = read_message(bron("een client met 20.000 regels"))
    assert uit.bericht is not None
    assert uit.bericht.declaratie is not None
    delen: list[DeclaratieClient] = list(uit.bericht.declaratie.clienten)

    assert {deel.bsn for deel in delen} == {"999990019"}
    assert [deel.vervolgt for deel in delen] == [True] * 19 + [False]
    assert [len(deel.prestaties) for deel in delen] == [1000] * 20


def test_more_than_25_mb_is_a_warning_and_is_still_read() -> None:
    """The national hub refuses it with IB003."""
    uit = read_message(uit_bytes("groot.xml", voorbeeld("JW323") + b" " * 26 * MB))
    (bevinding,) = uit.bevindingen

    assert (bevinding.code, bevinding.ernst) == ("RP910", "waarschuwing")
    assert "IB003" in bevinding.tekst
    assert len(regels(uit)) == 4
