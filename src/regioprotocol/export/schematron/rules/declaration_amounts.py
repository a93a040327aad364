"""Tariff and amount of declared lines (TR418, TR346, IV081, IV042), in cents as the message has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from msgspec import UNSET

from regioprotocol.engine.amounts import CENTEN, MINUTEN_PER_UUR, minutenbedrag, minutenbedrag_vroeger, minuuttarief
from regioprotocol.engine.calculations import MINUTENBEDRAG, minutenrekenaar
from regioprotocol.engine.rules.declaration_products import TARIEF
from regioprotocol.engine.rules.declared import EENHEDEN
from regioprotocol.engine.settings import GeenRekenwijzeError
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.decision import Keuze, beslis
from regioprotocol.export.schematron.facts import dag_van, feiten_van, van_bericht, van_product
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.product_rows import DECLAREREN, geen_codes, per_rij, rijen_van_wet
from regioprotocol.export.schematron.rules.declaration_products import LAATSTE_DAG, productstand
from regioprotocol.export.schematron.set_values import Besluit, van
from regioprotocol.export.schematron.xpath import ONWAAR, alle, als_dag, een_van, in_lijst, niet, tekst
from regioprotocol.parameterset.lookup import ONBEKEND

_PRESTATIE: Final = "Prestatie"
_BEGIN: Final = "$begindatum"
_LEEG: Final = "leeg"
_CONTRACT: Final = "gelijk aan het contract"
_TABELBRON: Final = "regio: productcodetabel"
_MET_UURTARIEF: Final = "uurtarief"
_MET_MINUUTTARIEF: Final = "minuuttarief"
_ANDERS: Final = "anders"
_GEWOON: Final = "$bedrag = $tarief * $volume"


class Contracttarief(NamedTuple):
    """A tariff of the contract for a line in this unit, in cents; with the tariff per hour that it was made from."""

    code: str
    eenheid: str
    tarief: int
    uurtarief: int | None


class Contract(NamedTuple):
    """The tariffs of the region as XPath: is there one for this line, is it that of the line, and is it per hour."""

    er_is: str
    past: str
    per_uur: str
    per_uur_goed: str


class Eenheden(NamedTuple):
    """The codes of the units that calculations know, from the national list; empty when the set has no list."""

    minuut: str
    uur: str
    euro: str


def euros(plan: Plan) -> Iterator[Toets]:
    """Ask for no tariff at euros, and for a volume that is the amount in cents (IV042)."""
    in_euros, landelijk = _in_euros(plan), f"landelijk: i{plan.soort.wet} 3.2"
    yield Toets(
        regel=TARIEF,
        record=_PRESTATIE,
        veld="tarief",
        element=plan.element(_PRESTATIE, "tarief"),
        fout=in_euros,
        tekst="Bij euro's blijft het tarief leeg.",
        bron=next((bron for bron, _ in _tarief(plan, lambda waarde: waarde == _LEEG)), landelijk),
    )
    yield Toets(
        regel="IV042",
        record=_PRESTATIE,
        veld="volume",
        element=plan.element(_PRESTATIE, "volume"),
        fout=alle(in_euros, "$bedrag != $volume"),
        tekst="Bij euro's is het volume het bedrag in centen.",
        bron=landelijk,
    )


def tarief(plan: Plan) -> Iterator[Toets]:
    """Compare the tariff with those of the contract that hold on a day of the line (TR418)."""
    contract = _contract(plan)
    geldt = een_van(waar for _, waar in _tarief(plan, lambda waarde: waarde == _CONTRACT))
    fout = alle(geldt, niet(_in_euros(plan)), contract.er_is, niet(contract.past))
    yield plan.landelijk("TR418", _PRESTATIE, "tarief", fout, bron=_TABELBRON)


def bedrag(plan: Plan) -> Iterator[Toets]:
    """Compare the amount with volume and tariff, or with minutes at an hourly tariff (TR346, IV081)."""
    heeft = plan.records[_PRESTATIE].heeft("tarief")
    telt = alle(niet(_in_euros(plan)), heeft)
    zonder = alle(niet(_in_euros(plan)), niet(heeft))
    yield plan.landelijk("TR346", _PRESTATIE, "tarief", zonder, plaats="record")
    contract, hoe = _contract(plan), _rekenwijze(plan)
    met_uurtarief = hoe.get(_MET_UURTARIEF, ONWAAR)
    fout = alle(telt, contract.per_uur, met_uurtarief, niet(contract.per_uur_goed))
    yield plan.landelijk("TR346", _PRESTATIE, "bedrag", fout)
    anders = alle(telt, niet(contract.per_uur), niet(_GEWOON), niet(_kan_uit_uurtarief(plan, contract)))
    yield plan.landelijk("TR346", _PRESTATIE, "bedrag", anders)
    rest = alle(niet(met_uurtarief), niet(hoe.get(_ANDERS, ONWAAR)))
    yield plan.landelijk("TR346", _PRESTATIE, "bedrag", alle(telt, contract.per_uur, rest, niet(_GEWOON)))


def _in_euros(plan: Plan) -> str:
    euro = _eenheden(plan).euro
    leeg = (waar for _, waar in _tarief(plan, lambda waarde: waarde == _LEEG))
    return plan.noem("in_euros", een_van((*([f"$eenheid = {tekst(euro)}"] if euro else []), *leeg)))


def _tarief(plan: Plan, telt: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Give where the rule on tariffs has such a value, and who decided."""

    def besluit(keuze: Keuze) -> Besluit | None:
        return van(plan.vraag(TARIEF, dag_van(keuze), feiten_van(keuze)), lambda o: telt(o.waarde))

    dimensies = van_product(plan, plan.records[_PRESTATIE], TARIEF, dag=_BEGIN, alleen=("eenheid",))
    for uitkomst, waar in beslis(dimensies, besluit).items():
        yield uitkomst.bron, waar


