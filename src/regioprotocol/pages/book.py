"""The protocol of a region in words, made once and read by every page about its rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from regioprotocol.model.afspraak import Afspraak, Als
from regioprotocol.model.woordenboek import Hoofdstuk
from regioprotocol.pages.case_rows import Gevalrij, Label, rijen, voor_wie
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.records import Deel
from regioprotocol.parameterset import Spoor, volg
from regioprotocol.parameterset.records import ElkeRegel
from regioprotocol.report.answer import kern
from regioprotocol.resolve import hoofdstuk_van, hoofdstukken, volgorde

# What a source names without its contents, or leaves to others: a gap that a reader must see.
GATEN: Final = frozenset({"ontbreekt in bron", "af te spreken", "geen afspraak"})

HANGT_AF: Final = "Het hangt ervan af. In de tabel staat wat voor u geldt."
NIETS_DAN: Final = "Op deze dag staat hierover niets in het protocol."


@dataclass(frozen=True, slots=True, kw_only=True)
class Woorden:
    """A clarification: words about a rule for these people, with who said it and where."""

    als: Als
    voor: str
    tekst: str
    opmerking: str
    wie: str
    bron: str
    plaats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelblad:
    """One rule on paper: its answer for someone we know nothing about, its cases, and what was clarified."""

    regel: ElkeRegel
    pad: str
    hoofdstuk: Hoofdstuk
    kop: str
    spoor: Spoor
    rijen: tuple[Gevalrij, ...]
    woorden: tuple[Woorden, ...]
    actor: str

    @property
    def geldende(self) -> tuple[Gevalrij, ...]:
        """Give the cases that can hold here, now or later."""
        return tuple(rij for rij in self.rijen if rij.kan)

    @property
    def in_tabel(self) -> tuple[Gevalrij, ...]:
        """Give the cases that held, hold or will hold here. What ended is hidden until a reader asks for that day."""
        return tuple(rij for rij in self.rijen if rij.kan or rij.voorbij)

    @property
    def eigen(self) -> tuple[Gevalrij, ...]:
        """Give what the region or a municipality says, now or later."""
        return tuple(rij for rij in self.rijen if rij.eigen and rij.kan)

    @property
    def beslist(self) -> Gevalrij | None:
        """Give the case that decided the answer."""
        return next((rij for rij in self.rijen if rij.geval.id == self.spoor.uitkomst.geval), None)

    @property
    def gaten(self) -> tuple[Gevalrij, ...]:
        """Give the cases that name what is missing: in the source, or because nothing was agreed."""
        return tuple(rij for rij in self.geldende if rij.stand in GATEN)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Give the words that stand with the question: what differs, what conflicts, what is missing."""
        namen: dict[str, Label] = {rij.label.tekst: rij.label for rij in self.eigen}
        for rij in self.gaten:
            namen[rij.stand] = Label(soort="let-op", tekst=rij.stand)
        return tuple(namen.values()) or (Label(soort="rustig", tekst="landelijk"),)

    @property
    def strekking(self) -> str:
        """Give 'ja' or 'nee' when the answer begins so, 'deels' when it cannot be given, else nothing."""
        eerste = self.kop.partition(" ")[0].strip(".,").lower()
        if self.spoor.uitkomst.stand != "waarde":
            return "deels"
        return eerste if eerste in {"ja", "nee"} else ""

    @property
    def hangt_af(self) -> bool:
        """Tell whether nothing can be said without knowing more."""
        return self.kop == HANGT_AF


@dataclass(frozen=True)
class Boek:
    """All rules of a region in the order of its chapters."""

    deel: Deel
    standaard: Deel

    @cached_property
    def bladen(self) -> Mapping[str, Regelblad]:
        """Give the rules by name, in the order of the chapters."""
        snapshot = self.deel.snapshot
        alle = [regel for naam, regel in snapshot.regels.items() if naam in self.deel.index.regels]
        alle.sort(key=lambda regel: volgorde(snapshot, regel))
        return {regel.naam: self._blad(regel.naam, regel.actor) for regel in alle}

    @cached_property
    def gebeurtenissen(self) -> Mapping[str, str]:
        """Give events as they read in a sentence."""
        return {g.gebeurtenis: g.in_zin for g in self.deel.parameterset.gebeurtenissen}

    @cached_property
    def per_gemeente(self) -> Mapping[str, tuple[tuple[Regelblad, Gevalrij], ...]]:
        """Give what holds in one municipality (its CBS code) and not in the rest of the region."""
        per: dict[str, list[tuple[Regelblad, Gevalrij]]] = {}
        for blad in self.bladen.values():
            for rij in blad.eigen:
                genoemd = {w for v in rij.geval.als if v.sleutel == "gemeente" for w in v.waarden}
                for code in sorted(genoemd | ({rij.afspraak.gemeente} - {""})):
                    per.setdefault(code, []).append((blad, rij))
        return {code: tuple(paren) for code, paren in per.items()}

    def van(self, hoofdstuk: Hoofdstuk) -> tuple[Regelblad, ...]:
        """Give the rules of a chapter."""
        return self._per_hoofdstuk.get(hoofdstuk.naam, ())

    def hoofdstukken(self) -> Iterator[tuple[Hoofdstuk, tuple[Regelblad, ...]]]:
        """Give the chapters that have rules here."""
        for hoofdstuk in hoofdstukken(self.deel.snapshot):
            if bladen := self.van(hoofdstuk):
                yield hoofdstuk, bladen

    @cached_property
    def _per_hoofdstuk(self) -> dict[str, tuple[Regelblad, ...]]:
        per: dict[str, list[Regelblad]] = {}
        for blad in self.bladen.values():
            per.setdefault(blad.hoofdstuk.naam, []).append(blad)
        return {naam: tuple(bladen) for naam, bladen in per.items()}

    def _blad(self, naam: str, actor: str) -> Regelblad:
        deel = self.deel
        regel = deel.index.regels[naam]
        spoor = volg(deel.index, naam, {}, deel.op)
        alle = rijen(deel, regel)
        return Regelblad(
            regel=regel,
            pad=regel_pad(deel, naam),
            hoofdstuk=hoofdstuk_van(deel.snapshot, naam),
            kop=_kop(deel, regel, spoor, alle),
            spoor=spoor,
            rijen=alle,
            woorden=tuple(_woorden(deel, a) for a in deel.snapshot.verduidelijkingen.get(naam, ())),
            actor=deel.snapshot.woordenboek.actoren.get(actor, actor),
        )


def _kop(deel: Deel, regel: ElkeRegel, spoor: Spoor, alle: tuple[Gevalrij, ...]) -> str:
    """Give the answer for someone we know nothing about; when it depends or has not begun, that."""
    stand = spoor.uitkomst.stand
    nu = [rij for rij in alle if rij.kan and rij.geldt_op(deel.op)]
    if stand != "waarde" and any(not rij.stand for rij in nu):
        return HANGT_AF
    if stand == "geen antwoord":
        return HANGT_AF if nu else NIETS_DAN
    return kern(deel.index, regel, spoor.uitkomst)


def _woorden(deel: Deel, afspraak: Afspraak) -> Woorden:
    plaats = afspraak.plaatsen.van("tekst", "regel")
    return Woorden(
        als=afspraak.als,
        voor=voor_wie(deel, afspraak.als),
        tekst=afspraak.tekst,
        opmerking=afspraak.opmerking,
        wie=afspraak.laag,
        bron="; ".join(afspraak.bron),
        plaats=f"{plaats.bestand}:{plaats.regelnummer}",
    )
