"""The files of a new region: a workspace that validates, asks the questions of the rules, and teaches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from textwrap import wrap
from typing import Final

from regioprotocol.model.afspraak import Als
from regioprotocol.model.regel import (
    BERICHTGEBRUIK,
    Berekening,
    Inhoud,
    Lijst,
    Regel,
    Soortwaarde,
    Stand,
    Termijn,
    als_tekst,
)
from regioprotocol.resolve import Geval, Snapshot

# Calculations are the standard's; a region that starts has nothing to say about them.
_OVERSLAAN: Final = frozenset({Soortwaarde.BEREKENING})


def starter(naam: str, titel: str, standaard: Snapshot, vandaag: date) -> dict[str, str]:
    """Give the files by path inside the workspace. *vandaag* only picks the release whose values are shown."""
    map_ = f"regions/{naam}"
    bestanden = {
        f"{map_}/regio.yaml": _REGIO.format(naam=naam, titel=_aangehaald(titel), jaar=vandaag.year + 1),
        f"{map_}/bronnen.yaml": _BRONNEN.format(titel=_aangehaald(f"Regionaal administratieprotocol {titel}")),
        f"productcodes/{naam}.yaml": _PRODUCTEN.format(naam=naam),
    }
    namen = ", ".join(sorted(standaard.woordenboek.gebeurtenissen))
    gebeurtenissen = "".join(f"#   {regel}\n" for regel in wrap(namen, 110))
    onderwerpen: dict[str, list[Regel]] = {}
    for regel in standaard.regels.values():
        if regel.afwijkbaar != "nee" and regel.soort not in _OVERSLAAN:
            onderwerpen.setdefault(PurePosixPath(regel.plaatsen.bestand).stem, []).append(regel)
    for onderwerp, regels in onderwerpen.items():
        vragen = "\n".join(_vraag(regel, standaard.gevallen.get(regel.naam, ()), vandaag) for regel in regels)
        kop = _AFSPRAKEN.format(onderwerp=onderwerp.replace("-", " "), jaar=vandaag.year + 1, uitleg=gebeurtenissen)
        bestanden[f"{map_}/{onderwerp}.yaml"] = f"{kop}{vragen}"
    return bestanden


def _aangehaald(tekst: str) -> str:
    """Write what a person typed so that YAML reads it back as it was."""
    verdubbeld = " ".join(tekst.split()).replace("'", "''")
    return f"'{verdubbeld}'"


def _vraag(regel: Regel, gevallen: tuple[Geval, ...], vandaag: date) -> str:
    """Give a question with what holds nationally, and the answer as the region would write it, in comments."""
    nu = [geval for geval in gevallen if vandaag in geval.periode and geval.afspraak.inhoud]
    regels = [
        regel.vraag,
        *_landelijk(nu),
        "Bij ons anders? Haal hieronder de hekjes met de spatie erachter weg, en vul in:",
    ]
    voorbeeld = next((geval.afspraak.inhoud for geval in reversed(nu)), None)
    regels += [f"- regel: {regel.naam}", *(f"  {sleutel}" for sleutel in _afspraak(regel, voorbeeld))]
    return "".join(f"  # {tekst}\n" for tekst in regels)


def _landelijk(gevallen: list[Geval]) -> Iterator[str]:
    for geval in gevallen[:4]:
        inhoud = geval.afspraak.inhoud
        if inhoud:
            voor_wie = f" ({_wie(geval.als)})" if geval.als else ""
            yield f"Landelijk: {als_tekst(inhoud)}{voor_wie}."


def _wie(als: Als) -> str:
    return ", ".join(f"{v.sleutel} {' of '.join(v.waarden)}" for v in als)


def _afspraak(regel: Regel, voorbeeld: Inhoud | None) -> Iterator[str]:
    open_ = voorbeeld is None or isinstance(voorbeeld, Stand)
    soort = "aanvulling" if regel.afwijkbaar == "aanvullen" else "invulling" if open_ else "afwijking"
    yield f"soort: {soort}"
    yield "# als: { wet: Wmo }   (alleen nodig als het niet voor iedereen geldt)"
    yield from _waarde(regel, voorbeeld)
    yield "bron: Protocol, hoofdstuk 1"


def _waarde(regel: Regel, voorbeeld: Inhoud | None) -> Iterator[str]:
    match voorbeeld:
        case Termijn() if voorbeeld.gebeurtenis:
            yield f"{voorbeeld.richting}: {voorbeeld.gebeurtenis}"
            yield f"termijn: {voorbeeld.tekst}"
        case Lijst():
            yield f"waarde: [{', '.join(repr(item) for item in voorbeeld.items)}]"
        case Stand() | None | Termijn() | Berekening():
            yield from _LEEG[regel.soort]
        case _:
            yield f"waarde: {als_tekst(voorbeeld)}"
    keuzes = BERICHTGEBRUIK if regel.soort is Soortwaarde.BERICHTGEBRUIK else tuple(regel.keuzes)
    if keuzes:
        yield f"# kies uit: {', '.join(keuzes)}"


_LEEG: Final = {
    Soortwaarde.TERMIJN: ("na: ...", "termijn: ..."),
    Soortwaarde.BERICHTGEBRUIK: ("waarde: toegestaan",),
    Soortwaarde.KEUZE: ("waarde: ...",),
    Soortwaarde.LIJST: ("waarde: [eerste, tweede]",),
    Soortwaarde.GETAL: ("waarde: 1",),
    Soortwaarde.BEDRAG: ("waarde: 10.00",),
    Soortwaarde.TEKST: ("waarde: ...",),
    Soortwaarde.BEREKENING: ("waarde: ...",),
}

_REGIO: Final = """\
# Wie is de regio? Regels met een hekje ervoor leest het programma niet: dat is uitleg.
regio: {naam}
naam: {titel}
# Korte namen die mensen gebruiken, bijvoorbeeld: [mr]
afkortingen: []
voorbeeld: nee
# Welk standaard administratieprotocol volgt u, en welke release van iWmo en iJw? 'laatste' gaat vanzelf mee.
volgt: {{ standaardprotocol: [inspanningsgericht], release: laatste }}
# Wat bij u altijd zo is. Dan hoeft niemand het nog te noemen.
standaardfeiten: {{ uitvoeringsvariant: inspanningsgericht }}
# Elke versie van uw protocol. Geldt zij echt? Schrijf dan status: definitief en geldt: vanaf {jaar}-01-01.
versies:
  - nummer: '1'
    status: concept
    geldt: onbekend
    officieel: ja
