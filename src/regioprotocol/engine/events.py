"""Which message does what a term asks, and which field dates the event that it runs from.

The one table of the engine that ties terms to messages: the set names terms and events, messages have fields, and the
sources tie them in words only. A term that is not here is about something that no message does (paying, calling), and
is not judged. A rule that a region made itself is judged when its event is a field of a request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from regioprotocol.engine.answers import VOT, VOW, Aanvraag, aanvragen, producten_van
from regioprotocol.engine.code_values import WOONPLAATSBEGINSEL
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.deadlines import Handeling, Moment
from regioprotocol.engine.deliveries import Stand, is_tijdelijk, is_verwijdering, speel
from regioprotocol.engine.records import AangevraagdProduct, Antwoord
from regioprotocol.engine.rules.parts import productregels
from regioprotocol.engine.seen import gezien_in
from regioprotocol.engine.series import Reeks, Regie, Versie, casus_van, dag_van, ingetrokken

START: Final = "start.termijn"
STOP: Final = "stop.termijn"
VERVAL: Final = "toewijzing.vervaltermijn"
VOT_REACTIE: Final = "vot.reactietermijn"
VOW_REACTIE: Final = "vow.reactietermijn"
_TERUGWERKEND: Final = "terugwerkend"
_NA_TIJDELIJK: Final = "definitief na tijdelijk"
_BESTAAT: Final = ("uitvoeringsvariant=taakgericht",)  # then there would be no such message
_UIT_VERZOEK: Final = "gewenste ingangsdatum"
_EEN_BERICHT: Final = "één bericht"


def handelingen(reeks: Reeks) -> Iterator[Handeling]:
    """Give everything in the series that a term may be about."""
    for soort in _SOORTEN:
        yield from soort(reeks)


def _starten(reeks: Reeks) -> Iterator[Handeling]:
    """A start is reported after the care began, or after the assignment that came later (OP271)."""
    for stand, regel in speel(reeks):
        if regel.is_stop or is_verwijdering(regel) or _corrigeert(stand, regel):
            continue
        begin = regel.deel.begindatum
        eerste = _eerste_toewijzing(reeks, regel)
        terug = begin is not None and eerste is not None and begin < eerste.dag
        momenten = _momenten({"start zorg": begin})
        if eerste is not None:
            momenten["ontvangst 301"] = Moment(eerste.dag, minstens=True)
        yield Handeling(
            regel=START,
            ctx=regel.ctx,
            deel=regel.deel,
            veld="begindatum",
            gedaan=_gedaan(regel.ctx),
            momenten=momenten,
            over=(eerste.ctx,) if eerste else (),
            feiten={"product": regel.deel.productcode, "productcategorie": regel.deel.categorie},
            situaties=(_TERUGWERKEND,) if terug else (),
            weerlegd=() if terug or eerste is None else (f"situatie={_TERUGWERKEND}",),
        )


def _stoppen(reeks: Reeks) -> Iterator[Handeling]:
    """A stop is reported after the care ended; a final one after a temporary one when that is known (OP272)."""
    for stand, regel in speel(reeks):
        if not regel.is_stop or is_verwijdering(regel) or _corrigeert(stand, regel):
            continue
        levering = stand.met_begin(regel)
        na = levering is not None and any(is_tijdelijk(stop) for stop in levering.stops) and not is_tijdelijk(regel)
        yield Handeling(
            regel=STOP,
            ctx=regel.ctx,
            deel=regel.deel,
            veld="einddatum",
            gedaan=_gedaan(regel.ctx),
            momenten=_momenten({"einde zorg": regel.deel.einddatum}),
            feiten={"product": regel.deel.productcode, "productcategorie": regel.deel.categorie},
            situaties=(_NA_TIJDELIJK,) if na else (),
            weerlegd=() if na or levering is None else (f"situatie={_NA_TIJDELIJK}",),
        )


def _corrigeert(stand: Stand, regel: Regie) -> bool:
    """Tell whether a start or stop replaces one that was deleted: the first was perhaps in time."""
    return any(oud.is_stop == regel.is_stop for oud in stand.verwijderd)


def _toewijzingen(reeks: Reeks) -> Iterator[Handeling]:
    """An assignment lapses when no start comes; how long it may be, and how soon it comes after a referral."""
    starts: dict[tuple[str, str, str], Regie] = {}
    for (casus, nummer), regels in reeks.regie.items():
        for regel in regels:
            if not regel.is_stop and not is_verwijdering(regel):
                starts.setdefault((casus.wet, casus.gemeente, nummer), regel)
    for sleutel, versies in reeks.versies.items():
        eerste, laatste = versies[0], versies[-1]
        feiten = {"product": laatste.product.productcode, "productcategorie": laatste.product.categorie}
        if not ingetrokken(laatste):
            gestart = starts.get(sleutel)
            yield Handeling(
                regel=VERVAL,
                ctx=gestart.ctx if gestart else eerste.ctx,
                deel=gestart.deel if gestart else eerste.product,
                veld="begindatum" if gestart else "toewijzingsdatum",
                gedaan=_gedaan(gestart.ctx) if gestart else None,
                momenten=_momenten({"toewijzing": eerste.product.toewijzingsdatum}),
                feiten=feiten,
            )
        if eerste.product.referentie_aanbieder is None:
            yield Handeling(
                regel="toewijzing.termijn_na_verwijzing",
                ctx=eerste.ctx,
                deel=eerste.product,
                veld="toewijzingsdatum",
                gedaan=_gedaan(eerste.ctx),
                feiten=feiten,
            )


def _duur(reeks: Reeks) -> Iterator[Handeling]:
    """How long an assignment may be: a finding of the message itself, here only the outcome."""
    for ctx in reeks.van_soort("301", "315"):
        for product in productregels(ctx):
            if product.eind is not None:
                yield Handeling(
                    regel="toewijzing.maximale_duur",
                    ctx=ctx,
                    deel=product.deel,
                    veld=product.veld_eind,
                    gedaan=product.eind,
                    momenten=_momenten({"ingangsdatum toewijzing": product.begin}),
                    feiten=product.feiten,
                    stil=True,
                )


def _verzoeken(reeks: Reeks) -> Iterator[Handeling]:
    """A request is sent in time, and answered in time: at once or after an investigation."""
    for aanvraag in aanvragen(reeks).values():
        feiten = _feiten(aanvraag)
        if not aanvraag.is_vow:
            yield Handeling(
                regel="vot.indientermijn",
                ctx=aanvraag.ctx,
                deel=aanvraag.deel,
                gedaan=_gedaan(aanvraag.ctx),
                feiten=feiten,
                weerlegd=_BESTAAT,
            )
        yield from _antwoorden(aanvraag, feiten)


def _antwoorden(aanvraag: Aanvraag, feiten: Mapping[str, str | None]) -> Iterator[Handeling]:
    verzonden = dag_van(aanvraag.ctx)
    soort = aanvraag.ctx.bericht.header.soort
    ontvangst = {f"ontvangst {soort}": Moment(verzonden, minstens=True)}
    eerste = aanvraag.reacties[0] if aanvraag.reacties else None
    yield Handeling(
        regel=VOW_REACTIE if aanvraag.is_vow else VOT_REACTIE,
        ctx=eerste.ctx if eerste else aanvraag.ctx,
        deel=eerste.deel if eerste else aanvraag.deel,
        gedaan=_gedaan(eerste.ctx) if eerste else None,
        momenten=ontvangst,
        over=(aanvraag.ctx,),
        feiten=feiten,
    )
    if eerste is not None and eerste.in_onderzoek:
        eind = aanvraag.eindantwoord()
        yield Handeling(
            regel="verzoek.onderzoekstermijn",
            ctx=eind.ctx if eind else eerste.ctx,
            deel=eind.deel if eind else eerste.deel,
            gedaan=_gedaan(eind.ctx) if eind else None,
            momenten={"dagtekening verzoek": Moment(verzonden)},
            feiten=feiten,
        )
    for reactie in () if aanvraag.is_vow else aanvraag.reacties:
        if isinstance(reactie.deel, Antwoord) and reactie.deel.reden_afwijzing == WOONPLAATSBEGINSEL:
            yield Handeling(
                regel="vot.woonplaatstermijn",
                ctx=reactie.ctx,
                deel=reactie.deel,
                veld="reden_afwijzing",
                gedaan=_gedaan(reactie.ctx),
                momenten=ontvangst,
                over=(aanvraag.ctx,),
                feiten=feiten,
            )


def _declaraties(reeks: Reeks) -> Iterator[Handeling]:
    """A declaration is sent in time and answered in time; the oldest line says how old the care is."""
    antwoorden = {
        (ctx.bericht.header.wet, ctx.bericht.header.ontvanger, ctx.bericht.declaratie.nummer): ctx
        for ctx in reversed(tuple(reeks.van_soort("325")))
        if ctx.bericht.declaratie is not None
    }
    for ctx in reeks.van_soort("323"):
        declaratie = ctx.bericht.declaratie
        if declaratie is None:
            continue
        gedaan = declaratie.dagtekening or _gedaan(ctx)
        gezien = ctx.gezien or gezien_in(declaratie)
        for product in gezien.producten or (None,):
            yield Handeling(
                regel="declaratie.indientermijn",
                ctx=ctx,
                deel=declaratie,
                veld="dagtekening",
                gedaan=gedaan,
                momenten=_momenten({"einde declaratieperiode": declaratie.einddatum}),
                feiten={"product": product},
                weerlegd=_BESTAAT,
            )
        yield Handeling(
            regel="declaratie.uiterste_grens",
            ctx=ctx,
            deel=declaratie,
            veld="dagtekening",
            gedaan=gedaan,
            momenten=_momenten({"einde productperiode": gezien.oudste}),
            stil=True,
        )
        antwoord = antwoorden.get((ctx.bericht.header.wet, ctx.bericht.header.afzender, declaratie.nummer))
        if antwoord is not None and dag_van(antwoord) < dag_van(ctx):
            antwoord = None  # an answer to another declaration: it came first
        yield Handeling(
            regel="declaratie.antwoordtermijn",
            ctx=antwoord or ctx,
            deel=antwoord.bericht.header if antwoord else declaratie,
            veld="dagtekening" if antwoord else "nummer",
            gedaan=_gedaan(antwoord) if antwoord else None,
            momenten={"ontvangst 323": Moment(dag_van(ctx), minstens=True)},
            over=(ctx,),
        )


def _retouren(reeks: Reeks) -> Iterator[Handeling]:
    """A return message comes soon after receipt (OP090). One that is not in the series may still have been sent."""
    for ctx in reeks.berichten:
        retour = reeks.retour_van(ctx)
        if retour is not None:
            yield Handeling(
                regel="retour.termijn",
                ctx=retour,
                deel=retour.bericht.header,
                veld="dagtekening_retour",
                gedaan=retour.bericht.header.dagtekening_retour,
                momenten={"ontvangst bericht": Moment(dag_van(ctx), minstens=True)},
                over=(ctx,),
            )


def _eigen_regels(reeks: Reeks) -> Iterator[Handeling]:
    """A region's own term around the date that a request asks for ('8 weken voor gewenste ingangsdatum')."""
    for ctx in reeks.van_soort(VOW):
        verzoek = ctx.bericht.client.verzoek if ctx.bericht.client else None
        eigen = [
            regel.regel
            for regel in ctx.naslag.index.parameterset.termijnen
            if regel.toetsbaar == _EEN_BERICHT and VOW in regel.berichten
        ]
        for product in producten_van(verzoek) if verzoek else ():
            gewenst = product.gewenste_ingangsdatum
            if gewenst is None or gewenst <= dag_van(ctx):
                continue  # the first day of the assignment itself: nothing is asked for later
            for regel in eigen:
                yield Handeling(
                    regel=regel,
                    ctx=ctx,
                    deel=product,
                    veld="gewenste_ingangsdatum",
                    gedaan=_gedaan(ctx),
                    momenten={_UIT_VERZOEK: Moment(gewenst)},
                )


