"""Laws of resolution: on hand-made protocols that hypothesis invents, and on the real sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Final

import pytest
from bouwsels import GEMEENTE, GROEPEN, REGEL, SITUATIES, WETTEN, WOORDENBOEK, afspraak, parameterset, werkmap
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from regioprotocol.assemble import assemble
from regioprotocol.export import build
from regioprotocol.model.afspraak import LAGEN, LANDELIJK, Afspraak, Als, Voorwaarde
from regioprotocol.model.periode import Geldigheid
from regioprotocol.parameterset import Index, Parameterset, complete, encode, volg, zoek
from regioprotocol.parameterset.lookup import alle_regels
from regioprotocol.pipeline import Gelezen
from regioprotocol.resolve import Gevolgen, resolve
from regioprotocol.schema import check_shape, kind_of
from regioprotocol.source import read_workspace

BEGIN: Final = date(2024, 1, 1)  # the first day on which the municipality takes part
LAWS: Final = settings(max_examples=60, deadline=None)
WAARDEN: Final = {"wet": WETTEN, "productgroep": GROEPEN, "situatie": SITUATIES, "domein": ("jeugd", "volwassen")}
DAGEN: Final = st.dates(date(2023, 1, 1), date(2026, 12, 31))
PERIODEN: Final = st.sampled_from(
    [
        Geldigheid(),
        Geldigheid(vanaf=date(2025, 1, 1)),
        Geldigheid(tot_en_met=date(2024, 12, 31)),
        Geldigheid(vanaf=date(2024, 7, 1), tot_en_met=date(2025, 6, 30)),
        Geldigheid(vanaf_release="3.0"),
    ]
)


def _als(keuze: dict[str, list[str]]) -> Als:
    return tuple(sorted(Voorwaarde(sleutel, tuple(sorted(set(waarden)))) for sleutel, waarden in keuze.items()))


ALS: Final = st.fixed_dictionaries(
    {},
    optional={s: st.lists(st.sampled_from(w), min_size=1, max_size=2, unique=True) for s, w in WAARDEN.items()},
).map(_als)
AFSPRAKEN: Final = st.lists(
    st.builds(
        lambda laag, als, waarde, geldig, voorrang, bindend: afspraak(
            waarde,
            laag,
            (*als, Voorwaarde("gemeente", (GEMEENTE,))) if laag == "gemeente" else als,
            geldig=geldig,
            voorrang=voorrang,
            bindend=bindend and laag == "iStandaarden",
        ),
        st.sampled_from(LAGEN),
        ALS,
        st.sampled_from("pqr"),
        PERIODEN,
        st.sampled_from([0, 0, 0, 1]),
        st.booleans(),
    ),
    min_size=1,
    max_size=7,
    unique_by=repr,
)
FEITEN: Final = st.fixed_dictionaries(
    {},
    optional={
        **{s: st.sets(st.sampled_from(w), min_size=1, max_size=2).map(frozenset) for s, w in WAARDEN.items()},
        "gemeente": st.sampled_from([frozenset({GEMEENTE}), frozenset({"0000"})]),
    },
)


@LAWS
@given(afspraken=AFSPRAKEN, zaad=st.integers(0, 1000))
def test_the_order_of_afspraken_does_not_matter(afspraken: list[Afspraak], zaad: int) -> None:
    """The same set, byte for byte."""
    geschud = list(afspraken)
    Random(zaad).shuffle(geschud)  # noqa: S311 - a shuffle, no secret
    assert encode(parameterset(afspraken)) == encode(parameterset(geschud))


@LAWS
@given(afspraken=AFSPRAKEN, feiten=FEITEN, op=DAGEN)
def test_the_first_case_that_matches_is_of_the_best_rank(
    afspraken: list[Afspraak], feiten: Mapping[str, frozenset[str]], op: date
) -> None:
    """No matching case binds more, is nearer, has more voorrang, or is strictly more specific in the same rank."""
    snapshot = resolve(werkmap(afspraken), "proef")
    index = Index.van(build(snapshot))
    if REGEL not in index.regels:
        return
    spoor = volg(index, REGEL, feiten, op)
    gevallen = {geval.id: geval for geval in snapshot.gevallen[REGEL]}
    passend = [gevallen[g.geval.geval] for g in spoor.getoetst if g.geldt or g.ingehaald]
    if not passend:
        assert spoor.uitkomst.stand == "geen antwoord"
        return
    winnaar = gevallen[spoor.uitkomst.geval]
    assert winnaar.rang == min(geval.rang for geval in passend)
    gevolgen = Gevolgen.van(WOORDENBOEK, ())
    assert not any(gevolgen.strikter(g.als, winnaar.als) for g in passend if g.rang == winnaar.rang)


@LAWS
@given(afspraken=AFSPRAKEN, feiten=FEITEN, op=DAGEN)
def test_a_layer_without_afspraken_changes_nothing(
    afspraken: list[Afspraak], feiten: Mapping[str, frozenset[str]], op: date
) -> None:
    """A region that says nothing answers as the standard does."""
    landelijk = [a for a in afspraken if a.laag in LANDELIJK]
    leeg, standaard = (Index.van(parameterset(landelijk, regio)) for regio in ("proef", None))
    assert set(leeg.regels) == set(standaard.regels)
    for regel in standaard.regels:
        assert zoek(leeg, regel, feiten, op) == zoek(standaard, regel, feiten, op)


@LAWS
@given(afspraken=AFSPRAKEN, feiten=FEITEN, op=DAGEN)
def test_an_afspraak_that_does_not_match_changes_nothing(
    afspraken: list[Afspraak], feiten: Mapping[str, frozenset[str]], op: date
) -> None:
    """What holds for others, or on other days, has no say."""
    extra = afspraak("extra", "regio", (Voorwaarde("situatie", ("z",)),), voorrang=9)
    voorbij = afspraak("voorbij", "regio", geldig=Geldigheid(tot_en_met=date(2022, 12, 31)), voorrang=9)
    zonder, met = Index.van(parameterset(afspraken)), Index.van(parameterset([*afspraken, extra, voorbij]))
    verwacht = zoek(zonder, REGEL, feiten, op) if REGEL in zonder.regels else None
    gevonden = zoek(met, REGEL, feiten, op)
    assert gevonden.waarden == (verwacht.waarden if verwacht else ())


@LAWS
@given(afspraken=AFSPRAKEN, feiten=FEITEN, op=DAGEN, waarde=st.sampled_from("pqr"))
def test_the_nearest_layer_wins_unless_a_national_case_binds(
    afspraken: list[Afspraak], feiten: Mapping[str, frozenset[str]], op: date, waarde: str
) -> None:
    """A municipality's own afspraak for everyone beats all that does not bind."""
    rest = [replace(a, bindend=False) for a in afspraken if a.laag != "gemeente"]
    eigen = afspraak(waarde, "gemeente", (Voorwaarde("gemeente", (GEMEENTE,)),))
    mee = {**feiten, "gemeente": frozenset({GEMEENTE}), "wet": frozenset({"Jw"}), "domein": frozenset({"jeugd"})}
    gevonden = [geval.laag for geval in zoek(Index.van(parameterset([*rest, eigen])), REGEL, mee, op).gevallen]
    if op >= BEGIN:
        assert gevonden == ["gemeente"]
    else:
        assert not {"gemeente", "regio"} & set(gevonden)
    bindend = afspraak("bindend", "iStandaarden", bindend=True)
    assert zoek(Index.van(parameterset([*rest, eigen, bindend])), REGEL, mee, op).waarden == ("bindend",)


