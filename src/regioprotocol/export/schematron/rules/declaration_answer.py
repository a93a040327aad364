"""An answer to a declaration (325): only what was rejected (TR342), and what was granted in total."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.code_values import GEEN_AFKEUR
from regioprotocol.engine.declarations import CREDIT
from regioprotocol.engine.rules.declaration_rejections import INHOUD
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.facts import van_bericht
from regioprotocol.export.schematron.plan import DEEL, Plan
from regioprotocol.export.schematron.set_values import waar_voor
from regioprotocol.export.schematron.xpath import alle, in_lijst, niet

_TOEGEKEND: Final = "totaal toegekend bedrag"
_NIET_BEOORDEELD: Final = "0233"  # WJ001


def afgekeurd(plan: Plan) -> Iterator[Toets]:
    """Ask for a reason of rejection at every line of an answer (TR342)."""
    fout = niet(_met_code(plan, "Prestatie", DEEL, sorted(GEEN_AFKEUR)))
    yield plan.landelijk("TR342", "Prestatie", "retourcodes", fout, plaats="beide")


def toegekend(plan: Plan) -> Iterator[Toets]:
    """Ask that granted and refused are together what was declared; a refusal of more than lines tells no sum."""
    antwoord, client, prestatie = (plan.records[naam] for naam in ("DeclaratieAntwoord", "Client", "Prestatie"))
    goed = sorted({*GEEN_AFKEUR, _NIET_BEOORDEELD})
    clienten = f"{DEEL}/{antwoord.lijsten['clienten']}"
    regels = f"{clienten}/{client.lijsten['prestaties']}[{_met_code(plan, 'Prestatie', '', goed)}]"
    credit = f"{prestatie.waarde('debet_credit', '')} = '{CREDIT}'"
    bedrag = prestatie.plek("bedrag").pad
    geheel = (
        niet(_met_code(plan, "DeclaratieAntwoord", DEEL, goed)),
        niet(_met_code(plan, "Client", clienten, goed)),
        niet(_met_code(plan, "Header", "/b:Bericht/b:Header", goed)),
    )
    namen = (
        ("afgekeurd", f"sum({regels}[{niet(credit)}]/{bedrag}) - sum({regels}[{credit}]/{bedrag})"),
        ("goed", f"$ingediend * (1 - 2 * ($ingediend_debet_credit = '{CREDIT}')) - $afgekeurd"),
        ("totaal", f"$toegekend * (1 - 2 * ($toegekend_debet_credit = '{CREDIT}'))"),
    )
    for bron, waar in waar_voor(plan, van_bericht(plan, INHOUD), INHOUD, lambda o: _TOEGEKEND in o.waarden):
        yield Toets(
            regel=INHOUD,
            record=antwoord.naam,
            veld="toegekend",
            element=plan.element(antwoord.naam, "toegekend"),
            fout=alle(waar, *geheel, "$totaal != $goed"),
            tekst="Het toegekende bedrag is het ingediende bedrag min de afgekeurde regels.",
            bron=bron,
            namen=namen,
        )


def _met_code(plan: Plan, record: str, vanaf: str, behalve: list[str]) -> str:
    """Give the return codes of a record that refuse something."""
    houders = plan.records[record].houders
    if "retourcodes" not in houders:
        return "false()"
    pad = plan.records[record].lijsten["retourcodes"]
    codes = f"{pad}[{niet(in_lijst('.', behalve))}]"
    return f"{vanaf}/{codes}" if vanaf else codes


REGELS: Final = (
    Schemaregel(("TR342",), ("325",), afgekeurd),
    Schemaregel((INHOUD,), ("325",), toegekend),
)
