"""Assignments (301) beside the earlier ones of the same client: complete, and changed or new as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Final

from regioprotocol.engine.code_values import ADMINISTRATIEVE_CORRECTIE, TOTAAL
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import ToegewezenProduct
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import Casus, Reeks, Versie, casus_van, dag_van, ingetrokken, toegewezen_in
from regioprotocol.engine.wording import dagnaam

VOLLEDIGHEID: Final = "toewijzing.volledigheid"
NIEUW_OF_AANPASSEN: Final = "toewijzing.nieuw_of_aanpassen"
VERLAGEN: Final = "toewijzing.verlagen"
REDEN: Final = "toewijzing.reden_wijziging"
OPREKKEN: Final = "verlenging.oprekken"
TERUGWERKEND: Final = "intrekken.terugwerkend"
NUMMER: Final = "toewijzing.nummer"
_GELDEND: Final = "toewijzingen die op of na de aanmaakdatum gelden"
_NIEUW: Final = "nieuwe toewijzing"
_MET_INSTEMMING: Final = "met instemming"
_ALLEEN_GEWIJZIGDE: Final = "alleen gewijzigde toewijzingen"
_VERPLICHT: Final = "verplicht"
_MET_AKKOORD: Final = "met akkoord van de aanbieder"
_EEN_DAG: Final = timedelta(days=1)
# How the rules name what changes in an assignment.
_VELDEN: Final = {
    "categorie": "product",
    "productcode": "product",
    "volume": "volume",
    "eenheid": "eenheid",
    "frequentie": "frequentie",
    "budget": "budget",
    "einddatum": "einddatum",
}


def volledig(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask for every assignment of this client that still holds (OP087)."""
    for ctx in reeks.van_soort("301"):
        casus, client = casus_van(ctx), ctx.bericht.client
        dag = ctx.bericht.header.dagtekening
        oordeel = ctx.vraag(VOLLEDIGHEID)
        if casus is None or client is None or dag is None or _GELDEND not in oordeel.waarden:
            continue
        erin = {product.toewijzingnummer for product in client.toegewezen}
        for versie in reeks.actueel(casus, dag, voor=ctx):
            # Of two messages of one day the order has no meaning; the other may be the later one.
            if versie.dag == dag or versie.product.toewijzingnummer in erin:
                continue
            nummer = versie.product.toewijzingnummer
            yield ctx.meld(
                "RP962",
                client,
                "",
                f"Toewijzing {nummer} geldt nog en staat niet in dit bericht.",
                regel="OP087",
                verwacht=f"toewijzing {nummer}",
                gevonden="",
                oordeel=oordeel,
                verwant=(versie.ctx.verwante(versie.product.regel, "hier staat de toewijzing die ontbreekt"),),
            )


def gewijzigd(reeks: Reeks) -> Iterator[Bevinding]:
    """Compare every assignment with its previous version: what may change on the same number (OP257, OP298, OP299)."""
    for oud, nieuw in _opvolgend(reeks):
        if ingetrokken(nieuw) or nieuw.product.reden_wijziging == ADMINISTRATIEVE_CORRECTIE:
            continue
        anders = [v for v in _VELDEN if getattr(oud.product, v) != getattr(nieuw.product, v)]
        for woord in dict.fromkeys(_VELDEN[veld] for veld in anders):
            veld = next(v for v in anders if _VELDEN[v] == woord)
            yield from _mag_anders(oud, nieuw, veld, woord)
        yield from _zonder_reden(oud, nieuw, anders)


def _opvolgend(reeks: Reeks) -> Iterator[tuple[Versie, Versie]]:
    """Give every version of an assignment with the one before it, of the same client."""
    for versies in reeks.versies.values():
        for oud, nieuw in pairwise(versies):
            # Twice in one message is a rule of the message itself (TR332).
            if oud.ctx is not nieuw.ctx and casus_van(oud.ctx) == casus_van(nieuw.ctx):
                yield oud, nieuw


