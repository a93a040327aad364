"""check-message: what a region would reject in these messages, why, and what to send again."""

from __future__ import annotations

from typing import Final

import typer

from regioprotocol.cli.message_options import (
    AlsOption,
    BerichtArg,
    OntvangenOption,
    OpOption,
    SetArg,
    ToonOption,
    XsdOption,
    existing,
    moments,
    prepare,
)
from regioprotocol.cli.options import JsonOption
from regioprotocol.cli.output import print_json, print_text
from regioprotocol.engine.check import check_with
from regioprotocol.report.messages import als_dict, als_tekst

EXAMPLE: Final = "Voorbeeld: regioprotocol check-message parameterset.json berichten/ --als gemeente=0200"


def command(
    set_: SetArg,
    berichten: BerichtArg,
    als: AlsOption = None,
    op: OpOption = None,
    toon_waarden: ToonOption = False,
    ontvangen: OntvangenOption = None,
    xsd: XsdOption = None,
    json: JsonOption = False,
) -> None:
    """Check messages. Exit code 1 when there is at least one fout."""
    paden = existing(berichten)
    beoordeling = prepare(set_, als or (), op, toon_waarden=toon_waarden, xsd=xsd)
    opdracht = beoordeling.opdracht
    if ontvangen is not None:
        opdracht = opdracht._replace(tijden=moments(ontvangen, beoordeling.parameterset))
    uitslag = check_with(opdracht, paden, beoordeling.instelling)
    if json:
        print_json(als_dict(uitslag, beoordeling.parameterset))
    else:
        print_text(als_tekst(uitslag, beoordeling.parameterset))
    if not uitslag.goed:
        raise typer.Exit(1)
