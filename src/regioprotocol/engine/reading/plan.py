"""Where every value of a record stands in the elements of one shape: worked out once, used for every next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple

from regioprotocol.engine.bindings import RETOURCODES, Binding
from regioprotocol.engine.records import Onderdeel, Vorm
from regioprotocol.engine.structure.compare import Gevonden
from regioprotocol.engine.structure.element import Element
from regioprotocol.engine.structure.grammar import Knoop
from regioprotocol.engine.structure.values import Waarde

_RETOURCODES_HOUDER: Final = RETOURCODES.partition("/")[0]
_PLAATS_EN_VORM: Final = 2  # the first two fields of every record

Snel = Callable[[str | None], Waarde | None]


class Sjabloon:
    """The fields of a record with what they hold when no element fills them."""

    def __init__(self, binding: Binding, vast: Mapping[str, object]) -> None:
        """Take the defaults of the record; *vast* are values that no element holds."""
        leeg = binding.klasse()
        self.binding = binding
        self.namen: tuple[str, ...] = binding.klasse.__struct_fields__[_PLAATS_EN_VORM:]
        self.waarden: dict[str, object] = {naam: vast.get(naam, getattr(leeg, naam)) for naam in self.namen}

    def plek(self, veld: str) -> int:
        """Give the place of a field among the values of the record."""
        return self.namen.index(veld)

    def veld(self, pad: str) -> str:
        """Give the field that an element fills, by its path; or nothing."""
        binding = self.binding
        return binding.velden.get(pad) or binding.delen.get(pad) or binding.lijsten.get(pad) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to read a shape. Numbers are places in its row of elements, or among the fields of the record.

    Slots, because every line of a declaration asks for nearly all of it.
    """

    tags: tuple[str, ...]
    vorm: Vorm
    houders: tuple[tuple[int, int], ...]  # an element with elements: place, how many
    zonder_tekst: tuple[int, ...]  # the elements that hold elements: no text in them
    genoemd: tuple[int, ...]  # those whose line may be asked for: the record itself, and lists
    waarden: tuple[tuple[int, Snel], ...]  # place of a value, how it is read when that is easy
    knopen: tuple[Knoop, ...]  # the description of each of these values
    schik: Callable[[Sequence[object]], tuple[object, ...]]  # values, what is inherited, rest → fields in order
    rest: tuple[object, ...]
    codes: tuple[tuple[int, Knoop], ...]
    delen: tuple[tuple[int, int, str], ...]  # place, field, name of the element
    lijsten: tuple[tuple[int, int, str, Knoop], ...]  # place, field, name of the field, description
    met_onderdelen: bool  # whether there are codes, parts or lists


def maak_plan(sjabloon: Sjabloon, gevonden: Sequence[Gevonden]) -> Plan:
    """Work out where everything stands, from the elements with their description."""
    binding = sjabloon.binding
    plekken: dict[str, int] = {}
    namen: dict[str, str] = {}
    waarden: list[tuple[int, Knoop, str]] = []
    codes, delen, lijsten, houders = [], [], [], []
    for plek, (knoop, pad, element) in enumerate(gevonden):
        veld = "retourcodes" if pad == _RETOURCODES_HOUDER else sjabloon.veld(pad)
        if veld and veld not in plekken:
            plekken[veld], namen[veld] = plek, knoop.naam
        if knoop.type is not None:
            if pad.endswith(RETOURCODES):
                codes.append((plek, knoop))
            else:
                waarden.append((plek, knoop, veld))
        elif pad in binding.delen:
            delen.append((plek, sjabloon.plek(veld), knoop.naam))
        elif pad in binding.lijsten:
            lijsten.append((plek, sjabloon.plek(veld), veld, knoop))
        else:
            houders.append((plek, len(element)))
    schik, rest = _schikking(sjabloon, [veld for _, _, veld in waarden])
    zonder_tekst = tuple(sorted([plek for plek, _ in houders] + [plek for plek, *_ in lijsten]))
    return Plan(
        tags=tuple(g.element.tag for g in gevonden),
        vorm=Vorm(gevonden[0].knoop.naam, plekken, namen),
        houders=tuple(houders),
        zonder_tekst=zonder_tekst,
        genoemd=tuple(plek for plek in zonder_tekst if plek == 0 or plek in plekken.values()),
        waarden=tuple((plek, knoop.type.snel) for plek, knoop, _ in waarden if knoop.type),
        knopen=tuple(knoop for _, knoop, _ in waarden),
        schik=schik,
        rest=rest,
        codes=tuple(codes),
        delen=tuple(delen),
        lijsten=tuple(lijsten),
        met_onderdelen=bool(codes or delen or lijsten),
    )


def _schikking(
    sjabloon: Sjabloon, velden: Sequence[str]
) -> tuple[Callable[[Sequence[object]], tuple[object, ...]], tuple[object, ...]]:
    """Say in which order the fields are taken from: the values, what is inherited, and the rest."""
    rest: list[object] = []
    volgorde: list[int] = []
    for naam in sjabloon.namen:
        if naam in velden:
            volgorde.append(velden.index(naam))
        elif naam == sjabloon.binding.geerfd:
            volgorde.append(len(velden))
        else:
            volgorde.append(len(velden) + 1 + len(rest))
            rest.append(sjabloon.waarden[naam])
    return itemgetter(*volgorde), tuple(rest)


def even_vol(plan: Plan, elementen: Sequence[Element]) -> bool:
    """Tell whether every element holds as many elements as in this shape: then all stand at the same depth.

    A row of elements in document order with the number of elements in each can be only one tree.
    """
    for plek, aantal in plan.houders:  # noqa: SIM110  a generator takes three times as long, and this is for each line
        if len(elementen[plek]) != aantal:
            return False
    return True


class Klaar(NamedTuple):
    """Records of a list that were read before, while the file streamed past."""

    records: Sequence[Onderdeel]
    aantal: int
