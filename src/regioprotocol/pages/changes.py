"""What changes in a region and when: was and wordt by day, a feed, and an agenda with the last days to declare."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from typing import Final

from regioprotocol.calendar import datum_kort
from regioprotocol.engine.terms import kalender_van, van_uitkomst
from regioprotocol.pages.agenda import Gebeurtenis, agenda, feed
from regioprotocol.pages.change_days import Dag, dagen, eerste_dag, per_id
from regioprotocol.pages.layout import gegevens, pagina
from regioprotocol.pages.records import Bestand, Deel, Site
from regioprotocol.pages.region_nav import TABS, kruimels
from regioprotocol.parameterset import zoek
from regioprotocol.parameterset.records import TermijnRegel
from regioprotocol.report.dutch import aantal, maand

TAB: Final = "wijzigingen/"
DECLAREREN: Final = "declaratie.indientermijn"
# More rows of products than this are told by their number; the file has them all.
HOOGSTENS: Final = 100
_JAREN: Final = 2
_MAANDEN: Final = 12


def bestanden(site: Site, deel: Deel) -> Iterator[Bestand]:
    """Give the page, and the same as data, feed, agenda and table."""
    alle = dagen(deel)
    straks = tuple(dag for dag in alle if dag.dag > site.op)
    eerder = tuple(dag for dag in reversed(alle) if dag.dag <= site.op)
    pad = f"{deel.pad}{TAB}"
    yield pagina(
        pad,
        "changes.md",
        titel=f"Wijzigingen: {deel.titel}",
        omschrijving=f"Wat er verandert in de afspraken en tarieven van {deel.titel}: was en wordt.",
        kruimels=kruimels(deel),
        scripts=["mijn-regios-balk.js"],
        stromen=[(f"Wijzigingen van {deel.titel}", "feed.xml")],
        deel=deel,
        tabs=TABS,
        tab=TAB,
        straks=straks,
        eerder=eerder,
        begin=eerste_dag(deel.index),
        hoogstens=HOOGSTENS,
        laatste_dagen=tuple(declareerdagen(deel, site.op)),
    )
    yield gegevens(f"data/{deel.naam}/wijzigingen.json", [asdict(v) for v in per_id(alle)])
    yield Bestand(f"data/{deel.naam}/wijzigingen.csv", _csv(alle))
    adres = f"{site.basis_url.rstrip('/')}/{pad}" if site.basis_url else ""
    op_dag = [_gebeurtenis(deel, dag, adres) for dag in alle]
    yield Bestand(f"{pad}feed.xml", feed(f"{deel.naam}/wijzigingen", f"Wijzigingen: {deel.titel}", adres, op_dag))
    uiterlijk = [_uiterlijk(deel, voor, dag) for voor, dag in declareerdagen(deel, site.op)]
    yield Bestand(f"{pad}agenda.ics", agenda(f"Administratieprotocol {deel.titel}", [*op_dag, *uiterlijk]))


def _gebeurtenis(deel: Deel, dag: Dag, adres: str) -> Gebeurtenis:
    wat = ", ".join(dict.fromkeys(v.wat for v in dag.regels))
    producten = aantal(len(dag.producten), "verandering van een product", "veranderingen van producten")
    return Gebeurtenis(
        naam=f"{deel.naam}/{dag.dag}",
        dag=dag.dag,
        titel=f"{deel.titel}: {aantal(len(dag.veranderingen), 'wijziging', 'wijzigingen')}",
        tekst="; ".join(filter(None, (wat, producten if dag.producten else ""))),
        adres=f"{adres}#d-{dag.dag}" if adres else "",
    )


def _uiterlijk(deel: Deel, voor: date, dag: date) -> Gebeurtenis:
    return Gebeurtenis(
        naam=f"{deel.naam}/declareren/{voor}",
        dag=dag,
        titel=f"Laatste dag om {maand(voor)} te declareren ({deel.titel})",
        tekst=f"De declaratie over {maand(voor)} is uiterlijk {datum_kort(dag)} binnen. Soms is er meer tijd.",
    )


def declareerdagen(deel: Deel, op: date) -> Iterator[tuple[date, date]]:
    """Give the last day of every month of this year and the next, with the last day to declare that month.

    Nothing for a month whose term the set does not give, or that lies outside its calendar.
    """
    regel = deel.index.regels.get(DECLAREREN)
    if not isinstance(regel, TermijnRegel):
        return
    kalender = kalender_van(deel.parameterset)
    for nummer in range(_JAREN * _MAANDEN):
        jaar, maand_ = op.year + nummer // _MAANDEN, nummer % _MAANDEN + 1
        einde = date(jaar + maand_ // _MAANDEN, maand_ % _MAANDEN + 1, 1) - timedelta(days=1)
        if einde.year + 1 > kalender.laatste_jaar:
            return
        termijn = van_uitkomst(regel, zoek(deel.index, DECLAREREN, {}, einde), einde, kalender)
        if termijn.datum:
            yield einde, termijn.datum


def _csv(alle: tuple[Dag, ...]) -> bytes:
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(("vanaf", "wat", "geldt voor", "was", "wordt", "verschil", "waarom"))
    schrijver.writerows((v.dag, v.wat, v.voor, v.was, v.wordt, v.verschil, v.waarom) for v in per_id(alle))
    return tekst.getvalue().encode("utf-8-sig")
