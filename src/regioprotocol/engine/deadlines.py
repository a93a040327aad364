"""Was something done in time? The term comes from the set, the days from the messages and from `tijden.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from regioprotocol.calendar import BuitenKalenderError, Kalender
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.moments import Tijden
from regioprotocol.engine.records import Onderdeel
from regioprotocol.engine.result import Termijnoordeel, Termijnuitkomst
from regioprotocol.engine.terms import Termijn, van_uitkomst
from regioprotocol.engine.wording import dagnaam
from regioprotocol.parameterset import Feiten
from regioprotocol.parameterset.records import TermijnRegel
from regioprotocol.parameterset.trace import Getoetst

_SITUATIE: Final = "situatie"
_GEEN_RECORD: Final = frozenset({"geen afspraak", "geen antwoord", "elders geregeld"})
_EEN_DAG: Final = timedelta(days=1)


class Moment(NamedTuple):
    """The day of an event. *minstens*: it was on this day or later (a message is received after it was dated)."""

    dag: date
    minstens: bool = False


class Handeling(NamedTuple):
    """What must be done in time, and what the messages say about it.

    *gedaan* is the day on which it was done, None when the series does not have it. *momenten* are the events that a
    message dates; the others are looked up in `tijden.csv`, at the messages in *over*. *weerlegd* are facts that
    the messages exclude ('situatie=terugwerkend'). *stil*: another rule reports it, here is only the outcome.
    """

    regel: str
    ctx: Berichtcontext
    deel: Onderdeel
    veld: str = ""
    gedaan: date | None = None
    momenten: Mapping[str, Moment] = MappingProxyType({})
    over: tuple[Berichtcontext, ...] = ()
    feiten: Mapping[str, str | None] = MappingProxyType({})
    situaties: tuple[str, ...] = ()
    weerlegd: tuple[str, ...] = ()
    stil: bool = False


class Beoordeling(NamedTuple):
    """The outcome for one thing that must be done, with the term behind it."""

    handeling: Handeling
    oordeel: Oordeel
    termijn: Termijn | None
    uitslag: Termijnoordeel
    werkdagen: int = 0  # by so many it was late


Geheugen = dict[tuple[int, date], tuple[Oordeel, Termijn]]


def judge_term(
    handeling: Handeling, tijden: Tijden, laatste_dag: date | None, geheugen: Geheugen
) -> Beoordeling | None:
    """Judge one thing that must be done in time; None when the set has no term for it.

    *laatste_dag*: up to this day the series can tell that something was not done. *geheugen*: terms that were counted
    before; a folder of declarations asks for few.
    """
    ctx = handeling.ctx
    record = ctx.naslag.index.regels.get(handeling.regel)
    if not isinstance(record, TermijnRegel):
        return None
    oordeel = _vraag(handeling, handeling.gedaan or laatste_dag or ctx.dag)
    moment = _moment(handeling, oordeel, tijden)
    if moment is not None:  # the term of the day of the event holds; it may start from another event
        oordeel = _vraag(handeling, moment.dag)
        moment = _moment(handeling, oordeel, tijden)
    if oordeel.uitkomst.stand in _GEEN_RECORD:
        return None
    vanaf = moment.dag if moment else ctx.dag
    try:
        # Kept with its answer: another answer never gets the same identity.
        sleutel = (id(oordeel), vanaf)
        if sleutel not in geheugen:
            geheugen[sleutel] = (oordeel, van_uitkomst(record, oordeel.uitkomst, vanaf, ctx.naslag.kalender))
        termijn = geheugen[sleutel][1]
        return _beoordeel(handeling, oordeel, termijn, moment, laatste_dag)
    except BuitenKalenderError:
        return _niet(handeling, oordeel, None, "de dag ligt buiten de kalender van de parameterset")


def uiterste_dag(ctx: Berichtcontext, regel: str, gebeurtenis: date, feiten: Mapping[str, str | None]) -> date | None:
    """Give the last day of a term that starts on this day; None when the set gives none."""
    record = ctx.naslag.index.regels.get(regel)
    if not isinstance(record, TermijnRegel):
        return None
    try:
        return van_uitkomst(
            record, ctx.vraag(regel, gebeurtenis, **feiten).uitkomst, gebeurtenis, ctx.naslag.kalender
        ).datum
    except BuitenKalenderError:
        return None


def werkdagen_te_laat(uiterlijk: date, werkelijk: date, kalender: Kalender) -> int:
    """Count the working days after the last day, up to and including the day on which it was done."""
    dagen = (uiterlijk + _EEN_DAG * n for n in range(1, (werkelijk - uiterlijk).days + 1))
    return sum(kalender.reden_vrij(dag) is None for dag in dagen)


def _vraag(handeling: Handeling, dag: date) -> Oordeel:
    """Look the term up; what the user says about the situation counts beside what the messages say."""
    ctx = handeling.ctx
    feiten: dict[str, frozenset[str]] = {
        **ctx.feiten,
        **{k: frozenset({v}) for k, v in handeling.feiten.items() if v},
    }
    if handeling.situaties:
        feiten[_SITUATIE] = feiten.get(_SITUATIE, frozenset()) | frozenset(handeling.situaties)
    bekend: Feiten = feiten
    return ctx.naslag.vraag(handeling.regel, bekend, ctx.dag_van_zorg(dag))


def _moment(handeling: Handeling, oordeel: Oordeel, tijden: Tijden) -> Moment | None:
    """Give the day of the event: from outside when the user gives it, else from the messages."""
    gebeurtenis = _gebeurtenis(oordeel)
    for ctx in (*handeling.over, handeling.ctx):
        dag = tijden.dag(ctx.bericht, gebeurtenis) if gebeurtenis else None
        if dag is not None:
            return Moment(dag)
    return handeling.momenten.get(gebeurtenis)


def _gebeurtenis(oordeel: Oordeel) -> str:
    gevonden = oordeel.uitkomst.uit_product or oordeel.beslist
    gebeurtenis = getattr(gevonden, "gebeurtenis", "")
    return gebeurtenis if isinstance(gebeurtenis, str) else ""


def _beoordeel(
    handeling: Handeling, oordeel: Oordeel, termijn: Termijn, moment: Moment | None, laatste_dag: date | None
) -> Beoordeling:
    waarom = _onbekend(handeling, oordeel, termijn, moment)
    uiterlijk = termijn.datum
    if waarom or moment is None or uiterlijk is None:
        return _niet(handeling, oordeel, None, waarom)
    gedaan = handeling.gedaan or laatste_dag or uiterlijk
    if gedaan > uiterlijk:
        return _te_laat(handeling, oordeel, termijn, moment, (uiterlijk, gedaan))
    if handeling.gedaan is None:
        return _niet(handeling, oordeel, termijn, "de termijn loopt nog aan het einde van deze reeks")
    return _uit(handeling, oordeel, termijn, "op tijd", "op tijd")


def _onbekend(handeling: Handeling, oordeel: Oordeel, termijn: Termijn, moment: Moment | None) -> str:
    """Say why no last day can be given; '' when it can."""
    if termijn.waarom_niet == "geen termijn":
        return f"in het protocol staat: {oordeel.uitkomst.stand}"
    if termijn.waarom_niet == "geen moment":
        return "de bron noemt niet vanaf welk moment de termijn loopt"
    return "" if moment else f"we weten niet wanneer {_in_zin(handeling.ctx, _gebeurtenis(oordeel))} was"


def _te_laat(
    handeling: Handeling, oordeel: Oordeel, termijn: Termijn, moment: Moment, dagen: tuple[date, date]
) -> Beoordeling:
    """Say by how much it was late; not when the event may have been later, or another term may hold."""
    ctx = handeling.ctx
    uiterlijk, gedaan = dagen
    if moment.minstens:
        wat = _in_zin(ctx, _gebeurtenis(oordeel))
        return _niet(handeling, oordeel, None, f"we weten niet wanneer {wat} was")
    anders = [g for g in oordeel.anders if not _weerlegd(handeling, g)]
    if anders:
        feiten = dict.fromkeys(sleutel for g in anders for sleutel in g.mist)
        return _niet(handeling, oordeel, termijn, f"de termijn hangt ook af van: {', '.join(feiten)}")
    aantal = werkdagen_te_laat(uiterlijk, gedaan, ctx.naslag.kalender)
    zin = f"te laat, {aantal} {'werkdag' if aantal == 1 else 'werkdagen'}"
    if handeling.gedaan is None:
        zin = f"te laat: op {dagnaam(gedaan)} nog niet gebeurd"
    return _uit(handeling, oordeel, termijn, "te laat", zin)._replace(werkdagen=aantal)


def _weerlegd(handeling: Handeling, getoetst: Getoetst) -> bool:
    """Tell whether a case cannot hold: the messages exclude a fact that it asks for."""
    return any(
        v.sleutel in getoetst.mist and all(f"{v.sleutel}={waarde}" in handeling.weerlegd for waarde in v.waarden)
        for v in getoetst.geval.als
    )


def _in_zin(ctx: Berichtcontext, gebeurtenis: str) -> str:
    namen = {g.gebeurtenis: g.in_zin for g in ctx.naslag.index.parameterset.gebeurtenissen}
    return namen.get(gebeurtenis, gebeurtenis)


def _niet(handeling: Handeling, oordeel: Oordeel, termijn: Termijn | None, waarom: str) -> Beoordeling:
    return _uit(handeling, oordeel, termijn, "niet te beoordelen", f"niet te beoordelen: {waarom}")


def _uit(
    handeling: Handeling, oordeel: Oordeel, termijn: Termijn | None, uitkomst: Termijnuitkomst, zin: str
) -> Beoordeling:
    bericht = handeling.ctx.bericht
    return Beoordeling(
        handeling,
        oordeel,
        termijn,
        Termijnoordeel(
            regel=handeling.regel,
            bericht=bericht.naam,
            uiterlijk=termijn.datum if termijn else None,
            werkelijk=handeling.gedaan,
            uitkomst=uitkomst,
            oordeel=zin,
            bestand=bericht.bestand,
            regelnummer=handeling.deel.regel_van(handeling.veld) if handeling.veld else handeling.deel.regel,
        ),
    )