def _mag_anders(oud: Versie, nieuw: Versie, veld: str, woord: str) -> Iterator[Bevinding]:
    ctx, product = nieuw.ctx, nieuw.product
    feiten = {"veld": woord, "frequentie": oud.product.frequentie}
    oordeel = ctx.vraag(NIEUW_OF_AANPASSEN, None, **feiten)
    eerder = (oud.ctx.verwante(oud.product.regel, "hier staat de vorige versie"),)
    if oordeel.waarde == _NIEUW:
        yield ctx.meld(
            "RP963",
            product,
            veld,
            f"Met een ander {woord} hoort hier een nieuwe toewijzing."
            if woord in {"product", "volume"}
            else f"Met een andere {woord} hoort hier een nieuwe toewijzing.",
            regel="OP257",
            verwacht=str(getattr(oud.product, veld) or "leeg"),
            wat_nu="Sluit deze toewijzing af op de dag ervoor en stuur een nieuwe, met een eigen nummer.",
            oordeel=oordeel,
            verwant=eerder,
        )
    was, wordt = getattr(oud.product, veld), getattr(product, veld)
    verlaagd = woord in {"volume", "budget"} and was is not None and wordt is not None and wordt < was
    instemming = ctx.vraag(VERLAGEN, None, **feiten)
    if verlaagd and instemming.waarde == _MET_INSTEMMING:
        yield ctx.meld(
            "RP932",
            product,
            veld,
            f"Het {woord} wordt lager. Dat mag alleen als de aanbieder ermee instemt.",
            regel="OP298" if woord == "volume" else "OP299",
            verwacht=str(was),
            oordeel=instemming,
            verwant=eerder,
        )


def _zonder_reden(oud: Versie, nieuw: Versie, anders: list[str]) -> Iterator[Bevinding]:
    oordeel = nieuw.ctx.vraag(REDEN)
    if anders and nieuw.product.reden_wijziging is None and oordeel.waarde == _ALLEEN_GEWIJZIGDE:
        yield nieuw.ctx.meld(
            "RP963",
            nieuw.product,
            "reden_wijziging",
            "Deze toewijzing is veranderd, maar er staat geen reden bij.",
            regel="IV099",
            verwacht="een reden (RedenWijziging)",
            oordeel=oordeel,
            verwant=(oud.ctx.verwante(oud.product.regel_van(anders[0]), "hier staat hoe het was"),),
        )


def ingekort(reeks: Reeks) -> Iterator[Bevinding]:
    """An assignment that ends on a day that is past needs the consent of the provider (OP186)."""
    for oud, nieuw in _opvolgend(reeks):
        was, wordt = oud.product.einddatum, nieuw.product.einddatum
        dag = nieuw.ctx.bericht.header.dagtekening
        korter = wordt is not None and (was is None or wordt < was)
        if dag is None or wordt is None or not korter or wordt >= dag or ingetrokken(nieuw):
            continue
        oordeel = nieuw.ctx.vraag(TERUGWERKEND)
        if oordeel.waarde == _MET_AKKOORD:
            yield nieuw.ctx.meld(
                "RP932",
                nieuw.product,
                "einddatum",
                "De toewijzing eindigt nu in het verleden. Dat mag alleen als de aanbieder akkoord is.",
                regel="OP186",
                verwacht=was.isoformat() if was else "",
                oordeel=oordeel,
                verwant=(oud.ctx.verwante(oud.product.regel_van("einddatum"), "hier staat de vorige einddatum"),),
            )


