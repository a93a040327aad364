"""Whose rules hold: said once for a message that the region of the set has nothing to say about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.rules.registry import Berichtregel

_ALLE: Final = ("301", "305", "307", "315", "317", "319", "323", "325")


def alleen_landelijk(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Say that only national rules were judged: another region's municipality, or a day before the protocol."""
    p = ctx.naslag.index.parameterset
    if not ctx.gemeente or not p.deelname:
        return
    header = ctx.bericht.header
    veld = "afzender" if header.afzender == ctx.gemeente else "ontvanger"
    waarom = ""
    if not any(d.gemeente == ctx.gemeente for d in p.deelname):
        waarom = f"De gemeente {ctx.gemeente} hoort niet bij de regio {p.naam}"
    elif not ctx.regionaal:
        waarom = f"De gemeente {ctx.gemeente} doet voor de {header.wet} op deze dag niet mee in de regio {p.naam}"
    elif begin := _begin_na(ctx):
        waarom = f"Het protocol van de regio {p.naam} geldt pas vanaf {begin}"
    if waarom:
        tekst = f"{waarom}: alleen landelijke regels."
        yield ctx.meld("RP931", header, veld, tekst, regel="", retourcode="", gevonden=ctx.gemeente)


def _begin_na(ctx: Berichtcontext) -> str:
    """Give the first day of the protocol when the message is older."""
    dagen = [str(v.vanaf) for v in ctx.naslag.index.parameterset.versies if isinstance(v.vanaf, str)]
    return min(dagen) if dagen and ctx.dag < date.fromisoformat(min(dagen)) else ""


REGELS: Final = (Berichtregel(("regio",), _ALLE, alleen_landelijk),)
