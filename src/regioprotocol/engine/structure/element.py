"""What the engine asks of an element of the XML library, so that only `reading` needs that library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

_LANGSTE_NAAM = 60


class Element(Protocol):
    """An element of a parsed message. The library gives tags as '{namespace}name'."""

    @property
    def tag(self) -> str:
        """Give the name with its namespace."""

    @property
    def text(self) -> str | None:
        """Give the text before the first element below this one."""

    @property
    def tail(self) -> str | None:
        """Give the text after this element."""

    @property
    def sourceline(self) -> int | None:
        """Give the line of the start tag."""

    def keys(self) -> Sequence[str]:
        """Give the names of the attributes, as '{namespace}name'."""

    def iter(self) -> Iterator[Element]:
        """Give this element and everything below it, in order."""

    def __iter__(self) -> Iterator[Element]:
        """Give the elements directly below this one."""

    def __len__(self) -> int:
        """Count the elements directly below this one."""


def regel_van(element: Element) -> int:
    """Give the line of an element; 0 when it is not known."""
    return element.sourceline or 0


def naam_van(element: Element) -> str:
    """Give the name of an element without its namespace, cut to a length that can be shown."""
    return element.tag.rpartition("}")[2][:_LANGSTE_NAAM]


def naamruimte_van(element: Element) -> str:
    """Give the namespace of an element, or nothing."""
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""
