"""Periods and releases: half-open inside, and honest about days that no source gives."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bouwsels import RELEASES
from hypothesis import given
from hypothesis import strategies as st

from regioprotocol.model.periode import ALTIJD, Geldigheid, OnbekendeReleaseError, Periode, bepaal

JAAR = Periode(date(2024, 1, 1), date(2025, 1, 1))


def test_neighbours_share_a_date_and_never_a_day() -> None:
    """The end is the first day that is not in it."""
    erna = Periode(date(2025, 1, 1))
    assert date(2024, 12, 31) in JAAR
    assert date(2025, 1, 1) not in JAAR
    assert date(2025, 1, 1) in erna
    assert JAAR.doorsnede(erna) is None
    assert JAAR.laatste_dag == date(2024, 12, 31)


def test_an_open_side_holds_every_day() -> None:
    """None is open."""
    assert date.min in ALTIJD
    assert date.max in ALTIJD
    assert ALTIJD.laatste_dag is None
    assert ALTIJD.omvat(JAAR)
    assert not JAAR.omvat(ALTIJD)
    assert JAAR.omvat(JAAR)
    assert ALTIJD.doorsnede(JAAR) == JAAR


def test_an_intersection_takes_the_latest_start_and_the_first_end() -> None:
    """Both periods hold on its days."""
    half = Periode(date(2024, 7, 1), date(2026, 1, 1))
    assert JAAR.doorsnede(half) == half.doorsnede(JAAR) == Periode(date(2024, 7, 1), date(2025, 1, 1))


@st.composite
def perioden(draw: st.DrawFn) -> Periode:
    """Give a period within two months, open on a side or not."""
    begin, dagen = draw(st.dates(date(2024, 1, 1), date(2024, 2, 29))), draw(st.integers(1, 40))
    return Periode(draw(st.sampled_from([None, begin])), draw(st.sampled_from([None, begin + timedelta(days=dagen)])))


@given(perioden(), st.lists(perioden(), max_size=4))
def test_what_is_left_of_a_period_is_every_day_that_no_other_holds(periode: Periode, anderen: list[Periode]) -> None:
    """And no day twice, in order."""
    rest = periode.zonder(anderen)
    for dag in (date(2023, 12, 1) + timedelta(days=n) for n in range(150)):
        vrij = dag in periode and not any(dag in ander for ander in anderen)
        assert sum(dag in stuk for stuk in rest) == vrij
    assert list(rest) == sorted(rest, key=lambda stuk: stuk.begin or date.min)


@pytest.mark.parametrize("einde", [date(2024, 1, 1), date(2023, 1, 1)])
def test_a_period_without_days_cannot_exist(einde: date) -> None:
    """It is refused when it is made."""
    with pytest.raises(ValueError, match="heeft geen dagen"):
        Periode(date(2024, 1, 1), einde)


@pytest.mark.parametrize(
    ("periode", "tekst"),
    [
        (ALTIJD, "altijd"),
        (JAAR, "2024-01-01 t/m 2024-12-31"),
        (Periode(date(2024, 1, 1)), "vanaf 2024-01-01"),
        (Periode(None, date(2021, 1, 1)), "t/m 2020-12-31"),
    ],
)
def test_a_period_is_written_as_people_do(periode: Periode, tekst: str) -> None:
    """With the last day, not the first day after."""
    assert str(periode) == tekst


@pytest.mark.parametrize(
    ("geldig", "periode", "zeker"),
    [
        (Geldigheid(), ALTIJD, True),
        (Geldigheid(vanaf=date(2024, 1, 1), tot_en_met=date(2024, 12, 31)), JAAR, True),
        (Geldigheid(tot_en_met_release="1.0"), Periode(None, date(2021, 1, 1)), True),
        (Geldigheid(vanaf_release="1.0"), ALTIJD, True),
        (Geldigheid(vanaf_release="2.0"), Periode(date(2021, 1, 1)), True),
        (Geldigheid(vanaf_release="3.0"), Periode(date(2025, 3, 7)), False),
        (Geldigheid(tot_en_met_release="2.1"), Periode(None, date(2025, 3, 7)), False),
        (Geldigheid(tot_en_met_release="3.0"), ALTIJD, True),
        (
            Geldigheid(vanaf_release="2.0", tot_en_met_release="2.1"),
            Periode(date(2021, 1, 1), date(2025, 3, 7)),
            False,
        ),
    ],
)
def test_a_release_becomes_days_and_says_how_sure_they_are(
    geldig: Geldigheid, periode: Periode, *, zeker: bool
) -> None:
    """A day that is only a bound ('uiterlijk') is marked uncertain."""
    assert bepaal(geldig, RELEASES) == (periode, zeker)


@pytest.mark.parametrize(
    "geldig", [Geldigheid(vanaf_release="9.9"), Geldigheid(vanaf_release="2.1"), Geldigheid(tot_en_met_release="2.0")]
)
def test_a_release_without_a_known_day_is_refused(geldig: Geldigheid) -> None:
    """No source gives the first day of 2.1: what starts with it, or ends the day before, has no day."""
    with pytest.raises(OnbekendeReleaseError):
        bepaal(geldig, RELEASES)


@pytest.mark.parametrize(
    ("geldig", "periode"),
    [
        (Geldigheid(vanaf_release="3.0"), None),
        (Geldigheid(vanaf_release="2.0"), Periode(date(2021, 1, 1))),
        (Geldigheid(tot_en_met_release="2.0"), ALTIJD),
        (Geldigheid(tot_en_met_release="3.0"), ALTIJD),
        (Geldigheid(tot_en_met_release="1.0"), Periode(None, date(2021, 1, 1))),
        (Geldigheid(vanaf=date(2024, 1, 1)), Periode(date(2024, 1, 1))),
    ],
)
def test_a_region_that_keeps_to_a_release_has_no_later_rules(geldig: Geldigheid, periode: Periode | None) -> None:
    """What starts later never holds there; what ends with its release goes on."""
    assert bepaal(geldig, RELEASES, "2.0")[0] == periode


def test_an_end_before_the_start_is_refused() -> None:
    """A release can end before a written day."""
    with pytest.raises(ValueError, match="heeft geen dagen"):
        bepaal(Geldigheid(vanaf=date(2024, 1, 1), tot_en_met_release="1.0"), RELEASES)
