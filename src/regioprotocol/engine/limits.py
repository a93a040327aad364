"""The limits of a declaration as a parameter set decides them: per productperiode and per assignment (TR321, TR322)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from regioprotocol.engine.periods import Periode, is_gebroken, productperioden
from regioprotocol.engine.settings import (
    GEBROKEN_MAAND,
    WEEKVOLUME,
    GeenRekenwijzeError,
    Rekenwijze,
    keuze,
    rekenwijze,
    weekregel,
)
from regioprotocol.engine.volume import Telling, dagen, maanden, tel_toewijzing, tel_weken
from regioprotocol.parameterset import Feiten, Index

PER_DAG: Final = "1"
PER_WEEK: Final = "2"
PER_MAAND: Final = "4"
TOTAAL: Final = "6"
_HEEL_MAANDVOLUME: Final = "heel maandvolume"
# An end so far away says 'no end' (9999-12-31); counting its weeks would only take time.
_LANGSTE: Final = timedelta(days=36525)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omvang:
    """The size of an assignment: so much per day, week or month, or in total (code list WMO757)."""

    volume: int
    frequentie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grens:
    """The most that may be declared. *maximum* is None when it cannot be told, and *waarom* says why.

    *telling* holds the weeks that were counted, *wijze* the case of the set that said how.
    """

    maximum: int | None
    telling: Telling | None = None
    wijze: Rekenwijze | None = None
    waarom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maandgrens:
    """The limit of one productperiode."""

    periode: Periode
    grens: Grens


def periodegrens(index: Index, feiten: Feiten, omvang: Omvang, toewijzing: Periode, periode: Periode) -> Grens:
    """Give the most that may be declared in one productperiode of an assignment (TR321, IV077, IV078).

    The set is asked on the first day of the productperiode, with these facts: 'wet', 'uitvoeringsvariant',
    'productcategorie' and what else is known (a product brings its own).
    """
    bekend = {"frequentie": frozenset({omvang.frequentie}), **feiten}
    toewijzing = _zonder_ver_einde(toewijzing)
    if omvang.frequentie == PER_WEEK:
        return _weekgrens(index, bekend, omvang, toewijzing, periode)
    if omvang.frequentie == PER_MAAND:
        return _maandgrens(index, bekend, omvang, periode)
    if omvang.frequentie == PER_DAG:
        return Grens(maximum=omvang.volume * dagen(periode))
    if omvang.frequentie == TOTAAL:
        return Grens(maximum=omvang.volume)
    return _onbekend(f"de frequentie {omvang.frequentie} kennen we niet")


def toewijzinggrens(index: Index, feiten: Feiten, omvang: Omvang, toewijzing: Periode) -> Grens:
    """Give the most that may be declared over a whole assignment (TR322)."""
    if omvang.frequentie == TOTAAL:
        return Grens(maximum=omvang.volume)
    toewijzing = _zonder_ver_einde(toewijzing)
    if toewijzing.eind is None:
        return _onbekend("de toewijzing heeft geen einddatum")
    if omvang.frequentie == PER_DAG:
        return Grens(maximum=omvang.volume * dagen(toewijzing))
    grenzen = maandgrenzen(index, feiten, omvang, toewijzing)
    if onbekend := next((m.grens for m in grenzen if m.grens.maximum is None), None):
        return onbekend
    if omvang.frequentie == PER_MAAND:
        return Grens(maximum=omvang.volume * maanden(toewijzing), wijze=grenzen[-1].grens.wijze)
    return _weken_samen(omvang, toewijzing, grenzen)


def maandgrenzen(index: Index, feiten: Feiten, omvang: Omvang, toewijzing: Periode) -> tuple[Maandgrens, ...]:
    """Give the limit of every productperiode. Raises ValueError for an assignment without an end."""
    return tuple(
        Maandgrens(periode=periode, grens=periodegrens(index, feiten, omvang, toewijzing, periode))
        for periode in productperioden(toewijzing)
    )


def _weekgrens(index: Index, feiten: Feiten, omvang: Omvang, toewijzing: Periode, periode: Periode) -> Grens:
    try:
        wijze = rekenwijze(index, WEEKVOLUME, feiten, periode.begin)
        telling = tel_weken(periode, toewijzing, weekregel(wijze))
    except GeenRekenwijzeError as error:
        return _onbekend(str(error))
    return Grens(maximum=omvang.volume * telling.aantal, telling=telling, wijze=wijze)


def _maandgrens(index: Index, feiten: Feiten, omvang: Omvang, periode: Periode) -> Grens:
    if not is_gebroken(periode) or keuze(index, GEBROKEN_MAAND, feiten, periode.begin) == _HEEL_MAANDVOLUME:
        return Grens(maximum=omvang.volume)
    return _onbekend("voor een deel van een maand is niet afgesproken hoeveel er mag")


def _weken_samen(omvang: Omvang, toewijzing: Periode, grenzen: tuple[Maandgrens, ...]) -> Grens:
    """Count the weeks of the assignment in the way that holds in its last month."""
    wijze = grenzen[-1].grens.wijze
    assert wijze is not None  # noqa: S101 - every month has a limit, so a case decided
    tellingen = tuple(m.grens.telling for m in grenzen if m.grens.telling is not None)
    telling = tel_toewijzing(toewijzing, weekregel(wijze), tellingen)
    return Grens(maximum=omvang.volume * telling.aantal, telling=telling, wijze=wijze)


def _zonder_ver_einde(toewijzing: Periode) -> Periode:
    eind = toewijzing.eind
    return Periode(toewijzing.begin) if eind is not None and eind - toewijzing.begin > _LANGSTE else toewijzing


def _onbekend(waarom: str) -> Grens:
    return Grens(maximum=None, waarom=waarom)
