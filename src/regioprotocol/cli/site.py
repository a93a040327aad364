"""site: the website of the regions. Each command has its own function."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer

from regioprotocol.cli.diff import begin_van
from regioprotocol.cli.dutch import Subopdracht
from regioprotocol.cli.files import read_below
from regioprotocol.cli.lookup import STANDAARD, day, read
from regioprotocol.cli.options import MapOption, OpOption
from regioprotocol.cli.output import Gebruiksfout, print_text
from regioprotocol.cli.places import conformance_folder, today
from regioprotocol.cli.site_examples import real_output
from regioprotocol.cli.site_serve import serve
from regioprotocol.conformance.records import Geval
from regioprotocol.conformance.suite import bijlage, lees
from regioprotocol.export import bundel
from regioprotocol.export.bundle import met_manifest
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.parameterset import Index
from regioprotocol.pipeline import Gelezen
from regioprotocol.report.dutch import aantal
from regioprotocol.report.findings import tekst_van
from regioprotocol.resolve import resolve

try:
    from regioprotocol.cli.site_build import build_site
    from regioprotocol.pages import Deel, Site, bestanden
except ModuleNotFoundError as error:
    raise Gebruiksfout(
        f"Voor de site is een extra onderdeel nodig ({error.name}). Typ, in de map van het programma: "
        "python -m pip install --require-hashes -r requirements/site.txt"
    ) from None

_UIT: Final = Path("build/site")
UitOption = Annotated[Path, typer.Option("--uit", metavar="MAP", help="De map voor de site.")]
BasisOption = Annotated[str, typer.Option("--basis-url", metavar="ADRES", help="Het adres waar de site komt te staan.")]


def build(uit: UitOption = _UIT, basis_url: BasisOption = "", op: OpOption = None, map_: MapOption = None) -> None:
    """Bouw de site: pagina's per regio, rekenhulpen, zoeken en bestanden voor software."""
    gelezen = read(map_)
    if not _whole(gelezen):
        raise typer.Exit(1)
    _build(gelezen, uit, day(op, today()), basis_url)


def serve_site(
    uit: UitOption = _UIT,
    poort: Annotated[int, typer.Option("--poort", help="Het nummer van de poort.")] = 8000,
    map_: MapOption = None,
) -> None:
    """Bouw de site, laat hem zien op deze computer, en bouw opnieuw als er iets verandert."""

    def again() -> None:
        gelezen = read(map_)
        if _whole(gelezen):
            _build(gelezen, uit, today(), "")

    serve(again, map_, uit, poort)


def _whole(gelezen: Gelezen) -> bool:
    """Show what stands in the way. Warnings do not: `validate` shows those."""
    if not (fouten := [m for m in gelezen.meldingen if m.soort.ernst == "fout"]):
        return True
    print_text("\n\n".join(tekst_van(fout) for fout in fouten))
    print_text("\nDe site is niet gebouwd. Verbeter eerst deze fouten.")
    return False


def _build(gelezen: Gelezen, uit: Path, op: date, basis_url: str) -> None:
    site = site_of(gelezen.werkmap, op, basis_url)
    paginas = build_site(bestanden(site), uit, op, basis_url, _tell)
    meer = "pagina's"
    print_text(f"{uit}: {aantal(paginas, 'pagina', meer)}.")


def _tell(tekst: str) -> None:
    print(tekst, file=sys.stderr, flush=True)


def site_of(werkmap: Werkmap, op: date, basis_url: str = "") -> Site:
    """Resolve every region for the pages."""
    suite = read_below(conformance_folder())
    maak = partial(_deel, werkmap, op, suite, lees(suite))
    regios = []
    for nummer, naam in enumerate(sorted(werkmap.regios), 1):
        _tell(f"Regio {nummer} van {len(werkmap.regios)}: {naam}")
        regios.append(maak(naam))
    return Site(
        werkmap=werkmap, standaard=maak(None), regios=tuple(regios), op=op, basis_url=basis_url, uitvoer=real_output(op)
    )


def _deel(
    werkmap: Werkmap, op: date, suite: Mapping[str, bytes], gevallen: tuple[Geval, ...], naam: str | None
) -> Deel:
    snapshot = resolve(werkmap, naam)
    kaal = bundel(snapshot)
    index = Index.van(kaal.parameterset)
    erbij = bijlage(suite, gevallen, kaal.parameterset)
    return Deel(
        naam=naam or STANDAARD,
        titel=snapshot.regio.titel if snapshot.regio else index.parameterset.naam,
        snapshot=snapshot,
        index=index,
        bestanden=met_manifest(kaal.parameterset, {**kaal.bestanden, **erbij}).bestanden,
        op=begin_van(index, op),
    )


EXAMPLE = "Voorbeeld: regioprotocol site build --uit build/site"
SUBOPDRACHTEN: Final[Mapping[str, Subopdracht]] = {
    "build": Subopdracht("Bouw de site in een map.", build, EXAMPLE),
    "serve": Subopdracht(
        "Laat de site zien op deze computer, en bouw opnieuw bij elke verandering.",
        serve_site,
        "Voorbeeld: regioprotocol site serve --poort 8000",
    ),
}
