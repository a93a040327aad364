"""Printing that survives code page 1252 and a pipe, and the error that a user can mend."""

from __future__ import annotations

import sys
from collections.abc import Callable


class Gebruiksfout(Exception):  # noqa: N818 - a Dutch sentence for the user
    """Wrong use: a word that we do not know, a date that does not exist. Exit code 2."""


class NiemandLeestError(Exception):
    """Who read our output has gone (a closed pipe, as after `| head`)."""


def fix_streams() -> None:
    """Replace what a terminal cannot show instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def print_text(text: str) -> None:
    """Print as it is: a bracket is a bracket."""
    _write(lambda: print(text, flush=True))


def print_json(value: object) -> None:
    """Print JSON as UTF-8, whatever the terminal's code page; a program reads this."""
    text = value if isinstance(value, str) else _json(value)
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        print_text(text)
    else:
        _write(lambda: (buffer.write(text.encode("utf-8") + b"\n"), buffer.flush()))


def _json(value: object) -> str:
    import json  # noqa: PLC0415 - help does not need it

    return json.dumps(value, ensure_ascii=False, indent=2)


def _write(action: Callable[[], object]) -> None:
    # Typer would turn a closed pipe into exit code 1, which is ours for findings.
    try:
        action()
    except BrokenPipeError:
        raise NiemandLeestError from None
