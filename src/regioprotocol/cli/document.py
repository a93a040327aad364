"""document: the protocol of a region as a document to adopt, in PDF or Word."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Final

import typer

from regioprotocol.cli.files import read_set, write_file
from regioprotocol.cli.lookup import Antwoorder, answerer, blocking, day, read_for
from regioprotocol.cli.options import JsonOption, MapOption, OpOption, RegioArg
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.cli.places import today
from regioprotocol.compare import Kant, vergelijk
from regioprotocol.diagnostics import Melding
from regioprotocol.parameterset import Index
from regioprotocol.pipeline import Gelezen
from regioprotocol.report.dutch import datum_kort
from regioprotocol.report.findings import tekst_van
from regioprotocol.source import oorzaak
from regioprotocol.source.refusal import RefusedError
from regioprotocol.source.word_package import check_word

EXAMPLE = "Voorbeeld: regioprotocol document mijn-regio --uit protocol.pdf"
_ONDERDELEN: Final = ("markdown_it", "typst", "docxtpl")
_DATUM: Final = re.compile(r"[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}", re.ASCII)
_GROOTSTE_MAL: Final = 50_000_000


class Formaat(StrEnum):
    """The kinds of document; each is also the end of a file name."""

    PDF = "pdf"
    DOCX = "docx"


def command(
    regio: RegioArg,
    uit: Annotated[Path, typer.Option("--uit", metavar="BESTAND", help="Het bestand dat we schrijven.")],
    formaat: Annotated[
        Formaat | None, typer.Option("--formaat", help="Zonder: zoals de naam van het bestand eindigt.")
    ] = None,
    sjabloon: Annotated[
        Path | None,
        typer.Option("--sjabloon", metavar="MAL.docx", help="Uw eigen Word-mal. Zonder: de mal die erbij zit."),
    ] = None,
    was_wordt: Annotated[
        str | None,
        typer.Option(
            "--was-wordt",
            metavar="VORIGE",
            help="Neem op wat er verandert, sinds een eerdere parameterset.json of sinds een dag.",
        ),
    ] = None,
    op: OpOption = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Make the document, and write it whole or not at all."""
    soort = _formaat(uit, formaat)
    if sjabloon and soort is Formaat.PDF:
        raise Gebruiksfout("Een mal hoort bij Word. Kies --formaat docx, of laat --sjabloon weg.")
    _controleer_onderdelen()
    mal = _lees_mal(sjabloon) if sjabloon else None
    dag = day(op, today())
    gelezen, (vraag,) = read_for(map_, [regio])
    if vraag.regio is None:
        wie = f"Bij '{regio}' kennen we geen regio." if vraag.let_op else "De landelijke standaard is geen protocol."
        raise Gebruiksfout(f"{wie} Noem een regio.")
    if fouten := blocking(gelezen, vraag.regio):
        _stop(fouten)
    inhoud, meldingen, digest = _maak(gelezen, vraag.regio, soort, dag, was_wordt, mal, sjabloon)
    if any(melding.soort.ernst == "fout" for melding in meldingen):
        _stop(meldingen)
    write_file(uit, inhoud)
    if json:
        print_json({"bestand": str(uit), "bytes": len(inhoud), "op": dag.isoformat(), "digest": digest})
        return
    for melding in meldingen:
        print_text(f"{tekst_van(melding)}\n")
    print_text(f"{uit}: stand van {datum_kort(dag)}, {digest}")


