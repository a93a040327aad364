"""products: the product code table of a region, out to a spreadsheet and back. Each command has its own module."""

from __future__ import annotations

from typing import Final

from regioprotocol.cli.dutch import DutchGroup

EXAMPLE = "Voorbeeld: regioprotocol products export --regio mijn-regio --uit producten.xlsx"
COMMANDS: Final = {
    "import": "Laat zien wat een blad verandert in de productcodes van een regio, en schrijf het.",
    "export": "Maak van de productcodetabel een Excel-bestand, of CSV of JSON.",
}


class Group(DutchGroup):
    """The commands on product code tables: 'export' stands in products_export."""

    table = COMMANDS
    module = "regioprotocol.cli.products_{}"


def command() -> None:
    """Take no options: they belong to the commands."""
