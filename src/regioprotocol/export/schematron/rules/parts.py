"""The records that name a product, by kind of message, with the field of their first day (as engine.rules.parts)."""

from __future__ import annotations

from regioprotocol.export.schematron.plan import BASIS, BERICHT, Plan, Record
from regioprotocol.export.schematron.xpath import dag, niet

_PER_SOORT = {
    "301": ("ToegewezenProduct", "ingangsdatum"),
    "305": ("StartProduct", "toewijzing_ingangsdatum"),
    "307": ("StopProduct", "toewijzing_ingangsdatum"),
    "315": ("AangevraagdProduct", "ingangsdatum"),
    "317": ("NieuwProduct", "gewenste_ingangsdatum"),
}


def productrecord(plan: Plan) -> tuple[Record, str]:
    """Give the record of a product in this kind of message, and the field of its first day."""
    naam, begin = _PER_SOORT[plan.soort.soort]
    return plan.records[naam], begin


def dag_van_zorg(record: Record, begin: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Give the day of care: the first day of the product, or the day of the message when it has none; and its name."""
    if not record.plek(begin).mag_ontbreken:
        return f"${begin}", ()
    dagtekening = f"/{BERICHT}:Bericht/{BERICHT}:Header/{BERICHT}:BerichtIdentificatie/{BASIS}:Dagtekening"
    paden = f"{record.heeft(begin)} | {dagtekening}[{niet(record.heeft(begin))}]"
    return "$dag_van_zorg", (("dag_van_zorg", dag(paden)),)