def oprekken(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask for a later end on the old number, where only the end is new and the old end was not past (OP380)."""
    for ctx in reeks.van_soort("301"):
        casus, dag = casus_van(ctx), ctx.bericht.header.dagtekening
        if casus is None or dag is None or ctx.vraag(OPREKKEN).waarde != _VERPLICHT:
            continue
        for product in toegewezen_in(ctx):
            oud = _sluit_aan(reeks, casus, ctx, product)
            if oud is not None:
                yield ctx.meld(
                    "RP963",
                    product,
                    "ingangsdatum",
                    f"Dit is dezelfde zorg als toewijzing {oud.product.toewijzingnummer}, maar langer. Daarvoor hoort "
                    "een latere einddatum op dat nummer.",
                    regel="OP380",
                    verwacht=f"toewijzing {oud.product.toewijzingnummer} met de nieuwe einddatum",
                    wat_nu="Schuif de einddatum van de bestaande toewijzing op. Een stop en start zijn dan niet nodig.",
                    oordeel=ctx.vraag(OPREKKEN),
                    verwant=(oud.ctx.verwante(oud.product.regel_van("einddatum"), "hier eindigt de toewijzing"),),
                )


def _sluit_aan(reeks: Reeks, casus: Casus, ctx: Berichtcontext, product: ToegewezenProduct) -> Versie | None:
    """Give the assignment that this new one only prolongs: same product and size, not a total, end not past."""
    eerste = reeks.versies.get((casus.wet, casus.gemeente, product.toewijzingnummer or ""), ())
    if not eerste or eerste[0].ctx is not ctx or product.ingangsdatum is None or product.frequentie == TOTAAL:
        return None
    for versie in reeks.actueel(casus, dag_van(ctx), voor=ctx):
        oud = versie.product
        zelfde = all(
            getattr(oud, veld) == getattr(product, veld)
            for veld in ("categorie", "productcode", "volume", "eenheid", "frequentie", "budget")
        )
        if zelfde and oud.einddatum is not None and oud.einddatum + _EEN_DAG == product.ingangsdatum:
            return versie
    return None


def nummers(reeks: Reeks) -> Iterator[Bevinding]:
    """Refuse a number that another client or provider has (TR332)."""
    for versies in reeks.versies.values():
        van_wie = casus_van(versies[0].ctx)
        for versie in versies[1:]:
            if casus_van(versie.ctx) not in {van_wie, None}:
                yield versie.ctx.meld(
                    "RP967",
                    versie.product,
                    "toewijzingnummer",
                    "Dit toewijzingsnummer is al van een andere cliënt of aanbieder.",
                    regel="TR332",
                    verwacht="een eigen nummer",
                    oordeel=versie.ctx.vraag(NUMMER),
                    verwant=(versies[0].ctx.verwante(versies[0].product.regel_van("toewijzingnummer"), "hier"),),
                )
                break


def identificaties(reeks: Reeks) -> Iterator[Bevinding]:
    """Refuse an identification that the sender has used (TR056)."""
    gezien: dict[tuple[str, str | None, str], Berichtcontext] = {}
    for ctx in reeks.verzonden:
        header = ctx.bericht.header
        if header.identificatie is None:
            continue
        eerder = gezien.setdefault((header.wet, header.afzender, header.identificatie), ctx)
        if eerder is not ctx:
            op = eerder.bericht.header.dagtekening
            yield ctx.meld(
                "RP967",
                header,
                "identificatie",
                "Deze afzender heeft deze identificatie al gebruikt.",
                regel="TR056",
                verwacht="een nieuwe identificatie",
                verwant=(
                    eerder.verwante(
                        eerder.bericht.header.regel_van("identificatie"),
                        f"een {eerder.bericht.naam}{f' van {dagnaam(op)}' if op else ''}",
                    ),
                ),
            )


REGELS: Final = (
    Reeksregel(("OP087", VOLLEDIGHEID), volledig, nodig=(("301",), ("301",))),
    Reeksregel(
        ("OP257", "OP298", "OP299", "IV099", NIEUW_OF_AANPASSEN, VERLAGEN, REDEN), gewijzigd, nodig=(("301",), ("301",))
    ),
    Reeksregel(("OP186", TERUGWERKEND), ingekort, nodig=(("301",), ("301",))),
    Reeksregel(("OP380", OPREKKEN), oprekken, nodig=(("301",), ("301",))),
    Reeksregel(("TR332",), nummers, nodig=(("301",), ("301",))),
    Reeksregel(("TR056",), identificaties, nodig=((), ())),
)
