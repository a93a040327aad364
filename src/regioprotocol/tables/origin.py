"""What a sheet of our own was made from: kept in the workbook, so that an import knows what was changed since."""

from __future__ import annotations

import json
from dataclasses import dataclass

from regioprotocol.source.cells import Blad, Werkboek
from regioprotocol.tables.flat import Productrij, uit_data

BLAD = "herkomst"
_MERK = "regioprotocol"
_VERSIE = "1"
_EERSTE_RIJ = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """The region, the digest of its whole table, the day the sheet shows ('' is all days), and the rows shown."""

    regio: str
    digest: str
    op: str
    rijen: tuple[Productrij, ...]


class HerkomstFout(ValueError):  # noqa: N818 - a Fout, as users call it
    """The sheet is there but is not what we wrote."""


def is_eigen(boek: Werkboek) -> bool:
    """Tell whether we made this workbook."""
    return any(blad.naam == BLAD and blad.verborgen and _tekst(blad, 1, 1) == _MERK for blad in boek.bladen)


def lees_herkomst(boek: Werkboek) -> Herkomst | None:
    """Give the origin; None for a workbook that is not ours. Raises HerkomstFout when it was changed."""
    if not is_eigen(boek):
        return None
    blad = next(blad for blad in boek.bladen if blad.naam == BLAD and blad.verborgen)
    if _tekst(blad, 1, 2) != _VERSIE:
        raise HerkomstFout("Dit bestand is gemaakt met een andere versie van regioprotocol.")
    rijen = []
    for nummer in sorted(nr for nr in blad.rijen if nr >= _EERSTE_RIJ):
        tekst = "".join(str(cel.waarde) for _, cel in sorted(blad.rijen[nummer].items()))
        try:
            rijen.append(uit_data(json.loads(tekst)))
        except (ValueError, TypeError, KeyError, AttributeError):
            raise HerkomstFout("Het verborgen blad met de herkomst is beschadigd.") from None
    return Herkomst(regio=_tekst(blad, 2, 2), digest=_tekst(blad, 3, 2), op=_tekst(blad, 4, 2), rijen=tuple(rijen))


def _tekst(blad: Blad, rij: int, kolom: int) -> str:
    cel = blad.rijen.get(rij, {}).get(kolom)
    return str(cel.waarde) if cel else ""
