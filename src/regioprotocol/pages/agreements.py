"""What a region agreed beside the standard: one table with what holds nationally, what holds here, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regioprotocol.model.afspraak import Als
from regioprotocol.pages.book import Boek, Regelblad
from regioprotocol.pages.case_rows import Gevalrij, Label, landelijk
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels

_TAB = "afspraken/"
_WOORDEN = "verduidelijking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One row: what was agreed about a rule for these people. *anker* stands on the first row of a rule only."""

    blad: Regelblad
    anker: str
    voor: str
    landelijk: str
    hier: str
    woorden: tuple[tuple[str, str], ...]
    label: Label
    wie: str
    dagen: str
    vanaf: str
    tot_en_met: str
    voorbij: bool
    bron: str
    wetten: tuple[str, ...]
    berichten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """A choice of a filter: what it stands for, how it reads, and how many rows have it."""

    waarde: str
    tekst: str
    rijen: int


def bestanden(site: Site, boek: Boek) -> Iterator[Bestand]:
    """Give the page 'Regionale afspraken'."""
    deel = boek.deel
    alle = tuple(verschillen(boek))
    rijen = tuple(rij for rij in alle if not rij.voorbij)
    yield pagina(
        f"{deel.pad}{_TAB}",
        "agreements.md",
        titel=f"Regionale afspraken: {deel.titel}",
        omschrijving=f"Wat {deel.titel} anders of extra afspreekt dan de landelijke standaard.",
        kruimels=kruimels(deel),
        scripts=["filter.js", "peildag.js"],
        site=site,
        deel=deel,
        tabs=TABS,
        tab=_TAB,
        rijen=rijen,
        waarden=[rij for rij in alle if rij.label.soort != _WOORDEN],
        woorden=[rij for rij in rijen if rij.label.soort == _WOORDEN],
        wetten=tuple(_wetten(deel, rijen)),
        berichten=tuple(_berichten(deel, rijen)),
        hoofdstukken=tuple(_hoofdstukken(boek, rijen)),
        soorten=tuple(_soorten(rijen)),
    )


def verschillen(boek: Boek) -> Iterator[Verschil]:
    """Give everything that the region or its municipalities say, by chapter; values first, then words."""
    for blad in boek.bladen.values():
        anker = anchor(blad.regel.regel)
        for rij in (rij for rij in blad.in_tabel if rij.eigen):
            yield _verschil(boek, blad, rij, "" if rij.voorbij else anker)
            anker = "" if not rij.voorbij else anker
        for woord in blad.woorden:
            yield Verschil(
                blad=blad,
                anker=anker,
                voor=woord.voor,
                landelijk="",
                hier=woord.tekst,
                woorden=(("Opmerking", woord.opmerking),) if woord.opmerking else (),
                label=Label(soort=_WOORDEN, tekst=_WOORDEN),
                wie=woord.wie,
                dagen="",
                vanaf="",
                tot_en_met="",
                voorbij=False,
                bron=woord.bron,
                wetten=_van(boek.deel, woord.als, "wet"),
                berichten=_van(boek.deel, woord.als, "bericht") or blad.regel.berichten,
            )
            anker = ""


def _verschil(boek: Boek, blad: Regelblad, rij: Gevalrij, anker: str) -> Verschil:
    geval = rij.geval
    als = geval.als
    return Verschil(
        blad=blad,
        anker=anker,
        voor=rij.voor if als else "",
        landelijk=landelijk(boek.standaard, boek.deel, blad.regel.regel, als, geval.periode.begin),
        hier=rij.waarde,
        woorden=rij.woorden,
        label=rij.label,
        wie=rij.wie,
        dagen=rij.dagen,
        vanaf=rij.vanaf,
        tot_en_met=rij.tot_en_met,
        voorbij=rij.voorbij,
        bron=rij.bron,
        wetten=_van(boek.deel, als, "wet"),
        berichten=_van(boek.deel, als, "bericht") or blad.regel.berichten,
    )


def _van(deel: Deel, als: Als, sleutel: str) -> tuple[str, ...]:
    """Give what conditions say about a dimension, with what follows from them; nothing means: any."""
    gesloten = deel.snapshot.gevolgen.sluit(als)
    return tuple(sorted({waarde for v in gesloten if v.sleutel == sleutel for waarde in v.waarden}))


def _wetten(deel: Deel, rijen: Iterable[Verschil]) -> Iterator[Keuze]:
    dimensie = deel.snapshot.woordenboek.dimensies.get("wet")
    alle = tuple(rijen)
    for waarde in dimensie.waarden if dimensie else ():
        hoeveel = sum(not rij.wetten or waarde.waarde in rij.wetten for rij in alle)
        if hoeveel:
            yield Keuze(waarde.waarde, waarde.omschrijving or waarde.waarde, hoeveel)


def _berichten(deel: Deel, rijen: Iterable[Verschil]) -> Iterator[Keuze]:
    alle = tuple(rijen)
    for bericht in deel.snapshot.woordenboek.berichten.values():
        if hoeveel := sum(bericht.nummer in rij.berichten for rij in alle):
            yield Keuze(bericht.nummer, f"{bericht.nummer} {bericht.naam}", hoeveel)


def _hoofdstukken(boek: Boek, rijen: Iterable[Verschil]) -> Iterator[Keuze]:
    alle = tuple(rijen)
    for hoofdstuk, _ in boek.hoofdstukken():
        if hoeveel := sum(rij.blad.hoofdstuk.naam == hoofdstuk.naam for rij in alle):
            yield Keuze(hoofdstuk.naam, hoofdstuk.titel, hoeveel)


def _soorten(rijen: Iterable[Verschil]) -> Iterator[Keuze]:
    alle = [rij.label.tekst for rij in rijen]
    for soort in dict.fromkeys(alle):
        yield Keuze(soort, soort, alle.count(soort))
