"""What the messages of a series say about a declaration: its assignments, and the declarations and answers before it.

Bounded by what the series declares: a line is remembered as a few numbers, and only when another declaration follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeVar

from regioprotocol.engine.records import Bericht, Header, Prestatie, ToegewezenProduct

Stand = Literal["ingediend", "goedgekeurd", "afgekeurd"]
Wie = tuple[str, str]  # the law, and the provider or the municipality

GEEN_TOEWIJZINGEN: Final[Mapping[str, ToegewezenProduct]] = MappingProxyType({})
GEEN_CLIENTEN: Final[Mapping[str, str]] = MappingProxyType({})
_GEMEENTE: Final = 4
_AANBIEDER: Final = 8


class Verbruik:
    """What was declared on one assignment: the volume (hours of it counted as minutes) and the amount."""

    __slots__ = ("bedrag", "volume")

    def __init__(self) -> None:
        """Start at nothing."""
        self.volume = 0
        self.bedrag = Decimal(0)


class Plek(NamedTuple):
    """Where a line of an earlier message stands."""

    bestand: str
    regelnummer: int


class Regelstand:
    """A line that was declared before: prints of its key and of all it says, and what became of it."""

    __slots__ = (
        "bedrag",
        "client",
        "gecrediteerd",
        "inhoud",
        "is_credit",
        "plek",
        "sleutel",
        "stand",
        "verbruik",
        "volume",
    )

    def __init__(self, p: Prestatie, plek: Plek, *, is_credit: bool) -> None:
        """Take the prints of a line."""
        self.sleutel, self.inhoud, self.client = sleutel_van(p), inhoud_van(p), hash(p.bsn)
        self.plek, self.is_credit = plek, is_credit
        self.stand: Stand = "ingediend"
        self.gecrediteerd = False
        self.verbruik: Verbruik | None = None
        self.volume, self.bedrag = 0, Decimal(0)


class Declaratiestand(NamedTuple):
    """A declaration of the series: its header, number, total, and the references of its lines."""

    header: Header
    nummer: str | None
    ingediend: Decimal | None
    referenties: list[str]
    plek: Plek


class Declaratiereeks:
    """The memory of a series: declarations and answers in the order of their days."""

    __slots__ = ("declaraties", "nummers", "onthoud", "per_sleutel", "regels", "verbruik")

    def __init__(self) -> None:
        """Start without anything before."""
        self.onthoud = False
        self.verbruik: dict[tuple[Wie, str], Verbruik] = {}
        self.regels: dict[tuple[Wie, str], Regelstand] = {}
        self.per_sleutel: dict[tuple[Wie, int], Regelstand] = {}
        self.declaraties: dict[tuple[Wie, str], Declaratiestand] = {}
        self.nummers: dict[tuple[Wie, str], Plek] = {}


_C = TypeVar("_C", bound="MetReeks")


class MetReeks:
    """What the context of a message has to be given: assignments with whose they are, and the memory of the series."""

    __slots__ = ("bericht", "clienten", "reeks", "toewijzingen")

    bericht: Bericht
    clienten: Mapping[str, str]
    reeks: Declaratiereeks
    toewijzingen: Mapping[str, ToegewezenProduct]


def in_volgorde(contexten: Iterable[_C]) -> list[_C]:
    """Order declarations and answers by their day; a declaration before an answer of the same day."""
    return sorted(contexten, key=lambda c: (c.bericht.header.dagtekening or date.max, c.bericht.header.soort))


def geef_reeks(
    volgorde: Sequence[_C],
    toewijzingen_voor: Callable[[_C], Mapping[str, ToegewezenProduct]],
    clienten_voor: Callable[[_C], Mapping[str, str]],
) -> Iterator[_C]:
    """Give each declaration its assignments and what came before, one after the other."""
    reeks = Declaratiereeks()
    for nummer, ctx in enumerate(volgorde, 1):
        reeks.onthoud = nummer < len(volgorde)
        ctx.reeks = reeks
        ctx.toewijzingen, ctx.clienten = toewijzingen_voor(ctx), clienten_voor(ctx)
        yield ctx


def gemeente_en_wet(header: Header) -> Wie:
    """Give the law and the municipality that sends or receives a message."""
    return (header.wet, _partij(header, _GEMEENTE))


def aanbieder_en_wet(header: Header) -> Wie:
    """Give the law and the provider that sends or receives a message: within both a reference is unique."""
    return (header.wet, _partij(header, _AANBIEDER))


def sleutel_van(p: Prestatie) -> int:
    """Give a print of what may be declared once (TR389)."""
    return hash((p.bsn, p.toewijzingnummer, p.categorie, p.productcode, p.begindatum, p.einddatum))


def inhoud_van(p: Prestatie) -> int:
    """Give a print of what a credit repeats (IV091)."""
    return hash((sleutel_van(p), p.volume, p.eenheid, p.tarief, p.bedrag))


def _partij(header: Header, lengte: int) -> str:
    return next((p for p in (header.ontvanger, header.afzender) if p and len(p) == lengte), "")
