"""A workbook and a table to one plan: which sheets, their headings, their rows, and what all of it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from regioprotocol.diagnostics import Melding, bedoelde_u, soort
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.source.cells import Blad, Werkboek
from regioprotocol.tables.flat import Productrij
from regioprotocol.tables.headings import Koprij, vind_koprij
from regioprotocol.tables.origin import Herkomst, HerkomstFout, is_eigen, lees_herkomst
from regioprotocol.tables.plan import maak_plan
from regioprotocol.tables.records import Plan, Vraag
from regioprotocol.tables.rows import Inhoud, lees_blad

# A list of codes and names has two columns; a table says more.
_TABEL: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """What the user says about the file: which sheets, which heading is which column, and in which row they are."""

    bladen: tuple[str, ...] = ()
    kolommen: Mapping[str, str] = field(default_factory=dict)
    koprij: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """The plan with everything that is to be told: findings, the rows that were no product, and the origin."""

    plan: Plan = field(default_factory=Plan)
    meldingen: tuple[Melding, ...] = ()
    overgeslagen: tuple[tuple[str, int, str], ...] = ()
    herkomst: Herkomst | None = None
    bladen: tuple[str, ...] = ()


def importeer(
    boek: Werkboek, tabel: Sequence[Productrij], woordenboek: Woordenboek, wens: Wens, vraag: Vraag
) -> Uitkomst:
    """Give what the workbook does to the table of a region. With a fout among the findings nothing may be written."""
    meldingen: list[Melding] = []
    herkomst = _herkomst(boek, vraag.regio, meldingen)
    delen: list[tuple[Blad, Inhoud]] = []
    overgeslagen: list[tuple[str, int, str]] = []
    for blad, koprij in _kies(boek, woordenboek, wens, meldingen):
        inhoud = lees_blad(boek, blad, koprij, woordenboek)
        meldingen += inhoud.meldingen
        overgeslagen += [(blad.naam, rij, tekst) for rij, tekst in inhoud.overgeslagen]
        delen.append((blad, inhoud))
    volledig = vraag.volledig and any(inhoud.opgaven for _, inhoud in delen)
    if delen and vraag.volledig and not volledig:
        kind = soort("RP462")
        meldingen.append(Melding(kind, boek.plaats(delen[0][0]), f"{kind.titel}.", kind.oplossing))
    plan = Plan(rijen=tuple(tabel))
    for nummer, (blad, inhoud) in enumerate(delen):
        anderen = frozenset(o.code for ander, (_, i) in enumerate(delen) if ander != nummer for o in i.opgaven)
        eigen = replace(vraag, elders=anderen, volledig=volledig and nummer == len(delen) - 1)
        plan = _samen(plan, maak_plan(inhoud, plan.rijen, herkomst, eigen, boek.plaats(blad)), blad.naam)
    return Uitkomst(
        plan=plan,
        meldingen=tuple(sorted({*meldingen, *plan.meldingen}, key=lambda m: m.sorteersleutel)),
        overgeslagen=tuple(overgeslagen),
        herkomst=herkomst,
        bladen=tuple(blad.naam for blad, _ in delen),
    )


def _herkomst(boek: Werkboek, regio: str, meldingen: list[Melding]) -> Herkomst | None:
    try:
        herkomst = lees_herkomst(boek)
    except HerkomstFout as fout:
        kind = soort("RP419")
        meldingen.append(Melding(kind, boek.plaats(boek.bladen[0]), str(fout), kind.oplossing))
        return None
    if herkomst and herkomst.regio != regio:
        kind = soort("RP417")
        tekst = f"Dit bestand is gemaakt van de regio {herkomst.regio}, en u importeert in {regio}."
        meldingen.append(Melding(kind, boek.plaats(boek.bladen[0]), tekst, kind.oplossing))
        return None
    return herkomst


def _kies(
    boek: Werkboek, woordenboek: Woordenboek, wens: Wens, meldingen: list[Melding]
) -> Sequence[tuple[Blad, Koprij]]:
    """Give the sheets with their header rows: those that were named, else the only one that has a header row."""
    namen = {blad.naam: blad for blad in boek.bladen if not blad.verborgen}
    if onbekend := [naam for naam in wens.bladen if naam not in namen]:
        for naam in onbekend:
            hint = bedoelde_u(naam, namen, hoogstens=20)
            meldingen.append(
                Melding(soort("RP414"), boek.plaats(boek.bladen[0]), f"Het blad '{naam}' is er niet.", hint)
            )
        return []
    gevonden: list[tuple[Blad, Koprij]] = []
    gemist: list[Melding] = []
    bezwaren_van: dict[str, list[Melding]] = {}
    for blad in (namen[naam] for naam in wens.bladen or namen):
        koprij, bezwaren = vind_koprij(boek, blad, woordenboek.kolommen, wens.kolommen, wens.koprij)
        if koprij is None:
            gemist += bezwaren
        else:
            gevonden.append((blad, koprij))
            bezwaren_van[blad.naam] = bezwaren
    if not wens.bladen:
        # A sheet with only codes and names is a code list; in a file of our own the table comes first.
        tabellen = [(blad, koprij) for blad, koprij in gevonden if len(koprij.koppen) >= _TABEL]
        gevonden = (tabellen[:1] if is_eigen(boek) else tabellen) or gevonden
    if len(gevonden) > 1 and not wens.bladen:
        kandidaten = ", ".join(f"'{blad.naam}'" for blad, _ in gevonden)
        tekst = f"In dit bestand staan meer bladen met een tabel: {kandidaten}."
        meldingen.append(Melding(soort("RP414"), boek.plaats(gevonden[1][0]), tekst, soort("RP414").oplossing))
        return []
    meldingen += [m for blad, _ in gevonden for m in bezwaren_van[blad.naam]]
    if wens.bladen or not gevonden:
        meldingen += gemist
    return gevonden


def _samen(eerder: Plan, later: Plan, blad: str) -> Plan:
    """Put the plan of a sheet after those of the sheets before it."""
    return replace(
        later,
        toegevoegd=(*eerder.toegevoegd, *later.toegevoegd),
        beeindigd=(*eerder.beeindigd, *later.beeindigd),
        gewijzigd=(*eerder.gewijzigd, *later.gewijzigd),
        ongewijzigd=(*eerder.ongewijzigd, *later.ongewijzigd),
        cellen={**eerder.cellen, **later.cellen},
        bladen={**eerder.bladen, **dict.fromkeys(later.cellen, blad)},
        meldingen=(*eerder.meldingen, *later.meldingen),
    )
