"""What a sheet changes in a product table: for a person, as Markdown, and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from regioprotocol.diagnostics import Melding
from regioprotocol.report.dutch import aantal, bedrag, datum_kort
from regioprotocol.report.findings import als_dict as melding_als_dict
from regioprotocol.report.findings import tekst_van
from regioprotocol.tables.changes import Wijziging
from regioprotocol.tables.flat import Productrij
from regioprotocol.tables.importing import Uitkomst

Retourcode = Callable[[Melding], tuple[str, str]]
_STREEP: Final = "\\|"
_DAGVELDEN: Final = frozenset({"geldig_vanaf", "geldig_tot_en_met", "declareren_tot_en_met", "tarief_tot_en_met"})


def als_dict(
    uitkomst: Uitkomst, meldingen: Iterable[Melding], retourcode: Retourcode, *, geschreven: bool
) -> dict[str, Any]:
    """Give the changes as the public JSON has them; amounts are text with two decimals."""
    plan = uitkomst.plan
    return {
        "toegevoegd": [_product(rij) for rij in plan.toegevoegd],
        "beeindigd": [{"code": w.code, "naam": w.naam, "laatste_dag": w.nieuw} for w in plan.beeindigd],
        "gewijzigd": [_wijziging(w) for w in plan.gewijzigd],
        "ongewijzigd": [{"code": rij.code, "naam": rij.naam} for rij in plan.ongewijzigd],
        "intussen": [_wijziging(w) for w in plan.intussen],
        "overgeslagen": [{"cel": f"{blad}!{rij}:{rij}", "tekst": tekst} for blad, rij, tekst in uitkomst.overgeslagen],
        "geschreven": geschreven,
        "meldingen": [_melding(melding, retourcode) for melding in meldingen],
    }


def _product(rij: Productrij) -> dict[str, Any]:
    tarieven = [
        {"kenmerk": t.kenmerk, "bedrag": t.bedrag, "vanaf": t.vanaf, "tot_en_met": t.tot_en_met} for t in rij.tarieven
    ]
    return {**rij.velden, "tarieven": tarieven, "tarief_stand": rij.tarief_stand}


def _wijziging(w: Wijziging) -> dict[str, Any]:
    euro, procent = w.verschil_eur, w.verschil_pct
    return {
        "code": w.code,
        "naam": w.naam,
        "veld": w.veld,
        "kenmerk": w.kenmerk,
        "vanaf": w.vanaf,
        "oud": w.oud,
        "nieuw": w.nieuw,
        "verschil_eur": None if euro is None else f"{euro:.2f}",
        "verschil_pct": None if procent is None else f"{procent:.1f}",
    }


def _melding(melding: Melding, retourcode: Retourcode) -> dict[str, Any]:
    regel, code = retourcode(melding)
    return {**melding_als_dict(melding), "regel": regel, "retourcode": code}


def als_tekst(uitkomst: Uitkomst, meldingen: Iterable[Melding], retourcode: Retourcode) -> str:
    """Give what changes and what is wrong, for a terminal."""
    return "\n".join(_tekst(uitkomst, list(meldingen), retourcode))


def _tekst(uitkomst: Uitkomst, meldingen: list[Melding], retourcode: Retourcode) -> Iterator[str]:
    plan = uitkomst.plan
    if plan.toegevoegd:
        yield "Toegevoegd"
        yield from _tabel((rij.wie, rij.naam if rij.wie == rij.code else "", _tarieven(rij)) for rij in plan.toegevoegd)
        yield ""
    if plan.beeindigd:
        yield "Beëindigd"
        yield from _tabel(
            (w.wie, w.naam if w.wie == w.code else "", f"laatste dag {_waarde(w.veld, w.nieuw)}")
            for w in plan.beeindigd
        )
        yield ""
    if plan.gewijzigd:
        yield "Gewijzigd"
        yield from _tabel((_rij(w) for w in plan.gewijzigd), kop=("code", "wat", "was", "wordt", "verschil"))
        yield ""
    if plan.intussen:
        yield "Intussen in de tabel veranderd, sinds dit bestand werd gemaakt"
        yield from _tabel((_rij(w) for w in plan.intussen), kop=("code", "wat", "was", "werd", "verschil"))
        yield ""
    if uitkomst.overgeslagen:
        yield "Overgeslagen, want geen product"
        yield from _tabel(((f"{blad}!{rij}:{rij}", _kort(tekst)) for blad, rij, tekst in uitkomst.overgeslagen))
        yield ""
    for melding in meldingen:
        yield tekst_van(melding)
        regel, code = retourcode(melding)
        if regel:
            yield f"    In een bericht: {regel}" + (f", retourcode {code}." if code else ".")
        yield ""
    if plan.rijen:
        yield samenvatting(uitkomst)


def samenvatting(uitkomst: Uitkomst) -> str:
    """Give the counts in one line."""
    plan = uitkomst.plan
    return (
        f"{aantal(len(plan.toegevoegd), 'product', 'producten')} toegevoegd, {len(plan.beeindigd)} beëindigd, "
        f"{aantal(len(plan.gewijzigd), 'wijziging', 'wijzigingen')}, {len(plan.ongewijzigd)} ongewijzigd."
    )


def als_markdown(uitkomst: Uitkomst, meldingen: Iterable[Melding], retourcode: Retourcode) -> str:
    """Give the same as was-wordt, for a decision paper."""
    plan = uitkomst.plan
    regels = ["# Productcodes: was en wordt", "", samenvatting(uitkomst)]
    if plan.toegevoegd:
        regels += ["", "## Toegevoegd", "", "| Code | Naam | Tarief |", "|---|---|---|"]
        regels += [_md(rij.code, rij.naam, _tarieven(rij)) for rij in plan.toegevoegd]
    if plan.beeindigd:
        regels += ["", "## Beëindigd", "", "| Code | Naam | Laatste dag |", "|---|---|---|"]
        regels += [_md(w.code, w.naam, _waarde(w.veld, w.nieuw)) for w in plan.beeindigd]
    for titel, wijzigingen in (("Gewijzigd", plan.gewijzigd), ("Intussen veranderd in de tabel", plan.intussen)):
        if wijzigingen:
            regels += ["", f"## {titel}", "", "| Code | Wat | Was | Wordt | Verschil |", "|---|---|---|---|---|"]
            regels += [_md(*_rij(w)) for w in wijzigingen]
    if uitkomst.overgeslagen:
        regels += ["", "## Overgeslagen, want geen product", ""]
        regels += [f"- {blad}!{rij}:{rij}: {_kort(tekst)}" for blad, rij, tekst in uitkomst.overgeslagen]
    if meldingen := list(meldingen):
        regels += ["", "## Meldingen", ""]
        for m in meldingen:
            regel, code = retourcode(m)
            bericht = f" In een bericht: {regel}{f', retourcode {code}' if code else ''}." if regel else ""
            regels.append(f"- {m.plaats} ({m.soort.ernst}, {m.soort.code}): {m.tekst} {m.hint}{bericht}")
    return "\n".join(regels)


def _md(*cellen: str) -> str:
    return f"| {' | '.join(cel.replace('|', _STREEP) for cel in cellen)} |"


def _rij(w: Wijziging) -> tuple[str, ...]:
    wat = "laatste dag van het tarief" if w.veld == "tarief_tot_en_met" else w.veld.replace("_", " ")
    if w.kenmerk:
        wat += f" ({w.kenmerk})"
    if w.vanaf:
        wat += f" vanaf {_dag(w.vanaf)}"
    return (w.wie, wat, _waarde(w.veld, w.oud), _waarde(w.veld, w.nieuw), _verschil(w))


def _waarde(veld: str, tekst: str) -> str:
    if not tekst:
        return "(niets)"
    if veld == "tarief" and tekst[:1].isdigit():
        return bedrag(Decimal(tekst))
    return _dag(tekst) if veld in _DAGVELDEN else _kort(tekst)


def _dag(tekst: str) -> str:
    return datum_kort(date.fromisoformat(tekst))


def _kort(tekst: str, lengte: int = 60) -> str:
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}\u2026"


def _verschil(w: Wijziging) -> str:
    euro, procent = w.verschil_eur, w.verschil_pct
    if euro is None:
        return ""
    teken = "+" if euro > 0 else "-"
    deel = f" ({teken}{abs(procent)}%)".replace(".", ",") if procent is not None else ""
    return f"{teken}{bedrag(abs(euro))}{deel}"


def _tarieven(rij: Productrij) -> str:
    if not rij.tarieven:
        return f"tarief {rij.tarief_stand}"
    delen = (
        bedrag(Decimal(t.bedrag))
        + (f" ({t.kenmerk})" if t.kenmerk else "")
        + (f" vanaf {_dag(t.vanaf)}" if t.vanaf else "")
        for t in rij.tarieven
    )
    return ", ".join(delen)


def _tabel(rijen: Iterable[tuple[str, ...]], kop: tuple[str, ...] = ()) -> Iterator[str]:
    alle = [kop, *rijen] if kop else list(rijen)
    breedtes = [max(len(rij[kolom]) for rij in alle) for kolom in range(len(alle[0]))]
    for rij in alle:
        yield "  " + "  ".join(cel.ljust(breedte) for cel, breedte in zip(rij, breedtes, strict=True)).rstrip()
