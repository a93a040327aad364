"""Every rule of the engine, by level. A module of rules adds a line here and nothing else."""

from __future__ import annotations

from typing import Final

from regioprotocol.engine.rules import (
    codes,
    contacts,
    dates,
    declaration_answer,
    duplicates,
    fields,
    overlap,
    products,
    region,
    requests,
    series_answers,
    series_assignments,
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
)

DECLARATIEREGELS: Final[tuple[Declaratieregel, ...]] = (*declaration_answer.REGELS,)

REEKSREGELS: Final[tuple[Reeksregel, ...]] = (
    *series_assignments.REGELS,
    *series_starts.REGELS,
    *series_requests.REGELS,
    *series_answers.REGELS,
    *series_terms.REGELS,
)
