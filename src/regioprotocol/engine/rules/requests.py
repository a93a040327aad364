"""What a request holds: composition, dates and references of a VOT (315) and a VOW (317)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.rules.parts import Productregel, productregels
from regioprotocol.engine.rules.registry import Berichtregel
from regioprotocol.parameterset.lookup import waarden_van

SAMENSTELLING: Final = "vow.samenstelling"
WIJZIGINGEN: Final = "vow.wijzigingen"
INGANGSDATUM: Final = "vow.ingangsdatum"
REFERENTIE: Final = "referentie.verzoek"
SGGZ: Final = "sggz_aanvraag"
_BESTAAND_EN_WIJZIGING: Final = "bestaand product en een wijziging"
_NIEUW_MAG: Final = frozenset({"product", "aanvullend product"})
_TOEKOMST: Final = "in de toekomst"
_PER_PRODUCT: Final = "per product"
_ALLEEN: Final = frozenset({"alleen diagnostiek", "alleen de behandelgroep"})
_GROEP_SGGZ: Final = "sggz"
_GROEP_DIAGNOSTIEK: Final = "diagnostiek"
_OPNIEUW: Final = "Stuur daarna het hele verzoek opnieuw."


def samenstelling(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for a product that is there and for a change (TR352, TR353)."""
    verzoek = ctx.bericht.client.verzoek if ctx.bericht.client else None
    oordeel = ctx.vraag(SAMENSTELLING)
    if verzoek is None or oordeel.waarde != _BESTAAND_EN_WIJZIGING:
        return
    if not verzoek.ongewijzigd and not verzoek.te_wijzigen:
        yield ctx.meld(
            "RP981",
            verzoek,
            "",
            "Dit verzoek om wijziging noemt geen product dat de cliënt al heeft.",
            regel="TR352",
            verwacht="minstens één OngewijzigdProduct of TeWijzigenProduct",
            oordeel=oordeel,
        )
    if not verzoek.te_wijzigen and not verzoek.nieuw:
        yield ctx.meld(
            "RP981",
            verzoek,
            "",
            "In dit verzoek om wijziging verandert niets.",
            regel="TR353",
            verwacht="minstens één TeWijzigenProduct of NieuwProduct",
            oordeel=oordeel,
        )


def nieuw_product(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a new product where a VOW may not ask for one (vow.wijzigingen)."""
    verzoek = ctx.bericht.client.verzoek if ctx.bericht.client else None
    oordeel = ctx.vraag(WIJZIGINGEN)
    if verzoek is None or not oordeel.waarden or oordeel.mist or _NIEUW_MAG.intersection(oordeel.waarden):
        return
    for nieuw in verzoek.nieuw:
        yield ctx.meld(
            "RP981",
            nieuw,
            "",
            "Met een VOW vraagt u hier geen nieuw product aan.",
            regel=WIJZIGINGEN,
            retourcode="",
            verwacht=", ".join(oordeel.waarden),
            oordeel=oordeel,
        )


def ingangsdatum(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for a start after the date of the message: of a new product (TR380), of a change where the set says so.

    Nationally a change may also start on the first day of its assignment (TR357); only that message can tell.
    """
    verzoek = ctx.bericht.client.verzoek if ctx.bericht.client else None
    dagtekening = ctx.bericht.header.dagtekening
    if verzoek is None or dagtekening is None:
        return
    for nieuw in verzoek.nieuw:
        if nieuw.gewenste_ingangsdatum is not None and nieuw.gewenste_ingangsdatum <= dagtekening:
            yield ctx.meld(
                "RP937",
                nieuw,
                "gewenste_ingangsdatum",
                "Een nieuw product gaat in na de dag van het bericht.",
                regel="TR380",
                verwacht=f"na {dagtekening.isoformat()}",
            )
    oordeel = ctx.vraag(INGANGSDATUM)
    if oordeel.waarde != _TOEKOMST or oordeel.mist:
        return
    for product in verzoek.te_wijzigen:
        if product.gewenste_ingangsdatum is not None and product.gewenste_ingangsdatum <= dagtekening:
            yield ctx.meld(
                "RP937",
                product,
                "gewenste_ingangsdatum",
                "Een wijziging gaat hier altijd in na de dag van het bericht. Landelijk mag het ook de oude "
                "ingangsdatum zijn (TR357).",
                regel=INGANGSDATUM,
                retourcode="",
                verwacht=f"na {dagtekening.isoformat()}",
                wat_nu=f"Kies een latere ingangsdatum. {_OPNIEUW}",
                oordeel=oordeel,
            )


def referentie(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for a reference of its own at every product of a VOT (TR383)."""
    client = ctx.bericht.client
    oordeel = ctx.vraag(REFERENTIE)
    if client is None or oordeel.waarde != _PER_PRODUCT:
        return
    gezien: dict[str, int] = {}
    for product in client.aangevraagd:
        if product.referentie_aanbieder is None:
            continue
        eerder = gezien.setdefault(product.referentie_aanbieder, product.regel_van("referentie_aanbieder"))
        if eerder != product.regel_van("referentie_aanbieder"):
            yield ctx.meld(
                "RP938",
                product,
                "referentie_aanbieder",
                "Twee aangevraagde producten hebben hetzelfde kenmerk (ReferentieAanbieder).",
                regel="TR383",
                verwacht="een eigen kenmerk per product",
                oordeel=oordeel,
                verwant=(ctx.verwante(eerder, "hier staat hetzelfde kenmerk"),),
            )


def sggz(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Keep diagnostics and treatment of sGGZ apart where a region says so (a rule of its own: ….sggz_aanvraag)."""
    for naam in ctx.naslag.eigen_regels(SGGZ):
        oordeel = ctx.vraag(naam)
        mogelijk = {oordeel.waarde, *(w for g in oordeel.anders for w in waarden_van(g.geval))}
        if not mogelijk <= _ALLEEN:
            continue
        diagnostiek: list[Productregel] = []
        behandeling: list[Productregel] = []
        for regel in productregels(ctx):
            groepen = ctx.groepen(regel.productcode)
            if _GROEP_SGGZ in groepen:
                (diagnostiek if _GROEP_DIAGNOSTIEK in groepen else behandeling).append(regel)
        for regel in diagnostiek:
            if behandeling:
                yield ctx.meld(
                    "RP981",
                    regel.deel,
                    "productcode",
                    "Diagnostiek en behandeling van sGGZ vraagt u hier niet samen aan.",
                    regel=naam,
                    retourcode="",
                    verwacht="alleen de behandelgroep, of alleen diagnostiek",
                    wat_nu="Is er behandeling nodig? Vraag dan alleen de behandelgroep aan.",
                    oordeel=oordeel,
                    verwant=(ctx.verwante(behandeling[0].deel.regel, "hier vraagt u behandeling aan"),),
                )
            elif oordeel.buiten:
                yield ctx.meld(
                    "RP932",
                    regel.deel,
                    "productcode",
                    "Alleen diagnostiek aanvragen mag als er daarna geen behandeling nodig is. Dat staat niet in het "
                    "bericht.",
                    regel=naam,
                    retourcode="",
                    oordeel=oordeel,
                )


REGELS: Final = (
    Berichtregel(("TR352", "TR353", SAMENSTELLING), ("317",), samenstelling),
    Berichtregel((WIJZIGINGEN,), ("317",), nieuw_product),
    Berichtregel(("TR380", INGANGSDATUM), ("317",), ingangsdatum),
    Berichtregel(("TR383", REFERENTIE), ("315",), referentie),
    Berichtregel((SGGZ,), ("315",), sggz),
)
