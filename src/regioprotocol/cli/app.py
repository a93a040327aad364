"""The program: its commands, and the last stop for what goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, Final

import typer

from regioprotocol.cli.dutch import DutchGroup, explain_error
from regioprotocol.cli.output import Gebruiksfout, NiemandLeestError, fix_streams

COMMANDS: Final = {
    "validate": "Controleer een werkmap en toon alle meldingen.",
    "explain": "Leg uit wat geldt en waarom; of wat een productcode, retourcode of melding betekent.",
    "deadline": "Reken uit wanneer iets uiterlijk moet gebeuren.",
    "summary": "Vat een regio samen: versie, gemeenten, en wat zij anders afspreekt.",
    "coverage": "Laat zien waar elke alinea van het brondocument is gebleven.",
    "diff": "Laat zien wat anders is: was en wordt.",
    "new": "Begin een nieuwe regio: bestanden met de vragen van het protocol.",
    "calculate": "Reken uit: tarief, bedrag, uren, productperiode of volume per week.",
    "check-message": "Controleer berichten (iWmo en iJw) met een parameterset.",
    "explain-message": "Laat zien welke regels bij een bericht zijn toegepast, en welke niet.",
    "conformance": "Controleer een motor met uitgewerkte voorbeelden.",
    "export": "Schrijf de bestanden voor software: parametersets, of Schematron.",
    "site": "Bouw de site, of laat hem zien op deze computer.",
    "document": "Maak van het protocol een document om vast te stellen: PDF of Word.",
    "products": "Breng productcodes uit Excel in een tabel, en haal ze er weer uit.",
}


class Program(DutchGroup):
    """The group with our commands."""

    table = COMMANDS


app = typer.Typer(
    name="regioprotocol",
    cls=Program,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Regionale administratieprotocollen voor iWmo en iJw: controleren, uitleggen, rekenen en uitwisselen.",
    epilog="Voorbeeld: regioprotocol explain mijn-regio vow.gebruik --als wet=Wmo",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 - only asked for here

        typer.echo(f"regioprotocol {version('regioprotocol')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Toon het versienummer.")
    ] = False,
) -> None:
    """Take the options of the program itself."""


def run() -> None:
    """Start the tool. A bug of ours and wrong use exit with 2, so that 1 always means findings."""
    fix_streams()
    # One short run makes millions of small objects and no garbage: collecting would take half of the time.
    gc.disable()
    try:
        code = app(standalone_mode=False)
    except Gebruiksfout as error:
        typer.echo(str(error), err=True)
        code = 2
    except typer.Abort:
        code = 130
    except NiemandLeestError:
        # Do not complain now, nor when Python flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # noqa: BLE001 - the last stop before the user
        code = _last_stop(error)
    sys.exit(code if isinstance(code, int) else 0)


def _last_stop(error: Exception) -> int:
    if hasattr(error, "format_message"):  # Typer's own usage errors
        if type(error).__name__ == "NoArgsIsHelpError":
            typer.echo(str(getattr(error, "message", "")))
        else:
            context = getattr(error, "ctx", None)
            path = getattr(context, "command_path", "regioprotocol")
            known = getattr(getattr(context, "command", None), "list_commands", lambda _: COMMANDS)(context)
            typer.echo(explain_error(error, known), err=True)
            typer.echo(f"Meer uitleg: {path} --help", err=True)
        return 2
    typer.echo("Er ging iets mis in het programma zelf. Dat ligt niet aan u. Meld het met deze tekst:", err=True)
    import traceback  # noqa: PLC0415 - only for a bug of ours

    # No locals: messages hold personal data, and a trace ends up in logs.
    traceback.print_exception(type(error), error, error.__traceback__)
    return 2
