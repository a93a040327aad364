"""Parts B and C: the chapters of the region with their rules, and every other rule by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from regioprotocol.document.records import Onderdeel, Sectie
from regioprotocol.document.rules import regel_sectie
from regioprotocol.document.source import Bron
from regioprotocol.model.werkwijze import Werkwijze
from regioprotocol.prose import Alinea, Blok, Kop, lees, platte_tekst, stukken
from regioprotocol.resolve import hoofdstuk_van, volgorde
from regioprotocol.resolve import hoofdstukken as onderwerpen


def hoofdstukken(bron: Bron) -> Iterator[Sectie]:
    """Give the chapters of the region, each with its prose and the rules that it covers."""
    per_hoofdstuk = _verdeeld(bron)
    for nummer, werkwijze in _genummerd(bron.gegevens.werkwijzen):
        blokken = _zonder_titel(lees(werkwijze.tekst, bron.aanhaler), werkwijze.titel)
        begin, secties = _in_secties(blokken, str(nummer))
        if regels := per_hoofdstuk.get(werkwijze.plaatsen.bestand):
            eigen_nummer = f"{nummer}.{len(secties) + 1}"
            rijen = tuple(regel_sectie(bron, naam, f"{eigen_nummer}.{plek}") for plek, naam in enumerate(regels, 1))
            secties = (*secties, Sectie(nummer=eigen_nummer, titel="Afspraken bij dit hoofdstuk", secties=rijen))
        onder = Alinea(stukken(f"Bron: {'; '.join(werkwijze.bron)}.", schuin=True))
        yield Sectie(nummer=str(nummer), titel=werkwijze.titel, onderdelen=(*begin, onder), secties=secties)


def andere_regels(bron: Bron) -> Iterator[Sectie]:
    """Give the rules that no chapter covers, by subject. The subjects keep their numbers when one is empty."""
    gehad = {naam for namen in _verdeeld(bron).values() for naam in namen}
    rest = [naam for naam in bron.snapshot.regels if naam not in gehad and bron.gevallen(naam)]
    rest.sort(key=lambda naam: volgorde(bron.snapshot, bron.snapshot.regels[naam]))
    for plek, hoofdstuk in enumerate(onderwerpen(bron.snapshot), 1):
        namen = [naam for naam in rest if hoofdstuk_van(bron.snapshot, naam) == hoofdstuk]
        if namen:
            secties = tuple(regel_sectie(bron, naam, f"C{plek}.{nummer}") for nummer, naam in enumerate(namen, 1))
            yield Sectie(nummer=f"C{plek}", titel=hoofdstuk.titel, secties=secties)


def _zonder_titel(blokken: tuple[Blok, ...], titel: str) -> tuple[Blok, ...]:
    """Leave out a first heading that only repeats the title of the chapter."""
    eerste = blokken[0] if blokken else None
    herhaalt = isinstance(eerste, Kop) and platte_tekst(eerste.stukken).strip() == titel.strip()
    return blokken[1:] if herhaalt else blokken


def _genummerd(werkwijzen: Iterable[Werkwijze]) -> list[tuple[int, Werkwijze]]:
    """Number chapters as the region does; when its numbers are not all different, by their order."""
    op_volgorde = sorted(werkwijzen, key=lambda w: (w.volgorde, w.plaatsen.bestand))
    nummers = [w.volgorde for w in op_volgorde]
    if len(set(nummers)) < len(nummers) or (nummers and nummers[0] < 1):
        return list(enumerate(op_volgorde, 1))
    return list(zip(nummers, op_volgorde, strict=True))


def _verdeeld(bron: Bron) -> dict[str, list[str]]:
    """Give the rules of every chapter, by its file: the one that covers most of what the region says about a rule.

    A chapter covers the statements that it names; when that tells nothing, the paragraphs that are its source.
    """
    verdeeld: dict[str, list[str]] = {}
    op_volgorde = [werkwijze for _, werkwijze in _genummerd(bron.gegevens.werkwijzen)]
    for naam in bron.snapshot.regels:
        gevallen = [geval.afspraak for geval in bron.gevallen(naam) if geval.regionaal]
        alles = (*gevallen, *bron.snapshot.verduidelijkingen.get(naam, ()))
        # What decides weighs more than what only explains.
        gedekt, ook_gedekt = ({alinea for afspraak in rij for alinea in afspraak.dekt} for rij in (gevallen, alles))
        bronnen = {tekst for afspraak in alles for tekst in afspraak.bron}
        gewichten = [
            (len(gedekt.intersection(w.dekt)), len(ook_gedekt.intersection(w.dekt)), len(bronnen.intersection(w.bron)))
            for w in op_volgorde
        ]
        zwaarste = max(gewichten, default=(0, 0, 0))
        if any(zwaarste):
            beste = op_volgorde[gewichten.index(zwaarste)]
            verdeeld.setdefault(beste.plaatsen.bestand, []).append(naam)
    return verdeeld


def _in_secties(blokken: Sequence[Blok], nummer: str) -> tuple[tuple[Onderdeel, ...], tuple[Sectie, ...]]:
    """Divide prose at its widest headings; give what comes before the first, and the numbered paragraphs."""
    niveau = min((blok.niveau for blok in blokken if isinstance(blok, Kop)), default=0)
    begin: list[Onderdeel] = []
    secties: list[Sectie] = []
    for is_kop, groep in groupby(_gekoppeld(blokken, niveau), key=lambda paar: paar[0]):
        if is_kop is None:
            begin += [blok for _, blok in groep]
            continue
        inhoud = [blok for _, blok in groep][1:]
        eigen_nummer = f"{nummer}.{len(secties) + 1}"
        onder, dieper = _in_secties(inhoud, eigen_nummer)
        titel = platte_tekst(is_kop[1].stukken)
        secties.append(Sectie(nummer=eigen_nummer, titel=titel, onderdelen=onder, secties=dieper))
    return tuple(begin), tuple(secties)


def _gekoppeld(blokken: Sequence[Blok], niveau: int) -> Iterator[tuple[tuple[int, Kop] | None, Blok]]:
    """Give each block with the heading that it stands under, and the place of that: two may have the same words."""
    onder: tuple[int, Kop] | None = None
    for plek, blok in enumerate(blokken):
        if isinstance(blok, Kop) and blok.niveau == niveau:
            onder = (plek, blok)
        yield onder, blok
