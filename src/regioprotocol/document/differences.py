"""The tables in short: what differs from the standard, what conflicts, what is missing, and every term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from regioprotocol.document.records import Onderdeel
from regioprotocol.document.source import Bron, dagen
from regioprotocol.document.tables import tabel, verwijzing
from regioprotocol.model.regel import Soortwaarde, Stand
from regioprotocol.parameterset import zoek
from regioprotocol.parameterset.lookup import uitkomst
from regioprotocol.prose import Alinea, Stuk, stukken
from regioprotocol.prose.blocks import Regeltekst
from regioprotocol.report.answer import in_woorden
from regioprotocol.report.dutch import zin
from regioprotocol.resolve import Geval

_GEEN = ("geen antwoord", "geen afspraak")
# A table that must be read at a glance has no room for more letters.
_LANGSTE_WAARDE: Final = 130
_OPEN = ("ontbreekt in bron", "af te spreken", "gemeente kiest")


def anders_dan_landelijk(bron: Bron, nummers: Mapping[str, str], soorten: tuple[str, ...]) -> Iterator[Onderdeel]:
    """Give what the region and its municipalities agreed, beside what the standard says for the same people."""
    landelijk = "afwijking" in soorten
    rijen: list[tuple[Regeltekst | str, ...]] = []
    for geval in _eigen(bron, nummers):
        a = geval.afspraak
        if a.soort in soorten:
            midden = (_standaard(bron, geval),) if landelijk else ()
            soort = f"{zin(a.soort)} ({a.laag})" if a.laag == "gemeente" else zin(a.soort)
            waar = "; ".join(filter(None, (soort if landelijk else "", dagen(geval, bron.op), *a.bron)))
            rijen.append(
                (verwijzing(nummers[a.regel]), _onderwerp(bron, geval), *midden, _kort(bron, geval, nummers), zin(waar))
            )
    kop = (
        "Nummer",
        "Onderwerp",
        *(("Landelijk",) if landelijk else ()),
        "In deze regio",
        "Soort en bron" if landelijk else "Vanaf wanneer en bron",
    )
    breedtes = (4, 9, 7, 7, 8) if landelijk else (4, 11, 11, 9)
    yield tabel(kop, rijen, breedtes, leeg="De regio heeft hierover niets afgesproken.")


def strijdig(bron: Bron, nummers: Mapping[str, str]) -> Iterator[Onderdeel]:
    """Give what the region says against a binding national rule, which then goes first."""
    rijen: list[tuple[Regeltekst | str, ...]] = []
    for geval in _eigen(bron, nummers):
        if sterker := bron.tegen(geval):
            bronnen = "; ".join(sterker.afspraak.bron)
            rijen.append(
                (
                    verwijzing(nummers[geval.afspraak.regel]),
                    _onderwerp(bron, geval),
                    f"{_waarde(bron, geval)} ({'; '.join(geval.afspraak.bron)})",
                    f"{_waarde(bron, sterker)} ({bronnen})",
                )
            )
    if not rijen:
        yield Alinea(stukken("Geen enkele afspraak van de regio is in strijd met een bindende landelijke regel."))
        return
    yield Alinea(
        stukken(
            "Deze afspraken staan in het protocol van de regio, maar zijn in strijd met een landelijke regel. De "
            "landelijke regel gaat voor. De afspraak wordt niet toegepast."
        )
    )
    yield tabel(("Nummer", "Onderwerp", "De regio schrijft", "Landelijk geldt"), rijen, (4, 9, 8, 8))


def gaten(bron: Bron, nummers: Mapping[str, str]) -> Iterator[Onderdeel]:
    """Give what a source names without its contents, and what still has to be agreed or chosen."""
    rijen = [
        (
            verwijzing(nummers[geval.afspraak.regel]),
            _onderwerp(bron, geval),
            zin(inhoud.stand),
            "; ".join(geval.afspraak.bron),
        )
        for geval in _eigen(bron, nummers)
        if isinstance(inhoud := geval.afspraak.inhoud, Stand) and inhoud.stand in _OPEN
    ]
    yield tabel(
        ("Nummer", "Onderwerp", "Wat er ontbreekt", "Bron"),
        rijen,
        (4, 11, 6, 8),
        leeg="Er ontbreekt niets, en er staat niets open.",
    )


def termijnen(bron: Bron, nummers: Mapping[str, str]) -> Iterator[Onderdeel]:
    """Give every term: who, for whom, how long and after what."""
    rijen: list[tuple[Regeltekst | str, ...]] = []
    for naam, nummer in nummers.items():
        if bron.snapshot.regels[naam].soort is not Soortwaarde.TERMIJN:
            continue
        regel = bron.snapshot.regels[naam]
        for plek, geval in enumerate(bron.gevallen(naam)):
            eerste = plek == 0
            rijen.append(
                (
                    verwijzing(nummer) if eerste else "",
                    (regel.titel + (f" ({regel.actor})" if regel.actor else "")) if eerste else "",
                    zin(bron.wie(geval, iedereen="iedereen")),
                    _hier(bron, geval),
                    zin("; ".join(filter(None, (geval.afspraak.laag, dagen(geval, bron.op))))),
                )
            )
    kop = ("Nummer", "Termijn (en wie)", "Geldt voor", "Hoe lang", "Wie bepaalt dit")
    yield tabel(kop, rijen, (4, 8, 8, 8, 6))


def _eigen(bron: Bron, nummers: Mapping[str, str]) -> Iterator[Geval]:
    yield from (geval for naam in nummers for geval in bron.gevallen(naam) if geval.regionaal)


def _onderwerp(bron: Bron, geval: Geval) -> Regeltekst:
    titel = bron.snapshot.regels[geval.afspraak.regel].titel
    voor = bron.voor(geval)
    return (Stuk(tekst=titel), *((Stuk(tekst=f". {zin(voor)}", schuin=True),) if voor else ()))


def _hier(bron: Bron, geval: Geval) -> Regeltekst:
    merk = (Stuk(tekst=" (in strijd met landelijke regel)", vet=True),) if bron.tegen(geval) else ()
    return (Stuk(tekst=_waarde(bron, geval)), *merk)


def _kort(bron: Bron, geval: Geval, nummers: Mapping[str, str]) -> Regeltekst:
    """Give the value; of a long list the beginning, and where the rest stands."""
    waarde, *merk = _hier(bron, geval)
    if len(waarde.tekst) <= _LANGSTE_WAARDE:
        return (waarde, *merk)
    begin = waarde.tekst[:_LANGSTE_WAARDE].rpartition(" ")[0].rstrip(",;")
    return (
        Stuk(tekst=f"{begin} … (de rest staat bij "),
        *verwijzing(nummers[geval.afspraak.regel]),
        Stuk(tekst=")"),
        *merk,
    )


def _waarde(bron: Bron, geval: Geval) -> str:
    regel = bron.index.regels[geval.afspraak.regel]
    record = next(g for g in regel.gevallen if g.geval == geval.id)
    return in_woorden(bron.index, regel, uitkomst([record]))


def _standaard(bron: Bron, geval: Geval) -> str:
    """Give what holds for the same people on the same day without the region."""
    regel = geval.afspraak.regel
    if regel not in bron.standaard.regels:
        return "niets"
    feiten = {**bron.vaste_feiten, **{v.sleutel: frozenset(v.waarden) for v in geval.als}}
    dag = max(bron.op, geval.periode.begin or bron.op)
    gevonden = zoek(bron.standaard, regel, feiten, dag)
    if gevonden.stand in _GEEN:
        return "niets"
    return in_woorden(bron.standaard, bron.standaard.regels[regel], gevonden)
