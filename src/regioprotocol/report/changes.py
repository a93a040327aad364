"""Was-wordt as a table for the terminal, as Markdown, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from regioprotocol.compare import Wijziging
from regioprotocol.report.dutch import aantal, bedrag, datum_kort
from regioprotocol.report.explanation import alinea

KOPPEN: Final = ("Afspraak", "Geldt voor", "Was", "Wordt", "Vanaf", "Waarom")
# A bar inside a cell would begin the next one.
_STREEP: Final = "\\|"


def als_dict(van: str, tot: str, wijzigingen: tuple[Wijziging, ...]) -> dict[str, Any]:
    """Give the changes as the public JSON has them; amounts are text with two decimals."""
    return {
        "van": van,
        "tot": tot,
        "wijzigingen": [
            {
                "soort": w.soort,
                "regel": w.regel,
                "als": [{"sleutel": sleutel, "waarden": list(waarden)} for sleutel, waarden in w.als],
                "was": w.was,
                "wordt": w.wordt,
                "vanaf": w.vanaf,
                "reden": w.reden,
                "besluit": w.besluit,
                "bron": w.bron,
                "verschil_eur": _getal(w.verschil_eur, 2),
                "verschil_pct": _getal(w.verschil_pct, 1),
                "oordeel": w.oordeel,
            }
            for w in wijzigingen
        ],
        "samenvatting": {"totaal": len(wijzigingen), **_telling(wijzigingen)},
    }


def _getal(waarde: Decimal | None, decimalen: int) -> str | None:
    return None if waarde is None else f"{waarde:.{decimalen}f}"


def _telling(wijzigingen: tuple[Wijziging, ...]) -> dict[str, int]:
    telling = Counter(w.soort for w in wijzigingen)
    telling.update(w.oordeel for w in wijzigingen if w.oordeel)  # type: ignore[misc]
    return dict(sorted(telling.items()))


def als_tekst(van: str, tot: str, wijzigingen: tuple[Wijziging, ...], titels: Mapping[str, str]) -> str:
    """Give the changes for a person, one block each."""
    return "\n".join(_tekst(van, tot, wijzigingen, titels))


def _tekst(van: str, tot: str, wijzigingen: tuple[Wijziging, ...], titels: Mapping[str, str]) -> Iterator[str]:
    if not wijzigingen:
        yield f"Geen verschil tussen {van} en {tot}."
        return
    yield f"{aantal(len(wijzigingen), 'verschil', 'verschillen')} tussen {van} en {tot}."
    for w in wijzigingen:
        yield ""
        yield f"{titels.get(w.regel, w.regel)} ({w.regel}){_wie(w)}: {w.soort}"
        yield f"  was:   {_waarde(w, w.was)}"
        yield f"  wordt: {_waarde(w, w.wordt)}{_verschil(w)}"
        extra = [f"vanaf {_dag(w.vanaf)}" if w.vanaf else "", w.oordeel, w.bron]
        yield from alinea("; ".join(filter(None, extra)), "  ")
        for kop, tekst in (("Reden", w.reden), ("Besluit", w.besluit)):
            if tekst:
                yield from alinea(f"{kop}: {tekst}", "  ")


def als_markdown(van: str, tot: str, wijzigingen: tuple[Wijziging, ...], titels: Mapping[str, str]) -> str:
    """Give the was-wordt table, the field's own form."""
    regels = [f"# Was-wordt: {van} en {tot}", ""]
    if not wijzigingen:
        return "\n".join([*regels, "Geen verschil."])
    regels += [f"| {' | '.join(KOPPEN)} |", f"|{'---|' * len(KOPPEN)}"]
    for w in wijzigingen:
        regels.append(f"| {' | '.join(cel.replace('|', _STREEP) for cel in cellen(w, titels))} |")
    return "\n".join(regels)


def cellen(w: Wijziging, titels: Mapping[str, str]) -> tuple[str, ...]:
    """Give the line of a change as the table has it: what, for whom, was, becomes, from when, why."""
    return (
        _onderwerp(w, titels),
        _wie(w).strip(" ()"),
        _waarde(w, w.was),
        f"{_waarde(w, w.wordt)}{_verschil(w)}",
        _dag(w.vanaf) if w.vanaf else "",
        " ".join(filter(None, (w.reden, w.besluit, w.bron))),
    )


def _onderwerp(w: Wijziging, titels: Mapping[str, str]) -> str:
    """Give the title. A product's goes with its code, because names are not unique, and with what changed."""
    titel = titels.get(w.regel, w.regel)
    return f"{titel} ({w.regel}): {w.soort}" if w.soort == "tarief" or w.soort.startswith("product ") else titel


def _waarde(w: Wijziging, tekst: str) -> str:
    if not tekst:
        return "(niets)"
    return bedrag(Decimal(tekst)) if w.soort == "tarief" else tekst


def _dag(tekst: str) -> str:
    return datum_kort(date.fromisoformat(tekst))


def _wie(w: Wijziging) -> str:
    if not w.als:
        return ""
    delen = (f"{sleutel} {' of '.join(waarden)}" for sleutel, waarden in w.als)
    return f" ({', '.join(delen)})"


def _verschil(w: Wijziging) -> str:
    if w.verschil_eur is None:
        return ""
    teken = "+" if w.verschil_eur > 0 else "-"
    procent = f", {teken}{abs(w.verschil_pct)}%".replace(".", ",") if w.verschil_pct is not None else ""
    return f" ({teken}{bedrag(abs(w.verschil_eur))}{procent})"
