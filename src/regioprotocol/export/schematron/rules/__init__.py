"""Every rule that is made for the Schematron. A module of rules adds a line here and nothing else."""

from __future__ import annotations

from typing import Final

from regioprotocol.export.schematron.assertion import Schemaregel
from regioprotocol.export.schematron.rules import (
    codes,
    contacts,
    dates,
    declaration_amounts,
    declaration_answer,
    declaration_frame,
    declaration_lines,
    declaration_products,
    duplicates,
    fields,
    overlap,
    products,
    requests,
    size,
    usage,
)

SCHEMAREGELS: Final[tuple[Schemaregel, ...]] = (
    *usage.REGELS,
    *fields.REGELS,
    *products.REGELS,
    *size.REGELS,
    *requests.REGELS,
    *dates.REGELS,
    *duplicates.REGELS,
    *overlap.REGELS,
    *contacts.REGELS,
    *codes.REGELS,
    *declaration_frame.REGELS,
    *declaration_lines.REGELS,
    *declaration_products.REGELS,
    *declaration_amounts.REGELS,
    *declaration_answer.REGELS,
)
