"""Compare an element with its description, and say of every difference where it stands.

This is the careful way, for a sequence of elements that has not been seen before. What it finds right is remembered
by the reader of records, which then goes the fast way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container
from typing import NamedTuple

from regioprotocol.engine.structure.element import Element, naam_van, naamruimte_van, regel_van
from regioprotocol.engine.structure.grammar import Knoop
from regioprotocol.engine.structure.reporter import Melder


class Gevonden(NamedTuple):
    """An element of a message with its description and its path from the record ('Omvang/Volume')."""

    knoop: Knoop
    pad: str
    element: Element


def vergelijk(knoop: Knoop, element: Element, dicht: Container[str], melder: Melder, pad: str = "") -> list[Gevonden]:
    """Give the elements below this one that have a place in the description, in order; report the rest.

    What stands below an element with a tag in *dicht* is left alone.
    """
    gevonden: list[Gevonden] = []
    for deel, kind in _op_hun_plek(knoop, element, melder):
        naam = f"{pad}{deel.naam}"
        gevonden.append(Gevonden(deel, naam, kind))
        if deel.tag in dicht:
            continue
        if deel.kinderen:
            gevonden += vergelijk(deel, kind, dicht, melder, f"{naam}/")
        else:
            for vreemd in kind:
                melder.onbekend(deel, regel_van(vreemd), naam_van(vreemd))
    return gevonden


def _op_hun_plek(knoop: Knoop, element: Element, melder: Melder) -> list[tuple[Knoop, Element]]:
    geteld: Counter[str] = Counter()
    rij: list[tuple[Knoop, Element]] = []
    for kind in element:
        deel = _deel(knoop, kind, melder)
        if deel is None:
            continue
        geteld[deel.naam] += 1
        if deel.max is not None and geteld[deel.naam] > deel.max:
            melder.te_vaak(knoop, regel_van(kind), deel)
        else:
            rij.append((deel, kind))
    in_volgorde = _langste_rij([deel.volgnummer for deel, _ in rij])
    for index, (deel, kind) in enumerate(rij):
        if index not in in_volgorde:
            melder.volgorde(knoop, regel_van(kind), deel)
    for deel in knoop.kinderen:
        if geteld[deel.naam] < deel.min:
            melder.ontbreekt(knoop, regel_van(element), deel)
    return rij


def _deel(knoop: Knoop, kind: Element, melder: Melder) -> Knoop | None:
    deel = knoop.op_tag.get(kind.tag)
    if deel is not None:
        return deel
    naam = naam_van(kind)
    deel = knoop.op_naam.get(naam)
    if deel is None:
        melder.onbekend(knoop, regel_van(kind), naam)
    else:
        melder.naamruimte(regel_van(kind), deel, naamruimte_van(kind))
    return deel


def _langste_rij(nummers: list[int]) -> frozenset[int]:
    """Give the indexes of a longest run that does not go down: the others stand in the wrong place."""
    einden: list[int] = []  # the lowest last number of a run of each length
    van: list[int] = []  # and its index
    vorige: list[int] = []
    for index, nummer in enumerate(nummers):
        plek = bisect_right(einden, nummer)
        vorige.append(van[plek - 1] if plek else -1)
        einden[plek:] = [nummer, *einden[plek + 1 :]]
        van[plek:] = [index, *van[plek + 1 :]]
    rij = set()
    index = van[-1] if van else -1
    while index >= 0:
        rij.add(index)
        index = vorige[index]
    return frozenset(rij)
