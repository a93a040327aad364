"""RP474: national code lists change. A product is checked against the list in force on each day of its period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from regioprotocol.checks.context import Context, meld
from regioprotocol.diagnostics import Melding, Verwant
from regioprotocol.model.periode import ALTIJD, Periode
from regioprotocol.model.product import Product
from regioprotocol.model.woordenboek import Code, Woordenboek

# The keys of a product whose values are national codes: the dimension that knows their lists, and what to call one.
_VELDEN: Final = (
    ("categorie", "productcategorie", "Categorie"),
    ("eenheid", "eenheid", "Eenheid"),
    ("declaratie_eenheid", "eenheid", "Eenheid"),
    ("frequenties", "frequentie", "Frequentie"),
)


@dataclass(frozen=True, slots=True)
class Landelijk:
    """A code as one national list has it, and the laws of that list."""

    lijst: str
    wetten: tuple[str, ...]
    code: Code


def codelijsten(context: Context) -> Iterator[Melding]:
    """Check that every category, unit and frequency holds on every day on which a product can be assigned."""
    tijdelijk = {naam: dict(_tijdelijk(context.werkmap.woordenboek, naam)) for _, naam, _ in _VELDEN}
    if not any(tijdelijk.values()):
        return
    for gegevens in context.werkmap.regios.values():
        for product in gegevens.producten.producten if gegevens.producten else ():
            for veld, dimensie, woord in _VELDEN:
                for waarde in _waarden(product, veld):
                    if codes := tijdelijk[dimensie].get(waarde):
                        wat = f"{woord} {waarde}"
                        yield from _dagen(product, veld, wat, codes, context.vandaag)


def _tijdelijk(woordenboek: Woordenboek, naam: str) -> Iterator[tuple[str, tuple[Landelijk, ...]]]:
    """Give the codes that do not hold on every day. Most lists have none, and then there is nothing to check."""
    dimensie = woordenboek.dimensies.get(naam)
    namen = dimensie.codelijsten if dimensie else ()
    lijsten = [woordenboek.codelijsten[n] for n in namen if n in woordenboek.codelijsten]
    for waarde in dict.fromkeys(code for lijst in lijsten for code in lijst.codes):
        in_lijsten = tuple(Landelijk(x.naam, x.wetten, x.codes[waarde]) for x in lijsten if waarde in x.codes)
        if any(x.code.periode != ALTIJD or x.code.vervallen for x in in_lijsten):
            yield waarde, in_lijsten


def _waarden(product: Product, veld: str) -> tuple[str, ...]:
    if veld == "declaratie_eenheid" and product.declaratie_eenheid == product.eenheid:
        return ()
    waarde: str | tuple[str, ...] = getattr(product, veld)
    return (waarde,) if isinstance(waarde, str) else waarde


def _dagen(product: Product, veld: str, wat: str, codes: Iterable[Landelijk], vandaag: date) -> Iterator[Melding]:
    """Give the days of the product on which the code did not hold yet, or no longer does."""
    eigen = [landelijk for landelijk in codes if set(landelijk.wetten) & set(product.wet)]
    perioden = [periode for landelijk in eigen if (periode := _periode(landelijk.code, vandaag))]
    mist = [stuk for stuk in product.periode.zonder(perioden) if stuk.begin or stuk == product.periode]
    if not eigen or not mist:
        return
    # An end that is still to come can be followed in time; a message on any other day is rejected.
    straks = {periode.einde for periode in perioden if periode.einde and periode.einde > vandaag}
    lijst, code, dagen = eigen[0].lijst, eigen[0].code, " en ".join(map(str, mist))
    tekst = f"{wat} staat niet in {lijst} op alle dagen van {product.code}. Het gaat om: {dagen}."
    verwant = Verwant(code.plaatsen.van("geldig", "vervallen", "code"), f"Hier staat {code.code} in {lijst}.")
    kind = "RP475" if all(stuk.begin in straks for stuk in mist) else "RP474"
    yield meld(kind, product.plaatsen.van(veld, "code"), tekst, "", verwant)


def _periode(code: Code, vandaag: date) -> Periode | None:
    """Give the days of a code. Nobody knows when a lapsed code without a last day ended: by now it has."""
    if code.vervallen and code.periode.einde is None:
        return code.periode.doorsnede(Periode(einde=vandaag))
    return code.periode
