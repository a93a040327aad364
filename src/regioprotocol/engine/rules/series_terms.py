"""On time or not: every term of the set that a message keeps or misses, and what a term says about the messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from regioprotocol.engine.answers import producten_van
from regioprotocol.engine.deadlines import Beoordeling, Geheugen, Handeling, judge_term, uiterste_dag
from regioprotocol.engine.deliveries import Levering, Stand, eindstanden, is_tijdelijk
from regioprotocol.engine.events import STOP, VOW_REACTIE, handelingen
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import TeWijzigenProduct
from regioprotocol.engine.result import Termijnoordeel
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import Reeks, ingetrokken
from regioprotocol.engine.wording import dagnaam

DREMPEL: Final = "stop.tijdelijk.drempel"
TIJDIG: Final = "vow.tijdig"
_VOOR_DE_INGANG: Final = "zodat antwoord kan vóór de ingangsdatum"
_TE_LAAT: Final = "te laat"
_EEN_DAG: Final = timedelta(days=1)


def termijnen(reeks: Reeks) -> Iterator[Bevinding | Termijnoordeel]:
    """Give the outcome of every term, and a finding where something was late. The same outcome comes once."""
    gezien: set[Termijnoordeel] = set()
    laatste_dag, geheugen = reeks.laatste_dag, Geheugen()
    for handeling in handelingen(reeks):
        beoordeling = judge_term(handeling, reeks.tijden, laatste_dag, geheugen)
        if beoordeling is None or beoordeling.uitslag in gezien:
            continue
        gezien.add(beoordeling.uitslag)
        yield beoordeling.uitslag
        if beoordeling.uitslag.uitkomst == _TE_LAAT and not handeling.stil:
            yield _te_laat(handeling, beoordeling)


def _te_laat(handeling: Handeling, beoordeling: Beoordeling) -> Bevinding:
    ctx, uitslag = handeling.ctx, beoordeling.uitslag
    uiterlijk = uitslag.uiterlijk or date.max
    titel = ctx.naslag.index.regels[handeling.regel].titel
    return ctx.meld(
        "RP970",
        handeling.deel,
        handeling.veld,
        f"{titel}: {uitslag.oordeel}.",
        regel=handeling.regel,
        retourcode="",
        verwacht=f"uiterlijk {dagnaam(uiterlijk)}{_waarom(handeling, beoordeling)}",
        gevonden=dagnaam(uitslag.werkelijk) if uitslag.werkelijk else "",
        oordeel=beoordeling.oordeel,
    )


def _waarom(handeling: Handeling, beoordeling: Beoordeling) -> str:
    """Give the term in words: ' (5 werkdagen na de start van de zorg)'."""
    termijn = beoordeling.termijn
    if termijn is None or not termijn.gebeurtenis:
        return ""
    namen = {g.gebeurtenis: g.in_zin for g in handeling.ctx.naslag.index.parameterset.gebeurtenissen}
    return f" ({termijn.tekst} {termijn.richting} {namen.get(termijn.gebeurtenis, termijn.gebeurtenis)})"


def tijdig_verzoek(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask for a VOW so early that the answer can come before the first day (OP343).

    Counted from the day of the VOW: it cannot have been received earlier.
    """
    for ctx in reeks.van_soort("317"):
        verzoek, verzonden = ctx.bericht.client and ctx.bericht.client.verzoek, ctx.bericht.header.dagtekening
        oordeel = ctx.vraag(TIJDIG)
        if not verzoek or verzonden is None or oordeel.waarde != _VOOR_DE_INGANG:
            continue
        antwoord = uiterste_dag(ctx, VOW_REACTIE, verzonden, {})
        for product in producten_van(verzoek):
            gewenst = product.gewenste_ingangsdatum
            terug = isinstance(product, TeWijzigenProduct) and gewenst is not None and gewenst <= verzonden
            if antwoord is None or gewenst is None or terug or antwoord < gewenst:
                continue
            yield ctx.meld(
                "RP970",
                product,
                "gewenste_ingangsdatum",
                f"Deze VOW komt laat: de gemeente heeft tot en met {dagnaam(antwoord)} om te antwoorden.",
                regel="OP343",
                verwacht=f"een ingangsdatum vanaf {dagnaam(antwoord + _EEN_DAG)}",
                wat_nu="Overleg met de gemeente of de ingangsdatum haalbaar is.",
                oordeel=oordeel,
            )


def drempel(reeks: Reeks) -> Iterator[Bevinding]:
    """Say that a temporary stop was not needed: the care went on before the threshold of the region."""
    for stand in eindstanden(reeks):
        for levering, volgende in zip(stand.leveringen, stand.leveringen[1:], strict=False):
            yield from _te_kort(levering, volgende)


def _te_kort(levering: Levering, volgende: Levering) -> Iterator[Bevinding]:
    stop, hervat = levering.stops[-1] if levering.stops else None, volgende.start.deel.begindatum
    if stop is None or not is_tijdelijk(stop) or stop.deel.einddatum is None or hervat is None:
        return
    feiten = {"product": stop.deel.productcode, "productcategorie": stop.deel.categorie}
    oordeel = stop.ctx.vraag(DREMPEL, stop.deel.einddatum, **feiten)
    grens = uiterste_dag(stop.ctx, DREMPEL, stop.deel.einddatum, feiten)
    if grens is None or oordeel.mist or hervat > grens:
        return
    dagen = (hervat - stop.deel.einddatum).days - 1
    yield stop.ctx.meld(
        "RP972",
        stop.deel,
        "reden_beeindiging",
        f"De zorg lag {dagen} {'dag' if dagen == 1 else 'dagen'} stil. Zo'n korte onderbreking meldt u hier niet.",
        regel=DREMPEL,
        retourcode="",
        verwacht=f"een onderbreking tot na {dagnaam(grens)}",
        oordeel=oordeel,
        verwant=(volgende.start.ctx.verwante(volgende.start.deel.regel, "hier gaat de zorg verder"),),
    )


def zonder_stop(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask for a stop where the assignment has ended and the care had started (OP288).

    Only when the series goes on after the last day for that stop; it may also be missing from the folder.
    """
    for stand in eindstanden(reeks):
        yield from _nog_niet_gestopt(reeks, stand)


def _nog_niet_gestopt(reeks: Reeks, stand: Stand) -> Iterator[Bevinding]:
    loopt, laatste_dag = stand.loopt, reeks.laatste_dag
    if loopt is None or laatste_dag is None:
        return
    start = loopt.start
    versie = reeks.toewijzing(start.ctx, start.deel.toewijzingnummer, laatste_dag)
    einde = versie.product.einddatum if versie else None
    if versie is None or einde is None or ingetrokken(versie):
        return
    uiterlijk = uiterste_dag(start.ctx, STOP, einde, {"product": start.deel.productcode})
    if uiterlijk is not None and uiterlijk < laatste_dag:
        yield start.ctx.meld(
            "RP971",
            start.deel,
            "begindatum",
            "De toewijzing is afgelopen, maar bij deze start zit geen stop in de reeks.",
            regel="OP288",
            verwacht=f"een stop, uiterlijk {dagnaam(uiterlijk)}",
            verwant=(versie.ctx.verwante(versie.product.regel_van("einddatum"), "hier eindigt de toewijzing"),),
        )


REGELS: Final = (
    Reeksregel(("termijnen",), termijnen),
    Reeksregel(("OP343", TIJDIG), tijdig_verzoek, nodig=(("317",),)),
    Reeksregel((DREMPEL,), drempel, nodig=(("305",), ("307",))),
    Reeksregel(("OP288",), zonder_stop, nodig=(("301",), ("305",))),
)
