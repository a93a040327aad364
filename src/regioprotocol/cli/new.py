"""new: the files of a new region, to start from."""

from __future__ import annotations

import re
from typing import Annotated, Final

import typer

from regioprotocol.cli.files import write_new
from regioprotocol.cli.lookup import STANDAARD, read
from regioprotocol.cli.options import MapOption
from regioprotocol.cli.output import Gebruiksfout, print_text
from regioprotocol.cli.places import today, workspace
from regioprotocol.export.starter import starter
from regioprotocol.report.dutch import aantal
from regioprotocol.resolve import resolve

EXAMPLE = "Voorbeeld: regioprotocol new mijn-regio --naam 'Mijn regio'"
_NAAM: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def command(
    regio: Annotated[
        str, typer.Argument(metavar="REGIO", help="De naam van de map: kleine letters, cijfers en streepjes.")
    ],
    naam: Annotated[
        str | None, typer.Option("--naam", metavar="NAAM", help="De naam zoals mensen hem schrijven.")
    ] = None,
    map_: MapOption = None,
) -> None:
    """Begin een nieuwe regio: bestanden met de vragen van het protocol."""
    if not _NAAM.fullmatch(regio):
        voorstel = re.sub(r"[^a-z0-9]+", "-", regio.lower()).strip("-")
        raise Gebruiksfout(f"'{regio}' kan geen naam van een map zijn. Bedoelde u '{voorstel or 'mijn-regio'}'?")
    if regio == STANDAARD:
        raise Gebruiksfout(f"'{regio}' is de naam van de landelijke standaard. Kies een andere naam.")
    folder = map_ or workspace(None)
    if (folder / "regions" / regio).exists():
        raise Gebruiksfout(f"De map regions/{regio} bestaat al. Er is niets veranderd.")
    gelezen = read(folder)
    bestanden = starter(regio, naam or regio.replace("-", " ").capitalize(), resolve(gelezen.werkmap), today())
    write_new(folder, {pad: tekst.encode("utf-8") for pad, tekst in bestanden.items()})
    print_text(f"Gemaakt in '{folder}': {aantal(len(bestanden), 'bestand', 'bestanden')}.")
    print_text(f"Begin met regions/{regio}/regio.yaml. Lees daarna de vragen in de andere bestanden.")
    print_text("Controleren: regioprotocol validate")
