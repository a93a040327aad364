"""export: the parameter sets of regions, for engines to import."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from regioprotocol.cli.files import read_below, write_whole
from regioprotocol.cli.lookup import STANDAARD, blocking, read, read_for
from regioprotocol.cli.options import JsonOption, MapOption
from regioprotocol.cli.output import print_json, print_text
from regioprotocol.cli.places import conformance_folder
from regioprotocol.conformance.records import Geval
from regioprotocol.conformance.suite import bijlage, lees
from regioprotocol.export import Bundel, bundel
from regioprotocol.export.bundle import Bestand, beschrijf, met_manifest
from regioprotocol.report.dutch import aantal
from regioprotocol.report.findings import tekst_van
from regioprotocol.resolve import resolve

EXAMPLE = "Voorbeeld: regioprotocol export mijn-regio --uit build"


def command(
    uit: Annotated[
        Path,
        typer.Option("--uit", metavar="MAP", help="De map waarin de bestanden komen, een map per regio."),
    ],
    regios: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REGIO]...", help="De regio's; zonder: alle, en de standaard."),
    ] = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Schrijf de bestanden voor software (parametersets) van een of meer regio's."""
    if regios:
        gelezen, vragen = read_for(map_, regios)
        namen = list(dict.fromkeys([None, *(vraag.regio for vraag in vragen)]))
    else:
        gelezen = read(map_)
        namen = [None, *gelezen.werkmap.regios]
    fouten = sorted({m for naam in namen for m in blocking(gelezen, naam)}, key=lambda m: m.sorteersleutel)
    if fouten:
        print_text("\n\n".join(tekst_van(melding) for melding in fouten))
        print_text("\nEr is niets geschreven. Verbeter eerst deze fouten.")
        raise typer.Exit(1)
    # Everything is made before anything is written.
    suite = read_below(conformance_folder())
    gevallen = lees(suite)
    mappen = {
        naam or STANDAARD: _met_gevallen(bundel(resolve(gelezen.werkmap, naam)), suite, gevallen) for naam in namen
    }
    geschreven: list[Bestand] = []
    for naam, inhoud in mappen.items():
        write_whole(uit / naam, inhoud.bestanden)
        geschreven += [beschrijf(f"{naam}/{pad}", data) for pad, data in sorted(inhoud.bestanden.items())]
    if json:
        print_json({"bestanden": [msgspec.to_builtins(bestand) for bestand in geschreven]})
        return
    for naam, inhoud in mappen.items():
        print_text(
            f"{uit / naam}: {aantal(len(inhoud.bestanden), 'bestand', 'bestanden')}, {inhoud.parameterset.digest}"
        )


def _met_gevallen(inhoud: Bundel, suite: Mapping[str, bytes], gevallen: tuple[Geval, ...]) -> Bundel:
    """Add the cases that hold for this set, for any engine to prove itself with."""
    erbij = bijlage(suite, gevallen, inhoud.parameterset)
    return met_manifest(inhoud.parameterset, {**inhoud.bestanden, **erbij})
