"""How much a sheet may hold. A product table has at most some thousands of rows and some tens of columns."""

from __future__ import annotations

from typing import Final

from regioprotocol.source.refusal import RefusedError

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 400
MOST_CELLS: Final = 1_000_000


def check_size(rows: int, columns: int, cells: int, *, wat: str = "Dit blad", blad: str = "") -> None:
    """Raise RefusedError when there are more filled rows, columns or cells than we read."""
    if rows <= MOST_ROWS and columns <= MOST_COLUMNS and cells <= MOST_CELLS:
        return
    if rows > MOST_ROWS:
        grens, eenheid = MOST_ROWS, "gevulde rijen"
    elif columns > MOST_COLUMNS:
        grens, eenheid = MOST_COLUMNS, "gevulde kolommen"
    else:
        grens, eenheid = MOST_CELLS, "gevulde cellen"
    aantal = f"{grens:,}".replace(",", ".")
    raise RefusedError("RP028", f"{wat} heeft meer dan {aantal} {eenheid}.", blad=blad)
