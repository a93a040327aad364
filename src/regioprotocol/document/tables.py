"""Tables of plain text, with a sentence in their place when there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regioprotocol.prose import Alinea, Blok, Stuk, Tabel, stukken
from regioprotocol.prose.blocks import Regeltekst

Cel = str | Regeltekst


def tabel(kop: Sequence[str], rijen: Iterable[Sequence[Cel]], breedtes: tuple[int, ...], *, leeg: str = "") -> Blok:
    """Give a table; without rows the sentence *leeg*. *breedtes* divide the width of the page."""
    klaar = tuple(tuple(cel if isinstance(cel, tuple) else stukken(cel) for cel in rij) for rij in rijen)
    if not klaar:
        return Alinea(stukken(leeg or "Hier is niets te vermelden."))
    return Tabel(tuple(stukken(tekst) for tekst in kop), klaar, breedtes)


def verwijzing(nummer: str) -> Regeltekst:
    """Give the number of a paragraph as a link to it."""
    return (Stuk(tekst=nummer, doel=f"#{nummer}"),) if nummer else ()
