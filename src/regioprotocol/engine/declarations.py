"""A declaration (323) and the answer to it (325) as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from regioprotocol.engine.parts import Onderdeel, Retourcode

CREDIT: Final = "C"


class Prestatie(Onderdeel, frozen=True):
    """A declared line (323), or a rejected one (325). *bsn* is that of its client."""

    bsn: str | None = None
    referentienummer: str | None = None
    vorig_referentienummer: str | None = None
    toewijzingnummer: str | None = None
    categorie: str | None = None
    productcode: str | None = None
    begindatum: date | None = None
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str | None = None
    tarief: Decimal | None = None
    bedrag: Decimal | None = None
    debet_credit: str | None = None
    retourcodes: tuple[Retourcode, ...] = ()

    @property
    def saldo(self) -> Decimal | None:
        """Give the amount with its sign: a credit counts down."""
        return _met_teken(self.bedrag, self.debet_credit)


class DeclaratieClient(Onderdeel, frozen=True):
    """A client in a declaration or its answer.

    In a streamed message a client with very many lines comes in parts: each part but the last has *vervolgt*,
    and only the last part has the client's own return codes.
    """

    bsn: str | None = None
    prestaties: tuple[Prestatie, ...] = ()
    retourcodes: tuple[Retourcode, ...] = ()
    vervolgt: bool = False


class Declaratie(Onderdeel, frozen=True):
    """A declaration (323) or the answer to it (325: without period, with *toegekend*).

    *clienten* of a large message is read from the file while you iterate. *retourcodes* (325) come last in the
    message: of a large message they are complete when *clienten* was read to the end.
    """

    nummer: str | None = None
    begindatum: date | None = None
    einddatum: date | None = None
    dagtekening: date | None = None
    ingediend: Decimal | None = None
    ingediend_debet_credit: str | None = None
    toegekend: Decimal | None = None
    toegekend_debet_credit: str | None = None
    clienten: Iterable[DeclaratieClient] = ()
    retourcodes: Sequence[Retourcode] = ()

    @property
    def ingediend_saldo(self) -> Decimal | None:
        """Give the total that was declared, with its sign."""
        return _met_teken(self.ingediend, self.ingediend_debet_credit)

    @property
    def toegekend_saldo(self) -> Decimal | None:
        """Give the total that was granted, with its sign."""
        return _met_teken(self.toegekend, self.toegekend_debet_credit)

    def prestaties(self) -> Iterator[Prestatie]:
        """Give every line in the order of the message; of a large message one at a time."""
        for client in self.clienten:
            yield from client.prestaties


def _met_teken(bedrag: Decimal | None, debet_credit: str | None) -> Decimal | None:
    if bedrag is None:
        return None
    return -bedrag if debet_credit == CREDIT else bedrag
