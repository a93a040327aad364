"""Where everything in a YAML text stands: each value, key and item by its offsets, and the lines around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from regioprotocol.source.yaml_text import LEEG

# What libyaml sees as the end of a line; a carriage return of its own and the Unicode ones count too.
_EINDEN: Final = "\n\r\x85\u2028\u2029"
_REGELEINDE: Final = re.compile(f"\r\n|[{_EINDEN}]")
_TUSSEN: Final = re.compile(f"(?:[ \t]*(?:#[^{_EINDEN}]*)?(?:\r\n|[{_EINDEN}]))*[ \t]*")
_LEGE_REGEL: Final = re.compile(f"[ \t]*(?:[{_EINDEN}]|\\Z)")
_OPMERKING: Final = re.compile("[ \t]*#")
_BLOK: Final = frozenset("|>")
_BLOKKOP: Final = re.compile("[|>][0-9+-]*")


class HerschrijfError(Exception):
    """The text cannot be rewritten exactly; nothing may be written. The message is for the user."""


@dataclass(slots=True)
class Leaf:
    """A scalar, from the start of its text up to *stop*; trailing blank lines of a block are not part of it."""

    start: int
    stop: int
    value: str
    plain: bool
    block: bool

    @property
    def data(self) -> str | None:
        """Give what the reader makes of it: an empty plain scalar is nothing."""
        return None if self.plain and self.value in LEEG else self.value


@dataclass(slots=True)
class Child:
    """A key with its value, or an item of a list.

    *start*: of the key or the dash; *head*: just behind the colon or the dash. An item in [brackets] has no dash:
    both are where its value starts.
    """

    key: str | None
    start: int
    head: int
    node: Leaf | Branch

    @property
    def empty(self) -> bool:
        """Tell whether there is no text at all, as behind 'naam:'."""
        return self.node.start == self.node.stop

    @property
    def stop(self) -> int:
        """Give where it ends; an empty value between braces is marked beyond the spaces that follow it."""
        return self.head if self.empty else self.node.stop


@dataclass(slots=True)
class Branch:
    """A mapping or a list. *flow*: between braces or brackets. *keys*: the child of each key."""

    start: int
    stop: int
    flow: bool
    mapping: bool
    children: list[Child] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)


Node = Leaf | Branch


def read_layout(text: str) -> Branch:
    """Read where everything stands. The text has no byte order mark and ends with the end of a line.

    Raises HerschrijfError for a text that is not one plain mapping: with a second document, with a key that
    stands there twice, or with anchors, references or tags.
    """
    reader = _Reader(text)
    try:
        reader.read()
    except yaml.YAMLError as error:
        raise HerschrijfError("De opbouw van dit bestand klopt niet.") from error
    if not isinstance(reader.root, Branch) or not reader.root.mapping:
        raise HerschrijfError("Dit bestand begint niet met een sleutel.")
    return reader.root


class _Reader:
    """Turns events into nodes with offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self._open: list[Branch | None] = []
        self._branch: Branch | None = None
        self._key: tuple[str, int, int] | None = None  # the key that waits for its value: where, and its head

    def read(self) -> None:
        loader = yaml.CSafeLoader(self.text)
        documents = 0
        try:
            while (event := loader.get_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    self._scalar(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._begin(event, mapping=kind is MappingStartEvent)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self._end(event)
                elif kind is AliasEvent:
                    raise HerschrijfError(_VERWIJZING)
                elif kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        raise HerschrijfError("In dit bestand begint een tweede document.")
        finally:
            loader.dispose()

    def _scalar(self, event: Any) -> None:
        """Take a key or a value. This runs for every word of a table: keep it flat."""
        if event.anchor is not None or event.tag is not None:
            raise HerschrijfError(_VERWIJZING)
        start, stop, value = event.start_mark.index, event.end_mark.index, event.value
        branch = self._branch
        if self._key is None and branch is not None and branch.mapping:
            if value in branch.keys:
                raise HerschrijfError(f"De sleutel '{value}' staat er twee keer.")
            self._key = (value, start, self._colon(stop))
            return
        block = event.style in _BLOK
        self._take(
            Leaf(start, self._block_stop(start, stop, value) if block else stop, value, event.implicit[0], block)
        )

    def _block_stop(self, start: int, stop: int, value: str) -> int:
        """Leave out the blank lines below a block of text, unless they are part of the text."""
        if "+" in self.text[start : block_head(self.text, start)] or value.rstrip("\n").endswith((" ", "\t")):
            last = self.text[start:stop]
            return stop - len(last) + len(last.removesuffix("\n").removesuffix("\r"))
        stop = start + len(self.text[start:stop].rstrip(_EINDEN + " \t"))
        found = _REGELEINDE.search(self.text, stop)
        return found.start() if found else len(self.text)

    def _begin(self, event: Any, *, mapping: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            raise HerschrijfError(_VERWIJZING)
        branch = Branch(event.start_mark.index, event.end_mark.index, bool(event.flow_style), mapping)
        as_key = self._branch is not None and self._branch.mapping and self._key is None
        if as_key or not (mapping or branch.flow or self.text.startswith("-", branch.start)):
            raise HerschrijfError(_ONBEKENDE_VORM)
        self._take(branch)
        self._open.append(self._branch)
        self._branch = branch

    def _end(self, event: Any) -> None:
        branch = self._branch
        if branch is not None:
            # A block has no end of its own: the mark stands at whatever comes next.
            branch.stop = event.end_mark.index if branch.flow else branch.children[-1].stop
        self._branch = self._open.pop()

    def _take(self, node: Node) -> None:
        """Put a node in its place: as the root, a value or an item."""
        branch = self._branch
        if branch is None:
            self.root = self.root or node
        elif self._key is not None:
            (key, start, head), self._key = self._key, None
            branch.keys[key] = len(branch.children)
            branch.children.append(Child(key, start, head, node))
        elif branch.flow:
            branch.children.append(Child(None, node.start, node.start, node))
        else:
            dash = self._dash(branch)
            branch.children.append(Child(None, dash, dash + 1, node))

    def _dash(self, branch: Branch) -> int:
        if not branch.children:
            return branch.start
        dash = self._beyond(branch.children[-1].stop)
        if not self.text.startswith("-", dash):
            raise HerschrijfError(_ONBEKENDE_VORM)
        return dash

    def _colon(self, stop: int) -> int:
        """Give the place behind the colon of a key; a key between braces can do without one."""
        if self.text.startswith(":", stop):
            return stop + 1
        colon = self._beyond(stop)
        return colon + 1 if self.text.startswith(":", colon) else stop

    def _beyond(self, offset: int) -> int:
        """Give the first place that is no space, comment or blank line."""
        found = _TUSSEN.match(self.text, offset)
        return found.end() if found else offset


def block_head(text: str, start: int) -> int:
    """Give where the sign of a block of text ends: behind '>-' or '|'."""
    found = _BLOKKOP.match(text, start)
    return found.end() if found else start


class Lines:
    """The lines of a text, and which comments on lines of their own belong to what stands below or above."""

    def __init__(self, text: str) -> None:
        """Find the start of every line."""
        self._text = text
        self._starts = [0, *(found.end() for found in _REGELEINDE.finditer(text))]

    def begin(self, offset: int) -> int:
        """Give the start of the line that holds this place."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def next(self, offset: int) -> int:
        """Give the start of the line after it, or the end of the text."""
        index = bisect_right(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else len(self._text)

    def column(self, offset: int) -> int:
        """Give how many characters stand before it on its line."""
        return offset - self.begin(offset)

    def first(self, offset: int) -> bool:
        """Tell whether nothing but spaces stands before it on its line."""
        return not self._text[self.begin(offset) : offset].strip(" ")

    def blank(self, start: int) -> bool:
        """Tell whether the line that starts here is blank; so is what follows the last line."""
        return _LEGE_REGEL.match(self._text, start) is not None

    def above(self, offset: int, column: int, limit: int) -> int:
        """Give the start of the line, or of the comments directly above it that begin in the same column."""
        start = self.begin(offset)
        while start > limit:
            previous = self.begin(start - 1)
            if previous < limit or self._comment(previous) != column:
                break
            start = previous
        return start

    def below(self, stop: int, column: int) -> int:
        """Give the end of the last line, with the comments directly below it that begin beyond this column."""
        end = self.next(stop)
        while self._comment(end) > column:
            end = self.next(end)
        return end

    def _comment(self, start: int) -> int:
        """Give the column of a comment that has this line to itself, or -1."""
        found = _OPMERKING.match(self._text, start)
        return found.end() - 1 - start if found else -1


_VERWIJZING: Final = "Dit bestand gebruikt verwijzingen of merktekens (&, * of !). Die kunnen we niet aanpassen."
_ONBEKENDE_VORM: Final = "Dit bestand gebruikt een schrijfwijze die we niet kunnen aanpassen."
