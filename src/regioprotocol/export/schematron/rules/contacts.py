"""Addresses and contacts in an assignment (TR006, TR061)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.export.schematron.assertion import Schemaregel, Toets
from regioprotocol.export.schematron.plan import Plan
from regioprotocol.export.schematron.xpath import alle, in_lijst, niet

_ADRES_VAN_CLIENT: Final = ("01", "02", "03")  # TR061: BRP-adres, correspondentieadres, verblijfadres


def contact(plan: Plan) -> Iterator[Toets]:
    """Ask for a telephone number, or a house number with a postal code (TR006)."""
    contact = plan.records["Contact"]
    zonder_adres = niet(alle(contact.heeft("huisnummer"), contact.heeft("postcode")))
    yield plan.landelijk("TR006", "Contact", "", alle(niet(contact.heeft("telefoonnummer")), zonder_adres))


def adres(plan: Plan) -> Iterator[Toets]:
    """Ask for one address of the client (TR061)."""
    client, contact = plan.records["Client"], plan.records["Contact"]
    adres = f"$deel/{client.lijsten['contacten']}[{in_lijst(contact.waarde('soort', ''), _ADRES_VAN_CLIENT)}]"
    yield plan.landelijk("TR061", "Client", "contacten", niet(adres), plaats="beide")


REGELS: Final = (
    Schemaregel(("TR006",), ("301",), contact),
    Schemaregel(("TR061",), ("301",), adres),
)
