"""What changes: one record a column or tariff, with old and new, and what a tariff means in euro and percent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from regioprotocol.model.product import ONBEKEND
from regioprotocol.tables.flat import Productrij, Tariefrij
from regioprotocol.tables.tariffs import voeg_in

TARIEF: Final = "tarief"
TARIEF_EINDE: Final = "tarief_tot_en_met"
EINDE: Final = "geldig_tot_en_met"
# Columns in which the order of the values says nothing.
LIJSTEN: Final = frozenset({"groepen", "wet", "frequenties", "vervangt"})
_PROCENT: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One change. *kenmerk* and *vanaf* say which tariff; *rij* and *kolom* are its cell (0: none)."""

    code: str
    naam: str
    veld: str
    oud: str
    nieuw: str
    kenmerk: str = ""
    vanaf: str = ""
    rij: int = 0
    kolom: int = 0

    @property
    def wie(self) -> str:
        """Give what people call the product: its code, or its name as long as no code is known."""
        return self.naam if self.code == ONBEKEND else self.code

    @property
    def plek(self) -> tuple[str, str, str]:
        """Give what is changed within the product, to compare two sets of changes."""
        return (self.veld, self.kenmerk, self.vanaf)

    @property
    def verschil_eur(self) -> Decimal | None:
        """Give the difference in euros, when both are amounts."""
        oud, nieuw = _bedrag(self.veld, self.oud), _bedrag(self.veld, self.nieuw)
        return None if oud is None or nieuw is None else nieuw - oud

    @property
    def verschil_pct(self) -> Decimal | None:
        """Give the difference in percent of the old amount, with one decimal, half up."""
        oud, verschil = _bedrag(self.veld, self.oud), self.verschil_eur
        if not oud or verschil is None:
            return None
        # Adding zero takes the minus from a change that rounds to nothing.
        return (verschil / oud * 100).quantize(_PROCENT, ROUND_HALF_UP) + 0


def wijziging(
    rij: Productrij, veld: str, oud: str, nieuw: str, *, cel: tuple[int, int] = (0, 0), tarief: Tariefrij | None = None
) -> Wijziging:
    """Make the record of a change in a product; *tarief* says which tariff, *cel* in which row and column."""
    return Wijziging(
        code=rij.code,
        naam=rij.naam,
        veld=veld,
        oud=oud,
        nieuw=nieuw,
        kenmerk=tarief.kenmerk if tarief else "",
        vanaf=tarief.vanaf if tarief else "",
        rij=cel[0],
        kolom=cel[1],
    )


def toegepast(rij: Productrij, wijzigingen: Iterable[Wijziging]) -> Productrij:
    """Give the product after these changes, in their order. A new tariff ends the one before it."""
    velden, tarieven, stand = dict(rij.velden), rij.tarieven, rij.tarief_stand
    for w in wijzigingen:
        if w.veld == TARIEF and w.nieuw[:1].isdigit():
            tarieven, stand = voeg_in(tarieven, Tariefrij(w.kenmerk, w.vanaf, w.nieuw)), "bekend"
        elif w.veld == TARIEF:
            stand = w.nieuw
        elif w.veld == TARIEF_EINDE:
            tarieven = tuple(
                replace(t, tot_en_met=w.nieuw) if (t.kenmerk, t.vanaf) == (w.kenmerk, w.vanaf) else t for t in tarieven
            )
        elif w.nieuw:
            velden[w.veld] = w.nieuw
        else:
            velden.pop(w.veld, None)
    return Productrij(velden, tarieven, stand)


def gelijk(veld: str, a: str, b: str) -> bool:
    """Tell whether two texts of a column say the same."""
    return a == b or (veld in LIJSTEN and set(a.split(", ")) == set(b.split(", ")))


def vergelijk(oud: Productrij, nieuw: Productrij) -> Iterator[Wijziging]:
    """Give every change between two versions of a product, tariffs by kenmerk and first day."""
    for veld in dict.fromkeys((*oud.velden, *nieuw.velden)):
        a, b = oud.velden.get(veld, ""), nieuw.velden.get(veld, "")
        if not gelijk(veld, a, b):
            yield wijziging(nieuw, veld, a, b)
    if oud.tarief_stand != nieuw.tarief_stand and "bekend" not in {oud.tarief_stand, nieuw.tarief_stand}:
        yield wijziging(nieuw, TARIEF, oud.tarief_stand, nieuw.tarief_stand)
    a_van, b_van = _per_dag(oud.tarieven), _per_dag(nieuw.tarieven)
    for sleutel in sorted({*a_van, *b_van}):
        van, naar = a_van.get(sleutel), b_van.get(sleutel)
        waar = Tariefrij(*sleutel, "")
        bedrag_van, bedrag_naar = (t.bedrag if t else "" for t in (van, naar))
        if bedrag_van != bedrag_naar:
            yield wijziging(nieuw, TARIEF, bedrag_van, bedrag_naar, tarief=waar)
        if van and naar and van.tot_en_met != naar.tot_en_met:
            yield wijziging(nieuw, TARIEF_EINDE, van.tot_en_met, naar.tot_en_met, tarief=waar)


def _per_dag(tarieven: Sequence[Tariefrij]) -> dict[tuple[str, str], Tariefrij]:
    return {(t.kenmerk, t.vanaf): t for t in tarieven}


def _bedrag(veld: str, tekst: str) -> Decimal | None:
    return Decimal(tekst) if veld == TARIEF and tekst[:1].isdigit() else None
