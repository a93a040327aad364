"""Answers beside requests: a 319 (or a 301) names a request, answers it once, and a VOW is honoured as it was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from regioprotocol.engine.answers import VOT, VOW, Aanvraag, Reactie, Sleutel, aanvragen, sleutel_van
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding, Verwante
from regioprotocol.engine.records import TeWijzigenProduct, ToegewezenProduct, Verzoek
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import Reeks, aanbieder_van, casus_van, dag_van, toegewezen_in

AFWIJKEN: Final = "verzoek.afwijken"
BEOORDELING: Final = "verzoek.beoordeling"
REFERENTIE: Final = "referentie.toewijzing"
_NIET: Final = "niet toegestaan"
_ALS_GEHEEL: Final = "als geheel"
_OMVANG: Final = ("einddatum", "volume", "eenheid", "frequentie", "budget")


def antwoorden(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask a 319 for a reference that was asked (TR355), not answered before (TR359, TR360, TR365)."""
    gevraagd = aanvragen(reeks)
    wie_vroeg = {(s.wet, s.aanbieder) for s in gevraagd}
    for ctx in reeks.van_soort("319"):
        antwoord = ctx.bericht.antwoord
        if antwoord is None or antwoord.referentie_aanbieder is None:
            continue
        aanvraag = gevraagd.get(sleutel_van(ctx, antwoord.referentie_aanbieder))
        if aanvraag is None:
            if (ctx.bericht.header.wet, aanbieder_van(ctx.bericht)) in wie_vroeg:
                yield _onbekend(ctx, "TR355")
            continue
        if dag_van(ctx) < dag_van(aanvraag.ctx):
            yield _onbekend(ctx, "TR355")
            continue
        eerder = [r for r in aanvraag.reacties[: _plek(aanvraag, ctx)] if r.ctx is not ctx]
        yield from _al_beantwoord(ctx, aanvraag, eerder)


def _plek(aanvraag: Aanvraag, ctx: Berichtcontext) -> int:
    return next(i for i, r in enumerate(aanvraag.reacties) if r.ctx is ctx)


def _onbekend(ctx: Berichtcontext, regel: str) -> Bevinding:
    return ctx.meld(
        "RP966",
        ctx.bericht.antwoord or ctx.bericht.header,
        "referentie_aanbieder",
        "Deze referentie staat niet in een verzoek dat eerder is gestuurd.",
        regel=regel,
        verwacht="de referentie (ReferentieAanbieder) van een verzoek",
        gevonden="",
    )


def _al_beantwoord(ctx: Berichtcontext, aanvraag: Aanvraag, eerder: list[Reactie]) -> Iterator[Bevinding]:
    """Compare a 319 with what answered before: nothing, or only 'in onderzoek'."""
    antwoord = ctx.bericht.antwoord
    toegewezen = next((r for r in eerder if r.toegewezen), None)
    ander = next((r for r in eerder if not r.toegewezen), None)
    if antwoord is None:
        return
    nu = Reactie(ctx, antwoord)
    if toegewezen is not None:
        tekst = "Op dit verzoek is al een toewijzing gestuurd."
        if aanvraag.is_vow and ctx.vraag(BEOORDELING, None, bericht=VOW).waarde == _ALS_GEHEEL:
            tekst = "Op deze VOW is al een toewijzing gestuurd. Een VOW wordt als geheel toegekend of afgewezen."
        yield _dubbel(ctx, toegewezen, "TR359", tekst)
    if ander is not None and nu.in_onderzoek:
        yield _dubbel(ctx, ander, "TR360", "'In onderzoek' kan alleen als eerste antwoord.")
    elif ander is not None and not ander.in_onderzoek:
        yield _dubbel(ctx, ander, "TR365", "Dit verzoek is al afgewezen.")


def _dubbel(ctx: Berichtcontext, eerder: Reactie, regel: str, tekst: str) -> Bevinding:
    antwoord = ctx.bericht.antwoord
    return ctx.meld(
        "RP966",
        antwoord or ctx.bericht.header,
        "antwoord",
        tekst,
        regel=regel,
        wat_nu="Stuur geen tweede antwoord. Klopt het eerste niet? Neem contact op met de aanbieder.",
        verwant=(_verwant(eerder),),
    )


def _verwant(reactie: Reactie) -> Verwante:
    return reactie.ctx.verwante(reactie.deel.regel, "hier staat het eerdere antwoord")


