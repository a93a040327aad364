"""Whose rules hold: said once for a message that the region of the set has nothing to say about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.rules.registry import Berichtregel

_ALLE: Final = ("301", "305", "307", "315", "317", "319", "323", "325")


def alleen_landelijk(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Say that only national rules were judged: another region's municipality, or a day before the protocol."""
    if not ctx.gemeente or not ctx.naslag.index.parameterset.deelname:
        return
    gedeeld = ctx.gedeeld(alleen_landelijk.__name__)
    if "waarom" not in gedeeld:
        gedeeld["waarom"] = _waarom(ctx)
    if not gedeeld["waarom"]:
        return
    header = ctx.bericht.header
    veld = "afzender" if header.afzender == ctx.gemeente else "ontvanger"
    tekst = f"{gedeeld['waarom']}: alleen landelijke regels."
    yield ctx.meld("RP931", header, veld, tekst, regel="", retourcode="", gevonden=ctx.gemeente)


def _waarom(ctx: Berichtcontext) -> str:
    """Say why the region has nothing to say; nothing when it has."""
    p = ctx.naslag.index.parameterset
    if not any(d.gemeente == ctx.gemeente for d in p.deelname):
        return f"De gemeente {ctx.gemeente} hoort niet bij de regio {p.naam}"
    if not ctx.regionaal:
        wet = ctx.bericht.header.wet
        return f"De gemeente {ctx.gemeente} doet voor de {wet} op deze dag niet mee in de regio {p.naam}"
    begin = _begin_na(ctx)
    return f"Het protocol van de regio {p.naam} geldt pas vanaf {begin}" if begin else ""


def _begin_na(ctx: Berichtcontext) -> str:
    """Give the first day of the protocol when the message is older."""
    dag = ctx.dag.isoformat()
    dagen = [v.vanaf for v in ctx.naslag.index.parameterset.versies if isinstance(v.vanaf, str)]
    return min(dagen) if dagen and dag < min(dagen) else ""


REGELS: Final = (Berichtregel(("regio",), _ALLE, alleen_landelijk),)
