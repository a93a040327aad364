"""Size and length of what is assigned or asked for: unit, frequency, end (toewijzing.eenheid, frequentie.gebruik)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from regioprotocol.calendar import BuitenKalenderError
from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import ToegewezenProduct
from regioprotocol.engine.rules.fields import LEEG, VELD
from regioprotocol.engine.rules.parts import Productregel, productregels, staat_er
from regioprotocol.engine.rules.products import TABEL, geldend
from regioprotocol.engine.rules.registry import Berichtregel
from regioprotocol.engine.terms import van_uitkomst
from regioprotocol.parameterset.records import Product, TermijnRegel

EENHEID: Final = "toewijzing.eenheid"
FREQUENTIE: Final = "frequentie.gebruik"
DUUR: Final = "toewijzing.maximale_duur"
VERLENGING: Final = "verlenging.maximum"
_NIET: Final = "niet toegestaan"
_GEEN_VERLENGING: Final = "0"
_EENHEDEN: Final = "WJ756"
_FREQUENTIES: Final = "WMO757"
_BERICHTEN: Final = ("301", "315", "317")


def omvang(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse a unit or frequency that does not go with variant and level, or that is not that of the product.

    A wrong unit says enough: its frequency is not judged. Nor is a size that must stay empty (veld.gebruik).
    """
    for regel in productregels(ctx):
        if regel.vraag(VELD, veld="omvang").waarde == LEEG:
            continue
        product = geldend(ctx, regel.productcode, regel.begin)
        yield from (bevinding := _eenheid(ctx, regel, product))
        if not bevinding:
            yield from _frequentie(ctx, regel, product)


def _eenheid(ctx: Berichtcontext, regel: Productregel, product: Product | None) -> list[Bevinding]:
    """Judge the unit; one that no code list has was found with the structure."""
    if regel.eenheid is None:
        return []
    oordeel = regel.vraag(EENHEID)
    if oordeel.waarden and regel.eenheid not in oordeel.waarden and not oordeel.mist:
        return [_andere_eenheid(ctx, regel, oordeel.waarden, oordeel=oordeel)]
    bekend = product is not None and product.eenheid in ctx.naslag.betekenissen(_EENHEDEN)
    if product is not None and bekend and product.eenheid != regel.eenheid:
        return [_andere_eenheid(ctx, regel, (product.eenheid,), product=product)]
    return []


def _frequentie(ctx: Berichtcontext, regel: Productregel, product: Product | None) -> Iterator[Bevinding]:
    if regel.frequentie is None:
        return
    oordeel = regel.vraag(FREQUENTIE)
    if oordeel.waarde == _NIET and not oordeel.mist:
        bij = f" bij eenheid {ctx.betekenis(_EENHEDEN, regel.eenheid)}" if regel.eenheid else ""
        tekst = f"Frequentie {ctx.betekenis(_FREQUENTIES, regel.frequentie)} kan hier niet{bij}."
        yield _andere_frequentie(ctx, regel, tekst, "een frequentie die bij de eenheid past", oordeel=oordeel)
    elif product is not None and product.frequenties and regel.frequentie not in product.frequenties:
        mag = opsomming((ctx.betekenis(_FREQUENTIES, f) for f in product.frequenties), en="of")
        tekst = f"Product {product.code} ({product.naam}) heeft deze frequentie niet."
        yield _andere_frequentie(ctx, regel, tekst, mag, product=product)


