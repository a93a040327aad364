"""May this message be sent here? By law, referrer, situation and product (vot.gebruik, vow.gebruik and the like)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import Onderdeel
from regioprotocol.engine.rules.parts import productregels
from regioprotocol.engine.rules.registry import Berichtregel
from regioprotocol.parameterset.lookup import waarden_van
from regioprotocol.parameterset.records import BerichtgebruikGeval

_GEBRUIK: Final = {
    "301": "toewijzing.gebruik",
    "305": "start.gebruik",
    "307": "stop.gebruik",
    "315": "vot.gebruik",
    "317": "vow.gebruik",
}
_VERZOEKEN: Final = frozenset({"315", "317"})
_NIET: Final = "niet toegestaan"
_VOORWAARDELIJK: Final = "voorwaardelijk"
_GEVOLG: Final = {"afkeuren": "De gemeente keurt een {} af.", "afwijzen": "De gemeente wijst een {} af."}
_ZONDER_BSN: Final = "situatie=zonder bsn"


def gebruik(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a message that may not be sent here, once when that holds for all of it, else at each product.

    A request (315, 317) that a fact from outside could allow or refuse is 'niet te beoordelen', said once.
    """
    regel = _GEBRUIK[ctx.bericht.header.soort]
    heel = ctx.vraag(regel)
    if _geweigerd(heel) and not heel.mist:
        yield _weiger(ctx, regel, heel, ctx.bericht.header, "berichtcode")
        return
    producten = productregels(ctx)
    open_vragen: dict[str, Oordeel] = {}
    for product in producten:
        oordeel = product.vraag(regel)
        if _geweigerd(oordeel) and not oordeel.mist:
            veld = "verwijzer" if _hangt_af_van(oordeel, "verwijzer") else "productcode"
            yield _weiger(ctx, regel, oordeel, product.deel, veld)
        else:
            open_vragen.update(dict.fromkeys(_onzeker(ctx, oordeel), oordeel))
    if not producten:
        open_vragen.update(dict.fromkeys(_onzeker(ctx, heel), heel))
    if open_vragen and ctx.bericht.header.soort in _VERZOEKEN:
        yield _niet_te_beoordelen(ctx, regel, open_vragen)


def _geweigerd(oordeel: Oordeel) -> bool:
    return oordeel.waarde == _NIET


def _onzeker(ctx: Berichtcontext, oordeel: Oordeel) -> tuple[str, ...]:
    """Give the facts that would turn a refusal into leave, or leave into a refusal or a condition."""
    omgekeerd = [g for g in oordeel.anders if _strengheid(*waarden_van(g.geval)) != _strengheid(*oordeel.waarden)]
    buiten = ctx.naslag.van_buiten(omgekeerd)
    client = ctx.bericht.client
    if client and client.bsn:
        buiten = tuple(feit for feit in buiten if feit != _ZONDER_BSN)
    if not buiten and _geweigerd(oordeel):
        return tuple(dict.fromkeys(sleutel for g in omgekeerd for sleutel in g.mist))
    return buiten or ((_VOORWAARDELIJK,) if oordeel.waarde == _VOORWAARDELIJK else ())


def _strengheid(waarde: str = "", *_: str) -> str:
    return waarde if waarde in {_NIET, _VOORWAARDELIJK} else ""


def _hangt_af_van(oordeel: Oordeel, sleutel: str) -> bool:
    return oordeel.beslist is not None and any(v.sleutel == sleutel for v in oordeel.beslist.als)


def _weiger(ctx: Berichtcontext, regel: str, oordeel: Oordeel, bij: Onderdeel, veld: str) -> Bevinding:
    naam = ctx.bericht.naam
    geval = oordeel.beslist
    gevolg = str(geval.gevolg) if isinstance(geval, BerichtgebruikGeval) and geval.gevolg else ""
    tekst = _GEVOLG.get(gevolg, "Een {} mag hier niet.").format(naam)
    uitleg = str(geval.toelichting) if geval and geval.toelichting else ""
    return ctx.meld(
        "RP933",
        bij,
        veld,
        tekst,
        regel=regel,
        retourcode="",
        gevonden=naam if veld == "berichtcode" else None,
        verwacht=f"geen {naam}",
        wat_nu=uitleg.removeprefix(tekst).strip(),
        oordeel=oordeel,
    )


def _niet_te_beoordelen(ctx: Berichtcontext, regel: str, vragen: Mapping[str, Oordeel]) -> Bevinding:
    oordeel = next(iter(vragen.values()))
    waar = [ctx.naslag.omschrijving(feit) or feit for feit in vragen if feit != _VOORWAARDELIJK]
    hint = [ctx.naslag.antwoord(regel, oordeel.waarde)] if oordeel.waarde == _VOORWAARDELIJK else []
    if waar:
        hint.append(f"Ga na of een van deze dingen zo is: {'; '.join(waar)}.")
    tekst = f"Of deze {ctx.bericht.naam} mag, is niet te beoordelen. Dat hangt af van wat niet in het bericht staat."
    return ctx.meld(
        "RP932",
        ctx.bericht.header,
        "berichtcode",
        tekst,
        regel=regel,
        retourcode="",
        gevonden=ctx.bericht.naam,
        hint=" ".join(hint),
        oordeel=oordeel,
    )


REGELS: Final = (Berichtregel(tuple(_GEBRUIK.values()), tuple(_GEBRUIK), gebruik),)
