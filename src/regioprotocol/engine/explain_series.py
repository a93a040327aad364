"""Which rules between messages were applied to a berichtenreeks, and which were not and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.declaration import geef_reeks, in_volgorde
from regioprotocol.engine.explain import NietToegepast, Opgezocht, Toegepast, opgezocht
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import Leesresultaat, Opdracht
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.rules import BERICHTREGELS, DECLARATIEREGELS, REEKSREGELS
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import RETOUR_OP, Reeks
from regioprotocol.parameterset.lookup import alle_regels

_TUSSEN_BERICHTEN: Final = "meer berichten"


class Reeksbericht(Struct, frozen=True, kw_only=True):
    """A message of the series; *waarom* says why it does not count as sent, empty when it does."""

    bestand: str
    bericht: str
    op: date | None = None
    waarom: str = ""


class Reeksuitleg(Struct, frozen=True, kw_only=True):
    """The account of a series: its messages in order, the rules between them, and the look-ups of these rules."""

    reeks: str
    berichten: tuple[Reeksbericht, ...]
    toegepast: tuple[Toegepast, ...]
    opgezocht: tuple[Opgezocht, ...]
    niet_toegepast: tuple[NietToegepast, ...]
    bevindingen: tuple[Bevinding, ...]


def explain_series(opdracht: Opdracht, naam: str, gelezen: Iterable[Leesresultaat]) -> Reeksuitleg | None:
    """Judge what only messages together can tell, with a memory of its own that keeps every trace.

    None for fewer than two messages: one message is no series.
    """
    opdracht = opdracht._replace(naslag=Naslag(opdracht.naslag.index, met_spoor=True))
    contexten = [opdracht.context(g.bericht) for g in gelezen if g.bericht is not None]
    if len(contexten) < 2:  # noqa: PLR2004
        return None
    reeks = Reeks(contexten, opdracht.tijden)
    declaraties = in_volgorde(ctx for ctx in contexten if ctx.bericht.declaratie is not None)
    for _ in geef_reeks(declaraties, reeks.toewijzingen_voor, reeks.clienten_voor):
        pass  # a declaration is judged with the assignments of the series
    toegepast: list[Toegepast] = []
    niet_toegepast: list[NietToegepast] = []
    bevindingen: list[Bevinding] = []
    for regel in REEKSREGELS:
        if ontbreekt := _ontbreekt(regel, reeks.verzonden):
            niet_toegepast += [NietToegepast(regel=genoemd, waarom=ontbreekt) for genoemd in regel.regels]
            continue
        gevonden = [uitkomst for uitkomst in regel.oordeel(reeks) if isinstance(uitkomst, Bevinding)]
        toegepast.append(Toegepast(regels=regel.regels, meldingen=len(gevonden)))
        bevindingen += gevonden
    plek = {ctx.bericht.bestand: nummer for nummer, ctx in enumerate(reeks.berichten)}
    sporen = tuple(opgezocht(opdracht.naslag))
    namen = (
        *(r.regels for r in BERICHTREGELS),
        *(r.regels for r in DECLARATIEREGELS),
        *(r.regels for r in REEKSREGELS),
    )
    genoemd = {naam for groep in namen for naam in groep} | {o.regel for o in sporen}
    niet_toegepast += _zonder_toets(opdracht.naslag, reeks.verzonden, genoemd)
    return Reeksuitleg(
        reeks=naam,
        berichten=tuple(_berichten(reeks)),
        toegepast=tuple(toegepast),
        opgezocht=sporen,
        niet_toegepast=tuple(niet_toegepast),
        bevindingen=tuple(sorted(bevindingen, key=lambda b: (plek[b.bestand], b.sorteersleutel))),
    )


def _berichten(reeks: Reeks) -> Iterator[Reeksbericht]:
    """Give the messages in order, with the reason for those that do not count as sent (OP286)."""
    telt = {id(ctx) for ctx in reeks.verzonden}
    for ctx in reeks.berichten:
        waarom, retour = "", reeks.retour_van(ctx)
        if ctx.bericht.header.soort in RETOUR_OP:
            waarom = "een retourbericht: het zegt of een ander bericht telt"
        elif id(ctx) not in telt and retour is not None:
            waarom = f"afgekeurd in {retour.bericht.bestand}: het telt als niet verstuurd (OP286)"
        header = ctx.bericht.header
        yield Reeksbericht(bestand=ctx.bericht.bestand, bericht=ctx.bericht.naam, op=header.dagtekening, waarom=waarom)


def _ontbreekt(regel: Reeksregel, verzonden: Sequence[Berichtcontext]) -> str:
    """Say which messages a rule lacks; nothing when it has what it needs."""
    aanwezig = [ctx.bericht.header.soort for ctx in verzonden]
    gevraagd: list[str] = []
    gezien: Mapping[tuple[str, ...], int] = {soorten: regel.nodig.count(soorten) for soorten in regel.nodig}
    for soorten, aantal in gezien.items():
        er_zijn = sum(not soorten or soort in soorten for soort in aanwezig)
        if er_zijn < aantal:
            wat = " of ".join(soorten) or "bericht"
            gevraagd.append(
                f"nog een {wat}" if er_zijn else f"een {wat}" if aantal == 1 else f"{aantal} keer een {wat}"
            )
    return f"daar is {' en '.join(gevraagd)} voor nodig" if gevraagd else ""


def _zonder_toets(naslag: Naslag, verzonden: Sequence[Berichtcontext], genoemd: set[str]) -> Iterator[NietToegepast]:
    """Give the rules of the set about messages together that no rule of this program is about."""
    soorten = {ctx.bericht.header.soort for ctx in verzonden}
    for record in alle_regels(naslag.index.parameterset):
        if record.toetsbaar == _TUSSEN_BERICHTEN and record.regel not in genoemd and soorten & set(record.berichten):
            yield NietToegepast(regel=record.regel, waarom="tussen berichten gebruikt dit programma haar niet")
