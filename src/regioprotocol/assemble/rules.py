"""The catalogue: rules with their words, and the national cases that stand with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from regioprotocol.assemble.agreements import Standaarden, lees_afspraken
from regioprotocol.assemble.conditions import Woorden
from regioprotocol.assemble.item import Item
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.model.afspraak import Afspraak
from regioprotocol.model.periode import Geldigheid
from regioprotocol.model.regel import Regel, Soortwaarde
from regioprotocol.model.woordenboek import Woordenboek


def lees_regel(item: Item, woordenboek: Woordenboek, regio: str = "") -> Regel:
    """Give a rule. Unknown messages and code lists are findings."""
    for bericht in item.teksten("berichten"):
        if bericht not in woordenboek.berichten:
            tekst = f"Bericht {bericht} kennen we niet."
            item.meld("RP206", "berichten", tekst, bedoelde_u(bericht, woordenboek.berichten))
    codelijst = item.tekst("codelijst")
    if codelijst and codelijst not in woordenboek.codelijsten:
        hint = bedoelde_u(codelijst, woordenboek.codelijsten)
        item.meld("RP107", "codelijst", f"De codelijst '{codelijst}' kennen we niet.", hint)
        codelijst = ""
    keuzes = item.blok("keuzes")
    return Regel(
        naam=item.tekst("regel"),
        soort=Soortwaarde(item.tekst("soort_waarde")),
        titel=item.tekst("titel"),
        vraag=item.tekst("vraag"),
        antwoord=item.tekst("antwoord"),
        bron=item.teksten("bron"),
        afwijkbaar=_woord(item, "afwijkbaar", "ja"),
        toetsbaar=_woord(item, "toetsbaar", "niet"),
        peildatum=_woord(item, "peildatum", "gebeurtenis"),
        vrije_dag=_woord(item, "vrije_dag", "niet afgesproken"),
        antwoorden=tuple((waarde, " ".join(tekst)) for waarde, tekst in item.paren("antwoorden")),
        synoniemen=item.teksten("synoniemen"),
        berichten=item.teksten("berichten"),
        elementen=item.teksten("elementen"),
        actor=item.tekst("actor"),
        keuzes={naam: keuzes.tekst(naam) for naam in keuzes.node} if keuzes else {},
        codelijst=codelijst,
        eenheid=item.tekst("eenheid"),
        uit_product=item.tekst("uit_product"),
        geldig=item.geldig() or Geldigheid(),
        dekt=item.teksten("dekt"),
        regio=regio,
        plaatsen=item.plaatsen,
    )


def _woord(item: Item, sleutel: str, anders: str) -> Any:
    return cast("Any", item.tekst(sleutel, anders))


def lees_gevallen(item: Item, regel: Regel, woorden: Woorden) -> Iterator[Afspraak]:
    """Give the national cases of a rule: layer iStandaarden, or that of the region that owns the rule."""
    standaarden = Standaarden(laag="regio" if regel.regio else "iStandaarden")
    for geval in item.onderdelen("gevallen"):
        yield from lees_afspraken(geval, {regel.naam: regel}, woorden, standaarden, regel=regel.naam)
