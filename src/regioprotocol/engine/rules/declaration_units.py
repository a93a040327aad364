"""The unit of a declared line against the unit of its assignment (TR341), and the choice of the region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.calculations import minuuttarief
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import Prestatie
from regioprotocol.engine.rules.declared import EENHEDEN, Eenheden, Klacht, in_euro
from regioprotocol.engine.rules.parts import SPECIFIEK
from regioprotocol.engine.rules.products import TABEL
from regioprotocol.engine.settings import GeenRekenwijzeError
from regioprotocol.parameterset.lookup import ONBEKEND
from regioprotocol.parameterset.records import Product

EENHEID: Final = "declaratie.eenheid"
_NATIONAAL: Final = "TR341"


class Eenheidsoordeel:
    """Judges the unit of lines of one declaration."""

    __slots__ = ("_ctx", "_eenheden", "_meervoud")

    def __init__(self, ctx: Berichtcontext, eenheden: Eenheden) -> None:
        """Take the message and the units of the national list."""
        self._ctx, self._eenheden = ctx, eenheden
        self._meervoud = {eenheden.minuut: "minuten", eenheden.uur: "uren"}

    def klachten(self, p: Prestatie, toegewezen: str, product: Product | None) -> Iterator[Klacht | str]:
        """Give what is wrong, or as text why it cannot be judged; *toegewezen* is empty when nobody told."""
        if p.eenheid is None:
            return
        dag = self._ctx.dag_van_zorg(p.begindatum)
        if not toegewezen:
            yield from self._onbekend(p, p.eenheid, dag)
            return
        oordeel = self._vraag(p, toegewezen, dag)
        if oordeel.waarden and p.eenheid not in oordeel.waarden:
            yield self._klacht(p.eenheid, toegewezen, oordeel, dag)
        elif product is not None and product.eenheid == toegewezen:
            mag = product.declaratie_eenheid
            if mag not in {p.eenheid, ONBEKEND, ""}:
                yield self._regionaal(p.eenheid, (mag,), None, product)
        elif not oordeel.waarden:
            yield "De set zegt niet in welke eenheid hier wordt gedeclareerd."

    def _onbekend(self, p: Prestatie, eenheid: str, dag: date) -> Iterator[Klacht | str]:
        """Refuse a unit that no assigned unit allows; else only the assignment can tell."""
        compleet = self._ctx.naslag.compleet(self._ctx.feiten)
        if compleet.get("niveau") == frozenset({SPECIFIEK}) and eenheid in self._eenheden.codes:
            past = any(eenheid in self._vraag(p, van, dag).waarden for van in self._eenheden.codes)
            oordeel = self._vraag(p, eenheid, dag)
            if not past and oordeel.waarden:
                yield self._klacht(eenheid, eenheid, oordeel, dag)
                return
        yield "De eenheid van de toewijzing is niet bekend: geen 301 in de reeks, en geen product in de tabel."

    def _vraag(self, p: Prestatie, toegewezen: str, dag: date) -> Oordeel:
        return self._ctx.vraag(EENHEID, dag, eenheid=toegewezen, product=p.productcode)

    def _klacht(self, eenheid: str, toegewezen: str, oordeel: Oordeel, dag: date) -> Klacht:
        ctx = self._ctx
        feiten = {**ctx.feiten, "eenheid": frozenset({toegewezen})}
        if eenheid in ctx.naslag.landelijk.vraag(EENHEID, feiten, dag).waarden:
            return self._regionaal(eenheid, oordeel.waarden, oordeel, None)
        tekst = (
            f"Eenheid {ctx.betekenis(EENHEDEN, eenheid)} past niet bij een toewijzing in "
            f"{ctx.betekenis(EENHEDEN, toegewezen)}."
        )
        return Klacht("RP943", "eenheid", tekst, _NATIONAAL, self._mag(oordeel.waarden), oordeel=oordeel)

    def _regionaal(
        self, eenheid: str, mag: tuple[str, ...], oordeel: Oordeel | None, product: Product | None
    ) -> Klacht:
        """Refuse what is allowed nationally: that is the region's choice, and carries no return code."""
        van, naar = self._naam(eenheid), " of ".join(self._naam(code) for code in mag)
        waar = f"Bij product {product.code} ({product.naam})" if product else "In deze regio"
        naar_minuten = eenheid == self._eenheden.uur and mag == (self._eenheden.minuut,)
        return Klacht(
            "RP943",
            "eenheid",
            f"U declareert in {van}. {waar} declareert u in {naar}.",
            TABEL if product else EENHEID,
            self._mag(mag),
            hint=f"Landelijk mag {van} wel ({_NATIONAAL}). Dit is een afspraak van de regio.",
            retourcode="",
            oordeel=oordeel,
            product=product,
            reken=self._in_minuten if naar_minuten else None,
        )

    def _in_minuten(self, p: Prestatie) -> str:
        """Say the same line in minutes: the amount stays, because it is computed from the hourly tariff."""
        if p.volume is None or p.tarief is None or p.bedrag is None:
            return ""
        naslag = self._ctx.naslag
        try:
            dag = self._ctx.dag_van_zorg(p.begindatum)
            tarief: Decimal = minuuttarief(naslag.index, self._ctx.feiten, dag, p.tarief).waarde
        except GeenRekenwijzeError:
            return ""
        nieuw = f"{p.volume * 60} minuten, tarief {in_euro(tarief)}, bedrag {in_euro(p.tarief * p.volume)}"
        return f"Vul in: {nieuw}."

    def _naam(self, code: str) -> str:
        """Give a unit as in a sentence: minuten, uren."""
        return self._meervoud.get(code) or self._ctx.naslag.betekenissen(EENHEDEN).get(code, code).lower()

    def _mag(self, codes: tuple[str, ...]) -> str:
        return opsomming((self._ctx.betekenis(EENHEDEN, code) for code in codes), en="of")
