"""From a look-up in the set to XPath: ask it for every kind of facts that makes a difference, and keep what differs.

The facts of a message are told apart in classes (dimensions): the codes that a rule knows and all others, the days
between two changes, the municipalities. The answers make a tree; equal answers share a branch, so that a rule that
says the same of every product does not mention products.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Generic, Protocol, TypeVar

from regioprotocol.export.schematron.xpath import ONWAAR, WAAR, alle, een_van, in_lijst, niet

EERSTE_DAG: Final = "0001-01-01"
ANDERS: Final = "~"  # stands for every code that the rule does not know

T = TypeVar("T", bound=Hashable)
Keuze = Mapping[str, str]


class Dimensie(Protocol):
    """A fact with the classes of its values; a class has the name of one of its values, '' when it is missing."""

    @property
    def sleutel(self) -> str:
        """Give the name of the fact."""

    def klassen(self, keuze: Keuze) -> tuple[Sequence[str], Sequence[str]]:
        """Give the classes that can be, and those that cannot, given the classes of the facts before."""

    def toets(self, klassen: Sequence[str]) -> str:
        """Give the XPath that holds when the value is in one of these classes."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A code: classes of codes with the same consequences, all other codes, and perhaps none.

    *bij* tells whether a class can be, given what was chosen before.
    """

    sleutel: str
    waarde: str
    groepen: Mapping[str, tuple[str, ...]]
    mag_ontbreken: bool
    bij: Callable[[Keuze, str], bool] = lambda *_: True

    def klassen(self, keuze: Keuze) -> tuple[Sequence[str], Sequence[str]]:
        """Give the classes: none, the groups, the others."""
        alle_klassen = (*([""] if self.mag_ontbreken else []), *self.groepen, ANDERS)
        kan = [klasse for klasse in alle_klassen if self.bij(keuze, klasse)]
        return kan, [klasse for klasse in alle_klassen if klasse not in kan]

    def toets(self, klassen: Sequence[str]) -> str:
        """Name the codes, or the codes that it is not."""
        if ANDERS not in klassen:
            return in_lijst(self.waarde, [c for k in klassen for c in self._codes(k)])
        niet_deze = [k for k in ("", *self.groepen) if k not in klassen and (k or self.mag_ontbreken)]
        codes = [code for klasse in niet_deze for code in self._codes(klasse)]
        return niet(in_lijst(self.waarde, codes)) if codes else WAAR

    def _codes(self, klasse: str) -> tuple[str, ...]:
        return self.groepen.get(klasse, ("",))


@dataclass(frozen=True, slots=True)
class Toetsen:
    """A fact whose classes are told apart by conditions of their own, such as the level of a product."""

    sleutel: str
    toetsen: Mapping[str, str]

    def klassen(self, keuze: Keuze) -> tuple[Sequence[str], Sequence[str]]:
        """Give all classes."""
        del keuze
        return tuple(self.toetsen), ()

    def toets(self, klassen: Sequence[str]) -> str:
        """Give the condition of one of them."""
        return een_van(self.toetsen[klasse] for klasse in klassen)


@dataclass(frozen=True, slots=True)
class Dagen:
    """A day: the days from one change up to the next. A class has the name of its first day.

    *waarde* is the day as a number; *grenzen* are the days on which something changes, in order.
    """

    sleutel: str
    waarde: str
    grenzen: tuple[str, ...]

    def klassen(self, keuze: Keuze) -> tuple[Sequence[str], Sequence[str]]:
        """Give the time before the first change, and each time after one."""
        del keuze
        return (EERSTE_DAG, *self.grenzen), ()

    def toets(self, klassen: Sequence[str]) -> str:
        """Compare the day with the bounds; times that follow each other are one."""
        randen = (EERSTE_DAG, *self.grenzen)
        delen: list[str] = []
        vorige = False
        for plek, rand in enumerate(randen):
            gekozen = rand in klassen
            if gekozen and not vorige:
                begin = f"{self.waarde} >= {rand.replace('-', '')}" if plek else WAAR
                einde = next((r for r in randen[plek + 1 :] if r not in klassen), "")
                delen.append(alle(begin, f"{self.waarde} < {einde.replace('-', '')}" if einde else WAAR))
            vorige = gekozen
        return een_van(delen)


@dataclass(frozen=True, slots=True)
class Blad(Generic[T]):
    """An answer; None says nothing."""

    uitkomst: T | None


@dataclass(frozen=True, slots=True)
class Tak(Generic[T]):
    """A question with its answers."""

    dimensie: int
    kinderen: tuple[tuple[tuple[str, ...], Blad[T] | Tak[T]], ...]


def groepeer(waarden: Iterable[str], kenmerk: Callable[[str], Hashable]) -> dict[str, tuple[str, ...]]:
    """Put codes together that have the same consequences; those like any other code are in no group."""
    groepen: dict[Hashable, list[str]] = {}
    for waarde in sorted(set(waarden)):
        groepen.setdefault(kenmerk(waarde), []).append(waarde)
    groepen.pop(kenmerk(ANDERS), None)
    return {groep[0]: tuple(groep) for groep in groepen.values()}


def grenzen(perioden: Iterable[tuple[object, object]]) -> tuple[str, ...]:
    """Give the days on which periods begin, or have just ended, in order. A bound that is not text is open."""
    dagen: set[str] = set()
    for vanaf, tot_en_met in perioden:
        if isinstance(vanaf, str):
            dagen.add(vanaf)
        if isinstance(tot_en_met, str):
            dagen.add((date.fromisoformat(tot_en_met) + timedelta(days=1)).isoformat())
    return tuple(sorted(dagen))


def beslis(dimensies: Sequence[Dimensie], vraag: Callable[[Keuze], T | None]) -> dict[T, str]:
    """Give every answer with the XPath of the messages that it holds for."""
    boom = _boom(dimensies, vraag, {})
    return {uitkomst: _pad(dimensies, boom, uitkomst) for uitkomst in dict.fromkeys(_uitkomsten(boom))}


def _boom(dimensies: Sequence[Dimensie], vraag: Callable[[Keuze], T | None], keuze: dict[str, str]) -> Blad[T] | Tak[T]:
    plek = len(keuze)
    if plek == len(dimensies):
        return Blad(vraag(keuze))
    dimensie = dimensies[plek]
    per_antwoord: dict[Blad[T] | Tak[T], list[str]] = {}
    kan, kan_niet = dimensie.klassen(keuze)
    for klasse in kan:
        kind = _boom(dimensies, vraag, {**keuze, dimensie.sleutel: klasse})
        per_antwoord.setdefault(kind, []).append(klasse)
    if len(per_antwoord) == 1:
        return next(iter(per_antwoord))
    for klassen in per_antwoord.values():
        if ANDERS in klassen:  # what cannot be needs no words
            klassen.extend(kan_niet)
    return Tak(plek, tuple((tuple(klassen), kind) for kind, klassen in per_antwoord.items()))


def _uitkomsten(boom: Blad[T] | Tak[T]) -> Iterator[T]:
    if isinstance(boom, Tak):
        for _, kind in boom.kinderen:
            yield from _uitkomsten(kind)
    elif boom.uitkomst is not None:
        yield boom.uitkomst


def _pad(dimensies: Sequence[Dimensie], boom: Blad[T] | Tak[T], uitkomst: T) -> str:
    if isinstance(boom, Blad):
        return WAAR if boom.uitkomst == uitkomst else ONWAAR
    per_pad: dict[str, list[str]] = {}
    for klassen, kind in boom.kinderen:
        per_pad.setdefault(_pad(dimensies, kind, uitkomst), []).extend(klassen)
    toets = dimensies[boom.dimensie].toets
    if len(per_pad) == 1:  # what differs here is another answer
        return next(iter(per_pad))
    return een_van(alle(toets(klassen), pad) for pad, klassen in per_pad.items() if pad != ONWAAR)
