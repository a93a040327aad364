"""The frame of a declaration: its month, the periods of its lines, and the total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from regioprotocol.calendar import BuitenKalenderError
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.periods import maand_van
from regioprotocol.engine.records import CREDIT, Declaratie, DeclaratieClient
from regioprotocol.engine.rules.declared import HEADER, PRESTATIE, Klacht, in_euro, met_teken, opnieuw
from regioprotocol.engine.rules.registry import Berichtregel, Declaratieregel
from regioprotocol.engine.terms import van_uitkomst
from regioprotocol.parameterset.records import TermijnRegel

LENGTE: Final = "declaratieperiode.lengte"
GRENS: Final = "productperiode.grens"
UITERSTE: Final = "declaratie.uiterste_grens"
_KALENDERMAAND: Final = "kalendermaand"
_IN_EEN_MAAND: Final = "binnen de toewijzing en één kalendermaand"
_HONDERD: Final = 100


def periode(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for one whole calendar month (OP280) that is over on the day of the message (TR137)."""
    declaratie = ctx.bericht.declaratie
    if declaratie is None:
        return
    for klacht in (*_einde(declaratie.begindatum, declaratie.einddatum, ctx, HEADER), *_maand(ctx, declaratie)):
        yield klacht._replace(code="RP940", niveau=HEADER).meld(ctx, declaratie)


class Kadertoets:
    """Adds the lines up and looks at their periods; lines with the same period share one judgement."""

    __slots__ = ("_credits", "_ctx", "_declaratie", "_perioden", "_som", "_volledig")

    def __init__(self, ctx: Berichtcontext) -> None:
        """Start at zero."""
        assert ctx.bericht.declaratie is not None  # noqa: S101 - the engine gives only declarations
        self._ctx, self._declaratie = ctx, ctx.bericht.declaratie
        self._som = self._credits = Decimal(0)
        self._volledig = True
        d, op = self._declaratie, ctx.bericht.header.dagtekening
        alle: dict[object, dict[tuple[date | None, date | None], tuple[Klacht, ...]]] = ctx.gedeeld(Kadertoets.__name__)
        self._perioden = alle.setdefault((d.einddatum, d.dagtekening, op), {})

    def client(self, client: DeclaratieClient) -> Iterable[Bevinding]:
        """Add the lines of a client, and judge their periods."""
        bevindingen: list[Bevinding] = []
        perioden, som = self._perioden, self._som
        for p in client.prestaties:
            bedrag = p.bedrag
            if bedrag is None:
                self._volledig = False
            elif p.debet_credit == CREDIT:
                som -= bedrag
                self._credits += bedrag
            else:
                som += bedrag
            sleutel = (p.begindatum, p.einddatum)
            klachten = perioden.get(sleutel)
            if klachten is None:
                klachten = perioden[sleutel] = tuple(self._periode(p.begindatum, p.einddatum))
            if klachten:
                bevindingen += [klacht.meld(self._ctx, p) for klacht in klachten]
        self._som = som
        return bevindingen

    def einde(self) -> Iterable[Bevinding]:
        """Compare the total, with its sign (TR358)."""
        gevonden = self._declaratie.ingediend_saldo
        if gevonden is None or not self._volledig or gevonden == self._som:
            return
        ctx, som = self._ctx, self._som
        teken = "credit" if som < 0 else "debet"
        alleen_teken = abs(gevonden) == abs(som)
        yield ctx.meld(
            "RP946",
            self._declaratie,
            "ingediend_debet_credit" if alleen_teken else "ingediend",
            f"Het totaal is {met_teken(gevonden)}. De regels zijn samen {met_teken(som)}.",
            regel="TR358",
            gevonden=f"{gevonden:.2f}",
            verwacht=f"{som:.2f}",
            oorzaak=self._oorzaak(gevonden),
            wat_nu=f"Vul {in_euro(abs(som))} {teken} in. {opnieuw(ctx, HEADER)}",
        )

    def _oorzaak(self, gevonden: Decimal) -> str:
        som = self._som
        if self._credits and abs(gevonden) == som + 2 * self._credits:
            return "de credits zijn erbij opgeteld in plaats van eraf gehaald"
        if self._credits and gevonden == som + self._credits:
            return "de credits zijn niet van het totaal afgehaald"
        if gevonden == -som:
            return "debet en credit zijn verwisseld bij het totaal"
        if gevonden * _HONDERD == som:
            return "het totaal is in euro's ingevuld in plaats van in centen"
        if gevonden == som * _HONDERD:
            return "het totaal heeft twee nullen te veel: het staat al in centen"
        return ""

    def _periode(self, begin: date | None, eind: date | None) -> Iterator[Klacht]:
        ctx = self._ctx
        yield from (klacht._replace(niveau=HEADER) for klacht in _einde(begin, eind, ctx, PRESTATIE))
        if begin is None or eind is None:
            return
        maand = maand_van(begin)
        if eind > begin and eind not in maand:
            grens = ctx.vraag(GRENS, ctx.dag_van_zorg(begin))
            tekst = "De productperiode loopt over meer dan één kalendermaand."
            verwacht = f"uiterlijk {maand.eind}"
            if grens.waarde == _IN_EEN_MAAND:
                yield Klacht("RP941", "einddatum", tekst, "OP367", verwacht, hint=_MEER_MAANDEN, oordeel=grens)
        tot = self._declaratie.einddatum
        if tot is not None and eind > tot:
            tekst = "De productperiode ligt na de maand van deze declaratie."
            yield Klacht("RP941", "einddatum", tekst, "TR319", f"uiterlijk {tot}")
        yield from self._te_oud(eind)

    def _te_oud(self, eind: date) -> Iterator[Klacht]:
        """Refuse a line whose care ended too long before the declaration (TR335)."""
        ctx, op = self._ctx, self._declaratie.dagtekening
        record = ctx.naslag.index.regels.get(UITERSTE)
        if op is None or not isinstance(record, TermijnRegel):
            return
        oordeel = ctx.vraag(UITERSTE, ctx.dag_van_zorg(eind))
        try:
            termijn = van_uitkomst(record, oordeel.uitkomst, eind, ctx.naslag.kalender)
        except (BuitenKalenderError, OverflowError):
            return
        if termijn.datum is not None and op > termijn.datum:
            yield Klacht(
                "RP941",
                "einddatum",
                f"De productperiode ligt meer dan {termijn.tekst} voor de dagtekening van de declaratie.",
                "TR335",
                f"een dag tot {termijn.tekst} voor {op}",
                niveau=HEADER,
                oordeel=oordeel,
            )


