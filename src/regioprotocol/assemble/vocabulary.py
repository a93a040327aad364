"""The national vocabulary: messages, events, dimensions, code lists, municipalities, releases, sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar, cast

from regioprotocol.assemble.controls import lees_controle
from regioprotocol.assemble.item import Item
from regioprotocol.assemble.periods import lees_periode
from regioprotocol.diagnostics import Melding, Verwant, soort
from regioprotocol.model.kolommen import Kolom, Kolommen, Kolomsoort, Productveld, Schrijfwijze
from regioprotocol.model.periode import ALTIJD, Release
from regioprotocol.model.woordenboek import (
    Bericht,
    Code,
    Codelijst,
    Dimensie,
    Dimensiewaarde,
    Document,
    Gebeurtenis,
    Gemeente,
    Herkomst,
    Hoofdstuk,
    Veelgevraagd,
    Woordenboek,
    Zoekhulp,
    Zoekwoord,
)

T = TypeVar("T")


def lees_woordenboek(
    items: Iterable[Item],
    codelijsten: Iterable[Item],
    controles: Iterable[Item],
    bronnen: Iterable[Item],
    meldingen: list[Melding],
) -> Woordenboek:
    """Give the vocabulary from the files of protocols/; a word that is defined twice is a finding."""
    files = list(items)

    def alle(sleutel: str) -> Iterator[Item]:
        return _alle(files, sleutel)

    lijsten = {lijst.naam: lijst for lijst in map(_codelijst, codelijsten)}
    categorieen = {(c.tekst("codelijst"), c.tekst("code")): c.paren("volgt") for c in alle("categorieen")}
    berichten = {b.nummer: b for b in _uniek(alle("berichten"), "bericht", _bericht, meldingen)}
    regels = {c.nummer: c for c in _uniek(controles, "controle", lambda i: lees_controle(i, berichten), meldingen)}
    kalender = next(filter(None, (item.blok("kalender") for item in files)), None)
    return Woordenboek(
        berichten=berichten,
        actoren={a.tekst("actor"): a.tekst("in_zin") for a in alle("actoren")},
        gebeurtenissen={g.naam: g for g in _uniek(alle("gebeurtenissen"), "gebeurtenis", _gebeurtenis, meldingen)},
        dimensies={
            d.naam: d
            for d in _uniek(alle("dimensies"), "dimensie", lambda i: _dimensie(i, lijsten, categorieen), meldingen)
        },
        standen={s.tekst("stand"): s.tekst("antwoord") for s in alle("standen")},
        codelijsten=lijsten,
        controles=regels,
        gemeenten={g.code: g for g in _uniek(alle("gemeenten"), "code", lees_gemeente, meldingen)},
        releases=tuple(_release(r) for r in alle("releases")),
        laatste_release=next((item.tekst("laatste") for item in files if "laatste" in item), ""),
        documenten={d.naam: d for d in (lees_document(bron, regels) for bron in bronnen)},
        eerste_jaar=int(kalender.tekst("eerste_jaar")) if kalender else 0,
        laatste_jaar=int(kalender.tekst("laatste_jaar")) if kalender else 0,
        besluitdagen=tuple(
            (dag, besluit.tekst("naam"))
            for besluit in (kalender.onderdelen("besluitdagen") if kalender else ())
            if (dag := besluit.datum("datum"))
        ),
        kolommen=_kolommen(files, meldingen),
        productvelden=tuple(_productveld(v) for v in alle("productvelden")),
        zoekhulp=_zoekhulp(files),
        hoofdstukken=tuple(_uniek(alle("hoofdstukken"), "hoofdstuk", _hoofdstuk, meldingen)),
        in_het_kort=tuple(regel for item in files for regel in item.teksten("in_het_kort")),
    )


def _alle(files: Iterable[Item], sleutel: str) -> Iterator[Item]:
    for item in files:
        yield from item.onderdelen(sleutel)


def _kolommen(files: list[Item], meldingen: list[Melding]) -> Kolommen:
    return Kolommen(
        kolommen={k.naam: k for k in _uniek(_alle(files, "kolommen"), "kolom", _kolom, meldingen)},
        voetregels=tuple(woord for item in files for woord in item.teksten("voetregels")),
        schrijfwijzen=tuple(
            Schrijfwijze(dimensie=s.tekst("dimensie"), waarde=s.tekst("waarde"), namen=s.teksten("namen"))
            for s in _alle(files, "schrijfwijzen")
        ),
        opvallend_procent=next((int(i.tekst("opvallend_procent")) for i in files if "opvallend_procent" in i), 100),
    )


def _zoekhulp(files: list[Item]) -> Zoekhulp:
    return Zoekhulp(
        zoekwoorden=tuple(_zoekwoord(z) for z in _alle(files, "zoekwoorden")),
        vervolgvragen=tuple((v.tekst("dimensie"), v.tekst("vraag")) for v in _alle(files, "vervolgvragen")),
        veelgevraagd=tuple(
            Veelgevraagd(vraag=v.tekst("vraag"), zoek=v.tekst("zoek"), pagina=v.tekst("pagina"))
            for v in _alle(files, "veelgevraagd")
        ),
    )


def _uniek(items: Iterable[Item], sleutel: str, maak: Callable[[Item], T], meldingen: list[Melding]) -> Iterator[T]:
    gezien: dict[str, Item] = {}
    for item in items:
        naam = item.tekst(sleutel)
        if eerste := gezien.get(naam):
            verwant = Verwant(eerste.plaatsen.van(sleutel), "Hier staat de eerste.")
            plaats = item.plaatsen.van(sleutel)
            tekst = f"'{naam}' staat er voor de tweede keer."
            meldingen.append(Melding(soort("RP203"), plaats, tekst, soort("RP203").oplossing, (verwant,)))
            continue
        gezien[naam] = item
        yield maak(item)


def _bericht(item: Item) -> Bericht:
    return Bericht(
        nummer=item.tekst("bericht"),
        naam=item.tekst("naam"),
        van=item.tekst("van"),
        functie=item.tekst("functie"),
        afkorting=item.tekst("afkorting"),
        antwoord=item.teksten("antwoord"),
    )


def _gebeurtenis(item: Item) -> Gebeurtenis:
    return Gebeurtenis(naam=item.tekst("gebeurtenis"), in_zin=item.tekst("in_zin"), herkomst=_herkomst(item))


def _herkomst(item: Item) -> Herkomst:
    return cast("Herkomst", item.tekst("herkomst"))  # the schema allows no other word


def _dimensie(
    item: Item,
    lijsten: dict[str, Codelijst],
    categorieen: dict[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]],
) -> Dimensie:
    waarden = [
        Dimensiewaarde(
            waarde=waarde.tekst("waarde"),
            omschrijving=waarde.tekst("omschrijving"),
            herkomst=_herkomst(waarde) if "herkomst" in waarde else None,
            volgt=waarde.paren("volgt"),
        )
        for waarde in item.onderdelen("waarden")
    ]
    codelijsten = item.teksten("codelijst")
    for naam in codelijsten:
        # A code of a list that only one law has, says which law it is.
        lijst = lijsten.get(naam)
        for code in lijst.codes.values() if lijst else ():
            wet = (("wet", lijst.wetten),) if lijst and len(lijst.wetten) == 1 else ()
            volgt = (*wet, *categorieen.get((naam, code.code), ()))
            waarden.append(Dimensiewaarde(waarde=code.code, omschrijving=code.betekenis, volgt=volgt))
    return Dimensie(
        naam=item.tekst("dimensie"),
        titel=item.tekst("titel"),
        herkomst=_herkomst(item),
        waarden=tuple(waarden),
        codelijsten=codelijsten,
        vrij=item.ja("vrij"),
        meervoudig=item.ja("meervoudig"),
    )


def _codelijst(item: Item) -> Codelijst:
    codes = (
        Code(
            code=code.tekst("code"),
            betekenis=code.tekst("betekenis"),
            periode=lees_periode(code) or ALTIJD,
            vervallen=code.ja("vervallen"),
            regel=code.tekst("regel"),
            berichten=code.teksten("berichten"),
            plaatsen=code.plaatsen,
        )
        for code in item.onderdelen("codes")
    )
    return Codelijst(
        naam=item.tekst("codelijst"),
        titel=item.tekst("naam"),
        wetten=item.teksten("wet"),
        codes={code.code: code for code in codes},
    )


def lees_gemeente(item: Item) -> Gemeente:
    """Give a municipality."""
    return Gemeente(
        code=item.tekst("code"),
        naam=item.tekst("naam"),
        provincie=item.tekst("provincie"),
        jeugdregio=item.tekst("jeugdregio"),
        periode=lees_periode(item) or ALTIJD,
    )


def _kolom(item: Item) -> Kolom:
    return Kolom(
        naam=item.tekst("kolom"),
        titel=item.tekst("titel"),
        soort=cast("Kolomsoort", item.tekst("soort")),
        uitleg=item.tekst("uitleg"),
        breedte=int(item.tekst("breedte")),
        namen=item.teksten("namen"),
        dimensie=item.tekst("dimensie"),
        eigen=item.ja("eigen"),
    )


def _productveld(item: Item) -> Productveld:
    return Productveld(
        bericht=item.tekst("bericht"),
        element=item.tekst("element"),
        regel=item.tekst("regel"),
        veld=item.tekst("veld"),
        als=tuple((sleutel, waarde) for sleutel, (waarde,) in item.paren("als")),
        uit=item.tekst("uit"),
    )


def _zoekwoord(item: Item) -> Zoekwoord:
    return Zoekwoord(
        zeggen=item.teksten("zeggen"),
        bedoelen=item.teksten("bedoelen"),
        als=tuple((sleutel, waarde) for sleutel, (waarde,) in item.paren("als")),
    )


def _hoofdstuk(item: Item) -> Hoofdstuk:
    return Hoofdstuk(
        naam=item.tekst("hoofdstuk"),
        titel=item.tekst("titel"),
        omschrijving=item.tekst("omschrijving"),
        regels=item.teksten("regels"),
        berichten=item.teksten("berichten"),
    )


def _release(item: Item) -> Release:
    return Release(
        naam=item.tekst("release"),
        vanaf=item.datum("vanaf"),
        tot_en_met=item.datum("tot_en_met"),
        uiterlijk=item.datum("uiterlijk"),
    )


def lees_document(item: Item, controles: Collection[str] = ()) -> Document:
    """Give a source document with its paragraphs; of one that says so, those are the national rules."""
    heeft_controles = item.ja("controles")
    return Document(
        naam=item.tekst("document"),
        titel=item.tekst("titel"),
        paragrafen=frozenset([*item.teksten("paragrafen"), *(controles if heeft_controles else ())]),
        heeft_controles=heeft_controles,
        uitgever=item.tekst("uitgever"),
        datum=item.datum("datum"),
        vindplaats=item.tekst("vindplaats"),
        plaatsen=item.plaatsen,
    )
