"""To which chapter a rule belongs, and where it stands there: the same on the site and in the document."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from regioprotocol.model.regel import Regel
from regioprotocol.model.woordenboek import Hoofdstuk
from regioprotocol.resolve.snapshot import Snapshot

# A workspace without chapters of its own still has one for all its rules.
_ALLES: Final = Hoofdstuk(naam="alle-regels", titel="Alle regels", omschrijving="Alle regels van dit protocol.")


def hoofdstukken(snapshot: Snapshot) -> tuple[Hoofdstuk, ...]:
    """Give the chapters of a protocol, in order."""
    return snapshot.woordenboek.hoofdstukken or (_ALLES,)


def hoofdstuk_van(snapshot: Snapshot, regel: str) -> Hoofdstuk:
    """Give the chapter of a rule. Raises KeyError for a rule that the region does not have."""
    record = snapshot.regels[regel]
    return _hoofdstuk(hoofdstukken(snapshot), record.naam, record.berichten)


@lru_cache(maxsize=4096)
def _hoofdstuk(alle: tuple[Hoofdstuk, ...], naam: str, berichten: tuple[str, ...]) -> Hoofdstuk:
    op_naam = next((h for wat in (naam, _begin(naam)) for h in alle if wat in h.regels), None)
    op_bericht = next((h for h in alle if set(h.berichten) & set(berichten)), None)
    rest = next((h for h in alle if not h.regels and not h.berichten), alle[-1])
    return op_naam or op_bericht or rest


def volgorde(snapshot: Snapshot, regel: Regel) -> tuple[int, int, bool]:
    """Give what rules are sorted by: the chapter, the order in which it names them, and the region's own last."""
    hoofdstuk = hoofdstuk_van(snapshot, regel.naam)
    genoemd = next((wat for wat in (regel.naam, _begin(regel.naam)) if wat in hoofdstuk.regels), None)
    plek = hoofdstuk.regels.index(genoemd) if genoemd else len(hoofdstuk.regels)
    return (hoofdstukken(snapshot).index(hoofdstuk), plek, bool(regel.regio))


def _begin(naam: str) -> str:
    return naam.partition(".")[0]
