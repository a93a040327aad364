"""Text of others in our pages: shown as it is, never run, whatever it holds."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from markupsafe import Markup, escape

# Python-Markdown keeps its own place between these two; nobody types them.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MARKDOWN: Final = re.compile(r"[^\w\s.,;?€%/'’‘“”…·–—é-ÿ]|_", re.ASCII)
_NUMBERED: Final = re.compile(r"^(\d+)\.")
_EMPTY_LINES: Final = re.compile(r"\n\s*(?=\n)")


def clean(text: object) -> str:
    """Give the text without control characters."""
    return _CONTROL.sub("", str(text))


def markdown(text: object) -> Markup:
    """Write text so that Markdown and HTML both show it as it is, on one line."""
    line = " ".join(clean(text).split())
    signs = _MARKDOWN.sub(lambda found: f"&#{ord(found[0])};", line)
    return Markup(_NUMBERED.sub(r"\1&#46;", signs))  # noqa: S704 - every sign is escaped


def block(html: str) -> Markup:
    """Give a block of HTML without empty lines, so that any Markdown reader leaves it alone."""
    return Markup("\n\n" + _EMPTY_LINES.sub("", html.strip()) + "\n\n")  # noqa: S704 - made by our own templates


def anchor(*words: object) -> str:
    """Give a name for a place on a page: 'A&B, 3' becomes 'a-b-3'. Codes keep their zeros."""
    text = unicodedata.normalize("NFKD", " ".join(str(word) for word in words)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def attribute(text: object) -> Markup:
    """Escape a text for HTML."""
    return escape(clean(text))
