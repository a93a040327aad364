"""A sheet and the table of a region to what would change, and the table as it would be. Nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regioprotocol.diagnostics import Melding, Plaats, soort
from regioprotocol.model.product import ONBEKEND
from regioprotocol.tables.changes import EINDE, TARIEF, Wijziging, gelijk, toegepast, wijziging
from regioprotocol.tables.flat import Productrij, Tariefrij, euro, voluit
from regioprotocol.tables.merge import botsingen, per_sleutel, sleutel, veranderd_sinds
from regioprotocol.tables.origin import Herkomst
from regioprotocol.tables.records import Plan, Vraag
from regioprotocol.tables.rows import Inhoud, Opgave, Tariefopgave, Waarde
from regioprotocol.tables.tariff_plan import Tariefplanner
from regioprotocol.tables.tariffs import dag_ervoor, voeg_in

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

    __slots__ = (
        "basis", "blad", "eigen", "herkomst", "hoe_vaak", "inhoud", "meldingen", "plekken", "rijen", "tabel", "vraag",
    )  # fmt: skip

    def __init__(
        self, inhoud: Inhoud, tabel: Sequence[Productrij], herkomst: Herkomst | None, vraag: Vraag, blad: Plaats
    ) -> None:
        self.inhoud, self.tabel, self.vraag, self.blad = inhoud, tabel, vraag, blad
        # In a sheet of our own an empty cell means empty, and we know what it said before.
        self.herkomst, self.eigen = herkomst, herkomst is not None
        self.basis = per_sleutel(herkomst.rijen if herkomst else tabel)
        self.rijen = list(tabel)
        self.plekken: dict[tuple[str, str], list[int]] = {}
        for plek, rij in enumerate(tabel):
            self.plekken.setdefault(_wie(rij.code, rij.naam), []).append(plek)
        self.hoe_vaak = Counter((opgave.code, opgave.naam) for opgave in inhoud.opgaven)
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
            if plek == len(self.rijen) and (weg := self._weggehaald(opgave)):
                if self._wijzigingen(opgave, weg):
                    tekst = f"U veranderde {weg.wie}, maar intussen is het uit de tabel gehaald."
                    self._meld("RP412", opgave.velden["code"], tekst)
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
        intussen = tuple(self._intussen())
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

    def _intussen(self) -> Iterator[Wijziging]:
        """Give what changed in the table since the sheet was made from it, and is not what the sheet says too."""
        sinds = [*veranderd_sinds(self.herkomst, self.tabel)] if self.herkomst else []
        if self.herkomst and sinds:
            alleen = _Planner(self.inhoud, self.herkomst.rijen, self.herkomst, self.vraag, self.blad).plan()
            hier = {(w.code, *w.plek, w.nieuw) for w in veranderd_sinds(self.herkomst, alleen.rijen)}
            yield from (w for w in sinds if (w.code, *w.plek, w.nieuw) not in hier)

    def _weggehaald(self, opgave: Opgave) -> Productrij | None:
        """Give the row that the sheet was made from and that is no longer in the table."""
        vanaf = opgave.velden["geldig_vanaf"].tekst if "geldig_vanaf" in opgave.velden else ""
        wie = (*_wie(opgave.code, opgave.naam), vanaf)
        return self.basis.get(wie) if self.eigen else None

    def _meld(self, code: str, cel: Waarde | Tariefopgave | Wijziging, tekst: str, hint: str = "") -> None:
        kind = soort(code)
        plaats = replace(self.blad, regelnummer=cel.rij, kolom=cel.kolom)
        self.meldingen.append(Melding(kind, plaats, tekst, hint or kind.oplossing))

    def _zoek(self, opgave: Opgave) -> int | None:
        """Find the product in the table; the length of the table means that it is new."""
        kandidaten = self.plekken.get(_wie(opgave.code, opgave.naam)) or self._nog_zonder_code(opgave)
        vanaf = opgave.velden.get("geldig_vanaf")
        precies = [p for p in kandidaten if vanaf and self.tabel[p].velden.get("geldig_vanaf", "") == vanaf.tekst]
        if len(precies) == 1:
            return precies[0]
        anderen = self.hoe_vaak[opgave.code, opgave.naam] > 1
        if not kandidaten or (anderen and self.inhoud.eigen_dagen and vanaf):
            return len(self.rijen)
        if len(kandidaten) > 1:
            tekst = f"{opgave.code} staat in de tabel voor meer perioden. Welke bedoelt u?"
            self._meld("RP439", opgave.velden["code"], tekst)
            return None
        return kandidaten[0]

    def _nog_zonder_code(self, opgave: Opgave) -> list[int]:
        """Find the product by its name when the table has it without a code, and this sheet gives the code."""
        zo_genoemd = sum(aantal for (_, naam), aantal in self.hoe_vaak.items() if naam == opgave.naam)
        plekken = self.plekken.get((ONBEKEND, opgave.naam), []) if opgave.naam and zo_genoemd == 1 else []
        return plekken if len(plekken) == 1 else []

    def _nieuw(self, opgave: Opgave) -> Productrij:
        velden = {naam: w.tekst for naam, w in opgave.velden.items() if w.tekst}
        code = opgave.velden["code"]
        mist = [naam for naam in _VERPLICHT if naam not in velden and naam not in opgave.onleesbaar]
        if not opgave.tarieven and not opgave.tarief_stand and opgave.onleesbaar.isdisjoint(_TARIEFCELLEN):
            mist.append(TARIEF)
        if mist:
            tekst = f"Product {opgave.wie} is nieuw, maar hier ontbreekt: {', '.join(mist)}."
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
            if any((ander.kenmerk, ander.vanaf) == (t.kenmerk, vanaf) for ander in tarieven):
                self._meld("RP436", t, "Voor deze code en deze dagen staat er al een tarief.")
                continue
            tarieven = voeg_in(tarieven, Tariefrij(t.kenmerk, vanaf, t.bedrag, t.tot_en_met or ""))
        stand = opgave.tarief_stand.tekst if opgave.tarief_stand and not tarieven else "bekend"
        return Productrij(velden, tarieven, stand)

    def _wijzigingen(self, opgave: Opgave, rij: Productrij) -> list[Wijziging]:
        basis = self.basis.get(sleutel(rij), rij)
        tarieven = Tariefplanner(vraag=self.vraag, eigen=self.eigen, meld=self._meld, was=rij, basis=basis)
        return [*self._velden(opgave, rij, basis), *tarieven.wijzigingen(opgave)]

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
        code = opgave.velden["code"]
        if (
            rij.code == ONBEKEND != code.tekst
            and rij.velden.get("categorie") == ONBEKEND
            and "categorie" not in opgave.velden
        ):
            cel = (code.rij, code.kolom)
            yield wijziging(rij, "categorie", ONBEKEND, code.tekst[:_CATEGORIE], cel=cel)
        apart = rij.velden.get("declaratie_eenheid", "")
        zelf = opgave.velden.get("declaratie_eenheid")
        stil = zelf is None or not (zelf.tekst or self.eigen)
        if apart and apart == eenheid.tekst and stil and eenheid.rij:
            yield wijziging(rij, "declaratie_eenheid", apart, "", cel=(eenheid.rij, eenheid.kolom))

    def _dateert_tarief(self, opgave: Opgave, rij: Productrij) -> bool:
        """Tell whether the days of a row are those of its tariff: they begin later than the product."""
        vanaf = opgave.velden.get("geldig_vanaf")
        return bool(vanaf and vanaf.tekst > rij.velden.get("geldig_vanaf", "") and not self.inhoud.eigen_dagen)

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


def _wie(code: str, naam: str) -> tuple[str, str]:
    """Say which product is meant: its code, and its name as long as no code is known."""
    return code, naam if code == ONBEKEND else ""


def _plaatsen(opgave: Opgave) -> Mapping[str, Waarde]:
    plaatsen = dict(opgave.velden)
    for t in opgave.tarieven:
        plaatsen.setdefault(TARIEF, Waarde(t.bedrag, t.rij, t.kolom))
        plaatsen[f"{TARIEF} {t.bedrag}"] = Waarde(t.bedrag, t.rij, t.kolom)
    return plaatsen
