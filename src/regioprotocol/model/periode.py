"""Periods: half-open inside the code, so that neighbours share a date and never a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Periode:
    """The days from *begin* up to, not including, *einde*; None means open on that side."""

    begin: date | None = None
    einde: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that holds no day."""
        if self.begin and self.einde and self.einde <= self.begin:
            raise ValueError(f"een periode van {self.begin} tot {self.einde} heeft geen dagen")

    def __contains__(self, dag: date) -> bool:
        """Tell whether *dag* lies in the period."""
        return (self.begin is None or self.begin <= dag) and (self.einde is None or dag < self.einde)

    def doorsnede(self, andere: Periode) -> Periode | None:
        """Give the days that both hold, or None."""
        begin = max(filter(None, (self.begin, andere.begin)), default=None)
        einde = min(filter(None, (self.einde, andere.einde)), default=None)
        return None if begin and einde and einde <= begin else Periode(begin, einde)

    def omvat(self, andere: Periode) -> bool:
        """Tell whether every day of the other lies in this one."""
        begint = self.begin is None or (andere.begin is not None and self.begin <= andere.begin)
        eindigt = self.einde is None or (andere.einde is not None and andere.einde <= self.einde)
        return begint and eindigt

    def zonder(self, anderen: Iterable[Periode]) -> tuple[Periode, ...]:
        """Give the days of this period that lie in none of the others, in order."""
        rest = [self]
        for ander in anderen:
            ervoor = Periode(None, ander.begin) if ander.begin else None
            erna = Periode(ander.einde) if ander.einde else None
            stukken = (stuk.doorsnede(kant) for stuk in rest for kant in (ervoor, erna) if kant)
            rest = [stuk for stuk in stukken if stuk]
        return tuple(rest)

    @property
    def laatste_dag(self) -> date | None:
        """Give the last day that lies in the period."""
        return self.einde - timedelta(days=1) if self.einde else None

    def __str__(self) -> str:
        """Write it as people do: 'vanaf 2024-01-01', '2024-01-01 t/m 2024-12-31'."""
        if self.begin and self.einde:
            return f"{self.begin} t/m {self.laatste_dag}"
        if self.begin:
            return f"vanaf {self.begin}"
        return f"t/m {self.laatste_dag}" if self.einde else "altijd"


ALTIJD = Periode()


@dataclass(frozen=True, slots=True)
class Geldigheid:
    """A period as written: with dates, or with releases whose days depend on what a region follows."""

    vanaf: date | None = None
    tot_en_met: date | None = None
    vanaf_release: str | None = None
    tot_en_met_release: str | None = None
    vanaf_onbekend: bool = False


ALTIJD_GELDIG = Geldigheid()


@dataclass(frozen=True, slots=True)
class Release:
    """A release of iWmo and iJw. *uiterlijk*: the source only shows that it held by then."""

    naam: str
    vanaf: date | None = None
    tot_en_met: date | None = None
    uiterlijk: date | None = None

    @property
    def begin(self) -> date | None:
        """Give the first day we can stand by."""
        return self.vanaf or self.uiterlijk

    @property
    def is_zeker(self) -> bool:
        """Tell whether the first day is a fact and not a bound."""
        return self.vanaf is not None


class OnbekendeReleaseError(ValueError):
    """A period names a release that is unknown, or whose day no source gives."""


@lru_cache(maxsize=4096)
def bepaal(geldig: Geldigheid, releases: tuple[Release, ...], vast: str | None = None) -> tuple[Periode | None, bool]:
    """Turn a written period into days; tell also whether all its bounds are certain.

    *vast* is the release that a region keeps to: what starts later never holds there (None), and what
    ends with it goes on. Raises OnbekendeReleaseError, and ValueError for an end before the start.
    """
    begin, zeker = geldig.vanaf, True
    if geldig.vanaf_release:
        plek = _plek(geldig.vanaf_release, releases)
        if vast and plek > _plek(vast, releases):
            return None, True
        begin, zeker = _begin(releases[plek])
    einde = _dag_na(geldig.tot_en_met)
    if geldig.tot_en_met_release:
        plek = _plek(geldig.tot_en_met_release, releases)
        if vast and plek >= _plek(vast, releases):
            einde = None
        elif releases[plek].tot_en_met:
            einde = _dag_na(releases[plek].tot_en_met)
        elif plek + 1 < len(releases):
            einde, zeker_einde = _begin(releases[plek + 1])
            zeker = zeker and zeker_einde
    return Periode(begin, einde), zeker


def _plek(naam: str, releases: tuple[Release, ...]) -> int:
    for plek, release in enumerate(releases):
        if release.naam == naam:
            return plek
    raise OnbekendeReleaseError(f"release {naam} kennen we niet")


def _begin(release: Release) -> tuple[date | None, bool]:
    if release.begin is None and release.tot_en_met is None:
        raise OnbekendeReleaseError(f"van release {release.naam} noemen de bronnen geen ingangsdag")
    return release.begin, release.is_zeker or release.begin is None


def _dag_na(dag: date | None) -> date | None:
    # Who writes the last day that a calendar has, means: no end.
    return dag + timedelta(days=1) if dag and dag < date.max else None
