"""What every check gets: the workspace, the snapshots by region, and the day on which is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regioprotocol.diagnostics import Melding, Plaats, Verwant, soort
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.resolve import Snapshot


@dataclass(frozen=True, slots=True)
class Context:
    """The input of a check. Snapshots are only there for regions whose periods could be computed."""

    werkmap: Werkmap
    snapshots: Mapping[str, Snapshot]
    vandaag: date


def meld(code: str, plaats: Plaats, tekst: str, hint: str = "", *verwant: Verwant) -> Melding:
    """Make a finding; without a hint the remedy of its kind is the hint."""
    kind = soort(code)
    return Melding(kind, plaats, tekst, hint or kind.oplossing, verwant)
