"""National code lists change once a year: which codes may be used on a day."""

from __future__ import annotations

from datetime import date

import pytest

from regioprotocol.model.periode import Periode
from regioprotocol.model.woordenboek import Code, Codelijst
from regioprotocol.pipeline import Gelezen

NIEUW_JAAR = date(2026, 1, 1)


def lijst(*codes: Code) -> Codelijst:
    """Give a list of these codes."""
    return Codelijst(naam="PROEF", titel="Proef", wetten=("Jw",), codes={code.code: code for code in codes})


@pytest.mark.parametrize(
    ("dag", "nieuwe"),
    [
        (date(2014, 12, 31), set()),
        (date(2015, 1, 1), {"02", "20", "31", "32", "33", "34", "35"}),
        (date(2020, 12, 31), {"02", "20", "31", "32", "33", "34", "35"}),
        (date(2021, 1, 1), {"02", "20", "31", "32", "33", "34", "35", "36", "37"}),
        (date(2022, 3, 31), {"02", "20", "31", "32", "33", "34", "35", "36", "37"}),
        (date(2022, 4, 1), {"02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39"}),
    ],
)
def test_the_reasons_to_stop_youth_care_grew_in_three_steps(gelezen: Gelezen, dag: date, nieuwe: set[str]) -> None:
    """Codelijsten, JZ588: the column Ingangsdatum."""
    assert set(gelezen.werkmap.woordenboek.codelijsten["JZ588"].op(dag)) == nieuwe


def test_a_lapsed_code_without_a_last_day_may_be_used_on_no_day(gelezen: Gelezen) -> None:
    """Codelijsten, JZ002: 01 is marked as lapsed, and no day stands with it."""
    redenen = gelezen.werkmap.woordenboek.codelijsten["JZ002"]
    assert redenen.codes["01"].vervallen
    for dag in (date(2015, 1, 1), date(2026, 1, 1)):
        assert set(redenen.codes) - set(redenen.op(dag)) == {"01"}


def test_only_the_list_whose_source_has_days_has_days(gelezen: Gelezen) -> None:
    """No day was invented."""
    lijsten = gelezen.werkmap.woordenboek.codelijsten.values()
    assert {lijst.naam for lijst in lijsten for code in lijst.codes.values() if code.periode != Periode()} == {"JZ588"}


def test_a_code_ends_after_its_last_day_and_its_successor_begins() -> None:
    """Half-open inside: no day without a code and none with both."""
    wissel = lijst(
        Code(code="82", betekenis="Stuks", periode=Periode(einde=NIEUW_JAAR)),
        Code(code="84", betekenis="Stuks (inspanning)", periode=Periode(begin=NIEUW_JAAR)),
    )
    assert set(wissel.op(date(2025, 12, 31))) == {"82"}
    assert set(wissel.op(NIEUW_JAAR)) == {"84"}


def test_a_lapsed_code_with_a_last_day_held_until_then() -> None:
    """The mark says that it may not be used any more; the days say since when."""
    oud = lijst(Code(code="01", betekenis="Oud", periode=Periode(einde=NIEUW_JAAR), vervallen=True))
    assert set(oud.op(date(2025, 12, 31))) == {"01"}
    assert set(oud.op(NIEUW_JAAR)) == set()
