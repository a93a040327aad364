"""What a request for change holds (317): its composition and dates; and sGGZ in a request for assignment (315)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.rules.requests import INGANGSDATUM, SAMENSTELLING, SGGZ, WIJZIGINGEN
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.facts import bericht_doet_mee, van_bericht
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.set_values import waar_is, waar_voor, zeker
from regioprotocol.export.schematron.xpath import alle, in_lijst, niet
from regioprotocol.parameterset.lookup import waarden_van

_BESTAAND_EN_WIJZIGING: Final = "bestaand product en een wijziging"
_NIEUW_MAG: Final = frozenset({"product", "aanvullend product"})
_TOEKOMST: Final = "in de toekomst"
_ALLEEN: Final = frozenset({"alleen diagnostiek", "alleen de behandelgroep"})
_GROEP_SGGZ: Final = "sggz"
_GROEP_DIAGNOSTIEK: Final = "diagnostiek"


def samenstelling(plan: Plan) -> Iterator[Toets]:
    """Ask for a product that is there and for a change (TR352, TR353)."""
    gelijk, anders, nieuw = (
        f"$deel/{plan.records['Verzoek'].lijsten[naam]}" for naam in ("ongewijzigd", "te_wijzigen", "nieuw")
    )
    for bron, waar in waar_is(plan, SAMENSTELLING, _BESTAAND_EN_WIJZIGING):
        yield plan.landelijk("TR352", "Verzoek", "", alle(waar, niet(gelijk), niet(anders)), bron=bron)
        yield plan.landelijk("TR353", "Verzoek", "", alle(waar, niet(anders), niet(nieuw)), bron=bron)


def nieuw_product(plan: Plan) -> Iterator[Toets]:
    """Refuse a new product where a VOW may not ask for one (vow.wijzigingen)."""

    def geen_nieuw(oordeel: Oordeel) -> bool:
        return bool(oordeel.waarden) and not oordeel.mist and not _NIEUW_MAG.intersection(oordeel.waarden)

    for bron, waar in waar_voor(plan, van_bericht(plan, WIJZIGINGEN), WIJZIGINGEN, geen_nieuw):
        yield Toets(
            regel=WIJZIGINGEN,
            record="NieuwProduct",
            element="NieuwProduct",
            fout=waar,
            tekst="Met een VOW vraagt u hier geen nieuw product aan.",
            bron=bron,
        )


def ingangsdatum(plan: Plan) -> Iterator[Toets]:
    """Ask for a start after the date of the message: of a new product (TR380), of a change where the set says so."""
    te_vroeg, veld = "$gewenste_ingangsdatum <= $dag", "gewenste_ingangsdatum"
    yield plan.landelijk("TR380", "NieuwProduct", veld, te_vroeg)
    dimensies = van_bericht(plan, INGANGSDATUM)
    for bron, waar in waar_voor(plan, dimensies, INGANGSDATUM, lambda o: zeker(o, {_TOEKOMST})):
        yield Toets(
            regel=INGANGSDATUM,
            record="TeWijzigenProduct",
            veld=veld,
            element=plan.element("TeWijzigenProduct", veld),
            fout=alle(waar, te_vroeg),
            tekst="Een wijziging gaat hier altijd in na de dag van het bericht.",
            bron=bron,
        )


def sggz(plan: Plan) -> Iterator[Toets]:
    """Keep diagnostics and treatment of sGGZ apart where a region says so (a rule of its own: ….sggz_aanvraag)."""
    record = plan.records["AangevraagdProduct"]
    diagnostiek, behandeling = _sggz_codes(plan)
    if not diagnostiek or not behandeling:
        return
    ander = f"$deel/../{record.patroon}[{in_lijst(record.waarde('productcode', ''), behandeling)}]"
    samen = alle(bericht_doet_mee(plan), in_lijst("$productcode", diagnostiek), ander)
    for regel in plan.naslag.eigen_regels(SGGZ):
        for bron, waar in waar_voor(plan, van_bericht(plan, regel), regel, _sluit_uit):
            yield Toets(
                regel=regel,
                record=record.naam,
                veld="productcode",
                element=plan.element(record.naam, "productcode"),
                fout=alle(waar, samen),
                tekst="Diagnostiek en behandeling van sGGZ vraagt u hier niet samen aan.",
                bron=bron,
            )


def _sggz_codes(plan: Plan) -> tuple[list[str], list[str]]:
    """Give the codes of diagnostics and those of treatment."""
    groepen = {code: {groep for rij in rijen for groep in rij.groepen} for code, rijen in plan.index.producten.items()}
    alle_sggz = {code for code, van in groepen.items() if _GROEP_SGGZ in van}
    diagnostiek = sorted(code for code in alle_sggz if _GROEP_DIAGNOSTIEK in groepen[code])
    return diagnostiek, sorted(alle_sggz.difference(diagnostiek))


def _zonder_sggz(plan: Plan) -> str:
    if not plan.naslag.eigen_regels(SGGZ):
        return ""
    if not all(_sggz_codes(plan)):
        return "in deze parameterset staan geen productcodes voor sGGZ"
    return "of na diagnostiek behandeling nodig is, staat niet in het bericht"


def _sluit_uit(oordeel: Oordeel) -> bool:
    return {oordeel.waarde, *(w for g in oordeel.anders for w in waarden_van(g.geval))} <= _ALLEEN


REGELS: Final = (
    Schemaregel(("TR352", "TR353", SAMENSTELLING), ("317",), samenstelling, onder=(SAMENSTELLING,)),
    Schemaregel((WIJZIGINGEN,), ("317",), nieuw_product),
    Schemaregel(("TR380", INGANGSDATUM), ("317",), ingangsdatum),
    Schemaregel((SGGZ,), ("315",), sggz, rest=_zonder_sggz),
)
