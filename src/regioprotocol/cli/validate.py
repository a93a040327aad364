"""validate: check a workspace and show every finding of one run."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from regioprotocol.cli.lookup import read
from regioprotocol.cli.options import JsonOption
from regioprotocol.cli.output import print_json, print_text
from regioprotocol.report.findings import als_github, als_json, als_tekst

EXAMPLE = "Voorbeeld: regioprotocol validate . --streng"


class Formaat(StrEnum):
    """The forms in which findings can be shown."""

    TEKST = "tekst"
    JSON = "json"
    GITHUB = "github"


def command(
    map_: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="De werkmap met 'regions'. Zonder: deze map of een map erboven."),
    ] = None,
    formaat: Annotated[Formaat, typer.Option("--formaat", help="Hoe de meldingen eruitzien.")] = Formaat.TEKST,
    json: JsonOption = False,
    streng: Annotated[bool, typer.Option("--streng", help="Geef ook bij een waarschuwing afsluitcode 1.")] = False,
) -> None:
    """Controleer een werkmap en toon alle meldingen."""
    gelezen = read(map_)
    if json or formaat is Formaat.JSON:
        print_json(als_json(gelezen))
    else:
        print_text(als_github(gelezen) if formaat is Formaat.GITHUB else als_tekst(gelezen))
    if gelezen.fouten or (streng and gelezen.waarschuwingen):
        raise typer.Exit(1)
