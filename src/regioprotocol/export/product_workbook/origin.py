"""The hidden sheet 'herkomst': the rows as they were when the file was made, so that import can tell what changed."""

from __future__ import annotations

import json
from typing import Any, Final

from regioprotocol.export.product_sheet import Productblad
from regioprotocol.tables.flat import als_data

BLAD: Final = "herkomst"
FORMAAT: Final = "1"
_EERSTE_RIJ: Final = 5
# Half of what a cell can hold: Excel counts some characters twice.
_STUK: Final = 16_000


def herkomst(blad: Productblad) -> dict[str, str]:
    """Give of which table and day the workbook is; it stands in its properties as well."""
    return {"regio": blad.regio, "digest": blad.digest, "op": blad.op.isoformat() if blad.op else ""}


def schrijf_herkomst(boek: Any, blad: Productblad) -> None:
    """Add the sheet: region, digest of the whole table, day, and a JSON text for each row that is shown."""
    vel = boek.add_worksheet(BLAD)
    for rij, (sleutel, waarde) in enumerate({"regioprotocol": FORMAAT, **herkomst(blad)}.items()):
        vel.write_string(rij, 0, sleutel)
        vel.write_string(rij, 1, waarde)
    for nummer, product in enumerate(blad.rijen, _EERSTE_RIJ):
        tekst = json.dumps(als_data(product), ensure_ascii=False, sort_keys=True)
        for kolom, begin in enumerate(range(0, len(tekst), _STUK)):
            vel.write_string(nummer, kolom, tekst[begin : begin + _STUK])
    vel.very_hidden()
