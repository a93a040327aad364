"""explain: the value of a rule with its reasons; a product, a national rule or a return code; or a finding."""

from __future__ import annotations

import re
from typing import Annotated, Final

import typer

from regioprotocol.cli.answering import begin, landelijk, met_let_op
from regioprotocol.cli.lookup import day, find_rule
from regioprotocol.cli.national import looks_national, show
from regioprotocol.cli.options import AlsOption, JsonOption, MapOption, OpOption, StandOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.cli.places import today
from regioprotocol.diagnostics import SOORTEN
from regioprotocol.report import explanation, product
from regioprotocol.report.explanation import alinea

EXAMPLE = "Voorbeeld: regioprotocol explain mijn-regio vow.gebruik --als wet=Wmo"
_CODE: Final = re.compile(r"RP[0-9]+", re.IGNORECASE)


def command(
    regio: Annotated[
        str,
        typer.Argument(
            metavar="REGIO",
            help="Een regio, gemeente of 'standaard'; of alleen een melding (RP301), landelijke regel (TR418) "
            "of retourcode (0611).",
        ),
    ],
    regel: Annotated[
        str | None,
        typer.Argument(
            metavar="[REGEL]", help="De naam van een regel, een productcode, een landelijke regel of een retourcode."
        ),
    ] = None,
    als: AlsOption = None,
    op: OpOption = None,
    stand: StandOption = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Leg uit wat geldt en waarom; of wat een productcode, landelijke regel, retourcode of melding betekent."""
    if regel is None:
        if _CODE.fullmatch(regio) or not looks_national(regio) or not show(landelijk(map_), regio, json):
            _melding(regio, json)
        return
    gesprek = begin(regio, als, map_, stand)
    dag = day(op, today())
    if regel in gesprek.antwoorder.index.producten:
        index = gesprek.antwoorder.index
        if json:
            print_json(product.als_dict(index, regel, dag))
        else:
            print_text(product.als_tekst(index, regel, dag))
        return
    if looks_national(regel) and show(gesprek.antwoorder.snapshot, regel, json):
        return
    uitleg = gesprek.uitleg(find_rule(gesprek.antwoorder, regel), dag)
    if json:
        print_json(met_let_op(explanation.als_dict(uitleg), gesprek.vraag.let_op))
    else:
        if gesprek.vraag.let_op:
            print_text(f"{gesprek.vraag.let_op}\n")
        print_text(explanation.als_tekst(uitleg))


def _melding(code: str, json: bool) -> None:
    gevonden = next((soort for soort in SOORTEN if soort.code == code.upper()), None)
    if gevonden is None:
        if _CODE.fullmatch(code):
            raise Gebruiksfout(f"De melding {code} ken ik niet. De code staat achter elke melding van validate.")
        raise Gebruiksfout(
            f"Welke regel van '{code}'? Schrijf bijvoorbeeld: regioprotocol explain {code} vot.indientermijn"
        )
    if json:
        velden = ("code", "titel", "uitleg", "voorbeeld", "oplossing")
        print_json({veld: getattr(gevonden, veld) for veld in velden})
        return
    print_text(f"{gevonden.titel}. ({gevonden.code}, {gevonden.ernst})\n")
    for kop, tekst in (
        ("", gevonden.uitleg),
        ("Voorbeeld: ", gevonden.voorbeeld),
        ("Wat u kunt doen: ", gevonden.oplossing),
    ):
        print_text("\n".join(alinea(f"{kop}{tekst}")) + "\n")
