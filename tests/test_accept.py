"""Every file in accept/ is right: it gives no finding, however it was saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import TESTS, Case, copy_basis, found, judge, place, read, read_case

CASES = tuple(read_case(path) for path in sorted((TESTS / "accept").glob("*.*")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_what_is_right_gives_no_finding(case: Case, tmp_path: Path) -> None:
    assert case.verwacht == ()
    assert found(judge(case, tmp_path)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(case: Case, tmp_path: Path) -> None:
    plain = read(place(case, tmp_path / "plain")).werkmap
    windows = place(case, tmp_path / "windows")
    for path in windows.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    gelezen = read(windows)

    assert found(gelezen) == []
    assert gelezen.werkmap == plain


def test_a_list_of_conditions_for_a_whole_file_gives_a_case_for_each(tmp_path: Path) -> None:
    folder = copy_basis(tmp_path)
    tekst = """\
voor_dit_bestand: { als: [{ productgroep: crisis }, { productgroep: diagnostiek }] }
afspraken:
  - { regel: vow.onderbouwing, soort: afwijking, waarde: verplicht, bron: 'Proefprotocol, 2.2' }
"""
    (folder / "regions" / "proef" / "vot.yaml").write_text(tekst, encoding="utf-8")
    afspraken = read(folder).werkmap.regios["proef"].afspraken

    assert [afspraak.als[0].waarden for afspraak in afspraken] == [("crisis",), ("diagnostiek",)]


def test_a_longest_duration_of_the_region_gives_every_product_an_end(tmp_path: Path) -> None:
    case = read_case(TESTS / "reject" / "RP409-per-week-zonder-einde.yaml")
    tekst = """\
afspraken:
  - regel: toewijzing.maximale_duur
    soort: invulling
    na: ingangsdatum toewijzing
    termijn: 1 jaar
    bron: Proefprotocol, 2.1
"""
    (place(case, tmp_path) / "regions" / "proef" / "vot.yaml").write_text(tekst, encoding="utf-8")

    assert found(read(tmp_path)) == []