@LAWS
@given(afspraken=AFSPRAKEN, feiten=FEITEN, op=DAGEN)
def test_volg_answers_as_zoek_and_explains_every_case(
    afspraken: list[Afspraak], feiten: Mapping[str, frozenset[str]], op: date
) -> None:
    """One GELDT for a choice; every case with a reason; nothing asked that is known."""
    index = Index.van(parameterset(afspraken))
    for regel, record in index.regels.items():
        spoor = volg(index, regel, feiten, op)
        assert spoor.uitkomst == zoek(index, regel, feiten, op)
        assert [g.geval for g in spoor.getoetst] == list(record.gevallen)
        assert tuple(g.geval for g in spoor.getoetst if g.geldt) == spoor.uitkomst.gevallen
        assert all(g.reden for g in spoor.getoetst)
        assert not set(spoor.ontbrekend) & set(complete(index, feiten))


@LAWS
@given(afspraken=AFSPRAKEN, feiten=FEITEN, op=DAGEN, sleutel=st.sampled_from(sorted(WAARDEN)), nummer=st.integers(0, 2))
def test_a_fact_that_is_not_asked_for_cannot_change_the_answer(
    afspraken: list[Afspraak], feiten: Mapping[str, frozenset[str]], op: date, sleutel: str, nummer: int
) -> None:
    """When explain names no missing fact on a key, and the key does not decide participation, the value stays."""
    index = Index.van(parameterset([a for a in afspraken if a.laag != "gemeente"]))
    vrij = {s: w for s, w in feiten.items() if s != "gemeente"}
    if REGEL not in index.regels or sleutel in complete(index, vrij):
        return
    spoor = volg(index, REGEL, vrij, op)
    erbij = {**vrij, sleutel: frozenset({WAARDEN[sleutel][nummer % len(WAARDEN[sleutel])]})}
    nieuw = set(complete(index, erbij)) - set(complete(index, vrij))
    bekend = complete(index, erbij)
    strijdig = any(bekend[s].isdisjoint(w) for s, w in complete(index, {sleutel: erbij[sleutel]}).items())
    if not nieuw & set(spoor.ontbrekend) and not strijdig:
        assert zoek(index, REGEL, erbij, op).waarden == spoor.uitkomst.waarden


