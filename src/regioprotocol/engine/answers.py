"""Requests (315, 317) and what answered them: an assignment (301) or an answer (319) with the same reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from regioprotocol.engine.code_values import IN_ONDERZOEK
from regioprotocol.engine.context import Berichtcontext, gemeente_van
from regioprotocol.engine.records import (
    AangevraagdProduct,
    Antwoord,
    NieuwProduct,
    TeWijzigenProduct,
    ToegewezenProduct,
    Verzoek,
)
from regioprotocol.engine.series import Casus, Reeks, aanbieder_van, casus_van, dag_van, toegewezen_in

VOT = "315"
VOW = "317"


class Sleutel(NamedTuple):
    """What a request and its answer share. A 319 names no client."""

    wet: str
    gemeente: str
    aanbieder: str
    referentie: str


class Reactie(NamedTuple):
    """A 301 or 319 that answers."""

    ctx: Berichtcontext
    deel: ToegewezenProduct | Antwoord

    @property
    def in_onderzoek(self) -> bool:
        """Tell whether the municipality says that it will answer later."""
        return isinstance(self.deel, Antwoord) and self.deel.antwoord == IN_ONDERZOEK

    @property
    def toegewezen(self) -> bool:
        """Tell whether it is an assignment."""
        return isinstance(self.deel, ToegewezenProduct)


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What is answered on its own: a product of a VOT, or a VOW as a whole (OP344)."""

    ctx: Berichtcontext
    deel: AangevraagdProduct | Verzoek
    sleutel: Sleutel
    casus: Casus
    reacties: list[Reactie] = field(default_factory=list)

    @property
    def is_vow(self) -> bool:
        """Tell whether it is a request for change."""
        return isinstance(self.deel, Verzoek)

    def eindantwoord(self, tot: date = date.max) -> Reactie | None:
        """Give the first answer up to a day that is more than 'in onderzoek'."""
        return next((r for r in self.reacties if not r.in_onderzoek and dag_van(r.ctx) <= tot), None)


def aanvragen(reeks: Reeks) -> Mapping[Sleutel, Aanvraag]:
    """Give every request by its reference, with its answers in order. The first with a reference counts."""
    if reeks.aanvragen is None:
        reeks.aanvragen = _aanvragen(reeks)
    gevonden: Mapping[Sleutel, Aanvraag] = reeks.aanvragen
    return gevonden


def _aanvragen(reeks: Reeks) -> dict[Sleutel, Aanvraag]:
    gevonden: dict[Sleutel, Aanvraag] = {}
    for ctx, deel, referentie in referenties(reeks):
        casus, sleutel = casus_van(ctx), sleutel_van(ctx, referentie)
        if casus is not None:
            gevonden.setdefault(sleutel, Aanvraag(ctx, deel, sleutel, casus))
    for reactie, referentie in _reacties(reeks):
        aanvraag = gevonden.get(sleutel_van(reactie.ctx, referentie))
        if aanvraag is not None and dag_van(reactie.ctx) >= dag_van(aanvraag.ctx):
            aanvraag.reacties.append(reactie)
    return gevonden


def referenties(reeks: Reeks) -> Iterator[tuple[Berichtcontext, AangevraagdProduct | Verzoek, str]]:
    """Give every part of a request that has a reference, in order."""
    for ctx in reeks.van_soort(VOT, VOW):
        client = ctx.bericht.client
        if client is None:
            continue
        delen: tuple[AangevraagdProduct | Verzoek, ...] = client.aangevraagd
        if client.verzoek is not None:
            delen = (*delen, client.verzoek)
        for deel in delen:
            if deel.referentie_aanbieder is not None:
                yield ctx, deel, deel.referentie_aanbieder


def sleutel_van(ctx: Berichtcontext, referentie: str) -> Sleutel:
    """Give the key of a request or an answer."""
    return Sleutel(ctx.bericht.header.wet, gemeente_van(ctx.bericht), aanbieder_van(ctx.bericht), referentie)


def producten_van(verzoek: Verzoek) -> tuple[TeWijzigenProduct | NieuwProduct, ...]:
    """Give the products of a VOW that change or are new."""
    return (*verzoek.te_wijzigen, *verzoek.nieuw)


def _reacties(reeks: Reeks) -> Iterator[tuple[Reactie, str]]:
    for ctx in reeks.van_soort("301", "319"):
        antwoord = ctx.bericht.antwoord
        if antwoord is not None and antwoord.referentie_aanbieder is not None:
            yield Reactie(ctx, antwoord), antwoord.referentie_aanbieder
        for product in toegewezen_in(ctx):
            if product.referentie_aanbieder is not None:
                yield Reactie(ctx, product), product.referentie_aanbieder
