"""RP440: a product table against what was published. Days that are over keep their codes, units and tariffs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from regioprotocol.checks.context import meld
from regioprotocol.diagnostics import Melding, Plaats
from regioprotocol.model.periode import Periode
from regioprotocol.model.product import ONBEKEND, Product, Producttabel, Tarief

# What may not change on days that are over, as people call it.
_VELDEN: Final = {
    "categorie": "De categorie",
    "eenheid": "De eenheid",
    "declaratie_eenheid": "De eenheid van de declaratie",
    "wet": "De wet",
}
Rijen = tuple[Product, ...]


def terugblik(was: Producttabel, nu: Producttabel, vandaag: date) -> Iterator[Melding]:
    """Compare a table with the one that was published; only days before *vandaag* count, and only known codes."""
    verleden = Periode(einde=vandaag)
    oud, nieuw = per_code(was), per_code(nu)
    for code, rijen in oud.items():
        if code in nieuw:
            yield from _periode(rijen, nieuw[code], verleden)
            yield from _kenmerken(rijen, nieuw[code], verleden)
            yield from _tarieven(rijen, nieuw[code], verleden)
        else:
            yield _weg(rijen, nu, verleden)
    for code, rijen in nieuw.items():
        if code not in oud:
            yield from (_te_vroeg(rij, rij.periode.doorsnede(verleden)) for rij in rijen if _begonnen(rij, verleden))


def per_code(tabel: Producttabel) -> dict[str, Rijen]:
    """Give the rows of each code, first the one that begins first. A product without a code cannot be followed."""
    gevonden: dict[str, list[Product]] = {}
    for product in tabel.producten:
        if product.code != ONBEKEND:
            gevonden.setdefault(product.code, []).append(product)
    return {code: tuple(sorted(rijen, key=_begin)) for code, rijen in gevonden.items()}


def _begin(product: Product) -> date:
    return product.periode.begin or date.min


def _begonnen(product: Product, verleden: Periode) -> bool:
    return product.periode.doorsnede(verleden) is not None


def _weg(rijen: Rijen, nu: Producttabel, verleden: Periode) -> Melding:
    """A row that was published is gone: ended is right, and before it began it could only be withdrawn."""
    laatste = rijen[-1]
    plaats = Plaats(nu.plaatsen.bestand)
    if not any(_begonnen(rij, verleden) for rij in rijen):
        tekst = f"Code {laatste.code} ({laatste.naam}) was aangekondigd ({laatste.periode}), en is weg."
        return meld("RP446", plaats, tekst)
    periode = laatste.periode if laatste.periode.einde else f"… t/m {verleden.einde}"
    tekst = f"Code {laatste.code} ({laatste.naam}) was gepubliceerd, en staat niet meer in de tabel."
    return meld("RP444", plaats, tekst, f"Zet de code terug met een einddatum: 'geldig: {periode}'.")


def _te_vroeg(rij: Product, dagen: Periode | None) -> Melding:
    tekst = f"Code {rij.code} geldt ook op dagen die voorbij zijn en niet waren gepubliceerd: {dagen}."
    return meld("RP445", rij.plaatsen.van("geldig", "code"), tekst)


def _periode(oud: Rijen, nieuw: Rijen, verleden: Periode) -> Iterator[Melding]:
    """On which days that are over a code could be assigned, and declared."""
    for rij in oud:
        for stuk in _over(rij.periode, verleden, (n.periode for n in nieuw)):
            plaats = _rij_bij(nieuw, rij).plaatsen.van("geldig", "code")
            tekst = f"Code {rij.code} was gepubliceerd als geldig {rij.periode}. Voor {stuk} geldt zij nu niet meer."
            yield meld("RP440", plaats, tekst)
    for rij in nieuw:
        for stuk in _over(rij.periode, verleden, (o.periode for o in oud)):
            yield _te_vroeg(rij, stuk)
    for rij in oud:
        lopend = _declareerbaar(rij).doorsnede(verleden)
        for stuk in lopend.zonder((rij.periode, *map(_declareerbaar, nieuw))) if lopend else ():
            plaats = _rij_bij(nieuw, rij).plaatsen.van("declareren", "geldig", "code")
            tekst = f"Code {rij.code} was te declareren op lopende toewijzingen. Voor {stuk} kan dat nu niet meer."
            yield meld("RP440", plaats, tekst, "Zet de gepubliceerde dag terug bij 'declareren'.")


def _declareerbaar(rij: Product) -> Periode:
    """Give the days of care that can be declared: without a last day, running assignments keep the code."""
    einde = _dag_na(rij.declareren_tot_en_met)
    # A last day before the first is a finding of its own (RP472), and says nothing here.
    return Periode(rij.periode.begin, einde if einde and einde > _begin(rij) else None)


def _over(periode: Periode, verleden: Periode, anderen: Iterable[Periode]) -> tuple[Periode, ...]:
    voorbij = periode.doorsnede(verleden)
    return voorbij.zonder(anderen) if voorbij else ()


def _rij_bij(nieuw: Rijen, rij: Product) -> Product:
    """Give the row that now stands where *rij* stood: the last that begins no later, else the first."""
    return next((n for n in reversed(nieuw) if _begin(n) <= _begin(rij)), nieuw[0])


def _paren(oud: Rijen, nieuw: Rijen, verleden: Periode) -> Iterator[tuple[Product, Product]]:
    """Give the rows that both said something about a day that is over."""
    for o in oud:
        for n in nieuw:
            samen = o.periode.doorsnede(n.periode)
            if samen and samen.doorsnede(verleden):
                yield o, n


def _kenmerken(oud: Rijen, nieuw: Rijen, verleden: Periode) -> Iterator[Melding]:
    """Category, unit and law of one code on a day that is over. What no source gave yet may be filled in."""
    for o, n in _paren(oud, nieuw, verleden):
        for veld, naam in _VELDEN.items():
            # Who declares in the unit of the assignment changes both at once: one finding is enough.
            if veld == "declaratie_eenheid" and all(p.declaratie_eenheid == p.eenheid for p in (o, n)):
                continue
            was, wordt = _tekst(o, veld), _tekst(n, veld)
            if was not in {wordt, ONBEKEND}:
                tekst = f"{naam} van {o.code} was {was}, en is nu {wordt}. Dat raakt dagen die voorbij zijn."
                yield meld("RP441", n.plaatsen.van(veld, "code"), tekst)


def _tekst(product: Product, veld: str) -> str:
    return " en ".join(sorted(product.wet)) if veld == "wet" else str(getattr(product, veld))


def _tarieven(oud: Rijen, nieuw: Rijen, verleden: Periode) -> Iterator[Melding]:
    """What a day of care cost. A day belongs to the row that holds then, or the last one before it."""
    for o, dagen in _beurten(oud):
        voorbij = dagen.doorsnede(verleden)
        if voorbij is None or o.tarief_stand == ONBEKEND:
            continue
        for n, beurt in _beurten(nieuw):
            if not (samen := voorbij.doorsnede(beurt)):
                continue
            if o.tarief_stand != n.tarief_stand:
                wat = {"geen": "geen tarief", "bekend": "een tarief"}
                nu = wat.get(n.tarief_stand, "een onbekend tarief")
                tekst = f"Code {o.code} had {wat[o.tarief_stand]}, en heeft nu {nu}. Dat raakt dagen die voorbij zijn."
                yield meld("RP442", n.plaatsen.van("tarief"), tekst, "Zet het gepubliceerde terug voor die dagen.")
            else:
                yield from (melding for t in o.tarieven for melding in _bedrag(t, n, samen))


def _beurten(rijen: Rijen) -> Iterator[tuple[Product, Periode]]:
    """Give each row with the days that are its own: up to the next row, or to the last day of declaring."""
    for rij, volgende in zip_longest(rijen, rijen[1:]):
        tot_volgende = Periode(einde=volgende.periode.begin if volgende else None)
        if dagen := _declareerbaar(rij).doorsnede(tot_volgende):
            yield rij, dagen


def _dag_na(dag: date | None) -> date | None:
    return dag + timedelta(days=1) if dag and dag < date.max else None


def _bedrag(was: Tarief, rij: Product, dagen: Periode) -> Iterator[Melding]:
    """Compare one published tariff with those that now hold for the same kenmerk on the same days."""
    scope = was.periode.doorsnede(dagen)
    if scope is None:
        return
    wie = f"{rij.code} ({was.kenmerk})" if was.kenmerk else rij.code
    gelijk = [t for t in rij.tarieven if t.kenmerk == was.kenmerk]
    for stuk in scope.zonder(t.periode for t in gelijk):
        plaats = gelijk[0].plaatsen.van("geldig", "bedrag") if gelijk else rij.plaatsen.van("tarief")
        tekst = f"Het tarief van {wie} was {_euro(was.bedrag)}. Voor {stuk} staat er nu geen tarief."
        yield meld("RP442", plaats, tekst, "Zet het gepubliceerde tarief terug voor die dagen.")
    for t in gelijk:
        stuk_ = t.periode.doorsnede(scope)
        if stuk_ and t.bedrag != was.bedrag:
            yield _veranderd(wie, was, t, stuk_)


def _veranderd(wie: str, was: Tarief, nu: Tarief, dagen: Periode) -> Melding:
    tekst = f"Het tarief van {wie} was {_euro(was.bedrag)}, en is nu {_euro(nu.bedrag)} voor {dagen}."
    if nu.correctie and nu.correctie.was == was.bedrag:
        return meld("RP443", nu.plaatsen.van("bedrag"), f"{tekst} Reden: {nu.correctie.reden}")
    hint = (
        "Laat het oude tarief staan, en begin het nieuwe op een dag die nog komt. Was het oude tarief een fout? "
        f"Schrijf dan bij het nieuwe: correctie: {{ was: {was.bedrag:.2f}, reden: … }}."
    )
    if nu.correctie:
        hint = f"Bij 'correctie' staat {_euro(nu.correctie.was)}. Schrijf daar het bedrag dat was gepubliceerd."
    return meld("RP442", nu.plaatsen.van("bedrag"), tekst, hint)


def _euro(bedrag: Decimal) -> str:
    return f"€ {bedrag:.2f}".replace(".", ",")
