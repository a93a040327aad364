"""The snapshot of one region: the cases of every rule, in order, with their days and their origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from regioprotocol.model.afspraak import LAGEN, LANDELIJK, Afspraak, Als
from regioprotocol.model.periode import Periode, bepaal
from regioprotocol.model.regel import Regel
from regioprotocol.model.regio import Regio, Versie
from regioprotocol.model.werkmap import Regiogegevens, Werkmap
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.resolve.inference import Gevolgen


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """A case: an afspraak with its days. *zeker* is False when a day is only known as a bound."""

    id: str
    afspraak: Afspraak
    periode: Periode
    zeker: bool

    @property
    def als(self) -> Als:
        """Give the conditions."""
        return self.afspraak.als

    @property
    def regionaal(self) -> bool:
        """Tell whether a region or a municipality said it."""
        return self.afspraak.laag not in LANDELIJK

    @property
    def rang(self) -> tuple[bool, int, int]:
        """Give the rank: binding national cases first, then the layer, then voorrang (high first)."""
        a = self.afspraak
        bindend = a.bindend and not self.regionaal
        return (not bindend, LAGEN.index(a.laag), -a.voorrang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What holds in one region (None: the standard alone), with what was overruled still there."""

    woordenboek: Woordenboek
    gegevens: Regiogegevens | None
    regels: Mapping[str, Regel]
    gevallen: Mapping[str, tuple[Geval, ...]]
    verduidelijkingen: Mapping[str, tuple[Afspraak, ...]]
    gevolgen: Gevolgen
    stand: date | None = None

    @property
    def versies(self) -> tuple[Versie, ...]:
        """Give the versions that were known by the stand; all of them without one."""
        alle = self.regio.versies if self.regio else ()
        if self.stand is None:
            return alle
        return tuple(v for v in alle if v.bekend_vanaf and v.bekend_vanaf <= self.stand)

    @property
    def regio(self) -> Regio | None:
        """Give the region, if there is one."""
        return self.gegevens.regio if self.gegevens else None

    def geval(self, regel: str, naam: str) -> Geval | None:
        """Give a case by its id."""
        return next((geval for geval in self.gevallen.get(regel, ()) if geval.id == naam), None)

    def kunnen(self, regel: str, op: date) -> tuple[Geval, ...]:
        """Give the cases that can hold here on a day or later, in the order in which they are tried.

        What ended before the day is history. A national case of a variant that the region does not have, or one
        behind cases that always answer first, can never hold; what the region itself says always stays visible.
        """
        vanaf_nu, vast = Periode(op), self.regio.standaardfeiten if self.regio else ()
        klaar: list[Geval] = []
        for geval in self.gevallen.get(regel, ()):
            rest = geval.periode.doorsnede(vanaf_nu)
            if rest is None:
                continue
            eerder = [g.periode for g in klaar if not g.afspraak.telt_op and self.gevolgen.impliceert(geval.als, g.als)]
            if geval.regionaal or (self.gevolgen.samen(geval.als, vast) and rest.zonder(eerder)):
                klaar.append(geval)
        return tuple(klaar)

    def eerste(self, regel: str, feiten: Mapping[str, str], dag: date) -> Geval | None:
        """Give the first case that these facts meet on a day, as they stand: nothing is completed or added up."""
        for geval in self.gevallen.get(regel, ()):
            if dag in geval.periode and all(feiten.get(v.sleutel) in v.waarden for v in geval.als):
                return geval
        return None


