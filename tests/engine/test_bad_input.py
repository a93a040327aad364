"""Whatever is given, a clear finding: never a traceback, never more than the memory of a normal message.

Codes tested here: RP901 RP902 RP903 RP904 RP905 RP906 RP907 RP908 RP909 RP911 RP912 RP913 RP914
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from berichten import PROLOOG, gelezen, voorbeeld
from hypothesis import given
from hypothesis import strategies as st

from regioprotocol.diagnostics import soort
from regioprotocol.engine.reading import Bron, read_message, read_messages

GOED = voorbeeld("JW323")
MB = 1024 * 1024
LACHEN = (
    b"<!DOCTYPE l [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]><l>&j;</l>"
)


def regel(stuk: bytes) -> int:
    """Give the line of a piece of the good message."""
    return GOED[: GOED.index(stuk)].count(b"\n") + 1


# name, content, code, line
SLECHT = (
    ("leeg", b"", "RP902", 0),
    ("alleen wit", b" \r\n\t\n", "RP902", 0),
    ("alleen een regel xml", PROLOOG, "RP902", 0),
    ("een webpagina", b"<!DOCTYPE html>\n<html><body>Log in</body></html>", "RP903", 0),
    ("een webpagina zonder doctype", b"\n<HTML lang='nl'>", "RP903", 0),
    ("een pdf", b"%PDF-1.7\n%\xe2\xe3", "RP904", 0),
    ("een excel", b"PK\x03\x04\x14\x00", "RP904", 0),
    ("json", b'{"bericht": 323}', "RP904", 0),
    ("een doctype", PROLOOG + b"<!-- x -->\n<!DOCTYPE a><a/>", "RP905", 3),
    ("een bestand van de computer", b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>", "RP905", 1),
    ("a billion laughs", LACHEN, "RP905", 1),
    ("utf-16", GOED.decode().encode("utf-16"), "RP906", 0),
    ("utf-16 zonder teken vooraf", "<a/>".encode("utf-16-le"), "RP906", 0),
    ("zegt latin-1", GOED.replace(b"UTF-8", b"ISO-8859-1"), "RP906", 0),
    ("is latin-1", GOED.replace(b"P26030001", "Zoë".encode("latin-1")), "RP906", regel(b"P26030001")),
    ("een los teken", GOED.replace(b"P26030001", b"A & B"), "RP907", regel(b"P26030001")),
    ("een onbekende entiteit", GOED.replace(b"P26030001", b"&xxe;"), "RP907", regel(b"P26030001")),
    ("een onleesbaar teken", GOED.replace(b"P26030001", b"A\x01B"), "RP907", regel(b"P26030001")),
    ("een element te weinig", GOED.replace(b"</jw323:Eenheid>", b"", 1), "RP907", regel(b"</jw323:Prestatie>")),
    ("een ander einde", GOED.replace(b"</jw323:Eenheid>", b"</jw323:Eenhei>", 1), "RP907", regel(b"</jw323:Eenheid>")),
    ("geen xmlns", GOED.replace(b"xmlns:ijw=", b"xmlns:ijx="), "RP907", regel(b"<ijw:")),
    ("twee berichten", GOED + GOED.removeprefix(PROLOOG), "RP907", GOED.count(b"\n") + 1),
    ("afgebroken in een element", GOED[:2000], "RP908", GOED[:2000].count(b"\n") + 1),
    ("afgebroken na een element", GOED[: GOED.index(b"</jw323:Clienten>")], "RP908", 0),
    ("te diep", b"<a>" * 5000, "RP909", 1),
    ("een lange naam", b"<" + b"a" * 100_000 + b"/>", "RP909", 1),
    ("geen bericht", b"<a/>", "RP911", 1),
    ("in een envelop", PROLOOG + b'<e:E xmlns:e="urn:e">' + GOED.removeprefix(PROLOOG) + b"</e:E>", "RP911", 2),
    ("een ander element", GOED.replace(b":Bericht", b":Brief"), "RP911", 2),
    ("een WMO303", voorbeeld("WMO323").replace(b"wmo323/", b"wmo303/"), "RP911", 2),
    ("van de Wlz", GOED.replace(b"ijw/3_2/jw323", b"iwlz/2_3/zk33"), "RP911", 2),
    ("release 3.1", GOED.replace(b"3_2", b"3_1"), "RP914", 2),
    ("release 2.4", GOED.replace(b"3_2", b"2_4"), "RP914", 2),
)  # fmt: skip


@pytest.mark.parametrize(("inhoud", "code", "waar"), [rij[1:] for rij in SLECHT], ids=[rij[0] for rij in SLECHT])
def test_a_file_that_is_no_message_is_one_finding(inhoud: bytes, code: str, waar: int) -> None:
    """It says what is wrong and what to do, and where when that is known."""
    uit = gelezen(inhoud)
    (bevinding,) = uit.bevindingen

    assert uit.bericht is None
    assert (bevinding.code, bevinding.ernst) == (code, soort(code).ernst)
    assert bevinding.tekst.endswith(".")
    assert bevinding.hint
    assert not waar or bevinding.regelnummer == waar


@pytest.mark.parametrize("namespace", [b"http://www.istandaarden.nl/ijw/3_2/jw323/schema", b"ijw/3_2"])
def test_a_wrong_namespace_is_told(namespace: bytes) -> None:
    """Of the message or of the shared elements."""
    codes = {b.code for b in gelezen(GOED.replace(namespace, b"urn:anders", 1)).bevindingen}

    assert codes <= {"RP911", "RP919"}
    assert codes


def test_comments_and_instructions_are_no_part_of_a_message() -> None:
    """They may stand anywhere, also inside a value."""
    inhoud = GOED.replace(b"<jw323:Clienten>", b"<!-- cli --><?x y?>\n<jw323:Clienten>").replace(
        b"P26030001", b"P26<!-- midden -->030001"
    )
    uit = gelezen(inhoud)
    assert uit.bericht is not None
    assert uit.bericht.declaratie is not None

    assert uit.bevindingen == []
    assert next(uit.bericht.declaratie.prestaties()).referentienummer == "P26030001"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    """As editors save."""
    assert gelezen(b"\xef\xbb\xbf" + GOED.replace(b"\n", b"\r\n")).bevindingen == []


@given(st.binary(max_size=200))
def test_bytes_never_break_the_reader(inhoud: bytes) -> None:
    """Any bytes."""
    uit = gelezen(inhoud)

    assert uit.bericht is None
    assert len(uit.bevindingen) == 1


@given(st.integers(0, len(GOED) - 1), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_message_never_breaks_the_reader(plek: int, vreemd: bytes, weg: int) -> None:
    """Bytes changed or lost in a good message."""
    uit = gelezen(GOED[:plek] + vreemd + GOED[plek + weg :])

    assert all(b.tekst and b.code.startswith("RP9") for b in uit.bevindingen)


def test_a_file_over_every_limit_is_not_even_read() -> None:
    """600 MB is refused by its size."""
    bron = Bron("reus.xml", 600 * MB, lambda: io.BytesIO(GOED + b" " * MB))

    assert [b.code for b in read_message(bron).bevindingen] == ["RP909"]


def lees(*paden: Path) -> list[tuple[str, str]]:
    """Give file and code of every finding."""
    return [
        (Path(b.bestand).name, b.code)
        for reeks in read_messages(paden)
        for uit in reeks.gelezen
        for b in uit.bevindingen
    ]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    """A slip in a name."""
    assert lees(tmp_path / "JW323.xml") == [("JW323.xml", "RP901")]


def test_a_folder_without_messages_is_a_finding(tmp_path: Path) -> None:
    """A folder of attachments."""
    (tmp_path / "leesmij.txt").write_text("x", encoding="utf-8")

    assert lees(tmp_path) == [(tmp_path.name, "RP913")]


def test_a_file_that_disappears_is_a_finding() -> None:
    """Between finding it and reading it."""

    def weg() -> io.BytesIO:
        raise FileNotFoundError

    assert [b.code for b in read_message(Bron("x.xml", 10, weg)).bevindingen] == ["RP901"]


def maak_zip(pad: Path, leden: dict[str, bytes]) -> Path:
    """Write a zip."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return pad


