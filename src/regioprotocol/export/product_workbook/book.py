"""The workbook as a whole: the table, its explanation, the code lists, and what it was made from."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

from regioprotocol.export.product_sheet import Productblad
from regioprotocol.export.product_workbook.choices import keuzelijsten
from regioprotocol.export.product_workbook.guide import schrijf_uitleg
from regioprotocol.export.product_workbook.lists import schrijf_codelijsten
from regioprotocol.export.product_workbook.origin import herkomst, schrijf_herkomst
from regioprotocol.export.product_workbook.style import Stijl
from regioprotocol.export.product_workbook.table import schrijf_producten
from regioprotocol.export.product_workbook.titles import status_zin, titel
from regioprotocol.model.woordenboek import Woordenboek

# A fixed day: the same table must give the same bytes.
_GEMAAKT: Final = datetime(2000, 1, 1)
_VENSTER: Final = (2400, 1500)


def werkboek(blad: Productblad, woordenboek: Woordenboek) -> bytes:
    """Give the Excel file; the same sheet gives the same bytes.

    Raises ModuleNotFoundError without xlsxwriter, and CelTeLangError for a text that does not fit in a cell.
    """
    import xlsxwriter  # noqa: PLC0415 - an extra that only this needs

    uit = io.BytesIO()
    boek = xlsxwriter.Workbook(uit, {"in_memory": True})
    boek.set_properties({"title": titel(blad), "subject": status_zin(blad), "created": _GEMAAKT})
    boek.set_size(*_VENSTER)
    for naam, waarde in herkomst(blad).items():
        boek.set_custom_property(naam, waarde)
    stijl = Stijl.van(boek)
    keuzes = keuzelijsten(blad, woordenboek)
    schrijf_producten(boek, stijl, blad, keuzes, woordenboek.eerste_jaar)
    schrijf_uitleg(boek, stijl, blad, woordenboek.kolommen)
    schrijf_codelijsten(boek, stijl, keuzes)
    schrijf_herkomst(boek, blad)
    boek.close()
    return uit.getvalue()
