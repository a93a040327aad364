"""A snapshot to the public parameter set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, cast

from msgspec import UnsetType

from regioprotocol.export.calendar_days import vrije_dagen
from regioprotocol.export.controls import controles
from regioprotocol.export.fields import dag, duur_record, of_niet
from regioprotocol.export.products import producten
from regioprotocol.model.afspraak import Als
from regioprotocol.model.periode import ALTIJD, Periode, bepaal
from regioprotocol.model.regel import (
    Bedrag,
    Berekening,
    Getal,
    Inhoud,
    Lijst,
    Regel,
    Soortwaarde,
    Stand,
    Termijn,
    Woord,
)
from regioprotocol.model.regio import Regio, Versie
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.parameterset import FORMAAT, Parameterset, with_digest
from regioprotocol.parameterset import records as r
from regioprotocol.resolve import Geval, Snapshot

STANDAARD: Final = "standaard"
LICENTIE: Final = "CC0-1.0"


def build(snapshot: Snapshot) -> Parameterset:
    """Give the set of a snapshot. It holds all days; its version is the last one that is known."""
    woordenboek, regio = snapshot.woordenboek, snapshot.regio
    versie = _versie(snapshot)
    soorten = {soort: tuple(_regels(snapshot, soort)) for soort in Soortwaarde}
    return with_digest(
        Parameterset(
            formaat=FORMAAT,
            regio=regio.naam if regio else STANDAARD,
            naam=regio.titel if regio else "Landelijke standaard",
            versie=versie.nummer if versie else f"release {woordenboek.laatste_release}",
            status=versie.status if versie else "standaard",
            officieel=versie.officieel if versie else False,
            licentie=LICENTIE,
            digest="",
            release=(regio and regio.vaste_release) or woordenboek.laatste_release,
            release_vast=bool(regio and regio.vaste_release),
            standaardprotocollen=regio.standaardprotocollen if regio else _varianten(woordenboek),
            versies=tuple(_versies(snapshot.versies)),
            deelname=tuple(_deelname(snapshot, regio)) if regio else (),
            standaardfeiten=_voorwaarden(regio.standaardfeiten) if regio else (),
            berichtgebruik=cast("tuple[r.BerichtgebruikRegel, ...]", soorten[Soortwaarde.BERICHTGEBRUIK]),
            termijnen=cast("tuple[r.TermijnRegel, ...]", soorten[Soortwaarde.TERMIJN]),
            keuzes=cast("tuple[r.KeuzeRegel, ...]", soorten[Soortwaarde.KEUZE]),
            lijsten=cast("tuple[r.LijstRegel, ...]", soorten[Soortwaarde.LIJST]),
            getallen=cast("tuple[r.GetalRegel, ...]", soorten[Soortwaarde.GETAL]),
            bedragen=cast("tuple[r.BedragRegel, ...]", soorten[Soortwaarde.BEDRAG]),
            berekeningen=cast("tuple[r.BerekeningRegel, ...]", soorten[Soortwaarde.BEREKENING]),
            teksten=cast("tuple[r.TekstRegel, ...]", soorten[Soortwaarde.TEKST]),
            volgt_uit=tuple(
                r.Gevolg(sleutel=sleutel, waarde=waarde, feiten=_voorwaarden(feiten))
                for (sleutel, waarde), feiten in sorted(snapshot.gevolgen.volgt_uit.items())
            ),
            producten=producten(snapshot.gegevens.producten if snapshot.gegevens else None),
            codelijsten=tuple(_codelijsten(woordenboek)),
            controles=controles(woordenboek),
            dimensies=tuple(_dimensies(woordenboek)),
            gebeurtenissen=tuple(
                r.Gebeurtenis(gebeurtenis=g.naam, in_zin=g.in_zin, herkomst=g.herkomst)
                for g in sorted(woordenboek.gebeurtenissen.values(), key=lambda g: g.naam)
            ),
            standen=tuple(r.Antwoord(waarde=stand, tekst=tekst) for stand, tekst in woordenboek.standen.items()),
            kalender=vrije_dagen(woordenboek),
        )
    )


def _versie(snapshot: Snapshot) -> Versie | None:
    return max(snapshot.versies, key=lambda v: v.geldt.vanaf or date.min, default=None)


def _versies(versies: tuple[Versie, ...]) -> Iterator[r.Versie]:
    for versie in versies:
        yield r.Versie(
            nummer=versie.nummer,
            status=versie.status,
            vanaf=dag(versie.geldt.vanaf),
            vastgesteld=dag(versie.vastgesteld),
            besluit=of_niet(versie.besluit),
        )


def _varianten(woordenboek: Woordenboek) -> tuple[str, ...]:
    dimensie = woordenboek.dimensies.get("uitvoeringsvariant")
    return tuple(w.waarde for w in dimensie.waarden) if dimensie else ()


def _deelname(snapshot: Snapshot, regio: Regio) -> Iterator[r.Deelname]:
    namen = {g.code: g.naam for g in (*snapshot.woordenboek.gemeenten.values(), *regio.gemeenten)}
    domeinen = snapshot.woordenboek.dimensies["domein"]
    wet_van = {w.waarde: wet for w in domeinen.waarden for sleutel, (wet, *_) in w.volgt if sleutel == "wet"}
    for deel in regio.deelname:
        for domein in deel.domeinen:
            yield r.Deelname(
                gemeente=deel.gemeente,
                naam=namen.get(deel.gemeente, deel.gemeente),
                wet=wet_van.get(domein, domein),
                domein=domein,
                perceel=of_niet(deel.perceel),
                vanaf=dag(deel.periode.begin),
                tot_en_met=dag(deel.periode.laatste_dag),
            )


def _regels(snapshot: Snapshot, soort: Soortwaarde) -> Iterator[r.Regel]:
    klasse = _REGELKLASSE[soort]
    for naam, gevallen in snapshot.gevallen.items():
        regel = snapshot.regels[naam]
        if regel.soort is soort:
            records = tuple(_geval(geval, regel) for geval in gevallen)
            yield klasse(**_regel(regel, snapshot), **_eigen(regel), gevallen=records)


def _regel(regel: Regel, snapshot: Snapshot) -> dict[str, Any]:
    vast = snapshot.regio.vaste_release if snapshot.regio else None
    leven, _ = bepaal(regel.geldig, snapshot.woordenboek.releases, vast)
    leven = leven or ALTIJD
    return {
        "regel": regel.naam,
        "titel": regel.titel,
        "vraag": regel.vraag,
        "antwoord": regel.antwoord,
        "antwoorden": tuple(r.Antwoord(waarde=waarde, tekst=tekst) for waarde, tekst in regel.antwoorden),
        "synoniemen": regel.synoniemen,
        "berichten": regel.berichten,
        "elementen": regel.elementen,
        "bron": "; ".join(regel.bron),
        "afwijkbaar": regel.afwijkbaar,
        "toetsbaar": regel.toetsbaar,
        "peildatum": regel.peildatum,
        **_dagen(leven),
        "actor": of_niet(regel.actor),
        "codelijst": of_niet(regel.codelijst),
    }


def _eigen(regel: Regel) -> dict[str, Any]:
    if regel.soort is Soortwaarde.TERMIJN:
        return {"vrije_dag": regel.vrije_dag, "uit_product": of_niet(regel.uit_product)}
    return {"eenheid": of_niet(regel.eenheid)} if regel.soort is Soortwaarde.GETAL else {}


def _geval(geval: Geval, regel: Regel) -> r.Geval:
    a = geval.afspraak
    if a.inhoud is None or a.soort == "verduidelijking":
        raise ValueError(f"{geval.id} heeft geen waarde")
    algemeen: dict[str, Any] = {
        "geval": geval.id,
        "als": _voorwaarden(geval.als),
        "laag": a.laag,
        "soort": a.soort,
        "bindend": not geval.rang[0],
        "zekerheid": "zeker" if geval.zeker else "uiterlijk",
        "stand": a.inhoud.stand if isinstance(a.inhoud, Stand) else "waarde",
        "bron": "; ".join(a.bron),
        **_dagen(geval.periode),
        "versie": of_niet(a.versie),
        "waar": of_niet(a.inhoud.waar if isinstance(a.inhoud, Stand) else ""),
        "reden": of_niet(a.reden),
        "besluit": of_niet(a.besluit),
        "toelichting": of_niet(a.toelichting),
        "opmerking": of_niet(a.opmerking),
    }
    return _GEVALKLASSE[regel.soort](**algemeen, **_waarde(a.inhoud, regel.soort, telt_op=a.telt_op))


def _waarde(inhoud: Inhoud, soort: Soortwaarde, *, telt_op: bool) -> dict[str, Any]:
    waarde: dict[str, Any] = {}
    match inhoud:
        case Termijn():
            waarde = {"tekst": inhoud.tekst, "duur": duur_record(inhoud.duur)}
            if inhoud.richting and inhoud.gebeurtenis:
                waarde |= {"richting": inhoud.richting, "gebeurtenis": inhoud.gebeurtenis}
        case Woord():
            waarde = {"waarde": inhoud.tekst}
            if soort is Soortwaarde.BERICHTGEBRUIK:
                waarde["gevolg"] = of_niet(inhoud.gevolg)
        case Getal():
            waarde = {"waarde": inhoud.getal}
        case Bedrag():
            waarde = {"waarde": f"{inhoud.bedrag:.2f}"}
        case Berekening():
            waarde = {"waarde": inhoud.naam}
        case _:
            pass
    if soort is Soortwaarde.LIJST:
        waarde = {"telt_op": telt_op, "waarden": inhoud.items if isinstance(inhoud, Lijst) else ()}
    if soort is Soortwaarde.BEREKENING:
        paren = inhoud.instellingen if isinstance(inhoud, Berekening) else ()
        waarde["instellingen"] = tuple(r.Instelling(sleutel=s, waarde=w) for s, w in paren)
    return waarde


def _codelijsten(woordenboek: Woordenboek) -> Iterator[r.Codelijst]:
    """Give every national list, without codes that ended nobody knows when: an engine judges messages with them."""
    for naam, lijst in sorted(woordenboek.codelijsten.items()):
        codes = (
            r.Code(code=c.code, betekenis=c.betekenis, **_dagen(c.periode))
            for c in lijst.codes.values()
            if not (c.vervallen and c.periode.einde is None)
        )
        yield r.Codelijst(codelijst=naam, naam=lijst.titel, wet=lijst.wetten, codes=tuple(codes))


def _dimensies(woordenboek: Woordenboek) -> Iterator[r.Dimensie]:
    lijsten = woordenboek.codelijsten
    for dimensie in sorted(woordenboek.dimensies.values(), key=lambda d: d.naam):
        in_lijst = {c for lijst in dimensie.codelijsten if lijst in lijsten for c in lijsten[lijst].codes}
        yield r.Dimensie(
            sleutel=dimensie.naam,
            titel=dimensie.titel,
            herkomst=dimensie.herkomst,
            meervoudig=dimensie.meervoudig,
            codelijsten=dimensie.codelijsten,
            waarden=tuple(
                r.Dimensiewaarde(waarde=w.waarde, omschrijving=w.omschrijving, herkomst=w.herkomst or dimensie.herkomst)
                for w in dimensie.waarden
                if w.waarde not in in_lijst
            ),
        )


def _voorwaarden(als: Als) -> tuple[r.Voorwaarde, ...]:
    return tuple(r.Voorwaarde(sleutel=v.sleutel, waarden=v.waarden) for v in als)


def _dagen(periode: Periode) -> dict[str, str | UnsetType]:
    return {"vanaf": dag(periode.begin), "tot_en_met": dag(periode.laatste_dag)}


_REGELKLASSE: Final[dict[Soortwaarde, type[Any]]] = {
    Soortwaarde.BERICHTGEBRUIK: r.BerichtgebruikRegel,
    Soortwaarde.TERMIJN: r.TermijnRegel,
    Soortwaarde.KEUZE: r.KeuzeRegel,
    Soortwaarde.LIJST: r.LijstRegel,
    Soortwaarde.GETAL: r.GetalRegel,
    Soortwaarde.BEDRAG: r.BedragRegel,
    Soortwaarde.BEREKENING: r.BerekeningRegel,
    Soortwaarde.TEKST: r.TekstRegel,
}
_GEVALKLASSE: Final[dict[Soortwaarde, type[r.Geval]]] = {
    Soortwaarde.BERICHTGEBRUIK: r.BerichtgebruikGeval,
    Soortwaarde.TERMIJN: r.TermijnGeval,
    Soortwaarde.KEUZE: r.KeuzeGeval,
    Soortwaarde.LIJST: r.LijstGeval,
    Soortwaarde.GETAL: r.GetalGeval,
    Soortwaarde.BEDRAG: r.BedragGeval,
    Soortwaarde.BEREKENING: r.BerekeningGeval,
    Soortwaarde.TEKST: r.TekstGeval,
}
