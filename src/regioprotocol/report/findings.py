"""Findings in three forms: for a person, for a program, for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from regioprotocol.diagnostics import Melding
from regioprotocol.pipeline import Gelezen
from regioprotocol.report.dutch import aantal


def als_dict(melding: Melding) -> dict[str, Any]:
    """Give a finding as the public JSON has it."""
    cel = {"cel": melding.plaats.cel} if melding.plaats.blad else {}
    return {
        "code": melding.soort.code,
        "ernst": melding.soort.ernst,
        "tekst": melding.tekst,
        "hint": melding.hint,
        "bestand": melding.plaats.bestand,
        "regelnummer": melding.plaats.regelnummer,
        "kolom": melding.plaats.kolom,
        **cel,
        "verwant": [
            {"bestand": v.plaats.bestand, "regelnummer": v.plaats.regelnummer, "tekst": v.tekst}
            for v in melding.verwant
        ],
    }


def als_json(gelezen: Gelezen) -> str:
    """Give all findings of a run with their counts."""
    samenvatting = {
        "fouten": gelezen.fouten,
        "waarschuwingen": gelezen.waarschuwingen,
        "bestanden": gelezen.bestanden,
    }
    rijen = [als_dict(melding) for melding in gelezen.meldingen]
    uitkomst: dict[str, Any] = {"meldingen": rijen, "samenvatting": samenvatting}
    if gelezen.tegen:
        uitkomst["vergeleken"] = {"tegen": gelezen.tegen, "regios": [asdict(v) for v in gelezen.vergeleken]}
    return json.dumps(uitkomst, ensure_ascii=False, indent=2)


def als_tekst(gelezen: Gelezen) -> str:
    """Give the findings for a terminal, and a last line that says how it stands."""
    blokken = [tekst_van(melding) for melding in gelezen.meldingen]
    bestanden = aantal(gelezen.bestanden, "bestand", "bestanden")
    if gelezen.meldingen:
        fouten = aantal(gelezen.fouten, "fout", "fouten")
        waarschuwingen = aantal(gelezen.waarschuwingen, "waarschuwing", "waarschuwingen")
        blokken.append(f"{bestanden} gelezen: {fouten}, {waarschuwingen}.")
    else:
        blokken.append(f"In orde. {bestanden} gelezen, geen meldingen.")
    if gelezen.tegen:
        blokken.append("\n".join(_vergeleken(gelezen)))
    return "\n\n".join(blokken)


def _vergeleken(gelezen: Gelezen) -> Iterator[str]:
    """Say what was compared: without it, no findings could mean that nothing was looked at."""
    yield f"Productcodes vergeleken met {gelezen.tegen}. Dagen die voorbij zijn, mogen niet veranderen."
    if not any(v.codes for v in gelezen.vergeleken):
        yield "  Daar staan geen codes in om mee te vergelijken."
    for v in gelezen.vergeleken:
        meldingen = aantal(v.meldingen, "melding", "meldingen") if v.meldingen else "geen meldingen"
        telling = f"{aantal(v.codes, 'code', 'codes')}, {meldingen}" if v.codes else ""
        yield f"  {v.regio}: {', '.join(filter(None, (telling, v.opmerking)))}"


def tekst_van(melding: Melding) -> str:
    """Give one finding: place and text, related places, what to do, and where more is told."""
    regels = [f"{melding.plaats}  {melding.soort.ernst}  {melding.tekst}"]
    regels += [f"    {v.plaats}: {v.tekst}" for v in melding.verwant]
    meer = f"({melding.soort.code}: regioprotocol explain {melding.soort.code})"
    regels.append(f"    {melding.hint}  {meer}" if melding.hint else f"    {meer}")
    return "\n".join(regels)


def als_github(gelezen: Gelezen) -> str:
    """Give the annotations that GitHub shows beside the changed lines."""
    return "\n".join(_annotatie(melding) for melding in gelezen.meldingen)


def _annotatie(melding: Melding) -> str:
    ernst = "error" if melding.soort.ernst == "fout" else "warning"
    plaats = melding.plaats
    waar = f"file={_veilig(plaats.bestand)}"
    if plaats.regelnummer:
        waar += f",line={plaats.regelnummer},col={plaats.kolom}"
    tekst = f"{melding.tekst} {melding.hint}".strip()
    return f"::{ernst} {waar},title={melding.soort.code}::{_veilig(tekst, waarde=True)}"


def _veilig(tekst: str, *, waarde: bool = False) -> str:
    tekst = tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return tekst if waarde else tekst.replace(":", "%3A").replace(",", "%2C")
