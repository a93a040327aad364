"""A case of a rule as pages show it: for whom, what holds, who decided that, from when, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from regioprotocol.model.afspraak import Afspraak, Als
from regioprotocol.model.periode import Periode
from regioprotocol.model.regel import Stand
from regioprotocol.pages.records import Deel
from regioprotocol.parameterset import zoek
from regioprotocol.parameterset.lookup import uitkomst
from regioprotocol.parameterset.records import ElkeRegel
from regioprotocol.report.answer import in_woorden, zin_van
from regioprotocol.report.applies_to import geldt_voor
from regioprotocol.report.dutch import datum_kort, vanaf_tot, zin
from regioprotocol.resolve import Geval, bindend_tegen

ANDERS: Final = "Alle andere gevallen"
IEDEREEN: Final = "Iedereen"
NIETS: Final = "Niets afgesproken"
STRIJD: Final = "in strijd"
VEROUDERD: Final = "verouderd"
# What a reader looks for first in a condition.
EERST: Final = frozenset({"wet", "domein", "gemeente"})
_GEEN: Final = frozenset({"geen antwoord", "geen afspraak"})
_WIE: Final = {
    "iStandaarden": "Landelijk",
    "standaardprotocol": "Standaard administratieprotocol",
    "regio": "Regio",
    "gemeente": "Gemeente",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word that stands with a case, and the kind of it for its colour."""

    soort: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevalrij:
    """One case in words. *kan*: it can hold here, now or later; *voorbij*: it could, until a day before the page's."""

    geval: Geval
    eigen: bool
    kan: bool
    voorbij: bool
    voor: str
    zin: str
    waarde: str
    stand: str
    wie: str
    label: Label
    dagen: str
    bron: str
    plaats: str
    woorden: tuple[tuple[str, str], ...]
    sterker: Geval | None
    verouderd: bool

    @property
    def afspraak(self) -> Afspraak:
        """Give what was agreed."""
        return self.geval.afspraak

    @property
    def vanaf(self) -> str:
        """Give the first day as an ISO date, or nothing."""
        begin = self.geval.periode.begin
        return begin.isoformat() if begin else ""

    @property
    def tot_en_met(self) -> str:
        """Give the last day as an ISO date, or nothing."""
        laatste = self.geval.periode.laatste_dag
        return laatste.isoformat() if laatste else ""

    @property
    def alle_dagen(self) -> str:
        """Write its days, whether they matter now or not."""
        return in_dagen(self.geval.periode, date.min, altijd=True)

    def geldt_op(self, dag: date) -> bool:
        """Tell whether the day lies in its period."""
        return dag in self.geval.periode


def voor_wie(deel: Deel, als: Als) -> str:
    """Write for whom conditions hold; nothing when there are none."""
    op_volgorde = sorted(als, key=lambda v: (v.sleutel not in EERST, v.sleutel))
    return zin(geldt_voor(deel.index, ((v.sleutel, v.waarden) for v in op_volgorde)))


def rijen(deel: Deel, regel: ElkeRegel) -> tuple[Gevalrij, ...]:
    """Give all cases of a rule, in the order in which they are tried."""
    gevallen = deel.snapshot.gevallen.get(regel.regel, ())
    kunnen = {geval.id for geval in deel.snapshot.kunnen(regel.regel, deel.op)}
    return tuple(
        _rij(deel, regel, gevallen, plek, kan=geval.id in kunnen, alleen=len(kunnen) == 1)
        for plek, geval in enumerate(gevallen)
    )


def landelijk(standaard: Deel, deel: Deel, regel: str, als: Als, begin: date | None) -> str:
    """Give what holds for the same people on the same day without the region."""
    if regel not in standaard.index.regels:
        return NIETS
    vast = {feit.sleutel: frozenset(feit.waarden) for feit in deel.parameterset.standaardfeiten}
    feiten = {**vast, **{v.sleutel: frozenset(v.waarden) for v in als}}
    gevonden = zoek(standaard.index, regel, feiten, max(deel.op, begin or deel.op))
    if gevonden.stand in _GEEN:
        return NIETS
    return zin(in_woorden(standaard.index, standaard.index.regels[regel], gevonden))