def _eerste_toewijzing(reeks: Reeks, regel: Regie) -> Versie | None:
    """Give the first version of the assignment that a start is about."""
    header = regel.ctx.bericht.header
    casus = casus_van(regel.ctx)
    gemeente = casus.gemeente if casus else ""
    versies = reeks.versies.get((header.wet, gemeente, regel.deel.toewijzingnummer or ""), ())
    return versies[0] if versies else None


def _feiten(aanvraag: Aanvraag) -> dict[str, str | None]:
    deel = aanvraag.deel
    feiten: dict[str, str | None] = {"bericht": VOW if aanvraag.is_vow else VOT}
    if isinstance(deel, AangevraagdProduct):
        feiten |= {"product": deel.productcode, "productcategorie": deel.categorie, "verwijzer": deel.verwijzer}
    return feiten


def _gedaan(ctx: Berichtcontext) -> date | None:
    return ctx.bericht.header.dagtekening


def _momenten(dagen: Mapping[str, date | None]) -> dict[str, Moment]:
    return {gebeurtenis: Moment(dag) for gebeurtenis, dag in dagen.items() if dag is not None}


_SOORTEN: Final[tuple[Callable[[Reeks], Iterator[Handeling]], ...]] = (
    _verzoeken,
    _toewijzingen,
    _duur,
    _starten,
    _stoppen,
    _declaraties,
    _retouren,
    _eigen_regels,
)
