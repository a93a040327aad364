"""The product codes of a region: a table that works without script, and the data with which a script filters it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Final

from msgspec import UNSET

from regioprotocol.pages import product_fields
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.layout import gegevens, pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels
from regioprotocol.parameterset.lookup import ONBEKEND, in_periode
from regioprotocol.parameterset.records import Correctie, Parameterset, Product, ProductTermijn, Tarief
from regioprotocol.parameterset.records import Deel as Productdeel
from regioprotocol.report.dutch import bedrag, vanaf_tot
from regioprotocol.tables.derived import per_minuut_van

TAB: Final = "productcodes/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariefregel:
    """A tariff in the history of a product: for whom, how much, when, and what stood there before it was corrected."""

    kenmerk: str
    bedrag: str
    wanneer: str
    was: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A product as a row: the words of its cells, what a script sorts by, and what opens below it.

    *nu*: it can be assigned on the day of the page. *sorteer*, *sorteer_minuut*: the tariffs as a number of cents, or
    -1. *sorteer_dag*: the first and the last day, as a computer writes them.
    """

    anker: str
    code: str
    naam: str
    wet: str
    categorie: str
    groepen: tuple[str, ...]
    toewijzen: str
    declareren: str
    tarief: tuple[str, ...]
    minuut: tuple[str, ...]
    geldig: str
    nu: bool
    sorteer: int
    sorteer_minuut: int
    sorteer_dag: str
    details: tuple[tuple[str, str], ...]
    tarieven: tuple[Tariefregel, ...]


def bestanden(_: Site, deel: Deel) -> Iterator[Bestand]:
    """Give the page with all products, and its data."""
    alle = rijen(deel)
    yield pagina(
        f"{deel.pad}{TAB}",
        "products.md",
        titel=f"Productcodes: {deel.titel}",
        omschrijving=f"Alle productcodes van {deel.titel}, met eenheid en tarief.",
        kruimels=kruimels(deel),
        scripts=["producten.js"],
        deel=deel,
        tabs=TABS,
        tab=TAB,
        rijen=alle,
        onbekend=sum(rij.code == ONBEKEND for rij in alle),
        zonder_tarief=sum(rij.tarief == (ONBEKEND,) for rij in alle),
        wetten=sorted({wet for rij in alle for wet in rij.wet.split(", ") if wet}),
        categorieen=sorted({rij.categorie for rij in alle}),
        groepen=sorted({groep for rij in alle for groep in rij.groepen}),
    )
    yield gegevens(f"data/{deel.naam}/producten.json", [asdict(rij) for rij in alle])
    betekenis = woorden(deel.parameterset)
    ankers = [rij.anker for rij in alle]
    yield product_fields.bestand(deel, ankers, betekenis.eenheden, betekenis.frequenties)


@dataclass(frozen=True, slots=True)
class Woorden:
    """What the codes of a row mean."""

    categorieen: Mapping[str, str]
    eenheden: Mapping[str, str]
    frequenties: Mapping[str, str]


def woorden(parameterset: Parameterset) -> Woorden:
    """Find the meanings in the code lists that the set names for these facts."""
    return Woorden(*(_betekenis(parameterset, wat) for wat in ("productcategorie", "eenheid", "frequentie")))


def _betekenis(parameterset: Parameterset, dimensie: str) -> Mapping[str, str]:
    lijsten = {naam for d in parameterset.dimensies if d.sleutel == dimensie for naam in d.codelijsten}
    codes = (code for lijst in parameterset.codelijsten if lijst.codelijst in lijsten for code in lijst.codes)
    # The meaning comes to stand between brackets itself.
    return {code.code: code.betekenis.lower().replace(" (", ", ").replace(")", "") for code in codes}


def rijen(deel: Deel) -> tuple[Rij, ...]:
    """Give a row for every product, in the order of the set."""
    ankers: dict[str, int] = {}
    betekenis = woorden(deel.parameterset)
    alle = deel.parameterset.producten
    opvolgers: dict[str, tuple[str, ...]] = {}
    for product in alle:
        for oud in product.vervangt:
            opvolgers[oud] = (*opvolgers.get(oud, ()), product.code)
    return tuple(_rij(deel, p, betekenis, _anker(p, ankers), opvolgers.get(p.code, ())) for p in alle)


def _anker(product: Product, gebruikt: dict[str, int]) -> str:
    """Give the address of a row: its code; a code that is unknown, or given twice, gets a number."""
    naam = anchor(product.naam if product.code == ONBEKEND else product.code) or "product"
    gebruikt[naam] = gebruikt.get(naam, 0) + 1
    return naam if gebruikt[naam] == 1 else f"{naam}-{gebruikt[naam]}"


