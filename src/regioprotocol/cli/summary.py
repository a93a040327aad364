"""summary: a region in one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from regioprotocol.cli.answering import Gesprek, begin
from regioprotocol.cli.diff import begin_van
from regioprotocol.cli.lookup import day
from regioprotocol.cli.options import MapOption, OpOption, RegioArg
from regioprotocol.cli.output import print_text
from regioprotocol.cli.places import today
from regioprotocol.report.dutch import aantal, datum, datum_kort
from regioprotocol.report.explanation import alinea
from regioprotocol.resolve import Snapshot

EXAMPLE = "Voorbeeld: regioprotocol summary mijn-regio"


def command(regio: RegioArg, op: OpOption = None, map_: MapOption = None) -> None:
    """Vat een regio samen: versie, gemeenten, en wat zij anders afspreekt."""
    gesprek = begin(regio, None, map_)
    print_text("\n".join(_regels(gesprek, day(op, today()))))


def _regels(gesprek: Gesprek, op: date) -> Iterator[str]:
    snapshot, index = gesprek.antwoorder.snapshot, gesprek.antwoorder.index
    regio = snapshot.regio
    yield index.parameterset.naam
    if regio is None:
        yield f"{aantal(len(index.regels), 'regel', 'regels')}, release {index.parameterset.release}."
        return
    if regio.voorbeeld:
        yield "  Let op: dit is een verzonnen regio, om te laten zien hoe het werkt."
    versie = regio.versie_op(op)
    if versie and versie.geldt.vanaf:
        yield f"  Versie {versie.nummer} ({versie.status}), geldt vanaf {datum(versie.geldt.vanaf)}."
    else:
        yield "  Van deze regio kennen we op deze dag geen geldend protocol."
    for latere in regio.versies:
        if latere.geldt.vanaf and latere.geldt.vanaf > op:
            yield f"  Versie {latere.nummer} komt eraan: vanaf {datum_kort(latere.geldt.vanaf)}."
    namen = {d.gemeente: d.naam for d in index.parameterset.deelname}
    if namen:
        yield from alinea(f"{aantal(len(namen), 'gemeente', 'gemeenten')}: {', '.join(namen.values())}.", "  ")
    else:
        yield "  Er doen nog geen gemeenten mee (vul 'deelname' in regio.yaml in)."
    volgt = ", ".join(regio.standaardprotocollen)
    yield f"  Volgt het standaard administratieprotocol {volgt}, release {index.parameterset.release}."
    soorten = Counter(a.soort for a in snapshot.gegevens.afspraken) if snapshot.gegevens else Counter()
    telling = ", ".join(f"{n} {soort}" for soort, n in sorted(soorten.items()))
    yield f"  {aantal(sum(soorten.values()), 'afspraak', 'afspraken')}{': ' if telling else ''}{telling}."
    if index.parameterset.producten:
        yield f"  {aantal(len(index.parameterset.producten), 'product', 'producten')} in de tabel."
    yield ""
    begin = begin_van(index, op)
    yield "  Anders dan de standaard:" if begin == op else f"  Anders dan de standaard, vanaf {datum_kort(begin)}:"
    yield from _anders(snapshot, begin)


def _anders(snapshot: Snapshot, op: date) -> Iterator[str]:
    for naam, gevallen in snapshot.gevallen.items():
        eigen = [g for g in gevallen if g.regionaal and op in g.periode]
        if any(g.afspraak.soort in {"afwijking", "invulling"} for g in eigen):
            yield f"  - {snapshot.regels[naam].titel} ({naam})"
