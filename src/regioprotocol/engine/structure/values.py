"""The value of one element: from text to what it means, or what is wrong with it.

Codes, dates and amounts come back often, so their types remember the ones that were right. References and numbers of
assignments are new in every line: for those one look says whether a text is surely right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Final

from msgspec import Struct

from regioprotocol.calendar import laatste_van_maand
from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.structure.description import Type
from regioprotocol.engine.structure.first_sight import BSN_LENGTE, CENT, eerste_blik, is_bsn

Waarde = str | int | Decimal | date | time

_WITRUIMTE: Final = " \t\r\n"
_GEHEEL: Final = re.compile(r"([+-]?)0*([0-9]+)")
_MEESTE_CIJFERS: Final = 18
_DATUM: Final = re.compile(r"-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}")
_TIJD: Final = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?")
_EINDE_VAN_DE_DAG: Final = "24:00:00"
_ONTHOUDEN: Final = 4096
_LANGSTE_ONTHOUDEN: Final = 40
_LANGSTE_OPSOMMING: Final = 12


class Fout(Struct, frozen=True):
    """What is wrong with a value. *waarde* is what rules may still use; None when it cannot be typed.

    *tekst* and *verwacht* tell nothing about the value itself; *uitleg* may, and is not for personal values.
    """

    code: str
    tekst: str
    verwacht: str
    waarde: Waarde | None = None
    uitleg: str = ""


class Waardetype:
    """A type of the description, ready to read texts.

    *snel* gives the value of a text that was right before, or is seen to be right at once; else None: then *lees*
    decides.
    """

    __slots__ = ("_bekend", "_lees", "_onthoudt", "codes", "snel", "type")

    def __init__(self, soort: Type, codelijsten: Mapping[str, frozenset[str]]) -> None:
        """Prepare a type; *codelijsten* are the lists of the parameter set, by name."""
        self.type = soort
        self.codes = codelijsten.get(soort.codelijst)
        self._lees: Callable[[str], Waarde | Fout] = _LEZERS[soort.soort](self)
        blik = None if soort.waarden or self.codes is not None else eerste_blik(soort)
        self._onthoudt = blik is None
        self._bekend: dict[str | None, Waarde] = {}
        self.snel: Callable[[str | None], Waarde | None] = blik or self._bekend.get

    def lees(self, tekst: str) -> Waarde | Fout:
        """Give the value of a text, or what is wrong with it."""
        waarde = self._lees(tekst)
        if self._onthoudt and not isinstance(waarde, Fout) and len(tekst) <= _LANGSTE_ONTHOUDEN:
            if len(self._bekend) >= _ONTHOUDEN:
                self._bekend.clear()
            self._bekend[tekst] = waarde
        return waarde


def _tekst(soort: Waardetype) -> Callable[[str], Waarde | Fout]:
    regel = soort.type
    patroon = re.compile(regel.patroon, re.ASCII) if regel.patroon else None
    toegestaan = frozenset(regel.waarden.split())

    def lees(tekst: str) -> Waarde | Fout:
        if toegestaan or soort.codes is not None:
            return _code(tekst, regel, toegestaan, soort.codes)
        if len(tekst) < regel.min_lengte or (regel.niet_leeg and not tekst.strip(_WITRUIMTE)):
            return Fout("RP921", "is leeg", _lengte(regel), tekst)
        if regel.max_lengte is not None and len(tekst) > regel.max_lengte:
            return Fout("RP921", f"is {len(tekst)} tekens lang", _lengte(regel), tekst)
        if regel.een_regel and ("\n" in tekst or "\r" in tekst):
            return Fout("RP922", "bevat een nieuwe regel", "tekst op één regel", tekst)
        if patroon and not patroon.fullmatch(tekst):
            return Fout("RP922", "heeft niet de goede vorm", _vorm(regel), tekst)
        return tekst

    return lees


def _code(tekst: str, regel: Type, toegestaan: frozenset[str], codes: frozenset[str] | None) -> Waarde | Fout:
    if codes is not None and tekst in codes:
        return tekst
    if tekst in toegestaan:
        if codes is None:
            return tekst
        return Fout("RP926", f"staat niet in codelijst {regel.codelijst}", _een_van(codes), tekst)
    lijst = f" uit codelijst {regel.codelijst}" if codes is not None else ""
    return Fout("RP925", "is geen bekende code", f"{_een_van(codes or toegestaan)}{lijst}", tekst)


def _geheel(tekst: str, regel: Type) -> int | Fout:
    kaal = tekst.strip(_WITRUIMTE)
    delen = _GEHEEL.fullmatch(kaal)
    if delen is None:
        return Fout("RP923", "is geen heel getal", _bereik(regel))
    if len(delen[2]) > _MEESTE_CIJFERS:
        return Fout("RP923", "heeft te veel cijfers", _bereik(regel))
    getal = int(delen[1] + delen[2])
    if regel.minimum is not None and getal < regel.minimum:
        return Fout("RP923", "is te laag", _bereik(regel), getal)
    if regel.maximum is not None and getal > regel.maximum:
        return Fout("RP923", "is te hoog", _bereik(regel), getal)
    if regel.patroon and kaal != regel.patroon:
        return Fout("RP922", "is niet de goede waarde", regel.patroon, getal)
    return getal


def _getal(soort: Waardetype) -> Callable[[str], Waarde | Fout]:
    return lambda tekst: _geheel(tekst, soort.type)


def _nummer(soort: Waardetype) -> Callable[[str], Waarde | Fout]:
    """Read a number that names something: text, without zeros in front (007 and 7 are the same)."""

    def lees(tekst: str) -> Waarde | Fout:
        getal = _geheel(tekst, soort.type)
        if isinstance(getal, Fout):
            return Fout(getal.code, getal.tekst, getal.verwacht, None if getal.waarde is None else str(getal.waarde))
        return str(getal)

    return lees


def _bedrag(soort: Waardetype) -> Callable[[str], Waarde | Fout]:
    """Read cents as euros."""

    def lees(tekst: str) -> Waarde | Fout:
        getal = _geheel(tekst, soort.type)
        if isinstance(getal, Fout):
            euro = None if getal.waarde is None else Decimal(str(getal.waarde)).scaleb(-2)
            return Fout(getal.code, getal.tekst, f"{getal.verwacht} (in centen)", euro)
        return getal * CENT

    return lees


def _datum(soort: Waardetype) -> Callable[[str], Waarde | Fout]:
    del soort

    def lees(tekst: str) -> Waarde | Fout:
        kaal = tekst.strip(_WITRUIMTE)
        if not _DATUM.fullmatch(kaal):
            return Fout("RP924", "is geen datum", "een datum als 2026-01-31")
        try:
            return date.fromisoformat(kaal)
        except ValueError:
            return Fout("RP924", "bestaat niet", "een bestaande datum als 2026-01-31", uitleg=_bedoelde_u(kaal))

    return lees


def _bedoelde_u(datum: str) -> str:
    """Give the last day of the month when only the day is too high: 31 June."""
    try:
        laatste = laatste_van_maand(date.fromisoformat(f"{datum[:8]}01"))
    except ValueError:
        return ""
    return f"Bedoelde u {laatste.isoformat()}?"


def _tijd(soort: Waardetype) -> Callable[[str], Waarde | Fout]:
    del soort

    def lees(tekst: str) -> Waarde | Fout:
        kaal = tekst.strip(_WITRUIMTE)
        if kaal == _EINDE_VAN_DE_DAG:
            return time.max
        delen = _TIJD.fullmatch(kaal)
        if delen is None:
            return Fout("RP924", "is geen tijd", "een tijd als 14:30:00")
        try:
            micro = int(f"{delen[4] or '.0':0<7}"[1:7])
            return time(int(delen[1]), int(delen[2]), int(delen[3]), micro)
        except ValueError:
            return Fout("RP924", "bestaat niet", "een tijd als 14:30:00")

    return lees


def _bsn(soort: Waardetype) -> Callable[[str], Waarde | Fout]:
    del soort

    def lees(tekst: str) -> Waarde | Fout:
        if is_bsn(tekst):
            return tekst
        if len(tekst) != BSN_LENGTE or not (tekst.isascii() and tekst.isdigit()):
            return Fout("RP927", f"heeft geen {BSN_LENGTE} cijfers", f"{BSN_LENGTE} cijfers", tekst)
        return Fout("RP927", "voldoet niet aan de elfproef", "een BSN dat aan de elfproef voldoet", tekst)

    return lees


def _lengte(regel: Type) -> str:
    if regel.max_lengte is None:
        return "tekst"
    return f"hoogstens {regel.max_lengte} tekens" if regel.max_lengte > 1 else "1 teken"


def _bereik(regel: Type) -> str:
    if regel.minimum is None:
        return regel.patroon or "een heel getal"
    return f"een heel getal van {regel.minimum} tot en met {regel.maximum}"


def _vorm(regel: Type) -> str:
    return _VORMEN.get(regel.patroon, regel.patroon)


def _een_van(codes: frozenset[str]) -> str:
    rij = sorted(codes)
    if len(rij) > _LANGSTE_OPSOMMING:
        return f"een van de {len(rij)} codes"
    return opsomming(rij, en="of")


_VORMEN: Final = {
    "[0-9]{8}": "8 cijfers",
    "[0-9]{4}": "4 cijfers",
    "[0-9]*": "alleen cijfers",
    "[a-zA-Z0-9]+": "alleen letters en cijfers",
    "([a-zA-ZÀ-ỳ])+": "alleen letters",
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)": "drie getallen met punten ertussen, zoals 1.0.3",
}

_LEZERS: Final[Mapping[str, Callable[[Waardetype], Callable[[str], Waarde | Fout]]]] = {
    "tekst": _tekst,
    "getal": _getal,
    "nummer": _nummer,
    "bedrag": _bedrag,
    "datum": _datum,
    "tijd": _tijd,
    "bsn": _bsn,
}
