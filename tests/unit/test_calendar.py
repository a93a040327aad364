"""Working days and terms, day by day."""

from __future__ import annotations

from datetime import date

import pytest

from regioprotocol.calendar import (
    BuitenKalenderError,
    Duur,
    Kalender,
    bereken,
    laatste_van_maand,
    plus_maanden,
    uiterste_datum,
)


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        ("2026-01-01", "Nieuwjaarsdag"),
        ("2026-04-03", "Goede Vrijdag"),
        ("2026-04-06", "Tweede paasdag"),
        ("2026-04-27", "Koningsdag"),
        ("2025-04-26", "Koningsdag"),
        ("2026-05-05", "Bevrijdingsdag"),
        ("2025-05-05", "Bevrijdingsdag"),
        ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-25", "Tweede Pinksterdag"),
        ("2026-12-25", "Eerste Kerstdag"),
        ("2026-12-26", "Tweede Kerstdag"),
    ],
)
def test_a_day_off_by_law_is_no_working_day(kalender: Kalender, dag: str, naam: str) -> None:
    """The days of the Algemene termijnenwet, art. 3, with their names; 5 May every year."""
    assert (kalender.reden_vrij(date.fromisoformat(dag)) or "").casefold() == naam.casefold()


@pytest.mark.parametrize("dag", ["2025-04-28", "2025-12-24", "2025-12-31", "2026-05-15", "2026-05-04", "2026-12-05"])
def test_an_ordinary_day_keeps_its_own_reason(kalender: Kalender, dag: str) -> None:
    """No bridge day, no Christmas Eve, no old Koningsdag when that moved to Saturday."""
    gevraagd = date.fromisoformat(dag)
    assert kalender.reden_vrij(gevraagd) == ("zaterdag" if gevraagd.weekday() == 5 else None)


@pytest.mark.parametrize("jaar", range(2015, 2040))
def test_every_year_has_the_same_eleven_days_off(kalender: Kalender, jaar: int) -> None:
    """New year, Good Friday, two of Easter, King's day, 5 May, Ascension, two of Whitsun, two of Christmas."""
    samenval = jaar == 2016  # Ascension was on 5 May
    assert len({dag for dag in kalender.vrije_dagen if dag.year == jaar}) == 11 - samenval


@pytest.mark.parametrize("jaar", [2014, 2040])
def test_a_year_outside_the_calendar_is_refused(kalender: Kalender, jaar: int) -> None:
    """We do not guess days off."""
    with pytest.raises(BuitenKalenderError):
        kalender.reden_vrij(date(jaar, 6, 1))


def test_a_term_that_runs_out_of_the_calendar_is_refused(kalender: Kalender) -> None:
    """The error comes for every part, also when the year itself does not exist."""
    for lang in (Duur(werkdagen=10), Duur(maanden=1), Duur(weken=5), Duur(dagen=9999), Duur(jaren=9999)):
        with pytest.raises(BuitenKalenderError):
            uiterste_datum(date(2039, 12, 28), lang, kalender)
    with pytest.raises(BuitenKalenderError):
        bereken(date(2015, 1, 5), Duur(jaren=9999), kalender, richting="voor")


def test_the_day_of_the_event_does_not_count(kalender: Kalender) -> None:
    """One working day after Monday is Tuesday."""
    assert uiterste_datum(date(2026, 6, 1), Duur(werkdagen=1), kalender) == date(2026, 6, 2)


def test_calendar_parts_come_before_working_days(kalender: Kalender) -> None:
    """30 January + 3 months = 30 April; then 1, 4, 6, 7 and 8 May (Annex 4, hoofdstuk 4)."""
    gevonden = bereken(date(2026, 1, 30), Duur(maanden=3, werkdagen=5), kalender)
    assert gevonden.na_kalenderdeel == date(2026, 4, 30)
    assert [dag.day for dag in gevonden.werkdagen] == [1, 4, 6, 7, 8]
    assert (date(2026, 5, 5), "Bevrijdingsdag") in gevonden.overgeslagen
    assert gevonden.datum == date(2026, 5, 8)


@pytest.mark.parametrize(
    ("verschuiving", "datum", "verschoven_van"),
    [
        ("schuift door", date(2026, 4, 7), date(2026, 4, 6)),
        ("blijft", date(2026, 4, 6), None),
        ("niet afgesproken", date(2026, 4, 6), None),
    ],
)
def test_a_term_moves_only_when_the_rule_says_so(
    kalender: Kalender, verschuiving: str, datum: date, verschoven_van: date | None
) -> None:
    """Two weeks that end on Easter Monday."""
    gevonden = bereken(date(2026, 3, 23), Duur(weken=2), kalender, verschuiving=verschuiving)  # type: ignore[arg-type]
    assert gevonden.datum == datum
    assert gevonden.verschoven_van == verschoven_van
    assert gevonden.valt_op_vrije_dag == kalender.reden_vrij(date(2026, 4, 6))


def test_a_term_before_an_event_moves_backwards(kalender: Kalender) -> None:
    """Two weeks before 20 April 2026 is Easter Monday; in time is the Thursday before Good Friday."""
    gevonden = bereken(date(2026, 4, 20), Duur(weken=2), kalender, richting="voor", verschuiving="schuift door")
    assert gevonden.datum == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-05-31", -3, "2026-02-28"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-12-31", 1, "2026-01-31"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2018-01-01", 24, "2020-01-01"),
    ],
)
def test_months_clamp_at_the_end(dag: str, maanden: int, verwacht: str) -> None:
    """The last example stands in Annex 4, 8.4: two years after 1 January 2018."""
    assert plus_maanden(date.fromisoformat(dag), maanden) == date.fromisoformat(verwacht)


@pytest.mark.parametrize(("dag", "laatste"), [("2024-02-03", 29), ("2026-02-28", 28), ("2026-12-01", 31)])
def test_a_month_knows_its_last_day(dag: str, laatste: int) -> None:
    """Also in a leap year and in December."""
    assert laatste_van_maand(date.fromisoformat(dag)).day == laatste


def test_the_end_of_a_month_is_not_a_month_later(kalender: Kalender) -> None:
    """28 February: a month later is 28 March, the last day of the next month the 31st."""
    februari = date(2026, 2, 28)
    assert uiterste_datum(februari, Duur(maanden=1), kalender) == date(2026, 3, 28)
    assert uiterste_datum(februari, Duur(maanden=1, einde_maand=True), kalender) == date(2026, 3, 31)


@pytest.mark.parametrize(("dag", "verwacht"), [("2026-01-01", "2026-02-28"), ("2026-01-31", "2026-02-28")])
def test_a_full_calendar_month_is_a_whole_month_after_the_event(kalender: Kalender, dag: str, verwacht: str) -> None:
    """Whatever day in January: February is the first whole month (Annex 4, 6.4)."""
    lang = Duur(volledige_kalendermaanden=1)
    assert uiterste_datum(date.fromisoformat(dag), lang, kalender) == date.fromisoformat(verwacht)


@pytest.mark.parametrize("delen", [{}, {"dagen": 0}, {"dagen": -1}, {"werkdagen": 5, "maanden": -1}])
def test_a_duration_of_nothing_is_refused(delen: dict[str, int]) -> None:
    """A duration has a part, and no part is negative."""
    with pytest.raises(ValueError, match="een duur heeft minstens één deel"):
        Duur(**delen)  # type: ignore[arg-type]
