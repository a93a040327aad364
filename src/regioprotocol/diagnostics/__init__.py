"""Findings (meldingen): what is wrong, where, and what the user can do. Imports nothing of ours."""

from regioprotocol.diagnostics.codes import SOORTEN, soort
from regioprotocol.diagnostics.melding import (
    GEEN_PLAATSEN,
    Ernst,
    Melding,
    Plaats,
    Plaatsen,
    Soort,
    Verwant,
    kolomletters,
)
from regioprotocol.diagnostics.suggest import bedoelde_u, dichtstbij, opsomming

__all__ = [
    "GEEN_PLAATSEN",
    "SOORTEN",
    "Ernst",
    "Melding",
    "Plaats",
    "Plaatsen",
    "Soort",
    "Verwant",
    "bedoelde_u",
    "dichtstbij",
    "kolomletters",
    "opsomming",
    "soort",
]
