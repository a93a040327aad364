"""The last day of a term, from a parameter set alone: look up the rule, then count with the calendar of the set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType, structs

from regioprotocol.calendar import Berekend, Duur, Kalender, bereken
from regioprotocol.parameterset import Feiten, Index, Parameterset, Uitkomst, zoek
from regioprotocol.parameterset.records import ProductTermijn, TermijnGeval, TermijnRegel

WaaromNiet = Literal["", "geen termijn", "geen moment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A term that was looked up for an event.

    *berekend* is None when no day can be given; *waarom_niet* then says whether the set holds no term ('geen termijn')
    or a term without an event ('geen moment').
    """

    uitkomst: Uitkomst
    tekst: str = ""
    gebeurtenis: str = ""
    richting: Literal["na", "voor"] = "na"
    duur: Duur | None = None
    berekend: Berekend | None = None
    waarom_niet: WaaromNiet = ""

    @property
    def datum(self) -> date | None:
        """Give the last day on which the act is in time."""
        return self.berekend.datum if self.berekend else None


def kalender_van(parameterset: Parameterset) -> Kalender:
    """Give the calendar that travels in the set. Make it once: it holds the days off of many years."""
    k = parameterset.kalender
    vrij = {date.fromisoformat(dag.datum): dag.naam for dag in k.vrije_dagen}
    return Kalender(vrij, k.eerste_jaar, k.laatste_jaar)


def termijn(
    index: Index, regel: str, feiten: Feiten, gebeurtenis: date, kalender: Kalender, *, op: date | None = None
) -> Termijn:
    """Give the last day of a term for an event.

    *op* is the day on which the rule is looked up (its peildatum); without it that is the day of the event. Raises
    KeyError for a rule that the set does not hold, ValueError for one that is no term, and BuitenKalenderError.
    """
    record = index.regels[regel]
    if not isinstance(record, TermijnRegel):
        raise ValueError(f"'{regel}' is geen termijn")  # noqa: TRY004 - the value of an argument is wrong
    return van_uitkomst(record, zoek(index, regel, feiten, op or gebeurtenis), gebeurtenis, kalender)


def van_uitkomst(regel: TermijnRegel, uitkomst: Uitkomst, gebeurtenis: date, kalender: Kalender) -> Termijn:
    """Give the last day for a term that was looked up already. Raises BuitenKalenderError."""
    geval = uitkomst.gevallen[0] if uitkomst.gevallen else None
    gevonden: TermijnGeval | ProductTermijn | None = uitkomst.uit_product
    if gevonden is None and isinstance(geval, TermijnGeval):
        gevonden = geval
    if gevonden is None or uitkomst.stand != "waarde" or isinstance(gevonden.duur, UnsetType):
        return Termijn(uitkomst=uitkomst, waarom_niet="geen termijn")
    tekst = str(gevonden.tekst)
    if gevonden.gebeurtenis is UNSET:
        return Termijn(uitkomst=uitkomst, tekst=tekst, waarom_niet="geen moment")
    duur = Duur(**structs.asdict(gevonden.duur))
    richting: Literal["na", "voor"] = "voor" if gevonden.richting == "voor" else "na"
    return Termijn(
        uitkomst=uitkomst,
        tekst=tekst,
        gebeurtenis=str(gevonden.gebeurtenis),
        richting=richting,
        duur=duur,
        berekend=bereken(gebeurtenis, duur, kalender, richting=richting, verschuiving=regel.vrije_dag),
    )
