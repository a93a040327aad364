"""A page for every message: what it is, who sends it, whether it may be sent in each region, terms and return codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regioprotocol.model.woordenboek import Bericht
from regioprotocol.pages.deviations import berichtgebruik
from regioprotocol.pages.layout import START, Kruimel, pagina
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.parameterset import zoek
from regioprotocol.parameterset.lookup import alle_regels
from regioprotocol.parameterset.records import ElkeRegel
from regioprotocol.report.answer import waarde_in_woorden

PAD: Final = "berichten/"
_KRUIMEL: Final[Kruimel] = ("Berichten", PAD)
_WET: Final = "wet"


@dataclass(frozen=True, slots=True)
class Gebruik:
    """May it be sent here? *antwoord* in a word; *anders*: it is not what holds nationally."""

    regio: str
    antwoord: str
    adres: str
    anders: bool


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the list of messages, and a page for each law and message."""
    woordenboek = site.werkmap.woordenboek
    wetten = tuple(waarde.waarde for waarde in woordenboek.dimensies[_WET].waarden) if woordenboek.dimensies else ()
    berichten = sorted(woordenboek.berichten.values(), key=lambda bericht: bericht.nummer)
    yield pagina(
        PAD,
        "messages.md",
        titel="Berichten",
        omschrijving="De berichten van iWmo en iJw: wie stuurt ze, waarover, en wat komt er terug.",
        kruimels=(START,),
        berichten=berichten,
        wetten=wetten,
        actoren=woordenboek.actoren,
    )
    for bericht in berichten:
        for wet in wetten:
            yield _pagina(site, bericht, wet, wetten)


def _pagina(site: Site, bericht: Bericht, wet: str, wetten: tuple[str, ...]) -> Bestand:
    woordenboek = site.werkmap.woordenboek
    naam = f"{wet.upper()}{bericht.nummer}"
    regels = [regel for regel in alle_regels(site.standaard.parameterset) if bericht.nummer in regel.berichten]
    landelijk = dict(berichtgebruik(site.standaard, bericht.nummer, wet))
    controles = [
        c for _, c in sorted(woordenboek.controles.items()) if bericht.nummer in c.berichten and wet in c.wetten
    ]
    codes = {
        r.code for c in controles for r in woordenboek.retourcodes_van(c) if (r.wet, r.bericht) == (wet, bericht.nummer)
    }
    return pagina(
        f"{PAD}{naam.lower()}/",
        "message.md",
        titel=f"{naam}: {bericht.naam}",
        omschrijving=f"{naam} ({bericht.naam}): wie stuurt het, waar mag het, binnen welke termijn.",
        kruimels=(START, _KRUIMEL),
        naam=naam,
        wet=wet,
        bericht=bericht,
        van=woordenboek.actoren.get(bericht.van, bericht.van),
        antwoord=[(nummer, woordenboek.berichten[nummer].naam) for nummer in bericht.antwoord],
        andere=[f"{ander.upper()}{bericht.nummer}" for ander in wetten if ander != wet],
        gebruik=[_gebruik(deel, bericht.nummer, wet, landelijk) for deel in (site.standaard, *site.regios)],
        termijnen=[_termijn(site.standaard, regel, wet) for regel in regels if regel in _termijnen(site.standaard)],
        regels=regels,
        codes=sorted(codes),
        controles=controles,
        op=site.op,
    )


def _termijnen(deel: Deel) -> tuple[ElkeRegel, ...]:
    return deel.parameterset.termijnen


def _gebruik(deel: Deel, nummer: str, wet: str, landelijk: dict[str, str]) -> Gebruik:
    antwoorden = dict(berichtgebruik(deel, nummer, wet))
    woorden = ", ".join(dict.fromkeys(antwoorden.values())) or "hierover staat niets"
    eerste = next(iter(antwoorden), "")
    is_regio = deel.snapshot.regio is not None
    adres = regel_pad(deel, eerste) if eerste and is_regio else f"?regel={eerste}" if eerste else ""
    anders = any(landelijk.get(regel) != antwoord for regel, antwoord in antwoorden.items())
    titel = f"{deel.titel} (concept)" if is_regio and deel.parameterset.status == "concept" else deel.titel
    return Gebruik(titel, woorden, adres, anders)


def _termijn(deel: Deel, regel: ElkeRegel, wet: str) -> tuple[str, str, str]:
    """Give a term: the name of its rule, its question, and what holds nationally when nothing else is known."""
    uitkomst = zoek(deel.index, regel.regel, {_WET: frozenset({wet})}, deel.op)
    woorden = (
        ", ".join(waarde_in_woorden(deel.index, regel, uitkomst)) if uitkomst.stand == "waarde" else uitkomst.stand
    )
    return regel.regel, regel.vraag, woorden
