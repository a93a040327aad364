"""Files, folders and zips: a folder or a zip is one berichtenreeks, always in the same order."""

from __future__ import annotations

import zipfile
from pathlib import Path

from berichten import voorbeeld

from regioprotocol.engine.reading import Leesinstelling, read_messages

NAMEN = ("JW301", "JW305", "JW307", "JW315", "JW323")


def reeksen(*paden: Path) -> list[tuple[str, list[str]]]:
    """Give each berichtenreeks with its messages."""
    return [
        (Path(reeks.naam).name, [uit.bericht.naam if uit.bericht else uit.bevindingen[0].code for uit in reeks.gelezen])
        for reeks in read_messages(paden, Leesinstelling())
    ]


def vul(map_: Path) -> Path:
    """Write messages in an order that is not that of their names."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam in reversed(NAMEN):
        (map_ / f"{naam}.xml").write_bytes(voorbeeld(naam))
    (map_ / "leesmij.txt").write_text("Dit is geen bericht.", encoding="utf-8")
    return map_


def test_a_folder_is_one_series_by_name(tmp_path: Path) -> None:
    """Other files in it are left alone."""
    assert reeksen(vul(tmp_path / "casus")) == [("casus", list(NAMEN))]


def test_a_zip_is_one_series_by_name(tmp_path: Path) -> None:
    """What macOS adds is no message."""
    pad = tmp_path / "casus.zip"
    with zipfile.ZipFile(pad, "w") as archief:
        for naam in reversed(NAMEN):
            archief.writestr(f"map/{naam}.XML", voorbeeld(naam))
        archief.writestr("__MACOSX/map/._JW301.xml", b"\0")
        archief.writestr("map/", b"")

    assert reeksen(pad) == [("casus.zip", list(NAMEN))]


def test_files_are_series_of_their_own_and_a_folder_keeps_its_zips_apart(tmp_path: Path) -> None:
    """A case is what someone put together."""
    map_ = vul(tmp_path / "alles")
    with zipfile.ZipFile(map_ / "b.zip", "w") as archief:
        archief.writestr("x.xml", voorbeeld("WMO301"))

    assert reeksen(map_, map_ / "JW323.xml", map_ / "JW301.xml") == [
        ("alles", list(NAMEN)),
        ("b.zip", ["WMO301"]),
        ("JW323.xml", ["JW323"]),
        ("JW301.xml", ["JW301"]),
    ]


def test_folders_in_a_folder_belong_to_it(tmp_path: Path) -> None:
    """One case can be divided over folders."""
    vul(tmp_path / "casus" / "a")
    vul(tmp_path / "casus" / "b")

    assert reeksen(tmp_path / "casus") == [("casus", list(NAMEN) * 2)]


def test_a_bad_message_does_not_stop_the_next(tmp_path: Path) -> None:
    """Every file gives its own answer."""
    map_ = vul(tmp_path / "casus")
    (map_ / "JW305.xml").write_bytes(b"<html>")

    assert reeksen(map_) == [("casus", ["JW301", "RP903", "JW307", "JW315", "JW323"])]


def test_a_name_from_a_zip_cannot_write_on_the_screen(tmp_path: Path) -> None:
    """Line ends and escape codes become question marks; nothing is unpacked."""
    pad = tmp_path / "x.zip"
    with zipfile.ZipFile(pad, "w") as archief:
        archief.writestr("../../a\x1b[31m\n.xml", b"")
    (reeks,) = read_messages([pad])
    (uit,) = reeks.gelezen

    assert uit.bestand.isprintable()
    assert [b.bestand for b in uit.bevindingen] == [uit.bestand]
