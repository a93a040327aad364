"""A Schematron as the XML chain of a municipality runs it, and the engine on the same message, to compare them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from berichten import MAP, voorbeeld
from lxml import etree, isoschematron

from regioprotocol.engine.check import check_with
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import Opdracht, judge_message
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.reading import Gelezen, Leesinstelling, read_message, uit_bytes
from regioprotocol.export.schematron import schematrons
from regioprotocol.parameterset import Index, Parameterset

VANDAAG: Final = date(2027, 6, 1)
SVRL: Final = "{http://purl.oclc.org/dsdl/svrl}"
_RETOURCODE: Final = "retourcode-"
_STRUCTUUR: Final = ("RP90", "RP91", "RP92")  # what is for the schema (XSD) of the standard
_ZEGT_NIETS: Final = frozenset({"RP931", "RP932"})  # only national rules hold; this cannot be judged


class Fout(NamedTuple):
    """What was refused: the rule, the line of the element, how bad it is, and the return code."""

    regel: str
    regelnummer: int
    ernst: str
    retourcode: str


class Schematron:
    """One file of the export, made ready once."""

    def __init__(self, inhoud: bytes) -> None:
        """Make the stylesheet, as lxml does; lxml refuses what is no ISO Schematron."""
        schema = etree.fromstring(inhoud)
        self.regels = frozenset(toets.get("flag", "") for toets in schema.iter("{*}assert"))
        self._schema = isoschematron.Schematron(schema, store_report=True)

    def fouten(self, bericht: bytes) -> set[Fout]:
        """Give every assertion that fails, at the line of the element that the report (SVRL) points at."""
        boom = etree.fromstring(bericht).getroottree()
        return {_fout(boom, mislukt) for mislukt in self.mislukt(boom)}

    def mislukt(self, boom: etree._ElementTree) -> Iterator[etree._Element]:
        """Give the failed assertions as the report has them."""
        self._schema.validate(boom)
        rapport = self._schema.validation_report
        assert rapport is not None
        return rapport.iter(f"{SVRL}failed-assert")


class Oordeel(NamedTuple):
    """What the engine and the Schematron say of one message; *afgekeurd*: by which rules inside it the engine did."""

    motor: set[Fout]
    schematron: set[Fout]
    afgekeurd: set[str]


class Vergelijker:
    """The Schematrons of a set, by kind of message, beside the engine with that set."""

    def __init__(self, parameterset: Parameterset) -> None:
        """Make every Schematron ready."""
        self.bestanden = schematrons(parameterset)
        self.per_soort = {naam.removesuffix(".sch"): Schematron(data) for naam, data in self.bestanden.items()}
        self._opdracht = Opdracht(Naslag(Index.van(parameterset)), VANDAAG)
        self._instelling = Leesinstelling(parameterset.codelijsten)

    def lees(self, inhoud: bytes) -> Gelezen:
        """Read a message with the code lists of the set."""
        return read_message(uit_bytes("bericht.xml", inhoud), self._instelling)

    def vergelijk(self, inhoud: bytes) -> tuple[str, Oordeel] | None:
        """Give the kind of message and both judgements; None for one that is wrong in structure, or has no rules."""
        gelezen = self.lees(inhoud)
        if gelezen.bericht is None or gelezen.bericht.naam not in self.per_soort:
            return None
        bevindingen = check_with(self._opdracht, [gelezen], self._instelling).bevindingen
        if any(b.code.startswith(_STRUCTUUR) for b in bevindingen):
            return None
        schema = self.per_soort[gelezen.bericht.naam]
        fouten = {_van_motor(b) for b in bevindingen if b.regel in schema.regels and b.code not in _ZEGT_NIETS}
        in_bericht = judge_message(self._opdracht.context(gelezen.bericht))
        afgekeurd = {b.regel for b in in_bericht if b.regel and b.code not in _ZEGT_NIETS}
        return gelezen.bericht.naam, Oordeel(fouten, schema.fouten(inhoud), afgekeurd)


def suiteberichten() -> Iterator[tuple[str, bytes]]:
    """Give every message of the conformance suite by its name: also those of a series, each by itself."""
    for pad in sorted(MAP.rglob("*.xml")):
        yield pad.relative_to(MAP).as_posix(), pad.read_bytes()


def zeldzame_berichten() -> Iterator[tuple[str, bytes]]:
    """Give messages that break what no other message breaks, and chance hardly ever."""
    reden = b"RedenAfwijzingVerzoek>"
    yield "WMO319 om het woonplaatsbeginsel", voorbeeld("WMO319").replace(reden + b"4<", reden + b"8<")
    sggz = etree.fromstring(voorbeeld("JW315"))
    for code, product in zip(("54S01", "54S02"), sggz.iter("{*}Product"), strict=True):
        product[0].text, product[1].text = "54", code
    yield "JW315 voor diagnostiek en behandeling", etree.tostring(sggz)


def _fout(boom: etree._ElementTree, mislukt: etree._Element) -> Fout:
    elementen = boom.xpath(mislukt.get("location", ""))
    assert len(elementen) == 1, "a place is one element"
    codes = (d.get("diagnostic", "") for d in mislukt.iter(f"{SVRL}diagnostic-reference"))
    retourcode = next((code.removeprefix(_RETOURCODE) for code in codes if code.startswith(_RETOURCODE)), "")
    return Fout(mislukt.get("flag", ""), elementen[0].sourceline, mislukt.get("role", ""), retourcode)


def _van_motor(bevinding: Bevinding) -> Fout:
    return Fout(bevinding.regel, bevinding.regelnummer, bevinding.ernst, bevinding.retourcode)
