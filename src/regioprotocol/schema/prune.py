"""A document without the parts that are wrong, so that the rest can still be checked in the same run."""

from __future__ import annotations

from collections.abc import Iterable

from regioprotocol.source import Document, YamlList, YamlMap

Route = list[str | int]


def without(document: Document, routes: Iterable[Route]) -> Document | None:
    """Leave out what stands at these routes; None when the document as a whole is wrong."""
    wrong = {tuple(route) for route in routes}
    if () in wrong:
        return None
    data = _copy(document.data, (), wrong)
    return Document(document.bestand, data) if isinstance(data, YamlMap) else None


def _copy(node: object, here: tuple[str | int, ...], wrong: set[tuple[str | int, ...]]) -> object:
    if isinstance(node, YamlMap):
        copy = YamlMap(node.at)
        for key, value in node.items():
            if (*here, key) not in wrong:
                copy[key] = _copy(value, (*here, key), wrong)
                copy.keys_at[key] = node.keys_at[key]
                copy.values_at[key] = node.values_at[key]
        return copy
    if isinstance(node, YamlList):
        items = YamlList(node.at)
        for place, value in enumerate(node):
            if (*here, place) not in wrong:
                items.append(_copy(value, (*here, place), wrong))
                items.values_at.append(node.values_at[place])
        return items
    return node
