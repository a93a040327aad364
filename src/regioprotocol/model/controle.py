"""Controle: a rule of iStandaarden on messages, with what it asks and what a sender does when it fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from regioprotocol.diagnostics import GEEN_PLAATSEN, Plaatsen


class Retourcode(NamedTuple):
    """What a receiver answers for a rule: a code of the national list of this law, on this message."""

    wet: str
    bericht: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """A national rule by its number ('TR381'), in our own words. *niveau*: what must be known to check it.

    A rule names its return code once; for which laws and messages it counts, the national lists decide.
    """

    nummer: str
    soort: str
    wetten: tuple[str, ...]
    zin: str
    niveau: str = ""
    berichten: tuple[str, ...] = ()
    retourcode: str = ""
    wat_nu: str = ""
    oorzaken: tuple[str, ...] = ()
    synoniemen: tuple[str, ...] = ()
    bron: tuple[str, ...] = ()
    opmerking: str = ""
    plaatsen: Plaatsen = GEEN_PLAATSEN
