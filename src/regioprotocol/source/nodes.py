"""Plain data that remembers where it stood: dicts and lists with a mark for every key and value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regioprotocol.diagnostics.melding import Plaats, Plaatsen, plaats_van

Scalar = str | None
Node = "YamlMap | YamlList | Scalar"


class YamlMap(dict[str, object]):
    """A mapping. `keys_at` and `values_at` hold the marks; `at` is where the mapping begins."""

    __slots__ = ("at", "keys_at", "values_at")

    def __init__(self, at: int) -> None:
        """Start an empty mapping at a mark."""
        super().__init__()
        self.at = at
        self.keys_at: dict[str, int] = {}
        self.values_at: dict[str, int] = {}


class YamlList(list[object]):
    """A sequence; `values_at` has a mark for every item."""

    __slots__ = ("at", "values_at")

    def __init__(self, at: int) -> None:
        """Start an empty sequence at a mark."""
        super().__init__()
        self.at = at
        self.values_at: list[int] = []


@dataclass(frozen=True, slots=True)
class Document:
    """One file that could be read; *bestand* is its path inside the workspace, with forward slashes."""

    bestand: str
    data: YamlMap

    def plaats(self, route: Iterable[str | int], *, key: bool = False) -> Plaats:
        """Give the place of the value at *route* (or of its key), or of the nearest parent that is there."""
        node: object = self.data
        mark = self.data.at
        for stap in route:
            if isinstance(node, YamlMap) and isinstance(stap, str) and stap in node:
                mark = node.keys_at[stap] if key else node.values_at[stap]
                node = node[stap]
            elif isinstance(node, YamlList) and isinstance(stap, int) and stap < len(node):
                mark = node.values_at[stap]
                node = node[stap]
            else:
                break
        return plaats_van(self.bestand, mark)

    def plaatsen(self, node: YamlMap) -> Plaatsen:
        """Give the places of a mapping and its values."""
        return Plaatsen(self.bestand, node.at, node.values_at)
