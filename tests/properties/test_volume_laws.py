"""Laws of productperioden and of weeks: nothing is lost at the edge of a month, a year, or an assignment."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from regioprotocol.engine.periods import (
    DAG_VAN_LEVERING,
    ZONDAG_VAN_DE_WEEK,
    Periode,
    is_gebroken,
    laatste_zondag,
    maand_van,
    peildag_van_levering,
    productperiode,
    productperioden,
    zondag_van,
)
from regioprotocol.engine.volume import Telling, Weekregel, dagen, maanden, tel_toewijzing, tel_weken

EEN_DAG: Final = timedelta(days=1)
LAWS: Final = settings(max_examples=100, deadline=None)
KALENDERWEKEN: Final = Weekregel(weken="kalenderweken", totaal="kalenderweken in de toewijzing")
ZONDAGEN: Final = Weekregel(
    weken="zondagen",
    totaal="som van de maanden",
    extra_week="maand van de laatste zondag",
    zonder_zondag="maand van de einddatum",
)
WEBINAR: Final = Weekregel(
    weken="zondagen",
    totaal="zondagen in de toewijzing",
    extra_week="maand van de einddatum",
    zonder_zondag="maand van de einddatum",
)
# Years in which week 53 exists (2020, 2026) and in which it does not, leap years included.
DAGEN: Final = st.dates(date(2019, 1, 1), date(2033, 12, 31))


@st.composite
def toewijzingen(draw: st.DrawFn) -> Periode:
    """Give an assignment of a day up to three years; short ones more often."""
    begin = draw(DAGEN)
    lengte = draw(st.one_of(st.integers(0, 20), st.integers(0, 1096)))
    return Periode(begin, begin + lengte * EEN_DAG)


def einde(periode: Periode) -> date:
    """Give the last day of a period that has one."""
    assert periode.eind is not None
    return periode.eind


def per_maand(toewijzing: Periode, regel: Weekregel) -> tuple[Telling, ...]:
    """Count the weeks of every month."""
    return tuple(tel_weken(periode, toewijzing, regel) for periode in productperioden(toewijzing))


@LAWS
@given(toewijzingen())
def test_productperioden_follow_each_other_and_are_together_the_assignment(toewijzing: Periode) -> None:
    """No day is lost or counted twice, and each lies within one calendar month."""
    perioden = list(productperioden(toewijzing))
    assert perioden[0].begin == toewijzing.begin
    assert perioden[-1].eind == toewijzing.eind
    assert [einde(p) + EEN_DAG for p in perioden[:-1]] == [p.begin for p in perioden[1:]]
    assert sum(map(dagen, perioden)) == dagen(toewijzing)
    assert len(perioden) == maanden(toewijzing)
    assert all(productperiode(toewijzing, maand_van(p.begin)) == p for p in perioden)
    assert not any(is_gebroken(p) for p in perioden[1:-1])


@LAWS
@given(toewijzingen(), DAGEN)
def test_a_month_has_a_productperiode_exactly_when_it_meets_the_assignment(toewijzing: Periode, dag: date) -> None:
    """Outside the assignment there is none; of an open assignment only the beginning counts."""
    maand = maand_van(dag)
    gevonden = productperiode(toewijzing, maand)
    raakt = toewijzing.begin <= einde(maand) and maand.begin <= einde(toewijzing)
    assert (gevonden is not None) == raakt
    if gevonden is not None:
        assert all(grens in toewijzing and grens in maand for grens in (gevonden.begin, einde(gevonden)))
    assert (productperiode(Periode(toewijzing.begin), maand) is not None) == (toewijzing.begin <= einde(maand))


@LAWS
@given(toewijzingen())
def test_calendar_weeks_of_the_months_exceed_the_total_by_the_weeks_over_a_month_edge(toewijzing: Periode) -> None:
    """A broken week counts in both months, and once in the whole."""
    maandtellingen = per_maand(toewijzing, KALENDERWEKEN)
    totaal = tel_toewijzing(toewijzing, KALENDERWEKEN, maandtellingen)
    over_de_grens = sum(p.begin.isoweekday() != 1 for p in list(productperioden(toewijzing))[1:])
    assert sum(t.aantal for t in maandtellingen) == totaal.aantal + over_de_grens
    assert totaal.aantal == len({dag.isocalendar()[:2] for dag in _dagen(toewijzing)})
    assert all(1 <= t.aantal <= 6 for t in maandtellingen)


@LAWS
@given(toewijzingen())
def test_sundays_of_the_months_are_those_of_the_assignment_and_at_most_one_week_more(toewijzing: Periode) -> None:
    """Every week of an outputgerichte assignment is counted exactly once, its broken last week too."""
    totaal = tel_toewijzing(toewijzing, ZONDAGEN, per_maand(toewijzing, ZONDAGEN))
    zondagen = sum(dag.isoweekday() == 7 for dag in _dagen(toewijzing))
    assert totaal.aantal == zondagen + (einde(toewijzing).isoweekday() != 7)
    assert totaal.aantal >= 1
    kalenderweken = tel_toewijzing(toewijzing, KALENDERWEKEN, ())
    assert totaal.aantal == kalenderweken.aantal
    assert len({week.zondag for week in totaal.weken}) == totaal.aantal


@LAWS
@given(toewijzingen())
def test_the_webinars_place_the_same_weeks_in_other_months(toewijzing: Periode) -> None:
    """Both readings count the same weeks; only the month of the last one can differ."""
    iv077, webinar = (per_maand(toewijzing, regel) for regel in (ZONDAGEN, WEBINAR))
    assert sum(t.aantal for t in iv077) == sum(t.aantal for t in webinar)
    if iv077 != webinar:
        assert einde(toewijzing).day < 7


@LAWS
@given(toewijzingen(), st.data())
def test_care_per_week_is_declared_in_a_month_that_has_room_for_its_week(
    toewijzing: Periode, data: st.DataObject
) -> None:
    """The month that the day of delivery or the Sunday points to counts that week."""
    levering = toewijzing.begin + data.draw(st.integers(0, dagen(toewijzing) - 1)) * EEN_DAG
    for wijze, regel in ((DAG_VAN_LEVERING, KALENDERWEKEN), (ZONDAG_VAN_DE_WEEK, ZONDAGEN)):
        peildag = peildag_van_levering(levering, toewijzing, wijze)
        periode = productperiode(toewijzing, maand_van(peildag))
        assert periode is not None
        assert zondag_van(levering) in {week.zondag for week in tel_weken(periode, toewijzing, regel).weken}


@LAWS
@given(toewijzingen())
def test_the_last_sunday_lies_in_the_last_week(toewijzing: Periode) -> None:
    """Or there is none, and then the assignment is short."""
    zondag = laatste_zondag(toewijzing)
    if zondag is None:
        assert dagen(toewijzing) <= 6
    else:
        assert zondag.isoweekday() == 7
        assert 0 <= (einde(toewijzing) - zondag).days < 7


@LAWS
@given(toewijzingen(), st.integers(1, 6))
def test_a_fixed_number_of_weeks_holds_for_every_month(toewijzing: Periode, vast: int) -> None:
    """However short the productperiode; the whole is counted in calendar weeks."""
    regel = Weekregel(weken="vast aantal", vast_aantal=vast, totaal="kalenderweken in de toewijzing")
    tellingen = per_maand(toewijzing, regel)
    assert {t.aantal for t in tellingen} == {vast}
    totaal = tel_toewijzing(toewijzing, regel, tellingen)
    assert totaal.aantal == tel_toewijzing(toewijzing, KALENDERWEKEN, ()).aantal


def _dagen(periode: Periode) -> list[date]:
    return [periode.begin + n * EEN_DAG for n in range(dagen(periode))]
