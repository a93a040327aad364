"""Requests (315, 317) beside the assignments and the other requests of a client, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple

from regioprotocol.engine.answers import VOT, VOW, Aanvraag, aanvragen, referenties, sleutel_van
from regioprotocol.engine.code_values import TOTAAL
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import Onderdeel, OngewijzigdProduct, TeWijzigenProduct, Verzoek
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import Casus, Reeks, Versie, casus_van, dag_van, ingetrokken

TEGELIJK: Final = "verzoek.tegelijk"
OMVANG: Final = "verzoek.omvang"
INGANGSDATUM: Final = "vow.ingangsdatum"
STAPELING: Final = "verzoek.stapeling"
WIJZIGINGEN: Final = "vow.wijzigingen"
REFERENTIE: Final = "referentie.verzoek"
_EEN_TEGELIJK: Final = "één per cliënt en aanbieder"
_HELE_PAKKET: Final = "hele gewenste pakket"
_OORSPRONKELIJK: Final = "in de toekomst of gelijk aan de oorspronkelijke ingangsdatum"
_NIET: Final = "niet toegestaan"
_OPNIEUW: Final = "Stuur daarna het hele verzoek opnieuw."
_TE_WIJZIGEN: Final = ("einddatum", "volume", "budget")


def kenmerken(reeks: Reeks) -> Iterator[Bevinding]:
    """Refuse a reference that an earlier request of this provider has (TR347)."""
    gezien: dict[tuple[str, str, str], tuple[Berichtcontext, Onderdeel]] = {}
    for ctx, deel, referentie in referenties(reeks):
        sleutel = sleutel_van(ctx, referentie)
        eerder, eerder_deel = gezien.setdefault((sleutel.wet, sleutel.aanbieder, referentie), (ctx, deel))
        if eerder is not ctx:
            yield ctx.meld(
                "RP967",
                deel,
                "referentie_aanbieder",
                "Dit kenmerk (ReferentieAanbieder) staat al in een eerder verzoek.",
                regel="TR347",
                verwacht="een nieuw kenmerk",
                oordeel=ctx.vraag(REFERENTIE),
                verwant=(eerder.verwante(eerder_deel.regel_van("referentie_aanbieder"), "hier staat het eerder"),),
            )


def tegelijk(reeks: Reeks) -> Iterator[Bevinding]:
    """Refuse a request while another of the same client and provider has no final answer (TR374)."""
    per_casus: dict[Casus, list[Aanvraag]] = {}
    for aanvraag in aanvragen(reeks).values():
        per_casus.setdefault(aanvraag.casus, []).append(aanvraag)
    for alle in per_casus.values():
        yield from _tegelijk(alle)


def _tegelijk(alle: list[Aanvraag]) -> Iterator[Bevinding]:
    gemeld: set[int] = set()
    for aanvraag in alle:
        ctx, dag = aanvraag.ctx, dag_van(aanvraag.ctx)
        oordeel = ctx.vraag(TEGELIJK)
        if oordeel.waarde != _EEN_TEGELIJK or id(ctx) in gemeld:
            continue
        open_ = next((a for a in alle if _loopt_nog(a, aanvraag, dag)), None)
        if open_ is not None:
            gemeld.add(id(ctx))
            yield ctx.meld(
                "RP965",
                aanvraag.deel,
                "referentie_aanbieder",
                f"Op een eerder verzoek ({open_.ctx.bericht.naam}) is nog niet geantwoord.",
                regel="TR374",
                verwacht="eerst een toewijzing (301) of een afwijzing (319)",
                oordeel=oordeel,
                verwant=(open_.ctx.verwante(open_.deel.regel, "hier staat het verzoek dat nog loopt"),),
            )


def _loopt_nog(eerder: Aanvraag, nieuw: Aanvraag, dag: date) -> bool:
    """Tell whether an earlier request has no final answer yet. One of the same day may be the later one."""
    return eerder.ctx is not nieuw.ctx and dag_van(eerder.ctx) < dag and eerder.eindantwoord(dag) is None


class Vow(NamedTuple):
    """A request for change beside the assignments that hold on its day."""

    reeks: Reeks
    ctx: Berichtcontext
    casus: Casus
    verzoek: Verzoek
    dag: date


def pakket(reeks: Reeks) -> Iterator[Bevinding]:
    """Compare a VOW with the assignments that still hold: all of them (TR349), and no others (TR350, TR351)."""
    for vow in _vows(reeks):
        yield from _ontbrekend(vow)
        yield from _onbekend(vow)
        yield from _stapeling(vow)
        for product in vow.verzoek.te_wijzigen:
            versie = reeks.toewijzing(vow.ctx, product.toewijzingnummer)
            if versie is not None and not ingetrokken(versie):
                yield from _wijziging(vow, product, versie)


def _vows(reeks: Reeks) -> Iterator[Vow]:
    """Give the VOWs of clients whose assignments the series has."""
    for ctx in reeks.van_soort("317"):
        casus, client, dag = casus_van(ctx), ctx.bericht.client, ctx.bericht.header.dagtekening
        if casus is None or client is None or client.verzoek is None or dag is None:
            continue
        if casus not in reeks.toewijzingsnummers:
            continue
        yield Vow(reeks, ctx, casus, client.verzoek, dag)


def _ontbrekend(vow: Vow) -> Iterator[Bevinding]:
    oordeel = vow.ctx.vraag(OMVANG)
    if oordeel.waarde != _HELE_PAKKET:
        return
    genoemd = {p.toewijzingnummer for p in _bestaand(vow.verzoek)}
    for versie in vow.reeks.actueel(vow.casus, vow.dag):
        nummer = versie.product.toewijzingnummer
        if nummer not in genoemd and versie.dag < vow.dag:
            yield vow.ctx.meld(
                "RP964",
                vow.verzoek,
                "",
                f"Toewijzing {nummer} geldt nog en staat niet in dit verzoek.",
                regel="TR349",
                verwacht=f"toewijzing {nummer}, gelijk of anders",
                gevonden="",
                wat_nu=f"Neem alle toewijzingen op die nog gelden. {_OPNIEUW}",
                oordeel=oordeel,
                verwant=(versie.ctx.verwante(versie.product.regel, "hier staat de toewijzing"),),
            )


def _bestaand(verzoek: Verzoek) -> tuple[OngewijzigdProduct | TeWijzigenProduct, ...]:
    return (*verzoek.ongewijzigd, *verzoek.te_wijzigen)


def _onbekend(vow: Vow) -> Iterator[Bevinding]:
    for regel, producten in (("TR350", vow.verzoek.ongewijzigd), ("TR351", vow.verzoek.te_wijzigen)):
        for product in producten:
            versie = vow.reeks.toewijzing(vow.ctx, product.toewijzingnummer)
            actueel = versie is not None and not ingetrokken(versie)
            if versie is not None and actueel and (versie.product.einddatum or date.max) >= vow.dag:
                continue
            waarom = "is er niet" if versie is None else "is verwijderd" if not actueel else "is al afgelopen"
            yield vow.ctx.meld(
                "RP964",
                product,
                "toewijzingnummer",
                f"Toewijzing {product.toewijzingnummer} {waarom} op de dag van dit verzoek.",
                regel=regel,
                verwacht="een toewijzing die nog geldt",
                wat_nu=f"Noem alleen toewijzingen die gelden. {_OPNIEUW}",
                verwant=(versie.ctx.verwante(versie.product.regel, "hier staat de toewijzing"),) if versie else (),
            )


def _wijziging(vow: Vow, product: TeWijzigenProduct, versie: Versie) -> Iterator[Bevinding]:
    """Judge what changes in one assignment: from when, which fields, and a size where one is asked."""
    oud, gewenst = versie.product, product.gewenste_ingangsdatum
    eerder = (versie.ctx.verwante(oud.regel, "hier staat de toewijzing"),)
    begin = oud.ingangsdatum
    if gewenst is not None and begin is not None and gewenst != begin:
        totaal = _anders(product, versie, "budget") or (oud.frequentie == TOTAAL and _anders(product, versie, "volume"))
        terug = gewenst <= vow.dag and vow.ctx.vraag(INGANGSDATUM).waarde == _OORSPRONKELIJK
        if totaal or terug:
            yield vow.ctx.meld(
                "RP964",
                product,
                "gewenste_ingangsdatum",
                "Wijzigt het budget of het totale volume, dan blijft de ingangsdatum die van de toewijzing."
                if totaal
                else "Deze datum is voorbij. Dan kan het alleen de ingangsdatum van de toewijzing zelf zijn.",
                regel="TR373" if totaal else "TR357",
                verwacht=begin.isoformat() if totaal else f"{begin.isoformat()}, of na {vow.dag.isoformat()}",
                wat_nu=f"Verbeter de gewenste ingangsdatum. {_OPNIEUW}",
                oordeel=vow.ctx.vraag(INGANGSDATUM),
                verwant=eerder,
            )
    if oud.productcode is not None and product.volume is None:
        yield vow.ctx.meld(
            "RP964",
            product,
            "volume",
            "De toewijzing heeft een productcode. Dan hoort er een omvang in het verzoek.",
            regel="TR411",
            verwacht="volume, eenheid en frequentie",
            wat_nu=f"Vul de omvang, ook als die gelijk blijft. {_OPNIEUW}",
            verwant=eerder,
        )
    oordeel = vow.ctx.vraag(WIJZIGINGEN, None, product=oud.productcode, productcategorie=oud.categorie)
    for veld in _TE_WIJZIGEN:
        if _anders(product, versie, veld) and oordeel.waarden and veld not in oordeel.waarden and not oordeel.mist:
            yield vow.ctx.meld(
                "RP964",
                product,
                veld,
                f"Dit kunt u hier niet met een VOW wijzigen: {veld}.",
                regel=WIJZIGINGEN,
                retourcode="",
                verwacht=", ".join(oordeel.waarden),
                oordeel=oordeel,
                verwant=eerder,
            )


def _anders(product: TeWijzigenProduct, versie: Versie, veld: str) -> bool:
    """Tell whether a VOW asks for another value. A size that it leaves out is not asked to change."""
    gevraagd = getattr(product, veld)
    return gevraagd != getattr(versie.product, veld) and (gevraagd is not None or veld == "einddatum")


class _Periode(NamedTuple):
    deel: Onderdeel
    product: tuple[str | None, str | None]
    begin: date
    eind: date | None


def _stapeling(vow: Vow) -> Iterator[Bevinding]:
    """Refuse one product in two periods that share a day, in the package that is asked for (TR361)."""
    oordeel = vow.ctx.vraag(STAPELING)
    if oordeel.waarde != _NIET:
        return
    perioden = [
        _Periode(n, (n.categorie, n.productcode), n.gewenste_ingangsdatum, n.einddatum)
        for n in vow.verzoek.nieuw
        if n.gewenste_ingangsdatum is not None
    ]
    nieuw = set(map(id, vow.verzoek.nieuw))
    for deel in _bestaand(vow.verzoek):
        versie = vow.reeks.toewijzing(vow.ctx, deel.toewijzingnummer)
        if versie is None:
            continue
        oud = versie.product
        anders = isinstance(deel, TeWijzigenProduct)
        begin = deel.gewenste_ingangsdatum if isinstance(deel, TeWijzigenProduct) else oud.ingangsdatum
        eind = deel.einddatum if isinstance(deel, TeWijzigenProduct) else oud.einddatum
        if begin is not None:
            perioden.append(_Periode(deel, (oud.categorie, oud.productcode), begin, eind if anders else oud.einddatum))
    for een, twee in combinations(perioden, 2):
        # Two new products are a rule of the message itself (TR410).
        beide_nieuw = id(een.deel) in nieuw and id(twee.deel) in nieuw
        if een.product == twee.product and not beide_nieuw and _samen(een, twee):
            yield vow.ctx.meld(
                "RP964",
                een.deel,
                "gewenste_ingangsdatum" if id(een.deel) in nieuw else "toewijzingnummer",
                "Dit product staat twee keer in het pakket, en de perioden overlappen.",
                regel="TR361",
                verwacht="perioden die elkaar niet overlappen",
                wat_nu=f"Laat de ene periode eindigen voordat de andere begint. {_OPNIEUW}",
                oordeel=oordeel,
                verwant=(vow.ctx.verwante(twee.deel.regel, "hier staat de andere periode"),),
            )


def _samen(een: _Periode, twee: _Periode) -> bool:
    return een.begin <= (twee.eind or date.max) and twee.begin <= (een.eind or date.max)


REGELS: Final = (
    Reeksregel(("TR347", REFERENTIE), kenmerken, nodig=((VOT, VOW), (VOT, VOW))),
    Reeksregel(("TR374", TEGELIJK), tegelijk, nodig=((VOT, VOW), (VOT, VOW))),
    Reeksregel(
        ("TR349", "TR350", "TR351", "TR357", "TR361", "TR373", "TR411", OMVANG, INGANGSDATUM, STAPELING, WIJZIGINGEN),
        pakket,
        nodig=((VOW,), ("301",)),
    ),
)
