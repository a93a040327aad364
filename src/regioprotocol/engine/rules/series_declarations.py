"""Declarations (323) beside assignments that changed, and beside the declarations before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from regioprotocol.engine.code_values import GEEN_AFKEUR
from regioprotocol.engine.context import Berichtcontext, gemeente_van
from regioprotocol.engine.declarations import CREDIT
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import Declaratie, Prestatie
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import Reeks, Versie, aanbieder_van, dag_van, ingetrokken
from regioprotocol.engine.wording import dagnaam

VOLGORDE: Final = "declaratieperiode.volgorde"
VOORAF: Final = "declaratie.toewijzing"
INTREKKEN: Final = "intrekken.declaraties"
_NIET_EERDER: Final = "dezelfde of een latere maand"
_VOORAF: Final = "vooraf"
_ZONDER_VERLIES: Final = "zonder verlies van rechtmatigheid"


def volgorde(reeks: Reeks) -> Iterator[Bevinding]:
    """Refuse a period before the last one that was declared to this municipality (OP284); the same one may come twice.

    Whether a month was skipped rightly depends on the care that was given: no message says that.
    """
    laatste: dict[tuple[str, str, str], tuple[Berichtcontext, Declaratie]] = {}
    for ctx, declaratie in _declaraties(reeks):
        sleutel = (ctx.bericht.header.wet, aanbieder_van(ctx.bericht), gemeente_van(ctx.bericht))
        begin, eerder = declaratie.begindatum, laatste.get(sleutel)
        if begin is None:
            continue
        if eerder is None or eerder[1].begindatum is None or begin >= eerder[1].begindatum:
            laatste[sleutel] = (ctx, declaratie)
            continue
        oordeel = ctx.vraag(VOLGORDE)
        if oordeel.waarde == _NIET_EERDER:
            yield ctx.meld(
                "RP968",
                declaratie,
                "begindatum",
                "Deze declaratieperiode ligt vóór een periode die u al heeft gedeclareerd.",
                regel="OP284",
                verwacht=f"{eerder[1].begindatum.isoformat()} of later",
                wat_nu="Neem zorg uit een eerdere maand op in een nieuwe declaratie, met de productperiode van toen.",
                oordeel=oordeel,
                verwant=(eerder[0].verwante(eerder[1].regel_van("begindatum"), "hier staat de latere periode"),),
            )


def vooraf(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask for the assignment before its declaration (OP276); a region may allow it afterwards for some products."""
    eerst = {sleutel: versies[0] for sleutel, versies in reeks.versies.items()}
    for ctx, declaratie in _declaraties(reeks):
        dag = dag_van(ctx)
        later = _van(ctx, {sleutel: v for sleutel, v in eerst.items() if v.dag > dag})
        if not later:
            continue  # the lines of a large declaration are read again only when it matters
        for prestatie in declaratie.prestaties():
            versie = later.get(prestatie.toewijzingnummer or "")
            if versie is None:
                continue
            oordeel = ctx.vraag(VOORAF, None, product=prestatie.productcode, productcategorie=prestatie.categorie)
            if oordeel.waarde == _VOORAF and not oordeel.mist:
                yield ctx.meld(
                    "RP968",
                    prestatie,
                    "toewijzingnummer",
                    f"De toewijzing kwam pas op {dagnaam(versie.dag)}, na deze declaratie.",
                    regel="OP276",
                    verwacht="eerst de toewijzing, dan de declaratie",
                    oordeel=oordeel,
                    verwant=(versie.ctx.verwante(versie.product.regel, "hier staat de toewijzing"),),
                )


class Gedeclareerd(NamedTuple):
    """A line that was declared and not refused or credited. *goed*: the answer accepted it, and came on that day."""

    ctx: Berichtcontext
    prestatie: Prestatie
    goed: date | None


def intrekken(reeks: Reeks) -> Iterator[Bevinding]:
    """Refuse to take back or shorten an assignment below what was declared on it (TR385, OP362, OP368)."""
    korter = {
        sleutel: (oud, nieuw)
        for sleutel, versies in reeks.versies.items()
        for oud, nieuw in pairwise(versies)
        if ingetrokken(nieuw) or _eerder_klaar(oud, nieuw)
    }
    if not korter:
        return
    regels = _gedeclareerd(reeks, set(korter))
    for sleutel, (_, nieuw) in korter.items():
        for regel in regels.get(sleutel, ()):
            if dag_van(regel.ctx) <= nieuw.dag and _valt_buiten(nieuw, regel.prestatie):
                yield _meld_intrekken(nieuw, regel)
                break