def _contract(plan: Plan) -> Contract:
    """Make the tariffs of the table: as lists of code, unit and tariff for each period in which they hold."""
    er_is: list[str] = []
    past: list[str] = []
    per_uur: list[str] = []
    goed: list[str] = []
    minuut = f"$eenheid = {tekst(_eenheden(plan).minuut)}"
    for (vanaf, tot), alle_tarieven in _per_periode(plan).items():
        begonnen = f"{LAATSTE_DAG} >= {als_dag(vanaf)}" if vanaf else "true()"
        periode = alle(begonnen, f"{_BEGIN} <= {als_dag(tot)}" if tot else "true()")
        eenheden = dict.fromkeys(f"{t.code}.{t.eenheid}" for t in alle_tarieven)
        er_is.append(alle(periode, in_lijst("concat($productcode, '.', $eenheid)", eenheden)))
        tarieven = dict.fromkeys(f"{t.code}.{t.eenheid}.{t.tarief}" for t in alle_tarieven)
        past.append(alle(periode, in_lijst("concat($productcode, '.', $eenheid, '.', $tarief)", tarieven)))
        for lijst in _lijsten(alle_tarieven):
            naam = plan.noem(f"uurtarief_{len(per_uur) + 1}", _zoek_uurtarief(lijst))
            per_uur.append(alle(periode, minuut, f"{naam} >= 0"))
            goed.append(alle(periode, minuut, f"$bedrag = {_minutenbedrag(naam)}"))
    bekend = productstand(plan).bekend
    return Contract(
        er_is=plan.noem("tarief_bekend", alle(bekend, een_van(er_is))),
        past=plan.noem("tarief_past", alle(bekend, een_van(past))),
        per_uur=plan.noem("tarief_per_uur", alle(bekend, een_van(per_uur))),
        per_uur_goed=plan.noem("bedrag_uit_uurtarief", een_van(goed)),
    )


def _per_periode(plan: Plan) -> dict[tuple[str, str], list[Contracttarief]]:
    """Give the tariffs of all products for lines in their own unit, and of products per hour in minutes."""
    eenheden = _eenheden(plan)
    per_periode: dict[tuple[str, str], list[Contracttarief]] = {}
    for code, rijen in rijen_van_wet(plan).items():
        for rij in rijen:
            for afspraak in rij.tarieven:
                periode = tuple("" if dag is UNSET else str(dag) for dag in (afspraak.vanaf, afspraak.tot_en_met))
                tarieven = per_periode.setdefault((periode[0], periode[1]), [])
                centen = _centen(Decimal(afspraak.bedrag))
                tarieven.append(Contracttarief(code, rij.eenheid, centen, None))
                if eenheden.uur and rij.eenheid == eenheden.uur and eenheden.minuut:
                    per_minuut = _centen(minuuttarief(Decimal(afspraak.bedrag)))
                    tarieven.append(Contracttarief(code, eenheden.minuut, per_minuut, centen))
    return dict(sorted(per_periode.items()))


