"""products export: the product code table of a region as a file for people or programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from regioprotocol.cli.files import write_file
from regioprotocol.cli.lookup import Vraag, answerer, blocking, day, read_for
from regioprotocol.cli.options import JsonOption, MapOption, RegioOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.cli.places import today
from regioprotocol.export.product_files import als_csv, als_json
from regioprotocol.export.product_sheet import Berekend, Productblad, productblad
from regioprotocol.export.product_workbook import CelTeLangError, werkboek
from regioprotocol.model.product import Producttabel
from regioprotocol.model.regio import Regio
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.parameterset import Index
from regioprotocol.report.dutch import aantal, datum_kort
from regioprotocol.report.findings import tekst_van
from regioprotocol.tables.derived import per_minuut_van

EXAMPLE = "Voorbeeld: regioprotocol products export --regio mijn-regio --uit producten.xlsx"


class Formaat(StrEnum):
    """The kinds of file; each is also the end of a file name."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


def command(
    regio: RegioOption,
    uit: Annotated[Path, typer.Option("--uit", metavar="BESTAND", help="Het bestand dat we schrijven.")],
    formaat: Annotated[
        Formaat | None,
        typer.Option("--formaat", help="Zonder: zoals de naam van het bestand eindigt."),
    ] = None,
    op: Annotated[
        str | None,
        typer.Option(
            "--op", metavar="DATUM", help="Alleen wat op deze dag geldt. Zonder: alles, met de hele looptijd."
        ),
    ] = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Make the file, and write it whole or not at all."""
    soort = _formaat(uit, formaat)
    dag = day(op, date.max) if op else None
    gelezen, (vraag,) = read_for(map_, [regio])
    if fouten := blocking(gelezen, vraag.regio):
        print_text("\n\n".join(tekst_van(melding) for melding in fouten))
        print_text("\nEr is niets geschreven. Verbeter eerst deze fouten.")
        raise typer.Exit(1)
    gegevens, tabel = _tabel(gelezen.werkmap, vraag, regio)
    woordenboek = gelezen.werkmap.woordenboek
    berekend = _per_minuut(answerer(gelezen.werkmap, vraag.regio).index, dag)
    blad = productblad(gegevens, tabel, woordenboek.kolommen, dag, berekend)
    match soort:
        case Formaat.CSV:
            inhoud = als_csv(blad)
        case Formaat.JSON:
            inhoud = als_json(blad, tabel)
        case Formaat.XLSX:
            inhoud = _excel(blad, woordenboek)
    write_file(uit, inhoud)
    if json:
        print_json(
            {
                "bestand": str(uit),
                "formaat": soort.value,
                "regio": blad.regio,
                "op": dag.isoformat() if dag else None,
                "producten": len(blad.rijen),
                "rijen": len(blad.regels),
                "digest": blad.digest,
            }
        )
    else:
        print_text(_zin(uit, blad))


def _formaat(uit: Path, gevraagd: Formaat | None) -> Formaat:
    """Take the format from the name of the file, or check that the two agree: Excel refuses a CSV named .xlsx."""
    if uit.is_dir():
        raise Gebruiksfout(f"'{uit}' is een map. Noem een bestand, zoals '{uit / 'producten.xlsx'}'.")
    naam = next((soort for soort in Formaat if uit.suffix.lower() == f".{soort}"), None)
    if gevraagd is None and naam is None:
        raise Gebruiksfout(f"Welk soort bestand is '{uit}'? Geef --formaat, of noem het '{uit.name}.xlsx'.")
    if gevraagd and naam and gevraagd is not naam:
        raise Gebruiksfout(f"U vraagt om {gevraagd}, maar '{uit}' eindigt op .{naam}. Verander een van de twee.")
    return gevraagd or naam or Formaat.XLSX


def _tabel(werkmap: Werkmap, vraag: Vraag, woord: str) -> tuple[Regio, Producttabel]:
    if vraag.regio is None:
        wie = f"Bij '{woord}' kennen we geen regio." if vraag.let_op else "De landelijke standaard heeft geen tabel."
        raise Gebruiksfout(f"{wie} Noem een regio.")
    gegevens = werkmap.regios[vraag.regio]
    if gegevens.producten is None:
        tekst = f"{gegevens.regio.titel} heeft nog geen productcodetabel."
        raise Gebruiksfout(f"{tekst} Maak eerst productcodes/{vraag.regio}.yaml.")
    return gegevens.regio, gegevens.producten


def _per_minuut(index: Index, op: date | None) -> Berekend:
    """Give the tariff per minute of every hourly tariff that is declared in minutes, by its line in the sheet."""
    gevonden: dict[tuple[str, str, str], Mapping[str, str]] = {}
    for product in index.parameterset.producten:
        for tarief in product.tarieven:
            vanaf = tarief.vanaf if isinstance(tarief.vanaf, str) else ""
            dag = op or (date.fromisoformat(vanaf) if vanaf else today())
            if per_minuut := per_minuut_van(index, product, tarief, dag):
                gevonden[product.code, per_minuut.kenmerk, vanaf] = {"minuuttarief": f"{per_minuut.bedrag:.2f}"}
    return gevonden


def _excel(blad: Productblad, woordenboek: Woordenboek) -> bytes:
    try:
        return werkboek(blad, woordenboek)
    except CelTeLangError as error:
        raise Gebruiksfout(f"{error} Maak die tekst korter, of kies csv of json. Er is niets geschreven.") from None
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        tekst = 'Voor Excel is een extra onderdeel nodig. Typ: pip install "regioprotocol[tabellen]".'
        raise Gebruiksfout(f"{tekst} Of kies csv of json.") from None


def _zin(uit: Path, blad: Productblad) -> str:
    wanneer = f" op {datum_kort(blad.op)}" if blad.op else ""
    producten, rijen = aantal(len(blad.rijen), "product", "producten"), aantal(len(blad.regels), "rij", "rijen")
    return f"{uit}: {producten}{wanneer} in {rijen}, {blad.digest}"
