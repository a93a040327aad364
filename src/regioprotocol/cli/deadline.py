"""deadline: the last day of a term, with the steps."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from msgspec import UNSET, structs

from regioprotocol.calendar import BuitenKalenderError, Duur, Kalender, bereken
from regioprotocol.cli.answering import begin, met_let_op
from regioprotocol.cli.lookup import day, find_rule
from regioprotocol.cli.options import AlsOption, JsonOption, MapOption, OpOption, RegioArg, StandOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.parameterset import Index
from regioprotocol.parameterset.records import ProductTermijn, TermijnGeval, TermijnRegel
from regioprotocol.report.deadline import Termijnantwoord, als_dict, als_tekst
from regioprotocol.report.explanation import Uitleg

EXAMPLE = "Voorbeeld: regioprotocol deadline mijn-regio vot.indientermijn --na 30-01-2026 --als productgroep=crisis"


def command(
    regio: RegioArg,
    regel: Annotated[str, typer.Argument(metavar="REGEL", help="De naam van een regel met een termijn.")],
    na: Annotated[
        str,
        typer.Option("--na", "--datum", metavar="DATUM", help="De dag van de gebeurtenis: 30-01-2026 of 2026-01-30."),
    ],
    als: AlsOption = None,
    op: OpOption = None,
    stand: StandOption = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Reken uit wanneer iets uiterlijk moet gebeuren."""
    gebeurtenis = day(na, date.min)
    gesprek = begin(regio, als, map_, stand)
    naam = find_rule(gesprek.antwoorder, regel)
    uitleg = gesprek.uitleg(naam, day(op, gebeurtenis))
    if not isinstance(uitleg.regel, TermijnRegel):
        raise Gebruiksfout(f"'{naam}' is geen termijn. Gebruik: regioprotocol explain {regio} {naam}")
    antwoord = answer(uitleg, uitleg.regel, gebeurtenis)
    if json:
        print_json(met_let_op(als_dict(antwoord), gesprek.vraag.let_op))
    else:
        if gesprek.vraag.let_op:
            print_text(f"{gesprek.vraag.let_op}\n")
        print_text(als_tekst(antwoord))


def answer(uitleg: Uitleg, regel: TermijnRegel, gebeurtenis: date) -> Termijnantwoord:
    """Compute the day; where the source gives no event or no value, say so and give none."""
    uitkomst = uitleg.uitkomst
    geval = uitkomst.gevallen[0] if uitkomst.gevallen else None
    termijn = uitkomst.uit_product or (geval if isinstance(geval, TermijnGeval) else None)
    if termijn is None or uitkomst.stand != "waarde" or termijn.duur is UNSET:
        return Termijnantwoord(
            uitleg=uitleg, gebeurtenis_op=gebeurtenis, waarom_niet="Er is geen termijn om mee te rekenen."
        )
    tekst = str(termijn.tekst)
    if termijn.gebeurtenis is UNSET:
        waarom = f"We geven geen datum. De bron noemt wel een termijn ({tekst}), maar niet vanaf welk moment die loopt."
        return Termijnantwoord(uitleg=uitleg, gebeurtenis_op=gebeurtenis, duur_tekst=tekst, waarom_niet=waarom)
    return _berekend(uitleg, regel, gebeurtenis, termijn)


def _berekend(
    uitleg: Uitleg, regel: TermijnRegel, gebeurtenis: date, termijn: TermijnGeval | ProductTermijn
) -> Termijnantwoord:
    d = termijn.duur
    assert not isinstance(d, type(UNSET))  # noqa: S101 - the caller looked
    duur = Duur(**structs.asdict(d))
    richting = "voor" if termijn.richting == "voor" else "na"
    kalender = kalender_van(uitleg.index)
    try:
        berekend = bereken(
            gebeurtenis,
            duur,
            kalender,
            richting="voor" if richting == "voor" else "na",
            verschuiving=regel.vrije_dag,
        )
    except BuitenKalenderError:
        jaren = f"{kalender.eerste_jaar} tot en met {kalender.laatste_jaar}"
        raise Gebruiksfout(f"Zo ver kunnen we niet rekenen: we kennen de vrije dagen van {jaren}.") from None
    naam = str(termijn.gebeurtenis)
    in_zin = {g.gebeurtenis: g.in_zin for g in uitleg.index.parameterset.gebeurtenissen}.get(naam, naam)
    return Termijnantwoord(
        uitleg=uitleg,
        gebeurtenis_op=gebeurtenis,
        gebeurtenis=naam,
        in_zin=in_zin,
        richting=richting,
        duur_tekst=str(termijn.tekst),
        duur=duur,
        berekend=berekend,
    )


def kalender_van(index: Index) -> Kalender:
    """Give the calendar that travels in the set."""
    k = index.parameterset.kalender
    vrij = {date.fromisoformat(dag.datum): dag.naam for dag in k.vrije_dagen}
    return Kalender(vrij, k.eerste_jaar, k.laatste_jaar)
