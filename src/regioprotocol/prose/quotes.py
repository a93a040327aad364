"""The words for a value that prose quotes: 'verplicht', '5 werkdagen na de intake', '€ 1,45'."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from regioprotocol.assemble.prose import lees_feiten
from regioprotocol.diagnostics import opsomming
from regioprotocol.parameterset import Feiten, Index, zoek
from regioprotocol.report.answer import waarde_in_woorden


@dataclass(frozen=True, slots=True)
class Aanhaler:
    """Fills quotes with what the set answers on a day; *feiten* hold for every quote."""

    index: Index
    op: date
    feiten: Feiten

    def __call__(self, regel: str, als: str) -> str:
        """Give the words. A stand is shown between brackets; a rule that we do not have stays as it was written."""
        if regel not in self.index.regels:
            return f"{{{{{regel}}}}}"
        feiten = {**self.feiten, **{sleutel: frozenset(waarden) for sleutel, waarden in lees_feiten(als)}}
        uitkomst = zoek(self.index, regel, feiten, self.op)
        if uitkomst.stand != "waarde":
            return f"({uitkomst.stand})"
        return opsomming(waarde_in_woorden(self.index, self.index.regels[regel], uitkomst))
