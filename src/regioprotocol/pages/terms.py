"""All terms of a region, per message: who does what, from which event, how long, and for whom it is different."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from regioprotocol.pages.book import Boek, Regelblad
from regioprotocol.pages.calculators import PAD as REKENEN
from regioprotocol.pages.calculators import REKENHULPEN
from regioprotocol.pages.case_rows import Gevalrij
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import kruimels, tabs_van
from regioprotocol.parameterset.records import TermijnGeval, TermijnRegel
from regioprotocol.report.dutch import zin

_TAB: Final = "termijnen/"
_HULP: Final = "termijn"
_VRIJ: Final = {
    "blijft": "Blijft staan, ook als het een vrije dag is.",
    "schuift door": "Schuift door naar de eerstvolgende werkdag.",
    "niet afgesproken": "Niet afgesproken.",
}
_GEEN_MOMENT: Final = "De bron noemt geen moment."


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnrij:
    """One term of a rule: for whom, how long, from when, and who decided it."""

    rij: Gevalrij
    duur: str
    vanaf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnblad:
    """A rule about a term with its cases; *rekenen*: where to compute its last day, if it can be."""

    blad: Regelblad
    rijen: tuple[Termijnrij, ...]
    vrije_dag: str
    uit_product: bool
    rekenen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """The terms about one message."""

    anker: str
    titel: str
    bladen: tuple[Termijnblad, ...]


def bestanden(site: Site, boek: Boek) -> Iterator[Bestand]:
    """Give the page 'Termijnen'."""
    deel = boek.deel
    groepen = tuple(_groepen(boek))
    yield pagina(
        f"{deel.pad}{_TAB}",
        "terms.md",
        titel=f"Termijnen: {deel.titel}",
        omschrijving=f"{deel.titel}: binnen hoeveel tijd stuurt u welk bericht?",
        kruimels=kruimels(deel),
        site=site,
        deel=deel,
        tabs=tabs_van(deel),
        tab=_TAB,
        groepen=groepen,
        rekenen=REKENEN,
    )


def _groepen(boek: Boek) -> Iterator[Groep]:
    """Give the messages in the order of their numbers; a rule stands with the first message that it is about."""
    per: dict[str, list[Termijnblad]] = {}
    for blad in boek.bladen.values():
        if isinstance(blad.regel, TermijnRegel):
            nummer = next(iter(blad.regel.berichten), "")
            per.setdefault(nummer, []).append(_blad(boek, blad, blad.regel))
    namen = boek.deel.snapshot.woordenboek.berichten
    for nummer in sorted(per, key=lambda nummer: (not nummer, nummer)):
        naam = namen[nummer].naam if nummer in namen else nummer
        titel = f"{naam} ({nummer})" if nummer else "Buiten de berichten"
        yield Groep(anker=f"bericht-{nummer or 'geen'}", titel=titel, bladen=tuple(per[nummer]))


def _blad(boek: Boek, blad: Regelblad, regel: TermijnRegel) -> Termijnblad:
    records = {record.geval: record for record in regel.gevallen}
    rijen = tuple(_rij(boek, rij, records[rij.geval.id]) for rij in blad.geldende)
    kan = any(record.gebeurtenis for record in regel.gevallen)
    return Termijnblad(
        blad=blad,
        rijen=rijen,
        vrije_dag=_VRIJ[regel.vrije_dag],
        uit_product=bool(regel.uit_product),
        rekenen=_rekenen(boek.deel, regel.regel) if kan else "",
    )


def _rij(boek: Boek, rij: Gevalrij, record: TermijnGeval) -> Termijnrij:
    if rij.stand:
        return Termijnrij(rij=rij, duur=rij.waarde, vanaf="")
    if not isinstance(record.gebeurtenis, str):
        return Termijnrij(rij=rij, duur=zin(str(record.tekst)), vanaf=_GEEN_MOMENT)
    in_zin = boek.gebeurtenissen.get(record.gebeurtenis, record.gebeurtenis)
    return Termijnrij(rij=rij, duur=zin(str(record.tekst)), vanaf=zin(f"{record.richting} {in_zin}"))


def _rekenen(deel: Deel, regel: str) -> str:
    hulp = next(hulp for hulp in REKENHULPEN if hulp.naam == _HULP)
    plaats = {"plaats": f"regio:{deel.naam}"} if deel.snapshot.regio else {}
    return f"{REKENEN}{hulp.pad}#{urlencode({**plaats, 'regel': regel})}"
