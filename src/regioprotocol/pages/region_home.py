"""The first page of a region: in a few words who it is, what it does differently, and who to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from regioprotocol.model.regio import Contact, Regio, Versie
from regioprotocol.pages.book import Boek, Regelblad
from regioprotocol.pages.case_rows import EERST, Gevalrij, Label, in_dagen, landelijk
from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS
from regioprotocol.report.dutch import aantal, datum_kort, zin

# As many as a reader remembers; of each at most so many cases.
_HOOGSTENS: Final = 8
_MINSTENS: Final = 5
_HOOGSTENS_PER_PUNT: Final = 2
_ONBEKEND: Final = frozenset({"", "ontbreekt in bron", "onbekend"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraak:
    """What the region says about a rule, for whom, and what holds nationally for the same people."""

    zin: str
    voor: str
    landelijk: str
    label: Label
    dagen: str
    vanaf: str
    tot_en_met: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One thing that is different here. *meer*: that the rule has more than what is shown."""

    blad: Regelblad
    uitspraken: tuple[Uitspraak, ...]
    meer: str


def bestanden(site: Site, boek: Boek) -> Iterator[Bestand]:
    """Give the page 'In het kort'."""
    deel = boek.deel
    regio = deel.snapshot.regio
    if regio is None:
        return
    yield pagina(
        deel.pad,
        "region_home.md",
        titel=deel.titel,
        omschrijving=f"Wat de regio {deel.titel} afspreekt over berichten, productcodes en declareren.",
        kruimels=(START, ("Regio's", "regios/")),
        scripts=["peildag.js"],
        site=site,
        deel=deel,
        tabs=TABS,
        tab="",
        punten=tuple(_punten(boek, regio)),
        eigen=sum(len(blad.eigen) for blad in boek.bladen.values()),
        gegevens=tuple(_gegevens(deel, regio)),
        gemeenten=gemeenten(deel),
        contacten=[(contact, _is_post(contact)) for contact in regio.contacten],
    )


def gemeenten(deel: Deel) -> dict[str, str]:
    """Give the municipalities that take part, now or later, by name: CBS code and name."""
    op = deel.op.isoformat()
    mee = {
        d.gemeente: d.naam
        for d in deel.parameterset.deelname
        if not isinstance(d.tot_en_met, str) or d.tot_en_met >= op
    }
    return dict(sorted(mee.items(), key=lambda paar: paar[1].lstrip("'").casefold()))


def _punten(boek: Boek, regio: Regio) -> Iterator[Punt]:
    """Give what matters most: what the region puts first, then what matters everywhere, then other deviations."""
    genoemd = dict.fromkeys((*regio.in_het_kort, *boek.deel.snapshot.woordenboek.in_het_kort))
    gekozen = [naam for naam in genoemd if naam in boek.bladen and boek.bladen[naam].eigen][:_HOOGSTENS]
    rest = [naam for naam, blad in boek.bladen.items() if naam not in gekozen and _wijkt_af(blad)]
    for naam in (*gekozen, *rest[: max(0, _MINSTENS - len(gekozen))]):
        uitspraken = _uitspraken(boek, boek.bladen[naam])
        over = len(uitspraken) - _HOOGSTENS_PER_PUNT
        meer = f"En nog {aantal(over, 'afspraak', 'afspraken')} bij deze vraag." if over > 0 else ""
        yield Punt(blad=boek.bladen[naam], uitspraken=uitspraken[:_HOOGSTENS_PER_PUNT], meer=meer)


def _uitspraken(boek: Boek, blad: Regelblad) -> tuple[Uitspraak, ...]:
    """Put what reads the same together; the widest case says most, so fewest conditions come first."""
    per: dict[Uitspraak, list[str]] = {}
    for rij in sorted(blad.eigen, key=_breedte):
        elders = landelijk(boek.standaard, boek.deel, blad.regel.regel, rij.geval.als, rij.geval.periode.begin)
        # What a binding rule overrules is not the answer.
        zegt = f"In het protocol staat: {rij.waarde.lower()}. Dat mag landelijk niet." if rij.sterker else rij.zin
        uitspraak = Uitspraak(
            zin=zegt,
            voor="",
            landelijk="" if elders == rij.waarde else elders,
            label=rij.label,
            dagen=in_dagen(rij.geval.periode, boek.deel.op, altijd=False),
            vanaf=rij.vanaf,
            tot_en_met=rij.tot_en_met,
        )
        per.setdefault(uitspraak, []).append(rij.voor if rij.geval.als else "")
    return tuple(replace(u, voor="" if "" in voor else "; en voor ".join(voor)) for u, voor in per.items())


def _breedte(rij: Gevalrij) -> tuple[int, bool]:
    return len(rij.geval.als), all(v.sleutel not in EERST for v in rij.geval.als)


def _wijkt_af(blad: Regelblad) -> bool:
    return any(rij.afspraak.soort in {"afwijking", "invulling"} and not rij.sterker for rij in blad.eigen)


def _gegevens(deel: Deel, regio: Regio) -> Iterator[tuple[str, str]]:
    """Give what a reader must know of the protocol: version, status, decision, and what it follows."""
    p = deel.parameterset
    nu = regio.versie_op(deel.op)
    if nu:
        yield "Versie die nu geldt", _versie(nu)
    for versie in _straks(regio, deel.op):
        yield "Versie die nog komt", _versie(versie)
    if not nu and not _straks(regio, deel.op):
        yield "Versie", f"{p.versie} ({p.status})" if p.versie != p.status else zin(p.versie)
    getoond = nu or next(iter(regio.versies), None)
    if getoond:
        yield "Besluit", zin(getoond.besluit) if getoond.besluit not in _ONBEKEND else "Niet bekend: ontbreekt in bron."
        if getoond.vindplaats not in _ONBEKEND:
            yield "Te vinden op", getoond.vindplaats
    if regio.standaardprotocollen:
        yield "Volgt het standaard administratieprotocol (SAP)", ", ".join(regio.standaardprotocollen)
    vast = "en blijft daarbij" if p.release_vast else "en gaat mee met de nieuwste"
    yield "Release van iWmo en iJw", f"{p.release.removeprefix('release ')}, {vast}"


def _versie(versie: Versie) -> str:
    vanaf = f", vanaf {datum_kort(versie.geldt.vanaf)}" if versie.geldt.vanaf else ""
    return f"{versie.nummer} ({versie.status}){vanaf}"


def _straks(regio: Regio, op: date) -> tuple[Versie, ...]:
    return tuple(v for v in regio.versies if v.geldt.vanaf and v.geldt.vanaf > op)


def _is_post(contact: Contact) -> bool:
    return "@" in contact.adres and " " not in contact.adres
