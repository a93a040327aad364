"""Entries: afspraken of a region or municipality, and the cases of the standard. One entry can be more cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from regioprotocol.assemble.conditions import Woorden
from regioprotocol.assemble.item import Item
from regioprotocol.assemble.values import lees_inhoud
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.model.afspraak import Afspraak, Als, Erkenning, Laag, SoortAfspraak, Voorwaarde
from regioprotocol.model.periode import Geldigheid
from regioprotocol.model.regel import Regel, Soortwaarde


@dataclass(frozen=True, slots=True)
class Standaarden:
    """What holds for every entry of a file unless the entry says otherwise (voor_dit_bestand)."""

    laag: Laag
    geldig: Geldigheid | None = None
    als: tuple[Als, ...] = ((),)
    bron: tuple[str, ...] = ()
    versie: str = ""
    gemeente: str = ""
    sleutels: Mapping[str, int] = field(default_factory=dict)


def lees_standaarden(bestand: Item, woorden: Woorden, laag: Laag) -> Standaarden:
    """Read the top of a file with afspraken."""
    gemeente = bestand.tekst("gemeente")
    bekend = woorden.bekend("gemeente") or frozenset()
    if gemeente and gemeente not in bekend:
        bestand.meld("RP202", "gemeente", f"Gemeente {gemeente} kennen we niet.", bedoelde_u(gemeente, bekend))
    blok = bestand.blok("voor_dit_bestand")
    if blok is None:
        return Standaarden(laag, gemeente=gemeente)
    als = woorden.lees(blok)
    sleutels = blok.plaatsen.sleutels
    return Standaarden(laag, blok.geldig(), als, blok.teksten("bron"), blok.tekst("versie"), gemeente, sleutels)


def lees_afspraken(
    item: Item, regels: Mapping[str, Regel], woorden: Woorden, standaarden: Standaarden, regel: str = ""
) -> Iterator[Afspraak]:
    """Give the entry, once for each of its alternatives under `als`. What cannot be read is a finding."""
    naam = regel or item.tekst("regel")
    record = regels.get(naam)
    if record is None:
        item.meld("RP201", "regel", f"De regel '{naam}' kennen we niet.", bedoelde_u(naam, regels))
        return
    soort = cast("SoortAfspraak", item.tekst("soort", "standaard"))
    if soort != "verduidelijking" and "tekst" in item:
        hint = "Schrijf 'soort: verduidelijking', of zet de tekst bij 'toelichting'."
        item.meld("RP116", "tekst", "Alleen een verduidelijking heeft een tekst.", hint)
    inhoud = None
    if soort != "verduidelijking":
        inhoud = lees_inhoud(item, record, woorden.woordenboek)
        if inhoud is None:
            return
    elif "tekst" not in item:
        item.meld("RP116", "regel", "Deze verduidelijking heeft geen tekst.", "Voeg 'tekst:' toe.")
        return
    elif extra := next((s for s in ("waarde", "termijn", "stand") if s in item), None):
        hint = f"Haal '{extra}' weg, of kies een andere soort: invulling, afwijking of aanvulling."
        item.meld("RP116", extra, "Een verduidelijking heeft alleen tekst, geen waarde.", hint)
        return
    afspraak = _maak(item, record, soort, standaarden)
    for als in woorden.lees(item):
        samen = {_samen(van_bestand, als, standaarden.gemeente): None for van_bestand in standaarden.als}
        yield from (replace(afspraak, inhoud=inhoud, als=alternatief) for alternatief in samen)


def _maak(item: Item, regel: Regel, soort: SoortAfspraak, standaarden: Standaarden) -> Afspraak:
    erkend = item.blok("erkend")
    tot = erkend.datum("tot") if erkend else None
    return Afspraak(
        regel=regel.naam,
        laag=standaarden.laag,
        soort=soort,
        inhoud=None,
        geldig=item.geldig() or standaarden.geldig or Geldigheid(),
        bron=item.teksten("bron") or standaarden.bron,
        dekt=item.teksten("dekt"),
        voorrang=int(item.tekst("voorrang", "0")),
        bindend=item.ja("bindend") or (regel.afwijkbaar == "nee" and standaarden.laag == "iStandaarden"),
        telt_op=regel.soort is Soortwaarde.LIJST and (item.ja("telt_op") or soort == "aanvulling"),
        tekst=item.tekst("tekst"),
        reden=item.tekst("reden"),
        besluit=item.tekst("besluit"),
        toelichting=item.tekst("toelichting"),
        opmerking=item.tekst("opmerking"),
        versie=item.tekst("versie") or standaarden.versie,
        beeindigd_in=item.tekst("beeindigd_in"),
        erkend=Erkenning(erkend.tekst("reden"), tot) if erkend and tot else None,
        gemeente=standaarden.gemeente,
        plaatsen=replace(item.plaatsen, bestand_sleutels=standaarden.sleutels),
    )


def _samen(van_bestand: Als, als: Als, gemeente: str) -> Als:
    """Add the conditions of the file; the entry's own condition on the same key goes before."""
    eigen = {voorwaarde.sleutel for voorwaarde in als}
    extra = [v for v in van_bestand if v.sleutel not in eigen]
    if gemeente and "gemeente" not in eigen:
        extra.append(Voorwaarde("gemeente", (gemeente,)))
    return tuple(sorted({*als, *extra}))
