"""Every code of a finding, once. Codes are by phase and never used again for something else."""

from __future__ import annotations

from regioprotocol.diagnostics.codes.declaration_rules import DECLARATION_RULES
from regioprotocol.diagnostics.codes.layers import LAYERS
from regioprotocol.diagnostics.codes.message_rules import MESSAGE_RULES
from regioprotocol.diagnostics.codes.messages import MESSAGES
from regioprotocol.diagnostics.codes.product_history import PRODUCT_HISTORY
from regioprotocol.diagnostics.codes.products import PRODUCTS
from regioprotocol.diagnostics.codes.reading import READING
from regioprotocol.diagnostics.codes.references import REFERENCES
from regioprotocol.diagnostics.codes.series_rules import SERIES_RULES
from regioprotocol.diagnostics.codes.shape import SHAPE
from regioprotocol.diagnostics.codes.sources import SOURCES
from regioprotocol.diagnostics.codes.spreadsheets import SPREADSHEETS
from regioprotocol.diagnostics.codes.tables import TABLES
from regioprotocol.diagnostics.codes.templates import TEMPLATES
from regioprotocol.diagnostics.melding import Soort

# Subjects overlap in number; people look codes up in order.
SOORTEN: tuple[Soort, ...] = tuple(
    sorted(
        (
            *READING,
            *SPREADSHEETS,
            *SHAPE,
            *REFERENCES,
            *LAYERS,
            *PRODUCTS,
            *PRODUCT_HISTORY,
            *TABLES,
            *TEMPLATES,
            *SOURCES,
            *MESSAGES,
            *MESSAGE_RULES,
            *DECLARATION_RULES,
            *SERIES_RULES,
        ),
        key=lambda soort: soort.code,
    )
)

_OP_CODE = {soort.code: soort for soort in SOORTEN}


def soort(code: str) -> Soort:
    """Give the kind of finding with this code; a KeyError is a bug of ours."""
    return _OP_CODE[code]
