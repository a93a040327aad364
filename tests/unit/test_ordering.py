"""The order in which cases are tried, on small hand-made protocols."""

from __future__ import annotations

from datetime import date

import pytest
from bouwsels import DAG, GEMEENTE, LIJST, REGEL, afspraak, als, parameterset

from regioprotocol.model.afspraak import Afspraak
from regioprotocol.model.periode import Geldigheid
from regioprotocol.parameterset import Index, zoek
from regioprotocol.parameterset.lookup import waarden_van

JEUGD = frozenset({"Jw"})


def volgorde(*afspraken: Afspraak) -> list[str]:
    """Give the values in the order in which they are tried."""
    index = Index.van(parameterset(afspraken))
    return [waarden_van(geval)[0] for geval in index.regels[REGEL].gevallen]


def antwoord(afspraken: list[Afspraak], op: date = DAG, **feiten: str) -> tuple[str, ...]:
    """Give the answer for facts; 'x en y' is both."""
    index = Index.van(parameterset(afspraken))
    verzameld = {sleutel: frozenset(waarde.split(" en ")) for sleutel, waarde in feiten.items()}
    regel = REGEL if REGEL in index.regels else LIJST
    return zoek(index, regel, verzameld, op).waarden


def test_layers_go_from_near_to_far() -> None:
    """gemeente, regio, standaardprotocol, iStandaarden."""
    rij = [
        afspraak("i", "iStandaarden"),
        afspraak("s", "standaardprotocol"),
        afspraak("r", "regio"),
        afspraak("g", "gemeente", als(gemeente=GEMEENTE)),
    ]
    assert volgorde(*rij) == ["g", "r", "s", "i"]


def test_a_nearer_layer_wins_even_when_it_is_less_specific() -> None:
    """The layer counts before the conditions."""
    rij = [afspraak("bijzonder", "iStandaarden", als(productgroep="a")), afspraak("regio")]
    assert antwoord(rij, productgroep="a") == ("regio",)


def test_a_binding_national_case_goes_before_everything() -> None:
    """A region cannot overrule it, and neither can voorrang."""
    rij = [
        afspraak("g", "gemeente", als(gemeente=GEMEENTE), voorrang=9),
        afspraak("r", voorrang=9),
        afspraak("bindend", "iStandaarden", bindend=True),
    ]
    assert volgorde(*rij)[0] == "bindend"
    assert antwoord(rij, gemeente=GEMEENTE) == ("bindend",)


def test_bindend_means_nothing_in_a_regional_layer() -> None:
    """Only the national layer binds."""
    rij = [afspraak("r", bindend=True), afspraak("g", "gemeente", als(gemeente=GEMEENTE))]
    assert volgorde(*rij) == ["g", "r"]


def test_within_a_layer_voorrang_counts_before_specificity() -> None:
    """High first; a negative number goes last."""
    rij = [
        afspraak("gewoon", voorwaarden=als(wet="Jw", situatie="x")),
        afspraak("hoog", voorwaarden=als(wet="Jw"), voorrang=2),
        afspraak("laag", voorwaarden=als(situatie="x"), voorrang=-1),
    ]
    assert volgorde(*rij) == ["hoog", "gewoon", "laag"]


def test_within_a_layer_the_more_specific_case_goes_first() -> None:
    """More conditions, or a narrower one."""
    rij = [
        afspraak("alle"),
        afspraak("wet", voorwaarden=als(wet="Jw")),
        afspraak("beide", voorwaarden=als(wet="Jw", situatie="x")),
    ]
    assert volgorde(*rij) == ["beide", "wet", "alle"]


def test_a_narrower_list_of_values_goes_before_a_wider_one() -> None:
    """One of the values is a special case of any of them."""
    rij = [
        afspraak("een of ander", voorwaarden=als(productgroep=("a", "b"))),
        afspraak("alleen a", voorwaarden=als(productgroep="a")),
    ]
    assert volgorde(*rij) == ["alleen a", "een of ander"]
    assert antwoord(rij, productgroep="a") == ("alleen a",)
    assert antwoord(rij, productgroep="b") == ("een of ander",)


def test_what_follows_counts_for_specificity() -> None:
    """Group a is always Jw, so it is more specific than Jw, although both are one condition."""
    rij = [afspraak("wet", voorwaarden=als(wet="Jw")), afspraak("groep", voorwaarden=als(productgroep="a"))]
    assert volgorde(*rij) == volgorde(*reversed(rij)) == ["groep", "wet"]
    assert antwoord(rij, productgroep="a") == ("groep",)
    assert antwoord(rij, productgroep="b") == ("wet",)
    assert antwoord(rij, productgroep="w") == ()


def test_two_situations_are_more_specific_than_one() -> None:
    """'x en y' is two conditions on one key."""
    samen = (*als(situatie="x"), *als(situatie="y"))
    rij = [
        afspraak("x", voorwaarden=als(situatie="x")),
        afspraak("x en y", voorwaarden=samen),
        afspraak("y", voorwaarden=als(situatie="y")),
    ]
    assert volgorde(*rij)[0] == "x en y"
    assert antwoord(rij, situatie="x en y") == ("x en y",)
    assert antwoord(rij, situatie="y") == ("y",)


