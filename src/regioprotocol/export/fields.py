"""How plain values stand in the contract: days as text, a duration in parts, and nothing where there is nothing."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from msgspec import UNSET, UnsetType

from regioprotocol.calendar import Duur
from regioprotocol.parameterset import records as r


def dag(waarde: date | None) -> str | UnsetType:
    """Give an ISO day, or nothing."""
    return waarde.isoformat() if waarde else UNSET


def of_niet(tekst: str) -> str | UnsetType:
    """Give a text, or nothing for an empty one."""
    return tekst or UNSET


def duur_record(duur: Duur) -> r.Duur:
    """Give the parts of a duration; the records have the same names on both sides."""
    return r.Duur(**asdict(duur))
