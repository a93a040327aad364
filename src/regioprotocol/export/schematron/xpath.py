"""XPath 1.0 as text: nothing of XPath 2 and no extension, so that any XSLT 1.0 processor can run it.

Days are compared as numbers: 2026-01-31 is 20260131. A day that is not there is NaN, and no comparison with it holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

WAAR: Final = "true()"
ONWAAR: Final = "false()"

_SCHEIDING: Final = "|"  # no code has it
_KORTE_LIJST: Final = 3
_LENGTE_VAN_MAANDEN: Final = "312831303130313130313031"


def tekst(waarde: str) -> str:
    """Give a text as a literal. Raises ValueError for one with both kinds of quotes, which XPath 1.0 cannot say."""
    if "'" not in waarde:
        return f"'{waarde}'"
    if '"' not in waarde:
        return f'"{waarde}"'
    raise ValueError("een tekst met twee soorten aanhalingstekens kan niet in XPath 1.0")


def alle(*delen: str) -> str:
    """Give what holds when all parts hold."""
    over = [deel for deel in dict.fromkeys(delen) if deel != WAAR]
    return ONWAAR if ONWAAR in over else " and ".join(over) or WAAR


def een_van(delen: Iterable[str]) -> str:
    """Give what holds when one of the parts holds, in brackets when there are more."""
    over = [deel for deel in dict.fromkeys(delen) if deel != ONWAAR]
    if WAAR in over:
        return WAAR
    return over[0] if len(over) == 1 else f"({' or '.join(over)})" if over else ONWAAR


def niet(deel: str) -> str:
    """Give what holds when the part does not."""
    if deel in {WAAR, ONWAAR}:
        return ONWAAR if deel == WAAR else WAAR
    return deel[4:-1] if deel.startswith("not(") and _sluit_achteraan(deel) else f"not({deel})"


def in_lijst(uitdrukking: str, waarden: Iterable[str]) -> str:
    """Give what holds when the text is one of these; '' is a text that is not there."""
    rij = list(dict.fromkeys(waarden))
    if len(rij) <= _KORTE_LIJST or "" in rij:
        kort = [f"{uitdrukking}={tekst(waarde)}" for waarde in rij if not waarde or len(rij) <= _KORTE_LIJST]
        return een_van([*kort, *([in_lijst(uitdrukking, filter(None, rij))] if len(rij) > _KORTE_LIJST else [])])
    lijst = tekst(_SCHEIDING + _SCHEIDING.join(rij) + _SCHEIDING)
    return f"contains({lijst}, concat('{_SCHEIDING}', {uitdrukking}, '{_SCHEIDING}'))"


def samen(*uitdrukkingen: str) -> str:
    """Give texts as one, to compare them together."""
    if len(uitdrukkingen) == 1:
        return f"string({uitdrukkingen[0]})"
    return "concat(" + f", '{_SCHEIDING}', ".join(uitdrukkingen) + ")"


def dag(pad: str) -> str:
    """Give the day of an element as a number."""
    return f"number(translate({pad}, '-', ''))"


def als_dag(waarde: date | str) -> str:
    """Give a day as a number."""
    return str(waarde).replace("-", "")


def lengte_van_maand(jaar: str, maand: str) -> str:
    """Give the number of days in a month."""
    schrikkel = f"({maand} = 2 and {jaar} mod 4 = 0 and ({jaar} mod 100 != 0 or {jaar} mod 400 = 0))"
    return f"number(substring('{_LENGTE_VAN_MAANDEN}', 2 * {maand} - 1, 2)) + {schrikkel}"


def jaar_van(getal: str) -> str:
    """Give the year of a day."""
    return f"floor({getal} div 10000)"


def maand_van(getal: str) -> str:
    """Give the month of a day."""
    return f"(floor({getal} div 100) mod 100)"


def _sluit_achteraan(deel: str) -> bool:
    """Tell whether the first bracket is closed by the last."""
    diep = 0
    for plek, teken in enumerate(deel):
        diep += (teken == "(") - (teken == ")")
        if teken == ")" and not diep:
            return plek == len(deel) - 1
    return False
