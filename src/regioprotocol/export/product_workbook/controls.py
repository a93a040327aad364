"""What Excel checks while somebody types: drop-downs, days, amounts and codes, with a Dutch word of help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from regioprotocol.diagnostics import kolomletters
from regioprotocol.export.product_workbook.choices import Keuzelijst
from regioprotocol.model.kolommen import Kolom

# Limits of Excel for the texts of a check.
_TITEL: Final = 32
_TEKST: Final = 255
# A last day does not come before this first one.
_NA: Final = {
    "geldig_tot_en_met": "geldig_vanaf",
    "tarief_tot_en_met": "tarief_vanaf",
    "declareren_tot_en_met": "geldig_tot_en_met",
}
_CODE: Final = (
    '=IF({c}="onbekend",TRUE,AND(LEN({c})=5,EXACT({c},UPPER({c})),ISNUMBER(-LEFT({c},1)),ISNUMBER(-MID({c},2,1))))'
)
_TARIEF: Final = '=IF(ISNUMBER({c}),AND({c}>=0,ROUND({c},2)={c}),OR({c}="onbekend",{c}="geen"))'


@dataclass(frozen=True, slots=True)
class _Plek:
    """The first cell that a check is for, and the cell of an earlier day, if there is one."""

    cel: str
    vroeger: str
    eerste_jaar: int


def zet_controles(
    vel: Any, kolommen: tuple[Kolom, ...], keuzes: Mapping[str, Keuzelijst], rijen: tuple[int, int], eerste_jaar: int
) -> None:
    """Put a check on every column, from the first to the last row (from 0), and help on the heading above it.

    *eerste_jaar*: a day in an earlier year is a slip.
    """
    eerste, laatste = rijen
    cellen = {kolom.naam: f"{kolomletters(nummer)}{eerste + 1}" for nummer, kolom in enumerate(kolommen, 1)}
    for nummer, kolom in enumerate(kolommen):
        titel = kolom.titel[:_TITEL]
        uitleg = {"validate": "any", "input_title": titel, "input_message": kolom.uitleg[:_TEKST]}
        vel.data_validation(eerste - 1, nummer, eerste - 1, nummer, uitleg)
        plek = _Plek(cellen[kolom.naam], cellen.get(_NA.get(kolom.naam, ""), ""), eerste_jaar)
        if controle := _controle(kolom, keuzes, plek):
            vel.data_validation(eerste, nummer, laatste, nummer, {"error_title": titel, **controle})


def _controle(kolom: Kolom, keuzes: Mapping[str, Keuzelijst], plek: _Plek) -> Mapping[str, object] | None:
    if kolom.eigen:
        return None
    if kolom.dimensie in keuzes:
        return _keuze(kolom, keuzes[kolom.dimensie])
    return _CONTROLES[kolom.soort](plek) if kolom.soort in _CONTROLES else None


def _code(plek: _Plek) -> dict[str, object]:
    fout = "Een code heeft vijf tekens: twee cijfers, dan hoofdletters of cijfers. Of typ: onbekend."
    return {"validate": "custom", "value": _CODE.format(c=plek.cel), "error_message": fout}


def _bedrag(plek: _Plek) -> dict[str, object]:
    fout = "Typ een bedrag in euro's met hoogstens twee cijfers achter de komma, bijvoorbeeld 82,50."
    formule = _TARIEF.format(c=plek.cel)
    return {"validate": "custom", "value": formule, "error_message": f"{fout} Of typ: onbekend, of geen."}


def _datum(plek: _Plek) -> dict[str, object]:
    jaar = f"DATE({max(plek.eerste_jaar, 1900)},1,1)"
    fout = "Typ een dag, bijvoorbeeld 01-01-2027."
    if plek.vroeger:
        fout += " De laatste dag ligt niet vóór de eerste."
    vanaf = f"=MAX({plek.vroeger},{jaar})" if plek.vroeger else f"={jaar}"
    return {"validate": "date", "criteria": ">=", "value": vanaf, "error_message": fout}


def _getal(_plek: _Plek) -> dict[str, object]:
    fout = "Typ een heel getal, zonder punt of komma."
    return {"validate": "integer", "criteria": ">=", "value": 0, "error_message": fout}


_CONTROLES: Final[Mapping[str, Callable[[_Plek], dict[str, object]]]] = {
    "code": _code,
    "bedrag": _bedrag,
    "datum": _datum,
    "getal": _getal,
}


def _keuze(kolom: Kolom, lijst: Keuzelijst) -> dict[str, object]:
    """One value must come from the list; several in one cell are asked about only."""
    meer = kolom.soort == "keuzes"
    fout = "Deze waarde staat niet in de lijst. De lijst staat op het blad Codelijsten."
    if meer:
        fout += " Meer waarden in één cel? Zet er een komma tussen."
    return {
        "validate": "list",
        "source": f"={lijst.naam}",
        "error_type": "warning" if meer else "stop",
        "error_message": fout,
        "input_title": kolom.titel[:_TITEL],
        "input_message": _hulp(kolom, lijst),
    }


def _hulp(kolom: Kolom, lijst: Keuzelijst) -> str:
    """Give what the codes mean, if that fits; else where it stands."""
    betekenissen = "\n".join(f"{keuze.waarde}: {keuze.betekenis}" for keuze in lijst.keuzes if keuze.los)
    verwijzing = f"{kolom.uitleg} Alle waarden staan op het blad Codelijsten."
    return betekenissen if len(betekenissen) <= _TEKST else verwijzing[:_TEKST]
