"""The routes of a region (the annexes of a protocol): each as a drawing and, in the same words, as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from regioprotocol.model.werkwijze import Route, Stap
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels
from regioprotocol.pages.route_drawing import Tekenstap, tekening
from regioprotocol.parameterset import zoek
from regioprotocol.report.answer import in_woorden
from regioprotocol.report.applies_to import geldt_voor
from regioprotocol.report.dutch import zin

TAB: Final = "routes/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapregel:
    """A step in words; *termijn* comes from the rule that lives at *adres*."""

    wie: str
    doet: str
    bericht: str
    termijn: str
    titel: str
    adres: str
    ontbreekt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Routeverslag:
    """A route for a page: its words, and its drawing when it has steps."""

    route: Route
    anker: str
    voor: str
    stappen: tuple[Stapregel, ...]
    tekening: Markup


def bestanden(_: Site, deel: Deel) -> Iterator[Bestand]:
    """Give the page with all routes."""
    routes = deel.snapshot.gegevens.routes if deel.snapshot.gegevens else ()
    yield pagina(
        f"{deel.pad}{TAB}",
        "routes.md",
        titel=f"Routes: {deel.titel}",
        omschrijving=f"Wie wat doet in {deel.titel}, in welke volgorde, met welk bericht en binnen welke termijn.",
        kruimels=kruimels(deel),
        deel=deel,
        tabs=TABS,
        tab=TAB,
        routes=[_verslag(deel, route) for route in routes],
    )


def _verslag(deel: Deel, route: Route) -> Routeverslag:
    stappen = tuple(_stap(deel, route, stap) for stap in route.stappen)
    anker = anchor(route.naam)
    te_tekenen = [
        Tekenstap(nummer, zin(stap.wie), stap.doet, stap.bericht and f"bericht {stap.bericht}", stap.termijn)
        for nummer, stap in enumerate(stappen, 1)
    ]
    return Routeverslag(
        route=route,
        anker=anker,
        voor=geldt_voor(deel.index, ((v.sleutel, v.waarden) for v in route.als)),
        stappen=stappen,
        tekening=tekening(f"t-{anker}", route.titel, te_tekenen) if te_tekenen else Markup(""),
    )


def _stap(deel: Deel, route: Route, stap: Stap) -> Stapregel:
    regel = deel.index.regels.get(stap.regel)
    termijn = ""
    if regel:
        feiten = {v.sleutel: frozenset(v.waarden) for v in (*route.als, *stap.als)}
        gevonden = zoek(deel.index, stap.regel, feiten, deel.op)
        termijn = in_woorden(deel.index, regel, gevonden)
    return Stapregel(
        wie=deel.snapshot.woordenboek.actoren.get(stap.wie, stap.wie),
        doet=stap.doet,
        bericht=stap.bericht,
        termijn=termijn,
        titel=regel.titel if regel else "",
        adres=regel_pad(deel, stap.regel) if regel else "",
        ontbreekt=stap.ontbreekt,
    )
