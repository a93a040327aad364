"""The account of a message: which rules and cases were applied, and those that were not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from regioprotocol.engine.explain import Berichtuitleg, NietToegepast, Opgezocht
from regioprotocol.engine.explain_series import Reeksuitleg
from regioprotocol.parameterset import Parameterset
from regioprotocol.parameterset.lookup import waarden_van
from regioprotocol.parameterset.records import ElkGeval
from regioprotocol.report.dutch import aantal, datum
from regioprotocol.report.explanation import alinea, feiten_tekst, geldig
from regioprotocol.report.messages import set_van, slot, tekst_van

_TABELSLEUTELS: Final = frozenset({"bericht", "veld"})


def als_dict(
    uitleg: Sequence[Berichtuitleg], reeksen: Sequence[Reeksuitleg], parameterset: Parameterset
) -> dict[str, Any]:
    """Give the accounts of messages and of series for a program."""
    return {
        "berichten": [_dict(u) for u in uitleg],
        "reeksen": [_reeks_dict(r) for r in reeksen],
        "parameterset": set_van(parameterset),
    }


def als_tekst(uitleg: Sequence[Berichtuitleg], reeksen: Sequence[Reeksuitleg], parameterset: Parameterset) -> str:
    """Give the accounts of messages and of series for a person."""
    delen = [*("\n".join(_regels(u)) for u in uitleg), *("\n".join(_reeks(r)) for r in reeksen)]
    return "\n\n".join([*delen, slot(parameterset)])


def _dict(u: Berichtuitleg) -> dict[str, Any]:
    return {
        "bestand": u.bestand,
        "bericht": u.bericht,
        "gemeente": u.gemeente,
        "op": u.op.isoformat() if u.op else None,
        "regionaal": u.regionaal,
        **_oordeel(u),
    }


def _reeks_dict(r: Reeksuitleg) -> dict[str, Any]:
    return {
        "reeks": r.reeks,
        "berichten": [
            {"bestand": b.bestand, "bericht": b.bericht, "op": b.op.isoformat() if b.op else None, "waarom": b.waarom}
            for b in r.berichten
        ],
        **_oordeel(r),
    }


def _oordeel(u: Berichtuitleg | Reeksuitleg) -> dict[str, Any]:
    return {
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
    yield from _verantwoording(u)
    for n in u.niet_toegepast:
        yield from alinea(f"{n.regel}: {n.waarom}", "    ")


def _reeks(r: Reeksuitleg) -> Iterator[str]:
    yield f"{r.reeks}: {len(r.berichten)} berichten samen, in deze volgorde:"
    for b in r.berichten:
        dag = f", {b.op.isoformat()}" if b.op else ""
        waarom = f". Telt zelf niet mee: {b.waarom}" if b.waarom else ""
        yield from alinea(f"{b.bestand} ({b.bericht}{dag}){waarom}", "    ")
    for bestand, bevindingen in groupby(r.bevindingen, key=lambda b: b.bestand):
        yield f"  In {bestand}:"
        for bevinding in bevindingen:
            yield from tekst_van(bevinding)
    yield ""
    yield from _verantwoording(r)
    for waarom, regels in _per_reden(r.niet_toegepast).items():
        yield from alinea(f"{', '.join(regels)}: {waarom}", "    ")


def _verantwoording(u: Berichtuitleg | Reeksuitleg) -> Iterator[str]:
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


def _per_reden(niet_toegepast: Sequence[NietToegepast]) -> dict[str, list[str]]:
    """Put rules together that were left out for the same reason."""
    redenen: dict[str, list[str]] = {}
    for n in niet_toegepast:
        redenen.setdefault(n.waarom, []).append(n.regel)
    return redenen


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
