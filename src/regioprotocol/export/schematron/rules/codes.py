"""Codes that the set allows by law and day: reasons of a stop, of a change, status, and answers to a request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.rules.codes import (
    ANDERE_GEMEENTE,
    ANTWOORD,
    GEMEENTECODE,
    INTREKKEN,
    REDEN_WIJZIGING,
    STATUS,
    STOPREDENEN,
)
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.decision import Keuze, beslis
from regioprotocol.export.schematron.facts import dag_van, feiten_van, van_bericht
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.set_values import bron_van, is_waarde, van, waar_voor
from regioprotocol.export.schematron.xpath import alle, een_van, in_lijst, niet, tekst
from regioprotocol.parameterset.lookup import waarden_van

_WOONPLAATS: Final = "woonplaatsbeginsel"
_GEEN_SITUATIE: Final = "geen"  # known, and none of those that the rule names
_VERPLICHT: Final = "verplicht"
_LEEG: Final = "leeg"
_OP_EERSTE_DAG: Final = "CS335"


def stopreden(plan: Plan) -> Iterator[Toets]:
    """Refuse a reason that this law does not have on this day; the same number can mean something else (31)."""
    wet = plan.soort.wet
    anders = (code for van_wet, regel in STOPREDENEN.items() if van_wet != wet for code in _bekend(plan, regel))
    yield from _in_lijst(plan, "StopProduct", "reden_beeindiging", STOPREDENEN[wet], anders)


def status(plan: Plan) -> Iterator[Toets]:
    """Allow a first delivery and a removal only (OP033x2)."""
    for naam in ("StartProduct", "StopProduct"):
        if naam in plan.records:
            yield from _in_lijst(plan, naam, "status_aanlevering", STATUS)


def reden_wijziging(plan: Plan) -> Iterator[Toets]:
    """Refuse a reason for change that does not hold on this day; one that takes back ends on the first day (CS335)."""
    record = plan.records["ToegewezenProduct"]
    yield from _in_lijst(plan, record.naam, "reden_wijziging", REDEN_WIJZIGING)

    def terug(keuze: Keuze) -> tuple[str, str] | None:
        oordeel = plan.vraag(INTREKKEN, dag_van(keuze), feiten_van(keuze))
        geval = oordeel.beslist
        return (oordeel.waarde, bron_van(geval)) if geval is not None and _OP_EERSTE_DAG in geval.bron else None

    for (waarde, bron), waar in beslis(van_bericht(plan, INTREKKEN), terug).items():
        eindigt_later = een_van((niet(record.heeft("einddatum")), "$einddatum != $ingangsdatum"))
        fout = alle(waar, f"$reden_wijziging = {tekst(waarde)}", eindigt_later)
        yield plan.landelijk(_OP_EERSTE_DAG, record.naam, "einddatum", fout, plaats="beide", bron=bron)


def antwoord(plan: Plan) -> Iterator[Toets]:
    """Refuse an answer that the list does not have on this day."""
    yield from _in_lijst(plan, "Antwoord", "antwoord", ANTWOORD)


def woonplaats(plan: Plan) -> Iterator[Toets]:
    """Ask for the right municipality with a refusal on the woonplaatsbeginsel, and only then (TR377, TR409: Jw)."""
    record = plan.records["Antwoord"]
    om_woonplaats = een_van(alle(f"$reden_afwijzing = {tekst(reden)}", waar) for reden, waar in _redenen(plan).items())
    if plan.soort.wet != "Jw":
        yield replace(
            plan.landelijk(ANDERE_GEMEENTE, record.naam, "reden_afwijzing", om_woonplaats),
            ernst="waarschuwing",
            tekst="Het woonplaatsbeginsel is van de Jeugdwet. In de Wmo past deze reden niet.",
        )
        return
    dimensies = van_bericht(plan, GEMEENTECODE)
    gemeente = record.heeft("gemeente")
    for situatie, dan in ((_WOONPLAATS, om_woonplaats), (_GEEN_SITUATIE, niet(om_woonplaats))):
        als = alle(record.heeft("reden_afwijzing"), dan)
        for bron, waar in waar_voor(plan, dimensies, GEMEENTECODE, is_waarde(_VERPLICHT), situatie=situatie):
            yield plan.landelijk("TR377", record.naam, "reden_afwijzing", alle(waar, als, niet(gemeente)), bron=bron)
        for bron, waar in waar_voor(plan, dimensies, GEMEENTECODE, is_waarde(_LEEG), situatie=situatie):
            yield plan.landelijk("TR409", record.naam, "gemeente", alle(waar, als), bron=bron)


def _redenen(plan: Plan) -> dict[str, str]:
    """Give the reason that means woonplaatsbeginsel in the Jeugdwet, with the days on which it does."""
    vast = {"wet": "Jw", "situatie": _WOONPLAATS}
    feiten = {sleutel: frozenset({waarde}) for sleutel, waarde in vast.items()}
    return beslis(
        [d for d in van_bericht(plan, ANDERE_GEMEENTE, vast=vast) if d.sleutel != "gemeente"],
        lambda keuze: plan.naslag.vraag(ANDERE_GEMEENTE, feiten, dag_van(keuze)).waarde or None,
    )


def _in_lijst(plan: Plan, naam: str, veld: str, regel: str, ook: Iterable[str] = ()) -> Iterator[Toets]:
    """Refuse a code that the rule does not list on this day; one that no list knows is a fault in the structure."""
    record = plan.records[naam]
    bekend = sorted({*_bekend(plan, regel), *ook})
    besluiten = beslis(
        van_bericht(plan, regel),
        lambda keuze: van(
            plan.vraag(regel, dag_van(keuze), feiten_van(keuze)), lambda o: bool(o.waarden) and not o.mist
        ),
    )
    for besluit, waar in besluiten.items():
        if niet_meer := [code for code in bekend if code not in besluit.waarden]:
            element = record.plek(veld).element
            yield Toets(
                regel=regel,
                record=naam,
                veld=veld,
                element=element,
                fout=alle(waar, in_lijst(f"${veld}", niet_meer)),
                tekst=f"{element} is hier {opsomming(besluit.waarden, en='of')}.",
                bron=besluit.bron,
            )


def _bekend(plan: Plan, regel: str) -> frozenset[str]:
    """Give the codes that the rule lists on any day, and those of its national code list."""
    record = plan.index.regels.get(regel)
    if record is None:
        return frozenset()
    lijst = plan.naslag.betekenissen(str(record.codelijst)) if record.codelijst else {}
    return frozenset(lijst).union(*(waarden_van(geval) for geval in record.gevallen))


REGELS: Final = (
    Schemaregel(tuple(STOPREDENEN.values()), ("307",), stopreden),
    Schemaregel((STATUS,), ("305", "307"), status),
    Schemaregel((REDEN_WIJZIGING, "CS335"), ("301",), reden_wijziging),
    Schemaregel((ANTWOORD,), ("319",), antwoord),
    Schemaregel(("TR377", "TR409", ANDERE_GEMEENTE), ("319",), woonplaats),
)
