"""The tariffs of one product in a sheet to what they change: new amounts from a day, and last days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from regioprotocol.diagnostics import opsomming
from regioprotocol.tables.changes import TARIEF, TARIEF_EINDE, Wijziging, toegepast, wijziging
from regioprotocol.tables.flat import Productrij, Tariefrij, euro, voluit
from regioprotocol.tables.records import Vraag
from regioprotocol.tables.rows import Opgave, Tariefopgave, Waarde
from regioprotocol.tables.tariffs import laatste, op_dag


class Meld(Protocol):
    """Tell a finding at the cell that brought it in."""

    def __call__(self, code: str, cel: Waarde | Tariefopgave, tekst: str) -> None:
        """Take the code of the finding, its cell and its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariefplanner:
    """One product. *was*: as the table has it; *basis*: as the sheet had it when we made it, if we did (*eigen*)."""

    vraag: Vraag
    eigen: bool
    meld: Meld
    was: Productrij
    basis: Productrij

    def wijzigingen(self, opgave: Opgave) -> Iterator[Wijziging]:
        """Give every change in the order of the sheet; a tariff may follow another one of the same sheet."""
        wordt = self.was
        for tarief in self._vanaf_per(opgave.tarieven):
            for stap in self._tarief(tarief, wordt):
                yield stap
                wordt = toegepast(wordt, [stap])
        if opgave.tarief_stand and not opgave.tarieven:
            yield from self._stand(opgave.tarief_stand)

    def _vanaf_per(self, tarieven: Sequence[Tariefopgave]) -> Iterator[Tariefopgave]:
        """Let what is in force on the day from which the sheet holds, begin on that day. Other days stay."""
        per = self.vraag.per
        begin = {t: per if t.vanaf is None else t.vanaf for t in tarieven}
        for t in tarieven:
            anderen = [a for a in tarieven if a.kenmerk == t.kenmerk and a is not t]
            opgevolgd = any(begin[t] < begin[a] <= per for a in anderen)
            if not per or begin[t] > per or opgevolgd or self._onveranderd(t) or self._was_zo(t, begin[t]):
                yield t
                continue
            if t.vanaf is None and any(begin[a] == per and a.bedrag != t.bedrag for a in anderen):
                tekst = f"Met --per geldt dit tarief vanaf {voluit(per)}. Dan begint er al een ander."
                self.meld("RP436", t, tekst)
            einde = None if t.tot_en_met and t.tot_en_met < per else t.tot_en_met
            yield replace(t, vanaf=per, tot_en_met=einde)

    def _was_zo(self, t: Tariefopgave, begin: str) -> bool:
        """Tell whether a tariff that is over on that day, is what the table had then."""
        toen = op_dag(self.was.tarieven, t.kenmerk, begin)
        return bool(t.tot_en_met and t.tot_en_met < self.vraag.per and toen and toen.bedrag == t.bedrag)

    def _tarief(self, t: Tariefopgave, rij: Productrij) -> Iterator[Wijziging]:
        """Give what one tariff changes; *rij* is the product with the tariffs before it in the sheet."""
        if ongewijzigd := self._onveranderd(t):
            yield from self._einde(t, rij, ongewijzigd)
            return
        vanaf = t.vanaf
        if vanaf is None:
            nu = op_dag(rij.tarieven, t.kenmerk, self.vraag.vandaag) or laatste(rij.tarieven, t.kenmerk)
            if nu and nu.bedrag == t.bedrag:
                return
            if rij.tarieven:
                tekst = f"Vanaf welke dag geldt {euro(t.bedrag)}? Nu geldt {euro(nu.bedrag) if nu else 'niets'}."
                self.meld("RP438", t, tekst)
                return
            vanaf = rij.velden.get("geldig_vanaf", "")
        geldt = op_dag(rij.tarieven, t.kenmerk, vanaf)
        if geldt and geldt.bedrag == t.bedrag:
            if geldt.vanaf == vanaf:
                yield from self._einde(t, rij, geldt)
            return
        self._waarschuw(t, rij, geldt, vanaf)
        waar = Tariefrij(t.kenmerk, vanaf, "")
        nieuw = wijziging(rij, TARIEF, geldt.bedrag if geldt else "", t.bedrag, cel=(t.rij, t.kolom), tarief=waar)
        yield nieuw
        if t.tot_en_met:
            # What a new tariff would end by itself, is nothing that it had.
            was_er = any((b.kenmerk, b.vanaf) == (t.kenmerk, vanaf) for b in rij.tarieven)
            for einde in self._einde(t, toegepast(rij, [nieuw]), waar):
                yield einde if was_er else replace(einde, oud="")

    def _onveranderd(self, t: Tariefopgave) -> Tariefrij | None:
        """Give the tariff that a sheet of our own had before, when the amount is still the same."""
        wat = (t.kenmerk, t.vanaf, t.bedrag)
        return next((b for b in self.basis.tarieven if self.eigen and (b.kenmerk, b.vanaf, b.bedrag) == wat), None)

    def _waarschuw(self, t: Tariefopgave, rij: Productrij, geldt: Tariefrij | None, vanaf: str) -> None:
        """Ask about what can be right but often is a slip: the past, a large step, a kenmerk that is new."""
        oud, nieuw = euro(geldt.bedrag) if geldt else "niets", euro(t.bedrag)
        if vanaf and vanaf <= self.vraag.vandaag and rij.tarieven:
            self.meld("RP413", t, f"Dit tarief verandert met terugwerkende kracht: van {oud} naar {nieuw}.")
        stap = wijziging(rij, TARIEF, geldt.bedrag if geldt else "", t.bedrag).verschil_pct
        if stap is not None and abs(stap) > self.vraag.opvallend_procent:
            self.meld("RP460", t, f"Dit tarief verandert van {oud} naar {nieuw} ({stap:+.0f}%).")
        if self.basis.tarieven and t.kenmerk not in {ander.kenmerk for ander in self.basis.tarieven}:
            kenmerken = [f"'{ander.kenmerk}'" for ander in self.basis.tarieven if ander.kenmerk]
            bekend = f"voor {opsomming(dict.fromkeys(kenmerken))}" if kenmerken else "zonder kenmerk"
            wat = f"voor '{t.kenmerk}'" if t.kenmerk else "zonder kenmerk"
            self.meld("RP461", t, f"{rij.wie} heeft nog geen tarief {wat}, wel {bekend}.")

    def _einde(self, t: Tariefopgave, rij: Productrij, was: Tariefrij) -> Iterator[Wijziging]:
        """The last day of a tariff that is there; an empty one only says something in a sheet of our own."""
        nieuw = t.tot_en_met
        if nieuw is None or (not nieuw and not self.eigen) or nieuw == was.tot_en_met:
            return
        nu = next((x.tot_en_met for x in rij.tarieven if (x.kenmerk, x.vanaf) == (was.kenmerk, was.vanaf)), "")
        if nieuw != nu:
            yield wijziging(rij, TARIEF_EINDE, nu, nieuw, cel=(t.rij, t.kolom), tarief=was)

    def _stand(self, stand: Waarde) -> Iterator[Wijziging]:
        rij = self.was
        if rij.tarieven:
            tekst = f"Hier staat '{stand.tekst}', maar de tabel heeft tarieven. Die verdwijnen niet door een import."
            self.meld("RP415", stand, tekst)
        elif stand.tekst != rij.tarief_stand:
            yield wijziging(rij, TARIEF, rij.tarief_stand, stand.tekst, cel=(stand.rij, stand.kolom))
