"""Tariff and amount of a declared line (TR418, TR346, IV081, IV042), and the slip that explains a wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Final, NamedTuple

from regioprotocol.engine import amounts
from regioprotocol.engine.amounts import MINUTEN_PER_UUR, rond, uurtarief_mogelijk
from regioprotocol.engine.calculations import Minutenrekenaar
from regioprotocol.engine.records import Prestatie
from regioprotocol.engine.rules.declared import Eenheden, in_euro
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Product, Tarief

_CENT: Final = Decimal("0.01")
_HONDERD: Final = 100


class Contracttarief(NamedTuple):
    """A tariff that holds: per unit of the line, and per hour when a line in minutes is computed from it."""

    tarief: Decimal
    uurtarief: Decimal | None
    afspraak: Tarief


class Contract(NamedTuple):
    """What the contract says about lines that are alike. *toegewezen* is the unit of the assignment, empty if unknown.

    *geldig* are the tariffs on the days of the line (one a kenmerk), *anders* those on other days. *goed* are the valid
    tariffs alone; *per_uur* tells that one of them is computed from a tariff per hour.
    """

    product: Product | None
    toegewezen: str
    geldig: tuple[Contracttarief, ...] = ()
    anders: tuple[Contracttarief, ...] = ()
    rekenaar: Minutenrekenaar | None = None
    goed: tuple[Decimal, ...] = ()
    per_uur: bool = False


class Fout(NamedTuple):
    """A wrong value: what it should be and, when the numbers prove it, why it is wrong."""

    tekst: str
    verwacht: str
    oorzaak: str
    advies: str


def tarieven(product: Product, eenheid: str, eenheden: Eenheden) -> Iterator[Contracttarief]:
    """Give all tariffs of a product per unit of a line; none when the unit has no tariff."""
    for afspraak in product.tarieven:
        tarief = Decimal(afspraak.bedrag)
        if product.eenheid == eenheid:
            yield Contracttarief(tarief, None, afspraak)
        elif product.eenheid == eenheden.uur and eenheid == eenheden.minuut:
            yield Contracttarief(amounts.minuuttarief(tarief), tarief, afspraak)


def verdeel(alle: Iterator[Contracttarief], van: date, tot: date) -> tuple[list[Contracttarief], list[Contracttarief]]:
    """Divide tariffs in those that hold on some day from *van* to *tot*, and the others."""
    geldig: list[Contracttarief] = []
    anders: list[Contracttarief] = []
    for tarief in alle:
        a = tarief.afspraak
        begonnen = in_periode(a.vanaf, None, tot.isoformat())
        (geldig if begonnen and in_periode(None, a.tot_en_met, van.isoformat()) else anders).append(tarief)
    return geldig, anders


def tarieffout(p: Prestatie, contract: Contract, eenheden: Eenheden, van: date) -> Fout:
    """Explain a tariff that is not one of the contract (TR418)."""
    assert p.tarief is not None  # noqa: S101
    goed = contract.geldig[0]
    mogelijk = " of ".join(dict.fromkeys(in_euro(k.tarief) for k in contract.geldig))
    advies = f"Vul tarief {mogelijk} in."
    if len(contract.geldig) == 1 and p.volume is not None and contract.rekenaar is not None:
        bedrag = _bedrag(goed, p.volume, contract.rekenaar)
        advies = f"Vul tarief {mogelijk} en bedrag {in_euro(bedrag)} in."
    vanaf = f" (vanaf {goed.afspraak.vanaf})" if isinstance(goed.afspraak.vanaf, str) else ""
    tekst = f"Uw tarief is {in_euro(p.tarief)}. Afgesproken is {mogelijk}{vanaf}."
    verwacht = " of ".join(dict.fromkeys(f"{k.tarief:.2f}" for k in contract.geldig))
    return Fout(tekst, verwacht, _oorzaak_tarief(p, p.tarief, contract, eenheden, van), advies)


def bedragfout(p: Prestatie, contract: Contract, eenheden: Eenheden) -> Fout | None:
    """Compare the amount with volume and tariff (TR346, IV081); None when it is right, or could be."""
    if p.tarief is None or p.volume is None or p.bedrag is None:
        return None
    gewoon = p.tarief * p.volume
    if p.bedrag == gewoon and not contract.per_uur:
        return None
    passend = [k for k in contract.geldig if k.tarief == p.tarief]
    uurtarieven = [k.uurtarief for k in passend if k.uurtarief is not None]
    verwacht = [gewoon]
    if uurtarieven and contract.rekenaar is not None:
        verwacht = [contract.rekenaar(uurtarief, p.volume) for uurtarief in uurtarieven]
    if p.bedrag in verwacht:
        return None
    uren_mogelijk = p.eenheid == eenheden.minuut and not passend and contract.toegewezen in {"", eenheden.uur}
    if uren_mogelijk and uurtarief_mogelijk(p.tarief, p.volume, p.bedrag):
        return None
    goed = verwacht[0]
    som = f"{p.volume} maal {in_euro(p.tarief)}"
    if uurtarieven:
        som = f"{in_euro(uurtarieven[0])} maal {p.volume} gedeeld door {MINUTEN_PER_UUR}"
    tekst = f"Het bedrag is {in_euro(p.bedrag)}. {som} is {in_euro(goed)}."
    oorzaak = _oorzaak_bedrag(p.bedrag, p, goed, uurtarieven, eenheden)
    return Fout(tekst, f"{goed:.2f}", oorzaak, f"Vul bedrag {in_euro(goed)} in.")


def _bedrag(tarief: Contracttarief, volume: int, rekenaar: Minutenrekenaar) -> Decimal:
    return rekenaar(tarief.uurtarief, volume) if tarief.uurtarief is not None else tarief.tarief * volume


def _oorzaak_tarief(p: Prestatie, tarief: Decimal, contract: Contract, eenheden: Eenheden, van: date) -> str:
    for ander in contract.anders:
        if ander.tarief == tarief:
            a = ander.afspraak
            if isinstance(a.tot_en_met, str) and a.tot_en_met < van.isoformat():
                return f"dit was het tarief tot en met {a.tot_en_met}"
            return f"dit tarief geldt pas vanaf {a.vanaf}"
    for goed in contract.geldig:
        if verwisseld := _eenheid_verwisseld(p, tarief, goed, eenheden):
            return verwisseld
        if goed.uurtarief is not None and (goed.uurtarief / MINUTEN_PER_UUR).quantize(_CENT, ROUND_DOWN) == tarief:
            return "het tarief per minuut is naar beneden afgerond; een halve cent of meer gaat omhoog"
    return next((f for goed in contract.geldig if (f := _factor(tarief, goed.tarief, "het tarief"))), "")


def _eenheid_verwisseld(p: Prestatie, tarief: Decimal, goed: Contracttarief, eenheden: Eenheden) -> str:
    if p.eenheid == eenheden.minuut and goed.uurtarief == tarief:
        if p.volume is not None and p.bedrag == tarief * p.volume:
            return "de regel is in uren ingevuld, maar de eenheid is minuut"
        return "het tarief per uur staat bij een regel in minuten"
    if p.eenheid == eenheden.uur and amounts.minuuttarief(goed.tarief) == tarief:
        if p.volume is not None and p.bedrag in {tarief * p.volume, amounts.minutenbedrag(goed.tarief, p.volume)}:
            return "de regel is in minuten ingevuld, maar de eenheid is uur"
        return "het tarief per minuut staat bij een regel in uren"
    return ""


def _oorzaak_bedrag(
    bedrag: Decimal, p: Prestatie, goed: Decimal, uurtarieven: list[Decimal], eenheden: Eenheden
) -> str:
    gewoon, volume = _gewoon(p), p.volume or 0
    if uurtarieven and bedrag == gewoon:
        return "gerekend met het afgeronde tarief per minuut"
    if any(bedrag == uurtarief * volume for uurtarief in uurtarieven):
        return "het uurtarief is vermenigvuldigd met de minuten, zonder te delen door 60"
    if any((u * volume / MINUTEN_PER_UUR).quantize(_CENT, ROUND_DOWN) == bedrag for u in uurtarieven):
        return "het bedrag is naar beneden afgerond; een halve cent of meer gaat omhoog"
    if bedrag == p.tarief:
        return "het bedrag is het tarief zelf, niet vermenigvuldigd met het volume"
    return _volume_verwisseld(p, bedrag, eenheden) or _factor(bedrag, goed, "het bedrag")


def _volume_verwisseld(p: Prestatie, bedrag: Decimal, eenheden: Eenheden) -> str:
    if p.eenheid == eenheden.uur and bedrag == rond(_gewoon(p) / MINUTEN_PER_UUR):
        return "het volume is in minuten ingevuld, maar de eenheid is uur"
    if p.eenheid == eenheden.minuut and bedrag == _gewoon(p) * MINUTEN_PER_UUR:
        return "het volume is in uren ingevuld, maar de eenheid is minuut"
    return ""


def _gewoon(p: Prestatie) -> Decimal:
    """Give volume times tariff; the caller knows that both are there."""
    return (p.tarief or Decimal(0)) * (p.volume or 0)


def _factor(gevonden: Decimal, goed: Decimal, wat: str) -> str:
    if not goed:
        return ""
    if gevonden * _HONDERD == goed:
        return f"{wat} is in euro's ingevuld in plaats van in centen"
    if gevonden == goed * _HONDERD:
        return f"{wat} heeft twee nullen te veel: het bericht vraagt al centen"
    return ""
