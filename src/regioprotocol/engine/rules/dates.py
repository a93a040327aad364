"""Dates that cannot be: of the message, of birth, of a start or a stop (TR135, TR002, TR134, TR018, OP011)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import Client, Relatie
from regioprotocol.engine.rules.registry import Berichtregel

_ALLE: Final = ("301", "305", "307", "315", "317", "319", "323", "325")
_MET_GEBOORTEDATUM: Final = ("301", "305", "307", "315")
_HOOGSTE_LEEFTIJD: Final = 120  # TR002
_ONBEKEND: Final = "3"  # code list COD170: day, month and year are not known


def dagtekening(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a message of a day that has not come yet (TR135)."""
    header = ctx.bericht.header
    if header.dagtekening is not None and header.dagtekening > ctx.vandaag:
        yield ctx.meld(
            "RP937",
            header,
            "dagtekening",
            "De dagtekening van het bericht ligt in de toekomst.",
            regel="TR135",
            verwacht=f"uiterlijk {ctx.vandaag.isoformat()}",
        )


def geboortedatum(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Compare dates of birth with the date of the message: not later (TR134), and of a client at most 120 years
    earlier, unless it is not known (TR002).
    """
    client, op = ctx.bericht.client, ctx.bericht.header.dagtekening
    if client is None or op is None:
        return
    personen: tuple[Client | Relatie, ...] = (client, *client.relaties)
    for persoon in personen:
        geboren = persoon.geboortedatum
        if geboren is not None and geboren > op:
            yield _geboortedatum(ctx, persoon, "TR134", "ligt na de dagtekening van het bericht", op)
    geboren = client.geboortedatum
    te_oud = geboren is not None and geboren < _jaren_eerder(op, _HOOGSTE_LEEFTIJD)
    if te_oud and client.datumgebruik != _ONBEKEND:
        yield _geboortedatum(ctx, client, "TR002", f"ligt meer dan {_HOOGSTE_LEEFTIJD} jaar voor de dagtekening", op)


def einde_van_stop(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a stop that ends before it began (TR018)."""
    for stop in ctx.bericht.client.gestopt if ctx.bericht.client else ():
        if stop.begindatum is not None and stop.einddatum is not None and stop.einddatum < stop.begindatum:
            yield ctx.meld(
                "RP937",
                stop,
                "einddatum",
                "De einddatum ligt voor de begindatum.",
                regel="TR018",
                verwacht=f"een dag vanaf {stop.begindatum.isoformat()}",
                oorzaak="de twee datums zijn verwisseld, of er is een typefout in het jaar",
            )


def begin_van_start(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Point at a start that is still to come: a start is reported after care began (OP011)."""
    op = ctx.bericht.header.dagtekening
    for start in ctx.bericht.client.gestart if ctx.bericht.client and op else ():
        if start.begindatum is not None and op is not None and start.begindatum > op:
            yield ctx.meld(
                "RP983",
                start,
                "begindatum",
                "De begindatum ligt na de dagtekening. Een start meldt u als de zorg echt is begonnen.",
                regel="OP011",
                retourcode="",
                verwacht=f"uiterlijk {op.isoformat()}",
            )


def _geboortedatum(ctx: Berichtcontext, persoon: Client | Relatie, regel: str, hoe: str, op: date) -> Bevinding:
    return ctx.meld(
        "RP937",
        persoon,
        "geboortedatum",
        f"De geboortedatum {hoe}.",
        regel=regel,
        verwacht=f"uiterlijk {op.isoformat()}" if regel == "TR134" else f"vanaf {_jaren_eerder(op, _HOOGSTE_LEEFTIJD)}",
    )


def _jaren_eerder(dag: date, jaren: int) -> date:
    try:
        return dag.replace(year=dag.year - jaren)
    except ValueError:  # 29 February, or before the first year
        return date.min if dag.year <= jaren else dag.replace(year=dag.year - jaren, day=28)


REGELS: Final = (
    Berichtregel(("TR135",), _ALLE, dagtekening),
    Berichtregel(("TR002", "TR134"), _MET_GEBOORTEDATUM, geboortedatum),
    Berichtregel(("TR018",), ("307",), einde_van_stop),
    Berichtregel(("OP011",), ("305",), begin_van_start),
)
