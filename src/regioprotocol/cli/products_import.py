"""products import: a sheet of a region into its product code table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from regioprotocol.cli.files import write_file
from regioprotocol.cli.lookup import blocking, day, read_for
from regioprotocol.cli.options import JsonOption, MapOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.cli.places import today, workspace
from regioprotocol.diagnostics import Melding, bedoelde_u, soort
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.pipeline import Gelezen, load
from regioprotocol.report.findings import tekst_van
from regioprotocol.report.product_import import als_dict, als_markdown, als_tekst
from regioprotocol.source import parse
from regioprotocol.source.cells import Werkboek
from regioprotocol.source.rewrite import HerschrijfError, rewrite
from regioprotocol.source.spreadsheet import read_spreadsheet_file
from regioprotocol.tables.edits import bewerkingen
from regioprotocol.tables.flat import Productrij, digest, plat
from regioprotocol.tables.importing import Uitkomst, Wens, importeer
from regioprotocol.tables.pointing import nieuw_tegen, wijs_aan
from regioprotocol.tables.records import Vraag

EXAMPLE = "Voorbeeld: regioprotocol products import tarieven-2027.xlsx --regio mijn-regio --per 2027-01-01"


class Vorm(StrEnum):
    """The forms of the outcome."""

    TEKST = "tekst"
    MARKDOWN = "markdown"
    JSON = "json"


class Formules(StrEnum):
    """What to do with a formula."""

    WEIGER = "weiger"
    WAARDE = "waarde"


@dataclass(frozen=True, slots=True)
class _Tabel:
    """The file of a region's table, and its text now."""

    regio: str
    folder: Path
    bestand: str
    tekst: str
    rijen: tuple[Productrij, ...]


@dataclass(frozen=True, slots=True)
class _Gevolg:
    """What comes of the import: changes, findings, and the new text of the table (empty: nothing to write)."""

    uitkomst: Uitkomst
    meldingen: tuple[Melding, ...]
    inhoud: bytes = b""

    @property
    def fout(self) -> bool:
        """Tell whether anything stops the import."""
        return any(melding.soort.ernst == "fout" for melding in self.meldingen)


# The first lines of a table that did not exist.
_NIEUW: Final = """\
# yaml-language-server: $schema=../src/regioprotocol/schema/v1/productcodes.schema.json
regio: {regio}
status: concept
producten: []
"""