def _maak(
    gelezen: Gelezen,
    regio: str,
    soort: Formaat,
    dag: date,
    was_wordt: str | None,
    mal: bytes | None,
    sjabloon: Path | None,
) -> tuple[bytes, list[Melding], str]:
    # Loaded late: these need what an installation without 'document' does not have.
    from regioprotocol.document import Bron, WasWordt, bouw  # noqa: PLC0415

    nu, standaard = answerer(gelezen.werkmap, regio), answerer(gelezen.werkmap, None)
    anders = None
    if was_wordt:
        was, naam = _vorige(was_wordt, nu, dag)
        wijzigingen = vergelijk(was, Kant(nu.index, dag, {}), elke_dag=was.index is not nu.index)
        versie = nu.index.parameterset.versie
        wordt = datum_kort(dag) if was.index is nu.index else f"versie {versie}, op {datum_kort(dag)}"
        anders = WasWordt(was=naam, wordt=wordt, wijzigingen=wijzigingen)
    document = bouw(
        Bron(snapshot=nu.snapshot, index=nu.index, standaard=standaard.index, op=dag, was_wordt=anders),
    )
    if soort is Formaat.PDF:
        from regioprotocol.document.pdf import als_pdf  # noqa: PLC0415

        return als_pdf(document), [], document.digest
    from regioprotocol.document.word_file import STANDAARDMAL, als_docx  # noqa: PLC0415

    inhoud, meldingen = als_docx(document, mal, str(sjabloon) if sjabloon else STANDAARDMAL)
    return inhoud, meldingen, document.digest


def _vorige(tekst: str, nu: Antwoorder, dag: date) -> tuple[Kant, str]:
    """Give the earlier side: a set that was published before, or this set on an earlier day."""
    if _DATUM.fullmatch(tekst.strip()):
        eerder = day(tekst, dag)
        if eerder >= dag:
            raise Gebruiksfout(f"{datum_kort(eerder)} ligt niet voor {datum_kort(dag)}. Kies een eerdere dag.")
        return Kant(nu.index, eerder, {}), datum_kort(eerder)
    oude = read_set(Path(tekst))
    if oude.regio != nu.index.parameterset.regio:
        raise Gebruiksfout(f"'{tekst}' is van {oude.naam}. Geef een eerdere set van {nu.index.parameterset.naam}.")
    return Kant(Index.van(oude), dag, {}), f"versie {oude.versie} ({oude.digest[:19]})"


def _formaat(uit: Path, gevraagd: Formaat | None) -> Formaat:
    """Take the format from the name of the file, or check that the two agree."""
    if uit.is_dir():
        raise Gebruiksfout(f"'{uit}' is een map. Noem een bestand, zoals '{uit / 'protocol.pdf'}'.")
    naam = next((soort for soort in Formaat if uit.suffix.lower() == f".{soort}"), None)
    if gevraagd is None and naam is None:
        raise Gebruiksfout(f"Welk soort bestand is '{uit}'? Geef --formaat, of noem het '{uit.name}.pdf'.")
    if gevraagd and naam and gevraagd is not naam:
        raise Gebruiksfout(f"U vraagt om {gevraagd}, maar '{uit}' eindigt op .{naam}. Verander een van de twee.")
    return gevraagd or naam or Formaat.PDF


def _controleer_onderdelen() -> None:
    if any(find_spec(onderdeel) is None for onderdeel in _ONDERDELEN):
        tekst = 'Voor documenten is een extra onderdeel nodig. Typ: pip install "regioprotocol[document]".'
        raise Gebruiksfout(tekst)


def _lees_mal(pad: Path) -> bytes:
    """Read a template. Raises Gebruiksfout when it is not there; ends with a finding when it is not fit."""
    try:
        with pad.open("rb") as bestand:
            raw = bestand.read(_GROOTSTE_MAL + 1)
    except OSError as error:
        raise Gebruiksfout(f"We kunnen de mal '{pad}' niet lezen ({oorzaak(error)}). Er is niets geschreven.") from None
    try:
        if len(raw) > _GROOTSTE_MAL:
            raise RefusedError("RP528", f"Deze mal is groter dan {_GROOTSTE_MAL // 1_000_000} MB.")  # noqa: TRY301
        check_word(raw)
    except RefusedError as error:
        _stop([error.melding(str(pad))])
    return raw


def _stop(meldingen: list[Melding]) -> None:
    print_text("\n\n".join(tekst_van(melding) for melding in meldingen))
    print_text("\nEr is niets geschreven. Verbeter eerst deze fouten.")
    raise typer.Exit(1)
