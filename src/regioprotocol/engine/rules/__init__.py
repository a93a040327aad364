"""Every rule of the engine, by level. A module of rules adds a line here and nothing else."""

from __future__ import annotations

from typing import Final

from regioprotocol.engine.rules import (
    codes,
    contacts,
    dates,
    declaration_answer,
    declaration_assigned,
    declaration_frame,
    declaration_lines,
    declaration_products,
    declaration_rejections,
    declaration_series,
    duplicates,
    fields,
    overlap,
    products,
    region,
    requests,
    series_answers,
    series_assignments,
    series_declarations,
    series_delivery,
    series_requests,
    series_starts,
    series_terms,
    size,
    usage,
)
from regioprotocol.engine.rules.registry import Berichtregel, Declaratieregel, Reeksregel

BERICHTREGELS: Final[tuple[Berichtregel, ...]] = (
    *region.REGELS,
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
)

DECLARATIEREGELS: Final[tuple[Declaratieregel, ...]] = (
    *declaration_answer.REGELS,
    *declaration_frame.DECLARATIEREGELS,
    *declaration_lines.DECLARATIEREGELS,
    *declaration_products.DECLARATIEREGELS,
    *declaration_assigned.DECLARATIEREGELS,
    *declaration_series.DECLARATIEREGELS,
    *declaration_rejections.DECLARATIEREGELS,
)

REEKSREGELS: Final[tuple[Reeksregel, ...]] = (
    *series_assignments.REGELS,
    *series_delivery.REGELS,
    *series_starts.REGELS,
    *series_requests.REGELS,
    *series_answers.REGELS,
    *series_declarations.REGELS,
    *series_terms.REGELS,
)
