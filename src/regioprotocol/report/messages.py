"""What a check of messages found: for a person, grouped per message, and as the public JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any, Final

from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.result import Termijnoordeel, Uitslag
from regioprotocol.parameterset import Parameterset
from regioprotocol.report.dutch import aantal, datum, datum_kort
from regioprotocol.report.explanation import alinea

_DIGEST_TEKENS: Final = 12
_DAG: Final = re.compile(r"(?<!als )\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


def als_dict(uitslag: Uitslag, parameterset: Parameterset) -> dict[str, Any]:
    """Give the outcome as the public JSON has it."""
    s = uitslag.samenvatting
    return {
        "meldingen": [bevinding.als_dict() for bevinding in uitslag.bevindingen],
        "parameterset": set_van(parameterset),
        "termijnen": [termijn.als_dict() for termijn in uitslag.termijnen],
        "samenvatting": {"berichten": s.berichten, "fouten": s.fouten, "waarschuwingen": s.waarschuwingen},
    }


def als_tekst(uitslag: Uitslag, parameterset: Parameterset) -> str:
    """Give the outcome for a terminal, and last how it stands."""
    blokken = [_bericht(list(groep)) for _, groep in groupby(uitslag.bevindingen, key=lambda b: b.bestand)]
    if uitslag.termijnen:
        blokken.append("\n".join(_termijnen(uitslag.termijnen)))
    blokken.append("\n".join(_slot(uitslag, parameterset)))
    return "\n\n".join(blokken)


def _bericht(bevindingen: list[Bevinding]) -> str:
    eerste = bevindingen[0]
    soort = next((b.bericht for b in bevindingen if b.bericht), "")
    kop = f"{eerste.bestand} ({soort})" if soort else eerste.bestand
    return "\n".join([kop, *(regel for b in bevindingen for regel in tekst_van(b))])


def tekst_van(b: Bevinding) -> Iterator[str]:
    """Give one finding: place and text, what was found and expected, cause, what to do, source."""
    plaats = f"regel {b.regelnummer}" if b.regelnummer else "bericht"
    element = f" {b.element}" if b.element else ""
    yield from _alinea(f"{plaats}{element}: {b.ernst}. {b.tekst}", "  ")
    waarden = [f"Gevonden: {b.gevonden}." if b.gevonden else "", f"Verwacht: {b.verwacht}." if b.verwacht else ""]
    if any(waarden):
        yield from _alinea(" ".join(w for w in waarden if w), "      ")
    if b.oorzaak:
        yield from _alinea(f"Vermoedelijke oorzaak: {b.oorzaak}.", "      ")
    if b.wat_nu or b.hint:
        yield from _alinea(f"Wat nu: {b.wat_nu}" if b.wat_nu else b.hint, "      ")
    for verwant in b.verwant:
        yield from _alinea(f"Zie ook regel {verwant.regelnummer}: {verwant.tekst}.", "      ")
    yield from _alinea(_herkomst(b), "      ")


def _alinea(tekst: str, inspringen: str) -> list[str]:
    """Wrap a paragraph in which days read as people write them; a day that does not exist stays as it is."""
    return alinea(_DAG.sub(_in_woorden, tekst), inspringen)


def _in_woorden(gevonden: re.Match[str]) -> str:
    try:
        return datum_kort(date.fromisoformat(gevonden.group()))
    except ValueError:
        return gevonden.group()


def _herkomst(b: Bevinding) -> str:
    delen = []
    if b.herkomst.bron:
        delen.append(f"{b.herkomst.laag}: {b.herkomst.bron}" if b.herkomst.laag else b.herkomst.bron)
    if b.regel:
        delen.append(f"regel {b.regel}")
    if b.retourcode:
        delen.append(f"retourcode {b.retourcode}")
    delen.append(b.code)
    return f"({'; '.join(delen)})"


def _termijnen(termijnen: tuple[Termijnoordeel, ...]) -> Iterator[str]:
    yield "Termijnen"
    for t in termijnen:
        uiterlijk = f", uiterlijk {datum(t.uiterlijk)}" if t.uiterlijk else ""
        yield from alinea(f"{t.bericht} {t.regel}{uiterlijk}: {t.oordeel or t.uitkomst}", "  ")


def _slot(uitslag: Uitslag, parameterset: Parameterset) -> Iterator[str]:
    s = uitslag.samenvatting
    berichten = aantal(s.berichten, "bericht", "berichten")
    if uitslag.bevindingen:
        fouten, waarschuwingen = (
            aantal(s.fouten, "fout", "fouten"),
            aantal(s.waarschuwingen, "waarschuwing", "waarschuwingen"),
        )
        yield f"{berichten} gecontroleerd: {fouten}, {waarschuwingen}."
    else:
        yield f"In orde. {berichten} gecontroleerd, geen meldingen."
    yield slot(parameterset)


def set_van(parameterset: Parameterset) -> dict[str, str]:
    """Name the set that judged, for a program."""
    return {"regio": parameterset.regio, "versie": parameterset.versie, "digest": parameterset.digest}


def slot(parameterset: Parameterset) -> str:
    """Name the set that judged, for a person."""
    digest = parameterset.digest[: len("sha256:") + _DIGEST_TEKENS]
    return f"Parameterset: {parameterset.naam}, versie {parameterset.versie} ({digest}…)"