def referenties(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask a 301 for a reference that this provider used for this client, when the series has its requests (TR379)."""
    gevraagd = aanvragen(reeks)
    vragers = {a.casus for a in gevraagd.values()}
    gezien: set[tuple[Sleutel, str | None]] = set()
    for ctx in reeks.van_soort("301"):
        casus = casus_van(ctx)
        for product in toegewezen_in(ctx):
            if product.referentie_aanbieder is None or casus not in vragers:
                continue
            sleutel = sleutel_van(ctx, product.referentie_aanbieder)
            aanvraag = gevraagd.get(sleutel)
            nieuw = (sleutel, product.toewijzingnummer) not in gezien
            gezien.add((sleutel, product.toewijzingnummer))
            bekend = aanvraag is not None and aanvraag.casus == casus and dag_van(aanvraag.ctx) <= dag_van(ctx)
            if nieuw and not bekend:
                yield ctx.meld(
                    "RP966",
                    product,
                    "referentie_aanbieder",
                    "Deze referentie staat niet in een verzoek voor deze cliënt.",
                    regel="TR379",
                    verwacht="de referentie van het verzoek, of niets",
                    oordeel=ctx.vraag(REFERENTIE, None, bericht=VOT),
                )


def gehonoreerd(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask for assignments just as a VOW asked for them (OP348)."""
    for aanvraag in aanvragen(reeks).values():
        verzoek = aanvraag.deel
        reactie = next((r for r in aanvraag.reacties if r.toegewezen), None)
        if not isinstance(verzoek, Verzoek) or reactie is None:
            continue
        if reactie.ctx.vraag(AFWIJKEN, None, bericht=VOW).waarde != _NIET:
            continue
        erin = {p.toewijzingnummer: p for p in toegewezen_in(reactie.ctx)}
        for gevraagd in verzoek.te_wijzigen:
            yield from _zoals_gevraagd(reeks, aanvraag, reactie, gevraagd, erin)


def _zoals_gevraagd(
    reeks: Reeks,
    aanvraag: Aanvraag,
    reactie: Reactie,
    gevraagd: TeWijzigenProduct,
    erin: Mapping[str | None, ToegewezenProduct],
) -> Iterator[Bevinding]:
    versie = reeks.toewijzing(aanvraag.ctx, gevraagd.toewijzingnummer)
    if versie is None:
        return
    kandidaten = [
        p
        for p in erin.values()
        if (p.categorie, p.productcode) == (versie.product.categorie, versie.product.productcode)
        and p.referentie_aanbieder == aanvraag.sleutel.referentie
    ]
    if not kandidaten or any(not _verschil(gevraagd, p) for p in kandidaten):
        return
    # What comes closest to the request is what was meant.
    dichtst = min(kandidaten, key=lambda p: len(_verschil(gevraagd, p)))
    veld = _verschil(gevraagd, dichtst)[0]
    ctx = reactie.ctx
    yield ctx.meld(
        "RP966",
        dichtst,
        veld,
        f"De toewijzing is anders dan in de VOW is gevraagd: {veld}.",
        regel="OP348",
        verwacht=str(getattr(gevraagd, veld) if getattr(gevraagd, veld) is not None else "leeg"),
        wat_nu="Ken de VOW toe zoals hij is gevraagd, of wijs hem in zijn geheel af (319).",
        oordeel=ctx.vraag(AFWIJKEN, None, bericht=VOW),
        verwant=(aanvraag.ctx.verwante(gevraagd.regel_van(veld), "hier staat wat is gevraagd"),),
    )


def _verschil(gevraagd: TeWijzigenProduct, product: ToegewezenProduct) -> list[str]:
    """Give the fields in which an assignment differs from what was asked; a size that was left out may be any."""
    return [
        veld
        for veld in _OMVANG
        if getattr(gevraagd, veld) != getattr(product, veld)
        and (veld == "einddatum" or getattr(gevraagd, veld) is not None)
    ]


REGELS: Final = (
    Reeksregel(("TR355", "TR359", "TR360", "TR365", BEOORDELING), antwoorden, nodig=((VOT, VOW), ("319",))),
    Reeksregel(("TR379", REFERENTIE), referenties, nodig=((VOT, VOW), ("301",))),
    Reeksregel(("OP348", AFWIJKEN), gehonoreerd, nodig=((VOW,), ("301",))),
)
