"""For whom a case holds, in words: 'Jeugdwet; verwijzer huisarts (02) of jeugdarts (03)'."""

from __future__ import annotations

from collections.abc import Iterable

from regioprotocol.diagnostics import opsomming
from regioprotocol.parameterset import Index

# Dimensions whose values speak for themselves; the others are named before their values.
_ZONDER_NAAM = frozenset({"wet", "domein"})
_WET = "wet"
_GEMEENTE = "gemeente"
_PRODUCT = "product"


def geldt_voor(index: Index, als: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Write conditions as people say them, the law first; nothing when there are none."""
    op_volgorde = sorted(als, key=lambda paar: paar[0] != _WET)
    return "; ".join(_voorwaarde(index, sleutel, waarden) for sleutel, waarden in op_volgorde)


def _voorwaarde(index: Index, sleutel: str, waarden: tuple[str, ...]) -> str:
    woorden = opsomming((_waarde(index, sleutel, waarde) for waarde in waarden), en="of")
    if sleutel in _ZONDER_NAAM:
        return woorden
    titel = next((d.titel for d in index.parameterset.dimensies if d.sleutel == sleutel), sleutel)
    return f"{titel[:1].lower()}{titel[1:]} {woorden}"


def _waarde(index: Index, sleutel: str, waarde: str) -> str:
    if sleutel == _GEMEENTE:
        return next((d.naam for d in index.parameterset.deelname if d.gemeente == waarde), waarde)
    if sleutel == _PRODUCT and waarde in index.producten:
        return f"{waarde} ({index.producten[waarde][-1].naam})"
    if sleutel == _WET:
        return betekenis(index, sleutel, waarde) or waarde
    in_lijst = uit_codelijst(index, sleutel, waarde)
    return f"{in_lijst[:1].lower()}{in_lijst[1:]} ({waarde})" if in_lijst else waarde


def uit_codelijst(index: Index, sleutel: str, waarde: str) -> str:
    """Give what a code of a dimension means; nothing when no list has it."""
    lijsten = {naam for d in index.parameterset.dimensies if d.sleutel == sleutel for naam in d.codelijsten}
    codes = (c for lijst in index.parameterset.codelijsten if lijst.codelijst in lijsten for c in lijst.codes)
    return next((c.betekenis for c in codes if c.code == waarde), "")


def betekenis(index: Index, sleutel: str, waarde: str) -> str:
    """Give what the vocabulary says that a value means; nothing when it says nothing."""
    waarden = (w for d in index.parameterset.dimensies if d.sleutel == sleutel for w in d.waarden)
    return next((w.omschrijving for w in waarden if w.waarde == waarde), "")