@LAWS
@given(feiten=FEITEN, vast=st.fixed_dictionaries({s: st.sampled_from(WAARDEN[s]) for s in ("domein", "situatie")}))
def test_complete_is_done_at_once_also_when_a_standaardfeit_has_consequences(
    feiten: Mapping[str, frozenset[str]], vast: dict[str, str]
) -> None:
    """A region that only does 'jeugd' has the law that follows from it."""
    standaardfeiten = tuple(Voorwaarde(sleutel, (waarde,)) for sleutel, waarde in vast.items())
    index = Index.van(parameterset([afspraak("r")], standaardfeiten=standaardfeiten))
    compleet = complete(index, feiten)
    assert feiten.items() <= compleet.items()
    assert complete(index, compleet) == compleet


# --- the real sets


def _feiten(index: Index, kans: Random) -> dict[str, frozenset[str]]:
    """Draw facts that the set knows: values of its conditions, its products and its municipalities."""
    mogelijk: dict[str, set[str]] = {}
    for regel in index.regels.values():
        for geval in regel.gevallen:
            for voorwaarde in geval.als:
                mogelijk.setdefault(voorwaarde.sleutel, set()).update(voorwaarde.waarden)
    mogelijk["product"] = set(index.producten) or {"onbekend"}
    mogelijk["gemeente"] = {d.gemeente for d in index.parameterset.deelname} | {"0000"}
    sleutels = kans.sample(sorted(mogelijk), kans.randint(0, min(4, len(mogelijk))))
    return {s: frozenset({kans.choice(sorted(mogelijk[s]))}) for s in sleutels}


