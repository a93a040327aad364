"""What stands above the table: of whom it is, how certain, and of which day."""

from __future__ import annotations

from typing import Final

from regioprotocol.calendar import datum_kort
from regioprotocol.export.product_sheet import Productblad

# Enough of the digest to tell two tables apart; all of it stands on the sheet 'Uitleg'.
_KORT: Final = 12
_STATUS: Final = {
    "voorbeeld": "VOORBEELD. Gebruik deze tabel niet om toe te wijzen of te declareren.",
    "concept": "CONCEPT. Deze tabel is nog niet vastgesteld.",
    "definitief": "Definitief.",
}


def titel(blad: Productblad) -> str:
    """Give the name of the table as people call it, with the day if it shows one."""
    naam = f"Productcodes {blad.titel}"
    return f"{naam} op {datum_kort(blad.op)}" if blad.op else naam


def status_zin(blad: Productblad) -> str:
    """Tell how certain the table is, and whether the region gave it out itself."""
    zin = _STATUS.get(blad.status, blad.status)
    if blad.vastgesteld_op:
        zin += f" Vastgesteld op {datum_kort(blad.vastgesteld_op)}."
    return f"{zin} Onofficiële weergave: de regio geeft dit bestand niet zelf uit." if blad.onofficieel else zin


def wat_erin_staat(blad: Productblad) -> str:
    """Tell which products and tariffs are shown."""
    if blad.op is None:
        return "Alle producten en tarieven, ook die voorbij zijn of nog komen."
    dag = datum_kort(blad.op)
    return f"Alleen wat op {dag} geldt: de producten die dan toegewezen kunnen worden, met het tarief van die dag."


def onderschrift(blad: Productblad) -> str:
    """Give the line under the title: what is shown, and by what the table can be recognised."""
    return f"{wat_erin_staat(blad)} Vingerafdruk van de tabel: {blad.digest.removeprefix('sha256:')[:_KORT]}."
