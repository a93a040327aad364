"""Lines, numbers and keys that stand in a message twice (TR101, TR074, TR332, OP308, TR383)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.code_values import EERSTE_AANLEVERING
from regioprotocol.engine.rules.requests import REFERENTIE
from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.plan import Plan, Record
from regioprotocol.export.schematron.set_values import waar_is
from regioprotocol.export.schematron.xpath import alle

_PER_PRODUCT: Final = "per product"
_HERHAALD: Final = (
    "ToegewezenProduct", "StartProduct", "StopProduct", "AangevraagdProduct", "OngewijzigdProduct",
    "TeWijzigenProduct", "NieuwProduct",
)  # fmt: skip


def dubbele_regels(plan: Plan) -> Iterator[Toets]:
    """Refuse two lines that say exactly the same (TR101)."""
    for naam in _HERHAALD:
        if naam in plan.records:
            record = plan.records[naam]
            fout = _eerder(record, f"{record.inhoud('')} = $inhoud")
            yield plan.landelijk("TR101", naam, "", fout, namen=_inhoud(record))


def sleutels(plan: Plan) -> Iterator[Toets]:
    """Refuse a start or stop with a key that the message already has (TR074, IV096). The same line twice is TR101."""
    for naam in ("StartProduct", "StopProduct"):
        if naam not in plan.records:
            continue
        record = plan.records[naam]
        zelfde = alle(
            f"{record.waarde('status_aanlevering', '')} = '{EERSTE_AANLEVERING}'",
            f"{record.waarde('toewijzingnummer', '')} = $toewijzingnummer",
            f"{record.waarde('begindatum', '')} = $begindatum",
        )
        fout = alle(f"$status_aanlevering = '{EERSTE_AANLEVERING}'", _eerste_is_anders(record, zelfde))
        yield plan.landelijk("TR074", naam, "begindatum", fout, namen=_inhoud(record))


def nummers(plan: Plan) -> Iterator[Toets]:
    """Refuse a number of an assignment that the message uses twice (TR332)."""
    record = plan.records["ToegewezenProduct"]
    fout = _eerste_is_anders(record, f"{record.waarde('toewijzingnummer', '')} = $toewijzingnummer")
    yield plan.landelijk("TR332", record.naam, "toewijzingnummer", fout, namen=_inhoud(record))


def zelfde_en_anders(plan: Plan) -> Iterator[Toets]:
    """Refuse a VOW that leaves an assignment as it is and changes it too (OP308)."""
    verzoek, ongewijzigd = plan.records["Verzoek"], plan.records["OngewijzigdProduct"]
    nummer = ongewijzigd.plek("toewijzingnummer").pad
    fout = f"$deel/../../{verzoek.lijsten['ongewijzigd']}/{nummer} = $toewijzingnummer"
    yield plan.landelijk("OP308", "TeWijzigenProduct", "toewijzingnummer", fout)


def referentie(plan: Plan) -> Iterator[Toets]:
    """Ask for a reference of its own at every product of a VOT (TR383)."""
    record = plan.records["AangevraagdProduct"]
    eerder = _eerder(record, f"{record.waarde('referentie_aanbieder', '')} = $referentie_aanbieder")
    for bron, waar in waar_is(plan, REFERENTIE, _PER_PRODUCT):
        yield plan.landelijk("TR383", record.naam, "referentie_aanbieder", alle(waar, eerder), bron=bron)


def _inhoud(record: Record) -> tuple[tuple[str, str], ...]:
    return (("inhoud", record.inhoud()),)


def _eerder(record: Record, zelfde: str) -> str:
    return f"$deel/preceding-sibling::{record.patroon}[{zelfde}]"


def _eerste_is_anders(record: Record, zelfde: str) -> str:
    """Tell that the first line with the same key says something else."""
    return f"{_eerder(record, zelfde)}[last()][{record.inhoud('')} != $inhoud]"


REGELS: Final = (
    Schemaregel(("TR101",), ("301", "305", "307", "315", "317"), dubbele_regels),
    Schemaregel(("TR074",), ("305", "307"), sleutels),
    Schemaregel(("TR332",), ("301",), nummers),
    Schemaregel(("OP308",), ("317",), zelfde_en_anders),
    Schemaregel(("TR383", REFERENTIE), ("315",), referentie, onder=(REFERENTIE,)),
)
