"""Values that can be seen to be right at once: numbers, amounts, references and BSNs, of which hardly one comes back.

What is not surely right here may still be right: the careful reader decides (structure.values).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from regioprotocol.engine.findings import klopt_elfproef
from regioprotocol.engine.structure.description import Type

Snel = Callable[[str | None], str | Decimal | None]

CENT: Final = Decimal("0.01")
BSN_LENGTE: Final = 9
_KORTSTE_REFERENTIE: Final = 9  # a shorter text is a code


def eerste_blik(soort: Type) -> Snel | None:
    """Give what reads a text of this type at first sight; None for types whose values come back often."""
    if soort.soort == "nummer":
        return _nummer(soort)
    if soort.soort == "bedrag":
        return _bedrag(soort)
    if soort.soort == "bsn":
        return lambda tekst: tekst if tekst and is_bsn(tekst) else None
    if soort.soort == "tekst" and (soort.max_lengte or BSN_LENGTE) >= _KORTSTE_REFERENTIE and soort.min_lengte <= 1:
        return _met_vorm(soort, soort.patroon) if soort.patroon else _tekst(soort)
    return None


def is_bsn(tekst: str) -> bool:
    """Tell whether a text is a BSN: nine digits that pass the eleven-proof."""
    return len(tekst) == BSN_LENGTE and tekst.isascii() and tekst.isdigit() and klopt_elfproef(tekst)


def _nummer(soort: Type) -> Snel:
    """See a number without zeros in front, of fewer digits than the highest."""
    cijfers = len(str(soort.maximum)) - 1

    def lees(tekst: str | None) -> str | None:
        goed = tekst and len(tekst) <= cijfers and tekst.isdigit() and tekst.isascii() and tekst[0] != "0"
        return tekst if goed else None

    return lees


def _bedrag(soort: Type) -> Snel:
    """See cents, of fewer digits than the highest amount; give euros."""
    cijfers = len(str(soort.maximum)) - 1

    def lees(tekst: str | None) -> Decimal | None:
        goed = tekst and len(tekst) <= cijfers and tekst.isdigit() and tekst.isascii()
        return int(tekst) * CENT if goed and tekst else None

    return lees


def _tekst(soort: Type) -> Snel:
    langste = soort.max_lengte or BSN_LENGTE

    def lees(tekst: str | None) -> str | None:
        goed = tekst and len(tekst) <= langste and tekst.isprintable() and tekst[0] != " "
        return tekst if goed else None

    return lees


def _met_vorm(soort: Type, patroon: str) -> Snel:
    langste = soort.max_lengte or BSN_LENGTE
    past = re.compile(patroon, re.ASCII).fullmatch
    return lambda tekst: tekst if tekst and len(tekst) <= langste and past(tekst) else None
