"""Rules on two sides: ask both the same questions, and keep the answers that differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from msgspec import UNSET

from regioprotocol.compare.judgement import oordeel
from regioprotocol.compare.records import Kant, SoortWijziging, Wijziging
from regioprotocol.parameterset import Uitkomst, zoek
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.parameterset.records import Voorwaarde

Als = tuple[tuple[str, tuple[str, ...]], ...]
# More combinations of values than this say nothing more about one case.
_COMBINATIES: Final = 64
# From saying nothing, through saying that nothing is agreed, to an answer.
_NIETS: Final = ("geen antwoord", "geen afspraak")
_GEEN: Final = Uitkomst("geen antwoord")


def vergelijk_regels(was: Kant, wordt: Kant) -> Iterator[Wijziging]:
    """Give the changes of all rules. A change that a wider one already tells is not repeated."""
    for regel in sorted({*was.index.regels, *wordt.index.regels}):
        gemeld: list[tuple[Als, str, str]] = []
        for als in _vragen(regel, was, wordt):
            for deel, a, b in _antwoorden(regel, als, was, wordt):
                if _zelfde(a, b):
                    continue
                van, naar = tekst(a), tekst(b)
                if any(_ruimer(ander, deel) and (van, naar) == (w, x) for ander, w, x in gemeld):
                    continue
                gemeld.append((deel, van, naar))
                yield _wijziging(regel, deel, a, b)


def _vragen(regel: str, was: Kant, wordt: Kant) -> list[Als]:
    """Give the conditions to ask about: none, and those of every case that is in force on its side's day."""
    vragen: set[Als] = {()}
    for kant in (was, wordt):
        record = kant.index.regels.get(regel)
        for geval in record.gevallen if record else ():
            if in_periode(geval.vanaf, geval.tot_en_met, kant.op.isoformat()):
                vragen.add(_als(geval.als))
    vast = {f.sleutel: set(f.waarden) for kant in (was, wordt) for f in kant.index.parameterset.standaardfeiten}
    # Who is never outputgericht does not ask what would hold if they were.
    vragen = {als for als in vragen if all(s not in vast or vast[s] & set(w) for s, w in als)}
    return sorted(vragen, key=lambda als: (len(als), als))


def _als(voorwaarden: tuple[Voorwaarde, ...]) -> Als:
    return tuple(sorted((v.sleutel, v.waarden) for v in voorwaarden))


def _antwoorden(regel: str, als: Als, was: Kant, wordt: Kant) -> Iterator[tuple[Als, Uitkomst, Uitkomst]]:
    """Ask for every combination of values; when all answer alike, that is one answer."""
    combinaties = [
        tuple((sleutel, (waarde,)) for (sleutel, _), waarde in zip(als, keuze, strict=True))
        for keuze in islice(product(*(waarden for _, waarden in als)), _COMBINATIES)
    ]
    gevonden = [(deel, _vraag(regel, deel, was), _vraag(regel, deel, wordt)) for deel in combinaties]
    if len({(tekst(a), tekst(b)) for _, a, b in gevonden}) == 1:
        yield als, gevonden[0][1], gevonden[0][2]
    else:
        yield from gevonden


def _vraag(regel: str, als: Als, kant: Kant) -> Uitkomst:
    if regel not in kant.index.regels:
        return _GEEN
    gevraagd: dict[str, frozenset[str]] = {}
    for sleutel, waarden in als:
        gevraagd[sleutel] = gevraagd.get(sleutel, frozenset()) | set(waarden)
    feiten = {**kant.feiten, **gevraagd}
    return zoek(kant.index, regel, feiten, kant.op)


def _zelfde(a: Uitkomst, b: Uitkomst) -> bool:
    return (a.stand, a.waarden) == (b.stand, b.waarden)


def _ruimer(ruim: Als, eng: Als) -> bool:
    """Tell whether everyone that *eng* is about was told by *ruim*."""
    return all(any(s == t and set(w) <= set(v) for t, w in eng) for s, v in ruim)


def tekst(uitkomst: Uitkomst) -> str:
    """Write an answer as one text; nothing when there is none."""
    if uitkomst.stand == "geen antwoord":
        return ""
    return ", ".join(uitkomst.waarden) if uitkomst.stand == "waarde" else uitkomst.stand


def _wijziging(regel: str, als: Als, was: Uitkomst, wordt: Uitkomst) -> Wijziging:
    soort: SoortWijziging = "gewijzigd"
    if _gewicht(was) < _gewicht(wordt):
        soort = "toegevoegd"
    elif _gewicht(was) > _gewicht(wordt):
        soort = "vervallen"
    geval = next(iter(wordt.gevallen or was.gevallen), None)
    return Wijziging(
        soort=soort,
        regel=regel,
        als=als,
        was=tekst(was),
        wordt=tekst(wordt),
        vanaf=_of_leeg(geval.vanaf) if geval and wordt.gevallen else "",
        reden=_of_leeg(geval.reden) if geval else "",
        besluit=_of_leeg(geval.besluit) if geval else "",
        bron=geval.bron if geval else "",
        oordeel=oordeel(was, wordt),
    )


def _gewicht(uitkomst: Uitkomst) -> int:
    return _NIETS.index(uitkomst.stand) if uitkomst.stand in _NIETS else len(_NIETS)


def _of_leeg(waarde: object) -> str:
    return "" if waarde is UNSET else str(waarde)
