"""Product and unit of declared lines: the code in the table (TR381), and the unit of the product (TR341).

The unit of the assignment is not in the message: as long as only that could tell, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from regioprotocol.engine.rules.declaration_units import EENHEID
from regioprotocol.engine.rules.declared import EENHEDEN
from regioprotocol.engine.rules.parts import SPECIFIEK
from regioprotocol.engine.rules.products import TABEL
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.decision import Dimensie, Keuze, beslis
from regioprotocol.export.schematron.facts import (
    NIVEAU,
    PRODUCT,
    bericht_doet_mee,
    dag_van,
    feiten_van,
    product_doet_mee,
    van_product,
)
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.product_rows import DECLAREREN, geen_codes, per_rij, rijen_van_wet, zonder_rij
from regioprotocol.export.schematron.rules.products import PAAR, geldt_niet, paren
from regioprotocol.export.schematron.set_values import bron_van
from regioprotocol.export.schematron.xpath import ONWAAR, alle, een_van, in_lijst, niet, tekst
from regioprotocol.parameterset.lookup import ONBEKEND

_PRESTATIE: Final = "Prestatie"
_BEGIN: Final = "$begindatum"
_CODE: Final = "TR381"
_NATIONAAL: Final = "TR341"
_TABELBRON: Final = "regio: productcodetabel"
LAATSTE_DAG: Final = "$laatste_dag"


class Productstand(NamedTuple):
    """Where the code of a line is not in the table, is not to be declared any more, and where its row is known."""

    vreemd: str
    voorbij: str
    bekend: str


class Eenheidsbesluit(NamedTuple):
    """In which units a unit of assignment may be declared here, who decided, and nationally."""

    mag: tuple[str, ...]
    bron: str
    landelijk: tuple[str, ...]


def productstand(plan: Plan) -> Productstand:
    """Give what is known about the product of a line."""
    rijen = rijen_van_wet(plan)
    if not rijen:
        return Productstand(bericht_doet_mee(plan) if plan.index.producten else ONWAAR, ONWAAR, ONWAAR)
    plan.noem(LAATSTE_DAG[1:], f"{_BEGIN} + ($einddatum > {_BEGIN}) * ($einddatum - {_BEGIN})")
    kent = in_lijst("$productcode", rijen)
    regio = bericht_doet_mee(plan)
    in_tabel = alle(regio, kent, product_doet_mee(plan, plan.records[_PRESTATIE], _BEGIN))
    zonder = zonder_rij(plan, DECLAREREN, LAATSTE_DAG)
    return Productstand(
        vreemd=plan.noem("vreemd_product", alle(regio, niet(kent))),
        voorbij=plan.noem("product_voorbij", alle(in_tabel, zonder)),
        bekend=plan.noem("bekend_product", alle(in_tabel, niet(zonder))),
    )


def product(plan: Plan) -> Iterator[Toets]:
    """Look up the code of a line in the table of the region, for its category and last day (TR381)."""
    stand = productstand(plan)
    kent = een_van((stand.bekend, stand.voorbij))
    yield plan.landelijk(_CODE, _PRESTATIE, "productcode", stand.vreemd)
    yield plan.landelijk(_CODE, _PRESTATIE, "categorie", alle(kent, niet(in_lijst(PAAR, paren(plan)))))
    voorbij = geldt_niet(_PRESTATIE, "productcode", plan.element(_PRESTATIE, "productcode"))
    yield replace(voorbij, fout=stand.voorbij)


def eenheid(plan: Plan) -> Iterator[Toets]:
    """Compare the unit of a line with that of its product; else refuse what no assignment allows (TR341)."""
    stand = productstand(plan)
    rijen = per_rij(plan, DECLAREREN, LAATSTE_DAG, lambda rij: (rij.eenheid, rij.declaratie_eenheid))
    zonder = [alle(stand.bekend, waar) for (van, _), waar in rijen.items() if van == ONBEKEND]
    for (van, naar), waar in rijen.items():
        if van != ONBEKEND:
            yield from _van_product(plan, van, naar, alle(stand.bekend, waar))
    niets_bekend = alle(niet(stand.bekend), niet(stand.vreemd), niet(stand.voorbij))
    yield from _zonder_toewijzing(plan, een_van((*zonder, niets_bekend)))


def _van_product(plan: Plan, van: str, naar: str, waar: str) -> Iterator[Toets]:
    past = []
    for besluit, als in _besluiten(plan, van).items():
        verkeerd = niet(in_lijst("$eenheid", besluit.mag)) if besluit.mag else ONWAAR
        past.append(alle(als, niet(verkeerd)))
        yield from _toetsen(plan, besluit, alle(waar, als, verkeerd))
    if naar not in {ONBEKEND, ""}:
        yield Toets(
            regel=TABEL,
            record=_PRESTATIE,
            veld="eenheid",
            element=plan.element(_PRESTATIE, "eenheid"),
            fout=alle(waar, een_van(past), f"$eenheid != {tekst(naar)}"),
            tekst=f"Dit product declareert u hier in eenheid {plan.opsomming(EENHEDEN, [naar])}.",
            bron=_TABELBRON,
        )


def _toetsen(plan: Plan, besluit: Eenheidsbesluit, fout: str) -> Iterator[Toets]:
    """What is allowed nationally is refused by the region, without a return code."""
    mag = in_lijst("$eenheid", besluit.landelijk) if besluit.landelijk else ONWAAR
    woorden = f"Hier declareert u in eenheid {plan.opsomming(EENHEDEN, besluit.mag)}."
    yield Toets(
        regel=EENHEID,
        record=_PRESTATIE,
        veld="eenheid",
        element=plan.element(_PRESTATIE, "eenheid"),
        fout=alle(fout, mag),
        tekst=woorden,
        bron=besluit.bron,
    )
    yield plan.landelijk(_NATIONAAL, _PRESTATIE, "eenheid", alle(fout, niet(mag)), bron=besluit.bron)


def _zonder_toewijzing(plan: Plan, waar: str) -> Iterator[Toets]:
    """Refuse a unit that fits no unit of assignment, where products are always assigned by their code."""
    if plan.naslag.compleet(plan.feiten).get(NIVEAU) != frozenset({SPECIFIEK}):
        return
    codes = tuple(plan.naslag.betekenissen(EENHEDEN))
    for code in codes:

        def verkeerd(keuze: Keuze, code: str = code) -> Eenheidsbesluit | None:
            if any(code in _mag(plan, keuze, van).mag for van in codes):
                return None
            besluit = _mag(plan, keuze, code)
            return besluit if besluit.mag else None

        for besluit, als in beslis(_dimensies(plan), verkeerd).items():
            yield from _toetsen(plan, besluit, alle(waar, als, f"$eenheid = {tekst(code)}"))


def _alleen_uit_product(plan: Plan) -> str:
    del plan
    return "zonder product in de tabel bepaalt de toewijzing (301) welke eenheid past"


def _besluiten(plan: Plan, van: str) -> dict[Eenheidsbesluit, str]:
    return beslis(_dimensies(plan), lambda keuze: _mag(plan, keuze, van))


def _dimensies(plan: Plan) -> list[Dimensie]:
    return van_product(plan, plan.records[_PRESTATIE], EENHEID, dag=_BEGIN, alleen=(PRODUCT,))


def _mag(plan: Plan, keuze: Keuze, van: str) -> Eenheidsbesluit:
    """Ask in which units this unit of assignment is declared, here and nationally."""
    feiten = {**feiten_van(keuze), "eenheid": van}
    oordeel = plan.vraag(EENHEID, dag_van(keuze), feiten)
    landelijk = plan.vraag(EENHEID, dag_van(keuze), {"eenheid": van})
    return Eenheidsbesluit(oordeel.waarden, bron_van(oordeel.beslist), landelijk.waarden)


REGELS: Final = (
    Schemaregel((_CODE, TABEL), ("323",), product, rest=geen_codes),
    Schemaregel((EENHEID, _NATIONAAL, TABEL), ("323",), eenheid, rest=_alleen_uit_product),
)
