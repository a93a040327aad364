"""Dates that cannot be: of birth, of a start or a stop (TR002, TR134, TR018, OP011)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.plan import Plan

_HONDERDTWINTIG_JAAR: Final = 120_0000  # TR002, in a day as a number; 29 February 2020 is before release 3.2
_ONBEKEND: Final = "3"  # code list COD170: day, month and year are not known


def geboortedatum(plan: Plan) -> Iterator[Toets]:
    """Compare dates of birth with the date of the message (TR134, TR002)."""
    for naam in ("Client", "Relatie"):
        if naam in plan.records:
            yield plan.landelijk("TR134", naam, "geboortedatum", "$geboortedatum > $dag")
    fout = f"$geboortedatum < $dag - {_HONDERDTWINTIG_JAAR} and $datumgebruik != '{_ONBEKEND}'"
    yield plan.landelijk("TR002", "Client", "geboortedatum", fout)


def einde_van_stop(plan: Plan) -> Iterator[Toets]:
    """Refuse a stop that ends before it began (TR018)."""
    yield plan.landelijk("TR018", "StopProduct", "einddatum", "$einddatum < $begindatum")


def begin_van_start(plan: Plan) -> Iterator[Toets]:
    """Point at a start that is still to come (OP011)."""
    toets = plan.landelijk("OP011", "StartProduct", "begindatum", "$begindatum > $dag")
    yield replace(toets, ernst="waarschuwing", retourcode="", wat_nu="")


REGELS: Final = (
    Schemaregel(("TR002", "TR134"), ("301", "305", "307", "315"), geboortedatum),
    Schemaregel(("TR018",), ("307",), einde_van_stop),
    Schemaregel(("OP011",), ("305",), begin_van_start),
)
