"""Lines, numbers and keys that stand in a message twice (TR101, TR074, TR332, OP308)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import Onderdeel
from regioprotocol.engine.rules.registry import Berichtregel

T = TypeVar("T", bound=Onderdeel)

_EERSTE_AANLEVERING: Final = "1"
_OPNIEUW: Final = "Haal de dubbele regel weg en stuur het hele bericht opnieuw."
_VELDEN_VAN_ELK: Final = 2  # lines and shape say where a record stands, not what it says


def dubbele_regels(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse two lines that say exactly the same (TR101)."""
    for delen in _lijsten(ctx):
        for paar in _dubbel(delen, inhoud):
            yield _meld(ctx, paar, "TR101", "Deze regel staat twee keer in het bericht.")


def sleutels(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a start or stop with a key that the message already has (TR074, IV096). The same line twice is TR101."""
    client = ctx.bericht.client
    if client is None:
        return
    eerste_aanlevering = [
        deel for deel in (*client.gestart, *client.gestopt) if deel.status_aanlevering == _EERSTE_AANLEVERING
    ]
    for eerste, tweede in _dubbel(eerste_aanlevering, lambda d: (type(d), d.toewijzingnummer, d.begindatum)):
        if inhoud(eerste) != inhoud(tweede) and tweede.toewijzingnummer is not None:
            tekst = "Deze toewijzing staat twee keer in het bericht met dezelfde begindatum."
            yield _meld(ctx, (eerste, tweede), "TR074", tekst, veld="begindatum", wat_nu=_OPNIEUW)


def nummers(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a number of an assignment that the message uses twice (TR332)."""
    client = ctx.bericht.client
    if client is None:
        return
    genummerd = [deel for deel in client.toegewezen if deel.toewijzingnummer is not None]
    for eerste, tweede in _dubbel(genummerd, lambda d: d.toewijzingnummer):
        if inhoud(eerste) != inhoud(tweede):
            tekst = "Twee toewijzingen in dit bericht hebben hetzelfde toewijzingsnummer."
            nu = "Geef elke toewijzing een eigen nummer en stuur het hele bericht opnieuw."
            yield _meld(ctx, (eerste, tweede), "TR332", tekst, veld="toewijzingnummer", wat_nu=nu)


def zelfde_en_anders(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a VOW that leaves an assignment as it is and changes it too: what is wanted is not clear (OP308)."""
    verzoek = ctx.bericht.client.verzoek if ctx.bericht.client else None
    if verzoek is None:
        return
    ongewijzigd = {p.toewijzingnummer: p for p in verzoek.ongewijzigd if p.toewijzingnummer is not None}
    for anders in verzoek.te_wijzigen:
        zelfde = ongewijzigd.get(anders.toewijzingnummer or "")
        if zelfde is not None:
            tekst = "Deze toewijzing staat ook bij de producten die gelijk blijven."
            nu = "Noem elke toewijzing één keer: gelijk, of anders. Stuur daarna het hele verzoek opnieuw."
            yield _meld(ctx, (zelfde, anders), "OP308", tekst, veld="toewijzingnummer", wat_nu=nu)


def inhoud(deel: Onderdeel) -> tuple[object, ...]:
    """Give what a record says, without where it stands."""
    return (type(deel), *(getattr(deel, veld) for veld in deel.__struct_fields__[_VELDEN_VAN_ELK:]))


def _lijsten(ctx: Berichtcontext) -> Iterator[Sequence[Onderdeel]]:
    client = ctx.bericht.client
    if client is None:
        return
    yield client.toegewezen
    yield client.gestart
    yield client.gestopt
    yield client.aangevraagd
    if client.verzoek is not None:
        yield client.verzoek.ongewijzigd
        yield client.verzoek.te_wijzigen
        yield client.verzoek.nieuw


def _dubbel(delen: Sequence[T], sleutel: Callable[[T], object]) -> Iterator[tuple[T, T]]:
    """Give every part whose key was seen before, with the first that had it."""
    if len(delen) < 2:  # noqa: PLR2004
        return
    gezien: dict[object, T] = {}
    for deel in delen:
        eerste = gezien.setdefault(sleutel(deel), deel)
        if eerste is not deel:
            yield eerste, deel


def _meld(
    ctx: Berichtcontext, paar: tuple[Onderdeel, Onderdeel], regel: str, tekst: str, *, veld: str = "", wat_nu: str = ""
) -> Bevinding:
    eerste, tweede = paar
    return ctx.meld(
        "RP938",
        tweede,
        veld,
        tekst,
        regel=regel,
        verwacht="elke regel één keer",
        wat_nu=wat_nu,
        verwant=(ctx.verwante(eerste.regel_van(veld) if veld else eerste.regel, "hier staat de eerste"),),
    )


REGELS: Final = (
    Berichtregel(("TR101",), ("301", "305", "307", "315", "317"), dubbele_regels),
    Berichtregel(("TR074",), ("305", "307"), sleutels),
    Berichtregel(("TR332",), ("301",), nummers),
    Berichtregel(("OP308",), ("317",), zelfde_en_anders),
)
