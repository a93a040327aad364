"""explain-message: which rules and cases decided about a message, and which did not apply and why."""

from __future__ import annotations

from typing import Final

import typer

from regioprotocol.cli.message_options import (
    AlsOption,
    BerichtArg,
    OpOption,
    SetArg,
    ToonOption,
    existing,
    prepare,
)
from regioprotocol.cli.options import JsonOption
from regioprotocol.cli.output import print_json, print_text
from regioprotocol.engine.explain import Berichtuitleg, explain
from regioprotocol.engine.explain_series import Reeksuitleg, explain_series
from regioprotocol.engine.reading import read_messages
from regioprotocol.report.message_explanation import als_dict, als_tekst

EXAMPLE: Final = "Voorbeeld: regioprotocol explain-message parameterset.json WMO317.xml --als gemeente=0200"


def command(
    set_: SetArg,
    berichten: BerichtArg,
    als: AlsOption = None,
    op: OpOption = None,
    toon_waarden: ToonOption = False,
    json: JsonOption = False,
) -> None:
    """Account for messages one by one, then for each series. Exit code 1 when there is at least one fout."""
    paden = existing(berichten)
    beoordeling = prepare(set_, als or (), op, toon_waarden=toon_waarden, xsd=None)
    uitleg: list[Berichtuitleg] = []
    van_reeksen: list[Reeksuitleg] = []
    for reeks in read_messages(paden, beoordeling.instelling):
        gelezen = list(reeks.gelezen)
        uitleg += [explain(beoordeling.opdracht, g) for g in gelezen]
        samen = explain_series(beoordeling.opdracht, reeks.naam, gelezen)
        van_reeksen += [samen] if samen else []
    if json:
        print_json(als_dict(uitleg, van_reeksen, beoordeling.parameterset))
    else:
        print_text(als_tekst(uitleg, van_reeksen, beoordeling.parameterset))
    gevonden = [*(u.bevindingen for u in uitleg), *(r.bevindingen for r in van_reeksen)]
    if any(b.ernst == "fout" for bevindingen in gevonden for b in bevindingen):
        raise typer.Exit(1)
