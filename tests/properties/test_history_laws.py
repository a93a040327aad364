"""Laws of comparing a product table with what was published: judged day by day, without a period in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from hypothesis import assume, given
from hypothesis import strategies as st

from regioprotocol.checks.history import terugblik
from regioprotocol.model.periode import Periode
from regioprotocol.model.product import Correctie, Product, Producttabel, Tarief

BEGIN: Final = date(2026, 1, 1)
DAGEN: Final = [BEGIN + timedelta(days=n) for n in range(40)]
VANDAAG: Final = BEGIN + timedelta(days=25)
VOORBIJ: Final = [dag for dag in DAGEN if dag < VANDAAG]

dagen = st.sampled_from(DAGEN)


@st.composite
def tarieven(draw: st.DrawFn) -> tuple[Tarief, ...]:
    """Give tariffs of one or two kinds, each after the other, with a gap or without."""
    gemaakt = []
    for kenmerk in draw(st.sampled_from([("",), ("HBO",), ("HBO", "WO")])):
        for periode in draw(perioden(3)):
            bedrag = Decimal(draw(st.integers(1, 3)))
            gemaakt.append(Tarief(bedrag=bedrag, kenmerk=kenmerk, periode=periode))
    return tuple(gemaakt)


@st.composite
def perioden(draw: st.DrawFn, hoogstens: int) -> list[Periode]:
    """Give periods that do not overlap; the first may be open at the start, the last at the end."""
    grenzen = sorted(draw(st.lists(dagen, min_size=2, max_size=2 * hoogstens, unique=True)))
    paren = list(zip(grenzen[::2], grenzen[1::2], strict=False))
    gemaakt = [Periode(a, b) for a, b in paren]
    if draw(st.booleans()):
        gemaakt[-1] = Periode(gemaakt[-1].begin)
    if draw(st.booleans()):
        gemaakt[0] = Periode(None, gemaakt[0].einde)
    return gemaakt


@st.composite
def tabellen(draw: st.DrawFn) -> Producttabel:
    """Give a table with one code in one to three rows."""
    rijen = []
    for periode in draw(perioden(3)):
        stand = draw(st.sampled_from(["bekend", "bekend", "bekend", "geen", "onbekend"]))
        later = st.integers(0, 10).map(lambda n, p=periode: (p.laatste_dag or DAGEN[-1]) + timedelta(days=n))
        rijen.append(
            Product(
                code="45A01",
                naam="Proef",
                categorie="45",
                wet=("Jw",),
                variant="inspanningsgericht",
                eenheid=draw(st.sampled_from(["04", "14", "onbekend"])),
                declaratie_eenheid="04",
                frequenties=("4",),
                periode=periode,
                declareren_tot_en_met=draw(st.none() | later),
                tarieven=draw(tarieven()) if stand == "bekend" else (),
                tarief_stand=stand,  # type: ignore[arg-type]
            )
        )
    return Producttabel(regio="proef", status="definitief", producten=tuple(draw(st.permutations(rijen))))


@st.composite
def paren(draw: st.DrawFn) -> tuple[Producttabel, Producttabel]:
    """Give two tables: strangers to each other, or the second with one thing of one row changed."""
    was, ander = draw(tabellen()), draw(tabellen())
    veld = draw(st.sampled_from([None, "periode", "declareren_tot_en_met", "eenheid", "tarieven"]))
    if veld is None:
        return was, ander
    rij, bron = draw(st.sampled_from(was.producten)), draw(st.sampled_from(ander.producten))
    nieuw = replace(rij, **{veld: getattr(bron, veld)})
    rijen = tuple(nieuw if r is rij else r for r in was.producten)
    # Two rows of a code on one day are a finding of their own (RP403): nobody can say which of them holds.
    assume(not any(a.periode.doorsnede(b.periode) for a, b in combinations(rijen, 2)))
    return was, replace(was, producten=rijen)


def codes(was: Producttabel, nu: Producttabel) -> set[str]:
    """Give the codes of the findings."""
    return {melding.soort.code for melding in terugblik(was, nu, VANDAAG)}


def toe_te_wijzen(tabel: Producttabel, dag: date) -> list[Product]:
    """Give the rows that a new assignment could use on a day."""
    return [rij for rij in tabel.producten if dag in rij.periode]


def te_declareren(rij: Product, dag: date) -> bool:
    """Tell whether care of a day could be declared on a row."""
    begonnen = rij.periode.begin is None or rij.periode.begin <= dag
    return begonnen and (rij.declareren_tot_en_met is None or dag <= rij.declareren_tot_en_met)


def van_de_dag(tabel: Producttabel, dag: date) -> Product | None:
    """Give the row whose tariff a day of care has: the last that had begun, while it can be declared."""
    begonnen = [r for r in tabel.producten if r.periode.begin is None or r.periode.begin <= dag]
    laatste = max(begonnen, key=lambda r: r.periode.begin or date.min, default=None)
    return laatste if laatste and te_declareren(laatste, dag) else None


def code_verdwijnt(was: Producttabel, nu: Producttabel) -> Iterator[bool]:
    """Judge each day: could it be assigned, or declared after its last day, and can it not any more?"""
    for dag in VOORBIJ:
        yield bool(toe_te_wijzen(was, dag)) and not toe_te_wijzen(nu, dag)
        oud = any(te_declareren(rij, dag) and dag not in rij.periode for rij in was.producten)
        yield oud and not any(te_declareren(rij, dag) for rij in nu.producten)


def tarief_verandert(was: Producttabel, nu: Producttabel) -> Iterator[bool]:
    """Judge each day: does one of its tariffs differ from what was published?"""
    for dag in VOORBIJ:
        o, n = van_de_dag(was, dag), van_de_dag(nu, dag)
        if o is None or n is None or o.tarief_stand == "onbekend":
            continue
        yield o.tarief_stand != n.tarief_stand
        toen = {t.kenmerk: t.bedrag for t in o.tarieven if dag in t.periode}
        straks = {t.kenmerk: t.bedrag for t in n.tarieven if dag in t.periode}
        yield n.tarief_stand == "bekend" and any(straks.get(k) != bedrag for k, bedrag in toen.items())


@given(tabellen())
def test_a_table_does_not_differ_from_itself(tabel: Producttabel) -> None:
    assert codes(tabel, tabel) == set()


@given(paren())
def test_what_is_found_is_what_a_look_at_every_day_finds(tabellen: tuple[Producttabel, Producttabel]) -> None:
    was, nu = tabellen
    gevonden = codes(was, nu)
    samen = [(o, n) for dag in VOORBIJ for o in toe_te_wijzen(was, dag) for n in toe_te_wijzen(nu, dag)]
    # Days before the first that is looked at belong to rows that are open at the start.
    lang_geleden = [(o, n) for o in was.producten for n in nu.producten if o.periode.begin is n.periode.begin is None]
    open_was, open_nu = (any(r.periode.begin is None for r in t.producten) for t in (was, nu))
    assert ("RP440" in gevonden) == (any(code_verdwijnt(was, nu)) or (open_was and not open_nu))
    assert ("RP445" in gevonden) == (
        any(toe_te_wijzen(nu, dag) and not toe_te_wijzen(was, dag) for dag in VOORBIJ) or (open_nu and not open_was)
    )
    assert ("RP441" in gevonden) == any(o.eenheid not in {n.eenheid, "onbekend"} for o, n in [*samen, *lang_geleden])


def met_een_begin(tabel: Producttabel) -> Producttabel:
    """Let every row begin on a day that is looked at: then every day that is over is looked at."""
    rijen = (replace(r, periode=Periode(r.periode.begin or BEGIN, r.periode.einde)) for r in tabel.producten)
    return replace(tabel, producten=tuple(rijen))


@given(paren())
def test_a_tariff_is_found_when_it_differs_on_a_day_that_is_over(tabellen: tuple[Producttabel, Producttabel]) -> None:
    was, nu = map(met_een_begin, tabellen)
    assert ("RP442" in codes(was, nu)) == any(tarief_verandert(was, nu))


@given(tabellen(), st.integers(1, 3))
def test_what_still_comes_may_change(tabel: Producttabel, bedrag: int) -> None:
    """Every tariff stops on the last day that is over, and another follows: nothing to say."""

    def straks(t: Tarief) -> Iterator[Tarief]:
        for deel, euro in ((Periode(einde=VANDAAG), t.bedrag), (Periode(VANDAAG), Decimal(bedrag))):
            if periode := t.periode.doorsnede(deel):
                yield replace(t, periode=periode, bedrag=euro)

    nieuw = tuple(replace(rij, tarieven=tuple(s for t in rij.tarieven for s in straks(t))) for rij in tabel.producten)
    assert codes(tabel, replace(tabel, producten=nieuw)) == set()


@given(tabellen())
def test_an_acknowledged_correction_is_never_an_error(tabel: Producttabel) -> None:
    """Every tariff a cent higher, each with what it was: warnings for those that were used, and no fout."""
    cent = Decimal("0.01")
    nieuw = tuple(
        replace(
            rij,
            tarieven=tuple(
                replace(t, bedrag=t.bedrag + cent, correctie=Correctie(was=t.bedrag, reden="Proef"))
                for t in rij.tarieven
            ),
        )
        for rij in tabel.producten
    )
    assert codes(tabel, replace(tabel, producten=nieuw)) <= {"RP443"}
