"""A page for every finding of the tool: what it means, an example, and what you can do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from regioprotocol.diagnostics import SOORTEN, Soort
from regioprotocol.pages.layout import START, Kruimel, pagina
from regioprotocol.pages.records import Bestand, Site

PAD: Final = "meldingen/"
_KRUIMEL: Final[Kruimel] = ("Meldingen", PAD)
# What the first digits of a code tell: the phase in which it is found.
FASEN: Final[Mapping[str, str]] = {
    "RP0": "Bestanden lezen",
    "RP1": "Vorm en woorden",
    "RP2": "Verwijzingen",
    "RP3": "Lagen en tijd",
    "RP4": "Productcodes",
    "RP5": "Proza, bronnen en documenten",
    "RP9": "Berichten",
}


def bestanden(_: Site) -> Iterator[Bestand]:
    """Give the list of findings, and a page for each."""
    soorten = sorted(SOORTEN, key=lambda soort: soort.code)
    yield pagina(
        PAD,
        "findings.md",
        titel="Meldingen van het programma",
        omschrijving="Alle meldingen met hun code: wat er mis is en wat u kunt doen.",
        kruimels=(START,),
        scripts=["woordfilter.js"],
        fasen=[(naam, begin.lower(), _van(soorten, begin)) for begin, naam in FASEN.items()],
    )
    for soort in soorten:
        yield pagina(
            f"{PAD}{soort.code.lower()}/",
            "finding.md",
            titel=f"{soort.code}: {soort.titel}",
            omschrijving=soort.uitleg,
            kruimels=(START, _KRUIMEL),
            soort=soort,
            fase=next((naam for begin, naam in FASEN.items() if soort.code.startswith(begin)), ""),
        )


def _van(soorten: list[Soort], begin: str) -> list[Soort]:
    return [soort for soort in soorten if soort.code.startswith(begin)]
