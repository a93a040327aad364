"""RP447: new codes are fixed on time. The days stand in a rule of the catalogue, and a region may agree on others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from regioprotocol.assemble.dates import parse_dag_in_jaar
from regioprotocol.checks.context import meld
from regioprotocol.checks.history import per_code
from regioprotocol.diagnostics import Melding
from regioprotocol.model.product import Producttabel
from regioprotocol.model.regel import Berekening
from regioprotocol.resolve import Snapshot

REGEL: Final = "productcode.vaststellen"
_GENOEMD: Final = 5


@dataclass(frozen=True, slots=True)
class Catalogus:
    """Codes that begin on the day *ingang* of a year are fixed by the day *uiterlijk*; both are (month, day)."""

    ingang: tuple[int, int]
    uiterlijk: tuple[int, int]

    def laatste_dag(self, begin: date) -> date | None:
        """Give the last day to fix codes that begin on this day; None when no last day is agreed for it."""
        if (begin.month, begin.day) != self.ingang:
            return None
        return date(begin.year - (self.uiterlijk >= self.ingang), *self.uiterlijk)


def catalogus_van(snapshot: Snapshot, dag: date) -> Catalogus | None:
    """Give what holds in a region on a day; None when it has no such rule, or says nothing that can be counted with."""
    geval = snapshot.eerste(REGEL, {}, dag)
    inhoud = geval.afspraak.inhoud if geval else None
    if not isinstance(inhoud, Berekening):
        return None
    dagen = [parse_dag_in_jaar(dict(inhoud.instellingen).get(naam, "")) for naam in ("ingang", "uiterlijk")]
    return Catalogus(dagen[0], dagen[1]) if dagen[0] and dagen[1] else None


def op_tijd(was: Producttabel, nu: Producttabel, catalogus: Catalogus) -> Iterator[Melding]:
    """Check that the newest codes that were not published before were fixed in time (RP447), and when (RP448)."""
    oud = per_code(was)
    nieuw = {code: rijen[0].periode.begin for code, rijen in per_code(nu).items() if code not in oud}
    dagen = {begin: uiterlijk for begin in nieuw.values() if begin and (uiterlijk := catalogus.laatste_dag(begin))}
    if not dagen:
        return
    # The table has one day on which it was fixed: that of its newest codes.
    begin = max(dagen)
    codes = [code for code, dag in nieuw.items() if dag == begin]
    wie = ", ".join(codes[:_GENOEMD]) + (f" en nog {len(codes) - _GENOEMD}" if len(codes) > _GENOEMD else "")
    if nu.vastgesteld_op is None:
        if nu.status == "definitief":
            tekst = f"Er staat niet bij wanneer de nieuwe codes vanaf {begin} zijn vastgesteld: {wie}."
            yield meld("RP448", nu.plaatsen.van("vastgesteld_op", "status"), tekst)
    elif nu.vastgesteld_op > dagen[begin]:
        tekst = (
            f"De nieuwe codes vanaf {begin} zijn vastgesteld op {nu.vastgesteld_op}. "
            f"Dat is later dan {dagen[begin]}: {wie}."
        )
        yield meld("RP447", nu.plaatsen.van("vastgesteld_op"), tekst)
