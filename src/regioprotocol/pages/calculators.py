"""The calculators: a page with a form each. The form is here; what it computes runs in the browser, on the set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from regioprotocol.pages.layout import START, Kruimel, pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.parameterset import Parameterset

PAD: Final = "rekenen/"
_KRUIMELS: Final[tuple[Kruimel, ...]] = (START, ("Rekenen", PAD))
_EENHEDEN: Final = "WJ756"
_FREQUENTIES: Final = "WMO757"
_CATEGORIEEN: Final = ("JZ020", "WMO020")
_WETTEN: Final = "wet"
_VARIANTEN: Final = "uitvoeringsvariant"


@dataclass(frozen=True, slots=True)
class Rekenhulp:
    """A calculator: the last part of its address, its words, and the name of its template and script."""

    pad: str
    titel: str
    omschrijving: str
    naam: str


REKENHULPEN: Final[tuple[Rekenhulp, ...]] = (
    Rekenhulp(
        "uiterste-datum/",
        "Uiterste datum",
        "Tot en met welke dag bent u op tijd? Met de werkdagen en de vrije dagen die niet meetellen.",
        "termijn",
    ),
    Rekenhulp(
        "uurtarief/",
        "Uurtarief en minuten",
        "Het tarief per minuut en het bedrag, op de juiste plaats afgerond.",
        "tarief",
    ),
    Rekenhulp("uren/", "Minuten naar uren", "Hoeveel hele uren declareert u voor de geleverde minuten?", "uren"),
    Rekenhulp(
        "volume/",
        "Productperiode en volume",
        "Over welke dagen declareert u, en hoeveel mag er hoogstens per maand?",
        "volume",
    ),
    Rekenhulp("vot-of-vow/", "VOT of VOW", "Welk verzoek stuurt u, en mag dat in deze gemeente?", "verzoek"),
    Rekenhulp(
        "declaratieregel/",
        "Declaratieregel nakijken",
        "Kloppen product, eenheid, tarief en bedrag? Met de retourcode die u anders kunt krijgen.",
        "regel",
    ),
)


@dataclass(frozen=True, slots=True)
class Plaats:
    """A choice: a municipality (with its code) or a region, and the sets that hold there.

    *sets*: the name of a set for each law, as 'Jw:mijn-regio Wmo:mijn-regio'; a municipality can buy each elsewhere. A
    law that is missing has no protocol that we know.
    """

    naam: str
    keuze: str
    sets: str
    gemeente: str = ""


@dataclass(frozen=True, slots=True)
class Optie:
    """A choice in a list: what it stands for, how it reads, and the law for which it is there ('' for both)."""

    waarde: str
    tekst: str
    wet: str = ""


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page with all calculators, and a page for each."""
    yield pagina(
        PAD,
        "calculators.md",
        titel="Rekenen",
        omschrijving="Rekenhulpen voor termijnen, tarieven, volumes, verzoeken en declaraties.",
        kruimels=(START,),
        hulpen=REKENHULPEN,
    )
    p = site.standaard.parameterset
    wetten = _waarden(p, _WETTEN)
    keuzes: dict[str, Any] = {
        "regios": tuple(_regio(deel, wetten) for deel in site.regios),
        "gemeenten": _gemeenten(site),
        "eenheden": _codes(p, _EENHEDEN),
        "frequenties": _codes(p, _FREQUENTIES),
        "categorieen": tuple(optie for lijst in _CATEGORIEEN for optie in _codes(p, lijst, per_wet=True)),
        "wetten": wetten,
        "varianten": _waarden(p, _VARIANTEN),
    }
    for hulp in REKENHULPEN:
        yield pagina(
            PAD + hulp.pad,
            f"calculator_{hulp.naam}.md",
            titel=hulp.titel,
            omschrijving=hulp.omschrijving,
            kruimels=_KRUIMELS,
            scripts=[f"rekenhulp-{hulp.naam}.js"],
            hulp=hulp,
            **keuzes,
        )


def _regio(deel: Deel, wetten: Iterable[Optie]) -> Plaats:
    """Give a region: who asks for it gets its own set, whatever the law."""
    return Plaats(deel.titel, f"regio:{deel.naam}", _sets({wet.waarde: deel.naam for wet in wetten}))


def _gemeenten(site: Site) -> tuple[Plaats, ...]:
    """Give every municipality of this day, and those of regions that are made up, by name."""
    namen = {g.code: g.naam for g in site.werkmap.woordenboek.gemeenten.values() if site.op in g.periode}
    sets: dict[str, dict[str, str]] = {code: {} for code in namen}
    for deel in site.regios:
        for deelname in deel.parameterset.deelname:
            namen.setdefault(deelname.gemeente, deelname.naam)
            sets.setdefault(deelname.gemeente, {}).setdefault(deelname.wet, deel.naam)
    plaatsen = (Plaats(naam, code, _sets(sets[code]), code) for code, naam in namen.items())
    return tuple(sorted(plaatsen, key=lambda plaats: (plaats.naam.lstrip("'").casefold(), plaats.keuze)))


def _sets(per_wet: Mapping[str, str]) -> str:
    return " ".join(f"{wet}:{naam}" for wet, naam in sorted(per_wet.items()))


def _codes(p: Parameterset, naam: str, *, per_wet: bool = False) -> tuple[Optie, ...]:
    return tuple(
        Optie(code.code, f"{code.betekenis} ({code.code})", wet)
        for lijst in p.codelijsten
        if lijst.codelijst == naam
        for wet in ((lijst.wet or ("",)) if per_wet else ("",))
        for code in lijst.codes
    )


def _waarden(p: Parameterset, sleutel: str) -> tuple[Optie, ...]:
    return tuple(
        Optie(waarde.waarde, waarde.omschrijving)
        for dimensie in p.dimensies
        if dimensie.sleutel == sleutel
        for waarde in dimensie.waarden
    )
