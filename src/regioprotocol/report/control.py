"""A national rule (TR418) or a return code (0611) for a person: what it means first, then causes and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from regioprotocol.diagnostics import opsomming
from regioprotocol.model.controle import Controle
from regioprotocol.model.woordenboek import Code, Codelijst
from regioprotocol.report.explanation import alinea
from regioprotocol.resolve import Snapshot


def betekenissen(snapshot: Snapshot, retourcode: str) -> list[tuple[Codelijst, Code]]:
    """Give what the national lists say of a return code; nothing when no list has it."""
    return [
        (lijst, code)
        for lijst in snapshot.woordenboek.codelijsten.values()
        if (code := lijst.codes.get(retourcode)) and code.berichten
    ]


def met_retourcode(snapshot: Snapshot, retourcode: str) -> list[Controle]:
    """Give the rules that have this return code, by number."""
    controles = snapshot.woordenboek.controles
    return [controle for _, controle in sorted(controles.items()) if controle.retourcode == retourcode]


def regels_over(snapshot: Snapshot, controle: Controle) -> list[str]:
    """Give the names of the rules of the protocol whose source is this national rule, here or in a case."""
    return [
        naam
        for naam, regel in snapshot.regels.items()
        if controle.nummer in regel.bron or any(controle.nummer in g.afspraak.bron for g in snapshot.gevallen[naam])
    ]


def controle_als_dict(snapshot: Snapshot, controle: Controle) -> dict[str, Any]:
    """Give a national rule as the public JSON has it."""
    return {
        "controle": controle.nummer,
        "soort": controle.soort,
        "niveau": controle.niveau,
        "wet": list(controle.wetten),
        "berichten": list(controle.berichten),
        "zin": controle.zin,
        "wat_nu": controle.wat_nu,
        "oorzaken": list(controle.oorzaken),
        "opmerking": controle.opmerking,
        "retourcodes": [
            {"wet": r.wet, "bericht": r.bericht, "retourcode": r.code}
            for r in snapshot.woordenboek.retourcodes_van(controle)
        ],
        "regels": regels_over(snapshot, controle),
    }


def retourcode_als_dict(snapshot: Snapshot, retourcode: str) -> dict[str, Any]:
    """Give a return code as the public JSON has it: its meaning a list, and the rules behind it."""
    return {
        "retourcode": retourcode,
        "betekenissen": [
            {"wet": list(lijst.wetten), "berichten": list(code.berichten), "betekenis": code.betekenis}
            for lijst, code in betekenissen(snapshot, retourcode)
        ],
        "controles": [controle_als_dict(snapshot, controle) for controle in met_retourcode(snapshot, retourcode)],
    }


def controle_als_tekst(snapshot: Snapshot, controle: Controle) -> str:
    """Give a national rule for a terminal."""
    return "\n".join(_controle(snapshot, controle))


def retourcode_als_tekst(snapshot: Snapshot, retourcode: str) -> str:
    """Give a return code for a terminal; the rule behind it when there is one, else all of them in short."""
    return "\n".join(_retourcode(snapshot, retourcode))


def _controle(snapshot: Snapshot, controle: Controle) -> Iterator[str]:
    yield from alinea(controle.zin)
    yield ""
    yield f"  Regel:          {controle.nummer} ({controle.soort})"
    yield f"  Wet:            {opsomming(controle.wetten)}"
    if controle.berichten:
        yield f"  Berichten:      {opsomming(controle.berichten)}"
    if controle.niveau:
        yield f"  Te controleren: {controle.niveau}"
        yield f"  Retourcode:     {_codes(snapshot, controle)}"
    yield from _uitleg(snapshot, controle)


def _uitleg(snapshot: Snapshot, controle: Controle) -> Iterator[str]:
    """Give the causes, what to do, what is odd in the sources, and where the protocol says more."""
    for kop, tekst in (
        ("Vaak is dit de oorzaak: ", "; ".join(controle.oorzaken)),
        ("Wat u kunt doen: ", controle.wat_nu),
        ("Opmerking: ", controle.opmerking),
    ):
        if tekst:
            yield ""
            yield from alinea(f"{kop}{tekst}{'' if tekst.endswith('.') else '.'}", "  ")
    if regels := regels_over(snapshot, controle):
        regio = snapshot.regio.naam if snapshot.regio else "standaard"
        yield ""
        yield "  Meer hierover:"
        yield from (f"    regioprotocol explain {regio} {naam}" for naam in regels)


def _codes(snapshot: Snapshot, controle: Controle) -> str:
    """Write '0611 bij 323', with the law when only one of two has the code."""
    rijen = snapshot.woordenboek.retourcodes_van(controle)
    if not rijen:
        return "geen"
    berichten = opsomming(list(dict.fromkeys(rij.bericht for rij in rijen)))
    wetten = list(dict.fromkeys(rij.wet for rij in rijen))
    alleen = "" if len(wetten) == len(controle.wetten) else f" (alleen {opsomming(wetten)})"
    return f"{controle.retourcode} bij {berichten}{alleen}"


def _retourcode(snapshot: Snapshot, retourcode: str) -> Iterator[str]:
    gevonden = betekenissen(snapshot, retourcode)
    # The lists of the two laws differ in a full stop at most, or they do differ.
    teksten = {code.betekenis.rstrip("."): lijst for lijst, code in gevonden}
    for tekst, lijst in teksten.items():
        yield from alinea(f"{tekst}." if len(teksten) == 1 else f"{opsomming(lijst.wetten)}: {tekst}.")
    yield ""
    yield f"  Retourcode:     {retourcode}"
    yield f"  Wet:            {opsomming(list(dict.fromkeys(w for lijst, _ in gevonden for w in lijst.wetten)))}"
    yield f"  Berichten:      {opsomming(list(dict.fromkeys(b for _, code in gevonden for b in code.berichten)))}"
    regels = met_retourcode(snapshot, retourcode)
    if len(regels) == 1:
        yield f"  Regel:          {regels[0].nummer} ({regels[0].soort})"
        yield ""
        yield from alinea(regels[0].zin, "  ")
        yield from _uitleg(snapshot, regels[0])
    elif regels:
        yield ""
        voorbeeld = f"regioprotocol explain {regels[0].nummer}"
        yield f"  Deze code hoort bij {len(regels)} regels. Meer over zo'n regel: {voorbeeld}"
        for controle in regels:
            eerste, *rest = alinea(f"{controle.nummer}  {controle.zin}", "    ")
            yield eerste
            yield from (f"       {regel}" for regel in rest)
