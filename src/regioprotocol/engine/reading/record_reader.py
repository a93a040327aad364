"""From the element of a record to the record, and on the way the check of its structure.

Most elements have a shape that was seen before: the same elements in the same order. Then one look-up says where
every value stands, and only the values are new. A shape that is new goes the careful way once (structure.compare).

Lists instead of generators, and one row for each thing asked of an element: this runs for every line of a declaration.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from regioprotocol.engine.bindings import BINDINGS, CLIENT_VAN_DECLARATIE
from regioprotocol.engine.reading.besides import (
    LAATSTE_TELBARE_REGEL,
    echte_regel,
    is_schoon,
    meld_attributen,
    meld_tekst_in,
    meld_tekst_na,
)
from regioprotocol.engine.reading.plan import Klaar, Plan, Sjabloon, even_vol, maak_plan
from regioprotocol.engine.records import Onderdeel, Retourcode, Vorm
from regioprotocol.engine.structure.compare import Gevonden, vergelijk
from regioprotocol.engine.structure.element import Element, naam_van, regel_van
from regioprotocol.engine.structure.grammar import Knoop
from regioprotocol.engine.structure.reporter import Melder
from regioprotocol.engine.structure.values import Fout, Waarde

_VORMEN_ONTHOUDEN: Final = 256
_LANGSTE_VORM: Final = 128
_VORM_RETOURCODE: Final = Vorm("RetourCode", {"code": 0}, {"code": "RetourCode"})
_WORTEL: Final = "Bericht"

Vast = Mapping[str, Mapping[str, object]]


class Lezer:
    """Reads the element of one kind of record, for one kind of message."""

    def __init__(self, knoop: Knoop, vast: Vast, ouder: str = "") -> None:
        """Prepare for an element of the description; *vast* gives fields by record that no element holds."""
        declaratieclient = knoop.naam == "Client" and ouder != _WORTEL
        binding = CLIENT_VAN_DECLARATIE if declaratieclient else BINDINGS[knoop.naam]
        self.knoop = knoop
        self._klasse = binding.klasse
        self._sjabloon = Sjabloon(binding, vast.get(knoop.naam, {}))
        self._plannen: dict[tuple[str, ...], Plan] = {}
        self._vorige: Plan | None = None
        self._lezers: dict[str, Lezer] = {}
        for kind in knoop.kinderen:
            if kind.naam in binding.delen:
                self._lezers[kind.naam] = Lezer(kind, vast, knoop.naam)
            elif kind.naam in binding.lijsten:
                self._lezers[kind.naam] = Lezer(kind.kinderen[0], vast, kind.naam)
        self._dicht = frozenset(kind.tag for kind in knoop.kinderen if kind.naam in self._lezers)

    def lezer(self, element: str) -> Lezer:
        """Give the reader of the records in an element of this one ('Clienten', 'Header')."""
        return self._lezers[element]

    def lees(
        self, element: Element, melder: Melder, erfenis: object = None, *, klaar: Mapping[str, Klaar] | None = None
    ) -> Onderdeel:
        """Give the record of an element; what is wrong with it goes to the melder.

        *erfenis*: the value that comes from above. *klaar*: lists that were read before, by field.
        """
        elementen = self._eigen(element) if self._dicht else [*element.iter()]
        tags = tuple([e.tag for e in elementen])
        plan = self._vorige
        if plan is None or plan.tags != tags:  # comparing with the last shape is quicker than looking for it
            plan = self._plannen.get(tags)
        if plan is None or not even_vol(plan, elementen):
            plan, elementen = self._zorgvuldig(element, tags, melder)
        else:
            self._vorige = plan
        regels = tuple([e.sourceline or 0 for e in elementen])
        if melder.stroomt:
            regels = _in_stroom(plan, elementen, regels, melder)

        waarden: list[object] = [snel(elementen[plek].text) for plek, snel in plan.waarden]
        melder.waarden += len(waarden)
        if not all(waarden):  # zeros too, but comparing each value with None takes four times as long
            _lees_nieuwe(plan, waarden, elementen, regels, melder)
        waarden.append(erfenis)
        waarden += plan.rest
        velden = plan.schik(waarden)
        if plan.met_onderdelen:
            velden = self._met_onderdelen(plan, velden, elementen, melder, klaar or {})
        return self._klasse(regels, plan.vorm, *velden)

    def _met_onderdelen(
        self,
        plan: Plan,
        velden: tuple[object, ...],
        elementen: list[Element],
        melder: Melder,
        klaar: Mapping[str, Klaar],
    ) -> tuple[object, ...]:
        """Fill the fields that hold records."""
        alle = [*velden]
        if plan.codes:
            melder.waarden += len(plan.codes)
            alle[self._sjabloon.plek("retourcodes")] = tuple(
                [_retourcode(knoop, elementen[plek], melder) for plek, knoop in plan.codes]
            )
        for plek, veld, naam in plan.delen:
            alle[veld] = self._lezers[naam].lees(elementen[plek], melder, klaar=klaar)
        for plek, veld, veldnaam, knoop in plan.lijsten:
            alle[veld] = self._lijst(knoop, elementen[plek], melder, alle[0], klaar.get(veldnaam))
        return tuple(alle)

    def _lijst(
        self, knoop: Knoop, houder: Element, melder: Melder, erfenis: object, klaar: Klaar | None
    ) -> Sequence[Onderdeel]:
        """Read the records of a list; of a list that was read before only what is left."""
        lezer = self._lezers[knoop.naam]
        tag = lezer.knoop.tag
        kinderen = [*houder]
        if melder.stroomt:
            meld_tekst_na(kinderen, melder)
        if klaar is not None:
            for kind in kinderen:
                if kind.tag != tag:
                    melder.onbekend(knoop, regel_van(kind), naam_van(kind))
            if klaar.aantal < lezer.knoop.min:
                melder.ontbreekt(knoop, regel_van(houder), lezer.knoop)
            return klaar.records
        if not kinderen or any([kind.tag != tag for kind in kinderen]):  # noqa: C419
            kinderen = [g.element for g in vergelijk(knoop, houder, {tag}, melder)]
        return tuple([lezer.lees(kind, melder, erfenis) for kind in kinderen])

    def _eigen(self, element: Element) -> list[Element]:
        """Give the elements of this record, without those of the records in it (which stand directly below it)."""
        rij = [element]
        for kind in element:
            if not len(kind) or kind.tag in self._dicht:
                rij.append(kind)
            else:
                rij += kind.iter()
        return rij

    def _zorgvuldig(self, element: Element, tags: tuple[str, ...], melder: Melder) -> tuple[Plan, list[Element]]:
        """Go the careful way, and remember a shape without faults."""
        eerder = melder.aantal
        gevonden = [Gevonden(self.knoop, "", element), *vergelijk(self.knoop, element, self._dicht, melder)]
        plan = maak_plan(self._sjabloon, gevonden)
        if melder.aantal == eerder and len(tags) <= _LANGSTE_VORM and len(self._plannen) < _VORMEN_ONTHOUDEN:
            self._plannen[tags] = plan
        return plan, [g.element for g in gevonden]


def _in_stroom(
    plan: Plan,
    elementen: list[Element],
    regels: tuple[int, ...],
    melder: Melder,
) -> tuple[int, ...]:
    """Do for a record of a large message what is done for a small message as a whole; give its lines."""
    if not is_schoon(elementen, [elementen[plek].text for plek in plan.zonder_tekst], attributen=melder.attributen):
        meld_attributen(elementen, melder)
        meld_tekst_na(elementen[1:], melder)
        meld_tekst_in([elementen[plek] for plek in plan.zonder_tekst], melder)
    if regels[-1] < LAATSTE_TELBARE_REGEL:
        return regels
    echt = [*regels]
    for plek in plan.genoemd:
        echt[plek] = echte_regel(elementen[plek])
    return tuple(echt)


def _lees_nieuwe(
    plan: Plan,
    waarden: list[object],
    elementen: list[Element],
    regels: tuple[int, ...],
    melder: Melder,
) -> None:
    """Read the values that are new, or are wrong."""
    for index, waarde in enumerate(waarden):
        if waarde is None:
            plek = plan.waarden[index][0]
            waarden[index] = _waarde(plan.knopen[index], regels[plek], elementen[plek].text or "", melder)


def _waarde(knoop: Knoop, regel: int, tekst: str, melder: Melder) -> Waarde | None:
    if knoop.type is None:
        return None
    waarde = knoop.type.lees(tekst)
    if isinstance(waarde, Fout):
        melder.waarde(knoop, regel, tekst, waarde)
        return waarde.waarde
    return waarde


def _retourcode(knoop: Knoop, element: Element, melder: Melder) -> Retourcode:
    regel = echte_regel(element)
    return Retourcode((regel,), _VORM_RETOURCODE, str(_waarde(knoop, regel, element.text or "", melder)))
