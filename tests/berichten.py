"""Messages for tests: our own valid ones, and complete ones made from the description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from regioprotocol.engine.reading import Gelezen, Leesinstelling, read_message, uit_bytes
from regioprotocol.engine.structure.description import Berichtsoort, beschrijving
from regioprotocol.engine.structure.grammar import Knoop, boom
from regioprotocol.parameterset.records import Code, Codelijst

MAP: Final = Path(__file__).parent / "conformance" / "berichten"
SOORTEN: Final = {soort.bericht: soort for soort in beschrijving().berichten}
PROLOOG: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'

# Values for types whose requirements say little about what fits.
_WAARDEN: Final[Mapping[str, str]] = {
    "LDT_BurgerServicenummer": "999990019",
    "LDT_Versie": "1.0.0",
    "LDT_AgbCode": "98760017",
    "LDT_Gemeente": "0200",
    "LDT_Telefoonnummer": "0550000000",
}
# Codes of the Wmo, whose lists are in the parameter set only.
WMO_LIJSTEN: Final = tuple(
    Codelijst(codelijst=naam, naam=naam, codes=tuple(Code(code=code, betekenis=code) for code in codes))
    for naam, codes in (("WMO020", ("01", "02")), ("WMO588", ("19", "20")), ("WJ001-Wmo", ("0001", "0200")))
)


def gelezen(inhoud: bytes, instelling: Leesinstelling | None = None, naam: str = "bericht.xml") -> Gelezen:
    """Read a message from memory."""
    return read_message(uit_bytes(naam, inhoud), instelling)


def codes(inhoud: bytes, instelling: Leesinstelling | None = None) -> list[tuple[str, int, str]]:
    """Give code, line and element of every finding about a message."""
    return [(b.code, b.regelnummer, b.element) for b in gelezen(inhoud, instelling).bevindingen]


def voorbeeld(bericht: str) -> bytes:
    """Give one of our own valid messages."""
    return (MAP / f"{bericht}.xml").read_bytes()


def vol_bericht(soort: Berichtsoort) -> bytes:
    """Give a message with every element of the description once."""
    wortel = _element(None, boom(beschrijving(), soort, {}))
    etree.indent(wortel, space="  ")
    return PROLOOG + etree.tostring(wortel) + b"\n"


def waarde(knoop: Knoop) -> str:
    """Give a value that an element may have."""
    assert knoop.type is not None
    soort = knoop.type.type
    lijst = {"WMO020": "02", "WMO588": "19", "WJ001-Wmo": "0200", "WMO002": "07"}.get(soort.codelijst, "")
    vast = {"datum": "2026-03-09", "tijd": "09:30:00", "getal": "3", "nummer": "12", "bedrag": "1250"}
    if soort.waarden or lijst:
        return soort.waarden.split()[-1] if soort.waarden else lijst
    if soort.patroon.isdigit():
        return soort.patroon
    return _WAARDEN.get(soort.type) or vast.get(soort.soort) or "A"


def _element(ouder: etree._Element | None, knoop: Knoop) -> etree._Element:
    element = etree.Element(knoop.tag) if ouder is None else etree.SubElement(ouder, knoop.tag)
    if knoop.type is not None:
        element.text = waarde(knoop)
    for kind in knoop.kinderen:
        _element(element, kind)
    return element


@dataclass(frozen=True)
class Plek:
    """An element of a message with its description."""

    knoop: Knoop
    element: etree._Element
    ouder: Knoop | None = None

    def __iter__(self) -> Iterator[Plek]:
        """Give this one and all below it."""
        yield self
        for kind in self.element:
            yield from Plek(self.knoop.op_tag[kind.tag], kind, self.knoop)


def plekken(inhoud: bytes, soort: Berichtsoort) -> Iterator[Plek]:
    """Give every element of a message with its description."""
    yield from Plek(boom(beschrijving(), soort, {}), etree.fromstring(inhoud))
