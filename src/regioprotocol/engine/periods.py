"""Months and the parts of them that lie in an assignment: declaratieperiode, productperiode, month of delivery.

Both days of a period count: that is how messages give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from regioprotocol.calendar import laatste_van_maand

DAG_VAN_LEVERING: Final = "dag van levering"
ZONDAG_VAN_DE_WEEK: Final = "zondag van de week"

_EEN_DAG: Final = timedelta(days=1)
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Periode:
    """The days from *begin* up to and including *eind*; without *eind* the period is open."""

    begin: date
    eind: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.eind is not None and self.eind < self.begin:
            raise ValueError("een periode eindigt niet voordat zij begint")

    def __contains__(self, dag: date) -> bool:
        """Tell whether the day lies in the period."""
        return self.begin <= dag and (self.eind is None or dag <= self.eind)


@lru_cache(maxsize=1024)
def maand_van(dag: date) -> Periode:
    """Give the calendar month of a day: a declaratieperiode (OP280)."""
    return Periode(dag.replace(day=1), laatste_van_maand(dag))


def productperiode(toewijzing: Periode, maand: Periode) -> Periode | None:
    """Give the part of a month that lies in the assignment, or None when none of it does (IV089, TR387, TR388).

    The days on which care began or stopped do not matter.
    """
    begin = max(toewijzing.begin, maand.begin)
    eind = _eerste(toewijzing.eind, maand.eind)
    return None if eind is not None and eind < begin else Periode(begin, eind)


def productperioden(toewijzing: Periode, tot_en_met: date | None = None) -> Iterator[Periode]:
    """Give the productperiode of every month of an assignment.

    An open assignment needs *tot_en_met*, the last day to look at. Raises ValueError without it.
    """
    laatste = _eerste(toewijzing.eind, tot_en_met)
    if laatste is None:
        raise ValueError("een toewijzing zonder einddatum heeft geen laatste maand")
    dag = toewijzing.begin
    while dag <= laatste:
        maand = maand_van(dag)
        eind = _eerste(maand.eind, toewijzing.eind)
        yield Periode(dag, eind)
        if maand.eind is None or maand.eind == date.max:
            return
        dag = maand.eind + _EEN_DAG


def is_gebroken(periode: Periode) -> bool:
    """Tell whether a productperiode is only a part of its month (IV078)."""
    return periode != maand_van(periode.begin)


def zondag_van(dag: date) -> date:
    """Give the Sunday of the week of a day: a week runs from Monday, as ISO 8601 has it.

    The last week that a date can name has no Sunday; its last day stands in for it.
    """
    return date.fromordinal(min(dag.toordinal() + _WEEK - dag.isoweekday(), date.max.toordinal()))


def laatste_zondag(periode: Periode) -> date | None:
    """Give the last Sunday in a period; None when there is none, or no end."""
    if periode.eind is None:
        return None
    zondag = periode.eind - (periode.eind.isoweekday() % _WEEK) * _EEN_DAG
    return zondag if zondag >= periode.begin else None


def peildag_van_levering(levering: date, toewijzing: Periode, wijze: str) -> date:
    """Give the day that decides in which month care per week is declared (IV076).

    *wijze* is the value of the rule `productperiode.maand`: the day of delivery itself, or the Sunday of its week.
    When that Sunday lies after the assignment, its last Sunday decides; in an assignment without a Sunday its
    last day. Raises ValueError for another value, and for a day outside the assignment.
    """
    if levering not in toewijzing:
        raise ValueError("de levering ligt buiten de toewijzing")
    if wijze == DAG_VAN_LEVERING:
        return levering
    if wijze != ZONDAG_VAN_DE_WEEK:
        raise ValueError(f"deze manier kennen we niet: {wijze}")
    zondag = zondag_van(levering)
    if zondag in toewijzing or toewijzing.eind is None:
        return zondag
    return laatste_zondag(toewijzing) or toewijzing.eind


def _eerste(een: date | None, ander: date | None) -> date | None:
    return min((dag for dag in (een, ander) if dag is not None), default=None)
