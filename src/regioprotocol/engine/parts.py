"""What every part of a message has: the line and the name of the element of each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class Vorm(Struct, frozen=True):
    """Which fields an element has, in which order, and how each is called in the message.

    One for all elements with the same children, so that a record needs only a tuple of lines.
    """

    element: str
    plek: Mapping[str, int]
    elementen: Mapping[str, str]


_ONBEKEND: Final = Vorm("", {}, {})


class Onderdeel(Struct, frozen=True, gc=False):
    """A part of a message that knows the line of every field.

    *regels* holds the line of the element itself first, then those of the elements below it. Records never refer to
    what they are part of, so they need no garbage collector.
    """

    regels: tuple[int, ...] = ()
    vorm: Vorm = _ONBEKEND

    @property
    def regel(self) -> int:
        """Give the line of the element itself; 0 when the record was not read from a message."""
        return self.regels[0] if self.regels else 0

    @property
    def element(self) -> str:
        """Give the name of the element itself ('Prestatie')."""
        return self.vorm.element

    def regel_van(self, veld: str) -> int:
        """Give the line of the element of a field; of the record itself when the element is not there."""
        plek = self.vorm.plek.get(veld)
        return self.regel if plek is None else self.regels[plek]

    def element_van(self, veld: str) -> str:
        """Give the name that the element of a field has in the message: 'ProductTarief' for tarief."""
        return self.vorm.elementen.get(veld, veld)

    def __repr__(self) -> str:
        """Show no values: a traceback or a log must not carry a BSN."""
        return f"<{type(self).__name__} regel {self.regel}>"


class Retourcode(Onderdeel, frozen=True):
    """A return code at one level of a return message or a 325."""

    code: str | None = None
