"""Where a rule stands on the site: its address in the protocol of a region."""

from __future__ import annotations

from regioprotocol.model.woordenboek import Hoofdstuk
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.records import Deel
from regioprotocol.resolve import hoofdstuk_van


def hoofdstuk_pad(deel: Deel, hoofdstuk: Hoofdstuk) -> str:
    """Give the address of a chapter: 'regios/mijn-regio/protocol/declareren/'."""
    return f"{deel.pad}protocol/{hoofdstuk.naam}/"


def regel_pad(deel: Deel, regel: str) -> str:
    """Give the address of a rule from the beginning of the site: 'regios/…/protocol/declareren/#declaratie-eenheid'.

    A rule that the region does not have leads to the list of chapters.
    """
    if regel not in deel.snapshot.gevallen:
        return f"{deel.pad}protocol/"
    return f"{hoofdstuk_pad(deel, hoofdstuk_van(deel.snapshot, regel))}#{anchor(regel)}"
