"""The official schemas (XSD) that the user has: checked against as well, without leaving their folder.

What a schema says holds values of the message; only the element and the kind of fault are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from regioprotocol.engine.reading.safe import VEILIG, bekijk_begin
from regioprotocol.engine.reading.sources import LEESFOUTEN, Bron
from regioprotocol.engine.structure.description import Berichtsoort
from regioprotocol.engine.structure.reporter import Melder

_XS: Final = "{http://www.w3.org/2001/XMLSchema}"
_VERWIJZINGEN: Final = tuple(f"{_XS}{naam}" for naam in ("import", "include", "redefine", "override"))
_GROOTSTE: Final = 8 * 1024 * 1024

# Kinds of fault as the XML library names them.
_UITLEG: Final = {
    "SCHEMAV_CVC_DATATYPE_VALID_1_2_1": "de waarde is van het verkeerde soort",
    "SCHEMAV_CVC_ENUMERATION_VALID": "de waarde staat niet in de lijst van het schema",
    "SCHEMAV_CVC_LENGTH_VALID": "de waarde heeft niet de goede lengte",
    "SCHEMAV_CVC_MAXINCLUSIVE_VALID": "het getal is te hoog",
    "SCHEMAV_CVC_MAXLENGTH_VALID": "de waarde is te lang",
    "SCHEMAV_CVC_MININCLUSIVE_VALID": "het getal is te laag",
    "SCHEMAV_CVC_MINLENGTH_VALID": "de waarde is te kort",
    "SCHEMAV_CVC_PATTERN_VALID": "de waarde heeft niet de goede vorm",
    "SCHEMAV_ELEMENT_CONTENT": "dit element hoort hier niet, of er ontbreekt er een",
}


class Schemas:
    """The schemas of a folder. Each is prepared when the first message of its kind comes."""

    def __init__(self, map_: Path) -> None:
        """Remember the folder; nothing is read yet."""
        self._map = map_
        self._bestanden: Mapping[str, Path] | None = None
        self._schemas: dict[str, Any] = {}

    def controleer(self, wortel: Any, soort: Berichtsoort, melder: Melder) -> None:
        """Check a message that is in memory."""
        schema = self._schema(soort, melder)
        if schema is not None and not schema.validate(wortel):
            _meld(schema.error_log, melder)

    def controleer_stroom(self, bron: Bron, soort: Berichtsoort, melder: Melder) -> None:
        """Check a large message while it streams past."""
        from lxml import etree  # noqa: PLC0415  only who reads messages needs it

        schema = self._schema(soort, melder)
        if schema is None:
            return
        try:
            with bron.open() as stroom:
                for _, element in etree.iterparse(stroom, schema=schema, **VEILIG):
                    element.clear()
                    while element.getprevious() is not None:
                        element.getparent().remove(element.getprevious())
        except etree.XMLSyntaxError as fout:
            _meld(fout.error_log, melder)
        except LEESFOUTEN:
            return  # the reading itself reports this

    def _schema(self, soort: Berichtsoort, melder: Melder) -> Any:
        if soort.bericht not in self._schemas:
            self._schemas[soort.bericht] = self._maak(soort)
        schema = self._schemas[soort.bericht]
        if isinstance(schema, str):
            melder.meld("RP929", schema, hint="Zet alle schema's van release 3.2 samen in één map, zoals geleverd.")
            return None
        return schema

    def _maak(self, soort: Berichtsoort) -> Any:
        """Give the schema of a kind of message, or why it cannot be used."""
        from lxml import etree  # noqa: PLC0415

        try:
            if self._bestanden is None:
                self._bestanden = dict(_naamruimten(self._map))
            pad = self._bestanden.get(soort.naamruimte)
            if pad is None:
                return f"In de map met schema's staat geen schema voor {soort.bericht} van deze release."
            return etree.XMLSchema(etree.parse(str(pad), etree.XMLParser(**VEILIG)))
        except _OnveiligError as fout:
            return str(fout)
        except (OSError, etree.LxmlError):
            return f"Het schema voor {soort.bericht} is niet te gebruiken: het klopt niet, of er ontbreekt een bestand."


class _OnveiligError(Exception):
    """A schema that would read outside its folder, or is no plain schema."""


def _naamruimten(map_: Path) -> Iterable[tuple[str, Path]]:
    """Give the namespace of every schema in the folder; all of them may only refer to each other."""
    from lxml import etree  # noqa: PLC0415

    paden = sorted(pad for pad in map_.iterdir() if pad.suffix.lower() == ".xsd")
    namen = {pad.name for pad in paden}
    for pad in paden:
        inhoud = pad.read_bytes() if pad.stat().st_size <= _GROOTSTE else b""
        if bekijk_begin(inhoud) is not None:
            raise _OnveiligError(f"{pad.name} in de map met schema's is geen gewoon schema.")
        wortel = etree.fromstring(inhoud, etree.XMLParser(**VEILIG))
        for verwijzing in wortel.iter(*_VERWIJZINGEN):
            plaats = str(verwijzing.get("schemaLocation") or "").removeprefix("./")
            if plaats and plaats not in namen:
                raise _OnveiligError(f"{pad.name} verwijst naar een schema dat niet in de map staat.")
        yield str(wortel.get("targetNamespace") or ""), pad


def _meld(fouten: Any, melder: Melder) -> None:
    gemeld: set[tuple[int, str]] = set()
    for fout in fouten:
        element = _element(fout)
        if not fout.type_name.startswith("SCHEMAV_") or (fout.line, element) in gemeld:
            continue
        gemeld.add((fout.line, element))
        uitleg = _UITLEG.get(fout.type_name, "de inhoud klopt niet met het schema")
        melder.meld(
            "RP928",
            f"Het officiële schema keurt {element or 'een element'} af: {uitleg}.",
            regelnummer=fout.line,
            element=element,
        )


def _element(fout: Any) -> str:
    """Give the name of the element that an error is about; it is the first thing quoted."""
    begin, _, rest = str(fout.message).partition("Element '")
    return "" if begin else rest.partition("'")[0].rpartition("}")[2]