_MEER_MAANDEN: Final = "Maak voor elke maand een eigen declaratieregel."


def _maand(ctx: Berichtcontext, declaratie: Declaratie) -> Iterator[Klacht]:
    begin, eind = declaratie.begindatum, declaratie.einddatum
    if begin is None or eind is None or eind < begin:
        return
    maand = maand_van(begin)
    if (maand.begin, maand.eind) == (begin, eind):
        return
    lengte = ctx.vraag(LENGTE, begin)
    if lengte.waarde != _KALENDERMAAND:
        return
    veld = "begindatum" if begin != maand.begin else "einddatum"
    tekst = "De declaratieperiode is geen hele kalendermaand."
    yield Klacht("RP940", veld, tekst, "OP280", f"{maand.begin} tot en met {maand.eind}", oordeel=lengte)


def _einde(begin: date | None, eind: date | None, ctx: Berichtcontext, niveau: str) -> Iterator[Klacht]:
    """Ask for days of a period in their order, and not after the day of the message (TR134, TR137)."""
    op = ctx.bericht.header.dagtekening
    if begin is not None and op is not None and begin > op:
        tekst = "De periode begint na de dagtekening van het bericht."
        yield Klacht("RP941", "begindatum", tekst, "TR134", f"uiterlijk {op}", niveau=niveau)
    elif begin is not None and eind is not None and eind < begin:
        tekst = "De einddatum ligt voor de begindatum."
        yield Klacht("RP941", "einddatum", tekst, "TR137", f"een dag vanaf {begin}", _VERWISSELD, niveau=niveau)
    elif op is not None and eind is not None and eind > op:
        tekst = "De periode is nog niet voorbij op de dagtekening van het bericht."
        yield Klacht("RP941", "einddatum", tekst, "TR137", f"uiterlijk {op}", niveau=niveau)


_VERWISSELD: Final = "de twee datums zijn verwisseld, of er is een typefout in het jaar"


REGELS: Final = (Berichtregel(("OP280", "TR134", "TR137", LENGTE), ("323",), periode),)
DECLARATIEREGELS: Final = (
    Declaratieregel(("OP367", "TR134", "TR137", "TR319", "TR335", "TR358", GRENS, UITERSTE), ("323",), Kadertoets),
)
