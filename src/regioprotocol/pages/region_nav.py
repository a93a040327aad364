"""The pages of a region, in the order of its tabs, and the way to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from regioprotocol.pages.layout import START, Kruimel
from regioprotocol.pages.records import Deel


@dataclass(frozen=True, slots=True)
class Tab:
    """A page that every region has: the last part of its address, its title, and what it holds in one sentence."""

    pad: str
    titel: str
    omschrijving: str = ""


TABS: Final[tuple[Tab, ...]] = (
    Tab("", "In het kort"),
    Tab("afspraken/", "Regionale afspraken", "Wat hier anders of extra is afgesproken, naast de landelijke regel."),
    Tab("protocol/", "Volledig protocol", "Elke regel met het antwoord, de bron en wie het bepaalt."),
    Tab("termijnen/", "Termijnen", "Wie binnen hoeveel tijd wat doet, per bericht."),
    Tab("productcodes/", "Productcodes", "Alle producten met hun eenheid, frequentie en tarief."),
    Tab("routes/", "Routes", "Van aanmelding tot declaratie, stap voor stap."),
    Tab("gemeenten/", "Per gemeente", "Wie waarvoor meedoet, en wat in één gemeente anders is."),
    Tab("wijzigingen/", "Wijzigingen", "Wat veranderd is en wat eraan komt."),
    Tab("bronnen/", "Bronverantwoording", "Waar elke alinea van het document terugkomt."),
    Tab("downloads/", "Downloads", "De bestanden voor software, en de productcodes voor Excel."),
)


_LANDELIJK: Final = frozenset({"protocol/", "termijnen/"})


def tabs_van(deel: Deel) -> tuple[Tab, ...]:
    """Give the pages of a region; the standard has only those about its rules."""
    return TABS if deel.snapshot.regio else tuple(tab for tab in TABS if tab.pad in _LANDELIJK)


def kruimels(deel: Deel, *verder: Kruimel) -> tuple[Kruimel, ...]:
    """Give the way to a page of a region, or of the standard, which has no first page of its own."""
    if deel.snapshot.regio is None:
        return (START, *verder)
    return (START, ("Regio's", "regios/"), (deel.titel, deel.pad), *verder)