def test_a_zip_in_a_zip_stays_closed(tmp_path: Path) -> None:
    """That is how a zip bomb is made."""
    binnen = maak_zip(tmp_path / "bom.bin", {"a.xml": b"\0" * MB})
    buiten = maak_zip(tmp_path / "reeks.zip", {"JW323.xml": GOED, "bom.zip": binnen.read_bytes()})

    assert lees(buiten) == [("bom.zip", "RP912")]


def test_a_zip_that_explodes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what it says it will become."""
    monkeypatch.setattr("regioprotocol.engine.reading.sources.GROOTSTE_ZIP", 10 * MB)
    bom = maak_zip(tmp_path / "bom.zip", {f"{nummer}.xml": b" " * 4 * MB for nummer in range(3)})

    assert lees(bom) == [("bom.zip", "RP912")]


def test_a_damaged_zip_is_a_finding(tmp_path: Path) -> None:
    """At its end, or in the middle."""
    heel = maak_zip(tmp_path / "heel.zip", {"JW323.xml": GOED}).read_bytes()
    midden = tmp_path / "midden.zip"
    midden.write_bytes(heel[:60] + bytes(200) + heel[260:])
    einde = tmp_path / "einde.zip"
    einde.write_bytes(heel[:-30] + b"PK\x05\x06" + bytes(18))

    assert lees(midden) == [("JW323.xml", "RP901")]
    assert {code for _, code in lees(einde)} <= {"RP912", "RP913", "RP904"}


def test_a_zip_with_a_password_is_a_finding(tmp_path: Path) -> None:
    """The mark that the zip carries is enough."""
    pad = maak_zip(tmp_path / "geheim.zip", {"JW323.xml": GOED})
    inhoud = bytearray(pad.read_bytes())
    for begin in (b"PK\x03\x04", b"PK\x01\x02"):
        inhoud[inhoud.index(begin) + (6 if begin[2] == 3 else 8)] |= 1
    pad.write_bytes(inhoud)

    assert lees(pad) == [("JW323.xml", "RP912")]


def test_an_empty_zip_is_a_finding(tmp_path: Path) -> None:
    """Nothing in it, or no messages."""
    assert lees(maak_zip(tmp_path / "leeg.zip", {})) == [("leeg.zip", "RP913")]
    assert lees(maak_zip(tmp_path / "tekst.zip", {"leesmij.txt": b"x"})) == [("tekst.zip", "RP913")]
