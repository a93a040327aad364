"""Codes that the set allows by law and day: reasons of a stop, of a change, status, and answers to a request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import Antwoord, Onderdeel
from regioprotocol.engine.rules.parts import staat_er
from regioprotocol.engine.rules.registry import Berichtregel
from regioprotocol.parameterset.lookup import waarden_van

STOPREDENEN: Final = {"Jw": "stop.redenen.jw", "Wmo": "stop.redenen.wmo"}
REDEN_WIJZIGING: Final = "toewijzing.redenen_wijziging"
INTREKKEN: Final = "intrekken.reden"
STATUS: Final = "regiebericht.status"
ANTWOORD: Final = "verzoek.antwoordcodes"
ANDERE_GEMEENTE: Final = "afwijzing.reden_andere_gemeente"
GEMEENTECODE: Final = "afwijzing.gemeentecode"
_WOONPLAATS: Final = "woonplaatsbeginsel"
_GEEN_SITUATIE: Final = "geen"  # known, and none of those that the rule names
_VERPLICHT: Final = "verplicht"
_LEEG: Final = "leeg"
_OP_EERSTE_DAG: Final = "CS335"  # a rule that its source names: what is taken back ends on its first day


def stopreden(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a reason that this law does not have on this day; the same number can mean something else (31)."""
    wet = ctx.bericht.header.wet
    andere = next(regel for van, regel in STOPREDENEN.items() if van != wet)
    for stop in ctx.bericht.client.gestopt if ctx.bericht.client else ():
        oorzaak = ""
        if stop.reden_beeindiging and stop.reden_beeindiging in _bekend(ctx, andere):
            oorzaak = "de code komt uit de lijst van de andere wet"
        yield from _in_lijst(ctx, stop, "reden_beeindiging", STOPREDENEN[wet], oorzaak)


def status(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Allow a first delivery and a removal only (OP033x2)."""
    client = ctx.bericht.client
    for deel in (*client.gestart, *client.gestopt) if client else ():
        yield from _in_lijst(ctx, deel, "status_aanlevering", STATUS)


def reden_wijziging(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a reason for change that does not hold on this day; one that takes back ends on the first day (CS335)."""
    terug = ctx.vraag(INTREKKEN)
    op_eerste_dag = terug.beslist is not None and _OP_EERSTE_DAG in terug.beslist.bron
    for deel in ctx.bericht.client.toegewezen if ctx.bericht.client else ():
        yield from _in_lijst(ctx, deel, "reden_wijziging", REDEN_WIJZIGING)
        verwijderd = op_eerste_dag and deel.reden_wijziging == terug.waarde
        if verwijderd and deel.ingangsdatum is not None and deel.einddatum != deel.ingangsdatum:
            yield ctx.meld(
                "RP937",
                deel,
                "einddatum",
                "Een toewijzing die u verwijdert, eindigt op de dag waarop zij ingaat.",
                regel=_OP_EERSTE_DAG,
                verwacht=deel.ingangsdatum.isoformat(),
                wat_nu="Maak de einddatum gelijk aan de ingangsdatum en stuur het hele bericht opnieuw. Wilt u de "
                "toewijzing eerder laten eindigen? Kies dan een andere reden.",
                oordeel=terug,
            )


def antwoord(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse an answer that the list does not have on this day."""
    if ctx.bericht.antwoord is not None:
        yield from _in_lijst(ctx, ctx.bericht.antwoord, "antwoord", ANTWOORD)


def woonplaats(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for the right municipality with a refusal on the woonplaatsbeginsel, and only then (TR377, TR409: Jw)."""
    deel = ctx.bericht.antwoord
    if deel is None or deel.reden_afwijzing is None:
        return
    reden = ctx.naslag.vraag(
        ANDERE_GEMEENTE, {"wet": frozenset({"Jw"}), "situatie": frozenset({_WOONPLAATS})}, ctx.dag
    ).waarde
    om_woonplaats = deel.reden_afwijzing == reden
    if ctx.bericht.header.wet != "Jw":
        if om_woonplaats:
            yield _woonplaats_in_wmo(ctx, deel)
        return
    veld = ctx.vraag(GEMEENTECODE, None, situatie=_WOONPLAATS if om_woonplaats else _GEEN_SITUATIE)
    if veld.waarde == _VERPLICHT and not staat_er(deel, "gemeente"):
        yield ctx.meld(
            "RP934",
            deel,
            "reden_afwijzing",
            "De afwijzing noemt niet welke gemeente wel verantwoordelijk is.",
            regel="TR377",
            verwacht="Woonplaatsbeginsel met de code van de gemeente",
            oordeel=veld,
        )
    elif veld.waarde == _LEEG and staat_er(deel, "gemeente"):
        yield ctx.meld(
            "RP934",
            deel,
            "gemeente",
            "De afwijzing noemt een andere gemeente, maar de reden is niet het woonplaatsbeginsel.",
            regel="TR409",
            verwacht="geen Woonplaatsbeginsel",
            oordeel=veld,
        )


def _woonplaats_in_wmo(ctx: Berichtcontext, deel: Antwoord) -> Bevinding:
    oordeel = ctx.vraag(ANDERE_GEMEENTE)
    return ctx.meld(
        "RP983",
        deel,
        "reden_afwijzing",
        "Het woonplaatsbeginsel is van de Jeugdwet. In de Wmo past deze reden niet.",
        regel=ANDERE_GEMEENTE,
        retourcode="",
        verwacht=oordeel.waarde,
        oordeel=oordeel,
    )


def _in_lijst(ctx: Berichtcontext, deel: Onderdeel, veld: str, regel: str, oorzaak: str = "") -> Iterator[Bevinding]:
    """Refuse a code that the rule does not list. One that no list knows at all was found with the structure."""
    code = getattr(deel, veld)
    oordeel = ctx.vraag(regel)
    if code is None or not oordeel.waarden or code in oordeel.waarden or oordeel.mist:
        return
    if not (oorzaak or code in _bekend(ctx, regel)):
        return
    yield ctx.meld(
        "RP939",
        deel,
        veld,
        f"{deel.element_van(veld)} {code} mag hier niet.",
        regel=regel,
        verwacht=opsomming(oordeel.waarden, en="of"),
        oorzaak=oorzaak,
        wat_nu=f"Kies een andere code en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
        oordeel=oordeel,
    )


def _bekend(ctx: Berichtcontext, regel: str) -> frozenset[str]:
    """Give the codes that the rule lists on any day, and those of its national code list."""
    record = ctx.naslag.index.regels.get(regel)
    if record is None:
        return frozenset()
    lijst = ctx.naslag.betekenissen(str(record.codelijst)) if record.codelijst else {}
    return frozenset(lijst).union(*(waarden_van(geval) for geval in record.gevallen))


REGELS: Final = (
    Berichtregel(tuple(STOPREDENEN.values()), ("307",), stopreden),
    Berichtregel((STATUS,), ("305", "307"), status),
    Berichtregel((REDEN_WIJZIGING, "CS335"), ("301",), reden_wijziging),
    Berichtregel((ANTWOORD,), ("319",), antwoord),
    Berichtregel(("TR377", "TR409", ANDERE_GEMEENTE), ("319",), woonplaats),
)
