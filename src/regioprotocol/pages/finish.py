"""What happens to a page after the builder: a content security policy, and nothing that tells who built it when."""

from __future__ import annotations

import re
from typing import Final

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
_META: Final = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_CHARSET: Final = '<meta charset="utf-8">'
_INLINE: Final = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=", re.IGNORECASE)


class OnveiligePaginaError(ValueError):
    """A page came out of the builder with something that its policy forbids, or without a head."""


def finish(html: str) -> str:
    """Give the page with its policy, before anything that the policy is about; code that is wide can have the focus.

    Raises OnveiligePaginaError when the page holds a script or a style of its own: those stand in files.
    """
    if html.count(_CHARSET) != 1:
        raise OnveiligePaginaError("geen kop waarin het beleid past")
    if found := _INLINE.search(_zonder_tekst(html)):
        raise OnveiligePaginaError(f"een script of stijl in de pagina zelf: {found[0].strip()}")
    # Who has no mouse scrolls a block of code with the arrow keys.
    html = html.replace("<pre><code", '<pre tabindex="0"><code')
    return html.replace(_CHARSET, f"{_CHARSET}\n{_META}", 1)


def _zonder_tekst(html: str) -> str:
    """Give only the tags: a text may well be about `onclick=`, and so may the value of an attribute."""
    return " ".join(re.sub(r'"[^"]*"', '""', tag) for tag in re.findall(r"<[a-zA-Z][^>]*>", html))
