"""Every file in reject/ is a mistake: it gives exactly the findings that its first lines promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import BASIS, GEPUBLICEERD, TESTS, Case, copy_basis, found, judge, place, read, read_case, unreadable

from regioprotocol.diagnostics import SOORTEN, Soort

CASES = tuple(read_case(path) for path in sorted((TESTS / "reject").glob("RP*.*")))

# What a text file in a checkout cannot hold, or what is not about one file.
ELDERS = (
    ("RP001", "test_reading.py"),
    ("RP002", "test_reading.py"),
    ("RP003", "test_reading.py"),
    ("RP007", "test_reading.py"),
    ("RP008", "test_reading.py"),
    ("RP009", "test_reading.py"),
    ("RP010", "test_reading.py"),
    ("RP011", "test_reading.py"),
    ("RP012", "test_reading.py"),
    ("RP013", "test_reading.py"),
    ("RP014", "test_reading.py"),
    ("RP020", "test_spreadsheet_refused.py"),
    ("RP021", "test_spreadsheet_refused.py"),
    ("RP022", "test_spreadsheet_refused.py"),
    ("RP023", "test_spreadsheet_refused.py"),
    ("RP024", "test_spreadsheet_refused.py"),
    ("RP025", "test_spreadsheet_refused.py"),
    ("RP026", "test_spreadsheet_refused.py"),
    ("RP027", "test_spreadsheet_refused.py"),
    ("RP028", "test_spreadsheet_refused.py"),
    ("RP029", "test_spreadsheet_refused.py"),
    ("RP030", "test_spreadsheet.py"),
    ("RP031", "test_spreadsheet.py"),
    ("RP032", "test_spreadsheet.py"),
    ("RP033", "test_spreadsheet.py"),
    ("RP034", "test_spreadsheet.py"),
    ("RP035", "test_spreadsheet.py"),
    ("RP036", "test_csv.py"),
    ("RP037", "test_csv.py"),
    ("RP038", "test_spreadsheet.py"),
    *((f"RP{n}", "engine/test_message_rules.py") for n in (*range(931, 940), *range(980, 986))),
    ("RP901", "engine/test_bad_input.py"),
    ("RP902", "engine/test_bad_input.py"),
    ("RP903", "engine/test_bad_input.py"),
    ("RP904", "engine/test_bad_input.py"),
    ("RP905", "engine/test_bad_input.py"),
    ("RP906", "engine/test_bad_input.py"),
    ("RP907", "engine/test_bad_input.py"),
    ("RP908", "engine/test_bad_input.py"),
    ("RP909", "engine/test_bad_input.py"),
    ("RP910", "engine/test_streaming.py"),
    ("RP911", "engine/test_bad_input.py"),
    ("RP912", "engine/test_bad_input.py"),
    ("RP913", "engine/test_bad_input.py"),
    ("RP914", "engine/test_bad_input.py"),
    ("RP915", "engine/test_structure.py"),
    ("RP916", "engine/test_structure.py"),
    ("RP917", "engine/test_structure.py"),
    ("RP918", "engine/test_structure.py"),
    ("RP919", "engine/test_structure.py"),
    ("RP920", "engine/test_structure.py"),
    ("RP921", "engine/test_structure.py"),
    ("RP922", "engine/test_structure.py"),
    ("RP923", "engine/test_structure.py"),
    ("RP924", "engine/test_structure.py"),
    ("RP925", "engine/test_structure.py"),
    ("RP926", "engine/test_structure.py"),
    ("RP927", "engine/test_structure.py"),
    ("RP928", "engine/test_official.py"),
    ("RP929", "engine/test_official.py"),
    ("RP930", "engine/test_structure.py"),
)

# A finding about two places shows both.
TWEE_PLAATSEN = ("RP005", "RP203", "RP212", "RP301", "RP302", "RP303", "RP304", "RP305", "RP307", "RP403", "RP471")


def test_the_workspace_that_the_cases_start_from_has_no_findings() -> None:
    assert read(BASIS).meldingen == ()


@pytest.mark.parametrize("table", sorted(GEPUBLICEERD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_table_that_cases_say_was_published_has_no_findings(table: Path, tmp_path: Path) -> None:
    (copy_basis(tmp_path) / "productcodes" / "proef.yaml").write_bytes(table.read_bytes())

    assert found(read(tmp_path)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_a_mistake_gives_exactly_the_findings_it_promises(case: Case, tmp_path: Path) -> None:
    gelezen = judge(case, tmp_path)

    assert found(gelezen, landelijk=case.landelijk) == list(case.verwacht)
    assert unreadable(gelezen.meldingen) == []
    assert [m.soort.code for m in gelezen.meldingen if m.soort.code in TWEE_PLAATSEN and not m.verwant] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_a_case_is_named_after_a_finding_that_it_promises(case: Case) -> None:
    code = case.path.stem.split("-")[0]

    assert code in {line.split()[0] for line in case.verwacht}


def test_a_longest_duration_for_others_gives_a_product_no_end(tmp_path: Path) -> None:
    """The product is of the Jeugdwet; the afspraak is about the Wmo."""
    case = next(case for case in CASES if case.path.stem == "RP409-per-week-zonder-einde")
    tekst = """\
afspraken:
  - regel: toewijzing.maximale_duur
    soort: invulling
    als: { wet: Wmo }
    na: ingangsdatum toewijzing
    termijn: 1 jaar
    bron: Proefprotocol, 2.1
"""
    (place(case, tmp_path) / "regions" / "proef" / "vot.yaml").write_text(tekst, encoding="utf-8")

    assert found(read(tmp_path)) == list(case.verwacht)


@pytest.mark.parametrize("code", [kind.code for kind in SOORTEN])
def test_every_code_has_a_case(code: str) -> None:
    in_files = {line.split()[0] for case in CASES for line in case.verwacht}
    elsewhere = {naam for naam, bestand in ELDERS if code in (TESTS / bestand).read_text(encoding="utf-8")}
    # What a sheet can have wrong has cases of its own, and what only Excel can hold is a test beside them.
    bladen = [TESTS / "test_products_import.py", *(TESTS / "cases" / "import").glob("*.yaml")]
    in_bladen = {code for path in bladen if code in path.read_text(encoding="utf-8")}

    assert code in in_files | elsewhere | in_bladen


@pytest.mark.parametrize("kind", SOORTEN, ids=lambda kind: kind.code)
def test_every_code_explains_itself(kind: Soort) -> None:
    assert kind.titel
    assert kind.uitleg.endswith(".")
    assert kind.voorbeeld
    assert kind.oplossing.endswith(".")
