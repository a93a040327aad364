"""A rule as a numbered paragraph: its question, its cases as leden, and what was clarified about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.document.records import Leden, Lid, Onderdeel, Sectie
from regioprotocol.document.source import Bron, dagen
from regioprotocol.model.afspraak import Afspraak
from regioprotocol.model.regel import Stand
from regioprotocol.parameterset.records import ElkeRegel
from regioprotocol.prose import Alinea, Stuk, Tabel, stukken
from regioprotocol.report.answer import zin_van
from regioprotocol.report.applies_to import geldt_voor
from regioprotocol.report.dutch import datum_kort, zin
from regioprotocol.resolve import Geval

IN_STRIJD: Final = "in strijd met landelijke regel"
ONTBREEKT: Final = "ontbreekt in bron"

_WIE: Final = {
    "iStandaarden": "landelijke regel (iStandaarden)",
    "standaardprotocol": "standaard administratieprotocol",
    "regio": "regio",
    "gemeente": "gemeente",
}
# More leden than this read better as a table.
_MEESTE_LEDEN: Final = 9


def regel_sectie(bron: Bron, naam: str, nummer: str) -> Sectie:
    """Give the paragraph of a rule."""
    regel = bron.index.regels[naam]
    leden = leden_van(bron, naam)
    delen: list[Onderdeel] = [
        Alinea((Stuk(tekst=regel.vraag, schuin=True), *stukken(" "), Stuk(tekst=naam, code=True))),
        _als_tabel(leden) if len(leden) > _MEESTE_LEDEN else Leden(leden),
    ]
    return Sectie(nummer=nummer, titel=regel.titel, regel=naam, onderdelen=tuple(delen))


def leden_van(bron: Bron, naam: str) -> tuple[Lid, ...]:
    """Give the leden of a rule: its cases as they are tried, then what was clarified in words."""
    regel = bron.index.regels[naam]
    gevallen = bron.gevallen(naam)
    woorden = bron.snapshot.verduidelijkingen.get(naam, ())
    klaar = [_lid(bron, regel, geval, nummer) for nummer, geval in enumerate(gevallen, 1)]
    klaar += [_verduidelijking(bron, afspraak, nummer) for nummer, afspraak in enumerate(woorden, len(klaar) + 1)]
    return tuple(klaar)


def _lid(bron: Bron, regel: ElkeRegel, geval: Geval, nummer: int) -> Lid:
    a = geval.afspraak
    record = next(g for g in regel.gevallen if g.geval == geval.id)
    sterker = bron.tegen(geval)
    merk = IN_STRIJD if sterker else ""
    if isinstance(a.inhoud, Stand) and a.inhoud.stand == ONTBREEKT:
        merk = ONTBREEKT
    return Lid(
        nummer=nummer,
        voor=_voor(bron, geval),
        zin=zin_van(bron.index, regel, record),
        toelichting=tuple((kop, tekst) for kop, tekst in _toelichting(bron, geval, sterker) if tekst),
        merk=merk,
        herkomst=_herkomst(bron, geval),
    )


def _voor(bron: Bron, geval: Geval) -> str:
    wanneer = dagen(geval, bron.op) if bron.wisselt(geval) else ""
    return ", ".join(filter(None, (bron.wie(geval), wanneer)))


def _toelichting(bron: Bron, geval: Geval, sterker: Geval | None) -> Iterator[tuple[str, str]]:
    a = geval.afspraak
    if sterker:
        bronnen = ", ".join(sterker.afspraak.bron)
        yield "Let op", f"Een bindende landelijke regel gaat voor ({bronnen}). Dit lid wordt daarom niet toegepast."
    if a.telt_op:
        yield "", "Dit komt bij wat in de volgende leden staat."
    yield "", a.toelichting
    yield "Reden", a.reden
    yield "Besluit", a.besluit
    if a.erkend:
        yield "Erkend tot en met", f"{datum_kort(a.erkend.tot)}. {a.erkend.reden}"
    if not geval.zeker:
        yield "Let op", "De precieze ingangsdag van de release staat niet in onze bronnen."
    if geval.regionaal or bron.op < (geval.periode.begin or bron.op):
        yield "Opmerking", a.opmerking


def _herkomst(bron: Bron, geval: Geval) -> str:
    a = geval.afspraak
    wie = _WIE[a.laag]
    if geval.regionaal:
        wie = f"{a.soort} van de {a.laag}"
    elif not geval.rang[0]:
        wie = f"{wie}, bindend"
    wanneer = dagen(geval, bron.op)
    # The standard as its own source says nothing.
    bronnen = (tekst for tekst in a.bron if tekst.casefold() not in wie.casefold())
    return _samen(wie, f"geldt {wanneer}" if wanneer else "", *bronnen)


def _verduidelijking(bron: Bron, afspraak: Afspraak, nummer: int) -> Lid:
    return Lid(
        nummer=nummer,
        voor=geldt_voor(bron.index, ((v.sleutel, v.waarden) for v in afspraak.als)),
        zin=afspraak.tekst,
        toelichting=(("Opmerking", afspraak.opmerking),) if afspraak.opmerking else (),
        herkomst=_samen(f"verduidelijking van de {afspraak.laag}", "; ".join(afspraak.bron)),
    )


def _samen(*delen: str) -> str:
    return zin("; ".join(filter(None, delen)))


def _als_tabel(leden: tuple[Lid, ...]) -> Tabel:
    kop = tuple(stukken(tekst) for tekst in ("Lid", "Geldt voor", "Wat geldt", "Wie bepaalt dit"))
    rijen = tuple(
        (
            stukken(str(lid.nummer)),
            stukken(zin(lid.voor) or "Iedereen"),
            tuple(_wat_geldt(lid)),
            stukken(lid.herkomst),
        )
        for lid in leden
    )
    return Tabel(kop, rijen, (1, 6, 9, 6))


def _wat_geldt(lid: Lid) -> Iterator[Stuk]:
    if lid.merk:
        yield Stuk(tekst=f"{zin(lid.merk)}. ", vet=True)
    yield Stuk(tekst=lid.zin)
    for kop, tekst in lid.toelichting:
        if tekst:
            yield Stuk(tekst=f" {kop}: {tekst}" if kop else f" {tekst}")
