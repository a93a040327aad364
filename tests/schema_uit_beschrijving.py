"""An XML schema made from our description: another reader of the same facts, to compare with."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import etree

from regioprotocol.engine.structure.description import Berichtsoort, Type, beschrijving
from regioprotocol.engine.structure.grammar import Knoop, boom

_XS: Final = "http://www.w3.org/2001/XMLSchema"
_BASIS: Final = {"datum": "date", "tijd": "time", "tekst": "string", "bsn": "string"}


def schrijf_schemas(map_: Path, soort: Berichtsoort) -> None:
    """Write the schemas of a kind of message, as the official ones are divided."""
    wortel = boom(beschrijving(), soort, {})
    basis = _schema(soort.basis)
    bericht = _schema(soort.naamruimte)
    etree.SubElement(bericht, f"{{{_XS}}}import", namespace=soort.basis, schemaLocation="basisschema.xsd")
    _declareer(bericht, basis, wortel, soort)
    (map_ / "basisschema.xsd").write_bytes(etree.tostring(basis))
    (map_ / f"{soort.bericht.lower()}.xsd").write_bytes(etree.tostring(bericht))


def _schema(naamruimte: str) -> etree._Element:
    schema = etree.Element(f"{{{_XS}}}schema", nsmap={"xs": _XS, "doel": naamruimte})
    schema.set("targetNamespace", naamruimte)
    schema.set("elementFormDefault", "qualified")
    return schema


def _declareer(ouder: etree._Element, basis: etree._Element, knoop: Knoop, soort: Berichtsoort) -> None:
    """Declare an element; one from the shared schema as a reference to a group there."""
    element = etree.SubElement(ouder, f"{{{_XS}}}element", name=knoop.naam)
    if ouder.tag != f"{{{_XS}}}schema":
        element.set("minOccurs", str(knoop.min))
        element.set("maxOccurs", "unbounded" if knoop.max is None else str(knoop.max))
    if knoop.type is not None:
        _beperk(element, knoop.type.type)
        return
    inhoud = etree.SubElement(element, f"{{{_XS}}}complexType")
    gedeeld = knoop.kinderen[0].tag.startswith(f"{{{soort.basis}}}") and ouder.getroottree().getroot() is not basis
    if gedeeld:
        naam = f"groep{len(basis)}"
        groep = etree.SubElement(basis, f"{{{_XS}}}group", name=naam)
        verwijzing = etree.SubElement(inhoud, f"{{{_XS}}}group", nsmap={"basis": soort.basis})
        verwijzing.set("ref", f"basis:{naam}")
        inhoud = groep
    rij = etree.SubElement(inhoud, f"{{{_XS}}}sequence")
    for kind in knoop.kinderen:
        _declareer(rij, basis, kind, soort)


def _beperk(element: etree._Element, soort: Type) -> None:
    eenvoudig = etree.SubElement(element, f"{{{_XS}}}simpleType")
    basis = f"xs:{_BASIS.get(soort.soort, 'integer')}"
    regels = etree.SubElement(eenvoudig, f"{{{_XS}}}restriction", base=basis)
    eisen: list[tuple[str, object]] = [("enumeration", code) for code in soort.waarden.split()]
    eisen += [("minLength", soort.min_lengte)] if soort.min_lengte else []
    eisen += [
        (naam, eis)
        for naam, eis in (
            ("maxLength", soort.max_lengte),
            ("minInclusive", soort.minimum),
            ("maxInclusive", soort.maximum),
            ("pattern", soort.patroon or None),
        )
        if eis is not None
    ]
    if soort.niet_leeg:
        eisen.append(("pattern", r".*[^\s].*" if soort.een_regel else r"[\s\S]*\S[\s\S]*"))
    if soort.soort in {"datum", "tijd"}:
        eisen.append(("pattern", "[^:Z]*" if soort.soort == "datum" else "[^Z+-]+"))
    for naam, eis in eisen:
        etree.SubElement(regels, f"{{{_XS}}}{naam}", value=str(eis))
