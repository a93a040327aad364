"""The values that a column can have, with their meaning: for the drop-downs and for the sheet with code lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from regioprotocol.export.product_sheet import Productblad
from regioprotocol.model.kolommen import Kolom
from regioprotocol.model.product import ONBEKEND
from regioprotocol.model.woordenboek import Dimensie, Woordenboek

SAMEN: Final = ", "
_ONBEKEND: Final = "Nog niet bekend. Dat kan in een concept of een voorbeeld."


@dataclass(frozen=True, slots=True)
class Keuze:
    """A value with its meaning, and the law if it belongs to one of them only."""

    waarde: str
    betekenis: str
    wet: str = ""

    @property
    def los(self) -> bool:
        """Tell whether this is one value, and not several together."""
        return SAMEN not in self.waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzelijst:
    """The values of a dimension, and the columns that choose from them."""

    dimensie: str
    kolommen: tuple[Kolom, ...]
    keuzes: tuple[Keuze, ...]

    @property
    def naam(self) -> str:
        """Give the name by which the drop-downs find the list in the workbook."""
        return f"keuze_{self.dimensie}"

    @property
    def titel(self) -> str:
        """Give the columns that the list is for."""
        return " en ".join(kolom.titel for kolom in self.kolommen)


def keuzelijsten(blad: Productblad, woordenboek: Woordenboek) -> Mapping[str, Keuzelijst]:
    """Give the lists by dimension, in the order of the columns of the sheet."""
    per_dimensie: dict[str, list[Kolom]] = {}
    for kolom in blad.kolommen:
        if kolom.dimensie in woordenboek.dimensies and not kolom.eigen:
            per_dimensie.setdefault(kolom.dimensie, []).append(kolom)
    return {
        naam: Keuzelijst(
            dimensie=naam,
            kolommen=tuple(kolommen),
            keuzes=tuple(_keuzes(woordenboek.dimensies[naam], kolommen, blad, woordenboek)),
        )
        for naam, kolommen in per_dimensie.items()
    }


def _keuzes(
    dimensie: Dimensie, kolommen: Iterable[Kolom], blad: Productblad, woordenboek: Woordenboek
) -> Iterator[Keuze]:
    """Give what can be chosen today, and after it what the table itself has: old values, and several together."""
    nu = {keuze.waarde: keuze for keuze in _nu(dimensie, woordenboek)}
    yield from nu.values()
    if dimensie.codelijsten and any(kolom.soort == "keuze" for kolom in kolommen):
        yield Keuze(ONBEKEND, _ONBEKEND)
    betekenis = woordenboek.waarden_van(dimensie)
    gebruikt = {regel.get(kolom.naam, "") for kolom in kolommen for regel in blad.regels}
    for waarde in sorted(gebruikt - nu.keys() - {"", ONBEKEND}):
        eerste, *rest = (betekenis.get(deel, "") for deel in waarde.split(SAMEN))
        yield Keuze(waarde, " en ".join([eerste, *(deel[:1].lower() + deel[1:] for deel in rest)]))


def _nu(dimensie: Dimensie, woordenboek: Woordenboek) -> Iterator[Keuze]:
    """Give the codes of the national lists. What a dimension has besides those belongs to an old release."""
    lijsten = [woordenboek.codelijsten[naam] for naam in dimensie.codelijsten if naam in woordenboek.codelijsten]
    for lijst in lijsten:
        wet = lijst.wetten[0] if len(lijst.wetten) == 1 else ""
        for code in lijst.codes.values():
            if not code.vervallen:
                yield Keuze(code.code, code.betekenis, wet)
    if not lijsten:
        yield from (Keuze(waarde.waarde, waarde.omschrijving) for waarde in dimensie.waarden)
