"""Every link of the built site leads somewhere: to a page that is there, and a place on it."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

_TAG: Final = re.compile(r"<[a-zA-Z][^>]*>")
_LINK: Final = re.compile(r'\s(?:href|src|data-bron)="([^"]*)"')
_ID: Final = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Verwijzingen:
    """What one page points to, and the places on it."""

    links: tuple[str, ...]
    plaatsen: frozenset[str]


def verwijzingen(pagina: str) -> Verwijzingen:
    """Read the links and the places of a page."""
    tags = " ".join(_TAG.findall(pagina))
    links = dict.fromkeys(html.unescape(link) for link in _LINK.findall(tags))
    return Verwijzingen(tuple(links), frozenset(html.unescape(naam) for naam in _ID.findall(tags)))


def dood(paginas: Mapping[str, Verwijzingen], bestanden: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Give every link that leads nowhere, with the page it is on. Other sites are not looked at."""
    for pad, pagina in paginas.items():
        for link in pagina.links:
            if not _bestaat(pad, link, paginas, bestanden):
                yield pad, link


def _bestaat(pad: str, link: str, paginas: Mapping[str, Verwijzingen], bestanden: AbstractSet[str]) -> bool:
    delen = urlsplit(link)
    if delen.scheme or delen.netloc:
        return delen.scheme in {"https", "http", "mailto", "data"}
    doel = posixpath.normpath(posixpath.join(posixpath.dirname(pad), unquote(delen.path))) if delen.path else pad
    if delen.path.startswith("/"):
        doel = unquote(delen.path).lstrip("/") or "."
    if delen.path.endswith("/") or doel in {".", ""}:
        doel = posixpath.normpath(posixpath.join(doel, "index.html"))
    if doel not in bestanden:
        return False
    # A script reads what follows '#?' or '#q='; those are questions, not places.
    if not delen.fragment or "=" in delen.fragment or doel not in paginas:
        return True
    return unquote(delen.fragment) in paginas[doel].plaatsen
