"""Declared lines against their assignment: product, period, volume and budget (TR307 to TR322, TR339, TR369, TR384).

The assignments come from the 301s in the series. Without them a line is not to be judged here, which is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from regioprotocol.engine.amounts import MINUTEN_PER_UUR
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.declaration import Verbruik, gemeente_en_wet
from regioprotocol.engine.declarations import CREDIT
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.limits import Grens, Omvang, periodegrens, toewijzinggrens
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.periods import Periode, maand_van, productperiode
from regioprotocol.engine.records import DeclaratieClient, Prestatie, ToegewezenProduct
from regioprotocol.engine.rules.declared import Eenheden, Klacht, Openstaand, eenheden_van, in_euro, minuten_per
from regioprotocol.engine.rules.registry import Declaratieregel
from regioprotocol.parameterset import Feiten, Index

GRENS: Final = "productperiode.grens"
PRODUCT: Final = "declaratieregel.product"
VERWIJDERD: Final = "declaratie.verwijderde_toewijzing"
INTREKKEN: Final = "intrekken.reden"
BUDGET: Final = "declaratie.budget"
_NIET: Final = "niet toegestaan"
_BINNEN: Final = "binnen de toewijzing en één kalendermaand"
_NIET_MEER: Final = "niet meer dan het budget"
_GEEN_301: Final = "De toewijzing (301) zit niet bij deze berichten."


class Gebruik(Verbruik):
    """What this message declares on one assignment, with the last line."""

    __slots__ = ("laatste", "te_veel")

    def __init__(self) -> None:
        """Start at nothing."""
        super().__init__()
        self.laatste: Prestatie | None = None
        self.te_veel = False  # a line of this message is too much by itself already


class Toewijzingstoets:
    """Judges lines by the assignment they name; lines of an assignment in one month share a judgement."""

    __slots__ = ("_beelden", "_clienten", "_ctx", "_eenheden", "_open", "_toewijzingen", "_verbruik")

    def __init__(self, ctx: Berichtcontext) -> None:
        """Start with what earlier declarations of the series used."""
        self._ctx, self._toewijzingen, self._clienten = ctx, ctx.toewijzingen, ctx.clienten
        self._eenheden = eenheden_van(ctx)
        self._open = Openstaand()
        # Not shared with other messages: the assignments are those of this series, on this day.
        self._beelden: dict[tuple[object, ...], tuple[tuple[Klacht, ...], Grens | None]] = {}
        self._verbruik: dict[str, Gebruik] = {}

    def client(self, client: DeclaratieClient) -> Iterable[Bevinding]:
        """Judge the lines of a client."""
        bevindingen: list[Bevinding] = []
        for p in client.prestaties:
            nummer = p.toewijzingnummer
            toewijzing = self._toewijzingen.get(nummer) if nummer is not None else None
            if nummer is None or toewijzing is None:
                self._open.tel("TR338", _GEEN_301, p)
                continue
            if p.bsn is not None and self._clienten.get(nummer, p.bsn) != p.bsn:
                bevindingen.append(_ANDERE_CLIENT.meld(self._ctx, p))
                continue
            sleutel = (nummer, p.categorie, p.productcode, p.begindatum, p.einddatum)
            beeld = self._beelden.get(sleutel)
            if beeld is None:
                beeld = self._beelden[sleutel] = self._beeld(p, toewijzing)
            klachten, grens = beeld
            bevindingen += [klacht.meld(self._ctx, p) for klacht in klachten]
            verbruik = self._verbruik.setdefault(nummer, Gebruik())
            self._tel(p, toewijzing, verbruik)
            if grens is not None and p.debet_credit != CREDIT:
                bevindingen += self._volume(p, toewijzing, grens, verbruik)
        return bevindingen

    def einde(self) -> Iterable[Bevinding]:
        """Judge what was declared on each assignment together, with earlier declarations of the series."""
        wie = gemeente_en_wet(self._ctx.bericht.header)
        for nummer, verbruik in self._verbruik.items():
            eerder = self._ctx.reeks.verbruik.setdefault((wie, nummer), Verbruik())
            eerder.volume += verbruik.volume
            eerder.bedrag += verbruik.bedrag
            toewijzing = self._toewijzingen[nummer]
            if verbruik.laatste is not None:
                yield from self._samen(verbruik, eerder, toewijzing, verbruik.laatste)
        yield from self._open.meld(self._ctx)

    def _tel(self, p: Prestatie, toewijzing: ToegewezenProduct, verbruik: Gebruik) -> None:
        teken = -1 if p.debet_credit == CREDIT else 1
        if p.bedrag is not None:
            verbruik.bedrag += teken * p.bedrag
        if p.volume is not None:
            verbruik.volume += teken * p.volume * self._minuten(p.eenheid, toewijzing.eenheid)
        if teken > 0:
            verbruik.laatste = p

    def _minuten(self, eenheid: str | None, toegewezen: str | None) -> int:
        return minuten_per(eenheid, toegewezen, self._eenheden)

    def _beeld(self, p: Prestatie, toewijzing: ToegewezenProduct) -> tuple[tuple[Klacht, ...], Grens | None]:
        klachten = (*self._product(p, toewijzing), *self._periode(p, toewijzing))
        return klachten, self._grens(p, toewijzing)

    def _product(self, p: Prestatie, toewijzing: ToegewezenProduct) -> Iterator[Klacht]:
        """Ask for the assigned category and code (TR339, TR340), on an assignment that was not removed (TR384)."""
        ctx, dag = self._ctx, self._ctx.dag
        niveau = "specifiek" if toewijzing.productcode else "aspecifiek" if toewijzing.categorie else "generiek"
        oordeel = ctx.vraag(PRODUCT, ctx.dag_van_zorg(p.begindatum), niveau=niveau)
        for veld, regel in (("categorie", "TR339"), ("productcode", "TR340")):
            mag, is_ = getattr(toewijzing, veld), getattr(p, veld)
            if mag is not None and is_ is not None and mag != is_:
                wat = "de categorie" if veld == "categorie" else "de productcode"
                tekst = f"In de toewijzing is {wat} {mag}. In de declaratieregel staat {is_}."
                yield Klacht("RP949", veld, tekst, regel, mag, oordeel=oordeel)
        reden = toewijzing.reden_wijziging
        verwijderd = ctx.vraag(VERWIJDERD, dag)
        if reden is not None and reden == ctx.vraag(INTREKKEN).waarde and verwijderd.waarde == _NIET:
            tekst = "Deze toewijzing is verwijderd. U kunt er niet op declareren."
            yield Klacht("RP949", "toewijzingnummer", tekst, "TR384", "een geldige toewijzing", oordeel=verwijderd)

    def _periode(self, p: Prestatie, toewijzing: ToegewezenProduct) -> Iterator[Klacht]:
        """Ask for the part of the month that lies in the assignment (TR307, TR308, TR387, TR388, IV089)."""
        begin, eind = p.begindatum, p.einddatum
        periode = periode_van(toewijzing)
        if begin is None or eind is None or periode is None or eind < begin:
            return
        oordeel = self._ctx.vraag(GRENS, self._ctx.dag_van_zorg(begin))
        if oordeel.waarde != _BINNEN:
            return
        goed = productperiode(periode, maand_van(begin))
        verwacht = f"{goed.begin} tot en met {goed.eind}" if goed else "een maand waarin de toewijzing loopt"
        if begin < periode.begin:
            yield _periodeklacht(
                "begindatum", "TR307", f"De toewijzing gaat pas in op {periode.begin}.", verwacht, oordeel
            )
        elif goed is not None and begin != goed.begin:
            yield _periodeklacht("begindatum", "TR387", _EERSTE_DAG, verwacht, oordeel)
        if periode.eind is not None and eind > periode.eind:
            yield _periodeklacht("einddatum", "TR308", f"De toewijzing eindigt op {periode.eind}.", verwacht, oordeel)
        elif goed is not None and eind != goed.eind and eind in maand_van(begin):
            yield _periodeklacht("einddatum", "TR388", _LAATSTE_DAG, verwacht, oordeel)

    def _grens(self, p: Prestatie, toewijzing: ToegewezenProduct) -> Grens | None:
        """Give the most for one line (TR321); None when the assignment has no size."""
        omvang, periode = omvang_van(toewijzing), periode_van(toewijzing)
        if omvang is None or periode is None or p.begindatum is None:
            return None
        maand = productperiode(periode, maand_van(p.begindatum))
        if maand is None:
            return None
        return periodegrens(self._index, self._feiten(p, toewijzing), omvang, periode, maand)

    def _volume(
        self, p: Prestatie, toewijzing: ToegewezenProduct, grens: Grens, verbruik: Gebruik
    ) -> Iterator[Bevinding]:
        if grens.maximum is None:
            self._open.tel("TR321", f"{grens.waarom[:1].upper()}{grens.waarom[1:]}.", p)
            return
        if p.volume is None or not self._zelfde_eenheid(p, toewijzing):
            return
        volume = p.volume * self._minuten(p.eenheid, toewijzing.eenheid)
        if volume <= grens.maximum * self._minuten(toewijzing.eenheid, toewijzing.eenheid):
            return
        verbruik.te_veel = True
        maximum = self._in_eenheid(grens.maximum, p, toewijzing)
        weken = f" ({grens.telling.aantal} weken)" if grens.telling is not None else ""
        yield Klacht(
            "RP948",
            "volume",
            f"U declareert {p.volume}. In deze productperiode mag hoogstens {maximum}{weken}.",
            "TR321",
            f"hoogstens {maximum}",
            self._oorzaak(p, toewijzing, volume),
            oordeel=Oordeel(grens.wijze.uitkomst) if grens.wijze else None,
        ).meld(self._ctx, p)

    def _oorzaak(self, p: Prestatie, toewijzing: ToegewezenProduct, volume: int) -> str:
        geheel = self._geheel(p, toewijzing)
        factor = self._minuten(toewijzing.eenheid, toewijzing.eenheid)
        if geheel is not None and geheel.maximum is not None and volume == geheel.maximum * factor:
            return "het volume van de hele toewijzing staat in één maand"
        return ""

    def _samen(
        self, verbruik: Gebruik, geheel: Verbruik, toewijzing: ToegewezenProduct, laatste: Prestatie
    ) -> Iterator[Bevinding]:
        """Compare all lines of an assignment with its size (TR322) and its budget (TR369)."""
        grens = self._geheel(laatste, toewijzing)
        factor = self._minuten(toewijzing.eenheid, toewijzing.eenheid)
        if grens is not None and grens.maximum is not None and not verbruik.te_veel:
            te_veel = self._zelfde_eenheid(laatste, toewijzing) and geheel.volume > grens.maximum * factor
            if te_veel:
                maximum = self._in_eenheid(grens.maximum, laatste, toewijzing)
                samen = geheel.volume // (factor if laatste.eenheid == toewijzing.eenheid else 1)
                tekst = f"Op deze toewijzing is samen {samen} gedeclareerd. Toegewezen is in totaal {maximum}."
                oordeel = Oordeel(grens.wijze.uitkomst) if grens.wijze else None
                yield Klacht("RP948", "volume", tekst, "TR322", f"hoogstens {maximum}", oordeel=oordeel).meld(
                    self._ctx, laatste
                )
        budget = self._ctx.vraag(BUDGET, self._ctx.dag_van_zorg(laatste.begindatum))
        if toewijzing.budget is not None and budget.waarde == _NIET_MEER and geheel.bedrag > toewijzing.budget:
            tekst = f"Op deze toewijzing is samen {in_euro(geheel.bedrag)} gedeclareerd. Het budget is " + in_euro(
                toewijzing.budget
            )
            verwacht = f"hoogstens {toewijzing.budget:.2f}"
            yield Klacht("RP950", "bedrag", f"{tekst}.", "TR369", verwacht, oordeel=budget).meld(self._ctx, laatste)

    def _geheel(self, p: Prestatie, toewijzing: ToegewezenProduct) -> Grens | None:
        omvang, periode = omvang_van(toewijzing), periode_van(toewijzing)
        if omvang is None or periode is None:
            return None
        return toewijzinggrens(self._index, self._feiten(p, toewijzing), omvang, periode)

    def _zelfde_eenheid(self, p: Prestatie, toewijzing: ToegewezenProduct) -> bool:
        """Tell whether the volumes can be compared; another unit is a finding of its own."""
        e: Eenheden = self._eenheden
        return p.eenheid == toewijzing.eenheid or (p.eenheid == e.minuut and toewijzing.eenheid == e.uur)

    def _in_eenheid(self, maximum: int, p: Prestatie, toewijzing: ToegewezenProduct) -> int:
        """Give a maximum in the unit of the line: 20 hours is 1,200 minutes."""
        return maximum if p.eenheid == toewijzing.eenheid else maximum * MINUTEN_PER_UUR

    @property
    def _index(self) -> Index:
        naslag = self._ctx.naslag
        return naslag.index if self._ctx.regionaal else naslag.landelijk.index

    def _feiten(self, p: Prestatie, toewijzing: ToegewezenProduct) -> Feiten:
        extra = {
            "product": toewijzing.productcode or p.productcode,
            "productcategorie": toewijzing.categorie or p.categorie,
            "eenheid": toewijzing.eenheid,
        }
        return {**self._ctx.feiten, **{k: frozenset({v}) for k, v in extra.items() if v}}


def periode_van(toewijzing: ToegewezenProduct) -> Periode | None:
    """Give the days of an assignment; None when they are not known."""
    begin, eind = toewijzing.ingangsdatum, toewijzing.einddatum
    if begin is None or (eind is not None and eind < begin):
        return None
    return Periode(begin, eind)


def omvang_van(toewijzing: ToegewezenProduct) -> Omvang | None:
    """Give the size of an assignment; None when it has none."""
    if toewijzing.volume is None or toewijzing.frequentie is None:
        return None
    return Omvang(volume=toewijzing.volume, frequentie=toewijzing.frequentie)


_EERSTE_DAG: Final = (
    "De productperiode begint op de eerste dag van de maand, of op de eerste dag van de toewijzing. Wanneer de zorg "
    "begon, maakt niet uit."
)
_LAATSTE_DAG: Final = (
    "De productperiode eindigt op de laatste dag van de maand, of op de laatste dag van de toewijzing. Wanneer de "
    "zorg stopte, maakt niet uit."
)


_ANDERE_CLIENT: Final = Klacht(
    "RP949",
    "toewijzingnummer",
    "Deze toewijzing is van een andere cliënt.",
    "TR304",
    "een toewijzing van deze cliënt",
)


def _periodeklacht(veld: str, regel: str, tekst: str, verwacht: str, oordeel: Oordeel) -> Klacht:
    return Klacht("RP941", veld, tekst, regel, verwacht, oordeel=oordeel)


DECLARATIEREGELS: Final = (
    Declaratieregel(
        (
            "TR304", "TR307", "TR308", "TR321", "TR322", "TR338", "TR339", "TR340", "TR369", "TR384", "TR387", "TR388",
            "IV077", "IV078", "IV089", GRENS, PRODUCT, VERWIJDERD, BUDGET,
        ),
        ("323",),
        Toewijzingstoets,
    ),
)  # fmt: skip
