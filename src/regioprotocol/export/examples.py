"""Look-ups with their answers, at every boundary and with facts missing: what an engine proves itself with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Final

from msgspec import Struct

from regioprotocol.parameterset import Feiten, Index, Parameterset, zoek
from regioprotocol.parameterset.lookup import alle_regels
from regioprotocol.parameterset.records import ElkeRegel, ElkGeval, TermijnRegel, Voorwaarde

FORMAAT: Final = "voorbeelden/1"
_MEESTE_VARIANTEN: Final = 6


class Voorbeeld(Struct, frozen=True, kw_only=True):
    """Wie deze regel opzoekt met deze feiten op deze dag, hoort dit antwoord te krijgen."""

    regel: str
    feiten: tuple[Voorwaarde, ...]
    op: str
    stand: str
    waarden: tuple[str, ...]
    geval: str


class Voorbeelden(Struct, frozen=True, kw_only=True):
    """Opzoekvoorbeelden bij één parameterset."""

    formaat: str
    regio: str
    versie: str
    digest: str
    voorbeelden: tuple[Voorbeeld, ...]


def voorbeelden(parameterset: Parameterset) -> Voorbeelden:
    """Give the examples of a set."""
    index = Index.van(parameterset)
    laatste = _laatste_begin(parameterset)
    uniek: dict[tuple[str, str, tuple[Voorwaarde, ...]], Voorbeeld] = {}
    for regel in alle_regels(parameterset):
        for feiten in _feiten(index, regel):
            for op in _dagen(regel, laatste):
                rij = tuple(Voorwaarde(sleutel=s, waarden=tuple(sorted(feiten[s]))) for s in sorted(feiten))
                uitkomst = zoek(index, regel.regel, feiten, op)
                uniek[regel.regel, op.isoformat(), rij] = Voorbeeld(
                    regel=regel.regel,
                    feiten=rij,
                    op=op.isoformat(),
                    stand=uitkomst.stand,
                    waarden=uitkomst.waarden,
                    geval=uitkomst.geval,
                )
    return Voorbeelden(
        formaat=FORMAAT,
        regio=parameterset.regio,
        versie=parameterset.versie,
        digest=parameterset.digest,
        voorbeelden=tuple(uniek.values()),
    )


def _laatste_begin(parameterset: Parameterset) -> date:
    """Give the day on which everything in the set has begun: a day from the data, never from the clock."""
    begin = [g.vanaf for regel in alle_regels(parameterset) for g in regel.gevallen if isinstance(g.vanaf, str)]
    return date.fromisoformat(max(begin, default=f"{parameterset.kalender.eerste_jaar}-01-01"))


def _dagen(regel: ElkeRegel, laatste: date) -> list[date]:
    """Give the days on both sides of every boundary of the rule's cases, and the last that begins in the set."""
    dagen = {laatste}
    for geval in regel.gevallen:
        if isinstance(geval.vanaf, str):
            begin = date.fromisoformat(geval.vanaf)
            dagen |= {begin, begin - timedelta(days=1)}
        if isinstance(geval.tot_en_met, str):
            einde = date.fromisoformat(geval.tot_en_met)
            dagen |= {einde, einde + timedelta(days=1)}
    return sorted(dagen)


def _feiten(index: Index, regel: ElkeRegel) -> Iterator[Feiten]:
    """Give facts that meet each case, the same with one fact missing, and no facts at all."""
    yield {}
    for geval in regel.gevallen:
        for volledig in _vervuld(geval):
            yield volledig
            for weg in volledig:
                yield {sleutel: waarden for sleutel, waarden in volledig.items() if sleutel != weg}
        for gemeente in _gemeenten(index):
            for volledig in _vervuld(geval, hoogstens=1):
                yield {**volledig, "gemeente": frozenset({gemeente})}
    if isinstance(regel, TermijnRegel) and isinstance(regel.uit_product, str):
        for code in index.producten:
            yield {"product": frozenset({code})}


def _vervuld(geval: ElkGeval, hoogstens: int = _MEESTE_VARIANTEN) -> Iterator[dict[str, frozenset[str]]]:
    for nummer, keuze in enumerate(product(*(v.waarden for v in geval.als))):
        if nummer == hoogstens:
            return
        feiten: dict[str, frozenset[str]] = {}
        for voorwaarde, waarde in zip(geval.als, keuze, strict=True):
            feiten[voorwaarde.sleutel] = feiten.get(voorwaarde.sleutel, frozenset()) | {waarde}
        yield feiten


def _gemeenten(index: Index) -> list[str]:
    """Give one municipality that takes part, and a code that no municipality has."""
    deelname = index.parameterset.deelname
    return [deelname[0].gemeente, "0000"] if deelname else []
