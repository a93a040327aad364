"""Laws that every calendar computation keeps, whatever the day and the length."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from regioprotocol.calendar import Duur, Kalender, bereken, laatste_van_maand, plus_maanden, uiterste_datum

DAGEN = st.dates(date(2018, 1, 1), date(2035, 12, 31))
WERKDAGEN = st.integers(1, 40)
MAANDEN = st.integers(-36, 36)
DUREN = st.builds(
    Duur,
    jaren=st.integers(0, 1),
    maanden=st.integers(0, 6),
    einde_maand=st.booleans(),
    weken=st.integers(0, 5),
    dagen=st.integers(0, 30),
    werkdagen=st.integers(1, 20),
)
LAWS = settings(max_examples=100, deadline=None)


@LAWS
@given(dag=DAGEN, aantal=WERKDAGEN)
def test_working_days_end_on_a_working_day_after_exactly_that_many(kalender: Kalender, dag: date, aantal: int) -> None:
    """Counting the working days in between gives the number back."""
    einde = uiterste_datum(dag, Duur(werkdagen=aantal), kalender)
    ertussen = [dag + timedelta(days=n) for n in range(1, (einde - dag).days + 1)]
    assert sum(kalender.reden_vrij(d) is None for d in ertussen) == aantal
    assert kalender.reden_vrij(einde) is None


@LAWS
@given(dag=DAGEN, aantal=WERKDAGEN)
def test_counting_back_undoes_counting_on(kalender: Kalender, dag: date, aantal: int) -> None:
    """From a working day."""
    assume(kalender.reden_vrij(dag) is None)
    heen = uiterste_datum(dag, Duur(werkdagen=aantal), kalender)
    assert bereken(heen, Duur(werkdagen=aantal), kalender, richting="voor").datum == dag


@LAWS
@given(dag=DAGEN, later=st.integers(0, 40), lang=DUREN)
def test_a_later_event_never_gives_an_earlier_day(kalender: Kalender, dag: date, later: int, lang: Duur) -> None:
    """Terms keep the order of events."""
    assert uiterste_datum(dag, lang, kalender) <= uiterste_datum(dag + timedelta(days=later), lang, kalender)


@LAWS
@given(dag=DAGEN, aantal=WERKDAGEN)
def test_one_working_day_more_is_a_later_day(kalender: Kalender, dag: date, aantal: int) -> None:
    """And n + 1 days is one day after n days."""
    een_meer = uiterste_datum(dag, Duur(werkdagen=aantal + 1), kalender)
    assert een_meer == uiterste_datum(
        uiterste_datum(dag, Duur(werkdagen=aantal), kalender), Duur(werkdagen=1), kalender
    )


@LAWS
@given(dag=DAGEN, lang=DUREN)
def test_every_day_in_the_working_part_is_counted_or_skipped_with_a_reason(
    kalender: Kalender, dag: date, lang: Duur
) -> None:
    """The steps are complete: no day is lost."""
    b = bereken(dag, lang, kalender)
    genoemd = {*b.werkdagen, *(d for d, _ in b.overgeslagen)}
    assert genoemd == {b.na_kalenderdeel + timedelta(days=n) for n in range(1, (b.datum - b.na_kalenderdeel).days + 1)}
    assert all(reden for _, reden in b.overgeslagen)
    assert len(b.werkdagen) == lang.werkdagen


@LAWS
@given(dag=DAGEN, weken=st.integers(1, 30), terug=st.booleans())
def test_a_term_that_moves_ends_on_the_nearest_working_day(
    kalender: Kalender, dag: date, weken: int, *, terug: bool
) -> None:
    """Forward after an event, backward before one; a working day stays."""
    richting = "voor" if terug else "na"
    vast = bereken(dag, Duur(weken=weken), kalender, richting=richting)  # type: ignore[arg-type]
    schuift = bereken(dag, Duur(weken=weken), kalender, richting=richting, verschuiving="schuift door")  # type: ignore[arg-type]
    assert kalender.reden_vrij(schuift.datum) is None
    assert (schuift.datum <= vast.datum) if terug else (schuift.datum >= vast.datum)
    stap = -1 if terug else 1
    overgeslagen = range(0, (schuift.datum - vast.datum).days, stap)
    assert all(kalender.reden_vrij(vast.datum + timedelta(days=n)) for n in overgeslagen)
    assert (schuift.verschoven_van is None) == (schuift.datum == vast.datum)


@LAWS
@given(dag=DAGEN, maanden=MAANDEN)
def test_months_keep_the_day_or_clamp_to_the_last(dag: date, maanden: int) -> None:
    """And land in the right month."""
    uitkomst = plus_maanden(dag, maanden)
    assert (uitkomst.year * 12 + uitkomst.month) - (dag.year * 12 + dag.month) == maanden
    assert uitkomst.day == dag.day or (uitkomst == laatste_van_maand(uitkomst) and uitkomst.day < dag.day)


@LAWS
@given(dag=DAGEN, maanden=st.integers(0, 12))
def test_the_end_of_a_month_is_the_last_day_of_that_month(kalender: Kalender, dag: date, maanden: int) -> None:
    """The next day is a first."""
    einde = uiterste_datum(dag, Duur(maanden=maanden, einde_maand=True), kalender)
    assert (einde + timedelta(days=1)).day == 1
    assert einde.month == plus_maanden(dag.replace(day=1), maanden).month


@LAWS
@given(dag=DAGEN, maanden=st.integers(1, 12))
def test_full_calendar_months_are_whole_months_after_the_event(kalender: Kalender, dag: date, maanden: int) -> None:
    """All of them lie after the event, and there are exactly that many."""
    einde = uiterste_datum(dag, Duur(volledige_kalendermaanden=maanden), kalender)
    eerste = plus_maanden(dag.replace(day=1), 1)
    assert eerste > dag
    assert einde + timedelta(days=1) == plus_maanden(eerste, maanden)
