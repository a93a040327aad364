"""Product, unit, tariff and amount of declared lines; lines that are alike share one look-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from regioprotocol.diagnostics import bedoelde_u, opsomming
from regioprotocol.engine.calculations import Minutenrekenaar, minutenrekenaar
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import DeclaratieClient, Prestatie
from regioprotocol.engine.rules.declaration_amounts import (
    Contract,
    Contracttarief,
    bedragfout,
    tarieffout,
    tarieven,
    verdeel,
)
from regioprotocol.engine.rules.declaration_units import EENHEID, Eenheidsoordeel
from regioprotocol.engine.rules.declared import Klacht, Openstaand, eenheden_van, in_euro
from regioprotocol.engine.rules.parts import staat_er
from regioprotocol.engine.rules.products import TABEL
from regioprotocol.engine.rules.registry import Declaratieregel
from regioprotocol.engine.settings import GeenRekenwijzeError
from regioprotocol.parameterset.lookup import ONBEKEND, in_periode
from regioprotocol.parameterset.records import Product

TARIEF: Final = "declaratieregel.tarief"
_LEEG: Final = "leeg"
_CONTRACT: Final = "gelijk aan het contract"
_MEESTE_BEELDEN: Final = 4096  # kinds of lines that are remembered; a real declaration has a few hundred
_GEEN_TARIEF: Final = "In de productcodetabel staat geen tarief voor dit product in deze periode."
_GEEN_TABEL: Final = "In de parameterset staat geen tarief voor dit product in deze gemeente."


class Beeld(NamedTuple):
    """What holds for all lines that are alike: complaints, what cannot be judged, and what the contract says."""

    klachten: tuple[Klacht, ...]
    open: tuple[tuple[str, str], ...]
    contract: Contract
    tarief: Oordeel
    in_euros: bool
    toets_tarief: bool


class Producttoets:
    """Judges lines by what they have in common; only the numbers of a line are looked at one by one."""

    __slots__ = ("_beelden", "_ctx", "_eenheden", "_eenheidsoordeel", "_open")

    def __init__(self, ctx: Berichtcontext) -> None:
        """Start with nothing looked up."""
        self._ctx = ctx
        self._eenheden = eenheden_van(ctx)
        self._eenheidsoordeel = Eenheidsoordeel(ctx, self._eenheden)
        self._open = Openstaand()
        self._beelden: dict[tuple[object, ...], Beeld] = ctx.gedeeld(Producttoets.__name__)

    def client(self, client: DeclaratieClient) -> Iterable[Bevinding]:
        """Judge the lines of a client."""
        bevindingen: list[Bevinding] = []
        ctx, beelden = self._ctx, self._beelden
        for p in client.prestaties:
            toewijzing = ctx.toewijzingen.get(p.toewijzingnummer or "")
            toegewezen = toewijzing.eenheid if toewijzing is not None else None
            sleutel = (p.productcode, p.categorie, p.eenheid, p.begindatum, p.einddatum, toegewezen)
            beeld = beelden.get(sleutel)
            if beeld is None:
                if len(beelden) >= _MEESTE_BEELDEN:
                    beelden.clear()
                beeld = beelden[sleutel] = self._beeld(p, toegewezen or "")
            if beeld.klachten:
                bevindingen += [klacht.meld(ctx, p) for klacht in beeld.klachten]
            for regel, waarom in beeld.open:
                self._open.tel(regel, waarom, p)
            bevindingen += self._getallen(p, beeld)
        return bevindingen

    def einde(self) -> Iterable[Bevinding]:
        """Say once what could not be judged."""
        return self._open.meld(self._ctx)

    def _getallen(self, p: Prestatie, beeld: Beeld) -> Iterable[Bevinding]:
        if beeld.in_euros:
            return self._euros(p, beeld)
        contract = beeld.contract
        if p.tarief is None:
            return () if staat_er(p, "tarief") else (self._zonder_tarief(p, beeld),)
        fouten: list[Bevinding] = []
        if beeld.toets_tarief and contract.goed and p.tarief not in contract.goed:
            van = self._ctx.dag_van_zorg(p.begindatum)
            fout = tarieffout(p, contract, self._eenheden, van)
            fouten.append(
                Klacht(
                    "RP945", "tarief", fout.tekst, "TR418", fout.verwacht, fout.oorzaak,
                    product=contract.product, nu=fout.advies,
                ).meld(self._ctx, p)
            )  # fmt: skip
        bedrag = bedragfout(p, contract, self._eenheden)
        if bedrag is not None:
            fouten.append(
                Klacht(
                    "RP944", "bedrag", bedrag.tekst, "TR346", bedrag.verwacht, bedrag.oorzaak,
                    nu=bedrag.advies,
                ).meld(self._ctx, p)
            )  # fmt: skip
        return fouten

    def _euros(self, p: Prestatie, beeld: Beeld) -> Iterator[Bevinding]:
        """Ask for no tariff, and for a volume that is the amount in cents (IV042)."""
        if p.tarief is not None:
            tekst = "Bij euro's blijft het tarief leeg."
            yield Klacht("RP945", "tarief", tekst, TARIEF, "leeg", retourcode="", oordeel=beeld.tarief).meld(
                self._ctx, p
            )
        if p.volume is not None and p.bedrag is not None and p.bedrag * 100 != p.volume:
            tekst = f"Bij euro's is het volume het bedrag in centen. Het volume is {p.volume}, het bedrag " + in_euro(
                p.bedrag
            )
            oorzaak = "het volume is in euro's ingevuld in plaats van in centen" if p.bedrag == p.volume else ""
            verwacht = str(int(p.bedrag * 100))
            yield Klacht(
                "RP944", "volume", f"{tekst}.", "IV042", verwacht, oorzaak, retourcode="", oordeel=beeld.tarief
            ).meld(self._ctx, p)

    def _zonder_tarief(self, p: Prestatie, beeld: Beeld) -> Bevinding:
        tekst = "Er staat geen tarief. Het bedrag moet gelijk zijn aan volume maal tarief."
        verwacht = " of ".join(f"{k.tarief:.2f}" for k in beeld.contract.geldig)
        return Klacht("RP945", "tarief", tekst, "TR346", verwacht).meld(self._ctx, p)

    def _beeld(self, p: Prestatie, toegewezen: str) -> Beeld:
        ctx = self._ctx
        klachten: list[Klacht] = []
        open_: list[tuple[str, str]] = []
        product = self._product(p, klachten, open_)
        if not toegewezen and product is not None and product.eenheid != ONBEKEND:
            toegewezen = product.eenheid
        if product is not None or not klachten:  # of an unknown product nothing else can be said
            for klacht in self._eenheidsoordeel.klachten(p, toegewezen, product):
                if isinstance(klacht, str):
                    open_.append((EENHEID, klacht))
                else:
                    klachten.append(klacht)
        tarief = ctx.vraag(TARIEF, ctx.dag_van_zorg(p.begindatum), eenheid=p.eenheid)
        in_euros = tarief.waarde == _LEEG or (bool(p.eenheid) and p.eenheid == self._eenheden.euro)
        geldig, anders = self._tarieven(p, product)
        contract = tarief.waarde == _CONTRACT
        if contract and ctx.regionaal and not geldig and not klachten:
            open_.append(("TR418", _GEEN_TARIEF if product is not None else _GEEN_TABEL))
        afspraak = Contract(
            product, toegewezen, tuple(geldig), tuple(anders), self._rekenaar(p),
            goed=tuple(k.tarief for k in geldig), per_uur=any(k.uurtarief is not None for k in geldig),
        )  # fmt: skip
        return Beeld(tuple(klachten), tuple(open_), afspraak, tarief, in_euros, contract)

    def _tarieven(self, p: Prestatie, product: Product | None) -> tuple[list[Contracttarief], list[Contracttarief]]:
        if product is None or p.eenheid is None:
            return [], []
        van, tot = self._dagen(p)
        rijen = (r for r in self._ctx.naslag.producten(product.code) if r.wet == product.wet)
        alle = (t for rij in rijen for t in tarieven(rij, p.eenheid or "", self._eenheden))
        return verdeel(alle, van, tot)

    def _rekenaar(self, p: Prestatie) -> Minutenrekenaar | None:
        ctx = self._ctx
        try:
            return minutenrekenaar(ctx.naslag.index, ctx.feiten, ctx.dag_van_zorg(p.begindatum))
        except GeenRekenwijzeError:
            return None

    def _dagen(self, p: Prestatie) -> tuple[date, date]:
        van = self._ctx.dag_van_zorg(p.begindatum)
        return van, max(van, self._ctx.dag_van_zorg(p.einddatum))

    def _product(self, p: Prestatie, klachten: list[Klacht], open_: list[tuple[str, str]]) -> Product | None:
        """Find the row of the product in the region's table; complain about one that cannot be (TR381)."""
        ctx, code = self._ctx, p.productcode
        if code is None or not ctx.naslag.index.producten or not ctx.regionaal:
            return None
        wet = ctx.bericht.header.wet
        rijen = ctx.naslag.producten(code)
        van_wet = [rij for rij in rijen if wet in rij.wet]
        if not van_wet:
            klachten.append(self._geen_product(code, wet, rijen))
            return None
        van, tot = self._dagen(p)
        if not ctx.naslag.doet_mee({**ctx.feiten, "product": frozenset({code})}, van):
            open_.append((TABEL, "De gemeente koopt dit product op deze dag niet via de regio."))
            return None
        # A code that is closed for new assignments stays good for those that run on.
        geldend = [r for r in van_wet if in_periode(r.vanaf, r.declareren_tot_en_met, tot.isoformat())]
        rij = geldend[-1] if geldend else van_wet[-1]
        if p.categorie is not None and all(r.categorie != p.categorie for r in van_wet):
            tekst = f"Categorie {p.categorie} past niet bij productcode {code}."
            klachten.append(Klacht("RP935", "categorie", tekst, "TR381", rij.categorie, product=rij))
        if not geldend:
            klachten.append(self._niet_op_deze_dag(rij, tot))
            return None
        return rij

    def _geen_product(self, code: str, wet: str, rijen: tuple[Product, ...]) -> Klacht:
        tekst = f"Productcode {code} staat niet in de productcodetabel van de regio."
        if rijen:
            tekst = f"Productcode {code} hoort bij de {opsomming(rijen[0].wet)}, niet bij de {wet}."
        codes = [c for c, van in self._ctx.naslag.index.producten.items() if any(wet in r.wet for r in van)]
        return Klacht(
            "RP935", "productcode", tekst, "TR381", "een productcode uit de tabel van de regio",
            hint=bedoelde_u(code, codes, hoogstens=0), product=rijen[0] if rijen else None,
        )  # fmt: skip

    def _niet_op_deze_dag(self, rij: Product, dag: date) -> Klacht:
        einde = rij.declareren_tot_en_met
        te_laat = isinstance(einde, str) and einde < dag.isoformat()
        grens = f"tot en met {einde}" if te_laat else f"vanaf {rij.vanaf}"
        tekst = f"Product {rij.code} ({rij.naam}) kunt u {grens} declareren. De productperiode valt daarbuiten."
        return Klacht("RP935", "productcode", tekst, TABEL, grens, retourcode="", product=rij)


DECLARATIEREGELS: Final = (
    Declaratieregel(
        ("TR381", "TR341", "TR418", "TR346", "IV081", "IV042", EENHEID, TARIEF, TABEL), ("323",), Producttoets
    ),
)
