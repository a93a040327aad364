"""All national rules on messages by kind, each at its own address (#tr418, #op271)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regioprotocol.model.controle import Controle, Retourcode
from regioprotocol.pages.deviations import afwijkingen
from regioprotocol.pages.layout import START, pagina
from regioprotocol.pages.records import Bestand, Site
from regioprotocol.report.control import regels_over

PAD: Final = "regels/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelrij:
    """A national rule with its return codes, the rules of the protocol about it, and how many regions say more."""

    controle: Controle
    retourcodes: tuple[Retourcode, ...]
    regels: tuple[tuple[str, str], ...]
    regios: int


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the page with all national rules."""
    anders = afwijkingen(site)
    soorten: dict[str, list[Regelrij]] = {}
    snapshot = site.standaard.snapshot
    for nummer, controle in sorted(snapshot.woordenboek.controles.items()):
        rij = Regelrij(
            controle=controle,
            retourcodes=snapshot.woordenboek.retourcodes_van(controle),
            regels=tuple((naam, snapshot.regels[naam].titel) for naam in regels_over(snapshot, controle)),
            regios=len({eigen.regio for eigen in anders.per_controle.get(nummer, ())}),
        )
        soorten.setdefault(controle.soort, []).append(rij)
    yield pagina(
        PAD,
        "national_rules.md",
        titel="Landelijke regels op berichten",
        omschrijving="De regels van iStandaarden (OP, TR, IV, UP), elk in een zin, met de retourcode die erbij hoort.",
        kruimels=(START,),
        scripts=["woordfilter.js"],
        soorten=sorted(soorten.items()),
    )
