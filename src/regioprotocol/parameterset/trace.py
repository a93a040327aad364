"""Why a look-up gave its answer: every case with its reason, and the missing facts that could change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from msgspec import UNSET

from regioprotocol.parameterset.lookup import (
    Feiten,
    Index,
    Uitkomst,
    complete,
    doet_mee,
    in_periode,
    van_product,
    waarden_van,
    zoek,
)
from regioprotocol.parameterset.records import ElkeRegel, ElkGeval, LijstGeval, TermijnRegel, Voorwaarde


@dataclass(frozen=True, slots=True)
class Getoetst:
    """One case: whether it holds, and in Dutch why it does or does not.

    *ingehaald*: it matches, but an earlier case had answered already. *mist* names the facts that are not known and
    would make this case give another answer.
    """

    geval: ElkGeval
    geldt: bool
    reden: str
    ingehaald: bool = False
    mist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoor:
    """The answer, the cases in the order in which they were tried, and the facts that were missing."""

    uitkomst: Uitkomst
    getoetst: tuple[Getoetst, ...]
    ontbrekend: tuple[str, ...]


def volg(index: Index, regel: str, feiten: Feiten, op: date) -> Spoor:
    """Answer like `zoek`, and tell about every case. Raises KeyError like `zoek`."""
    record = index.regels[regel]
    uitkomst = zoek(index, regel, feiten, op)
    compleet = complete(index, feiten)
    regionaal = doet_mee(index, compleet, op)
    klaar = van_product(index, record, compleet, op) is not None
    getoetst: list[Getoetst] = []
    ontbrekend: dict[str, None] = dict.fromkeys(_product_kan_anders(index, record, compleet))
    for geval in record.gevallen:
        if not regionaal and geval.laag in {"gemeente", "regio"}:
            reden = "de gemeente doet op deze dag niet mee in de regio"
            getoetst.append(Getoetst(geval, geldt=False, reden=reden))
            continue
        reden, mist = _waarom_niet(index, geval, compleet, op)
        anders = (geval.stand, tuple(waarden_van(geval))) != (uitkomst.stand, uitkomst.waarden)
        kan_anders = tuple(mist) if anders and not klaar else ()
        ontbrekend.update(dict.fromkeys(kan_anders))
        past = not reden
        geldt = past and not klaar
        if past:
            reden = "dit geval geldt" if geldt else "een eerder geval geldt al"
        getoetst.append(Getoetst(geval, geldt=geldt, reden=reden, ingehaald=past and klaar, mist=kan_anders))
        klaar = klaar or (geldt and not (isinstance(geval, LijstGeval) and geval.telt_op))
    return Spoor(uitkomst, tuple(getoetst), tuple(ontbrekend))


def _product_kan_anders(index: Index, regel: ElkeRegel, feiten: Feiten) -> list[str]:
    """Some product may have a term of its own for this rule; then the product is a fact worth knowing."""
    veld = regel.uit_product if isinstance(regel, TermijnRegel) else UNSET
    if not isinstance(veld, str) or "product" in feiten:
        return []
    eigen = any(getattr(product, veld, UNSET) is not UNSET for product in index.parameterset.producten)
    return ["product"] if eigen else []


def _waarom_niet(index: Index, geval: ElkGeval, feiten: Feiten, op: date) -> tuple[str, list[str]]:
    """Give why a case does not match ('' when it does), and the facts that are missing for it."""
    if not in_periode(geval.vanaf, geval.tot_en_met, op.isoformat()):
        return "geldt niet op deze dag", []
    anders = [v for v in geval.als if v.sleutel in feiten and feiten[v.sleutel].isdisjoint(v.waarden)]
    if anders:
        return "; ".join(f"{v.sleutel} is niet {' of '.join(v.waarden)}" for v in anders), []
    mist = [v for v in geval.als if v.sleutel not in feiten]
    if not mist:
        return "", []
    if strijdig := _strijdig(index, mist, feiten):
        return strijdig, []
    reden = "; ".join(f"we weten niet of {v.sleutel} {' of '.join(v.waarden)} is" for v in mist)
    return reden, [v.sleutel for v in mist]


def _strijdig(index: Index, mist: Iterable[Voorwaarde], feiten: Feiten) -> str:
    """A missing fact that would imply something else than we know cannot be true: no need to ask for it."""
    for voorwaarde in mist:
        volgt = [complete(index, {voorwaarde.sleutel: frozenset({w})}) for w in voorwaarde.waarden]
        standaard = {feit.sleutel for feit in index.parameterset.standaardfeiten}
        if all(
            any(k in feiten and k not in standaard and feiten[k].isdisjoint(v) for k, v in gevolg.items())
            for gevolg in volgt
        ):
            return f"{voorwaarde.sleutel} {' of '.join(voorwaarde.waarden)} past niet bij wat u weet"
    return ""
