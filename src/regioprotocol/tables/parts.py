"""Parts and combinations of a product as the text of one cell: 'start 70% (code; moment) | resultaat 30%'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal, cast

from regioprotocol.model.product import Combinatie, Deel

_SCHEIDING: Final = " | "
PRODUCTCODE: Final = re.compile(r"[0-9]{2}[A-Z0-9]{3}")
_DEEL: Final = re.compile(r"(.+?) ([0-9]{1,3}) ?%(?: \((.*)\))?")
_COMBINATIE: Final = re.compile(r"(toegestaan|uitgesloten|vereist):? (.+)")
_SCHEIDERS: Final = re.compile(r"\s*(?:[,;/+&|\n]|\ben\b)\s*")


def opgesplitst(tekst: str) -> list[str]:
    """Give the values of a list, however they were separated: 'a, b', 'a/b' or 'a en b'."""
    return [deel for deel in _SCHEIDERS.split(tekst) if deel]


def delen_als_tekst(delen: Iterable[Deel]) -> str:
    """Write parts as a sheet has them."""
    return _SCHEIDING.join(map(_deel, delen))


def lees_delen(tekst: str) -> tuple[Deel, ...]:
    """Read parts. Raises ValueError with the part that cannot be read."""
    return tuple(map(_lees_deel, tekst.split(_SCHEIDING)))


def combinaties_als_tekst(combinaties: Iterable[Combinatie]) -> str:
    """Write combinations as a sheet has them: 'uitgesloten code, code | vereist code'."""
    return _SCHEIDING.join(f"{c.soort} {', '.join(c.codes)}" for c in combinaties)


def lees_combinaties(tekst: str) -> tuple[Combinatie, ...]:
    """Read combinations. Raises ValueError with the one that cannot be read."""
    return tuple(map(_lees_combinatie, tekst.split(_SCHEIDING)))


def _deel(deel: Deel) -> str:
    meer = "; ".join(filter(None, (deel.code, deel.moment)))
    return f"{deel.naam} {deel.aandeel}%" + (f" ({meer})" if meer else "")


def _lees_deel(tekst: str) -> Deel:
    found = _DEEL.fullmatch(tekst)
    if not found:
        raise ValueError(tekst)
    meer = found[3] or ""
    code, _, moment = (stuk.strip() for stuk in meer.partition(";"))
    if code and not PRODUCTCODE.fullmatch(code):
        code, moment = "", meer.strip()
    return Deel(naam=found[1], aandeel=int(found[2]), code=code, moment=moment)


def _lees_combinatie(tekst: str) -> Combinatie:
    found = _COMBINATIE.fullmatch(tekst)
    codes = tuple(opgesplitst(found[2])) if found else ()
    if not found or not codes or not all(map(PRODUCTCODE.fullmatch, codes)):
        raise ValueError(tekst)
    return Combinatie(cast("Literal['toegestaan', 'uitgesloten', 'vereist']", found[1]), codes)
