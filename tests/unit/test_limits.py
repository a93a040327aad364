"""Limits at the edge of what a set says: what is not known is not guessed, and no date is too far away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import pytest
from conftest import STANDAARD
from msgspec import structs

from regioprotocol.engine.limits import PER_DAG, PER_MAAND, PER_WEEK, TOTAAL, Omvang, periodegrens, toewijzinggrens
from regioprotocol.engine.periods import Periode, maand_van, productperiode
from regioprotocol.engine.settings import WEEKVOLUME, GeenRekenwijzeError, afronding, rekenwijze, weekregel
from regioprotocol.parameterset import Feiten, Index, Parameterset
from regioprotocol.parameterset.records import Instelling

INSPANNING: Final[Feiten] = {"uitvoeringsvariant": frozenset({"inspanningsgericht"})}
OUTPUT: Final[Feiten] = {"uitvoeringsvariant": frozenset({"outputgericht"})}
GEEN_EINDE: Final = Periode(date(2025, 10, 6), date(9999, 12, 31))
DAG: Final = date(2025, 10, 31)


@pytest.fixture(scope="session")
def index(sets: Mapping[str, Parameterset]) -> Index:
    """Give the national standard."""
    return Index.van(sets[STANDAARD])


def met_instelling(index: Index, regel: str, sleutel: str, waarde: str) -> Index:
    """Give the set with another setting in every case of one calculation."""

    def anders(instellingen: tuple[Instelling, ...]) -> tuple[Instelling, ...]:
        return (*(i for i in instellingen if i.sleutel != sleutel), Instelling(sleutel=sleutel, waarde=waarde))

    berekeningen = tuple(
        structs.replace(
            r,
            gevallen=tuple(structs.replace(g, instellingen=anders(g.instellingen)) for g in r.gevallen),
        )
        if r.regel == regel
        else r
        for r in index.parameterset.berekeningen
    )
    return Index.van(structs.replace(index.parameterset, berekeningen=berekeningen))


@pytest.mark.parametrize("feiten", [INSPANNING, OUTPUT])
@pytest.mark.parametrize("frequentie", [PER_DAG, PER_WEEK, PER_MAAND, TOTAAL])
@pytest.mark.parametrize("maand", [date(2025, 10, 1), date(2031, 2, 1), date(9999, 12, 1)])
def test_an_end_in_the_year_9999_is_no_end(feiten: Feiten, frequentie: str, maand: date, index: Index) -> None:
    """A month has its limit; the whole has one only for a total."""
    omvang = Omvang(volume=2, frequentie=frequentie)
    periode = productperiode(GEEN_EINDE, maand_van(maand))
    assert periode is not None
    open_einde = Periode(GEEN_EINDE.begin)
    assert periodegrens(index, feiten, omvang, GEEN_EINDE, periode) == periodegrens(
        index, feiten, omvang, open_einde, periode
    )
    grens = toewijzinggrens(index, feiten, omvang, GEEN_EINDE)
    assert grens.maximum == (2 if frequentie == TOTAAL else None)
    assert grens.waarom == ("" if frequentie == TOTAAL else "de toewijzing heeft geen einddatum")


def test_what_the_set_does_not_say_has_no_limit_but_a_reason(index: Index) -> None:
    """No variant, another frequency, a day before the rule."""
    toewijzing = Periode(date(2025, 10, 6), date(2025, 12, 31))
    maand = Periode(date(2025, 10, 6), date(2025, 10, 31))
    vroeger = Periode(date(2019, 10, 6), date(2019, 10, 31))
    per_week = Omvang(volume=2, frequentie=PER_WEEK)
    zonder = periodegrens(index, {}, per_week, toewijzing, maand)
    assert (zonder.maximum, "de uitvoeringsvariant van het product" in zonder.waarom) == (None, True)
    anders = periodegrens(index, INSPANNING, Omvang(volume=2, frequentie="3"), toewijzing, maand)
    assert (anders.maximum, anders.waarom) == (None, "de frequentie 3 kennen we niet")
    assert "06-10-2019" in periodegrens(index, INSPANNING, per_week, vroeger, vroeger).waarom
    assert toewijzinggrens(index, {}, per_week, toewijzing).maximum is None


@pytest.mark.parametrize(
    ("sleutel", "waarde"),
    [("weken", "maandagen"), ("weken", "-1"), ("totaal", "alles"), ("extra_week", "maand van de volle maan")],
)
def test_a_setting_that_this_engine_does_not_know_is_not_guessed(sleutel: str, waarde: str, index: Index) -> None:
    """It says which, and the limit is unknown."""
    ander = met_instelling(index, WEEKVOLUME, sleutel, waarde)
    with pytest.raises(GeenRekenwijzeError, match=f"{sleutel}: {waarde}"):
        weekregel(rekenwijze(ander, WEEKVOLUME, OUTPUT, DAG))
    toewijzing = Periode(date(2025, 10, 6), date(2025, 12, 31))
    assert toewijzinggrens(ander, OUTPUT, Omvang(volume=1, frequentie=PER_WEEK), toewijzing).maximum is None


@pytest.mark.parametrize(("sleutel", "waarde"), [("afronding", "naar boven"), ("decimalen", "2,5"), ("minimum", "-1")])
def test_a_way_of_rounding_that_this_engine_does_not_know_is_not_guessed(
    sleutel: str, waarde: str, index: Index
) -> None:
    """Nor is a number that is none."""
    ander = met_instelling(index, "berekening.uren", sleutel, waarde)
    with pytest.raises(GeenRekenwijzeError, match="kennen we niet"):
        afronding(rekenwijze(ander, "berekening.uren", {}, DAG))


def test_a_region_can_count_weeks_in_its_own_way(index: Index) -> None:
    """The webinars' reading of the extra week is a setting, not code."""
    ander = met_instelling(index, WEEKVOLUME, "extra_week", "maand van de einddatum")
    toewijzing = Periode(date(2025, 10, 1), date(2025, 12, 2))
    december = Periode(date(2025, 12, 1), date(2025, 12, 2))
    omvang = Omvang(volume=1, frequentie=PER_WEEK)
    assert periodegrens(index, OUTPUT, omvang, toewijzing, december).maximum == 0
    assert periodegrens(ander, OUTPUT, omvang, toewijzing, december).maximum == 1
