"""The annexes: routes step by step, the product code table, and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from regioprotocol.document.records import Kader, Onderdeel, Ondertekening, Sectie
from regioprotocol.document.source import Bron
from regioprotocol.document.tables import Cel, tabel
from regioprotocol.model.product import ONBEKEND
from regioprotocol.model.werkwijze import Route, Stap
from regioprotocol.model.woordenboek import Document
from regioprotocol.parameterset import zoek
from regioprotocol.parameterset.records import Product, Tarief
from regioprotocol.prose import Alinea, Stuk, stukken
from regioprotocol.report.answer import waarde_in_woorden
from regioprotocol.report.applies_to import geldt_voor, uit_codelijst
from regioprotocol.report.dutch import bedrag, datum_kort, vanaf_tot, zin


def ondertekening(bron: Bron) -> Sectie:
    """Give the page to sign: a line for every municipality that takes part, and one for the provider."""
    namen = dict.fromkeys(deel.naam for deel in bron.index.parameterset.deelname)
    tekst = (
        "Partijen verklaren dat dit protocol, met de bijlagen, hoort bij de overeenkomst die zij sloten. "
        "Overeenkomst: kenmerk ______________________ van ______________________."
    )
    partijen = (*(f"Gemeente {naam}" for naam in namen), "Aanbieder")
    return Sectie(
        nummer="",
        titel="Ondertekening",
        onderdelen=(Alinea(stukken(tekst)), Ondertekening(partijen)),
        nieuwe_pagina=True,
    )


def bijlagen(bron: Bron) -> Iterator[Sectie]:
    """Give the annexes; their numbers stay when one of them is empty."""
    routes = tuple(_route(bron, route, f"Bijlage 1.{plek}") for plek, route in enumerate(bron.gegevens.routes, 1))
    leeg = () if routes else (Alinea(stukken("De regio heeft geen routes vastgelegd.")),)
    yield Sectie(nummer="Bijlage 1", titel="Routes", onderdelen=leeg, secties=routes, nieuwe_pagina=True)
    yield Sectie(
        nummer="Bijlage 2",
        titel="Productcodes",
        onderdelen=tuple(_producten(bron)),
        nieuwe_pagina=True,
        liggend=bool(bron.index.parameterset.producten),
    )
    yield Sectie(nummer="Bijlage 3", titel="Bronnen", secties=tuple(_bronnen(bron)), nieuwe_pagina=True)


def _route(bron: Bron, route: Route, nummer: str) -> Sectie:
    voor = geldt_voor(bron.index, ((v.sleutel, v.waarden) for v in route.als))
    delen: list[Onderdeel] = []
    if voor:
        delen.append(Alinea((Stuk(tekst="Geldt voor: ", vet=True), Stuk(tekst=f"{voor}."))))
    if route.ontbreekt:
        over = "Wat hier staat, komt uit andere delen van het document." if route.stappen else "Wij vullen niets in."
        delen.append(Kader("Ontbreekt in bron", f"De tekening van deze route zit niet bij het document. {over}"))
    if route.opmerking:
        delen.append(Alinea((Stuk(tekst="Opmerking: ", vet=True), Stuk(tekst=route.opmerking))))
    if route.stappen:
        kop = ("Stap", "Wie", "Doet", "Bericht", "Termijn of afspraak")
        delen.append(tabel(kop, [_stap(bron, nr, stap) for nr, stap in enumerate(route.stappen, 1)], (2, 4, 8, 3, 7)))
    delen.append(Alinea(stukken(f"Bron: {'; '.join(route.bron)}.", schuin=True)))
    return Sectie(nummer=nummer, titel=route.titel, onderdelen=tuple(delen))


def _stap(bron: Bron, nummer: int, stap: Stap) -> tuple[Cel, ...]:
    wie = bron.snapshot.woordenboek.actoren.get(stap.wie, stap.wie)
    doet = (Stuk(tekst=stap.doet), *((Stuk(tekst=" (ontbreekt in bron)", vet=True),) if stap.ontbreekt else ()))
    return str(nummer), zin(wie), doet, stap.bericht, _afspraak(bron, stap)


def _afspraak(bron: Bron, stap: Stap) -> str:
    if not stap.regel:
        return ""
    regel = bron.index.regels[stap.regel]
    gevonden = zoek(bron.index, stap.regel, {v.sleutel: frozenset(v.waarden) for v in stap.als}, bron.op)
    woorden = gevonden.stand
    if gevonden.stand == "waarde":
        woorden = ", ".join(waarde_in_woorden(bron.index, regel, gevonden))
    return f"{zin(woorden)} ({regel.titel})"


def _producten(bron: Bron) -> Iterator[Onderdeel]:
    producten = bron.index.parameterset.producten
    if not producten:
        yield Alinea(stukken("De regio heeft geen productcodetabel vastgelegd."))
        return
    if any(product.code == ONBEKEND for product in producten):
        tekst = "Van een of meer producten noemt de bron geen code, eenheid of tarief. Daar staat 'onbekend'."
        yield Kader("Ontbreekt in bron", tekst)
    gebruikt = sorted({frequentie for product in producten for frequentie in product.frequenties})
    uitleg = "; ".join(f"{code} is {_betekenis(bron, 'frequentie', code) or code}" for code in gebruikt)
    frequenties = f" Frequenties: {uitleg}." if uitleg else ""
    yield Alinea(stukken(f"Een tarief is per eenheid van de toewijzing, in euro.{frequenties}"))
    kop = ("Code", "Product", "Wet en variant", "Eenheid", "Freq.", "Tarief", "Nieuw toe te wijzen")
    yield tabel(kop, [_product(bron, product) for product in producten], (14, 34, 30, 21, 11, 38, 24))


def _product(bron: Bron, p: Product) -> tuple[Cel, ...]:
    eenheid = _code(bron, "eenheid", p.eenheid)
    if p.declaratie_eenheid != p.eenheid:
        eenheid = f"{eenheid}; declareren in {_code(bron, 'eenheid', p.declaratie_eenheid)}"
    toelichting = (Stuk(tekst=f" {p.toelichting}", schuin=True),) if isinstance(p.toelichting, str) else ()
    return (
        p.code,
        (Stuk(tekst=f"{p.naam}."), *toelichting) if toelichting else p.naam,
        f"{' en '.join(p.wet)}, {p.variant}",
        eenheid,
        ", ".join(p.frequenties) or ONBEKEND,
        "; ".join(_tarief(tarief) for tarief in p.tarieven) or _zonder_tarief(p),
        zin(vanaf_tot(p.vanaf, p.tot_en_met)) or "altijd",
    )


def _zonder_tarief(product: Product) -> str:
    return "geen: u declareert het bedrag zelf" if product.tarief_stand == "geen" else ONBEKEND


def _tarief(tarief: Tarief) -> str:
    kenmerk = f" ({tarief.kenmerk})" if isinstance(tarief.kenmerk, str) else ""
    dagen = vanaf_tot(tarief.vanaf, tarief.tot_en_met)
    return f"{bedrag(Decimal(tarief.bedrag))}{kenmerk}{f' {dagen}' if dagen else ''}"


def _betekenis(bron: Bron, sleutel: str, code: str) -> str:
    return uit_codelijst(bron.index, sleutel, code).lower()


def _code(bron: Bron, sleutel: str, code: str) -> str:
    woorden = _betekenis(bron, sleutel, code)
    return f"{woorden} ({code})" if woorden else code


def _bronnen(bron: Bron) -> Iterator[Sectie]:
    register = bron.regio.register
    kop = ("Document", "Titel", "Uitgever", "Datum", "Vindplaats")
    breedtes = (5, 9, 5, 4, 6)
    eigen = tabel(kop, [_document(d) for d in register.documenten], breedtes, leeg="Er zijn geen eigen documenten.")
    yield Sectie(nummer="Bijlage 3.1", titel="Documenten van de regio", onderdelen=(eigen,))
    genoemd = _genoemde_bronnen(bron)
    landelijk = [
        _document(d)
        for d in bron.snapshot.woordenboek.documenten.values()
        if d.heeft_controles or any(tekst == d.naam or tekst.startswith(f"{d.naam},") for tekst in genoemd)
    ]
    onderdelen = (tabel(kop, landelijk, breedtes),)
    yield Sectie(nummer="Bijlage 3.2", titel="Landelijke documenten", onderdelen=onderdelen)
    kernen = {alinea.id: alinea for alinea in register.alineas}
    weg = [
        (w.id, f"{kernen[w.id].document}, {kernen[w.id].paragraaf}", kernen[w.id].kern, w.reden)
        for w in register.weggelaten
        if w.id in kernen
    ]
    tekst = "Alles uit de documenten van de regio komt in dit protocol terug."
    over = tabel(("Alinea", "Waar", "Waarover", "Waarom niet"), weg, (3, 6, 9, 9), leeg=tekst)
    yield Sectie(nummer="Bijlage 3.3", titel="Niet overgenomen", onderdelen=(over,))


def _genoemde_bronnen(bron: Bron) -> set[str]:
    """Give every source that stands somewhere in this document."""
    gevallen = (geval for naam in bron.snapshot.regels for geval in bron.gevallen(naam))
    woorden = (afspraak for rij in bron.snapshot.verduidelijkingen.values() for afspraak in rij)
    gegevens = bron.gegevens
    return {
        *(tekst for geval in gevallen for tekst in geval.afspraak.bron),
        *(tekst for afspraak in woorden for tekst in afspraak.bron),
        *(tekst for werkwijze in gegevens.werkwijzen for tekst in werkwijze.bron),
        *(tekst for route in gegevens.routes for tekst in route.bron),
    }


def _document(document: Document) -> tuple[Cel, ...]:
    dag = datum_kort(document.datum) if document.datum else "onbekend"
    return document.naam, document.titel, document.uitgever, dag, document.vindplaats
