"""From the cases of a parameter set to the settings that a calculation needs.

The set says which calculation holds, by its name, and with which settings; the calculation itself is code. A name or
setting that this engine does not know is never guessed at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, cast, get_args

from regioprotocol.engine.amounts import Afronding
from regioprotocol.engine.volume import ExtraWeek, Totaal, Weekregel, Weken
from regioprotocol.parameterset import Feiten, Index, Uitkomst, zoek
from regioprotocol.parameterset.records import BerekeningGeval

WEEKVOLUME: Final = "berekening.weekvolume"
GEBROKEN_MAAND: Final = "declaratie.gebroken_maand"
_HALF_OMHOOG: Final = "half omhoog"


class GeenRekenwijzeError(ValueError):
    """The set gives no calculation for these facts on this day, or one that this engine does not know."""


@dataclass(frozen=True, slots=True)
class Rekenwijze:
    """The case that decides on a calculation: its name and settings, and where it comes from."""

    uitkomst: Uitkomst
    naam: str
    instellingen: Mapping[str, str]


def rekenwijze(index: Index, regel: str, feiten: Feiten, op: date) -> Rekenwijze:
    """Look up how this rule is computed. Raises GeenRekenwijzeError when the set does not say."""
    if regel not in index.regels:
        raise GeenRekenwijzeError(f"de regel {regel} staat niet in deze parameterset")
    uitkomst = zoek(index, regel, feiten, op)
    geval = uitkomst.gevallen[0] if uitkomst.gevallen else None
    if uitkomst.stand != "waarde" or not isinstance(geval, BerekeningGeval):
        raise GeenRekenwijzeError(f"voor {op:%d-%m-%Y} staat er bij {regel} geen rekenwijze{_stand(uitkomst)}")
    instellingen = MappingProxyType({i.sleutel: i.waarde for i in geval.instellingen})
    return Rekenwijze(uitkomst, str(geval.waarde), instellingen)


def keuze(index: Index, regel: str, feiten: Feiten, op: date) -> str | None:
    """Look up a choice; None when the set gives none for these facts."""
    uitkomst = zoek(index, regel, feiten, op) if regel in index.regels else Uitkomst("geen antwoord")
    return uitkomst.waarden[0] if uitkomst.stand == "waarde" else None


def afronding(wijze: Rekenwijze) -> Afronding:
    """Give how a calculation is rounded. Raises GeenRekenwijzeError for a way that we do not know."""
    hoe = wijze.instellingen.get("afronding", _HALF_OMHOOG)
    decimalen, minimum = (wijze.instellingen.get(naam, "0") for naam in ("decimalen", "minimum"))
    if hoe != _HALF_OMHOOG or not decimalen.isdecimal() or not minimum.isdecimal():
        raise GeenRekenwijzeError(f"afronden op de manier '{hoe}, {decimalen}, {minimum}' kennen we niet")
    return Afronding(decimalen=int(decimalen), minimum=int(minimum))


def weekregel(wijze: Rekenwijze) -> Weekregel:
    """Give how weeks are counted. Raises GeenRekenwijzeError for a setting that we do not know."""
    weken = wijze.instellingen.get("weken", "")
    vast = int(weken) if weken.isdecimal() else 0
    return Weekregel(
        weken="vast aantal" if vast else cast("Weken", _een_van("weken", weken, get_args(Weken))),
        totaal=cast("Totaal", _een_van("totaal", wijze.instellingen.get("totaal", ""), get_args(Totaal))),
        vast_aantal=vast,
        extra_week=_extra(wijze, "extra_week"),
        zonder_zondag=_extra(wijze, "zonder_zondag"),
    )


def _extra(wijze: Rekenwijze, sleutel: str) -> ExtraWeek:
    return cast("ExtraWeek", _een_van(sleutel, wijze.instellingen.get(sleutel, "geen"), get_args(ExtraWeek)))


def _een_van(sleutel: str, waarde: str, mag: tuple[str, ...]) -> str:
    if waarde not in mag:
        raise GeenRekenwijzeError(f"de instelling '{sleutel}: {waarde}' kennen we niet")
    return waarde


def _stand(uitkomst: Uitkomst) -> str:
    if not uitkomst.gevallen:
        return ""
    waar = uitkomst.gevallen[0].waar
    return f" ({uitkomst.stand}: {waar})" if isinstance(waar, str) else f" ({uitkomst.stand})"
