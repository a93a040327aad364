"""Look-ups in the parameter set for one run: answered once for the same facts, honest about what is missing.

A rule is found by key. What decides is restricted to the facts that its cases ask for, so that 100,000 lines of a
declaration share a few dozen answers.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from regioprotocol.parameterset import Index
from regioprotocol.parameterset.lookup import Feiten, Uitkomst, complete
from regioprotocol.parameterset.records import ElkeRegel, ElkGeval
from regioprotocol.parameterset.trace import Spoor, volg


class Oordeel(Struct, frozen=True):
    """An answer of the set: the outcome, and the facts from outside any message that could make it another.

    With *buiten* an engine says 'niet te beoordelen', never 'goed' or 'fout'.
    """

    uitkomst: Uitkomst
    buiten: tuple[str, ...] = ()

    @property
    def waarde(self) -> str:
        """Give the (first) value as text; empty when a stand stands in its place or no case matches."""
        return self.uitkomst.waarden[0] if self.uitkomst.waarden else ""

    @property
    def waarden(self) -> tuple[str, ...]:
        """Give the values of a list."""
        return self.uitkomst.waarden

    @property
    def zeker(self) -> bool:
        """Tell whether the outcome can be judged with what the messages say."""
        return not self.buiten

    @property
    def beslist(self) -> ElkGeval | None:
        """Give the case that decided."""
        return self.uitkomst.gevallen[0] if self.uitkomst.gevallen else None


_GEEN = Oordeel(Uitkomst("geen antwoord"))


class Naslag:
    """The set of one run with what was answered before. Traces are kept when `explain-message` asks for them."""

    __slots__ = ("_antwoorden", "_buiten", "_compleet", "_sleutels", "index", "sporen")

    def __init__(self, index: Index, *, met_spoor: bool = False) -> None:
        """Take an index; *met_spoor* keeps the trace of every look-up."""
        self.index = index
        self.sporen: dict[tuple[str, date, tuple[tuple[str, frozenset[str]], ...]], Spoor] | None = (
            {} if met_spoor else None
        )
        self._antwoorden: dict[tuple[str, date, tuple[tuple[str, frozenset[str]], ...]], Oordeel] = {}
        self._compleet: dict[tuple[tuple[str, frozenset[str]], ...], dict[str, frozenset[str]]] = {}
        self._sleutels: dict[str, tuple[str, ...]] = {}
        self._buiten = frozenset(
            (d.sleutel, w.waarde) for d in index.parameterset.dimensies for w in d.waarden if w.herkomst == "buiten"
        )

    def kent(self, regel: str) -> bool:
        """Tell whether the set has this rule."""
        return regel in self.index.regels

    def vraag(self, regel: str, feiten: Feiten, dag: date) -> Oordeel:
        """Answer a rule for these facts on this day; a rule that the set does not have has no answer."""
        record = self.index.regels.get(regel)
        if record is None:
            return _GEEN
        compleet = self.compleet(feiten)
        sleutel = (regel, dag, tuple((k, compleet[k]) for k in self._sleutels_van(record) if k in compleet))
        oordeel = self._antwoorden.get(sleutel)
        if oordeel is None:
            spoor = volg(self.index, regel, compleet, dag)
            oordeel = self._antwoorden[sleutel] = Oordeel(spoor.uitkomst, self._van_buiten(record, spoor))
            if self.sporen is not None:
                self.sporen[sleutel] = spoor
        return oordeel

    def compleet(self, feiten: Feiten) -> dict[str, frozenset[str]]:
        """Give the facts with all that follows from them."""
        sleutel = tuple(sorted(feiten.items()))
        compleet = self._compleet.get(sleutel)
        if compleet is None:
            compleet = self._compleet[sleutel] = complete(self.index, feiten)
        return compleet

    def _sleutels_van(self, record: ElkeRegel) -> tuple[str, ...]:
        sleutels = self._sleutels.get(record.regel)
        if sleutels is None:
            # Who takes part depends on these; a product can have the term itself.
            eigen = {v.sleutel for geval in record.gevallen for v in geval.als}
            sleutels = tuple(sorted(eigen | {"gemeente", "wet", "domein", "perceel", "product"}))
            self._sleutels[record.regel] = sleutels
        return sleutels

    def _van_buiten(self, record: ElkeRegel, spoor: Spoor) -> tuple[str, ...]:
        """Give the facts that no message holds and that could change this answer ('situatie=onderaannemer')."""
        mist = set(spoor.ontbrekend)
        return tuple(
            dict.fromkeys(
                f"{v.sleutel}={waarde}"
                for geval in record.gevallen
                for v in geval.als
                if v.sleutel in mist
                for waarde in v.waarden
                if (v.sleutel, waarde) in self._buiten
            )
        )