def _eerder_klaar(oud: Versie, nieuw: Versie) -> bool:
    was, wordt = oud.product.einddatum, nieuw.product.einddatum
    return wordt is not None and (was is None or wordt < was)


def _valt_buiten(versie: Versie, prestatie: Prestatie) -> bool:
    einde = versie.product.einddatum
    return ingetrokken(versie) or (
        einde is not None and prestatie.einddatum is not None and prestatie.einddatum > einde
    )


def _meld_intrekken(nieuw: Versie, regel: Gedeclareerd) -> Bevinding:
    weg = ingetrokken(nieuw)
    goed = regel.goed is not None and regel.goed <= nieuw.dag
    tekst = "Op deze toewijzing is al gedeclareerd na de nieuwe einddatum. Die productperiode past er niet meer in."
    nummer = "OP368"
    if weg:
        nummer = "TR385" if goed else "OP362"
        wat = "goedgekeurde declaratieregels" if goed else "declaratieregels"
        tekst = f"Op deze toewijzing zijn {wat}. Verwijderen kan dan niet."
    return nieuw.ctx.meld(
        "RP973",
        nieuw.product,
        "reden_wijziging" if weg else "einddatum",
        tekst,
        regel=nummer,
        oordeel=nieuw.ctx.vraag(INTREKKEN),
        verwant=(regel.ctx.verwante(regel.prestatie.regel, "hier staat de declaratieregel"),),
    )


def _gedeclareerd(
    reeks: Reeks, nummers: set[tuple[str, str, str]]
) -> Mapping[tuple[str, str, str], list[Gedeclareerd]]:
    """Give what was declared on these assignments, and stands: not refused by the 325, not credited."""
    gevonden: dict[tuple[str, str, str], dict[str, Gedeclareerd]] = {}
    for ctx, declaratie in _declaraties(reeks):
        goed, afgewezen, alles = _antwoord(reeks, ctx, declaratie)
        if alles:
            continue
        plaats = (ctx.bericht.header.wet, gemeente_van(ctx.bericht))
        for prestatie in declaratie.prestaties():
            sleutel = (*plaats, prestatie.toewijzingnummer or "")
            referentie = prestatie.referentienummer or ""
            if sleutel not in nummers or referentie in afgewezen:
                continue
            regels = gevonden.setdefault(sleutel, {})
            if prestatie.debet_credit == CREDIT:
                regels.pop(prestatie.vorig_referentienummer or "", None)
            else:
                regels[referentie] = Gedeclareerd(ctx, prestatie, goed)
    return {sleutel: list(regels.values()) for sleutel, regels in gevonden.items()}


def _antwoord(reeks: Reeks, ctx: Berichtcontext, declaratie: Declaratie) -> tuple[date | None, set[str], bool]:
    """Give the day of the answer, the references that it refuses, and whether it refuses all."""
    header = ctx.bericht.header
    for ander in reeks.van_soort("325"):
        antwoord = ander.bericht.declaratie
        if (
            antwoord is None
            or antwoord.nummer != declaratie.nummer
            or ander.bericht.header.ontvanger != header.afzender
        ):
            continue
        clienten = tuple(antwoord.clienten)
        codes = {c.code for c in (*ander.bericht.header.retourcodes, *antwoord.retourcodes)} - {None}
        alles = not codes <= GEEN_AFKEUR  # at the top, everything is refused (declaratie.herindienen)
        return dag_van(ander), {p.referentienummer or "" for client in clienten for p in client.prestaties}, alles
    return None, set(), False


def _van(ctx: Berichtcontext, versies: Mapping[tuple[str, str, str], Versie]) -> dict[str, Versie]:
    """Give the assignments of the law and municipality of a message, by number."""
    plaats = (ctx.bericht.header.wet, gemeente_van(ctx.bericht))
    return {nummer: v for (wet, gemeente, nummer), v in versies.items() if (wet, gemeente) == plaats}


def _declaraties(reeks: Reeks) -> Iterator[tuple[Berichtcontext, Declaratie]]:
    for ctx in reeks.van_soort("323"):
        if ctx.bericht.declaratie is not None:
            yield ctx, ctx.bericht.declaratie


REGELS: Final = (
    Reeksregel(("OP284", VOLGORDE), volgorde, nodig=(("323",), ("323",))),
    Reeksregel(("OP276", VOORAF), vooraf, nodig=(("301",), ("323",))),
    Reeksregel(("TR385", "OP362", "OP368", INTREKKEN), intrekken, nodig=(("301",), ("301",), ("323",))),
)
