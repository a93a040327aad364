"""What a rule gets: the message, its facts, the look-ups, and a way to make a finding that lacks nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from regioprotocol.diagnostics import soort
from regioprotocol.engine.bindings import BINDINGS
from regioprotocol.engine.declaration import GEEN_CLIENTEN, GEEN_TOEWIJZINGEN, Declaratiereeks, MetReeks
from regioprotocol.engine.findings import Bevinding, HerkomstVan, Verwante
from regioprotocol.engine.lookup import Naslag, Oordeel
from regioprotocol.engine.records import Bericht, Onderdeel, ToegewezenProduct
from regioprotocol.engine.seen import Gezien
from regioprotocol.parameterset import Feiten
from regioprotocol.parameterset.records import ElkGeval, Product

_GEMEENTE: Final = 4  # a municipality has a code of four digits, a provider one of eight
# The fields of records whose values may stand in a finding; all others are personal unless asked for.
TOONBAAR: Final = frozenset(
    {
        "toewijzingnummer", "categorie", "productcode", "toewijzingsdatum", "ingangsdatum", "einddatum",
        "reden_wijziging", "volume", "eenheid", "frequentie", "budget", "begindatum", "reden_beeindiging",
        "status_aanlevering", "gewenste_ingangsdatum", "reden", "antwoord", "reden_afwijzing", "gemeente",
        "referentienummer", "vorig_referentienummer", "tarief", "bedrag", "debet_credit", "nummer", "dagtekening",
        "ingediend", "ingediend_debet_credit", "toegekend", "verwijzer", "code", "afzender", "ontvanger",
        "toewijzing_ingangsdatum", "beschikking_ingangsdatum", "berichtcode", "versie", "subversie",
    }
)  # fmt: skip


class Berichtcontext(MetReeks):
    """One message with the facts that hold for all of it. Rules read it and change nothing.

    *op* is a day that the user wants it judged on instead of the day of the message; *gemeente* likewise.
    *toewijzingen* are the assignments that the series holds, by number: a declaration is judged with them; *clienten*
    are the BSNs of whom they are. *reeks* holds what the declarations before it in the series said, *gezien* what its
    own lines held once they were judged.
    """

    __slots__ = (
        "_gedeeld", "_op", "_regionaal", "feiten", "gemeente", "gezien", "naslag", "producten", "toon_waarden",
        "vandaag",
    )  # fmt: skip

    def __init__(
        self,
        bericht: Bericht,
        naslag: Naslag,
        vandaag: date,
        *,
        gemeente: str = "",
        op: date | None = None,
        toon_waarden: bool = False,
        feiten: Feiten | None = None,
        toewijzingen: Mapping[str, ToegewezenProduct] = GEEN_TOEWIJZINGEN,
    ) -> None:
        """Take a message and derive its facts; *feiten* are those that the user adds ('situatie')."""
        self.toewijzingen, self.clienten, self.reeks = toewijzingen, GEEN_CLIENTEN, Declaratiereeks()
        self.gezien: Gezien | None = None
        self.bericht, self.naslag, self.vandaag = bericht, naslag, vandaag
        self.toon_waarden, self._op = toon_waarden, op
        self.producten: Any = None  # what rules.parts made of the message, once
        self._regionaal: bool | None = None
        self._gedeeld: dict[str, dict[Any, Any]] | None = None
        self.gemeente = gemeente or gemeente_van(bericht)
        self.feiten: dict[str, frozenset[str]] = {
            **(feiten or {}),
            "bericht": enkel(bericht.header.soort),
            "wet": enkel(bericht.header.wet),
        }
        if self.gemeente:
            self.feiten["gemeente"] = enkel(self.gemeente)

    @property
    def regionaal(self) -> bool:
        """Tell whether the municipality takes part in the region of the set, on the day of the message."""
        if self._regionaal is None:
            self._regionaal = self.naslag.doet_mee(self.feiten, self.dag)
        return self._regionaal

    def gedeeld(self, naam: str) -> dict[Any, Any]:
        """Give what a rule keeps, under its name, for messages with the same facts and the same day as this one.

        What it keeps says nothing of this message itself.
        """
        if self._gedeeld is None:
            self._gedeeld = self.naslag.gedeeld((frozenset(self.feiten.items()), self._op, self.dag))
        return self._gedeeld.setdefault(naam, {})

    @property
    def dag(self) -> date:
        """Give the day of the message: the day asked for, else its own, else today."""
        return self._op or self.bericht.header.dagtekening or self.vandaag

    def dag_van_zorg(self, dag: date | None) -> date:
        """Give the day on which a rule about care is read: the day asked for, else the day of care."""
        return self._op or dag or self.dag

    def vraag(self, regel: str, dag: date | None = None, **feiten: str | None) -> Oordeel:
        """Answer a rule of the set for this message with these extra facts; what is None is not known."""
        bekend = {sleutel: enkel(waarde) for sleutel, waarde in feiten.items() if waarde}
        return self.vraag_met(regel, {**self.feiten, **bekend}, dag)

    def vraag_met(self, regel: str, feiten: Feiten, dag: date | None = None) -> Oordeel:
        """Answer a rule of the set for exactly these facts, on the day asked for, else this day, else the message's."""
        return self.naslag.vraag(regel, feiten, self._op or dag or self.dag)

    def meld(
        self,
        code: str,
        bij: Onderdeel,
        veld: str,
        tekst: str,
        *,
        regel: str,
        verwacht: str = "",
        gevonden: str | None = None,
        hint: str = "",
        oorzaak: str = "",
        wat_nu: str = "",
        retourcode: str | None = None,
        oordeel: Oordeel | None = None,
        product: Product | None = None,
        verwant: tuple[Verwante, ...] = (),
    ) -> Bevinding:
        """Make a finding at a field of a part of the message.

        *regel* is the national rule, else the rule of the set. The return code is looked up for a national rule;
        give one only when the rule has several. *oordeel* adds the case that decided, and its source. *gevonden* is
        the value of the field, unless something else says it better: then it holds nothing personal. What to do now
        comes from the set for a national rule, unless *wat_nu* says it more precisely.
        """
        kind = soort(code)
        geval = oordeel.beslist if oordeel else None
        return Bevinding(
            code=code,
            ernst=kind.ernst,
            tekst=tekst,
            hint=hint or kind.oplossing,
            bestand=self.bericht.bestand,
            regelnummer=bij.regel_van(veld) if veld else bij.regel,
            verwant=verwant,
            regel=regel,
            retourcode=self.retourcode(regel) if retourcode is None else retourcode,
            bericht=self.bericht.naam,
            element=element_van(bij, veld) if veld else bij.element,
            gevonden=gevonden if gevonden is not None else self.toon(bij, veld) if veld else "",
            verwacht=verwacht,
            oorzaak=oorzaak,
            wat_nu=wat_nu or (self._wat_nu(regel) if kind.ernst == "fout" else ""),
            geval=oordeel.uitkomst.geval if oordeel else f"product:{product.code}" if product else "",
            herkomst=_herkomst(geval, product) or self._landelijk(regel),
        )

    def verwante(self, regelnummer: int, tekst: str) -> Verwante:
        """Give another place in this message, and what stands there."""
        return Verwante(bestand=self.bericht.bestand, regelnummer=regelnummer, tekst=tekst)

    def groepen(self, productcode: str | None) -> frozenset[str]:
        """Give the groups of a product in the table of the region ('sggz'); none for a code that it does not have."""
        if productcode is None or not self.regionaal:
            return frozenset()
        return frozenset(groep for rij in self.naslag.producten(productcode) for groep in rij.groepen)

    def betekenis(self, codelijst: str, code: str) -> str:
        """Give a code with what it means ('04, uur'); the code alone when the set does not have the list."""
        woord = self.naslag.betekenissen(codelijst).get(code)
        return f"{code} ({woord.lower()})" if woord else code

    def toon(self, bij: Onderdeel, veld: str) -> str:
        """Give the value of a field as text, when it may be shown."""
        waarde: Any = getattr(bij, veld, None)
        if waarde is None or not (veld in TOONBAAR or self.toon_waarden):
            return ""
        return waarde.isoformat() if isinstance(waarde, date) else str(waarde)

    def retourcode(self, regel: str) -> str:
        """Give the national return code of a rule for this kind of message and law; empty when there is none."""
        header = self.bericht.header
        return self.naslag.index.retourcodes.get((regel, header.soort, header.wet), "")

    def _landelijk(self, regel: str) -> HerkomstVan:
        """Give the national standard as the source of a national rule."""
        header = self.bericht.header
        bekend = regel in self.naslag.index.controles
        return HerkomstVan(laag="landelijk", bron=f"i{header.wet} {header.release}") if bekend else HerkomstVan()

    def _wat_nu(self, regel: str) -> str:
        """Give what the set says about a national rule: what to send again."""
        controle = self.naslag.index.controles.get(regel)
        return str(controle.wat_nu) if controle and controle.wat_nu else ""


def _herkomst(geval: ElkGeval | None, product: Product | None) -> HerkomstVan | None:
    if geval:
        return HerkomstVan(laag=geval.laag, bron=geval.bron)
    if product:
        return HerkomstVan(laag="regio", bron=str(product.bron) if product.bron else "productcodetabel")
    return None


@lru_cache(maxsize=4096)
def enkel(waarde: str) -> frozenset[str]:
    """Give one value as a fact. The same value comes back line after line."""
    return frozenset({waarde})


def gemeente_van(bericht: Bericht) -> str:
    """Give the municipality that sends or receives the message."""
    partijen = (bericht.header.ontvanger, bericht.header.afzender)
    return next((p for p in partijen if p and len(p) == _GEMEENTE), "")


def element_van(deel: Onderdeel, veld: str) -> str:
    """Give the element of a field, also when this message does not have it ('ToewijzingEinddatum')."""
    if veld in deel.vorm.elementen or deel.element not in BINDINGS:
        return deel.element_van(veld)
    paden = BINDINGS[deel.element].velden.items()
    return next((pad.rpartition("/")[2] for pad, naam in paden if naam == veld), veld)
