"""A sheet and the table of a region to what would change, and the table as it would be. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regioprotocol.diagnostics import Melding, Plaats, opsomming, soort
from regioprotocol.model.product import ONBEKEND
from regioprotocol.tables.changes import EINDE, TARIEF, TARIEF_EINDE, Wijziging, gelijk, toegepast, wijziging
from regioprotocol.tables.flat import Productrij, Tariefrij, euro, voluit
from regioprotocol.tables.merge import botsingen, per_sleutel, sleutel, veranderd_sinds
from regioprotocol.tables.origin import Herkomst
from regioprotocol.tables.records import Plan, Vraag
from regioprotocol.tables.rows import Inhoud, Opgave, Tariefopgave, Waarde
from regioprotocol.tables.tariffs import dag_ervoor, laatste, op_dag, voeg_in

_VERPLICHT = ("naam", "wet", "variant", "eenheid")
# Without these cells there is no tariff.
_TARIEFCELLEN = (TARIEF, "tarief_vanaf", "geldig_vanaf")
_CATEGORIE = 2


def maak_plan(
    inhoud: Inhoud, tabel: Sequence[Productrij], herkomst: Herkomst | None, vraag: Vraag, blad: Plaats
) -> Plan:
    """Give the plan. *blad* is the place of the sheet; a finding in it points at its own cell."""
    return _Planner(inhoud, tabel, herkomst, vraag, blad).plan()


class _Planner:
    """Reads the sheet once, and keeps the table as it becomes."""

    __slots__ = ("basis", "blad", "eigen", "herkomst", "inhoud", "meldingen", "rijen", "tabel", "vraag")

    def __init__(
        self, inhoud: Inhoud, tabel: Sequence[Productrij], herkomst: Herkomst | None, vraag: Vraag, blad: Plaats
    ) -> None:
        self.inhoud, self.tabel, self.vraag, self.blad = inhoud, tabel, vraag, blad
        # In a sheet of our own an empty cell means empty, and we know what it said before.
        self.herkomst, self.eigen = herkomst, herkomst is not None
        self.basis = per_sleutel(herkomst.rijen if herkomst else tabel)
        self.rijen = list(tabel)
        self.meldingen: list[Melding] = []

    def plan(self) -> Plan:
        toegevoegd: list[Productrij] = []
        gewijzigd: list[Wijziging] = []
        gelijk_gebleven: list[tuple[Opgave, Productrij]] = []
        cellen: dict[int, Mapping[str, Waarde]] = {}
        gezien: set[int] = set()
        for opgave in self.inhoud.opgaven:
            plek = self._zoek(opgave)
            if plek is None:
                continue
            if plek == len(self.rijen):
                rij = self._nieuw(opgave)
                self.rijen.append(rij)
                toegevoegd.append(rij)
            else:
                wijzigingen = self._wijzigingen(opgave, self.rijen[plek])
                gewijzigd += wijzigingen
                if wijzigingen:
                    self.rijen[plek] = toegepast(self.rijen[plek], wijzigingen)
                else:
                    gelijk_gebleven.append((opgave, self.rijen[plek]))
            self._periodes(opgave, self.rijen[plek])
            gezien.add(plek)
            cellen[plek] = _plaatsen(opgave)
        if self.vraag.volledig:
            gewijzigd += self._beeindig(gezien)
        einden = [w for w in gewijzigd if w.veld == EINDE and w.nieuw and (not w.oud or w.nieuw < w.oud)]
        intussen = tuple(veranderd_sinds(self.herkomst, self.tabel)) if self.herkomst else ()
        for w, ander in botsingen(gewijzigd, intussen):
            hier, daar, was = (euro(x) if w.veld == TARIEF else x for x in (w.nieuw, ander.nieuw, ander.oud))
            tekst = f"{w.code}: hier staat '{hier}', maar in de tabel werd het intussen '{daar}' (was '{was}')."
            self._meld("RP412", w, tekst)
        alle = (*self.inhoud.meldingen, *self.meldingen)
        fout = {m.plaats.regelnummer for m in alle if m.soort.ernst == "fout"}
        return Plan(
            toegevoegd=tuple(toegevoegd),
            beeindigd=tuple(einden),
            gewijzigd=tuple(w for w in gewijzigd if w not in einden),
            ongewijzigd=tuple(rij for opgave, rij in gelijk_gebleven if fout.isdisjoint(opgave.rijen)),
            intussen=intussen,
            rijen=tuple(self.rijen),
            cellen=cellen,
            meldingen=tuple(self.meldingen),
        )

    def _meld(self, code: str, cel: Waarde | Tariefopgave | Wijziging, tekst: str, hint: str = "") -> None:
        kind = soort(code)
        plaats = replace(self.blad, regelnummer=cel.rij, kolom=cel.kolom)
        self.meldingen.append(Melding(kind, plaats, tekst, hint or kind.oplossing))

    def _zoek(self, opgave: Opgave) -> int | None:
        """Find the product in the table; the length of the table means that it is new."""
        kandidaten = [
            plek
            for plek, rij in enumerate(self.tabel)
            if rij.code == opgave.code and (opgave.code != ONBEKEND or rij.naam == opgave.naam)
        ]
        vanaf = opgave.velden.get("geldig_vanaf")
        precies = [p for p in kandidaten if vanaf and self.tabel[p].velden.get("geldig_vanaf", "") == vanaf.tekst]
        if len(precies) == 1:
            return precies[0]
        anderen = [
            o for o in self.inhoud.opgaven if o is not opgave and o.code == opgave.code and o.naam == opgave.naam
        ]
        if not kandidaten or (anderen and self.inhoud.eigen_dagen and vanaf):
            return len(self.rijen)
        if len(kandidaten) > 1:
            tekst = f"{opgave.code} staat in de tabel voor meer perioden. Welke bedoelt u?"
            self._meld("RP439", opgave.velden["code"], tekst)
            return None
        return kandidaten[0]

    def _nieuw(self, opgave: Opgave) -> Productrij:
        velden = {naam: w.tekst for naam, w in opgave.velden.items() if w.tekst}
        code = opgave.velden["code"]
        mist = [naam for naam in _VERPLICHT if naam not in velden and naam not in opgave.onleesbaar]
        if not opgave.tarieven and not opgave.tarief_stand and opgave.onleesbaar.isdisjoint(_TARIEFCELLEN):
            mist.append(TARIEF)
        if mist:
            tekst = f"Product {opgave.code} is nieuw, maar hier ontbreekt: {', '.join(mist)}."
            self._meld("RP437", code, tekst)
        velden.setdefault("categorie", ONBEKEND if opgave.code == ONBEKEND else opgave.code[:_CATEGORIE])
        dagen = [t.vanaf for t in opgave.tarieven if t.vanaf]
        if begin := velden.get("geldig_vanaf") or min(dagen, default="") or self.vraag.per:
            velden["geldig_vanaf"] = begin
        if velden.get("declaratie_eenheid") == velden.get("eenheid"):
            velden.pop("declaratie_eenheid", None)
        tarieven: tuple[Tariefrij, ...] = ()
        for t in sorted(opgave.tarieven, key=lambda t: t.vanaf or ""):
            vanaf = t.vanaf or ("" if self.eigen and t.vanaf is not None else velden.get("geldig_vanaf", ""))
            tarieven = voeg_in(tarieven, Tariefrij(t.kenmerk, vanaf, t.bedrag, t.tot_en_met or ""))
        stand = opgave.tarief_stand.tekst if opgave.tarief_stand and not tarieven else "bekend"
        return Productrij(velden, tarieven, stand)

    def _wijzigingen(self, opgave: Opgave, rij: Productrij) -> list[Wijziging]:
        basis = self.basis.get(sleutel(rij), rij)
        gevonden = [*self._velden(opgave, rij, basis)]
        wordt = rij
        for tarief in self._vanaf_per(opgave.tarieven, basis):
            # A tariff may follow another one of the same sheet.
            for stap in self._tarief(tarief, wordt, basis):
                gevonden.append(stap)
                wordt = toegepast(wordt, [stap])
        if opgave.tarief_stand and not opgave.tarieven:
            gevonden += self._stand(opgave.tarief_stand, rij)
        return gevonden

    def _periodes(self, opgave: Opgave, rij: Productrij) -> None:
        """A period that ends before it begins cannot be written."""
        van, tot = rij.velden.get("geldig_vanaf", ""), rij.velden.get(EINDE, "")
        if tot and tot < van:
            cel = next(opgave.velden[naam] for naam in (EINDE, "geldig_vanaf", "code") if naam in opgave.velden)
            self._meld("RP111", cel, f"{rij.wie} eindigt op {voluit(tot)}, en begint pas op {voluit(van)}.")
        for tarief in rij.tarieven:
            if tarief.tot_en_met and tarief.tot_en_met < tarief.vanaf:
                bron = [t for t in opgave.tarieven if t.kenmerk == tarief.kenmerk]
                plek = next((t for t in bron if t.vanaf == tarief.vanaf), bron[0] if bron else opgave.velden["code"])
                tekst = f"Dit tarief eindigt op {voluit(tarief.tot_en_met)}, en begint pas op {voluit(tarief.vanaf)}."
                self._meld("RP111", plek, tekst)

    def _velden(self, opgave: Opgave, rij: Productrij, basis: Productrij) -> Iterator[Wijziging]:
        eenheid = opgave.velden.get("eenheid")
        if eenheid is None or not eenheid.tekst:
            eenheid = Waarde(rij.velden.get("eenheid", ""), 0, 0)
        for veld, waarde in opgave.velden.items():
            # Without days for tariffs the first day in a row is that of the tariff, not of the product.
            if (not self.eigen and not waarde.tekst) or (veld == "geldig_vanaf" and not self.inhoud.eigen_dagen):
                continue
            # Declared in the unit of the assignment is what an empty column says.
            tekst = "" if veld == "declaratie_eenheid" and waarde.tekst == eenheid.tekst else waarde.tekst
            oud = rij.velden.get(veld, "")
            if not gelijk(veld, tekst, basis.velden.get(veld, "")) and not gelijk(veld, tekst, oud):
                if veld == EINDE and tekst and self._dateert_tarief(opgave, rij):
                    self._meld("RP464", waarde, f"{rij.wie} eindigt op {voluit(tekst)}, niet alleen dit tarief.")
                yield wijziging(rij, veld, oud, tekst, cel=(waarde.rij, waarde.kolom))
        apart = rij.velden.get("declaratie_eenheid", "")
        zelf = opgave.velden.get("declaratie_eenheid")
        stil = zelf is None or not (zelf.tekst or self.eigen)
        if apart and apart == eenheid.tekst and stil and eenheid.rij:
            yield wijziging(rij, "declaratie_eenheid", apart, "", cel=(eenheid.rij, eenheid.kolom))

    def _dateert_tarief(self, opgave: Opgave, rij: Productrij) -> bool:
        """Tell whether the days of a row are those of its tariff: they begin later than the product."""
        vanaf = opgave.velden.get("geldig_vanaf")
        return bool(vanaf and vanaf.tekst > rij.velden.get("geldig_vanaf", "") and not self.inhoud.eigen_dagen)

    def _vanaf_per(self, tarieven: Sequence[Tariefopgave], basis: Productrij) -> Iterator[Tariefopgave]:
        """Let what is in force on the day from which the sheet holds, begin on that day. Other days stay."""
        per = self.vraag.per
        begin = {t: per if t.vanaf is None else t.vanaf for t in tarieven}
        for t in tarieven:
            anderen = [a for a in tarieven if a.kenmerk == t.kenmerk and a is not t]
            voorbij = (t.tot_en_met and t.tot_en_met < per) or any(begin[t] < begin[a] <= per for a in anderen)
            if not per or begin[t] > per or voorbij or self._onveranderd(t, basis):
                yield t
                continue
            if any(begin[a] == begin[t] and a.bedrag != t.bedrag for a in anderen) and t.vanaf is None:
                self._meld("RP436", t, f"Met --per geldt dit tarief vanaf {voluit(per)}. Dan begint er al een ander.")
            yield replace(t, vanaf=per)

    def _tarief(self, t: Tariefopgave, rij: Productrij, basis: Productrij) -> Iterator[Wijziging]:
        vanaf = t.vanaf
        if was := self._onveranderd(t, basis):
            yield from self._einde(t, rij, was)
            return
        if vanaf is None:
            nu = op_dag(rij.tarieven, t.kenmerk, self.vraag.vandaag) or laatste(rij.tarieven, t.kenmerk)
            if nu and nu.bedrag == t.bedrag:
                return
            if rij.tarieven:
                tekst = f"Vanaf welke dag geldt {euro(t.bedrag)}? Nu geldt {euro(nu.bedrag) if nu else 'niets'}."
                self._meld("RP438", t, tekst)
                return
            vanaf = rij.velden.get("geldig_vanaf", "")
        geldt = op_dag(rij.tarieven, t.kenmerk, vanaf)
        if geldt and geldt.bedrag == t.bedrag:
            if geldt.vanaf == vanaf:
                yield from self._einde(t, rij, geldt)
            return
        self._waarschuw(t, rij, basis, geldt, vanaf)
        cel, waar = (t.rij, t.kolom), Tariefrij(t.kenmerk, vanaf, "")
        yield wijziging(rij, TARIEF, geldt.bedrag if geldt else "", t.bedrag, cel=cel, tarief=waar)
        if t.tot_en_met:
            yield wijziging(rij, TARIEF_EINDE, "", t.tot_en_met, cel=cel, tarief=waar)

    def _onveranderd(self, t: Tariefopgave, basis: Productrij) -> Tariefrij | None:
        """Give the tariff that a sheet of our own had before, when the amount is still the same."""
        wat = (t.kenmerk, t.vanaf, t.bedrag)
        return next((b for b in basis.tarieven if self.eigen and (b.kenmerk, b.vanaf, b.bedrag) == wat), None)

    def _waarschuw(
        self, t: Tariefopgave, rij: Productrij, basis: Productrij, geldt: Tariefrij | None, vanaf: str
    ) -> None:
        """Ask about what can be right but often is a slip: the past, a large step, a kenmerk that is new."""
        oud, nieuw = euro(geldt.bedrag) if geldt else "niets", euro(t.bedrag)
        if vanaf and vanaf <= self.vraag.vandaag and rij.tarieven:
            self._meld("RP413", t, f"Dit tarief verandert met terugwerkende kracht: van {oud} naar {nieuw}.")
        stap = wijziging(rij, TARIEF, geldt.bedrag if geldt else "", t.bedrag).verschil_pct
        if stap is not None and abs(stap) > self.vraag.opvallend_procent:
            self._meld("RP460", t, f"Dit tarief verandert van {oud} naar {nieuw} ({stap:+.0f}%).")
        if basis.tarieven and t.kenmerk not in {ander.kenmerk for ander in basis.tarieven}:
            kenmerken = [f"'{ander.kenmerk}'" for ander in basis.tarieven if ander.kenmerk]
            bekend = f"voor {opsomming(dict.fromkeys(kenmerken))}" if kenmerken else "zonder kenmerk"
            wat = f"voor '{t.kenmerk}'" if t.kenmerk else "zonder kenmerk"
            self._meld("RP461", t, f"{rij.wie} heeft nog geen tarief {wat}, wel {bekend}.")

    def _einde(self, t: Tariefopgave, rij: Productrij, was: Tariefrij) -> Iterator[Wijziging]:
        """The last day of a tariff that is there; an empty one only says something in a sheet of our own."""
        nieuw = t.tot_en_met
        if nieuw is None or (not nieuw and not self.eigen) or nieuw == was.tot_en_met:
            return
        nu = next((x.tot_en_met for x in rij.tarieven if (x.kenmerk, x.vanaf) == (was.kenmerk, was.vanaf)), "")
        if nieuw != nu:
            yield wijziging(rij, TARIEF_EINDE, nu, nieuw, cel=(t.rij, t.kolom), tarief=was)

    def _stand(self, stand: Waarde, rij: Productrij) -> Iterator[Wijziging]:
        if rij.tarieven:
            tekst = f"Hier staat '{stand.tekst}', maar de tabel heeft tarieven. Die verdwijnen niet door een import."
            self._meld("RP415", stand, tekst)
        elif stand.tekst != rij.tarief_stand:
            yield wijziging(rij, TARIEF, rij.tarief_stand, stand.tekst, cel=(stand.rij, stand.kolom))

    def _beeindig(self, gezien: set[int]) -> Iterator[Wijziging]:
        """End what the sheet does not have, on the day before it begins to hold."""
        for plek, rij in enumerate(self.tabel):
            begin, einde = rij.velden.get("geldig_vanaf", ""), rij.velden.get(EINDE, "")
            if (
                plek in gezien
                or rij.code in self.vraag.elders
                or (einde and einde < self.vraag.per)
                or sleutel(rij) not in self.basis
            ):
                continue
            if begin >= self.vraag.per:
                tekst = f"{rij.wie} begint op {voluit(begin)} en staat niet in dit blad. We laten het staan."
                kind = soort("RP416")
                self.meldingen.append(Melding(kind, self.blad, tekst, kind.oplossing))
                continue
            einde_nu = wijziging(rij, EINDE, einde, dag_ervoor(self.vraag.per))
            self.rijen[plek] = toegepast(rij, [einde_nu])
            yield einde_nu


def _plaatsen(opgave: Opgave) -> Mapping[str, Waarde]:
    plaatsen = dict(opgave.velden)
    for t in opgave.tarieven:
        plaatsen.setdefault(TARIEF, Waarde(t.bedrag, t.rij, t.kolom))
        plaatsen[f"{TARIEF} {t.bedrag}"] = Waarde(t.bedrag, t.rij, t.kolom)
    return plaatsen
