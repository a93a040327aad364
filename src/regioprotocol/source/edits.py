"""What may change in a YAML text: edits by route, the same edits ordered by place, and the data they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from regioprotocol.source.layout import Branch, Child, HerschrijfError, Leaf, Node

# A text is written as text, a number without quotes; both are read back as text.
Waarde: TypeAlias = str | int | Decimal | Sequence["Waarde"] | Mapping[str, "Waarde"]
Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Zet:
    """Give the key or the item at *route* this value. A key that is not there yet is added to its mapping.

    It comes after the first key of *na* that the mapping has, else after its last key.
    """

    route: Route
    waarde: Waarde
    na: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verwijder:
    """Take away the key or the item at *route*, with the comments that belong to it."""

    route: Route


@dataclass(frozen=True, slots=True)
class VoegToe:
    """Put a value in the list at *route*, after the item with index *na*, or in front (None).

    The index counts in the list as it was. Values for the same place keep their order.
    """

    route: Route
    waarde: Waarde
    na: int | None = None


Bewerking = Zet | Verwijder | VoegToe


@dataclass(slots=True)
class Added:
    """A new key or item. *place*: the index of the child it follows, -1 for in front."""

    place: int
    key: str | None
    value: Waarde


@dataclass(slots=True)
class Change:
    """What happens to a value: it is replaced, or it goes, or something inside it changes."""

    value: Waarde | None = None
    gone: bool = False
    added: list[Added] = field(default_factory=list)
    below: dict[int, Change] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Tell whether the value goes, or is replaced by another."""
        return self.gone or self.value is not None


def order_edits(root: Branch, bewerkingen: Sequence[Bewerking]) -> Change:
    """Give the changes by place. Setting the value that is already there is no change.

    Raises HerschrijfError for a route that leads nowhere and for two edits of the same thing.
    """
    top = Change()
    for bewerking in bewerkingen:
        _place(root, top, bewerking)
    _settle(root, top)
    if top.whole:
        raise HerschrijfError("Alles uit dit bestand verdwijnt dan.")
    return top


def plain_data(waarde: Waarde) -> object:
    """Give a value as it is read back: texts, lists and dicts."""
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, int | Decimal):
        return format(waarde, "f") if isinstance(waarde, Decimal) else str(waarde)
    if isinstance(waarde, Mapping):
        return {key: plain_data(value) for key, value in waarde.items()}
    return [plain_data(value) for value in waarde]


def edited_data(node: Node, change: Change | None = None) -> object:
    """Give the data of a node after the changes, made from the data itself and not from the text."""
    if change is not None and change.value is not None:
        return plain_data(change.value)
    if isinstance(node, Leaf):
        return node.data
    change = change or _NOTHING
    pairs = [(added.key, plain_data(added.value)) for added in change.added if added.place < 0]
    after: dict[int, list[Added]] = {}
    for added in change.added:
        after.setdefault(added.place, []).append(added)
    for index, child in enumerate(node.children):
        inside = change.below.get(index)
        if inside is None or not inside.gone:
            pairs.append((child.key, edited_data(child.node, inside)))
        pairs += [(added.key, plain_data(added.value)) for added in after.get(index, ())]
    return dict(pairs) if node.mapping else [value for _, value in pairs]


_NOTHING = Change()


def _place(root: Branch, top: Change, bewerking: Bewerking) -> None:
    if isinstance(bewerking, VoegToe):
        node, change = _walk(root, top, bewerking.route)
        if not isinstance(node, Branch) or node.mapping:
            raise HerschrijfError(f"Op de plaats {_shown(bewerking.route)} staat geen lijst.")
        place = -1 if bewerking.na is None else bewerking.na
        if not -1 <= place < len(node.children):
            raise HerschrijfError(f"De lijst {_shown(bewerking.route)} heeft geen onderdeel {place + 1}.")
        change.added.append(Added(place, None, bewerking.waarde))
        return
    if not bewerking.route:
        raise HerschrijfError("Er is geen sleutel genoemd.")
    *parents, step = bewerking.route
    node, change = _walk(root, top, tuple(parents))
    found = _find(node, step)
    if found is None:
        if isinstance(bewerking, Verwijder) or not isinstance(node, Branch) or not isinstance(step, str):
            raise HerschrijfError(f"De plaats {_shown(bewerking.route)} bestaat niet.")
        _add_key(node, change, step, bewerking)
        return
    index, child = found
    if isinstance(bewerking, Zet) and edited_data(child.node) == plain_data(bewerking.waarde):
        return
    inside = change.below.setdefault(index, Change())
    if inside.whole or inside.added or inside.below:
        raise HerschrijfError(f"De plaats {_shown(bewerking.route)} verandert twee keer.")
    if isinstance(bewerking, Zet):
        inside.value = bewerking.waarde
    else:
        inside.gone = True


def _add_key(node: Branch, change: Change, key: str, zet: Zet) -> None:
    if not node.mapping or any(added.key == key for added in change.added):
        raise HerschrijfError(f"De plaats {_shown(zet.route)} bestaat niet of verandert twee keer.")
    place = next((node.keys[name] for name in zet.na if name in node.keys), len(node.children) - 1)
    change.added.append(Added(place, key, zet.waarde))


def _walk(root: Branch, top: Change, route: Route) -> tuple[Node, Change]:
    """Follow a route to a value that is changed inside."""
    node: Node = root
    change = top
    for step in route:
        found = _find(node, step)
        if found is None:
            raise HerschrijfError(f"De plaats {_shown(route)} bestaat niet.")
        change = change.below.setdefault(found[0], Change())
        if change.whole:
            raise HerschrijfError(f"De plaats {_shown(route)} verandert twee keer.")
        node = found[1].node
    return node, change


def _find(node: Node, step: str | int) -> tuple[int, Child] | None:
    """Give the index and the child that a step of a route leads to."""
    if isinstance(node, Leaf):
        return None
    if isinstance(step, str):
        index = node.keys.get(step, -1) if node.mapping else -1
    else:
        index = step if not node.mapping and step < len(node.children) else -1
    return (index, node.children[index]) if index >= 0 else None


def _settle(node: Node, change: Change) -> None:
    """Turn a collection that loses all it had into a new value: it has no lines left to keep."""
    if isinstance(node, Leaf) or change.whole:
        return
    for index, inside in change.below.items():
        _settle(node.children[index].node, inside)
    gone = sum(inside.gone for inside in change.below.values())
    if gone == len(node.children) and (gone or change.added):
        rest = sorted(change.added, key=lambda added: added.place)
        change.value = {str(a.key): a.value for a in rest} if node.mapping else [a.value for a in rest]
        change.added, change.below = [], {}


def _shown(route: Route) -> str:
    return " › ".join(str(step + 1) if isinstance(step, int) else step for step in route)
