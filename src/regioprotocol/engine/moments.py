"""What happened outside the messages: the days in a `tijden.csv` (intake, start of diagnostics, receipt).

Columns, by their heading, in any order: `bestand` or `identificatie` (which message), `gebeurtenis` (a word of the
set: 'intake', 'ontvangst 301'; also 'ontvangst' alone) and `datum` (30-01-2026 or 2026-01-30). Separated by ; or ,.

    bestand;gebeurtenis;datum
    01-jw315.xml;intake;12-01-2026
    01-jw315.xml;ontvangst;15-01-2026
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from types import MappingProxyType
from typing import Final, NamedTuple

from regioprotocol.diagnostics import bedoelde_u, soort
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import Bericht

ONTVANGST: Final = "ontvangst"
_BESTAND, _IDENTIFICATIE, _GEBEURTENIS, _DATUM = "bestand", "identificatie", "gebeurtenis", "datum"
KOLOMMEN: Final = (_BESTAND, _IDENTIFICATIE, _GEBEURTENIS, _DATUM)
_CODE: Final = "RP974"
_DAG_EERST: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_GROOTSTE: Final = 10_000_000  # characters; a person wrote this file


class Tijden(NamedTuple):
    """Days by message (its file or its identification) and event, and what is wrong with the file that gave them."""

    dagen: Mapping[tuple[str, str], date] = MappingProxyType({})
    bevindingen: tuple[Bevinding, ...] = ()

    def dag(self, bericht: Bericht, gebeurtenis: str) -> date | None:
        """Give the day of an event of a message; 'ontvangst 301', 'ontvangst bericht' and 'ontvangst' are one."""
        if not self.dagen:
            return None
        namen: tuple[str, ...] = (gebeurtenis,)
        if gebeurtenis.startswith(ONTVANGST):
            namen = (f"{ONTVANGST} {bericht.header.soort}", f"{ONTVANGST} bericht", ONTVANGST)
        wie = (bericht.bestand, PurePath(bericht.bestand).name, bericht.header.identificatie or "")
        return next((self.dagen[w, n] for w in wie for n in namen if w and (w, n) in self.dagen), None)


GEEN_TIJDEN: Final = Tijden()


def read_moments(inhoud: bytes, naam: str, gebeurtenissen: Collection[str]) -> Tijden:
    """Read the days. A row that cannot be used is a finding; the others count.

    *gebeurtenissen*: the events of the set, for a slip of the pen.
    """
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")  # as Excel writes it
    if len(tekst) > _GROOTSTE:
        return _onleesbaar(naam, 0, "Dit bestand is te groot voor een lijst met tijden.")
    eerste = tekst.partition("\n")[0]
    try:
        rijen = list(csv.reader(tekst.splitlines(), delimiter=";" if ";" in eerste else ","))
    except csv.Error:
        return _onleesbaar(naam, 0, "We kunnen dit bestand niet lezen als tabel.")
    kop = [veld.strip().casefold() for veld in rijen[0]] if rijen else []
    if fout := _kop(kop):
        return _onleesbaar(naam, 1, fout)
    bekend = {*gebeurtenissen, ONTVANGST}
    dagen: dict[tuple[str, str], date] = {}
    bevindingen: list[Bevinding] = []
    for nummer, rij in enumerate(rijen[1:], start=2):
        if any(veld.strip() for veld in rij):
            velden = dict(zip(kop, (veld.strip() for veld in rij), strict=False))
            bevindingen += _rij(naam, nummer, velden, bekend, dagen)
    return Tijden(dagen, tuple(bevindingen))


def _onleesbaar(naam: str, nummer: int, tekst: str) -> Tijden:
    return Tijden(bevindingen=(_bevinding(naam, nummer, tekst, f"De kolommen zijn: {', '.join(KOLOMMEN)}."),))


def _kop(kop: Sequence[str]) -> str:
    """Say what is wrong with the headings; '' when nothing is."""
    mist = [naam for naam in (_GEBEURTENIS, _DATUM) if naam not in kop]
    if mist:
        return f"De kolom '{mist[0]}' ontbreekt."
    if _BESTAND not in kop and _IDENTIFICATIE not in kop:
        return "Er is geen kolom 'bestand' of 'identificatie': we weten niet over welk bericht het gaat."
    return ""


def _rij(
    naam: str, nummer: int, velden: Mapping[str, str], bekend: Collection[str], dagen: dict[tuple[str, str], date]
) -> list[Bevinding]:
    """Take one row; give what is wrong with it."""
    wie = [velden[kolom] for kolom in (_BESTAND, _IDENTIFICATIE) if velden.get(kolom)]
    gebeurtenis, tekst = velden.get(_GEBEURTENIS, "").casefold(), velden.get(_DATUM, "")
    datum = _datum(tekst)
    fouten: list[tuple[str, str]] = []
    if not wie:
        fouten.append(("Hier staat niet over welk bericht het gaat.", "Vul 'bestand' of 'identificatie'."))
    if gebeurtenis not in bekend:
        fouten.append((f"De gebeurtenis '{gebeurtenis}' kennen we niet.", bedoelde_u(gebeurtenis, bekend)))
    if datum is None:
        fouten.append((f"'{tekst}' is geen datum.", "Schrijf een datum als 30-01-2026 of 2026-01-30."))
    if fouten or datum is None:
        return [_bevinding(naam, nummer, *fout) for fout in fouten]
    for een in wie[:1]:
        if dagen.setdefault((een, gebeurtenis), datum) != datum:
            tekst = f"Bij '{een}' staat '{gebeurtenis}' er twee keer in, met een andere datum. De eerste telt."
            return [_bevinding(naam, nummer, tekst, "Haal een van de twee regels weg.")]
    return []


def _datum(tekst: str) -> date | None:
    """Read a day as people write it; None when there is no such day."""
    gevonden = _DAG_EERST.fullmatch(tekst)
    try:
        if gevonden:
            dag, maand, jaar = (int(deel) for deel in gevonden.groups())
            return date(jaar, maand, dag)
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _bevinding(naam: str, nummer: int, tekst: str, hint: str) -> Bevinding:
    kind = soort(_CODE)
    return Bevinding(
        code=_CODE, ernst=kind.ernst, tekst=tekst, hint=hint or kind.oplossing, bestand=naam, regelnummer=nummer
    )
