"""All municipalities, with the region whose protocol we have for each law, or the plain word that we have none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Deel, Site

_PAD: Final = "gemeenten/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegioVan:
    """A region in which a municipality takes part now or later: for which domains, and which laws those are of."""

    naam: str
    titel: str
    pad: str
    status: str
    domeinen: tuple[str, ...]
    wetten: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A municipality by its CBS code, with the regions that we know. *jeugdregio*: by the national list."""

    code: str
    naam: str
    jeugdregio: str
    regios: tuple[RegioVan, ...]
    verzonnen: bool

    def regio_voor(self, domein: str) -> RegioVan | None:
        """Give the region for a domain, when we have it."""
        return next((regio for regio in self.regios if domein in regio.domeinen), None)


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page with every municipality."""
    domeinen = site.werkmap.woordenboek.dimensies["domein"].waarden if _heeft_domeinen(site) else ()
    alle = plaatsen(site)
    yield pagina(
        _PAD,
        "municipalities.md",
        titel="Gemeenten",
        omschrijving="Alle gemeenten met hun code, en de regio waarvan we het protocol hebben.",
        kruimels=(START,),
        scripts=["woordfilter.js"],
        plaatsen=alle,
        bekend=sum(1 for plaats in alle if plaats.regios),
        domeinen=[(d.waarde, d.omschrijving) for d in domeinen],
    )


def _heeft_domeinen(site: Site) -> bool:
    return "domein" in site.werkmap.woordenboek.dimensies


def plaatsen(site: Site) -> tuple[Plaats, ...]:
    """Give every municipality of the day of the build by name, and those of regions that are made up."""
    regios: dict[str, list[RegioVan]] = {}
    namen: dict[str, tuple[str, str, bool]] = {
        g.code: (g.naam, g.jeugdregio, False)
        for g in site.werkmap.woordenboek.gemeenten.values()
        if site.op in g.periode
    }
    for deel in site.regios:
        for code, (naam, regio) in _deelnemers(deel).items():
            namen.setdefault(code, (naam, "", bool(deel.snapshot.regio and deel.snapshot.regio.voorbeeld)))
            regios.setdefault(code, []).append(regio)
    alle = (
        Plaats(code=code, naam=naam, jeugdregio=jeugdregio, regios=tuple(regios.get(code, ())), verzonnen=verzonnen)
        for code, (naam, jeugdregio, verzonnen) in namen.items()
    )
    return tuple(sorted(alle, key=lambda plaats: (plaats.naam.lstrip("'").casefold(), plaats.code)))


def _deelnemers(deel: Deel) -> Mapping[str, tuple[str, RegioVan]]:
    """Give the municipalities of a region, with what they take part in on its day."""
    dag = deel.op.isoformat()
    gevonden: dict[str, tuple[str, list[str], list[str]]] = {}
    for d in deel.parameterset.deelname:
        if isinstance(d.tot_en_met, str) and d.tot_en_met < dag:
            continue
        _, domeinen, wetten = gevonden.setdefault(d.gemeente, (d.naam, [], []))
        domeinen.append(d.domein)
        wetten.append(d.wet)
    return {
        code: (
            naam,
            RegioVan(
                naam=deel.naam,
                titel=deel.titel,
                pad=deel.pad,
                status=deel.parameterset.status,
                domeinen=tuple(dict.fromkeys(domeinen)),
                wetten=tuple(dict.fromkeys(wetten)),
            ),
        )
        for code, (naam, domeinen, wetten) in gevonden.items()
    }