@settings(max_examples=40, deadline=None)
@given(zaad=st.integers(0, 10**6))
def test_on_real_sets_complete_keeps_what_was_given_and_is_done_at_once(
    sets: Mapping[str, Parameterset], zaad: int
) -> None:
    """Completing again adds nothing."""
    kans = Random(zaad)  # noqa: S311 - draws facts, no secret
    for gemaakt in sets.values():
        index = Index.van(gemaakt)
        feiten = _feiten(index, kans)
        compleet = complete(index, feiten)
        assert feiten.items() <= compleet.items()
        assert complete(index, compleet) == compleet
        assert {feit.sleutel for feit in gemaakt.standaardfeiten} <= set(compleet)


@settings(max_examples=40, deadline=None)
@given(zaad=st.integers(0, 10**6), op=st.dates(date(2018, 1, 1), date(2028, 12, 31)))
def test_on_real_sets_zoek_and_volg_agree(sets: Mapping[str, Parameterset], zaad: int, op: date) -> None:
    """For every rule, whatever the facts."""
    kans = Random(zaad)  # noqa: S311 - draws facts, no secret
    for gemaakt in sets.values():
        index = Index.van(gemaakt)
        feiten = _feiten(index, kans)
        for regel in index.regels:
            spoor = volg(index, regel, feiten, op)
            assert spoor.uitkomst == zoek(index, regel, feiten, op)
            assert tuple(g.geval for g in spoor.getoetst if g.geldt) == spoor.uitkomst.gevallen


def _grenzen(gemaakt: Parameterset) -> list[date]:
    """Give the days on which something in the set begins or has ended."""
    perioden = [*gemaakt.deelname, *(geval for regel in alle_regels(gemaakt) for geval in regel.gevallen)]
    begin = {date.fromisoformat(p.vanaf) for p in perioden if isinstance(p.vanaf, str)}
    einde = {date.fromisoformat(p.tot_en_met) for p in perioden if isinstance(p.tot_en_met, str)}
    return sorted({date(2015, 1, 1), *begin, *(dag + timedelta(days=1) for dag in einde), date(2039, 12, 31)})


@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(0, 10**6))
def test_on_real_sets_the_answer_is_constant_between_two_dates_of_change(
    sets: Mapping[str, Parameterset], zaad: int
) -> None:
    """The first, the last and any day between two changes have the same answer."""
    kans = Random(zaad)  # noqa: S311 - draws facts, no secret
    for gemaakt in sets.values():
        index = Index.van(gemaakt)
        feiten = _feiten(index, kans)
        for van, tot in pairwise(_grenzen(gemaakt)):
            ergens = van + timedelta(days=kans.randrange((tot - van).days))
            for regel in kans.sample(sorted(index.regels), 8):
                antwoorden = {zoek(index, regel, feiten, dag) for dag in (van, ergens, tot - timedelta(days=1))}
                assert len(antwoorden) == 1, (gemaakt.regio, regel, feiten, van, tot)


@pytest.mark.parametrize("zaad", range(5))
def test_on_real_regions_the_order_of_files_and_afspraken_does_not_matter(
    gelezen: Gelezen, sets: Mapping[str, Parameterset], zaad: int
) -> None:
    """Rename a file or move an afspraak: the set stays the same, byte for byte."""
    kans = Random(zaad)  # noqa: S311 - a shuffle, no secret
    documenten = [(goed, kind_of(d)) for d in read_workspace(ROOT).documents if (goed := check_shape(d, kind_of(d))[0])]
    kans.shuffle(documenten)
    geschud, _ = assemble(documenten)
    landelijk = list(geschud.landelijk)
    kans.shuffle(landelijk)
    geschud = replace(geschud, landelijk=tuple(landelijk))
    assert set(geschud.regios) == set(gelezen.werkmap.regios)
    for naam, gegevens in geschud.regios.items():
        afspraken = list(gegevens.afspraken)
        kans.shuffle(afspraken)
        anders = replace(geschud, regios={naam: replace(gegevens, afspraken=tuple(afspraken))})
        assert encode(build(resolve(anders, naam))) == encode(sets[naam])
