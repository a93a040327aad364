"""What check-message and explain-message share: the set, the facts and the paths that a user gives."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from regioprotocol.cli import files
from regioprotocol.cli.lookup import day
from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.cli.places import today
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.engine.judge import Opdracht
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.moments import Tijden, read_moments
from regioprotocol.engine.reading import Leesinstelling, Schemas
from regioprotocol.parameterset import Index, Parameterset

_SET: Final = "parameterset.json"
_GEMEENTE: Final = "gemeente"
_IN_BERICHT: Final = frozenset({"wet", "bericht"})

SetArg = Annotated[
    Path,
    typer.Argument(metavar="SET.json", help="Een parameterset, of de map waar parameterset.json in staat."),
]
BerichtArg = Annotated[
    list[Path],
    typer.Argument(metavar="BERICHT…", help="Berichten: bestanden, mappen en zips. Een map of zip is één reeks."),
]
AlsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--als",
        metavar="GEGEVEN=WAARDE",
        help="Beoordeel alsof dit zo is: gemeente=0200, of wat niet in het bericht staat. Mag vaker.",
    ),
]
OpOption = Annotated[
    str | None,
    typer.Option("--op", metavar="DATUM", help="Beoordeel alsof het deze dag is. Zonder: de dagen in het bericht."),
]
ToonOption = Annotated[bool, typer.Option("--toon-waarden", help="Laat ook persoonlijke gegevens zien; een BSN nooit.")]
XsdOption = Annotated[
    Path | None,
    typer.Option("--xsd", metavar="MAP", help="Controleer ook met de officiële schema's (XSD) in deze map."),
]


OntvangenOption = Annotated[
    Path | None,
    typer.Option(
        "--ontvangen",
        metavar="TIJDEN.csv",
        help="Dagen die niet in een bericht staan (intake, ontvangst). Kolommen: bestand (of identificatie), "
        "gebeurtenis, datum.",
    ),
]


class Beoordeling(NamedTuple):
    """What a user asked for, ready to run."""

    parameterset: Parameterset
    opdracht: Opdracht
    instelling: Leesinstelling


def prepare(
    set_: Path, als: Iterable[str], op: str | None, *, toon_waarden: bool, xsd: Path | None, met_spoor: bool = False
) -> Beoordeling:
    """Read the set and understand the options. Raises Gebruiksfout for wrong use."""
    parameterset = read_set(set_)
    feiten = facts(parameterset, als)
    gemeente = "".join(feiten.pop(_GEMEENTE, ()))
    if xsd is not None and not xsd.is_dir():
        raise Gebruiksfout(f"De map '{xsd}' met schema's is er niet.")
    opdracht = Opdracht(
        Naslag(Index.van(parameterset), met_spoor=met_spoor),
        today(),
        gemeente,
        day(op, today()) if op else None,
        toon_waarden,
        feiten,
    )
    schemas = Schemas(xsd) if xsd is not None else None
    return Beoordeling(
        parameterset,
        opdracht,
        Leesinstelling(parameterset.codelijsten, toon_waarden=toon_waarden, schemas=schemas),
    )


def read_set(pad: Path) -> Parameterset:
    """Read a parameter set from a file, or from the folder that it was exported to."""
    return files.read_set(pad / _SET if pad.is_dir() else pad)


def facts(parameterset: Parameterset, als: Iterable[str]) -> dict[str, frozenset[str]]:
    """Understand 'gemeente=0200' and 'situatie=open beschikking'."""
    bekend = {d.sleutel for d in parameterset.dimensies} | {_GEMEENTE}
    feiten: dict[str, frozenset[str]] = {}
    for woord in als:
        sleutel, is_, waarden = (deel.strip() for deel in woord.partition("="))
        if not is_ or not waarden:
            raise Gebruiksfout(f"'{woord}' begrijp ik niet. Schrijf bijvoorbeeld: --als gemeente=0200")
        if sleutel in _IN_BERICHT:
            raise Gebruiksfout(f"'{sleutel}' staat in het bericht zelf. Die kunt u niet met --als veranderen.")
        if sleutel not in bekend:
            raise Gebruiksfout(f"Het gegeven '{sleutel}' ken ik niet. {bedoelde_u(sleutel, bekend)}".strip())
        feiten[sleutel] = feiten.get(sleutel, frozenset()) | {w.strip() for w in waarden.split(",")}
    if len(feiten.get(_GEMEENTE, ())) > 1:
        raise Gebruiksfout("Geef één gemeente op.")
    return feiten


def moments(pad: Path, parameterset: Parameterset) -> Tijden:
    """Read the days that no message holds; a bad row is a finding."""
    try:
        inhoud = pad.read_bytes()
    except OSError as error:
        raise Gebruiksfout(f"'{pad}' kunnen we niet lezen.") from error
    return read_moments(inhoud, str(pad), {g.gebeurtenis for g in parameterset.gebeurtenissen})


def existing(paden: Iterable[Path]) -> list[Path]:
    """Give the paths; a path that is not there is a typing error of the user, not a bad message."""
    rij = list(paden)
    for pad in rij:
        if not pad.exists():
            raise Gebruiksfout(f"'{pad}' is er niet.")
    return rij
