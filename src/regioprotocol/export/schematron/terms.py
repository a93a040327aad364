"""Terms of the set as XPath: where a day lies after the last day of a term.

Years, months, weeks and days can be counted; working days, the end of a month and moving past days off cannot.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from msgspec import UNSET

from regioprotocol.engine.lookup import Oordeel
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.set_values import bron_van
from regioprotocol.export.schematron.xpath import alle, als_dag, jaar_van, lengte_van_maand, maand_van
from regioprotocol.parameterset.records import ProductTermijn, TermijnGeval, TermijnRegel

_MAANDEN_PER_JAAR: Final = 12
_DAGEN_PER_WEEK: Final = 7
_SCHUIFT: Final = "schuift door"
_VOOR_ONZE_JAARTELLING: Final = 1_721_425  # the Julian day number of the day before 1 January of year 1

Namen = tuple[tuple[str, str], ...]


class Lengte(NamedTuple):
    """A term that can be counted: months, then days; its words, and who decided."""

    maanden: int
    dagen: int
    tekst: str
    bron: str
    uit_product: bool


def lengte_van(regel: TermijnRegel, oordeel: Oordeel) -> Lengte | None:
    """Give the term that was looked up; None when there is none, or none that XPath 1.0 can count."""
    geval = oordeel.beslist
    termijn: TermijnGeval | ProductTermijn | None = oordeel.uitkomst.uit_product
    if termijn is None and isinstance(geval, TermijnGeval):
        termijn = geval
    if termijn is None or oordeel.uitkomst.stand != "waarde" or oordeel.mist:
        return None
    duur = termijn.duur
    if duur is UNSET or termijn.gebeurtenis is UNSET or not _telbaar(regel, termijn):
        return None
    return Lengte(
        maanden=duur.jaren * _MAANDEN_PER_JAAR + duur.maanden,
        dagen=duur.weken * _DAGEN_PER_WEEK + duur.dagen,
        tekst=str(termijn.tekst),
        bron=bron_van(geval) if geval is not None else "regio: productcodetabel",
        uit_product=oordeel.uitkomst.uit_product is not None,
    )


def rest(plan: Plan, naam: str) -> str:
    """Say which terms of a rule cannot be counted here; empty when all can."""
    regel = plan.index.regels.get(naam)
    if not isinstance(regel, TermijnRegel):
        return ""
    van_product = str(regel.uit_product) if regel.uit_product is not UNSET else ""
    eigen = (getattr(product, van_product, UNSET) for product in plan.index.parameterset.producten if van_product)
    termijnen: list[TermijnGeval | ProductTermijn] = [
        *regel.gevallen,
        *(termijn for termijn in eigen if isinstance(termijn, ProductTermijn)),
    ]
    niet = sorted({str(t.tekst) for t in termijnen if t.duur is not UNSET and not _telbaar(regel, t)})
    return f"XPath 1.0 kan deze duur niet tellen: {', '.join(niet)}" if niet else ""


def _telbaar(regel: TermijnRegel, termijn: TermijnGeval | ProductTermijn) -> bool:
    """Tell whether XPath 1.0 can count a term: forward, in parts of the calendar, and staying where it falls."""
    duur = termijn.duur
    if duur is UNSET or termijn.richting == "voor" or regel.vrije_dag == _SCHUIFT:
        return False
    return not (duur.werkdagen or duur.einde_maand or duur.volledige_kalendermaanden)


def later(plan: Plan, lengte: Lengte, vanaf: str, tot: str, naam: str) -> tuple[Namen, str]:
    """Give names to define, in order, and where the day *tot* lies after the term from the day *vanaf*.

    Both are days as numbers. A last day outside the years of the calendar is not judged: the engine does not either.
    """
    kalender = plan.index.parameterset.kalender
    namen: Namen = (_plus_maanden(vanaf, lengte.maanden, naam)) if lengte.maanden else ((naam, vanaf),)
    if not lengte.dagen:
        eerste, laatste = (als_dag(dag) for dag in (f"{kalender.eerste_jaar}-01-01", f"{kalender.laatste_jaar}-12-31"))
        return namen, alle(f"{tot} > ${naam}", f"${naam} >= {eerste}", f"${naam} <= {laatste}")
    uiterlijk = f"${naam}_nummer + {lengte.dagen}"
    randen = (date(kalender.eerste_jaar, 1, 1).toordinal(), date(kalender.laatste_jaar, 12, 31).toordinal())
    namen = (*namen, *_dagnummer(f"${naam}", f"{naam}_nummer"), *_dagnummer(tot, f"{naam}_tot"))
    return namen, alle(f"${naam}_tot > {uiterlijk}", f"{uiterlijk} >= {randen[0]}", f"{uiterlijk} <= {randen[1]}")


def _plus_maanden(dag: str, maanden: int, naam: str) -> Namen:
    """Add months; the last day of a shorter month clamps."""
    totaal, jaar, maand, lengte = (f"${naam}_{deel}" for deel in ("maanden", "jaar", "maand", "lengte"))
    return (
        (totaal[1:], f"{jaar_van(dag)} * {_MAANDEN_PER_JAAR} + {maand_van(dag)} - 1 + {maanden}"),
        (jaar[1:], f"floor({totaal} div {_MAANDEN_PER_JAAR})"),
        (maand[1:], f"{totaal} mod {_MAANDEN_PER_JAAR} + 1"),
        (lengte[1:], lengte_van_maand(jaar, maand)),
        (naam, f"{jaar} * 10000 + {maand} * 100 + {kleinste(f'({dag} mod 100)', lengte)}"),
    )


def kleinste(een: str, ander: str) -> str:
    """Give the smaller of two numbers."""
    return f"({een} - ({een} > {ander}) * ({een} - {ander}))"


def _dagnummer(dag: str, naam: str) -> Namen:
    """Number a day, so that days can be counted: the calendar of Python, 1 January of year 1 is 1."""
    begin, jaar, maand = (f"${naam}_{deel}" for deel in ("begin", "jaar", "maand"))
    schrikkeldagen = f"floor({jaar} div 4) - floor({jaar} div 100) + floor({jaar} div 400)"
    dagen = f"{dag} mod 100 + floor((153 * {maand} + 2) div 5) + 365 * {jaar} + {schrikkeldagen}"
    return (
        # A year that begins in March has its leap day at the end.
        (begin[1:], f"floor((14 - {maand_van(dag)}) div 12)"),
        (jaar[1:], f"{jaar_van(dag)} + 4800 - {begin}"),
        (maand[1:], f"{maand_van(dag)} + 12 * {begin} - 3"),
        (naam, f"{dagen} - {32045 + _VOOR_ONZE_JAARTELLING}"),
    )
