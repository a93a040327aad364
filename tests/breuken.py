"""Every way to break one element of a message, made from the description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from berichten import PROLOOG, Plek
from lxml import etree

from regioprotocol.engine.structure.description import Type

_MERK = "hier"


@dataclass(frozen=True)
class Breuk:
    """A broken message, and the finding that it must give: code, line and element."""

    naam: str
    inhoud: bytes
    code: str
    regel: int
    element: str


def breuken(plek: Plek) -> Iterator[Breuk]:
    """Break an element in every way that its description forbids."""
    if plek.ouder is not None:
        yield from _opbouw(plek)
    if plek.knoop.type is not None:
        for naam, code, tekst in _waarden(plek.knoop.type.type):
            yield _gebroken(plek, f"waarde {naam}", code, _met_tekst(tekst))


def _opbouw(plek: Plek) -> Iterator[Breuk]:
    knoop, namen = plek.knoop, plek.element
    if knoop.min:
        yield _gebroken(plek, "weg", "RP915", _weg)
    if knoop.max == 1:
        yield _gebroken(plek, "dubbel", "RP916", _dubbel)
    if namen.getnext() is not None:
        yield _gebroken(plek, "verwisseld", "RP918", _verwisseld, element=None)
    yield _gebroken(plek, "onbekend", "RP917", _onbekend, element="Onbekend")
    yield _gebroken(plek, "naamruimte", "RP919", _andere_naamruimte)
    yield _gebroken(plek, "attribuut", "RP920", _attribuut)
    yield _gebroken(plek, "losse tekst", "RP920", _losse_tekst, element=None)


def _waarden(soort: Type) -> Iterator[tuple[str, str, str]]:
    """Give what a type forbids: name, code of the finding, text."""
    gecodeerd = bool(soort.waarden or soort.codelijst)
    if gecodeerd:
        yield "geen code", "RP925" if soort.codelijst != "WMO002" else "RP921", "ZZZZZ"
    elif soort.soort == "tekst":
        yield "leeg", "RP921", ""
        if soort.max_lengte and not soort.patroon:
            yield "te lang", "RP921", "a" * (soort.max_lengte + 1)
        if soort.een_regel:
            yield "twee regels", "RP921" if soort.max_lengte == 1 else "RP922", "a\nb"
        if soort.patroon:
            yield "vorm", "RP922", "#"
        if soort.niet_leeg:
            yield "alleen wit", "RP921", " "
    elif soort.soort == "bsn":
        yield "elfproef", "RP927", "999990018"
        yield "lengte", "RP927", "99999001"
        yield "letter", "RP927", "99999001A"
    elif soort.soort in {"datum", "tijd"}:
        yield "bestaat niet", "RP924", "2026-06-31" if soort.soort == "datum" else "25:00:00"
        yield "vorm", "RP924", "31-12-2026" if soort.soort == "datum" else "half tien"
        yield "leeg", "RP924", ""
    else:
        yield "geen getal", "RP923", "12,50"
        yield "leeg", "RP923", ""
        if soort.patroon:
            yield "ander getal", "RP922", "9"
        if soort.minimum is not None:
            yield "te laag", "RP923", "-1"
        if soort.maximum is not None:
            yield "te hoog", "RP923", str(soort.maximum + 1)


def _gebroken(
    plek: Plek,
    naam: str,
    code: str,
    breek: Callable[[etree._Element], etree._Element],
    element: str | None = "",
) -> Breuk:
    """Break a copy of the message; *breek* gives the element at whose line the finding must stand."""
    wortel = deepcopy(plek.element.getroottree().getroot())
    pad = plek.element.getroottree().getelementpath(plek.element)
    doel = wortel.find(pad)
    assert doel is not None
    raak = breek(doel)
    raak.set(_MERK, "")
    gemerkt = etree.fromstring(PROLOOG + etree.tostring(wortel))
    (waar,) = gemerkt.iterfind(f".//*[@{_MERK}]") if raak is not wortel else (gemerkt,)
    del raak.attrib[_MERK]
    wie = plek.knoop.naam if element == "" else element or etree.QName(raak).localname
    return Breuk(f"{pad} {naam}", PROLOOG + etree.tostring(wortel), code, waar.sourceline, wie)


def _met_tekst(tekst: str) -> Callable[[etree._Element], etree._Element]:
    def zet(element: etree._Element) -> etree._Element:
        element.text = tekst
        return element

    return zet


def _weg(element: etree._Element) -> etree._Element:
    ouder = element.getparent()
    assert ouder is not None
    ouder.remove(element)
    return ouder


def _dubbel(element: etree._Element) -> etree._Element:
    tweede = deepcopy(element)
    element.addnext(tweede)
    return tweede


def _verwisseld(element: etree._Element) -> etree._Element:
    volgende = element.getnext()
    assert volgende is not None
    volgende.addnext(element)
    return volgende


def _onbekend(element: etree._Element) -> etree._Element:
    vreemd = etree.Element(f"{{{etree.QName(element).namespace}}}Onbekend")
    element.addnext(vreemd)
    return vreemd


def _andere_naamruimte(element: etree._Element) -> etree._Element:
    element.tag = f"{{urn:anders}}{etree.QName(element).localname}"
    return element


def _attribuut(element: etree._Element) -> etree._Element:
    element.set("kleur", "rood")
    return element


def _losse_tekst(element: etree._Element) -> etree._Element:
    element.tail = "zomaar tekst" + (element.tail or "")
    return element
