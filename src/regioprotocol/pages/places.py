"""Where a rule stands on the site: its chapter, and its address in the protocol of a region."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from regioprotocol.model.regel import Regel
from regioprotocol.model.woordenboek import Hoofdstuk
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.records import Deel

# A workspace without chapters of its own still has one page for all its rules.
_ALLES: Final = Hoofdstuk(naam="alle-regels", titel="Alle regels", omschrijving="Alle regels van dit protocol.")


def hoofdstukken(deel: Deel) -> tuple[Hoofdstuk, ...]:
    """Give the chapters of a protocol, in order."""
    return deel.snapshot.woordenboek.hoofdstukken or (_ALLES,)


def hoofdstuk_van(deel: Deel, regel: str) -> Hoofdstuk:
    """Give the chapter of a rule. Raises KeyError for a rule that the region does not have."""
    record = deel.snapshot.regels[regel]
    return _hoofdstuk(hoofdstukken(deel), record.naam, record.berichten)


@lru_cache(maxsize=4096)
def _hoofdstuk(alle: tuple[Hoofdstuk, ...], naam: str, berichten: tuple[str, ...]) -> Hoofdstuk:
    op_naam = next((h for wat in (naam, _begin(naam)) for h in alle if wat in h.regels), None)
    op_bericht = next((h for h in alle if set(h.berichten) & set(berichten)), None)
    rest = next((h for h in alle if not h.regels and not h.berichten), alle[-1])
    return op_naam or op_bericht or rest


def hoofdstuk_pad(deel: Deel, hoofdstuk: Hoofdstuk) -> str:
    """Give the address of a chapter: 'regios/mijn-regio/protocol/declareren/'."""
    return f"{deel.pad}protocol/{hoofdstuk.naam}/"


def regel_pad(deel: Deel, regel: str) -> str:
    """Give the address of a rule from the beginning of the site: 'regios/…/protocol/declareren/#declaratie-eenheid'.

    A rule that the region does not have leads to the list of chapters.
    """
    if regel not in deel.snapshot.gevallen:
        return f"{deel.pad}protocol/"
    return f"{hoofdstuk_pad(deel, hoofdstuk_van(deel, regel))}#{anchor(regel)}"


def volgorde(deel: Deel, regel: Regel) -> tuple[int, int, bool]:
    """Give what rules are sorted by: the chapter, the order in which it names them, and the region's own last."""
    hoofdstuk = hoofdstuk_van(deel, regel.naam)
    genoemd = next((wat for wat in (regel.naam, _begin(regel.naam)) if wat in hoofdstuk.regels), None)
    plek = hoofdstuk.regels.index(genoemd) if genoemd else len(hoofdstuk.regels)
    return (hoofdstukken(deel).index(hoofdstuk), plek, bool(regel.regio))


def _begin(naam: str) -> str:
    return naam.partition(".")[0]
