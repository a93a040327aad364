"""Values as YAML in the style of our tables: codes in quotes, short lists and small mappings on one line.

What is written is read back exactly by `yaml_text.parse`, and by programs that see a date in 2026-01-01 and a number
in 87.15; anything else that such a program would not take for text is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from regioprotocol.source.edits import Waarde

BREEDTE: Final = 120
_SPRONG: Final = 2
_MEESTE_SLEUTELS: Final = 5  # of a mapping that still reads well on one line

_NIET_KAAL: Final = re.compile(r"[,\[\]{}:#]|\s\s|\s\Z")
_DATUM_OF_BEDRAG: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|(0|[1-9][0-9]*)\.[0-9]{2}", re.ASCII)
_GETAL: Final = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_ANDERS_GELEZEN: Final = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_BIJZONDER: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BIJZONDER_IN_BLOK: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREEKPUNT: Final = re.compile(r"(?<=\S) (?=\S)")
_ONTSNAPT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Written:
    """A value as text: what comes behind the colon or the dash, and the lines below it (without line ends)."""

    first: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the surroundings write: on one line or as a block (None: by size), and how far lists and items move in.

    *bare*: the scalar that is replaced was a number without quotes, so another number gets none either.
    """

    flow: bool | None = None
    list_step: int = _SPRONG
    item_step: int = _SPRONG
    bare: bool = False


DEFAULT: Final = Style()


def is_number(value: str) -> bool:
    """Tell whether a plain scalar is a number to other readers of YAML; to ours it is text."""
    return bool(_GETAL.fullmatch(value))


