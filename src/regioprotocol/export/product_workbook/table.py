"""The sheet 'Producten': the table with its headings, formats and checks, ready to be read, filled in and printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from regioprotocol.diagnostics import kolomletters
from regioprotocol.export.product_sheet import Productblad
from regioprotocol.export.product_workbook.choices import Keuzelijst
from regioprotocol.export.product_workbook.controls import zet_controles
from regioprotocol.export.product_workbook.measures import breedtes, hoogte
from regioprotocol.export.product_workbook.paper import zet_papier
from regioprotocol.export.product_workbook.style import Stijl, loopt_door
from regioprotocol.export.product_workbook.titles import onderschrift, status_zin, titel

BLAD: Final = "Producten"
# The rows above the table, and the row of its headings (from 0).
_TITEL, _STATUS, _ONDERSCHRIFT, KOPRIJ = range(4)
_HOOGTES: Final = {_TITEL: 27, _STATUS: 18, _ONDERSCHRIFT: 18, KOPRIJ: 34}
# The code and the name stay in sight while the rest scrolls.
VASTE_KOLOMMEN: Final = 2
# Under the table is room to type new products, with the same checks.
LEGE_RIJEN: Final = 200
# Excel counts days since 1900, and has the first two months of that year wrong.
_EERSTE_EXCELJAAR: Final = 1901


class CelTeLangError(ValueError):
    """A text is longer than a cell can hold; the message says of which product and column."""


def schrijf_producten(
    boek: Any, stijl: Stijl, blad: Productblad, keuzes: Mapping[str, Keuzelijst], eerste_jaar: int
) -> None:
    """Add the sheet. Raises CelTeLangError. *eerste_jaar*: a day in an earlier year is a slip."""
    vel = boek.add_worksheet(BLAD)
    eerste = KOPRIJ + 1
    laatste = max(KOPRIJ + len(blad.regels), eerste)
    formaten = [stijl.van_kolom(kolom) for kolom in blad.kolommen]
    breed = breedtes(blad)
    for nummer, (kolom, formaat) in enumerate(zip(blad.kolommen, formaten, strict=True)):
        vel.set_column(nummer, nummer, breed[kolom.naam], formaat)
    _schrijf_boven(vel, stijl, blad)
    _zet_hoogtes(vel, blad, breed)
    _schrijf_regels(vel, blad, formaten)
    koppen = [
        {"header": kolom.titel, "header_format": stijl.kop_eigen if kolom.eigen else stijl.kop, "format": formaat}
        for kolom, formaat in zip(blad.kolommen, formaten, strict=True)
    ]
    opties = {"name": BLAD, "style": "Table Style Light 1", "banded_rows": False, "columns": koppen}
    vel.add_table(KOPRIJ, 0, laatste, len(koppen) - 1, opties)
    vel.freeze_panes(eerste, VASTE_KOLOMMEN)
    ruimte = laatste + LEGE_RIJEN
    zet_controles(vel, blad.kolommen, keuzes, (eerste, ruimte), eerste_jaar)
    _zet_opmaak(vel, stijl, blad, (eerste, ruimte))
    zet_papier(vel, blad, list(breed.values()), (KOPRIJ, laatste), VASTE_KOLOMMEN)


def _schrijf_boven(vel: Any, stijl: Stijl, blad: Productblad) -> None:
    for rij, punten in _HOOGTES.items():
        vel.set_row(rij, punten)
    vel.write_string(_TITEL, 0, titel(blad), stijl.titel)
    rustig = blad.status == "definitief" and not blad.onofficieel
    for kolom in range(len(blad.kolommen) if not rustig else 0):
        vel.write_blank(_STATUS, kolom, None, stijl.status)
    vel.write_string(_STATUS, 0, status_zin(blad), stijl.onderschrift if rustig else stijl.status)
    vel.write_string(_ONDERSCHRIFT, 0, onderschrift(blad), stijl.onderschrift)


def _zet_hoogtes(vel: Any, blad: Productblad, breed: Mapping[str, float]) -> None:
    lang = [kolom.naam for kolom in blad.kolommen if loopt_door(kolom)]
    for rij, regel in enumerate(blad.regels, KOPRIJ + 1):
        if nodig := hoogte((regel.get(naam, ""), breed[naam]) for naam in lang):
            vel.set_row(rij, nodig)


def _schrijf_regels(vel: Any, blad: Productblad, formaten: list[Any]) -> None:
    """Write the cells column by column: each kind of column has one way to write."""
    for nummer, (kolom, formaat) in enumerate(zip(blad.kolommen, formaten, strict=True)):
        schrijf = _SCHRIJVERS.get(kolom.soort, _tekst)
        for rij, regel in enumerate(blad.regels, KOPRIJ + 1):
            if (tekst := regel.get(kolom.naam)) and schrijf(vel, rij, nummer, tekst, formaat):
                wie = f"'{kolom.titel}' van {regel.get('code', '')} {regel.get('naam', '')}".rstrip()
                raise CelTeLangError(f"De tekst bij {wie} past niet in een cel van Excel.")


def _tekst(vel: Any, rij: int, kolom: int, tekst: str, formaat: Any) -> Any:
    """Write text as text, whatever it looks like. Anything but 0 comes back when it is too long."""
    return vel.write_string(rij, kolom, tekst.replace("\r\n", "\n").replace("\r", "\n"), formaat)


def _bedrag(vel: Any, rij: int, kolom: int, tekst: str, formaat: Any) -> Any:
    if not tekst[0].isdigit():
        return _tekst(vel, rij, kolom, tekst, formaat)
    # Nine digits and cents: a float holds them exactly as written.
    return vel.write_number(rij, kolom, float(tekst), formaat)


def _datum(vel: Any, rij: int, kolom: int, tekst: str, formaat: Any) -> Any:
    dag = date.fromisoformat(tekst)
    if dag.year < _EERSTE_EXCELJAAR:
        return _tekst(vel, rij, kolom, f"{dag.day:02}-{dag.month:02}-{dag.year:04}", formaat)
    return vel.write_datetime(rij, kolom, dag, formaat)


def _getal(vel: Any, rij: int, kolom: int, tekst: str, formaat: Any) -> Any:
    return vel.write_number(rij, kolom, int(tekst), formaat)


_SCHRIJVERS: Final[Mapping[str, Callable[[Any, int, int, str, Any], Any]]] = {
    "bedrag": _bedrag,
    "datum": _datum,
    "getal": _getal,
}


def _zet_opmaak(vel: Any, stijl: Stijl, blad: Productblad, rijen: tuple[int, int]) -> None:
    """Draw a line above each product, and let what is over be quiet on the day that somebody looks."""
    eerste, laatste = rijen
    plek = {kolom.naam: nummer for nummer, kolom in enumerate(blad.kolommen)}
    hier, boven = (f"{_cel(rij, plek['code'])}&{_cel(rij, plek['naam'])}" for rij in (eerste, eerste - 1))
    nieuw = f"{hier}<>{boven}"
    regels = [(nieuw, True, False)]
    if blad.op is None:
        tarief, product, *declareren = (_cel(eerste, plek[naam]) for naam in _EINDEN if naam in plek)
        einde = f"MAX({','.join((product, *declareren))})"
        voorbij = f"OR(AND(ISNUMBER({tarief}),{tarief}<TODAY()),AND(ISNUMBER({product}),{einde}<TODAY()))"
        # Some programs use only the first rule that holds: the one for both comes first.
        regels = [(f"AND({nieuw},{voorbij})", True, True), *regels, (voorbij, False, True)]
    for formule, lijn, rustig in regels:
        regel = {"type": "formula", "criteria": f"={formule}", "format": stijl.regel(lijn=lijn, rustig=rustig)}
        vel.conditional_format(eerste, 0, laatste, len(blad.kolommen) - 1, regel)
    laatste_cel = _cel(laatste, len(blad.kolommen) - 1).replace("$", "")
    vel.ignore_errors({"number_stored_as_text": f"A{eerste + 1}:{laatste_cel}"})


# Of a tariff, of new assignments, and of declaring on running ones (a column that few tables have).
_EINDEN: Final = ("tarief_tot_en_met", "geldig_tot_en_met", "declareren_tot_en_met")


def _cel(rij: int, kolom: int) -> str:
    """Give a cell with its column fixed, as '$B5'."""
    return f"${kolomletters(kolom + 1)}{rij + 1}"
