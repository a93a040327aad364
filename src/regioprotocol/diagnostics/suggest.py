"""'Bedoelde u …?': the nearest known word to what someone wrote."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def dichtstbij(woord: str, bekend: Iterable[str]) -> str | None:
    """Give the known word that looks most like *woord*, or None when nothing comes near."""
    kandidaten = {kandidaat.casefold(): kandidaat for kandidaat in bekend}
    gevonden = get_close_matches(woord.casefold(), kandidaten, n=1, cutoff=0.6)
    return kandidaten[gevonden[0]] if gevonden else None


def opsomming(woorden: Iterable[str], *, en: str = "en") -> str:
    """Write 'a, b en c'."""
    rij = list(woorden)
    return rij[0] if len(rij) == 1 else f"{', '.join(rij[:-1])} {en} {rij[-1]}" if rij else ""


def bedoelde_u(woord: str, bekend: Iterable[str], *, hoogstens: int = 12) -> str:
    """Give a hint: the nearest word, else the words there are (when they are few)."""
    woorden = sorted(bekend)
    beste = dichtstbij(woord, woorden)
    if beste:
        return f"Bedoelde u '{beste}'?"
    if 0 < len(woorden) <= hoogstens:
        return f"Kies uit: {', '.join(woorden)}."
    return ""
