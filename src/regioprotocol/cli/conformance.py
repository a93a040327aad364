"""conformance: run the suite through our own engine or any other program, and let our engine be run that way."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from regioprotocol.cli.dutch import Subopdracht
from regioprotocol.cli.files import read_below, read_set
from regioprotocol.cli.options import JsonOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.cli.places import conformance_folder
from regioprotocol.conformance.answers import Motor
from regioprotocol.conformance.process import NietTeStartenError, Programma
from regioprotocol.conformance.protocol import LANGSTE_REGEL, beantwoord
from regioprotocol.conformance.records import Geval
from regioprotocol.conformance.run import Uitslag, ander_programma, eigen_motor, voer_uit
from regioprotocol.conformance.suite import MAP, UITGAVE, SuiteError, lees, lees_uitgave, uitgave
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.report.conformance import als_dict, als_tekst

EXAMPLE: Final = (
    'Voorbeeld: regioprotocol conformance run build/mijn-regio/parameterset.json --opdracht "java -jar motor.jar"'
)

_SECONDEN: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")
_LANGSTE_WACHTTIJD: Final = 600

SetArg = Annotated[str, typer.Argument(metavar="SET", help="Een bestand parameterset.json.")]


def run(
    set_: SetArg,
    opdracht: Annotated[
        str | None,
        typer.Option(
            "--opdracht",
            metavar="OPDRACHT",
            help="Het programma dat antwoordt, zoals u het in een terminal typt. Zonder: onze eigen motor.",
        ),
    ] = None,
    alleen: Annotated[
        list[str] | None, typer.Option("--alleen", metavar="ID", help="Alleen dit geval. Mag vaker.")
    ] = None,
    gevallen: Annotated[
        Path | None,
        typer.Option(
            "--gevallen", metavar="MAP", help="Een map met gevallen. Zonder: die bij de set, of die van het programma."
        ),
    ] = None,
    wachttijd: Annotated[
        str, typer.Option("--wachttijd", metavar="SECONDEN", help="Hoe lang een antwoord mag duren.")
    ] = "10",
    json: JsonOption = False,
) -> None:
    """Put an engine through the cases that hold for a set."""
    pad, seconden = Path(set_), _seconden(wachttijd)
    parameterset = read_set(pad)
    motor = Motor.van(parameterset)
    gekozen = _kies(_gevallen(pad, gevallen, motor), alleen or [])
    uitslagen = _met_programma(opdracht, seconden, pad, gekozen) if opdracht else voer_uit(gekozen, eigen_motor(motor))
    if json:
        print_json(als_dict(parameterset, uitslagen))
    else:
        print_text(als_tekst(parameterset, uitslagen))
    if not all(uitslag.goed for uitslag in uitslagen):
        raise typer.Exit(1)


def serve(set_: SetArg) -> None:
    """Answer requests on the standard input, one JSON line each, until the input ends."""
    motor = Motor.van(read_set(Path(set_)))
    invoer, uitvoer = sys.stdin.buffer, sys.stdout.buffer
    try:
        while regel := invoer.readline(LANGSTE_REGEL):
            uitvoer.write(beantwoord(motor, regel))
            uitvoer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _met_programma(opdracht: str, wachttijd: float, set_: Path, gevallen: tuple[Geval, ...]) -> tuple[Uitslag, ...]:
    programma = Programma(_woorden(opdracht), wachttijd)
    try:
        return voer_uit(gevallen, ander_programma(programma, str(set_.resolve())))
    except NietTeStartenError:
        raise Gebruiksfout(f"We kunnen '{opdracht}' niet starten. Bestaat dit programma?") from None
    finally:
        programma.stop()


def _seconden(tekst: str) -> float:
    if not _SECONDEN.fullmatch(tekst) or not 0 < (seconden := float(tekst.replace(",", "."))) <= _LANGSTE_WACHTTIJD:
        raise Gebruiksfout(f"De wachttijd is een aantal seconden van meer dan 0 tot en met {_LANGSTE_WACHTTIJD}.")
    return seconden


def _woorden(opdracht: str) -> list[str]:
    windows = os.name == "nt"
    try:
        woorden = shlex.split(opdracht, posix=not windows)
    except ValueError:
        raise Gebruiksfout("In --opdracht staat een aanhalingsteken dat niet wordt gesloten.") from None
    if not woorden:
        raise Gebruiksfout("Achter --opdracht staat geen programma.")
    return [woord.strip('"') for woord in woorden] if windows else woorden


def _gevallen(set_: Path, folder: Path | None, motor: Motor) -> tuple[Geval, ...]:
    """Give the cases that travelled with the set, else those of a folder or of the program that hold for it."""
    bijgevoegd = set_.parent / MAP / UITGAVE
    try:
        if folder is None and bijgevoegd.is_file():
            gelezen = lees_uitgave(bijgevoegd.read_bytes())
            if gelezen.digest != motor.index.parameterset.digest:
                raise Gebruiksfout(
                    f"De gevallen in '{bijgevoegd}' horen bij een andere set. "
                    "Exporteer opnieuw, of noem met --gevallen een map."
                )
            return gelezen.gevallen
        gevonden = uitgave(lees(read_below(folder or conformance_folder())), motor.index).gevallen
    except SuiteError as error:
        raise Gebruiksfout(f"De gevallen kunnen we niet lezen: {error}.") from None
    if not gevonden:
        raise Gebruiksfout("Er is geen enkel geval voor deze set.")
    return gevonden


def _kies(gevallen: tuple[Geval, ...], alleen: list[str]) -> tuple[Geval, ...]:
    bekend = {geval.id for geval in gevallen}
    for id_ in alleen:
        if id_ not in bekend:
            raise Gebruiksfout(f"Het geval '{id_}' ken ik niet bij deze set. {bedoelde_u(id_, bekend)}".strip())
    return tuple(geval for geval in gevallen if geval.id in alleen) if alleen else gevallen


SUBOPDRACHTEN: Final = {
    "run": Subopdracht("Controleer een motor met de gevallen die bij een parameterset horen.", run, EXAMPLE),
    "serve": Subopdracht(
        "Laat onze eigen motor antwoorden: een vraag per regel, in JSON.",
        serve,
        "Voorbeeld: regioprotocol conformance serve build/mijn-regio/parameterset.json < vragen.jsonl",
    ),
}