def inline(value: Waarde, *, bare: bool = False) -> str:
    """Write a value on one line, so that it can stand between braces."""
    if isinstance(value, str):
        return _scalar(value, bare=bare)
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, Mapping):
        inside = ", ".join(pair(key, item) for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return f"[{', '.join(inline(item) for item in value)}]"


def pair(key: str, value: Waarde) -> str:
    """Write a key with its value on one line."""
    return f"{_scalar(key)}: {inline(value)}"


def key_lines(key: str, value: Waarde, column: int) -> list[str]:
    """Write a key with its value as lines, from this column on."""
    name = _scalar(key) + ":"
    written = value_of_key(value, column, column + len(name) + 1)
    return [" " * column + _join(name, written.first), *written.rest]


def item_lines(value: Waarde, column: int, style: Style = DEFAULT) -> list[str]:
    """Write an item of a list as lines; the dash stands in this column."""
    written = value_of_item(value, column, style)
    return [" " * column + _join("-".ljust(style.item_step - 1), written.first), *written.rest]


def value_of_key(value: Waarde, column: int, begin: int, style: Style = DEFAULT) -> Written:
    """Write a value that begins in column *begin* behind a key in this *column*."""
    if isinstance(value, str | int | Decimal):
        return _text(value, column, begin, bare=style.bare)
    if (line := _on_one_line(value, begin, style, item=False)) is not None:
        return Written(line)
    if isinstance(value, Mapping):
        return Written("", tuple(_mapping_lines(value, column + _SPRONG)))
    return Written("", tuple(_list_lines(value, column + style.list_step)))


def value_of_item(value: Waarde, column: int, style: Style = DEFAULT) -> Written:
    """Write a value behind a dash in this *column*; a mapping begins on the line of the dash."""
    begin = column + style.item_step
    if isinstance(value, str | int | Decimal):
        return _text(value, column, begin, bare=style.bare)
    if (line := _on_one_line(value, begin, style, item=True)) is not None:
        return Written(line)
    if isinstance(value, Mapping):
        first, *rest = _mapping_lines(value, begin)
        return Written(first[begin:], tuple(rest))
    return Written("", tuple(_list_lines(value, column + _SPRONG)))


def _join(mark: str, first: str) -> str:
    return f"{mark} {first}" if first else mark.rstrip()


def _mapping_lines(value: Mapping[str, Waarde], column: int) -> list[str]:
    return [line for key, item in value.items() for line in key_lines(key, item, column)]


def _list_lines(value: Sequence[Waarde], column: int) -> list[str]:
    return [line for item in value for line in item_lines(item, column)]


def _on_one_line(value: Sequence[Waarde] | Mapping[str, Waarde], begin: int, style: Style, *, item: bool) -> str | None:
    if not value:
        return inline(value)
    flow = _small(value, item=item) if style.flow is None else style.flow
    line = inline(value) if flow else ""
    return line if flow and begin + len(line) <= BREEDTE else None


def _small(value: Sequence[Waarde] | Mapping[str, Waarde], *, item: bool) -> bool:
    """Tell whether this reads well on one line: a list of words, or a mapping of a few words.

    As an item of a list such a mapping may hold lists of words as well.
    """
    if not isinstance(value, Mapping):
        return all(_word(part) for part in value)
    return len(value) <= _MEESTE_SLEUTELS and all(
        _word(part) or (item and isinstance(part, list | tuple) and _small(part, item=False)) for part in value.values()
    )


def _word(value: Waarde) -> bool:
    return isinstance(value, int | Decimal) or (isinstance(value, str) and "\n" not in value)


def _scalar(value: str, *, bare: bool = False) -> str:
    """Write a text on one line: without quotes when no reader can mistake it, else in single quotes."""
    if _BIJZONDER.search(value):
        return '"' + "".join(_escaped(sign) for sign in value) + '"'
    if _reads_as_text(value) or _DATUM_OF_BEDRAG.fullmatch(value) or (bare and is_number(value)):
        return value
    return "'" + value.replace("'", "''") + "'"


def _reads_as_text(value: str) -> bool:
    first = value[:1]
    if not (first.isalnum() or first == "(") or _NIET_KAAL.search(value) or value.casefold() in _ANDERS_GELEZEN:
        return False
    # A word that begins with a digit is a code; '2 jaar' and '2026-01-01 t/m 2026-12-31' are texts.
    return first not in "0123456789" or (" " in value and any(sign.isalpha() for sign in value))


def _escaped(sign: str) -> str:
    if sign in _ONTSNAPT:
        return _ONTSNAPT[sign]
    return f"\\u{ord(sign):04x}" if _BIJZONDER.match(sign) else sign


def _text(value: str | int | Decimal, column: int, begin: int, *, bare: bool) -> Written:
    """Write a scalar: on one line, or when it is long or has lines as a block that is moved in."""
    line = inline(value, bare=bare)
    if not isinstance(value, str) or ("\n" not in value and begin + len(line) <= BREEDTE):
        return Written(line)
    body = value.removesuffix("\n")
    lines = body.split("\n")
    if not _can_be_block(body, lines):
        return Written(line)
    # With lines of its own a text keeps them (|); one long line is folded (>). A dash: no line end at the end.
    sign = "|"
    if len(lines) == 1:
        lines = _fold(body, BREEDTE - column - _SPRONG)
        if len(lines) == 1 and body == value:
            return Written(line)
        sign = ">" if len(lines) > 1 else "|"
    margin = " " * (column + _SPRONG)
    return Written(sign + ("-" if body == value else ""), tuple(margin + part if part else "" for part in lines))


def _can_be_block(body: str, lines: list[str]) -> bool:
    """Tell whether a text survives as a block: spaces at the start or at a line's end would be lost from sight."""
    if _BIJZONDER_IN_BLOK.search(body) or not lines[0] or not lines[-1]:
        return False
    return not lines[0].startswith(" ") and not any(part.endswith(" ") for part in lines)


def _fold(body: str, width: int) -> list[str]:
    """Cut a text at single spaces: a reader puts one space where a line ends."""
    lines: list[str] = []
    line = ""
    for part in _BREEKPUNT.split(body):
        longer = f"{line} {part}" if line else part
        if line and len(longer) > width:
            lines.append(line)
            line = part
        else:
            line = longer
    return [*lines, line]
