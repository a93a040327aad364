"""Lines of a declaration against each other: what stands there twice, and credits (TR101, TR314-TR316, TR416)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding, Verwante
from regioprotocol.engine.records import CREDIT, DeclaratieClient, Prestatie
from regioprotocol.engine.rules.declared import HEADER, PRESTATIE, Klacht
from regioprotocol.engine.rules.registry import Declaratieregel

TELLING: Final = "declaratieregel.telling"
SAMEN: Final = "crediteren.samen"
INHOUD: Final = "crediteren.inhoud"
_EEN_REGEL: Final = "één per cliënt, toewijzing en product"
_CREDIT_MET_NIEUWE: Final = "credit met nieuwe regel"
_NIEUW_NUMMER: Final = "een nieuw referentienummer"
_OUD_NUMMER: Final = "het oude referentienummer als vorig referentienummer"

# A line is remembered as one number: its line in the file, whether it is a debit, and a print of what it says.
_REGEL_BITS: Final = 32
_REGEL: Final = (1 << _REGEL_BITS) - 1
_DEBET: Final = 1 << _REGEL_BITS
_DAG_BITS: Final = 5
_DAGEN: Final = (1 << (2 * _DAG_BITS)) - 1


class Regelstoets:
    """Remembers two or three numbers a line, never the line itself: 100,000 lines stay small."""

    __slots__ = ("_ctx", "_prestaties", "_sleutels", "_vorige")

    def __init__(self, ctx: Berichtcontext) -> None:
        """Start with no lines; the set is asked when there is something to judge."""
        self._ctx = ctx
        self._prestaties: dict[int, int] = {}
        self._vorige: dict[int, int] = {}
        self._sleutels: dict[int, int] = {}

    def client(self, client: DeclaratieClient) -> Iterable[Bevinding]:
        """Compare the lines of a client with all lines before."""
        bevindingen: list[Bevinding] = []
        for p in client.prestaties:
            is_credit = p.debet_credit == CREDIT
            if p.referentienummer is not None and self._dubbel(p, bevindingen, is_credit=is_credit):
                continue  # the same line twice: nothing else needs saying
            if not is_credit:
                self._sleutel(p, bevindingen)
            if is_credit or p.vorig_referentienummer is not None:
                self._vorig(p, bevindingen, is_credit=is_credit)
        return bevindingen

    def einde(self) -> Iterable[Bevinding]:
        """Nothing is left for the end."""
        return ()

    def _dubbel(self, p: Prestatie, bevindingen: list[Bevinding], *, is_credit: bool) -> bool:
        """Refuse the same line twice (TR101) and a reference that is used twice (TR314)."""
        sleutel = hash(p.referentienummer)
        afdruk = hash((p.bsn, p.toewijzingnummer, p.productcode, p.begindatum, p.volume, p.bedrag, is_credit))
        stand = p.regel | (0 if is_credit else _DEBET) | (afdruk << (_REGEL_BITS + 1))
        eerder = self._prestaties.get(sleutel)
        if eerder is None:
            self._prestaties[sleutel] = stand
            # A debit that an earlier line of this message credits (TR316).
            if not is_credit and sleutel in self._vorige:
                self._zelf_gecrediteerd(p, "referentienummer", self._vorige[sleutel], bevindingen)
            return False
        zelfde = eerder >> (_REGEL_BITS + 1) == afdruk
        klacht = _ZELFDE_REGEL if zelfde else _ZELFDE_NUMMER
        bevindingen.append(klacht.meld(self._ctx, p, self._eerste(eerder & _REGEL)))
        return zelfde

    def _sleutel(self, p: Prestatie, bevindingen: list[Bevinding]) -> None:
        """Refuse a second line for the same client, assignment and product in a month (TR416)."""
        begin, eind = p.begindatum, p.einddatum
        if begin is None:
            return
        maand = begin.year * 12 + begin.month
        sleutel = hash((p.bsn, p.toewijzingnummer, p.categorie, p.productcode, maand))
        dagen = (begin.day << _DAG_BITS) | (eind.day if eind is not None else 0)
        stand = (p.regel << (2 * _DAG_BITS)) | dagen
        eerder = self._sleutels.get(sleutel)
        if eerder is None:
            self._sleutels[sleutel] = stand
            return
        telling = self._ctx.vraag(TELLING, self._ctx.dag_van_zorg(begin))
        if telling.waarde != _EEN_REGEL:
            return
        klacht = _TWEEDE_REGEL if eerder & _DAGEN == dagen else _TWEEDE_IN_MAAND
        verwant = self._eerste(eerder >> (2 * _DAG_BITS))
        bevindingen.append(klacht._replace(oordeel=telling).meld(self._ctx, p, verwant))

    def _vorig(self, p: Prestatie, bevindingen: list[Bevinding], *, is_credit: bool) -> None:
        """Look at the line that is credited: named (IV091), once (TR315), and not in this message (TR316)."""
        ctx, vorig = self._ctx, p.vorig_referentienummer
        if vorig is None:
            inhoud = ctx.vraag(INHOUD)
            if _OUD_NUMMER in inhoud.waarden:
                bevindingen.append(_ZONDER_VORIG._replace(oordeel=inhoud).meld(ctx, p))
            return
        if is_credit and vorig == p.referentienummer:
            inhoud = ctx.vraag(INHOUD)
            if _NIEUW_NUMMER in inhoud.waarden:
                bevindingen.append(_EIGEN_NUMMER._replace(oordeel=inhoud).meld(ctx, p))
            return
        sleutel = hash(vorig)
        eerder = self._vorige.get(sleutel)
        if eerder is None:
            self._vorige[sleutel] = p.regel
        else:
            bevindingen.append(_VORIG_DUBBEL.meld(ctx, p, self._eerste(eerder)))
        debet = self._prestaties.get(sleutel, 0)
        if is_credit and debet & _DEBET:
            self._zelf_gecrediteerd(p, "vorig_referentienummer", debet & _REGEL, bevindingen)

    def _zelf_gecrediteerd(self, p: Prestatie, veld: str, ander: int, bevindingen: list[Bevinding]) -> None:
        samen = self._ctx.vraag(SAMEN)
        if samen.waarde != _CREDIT_MET_NIEUWE:
            return
        klacht = _ZELF_GECREDITEERD._replace(veld=veld, oordeel=samen)
        wat = "hier staat de credit" if veld == "referentienummer" else "hier staat de regel zelf"
        bevindingen.append(klacht.meld(self._ctx, p, (self._ctx.verwante(ander, wat),)))

    def _eerste(self, regelnummer: int) -> tuple[Verwante, ...]:
        return (self._ctx.verwante(regelnummer, "hier staat de eerste"),)


_ZELFDE_REGEL: Final = Klacht(
    "RP942",
    "",
    "Deze declaratieregel staat twee keer in het bericht.",
    "TR101",
    "elke regel één keer",
    niveau=HEADER,
)
_ZELFDE_NUMMER: Final = Klacht(
    "RP942",
    "referentienummer",
    "Dit referentienummer is al gebruikt voor een andere regel in dit bericht.",
    "TR314",
    "een nummer dat u niet eerder gebruikte",
)
_TWEEDE_REGEL: Final = Klacht(
    "RP942",
    "toewijzingnummer",
    "Voor deze cliënt, deze toewijzing, dit product en deze productperiode staat er al een regel.",
    "TR416",
    "één regel per cliënt, toewijzing, product en productperiode",
    hint="Tel de volumes en bedragen van de maand bij elkaar op in één regel.",
    niveau=HEADER,
)
_TWEEDE_IN_MAAND: Final = Klacht(
    "RP942",
    "begindatum",
    "Voor deze cliënt, deze toewijzing en dit product staat er al een regel over dezelfde maand.",
    TELLING,
    "één regel per cliënt, toewijzing, product en maand",
    oorzaak="de maand is in stukken gedeclareerd, bijvoorbeeld per week",
    hint="Tel de volumes en bedragen van de maand bij elkaar op in één regel.",
    niveau=PRESTATIE,
    retourcode="",
)
_ZONDER_VORIG: Final = Klacht(
    "RP947",
    "vorig_referentienummer",
    "Bij deze credit staat niet welke regel u crediteert.",
    "IV091",
    "het referentienummer van de oude regel in VorigReferentieNummer",
)
_EIGEN_NUMMER: Final = Klacht(
    "RP947",
    "referentienummer",
    "Deze credit heeft hetzelfde nummer als de regel die u crediteert.",
    "IV091",
    "een nieuw referentienummer",
)
_VORIG_DUBBEL: Final = Klacht(
    "RP947",
    "vorig_referentienummer",
    "Dit vorige referentienummer staat al bij een andere regel in dit bericht.",
    "TR315",
    "elk vorig referentienummer één keer",
    niveau=HEADER,
)
_ZELF_GECREDITEERD: Final = Klacht(
    "RP947",
    "vorig_referentienummer",
    "U declareert en crediteert dezelfde regel in één bericht.",
    "TR316",
    "een credit op een regel uit een eerder bericht",
    hint="Haal de regel en zijn credit allebei weg.",
    niveau=HEADER,
)

DECLARATIEREGELS: Final = (
    Declaratieregel(
        ("TR101", "TR314", "TR315", "TR316", "TR416", "IV091", TELLING, SAMEN, INHOUD), ("323",), Regelstoets
    ),
)
