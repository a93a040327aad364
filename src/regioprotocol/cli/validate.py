"""validate: check a workspace and show every finding of one run."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from regioprotocol.cli.cache import Onthouden, bewaar, haal, sleutel
from regioprotocol.cli.options import JsonOption
from regioprotocol.cli.output import print_json, print_text
from regioprotocol.cli.places import today, workspace
from regioprotocol.cli.published import Vindplaats, check_regions, find_published, read_published

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
    vers: Annotated[bool, typer.Option("--vers", help="Controleer opnieuw, ook als er niets is veranderd.")] = False,
    tegen: Annotated[
        str | None,
        typer.Option(
            "--tegen",
            metavar="SET|MAP|GIT",
            help="Vergelijk de productcodes met wat is gepubliceerd: een parameterset.json, een map ermee, "
            "of een tag, tak of commit van git.",
        ),
    ] = None,
) -> None:
    """Check a workspace; what was checked before with the same bytes is not checked again."""
    folder, vandaag = workspace(map_), today()
    plek = find_published(tegen, folder) if tegen is not None else None
    naam = sleutel(folder, vandaag, plek.merk if plek else "")
    uitkomst = None if vers else haal(naam)
    if uitkomst is None:
        uitkomst = _controleer(folder, plek)
        bewaar(naam, uitkomst)
    if json or formaat is Formaat.JSON:
        print_json(uitkomst.json)
    else:
        print_text(uitkomst.github if formaat is Formaat.GITHUB else uitkomst.tekst)
    if uitkomst.fouten or (streng and uitkomst.waarschuwingen):
        raise typer.Exit(1)


def _controleer(folder: Path, tegen: Vindplaats | None) -> Onthouden:
    # Loaded only when there is something to check: it takes longer than reading a remembered outcome.
    from regioprotocol.pipeline import load, met_historie  # noqa: PLC0415
    from regioprotocol.report.findings import als_github, als_json, als_tekst  # noqa: PLC0415

    gelezen = load(folder, today())
    if tegen:
        was = read_published(tegen, folder)
        check_regions(was, gelezen.werkmap.regios)
        gelezen = met_historie(gelezen, was, today())
    return Onthouden(gelezen.fouten, gelezen.waarschuwingen, als_tekst(gelezen), als_json(gelezen), als_github(gelezen))
