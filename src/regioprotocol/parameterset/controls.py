"""National rules on messages, as the parameter set has them. The docstrings are the descriptions in the schema."""

from __future__ import annotations

from msgspec import UNSET, Struct

from regioprotocol.parameterset.rules import Optioneel


class Retourcode(Struct, frozen=True, kw_only=True):
    """Welke retourcode bij deze wet op dit bericht hoort. Staat een combinatie er niet, dan is er geen retourcode."""

    wet: str
    bericht: str
    retourcode: str


class Controle(Struct, frozen=True, kw_only=True):
    """Een landelijke regel op berichten. Het niveau zegt waarmee een programma hem kan controleren."""

    controle: str
    soort: str
    niveau: Optioneel = UNSET
    wet: tuple[str, ...]
    berichten: tuple[str, ...]
    zin: str
    wat_nu: Optioneel = UNSET
    oorzaken: tuple[str, ...]
    synoniemen: tuple[str, ...]
    retourcodes: tuple[Retourcode, ...]
    opmerking: Optioneel = UNSET
