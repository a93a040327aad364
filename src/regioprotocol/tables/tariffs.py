"""Tariffs over time: which one holds on a day, and what a new one does to the ones that are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from regioprotocol.tables.flat import Tariefrij

_TWEEDE_DAG: Final = date.min + timedelta(days=1)


def op_dag(tarieven: Iterable[Tariefrij], kenmerk: str, dag: str) -> Tariefrij | None:
    """Give the tariff of a kenmerk that holds on a day (jjjj-mm-dd; '' is before all days)."""
    return next((t for t in tarieven if t.kenmerk == kenmerk and _omvat(t, dag)), None)


def laatste(tarieven: Iterable[Tariefrij], kenmerk: str) -> Tariefrij | None:
    """Give the tariff of a kenmerk that begins last."""
    return max((t for t in tarieven if t.kenmerk == kenmerk), default=None, key=lambda t: t.vanaf)


def voeg_in(tarieven: Sequence[Tariefrij], nieuw: Tariefrij) -> tuple[Tariefrij, ...]:
    """Add a tariff, or change the one that begins on the same day. Nothing before its first day changes.

    The one that holds on its first day ends the day before. A new one without a last day goes on until the
    next begins, or until the one that it follows would have ended.
    """
    anderen = [t for t in tarieven if (t.kenmerk, t.vanaf) != (nieuw.kenmerk, nieuw.vanaf)]
    zelfde = next((t for t in tarieven if (t.kenmerk, t.vanaf) == (nieuw.kenmerk, nieuw.vanaf)), None)
    vorige = op_dag(anderen, nieuw.kenmerk, nieuw.vanaf)
    einde = nieuw.tot_en_met
    if not einde:
        later = min((t.vanaf for t in anderen if t.kenmerk == nieuw.kenmerk and t.vanaf > nieuw.vanaf), default="")
        grenzen = [dag_ervoor(later) if later else "", vorige.tot_en_met if vorige else ""]
        einde = zelfde.tot_en_met if zelfde else min((grens for grens in grenzen if grens), default="")
    if vorige:
        anderen[anderen.index(vorige)] = replace(vorige, tot_en_met=dag_ervoor(nieuw.vanaf))
    return tuple(sorted((*anderen, replace(nieuw, tot_en_met=einde))))


def dag_ervoor(dag: str) -> str:
    """Give the day before a day; before the first day that a calendar has there is none."""
    return (max(date.fromisoformat(dag), _TWEEDE_DAG) - timedelta(days=1)).isoformat()


def dag_erna(dag: str) -> str:
    """Give the day after a day."""
    return (date.fromisoformat(dag) + timedelta(days=1)).isoformat()


def _omvat(tarief: Tariefrij, dag: str) -> bool:
    return tarief.vanaf <= dag and (not tarief.tot_en_met or dag <= tarief.tot_en_met)
