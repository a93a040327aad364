"""All regions with their status and version, and by name those of which we have no protocol."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.municipalities import Plaats, plaatsen
from regioprotocol.pages.records import Bestand, Deel, Site


@dataclass(frozen=True, slots=True)
class Tegel:
    """A region with its municipalities on the day that its pages are about."""

    deel: Deel
    gemeenten: tuple[Plaats, ...]


@dataclass(frozen=True, slots=True)
class Onbekend:
    """A jeugdregio of the national list of which we have nothing yet."""

    naam: str
    gemeenten: tuple[Plaats, ...]


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page with every region: those that we have, and those that we do not."""
    alle = plaatsen(site)
    tegels = tuple(
        Tegel(deel, tuple(plaats for plaats in alle if any(r.naam == deel.naam for r in plaats.regios)))
        for deel in site.regios
    )
    echt = [tegel for tegel in tegels if not _verzonnen(tegel.deel)]
    yield pagina(
        "regios/",
        "regions.md",
        titel="Regio's",
        omschrijving="De regio's met een protocol, met versie en status, en de regio's die nog ontbreken.",
        kruimels=(START,),
        tegels=[*echt, *(tegel for tegel in tegels if _verzonnen(tegel.deel))],
        onbekend=_onbekend(alle),
    )


def _verzonnen(deel: Deel) -> bool:
    return bool(deel.snapshot.regio and deel.snapshot.regio.voorbeeld)


def _onbekend(alle: tuple[Plaats, ...]) -> list[Onbekend]:
    """Give the jeugdregio's in which no municipality has a protocol here."""
    per_regio: dict[str, list[Plaats]] = {}
    for plaats in alle:
        if plaats.jeugdregio:
            per_regio.setdefault(plaats.jeugdregio, []).append(plaats)
    return [
        Onbekend(naam, tuple(gemeenten))
        for naam, gemeenten in sorted(per_regio.items(), key=lambda paar: paar[0].casefold())
        if not any(plaats.regios for plaats in gemeenten)
    ]
