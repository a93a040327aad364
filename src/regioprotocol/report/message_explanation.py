"""The account of a message: which rules and cases were applied, and those that were not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from regioprotocol.engine.explain import Berichtuitleg, Opgezocht
from regioprotocol.parameterset import Parameterset
from regioprotocol.parameterset.lookup import waarden_van
from regioprotocol.parameterset.records import ElkGeval
from regioprotocol.report.dutch import aantal, datum
from regioprotocol.report.explanation import alinea, feiten_tekst, geldig
from regioprotocol.report.messages import set_van, slot, tekst_van

_TABELSLEUTELS: Final = frozenset({"bericht", "veld"})


def als_dict(uitleg: Sequence[Berichtuitleg], parameterset: Parameterset) -> dict[str, Any]:
    """Give the accounts for a program."""
    return {"berichten": [_dict(u) for u in uitleg], "parameterset": set_van(parameterset)}


def als_tekst(uitleg: Sequence[Berichtuitleg], parameterset: Parameterset) -> str:
    """Give the accounts for a person."""
    return "\n\n".join(["\n".join(_regels(u)) for u in uitleg] + [slot(parameterset)])


def _dict(u: Berichtuitleg) -> dict[str, Any]:
    return {
        "bestand": u.bestand,
        "bericht": u.bericht,
        "gemeente": u.gemeente,
        "op": u.op.isoformat() if u.op else None,
        "regionaal": u.regionaal,
        "meldingen": [b.als_dict() for b in u.bevindingen],
        "toegepast": [{"regels": list(t.regels), "meldingen": t.meldingen} for t in u.toegepast],
        "opgezocht": [_opgezocht(o) for o in u.opgezocht],
        "niet_toegepast": [{"regel": n.regel, "waarom": n.waarom} for n in u.niet_toegepast],
    }


def _opgezocht(o: Opgezocht) -> dict[str, Any]:
    return {
        "regel": o.regel,
        "titel": o.titel,
        "op": o.op.isoformat(),
        "feiten": [{"sleutel": k, "waarden": sorted(v)} for k, v in sorted(o.feiten.items())],
        "stand": o.spoor.uitkomst.stand,
        "waarden": list(o.spoor.uitkomst.waarden),
        "geval": o.spoor.uitkomst.geval,
        "ontbrekend": list(o.spoor.ontbrekend),
        "gevallen": [
            {"geval": g.geval.geval, "laag": g.geval.laag, "bron": g.geval.bron, "geldt": g.geldt, "reden": g.reden}
            for g in o.spoor.getoetst
        ],
    }


def _regels(u: Berichtuitleg) -> Iterator[str]:
    yield f"{u.bestand} ({u.bericht})" if u.bericht else u.bestand
    for bevinding in u.bevindingen:
        yield from tekst_van(bevinding)
    if u.op is None:
        return
    wie = f"gemeente {u.gemeente}" if u.gemeente else "onbekende gemeente"
    hoe = "landelijke en regionale regels" if u.regionaal else "alleen landelijke regels"
    yield f"  Beoordeeld voor {wie}, {datum(u.op)}: {hoe}."
    yield ""
    yield "  Toegepaste regels:"
    for t in u.toegepast:
        gevonden = aantal(t.meldingen, "melding", "meldingen") if t.meldingen else "niets gevonden"
        yield from alinea(f"{', '.join(t.regels)}: {gevonden}", "    ")
    yield ""
    yield "  Opgezochte afspraken:"
    for zelfde in _samen(u.opgezocht):
        yield from _afspraak(zelfde)
    yield ""
    yield "  Niet toegepast:"
    for n in u.niet_toegepast:
        yield from alinea(f"{n.regel}: {n.waarom}", "    ")


def _samen(opgezocht: Sequence[Opgezocht]) -> list[list[Opgezocht]]:
    """Put look-ups together that gave the same answer by the same case."""
    groepen: dict[tuple[str, str, str], list[Opgezocht]] = {}
    for o in opgezocht:
        groepen.setdefault((o.regel, o.spoor.uitkomst.geval, o.spoor.uitkomst.stand), []).append(o)
    return list(groepen.values())


def _afspraak(zelfde: list[Opgezocht]) -> Iterator[str]:
    o = zelfde[0]
    uitkomst = o.spoor.uitkomst
    antwoord = ", ".join(uitkomst.waarden) or uitkomst.stand
    keer = f" ({len(zelfde)} keer opgezocht)" if len(zelfde) > 1 else ""
    yield from alinea(f"{o.regel} ({o.titel}) op {o.op.isoformat()}: {antwoord}{keer}", "    ")
    yield from alinea(f"gegevens: {feiten_tekst(o.feiten)}", "      ")
    elders = 0
    for g in o.spoor.getoetst:
        if g.geldt:
            yield from alinea(f"geldt: {_waarde(g.geval)} ({g.geval.laag}: {g.geval.bron})", "      ")
        elif _gaat_over_iets_anders(g.geval, o):
            elders += 1
        else:
            yield from alinea(f"geldt niet: {_waarde(g.geval)} ({geldig(g.geval)}), want {g.reden}", "      ")
    if elders:
        yield from alinea(
            f"{aantal(elders, 'ander geval', 'andere gevallen')} over een ander bericht of veld", "      "
        )


def _gaat_over_iets_anders(geval: ElkGeval, o: Opgezocht) -> bool:
    """Tell whether a case of a table is about another message or field; a person need not read those."""
    return any(
        v.sleutel in _TABELSLEUTELS and o.feiten.get(v.sleutel, frozenset(v.waarden)).isdisjoint(v.waarden)
        for v in geval.als
    )


def _waarde(geval: ElkGeval) -> str:
    return ", ".join(waarden_van(geval)) or geval.stand
