"""Text in a CSV file that a spreadsheet would run as a formula: made harmless, and read back as it was."""

from __future__ import annotations

from typing import Final

_FORMULETEKENS: Final = frozenset("=+-@\t\r\n")


def beschermd(tekst: str) -> str:
    """Put an apostrophe before a text that starts like a formula, and before one that starts like a protected one."""
    return f"'{tekst}" if tekst.lstrip("'")[:1] in _FORMULETEKENS else tekst


def onbeschermd(tekst: str) -> str:
    """Give the text that `beschermd` was given: reading a CSV file takes one apostrophe away again."""
    return tekst[1:] if tekst[:1] == "'" and tekst.lstrip("'")[:1] in _FORMULETEKENS else tekst
