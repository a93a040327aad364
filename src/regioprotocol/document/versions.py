"""The version that a document is of: how it is called, from when it holds, and what must be said about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.document.records import Kader
from regioprotocol.document.source import Bron
from regioprotocol.model.regio import Versie
from regioprotocol.report.dutch import datum, datum_kort

CONCEPT: Final = "concept"
VOORBEELD: Final = "voorbeeld"
VERVALLEN: Final = "vervallen"
_WATERMERKEN: Final = (VOORBEELD, CONCEPT, VERVALLEN)


def geldt_vanaf(versie: Versie) -> str:
    """Write the first day of a version."""
    return datum_kort(versie.geldt.vanaf) if versie.geldt.vanaf else "onbekend"


def status(bron: Bron) -> str:
    """Give the status; a region that is invented is an example whatever it says, and without a version a concept."""
    if bron.regio.voorbeeld:
        return VOORBEELD
    return bron.versie.status if bron.versie else CONCEPT


def watermerk(bron: Bron) -> str:
    """Give the word that stands across every page, or nothing for what holds."""
    return status(bron).upper() if status(bron) in _WATERMERKEN else ""


def is_onofficieel(bron: Bron) -> bool:
    """Tell whether a real region did not publish this itself."""
    return not bron.regio.voorbeeld and not (bron.versie and bron.versie.officieel)


def waarschuwingen(bron: Bron) -> Iterator[Kader]:
    """Give what stands on the cover, before anything else is read."""
    naam = bron.regio.titel
    if status(bron) == VOORBEELD:
        tekst = "Alles in dit document is verzonnen, om te laten zien hoe het werkt. Gebruik het niet voor echte zorg."
        yield Kader("Voorbeeld", tekst)
    if status(bron) == CONCEPT:
        yield Kader("Concept", "Dit protocol is nog niet vastgesteld. Er kunnen geen rechten aan worden ontleend.")
    if status(bron) == VERVALLEN:
        yield Kader("Vervallen", "Deze versie van het protocol geldt niet meer.")
    if is_onofficieel(bron):
        welke = f"versie {bron.versie.nummer}" if bron.versie else "wat er bekend is"
        waar = f" U vindt die via {bron.versie.vindplaats}." if bron.versie and bron.versie.vindplaats else ""
        tekst = (
            f"Deze weergave is niet door {naam} uitgegeven. Zij is gemaakt naar {welke}. "
            f"De vastgestelde tekst van het protocol gaat voor.{waar}"
        )
        yield Kader("Onofficiële weergave", tekst)


def kenmerken(bron: Bron) -> Iterator[tuple[str, str]]:
    """Give the lines of the cover."""
    versie, parameterset = bron.versie, bron.index.parameterset
    yield "Regio", bron.regio.titel
    yield "Versie", versie.nummer if versie else "nog geen"
    yield "Status", status(bron)
    yield "Geldt vanaf", datum(versie.geldt.vanaf) if versie and versie.geldt.vanaf else "onbekend"
    yield "Vastgesteld op", datum(versie.vastgesteld) if versie and versie.vastgesteld else "onbekend"
    yield "Besluit", (versie.besluit if versie else "") or "onbekend"
    namen = dict.fromkeys(deel.naam for deel in parameterset.deelname)
    yield "Gemeenten", ", ".join(namen) or "nog geen"
    yield "Stand", f"wat geldt op {datum(bron.op)}, met wat daarna al vaststaat"
    yield "Release", f"{parameterset.release} van iWmo en iJw"
