"""Days, amounts and lists as a Dutch reader expects them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from regioprotocol.calendar import MAANDEN, datum_kort

__all__ = ["aantal", "bedrag", "dagen_samen", "datum", "datum_kort", "vanaf_tot", "zin"]

_DAGEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def datum(dag: date) -> str:
    """Give 'vrijdag 8 mei 2026'."""
    return f"{_DAGEN[dag.weekday()]} {datum_kort(dag)}"


def vanaf_tot(begin: object, laatste: object, anders: str = "") -> str:
    """Give 'vanaf 1 januari 2026 tot en met 31 december 2026'; a side that is no day falls away, both give *anders*.

    A day is a date or an ISO date.
    """
    kanten = (("vanaf", begin), ("tot en met", laatste))
    dagen = ((woord, date.fromisoformat(dag) if isinstance(dag, str) else dag) for woord, dag in kanten)
    return " ".join(f"{woord} {datum_kort(dag)}" for woord, dag in dagen if isinstance(dag, date)) or anders


def bedrag(euro: Decimal) -> str:
    """Give '€ 1.234,56'."""
    engels = f"{euro:,.2f}"
    return "€ " + engels.replace(",", " ").replace(".", ",").replace(" ", ".")


def zin(tekst: str) -> str:
    """Begin with a capital."""
    return tekst[:1].upper() + tekst[1:]


def aantal(hoeveel: int, enkel: str, meer: str) -> str:
    """Give '1 fout' or '3 fouten'."""
    return f"{hoeveel} {enkel if hoeveel == 1 else meer}"


def dagen_samen(dagen: tuple[date, ...]) -> str:
    """Give '1, 4, 6, 7 en 8 mei': the month once for each run of the same month."""
    per_maand: dict[tuple[int, int], list[str]] = {}
    for dag in dagen:
        per_maand.setdefault((dag.year, dag.month), []).append(str(dag.day))
    stukken = []
    for (_, maand), nummers in per_maand.items():
        rij = nummers[0] if len(nummers) == 1 else f"{', '.join(nummers[:-1])} en {nummers[-1]}"
        stukken.append(f"{rij} {MAANDEN[maand - 1]}")
    return "; ".join(stukken)


def maand(dag: date) -> str:
    """Give 'oktober 2025'."""
    return datum_kort(dag).partition(" ")[2]
