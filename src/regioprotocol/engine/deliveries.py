"""Where an assignment stands as its starts and stops unfold: which start is current, and which stop belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from regioprotocol.engine.code_values import TIJDELIJK, VERWIJDEREN
from regioprotocol.engine.series import Casus, Reeks, Regie


@dataclass(slots=True)
class Levering:
    """A start that was not deleted, with the stops that were sent for it."""

    start: Regie
    stops: list[Regie] = field(default_factory=list)

    @property
    def definitief(self) -> bool:
        """Tell whether a final stop was sent."""
        return any(not is_tijdelijk(stop) for stop in self.stops)


@dataclass(slots=True)
class Stand:
    """Where one assignment of one client stands.

    *verwijderd* keeps what was deleted: what follows corrects it. *geweigerd* are starts that cannot be (one is
    current, or has the same key): they count as not sent. *kent_begin*: the series has the assignment itself, so a
    start that is missing was not sent.
    """

    casus: Casus
    sleutel: str
    kent_begin: bool
    leveringen: list[Levering] = field(default_factory=list)
    verwijderd: list[Regie] = field(default_factory=list)
    geweigerd: list[Regie] = field(default_factory=list)

    @property
    def laatste(self) -> Levering | None:
        """Give the last start that was not deleted."""
        return self.leveringen[-1] if self.leveringen else None

    @property
    def loopt(self) -> Levering | None:
        """Give the current start: one without a stop."""
        return next((levering for levering in reversed(self.leveringen) if not levering.stops), None)

    def met_begin(self, regel: Regie) -> Levering | None:
        """Give the start with the same first day."""
        return next((lev for lev in self.leveringen if lev.start.deel.begindatum == regel.deel.begindatum), None)

    def verwerk(self, regel: Regie) -> None:
        """Take a start or stop into account, as far as it can be placed."""
        if is_verwijdering(regel):
            self._verwijder(regel)
        elif regel.is_stop:
            levering = self.met_begin(regel) or self.laatste
            if levering is not None:
                levering.stops.append(regel)
        elif self.loopt is not None or self.met_begin(regel) is not None:
            self.geweigerd.append(regel)
        else:
            self.leveringen.append(Levering(regel))

    def te_verwijderen(self, regel: Regie) -> Regie | None:
        """Give what a deletion is about: the start, or the stop with the same reason, with this first day."""
        levering = self.met_begin(regel)
        if levering is None:
            begin = regel.deel.begindatum
            return next((r for r in self.geweigerd if r.deel.begindatum == begin and not regel.is_stop), None)
        if not regel.is_stop:
            return levering.start
        reden = regel.deel.reden_beeindiging
        return next((stop for stop in reversed(levering.stops) if stop.deel.reden_beeindiging == reden), None)

    def _verwijder(self, regel: Regie) -> None:
        doel, levering = self.te_verwijderen(regel), self.met_begin(regel)
        if doel is None or levering is None:
            return
        self.verwijderd.append(doel)
        if regel.is_stop:
            levering.stops.remove(doel)
        else:
            self.leveringen.remove(levering)


def is_verwijdering(regel: Regie) -> bool:
    """Tell whether a start or stop deletes an earlier one."""
    return regel.deel.status_aanlevering == VERWIJDEREN


def is_tijdelijk(regel: Regie) -> bool:
    """Tell whether a stop is a temporary one."""
    return regel.deel.reden_beeindiging == TIJDELIJK


def speel(reeks: Reeks) -> Iterator[tuple[Stand, Regie]]:
    """Give every start and stop with the stand just before it; the stand changes when you ask for the next."""
    for (casus, sleutel), regels in reeks.regie.items():
        stand = Stand(casus, sleutel, sleutel in reeks.toewijzingsnummers.get(casus, ()))
        for regel in regels:
            yield stand, regel
            stand.verwerk(regel)


def eindstanden(reeks: Reeks) -> Iterator[Stand]:
    """Give where every assignment with a start or a stop stands at the end of the series."""
    for (casus, sleutel), regels in reeks.regie.items():
        stand = Stand(casus, sleutel, sleutel in reeks.toewijzingsnummers.get(casus, ()))
        for regel in regels:
            stand.verwerk(regel)
        yield stand
