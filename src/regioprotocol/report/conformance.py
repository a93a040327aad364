"""How an engine did on the suite: the count first, then every wrong answer with what was asked and expected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from regioprotocol.conformance.compare import als_json, kort
from regioprotocol.conformance.records import Opdracht
from regioprotocol.conformance.run import Uitslag
from regioprotocol.parameterset import Parameterset
from regioprotocol.report.dutch import aantal
from regioprotocol.report.explanation import alinea


def als_dict(parameterset: Parameterset, uitslagen: tuple[Uitslag, ...]) -> dict[str, Any]:
    """Give the result as JSON."""
    return {
        "set": {"regio": parameterset.regio, "versie": parameterset.versie, "digest": parameterset.digest},
        "gevallen": len(uitslagen),
        "goed": sum(u.goed for u in uitslagen),
        "uitslag": [
            {
                "id": u.geval.id,
                "goed": u.goed,
                "verwacht": als_json(u.geval.verwacht),
                "gekregen": u.gekregen,
                "verschillen": list(u.verschillen),
                "vermoeden": u.vermoeden,
            }
            for u in uitslagen
        ],
    }


def als_tekst(parameterset: Parameterset, uitslagen: tuple[Uitslag, ...]) -> str:
    """Give the result for a person."""
    return "\n".join(_regels(parameterset, uitslagen))


def _regels(parameterset: Parameterset, uitslagen: tuple[Uitslag, ...]) -> Iterator[str]:
    fout = [u for u in uitslagen if not u.goed]
    telling = aantal(len(uitslagen), "geval", "gevallen")
    yield f"Niet goed: {len(fout)} van {telling}." if fout else f"Alles goed: {telling}."
    yield f"  Parameterset:    {parameterset.naam}, versie {parameterset.versie}"
    yield f"                   {parameterset.digest}"
    for uitslag in fout:
        if uitslag.gevraagd:
            yield ""
            yield from _fout(uitslag)
    if overgeslagen := [u for u in fout if not u.gevraagd]:
        yield ""
        yield f"{aantal(len(overgeslagen), 'geval', 'gevallen')} {overgeslagen[0].verschillen[0]}."


def _fout(uitslag: Uitslag) -> Iterator[str]:
    geval = uitslag.geval
    yield f"{geval.id} ({geval.regel}; bron: {geval.bron})"
    yield from alinea(f"Gevraagd: {_gevraagd(geval.opdracht)}.", "  ")
    for verschil in uitslag.verschillen:
        yield f"  Fout: {verschil}."
    if uitslag.vermoeden:
        yield from alinea(uitslag.vermoeden, "  ")
    if isinstance(geval.toelichting, str):
        yield from alinea(f"Toelichting: {geval.toelichting}", "  ")


def _gevraagd(opdracht: Opdracht) -> str:
    kaal: dict[str, Any] = msgspec.to_builtins(opdracht)
    delen = [str(kaal.pop("naam"))]
    delen += [f"{feit['sleutel']} {' of '.join(feit['waarden'])}" for feit in kaal.pop("feiten", ())]
    if "berichten" in kaal:
        delen.append(f"berichten {', '.join(bericht['bestand'] for bericht in kaal.pop('berichten'))}")
    delen += [f"{sleutel} {waarde if isinstance(waarde, str) else kort(waarde)}" for sleutel, waarde in kaal.items()]
    return "; ".join(delen)
