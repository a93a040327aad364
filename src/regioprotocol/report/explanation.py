"""An explained value: the answer, the case that won, every other case and why not, sources, missing facts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from regioprotocol.model.afspraak import Afspraak
from regioprotocol.parameterset import Feiten, Index, Spoor, Uitkomst, complete
from regioprotocol.parameterset.lookup import waarden_van
from regioprotocol.parameterset.records import ElkeRegel, ElkGeval, GetalGeval, LijstRegel
from regioprotocol.report.answer import antwoord
from regioprotocol.report.dutch import datum
from regioprotocol.resolve import Snapshot

_BREEDTE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitleg:
    """Everything that an explanation needs, gathered by the command."""

    snapshot: Snapshot
    index: Index
    regel: ElkeRegel
    feiten: Feiten
    op: date
    spoor: Spoor

    @property
    def uitkomst(self) -> Uitkomst:
        """Give the answer of the look-up."""
        return self.spoor.uitkomst

    @property
    def antwoord(self) -> str:
        """Give the answer as a sentence."""
        return antwoord(self.index, self.regel, self.spoor, self.op)


def als_dict(uitleg: Uitleg) -> dict[str, Any]:
    """Give the explanation as the public JSON has it."""
    return {
        "regel": uitleg.regel.regel,
        "op": uitleg.op.isoformat(),
        "waarde": waarde(uitleg),
        "antwoord": uitleg.antwoord,
        "herkomst": herkomst(uitleg.snapshot, uitleg.regel.regel, uitleg.uitkomst),
        "geval": uitleg.uitkomst.geval,
        "set": set_van(uitleg.index),
        "ontbrekend": list(uitleg.spoor.ontbrekend),
        "gevallen": [
            {
                "geval": g.geval.geval,
                "laag": g.geval.laag,
                "als": [{"sleutel": v.sleutel, "waarden": list(v.waarden)} for v in g.geval.als],
                "geldig": geldig(g.geval),
                "waarde": waarde_van(g.geval, uitleg.regel),
                "geldt": g.geldt,
                "reden": g.reden,
            }
            for g in uitleg.spoor.getoetst
        ],
    }


def waarde(uitleg: Uitleg) -> object:
    """Give the value: a list for a list, a number for a number, else text; the stand when there is none."""
    uitkomst = uitleg.uitkomst
    if uitkomst.stand != "waarde":
        return uitkomst.stand
    if isinstance(uitleg.regel, LijstRegel):
        return list(uitkomst.waarden)
    if uitkomst.gevallen and isinstance(uitkomst.gevallen[0], GetalGeval):
        return uitkomst.gevallen[0].waarde
    return uitkomst.waarden[0]


def waarde_van(geval: ElkGeval, regel: ElkeRegel) -> object:
    """Give the value of one case in the same form."""
    if geval.stand != "waarde":
        return geval.stand
    if isinstance(geval, GetalGeval):
        return geval.waarde
    return waarden_van(geval) if isinstance(regel, LijstRegel) else waarden_van(geval)[0]


def set_van(index: Index) -> dict[str, str]:
    """Name the set that answered."""
    return {"versie": index.parameterset.versie, "digest": index.parameterset.digest}


def herkomst(snapshot: Snapshot, regel: str, uitkomst: Uitkomst) -> dict[str, Any]:
    """Tell who decided: layer, source, file and line."""
    if uitkomst.uit_product and snapshot.gegevens and snapshot.gegevens.producten:
        code = uitkomst.geval.removeprefix("product:")
        product = next(p for p in snapshot.gegevens.producten.producten if p.code == code)
        plaats = product.plaatsen.van("maximale_duur", "code")
        bron = product.bron or "productcodetabel"
        return {"laag": "regio", "bron": bron, "bestand": plaats.bestand, "regelnummer": plaats.regelnummer}
    geval = snapshot.geval(regel, uitkomst.geval)
    if geval is None:
        return {"laag": "", "bron": "", "bestand": "", "regelnummer": 0}
    plaats = geval.afspraak.plaatsen.van()
    bron = "; ".join(geval.afspraak.bron)
    return {
        "laag": geval.afspraak.laag,
        "bron": bron,
        "bestand": plaats.bestand,
        "regelnummer": plaats.regelnummer,
    }


def geldig(geval: ElkGeval) -> str:
    """Write the days of a case as people do."""
    vanaf, tot = geval.vanaf, geval.tot_en_met
    if isinstance(vanaf, str) and isinstance(tot, str):
        return f"{vanaf} t/m {tot}"
    if isinstance(vanaf, str):
        return f"vanaf {vanaf}"
    return f"t/m {tot}" if isinstance(tot, str) else "altijd"


def als_tekst(uitleg: Uitleg) -> str:
    """Give the explanation for a person: the answer first."""
    return "\n".join(_regels(uitleg))


def _regels(uitleg: Uitleg) -> Iterator[str]:
    regel, uitkomst = uitleg.regel, uitleg.uitkomst
    yield from alinea(uitleg.antwoord)
    yield ""
    yield f"  {regel.vraag}"
    yield f"  Regel:           {regel.regel} ({regel.titel})"
    yield f"  Op:              {datum(uitleg.op)}"
    if uitleg.feiten:
        yield f"  Gegevens:        {feiten_tekst(uitleg.feiten)}"
    van = herkomst(uitleg.snapshot, regel.regel, uitkomst)
    if van["laag"]:
        yield f"  Wie bepaalt dit: {van['laag']} ({van['bron']})"
        yield f"  Bestand:         {van['bestand']}:{van['regelnummer']}"
        yield f"  Geval:           {uitkomst.geval}"
    yield f"  Parameterset:    {uitleg.index.parameterset.naam}, versie {uitleg.index.parameterset.versie}"
    yield f"                   {uitleg.index.parameterset.digest}"
    for geval in uitkomst.gevallen:
        for kop, tekst in (
            ("Reden", geval.reden),
            ("Besluit", geval.besluit),
            ("Opmerking", geval.opmerking),
        ):
            if isinstance(tekst, str):
                yield from alinea(f"{kop}: {tekst}", "  ")
    yield from _overig(uitleg)


def _overig(uitleg: Uitleg) -> Iterator[str]:
    feiten = complete(uitleg.index, uitleg.feiten)
    for woorden in uitleg.snapshot.verduidelijkingen.get(uitleg.regel.regel, ()):
        if not any(v.sleutel in feiten and feiten[v.sleutel].isdisjoint(v.waarden) for v in woorden.als):
            yield from _verduidelijking(woorden)
    if uitleg.spoor.ontbrekend:
        yield ""
        yield f"Weet u ook {', '.join(uitleg.spoor.ontbrekend)}? Dan kan het antwoord anders zijn (gebruik --als)."
    yield ""
    yield "Alle gevallen, in de volgorde waarin ze tellen:"
    for nummer, getoetst in enumerate(uitleg.spoor.getoetst, 1):
        geval = getoetst.geval
        gevonden = waarde_van(geval, uitleg.regel)
        tekst = ", ".join(gevonden) if isinstance(gevonden, list) else str(gevonden)
        als = feiten_tekst({v.sleutel: frozenset(v.waarden) for v in geval.als}) or ""
        geldt = "GELDT" if getoetst.geldt else "geldt niet"
        yield f"{nummer:3}. {geldt}: {tekst}"
        wie = f"als {als}" if als else "voor iedereen"
        bindend = ", bindend" if geval.bindend else ""
        yield f"     {geval.laag}{bindend}; {wie}; {geldig(geval)}; {geval.bron}"
        if not getoetst.geldt:
            yield f"     want {getoetst.reden}"


def _verduidelijking(afspraak: Afspraak) -> Iterator[str]:
    yield ""
    yield from alinea(f"Verduidelijking ({'; '.join(afspraak.bron)}): {afspraak.tekst}", "  ")
    if afspraak.opmerking:
        yield from alinea(f"Opmerking: {afspraak.opmerking}", "  ")


def feiten_tekst(feiten: Feiten) -> str:
    """Write facts as 'wet is Jw; situatie is a en b'."""
    return "; ".join(f"{sleutel} is {' of '.join(sorted(waarden))}" for sleutel, waarden in sorted(feiten.items()))


def alinea(tekst: str, inspringen: str = "") -> list[str]:
    """Wrap a paragraph for a terminal."""
    return textwrap.wrap(tekst, _BREEDTE, initial_indent=inspringen, subsequent_indent=inspringen) or [""]
