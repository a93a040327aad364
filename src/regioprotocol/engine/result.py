"""What a check gives: the findings, the terms that were judged, and the counts."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from msgspec import Struct

from regioprotocol.engine.findings import Bevinding

Termijnuitkomst = Literal["op tijd", "te laat", "niet te beoordelen"]


class Termijnoordeel(Struct, frozen=True, kw_only=True):
    """One term: the last day, the day on which it happened, and what we say about it.

    *oordeel* is a sentence that starts with 'op tijd', 'te laat' or 'niet te beoordelen'. A day that is not known is
    None. *bericht* is the kind with its law (JW305); *bestand* and *regelnummer* tell which one.
    """

    regel: str
    bericht: str
    uiterlijk: date | None = None
    werkelijk: date | None = None
    uitkomst: Termijnuitkomst = "niet te beoordelen"
    oordeel: str = ""
    bestand: str = ""
    regelnummer: int = 0

    def als_dict(self) -> dict[str, Any]:
        """Give the term as the public JSON has it."""
        return {
            "regel": self.regel,
            "bericht": self.bericht,
            "uiterlijk": self.uiterlijk.isoformat() if self.uiterlijk else None,
            "werkelijk": self.werkelijk.isoformat() if self.werkelijk else None,
            "oordeel": self.oordeel or self.uitkomst,
        }


class Samenvatting(Struct, frozen=True, kw_only=True):
    """How many messages were judged, and what was found."""

    berichten: int
    fouten: int
    waarschuwingen: int


class Uitslag(Struct, frozen=True, kw_only=True):
    """The outcome of a check: findings in the order of the messages, terms, and counts."""

    bevindingen: tuple[Bevinding, ...]
    termijnen: tuple[Termijnoordeel, ...] = ()
    samenvatting: Samenvatting

    @property
    def goed(self) -> bool:
        """Tell whether there is no fout; warnings may be there."""
        return not self.samenvatting.fouten
