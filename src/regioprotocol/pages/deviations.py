"""Which regions say something of their own about a rule, a national control or a message: one pass over each region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regioprotocol.model.afspraak import LANDELIJK
from regioprotocol.model.regel import als_tekst
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.records import Deel, Site
from regioprotocol.parameterset import zoek


@dataclass(frozen=True, slots=True)
class Eigen:
    """A rule about which a region says something of its own on the day of its pages, with its title and address."""

    regio: str
    titel: str
    vraag: str
    woorden: str
    adres: str


@dataclass(frozen=True, slots=True)
class Afwijkingen:
    """What regions say of their own, by national control, by message, and by rule."""

    per_controle: dict[str, list[Eigen]]
    per_bericht: dict[str, list[Eigen]]


def afwijkingen(site: Site) -> Afwijkingen:
    """Gather what every region says of its own."""
    gevonden = Afwijkingen({}, {})
    for deel in site.regios:
        for naam, gevallen in deel.snapshot.gevallen.items():
            eigen = [g for g in gevallen if g.afspraak.laag not in LANDELIJK and deel.op in g.periode]
            if not eigen:
                continue
            regel = deel.snapshot.regels[naam]
            woorden = "; ".join(dict.fromkeys(als_tekst(g.afspraak.inhoud) for g in eigen if g.afspraak.inhoud))
            rij = Eigen(deel.titel, regel.titel, regel.vraag, woorden, regel_pad(deel, naam))
            # A rule with many cases names a control for one of them: that says nothing about the region's own.
            bronnen = {*regel.bron, *(bron for g in eigen for bron in g.afspraak.bron)}
            _voeg_toe(gevonden.per_controle, sorted(bronnen & site.werkmap.woordenboek.controles.keys()), rij)
            _voeg_toe(gevonden.per_bericht, regel.berichten, rij)
    return gevonden


def _voeg_toe(per: dict[str, list[Eigen]], namen: Iterable[str], rij: Eigen) -> None:
    for naam in namen:
        per.setdefault(naam, []).append(rij)


def berichtgebruik(deel: Deel, bericht: str, wet: str) -> list[tuple[str, str]]:
    """Give, for a message and a law, every rule about its use: its name, and the answer in a word or two."""
    antwoorden = []
    for regel in deel.parameterset.berichtgebruik:
        if bericht in regel.berichten:
            uitkomst = zoek(deel.index, regel.regel, {"wet": frozenset({wet})}, deel.op)
            antwoorden.append((regel.regel, ", ".join(uitkomst.waarden) or uitkomst.stand))
    return antwoorden
