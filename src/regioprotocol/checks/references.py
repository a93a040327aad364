"""RP2 and the versions and municipalities of RP3: names that must point at something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from regioprotocol.checks.context import Context, meld
from regioprotocol.coverage import dekking, landingen, register_van
from regioprotocol.diagnostics import Melding, Plaatsen, Verwant, bedoelde_u
from regioprotocol.model.regio import Deelname, Regio
from regioprotocol.model.werkmap import Regiogegevens
from regioprotocol.model.woordenboek import Woordenboek


def landing(context: Context) -> Iterator[Melding]:
    """Check that what is covered exists (RP205), and that every statement landed somewhere (RP505)."""
    werkmap = context.werkmap
    for naam in (None, *werkmap.regios):
        register = register_van(werkmap, naam)
        alineas = {alinea.id for alinea in register.alineas}
        genoemd = [(geland.id, geland.plaats) for geland in landingen(werkmap, naam)]
        genoemd += [(weg.id, weg.plaatsen.van("id")) for weg in register.weggelaten]
        for id_, plaats in dict.fromkeys(genoemd):
            if id_ not in alineas:
                tekst = f"De alinea '{id_}' staat niet in het bronregister."
                yield meld("RP205", plaats, tekst, bedoelde_u(id_, alineas))
        for rij in dekking(werkmap, naam):
            if rij.is_open:
                tekst = f"Alinea {rij.alinea.id} ({rij.alinea.document}, {rij.alinea.paragraaf}) komt nergens terug."
                yield meld("RP505", rij.alinea.plaatsen.van("id"), tekst)


def dubbel(context: Context) -> Iterator[Melding]:
    """Find names that must be unique and are not (RP203): documents, statements, versions, routes."""
    for gegevens in context.werkmap.regios.values():
        register = gegevens.regio.register
        yield from _dubbel("document", "Het document", [(d.naam, d.plaatsen) for d in register.documenten])
        yield from _dubbel("id", "De alinea", [(a.id, a.plaatsen) for a in register.alineas])
        yield from _dubbel("nummer", "De versie", [(v.nummer, v.plaatsen) for v in gegevens.regio.versies])
        yield from _dubbel("route", "De route", [(r.naam, r.plaatsen) for r in gegevens.routes])
    landelijk = context.werkmap.register
    yield from _dubbel("id", "De alinea", [(a.id, a.plaatsen) for a in landelijk.alineas])


def _dubbel(sleutel: str, wat: str, rijen: Iterable[tuple[str, Plaatsen]]) -> Iterator[Melding]:
    eerste: dict[str, Plaatsen] = {}
    for naam, plaatsen in rijen:
        if naam in eerste:
            verwant = Verwant(eerste[naam].van(sleutel), "Hier staat de eerste.")
            yield meld("RP203", plaatsen.van(sleutel), f"{wat} '{naam}' staat er twee keer.", "", verwant)
        else:
            eerste[naam] = plaatsen


def verwijzingen(context: Context) -> Iterator[Melding]:
    """Check the versions that afspraken came with, and the words of a region about itself."""
    for naam, gegevens in context.werkmap.regios.items():
        nummers = {versie.nummer for versie in gegevens.regio.versies}
        for afspraak in gegevens.afspraken:
            for sleutel, nummer in (("versie", afspraak.versie), ("beeindigd_in", afspraak.beeindigd_in)):
                if nummer and nummer not in nummers:
                    tekst = f"De protocolversie '{nummer}' staat niet in regio.yaml."
                    yield meld("RP207", afspraak.plaatsen.van(sleutel, "regel"), tekst, bedoelde_u(nummer, nummers))
        yield from _regio(gegevens, context.werkmap.woordenboek)
        regels = context.werkmap.regels_van(naam)
        for regel in gegevens.regio.in_het_kort:
            if regel not in regels:
                tekst = f"De regel '{regel}' kennen we niet."
                yield meld("RP201", gegevens.regio.plaatsen.van("in_het_kort"), tekst, bedoelde_u(regel, regels))


def _regio(gegevens: Regiogegevens, woordenboek: Woordenboek) -> Iterator[Melding]:
    regio = gegevens.regio
    varianten = {w.waarde for d in woordenboek.dimensies.values() if d.naam == "uitvoeringsvariant" for w in d.waarden}
    for naam in regio.standaardprotocollen:
        if naam not in varianten:
            tekst = f"Het standaardprotocol '{naam}' kennen we niet."
            yield meld("RP209", regio.plaatsen.van("volgt"), tekst, bedoelde_u(naam, varianten))
    for feit in regio.standaardfeiten:
        dimensie = woordenboek.dimensies.get(feit.sleutel)
        if dimensie is None:
            tekst = f"'{feit.sleutel}' kennen we niet bij de standaardfeiten."
            yield meld(
                "RP105",
                regio.plaatsen.van("standaardfeiten"),
                tekst,
                bedoelde_u(feit.sleutel, woordenboek.dimensies),
            )
            continue
        bekend = woordenboek.waarden_van(dimensie)
        for waarde in feit.waarden:
            if waarde not in bekend and not dimensie.vrij:
                tekst = f"'{waarde}' kennen we niet bij {dimensie.titel.lower()}."
                yield meld("RP106", regio.plaatsen.van("standaardfeiten"), tekst, bedoelde_u(waarde, bekend))
    gemeenten = {*woordenboek.gemeenten, *(g.code for g in regio.gemeenten)}
    for deel in regio.deelname:
        if deel.gemeente not in gemeenten:
            tekst = f"Gemeente {deel.gemeente} kennen we niet."
            yield meld("RP202", deel.plaatsen.van("gemeente"), tekst, bedoelde_u(deel.gemeente, gemeenten))


def versies(context: Context) -> Iterator[Melding]:
    """Check that a version in force has a day, and that no two begin on the same one (RP309)."""
    for gegevens in context.werkmap.regios.values():
        begonnen: dict[object, Verwant] = {}
        for versie in gegevens.regio.versies:
            plaats = versie.plaatsen.van("geldt")
            if versie.geldt.vanaf is None:
                if versie.status in {"definitief", "vervallen"}:
                    yield meld("RP309", plaats, f"Bij versie {versie.nummer} staat niet vanaf welke dag zij geldt.")
            elif versie.geldt.vanaf in begonnen:
                tekst = f"Versie {versie.nummer} begint op dezelfde dag als een andere versie."
                yield meld("RP309", plaats, tekst, "", begonnen[versie.geldt.vanaf])
            else:
                begonnen[versie.geldt.vanaf] = Verwant(plaats, f"Hier begint versie {versie.nummer}.")


def gemeenten(context: Context) -> Iterator[Melding]:
    """Check the municipalities that afspraken name (RP311), and that they exist while they take part (RP312)."""
    for gegevens in context.werkmap.regios.values():
        regio = gegevens.regio
        doen_mee = {deel.gemeente for deel in regio.deelname}
        bestaan = {**context.werkmap.woordenboek.gemeenten, **{g.code: g for g in regio.gemeenten}}
        for afspraak in gegevens.afspraken if doen_mee else ():
            genoemd = {w for v in afspraak.als if v.sleutel == "gemeente" for w in v.waarden}
            for gemeente in sorted((genoemd - doen_mee) & set(bestaan)):
                tekst = f"Gemeente {gemeente} doet in {regio.titel} niet mee."
                yield meld("RP311", afspraak.plaatsen.van("als", "gemeente", "regel"), tekst)
        for deel in regio.deelname:
            gemeente_ = bestaan.get(deel.gemeente)
            if gemeente_ and not gemeente_.periode.omvat(deel.periode):
                tekst = (
                    f"{gemeente_.naam} ({gemeente_.code}) bestaat {gemeente_.periode}; de deelname is {deel.periode}."
                )
                yield meld("RP312", deel.plaatsen.van("geldig", "gemeente"), tekst)


def deelname(context: Context) -> Iterator[Melding]:
    """Check that a municipality is in one region for a domein and perceel on a day (RP307)."""
    per_gemeente: dict[str, list[tuple[Regio, Deelname]]] = {}
    for gegevens in context.werkmap.regios.values():
        for deel in gegevens.regio.deelname:
            per_gemeente.setdefault(deel.gemeente, []).append((gegevens.regio, deel))
    for gemeente, rijen in per_gemeente.items():
        for (een, a), (twee, b) in combinations(rijen, 2):
            zelfde = set(a.domeinen) & set(b.domeinen)
            perceel = not a.perceel or not b.perceel or a.perceel == b.perceel
            if not (zelfde and perceel and a.periode.doorsnede(b.periode)):
                continue
            if een.naam == twee.naam:
                verwant = Verwant(a.plaatsen.van("gemeente"), "Hier staat de eerste.")
                tekst = f"Gemeente {gemeente} staat er twee keer voor {', '.join(sorted(zelfde))}."
                yield meld(
                    "RP203", b.plaatsen.van("gemeente"), tekst, "Is een van de twee een andere gemeente?", verwant
                )
            else:
                tekst = f"Gemeente {gemeente} doet voor {', '.join(sorted(zelfde))} ook mee in {een.titel}."
                verwant = Verwant(a.plaatsen.van("gemeente"), f"Hier staat zij in {een.titel}.")
                yield meld("RP307", b.plaatsen.van("gemeente"), tekst, "", verwant)