# Doet één gemeente iets anders? Maak dan gemeenten/0200-naam.yaml.
# Zet daarin bovenaan gemeente: '0200', en daaronder afspraken.
# Welke gemeenten doen mee, en waarvoor? De code staat tussen aanhalingstekens, anders raakt hij zijn nul kwijt.
deelname:
  # - {{ gemeente: '0200', domeinen: [Jw, Wmo], geldig: vanaf {jaar}-01-01 }}
"""

_BRONNEN: Final = """\
# De documenten waaruit uw afspraken komen. Bij elke afspraak schrijft u: bron: Protocol, hoofdstuk 1
documenten:
  - document: Protocol
    titel: {titel}
    datum: onbekend
    paragrafen: [hoofdstuk 1, hoofdstuk 2, hoofdstuk 3]
"""

_PRODUCTEN: Final = """\
# De producten van uw regio. Weet u een code of tarief nog niet? Schrijf dan: onbekend.
regio: {naam}
status: concept
producten: []
# Zo ziet een product eruit:
# - code: '45A01'
#   naam: Individuele begeleiding
#   categorie: '45'
#   wet: [Jw]
#   variant: inspanningsgericht
#   eenheid: '04'
#   frequenties: ['2', '4']
#   geldig: vanaf 2027-01-01
#   tarief:
#     - {{ geldig: vanaf 2027-01-01, bedrag: 82.50 }}
"""

_AFSPRAKEN: Final = """\
# Uw afspraken over {onderwerp}.
# Schrijf alleen op wat u anders afspreekt dan landelijk, of wat landelijk open is. De rest geldt vanzelf.
# soort: invulling (landelijk open), afwijking (andere waarde), aanvulling (meer) of verduidelijking (alleen tekst).
# Een termijn loopt na of voor een gebeurtenis. Kies uit:
{uitleg}# Deze regel geldt voor alle afspraken in dit bestand; laat hem staan.
voor_dit_bestand: {{ geldig: vanaf {jaar}-01-01, versie: '1' }}
afspraken:
"""
