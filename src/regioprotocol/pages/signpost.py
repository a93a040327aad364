"""The signpost of the site: everything that has a name, with the words people use for it and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from regioprotocol.diagnostics.codes import SOORTEN
from regioprotocol.model.controle import Controle
from regioprotocol.model.woordenboek import Bericht, Code, Woordenboek
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.layout import gegevens
from regioprotocol.pages.municipalities import plaatsen
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS
from regioprotocol.parameterset.records import ElkeRegel

Paginas = Mapping[str, str]
"""The pages of the site by path, with their titles."""

Wijzer = dict[str, object]

_SOORTEN: Final = (
    "berichtgebruik",
    "termijnen",
    "keuzes",
    "lijsten",
    "getallen",
    "bedragen",
    "berekeningen",
    "teksten",
)
_REGIOS: Final = "regios/"
_ONBEKEND: Final = "onbekend"


def bestanden(site: Site, paginas: Paginas) -> Iterator[Bestand]:
    """Give the signpost of the site, and one for what each region has of its own. Other pages must be known."""
    woordenboek = site.werkmap.woordenboek
    hulp = woordenboek.zoekhulp
    yield gegevens(
        "data/wegwijzer.json",
        {
            "namen": [*_algemeen(site, paginas), *_regels(site.standaard, site)],
            "gemeenten": [
                {"code": p.code, "naam": p.naam, "regios": {r.naam: list(r.wetten) for r in p.regios}}
                for p in plaatsen(site)
            ],
            "regios": [_regio(deel) for deel in site.regios],
            "zoekwoorden": [{"zeggen": z.zeggen, "bedoelen": z.bedoelen, "als": dict(z.als)} for z in hulp.zoekwoorden],
            "vervolgvragen": [{"sleutel": sleutel, "vraag": vraag} for sleutel, vraag in hulp.vervolgvragen],
            "berichten": _berichtnamen(woordenboek),
            "retourcodes": {
                code.code: {"betekenis": code.betekenis, "controles": [c.nummer for c in controles]}
                for code, controles in _retourcodes(woordenboek)
            },
        },
    )
    for deel in (site.standaard, *site.regios):
        namen = [*_tabs(deel, paginas), *_regels(deel, site, alleen_eigen=True), *_producten(deel, paginas)]
        plekken = {regel: pad for regel in deel.index.regels if _pagina_van(pad := regel_pad(deel, regel)) in paginas}
        yield gegevens(f"data/{deel.naam}/wegwijzer.json", {"namen": namen, "plekken": plekken})


def _pagina_van(pad: str) -> str:
    return pad.partition("#")[0]


def _regio(deel: Deel) -> Wijzer:
    regio = deel.snapshot.regio
    afkortingen = regio.afkortingen if regio else ()
    voorbeeld = bool(regio and regio.voorbeeld)
    return {"regio": deel.naam, "naam": deel.titel, "afkortingen": afkortingen, "voorbeeld": voorbeeld}


def _wijzer(soort: str, titel: str, pad: str, *, naam: str = "", woorden: tuple[str, ...] = ()) -> Wijzer:
    """Give an entry; what is empty stays out, to keep the file small."""
    wijzer: Wijzer = {"soort": soort, "titel": titel, "pad": pad}
    if naam:
        wijzer["naam"] = naam
    if eigen := tuple(dict.fromkeys(filter(None, woorden))):
        wijzer["woorden"] = eigen
    return wijzer


def _algemeen(site: Site, paginas: Paginas) -> Iterator[Wijzer]:
    """Give the messages, codes and findings, and the pages that are not of one region."""
    woordenboek = site.werkmap.woordenboek
    codes = (*_berichten(woordenboek), *_retourcodes_als_naam(woordenboek), *_controles(woordenboek))
    # A code without a page of its own still has a card on the first page.
    yield from ({**c, "pad": c["pad"] if _pagina_van(str(c["pad"])) in paginas else f"?q={c['naam']}"} for c in codes)
    yield from (melding for melding in _meldingen() if melding["pad"] in paginas)
    genoemd = {_pagina_van(str(c["pad"])) for c in (*codes, *_meldingen()) if "#" not in str(c["pad"])}
    regios = {deel.pad: deel for deel in site.regios}
    for pad, titel in paginas.items():
        if deel := regios.get(pad):
            regio = deel.snapshot.regio
            yield _wijzer("regio", titel, pad, woorden=regio.afkortingen if regio else ())
        elif pad and pad not in genoemd and not (pad.startswith(_REGIOS) and pad != _REGIOS):
            yield _wijzer("pagina", titel, pad)


def _meldingen() -> Iterator[Wijzer]:
    for soort in SOORTEN:
        yield _wijzer("melding", soort.titel, f"meldingen/{anchor(soort.code)}/", naam=soort.code)


def _berichten(woordenboek: Woordenboek) -> Iterator[Wijzer]:
    for bericht in woordenboek.berichten.values():
        for wet, naam in _per_wet(woordenboek, bericht):
            woorden = (bericht.naam, bericht.afkorting, bericht.nummer, f"i{naam}", f"{wet} {bericht.nummer}")
            titel = f"{naam}: {bericht.naam}"
            yield _wijzer("bericht", titel, f"berichten/{anchor(naam)}/", naam=naam, woorden=woorden)


def _per_wet(woordenboek: Woordenboek, bericht: Bericht) -> Iterator[tuple[str, str]]:
    wetten = woordenboek.dimensies["wet"].waarden if "wet" in woordenboek.dimensies else ()
    for wet in wetten:
        yield wet.waarde, f"{wet.waarde.upper()}{bericht.nummer}"


def _berichtnamen(woordenboek: Woordenboek) -> dict[str, Wijzer]:
    """Give every way to write a message ('wmo317', 'iwmo317', 'vow') with its number and, if it tells, its law."""
    namen: dict[str, Wijzer] = {}
    for bericht in woordenboek.berichten.values():
        kaal: Wijzer = {"bericht": bericht.nummer, "naam": bericht.naam}
        for woord in filter(None, (bericht.nummer, bericht.afkorting.lower(), bericht.naam.lower())):
            namen[woord] = kaal
        for wet, naam in _per_wet(woordenboek, bericht):
            for woord in (naam.lower(), f"i{naam.lower()}"):
                namen[woord] = {**kaal, "wet": wet, "code": naam}
    return namen


def _retourcodes(woordenboek: Woordenboek) -> Iterator[tuple[Code, list[Controle]]]:
    """Give the return codes, once each, with the national rules that give them."""
    regels: dict[str, list[Controle]] = {}
    for controle in woordenboek.controles.values():
        regels.setdefault(controle.retourcode, []).append(controle)
    codes: dict[str, Code] = {}
    for lijst in woordenboek.codelijsten.values():
        codes |= {code.code: code for code in lijst.codes.values() if code.berichten}
    for code in sorted(codes.values(), key=lambda code: code.code):
        yield code, regels.get(code.code, [])


def _retourcodes_als_naam(woordenboek: Woordenboek) -> Iterator[Wijzer]:
    for code, controles in _retourcodes(woordenboek):
        woorden = tuple(woord for c in controles for woord in (c.nummer, *c.synoniemen))
        yield _wijzer(
            "retourcode", code.betekenis, f"retourcodes/{anchor(code.code)}/", naam=code.code, woorden=woorden
        )


def _controles(woordenboek: Woordenboek) -> Iterator[Wijzer]:
    for controle in woordenboek.controles.values():
        pad = f"regels/#{anchor(controle.nummer)}"
        yield _wijzer("controle", controle.zin, pad, naam=controle.nummer, woorden=controle.synoniemen)


def _regels(deel: Deel, site: Site, *, alleen_eigen: bool = False) -> Iterator[Wijzer]:
    """Give the rules of the standard, or those that only this region has."""
    landelijk = site.standaard.index.regels
    for soort in _SOORTEN:
        regels: tuple[ElkeRegel, ...] = getattr(deel.parameterset, soort)
        for regel in regels:
            if alleen_eigen and regel.regel in landelijk:
                continue
            pad = regel_pad(deel, regel.regel) if alleen_eigen else f"?regel={regel.regel}"
            yield _wijzer("regel", regel.titel, pad, naam=regel.regel, woorden=(regel.vraag, *regel.synoniemen))


def _tabs(deel: Deel, paginas: Paginas) -> Iterator[Wijzer]:
    """Give the pages of a region; those of its tabs are of a kind of their own."""
    tabs = {f"{deel.pad}{tab.pad}": tab.titel for tab in TABS}
    for pad, titel in paginas.items():
        if pad.startswith(deel.pad):
            yield _wijzer("tab" if pad in tabs else "pagina", titel, pad, woorden=(tabs.get(pad, ""),))


def _producten(deel: Deel, paginas: Paginas) -> Iterator[Wijzer]:
    pad = f"{deel.pad}productcodes/"
    if pad not in paginas:
        return
    codes = {p.code: p for p in deel.parameterset.producten if p.code != _ONBEKEND}
    for product in codes.values():
        yield _wijzer("product", product.naam, f"{pad}#{anchor(product.code)}", naam=product.code)
