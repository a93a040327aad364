"""All checks, in a tuple; the findings are sorted in the pipeline, so this order does not matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from regioprotocol.checks.context import Context, meld
from regioprotocol.checks.controls import controles
from regioprotocol.checks.layers import bindend, botsingen, gaten, overschaduwd, soort_past, zegt_niets
from regioprotocol.checks.products import producten
from regioprotocol.checks.prose import hoofdstukken
from regioprotocol.checks.references import deelname, dubbel, gemeenten, landing, versies, verwijzingen
from regioprotocol.checks.sources import bronnen
from regioprotocol.diagnostics import Melding
from regioprotocol.model.afspraak import Afspraak
from regioprotocol.model.periode import OnbekendeReleaseError, bepaal
from regioprotocol.model.regel import Regel
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.resolve import Snapshot, resolve

Check = Callable[[Context], Iterator[Melding]]

CHECKS: tuple[Check, ...] = (
    dubbel,
    landing,
    verwijzingen,
    versies,
    deelname,
    gemeenten,
    gaten,
    botsingen,
    zegt_niets,
    overschaduwd,
    bindend,
    soort_past,
    producten,
    controles,
    bronnen,
    hoofdstukken,
)


def check(werkmap: Werkmap, vandaag: date) -> list[Melding]:
    """Give every finding on an assembled workspace."""
    meldingen = list(_periodes(werkmap))
    if meldingen:
        # Without days there is no snapshot to check; the rest would only repeat the same mistake.
        return meldingen
    snapshots: dict[str, Snapshot] = {"standaard": resolve(werkmap)}
    snapshots |= {naam: resolve(werkmap, naam) for naam in werkmap.regios}
    context = Context(werkmap, snapshots, vandaag)
    return [melding for controle in CHECKS for melding in controle(context)]


def _periodes(werkmap: Werkmap) -> Iterator[Melding]:
    """Every period must have days: known releases, and an end that is not before the start."""
    releases = werkmap.woordenboek.releases
    afspraken = [*werkmap.landelijk, *(a for r in werkmap.regios.values() for a in r.afspraken)]
    regels = [*werkmap.regels.values(), *(r for g in werkmap.regios.values() for r in g.regels)]
    onderdelen: list[Afspraak | Regel] = [*afspraken, *regels]
    for onderdeel in onderdelen:
        try:
            bepaal(onderdeel.geldig, releases)
        except OnbekendeReleaseError as fout:
            tekst = f"{str(fout)[:1].upper()}{str(fout)[1:]}."
            yield meld("RP208", onderdeel.plaatsen.van("geldig"), tekst)
        except ValueError:
            yield meld("RP111", onderdeel.plaatsen.van("geldig"), "Deze periode eindigt voordat hij begint.")
