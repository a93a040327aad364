"""RP5: every bron names a known document and paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regioprotocol.checks.context import Context, meld
from regioprotocol.diagnostics import Melding, Plaats, Plaatsen, bedoelde_u
from regioprotocol.model.regio import Alinea, Register, op_naam
from regioprotocol.model.woordenboek import Document


def bronnen(context: Context) -> Iterator[Melding]:
    """Check the sources of the national cases against the national register, of a region against both."""
    werkmap = context.werkmap
    landelijk = werkmap.woordenboek.documenten
    for geval in werkmap.landelijk:
        yield from _alle(geval.bron, landelijk, geval.plaatsen)
    for regel in werkmap.regels.values():
        yield from _alle(regel.bron, landelijk, regel.plaatsen)
    for controle in werkmap.woordenboek.controles.values():
        yield from _alle(controle.bron, landelijk, controle.plaatsen)
    for alinea in werkmap.register.alineas:
        yield from _alinea(alinea, landelijk)
    for gegevens in werkmap.regios.values():
        documenten = {**landelijk, **op_naam(gegevens.regio.register.documenten)}
        for eigen in gegevens.regels:
            yield from _alle(eigen.bron, documenten, eigen.plaatsen)
        for deel in gegevens.regio.deelname:
            yield from _alle(deel.bron, documenten, deel.plaatsen)
        for afspraak in gegevens.afspraken:
            yield from _alle(afspraak.bron, documenten, afspraak.plaatsen)
            if not afspraak.bron:
                tekst = f"De afspraak over '{afspraak.regel}' noemt geen bron."
                hint = f"Schrijf bijvoorbeeld 'bron: {_voorbeeld(gegevens.regio.register)}'."
                yield meld("RP501", afspraak.plaatsen.van("regel"), tekst, hint)
        for alinea in gegevens.regio.register.alineas:
            yield from _alinea(alinea, documenten)


def _alle(bron: tuple[str, ...], documenten: Mapping[str, Document], plaatsen: Plaatsen) -> Iterator[Melding]:
    for deel in bron:
        yield from controleer(deel, documenten, plaatsen.van("bron", "regel"))


def _alinea(alinea: Alinea, documenten: Mapping[str, Document]) -> Iterator[Melding]:
    sleutel = "paragraaf" if alinea.document in documenten else "document"
    yield from controleer(f"{alinea.document}, {alinea.paragraaf}", documenten, alinea.plaatsen.van(sleutel))


def controleer(bron: str, documenten: Mapping[str, Document], plaats: Plaats) -> Iterator[Melding]:
    """Check one bron: '<document>, <paragraaf>', a document alone, or the number of a national rule."""
    if bron in documenten or any(d.heeft_controles and bron in d.paragrafen for d in documenten.values()):
        return
    naam, _, paragraaf = bron.partition(", ")
    document = documenten.get(naam)
    if document is None:
        hint = _bedoelde_bron(bron, documenten)
        yield meld("RP501", plaats, f"De bron '{bron}' kennen we niet.", hint)
    elif paragraaf not in document.paragrafen:
        tekst = f"'{paragraaf}' staat niet in het register van {naam}."
        hint = f"{bedoelde_u(paragraaf, document.paragrafen)} Of voeg '{paragraaf}' toe bij paragrafen in bronnen.yaml."
        yield meld("RP502", plaats, tekst, hint.strip())


def _bedoelde_bron(bron: str, documenten: Mapping[str, Document]) -> str:
    """Someone who names only a paragraph gets the document that has it."""
    met = next((d.naam for d in documenten.values() if bron in d.paragrafen), None)
    if met:
        return f"Bedoelde u '{met}, {bron}'?"
    naam = bron.partition(", ")[0]
    return bedoelde_u(naam, documenten, hoogstens=0) or "Schrijf de naam van het document, een komma en de paragraaf."


def _voorbeeld(register: Register) -> str:
    document = next(iter(register.documenten), None)
    paragraaf = min(document.paragrafen, default="") if document else ""
    return f"{document.naam}, {paragraaf}" if document and paragraaf else "Protocol, hoofdstuk 1"
