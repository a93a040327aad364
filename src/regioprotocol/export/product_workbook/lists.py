"""The sheet 'Codelijsten': every list that a column chooses from, with the meaning of its codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from regioprotocol.export.product_workbook.choices import Keuzelijst
from regioprotocol.export.product_workbook.style import Stijl

BLAD: Final = "Codelijsten"
_BREEDTES: Final = (22, 84, 8)
_UITLEG: Final = "Uit deze lijsten kiest u op het blad Producten. Meer waarden in één cel? Zet er een komma tussen."


def schrijf_codelijsten(boek: Any, stijl: Stijl, keuzes: Mapping[str, Keuzelijst]) -> None:
    """Add the sheet, and give each list a name for the drop-downs. The short lists come first."""
    vel = boek.add_worksheet(BLAD)
    for nummer, (breedte, formaat) in enumerate(zip(_BREEDTES, (stijl.code, stijl.tekst, stijl.code), strict=True)):
        vel.set_column(nummer, nummer, breedte, formaat)
    vel.hide_gridlines(2)
    vel.set_row(0, 26)
    vel.write_string(0, 0, "Codelijsten", stijl.titel)
    vel.write_string(1, 0, _UITLEG, stijl.onderschrift)
    rij = 2
    for lijst in sorted(keuzes.values(), key=lambda lijst: len(lijst.keuzes)):
        rij += 1
        vel.set_row(rij, 20)
        vel.write_string(rij, 0, lijst.titel, stijl.tussenkop)
        rij = _schrijf_lijst(vel, stijl, lijst, rij + 1)
        boek.define_name(lijst.naam, f"={BLAD}!$A${rij - len(lijst.keuzes) + 1}:$A${rij}")
    vel.ignore_errors({"number_stored_as_text": f"A1:A{rij}"})
    vel.set_paper(9)
    vel.fit_to_pages(1, 0)
    vel.print_area(0, 0, rij, len(_BREEDTES) - 1)


def _schrijf_lijst(vel: Any, stijl: Stijl, lijst: Keuzelijst, rij: int) -> int:
    """Write the headings and the values; give the row under them."""
    vel.set_row(rij, 18)
    wet = any(keuze.wet for keuze in lijst.keuzes)
    for kolom, kop in enumerate(("Code", "Betekenis", "Wet") if wet else ("Code", "Betekenis")):
        vel.write_string(rij, kolom, kop, stijl.kop)
    for keuze in lijst.keuzes:
        rij += 1
        vel.write_string(rij, 0, keuze.waarde, stijl.code)
        vel.write_string(rij, 1, keuze.betekenis, stijl.tekst)
        vel.write_string(rij, 2, keuze.wet, stijl.code)
    return rij + 1