def _rij(deel: Deel, p: Product, betekenis: Woorden, anker: str, opvolgers: Iterable[str]) -> Rij:
    dag = deel.op.isoformat()
    nu = [tarief for tarief in p.tarieven if in_periode(tarief.vanaf, tarief.tot_en_met, dag)]
    minuten = [m for tarief in nu if (m := per_minuut_van(deel.index, p, tarief, deel.op))]
    return Rij(
        anker=anker,
        code=p.code,
        naam=p.naam,
        wet=", ".join(p.wet),
        categorie=_met_naam(p.categorie, betekenis.categorieen),
        groepen=p.groepen,
        toewijzen=_met_naam(p.eenheid, betekenis.eenheden),
        declareren=_met_naam(p.declaratie_eenheid, betekenis.eenheden),
        tarief=_tarief(p, nu),
        minuut=tuple(f"{bedrag(m.bedrag)}{f' ({m.kenmerk})' if m.kenmerk else ''}" for m in minuten),
        geldig=vanaf_tot(p.vanaf, p.tot_en_met, "altijd"),
        nu=in_periode(p.vanaf, p.tot_en_met, dag),
        sorteer=_centen(Decimal(nu[0].bedrag)) if nu else -1,
        sorteer_minuut=_centen(minuten[0].bedrag) if minuten else -1,
        sorteer_dag=f"{p.vanaf or ''}/{p.tot_en_met or '9999'}",
        details=tuple(_details(p, betekenis, opvolgers)),
        tarieven=tuple(_geschiedenis(p)),
    )


def _centen(euro: Decimal) -> int:
    return int(euro * 100)


def _met_naam(code: str, namen: Mapping[str, str]) -> str:
    return f"{code} ({namen[code]})" if code in namen else code


def _tarief(p: Product, nu: list[Tarief]) -> tuple[str, ...]:
    if p.tarief_stand != "bekend":
        return (ONBEKEND if p.tarief_stand == ONBEKEND else "geen vast tarief",)
    return tuple(f"{bedrag(Decimal(t.bedrag))}{_kenmerk(t)}" for t in nu) or ("nu geen tarief",)


def _kenmerk(tarief: Tarief) -> str:
    return f" ({tarief.kenmerk})" if isinstance(tarief.kenmerk, str) else ""


def _details(p: Product, betekenis: Woorden, opvolgers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give what opens below a row: only what the product has."""
    yield "Uitvoeringsvariant", p.variant
    vast = (
        ("Perceel", p.perceel),
        ("Productgroep", ", ".join(p.groepen)),
        ("Frequenties", ", ".join(_met_naam(f, betekenis.frequenties) for f in p.frequenties)),
        ("Declareren op lopende toewijzingen", vanaf_tot(UNSET, p.declareren_tot_en_met)),
        ("Hoogstens", UNSET if p.maximale_duur is UNSET else _duur(p.maximale_duur)),
        ("Per jaar", UNSET if p.maximum_per_jaar is UNSET else f"hoogstens {p.maximum_per_jaar} eenheden"),
        ("Valt onder", p.hoofdcode),
        *((f"Deel: {deel.naam}", _deel(deel)) for deel in p.delen),
        *((f"Samen met andere codes: {c.soort}", ", ".join(c.codes)) for c in p.combinaties),
        ("Wanneer declareren", p.declaratiemoment),
        ("Vervangt", ", ".join(p.vervangt)),
        ("Opgevolgd door", ", ".join(opvolgers)),
        ("Toelichting", p.toelichting),
        ("Bron", p.bron),
    )
    yield from ((naam, tekst) for naam, tekst in vast if isinstance(tekst, str) and tekst)


def _duur(termijn: ProductTermijn) -> str:
    return f"{termijn.tekst} {termijn.richting} {termijn.gebeurtenis}"


def _deel(deel: Productdeel) -> str:
    moment = f", te declareren bij {deel.moment}" if isinstance(deel.moment, str) else ""
    return f"{deel.aandeel}% van het tarief{moment}"


def _geschiedenis(p: Product) -> Iterator[Tariefregel]:
    for tarief in p.tarieven:
        correctie = tarief.correctie if isinstance(tarief.correctie, Correctie) else None
        yield Tariefregel(
            kenmerk=tarief.kenmerk if isinstance(tarief.kenmerk, str) else "",
            bedrag=bedrag(Decimal(tarief.bedrag)),
            wanneer=vanaf_tot(tarief.vanaf, tarief.tot_en_met, "altijd"),
            was=bedrag(Decimal(correctie.was)) if correctie else "",
            reden=correctie.reden if correctie else "",
        )