def resolve(werkmap: Werkmap, regio: str | None = None, stand: date | None = None) -> Snapshot:
    """Give the snapshot of a region, or of the standard (None).

    *stand*: only what had been adopted by that day counts. Raises OnbekendeReleaseError and ValueError
    for periods that the checks would have refused.
    """
    gegevens = werkmap.regios[regio] if regio else None
    regels = werkmap.regels_van(regio)
    producten = gegevens.producten.producten if gegevens and gegevens.producten else ()
    gevolgen = Gevolgen.van(werkmap.woordenboek, producten)
    afspraken = [*werkmap.landelijk, *(_tot_stand(gegevens, stand) if gegevens else ())]
    per_regel: dict[str, list[Geval]] = {}
    woorden: dict[str, list[Afspraak]] = {}
    vast = gegevens.regio.vaste_release if gegevens else None
    for afspraak in afspraken:
        if afspraak.inhoud is None:
            woorden.setdefault(afspraak.regel, []).append(afspraak)
        elif geval := _geval(afspraak, regels[afspraak.regel], werkmap.woordenboek, vast):
            per_regel.setdefault(afspraak.regel, []).append(geval)
    return Snapshot(
        woordenboek=werkmap.woordenboek,
        gegevens=gegevens,
        regels=regels,
        gevallen={naam: _benoem(naam, orden(gevallen, gevolgen)) for naam, gevallen in sorted(per_regel.items())},
        verduidelijkingen={naam: tuple(rij) for naam, rij in sorted(woorden.items())},
        gevolgen=gevolgen,
        stand=stand,
    )


def _tot_stand(gegevens: Regiogegevens, stand: date | None) -> Iterator[Afspraak]:
    """Leave out what was adopted later, and the ends that a later version brought."""
    if stand is None:
        yield from gegevens.afspraken
        return
    later = {v.nummer for v in gegevens.regio.versies if v.bekend_vanaf is None or v.bekend_vanaf > stand}
    for afspraak in gegevens.afspraken:
        if afspraak.versie in later:
            continue
        if afspraak.beeindigd_in in later:
            open_einde = replace(afspraak.geldig, tot_en_met=None, tot_en_met_release=None)
            yield replace(afspraak, geldig=open_einde)
        else:
            yield afspraak


def _geval(afspraak: Afspraak, regel: Regel, woordenboek: Woordenboek, vast: str | None) -> Geval | None:
    """Give the case, clipped by the life of its rule; None when no day is left."""
    leven, _ = bepaal(regel.geldig, woordenboek.releases, vast)
    periode, zeker = bepaal(afspraak.geldig, woordenboek.releases, vast)
    geknipt = leven and periode and periode.doorsnede(leven)
    return Geval(id="", afspraak=afspraak, periode=geknipt, zeker=zeker) if geknipt else None


def orden(gevallen: Iterable[Geval], gevolgen: Gevolgen) -> list[Geval]:
    """Order the cases: by rank; within a rank the more specific first; then by text, so never by luck."""
    rest = sorted(gevallen, key=lambda g: (g.rang, -len(gevolgen.sluit(g.als)), _sleutel(g)))
    klaar: list[Geval] = []
    while rest:
        rang = rest[0].rang
        groep = [g for g in rest if g.rang == rang]
        rest = rest[len(groep) :]
        while groep:
            eerst = next(g for g in groep if not any(gevolgen.strikter(h.als, g.als) for h in groep if h is not g))
            groep.remove(eerst)
            klaar.append(eerst)
    return klaar


def _sleutel(geval: Geval) -> tuple[str, str, str]:
    return (_als_tekst(geval.als), str(geval.periode), repr(geval.afspraak.inhoud))


def _als_tekst(als: Als) -> str:
    return "&".join(f"{v.sleutel}={','.join(v.waarden)}" for v in als) or "altijd"


def _benoem(regel: str, gevallen: Iterable[Geval]) -> tuple[Geval, ...]:
    """Give each case its id: what it is, not where it stands, so that it survives a change of order."""
    gebruikt: dict[str, int] = {}
    benoemd: list[Geval] = []
    for geval in gevallen:
        begin = f"/{geval.periode.begin}" if geval.periode.begin else ""
        naam = f"{regel}/{geval.afspraak.laag}/{_als_tekst(geval.als)}{begin}"
        gebruikt[naam] = gebruikt.get(naam, 0) + 1
        if gebruikt[naam] > 1:
            naam = f"{naam}#{gebruikt[naam]}"
        benoemd.append(replace(geval, id=naam))
    return tuple(benoemd)
