"""A computed last day with its steps, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from regioprotocol.calendar import Berekend, Duur
from regioprotocol.parameterset.records import TermijnRegel
from regioprotocol.report.dutch import dagen_samen, datum, datum_kort, zin
from regioprotocol.report.explanation import Uitleg, alinea, herkomst, set_van


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnantwoord:
    """A term that was looked up for an event. *berekend* is None when there is nothing to compute with."""

    uitleg: Uitleg
    gebeurtenis_op: date
    gebeurtenis: str = ""
    in_zin: str = ""
    richting: str = "na"
    duur_tekst: str = ""
    duur: Duur | None = None
    berekend: Berekend | None = None
    waarom_niet: str = ""

    @property
    def vrije_dag(self) -> str:
        """Give what the rule says about a last day that is a day off."""
        regel = self.uitleg.regel
        return regel.vrije_dag if isinstance(regel, TermijnRegel) else "niet afgesproken"


def als_dict(a: Termijnantwoord) -> dict[str, Any]:
    """Give the answer as the public JSON has it; the day is null when no day can be given."""
    regel = a.uitleg.regel.regel
    return {
        "regel": regel,
        "datum": a.berekend.datum.isoformat() if a.berekend else None,
        "gebeurtenis": a.gebeurtenis,
        "duur": a.duur_tekst,
        "richting": a.richting,
        "stappen": list(stappen(a)),
        "herkomst": herkomst(a.uitleg.snapshot, regel, a.uitleg.uitkomst),
        "antwoord": a.uitleg.antwoord,
        "geval": a.uitleg.uitkomst.geval,
        "set": set_van(a.uitleg.index),
    }


def stappen(a: Termijnantwoord) -> Iterator[str]:
    """Tell how the day was computed, step by step."""
    if a.berekend is None or a.duur is None:
        yield a.waarom_niet
        return
    b = a.berekend
    teken = "+" if a.richting == "na" else "-"
    if a.duur.einde_maand:
        yield f"{zin(a.duur_tekst)}, gerekend vanaf {datum_kort(a.gebeurtenis_op)}: {datum_kort(b.na_kalenderdeel)}."
    elif a.duur.heeft_kalenderdeel:
        kalenderdeel = a.duur_tekst.split(" + ")
        delen = " + ".join(deel for deel in kalenderdeel if "werkdag" not in deel)
        yield f"{datum_kort(a.gebeurtenis_op)} {teken} {delen} = {datum_kort(b.na_kalenderdeel)}."
    if b.werkdagen:
        begin = "Daarna" if a.duur.heeft_kalenderdeel else f"{datum_kort(a.gebeurtenis_op)} {teken}"
        hoeveel = f"{len(b.werkdagen)} werkdag{'en' if len(b.werkdagen) > 1 else ''}"
        yield f"{begin} {hoeveel}: {dagen_samen(tuple(sorted(b.werkdagen)))}."
    feestdagen = [(dag, reden) for dag, reden in sorted(b.overgeslagen) if reden not in {"zaterdag", "zondag"}]
    weekend = tuple(dag for dag, reden in sorted(b.overgeslagen) if reden in {"zaterdag", "zondag"})
    for dag, reden in feestdagen:
        yield f"{zin(datum(dag))} telt niet mee ({reden})."
    if weekend:
        yield f"Weekend telt niet mee: {dagen_samen(weekend)}."
    if b.verschoven_van:
        vrij = zin(datum(b.verschoven_van))
        yield f"{vrij} is een vrije dag ({b.valt_op_vrije_dag}). De termijn schuift door."
    elif b.valt_op_vrije_dag:
        yield _blijft(a, b.valt_op_vrije_dag)


def _blijft(a: Termijnantwoord, reden: str) -> str:
    if a.vrije_dag == "blijft":
        return f"Deze dag is een vrije dag ({reden}). De termijn schuift niet door."
    return f"Deze dag is een vrije dag ({reden}). Of de termijn dan doorschuift, is niet afgesproken."


def als_tekst(a: Termijnantwoord) -> str:
    """Give the answer for a person: the day first."""
    return "\n".join(_regels(a))


def _regels(a: Termijnantwoord) -> Iterator[str]:
    if a.berekend is None:
        yield from alinea(a.waarom_niet)
    else:
        yield f"Uiterlijk {datum(a.berekend.datum)}."
        yield f"{zin(datum(a.gebeurtenis_op))} is dan de dag van {a.in_zin}."
        yield ""
        yield f"Zo rekenen we ({a.duur_tekst} {a.richting} {a.in_zin}):"
        yield from (regel for stap in stappen(a) for regel in alinea(stap, "  "))
    yield ""
    yield from alinea(a.uitleg.antwoord)
    van = herkomst(a.uitleg.snapshot, a.uitleg.regel.regel, a.uitleg.uitkomst)
    if van["laag"]:
        yield f"  Wie bepaalt dit: {van['laag']} ({van['bron']})"
        yield f"  Bestand:         {van['bestand']}:{van['regelnummer']}"
        yield f"  Geval:           {a.uitleg.uitkomst.geval}"
    yield f"  Parameterset:    {a.uitleg.index.parameterset.naam}, versie {a.uitleg.index.parameterset.versie}"
    yield f"                   {a.uitleg.index.parameterset.digest}"
    if a.uitleg.spoor.ontbrekend:
        yield ""
        yield f"Weet u ook {', '.join(a.uitleg.spoor.ontbrekend)}? Dan kan het antwoord anders zijn (gebruik --als)."
