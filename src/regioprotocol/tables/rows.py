"""A sheet to what it says: per product the columns and tariffs that are filled in, each with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from regioprotocol.diagnostics import Melding, Verwant, opsomming, soort
from regioprotocol.model.product import ONBEKEND
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.source.cells import Blad, Cel, Werkboek
from regioprotocol.tables.flat import TARIEFKOLOMMEN, euro
from regioprotocol.tables.headings import Kop, Koprij, genormaliseerd
from regioprotocol.tables.merged import is_zichtbaar, zoals_gezien
from regioprotocol.tables.values import GEEN_BEDRAG, CelFout, Woorden, lees_cel


@dataclass(frozen=True, slots=True)
class Waarde:
    """The text of a cell and where it stands."""

    tekst: str
    rij: int
    kolom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariefopgave:
    """A tariff as a row gives it. A day of None: the sheet has no column for it; an empty one is open."""

    kenmerk: str
    bedrag: str
    vanaf: str | None
    tot_en_met: str | None
    rij: int
    kolom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """What a sheet says of one product, over all its rows. An empty cell of a column that is there is ''.

    *onleesbaar*: the columns in which a cell could not be read; a finding told about it.
    """

    velden: Mapping[str, Waarde]
    tarieven: tuple[Tariefopgave, ...]
    tarief_stand: Waarde | None
    rijen: tuple[int, ...]
    onleesbaar: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        """Give the code."""
        return self.velden["code"].tekst

    @property
    def naam(self) -> str:
        """Give the name, if the sheet has one."""
        return self.velden["naam"].tekst if "naam" in self.velden else ""

    @property
    def wie(self) -> str:
        """Give what people call it: its code, or its name as long as no code is known."""
        return self.naam if self.code == ONBEKEND and self.naam else self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """All products of a sheet, the rows that were no product, and what could not be read.

    *eigen_dagen*: tariffs have days of their own; else the days in a row date the tariff of a known product.
    """

    opgaven: tuple[Opgave, ...]
    overgeslagen: tuple[tuple[int, str], ...]
    eigen_dagen: bool
    meldingen: tuple[Melding, ...]


@dataclass(slots=True)
class _Rij:
    """One row while it is read: its cells by column name; kenmerken and tariffs can be several."""

    nummer: int
    waarden: dict[str, Waarde] = field(default_factory=dict)
    kenmerken: list[str] = field(default_factory=list)
    bedragen: list[tuple[Kop, Waarde]] = field(default_factory=list)
    onleesbaar: set[str] = field(default_factory=set)


def lees_blad(boek: Werkboek, blad: Blad, koprij: Koprij, woordenboek: Woordenboek) -> Inhoud:
    """Read every row under the header. All that is wrong is told; a row with a mistake is still read on."""
    return _Lezing(boek, blad, koprij, woordenboek).lees()


# More hidden rows than this are counted, not named.
_NOEM: Final = 10
# What stands in the place of a cell that could not be read, and was told about.
_FOUT = "\0"


class _Lezing:
    """One sheet while it is read: rows first, then what they say together of each product."""

    __slots__ = ("blad", "boek", "eigen_dagen", "koppen", "koprij", "meldingen", "rijen", "voet", "woorden")

    def __init__(self, boek: Werkboek, blad: Blad, koprij: Koprij, woordenboek: Woordenboek) -> None:
        self.boek, self.blad, self.koprij = boek, blad, koprij
        self.koppen = {kop.nummer: kop for kop in koprij.koppen}
        # Without days of their own the tariffs of several rows are dated by the days of the product.
        self.eigen_dagen = koprij.heeft("tarief_vanaf")
        self.woorden = Woorden.van(woordenboek)
        self.voet = tuple(genormaliseerd(woord) or woord for woord in woordenboek.kolommen.voetregels)
        self.rijen = zoals_gezien(blad, koprij.rij, self.koppen)
        self.meldingen: list[Melding] = []

    def lees(self) -> Inhoud:
        rijen: list[_Rij] = []
        overgeslagen: list[tuple[int, str]] = []
        for nummer, cellen in self.rijen.items():
            if nummer in self.koprij.herhaald:
                continue
            if tekst := self._geen_product(cellen):
                overgeslagen.append((nummer, tekst))
            elif any(is_zichtbaar(cel) for kolom, cel in cellen.items() if kolom in self.koppen):
                rijen.append(self._rij(nummer, cellen))
        self._meld_verborgen([rij.nummer for rij in rijen if rij.nummer in self.blad.verborgen_rijen])
        opgaven = tuple(self._opgaven(rijen))
        return Inhoud(
            opgaven=opgaven,
            overgeslagen=tuple(overgeslagen),
            eigen_dagen=self.eigen_dagen,
            meldingen=tuple(self.meldingen),
        )

    def _meld(self, code: str, cel: _Cel, tekst: str, hint: str = "", verwant: tuple[_Cel, str] | None = None) -> None:
        kind = soort(code)
        ander = (Verwant(self.boek.plaats(self.blad, verwant[0].rij, verwant[0].kolom), verwant[1]),) if verwant else ()
        plaats = self.boek.plaats(self.blad, cel.rij, cel.kolom)
        self.meldingen.append(Melding(kind, plaats, tekst, hint or kind.oplossing, ander))

    def _meld_verborgen(self, nummers: Sequence[int]) -> None:
        if len(nummers) == 1:
            self._meld("RP463", Waarde("", nummers[0], 0), f"Rij {nummers[0]} is verborgen. We lezen haar wel.")
        elif nummers:
            rest = [f"{len(nummers) - _NOEM} andere"] if len(nummers) > _NOEM else []
            welke = opsomming([*map(str, nummers[:_NOEM]), *rest])
            self._meld("RP463", Waarde("", nummers[0], 0), f"De rijen {welke} zijn verborgen. We lezen ze wel.")

    def _geen_product(self, cellen: Mapping[int, Cel]) -> str:
        """Give the text of a row that is a heading between or a note below, not a product; else nothing."""
        gevuld = [cel for _, cel in sorted(cellen.items()) if is_zichtbaar(cel)]
        if not gevuld:
            return ""
        eerste = " ".join(gevuld[0].tekst.split())
        codes = (k for k, kop in self.koppen.items() if kop.kolom.naam == "code" and k in cellen)
        code = next((cellen[kolom].tekst.strip() for kolom in codes), "")
        if code == ONBEKEND or (code and " " not in code and any(teken.isdigit() for teken in code)):
            return ""
        begint = (genormaliseerd(eerste) or eerste).startswith(self.voet)
        return eerste if len(gevuld) == 1 or begint else ""

    def _rij(self, nummer: int, cellen: Mapping[int, Cel]) -> _Rij:
        rij = _Rij(nummer)
        for kolom, kop in sorted(self.koppen.items()):
            naam = kop.kolom.naam
            waarde = Waarde(self._tekst(nummer, cellen.get(kolom), kop), nummer, kolom)
            if waarde.tekst == _FOUT:
                rij.onleesbaar.add(naam)
            if naam == "kenmerk":
                rij.kenmerken += [waarde.tekst] if waarde.tekst else []
            elif naam == "tarief":
                rij.bedragen.append((kop, waarde))
            elif waarde.tekst != _FOUT:
                rij.waarden[naam] = waarde
            elif naam == "code":
                rij.waarden[naam] = Waarde(_FOUT, nummer, kolom)
        return rij

    def _tekst(self, nummer: int, cel: Cel | None, kop: Kop) -> str:
        if cel is None or (kop.kolom.eigen and kop.kolom.naam != "tariefeenheid"):
            return ""
        if cel.soort == "formule":
            return _FOUT  # reading the file told about it
        try:
            return lees_cel(kop.kolom, cel, self.woorden)
        except CelFout as fout:
            self._meld(fout.code, Waarde("", nummer, kop.nummer), str(fout), fout.hint)
            return _FOUT

    def _opgaven(self, rijen: Sequence[_Rij]) -> Iterator[Opgave]:
        groepen: dict[tuple[str, ...], list[_Rij]] = {}
        for rij in rijen:
            code = rij.waarden["code"]
            if not code.tekst:
                self._meld("RP433", code, "In deze rij ontbreekt de productcode.")
            elif code.tekst != _FOUT:
                groepen.setdefault(self._groep(rij), []).append(rij)
        for groep in groepen.values():
            yield self._opgave(groep)

    def _groep(self, rij: _Rij) -> tuple[str, ...]:
        """Say which rows are one product: the same code, or name; and with tariff days also the same own days."""
        code = rij.waarden["code"].tekst
        naam = rij.waarden["naam"].tekst if code == ONBEKEND and "naam" in rij.waarden else ""
        eigen = self.eigen_dagen and "geldig_vanaf" in rij.waarden
        return (code, naam, rij.waarden["geldig_vanaf"].tekst if eigen else "")

    def _opgave(self, rijen: list[_Rij]) -> Opgave:
        percelen = {r.waarden["perceel"].tekst for r in rijen if "perceel" in r.waarden} - {""}
        niet = set(TARIEFKOLOMMEN)
        niet |= {"perceel"} if len(percelen) > 1 else set()
        # Several rows without tariff days are the tariffs of one product, each with its own days.
        niet |= {"geldig_vanaf", "geldig_tot_en_met"} if len(rijen) > 1 and not self.eigen_dagen else set()
        velden: dict[str, Waarde] = {}
        for rij in rijen:
            for naam, waarde in rij.waarden.items():
                eerste = velden.setdefault(naam, waarde) if naam not in niet else waarde
                if waarde.tekst and not eerste.tekst:
                    velden[naam] = waarde
                elif waarde.tekst and eerste.tekst != waarde.tekst:
                    tekst = f"Bij dezelfde code staat hier iets anders: '{waarde.tekst}'."
                    self._meld("RP434", waarde, tekst, verwant=(eerste, f"Hier staat '{eerste.tekst}'."))
        per, eenheid = velden.pop("tariefeenheid", None), velden.get("eenheid")
        if per and per.tekst and eenheid and eenheid.tekst and per.tekst != eenheid.tekst:
            tekst = f"Het tarief is per eenheid {per.tekst}, maar de toewijzing is in eenheid {eenheid.tekst}."
            self._meld("RP435", per, tekst)
        tarieven = [t for rij in rijen for t in self._tarieven(rij, enige=len(rijen) == 1, percelen=len(percelen))]
        self._dubbel(tarieven)
        standen = [b for rij in rijen for _, b in rij.bedragen if b.tekst in GEEN_BEDRAG]
        return Opgave(
            velden=velden,
            tarieven=tuple(tarieven),
            tarief_stand=standen[0] if standen else None,
            rijen=tuple(rij.nummer for rij in rijen),
            onleesbaar=frozenset().union(*(rij.onleesbaar for rij in rijen)),
        )

    def _tarieven(self, rij: _Rij, *, enige: bool, percelen: int) -> Iterator[Tariefopgave]:
        prefix = "tarief" if self.eigen_dagen else "geldig"
        # The last day of a single row without tariff days is the product's own.
        met_einde = self.eigen_dagen or not enige
        van, tot = rij.waarden.get(f"{prefix}_vanaf"), rij.waarden.get(f"{prefix}_tot_en_met")
        perceel = rij.waarden["perceel"].tekst if percelen > 1 and "perceel" in rij.waarden else ""
        kenmerk = ", ".join(deel for deel in (*rij.kenmerken, perceel) if deel not in {"", _FOUT})
        for kop, bedrag in rij.bedragen:
            # A tariff of which the day could not be read belongs to no day.
            if bedrag.tekst[:1].isdigit() and (kop.vanaf or f"{prefix}_vanaf" not in rij.onleesbaar):
                yield Tariefopgave(
                    kenmerk=kenmerk,
                    bedrag=bedrag.tekst,
                    vanaf=kop.vanaf or (van.tekst if van else None),
                    tot_en_met=kop.tot_en_met or (tot.tekst if met_einde and tot and not kop.vanaf else None),
                    rij=bedrag.rij,
                    kolom=bedrag.kolom,
                )

    def _dubbel(self, tarieven: Sequence[Tariefopgave]) -> None:
        """Duplicates are judged on kenmerk and days: the same first day, or written periods that overlap."""
        for nummer, b in enumerate(tarieven):
            for a in tarieven[:nummer]:
                if a.kenmerk == b.kenmerk and ((a.vanaf or "") == (b.vanaf or "") or _overlapt(a, b)):
                    tekst = "Voor deze code en deze dagen staat er al een tarief."
                    self._meld("RP436", b, tekst, verwant=(a, f"Hier staat {euro(a.bedrag)}."))
                    break


_Cel = Waarde | Tariefopgave


def _overlapt(a: Tariefopgave, b: Tariefopgave) -> bool:
    """Tell whether two tariffs hold on the same day, by days that were written: an open end gives way."""
    eerste, tweede = sorted((a, b), key=lambda t: t.vanaf or "")
    return bool(eerste.tot_en_met) and (tweede.vanaf or "") <= (eerste.tot_en_met or "")
