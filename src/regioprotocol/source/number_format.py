"""A number and its format, to the text that a Dutch Excel shows: 1234.5 with '#,##0.00' is '1.234,50'.

Format codes are written the American way in every file ('.' before decimals, ',' between thousands); what is
shown follows the country. Two things differ from Excel on purpose: 'General' shows all digits, also of long numbers,
and runs of spaces (from accounting formats) are one space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import Final

GENERAL: Final = "General"
_MOST_DIGITS: Final = 400  # a float has at most 309 before the decimal mark
_SECTIONS: Final = 3
_THOUSAND: Final = 3
_DIGITS: Final = frozenset("0#?")
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<exponent>E[+-]0+)|(?P<other>.)",
    re.DOTALL,
)
_CURRENCY: Final = re.compile(r"\$([^-]*)")
_CONDITION: Final = re.compile(r"[<>=]")


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts between semicolons. *parts* are literal texts and placeholders: '0', '#', '?', '.', 'E', 'G'."""

    parts: tuple[tuple[str, str], ...]
    before: int = 0  # placeholders before the decimal mark
    after: int = 0
    thousands: bool = False
    shift: int = 0  # powers of ten: 2 for each %, -3 for each comma at the end
    exponent: int = 0  # digits of the exponent, 0 without one
    conditional: bool = False


def show(number: Decimal, number_format: str) -> str:
    """Give what a person sees in the cell. A format that we do not know shows the number as it is."""
    sections = _sections(number_format or GENERAL)
    if any(section.conditional for section in sections):
        return show_general(number)
    with localcontext() as context:
        context.prec = _MOST_DIGITS
        section, signed = _choose(sections, number)
        text = _fill(section, abs(number))
    return " ".join(f"-{text}".split()) if signed and number < 0 else " ".join(text.split())


def show_general(number: Decimal) -> str:
    """Give a number with all its digits and a decimal comma, without an exponent."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace(".", ",")


def _choose(sections: Sequence[_Section], number: Decimal) -> tuple[_Section, bool]:
    """Give the section for this number, and whether its sign must still be shown."""
    if number < 0 and len(sections) > 1:
        return sections[1], False
    if number == 0 and len(sections) >= _SECTIONS:
        return sections[2], False
    return sections[0], True


@lru_cache(maxsize=512)
def _sections(number_format: str) -> tuple[_Section, ...]:
    found: list[list[tuple[str, str]]] = [[]]
    conditional = False
    for token in _TOKEN.finditer(number_format):
        kind, text = token.lastgroup or "other", token[token.lastgroup or "other"]
        if kind == "other" and text == ";":
            found.append([])
        elif kind in ("space", "fill"):
            found[-1].append(("text", " "))
        elif kind == "bracket":
            conditional = conditional or bool(_CONDITION.match(text))
            if currency := _CURRENCY.match(text):
                found[-1].append(("text", currency[1]))
        else:
            found[-1].append((kind, text))
    return tuple(_section(parts, conditional=conditional) for parts in found)


def _section(tokens: Sequence[tuple[str, str]], *, conditional: bool) -> _Section:
    parts: list[tuple[str, str]] = []
    before = after = commas = shift = exponent = 0
    thousands = decimals = False
    for kind, text in tokens:
        if kind == "other" and text in _DIGITS:
            # A comma between digits groups them; a comma after the last one divides by a thousand.
            thousands = thousands or (commas > 0 and not decimals)
            commas = 0 if not decimals else commas
            before, after = (before, after + 1) if decimals else (before + 1, after)
            parts.append((text, text))
        elif kind == "other" and text == "," and before + after:
            commas += 1
        elif kind == "other" and text == "." and not decimals:
            decimals = True
            parts.append((".", ","))
        elif kind == "other" and text == "/" and before:
            return _Section((("G", ""),), conditional=True)  # a fraction: '# ?/?'
        elif kind == "exponent":
            exponent = len(text) - 2
            parts.append(("E", text[1]))
        elif kind == "general" or (kind == "other" and text == "@"):
            parts.append(("G", ""))
        else:
            shift += 2 if kind == "other" and text == "%" else 0
            parts.append(("text", text))
    return _Section(tuple(parts), before, after, thousands, shift - _THOUSAND * commas, exponent, conditional)


def _fill(section: _Section, number: Decimal) -> str:
    """Put the digits of a number without sign in the placeholders."""
    number = number.scaleb(section.shift)
    power = 0
    if section.exponent:
        number, power = _mantissa(number, section)
    # str of a Decimal can have an exponent of its own; this form has not.
    whole, _, decimals = f"{number.quantize(Decimal(1).scaleb(-section.after), ROUND_HALF_UP):f}".partition(".")
    groups = _whole_part(section, whole.lstrip("0"))
    decimals_left = list(_decimal_part(section, decimals))
    out: list[str] = []
    for kind, text in section.parts:
        if kind in _DIGITS:
            out.append(groups.pop(0) if groups else decimals_left.pop(0))
        elif kind == "E":
            sign = "-" if power < 0 else "+" if text == "+" else ""
            out.append(f"E{sign}{abs(power):0{section.exponent}d}")
        elif kind == "G":
            out.append(show_general(number))
        else:
            out.append(text)
    return "".join(out)


def _mantissa(number: Decimal, section: _Section) -> tuple[Decimal, int]:
    step = max(section.before, 1)
    power = number.adjusted() // step * step if number else 0
    rounded = number.scaleb(-power).quantize(Decimal(1).scaleb(-section.after), ROUND_HALF_UP)
    if rounded.adjusted() >= step:
        power += step
    return number.scaleb(-power), power


def _whole_part(section: _Section, digits: str) -> list[str]:
    """Give what stands in each placeholder before the decimal mark; the first takes all that is left."""
    kinds = [kind for kind, _ in section.parts if kind in _DIGITS][: section.before]
    filled: list[str] = []
    count = 0
    for index, kind in reversed(list(enumerate(kinds))):
        own, digits = (digits, "") if index == 0 else (digits[-1:], digits[:-1])
        own = own or {"0": "0", "?": " "}.get(kind, "")
        with_marks = ""
        for digit in reversed(own):
            mark = "." if section.thousands and count and count % _THOUSAND == 0 and digit.isdigit() else ""
            with_marks = digit + mark + with_marks
            count += 1
        filled.append(with_marks)
    return filled[::-1]


def _decimal_part(section: _Section, decimals: str) -> list[str]:
    """Give what stands in each placeholder after the decimal mark; '#' shows no zeros at the end."""
    kinds = [kind for kind, _ in section.parts if kind in _DIGITS][section.before :]
    needed = len(decimals.rstrip("0"))
    shown = []
    for index, kind in enumerate(kinds):
        digit = decimals[index : index + 1]
        shown.append(digit if index < needed or kind == "0" else {"?": " "}.get(kind, ""))
    return shown
