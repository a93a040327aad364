"""The most that may be declared: per month and over the whole assignment, by the frequency of the assignment.

How weeks are counted is not decided here: a `Weekregel` carries it, made from the case of the parameter set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from regioprotocol.engine.periods import Periode, laatste_zondag, maand_van, zondag_van

Weken = Literal["kalenderweken", "zondagen", "vast aantal"]
ExtraWeek = Literal["geen", "maand van de laatste zondag", "maand van de einddatum"]
Totaal = Literal["kalenderweken in de toewijzing", "zondagen in de toewijzing", "som van de maanden"]

_WEEK: Final = 7
_MAANDEN: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekregel:
    """How the weeks of an assignment per week are counted (IV077).

    *extra_week*: in which month an assignment that does not end on a Sunday gets one more week;
    *zonder_zondag*: the same, for an assignment in which no Sunday lies.
    """

    weken: Weken
    totaal: Totaal
    vast_aantal: int = 0
    extra_week: ExtraWeek = "geen"
    zonder_zondag: ExtraWeek = "geen"


@dataclass(frozen=True, slots=True)
class Week:
    """A week that was counted, by its Sunday; *extra*: the one more at the end of the assignment."""

    zondag: date
    extra: bool = False

    @property
    def nummer(self) -> int:
        """Give the ISO week number."""
        return self.zondag.isocalendar().week


@dataclass(frozen=True, slots=True)
class Telling:
    """A number of weeks, with the weeks that were counted; a fixed number names none."""

    aantal: int
    weken: tuple[Week, ...] = ()


def tel_weken(periode: Periode, toewijzing: Periode, regel: Weekregel) -> Telling:
    """Count the weeks of one productperiode. Raises ValueError for a period without an end."""
    if regel.weken == "vast aantal":
        return Telling(regel.vast_aantal)
    weken = tuple(_weken(periode, regel.weken))
    if _extra_in(periode, toewijzing, regel):
        assert toewijzing.eind is not None  # noqa: S101 - an open assignment has no extra week
        weken = (*weken, Week(zondag_van(toewijzing.eind), extra=True))
    return Telling(len(weken), weken)


def tel_toewijzing(toewijzing: Periode, regel: Weekregel, perioden: tuple[Telling, ...]) -> Telling:
    """Count the weeks of the whole assignment; *perioden* are those of its months.

    Raises ValueError for an assignment without an end.
    """
    if regel.totaal == "som van de maanden":
        return Telling(
            sum(telling.aantal for telling in perioden), tuple(week for telling in perioden for week in telling.weken)
        )
    soort: Weken = "zondagen" if regel.totaal == "zondagen in de toewijzing" else "kalenderweken"
    weken = tuple(_weken(toewijzing, soort))
    return Telling(len(weken), weken)


def dagen(periode: Periode) -> int:
    """Count the days of a period. Raises ValueError for a period without an end."""
    return (_eind(periode) - periode.begin).days + 1


def maanden(periode: Periode) -> int:
    """Count the calendar months that a period touches. Raises ValueError for a period without an end."""
    eind = _eind(periode)
    return (eind.year - periode.begin.year) * _MAANDEN + eind.month - periode.begin.month + 1


def _weken(periode: Periode, soort: Weken) -> Iterator[Week]:
    eind = _eind(periode)
    laatste = zondag_van(eind) if soort == "kalenderweken" else eind
    for nummer in range(zondag_van(periode.begin).toordinal(), laatste.toordinal() + 1, _WEEK):
        yield Week(date.fromordinal(nummer))


def _extra_in(periode: Periode, toewijzing: Periode, regel: Weekregel) -> bool:
    """Tell whether the extra week at the end of the assignment is counted in this productperiode."""
    if regel.weken != "zondagen" or toewijzing.eind is None or zondag_van(toewijzing.eind) == toewijzing.eind:
        return False
    zondag = laatste_zondag(toewijzing)
    waar = regel.zonder_zondag if zondag is None else regel.extra_week
    if waar == "geen":
        return False
    dag = zondag if zondag is not None and waar == "maand van de laatste zondag" else toewijzing.eind
    return dag in maand_van(periode.begin)


def _eind(periode: Periode) -> date:
    if periode.eind is None:
        raise ValueError("een periode zonder laatste dag kan niet worden geteld")
    return periode.eind
