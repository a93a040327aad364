"""All documents of a workspace to one Werkmap. Parts whose shape is wrong are left out, the rest is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from regioprotocol.assemble.agreements import lees_afspraken, lees_standaarden
from regioprotocol.assemble.conditions import Woorden
from regioprotocol.assemble.item import Item
from regioprotocol.assemble.products import lees_tabel
from regioprotocol.assemble.prose import lees_routes, lees_werkwijze
from regioprotocol.assemble.regions import lees_regio, lees_register
from regioprotocol.assemble.rules import lees_gevallen, lees_regel
from regioprotocol.assemble.vocabulary import lees_woordenboek
from regioprotocol.diagnostics import Melding, Verwant, soort
from regioprotocol.model.afspraak import Afspraak
from regioprotocol.model.product import Producttabel
from regioprotocol.model.regel import Regel
from regioprotocol.model.werkmap import Regiogegevens, Werkmap
from regioprotocol.model.werkwijze import Werkwijze
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.source import Document

Soorten = Mapping[str, list[Item]]


def assemble(documents: Iterable[tuple[Document, str]], kapot: Collection[str] = ()) -> tuple[Werkmap, list[Melding]]:
    """Give the workspace from documents with their kind, and what could not be typed.

    *kapot*: files that were found wrong before; that they are not here is no news.
    """
    meldingen: list[Melding] = []
    landelijk: dict[str, list[Item]] = {}
    regionaal: dict[str, dict[str, list[Item]]] = {}
    tabellen: list[Item] = []
    for document, kind in documents:
        item = Item(document, document.data, meldingen)
        root, *rest = PurePosixPath(document.bestand).parts
        if root == "protocols":
            landelijk.setdefault(kind, []).append(item)
        elif root == "productcodes":
            tabellen.append(item)
        elif len(rest) == 1:
            plaats = item.plaatsen.van()
            tekst = "Dit bestand staat naast de mappen van de regio's, en hoort dus bij geen regio."
            meldingen.append(Melding(soort("RP204"), plaats, tekst, "Zet het bestand in de map van een regio."))
        else:
            regionaal.setdefault(rest[0], {}).setdefault(kind, []).append(item)
    woordenboek = lees_woordenboek(
        landelijk.get("woordenboek", []),
        landelijk.get("codelijst", []),
        [controle for bestand in landelijk.get("controles", []) for controle in bestand.onderdelen("controles")],
        [document for bron in landelijk.get("bronnen", []) for document in bron.onderdelen("documenten")],
        meldingen,
    )
    regels, afspraken = _landelijk(landelijk, woordenboek, meldingen)
    producten = _tabellen(tabellen, regionaal)
    regios = {
        naam: _regio(soorten, regels, woordenboek, producten.get(naam), meldingen)
        for naam, soorten in sorted(regionaal.items())
        if _heeft_regio(naam, soorten, kapot, meldingen)
    }
    werkmap = Werkmap(
        woordenboek=woordenboek,
        regels=regels,
        landelijk=afspraken,
        register=lees_register(landelijk.get("bronnen", [])),
        werkwijzen=_hoofdstukken(landelijk),
        regios=regios,
    )
    return werkmap, meldingen


def _hoofdstukken(soorten: Soorten) -> tuple[Werkwijze, ...]:
    gelezen = (lees_werkwijze(item) for item in soorten.get("werkwijze", []))
    return tuple(sorted(gelezen, key=lambda werkwijze: (werkwijze.volgorde, werkwijze.titel)))


def _landelijk(
    soorten: Soorten, woordenboek: Woordenboek, meldingen: list[Melding]
) -> tuple[dict[str, Regel], tuple[Afspraak, ...]]:
    woorden = Woorden(woordenboek)
    items = [regel for bestand in soorten.get("regels", []) for regel in bestand.onderdelen("regels")]
    regels: dict[str, Regel] = {}
    afspraken: list[Afspraak] = []
    for item in items:
        regel = lees_regel(item, woordenboek)
        if _dubbel(regel, regels, meldingen):
            continue
        regels[regel.naam] = regel
        afspraken += lees_gevallen(item, regel, woorden)
    for bestand in soorten.get("standaardprotocol", []):
        standaarden = lees_standaarden(bestand, woorden, "standaardprotocol")
        for item in bestand.onderdelen("afspraken"):
            afspraken += lees_afspraken(item, regels, woorden, standaarden)
    return regels, tuple(afspraken)


def _dubbel(regel: Regel, regels: Mapping[str, Regel], meldingen: list[Melding]) -> bool:
    eerste = regels.get(regel.naam)
    if eerste:
        verwant = Verwant(eerste.plaatsen.van("regel"), "Hier staat de eerste.")
        tekst = f"De regel '{regel.naam}' staat er twee keer."
        kind = soort("RP203")
        meldingen.append(Melding(kind, regel.plaatsen.van("regel"), tekst, kind.oplossing, (verwant,)))
    return eerste is not None


def _heeft_regio(naam: str, soorten: Soorten, kapot: Collection[str], meldingen: list[Melding]) -> bool:
    if "regio" in soorten:
        item = soorten["regio"][0]
        if item.tekst("regio") not in {naam, ""}:
            tekst = f"De map heet '{naam}', maar hier staat '{item.tekst('regio')}'."
            item.meld("RP204", "regio", tekst, f"Schrijf 'regio: {naam}', of hernoem de map.")
        return True
    if f"regions/{naam}/regio.yaml" in kapot:
        return False
    item = next(iter(soorten.values()))[0]
    kind = soort("RP204")
    tekst = f"In de map regions/{naam} staat geen bestand regio.yaml dat we kunnen lezen."
    meldingen.append(Melding(kind, item.plaatsen.van(), tekst, "Zonder regio.yaml weten we niet welke regio dit is."))
    return False


def _tabellen(tabellen: Iterable[Item], regios: Mapping[str, Soorten]) -> dict[str, Producttabel]:
    gelezen: dict[str, Producttabel] = {}
    for item in tabellen:
        tabel = lees_tabel(item)
        if tabel.regio not in regios:
            item.meld("RP204", "regio", f"De regio '{tabel.regio}' heeft geen map in regions.")
        elif eerste := gelezen.get(tabel.regio):
            verwant = Verwant(eerste.plaatsen.van("regio"), "Hier staat de eerste tabel.")
            item.meld("RP203", "regio", f"De regio '{tabel.regio}' heeft een tweede tabel.", "", verwant)
        else:
            gelezen[tabel.regio] = tabel
    return gelezen


def _regio(
    soorten: Soorten,
    landelijk: Mapping[str, Regel],
    woordenboek: Woordenboek,
    tabel: Producttabel | None,
    meldingen: list[Melding],
) -> Regiogegevens:
    regio = lees_regio(soorten["regio"][0], soorten.get("bronnen", []), woordenboek)
    codes = [product.code for product in tabel.producten] if tabel else []
    woorden = Woorden(woordenboek, codes, [gemeente.code for gemeente in regio.gemeenten])
    eigen: dict[str, Regel] = {}
    afspraken: list[Afspraak] = []
    voorvoegsels = {naam.split(".")[0] for naam in landelijk}
    for item in (regel for bestand in soorten.get("regels", []) for regel in bestand.onderdelen("regels")):
        regel = lees_regel(item, woordenboek, regio.naam)
        if regel.naam.split(".")[0] in voorvoegsels:
            item.meld("RP210", "regel", f"De naam '{regel.naam}' begint als een landelijke regel.")
        elif not _dubbel(regel, eigen, meldingen):
            eigen[regel.naam] = regel
            afspraken += lees_gevallen(item, regel, woorden)
    regels = {**landelijk, **eigen}
    for bestand in (*soorten.get("afspraken", []), *soorten.get("gemeente", [])):
        standaarden = lees_standaarden(bestand, woorden, "gemeente" if "gemeente" in bestand else "regio")
        for item in bestand.onderdelen("afspraken"):
            afspraken += lees_afspraken(item, regels, woorden, standaarden)
    return Regiogegevens(
        regio=regio,
        regels=tuple(eigen.values()),
        afspraken=tuple(afspraken),
        producten=tabel,
        werkwijzen=_hoofdstukken(soorten),
        routes=tuple(route for item in soorten.get("routes", []) for route in lees_routes(item, woorden)),
    )
