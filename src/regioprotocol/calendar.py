"""Working days and lengths of time as protocols write them. Imports nothing of ours; a day is a date.

The days off come in from outside (they stand in the parameter set), so that every engine counts alike.
Source: Algemene termijnenwet, art. 3; the day of the event does not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, Literal

Richting = Literal["na", "voor"]
Verschuiving = Literal["blijft", "schuift door", "niet afgesproken"]

_EEN_DAG: Final = timedelta(days=1)
_ZATERDAG: Final = 5
_MAANDEN_PER_JAAR: Final = 12
MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def datum_kort(dag: date) -> str:
    """Write a day as people do: '8 mei 2026'."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


class BuitenKalenderError(ValueError):
    """A day falls outside the years for which we know the days off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duur:
    """A length of time as protocols write it: '3 maanden + 5 werkdagen'.

    Calendar parts are added first, largest first; then working days. Month ends clamp (31-01 + 1 maand is
    28-02). *einde_maand* moves the result to the last day of its month ('laatste dag van de volgende
    maand' is 1 maand with einde_maand). *volledige_kalendermaanden* counts only whole months after the event.
    """

    jaren: int = 0
    maanden: int = 0
    einde_maand: bool = False
    volledige_kalendermaanden: int = 0
    weken: int = 0
    dagen: int = 0
    werkdagen: int = 0

    def __post_init__(self) -> None:
        """Refuse a length of nothing and a negative part."""
        waarden = [getattr(self, veld.name) for veld in fields(self)]
        if any(waarde < 0 for waarde in waarden) or not any(waarden):
            raise ValueError("een duur heeft minstens één deel, en geen deel is negatief")

    @property
    def heeft_kalenderdeel(self) -> bool:
        """Tell whether anything else than working days is added."""
        return any(getattr(self, veld.name) for veld in fields(self) if veld.name != "werkdagen")


@dataclass(frozen=True, slots=True)
class Kalender:
    """The days off with their names, for the years that it covers (both inclusive)."""

    vrije_dagen: Mapping[date, str]
    eerste_jaar: int
    laatste_jaar: int

    def reden_vrij(self, dag: date) -> str | None:
        """Give why *dag* is no working day ('zaterdag', 'Koningsdag'), or None when it is one.

        Raises BuitenKalenderError for a year that the calendar does not cover.
        """
        if not self.eerste_jaar <= dag.year <= self.laatste_jaar:
            raise BuitenKalenderError(f"{dag.year} valt buiten {self.eerste_jaar} tot en met {self.laatste_jaar}")
        if dag in self.vrije_dagen:
            return self.vrije_dagen[dag]
        if dag.weekday() >= _ZATERDAG:
            return "zaterdag" if dag.weekday() == _ZATERDAG else "zondag"
        return None


@dataclass(frozen=True, slots=True)
class Berekend:
    """A computed last day, with the steps that led there.

    *na_kalenderdeel*: the day after the calendar parts; *werkdagen*: the working days that were counted;
    *overgeslagen*: the days that did not count, with the reason; *valt_op_vrije_dag*: why the day that came
    out is no working day; *verschoven_van*: the day before it moved, when it moved.
    """

    datum: date
    na_kalenderdeel: date
    werkdagen: tuple[date, ...] = ()
    overgeslagen: tuple[tuple[date, str], ...] = ()
    valt_op_vrije_dag: str | None = None
    verschoven_van: date | None = None


def bereken(
    gebeurtenis: date,
    duur: Duur,
    kalender: Kalender,
    *,
    richting: Richting = "na",
    verschuiving: Verschuiving = "niet afgesproken",
) -> Berekend:
    """Compute the last day of a term that runs after (or the last day before which it ends: before) an event.

    Raises BuitenKalenderError when a day falls outside the calendar.
    """
    teken = 1 if richting == "na" else -1
    kalenderdag = _kalenderdeel(gebeurtenis, duur, teken)
    dag, geteld, overgeslagen = _tel_werkdagen(kalenderdag, duur.werkdagen, teken, kalender)
    vrij = kalender.reden_vrij(dag)
    if vrij is None or verschuiving != "schuift door":
        return Berekend(dag, kalenderdag, geteld, overgeslagen, vrij)
    verschoven = dag
    while kalender.reden_vrij(verschoven) is not None:
        verschoven += teken * _EEN_DAG
    return Berekend(verschoven, kalenderdag, geteld, overgeslagen, vrij, dag)


def uiterste_datum(gebeurtenis: date, duur: Duur, kalender: Kalender) -> date:
    """Give the last day on which the act is still in time; the day of the event does not count."""
    return bereken(gebeurtenis, duur, kalender).datum


def plus_maanden(dag: date, maanden: int) -> date:
    """Add months (or subtract them); the last day of a shorter month clamps."""
    totaal = dag.year * _MAANDEN_PER_JAAR + dag.month - 1 + maanden
    jaar, maand = divmod(totaal, _MAANDEN_PER_JAAR)
    if not MINYEAR <= jaar < MAXYEAR:
        raise BuitenKalenderError(f"het jaar {jaar} ligt te ver weg")
    eerste = date(jaar, maand + 1, 1)
    return min(eerste + timedelta(days=dag.day - 1), laatste_van_maand(eerste))


def laatste_van_maand(dag: date) -> date:
    """Give the last day of the month that *dag* lies in."""
    if dag.month == _MAANDEN_PER_JAAR:
        return date(dag.year, _MAANDEN_PER_JAAR, 31)
    return date(dag.year, dag.month + 1, 1) - _EEN_DAG


def _kalenderdeel(dag: date, duur: Duur, teken: int) -> date:
    dag = plus_maanden(dag, teken * (duur.jaren * _MAANDEN_PER_JAAR + duur.maanden))
    if duur.einde_maand:
        dag = laatste_van_maand(dag)
    if duur.volledige_kalendermaanden:
        dag = laatste_van_maand(plus_maanden(dag, teken * duur.volledige_kalendermaanden))
    try:
        return dag + teken * timedelta(weeks=duur.weken, days=duur.dagen)
    except OverflowError:
        raise BuitenKalenderError("de dag ligt te ver weg") from None


def _tel_werkdagen(
    dag: date, aantal: int, teken: int, kalender: Kalender
) -> tuple[date, tuple[date, ...], tuple[tuple[date, str], ...]]:
    geteld: list[date] = []
    overgeslagen: list[tuple[date, str]] = []
    while len(geteld) < aantal:
        dag += teken * _EEN_DAG
        reden = kalender.reden_vrij(dag)
        if reden is None:
            geteld.append(dag)
        else:
            overgeslagen.append((dag, reden))
    return dag, tuple(geteld), tuple(overgeslagen)
