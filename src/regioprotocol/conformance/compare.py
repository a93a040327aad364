"""An answer against the expected one: every difference in a Dutch sentence, and none for what was not asked.

Keys that we do not know are left alone, a key that is not there counts as null, and findings have no order. The words
of a finding, warnings and what could not be judged count only for an engine that gives them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from regioprotocol.conformance.records import Uitkomst

_LANGSTE: Final = 120
_WOORDEN: Final = frozenset({"element", "verwacht", "oorzaak", "wat_nu", "geval", "tekst"})


def als_json(uitkomst: Uitkomst) -> dict[str, Any]:
    """Give an outcome as plain JSON values."""
    kaal: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(uitkomst))
    return kaal


def verschillen(verwacht: Uitkomst, gekregen: object) -> tuple[str, ...]:
    """Give what differs between the expected outcome and what an engine answered."""
    if not isinstance(gekregen, dict):
        return (f"de uitkomst is geen object maar {kort(gekregen)}",)
    gevonden: list[str] = []
    for veld, waarde in als_json(verwacht).items():
        if veld == "meldingen":
            gevonden += _meldingen(waarde, gekregen.get(veld))
        elif veld == "waarschuwingen":
            gevonden += _waarschuwingen(waarde, gekregen.get(veld))
        elif veld == "niet_te_beoordelen":
            gevonden += _open(waarde, gekregen.get(veld))
        else:
            gevonden += _verschil(veld, waarde, gekregen.get(veld))
    return tuple(gevonden)


def kort(waarde: object) -> str:
    """Write a value as JSON, cut off when it is long; answers come from a program that we do not know."""
    tekst = msgspec.json.encode(waarde).decode("utf-8")
    return tekst if len(tekst) <= _LANGSTE else f"{tekst[:_LANGSTE]}…"


def _verschil(plek: str, verwacht: object, gekregen: object) -> list[str]:
    if isinstance(verwacht, dict) and isinstance(gekregen, dict):
        return [
            v
            for sleutel, waarde in verwacht.items()
            for v in _verschil(f"{plek}.{sleutel}", waarde, gekregen.get(sleutel))
        ]
    if isinstance(verwacht, list) and isinstance(gekregen, list) and len(verwacht) == len(gekregen):
        paren = enumerate(zip(verwacht, gekregen, strict=True), 1)
        return [v for nummer, (een, ander) in paren for v in _verschil(f"{plek}[{nummer}]", een, ander)]
    if type(verwacht) is type(gekregen) and verwacht == gekregen:
        return []
    return [f"{plek} is {kort(gekregen)}, verwacht is {kort(verwacht)}"]


def _meldingen(verwacht: list[dict[str, Any]], gekregen: object) -> list[str]:
    if not isinstance(gekregen, list) or not all(isinstance(melding, dict) for melding in gekregen):
        return [f"meldingen is {kort(gekregen)}, verwacht is een lijst"]
    over = list(gekregen)
    gemist: list[str] = []
    for melding in verwacht:
        past = next((g for g in over if _past(melding, g)), None)
        if past is None:
            gemist.append(f"de melding {kort(melding)} ontbreekt")
        else:
            over.remove(past)
    velden = ("regel", "retourcode", "bestand", "regelnummer")
    return gemist + [f"de melding {kort({k: g[k] for k in velden if k in g})} hoort er niet bij" for g in over]


def _waarschuwingen(verwacht: list[dict[str, Any]], gekregen: object) -> list[str]:
    """Ask for the warnings of the case; there may be more."""
    if gekregen is None:
        return []
    gegeven = [g for g in gekregen if isinstance(g, dict)] if isinstance(gekregen, list) else []
    return [
        f"de waarschuwing {kort(melding)} ontbreekt"
        for melding in verwacht
        if not any(_past(melding, g) for g in gegeven)
    ]


def _open(verwacht: list[str], gekregen: object) -> list[str]:
    if gekregen is None:
        return []
    gegeven = [kort(regel) for regel in gekregen] if isinstance(gekregen, list) else [kort(gekregen)]
    if Counter(gegeven) == Counter(map(kort, verwacht)):
        return []
    return [f"niet_te_beoordelen is {kort(gekregen)}, verwacht is {kort(verwacht)}"]


def _past(verwacht: Mapping[str, Any], gekregen: Mapping[str, Any]) -> bool:
    """Tell whether a finding is the expected one; of the text only a part is expected."""
    for veld, waarde in verwacht.items():
        if veld in _WOORDEN and veld not in gekregen:
            continue
        gegeven = gekregen.get(veld)
        if veld == "tekst":
            if waarde not in str(gegeven):
                return False
        elif gegeven != waarde:
            return False
    return True