def in_dagen(periode: Periode, op: date, *, altijd: bool) -> str:
    """Write the days of a case; without *altijd* only what is still to begin or has an end."""
    begin = periode.begin if periode.begin and (altijd or periode.begin > op) else None
    return zin(vanaf_tot(begin, periode.laatste_dag))


def _voorbij(deel: Deel, geval: Geval) -> bool:
    einde, regio = geval.periode.einde, deel.snapshot.regio
    vast = regio.standaardfeiten if regio else ()
    return einde is not None and einde <= deel.op and (geval.regionaal or deel.snapshot.gevolgen.samen(geval.als, vast))


def _rij(deel: Deel, regel: ElkeRegel, gevallen: tuple[Geval, ...], plek: int, *, kan: bool, alleen: bool) -> Gevalrij:
    geval = gevallen[plek]
    a = geval.afspraak
    record = regel.gevallen[plek]
    sterker = bindend_tegen(gevallen[:plek], geval, deel.snapshot.gevolgen) if geval.regionaal else None
    verouderd = sterker is not None and _verouderd(gevallen, geval, sterker)
    plaats = a.plaatsen.van("regel", "waarde", "termijn", "stand")
    return Gevalrij(
        geval=geval,
        eigen=geval.regionaal,
        kan=kan,
        voorbij=not kan and _voorbij(deel, geval),
        voor=voor_wie(deel, geval.als) or (IEDEREEN if alleen else ANDERS),
        zin=zin_van(deel.index, regel, record),
        waarde=zin(in_woorden(deel.index, regel, uitkomst([record]))),
        stand=a.inhoud.stand if isinstance(a.inhoud, Stand) else "",
        wie=_WIE[a.laag] + (", bindend" if not geval.rang[0] else ""),
        label=_label(a, strijd=sterker is not None, verouderd=verouderd),
        dagen=in_dagen(geval.periode, deel.op, altijd=geval.regionaal),
        bron="; ".join(a.bron),
        plaats=f"{plaats.bestand}:{plaats.regelnummer}" if plaats.regelnummer else plaats.bestand,
        woorden=tuple((kop, woord) for kop, woord in _woorden(geval, sterker) if woord),
        sterker=sterker,
        verouderd=verouderd,
    )


def _label(a: Afspraak, *, strijd: bool, verouderd: bool) -> Label:
    if verouderd:
        return Label(soort="strijd", tekst=VEROUDERD)
    if strijd:
        return Label(soort="strijd", tekst=STRIJD)
    return Label(soort="rustig", tekst="landelijk") if a.soort == "standaard" else Label(soort=a.soort, tekst=a.soort)


def _verouderd(gevallen: tuple[Geval, ...], geval: Geval, sterker: Geval) -> bool:
    """An older release said what the region says: it was overtaken, not contradicted."""
    vroeger = any(g.afspraak.inhoud == geval.afspraak.inhoud and not g.regionaal for g in gevallen)
    return vroeger and sterker.afspraak.geldig.vanaf_release is not None


def _woorden(geval: Geval, sterker: Geval | None) -> Iterator[tuple[str, str]]:
    a = geval.afspraak
    if sterker:
        yield "Let op", f"Een bindende landelijke regel gaat voor: {'; '.join(sterker.afspraak.bron)}."
    if a.telt_op:
        yield "", "Dit komt bij wat hierna staat."
    yield "", a.toelichting
    yield "Reden", a.reden
    yield "Besluit", a.besluit
    if a.erkend:
        yield "Erkend tot en met", f"{datum_kort(a.erkend.tot)}. {a.erkend.reden}"
    if not geval.zeker:
        yield "Let op", "De precieze ingangsdag van de release staat niet in onze bronnen."
    yield "Opmerking", a.opmerking
