"""Stricter or looser, only where the kind of value allows it to be said."""

from __future__ import annotations

from typing import Final

from regioprotocol.compare.records import Oordeel
from regioprotocol.parameterset import Uitkomst
from regioprotocol.parameterset.records import BerichtgebruikGeval, Duur, TermijnGeval

# Duty and prohibition both leave less room than permission; between those two nothing can be said.
_RUIMTE: Final = {"toegestaan": 2, "voorwaardelijk": 1, "verplicht": 0, "niet toegestaan": 0}
_DELEN: Final = ("jaren", "maanden", "volledige_kalendermaanden", "weken", "dagen", "werkdagen")


def oordeel(was: Uitkomst, wordt: Uitkomst) -> Oordeel:
    """Give 'strenger' or 'ruimer' for the one who must act; nothing when it depends."""
    a, b = (next(iter(kant.gevallen), None) for kant in (was, wordt))
    if isinstance(a, BerichtgebruikGeval) and isinstance(b, BerichtgebruikGeval):
        return _meer_ruimte(_RUIMTE.get(str(a.waarde), 0), _RUIMTE.get(str(b.waarde), 0))
    if isinstance(a, TermijnGeval) and isinstance(b, TermijnGeval):
        return _termijn(a, b)
    return ""


def _meer_ruimte(was: int, wordt: int) -> Oordeel:
    if was == wordt:
        return ""
    return "ruimer" if wordt > was else "strenger"


def _termijn(was: TermijnGeval, wordt: TermijnGeval) -> Oordeel:
    """Compare durations part by part: longer in one part and shorter in none is longer."""
    zelfde = (was.richting, was.gebeurtenis) == (wordt.richting, wordt.gebeurtenis)
    if not zelfde or not isinstance(was.duur, Duur) or not isinstance(wordt.duur, Duur):
        return ""
    if was.duur.einde_maand != wordt.duur.einde_maand:
        return ""
    verschillen = [getattr(wordt.duur, deel) - getattr(was.duur, deel) for deel in _DELEN]
    if min(verschillen) < 0 < max(verschillen):
        return ""
    langer = sum(verschillen)
    # A term after an event leaves more room when it is longer; one before an event less.
    return _meer_ruimte(0, langer if was.richting == "na" else -langer)
