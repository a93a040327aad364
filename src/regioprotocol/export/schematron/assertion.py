"""What a rule becomes in the Schematron: an assertion at an element, and for which messages it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from regioprotocol.export.schematron.plan import Plan

Plaats = Literal["veld", "record", "beide"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """An assertion. *fout* is the XPath that holds when the message is wrong.

    It stands at the element of *veld*, or at that of *record*; 'beide': at the record when the field is not there.
    In *fout* stands $deel for the record and $naam for the value of each of its fields; *namen* are more of them, in
    order.
    """

    regel: str
    record: str
    fout: str
    tekst: str
    veld: str = ""
    plaats: Plaats = "veld"
    ernst: Literal["fout", "waarschuwing"] = "fout"
    retourcode: str = ""
    element: str = ""
    bron: str = ""
    wat_nu: str = ""
    namen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A key (xsl:key): the elements of a pattern can be found by a value."""

    naam: str
    patroon: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Schemaregel:
    """Rules of the engine as they are made for the Schematron: names, kinds of message, and what makes assertions.

    *onder* are those of the rules that have no assertion of their own: they decide what the others test, as in the
    engine. *sleutels* gives the keys that the assertions use. *rest* says what of the rules this set makes impossible
    here, and why; empty when nothing.
    """

    regels: tuple[str, ...]
    berichten: tuple[str, ...]
    maak: Callable[[Plan], Iterable[Toets]]
    sleutels: Callable[[Plan], Iterable[Sleutel]] = lambda _: ()
    onder: tuple[str, ...] = ()
    rest: Callable[[Plan], str] = lambda _: ""
