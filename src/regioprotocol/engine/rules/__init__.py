"""Every rule of the engine, by level. A module of rules adds a line here and nothing else."""

from __future__ import annotations

from typing import Final

from regioprotocol.engine.rules import region
from regioprotocol.engine.rules.registry import Berichtregel, Declaratieregel, Reeksregel

BERICHTREGELS: Final[tuple[Berichtregel, ...]] = (*region.REGELS,)

DECLARATIEREGELS: Final[tuple[Declaratieregel, ...]] = ()

REEKSREGELS: Final[tuple[Reeksregel, ...]] = ()
