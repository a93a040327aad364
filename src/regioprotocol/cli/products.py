"""products: the product code table of a region, from a spreadsheet and back. Each command has its own module."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from regioprotocol.cli import products_export, products_import
from regioprotocol.cli.dutch import Subopdracht

EXAMPLE = products_export.EXAMPLE
SUBOPDRACHTEN: Final[Mapping[str, Subopdracht]] = {
    "import": Subopdracht(
        "Laat zien wat een blad verandert in de productcodes van een regio. Met --schrijf schrijft u het.",
        products_import.command,
        products_import.EXAMPLE,
    ),
    "export": Subopdracht(
        "Maak van de productcodetabel een Excel-bestand, of CSV of JSON.",
        products_export.command,
        products_export.EXAMPLE,
    ),
}
