"""Two people changed the same table: what the other one did, and where both changed the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from regioprotocol.model.product import ONBEKEND
from regioprotocol.tables.changes import Wijziging, vergelijk, wijziging
from regioprotocol.tables.flat import Productrij
from regioprotocol.tables.origin import Herkomst


def sleutel(rij: Productrij) -> tuple[str, str, str]:
    """Say which product a row is: its code (its name as long as no code is known) and its first day."""
    return (rij.code, rij.naam if rij.code == ONBEKEND else "", rij.velden.get("geldig_vanaf", ""))


def per_sleutel(rijen: Iterable[Productrij]) -> Mapping[tuple[str, str, str], Productrij]:
    """Give the rows by what product they are."""
    return {sleutel(rij): rij for rij in rijen}


def veranderd_sinds(herkomst: Herkomst, tabel: Sequence[Productrij]) -> Iterator[Wijziging]:
    """Give what changed in the table since the sheet was made from it.

    A sheet of one day shows that day only: what it did not show is not compared.
    """
    was, nu = per_sleutel(herkomst.rijen), per_sleutel(tabel)
    for wie, rij in was.items():
        if wie not in nu:
            yield wijziging(rij, "code", rij.wie, "")
        elif herkomst.op:
            dagen = {(t.kenmerk, t.vanaf) for t in rij.tarieven}
            getoond = tuple(t for t in nu[wie].tarieven if (t.kenmerk, t.vanaf) in dagen)
            yield from vergelijk(rij, replace(nu[wie], tarieven=getoond))
        else:
            yield from vergelijk(rij, nu[wie])
    for wie, rij in nu.items():
        if wie not in was and not herkomst.op:
            yield wijziging(rij, "code", "", rij.wie)


def botsingen(gewijzigd: Iterable[Wijziging], intussen: Iterable[Wijziging]) -> Iterator[tuple[Wijziging, Wijziging]]:
    """Give the pairs in which both changed the same column or tariff of a product, to something else."""
    anders = {(w.wie, *w.plek): w for w in intussen}
    for w in gewijzigd:
        ander = anders.get((w.wie, *w.plek))
        if ander and ander.nieuw != w.nieuw:
            yield w, ander