def test_a_missing_fact_meets_no_condition() -> None:
    """Nothing is guessed."""
    rij = [afspraak("wet", voorwaarden=als(wet="Jw"))]
    assert antwoord(rij) == ()
    assert antwoord(rij, wet="Jw") == ("wet",)


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [(date(2024, 12, 31), "oud"), (date(2025, 1, 1), "nieuw"), (date(2025, 12, 31), "nieuw"), (date(2026, 1, 1), "i")],
)
def test_a_case_holds_on_its_first_and_its_last_day(dag: date, verwacht: str) -> None:
    """Days are inclusive on both sides."""
    rij = [
        afspraak("oud", geldig=Geldigheid(tot_en_met=date(2024, 12, 31))),
        afspraak("nieuw", geldig=Geldigheid(vanaf=date(2025, 1, 1), tot_en_met=date(2025, 12, 31))),
        afspraak("i", "iStandaarden"),
    ]
    assert antwoord(rij, dag) == (verwacht,)


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        ({}, "r"),
        ({"gemeente": GEMEENTE}, "g"),
        ({"gemeente": GEMEENTE, "wet": "Jw"}, "g"),
        ({"gemeente": GEMEENTE, "wet": "Wmo"}, "i"),
        ({"gemeente": GEMEENTE, "productgroep": "w"}, "i"),
        ({"gemeente": "0000"}, "i"),
    ],
)
def test_regional_layers_hold_only_for_who_takes_part(feiten: dict[str, str], verwacht: str) -> None:
    """The municipality takes part for young people only."""
    rij = [
        afspraak("i", "iStandaarden"),
        afspraak("r"),
        afspraak("g", "gemeente", als(gemeente=GEMEENTE)),
    ]
    assert antwoord(rij, DAG, **feiten) == (verwacht,)


def test_regional_layers_do_not_hold_before_a_municipality_takes_part() -> None:
    """Participation has its own period."""
    rij = [afspraak("i", "iStandaarden"), afspraak("r")]
    assert antwoord(rij, date(2023, 12, 31), gemeente=GEMEENTE) == ("i",)
    assert antwoord(rij, date(2024, 1, 1), gemeente=GEMEENTE) == ("r",)


def test_a_list_adds_up_until_a_case_that_does_not_add() -> None:
    """Items of far layers first; an item that two layers name stands where the nearer one puts it."""
    rij = [
        afspraak(("d", "a"), "gemeente", als(gemeente=GEMEENTE), telt_op=True),
        afspraak(("c",), telt_op=True),
        afspraak(("a", "b"), "standaardprotocol"),
        afspraak(("z",), "iStandaarden"),
    ]
    assert antwoord(rij, gemeente=GEMEENTE) == ("b", "c", "d", "a")
    assert antwoord(rij) == ("a", "b", "c")


def test_a_rule_of_a_later_release_does_not_hold_in_a_region_that_keeps_to_an_older_one() -> None:
    """The region keeps to 2.0; the case of 3.0 is not even in its set."""
    rij = [
        afspraak("oud", "iStandaarden", geldig=Geldigheid(tot_en_met_release="2.1")),
        afspraak("nieuw", "iStandaarden", geldig=Geldigheid(vanaf_release="3.0")),
    ]
    op = date(2026, 1, 1)
    laatste, vast = Index.van(parameterset(rij)), Index.van(parameterset(rij, vaste_release="2.0"))
    assert zoek(laatste, REGEL, {}, op).waarden == ("nieuw",)
    assert zoek(vast, REGEL, {}, op).waarden == ("oud",)
    assert vast.parameterset.release == "2.0"


def test_an_uncertain_day_is_marked_in_the_set() -> None:
    """'uiterlijk' is a bound, not a first day."""
    rij = [
        afspraak("nieuw", "iStandaarden", geldig=Geldigheid(vanaf_release="3.0")),
        afspraak("altijd", "iStandaarden"),
    ]
    zekerheid = {geval.waarde: geval.zekerheid for geval in parameterset(rij).keuzes[0].gevallen}
    assert zekerheid == {"nieuw": "uiterlijk", "altijd": "zeker"}


def test_case_ids_are_unique_and_survive_another_order() -> None:
    """An id says what a case is, not where it stands."""
    rij = [
        afspraak("i", "iStandaarden"),
        afspraak("a", voorwaarden=als(productgroep="a")),
        afspraak("b", voorwaarden=als(productgroep="b")),
    ]
    heen = {g.geval: g.waarde for g in parameterset(rij).keuzes[0].gevallen}
    terug = {g.geval: g.waarde for g in parameterset(reversed(rij)).keuzes[0].gevallen}
    assert heen == terug
    assert len(heen) == len(rij)
