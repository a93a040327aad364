"""Everything that the document is made from, and the words that every part of it shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from regioprotocol.compare import Wijziging
from regioprotocol.model.regio import Regio, Versie
from regioprotocol.model.werkmap import Regiogegevens
from regioprotocol.parameterset import Feiten, Index
from regioprotocol.prose import Aanhaler
from regioprotocol.report.applies_to import geldt_voor
from regioprotocol.report.dutch import vanaf_tot
from regioprotocol.resolve import Geval, Snapshot, bindend_tegen

ANDERS: Final = "alle andere gevallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class WasWordt:
    """What changed since an earlier publication or day, with the names of both sides."""

    was: str
    wordt: str
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """A region resolved on a day, its set, and the set of the standard to set it against."""

    snapshot: Snapshot
    index: Index
    standaard: Index
    op: date
    was_wordt: WasWordt | None = None

    @property
    def gegevens(self) -> Regiogegevens:
        """Give the region's own data; only a region becomes a document."""
        if self.snapshot.gegevens is None:
            raise ValueError("de standaard heeft geen document")
        return self.snapshot.gegevens

    @property
    def regio(self) -> Regio:
        """Give the region."""
        return self.gegevens.regio

    @property
    def versie(self) -> Versie | None:
        """Give the version in force on the day, else the first that is to come, else the one without a day."""
        if in_kracht := self.regio.versie_op(self.op):
            return in_kracht
        straks = [v for v in self.regio.versies if v.geldt.vanaf and v.geldt.vanaf > self.op]
        return min(straks, key=lambda v: v.geldt.vanaf or self.op, default=next(iter(self.regio.versies), None))

    @property
    def vaste_feiten(self) -> Feiten:
        """Give what always holds in this region."""
        return {feit.sleutel: frozenset(feit.waarden) for feit in self.index.parameterset.standaardfeiten}

    @property
    def aanhaler(self) -> Aanhaler:
        """Give what fills the values that prose quotes."""
        return Aanhaler(self.index, self.op, {})

    def voor(self, geval: Geval) -> str:
        """Write for whom a case holds."""
        return geldt_voor(self.index, ((v.sleutel, v.waarden) for v in geval.als))

    def wie(self, geval: Geval, *, iedereen: str = "") -> str:
        """Write for whom a case holds; without conditions: who is left by the other cases, else *iedereen*."""
        if voor := self.voor(geval):
            return voor
        anderen = any(ander.als and self.tegen(ander) is None for ander in self.gevallen(geval.afspraak.regel))
        return ANDERS if anderen and self.tegen(geval) is None else iedereen

    def tegen(self, geval: Geval) -> Geval | None:
        """Give the binding national case that overrules what a region says; None when there is none."""
        if not geval.regionaal:
            return None
        gevallen = self.snapshot.gevallen[geval.afspraak.regel]
        return bindend_tegen(gevallen[: gevallen.index(geval)], geval, self.snapshot.gevolgen)

    def wisselt(self, geval: Geval) -> bool:
        """Tell whether a case is still to begin, or has an end: then its days belong to what it says."""
        begin = geval.periode.begin
        return geval.periode.einde is not None or (begin is not None and begin > self.op)

    def gevallen(self, regel: str) -> tuple[Geval, ...]:
        """Give the cases that can still hold here, in the order in which they are tried."""
        return self.snapshot.kunnen(regel, self.op)


def dagen(geval: Geval, op: date) -> str:
    """Write the days of a case as far as they matter: of a national case only what is still to come or to end."""
    begin = geval.periode.begin
    return vanaf_tot(begin if begin and (geval.regionaal or begin > op) else None, geval.periode.laatste_dag)
