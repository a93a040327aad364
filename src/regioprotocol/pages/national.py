"""Pages of national words: terms, variants, releases and where sources contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from markupsafe import Markup

from regioprotocol.model.werkwijze import Werkwijze
from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.prose_html import html
from regioprotocol.pages.records import Bestand, Site
from regioprotocol.parameterset import zoek
from regioprotocol.parameterset.lookup import alle_regels, waarden_van
from regioprotocol.parameterset.records import ElkeRegel
from regioprotocol.prose import Aanhaler, lees
from regioprotocol.report.answer import waarde_in_woorden
from regioprotocol.report.applies_to import geldt_voor

VARIANT: Final = "uitvoeringsvariant"


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A rule whose national answer depends on the variant: the words for each, in the order of the heads."""

    regel: str
    titel: str
    vraag: str
    antwoorden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Releasewijziging:
    """A case of the standard that began or ended, as a rule with a release. *zeker*: the day itself, not a bound."""

    dag: str
    woord: str
    regel: str
    titel: str
    voor: str
    wat: str
    zeker: bool
    bron: str


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the four pages."""
    yield _pagina(
        site,
        "begrippen/",
        "glossary.md",
        "Begrippen",
        ("01-begrippen",),
        scripts=["woordfilter.js"],
        synoniemen=_synoniemen(site),
    )
    varianten = _varianten(site)
    yield _pagina(
        site,
        "varianten/",
        "variants.md",
        "Uitvoeringsvarianten vergeleken",
        ("02-uitvoeringsvarianten",),
        varianten=varianten,
        rijen=_vergeleken(site, varianten),
    )
    yield _pagina(
        site,
        "releases/",
        "releases.md",
        "Wat er veranderde met elke release",
        ("08-releases-en-oude-zorg",),
        releases=site.werkmap.woordenboek.releases,
        rijen=tuple(_releasewijzigingen(site)),
    )
    bronnen = "Waar bronnen elkaar tegenspreken"
    yield _pagina(site, "bronverschillen/", "national.md", bronnen, ("09-verschillen-tussen-bronnen",))


def _pagina(site: Site, pad: str, sjabloon: str, titel: str, namen: tuple[str, ...], **inhoud: Any) -> Bestand:
    werkwijzen = [w for w in site.werkmap.werkwijzen if PurePosixPath(w.plaatsen.bestand).stem in namen]
    return pagina(
        pad,
        sjabloon,
        titel=titel,
        kruimels=(START,),
        site=site,
        tekst=Markup("\n").join(_proza(site, pad, werkwijze) for werkwijze in werkwijzen),
        bronnen=[bron for werkwijze in werkwijzen for bron in werkwijze.bron],
        **inhoud,
    )


def _proza(site: Site, pad: str, werkwijze: Werkwijze) -> Markup:
    wortel = "../" * pad.count("/")
    blokken = lees(werkwijze.tekst, Aanhaler(site.standaard.index, site.op, {}))
    return html(blokken, lambda regel: f"{wortel}?regel={regel}")


def _synoniemen(site: Site) -> list[tuple[str, ElkeRegel]]:
    """Give every word that leads to a rule, in order of the alphabet."""
    paren = ((woord, regel) for regel in alle_regels(site.standaard.parameterset) for woord in regel.synoniemen)
    return sorted(paren, key=lambda paar: (paar[0].casefold(), paar[1].regel))


def _varianten(site: Site) -> tuple[str, ...]:
    dimensies = site.standaard.parameterset.dimensies
    return tuple(w.waarde for d in dimensies if d.sleutel == VARIANT for w in d.waarden)


def _vergeleken(site: Site, varianten: tuple[str, ...]) -> list[Vergelijking]:
    """Ask every rule once for each variant, and keep those whose answers differ."""
    index = site.standaard.index
    rijen = []
    for regel in index.regels.values():
        uitkomsten = [zoek(index, regel.regel, {VARIANT: frozenset({v})}, site.op) for v in varianten]
        woorden = tuple(
            ", ".join(waarde_in_woorden(index, regel, u)) if u.stand == "waarde" else u.stand for u in uitkomsten
        )
        if len(set(woorden)) > 1:
            rijen.append(Vergelijking(regel.regel, regel.titel, regel.vraag, woorden))
    return rijen


def _releasewijzigingen(site: Site) -> Iterator[Releasewijziging]:
    """Give each national case that begins or ends, the latest day first."""
    index = site.standaard.index
    gevonden = [
        Releasewijziging(
            dag=dag,
            woord=woord,
            regel=regel.regel,
            titel=regel.titel,
            voor=geldt_voor(index, ((v.sleutel, v.waarden) for v in geval.als)),
            wat=", ".join(waarden_van(geval)) or geval.stand,
            zeker=geval.zekerheid == "zeker",
            bron=geval.bron,
        )
        for regel in index.regels.values()
        for geval in regel.gevallen
        for dag, woord in ((geval.vanaf, "vanaf"), (geval.tot_en_met, "tot en met"))
        if isinstance(dag, str)
    ]
    yield from sorted(gevonden, key=lambda w: (w.dag, w.woord, w.titel, w.voor, w.wat), reverse=True)