def duur(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Refuse an assignment that is longer than agreed; the product's own length goes first.

    A changed assignment may be longer because it was extended (OP380 moves its end): that cannot be judged here.
    """
    for regel in productregels(ctx):
        if regel.begin is None or (regel.eind is None and staat_er(regel.deel, "einddatum")):
            continue
        oordeel = regel.vraag(DUUR, ctx.dag_van_zorg(regel.begin))
        uiterlijk, tekst = _uiterlijk(ctx, oordeel, regel.begin)
        if uiterlijk is None or (regel.eind is not None and regel.eind <= uiterlijk):
            continue
        if regel.eind is None and ctx.bericht.header.soort != "301":
            continue  # a request may leave the end to the municipality; whether it must be there is another rule
        yield _te_lang(ctx, regel, oordeel, uiterlijk, tekst)


def einde_na_begin(ctx: Berichtcontext) -> Iterator[Bevinding]:
    """Point at an end before the beginning. Our sources name no national rule for it, so it refuses nothing."""
    for regel in productregels(ctx):
        if regel.begin is not None and regel.eind is not None and regel.eind < regel.begin:
            yield ctx.meld(
                "RP983",
                regel.deel,
                regel.veld_eind,
                f"De einddatum ligt voor de ingangsdatum ({regel.begin.isoformat()}).",
                regel="",
                retourcode="",
                verwacht=f"een dag vanaf {regel.begin.isoformat()}",
                oorzaak="een typefout in het jaar, of de twee datums zijn verwisseld",
            )


def _uiterlijk(ctx: Berichtcontext, oordeel: Oordeel, begin: date) -> tuple[date | None, str]:
    """Give the last day that an assignment may have and the length in words; None when nothing was agreed."""
    record = ctx.naslag.index.regels.get(DUUR)
    if not isinstance(record, TermijnRegel) or oordeel.mist:
        return None, ""
    try:
        termijn = van_uitkomst(record, oordeel.uitkomst, begin, ctx.naslag.kalender)
    except (BuitenKalenderError, OverflowError):
        return None, ""
    return termijn.datum, termijn.tekst


def _te_lang(ctx: Berichtcontext, regel: Productregel, oordeel: Oordeel, uiterlijk: date, tekst: str) -> Bevinding:
    gewijzigd = isinstance(regel.deel, ToegewezenProduct) and regel.deel.reden_wijziging is not None
    if gewijzigd and regel.vraag(VERLENGING).waarde != _GEEN_VERLENGING:
        return ctx.meld(
            "RP932",
            regel.deel,
            regel.veld_eind,
            f"Deze toewijzing is gewijzigd en duurt langer dan {tekst}. Of dat mag, is niet te beoordelen.",
            regel=DUUR,
            retourcode="",
            hint="Ga na of de toewijzing is verlengd.",
            oordeel=oordeel,
        )
    wat = "Dit product mag" if oordeel.uitkomst.uit_product is not None else "Een toewijzing mag hier"
    einde = "" if regel.eind is not None else " Zonder einddatum duurt zij langer."
    return ctx.meld(
        "RP980",
        regel.deel,
        regel.veld_eind,
        f"{wat} hoogstens {tekst} duren.{einde}",
        regel=DUUR,
        retourcode="",
        verwacht=f"uiterlijk {uiterlijk.isoformat()}",
        wat_nu=f"Kies een eerdere einddatum en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
        oordeel=oordeel,
    )


def _andere_eenheid(
    ctx: Berichtcontext,
    regel: Productregel,
    mag: tuple[str, ...],
    *,
    oordeel: Oordeel | None = None,
    product: Product | None = None,
) -> Bevinding:
    wie = f"product {product.code} ({product.naam})" if product else "deze toewijzing"
    declareert = product is not None and regel.eenheid == product.declaratie_eenheid
    eenheden = opsomming((ctx.betekenis(_EENHEDEN, code) for code in mag), en="of")
    return ctx.meld(
        "RP936",
        regel.deel,
        "eenheid",
        f"Eenheid {ctx.betekenis(_EENHEDEN, regel.eenheid or '')} past niet bij {wie}.",
        regel=TABEL if product else EENHEID,
        retourcode="",
        verwacht=eenheden,
        oorzaak="dit is de eenheid waarin u declareert" if declareert else "",
        wat_nu=f"Reken om naar de goede eenheid en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
        oordeel=oordeel,
        product=product,
    )


def _andere_frequentie(
    ctx: Berichtcontext,
    regel: Productregel,
    tekst: str,
    verwacht: str,
    *,
    oordeel: Oordeel | None = None,
    product: Product | None = None,
) -> Bevinding:
    return ctx.meld(
        "RP936",
        regel.deel,
        "frequentie",
        tekst,
        regel=TABEL if product else FREQUENTIE,
        retourcode="",
        verwacht=verwacht,
        wat_nu=f"Kies een andere frequentie en stuur het hele bericht ({ctx.bericht.naam}) opnieuw.",
        oordeel=oordeel,
        product=product,
    )


REGELS: Final = (
    Berichtregel((EENHEID, FREQUENTIE, TABEL), _BERICHTEN, omvang),
    Berichtregel((DUUR,), ("301", "315"), duur),
    Berichtregel((), _BERICHTEN, einde_na_begin),
)
