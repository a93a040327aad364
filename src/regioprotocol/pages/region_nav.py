"""The pages of a region, in the order of its tabs, and the way to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from regioprotocol.pages.layout import START, Kruimel
from regioprotocol.pages.records import Deel


@dataclass(frozen=True, slots=True)
class Tab:
    """A page that every region has: the last part of its address, and its title."""

    pad: str
    titel: str


TABS: Final[tuple[Tab, ...]] = (
    Tab("", "In het kort"),
    Tab("afspraken/", "Regionale afspraken"),
    Tab("protocol/", "Volledig protocol"),
    Tab("productcodes/", "Productcodes"),
    Tab("routes/", "Routes"),
    Tab("wijzigingen/", "Wijzigingen"),
    Tab("bronnen/", "Bronverantwoording"),
    Tab("downloads/", "Downloads"),
)


def kruimels(deel: Deel, *verder: Kruimel) -> tuple[Kruimel, ...]:
    """Give the way to a page of a region."""
    return (START, ("Regio's", "regios/"), (deel.titel, deel.pad), *verder)
