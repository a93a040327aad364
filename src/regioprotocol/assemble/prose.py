"""Chapters of prose with the values that they quote, and routes with their steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from regioprotocol.assemble.conditions import Woorden
from regioprotocol.assemble.item import Item
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.model.werkwijze import Aanhaling, Route, Stap, Werkwijze

# {{regel}} or {{regel als sleutel=waarde, sleutel=waarde}}
AANHALING: Final = re.compile(r"\{\{\s*([^\s{}]+)(?:\s+als\s+([^{}]*?))?\s*\}\}")


def lees_werkwijze(item: Item) -> Werkwijze:
    """Give a chapter; the keys came from its head, the text from below it."""
    tekst = item.node.get("tekst")
    tekst = tekst if isinstance(tekst, str) else ""
    begin = item.plaatsen.van("tekst").regelnummer
    return Werkwijze(
        titel=item.tekst("titel"),
        volgorde=int(item.tekst("volgorde", "0")),
        bron=item.teksten("bron"),
        dekt=item.teksten("dekt"),
        tekst=tekst,
        begin=begin,
        aanhalingen=tuple(_aanhalingen(tekst, begin)),
        plaatsen=item.plaatsen,
    )


def _aanhalingen(tekst: str, begin: int) -> Iterator[Aanhaling]:
    for nummer, regel in enumerate(tekst.split("\n"), begin):
        for found in AANHALING.finditer(regel):
            yield Aanhaling(
                regel=found[1], als=tuple(lees_feiten(found[2] or "")), regelnummer=nummer, kolom=found.start() + 1
            )


def lees_feiten(tekst: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Read the conditions of a quote: 'wet=Jw, verwijzer=02'."""
    for deel in filter(None, (stuk.strip() for stuk in tekst.split(","))):
        sleutel, _, waarde = (kant.strip() for kant in deel.partition("="))
        yield sleutel, (waarde,)


def lees_routes(item: Item, woorden: Woorden) -> Iterator[Route]:
    """Give the routes of a file. Unknown actors and messages are findings."""
    for route in item.onderdelen("routes"):
        yield Route(
            naam=route.tekst("route"),
            titel=route.tekst("titel"),
            bron=route.teksten("bron"),
            als=woorden.lees(route)[0],
            dekt=route.teksten("dekt"),
            opmerking=route.tekst("opmerking"),
            ontbreekt="stand" in route,
            stappen=tuple(_stap(stap, woorden) for stap in route.onderdelen("stappen")),
            plaatsen=route.plaatsen,
        )


def _stap(item: Item, woorden: Woorden) -> Stap:
    wie, bericht = item.tekst("wie"), item.tekst("bericht")
    actoren, berichten = woorden.woordenboek.actoren, woorden.woordenboek.berichten
    if wie not in actoren:
        item.meld("RP106", "wie", f"'{wie}' kennen we niet bij wie een stap doet.", bedoelde_u(wie, actoren))
    if bericht and bericht not in berichten:
        item.meld("RP206", "bericht", f"Bericht {bericht} kennen we niet.", bedoelde_u(bericht, berichten))
    return Stap(
        wie=wie,
        doet=item.tekst("doet"),
        bericht=bericht,
        regel=item.tekst("regel"),
        als=woorden.lees(item)[0],
        ontbreekt="stand" in item,
        plaatsen=item.plaatsen,
    )
