"""RP5: every bron names a known document and paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from regioprotocol.checks.context import Context, meld
from regioprotocol.diagnostics import Melding, Plaats, bedoelde_u
from regioprotocol.model.woordenboek import Document

# Numbers of national rules may stand without the name of their document.
REGELDOCUMENT: Final = "iStandaarden"


def bronnen(context: Context) -> Iterator[Melding]:
    """Check the sources of the national cases against the national register, of a region against both."""
    landelijk = context.werkmap.woordenboek.documenten
    for afspraak in context.werkmap.landelijk:
        for bron in afspraak.bron:
            yield from controleer(bron, landelijk, afspraak.plaatsen.van("bron", "regel"))
    for gegevens in context.werkmap.regios.values():
        documenten = {**landelijk, **{d.naam: d for d in gegevens.regio.register.documenten}}
        for afspraak in gegevens.afspraken:
            for bron in afspraak.bron:
                yield from controleer(bron, documenten, afspraak.plaatsen.van("bron", "regel"))
            if not afspraak.bron:
                tekst = f"De afspraak over '{afspraak.regel}' noemt geen bron."
                hint = "Schrijf bijvoorbeeld 'bron: Annex 4, hoofdstuk 4'."
                yield meld("RP501", afspraak.plaatsen.van("regel"), tekst, hint)
        for alinea in gegevens.regio.register.alineas:
            bron = f"{alinea.document}, {alinea.paragraaf}"
            yield from controleer(bron, documenten, alinea.plaatsen.van("paragraaf"))


def controleer(bron: str, documenten: Mapping[str, Document], plaats: Plaats) -> Iterator[Melding]:
    """Check one bron: '<document>, <paragraaf>', a document alone, or the number of a national rule."""
    regels = documenten.get(REGELDOCUMENT)
    if bron in documenten or (regels and bron in regels.paragrafen):
        return
    naam, _, paragraaf = bron.partition(", ")
    document = documenten.get(naam)
    if document is None:
        hint = bedoelde_u(naam, documenten, hoogstens=0) or "Schrijf bijvoorbeeld: Annex 4, hoofdstuk 4. Of: OP271."
        yield meld("RP501", plaats, f"De bron '{bron}' kennen we niet.", hint)
    elif paragraaf not in document.paragrafen:
        tekst = f"'{paragraaf}' staat niet in het register van {naam}."
        yield meld("RP502", plaats, tekst, bedoelde_u(paragraaf, document.paragrafen))
