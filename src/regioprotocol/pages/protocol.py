"""The full protocol of a region by chapter: each rule with its answer, its cases and who decided them; its prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from markupsafe import Markup

from regioprotocol.model.werkwijze import Werkwijze
from regioprotocol.model.woordenboek import Hoofdstuk
from regioprotocol.pages.book import HANGT_AF, NIETS_DAN, Boek, Regelblad
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.layout import pagina
from regioprotocol.pages.places import hoofdstuk_pad, regel_pad
from regioprotocol.pages.prose_html import html
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import kruimels, tabs_van
from regioprotocol.prose import Aanhaler, Kop, lees, platte_tekst
from regioprotocol.resolve import hoofdstukken

_TAB = "protocol/"
_TITEL = "Volledig protocol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proza:
    """A chapter of prose with its address. *regels*: the rules that it quotes, in the order of the text."""

    werkwijze: Werkwijze
    pad: str
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelhoofdstuk:
    """A chapter with how many rules it has, and how many of those the region says something about."""

    hoofdstuk: Hoofdstuk
    pad: str
    regels: int
    eigen: int


def bestanden(site: Site, boek: Boek) -> Iterator[Bestand]:
    """Give the list of chapters, a page for each, and a page for each chapter of prose."""
    deel = boek.deel
    proza, is_landelijk = tekst_van(site, deel)
    yield _overzicht(site, boek, proza, is_landelijk=is_landelijk)
    for hoofdstuk, bladen in boek.hoofdstukken():
        yield _hoofdstuk(site, boek, hoofdstuk, bladen, proza)
    for plek, stuk in enumerate(proza):
        buren = (proza[plek - 1] if plek else None, proza[plek + 1] if plek + 1 < len(proza) else None)
        yield _proza(site, boek, stuk, buren, is_landelijk=is_landelijk)


def tekst_van(site: Site, deel: Deel) -> tuple[tuple[Proza, ...], bool]:
    """Give the prose of a region; when it wrote none, the national text. Tell also whether it is the national one."""
    gegevens = deel.snapshot.gegevens
    eigen = gegevens.werkwijzen if gegevens else ()
    gekozen = sorted(eigen or site.werkmap.werkwijzen, key=lambda w: (w.volgorde, w.plaatsen.bestand))
    bezet = {hoofdstuk.naam for hoofdstuk in hoofdstukken(deel.snapshot)}
    return tuple(_als_proza(deel, werkwijze, bezet) for werkwijze in gekozen), not eigen


def _als_proza(deel: Deel, werkwijze: Werkwijze, bezet: set[str]) -> Proza:
    naam = anchor(PurePosixPath(werkwijze.plaatsen.bestand).stem) or "tekst"
    while naam in bezet:
        naam = f"{naam}-tekst"
    bezet.add(naam)
    regels = dict.fromkeys(a.regel for a in werkwijze.aanhalingen if a.regel in deel.snapshot.gevallen)
    return Proza(werkwijze=werkwijze, pad=f"{deel.pad}protocol/{naam}/", regels=tuple(regels))


def _overzicht(site: Site, boek: Boek, proza: tuple[Proza, ...], *, is_landelijk: bool) -> Bestand:
    deel = boek.deel
    delen = [
        Deelhoofdstuk(
            hoofdstuk=hoofdstuk,
            pad=hoofdstuk_pad(deel, hoofdstuk),
            regels=len(bladen),
            eigen=sum(bool(blad.eigen) for blad in bladen),
        )
        for hoofdstuk, bladen in boek.hoofdstukken()
    ]
    return pagina(
        f"{deel.pad}{_TAB}",
        "protocol.md",
        titel=f"{_TITEL}: {deel.titel}",
        omschrijving=f"{deel.titel}: alle regels die gelden, per hoofdstuk en met hun bron.",
        kruimels=kruimels(deel),
        site=site,
        deel=deel,
        tabs=tabs_van(deel),
        tab=_TAB,
        standaard=site.standaard,
        hoofdstukken=delen,
        proza=proza,
        is_landelijk=is_landelijk,
        gaten=[blad for blad in boek.bladen.values() if blad.gaten],
        strijdig=[blad for blad in boek.bladen.values() if any(rij.sterker for rij in blad.eigen)],
    )


def _hoofdstuk(
    site: Site, boek: Boek, hoofdstuk: Hoofdstuk, bladen: tuple[Regelblad, ...], proza: tuple[Proza, ...]
) -> Bestand:
    deel = boek.deel
    hier = {blad.regel.regel for blad in bladen}
    lees_ook = [stuk for stuk in proza if len(hier.intersection(stuk.regels)) * 2 > len(stuk.regels)]
    return pagina(
        hoofdstuk_pad(deel, hoofdstuk),
        "protocol_chapter.md",
        titel=f"{hoofdstuk.titel}: {deel.titel}",
        omschrijving=f"{deel.titel}: {hoofdstuk.omschrijving}",
        kruimels=kruimels(deel, (_TITEL, f"{deel.pad}{_TAB}")),
        scripts=["peildag.js"],
        site=site,
        deel=deel,
        tabs=tabs_van(deel),
        tab=_TAB,
        hoofdstuk=hoofdstuk,
        bladen=bladen,
        lees_ook=lees_ook,
        hangt_af=HANGT_AF,
        niets_dan=NIETS_DAN,
    )


def _proza(
    site: Site, boek: Boek, stuk: Proza, buren: tuple[Proza | None, Proza | None], *, is_landelijk: bool
) -> Bestand:
    deel = boek.deel
    wortel = "../" * stuk.pad.count("/")
    blokken = lees(stuk.werkwijze.tekst, Aanhaler(deel.index, deel.op, {}))
    eerste = blokken[0] if blokken else None
    if isinstance(eerste, Kop) and platte_tekst(eerste.stukken).strip() == stuk.werkwijze.titel.strip():
        blokken = blokken[1:]
    return pagina(
        stuk.pad,
        "protocol_prose.md",
        titel=f"{stuk.werkwijze.titel}: {deel.titel}",
        kruimels=kruimels(deel, (_TITEL, f"{deel.pad}{_TAB}")),
        site=site,
        deel=deel,
        tabs=tabs_van(deel),
        tab=_TAB,
        stuk=stuk,
        tekst=html(blokken, partial(_plek, deel, wortel)),
        bladen=[boek.bladen[naam] for naam in stuk.regels if naam in boek.bladen],
        vorige=buren[0],
        volgende=buren[1],
        is_landelijk=is_landelijk,
    )


def _plek(deel: Deel, wortel: str, regel: str) -> Markup:
    return Markup("{}{}").format(wortel, regel_pad(deel, regel)) if regel in deel.snapshot.gevallen else Markup("")