def command(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Een bestand .xlsx of .csv.")],
    regio: Annotated[str, typer.Option("--regio", metavar="REGIO", help="De regio waarvan dit de producten zijn.")],
    blad: Annotated[
        list[str] | None, typer.Option("--blad", metavar="NAAM", help="Het blad met de tabel. Mag vaker.")
    ] = None,
    per: Annotated[
        str | None,
        typer.Option(
            "--per", metavar="DATUM", help="De dag waarop nieuwe tarieven ingaan, als het blad geen dag noemt."
        ),
    ] = None,
    volledig: Annotated[
        bool,
        typer.Option("--volledig", help="Het blad is de hele tabel: wat er niet in staat, eindigt de dag voor --per."),
    ] = False,
    kolommen: Annotated[
        Path | None,
        typer.Option("--kolommen", metavar="BESTAND", help="Een bestand dat zegt welke kop bij welke kolom hoort."),
    ] = None,
    formules: Annotated[
        Formules,
        typer.Option("--formules", help="Weiger formules, of gebruik de waarde die Excel het laatst berekende."),
    ] = Formules.WEIGER,
    samenvoegen: Annotated[
        bool, typer.Option("--samenvoegen", help="Bewaar ook wat intussen in de tabel veranderde.")
    ] = False,
    schrijf: Annotated[
        bool, typer.Option("--schrijf", help="Schrijf de wijzigingen in de tabel. Zonder: alleen laten zien.")
    ] = False,
    formaat: Annotated[Vorm, typer.Option("--formaat", help="Hoe de uitkomst eruitziet.")] = Vorm.TEKST,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Laat zien wat een blad verandert in de productcodes van een regio, en schrijf het met --schrijf."""
    if volledig and per is None:
        raise Gebruiksfout("Vanaf welke dag is dit de hele tabel? Geef ook --per, bijvoorbeeld --per 2027-01-01.")
    dag = day(per, today()).isoformat() if per else ""
    gelezen, tabel = _tabel(map_, regio)
    boek, meldingen = read_spreadsheet_file(bestand, formules=formules.value)
    woordenboek = gelezen.werkmap.woordenboek
    gevolg = _Gevolg(Uitkomst(), tuple(meldingen))
    if boek is not None:
        vraag = Vraag(
            regio=tabel.regio,
            vandaag=today().isoformat(),
            per=dag,
            volledig=volledig,
            opvallend_procent=woordenboek.kolommen.opvallend_procent,
        )
        uitkomst = importeer(boek, tabel.rijen, woordenboek, _wens(kolommen, tuple(blad or ()), woordenboek), vraag)
        # What is wrong on a sheet that is not brought in, is no business of this import.
        gekozen = {"", *(uitkomst.bladen or (b.naam for b in boek.bladen))}
        gelezen_meldingen = (m for m in meldingen if m.plaats.blad in gekozen)
        alle = (*gelezen_meldingen, *uitkomst.meldingen)
        gevolg = _gevolg(gelezen, tabel, uitkomst, boek, alle, samenvoegen=samenvoegen)
    geschreven = schrijf and bool(gevolg.inhoud) and not gevolg.fout
    if geschreven:
        write_file(tabel.folder / tabel.bestand, gevolg.inhoud)
    slot = _slot(tabel, gevolg, geschreven=geschreven, schrijf=schrijf)
    _toon(gevolg, woordenboek, Vorm.JSON if json else formaat, slot, geschreven=geschreven)
    if gevolg.fout:
        raise typer.Exit(1)


def _tabel(map_: Path | None, regio: str) -> tuple[Gelezen, _Tabel]:
    """Give the table of the region as it is now. With a fout in it nothing can be compared: exit code 1."""
    gelezen, (wie,) = read_for(map_, (regio,))
    if wie.regio is None:
        raise Gebruiksfout(f"'{regio}' is geen regio met een eigen tabel. Noem de regio met --regio.")
    gegevens = gelezen.werkmap.regios[wie.regio].producten
    bestand = gegevens.plaatsen.bestand if gegevens else f"productcodes/{wie.regio}.yaml"
    folder = workspace(map_)
    if fouten := [m for m in blocking(gelezen, wie.regio) if m.plaats.bestand in {bestand, ""}]:
        print_text("\n\n".join(tekst_van(melding) for melding in fouten))
        print_text("\nVerbeter eerst deze fouten in de tabel. Er is niets veranderd.")
        raise typer.Exit(1)
    if gegevens is None:
        return gelezen, _Tabel(wie.regio, folder, bestand, _NIEUW.format(regio=wie.regio), ())
    tekst = (folder / bestand).read_bytes().decode("utf-8")
    return gelezen, _Tabel(wie.regio, folder, bestand, tekst, plat(gegevens))


def _wens(pad: Path | None, bladen: tuple[str, ...], woordenboek: Woordenboek) -> Wens:
    """Read the mapping file, if there is one: headings on the left, our columns on the right."""
    if pad is None:
        return Wens(bladen=bladen)
    try:
        document, meldingen = parse(pad.read_bytes(), pad.name)
    except OSError:
        raise Gebruiksfout(f"Het bestand '{pad}' kunnen we niet lezen.") from None
    if document is None or meldingen:
        raise Gebruiksfout("\n".join(tekst_van(melding) for melding in meldingen))
    kolommen, koprij = document.data.get("kolommen") or {}, document.data.get("koprij")
    kind = soort("RP418")
    if not isinstance(kolommen, dict) or not (koprij is None or str(koprij).isdecimal()):
        hint = "Schrijf 'kolommen:' met daaronder regels zoals 'Prijs all-in: tarief', en eventueel 'koprij: 4'."
        raise Gebruiksfout(tekst_van(Melding(kind, document.plaats(()), kind.titel + ".", hint)))
    bekend = woordenboek.kolommen.kolommen
    for kop, naam in kolommen.items():
        if not isinstance(naam, str) or naam not in bekend:
            tekst = f"De kolom '{naam}' kennen we niet."
            plaats = document.plaats(("kolommen", kop))
            raise Gebruiksfout(tekst_van(Melding(kind, plaats, tekst, bedoelde_u(str(naam), bekend, hoogstens=40))))
    paren = {str(kop): str(naam) for kop, naam in kolommen.items()}
    return Wens(bladen=bladen, kolommen=paren, koprij=int(str(koprij)) if koprij else None)


def _gevolg(
    gelezen: Gelezen,
    tabel: _Tabel,
    uitkomst: Uitkomst,
    boek: Werkboek,
    eerst: tuple[Melding, ...],
    *,
    samenvoegen: bool,
) -> _Gevolg:
    """Make the new text, and check the workspace as it would be with it."""
    meldingen = list(eerst)
    if uitkomst.plan.intussen and uitkomst.plan.verandert and not samenvoegen:
        kind = soort("RP411")
        meldingen.append(Melding(kind, boek.plaats(boek.bladen[0]), f"{kind.titel}.", kind.oplossing))
    inhoud = b""
    if uitkomst.plan.verandert and not any(m.soort.ernst == "fout" for m in meldingen):
        try:
            inhoud = rewrite(tabel.tekst, bewerkingen(tabel.rijen, uitkomst.plan.rijen)).encode("utf-8")
        except HerschrijfError as error:
            raise Gebruiksfout(
                f"{tabel.bestand}: {error} Er is niets veranderd. Pas de tabel met de hand aan."
            ) from None
        straks = load(tabel.folder, today(), {tabel.regio}, {tabel.bestand: inhoud})
        nieuw = straks.werkmap.regios[tabel.regio].producten
        gemeld, eerder = ([m for m in g.meldingen if m.plaats.bestand == tabel.bestand] for g in (straks, gelezen))
        verse = nieuw_tegen(gemeld, eerder, uitkomst.plan)
        if nieuw is not None and digest(plat(nieuw)) == digest(uitkomst.plan.rijen):
            meldingen += wijs_aan(verse, nieuw, uitkomst.plan, boek.bestand)
        elif fouten := [m for m in verse if m.soort.ernst == "fout"]:
            # What a table cannot hold, is not in the table that was read back: there is no cell to point at.
            meldingen += (replace(m, plaats=boek.plaats(boek.bladen[0])) for m in fouten)
        else:
            raise RuntimeError("the table that was made is not the table that was meant")
    return _Gevolg(uitkomst, tuple(sorted(set(meldingen), key=lambda m: m.sorteersleutel)), inhoud)


def _slot(tabel: _Tabel, gevolg: _Gevolg, *, geschreven: bool, schrijf: bool) -> str:
    """Say in one sentence what happened to the table, and what the user can do next."""
    if gevolg.fout:
        return "Er is niets geschreven. Verbeter eerst de fouten."
    if geschreven:
        return f"Geschreven in {tabel.bestand}."
    if not gevolg.inhoud:
        return "Er verandert niets."
    return (
        "Er is nog niets geschreven." if schrijf else "Er is nog niets geschreven. Klopt het? Voeg dan --schrijf toe."
    )


def _toon(gevolg: _Gevolg, woordenboek: Woordenboek, vorm: Vorm, slot: str, *, geschreven: bool) -> None:
    def retourcode(melding: Melding) -> tuple[str, str]:
        regel = melding.soort.regel
        codes = (
            c.code
            for lijst in woordenboek.codelijsten.values()
            for c in lijst.codes.values()
            if regel and c.regel == regel
        )
        return regel, next(codes, "")

    if vorm is Vorm.JSON:
        print_json(als_dict(gevolg.uitkomst, gevolg.meldingen, retourcode, geschreven=geschreven))
    elif vorm is Vorm.MARKDOWN:
        print_text(als_markdown(gevolg.uitkomst, gevolg.meldingen, retourcode))
    else:
        print_text(als_tekst(gevolg.uitkomst, gevolg.meldingen, retourcode))
        print_text(slot)
