"""Files that a text editor or a colleague can spoil: each is a finding with a place, and the rest is read on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from case_files import BASIS, copy_basis, found, read, unreadable

VOT = "regions/proef/vot.yaml"
RIJ = """\
afspraken:
  - regel: vow.onderbouwing
    soort: verduidelijking
    tekst: De cliënt krijgt een uitleg.
    bron: Proefprotocol, 2.2
"""
CONFLICT = f"<<<<<<< HEAD\n{RIJ}=======\n{RIJ}>>>>>>> main\n"

SPOILED = (
    ("a NUL byte", RIJ.replace("uitleg", "uit\0leg").encode(), "RP009", ":4:36"),
    ("a bell", RIJ.replace("uitleg", "\auitleg").encode(), "RP009", ":4:33"),
    ("a control character of the second block", RIJ.replace("uitleg", "\x9buitleg").encode(), "RP009", ":4:33"),
    ("Latin-1", RIJ.encode("latin-1"), "RP002", ":4:18"),
    ("Latin-1 with Windows line ends", RIJ.replace("\n", "\r\n").encode("latin-1"), "RP002", ":4:18"),
    ("code page 1252", RIJ.replace("een uitleg", "‘uitleg’").encode("cp1252"), "RP002", ":4:18"),
    ("UTF-16 with a mark", RIJ.encode("utf-16"), "RP002", ":1:1"),
    ("UTF-16 without a mark", "afspraken: []".encode("utf-16-le"), "RP009", ":1:2"),
    ("UTF-32", "afspraken: []".encode("utf-32"), "RP002", ":1:1"),
    ("a surrogate as UTF-8", RIJ.encode().replace("ë".encode(), b"\xed\xa0\x80"), "RP002", ":4:18"),
    ("a sheet", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4\xd2lZ\x01", "RP009", ":1:17"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "RP009", ":1:1"),
    ("5 MB of nonsense", b"onzin " * 900_000, "RP007", ""),
    ("5 MB in one word", b"x" * 5_000_000, "RP007", ""),
    ("10,000 brackets", b"afspraken: " + b"[" * 10_000, "RP008", ":1:23"),
    ("10,000 braces", b"afspraken: " + b"{a: " * 10_000, "RP008", ":1:56"),
    ("100 levels of indent", b"".join(b" " * n + b"a:\n" for n in range(100)), "RP008", ":13:13"),
    ("a tab before a key", RIJ.replace("    soort", "\tsoort").encode(), "RP003", ":3:1"),
    ("a tab after spaces", RIJ.replace("    soort", "  \tsoort").encode(), "RP003", ":3:3"),
    ("a conflict of two people", CONFLICT.encode(), "RP011", ":1:1"),
    ("the end of a conflict", f"{RIJ}>>>>>>> main\n".encode(), "RP011", ":6:1"),
    (
        "a conflict with Windows line ends",
        f"<<<<<<< HEAD\n{RIJ}=======\n{RIJ}>>>>>>> main\n".replace("\n", "\r\n").encode(),
        "RP011",
        ":1:1",
    ),
    ("nothing", b"", "RP013", ""),
    ("only a byte order mark", b"\xef\xbb\xbf", "RP013", ""),
    ("only a comment", b"# Hier komt later iets.\n", "RP013", ""),
    ("only white space", b"\n\n   \n", "RP013", ""),
    ("two documents", f"---\n{RIJ}---\n{RIJ}".encode(), "RP013", ":7:1"),
)


def spoil(folder: Path, raw: bytes, bestand: str = VOT) -> Path:
    """Put bytes in place of a file of the valid workspace."""
    path = copy_basis(folder) / bestand
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def assert_the_rest_is_read(folder: Path) -> None:
    """The region, its products and its sources are there although one file was not readable."""
    gegevens = read(folder).werkmap.regios["proef"]
    assert gegevens.regio.titel == "Proefregio"
    assert len(gegevens.regio.register.alineas) == 2
    assert gegevens.producten
    assert [product.code for product in gegevens.producten.producten] == ["45A01", "52A01"]


@pytest.mark.parametrize(("raw", "code", "place"), [row[1:] for row in SPOILED], ids=[row[0] for row in SPOILED])
def test_a_spoiled_file_is_one_finding_and_the_rest_is_read(raw: bytes, code: str, place: str, tmp_path: Path) -> None:
    spoil(tmp_path, raw)
    gelezen = read(tmp_path)

    assert found(gelezen) == [f"{code} {VOT}{place}"]
    assert unreadable(gelezen.meldingen) == []
    assert_the_rest_is_read(tmp_path)


def test_a_bomb_of_anchors_is_refused_without_unfolding_it(tmp_path: Path) -> None:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    spoil(tmp_path, "\n".join([*lines, "afspraken: []"]).encode())
    findings = found(read(tmp_path))

    assert f"RP006 {VOT}:1:5" in findings
    assert f"RP006 {VOT}:2:10" in findings
    assert {line.split()[0] for line in findings} <= {"RP006", "RP101"}
    assert_the_rest_is_read(tmp_path)


@pytest.mark.parametrize("bestand", ["regions/proef/map.yaml", "regions/map.yaml", "productcodes/map.yaml"])
def test_a_folder_with_the_name_of_a_file_is_a_finding(bestand: str, tmp_path: Path) -> None:
    (copy_basis(tmp_path) / bestand).mkdir()

    assert found(read(tmp_path)) == [f"RP001 {bestand}"]
    assert_the_rest_is_read(tmp_path)


def test_a_link_to_nowhere_is_a_finding(tmp_path: Path) -> None:
    (copy_basis(tmp_path) / "regions/proef/weg.yaml").symlink_to(tmp_path / "bestaat-niet.yaml")

    assert found(read(tmp_path)) == ["RP001 regions/proef/weg.yaml"]
    assert_the_rest_is_read(tmp_path)


def test_a_file_that_is_no_file_is_a_finding(tmp_path: Path) -> None:
    os.mkfifo(copy_basis(tmp_path) / "regions/proef/pijp.yaml")

    assert found(read(tmp_path)) == ["RP001 regions/proef/pijp.yaml"]
    assert_the_rest_is_read(tmp_path)


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file: run the tests as another user to try this")
    path = spoil(tmp_path, RIJ.encode())
    path.chmod(0)

    assert found(read(tmp_path)) == [f"RP001 {VOT}"]
    assert_the_rest_is_read(tmp_path)


def test_a_folder_that_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every folder: run the tests as another user to try this")
    folder = copy_basis(tmp_path) / "regions/proef/gemeenten"
    folder.mkdir()
    folder.chmod(0)
    try:
        assert found(read(tmp_path)) == ["RP001 regions/proef/gemeenten"]
        assert_the_rest_is_read(tmp_path)
    finally:
        folder.chmod(0o700)


LOOKALIKES = (
    "vot - Kopie.yaml",
    "vot - kopie (2).yaml",
    "vot (1).yaml",
    "~$vot.yaml",
    ".~lock.vot.yaml",
    "vot.yml",
    "vot.yaml.bak",
    "vot.yaml.orig",
    "vot.yaml~",
    "vot.yaml.txt",
    "vot.YAML",
)


@pytest.mark.parametrize("naam", LOOKALIKES)
def test_a_copy_or_a_name_that_is_nearly_right_is_told_and_not_read(naam: str, tmp_path: Path) -> None:
    spoil(tmp_path, b"onzin: [", f"regions/proef/{naam}")
    gelezen = read(tmp_path)

    assert found(gelezen) == [f"RP010 regions/proef/{naam}"]
    assert unreadable(gelezen.meldingen) == []
    assert_the_rest_is_read(tmp_path)


def test_a_file_beside_the_folders_of_the_regions_is_a_finding(tmp_path: Path) -> None:
    spoil(tmp_path, RIJ.encode(), "regions/vot.yaml")

    assert found(read(tmp_path)) == ["RP204 regions/vot.yaml:1:1"]
    assert_the_rest_is_read(tmp_path)


@pytest.mark.parametrize("naam", ["README.md", "logo.png", "tabel.xlsx", "notities.txt", ".verborgen.yaml"])
def test_other_files_may_stand_beside_the_data(naam: str, tmp_path: Path) -> None:
    spoil(tmp_path, b"\x00\xff", f"regions/proef/{naam}")

    assert found(read(tmp_path)) == []


def test_a_name_that_is_no_text_is_shown_as_codes(tmp_path: Path) -> None:
    folder = os.fsencode(copy_basis(tmp_path) / "regions/proef")
    Path(os.fsdecode(folder + b"/caf\xe9.yaml")).write_bytes(b"\x00")

    assert found(read(tmp_path)) == [r"RP009 regions/proef/caf\xe9.yaml:1:1"]
    assert_the_rest_is_read(tmp_path)


def test_a_folder_without_regions_is_one_finding(tmp_path: Path) -> None:
    gelezen = read(tmp_path)

    assert found(gelezen) == ["RP012 regions"]
    assert unreadable(gelezen.meldingen) == []


def test_the_folder_of_one_region_is_not_a_workspace() -> None:
    assert found(read(BASIS / "regions" / "proef")) == ["RP012 regions"]


def test_a_chapter_without_a_head_is_a_finding(tmp_path: Path) -> None:
    spoil(tmp_path, b"# Extra\n\nMeteen de tekst.\n", "regions/proef/werkwijze/extra.md")
    gelezen = read(tmp_path)

    assert found(gelezen) == ["RP014 regions/proef/werkwijze/extra.md:1:1"]
    assert unreadable(gelezen.meldingen) == []
    assert_the_rest_is_read(tmp_path)


def test_a_mistake_in_the_head_of_a_chapter_has_the_line_of_the_file(tmp_path: Path) -> None:
    spoil(tmp_path, b"---\ntitel: Extra\n\tbron: OP271\n---\nTekst.\n", "regions/proef/werkwijze/extra.md")

    assert found(read(tmp_path)) == ["RP003 regions/proef/werkwijze/extra.md:3:1"]
    assert_the_rest_is_read(tmp_path)


def test_spoiled_chapters_are_read_like_other_files(tmp_path: Path) -> None:
    head = "---\ntitel: Één\nbron: OP271\n---\n"
    spoil(tmp_path, f"{head}Cliënt.\n".encode("latin-1"), "regions/proef/werkwijze/extra.md")

    assert found(read(tmp_path)) == ["RP002 regions/proef/werkwijze/extra.md:2:8"]
    assert_the_rest_is_read(tmp_path)


@pytest.mark.parametrize("sleutel", ["voorrang: ", "toelichting: "])
def test_a_number_of_thousands_of_digits_does_not_stop_the_program(sleutel: str, tmp_path: Path) -> None:
    rij = f"{RIJ}    {sleutel}{'9' * 5000}\n"
    spoil(tmp_path, rij.encode())

    assert {line.split()[0] for line in found(read(tmp_path))} <= {"RP119", "RP501"}
    assert_the_rest_is_read(tmp_path)
