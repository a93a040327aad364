"""A berichtenreeks: the messages of one folder or zip in the order in which they were sent, and what each refers to.

Order: the day of the message, then the name of the file ('2-305.xml' before '10-307.xml'), then its identification. The
name comes first because whoever makes the folder chooses it, while every sender numbers messages for himself. No
meaning is tied to the order within one day (OP080): what a message refers to may be of the same day.

A message that was rejected counts as not sent (OP286).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

from regioprotocol.engine.code_values import GEEN_AFKEUR
from regioprotocol.engine.context import Berichtcontext, gemeente_van
from regioprotocol.engine.moments import GEEN_TIJDEN, Tijden
from regioprotocol.engine.records import Bericht, Client, Onderdeel, StartStop, ToegewezenProduct

RETOUR_OP: Final = {"302": "301", "306": "305", "308": "307", "316": "315", "318": "317", "320": "319"}
_AANBIEDER: Final = 8  # a provider has a code of eight digits
_CIJFERS: Final = re.compile(r"(\d+)")

_Bekend = tuple[Mapping[str, ToegewezenProduct], Mapping[str, str]]


class Casus(NamedTuple):
    """One client at one provider, for one municipality and law: what an assignment, a start and a request share."""

    wet: str
    gemeente: str
    aanbieder: str
    bsn: str


class Versie(NamedTuple):
    """An assignment as one message gave it."""

    ctx: Berichtcontext
    product: ToegewezenProduct

    @property
    def dag(self) -> date:
        """Give the day of the message."""
        return dag_van(self.ctx)


class Regie(NamedTuple):
    """A start or a stop, in the message that reports it."""

    ctx: Berichtcontext
    deel: StartStop
    is_stop: bool


class Reeks:
    """The messages of one folder or zip. Rules read it and change nothing; what they look up is made once."""

    def __init__(self, contexten: Iterable[Berichtcontext], tijden: Tijden = GEEN_TIJDEN) -> None:
        """Put the messages in order. *tijden*: what happened outside the messages."""
        self.berichten: tuple[Berichtcontext, ...] = tuple(sorted(contexten, key=_volgorde))
        self.tijden = tijden
        self.aanvragen: Any = None  # what answers.py made of the requests, once
        self._bekend: dict[tuple[str, str, date], _Bekend] = {}

    @cached_property
    def retouren(self) -> Mapping[tuple[str, str, str, str], Berichtcontext]:
        """Give the return messages by what they answer: law, kind, sender and identification."""
        gevonden: dict[tuple[str, str, str, str], Berichtcontext] = {}
        for ctx in self.berichten:
            header = ctx.bericht.header
            if header.soort in RETOUR_OP and header.identificatie:
                # A return message repeats the header of what it answers.
                sleutel = (header.wet, RETOUR_OP[header.soort], header.afzender or "", header.identificatie)
                gevonden.setdefault(sleutel, ctx)
        return gevonden

    @cached_property
    def verzonden(self) -> tuple[Berichtcontext, ...]:
        """Give the messages that count as sent, in order: no return messages, and none that was rejected."""
        return tuple(
            ctx
            for ctx in self.berichten
            if ctx.bericht.header.soort not in RETOUR_OP and not afgekeurd(self.retour_van(ctx))
        )

    @cached_property
    def versies(self) -> Mapping[tuple[str, str, str], tuple[Versie, ...]]:
        """Give the versions of every assignment by law, municipality and number, in the order of their messages."""
        gevonden: dict[tuple[str, str, str], tuple[Versie, ...]] = {}
        for ctx in self.van_soort("301"):
            for product in toegewezen_in(ctx):
                if product.toewijzingnummer is not None:
                    sleutel = (*_gemeente(ctx), product.toewijzingnummer)
                    gevonden[sleutel] = (*gevonden.get(sleutel, ()), Versie(ctx, product))
        return gevonden

    @cached_property
    def toewijzingsnummers(self) -> Mapping[Casus, tuple[str, ...]]:
        """Give the numbers of the assignments of every client at every provider, in order."""
        gevonden: dict[Casus, dict[str, None]] = {}
        for ctx in self.van_soort("301"):
            casus = casus_van(ctx)
            if casus is not None:
                nummers = (p.toewijzingnummer for p in toegewezen_in(ctx) if p.toewijzingnummer is not None)
                gevonden.setdefault(casus, {}).update(dict.fromkeys(nummers))
        return {casus: tuple(nummers) for casus, nummers in gevonden.items()}

    @cached_property
    def regie(self) -> Mapping[tuple[Casus, str], tuple[Regie, ...]]:
        """Give starts and stops by client and assignment (without a number: by product), in order."""
        gevonden: dict[tuple[Casus, str], tuple[Regie, ...]] = {}
        for ctx in self.van_soort("305", "307"):
            casus, client = casus_van(ctx), ctx.bericht.client
            if casus is None or client is None:
                continue
            regels = (
                *(Regie(ctx, deel, is_stop=False) for deel in client.gestart),
                *(Regie(ctx, deel, is_stop=True) for deel in client.gestopt),
            )
            for regel in regels:
                sleutel = (casus, sleutel_van(regel.deel))
                gevonden[sleutel] = (*gevonden.get(sleutel, ()), regel)
        return gevonden

    @property
    def laatste_dag(self) -> date | None:
        """Give the day of the last message: what happened later, the series cannot tell."""
        dagen = [dag for ctx in self.berichten if (dag := ctx.bericht.header.dagtekening) is not None]
        return max(dagen, default=None)

    def van_soort(self, *soorten: str) -> Iterator[Berichtcontext]:
        """Give the messages of these kinds that count as sent, in order."""
        return (ctx for ctx in self.verzonden if ctx.bericht.header.soort in soorten)

    def retour_van(self, ctx: Berichtcontext) -> Berichtcontext | None:
        """Give the return message to a message, when the series has it."""
        header = ctx.bericht.header
        if not header.identificatie or header.soort in RETOUR_OP:
            return None
        return self.retouren.get((header.wet, header.soort, header.afzender or "", header.identificatie))

    def toewijzing(self, ctx: Berichtcontext, nummer: str | None, op: date | None = None) -> Versie | None:
        """Give the assignment with this number as it was known on a day (without one: the day of the message)."""
        dag = op or dag_van(ctx)
        bekend = [v for v in self.versies.get((*_gemeente(ctx), nummer or ""), ()) if v.dag <= dag]
        return max(bekend, key=_recentst) if bekend else None

    def toewijzingen_voor(self, ctx: Berichtcontext) -> Mapping[str, ToegewezenProduct]:
        """Give the assignments that a declaration can be held against, by number.

        They are those of its municipality and law as they were on the day of the declaration; one that came later only
        (care first, assignment afterwards) as it came.
        """
        return self._bekend_op(ctx)[0]

    def clienten_voor(self, ctx: Berichtcontext) -> Mapping[str, str]:
        """Give the BSN of whom these assignments are, by number; none for one that does not say."""
        return self._bekend_op(ctx)[1]

    def _bekend_op(self, ctx: Berichtcontext) -> _Bekend:
        plaats, dag = _gemeente(ctx), dag_van(ctx)
        if (*plaats, dag) not in self._bekend:
            producten: dict[str, ToegewezenProduct] = {}
            clienten: dict[str, str] = {}
            for (wet, gemeente, nummer), versies in self.versies.items():
                if (wet, gemeente) == plaats:
                    eerder = [v for v in versies if v.dag <= dag]
                    versie = max(eerder, key=_recentst) if eerder else versies[0]
                    producten[nummer], client = versie.product, versie.ctx.bericht.client
                    if client is not None and client.bsn is not None:
                        clienten[nummer] = client.bsn
            self._bekend[*plaats, dag] = (producten, clienten)
        return self._bekend[*plaats, dag]

    def actueel(self, casus: Casus, dag: date, *, voor: Berichtcontext | None = None) -> tuple[Versie, ...]:
        """Give the assignments of a client that hold on or after a day, in their last version up to that day.

        *voor*: leave out what this message itself says.
        """
        gevonden: list[Versie] = []
        for nummer in self.toewijzingsnummers.get(casus, ()):
            versies = self.versies[casus.wet, casus.gemeente, nummer]
            bekend = [v for v in versies if v.dag <= dag and v.ctx is not voor and casus_van(v.ctx) == casus]
            if bekend:
                laatste = max(bekend, key=_recentst)
                if not ingetrokken(laatste) and (laatste.product.einddatum or date.max) >= dag:
                    gevonden.append(laatste)
        return tuple(gevonden)


def casus_van(ctx: Berichtcontext, bsn: str | None = None) -> Casus | None:
    """Give whose message this is; None when it does not say. *bsn*: of the client of a declaration."""
    client = ctx.bericht.client
    bsn = bsn or (client.bsn if client else None)
    wet, gemeente = _gemeente(ctx)
    aanbieder = aanbieder_van(ctx.bericht)
    return Casus(wet, gemeente, aanbieder, bsn) if bsn and gemeente and aanbieder else None


def aanbieder_van(bericht: Bericht) -> str:
    """Give the provider that sends or receives the message."""
    partijen = (bericht.header.afzender, bericht.header.ontvanger)
    return next((p for p in partijen if p and len(p) == _AANBIEDER), "")


def dag_van(ctx: Berichtcontext) -> date:
    """Give the day of a message; one without a day comes last."""
    return ctx.bericht.header.dagtekening or date.max


def toegewezen_in(ctx: Berichtcontext) -> Sequence[ToegewezenProduct]:
    """Give the assignments in a message."""
    return ctx.bericht.client.toegewezen if ctx.bericht.client else ()


def sleutel_van(deel: StartStop) -> str:
    """Give what a start and a stop have in common: the assignment, or else the product (IV096)."""
    return deel.toewijzingnummer or f"{deel.categorie or ''}/{deel.productcode or ''}"


def ingetrokken(versie: Versie) -> bool:
    """Tell whether an assignment was taken back: it counts as never sent (code list, 'verwijderd')."""
    reden = versie.product.reden_wijziging
    return reden is not None and reden == versie.ctx.vraag("intrekken.reden").waarde


def afgekeurd(retour: Berichtcontext | None) -> bool:
    """Tell whether a return message rejects what it answers: any code but 'no remarks' at any level."""
    return retour is not None and any(code not in GEEN_AFKEUR for code in retourcodes_in(retour.bericht))


def retourcodes_in(bericht: Bericht) -> Iterator[str]:
    """Give the return codes at every level of a return message."""
    delen: list[Onderdeel | None] = [bericht.header, bericht.antwoord]
    client = bericht.client
    if client is not None:
        delen += [client, *client.toegewezen, *client.gestart, *client.gestopt, *client.aangevraagd]
        delen += _van_personen(client)
        verzoek = client.verzoek
        if verzoek is not None:
            delen += [verzoek, *verzoek.ongewijzigd, *verzoek.te_wijzigen, *verzoek.nieuw]
    for deel in delen:
        for retourcode in getattr(deel, "retourcodes", ()):
            if retourcode.code:
                yield retourcode.code


def _van_personen(client: Client) -> list[Onderdeel | None]:
    contacten: list[Onderdeel | None] = [relatie.contact for relatie in client.relaties]
    return [*client.relaties, *client.contacten, *contacten]


def _gemeente(ctx: Berichtcontext) -> tuple[str, str]:
    return (ctx.bericht.header.wet, gemeente_van(ctx.bericht))


def _recentst(versie: Versie) -> tuple[date, str, date]:
    """Order versions by the day and time of the assignment (IV013)."""
    product = versie.product
    tijd = product.toewijzingstijd.isoformat() if product.toewijzingstijd else ""
    return (product.toewijzingsdatum or date.min, tijd, versie.dag)


def _volgorde(ctx: Berichtcontext) -> tuple[date, tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    header = ctx.bericht.header
    dag = header.dagtekening or date.max
    if header.soort in RETOUR_OP and header.dagtekening_retour is not None:
        dag = header.dagtekening_retour
    return (dag, _natuurlijk(ctx.bericht.bestand), _natuurlijk(header.identificatie or ""))


def _natuurlijk(naam: str) -> tuple[tuple[int, str], ...]:
    """Order names as people do: 2 before 10."""
    return tuple((int(deel), "") if deel.isdigit() else (-1, deel) for deel in _CIJFERS.split(naam) if deel)
