"""A region: regio.yaml and its source register."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from regioprotocol.assemble.item import Item
from regioprotocol.assemble.periods import lees_periode
from regioprotocol.assemble.vocabulary import lees_document, lees_gemeente
from regioprotocol.model.afspraak import Voorwaarde
from regioprotocol.model.periode import ALTIJD, Geldigheid
from regioprotocol.model.regio import Alinea, Contact, Deelname, Regio, Register, Status, Versie, Weggelaten
from regioprotocol.model.woordenboek import Woordenboek


def lees_register(bronnen: Iterable[Item]) -> Register:
    """Give the documents, their statements, and what was left out on purpose."""
    registers = list(bronnen)
    return Register(
        documenten=tuple(lees_document(d) for r in registers for d in r.onderdelen("documenten")),
        alineas=tuple(_alinea(a) for r in registers for a in r.onderdelen("alineas")),
        weggelaten=tuple(
            Weggelaten(id=w.tekst("id"), reden=w.tekst("reden"), plaatsen=w.plaatsen)
            for r in registers
            for w in r.onderdelen("weggelaten")
        ),
    )


def lees_regio(item: Item, bronnen: Iterable[Item], woordenboek: Woordenboek) -> Regio:
    """Give a region with its register of sources."""
    volgt = item.blok("volgt")
    release = volgt.tekst("release", "laatste") if volgt else "laatste"
    if volgt and release != "laatste" and release not in {r.naam for r in woordenboek.releases}:
        volgt.meld("RP208", "release", f"Release {release} kennen we niet.")
        release = "laatste"
    return Regio(
        naam=item.tekst("regio"),
        titel=item.tekst("naam"),
        afkortingen=item.teksten("afkortingen"),
        omschrijving=item.tekst("omschrijving"),
        voorbeeld=item.ja("voorbeeld"),
        standaardprotocollen=volgt.teksten("standaardprotocol") if volgt else (),
        vaste_release=None if release == "laatste" else release,
        standaardfeiten=tuple(Voorwaarde(naam, tuple(sorted(w))) for naam, w in item.paren("standaardfeiten")),
        versies=tuple(_versie(versie) for versie in item.onderdelen("versies")),
        deelname=tuple(_deelname(deel) for deel in item.onderdelen("deelname")),
        gemeenten=tuple(lees_gemeente(gemeente) for gemeente in item.onderdelen("gemeenten")),
        contacten=tuple(Contact(c.tekst("onderwerp"), c.tekst("adres")) for c in item.onderdelen("contacten")),
        in_het_kort=item.teksten("in_het_kort"),
        register=lees_register(bronnen),
        plaatsen=item.plaatsen,
    )


def _versie(item: Item) -> Versie:
    geldt = Geldigheid() if item.tekst("geldt") == "onbekend" else item.geldig("geldt")
    return Versie(
        nummer=item.tekst("nummer"),
        status=cast("Status", item.tekst("status")),
        geldt=geldt or Geldigheid(),
        vastgesteld=item.datum("vastgesteld"),
        besluit=item.tekst("besluit"),
        vindplaats=item.tekst("vindplaats"),
        officieel=item.ja("officieel"),
        plaatsen=item.plaatsen,
    )


def _deelname(item: Item) -> Deelname:
    return Deelname(
        gemeente=item.tekst("gemeente"),
        domeinen=item.teksten("domeinen"),
        perceel=item.tekst("perceel"),
        periode=lees_periode(item) or ALTIJD,
        bron=item.teksten("bron"),
        opmerking=item.tekst("opmerking"),
        plaatsen=item.plaatsen,
    )


def _alinea(item: Item) -> Alinea:
    return Alinea(
        id=item.tekst("id"),
        document=item.tekst("document"),
        paragraaf=item.tekst("paragraaf"),
        soort=item.tekst("soort"),
        kern=item.tekst("kern"),
        plaatsen=item.plaatsen,
    )
