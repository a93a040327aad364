"""Every file in reject/ is a mistake: it gives exactly the findings that its first lines promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import BASIS, TESTS, Case, found, place, read, read_case, unreadable

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
    *((f"RP{n}", "test_declarations.py") for n in range(940, 954)),
    *((f"RP{n}", "test_series.py") for n in range(960, 974)),
    ("RP974", "test_moments.py"),
    *((f"RP{n}", "engine/test_message_rules.py") for n in (*range(931, 940), *range(980, 986))),
)

# A finding about two places shows both.
TWEE_PLAATSEN = ("RP005", "RP203", "RP212", "RP301", "RP302", "RP303", "RP304", "RP305", "RP307", "RP403")


def test_the_workspace_that_the_cases_start_from_has_no_findings() -> None:
    assert read(BASIS).meldingen == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_a_mistake_gives_exactly_the_findings_it_promises(case: Case, tmp_path: Path) -> None:
    gelezen = read(place(case, tmp_path))

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

    assert code in in_files | elsewhere


@pytest.mark.parametrize("kind", SOORTEN, ids=lambda kind: kind.code)
def test_every_code_explains_itself(kind: Soort) -> None:
    assert kind.titel
    assert kind.uitleg.endswith(".")
    assert kind.voorbeeld
    assert kind.oplossing.endswith(".")
