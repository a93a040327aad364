"""The whole document: cover, parts A to C, the page to sign, and the annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regioprotocol.document.annexes import bijlagen, ondertekening
from regioprotocol.document.chapters import andere_regels, hoofdstukken
from regioprotocol.document.general import algemeen
from regioprotocol.document.records import Document, Sectie
from regioprotocol.document.source import Bron
from regioprotocol.document.versions import is_onofficieel, kenmerken, status, waarschuwingen, watermerk

TITEL = "Regionaal administratieprotocol"
ONDERTITEL = "Afspraken over toewijzen, starten, stoppen en declareren met iWmo en iJw"


def bouw(bron: Bron) -> Document:
    """Give the document of a region. The same workspace and day give the same document."""
    deel_b, deel_c = tuple(hoofdstukken(bron)), tuple(andere_regels(bron))
    nummers = dict(_nummers((*deel_b, *deel_c)))
    deel_a = tuple(algemeen(bron, nummers))
    return Document(
        titel=f"{TITEL} {bron.regio.titel}",
        naam=TITEL,
        ondertitel=ONDERTITEL,
        regio=bron.regio.titel,
        versie=bron.versie.nummer if bron.versie else "nog geen",
        status=status(bron),
        op=bron.op,
        digest=bron.index.parameterset.digest,
        watermerk=watermerk(bron),
        onofficieel=is_onofficieel(bron),
        kenmerken=tuple(kenmerken(bron)),
        waarschuwingen=tuple(waarschuwingen(bron)),
        delen=tuple(_delen(bron, deel_a, deel_b, deel_c)),
    )


def _delen(bron: Bron, a: tuple[Sectie, ...], b: tuple[Sectie, ...], c: tuple[Sectie, ...]) -> Iterator[Sectie]:
    yield Sectie(nummer="Deel A", titel="Algemeen", secties=a, nieuwe_pagina=True)
    if b:
        yield Sectie(nummer="Deel B", titel="Het protocol per hoofdstuk", secties=b, nieuwe_pagina=True)
    yield Sectie(nummer="Deel C", titel="Alle andere regels per onderwerp", secties=c, nieuwe_pagina=True)
    yield ondertekening(bron)
    yield from bijlagen(bron)


def _nummers(secties: Iterable[Sectie]) -> Iterator[tuple[str, str]]:
    """Give the paragraph of every rule, in the order of the document."""
    for sectie in secties:
        if sectie.regel:
            yield sectie.regel, sectie.nummer
        yield from _nummers(sectie.secties)
