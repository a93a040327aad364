"""deadline: the last day of a term, with the steps."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from regioprotocol.calendar import BuitenKalenderError
from regioprotocol.cli.answering import begin, met_let_op
from regioprotocol.cli.lookup import day, find_rule
from regioprotocol.cli.options import AlsOption, JsonOption, MapOption, OpOption, RegioArg, StandOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.engine.terms import Termijn, kalender_van, van_uitkomst
from regioprotocol.parameterset.records import TermijnRegel
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
    kalender = kalender_van(uitleg.index.parameterset)
    try:
        termijn = van_uitkomst(regel, uitleg.uitkomst, gebeurtenis, kalender)
    except BuitenKalenderError:
        jaren = f"{kalender.eerste_jaar} tot en met {kalender.laatste_jaar}"
        raise Gebruiksfout(f"Zo ver kunnen we niet rekenen: we kennen de vrije dagen van {jaren}.") from None
    naam = termijn.gebeurtenis
    in_zin = {g.gebeurtenis: g.in_zin for g in uitleg.index.parameterset.gebeurtenissen}.get(naam, naam)
    return Termijnantwoord(
        uitleg=uitleg,
        gebeurtenis_op=gebeurtenis,
        gebeurtenis=naam,
        in_zin=in_zin,
        richting=termijn.richting,
        duur_tekst=termijn.tekst,
        duur=termijn.duur,
        berekend=termijn.berekend,
        waarom_niet=_waarom_niet(termijn),
    )


def _waarom_niet(termijn: Termijn) -> str:
    if termijn.waarom_niet == "geen moment":
        tekst = termijn.tekst
        return f"We geven geen datum. De bron noemt wel een termijn ({tekst}), maar niet vanaf welk moment die loopt."
    return "Er is geen termijn om mee te rekenen." if termijn.waarom_niet else ""
