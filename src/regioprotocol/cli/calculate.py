"""calculate: tariffs, amounts, hours, productperioden and volumes of a declaration, as a parameter set decides them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Final

import typer

from regioprotocol.cli import numbers
from regioprotocol.cli.answering import Gesprek, begin
from regioprotocol.cli.dutch import Subopdracht
from regioprotocol.cli.lookup import STANDAARD, day
from regioprotocol.cli.options import AlsOption, JsonOption, MapOption, OpOption
from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.cli.places import today
from regioprotocol.engine import calculations
from regioprotocol.engine.limits import PER_WEEK, Omvang, maandgrenzen, toewijzinggrens
from regioprotocol.engine.periods import productperiode as van_maand
from regioprotocol.engine.settings import GeenRekenwijzeError
from regioprotocol.report import calculation, week_volume

EXAMPLE: Final = "Voorbeeld: regioprotocol calculate minutenbedrag --uurtarief 87,24 --minuten 240"

RegioOption = Annotated[
    str,
    typer.Option(
        "--regio",
        metavar="REGIO",
        show_default=False,
        help="Reken zoals deze regio of gemeente. Zonder: de landelijke standaard.",
    ),
]
UurtariefOption = Annotated[
    str, typer.Option("--uurtarief", metavar="BEDRAG", help="Het tarief per uur in euro: 87,24 of 87.24.")
]
MinutenOption = Annotated[
    str,
    typer.Option("--minuten", metavar="AANTAL", help="Alle minuten van de maand: 130, of als som 35+40+20+35."),
]
IngangsdatumOption = Annotated[
    str, typer.Option("--ingangsdatum", metavar="DATUM", help="De eerste dag van de toewijzing.")
]


def minuuttarief(
    uurtarief: UurtariefOption,
    regio: RegioOption = STANDAARD,
    op: OpOption = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Give the tariff per minute for a tariff per hour."""
    tarief, dag = numbers.amount(uurtarief, "Het uurtarief"), day(op, today())
    gesprek = begin(regio, None, map_)
    index = gesprek.antwoorder.index
    with _uit_te_rekenen():
        gevonden = calculations.minuuttarief(index, gesprek.vraag.feiten, dag, tarief)
    if json:
        print_json({"tarief": str(gevonden.waarde)})
    else:
        _toon(gesprek, calculation.tekst_minuuttarief(index, tarief, gevonden))


