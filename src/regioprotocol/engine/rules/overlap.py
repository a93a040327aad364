"""Products that stand in a message twice at the same time (TR302, TR386, TR410; OP259 by level)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import ToegewezenProduct
from regioprotocol.engine.rules.duplicates import inhoud
from regioprotocol.engine.rules.parts import ASPECIFIEK, GENERIEK, Productregel, productregels
from regioprotocol.engine.rules.products import TABEL, geldend
from regioprotocol.engine.rules.registry import Berichtregel
from regioprotocol.parameterset.records import Product

_REGELS: Final = {"301": "TR302", "315": "TR386", "317": "TR410"}
STAPELING_VERZOEK: Final = "verzoek.stapeling"
STAPELING: Final = "toewijzing.stapeling"
INTREKKEN: Final = "intrekken.reden"
UITGESLOTEN: Final = "uitgesloten"
_NIET: Final = "niet toegestaan"
_ZELFDE_CATEGORIE: Final = "zelfde productcategorie"
_ELK_ANDER: Final = "elk ander product"
_OPNIEUW: Final = "Pas de perioden of de producten aan en stuur het hele bericht opnieuw."
_MEESTE_PAREN: Final = 500  # lines that are compared pairwise; nobody asks for more products in one message


def overlap(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse one product in two periods that share a day. Without an end a period goes on.

    The same line twice is TR101.
    """
    soort = ctx.bericht.header.soort
    oordeel = ctx.vraag(STAPELING_VERZOEK) if soort != "301" else None
    if oordeel is not None and oordeel.waarde != _NIET:
        return
    for eerste, tweede in _overlappende(_lopende(ctx)):
        zelfde = (eerste.categorie, eerste.productcode) == (tweede.categorie, tweede.productcode)
        if zelfde and inhoud(eerste.deel) != inhoud(tweede.deel):
            yield _dubbel(ctx, (eerste, tweede), _REGELS[soort], "Dit product", oordeel=oordeel)


def stapeling(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse an assignment beside one without a code in its category, or beside one without a product (OP259)."""
    for eerste, tweede in _overlappende(_lopende(ctx)):
        if (eerste.categorie, eerste.productcode) == (tweede.categorie, tweede.productcode):
            continue
        for breed, ander in ((eerste, tweede), (tweede, eerste)):
            wat = _stapelt(ctx, breed, ander)
            if wat:
                oordeel = ctx.vraag(STAPELING, None, niveau=breed.niveau)
                yield _dubbel(ctx, (eerste, tweede), "OP259", wat, oordeel=oordeel, wat_nu=_OPNIEUW)
                break


def uitgesloten(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse two products at the same time that the table says do not go together."""
    for eerste, tweede in _overlappende(_lopende(ctx)):
        product = _sluit_uit(ctx, eerste, tweede) or _sluit_uit(ctx, tweede, eerste)
        if product is None:
            continue
        yield ctx.meld(
            "RP981",
            tweede.deel,
            "productcode",
            f"De producten {eerste.productcode} en {tweede.productcode} kunnen hier niet samen.",
            regel=TABEL,
            retourcode="",
            verwacht="een van de twee producten, of perioden die elkaar niet overlappen",
            wat_nu=_OPNIEUW,
            product=product,
            verwant=(ctx.verwante(eerste.deel.regel_van("productcode"), "hier staat het andere product"),),
        )


def _sluit_uit(ctx: Berichtcontext, een: Productregel, ander: Productregel) -> Product | None:
    product = geldend(ctx, een.productcode, een.begin)
    niet_met = [code for c in (product.combinaties if product else ()) if c.soort == UITGESLOTEN for code in c.codes]
    return product if ander.productcode in niet_met else None


def _stapelt(ctx: Berichtcontext, breed: Productregel, ander: Productregel) -> str:
    """Say what overlaps when the wider assignment already covers the other; '' when it does not."""
    if breed.niveau not in {ASPECIFIEK, GENERIEK}:
        return ""
    waarde = ctx.vraag(STAPELING, None, niveau=breed.niveau).waarde
    if waarde == _ELK_ANDER and breed.niveau == GENERIEK:
        return "Een toewijzing zonder product"
    if waarde == _ZELFDE_CATEGORIE and breed.categorie is not None and breed.categorie == ander.categorie:
        return f"Een toewijzing voor heel categorie {breed.categorie}"
    return ""


def _lopende(ctx: Berichtcontext) -> list[Productregel]:
    """Give the products with a period; an assignment that was taken back has none (RedenWijziging 'verwijderd')."""
    terug = ctx.vraag(INTREKKEN).waarde
    return [
        regel
        for regel in productregels(ctx)[:_MEESTE_PAREN]
        if regel.begin is not None
        and not (isinstance(regel.deel, ToegewezenProduct) and terug and regel.deel.reden_wijziging == terug)
    ]


def _overlappende(regels: Sequence[Productregel]) -> Iterator[tuple[Productregel, Productregel]]:
    for eerste, tweede in combinations(regels, 2):
        if _eindigt_voor(eerste, tweede) or _eindigt_voor(tweede, eerste):
            continue
        yield eerste, tweede


def _eindigt_voor(eerste: Productregel, tweede: Productregel) -> bool:
    return eerste.eind is not None and tweede.begin is not None and eerste.eind < tweede.begin


def _dubbel(
    ctx: Berichtcontext,
    paar: tuple[Productregel, Productregel],
    regel: str,
    wat: str,
    *,
    oordeel: Oordeel | None,
    wat_nu: str = "",
) -> Bevinding:
    eerste, tweede = paar
    bij = tweede.deel.regel_van(tweede.veld_begin)
    return ctx.meld(
        "RP938",
        tweede.deel,
        tweede.veld_begin,
        f"{wat} staat er twee keer in, en de perioden overlappen.",
        regel=regel,
        verwacht="perioden die elkaar niet overlappen",
        oorzaak="de oude periode heeft nog geen einddatum" if eerste.eind is None else "",
        wat_nu=wat_nu,
        oordeel=oordeel,
        verwant=(
            ctx.verwante(eerste.deel.regel_van(eerste.veld_begin), f"de andere periode; deze staat op regel {bij}"),
        ),
    )


REGELS: Final = (
    Berichtregel(tuple(_REGELS.values()), tuple(_REGELS), overlap),
    Berichtregel(("OP259", STAPELING), ("301",), stapeling),
    Berichtregel((TABEL,), tuple(_REGELS), uitgesloten),
)
