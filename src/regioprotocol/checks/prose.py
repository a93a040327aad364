"""RP5, prose: what chapters quote must exist, and a term that is typed can disagree with its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from regioprotocol.checks.context import Context, meld
from regioprotocol.checks.sources import controleer
from regioprotocol.diagnostics import Melding, Plaats, bedoelde_u
from regioprotocol.model.regel import Regel
from regioprotocol.model.regio import op_naam
from regioprotocol.model.werkmap import Regiogegevens
from regioprotocol.model.werkwijze import Werkwijze
from regioprotocol.model.woordenboek import Document, Woordenboek

_GETAL: Final = r"(?:[0-9]+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|dertig)"
_GETYPT: Final = re.compile(rf"\b({_GETAL} (?:werkdag(?:en)?|we(?:ek|ken)|maand(?:en)?))\b", re.IGNORECASE)


def hoofdstukken(context: Context) -> Iterator[Melding]:
    """Check every chapter: its source, the rules it quotes, and terms that are typed."""
    werkmap = context.werkmap
    landelijk = werkmap.woordenboek.documenten
    for werkwijze in werkmap.werkwijzen:
        yield from _hoofdstuk(werkwijze, werkmap.regels, landelijk, werkmap.woordenboek)
    for naam, gegevens in werkmap.regios.items():
        documenten = {**landelijk, **op_naam(gegevens.regio.register.documenten)}
        regels = werkmap.regels_van(naam)
        for werkwijze in gegevens.werkwijzen:
            yield from _hoofdstuk(werkwijze, regels, documenten, werkmap.woordenboek, _codes(gegevens))
        for route in gegevens.routes:
            for bron in route.bron:
                yield from controleer(bron, documenten, route.plaatsen.van("bron"))
            for stap in route.stappen:
                if stap.regel and stap.regel not in regels:
                    tekst = f"De regel '{stap.regel}' kennen we niet."
                    yield meld("RP201", stap.plaatsen.van("regel"), tekst, bedoelde_u(stap.regel, regels))


def _codes(gegevens: Regiogegevens) -> frozenset[str]:
    """Give the codes of a region's own: its products, and the municipalities of an invented region."""
    producten = gegevens.producten.producten if gegevens.producten else ()
    return frozenset({*(p.code for p in producten), *(g.code for g in gegevens.regio.gemeenten)})


def _hoofdstuk(
    werkwijze: Werkwijze,
    regels: Mapping[str, Regel],
    documenten: Mapping[str, Document],
    woordenboek: Woordenboek,
    eigen: frozenset[str] = frozenset(),
) -> Iterator[Melding]:
    bestand = werkwijze.plaatsen.bestand
    for bron in werkwijze.bron:
        yield from controleer(bron, documenten, werkwijze.plaatsen.van("bron"))
    for aanhaling in werkwijze.aanhalingen:
        plaats = Plaats(bestand, aanhaling.regelnummer, aanhaling.kolom)
        if aanhaling.regel not in regels:
            tekst = f"De tekst haalt de regel '{aanhaling.regel}' aan, maar die kennen we niet."
            yield meld("RP503", plaats, tekst, bedoelde_u(aanhaling.regel, regels))
        for sleutel, waarden in aanhaling.als:
            dimensie = woordenboek.dimensies.get(sleutel)
            if dimensie is None:
                tekst = f"De voorwaarde '{sleutel}' kennen we niet."
                yield meld("RP105", plaats, tekst, bedoelde_u(sleutel, woordenboek.dimensies, hoogstens=20))
                continue
            bekend = {*woordenboek.waarden_van(dimensie), *eigen}
            for waarde in waarden:
                if waarde not in bekend and not dimensie.vrij:
                    tekst = f"'{waarde}' kennen we niet bij {dimensie.titel.lower()}."
                    yield meld("RP106", plaats, tekst, bedoelde_u(waarde, bekend, hoogstens=20))
    for nummer, regel in enumerate(werkwijze.tekst.split("\n"), werkwijze.begin):
        for found in _GETYPT.finditer(regel):
            tekst = f"Hier staat '{found[1]}' als gewone tekst. Verandert de afspraak, dan blijft deze tekst achter."
            yield meld("RP504", Plaats(bestand, nummer, found.start() + 1), tekst)
