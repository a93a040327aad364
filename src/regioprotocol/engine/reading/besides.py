"""What stands beside the elements and has no place in a message: text, attributes. And the lines of a long file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from regioprotocol.engine.structure.element import Element, naam_van, regel_van
from regioprotocol.engine.structure.reporter import Melder

LAATSTE_TELBARE_REGEL: Final = 65535  # from here the XML library knows the lines of texts only
_XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"
_LANGSTE_NAAM: Final = 60


def heeft_tekst(tekst: str | None) -> bool:
    """Tell whether there is more than white space."""
    return bool(tekst) and not str(tekst).isspace()


def is_schoon(elementen: Sequence[Element], houders: Sequence[str | None], *, attributen: bool) -> bool:
    """Tell whether a record has no attributes (when these are possible), and only white space beside its elements.

    *houders* are the texts of elements that hold elements. What follows the record itself is not its own.
    """
    if attributen and any(e.keys() for e in elementen):
        return False
    wit = "".join([e.tail or "" for e in elementen[1:]])
    return (not wit or wit.isspace()) and not any(map(heeft_tekst, houders))


def meld_bijzaken(wortel: Element, melder: Melder) -> None:
    """Report attributes and text in a whole message."""
    alle = [*wortel.iter()]
    meld_attributen(alle, melder)
    meld_tekst_na(alle, melder)
    meld_tekst_in([element for element in alle if len(element)], melder)


def meld_attributen(elementen: Iterable[Element], melder: Melder) -> None:
    """Report attributes; where a schema can be found may be said."""
    for element in elementen:
        for naam in element.keys():  # noqa: SIM118  an element is no dict
            if not naam.startswith(_XSI) or naam.endswith("}nil"):
                melder.attribuut(echte_regel(element), naam_van(element), naam.rpartition("}")[2][:_LANGSTE_NAAM])


def meld_tekst_na(elementen: Iterable[Element], melder: Melder) -> None:
    """Report text that stands after an element."""
    for element in elementen:
        if heeft_tekst(element.tail):
            melder.losse_tekst(echte_regel(element), naam_van(element), na=True)


def meld_tekst_in(houders: Iterable[Element], melder: Melder) -> None:
    """Report text at the start of an element that holds elements."""
    for houder in houders:
        if heeft_tekst(houder.text):
            melder.losse_tekst(echte_regel(houder), naam_van(houder), na=False)


def echte_regel(element: Element) -> int:
    """Give the line of an element, also in a very long file.

    There the library gives an element without text of its own the line where the white space after its start ends.
    """
    regel = regel_van(element)
    if regel < LAATSTE_TELBARE_REGEL:
        return regel
    wit = element.text if len(element) else (None if element.text else element.tail)
    return regel - (wit or "").count("\n")
