"""Starts and stops (305, 307) beside the assignment that they are about: its number, its product and its period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from regioprotocol.engine.deliveries import is_verwijdering
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.rules.registry import Reeksregel
from regioprotocol.engine.series import Casus, Reeks, Regie, Versie, ingetrokken
from regioprotocol.engine.wording import dagnaam

HERVATTEN: Final = "start.hervatten"
_BINNEN: Final = "binnen de toewijzing"
_OPNIEUW: Final = "Stuur het bericht opnieuw."


def toewijzing(reeks: Reeks) -> Iterator[Bevinding]:
    """Ask for an assignment with this number (TR019), with this product (IV075), around the start (OP379).

    Without any assignment for this client in the series there is nothing to compare with.
    """
    for (casus, _), regels in reeks.regie.items():
        nummers = reeks.toewijzingsnummers.get(casus, ())
        for regel in regels:
            if not nummers or regel.deel.toewijzingnummer is None or is_verwijdering(regel):
                continue
            versie = reeks.toewijzing(regel.ctx, regel.deel.toewijzingnummer)
            if versie is None:
                yield _niet_gekoppeld(reeks, casus, regel)
                continue
            yield from _ander_product(regel, versie)
            if not regel.is_stop:
                yield from _buiten_toewijzing(regel, versie)


def _niet_gekoppeld(reeks: Reeks, casus: Casus, regel: Regie) -> Bevinding:
    nummer = regel.deel.toewijzingnummer
    later = nummer in reeks.toewijzingsnummers.get(casus, ())
    return regel.ctx.meld(
        "RP960",
        regel.deel,
        "toewijzingnummer",
        f"Op deze dag was er geen toewijzing {nummer} voor deze cliënt."
        if later
        else f"In deze reeks is er geen toewijzing {nummer} voor deze cliënt.",
        regel="TR019",
        verwacht="het nummer van een toewijzing die al is ontvangen",
        oorzaak="de toewijzing kwam pas later" if later else "",
        wat_nu=f"Neem het nummer over uit de toewijzing (301). {_OPNIEUW}",
    )


def _ander_product(regel: Regie, versie: Versie) -> Iterator[Bevinding]:
    """A start or stop has the product of its assignment, on the level of its assignment."""
    for veld in ("categorie", "productcode"):
        van_toewijzing, gevonden = getattr(versie.product, veld), getattr(regel.deel, veld)
        if van_toewijzing != gevonden:
            yield regel.ctx.meld(
                "RP960",
                regel.deel,
                veld,
                "Het product is anders dan in de toewijzing.",
                regel="IV075",
                verwacht=van_toewijzing or "leeg, zoals in de toewijzing",
                wat_nu=f"Neem het product over uit de toewijzing (301). {_OPNIEUW}",
                verwant=(versie.ctx.verwante(versie.product.regel, "hier staat de toewijzing"),),
            )
            return


def _buiten_toewijzing(regel: Regie, versie: Versie) -> Iterator[Bevinding]:
    begin, product = regel.deel.begindatum, versie.product
    if begin is None:
        return
    oordeel = regel.ctx.vraag(HERVATTEN, begin)
    weg = ingetrokken(versie)
    te_vroeg = product.ingangsdatum is not None and begin < product.ingangsdatum
    te_laat = product.einddatum is not None and begin > product.einddatum
    if oordeel.waarde != _BINNEN or not (weg or te_vroeg or te_laat):
        return
    tekst = "De zorg begint buiten de periode van de toewijzing."
    if weg:
        tekst = "Deze toewijzing is verwijderd. Er kan geen zorg op starten."
    yield regel.ctx.meld(
        "RP960",
        regel.deel,
        "begindatum",
        tekst,
        regel="OP379",
        verwacht="" if weg else _periode(product.ingangsdatum, product.einddatum),
        wat_nu="Klopt de datum? Vraag de gemeente dan om een toewijzing voor deze dag.",
        oordeel=oordeel,
        verwant=(versie.ctx.verwante(versie.product.regel, "hier staat de toewijzing"),),
    )


def _periode(begin: date | None, eind: date | None) -> str:
    vanaf = f"vanaf {dagnaam(begin)}" if begin else ""
    return f"{vanaf} tot en met {dagnaam(eind)}".strip() if eind else vanaf


REGELS: Final = (Reeksregel(("TR019", "IV075", "OP379", HERVATTEN), toewijzing, nodig=(("301",), ("305", "307"))),)
