"""What openpyxl gives for a cell, to a cell as a person sees it. Knows no file and no place."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from regioprotocol.source.cells import Cel
from regioprotocol.source.number_format import GENERAL, show

_EXCEL_DIGITS: Final = ".15g"
_FIRST_YEAR: Final = 1900
_SECONDS: Final = 86_400
_OUT_OF_RANGE: Final = "#####"
# Spaces that Word and web pages put in amounts, and marks without width that come along with copied text.
_SPACES: Final = re.compile("[\xa0\u2007\u202f]")
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u2060\ufeff]")
# Excel writes control characters in texts as _x000D_.
_ESCAPED: Final = re.compile("_x(00[01][0-9A-Fa-f])_")
_ERRORS: Final = {
    "#DIV/0!": "#DEEL/0!",
    "#N/A": "#N/B",
    "#NAME?": "#NAAM?",
    "#NULL!": "#LEEG!",
    "#NUM!": "#GETAL!",
    "#REF!": "#VERW!",
    "#VALUE!": "#WAARDE!",
}


def text_cell(text: str, opmaak: str = "") -> Cel:
    """Make a cell of text: *tekst* without spaces around it, *waarde* as the file has it."""
    return Cel("tekst", text, visible(text), opmaak)


def visible(text: str) -> str:
    """Give a text as it looks: common spaces, no invisible marks, nothing around it."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", _SPACES.sub(" ", text)).strip()


def cell(value: object, data_type: str, opmaak: str) -> Cel:
    """Make a cell of a value that is no formula."""
    if data_type == "e":
        return Cel("foutwaarde", str(value), _ERRORS.get(str(value), str(value)), opmaak)
    if isinstance(value, bool):
        return Cel("ja/nee", value, "WAAR" if value else "ONWAAR", opmaak)
    if isinstance(value, (int, float)):
        return _number(value, opmaak)
    if isinstance(value, (date, time, timedelta)):
        return _moment(value, opmaak)
    return text_cell(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)), opmaak)


def has_time(value: object) -> bool:
    """Tell whether a day comes with a time other than midnight."""
    return isinstance(value, datetime) and value.time() != time()


def _number(value: float, opmaak: str) -> Cel:
    if isinstance(value, float) and not math.isfinite(value):
        return Cel("foutwaarde", str(value), _ERRORS["#NUM!"], opmaak)
    # Excel keeps 17 digits of a float in the file and shows at most 15: 1.0049999999999999 is 1.005.
    number = Decimal(format(value, _EXCEL_DIGITS)) if isinstance(value, float) else Decimal(value)
    return Cel("getal", number, show(number, opmaak), opmaak)


def _moment(value: date | time | timedelta, opmaak: str) -> Cel:
    if isinstance(value, date):
        dag = value.date() if isinstance(value, datetime) else value
        if dag.year < _FIRST_YEAR:
            return Cel("foutwaarde", _OUT_OF_RANGE, _OUT_OF_RANGE, opmaak)
        return Cel("datum", dag, dag.strftime("%d-%m-%Y"), opmaak)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        text = f"{minutes // 60}:{minutes % 60:02d}"
    elif "h" in opmaak.casefold():
        text = value.strftime("%H:%M")
    else:
        # The number 0 that is shown as a date comes here as midnight: no day at all.
        return _number((value.hour * 3600 + value.minute * 60 + value.second) / _SECONDS, GENERAL)
    return Cel("tekst", text, text, opmaak)
