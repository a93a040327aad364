"""The description as a tree of elements for one kind of message: what may stand where, and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regioprotocol.engine.structure.description import (
    Berichtelement,
    Berichtsoort,
    Beschrijving,
    Groepselement,
    Type,
)
from regioprotocol.engine.structure.values import Waardetype

_BERICHTCODE = "BerichtCode"


class Knoop:
    """An element in its place: *type* for one with a value, *kinderen* for one with elements below it."""

    __slots__ = ("kinderen", "max", "min", "naam", "op_naam", "op_tag", "persoonlijk", "tag", "type", "volgnummer")

    def __init__(self, naam: str, naamruimte: str, aantal: str, volgnummer: int = 0) -> None:
        """Describe an element; *aantal* is '1', '0..1', '1..n' or '0..n'."""
        laagste, _, hoogste = aantal.partition("..")
        self.naam = naam
        self.tag = f"{{{naamruimte}}}{naam}"
        self.volgnummer = volgnummer
        self.min = int(laagste)
        self.max = None if hoogste == "n" else int(hoogste or laagste)
        self.type: Waardetype | None = None
        self.persoonlijk = False
        self.kinderen: tuple[Knoop, ...] = ()
        self.op_tag: Mapping[str, Knoop] = {}
        self.op_naam: Mapping[str, Knoop] = {}

    def zet_kinderen(self, kinderen: tuple[Knoop, ...]) -> None:
        """Give the element its elements, in order."""
        self.kinderen = kinderen
        self.op_tag = {kind.tag: kind for kind in kinderen}
        self.op_naam = {kind.naam: kind for kind in kinderen}

    def alle(self) -> Iterator[Knoop]:
        """Give this element and everything below it, in order."""
        yield self
        for kind in self.kinderen:
            yield from kind.alle()


def boom(alles: Beschrijving, soort: Berichtsoort, codelijsten: Mapping[str, frozenset[str]]) -> Knoop:
    """Build the tree of a kind of message, with the code lists of the parameter set."""
    return _Bouwer(alles, soort, codelijsten).wortel()


class _Bouwer:
    def __init__(self, alles: Beschrijving, soort: Berichtsoort, codelijsten: Mapping[str, frozenset[str]]) -> None:
        self._soort = soort
        self._codelijsten = codelijsten
        self._beschreven = {t.type: t for t in alles.typen if t.wet in {None, soort.wet}}
        self._waardetypen: dict[str, Waardetype] = {}
        self._klassen: dict[str, list[Berichtelement]] = {}
        self._groepen: dict[str, list[Groepselement]] = {}
        for element in alles.elementen:
            if element.bericht == soort.soort and element.wet in {None, soort.wet}:
                self._klassen.setdefault(element.klasse, []).append(element)
        for deel in alles.groepen:
            self._groepen.setdefault(deel.groep, []).append(deel)

    def wortel(self) -> Knoop:
        knoop = Knoop("Bericht", self._soort.naamruimte, "1")
        self._vul(knoop, "Root")
        return knoop

    def _vul(self, knoop: Knoop, soort: str) -> None:
        if soort in self._klassen:
            knoop.zet_kinderen(tuple(map(self._element, self._klassen[soort], range(len(self._klassen[soort])))))
        elif soort in self._groepen:
            knoop.zet_kinderen(tuple(map(self._groepselement, self._groepen[soort], range(len(self._groepen[soort])))))
        else:
            knoop.type = self._waardetype(soort)
            knoop.persoonlijk = knoop.persoonlijk or knoop.type.type.persoonlijk

    def _element(self, element: Berichtelement, volgnummer: int) -> Knoop:
        knoop = Knoop(element.element, self._soort.naamruimte, element.aantal, volgnummer)
        self._vul(knoop, element.type)
        return knoop

    def _groepselement(self, element: Groepselement, volgnummer: int) -> Knoop:
        knoop = Knoop(element.element, self._soort.basis, element.aantal, volgnummer)
        knoop.persoonlijk = element.persoonlijk
        self._vul(knoop, element.type)
        return knoop

    def _waardetype(self, naam: str) -> Waardetype:
        if naam not in self._waardetypen:
            soort = Type(naam, "tekst", waarden=self._soort.code) if naam == _BERICHTCODE else self._beschreven[naam]
            self._waardetypen[naam] = Waardetype(soort, self._codelijsten)
        return self._waardetypen[naam]
