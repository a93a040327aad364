"""From a parameter set to Schematron files: one for each kind of message and law."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.rules import BERICHTREGELS, DECLARATIEREGELS
from regioprotocol.engine.rules.registry import Berichtregel, Declaratieregel
from regioprotocol.engine.structure.description import Berichtsoort, beschrijving
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.document import schrijf
from regioprotocol.export.schematron.left_out import weggelaten
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.rules import SCHEMAREGELS
from regioprotocol.export.schematron.xpath import ONWAAR
from regioprotocol.parameterset import Index, Parameterset

_BREED: Final = 116
_GEBRUIK: Final = (
    "Controleer een bericht eerst met het schema (XSD) van de standaard: hier gaan we ervan uit dat de opbouw klopt. "
    "De tekst van een toets zegt hoe het hoort. "
    "Van elke toets zegt flag welke regel het is, role of het een fout of een waarschuwing is, en diagnostics welke "
    "retourcode erbij hoort en wat u dan doet. Zonder retourcode is er landelijk geen: dan is het een afspraak van de "
    "regio. De plek van een melding is het element waar het fout gaat, of het onderdeel waarin iets ontbreekt."
)


def schematrons(parameterset: Parameterset) -> dict[str, bytes]:
    """Give a Schematron for each kind of message that the engine has rules for, by file name ('JW323.sch').

    They hold the rules inside one message with what the region agreed. The same set gives the same bytes. A kind of
    message that the set leaves nothing to test in has no file: a Schematron without assertions is none.
    """
    naslag = Naslag(Index.van(parameterset))
    schemas = {f"{soort.bericht}.sch": _schema(Plan(soort, naslag)) for soort in berichtsoorten()}
    return {naam: schema for naam, schema in schemas.items() if schema}


def berichtsoorten() -> list[Berichtsoort]:
    """Give the kinds of message that the engine has rules for, in order."""
    van_motor: tuple[Berichtregel | Declaratieregel, ...] = (*BERICHTREGELS, *DECLARATIEREGELS)
    met_regels = {bericht for regel in van_motor for bericht in regel.berichten}
    return sorted((s for s in beschrijving().berichten if s.soort in met_regels), key=lambda s: s.bericht)


def regels_voor(soort: str) -> list[Schemaregel]:
    """Give the rules that are made for a kind of message ('323')."""
    return [regel for regel in SCHEMAREGELS if soort in regel.berichten]


def _schema(plan: Plan) -> bytes:
    regels = regels_voor(plan.soort.soort)
    toetsen = [toets for regel in regels for toets in regel.maak(plan) if toets.fout != ONWAAR]
    if not toetsen:
        return b""
    sleutels = [sleutel for regel in regels for sleutel in regel.sleutels(plan)]
    p = plan.index.parameterset
    titel = f"{plan.soort.bericht}: regels binnen één bericht, {p.naam}, versie {p.versie}"
    return schrijf(plan, titel, list(_uitleg(plan, titel, regels, toetsen)), toetsen, sleutels)


def _uitleg(plan: Plan, titel: str, regels: list[Schemaregel], toetsen: list[Toets]) -> Iterator[str]:
    """Give what a person reads on top: where it comes from, how to use it, what is in it and what is not."""
    p = plan.index.parameterset
    gemaakt = {toets.regel for toets in toetsen}
    yield titel
    yield f"Gemaakt uit de parameterset {p.regio} ({p.status}, release {p.release})"
    yield p.digest
    if not p.officieel and p.deelname:
        yield "Dit is een onofficiële weergave: het vastgestelde protocol gaat voor."
    yield ""
    yield from textwrap.wrap(_GEBRUIK, _BREED)
    yield ""
    yield "Regels in deze Schematron:"
    yield from textwrap.wrap(", ".join(sorted(gemaakt)), _BREED, initial_indent="  ", subsequent_indent="  ")
    yield ""
    yield "Niet in deze Schematron:"
    for waarom, wat in weggelaten(plan, regels, gemaakt).items():
        tekst = f"{', '.join(wat)}: {waarom}"
        yield from textwrap.wrap(tekst, _BREED, initial_indent="  - ", subsequent_indent="    ")
