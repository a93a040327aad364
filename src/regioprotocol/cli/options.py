"""The options that commands share, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

RegioArg = Annotated[
    str,
    typer.Argument(
        metavar="REGIO",
        help="Naam of afkorting van een regio, naam of code van een gemeente, of 'standaard'.",
    ),
]
RegioOption = Annotated[
    str,
    typer.Option("--regio", metavar="REGIO", help="Naam of afkorting van een regio, of naam of code van een gemeente."),
]
MapOption = Annotated[
    Path | None,
    typer.Option(
        "--map",
        metavar="MAP",
        help="De werkmap met 'regions'. Zonder deze optie: deze map of een map erboven.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Geef JSON, voor een programma.")]
AlsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--als",
        metavar="GEGEVEN=WAARDE",
        help="Wat u weet, zoals wet=Wmo. Mag vaker; meer waarden met een komma.",
    ),
]
OpOption = Annotated[
    str | None,
    typer.Option("--op", metavar="DATUM", help="De dag waarop het geldt: 30-01-2026 of 2026-01-30. Zonder: vandaag."),
]
StandOption = Annotated[
    str | None,
    typer.Option("--stand", metavar="DATUM", help="Antwoord met wat op deze dag was vastgesteld."),
]
