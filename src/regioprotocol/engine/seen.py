"""What the lines of a declaration held, kept while they stream past: little, and enough to judge its terms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from regioprotocol.engine.records import Declaratie, DeclaratieClient


class Gezien:
    """The product codes of the lines, and the earliest last day of a line."""

    __slots__ = ("oudste", "producten")

    def __init__(self) -> None:
        """Start with nothing."""
        self.producten: dict[str | None, None] = {}
        self.oudste: date | None = None

    def client(self, client: DeclaratieClient) -> None:
        """Keep what the lines of a client hold."""
        for prestatie in client.prestaties:
            self.producten[prestatie.productcode] = None
            einde = prestatie.einddatum
            if einde is not None and (self.oudste is None or einde < self.oudste):
                self.oudste = einde


def gezien_in(declaratie: Declaratie) -> Gezien:
    """Read a declaration for this alone."""
    gezien = Gezien()
    clienten: Iterable[DeclaratieClient] = declaratie.clienten
    for client in clienten:
        gezien.client(client)
    return gezien
