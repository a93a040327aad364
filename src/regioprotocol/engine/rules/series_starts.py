"""Starts and stops (305, 307) beside each other: one current start, a stop after its start, delete what is there.

They are played in the order of the series, one assignment at a time. What a series cannot know (a start from before it
began) is never held against a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.engine.deliveries import Levering, Stand, is_tijdelijk, is_verwijdering, speel
from regioprotocol.engine.findings import Bevinding, Verwante
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import Reeks, Regie

ACTUEEL: Final = "start.actueel"
BEGINDATUM: Final = "stop.begindatum"
NA_START: Final = "stop.na_start"
VERVOLG: Final = "stop.tijdelijk.vervolg"
_VAN_DE_LAATSTE_START: Final = "begindatum van de laatste start"
_ALTIJD_EEN_PAAR: Final = "altijd een paar"
_DEFINITIEF: Final = "definitieve stop"
_OPNIEUW: Final = "Stuur het bericht opnieuw."
_VERWIJDER_EERST: Final = "Was het eerdere bericht fout? Verwijder dat eerst (StatusAanlevering 3)."


def startstop(reeks: Reeks) -> Iterator[Bevinding]:
    """Play starts and stops: one current start, a stop after its start, delete only what is there."""
    for stand, regel in speel(reeks):
        if is_verwijdering(regel):
            yield from _verwijdering(stand, regel)
        elif regel.is_stop:
            yield from _stop(reeks, stand, regel)
        else:
            yield from _start(stand, regel)


def _verwijdering(stand: Stand, regel: Regie) -> Iterator[Bevinding]:
    """Refuse to delete what was never sent (TR063), and a start that was stopped (TR071)."""
    levering = stand.met_begin(regel)
    wat = "stop" if regel.is_stop else "start"
    if stand.te_verwijderen(regel) is None:
        if not stand.kent_begin and not stand.leveringen:
            return
        andere_reden = regel.is_stop and levering is not None and bool(levering.stops)
        yield regel.ctx.meld(
            "RP961",
            regel.deel,
            "reden_beeindiging" if andere_reden else "begindatum",
            f"Er is geen {wat} om te verwijderen met deze {'reden' if andere_reden else 'begindatum'}.",
            regel="TR063",
            verwacht=_reden_van(levering) if andere_reden else _begindata(stand),
            wat_nu=f"Neem de velden over uit het {wat}bericht dat weg moet. {_OPNIEUW}",
        )
    elif not regel.is_stop and levering is not None and levering.stops:
        yield regel.ctx.meld(
            "RP961",
            regel.deel,
            "status_aanlevering",
            "Deze start kan niet weg: er is al een stop voor verstuurd.",
            regel="TR071",
            wat_nu="Verwijder eerst de stop, daarna de start.",
            verwant=(_verwant(levering.stops[-1], "hier staat de stop"),),
        )


def _start(stand: Stand, regel: Regie) -> Iterator[Bevinding]:
    """Refuse a key that was used (TR074) and a second start beside a current one (TR326).

    Twice in one message is a rule of the message itself.
    """
    zelfde, loopt = stand.met_begin(regel), stand.loopt
    eerder = zelfde or loopt
    if eerder is None or eerder.start.ctx is regel.ctx:
        return
    if zelfde is not None:
        yield _dubbel(regel, zelfde.start, "TR074", "Deze start is al eerder verstuurd, met dezelfde begindatum.")
        return
    oordeel = regel.ctx.vraag(ACTUEEL)
    lopend = sum(not levering.stops for levering in stand.leveringen)
    if oordeel.waarde and lopend >= int(oordeel.waarde):
        yield regel.ctx.meld(
            "RP961",
            regel.deel,
            "begindatum",
            "Er loopt al een start voor deze toewijzing. Die heeft nog geen stop.",
            regel="TR326",
            verwacht="eerst een stop",
            wat_nu="Stuur eerst de stop van de vorige start. Daarna stuurt u deze start opnieuw.",
            oordeel=oordeel,
            verwant=(_verwant(eerder.start, "hier staat de start die nog loopt"),),
        )


def _stop(reeks: Reeks, stand: Stand, regel: Regie) -> Iterator[Bevinding]:
    """Ask for the start with the same first day (TR382), and an order of stops that can be (TR413, TR414, TR415)."""
    laatste = stand.laatste
    if laatste is None:
        if stand.kent_begin and regel.ctx.vraag(NA_START).waarde == _ALTIJD_EEN_PAAR:
            yield _zonder_start(stand, regel)
        return
    levering = stand.met_begin(regel)
    oordeel = regel.ctx.vraag(BEGINDATUM)
    # A stop that is sent again for a start that was stopped for good is just that, not one with a wrong day.
    al_gestopt = levering is not None and levering.definitief
    if levering is not laatste and not al_gestopt and oordeel.waarde == _VAN_DE_LAATSTE_START:
        yield _verkeerd_begin(reeks, stand, regel, laatste)
    elif levering is not None:
        yield from _na_stop(regel, levering)


def _zonder_start(stand: Stand, regel: Regie) -> Bevinding:
    weg = bool(stand.verwijderd)
    return regel.ctx.meld(
        "RP961",
        regel.deel,
        "begindatum",
        "De start van deze toewijzing is verwijderd. Er is niets om te stoppen."
        if weg
        else "Voor deze toewijzing is er geen start. Er is dus niets om te stoppen.",
        regel="TR382",
        verwacht="eerst een start",
        wat_nu=f"Stuur eerst de start (305), daarna deze stop. {_OPNIEUW}",
        oordeel=regel.ctx.vraag(NA_START),
    )


def _verkeerd_begin(reeks: Reeks, stand: Stand, regel: Regie, laatste: Levering) -> Bevinding:
    begin = laatste.start.deel.begindatum
    oorzaak = ""
    if stand.met_begin(regel) is not None:
        oorzaak = "de begindatum van een eerdere start"
    elif _start_van_ander(reeks, stand, regel):
        oorzaak = "de begindatum van een andere toewijzing van deze cliënt"
    return regel.ctx.meld(
        "RP961",
        regel.deel,
        "begindatum",
        "De begindatum is niet die van de laatste start.",
        regel="TR382",
        verwacht=begin.isoformat() if begin else "",
        oorzaak=oorzaak,
        wat_nu=f"Neem de begindatum over uit het startbericht. {_OPNIEUW}",
        oordeel=regel.ctx.vraag(BEGINDATUM),
        verwant=(_verwant(laatste.start, "hier staat de laatste start"),),
    )


def _start_van_ander(reeks: Reeks, stand: Stand, regel: Regie) -> bool:
    """Tell whether another assignment of this client started on that day."""
    return any(
        casus == stand.casus
        and sleutel != stand.sleutel
        and any(not r.is_stop and r.deel.begindatum == regel.deel.begindatum for r in regels)
        for (casus, sleutel), regels in reeks.regie.items()
    )


def _na_stop(regel: Regie, levering: Levering) -> Iterator[Bevinding]:
    """After a temporary stop only a final one, where the set allows it, and never with an earlier last day."""
    if not levering.stops:
        return
    vorige = levering.stops[-1]
    if levering.definitief:
        vorige = next(stop for stop in levering.stops if not is_tijdelijk(stop))
        yield _dubbel(regel, vorige, "TR415", "Voor deze start is er al een definitieve stop.")
        return
    if is_tijdelijk(regel):
        yield _dubbel(regel, vorige, "TR413", "Voor deze start is er al een tijdelijke stop.")
        return
    oordeel = regel.ctx.vraag(VERVOLG)
    if oordeel.waarden and _DEFINITIEF not in oordeel.waarden and not oordeel.mist:
        yield regel.ctx.meld(
            "RP961",
            regel.deel,
            "reden_beeindiging",
            "Een definitieve stop kan hier niet meteen na een tijdelijke stop.",
            regel=VERVOLG,
            retourcode="",
            verwacht=" of ".join(oordeel.waarden),
            wat_nu="Verwijder eerst de tijdelijke stop. Stuur daarna de definitieve stop.",
            oordeel=oordeel,
            verwant=(_verwant(vorige, "hier staat de tijdelijke stop"),),
        )
    einde, eerder = regel.deel.einddatum, vorige.deel.einddatum
    if einde is not None and eerder is not None and einde < eerder:
        yield regel.ctx.meld(
            "RP961",
            regel.deel,
            "einddatum",
            "De definitieve stop eindigt eerder dan de tijdelijke stop.",
            regel="TR414",
            verwacht=f"{eerder.isoformat()} of later",
            wat_nu=f"{_VERWIJDER_EERST} {_OPNIEUW}",
            verwant=(_verwant(vorige, "hier staat de tijdelijke stop"),),
        )


def _dubbel(regel: Regie, eerder: Regie, nummer: str, tekst: str) -> Bevinding:
    return regel.ctx.meld(
        "RP961",
        regel.deel,
        "begindatum" if not regel.is_stop else "reden_beeindiging",
        tekst,
        regel=nummer,
        wat_nu=f"Laat dit bericht weg. {_VERWIJDER_EERST}",
        verwant=(_verwant(eerder, "hier staat het eerdere bericht"),),
    )


def _reden_van(levering: Levering | None) -> str:
    redenen = [stop.deel.reden_beeindiging or "" for stop in levering.stops] if levering else []
    return " of ".join(redenen)


def _begindata(stand: Stand) -> str:
    data = [lev.start.deel.begindatum for lev in stand.leveringen]
    return " of ".join(d.isoformat() for d in data if d is not None)


def _verwant(regel: Regie, tekst: str) -> Verwante:
    return regel.ctx.verwante(regel.deel.regel, tekst)


REGELS: Final = (
    Reeksregel(
        (
            "TR063",
            "TR071",
            "TR074",
            "TR326",
            "TR382",
            "TR413",
            "TR414",
            "TR415",
            ACTUEEL,
            BEGINDATUM,
            NA_START,
            VERVOLG,
        ),
        startstop,
        nodig=(("305", "307"),),
    ),
)
