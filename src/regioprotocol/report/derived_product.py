"""What follows from a product, for a person and for a program: tariff per minute, volumes, fields of messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from regioprotocol.diagnostics import opsomming
from regioprotocol.report.dutch import bedrag, datum_kort
from regioprotocol.tables.derived import Afgeleid, Berichtveld, Minuuttarief, Volumegrens


def als_dict(gevolg: Afgeleid) -> dict[str, Any]:
    """Give it as the public JSON has it: euros as text with two decimals, and no key for what nothing says."""
    return {
        "minuuttarieven": [
            {
                **({"kenmerk": m.kenmerk} if m.kenmerk else {}),
                "uurtarief": f"{m.uurtarief:.2f}",
                "minuuttarief": f"{m.bedrag:.2f}",
                "verschil_per_uur": f"{m.verschil_per_uur:.2f}",
                "verschil_per_100_uur": f"{m.verschil_per_100_uur:.2f}",
            }
            for m in gevolg.minuuttarieven
        ],
        "volumes": [
            {
                "frequentie": v.frequentie,
                **({} if v.per_week is None else {"keer_per_week": v.per_week}),
                **({} if v.per_maand is None else {"keer_per_maand": v.per_maand}),
            }
            for v in gevolg.volumes
        ],
        **({} if gevolg.per_jaar is None else {"hoogstens_per_jaar": gevolg.per_jaar}),
        "velden": [
            {
                "bericht": v.bericht,
                "element": v.element,
                "waarden": list(v.waarden),
                "gebruik": v.gebruik,
                **({"frequenties": list(v.frequenties)} if v.frequenties else {}),
            }
            for v in gevolg.velden
        ],
    }


def regels(gevolg: Afgeleid, op: date, eenheden: Mapping[str, str], frequenties: Mapping[str, str]) -> Iterator[str]:
    """Give the lines for a terminal."""
    for m in gevolg.minuuttarieven:
        yield from _minuut(m)
    if gevolg.volumes:
        yield "  Hoogstens te declareren:"
    for v in gevolg.volumes:
        if tekst := _volume(v, op):
            yield f"    {v.frequentie} ({frequenties.get(v.frequentie, 'frequentie').lower()}): {tekst}"
    if gevolg.per_jaar is not None and gevolg.volumes:
        yield f"    Nooit meer dan {gevolg.per_jaar} eenheden in een kalenderjaar."
    if gevolg.velden:
        yield "  Velden in berichten:"
    for veld in gevolg.velden:
        yield f"    {veld.bericht} {veld.element}: {veld_in_woorden(veld, eenheden, frequenties)}"


def _minuut(m: Minuuttarief) -> Iterator[str]:
    kenmerk = f" ({m.kenmerk})" if m.kenmerk else ""
    yield f"  Tarief per minuut{kenmerk}: {bedrag(m.bedrag)}"
    if m.verschil_per_uur:
        meer = "meer" if m.verschil_per_uur > 0 else "minder"
        uur, honderd = bedrag(abs(m.verschil_per_uur)), bedrag(abs(m.verschil_per_100_uur))
        yield f"    Let op: 60 minuten met dit tarief is {uur} {meer} dan het uurtarief. Op 100 uur is dat {honderd}."
        yield "    Reken het bedrag van een declaratie daarom uit met het uurtarief."


def _volume(v: Volumegrens, op: date) -> str:
    maand = datum_kort(op).partition(" ")[2]
    weken = f" ({v.weken} weken)" if v.weken is not None else ""
    delen = [
        "" if v.per_week is None else f"{v.per_week} keer het volume in een week",
        "" if v.per_maand is None else f"{v.per_maand} keer het volume in {maand}{weken}",
    ]
    return opsomming(filter(None, delen))


def veld_in_woorden(veld: Berichtveld, eenheden: Mapping[str, str], frequenties: Mapping[str, str]) -> str:
    """Write what a field holds and whether it is filled: '04 (uur), verplicht'."""
    betekenis = frequenties if veld.uit == "frequenties" else eenheden if "eenheid" in veld.uit else {}
    if veld.uit == "tarief":
        waarden = [bedrag(Decimal(waarde)) for waarde in veld.waarden]
    else:
        waarden = [f"{w} ({betekenis[w].lower()})" if w in betekenis else w for w in veld.waarden]
    gebruik = veld.gebruik
    if veld.frequenties:
        gebruik = f"{gebruik or 'niet bekend'} bij frequentie {opsomming(veld.frequenties, en='of')}"
    return ", ".join(filter(None, (opsomming(waarden, en="of"), gebruik))) or "volgt niet uit het product"
