"""Changes as cuts: which offsets of a YAML text give way to which new text, and nothing beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regioprotocol.source.edits import Added, Change, Waarde
from regioprotocol.source.layout import Branch, Child, HerschrijfError, Leaf, Lines, block_head
from regioprotocol.source.writing import (
    Style,
    Written,
    inline,
    is_number,
    item_lines,
    key_lines,
    pair,
    value_of_item,
    value_of_key,
)


def cut(text: str, line_end: str, root: Branch, change: Change) -> str:
    """Give the text with all changes made. The last line of the text has an end."""
    cutter = _Cutter(text, line_end)
    cutter.inside(root, change, top=0, depth=1)
    parts: list[str] = []
    place = 0
    for piece in sorted(cutter.cuts):
        if piece.start < place:
            raise HerschrijfError("Twee aanpassingen in dit bestand zitten elkaar in de weg.")
        parts += text[place : piece.start], piece.text
        place = piece.stop
    return "".join([*parts, text[place:]])


@dataclass(frozen=True, slots=True, order=True)
class _Cut:
    """Put *text* in the place of what stands from *start* to *stop*.

    At one offset what lies deepest comes first (a new tariff of the last product, then a new product), and what
    belongs to a child comes before a new sibling of it.
    """

    start: int
    stop: int
    height: int
    sibling: bool
    number: int
    text: str


class _Cutter:
    """Walks through the changes and collects cuts."""

    def __init__(self, text: str, line_end: str) -> None:
        self.text = text
        self.line_end = line_end
        self.lines = Lines(text)
        self.cuts: list[_Cut] = []

    def inside(self, branch: Branch, change: Change, top: int, depth: int) -> None:
        """Cut inside a collection. *top*: the first line that is its own; *depth*: of its children."""
        gone = {index for index, inside in change.below.items() if inside.gone}
        if change.added or gone:
            if branch.flow:
                self._in_flow(branch, change.added, gone, depth)
            else:
                self._in_block(branch, change.added, gone, top, depth)
        for index, below in change.below.items():
            child = branch.children[index]
            if below.value is not None:
                self._replace(branch, child, below.value, depth)
            elif isinstance(child.node, Branch) and not below.gone:
                self.inside(child.node, below, self.lines.next(child.head), depth + 1)

    def _cut(self, start: int, stop: int, text: str, depth: int, *, sibling: bool = False) -> None:
        if start < stop or text:
            self.cuts.append(_Cut(start, stop, -depth, sibling, len(self.cuts), text))

    def _text(self, lines: Iterable[str]) -> str:
        return "".join(line + self.line_end for line in lines)

    # A value that is replaced.

    def _replace(self, branch: Branch, child: Child, value: Waarde, depth: int) -> None:
        node = child.node
        bare = isinstance(node, Leaf) and node.plain and is_number(node.value)
        if branch.flow:
            self._replace_behind(child, Written(inline(value, bare=bare)), depth)
            return
        column = self.lines.column(child.start)
        style = self._style_of(node, column, bare=bare)
        if child.key is None:
            written = value_of_item(value, column, style)
        else:
            written = value_of_key(value, column, self.lines.column(child.head) + 1, style)
        if isinstance(node, Branch) and not node.flow:
            self._replace_block(child, column, written, depth)
        else:
            self._replace_behind(child, written, depth)

    def _style_of(self, node: Leaf | Branch, column: int, *, bare: bool) -> Style:
        """Write a new value as the old one was written."""
        if isinstance(node, Leaf):
            return Style(bare=bare)
        if node.flow or node.mapping:
            return Style(flow=node.flow if node.children else None)
        return Style(flow=False, list_step=max(self.lines.column(node.start) - column, 0))

    def _replace_block(self, child: Child, column: int, written: Written, depth: int) -> None:
        """Replace a block of keys or items, with every comment inside it."""
        stop = self.lines.below(child.node.stop, column)
        first = f" {written.first}" if written.first else ""
        below = self.lines.next(child.head)
        if child.node.start < below:  # '- code: x' begins on the line of its dash
            self._cut(child.head, stop, first + self.line_end + self._text(written.rest), depth)
        else:
            self._cut(child.head, child.head, first, depth)
            self._cut(below, stop, self._text(written.rest), depth)

    def _replace_behind(self, child: Child, written: Written, depth: int) -> None:
        """Replace a scalar, or a collection between braces. A comment behind it stays behind the new value."""
        node = child.node
        block = isinstance(node, Leaf) and node.block
        start, stop = node.start, block_head(self.text, node.start) if block else node.stop
        first = written.first
        if child.empty:
            start = stop = child.head
            colon = ":" if child.key is not None and self.text[start - 1] != ":" else ""
            first = f"{colon} {first}" if first else ""
        elif not first and not self.text[child.head : start].strip():
            start = child.head  # no spaces are left behind the colon
        self._cut(start, stop, first, depth)
        below = self.lines.next(stop)
        self._cut(below, self.lines.next(node.stop) if block else below, self._text(written.rest), depth)

    # Keys and items that come and go in a block: whole lines.

    def _in_block(self, branch: Branch, added: Sequence[Added], gone: set[int], top: int, depth: int) -> None:
        children = branch.children
        column = self.lines.column(children[0].start)
        kept = next(index for index in range(len(children)) if index not in gone)
        # The first of '- code: x' has no line of its own; when it goes, what follows moves up to the dash.
        moved = 0 if self.lines.first(children[0].start) else kept
        if moved:
            self._move_up(branch, [new for new in added if new.place < moved], moved, depth)
        for new in added:
            if moved and new.place < moved:
                continue
            if new.place < 0:
                place = self.lines.above(children[0].start, column, top)
            else:
                place = self.lines.below(children[new.place].node.stop, column)
            self._cut(place, place, self._text(self._new_lines(branch, new, column)), depth, sibling=True)
        for index in gone:
            if index >= moved:
                limit = self.lines.next(children[index - 1].node.stop) if index else top
                self._cut(*self._own_lines(children, index, gone, limit), "", depth)

    def _new_lines(self, branch: Branch, new: Added, column: int) -> list[str]:
        """Write a new key or item, in the manner of the one that it follows."""
        if new.key is not None:
            return key_lines(new.key, new.value, column)
        example = branch.children[max(new.place, 0)]
        node = example.node
        beside = not example.empty and node.start < self.lines.next(example.head)
        step = node.start - example.start if beside else 2
        return item_lines(
            new.value, column, Style(flow=node.flow if isinstance(node, Branch) else None, item_step=step)
        )

    def _move_up(self, branch: Branch, added: Sequence[Added], kept: int, depth: int) -> None:
        children = branch.children
        start, follower = children[0].start, children[kept].start
        column = self.lines.column(start)
        new = [line for each in added for line in self._new_lines(branch, each, column)]
        above = self.lines.above(follower, column, self.lines.next(children[kept - 1].node.stop))
        if new:
            self._cut(start, above, self._text(new)[column:], depth)
        elif above < self.lines.begin(follower):  # its comments stay above it
            indicator = self.text[self.lines.begin(start) : start].rstrip(" ")
            self._cut(self.lines.begin(start) + len(indicator), above, self.line_end, depth)
        else:
            self._cut(start, follower, "", depth)

    def _own_lines(self, children: Sequence[Child], index: int, gone: set[int], limit: int) -> tuple[int, int]:
        """Give the lines of a child with its comments, and one of two blank lines that would meet."""
        child = children[index]
        column = self.lines.column(child.start)
        stop = self.lines.below(child.node.stop, column)
        line = self.lines.begin(child.start)
        start = self.lines.above(child.start, column, limit)
        before = self.lines.begin(start - 1) if index and start > limit else -1
        after_blank = before >= 0 and self.lines.blank(before)
        if start < line and (after_blank or not index) and self._group_stays(children, index, gone):
            return line, stop
        return before if after_blank and self.lines.blank(stop) else start, stop

    def _group_stays(self, children: Sequence[Child], index: int, gone: set[int]) -> bool:
        """Tell whether something stays that follows this child without a blank line or a comment between them."""
        while index + 1 < len(children):
            child, index = children[index], index + 1
            follower = children[index].start
            stop = self.lines.below(child.node.stop, self.lines.column(child.start))
            if stop != self.lines.begin(follower):
                return False
            if index not in gone:
                return True
        return False

    # Keys and items that come and go between braces or brackets.

    def _in_flow(self, branch: Branch, added: Sequence[Added], gone: set[int], depth: int) -> None:
        children = branch.children
        kept = [index for index in range(len(children)) if index not in gone]
        for left, right in zip([-1, *kept], [*kept, len(children)], strict=True):
            new = [
                pair(each.key, each.value) if each.key is not None else inline(each.value)
                for each in sorted(added, key=lambda each: each.place)
                if left <= each.place < right
            ]
            if left < 0 and new:
                self._cut(children[0].start, children[right].start, "".join(f"{text}, " for text in new), depth)
                continue
            if left >= 0:
                end = children[left].stop
                comma = " , " if children[left].empty else ", "  # 'naam:,' is no key without a value
                self._cut(end, end, "".join(f"{comma}{text}" for text in new), depth, sibling=True)
            if right > left + 1:
                self._cut(*self._between(branch, left, right), "", depth)

    def _between(self, branch: Branch, left: int, right: int) -> tuple[int, int]:
        """Give what goes when everything between two items goes; *right* may be the end of the collection."""
        children = branch.children
        first, last = children[left + 1], children[right - 1]
        before = children[left].stop if left >= 0 else branch.start + 1
        after = children[right].start if right < len(children) else branch.stop - 1
        line = self.lines.next(last.stop)
        if self.lines.first(first.start) and self.lines.first(after) and line <= after:
            return self.lines.above(first.start, self.lines.column(first.start), self.lines.next(before)), line
        if right < len(children):
            return first.start, after
        # With a comment in between, the comma of the item before it stays: YAML allows one at the end.
        return (first.start if "#" in self.text[before : first.start] else before), last.stop
