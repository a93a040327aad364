"""diff: what differs between two days, two regions, two sets, or a region and the standard."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from regioprotocol.cli.files import read_set
from regioprotocol.cli.lookup import STANDAARD, answerer, blocking, day, read_for
from regioprotocol.cli.options import JsonOption, MapOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.cli.places import today
from regioprotocol.compare import Kant, vergelijk
from regioprotocol.parameterset import Index
from regioprotocol.report.changes import als_dict, als_markdown, als_tekst
from regioprotocol.report.findings import tekst_van

EXAMPLE = "Voorbeeld: regioprotocol diff mijn-regio --standaard"


class Vorm(StrEnum):
    """The forms of was-wordt."""

    TEKST = "tekst"
    MARKDOWN = "markdown"
    JSON = "json"


def command(
    eerste: Annotated[str, typer.Argument(metavar="REGIO|SET", help="Een regio, of een bestand parameterset.json.")],
    tweede: Annotated[
        str | None, typer.Argument(metavar="[REGIO|SET]", help="Een tweede regio of een tweede bestand.")
    ] = None,
    van: Annotated[str | None, typer.Option("--van", "--op", metavar="DATUM", help="De eerste dag.")] = None,
    tot: Annotated[str | None, typer.Option("--tot", metavar="DATUM", help="De tweede dag.")] = None,
    standaard: Annotated[bool, typer.Option("--standaard", help="Vergelijk met de landelijke standaard.")] = False,
    formaat: Annotated[Vorm, typer.Option("--formaat", help="Hoe de tabel eruitziet.")] = Vorm.TEKST,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Laat zien wat anders is: was en wordt."""
    dag = day(van, today())
    dag_tot = day(tot, dag)
    if tweede is None and not standaard and (van is None or tot is None):
        raise Gebruiksfout("Waarmee vergelijken? Geef --van en --tot, --standaard, of een tweede regio of bestand.")
    if standaard and (tweede is not None or eerste.endswith(".json")):
        raise Gebruiksfout("Met --standaard vergelijkt u één regio met de landelijke standaard. Geef alleen die regio.")
    if eerste.endswith(".json"):
        was, wordt = _set(eerste), _set(tweede or eerste)
    else:
        was, wordt = _regios(map_, eerste, STANDAARD if standaard else tweede)
    if van is None and standaard:
        dag = dag_tot = begin_van(was, dag)
    links, rechts = Kant(was, dag, _vast(wordt, was)), Kant(wordt, dag_tot, _vast(was, wordt))
    if standaard:
        # The standard is what it was; the region is what it becomes.
        links, rechts = rechts, links
    uit, naar = (_naam(kant, anders=was is not wordt, dagen=dag != dag_tot) for kant in (links, rechts))
    if uit == naar and tweede is not None:
        uit, naar = f"{uit} ({eerste})", f"{naar} ({tweede})"
    wijzigingen = vergelijk(links, rechts)
    titels = {regel.regel: regel.titel for index in (was, wordt) for regel in index.regels.values()}
    titels |= {product.code: product.naam for index in (was, wordt) for product in index.parameterset.producten}
    if json or formaat is Vorm.JSON:
        print_json(als_dict(uit, naar, wijzigingen))
    elif formaat is Vorm.MARKDOWN:
        print_text(als_markdown(uit, naar, wijzigingen, titels))
    else:
        print_text(als_tekst(uit, naar, wijzigingen, titels))


_EIGEN: Final = frozenset({"regio", "gemeente"})


def begin_van(index: Index, vandaag: date) -> date:
    """Give today, or the first day of a protocol that is still to begin: before it there is nothing to compare."""
    dagen = sorted(date.fromisoformat(v.vanaf) for v in index.parameterset.versies if isinstance(v.vanaf, str))
    if not dagen:
        # A concept has no day yet; its afspraken have.
        eigen = (g for regel in index.regels.values() for g in regel.gevallen if g.laag in _EIGEN)
        dagen = sorted({date.fromisoformat(g.vanaf) for g in eigen if isinstance(g.vanaf, str)})
    return dagen[0] if dagen and dagen[0] > vandaag else vandaag


def _set(pad: str) -> Index:
    return Index.van(read_set(Path(pad)))


def _regios(map_: Path | None, eerste: str, tweede: str | None) -> tuple[Index, Index]:
    gelezen, vragen = read_for(map_, (eerste, tweede or eerste))
    namen = [vraag.regio for vraag in vragen]
    if fouten := [m for naam in dict.fromkeys(namen) for m in blocking(gelezen, naam)]:
        print_text("\n\n".join(tekst_van(melding) for melding in fouten))
        raise typer.Exit(1)
    indexen = {naam: answerer(gelezen.werkmap, naam).index for naam in dict.fromkeys(namen)}
    return indexen[namen[0]], indexen[namen[1]]


def _vast(ander: Index, eigen: Index) -> dict[str, frozenset[str]]:
    """The standard has no variant of its own: compare it on the ground of the region it is compared with."""
    if eigen.parameterset.regio != STANDAARD:
        return {}
    return {feit.sleutel: frozenset(feit.waarden) for feit in ander.parameterset.standaardfeiten}


def _naam(kant: Kant, *, anders: bool, dagen: bool) -> str:
    naam = kant.index.parameterset.naam
    delen = ([naam] if anders or not dagen else []) + ([_dag(kant.op)] if dagen or not anders else [])
    return " op ".join(delen)


def _dag(dag: date) -> str:
    return dag.isoformat()