def minutenbedrag(
    uurtarief: UurtariefOption,
    minuten: MinutenOption,
    regio: RegioOption = STANDAARD,
    op: OpOption = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Give the amount for minutes at a tariff per hour."""
    tarief, delen = numbers.amount(uurtarief, "Het uurtarief"), numbers.minutes(minuten)
    dag = day(op, today())
    gesprek = begin(regio, None, map_)
    index = gesprek.antwoorder.index
    with _uit_te_rekenen():
        gevonden = calculations.minutenbedrag(index, gesprek.vraag.feiten, dag, tarief, sum(delen))
    if json:
        print_json({"bedrag": str(gevonden.waarde)})
    else:
        _toon(gesprek, calculation.tekst_minutenbedrag(index, tarief, delen, gevonden))


def uren(
    minuten: MinutenOption,
    regio: RegioOption = STANDAARD,
    op: OpOption = None,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Give the whole hours for delivered minutes."""
    delen, dag = numbers.minutes(minuten), day(op, today())
    gesprek = begin(regio, None, map_)
    index = gesprek.antwoorder.index
    with _uit_te_rekenen():
        gevonden = calculations.uren(index, gesprek.vraag.feiten, dag, sum(delen))
    if json:
        print_json({"uren": gevonden.waarde})
    else:
        _toon(gesprek, calculation.tekst_uren(index, delen, gevonden))


def productperiode(
    ingangsdatum: IngangsdatumOption,
    maand: Annotated[str, typer.Option("--maand", metavar="MAAND", help="De maand van de zorg: 2025-10 of 10-2025.")],
    einddatum: Annotated[
        str | None,
        typer.Option("--einddatum", metavar="DATUM", help="De laatste dag van de toewijzing; mag ontbreken."),
    ] = None,
    regio: RegioOption = STANDAARD,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Give the part of a month that lies in an assignment."""
    toewijzing, gevraagd = numbers.assignment(ingangsdatum, einddatum), numbers.month(maand)
    gevonden = van_maand(toewijzing, gevraagd)
    if json:
        begin_, eind = (gevonden.begin, gevonden.eind) if gevonden else (None, None)
        print_json({"begin": begin_.isoformat() if begin_ else None, "eind": eind.isoformat() if eind else None})
        return
    gesprek = begin(regio, None, map_)
    _toon(gesprek, calculation.tekst_productperiode(gesprek.antwoorder.index, toewijzing, gevraagd, gevonden))


def weekvolume(
    volume: Annotated[str, typer.Option("--volume", metavar="AANTAL", help="Het volume per week in de toewijzing.")],
    ingangsdatum: IngangsdatumOption,
    einddatum: Annotated[str, typer.Option("--einddatum", metavar="DATUM", help="De laatste dag van de toewijzing.")],
    variant: Annotated[
        str | None,
        typer.Option(
            "--variant", metavar="VARIANT", help="De uitvoeringsvariant: inspanningsgericht of outputgericht."
        ),
    ] = None,
    wet: Annotated[str | None, typer.Option("--wet", metavar="WET", help="Jw of Wmo.")] = None,
    productcategorie: Annotated[
        str | None, typer.Option("--productcategorie", metavar="CODE", help="De categorie van het product, zoals 01.")
    ] = None,
    als: AlsOption = None,
    regio: RegioOption = STANDAARD,
    map_: MapOption = None,
    json: JsonOption = False,
) -> None:
    """Give the most that may be declared per month and in all for an assignment per week."""
    toewijzing = numbers.assignment(ingangsdatum, einddatum)
    omvang = Omvang(volume=numbers.whole(volume, "Het volume"), frequentie=PER_WEEK)
    gegeven = {"uitvoeringsvariant": variant, "wet": wet, "productcategorie": productcategorie}
    gesprek = begin(regio, [*(als or []), *(f"{naam}={waarde}" for naam, waarde in gegeven.items() if waarde)], map_)
    index, feiten = gesprek.antwoorder.index, gesprek.vraag.feiten
    samen = toewijzinggrens(index, feiten, omvang, toewijzing)
    if samen.maximum is None:
        hint = "" if variant else " Geef met --variant de uitvoeringsvariant."
        raise Gebruiksfout(f"Dit kunnen we niet uitrekenen: {samen.waarom}.{hint}")
    maanden = maandgrenzen(index, feiten, omvang, toewijzing)
    if json:
        print_json(week_volume.als_dict(maanden, samen))
    else:
        _toon(gesprek, week_volume.als_tekst(index, omvang, toewijzing, maanden, samen))


@contextmanager
def _uit_te_rekenen() -> Iterator[None]:
    try:
        yield
    except GeenRekenwijzeError as error:
        raise Gebruiksfout(f"Dit kunnen we niet uitrekenen: {error}.") from None


def _toon(gesprek: Gesprek, tekst: str) -> None:
    if gesprek.vraag.let_op:
        print_text(f"{gesprek.vraag.let_op}\n")
    print_text(tekst)


SUBOPDRACHTEN: Final = {
    "minuuttarief": Subopdracht(
        "Reken een tarief per uur om naar een tarief per minuut.",
        minuuttarief,
        "Voorbeeld: regioprotocol calculate minuuttarief --uurtarief 87,24",
    ),
    "minutenbedrag": Subopdracht(
        "Reken het bedrag uit van minuten, met een tarief per uur.",
        minutenbedrag,
        EXAMPLE,
    ),
    "uren": Subopdracht(
        "Reken geleverde minuten om naar hele uren.",
        uren,
        "Voorbeeld: regioprotocol calculate uren --minuten 35+40+20+35",
    ),
    "productperiode": Subopdracht(
        "Geef de dagen van een maand die binnen een toewijzing liggen.",
        productperiode,
        "Voorbeeld: regioprotocol calculate productperiode --ingangsdatum 15-10-2025 --einddatum 14-08-2026 "
        "--maand 2025-10",
    ),
    "weekvolume": Subopdracht(
        "Reken uit hoeveel u per maand en in totaal mag declareren bij een toewijzing per week.",
        weekvolume,
        "Voorbeeld: regioprotocol calculate weekvolume --variant outputgericht --volume 3 --ingangsdatum 01-10-2025 "
        "--einddatum 31-12-2025",
    ),
}
