"""The frame of a declaration: its month, the periods of its lines, the total (TR134, TR137, TR319, TR335, TR358)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.declarations import CREDIT
from regioprotocol.engine.rules.declaration_frame import GRENS, LENGTE, UITERSTE
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.decision import beslis
from regioprotocol.export.schematron.facts import dag_van, feiten_van, van_bericht
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.set_values import is_waarde, waar_voor
from regioprotocol.export.schematron.terms import later, lengte_van, rest
from regioprotocol.export.schematron.xpath import alle, jaar_van, lengte_van_maand, maand_van, niet
from regioprotocol.parameterset.records import TermijnRegel

_KALENDERMAAND: Final = "kalendermaand"
_IN_EEN_MAAND: Final = "binnen de toewijzing en één kalendermaand"


def perioden(plan: Plan) -> Iterator[Toets]:
    """Ask for days of a period in their order, and not after the day of the message (TR134, TR137)."""
    for naam in ("Declaratie", "Prestatie"):
        if naam in plan.records and "begindatum" in plan.records[naam].velden:
            yield plan.landelijk("TR134", naam, "begindatum", "$begindatum > $dag")
            fout = "($einddatum < $begindatum or $einddatum > $dag) and not($begindatum > $dag)"
            yield plan.landelijk("TR137", naam, "einddatum", fout)


def declaratieperiode(plan: Plan) -> Iterator[Toets]:
    """Ask for one whole calendar month (OP280)."""
    laatste = f"floor($begindatum div 100) * 100 + {_lengte('$begindatum')}"
    niet_eerste = "$begindatum mod 100 != 1"
    for bron, waar in waar_voor(plan, van_bericht(plan, LENGTE, dag="$begindatum"), LENGTE, is_waarde(_KALENDERMAAND)):
        telt = alle(waar, "$einddatum >= $begindatum")
        yield plan.landelijk("OP280", "Declaratie", "begindatum", alle(telt, niet_eerste), bron=bron)
        fout = alle(telt, niet(niet_eerste), f"$einddatum != {laatste}")
        yield plan.landelijk("OP280", "Declaratie", "einddatum", fout, bron=bron)


def productperiode(plan: Plan) -> Iterator[Toets]:
    """Ask for a productperiode inside one month (OP367) and not after that of the declaration (TR319)."""
    for bron, waar in waar_voor(plan, van_bericht(plan, GRENS, dag="$begindatum"), GRENS, is_waarde(_IN_EEN_MAAND)):
        andere_maand = "$einddatum > $begindatum and floor($einddatum div 100) != floor($begindatum div 100)"
        yield plan.landelijk("OP367", "Prestatie", "einddatum", alle(waar, andere_maand), bron=bron)
    tot = plan.records["Declaratie"].waarde("einddatum", "$deel/ancestor::b:Declaratie")
    yield plan.landelijk("TR319", "Prestatie", "einddatum", f"$begindatum = $begindatum and $einddatum > {tot}")


def te_oud(plan: Plan) -> Iterator[Toets]:
    """Refuse a line whose care ended too long before the declaration (TR335)."""
    regel = plan.index.regels.get(UITERSTE)
    if not isinstance(regel, TermijnRegel):
        return
    lengten = beslis(
        van_bericht(plan, UITERSTE, dag="$einddatum"),
        lambda keuze: lengte_van(regel, plan.vraag(UITERSTE, dag_van(keuze), feiten_van(keuze))),
    )
    op = ("dagtekening", plan.records["Declaratie"].waarde("dagtekening", "$deel/ancestor::b:Declaratie"))
    for nummer, (lengte, waar) in enumerate(lengten.items(), 1):
        namen, te_laat = later(plan, lengte, "$einddatum", "$dagtekening", f"grens_{nummer}")
        fout = alle(waar, te_laat)
        yield plan.landelijk("TR335", "Prestatie", "einddatum", fout, namen=(op, *namen), bron=lengte.bron)


def totaal(plan: Plan) -> Iterator[Toets]:
    """Compare the total with the lines, credits counted down (TR358)."""
    record, prestatie = plan.records["Declaratie"], plan.records["Prestatie"]
    regels = f"$deel/{record.lijsten['clienten']}/{plan.records['Client'].lijsten['prestaties']}"
    credit = f"{prestatie.waarde('debet_credit', '')} = '{CREDIT}'"
    bedrag = prestatie.plek("bedrag").pad
    namen = (
        ("som", f"sum({regels}[{niet(credit)}]/{bedrag}) - sum({regels}[{credit}]/{bedrag})"),
        ("totaal", f"$ingediend * (1 - 2 * ($ingediend_debet_credit = '{CREDIT}'))"),
    )
    alleen_teken = "$totaal = -1 * $som"
    for veld, wanneer in (("ingediend_debet_credit", alleen_teken), ("ingediend", niet(alleen_teken))):
        fout = f"$totaal != $som and {wanneer}"
        yield plan.landelijk("TR358", "Declaratie", veld, fout, namen=namen)


def _lengte(dag: str) -> str:
    return lengte_van_maand(jaar_van(dag), maand_van(dag))


REGELS: Final = (
    Schemaregel(("TR134", "TR137"), ("323", "325"), perioden),
    Schemaregel(("OP280", LENGTE), ("323",), declaratieperiode, onder=(LENGTE,)),
    Schemaregel(("OP367", "TR319", GRENS), ("323",), productperiode, onder=(GRENS,)),
    Schemaregel(("TR335", UITERSTE), ("323",), te_oud, onder=(UITERSTE,), rest=lambda plan: rest(plan, UITERSTE)),
    Schemaregel(("TR358",), ("323",), totaal),
)
