"""Chapters of prose as HTML: text stays text, a quoted value leads to its rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from markupsafe import Markup

from regioprotocol.pages.escape import anchor, clean
from regioprotocol.prose import Alinea, Blok, Citaat, Codeblok, Kop, Opsomming, Stuk, Tabel, platte_tekst

Plek = Callable[[str], str]
"""From the name of a rule to its address, seen from the page; '' when there is none."""

_BREEDSTE_KOP = 2
_DIEPSTE_KOP = 6


def html(blokken: Iterable[Blok], plek: Plek) -> Markup:
    """Give the blocks as HTML. The widest heading becomes one below the title of the page."""
    alle = tuple(blokken)
    koppen = [blok.niveau for blok in alle if isinstance(blok, Kop)]
    dieper = _BREEDSTE_KOP - min(koppen, default=0)
    namen: Counter[str] = Counter()
    klaar = []
    for blok in alle:
        if isinstance(blok, Kop):
            naam = anchor("tekst", platte_tekst(blok.stukken))
            namen[naam] += 1
            eigen = naam if namen[naam] == 1 else f"{naam}-{namen[naam]}"
            klaar.append(_kop(blok, plek, dieper, Markup(' id="{}"').format(eigen)))
        else:
            klaar.append(_blok(blok, plek, dieper))
    return Markup("\n").join(klaar)


def _kop(kop: Kop, plek: Plek, dieper: int, naam: Markup | str = "") -> Markup:
    niveau = min(kop.niveau + dieper, _DIEPSTE_KOP)
    return Markup("<h{0}{1}>{2}</h{0}>").format(niveau, naam, _regel(kop.stukken, plek))


def _blok(blok: Blok, plek: Plek, dieper: int) -> Markup:
    match blok:
        case Kop():
            return _kop(blok, plek, dieper)
        case Alinea():
            return Markup("<p>{}</p>").format(_regel(blok.stukken, plek))
        case Opsomming():
            soort = "ol" if blok.genummerd else "ul"
            items = Markup("").join(Markup("<li>{}</li>").format(_binnen(item, plek, dieper)) for item in blok.items)
            return Markup("<{0}>{1}</{0}>").format(soort, items)
        case Tabel():
            return _tabel(blok, plek)
        case Citaat():
            return Markup("<blockquote>{}</blockquote>").format(_binnen(blok.blokken, plek, dieper))
        case Codeblok():
            return Markup("<pre>{}</pre>").format(clean(blok.tekst))


def _binnen(blokken: tuple[Blok, ...], plek: Plek, dieper: int) -> Markup:
    if len(blokken) == 1 and isinstance(blokken[0], Alinea):
        return _regel(blokken[0].stukken, plek)
    return Markup("").join(_blok(blok, plek, dieper) for blok in blokken)


def _tabel(tabel: Tabel, plek: Plek) -> Markup:
    kop = Markup("").join(Markup('<th scope="col">{}</th>').format(_regel(cel, plek)) for cel in tabel.kop)
    lijf = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(_regel(c, plek)) for c in rij))
        for rij in tabel.rijen
    )
    naam = ", ".join(platte_tekst(cel) for cel in tabel.kop)
    return Markup(
        '<div class="rol" tabindex="0" role="region" aria-label="{}"><table class="tabel">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(clean(naam), kop, lijf)


def _regel(stukken: Iterable[Stuk], plek: Plek) -> Markup:
    return Markup("").join(_stuk(stuk, plek) for stuk in stukken)


def _stuk(stuk: Stuk, plek: Plek) -> Markup:
    tekst = Markup("{}").format(clean(stuk.tekst))
    for aan, naam in ((stuk.code, "code"), (stuk.vet, "strong"), (stuk.schuin, "em")):
        if aan:
            tekst = Markup("<{0}>{1}</{0}>").format(naam, tekst)
    doel = plek(stuk.regel) if stuk.regel else stuk.doel
    if not doel:
        return tekst
    return Markup('<a{} href="{}">{}</a>').format(Markup(' class="waarde"') if stuk.regel else "", doel, tekst)
