"""Product codes against the region's table: known, with its category and law, and on this day (TR381)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from regioprotocol.diagnostics import bedoelde_u, opsomming
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.rules.parts import Productregel, productregels
from regioprotocol.engine.rules.registry import Berichtregel
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Product

TABEL: Final = "productcodetabel"
_CODE: Final = "TR381"
_MET_PRODUCT: Final = ("301", "305", "307", "315", "317")


def geen_tabel(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Say once that product codes cannot be judged: the set has no table with codes."""
    if ctx.naslag.index.producten or not _noemt_product(ctx):
        return
    if ctx.regionaal or not ctx.naslag.index.parameterset.deelname:
        naam = ctx.naslag.index.parameterset.naam
        tekst = (
            f"In deze parameterset ({naam}) staan geen productcodes. Of de productcodes kloppen, is niet te beoordelen."
        )
        yield ctx.meld(
            "RP932",
            ctx.bericht.header,
            "",
            tekst,
            regel=_CODE,
            retourcode="",
            hint="Vergelijk de codes met de productcodetabel van de regio.",
        )


def product(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Look up every product code of the message in the table, for its law, category and day."""
    yield from geen_tabel(ctx)
    if not ctx.naslag.index.producten or not ctx.regionaal:
        return
    for regel in productregels(ctx):
        if regel.productcode is not None:
            yield from _product(ctx, regel, regel.productcode)


def geldend(ctx: Berichtcontext, code: str | None, dag: date | None) -> Product | None:
    """Give the row of a code that holds for the law of the message on a day of care."""
    if code is None or not ctx.regionaal:
        return None
    op = ctx.dag_van_zorg(dag).isoformat()
    rijen = (p for p in ctx.naslag.producten(code) if ctx.bericht.header.wet in p.wet)
    return next((p for p in rijen if in_periode(p.vanaf, p.tot_en_met, op)), None)


def _product(ctx: Berichtcontext, regel: Productregel, code: str) -> Iterator[Bevinding]:
    rijen = ctx.naslag.producten(code)
    wet = ctx.bericht.header.wet
    van_wet = [p for p in rijen if wet in p.wet]
    if not van_wet:
        yield _onbekend(ctx, regel, code, rijen)
        return
    if regel.categorie is not None and all(p.categorie != regel.categorie for p in van_wet):
        yield _categorie(ctx, regel, van_wet[0])
    elif geldend(ctx, code, regel.begin) is None:
        yield _dag(ctx, regel, van_wet)
    elif not ctx.naslag.doet_mee({**ctx.feiten, "product": frozenset({code})}, ctx.dag_van_zorg(regel.begin)):
        naam = ctx.naslag.index.parameterset.naam
        yield ctx.meld(
            "RP931",
            regel.deel,
            "productcode",
            f"De gemeente {ctx.gemeente} koopt dit product op deze dag niet via de regio {naam}: alleen landelijke "
            "regels.",
            regel=TABEL,
            retourcode="",
            product=van_wet[0],
        )


def _onbekend(ctx: Berichtcontext, regel: Productregel, code: str, rijen: Sequence[Product]) -> Bevinding:
    wet = ctx.bericht.header.wet
    codes = [c for c, van in ctx.naslag.index.producten.items() if any(wet in p.wet for p in van)]
    tekst = f"Productcode {code} staat niet in de productcodetabel van de regio."
    if rijen:
        tekst = f"Productcode {code} hoort bij de {opsomming(rijen[0].wet)}, niet bij de {wet}."
    return ctx.meld(
        "RP935",
        regel.deel,
        "productcode",
        tekst,
        regel=_CODE,
        verwacht="een productcode uit de tabel van de regio",
        hint=bedoelde_u(code, codes, hoogstens=0),
        wat_nu=f"Gebruik de code van het product in deze regio en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
        product=rijen[0] if rijen else None,
    )


def _categorie(ctx: Berichtcontext, regel: Productregel, rij: Product) -> Bevinding:
    return ctx.meld(
        "RP935",
        regel.deel,
        "categorie",
        f"Categorie {regel.categorie} past niet bij productcode {rij.code}.",
        regel=_CODE,
        verwacht=rij.categorie,
        wat_nu=f"Vul categorie {rij.categorie} in, of een andere code, en stuur het hele bericht opnieuw.",
        product=rij,
    )


def _dag(ctx: Berichtcontext, regel: Productregel, rijen: Sequence[Product]) -> Bevinding:
    dag = ctx.dag_van_zorg(regel.begin).isoformat()
    rij = rijen[-1]
    opvolgers = [
        p
        for van in ctx.naslag.index.producten.values()
        for p in van
        if rij.code in p.vervangt and in_periode(p.vanaf, p.tot_en_met, dag)
    ]
    hint = ""
    if opvolgers:
        hint = "Dit product is opgevolgd door " + opsomming(f"{p.code} ({p.naam})" for p in opvolgers) + "."
    return ctx.meld(
        "RP935",
        regel.deel,
        "productcode",
        f"Product {rij.code} ({rij.naam}) geldt niet op {dag}.",
        regel=TABEL,
        retourcode="",
        verwacht=" of ".join(_periode(p) for p in rijen),
        hint=hint,
        oorzaak="de oude code is nog gebruikt" if opvolgers else "",
        wat_nu=f"Gebruik een code die op die dag geldt en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
        product=rij,
    )


def _periode(rij: Product) -> str:
    delen = [f"vanaf {rij.vanaf}" if rij.vanaf else "", f"tot en met {rij.tot_en_met}" if rij.tot_en_met else ""]
    return " ".join(deel for deel in delen if deel) or "altijd"


def _noemt_product(ctx: Berichtcontext) -> bool:
    declaratie = ctx.bericht.declaratie is not None
    return declaratie or any(regel.productcode for regel in productregels(ctx))


REGELS: Final = (
    Berichtregel((_CODE,), ("323",), geen_tabel),
    Berichtregel((_CODE, TABEL), _MET_PRODUCT, product),
)
