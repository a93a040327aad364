"""The volume of an assignment per week, month by month: which weeks were counted, where and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.limits import Grens, Maandgrens, Omvang
from regioprotocol.engine.periods import Periode, laatste_zondag
from regioprotocol.engine.volume import Telling, Week
from regioprotocol.parameterset import Index
from regioprotocol.report.calculation import herkomst, tot
from regioprotocol.report.dutch import aantal, dagen_samen, datum, datum_kort, maand, zin
from regioprotocol.report.explanation import alinea


def als_dict(maanden: tuple[Maandgrens, ...], samen: Grens) -> dict[str, Any]:
    """Give the answer as the public JSON has it."""
    return {
        "perioden": [
            {
                "maand": f"{m.periode.begin:%Y-%m}",
                "begin": m.periode.begin.isoformat(),
                "eind": m.periode.eind.isoformat() if m.periode.eind else None,
                "weken": _weken(m.grens),
                "maximum": m.grens.maximum,
            }
            for m in maanden
        ],
        "toewijzing": {"weken": _weken(samen), "maximum": samen.maximum},
    }


def als_tekst(index: Index, omvang: Omvang, toewijzing: Periode, maanden: tuple[Maandgrens, ...], samen: Grens) -> str:
    """Tell the maximum per month and in all, and which weeks were counted."""
    return "\n".join(_regels(index, omvang, toewijzing, maanden, samen))


def _weken(grens: Grens) -> int | None:
    return grens.telling.aantal if grens.telling else None


def _regels(
    index: Index, omvang: Omvang, toewijzing: Periode, maanden: tuple[Maandgrens, ...], samen: Grens
) -> Iterator[str]:
    assert samen.wijze is not None  # noqa: S101 - the command asked for a limit that is known
    yield f"Hoogstens {samen.maximum} over de hele toewijzing ({aantal(_weken(samen) or 0, 'week', 'weken')})."
    breedte = max(len(maand(m.periode.begin)) for m in maanden)
    for m in maanden:
        weken = aantal(_weken(m.grens) or 0, "week", "weken")
        yield f"  {zin(maand(m.periode.begin)):<{breedte}}  hoogstens {m.grens.maximum} ({weken})"
    yield ""
    yield f"Zo rekenen we ({omvang.volume} per week, {tot(toewijzing)}):"
    for m in maanden:
        yield from alinea(f"{zin(maand(m.periode.begin))}: {_waarom(m, toewijzing, omvang.volume)}", "  ")
    yield from alinea(f"Samen: {_waarom_samen(maanden, samen, omvang.volume)}", "  ")
    yield ""
    yield from herkomst(index, samen.wijze)


def _waarom(m: Maandgrens, toewijzing: Periode, volume: int) -> str:
    telling = m.grens.telling
    assert telling is not None  # noqa: S101
    som = f"{telling.aantal} x {volume} = {m.grens.maximum}."
    if not telling.weken and telling.aantal:
        return f"een vast aantal van {telling.aantal} weken, hoeveel weken er ook in de maand vallen. {som}"
    gewoon = tuple(week for week in telling.weken if not week.extra)
    delen = [_geteld(gewoon, zondagen=_telt_zondagen(m.grens))]
    if len(gewoon) != telling.aantal:
        delen.append(_extra(toewijzing))
    return f"{' '.join(delen)} {som}"


def _geteld(weken: tuple[Week, ...], *, zondagen: bool) -> str:
    if zondagen:
        if not weken:
            return "er valt geen zondag in."
        woord = "zondag" if len(weken) == 1 else "de zondagen"
        return f"{woord} {dagen_samen(tuple(week.zondag for week in weken))}."
    return f"{'week' if len(weken) == 1 else 'de weken'} {opsomming(str(week.nummer) for week in weken)}."


def _extra(toewijzing: Periode) -> str:
    eind = toewijzing.eind
    assert isinstance(eind, date)  # noqa: S101 - only an assignment with an end has an extra week
    zondag = laatste_zondag(toewijzing)
    waar = (
        f"De week erbij hoort in de maand van de laatste zondag ({datum_kort(zondag)})."
        if zondag
        else "Er valt geen zondag in de toewijzing: dan hoort die week in de maand van de einddatum."
    )
    return f"En 1 week erbij: de toewijzing eindigt op {datum(eind)}, niet op een zondag. {waar}"


def _waarom_samen(maanden: tuple[Maandgrens, ...], samen: Grens, volume: int) -> str:
    assert samen.wijze is not None  # noqa: S101
    aantal_weken = _weken(samen) or 0
    som = f"{aantal_weken} x {volume} = {samen.maximum}."
    per_maand = sum(_weken(m.grens) or 0 for m in maanden)
    if samen.wijze.instellingen.get("totaal") == "som van de maanden":
        return f"de weken van alle maanden bij elkaar. {som}"
    uitleg = f"de kalenderweken van de hele toewijzing, ook de gebroken weken. {som}"
    if per_maand > aantal_weken:
        uitleg += (
            f" De maanden bij elkaar zijn {per_maand} weken: een week op de grens van twee maanden telt in allebei, "
            "en in het totaal één keer."
            if not _vast(maanden)
            else f" De maanden bij elkaar zijn {per_maand} weken. Alles samen blijft toch binnen {samen.maximum}."
        )
    return uitleg


def _vast(maanden: tuple[Maandgrens, ...]) -> bool:
    return any(m.grens.telling == Telling(_weken(m.grens) or 0) for m in maanden)


def _telt_zondagen(grens: Grens) -> bool:
    return grens.wijze is not None and grens.wijze.instellingen.get("weken") == "zondagen"
