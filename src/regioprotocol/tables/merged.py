"""The rows of a sheet as a person sees them: a code that was merged over two rows stands in both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Mapping

from regioprotocol.source.cells import Blad, Cel


def is_zichtbaar(cel: Cel) -> bool:
    """Tell whether a person sees something in a cell; a formula counts, whatever it gives."""
    return bool(cel.tekst.strip()) or cel.soort == "formule"


def zoals_gezien(blad: Blad, na: int, kolommen: Container[int]) -> Mapping[int, Mapping[int, Cel]]:
    """Give the rows below row *na*, in order, with in these columns what a merged cell shows there.

    A row of which nothing is filled in but what hangs from above, stays empty: it is the end of a note.
    """
    nummers = sorted(nummer for nummer in blad.rijen if nummer > na)
    rijen = {nummer: dict(blad.rijen[nummer]) for nummer in nummers}
    gedaan: dict[int, int] = {}
    for bereik in sorted(blad.samengevoegd, key=lambda bereik: (bereik.van_kolom, bereik.van_rij)):
        cel = rijen.get(bereik.van_rij, {}).get(bereik.van_kolom)
        # Ranges that overlap are no work of Excel. Skipping them bounds the work to the cells of the sheet.
        if cel is None or bereik.van_kolom not in kolommen or bereik.van_rij <= gedaan.get(bereik.van_kolom, 0):
            continue
        gedaan[bereik.van_kolom] = bereik.tot_rij
        for nummer in nummers[bisect_right(nummers, bereik.van_rij) : bisect_left(nummers, bereik.tot_rij + 1)]:
            if any(map(is_zichtbaar, blad.rijen[nummer].values())):
                rijen[nummer].setdefault(bereik.van_kolom, cel)
    return rijen
