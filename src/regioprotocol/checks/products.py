"""RP4: product code tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from regioprotocol.checks.context import Context, meld
from regioprotocol.diagnostics import Melding, Verwant, bedoelde_u
from regioprotocol.model.afspraak import Voorwaarde
from regioprotocol.model.product import ONBEKEND, Product, Producttabel
from regioprotocol.model.regel import Lijst, Termijn, Woord
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.resolve import Snapshot

_CATEGORIE = 2
# The national rules that say which units and frequencies go together.
EENHEID = "declaratie.eenheid"
FREQUENTIE = "frequentie.gebruik"
DUUR = "toewijzing.maximale_duur"
WEEK = "2"
HEEL = 100
NIET_TOEGESTAAN = "niet toegestaan"


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """What is wrong with a combination of units and frequencies, for every product that has it."""

    code: str
    sleutel: str
    tekst: str
    hint: str
    verwant: tuple[Verwant, ...] = ()

    def bij(self, product: Product) -> Melding:
        """Make the finding at one product."""
        return meld(self.code, product.plaatsen.van(self.sleutel), self.tekst, self.hint, *self.verwant)


def producten(context: Context) -> Iterator[Melding]:
    """Check the table of every region."""
    woordenboek = context.werkmap.woordenboek
    bekend = {naam: frozenset(woordenboek.waarden_van(d)) for naam, d in woordenboek.dimensies.items()}
    omvang: dict[tuple[object, ...], tuple[Bezwaar, ...]] = {}
    for gegevens in context.werkmap.regios.values():
        if tabel := gegevens.producten:
            yield from _dubbel(tabel)
            codes = {product.code for product in tabel.producten}
            for product in tabel.producten:
                yield from _categorie(product, woordenboek)
                onbekend = list(_woorden(product, woordenboek, bekend))
                yield from onbekend
                yield from _tarieven(product, tabel.status)
                if not onbekend:
                    yield from (b.bij(product) for b in _bezwaren(product, context, omvang))
                yield from _delen(product)
                if tabel.status == "definitief":
                    yield from _per_week(product, context.snapshots[gegevens.regio.naam])
                yield from _verwijzingen(product, codes)


def _verwijzingen(product: Product, codes: set[str]) -> Iterator[Melding]:
    """Every code that a row names must be a row too."""
    genoemd = {
        "vervangt": product.vervangt,
        "hoofdcode": tuple(filter(None, (product.hoofdcode,))),
        "delen": tuple(deel.code for deel in product.delen if deel.code),
        "combinaties": tuple(code for combinatie in product.combinaties for code in combinatie.codes),
    }
    for sleutel, anderen in genoemd.items():
        for ander in anderen:
            if ander not in codes:
                tekst = f"Code {ander}, die bij {product.code} staat onder '{sleutel}', is er niet in deze tabel."
                yield meld("RP408", product.plaatsen.van(sleutel, "code"), tekst, bedoelde_u(ander, codes, hoogstens=0))


def _delen(product: Product) -> Iterator[Melding]:
    som = sum(deel.aandeel for deel in product.delen)
    if product.delen and som != HEEL:
        yield meld("RP410", product.plaatsen.van("delen"), f"De delen van {product.code} zijn samen {som}%.")


def _per_week(product: Product, snapshot: Snapshot) -> Iterator[Melding]:
    """An assignment per week needs an end date: from the product, or from an afspraak of the region."""
    if WEEK not in product.frequenties or product.maximale_duur:
        return
    eindes = [g for g in snapshot.gevallen.get(DUUR, ()) if isinstance(g.afspraak.inhoud, Termijn)]
    wie = [(Voorwaarde("product", (product.code,)), Voorwaarde("wet", (wet,))) for wet in product.wet]
    if not all(any(snapshot.gevolgen.impliceert(als, g.als) for g in eindes) for als in wie):
        tekst = f"Product {product.code} kan per week worden toegewezen, maar er volgt geen einddatum uit."
        yield meld("RP409", product.plaatsen.van("frequenties"), tekst)


def _dubbel(tabel: Producttabel) -> Iterator[Melding]:
    per_code: dict[str, list[Product]] = {}
    for product in tabel.producten:
        if product.code != ONBEKEND:
            per_code.setdefault(product.code, []).append(product)
    for code, rijen in per_code.items():
        for a, b in combinations(rijen, 2):
            if a.periode.doorsnede(b.periode):
                verwant = Verwant(a.plaatsen.van("code"), "Hier staat de eerste.")
                tekst = f"Code {code} staat er twee keer voor dezelfde dagen."
                yield meld("RP403", b.plaatsen.van("code"), tekst, "", verwant)


def _categorie(product: Product, woordenboek: Woordenboek) -> Iterator[Melding]:
    if ONBEKEND in {product.categorie, product.code}:
        return
    if product.code[:_CATEGORIE] != product.categorie:
        tekst = f"Code {product.code} begint niet met de categorie {product.categorie}."
        yield meld("RP401", product.plaatsen.van("categorie"), tekst)
    dimensie = woordenboek.dimensies.get("productcategorie")
    lijsten = (
        [woordenboek.codelijsten[n] for n in dimensie.codelijsten if n in woordenboek.codelijsten] if dimensie else []
    )
    wetten = {wet for lijst in lijsten if product.categorie in lijst.codes for wet in lijst.wetten}
    if not wetten & set(product.wet):
        tekst = f"Categorie {product.categorie} hoort niet bij {' en '.join(product.wet)}."
        yield meld("RP402", product.plaatsen.van("categorie"), tekst)


def _woorden(
    product: Product, woordenboek: Woordenboek, waarden_van: Mapping[str, frozenset[str]]
) -> Iterator[Melding]:
    """Every word in a row must be one of the vocabulary."""
    anders = () if product.declaratie_eenheid == product.eenheid else (product.declaratie_eenheid,)
    vragen: Mapping[str, tuple[str, tuple[str, ...]]] = {
        "eenheid": ("eenheid", (product.eenheid,)),
        "declaratie_eenheid": ("eenheid", anders),
        "frequenties": ("frequentie", product.frequenties),
        "variant": ("uitvoeringsvariant", (product.variant,)),
        "groepen": ("productgroep", product.groepen),
    }
    for sleutel, (naam, waarden) in vragen.items():
        bekend = waarden_van.get(naam, frozenset())
        for waarde in waarden:
            if waarde not in bekend and waarde != ONBEKEND:
                dimensie = woordenboek.dimensies.get(naam)
                code = "RP107" if dimensie and dimensie.codelijsten else "RP106"
                tekst = f"'{waarde}' kennen we niet bij {naam}."
                yield meld(code, product.plaatsen.van(sleutel, "code"), tekst, bedoelde_u(waarde, bekend))


def _bezwaren(
    product: Product, context: Context, bekend: dict[tuple[object, ...], tuple[Bezwaar, ...]]
) -> tuple[Bezwaar, ...]:
    """Look a combination up once: a table has thousands of products and a few dozen combinations."""
    dag = product.periode.begin or context.vandaag
    sleutel = (product.eenheid, product.declaratie_eenheid, product.variant, product.frequenties, dag)
    if sleutel not in bekend:
        bekend[sleutel] = tuple(_omvang(product, context.snapshots["standaard"], dag))
    return bekend[sleutel]


def _omvang(product: Product, standaard: Snapshot, dag: date) -> Iterator[Bezwaar]:
    """Units and frequencies must be a pair that the standard allows (TR341, the variants of assignment)."""
    feiten = {"eenheid": product.eenheid, "uitvoeringsvariant": product.variant, "niveau": "specifiek"}
    geval = standaard.eerste(EENHEID, feiten, dag)
    mag = geval.afspraak.inhoud.items if geval and isinstance(geval.afspraak.inhoud, Lijst) else ()
    if mag and product.declaratie_eenheid not in (*mag, ONBEKEND):
        tekst = f"Toegewezen in eenheid {product.eenheid}, dan kunt u niet declareren in {product.declaratie_eenheid}."
        yield Bezwaar("RP406", "declaratie_eenheid", tekst, f"Kies: {' of '.join(mag)}.")
    for frequentie in product.frequenties if product.eenheid != ONBEKEND else ():
        geval = standaard.eerste(FREQUENTIE, {**feiten, "frequentie": frequentie}, dag)
        if geval and geval.afspraak.inhoud == Woord(NIET_TOEGESTAAN):
            tekst = f"Frequentie {frequentie} mag niet bij eenheid {product.eenheid} en variant {product.variant}."
            verwant = Verwant(geval.afspraak.plaatsen.van("waarde"), "Hier staat de landelijke regel.")
            yield Bezwaar("RP407", "frequenties", tekst, "", (verwant,))


def _tarieven(product: Product, status: str) -> Iterator[Melding]:
    if status == "definitief":
        for sleutel, mist in (
            ("code", product.code == ONBEKEND),
            ("tarief", product.tarief_stand == ONBEKEND),
        ):
            if mist:
                tekst = f"Bij '{product.naam}' is {'de code' if sleutel == 'code' else 'het tarief'} onbekend."
                yield meld("RP404", product.plaatsen.van(sleutel), tekst)
    for a, b in combinations(product.tarieven, 2):
        if a.kenmerk == b.kenmerk and a.periode.doorsnede(b.periode):
            verwant = Verwant(a.plaatsen.van("bedrag"), "Hier staat het andere tarief.")
            tekst = f"Code {product.code} heeft twee tarieven voor dezelfde dagen."
            yield meld("RP403", b.plaatsen.van("bedrag"), tekst, "", verwant)
