"""All regions beside each other: per rule what holds nationally, what each region says, and how many do what."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regioprotocol.pages.layout import START, gegevens, pagina
from regioprotocol.pages.places import regel_pad
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.parameterset import zoek
from regioprotocol.parameterset.lookup import uitkomst
from regioprotocol.report.answer import in_woorden
from regioprotocol.report.applies_to import geldt_voor
from regioprotocol.resolve import bindend_tegen, hoofdstuk_van, volgorde

PAD: Final = "vergelijken/"
DATA: Final = "data/vergelijking.json"
# With more regions than this the page has only counts; the script shows the ones that are chosen.
NAAST_ELKAAR: Final = 5
VOLGT: Final = "volgt de standaard"
# So many cases of a region fit in a cell.
GETOOND: Final = 2
# What a region does with a rule; when it does several things, the first of these counts.
SOORTEN: Final = ("in strijd", "afwijking", "invulling", "aanvulling")


@dataclass(frozen=True, slots=True)
class Cel:
    """What one region does with a rule: the first of its own cases with for whom they hold, and how many more."""

    soort: str
    gevallen: tuple[tuple[str, str], ...]
    meer: int
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelrij:
    """A rule over all regions; a region without a cell follows the standard."""

    regel: str
    titel: str
    vraag: str
    hoofdstuk: str
    landelijk: str
    cellen: dict[str, Cel]

    def telling(self, regios: int) -> dict[str, int]:
        """Count the regions by what they do."""
        telling = Counter(cel.soort for cel in self.cellen.values())
        return {VOLGT: regios - len(self.cellen), **{soort: telling[soort] for soort in SOORTEN}}


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page, its data, and the counts as a table for spreadsheets."""
    alle = tuple(rijen(site))
    regios = [(deel.naam, deel.titel) for deel in site.regios]
    yield pagina(
        PAD,
        "comparison.md",
        titel="Regio's vergelijken",
        omschrijving="Per vraag: wat geldt landelijk, en wat spreekt elke regio anders af.",
        kruimels=(START,),
        scripts=["vergelijken.js"],
        site=site,
        rijen=[rij for rij in alle if rij.cellen],
        gelijk=[rij for rij in alle if not rij.cellen],
        regios=regios,
        concepten=[deel.titel for deel in site.regios if deel.parameterset.status == "concept"],
        naast=regios if len(regios) <= NAAST_ELKAAR else [],
        soorten=SOORTEN,
        volgt=VOLGT,
        data=DATA,
    )
    yield gegevens(DATA, {"regios": regios, "regels": [_als_data(rij) for rij in alle]})
    yield Bestand(f"{PAD}regels.csv", _csv(alle, len(regios)))


def rijen(site: Site) -> Iterator[Regelrij]:
    """Give every national rule in the order of the chapters."""
    standaard = site.standaard
    regels = [regel for naam, regel in standaard.snapshot.regels.items() if naam in standaard.index.regels]
    for regel in sorted(regels, key=lambda regel: volgorde(standaard.snapshot, regel)):
        cellen = {deel.naam: cel for deel in site.regios if (cel := _cel(deel, regel.naam))}
        yield Regelrij(
            regel=regel.naam,
            titel=regel.titel,
            vraag=regel.vraag,
            hoofdstuk=hoofdstuk_van(standaard.snapshot, regel.naam).titel,
            landelijk=_woorden(standaard, regel.naam),
            cellen=cellen,
        )


def _cel(deel: Deel, regel: str) -> Cel | None:
    """Give what a region does with a rule on the day of its pages; None when it says nothing of its own."""
    gevallen = deel.snapshot.gevallen.get(regel, ())
    eigen = [(plek, g) for plek, g in enumerate(gevallen) if g.regionaal and deel.op in g.periode]
    if not eigen:
        return None
    soorten = {
        SOORTEN[0] if bindend_tegen(gevallen[:plek], g, deel.snapshot.gevolgen) else g.afspraak.soort
        for plek, g in eigen
    }
    soort = next((naam for naam in SOORTEN if naam in soorten), SOORTEN[-1])
    getoond = tuple(_geval(deel, regel, plek) for plek, _ in eigen[:GETOOND])
    return Cel(soort, getoond, len(eigen) - len(getoond), regel_pad(deel, regel))


def _geval(deel: Deel, regel: str, plek: int) -> tuple[str, str]:
    """Give a case in words, and for whom it holds."""
    record = deel.index.regels[regel]
    geval = record.gevallen[plek]
    return in_woorden(deel.index, record, uitkomst([geval])), geldt_voor(
        deel.index, ((v.sleutel, v.waarden) for v in geval.als)
    )


def _woorden(deel: Deel, regel: str) -> str:
    """Give the answer for someone we know nothing about; when that cannot be given, say that it depends."""
    gevonden, record = zoek(deel.index, regel, {}, deel.op), deel.index.regels[regel]
    if gevonden.stand == "geen antwoord" and record.gevallen:
        return "hangt ervan af"
    return in_woorden(deel.index, record, gevonden)


def _als_data(rij: Regelrij) -> dict[str, object]:
    cellen = {naam: [cel.soort, cel.gevallen, cel.meer, cel.adres] for naam, cel in rij.cellen.items()}
    return {
        "regel": rij.regel,
        "vraag": rij.vraag,
        "hoofdstuk": rij.hoofdstuk,
        "landelijk": rij.landelijk,
        "cellen": cellen,
    }


def _csv(alle: tuple[Regelrij, ...], regios: int) -> bytes:
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(("regel", "titel", "hoofdstuk", "landelijk", "regio's", VOLGT, *SOORTEN))
    for rij in alle:
        schrijver.writerow((rij.regel, rij.titel, rij.hoofdstuk, rij.landelijk, regios, *rij.telling(regios).values()))
    return tekst.getvalue().encode("utf-8-sig")