def _lijsten(tarieven: list[Contracttarief]) -> list[dict[str, int]]:
    """Give the hourly tariffs by code and tariff per minute; two that round to the same are in two lists."""
    lijsten: list[dict[str, int]] = []
    for t in dict.fromkeys(tarieven):
        if t.uurtarief is not None:
            sleutel = f"{t.code}.{t.tarief}"
            vrij = next((lijst for lijst in lijsten if sleutel not in lijst), None)
            if vrij is None:
                lijsten.append(vrij := {})
            vrij[sleutel] = t.uurtarief
    return lijsten


def _zoek_uurtarief(lijst: dict[str, int]) -> str:
    """Look the hourly tariff up in a text; NaN when it is not there."""
    alles = tekst("|" + "|".join(f"{sleutel}:{uurtarief}" for sleutel, uurtarief in sorted(lijst.items())) + "|")
    return f"number(substring-before(substring-after({alles}, concat('|', $productcode, '.', $tarief, ':')), '|'))"


def _minutenbedrag(uurtarief: str) -> str:
    """Round half up, at the end: in whole numbers, so that a half cent is exactly that."""
    return f"floor(({uurtarief} * $volume + {MINUTEN_PER_UUR // 2}) div {MINUTEN_PER_UUR})"


def _kan_uit_uurtarief(plan: Plan, contract: Contract) -> str:
    """Give where some hourly tariff in whole cents gives tariff and amount of a line in minutes (uurtarief_mogelijk).

    Only where the contract does not say, and the product is not assigned in another unit than hours.
    """
    eenheden, helft = _eenheden(plan), MINUTEN_PER_UUR // 2
    rijen = per_rij(plan, DECLAREREN, LAATSTE_DAG, lambda rij: rij.eenheid in {ONBEKEND, eenheden.uur})
    stand = productstand(plan)
    niet_per_uur = alle(stand.bekend, rijen.get(False, ONWAAR))
    plan.noem("laagste_uurtarief", f"ceiling((2 * $bedrag - 1) * {helft} div $volume)")
    plan.noem("hoogste_uurtarief", f"ceiling((2 * $bedrag + 1) * {helft} div $volume) - 1")
    bestaat = alle(
        "$volume > 0",
        f"$laagste_uurtarief <= {MINUTEN_PER_UUR} * $tarief + {helft - 1}",
        "$laagste_uurtarief <= $hoogste_uurtarief",
        f"{MINUTEN_PER_UUR} * $tarief - {helft} <= $hoogste_uurtarief",
        "$hoogste_uurtarief >= 0",
    )
    minuten = f"$eenheid = {tekst(eenheden.minuut)}"
    return alle(minuten, niet(contract.past), niet(niet_per_uur), een_van(("$volume = 0 and $bedrag = 0", bestaat)))


def _rekenwijze(plan: Plan) -> dict[str, str]:
    """Give how minutes at an hourly tariff are counted on the first day of the line."""

    def hoe(keuze: Keuze) -> str | None:
        naslag, feiten = plan.wie(feiten_van(keuze))
        try:
            rekenaar = minutenrekenaar(naslag.index, feiten, dag_van(keuze))
        except GeenRekenwijzeError:
            return None
        if rekenaar.afronding != CENTEN:
            return _ANDERS  # XPath would have to be made for it; the sources name no such rounding
        namen: dict[object, str] = {minutenbedrag: _MET_UURTARIEF, minutenbedrag_vroeger: _MET_MINUUTTARIEF}
        return namen.get(rekenaar.formule, _ANDERS)

    return beslis(van_bericht(plan, MINUTENBEDRAG, dag=_BEGIN), hoe)


def _andere_afronding(plan: Plan) -> str:
    return "minuten die anders worden afgerond dan op centen, half omhoog" if _ANDERS in _rekenwijze(plan) else ""


def _eenheden(plan: Plan) -> Eenheden:
    op_naam = {betekenis.lower(): code for code, betekenis in plan.naslag.betekenissen(EENHEDEN).items()}
    return Eenheden(op_naam.get("minuut", ""), op_naam.get("uur", ""), op_naam.get("euro's", ""))


def _centen(euro: Decimal) -> int:
    return int(euro.scaleb(2))


REGELS: Final = (
    Schemaregel((TARIEF, "IV042"), ("323",), euros),
    Schemaregel(("TR418",), ("323",), tarief, rest=geen_codes),
    Schemaregel(("TR346", "IV081"), ("323",), bedrag, onder=("IV081",), rest=_andere_afronding),
)
