"""Which fields are filled, and at which level a product is assigned (veld.gebruik, toewijzing.niveau)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.context import Berichtcontext, element_van
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.rules.parts import Productregel, productregels, staat_er
from regioprotocol.engine.rules.registry import Berichtregel
from regioprotocol.parameterset.lookup import waarden_van

NIVEAU: Final = "toewijzing.niveau"
VELD: Final = "veld.gebruik"
EINDDATUM: Final = "frequentie.einddatum"
VERPLICHT: Final = "verplicht"
LEEG: Final = "leeg"
_MET_BUDGET: Final = "met budget"
_OMVANG: Final = frozenset({"volume", "eenheid", "frequentie"})
# What the rule calls a field, and the fields of a record that belong to it.
VELDEN: Final = {
    "toewijzingsnummer": ("toewijzingnummer",),
    "beschikkingsnummer": ("beschikkingnummer",),
    "productcategorie": ("categorie",),
    "productcode": ("productcode",),
    "ingangsdatum": ("ingangsdatum", "gewenste_ingangsdatum"),
    "omvang": ("volume", "eenheid", "frequentie"),
    "volume": ("volume",),
    "eenheid": ("eenheid",),
    "frequentie": ("frequentie",),
    "budget": ("budget",),
}
_OMVANGELEMENT: Final = "Omvang"
_NIVEAUVELDEN: Final = ("productcategorie", "productcode")


def niveau(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a level that the region does not assign at (IV075 has three; toewijzing.niveau).

    A request without a code gets a finding about the empty field instead, when the set asks for that field.
    """
    for product in productregels(ctx):
        oordeel = _niveau(product)
        if oordeel is None or product.vraag(VELD, veld="productcode").waarde == VERPLICHT:
            continue
        yield ctx.meld(
            "RP984",
            product.deel,
            "productcode" if staat_er(product.deel, "categorie") else "",
            f"Dit product is {product.niveau}. Hier is alleen {_of(oordeel.waarden)} toegestaan.",
            regel=NIVEAU,
            retourcode="",
            gevonden=product.niveau,
            verwacht=_of(oordeel.waarden),
            wat_nu=f"Pas het product aan en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
            oordeel=oordeel,
        )


def velden(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Compare every field of a product with what the set says of it: filled, empty or free (IV075, TR411, TR412)."""
    for product in productregels(ctx):
        geen_omvang = not any(staat_er(product.deel, veld) for veld in _OMVANG)
        verkeerd_niveau = _niveau(product) is not None
        for veld, namen in VELDEN.items():
            eigen = [naam for naam in namen if hasattr(product.deel, naam)]
            if not eigen or (veld in _OMVANG and geen_omvang):
                continue
            oordeel = product.vraag(VELD, veld=veld)
            if verkeerd_niveau and veld in _NIVEAUVELDEN and oordeel.waarde != VERPLICHT:
                continue
            yield from _veld_klopt(ctx, product, veld, eigen, oordeel)


def einddatum(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Ask for an end date where the frequency or the field rule does (frequentie.einddatum, veld.gebruik)."""
    for product in productregels(ctx):
        if staat_er(product.deel, "einddatum"):
            continue
        budget = staat_er(product.deel, "budget")
        bij_frequentie = product.vraag(EINDDATUM, situatie=_MET_BUDGET if budget else None)
        bij_veld = product.vraag(VELD, veld="einddatum")
        if bij_frequentie.waarde == VERPLICHT and not bij_frequentie.mist:
            yield _ontbreekt(ctx, product, "einddatum", EINDDATUM, oordeel=bij_frequentie)
        elif bij_veld.waarde == VERPLICHT and not bij_veld.mist:
            yield _ontbreekt(ctx, product, "einddatum", VELD, oordeel=bij_veld)
        elif van_buiten := _kan_verplicht(ctx, bij_frequentie):
            yield ctx.meld(
                "RP932",
                product.deel,
                "einddatum",
                "Of hier een einddatum moet staan, is niet te beoordelen.",
                regel=EINDDATUM,
                retourcode="",
                hint=f"Dat moet als dit zo is: {'; '.join(van_buiten)}.",
                oordeel=bij_frequentie,
            )


def _niveau(product: Productregel) -> Oordeel | None:
    """Give what the set says when this level is certainly not one of its levels."""
    oordeel = product.vraag(NIVEAU)
    mag = not oordeel.waarden or product.niveau in oordeel.waarden or bool(oordeel.mist)
    return None if mag else oordeel


def _veld_klopt(
    ctx: Berichtcontext, product: Productregel, veld: str, namen: list[str], oordeel: Oordeel
) -> Iterator[Bevinding]:
    if oordeel.mist:
        return
    gevuld = [naam for naam in namen if staat_er(product.deel, naam)]
    if oordeel.waarde == VERPLICHT and not gevuld:
        yield _ontbreekt(ctx, product, namen[0] if len(namen) == 1 else "", VELD, oordeel=oordeel, veld=veld)
    elif oordeel.waarde == LEEG and gevuld:
        element = product.deel.element_van(gevuld[0]) if len(namen) == 1 else _OMVANGELEMENT
        yield ctx.meld(
            "RP934",
            product.deel,
            gevuld[0],
            f"{element} moet hier leeg blijven.",
            regel=VELD,
            retourcode="",
            verwacht="leeg",
            wat_nu=f"Haal {element} weg en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
            oordeel=oordeel,
        )


def _ontbreekt(
    ctx: Berichtcontext, product: Productregel, naam: str, regel: str, *, oordeel: Oordeel, veld: str = ""
) -> Bevinding:
    element = element_van(product.deel, naam) if naam else _OMVANGELEMENT
    reden = f" bij frequentie {product.frequentie}" if regel == EINDDATUM and product.frequentie else ""
    return ctx.meld(
        "RP934",
        product.deel,
        naam,
        f"{element} ontbreekt. Dit veld is hier verplicht{reden}.",
        regel=regel,
        retourcode="",
        gevonden="",
        verwacht=f"{veld or naam} gevuld",
        wat_nu=f"Vul {element} in en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
        oordeel=oordeel,
    )


def _kan_verplicht(ctx: Berichtcontext, oordeel: Oordeel) -> list[str]:
    """Give in words the facts from outside that would make the end date necessary."""
    kan = [g for g in oordeel.anders if VERPLICHT in waarden_van(g.geval)]
    return [ctx.naslag.omschrijving(feit) or feit for feit in ctx.naslag.van_buiten(kan)]


def _of(waarden: tuple[str, ...]) -> str:
    return opsomming(waarden, en="of")


_BERICHTEN: Final = ("301", "315", "317")
REGELS: Final = (
    Berichtregel((NIVEAU,), _BERICHTEN, niveau),
    Berichtregel((VELD,), _BERICHTEN, velden),
    Berichtregel((EINDDATUM, VELD), _BERICHTEN, einddatum),
)
