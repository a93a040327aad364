"""export: the parameter sets of regions, for engines to import."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import msgspec
import typer

from regioprotocol.cli.files import read_below, write_whole
from regioprotocol.cli.lookup import STANDAARD, blocking, read, read_for
from regioprotocol.cli.options import JsonOption, MapOption
from regioprotocol.cli.output import print_json, print_text
from regioprotocol.cli.places import conformance_folder
from regioprotocol.conformance.records import Geval
from regioprotocol.conformance.suite import bijlage, lees
from regioprotocol.export import bundel
from regioprotocol.export.bundle import Bestand, beschrijf, met_manifest
from regioprotocol.export.parameterset import build
from regioprotocol.export.schematron import schematrons
from regioprotocol.pipeline import Gelezen
from regioprotocol.report.dutch import aantal
from regioprotocol.report.findings import tekst_van
from regioprotocol.resolve import resolve

EXAMPLE = "Voorbeeld: regioprotocol export mijn-regio --uit build"
_SCHEMATRON: Final = "schematron"


class Formaat(StrEnum):
    """What is written."""

    BUNDEL = "bundel"
    SCHEMATRON = _SCHEMATRON


class Inhoud(NamedTuple):
    """What goes out for a region: files below its folder, and the digest of its set."""

    bestanden: Mapping[str, bytes]
    digest: str


def command(
    uit: Annotated[
        Path,
        typer.Option("--uit", metavar="MAP", help="De map waarin de bestanden komen, een map per regio."),
    ],
    regios: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REGIO]...", help="De regio's; zonder: alle, en de standaard."),
    ] = None,
    formaat: Annotated[
        Formaat,
        typer.Option(
            "--formaat",
            help="bundel: de parameterset met wat erbij hoort. schematron: de regels binnen één bericht als ISO "
            "Schematron, een bestand per bericht en wet, in de map 'schematron'.",
        ),
    ] = Formaat.BUNDEL,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Schrijf de bestanden voor software van een of meer regio's: parametersets, of Schematron."""
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
    mappen = _schematrons(gelezen, namen) if formaat is Formaat.SCHEMATRON else _bundels(gelezen, namen)
    geschreven: list[Bestand] = []
    for naam, inhoud in mappen.items():
        write_whole(uit / naam, inhoud.bestanden)
        geschreven += [beschrijf(f"{naam}/{pad}", data) for pad, data in sorted(inhoud.bestanden.items())]
    if json:
        print_json({"bestanden": [msgspec.to_builtins(bestand) for bestand in geschreven]})
        return
    for naam, inhoud in mappen.items():
        aantal_ = aantal(len(inhoud.bestanden), "bestand", "bestanden")
        print_text(f"{uit / naam}: {aantal_}, {inhoud.digest}")


def _schematrons(gelezen: Gelezen, namen: list[str | None]) -> dict[str, Inhoud]:
    """Give the Schematron files of every region, in a folder of their own beside the other files."""
    mappen = {}
    for naam in namen:
        parameterset = build(resolve(gelezen.werkmap, naam))
        bestanden = {f"{_SCHEMATRON}/{pad}": inhoud for pad, inhoud in schematrons(parameterset).items()}
        mappen[naam or STANDAARD] = Inhoud(bestanden, parameterset.digest)
    return mappen


def _bundels(gelezen: Gelezen, namen: list[str | None]) -> dict[str, Inhoud]:
    """Give the set of every region with its files, and the cases that hold for it, for any engine to prove itself."""
    suite = read_below(conformance_folder())
    gevallen = lees(suite)
    return {naam or STANDAARD: _met_gevallen(gelezen, naam, suite, gevallen) for naam in namen}


def _met_gevallen(
    gelezen: Gelezen, naam: str | None, suite: Mapping[str, bytes], gevallen: tuple[Geval, ...]
) -> Inhoud:
    inhoud = bundel(resolve(gelezen.werkmap, naam))
    erbij = bijlage(suite, gevallen, inhoud.parameterset)
    alles = met_manifest(inhoud.parameterset, {**inhoud.bestanden, **erbij})
    return Inhoud(alles.bestanden, alles.parameterset.digest)
