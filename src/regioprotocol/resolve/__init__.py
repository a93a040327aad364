"""Layers and days to a snapshot: every rule with its cases in the order in which they are tried."""

from regioprotocol.resolve.chapters import hoofdstuk_van, hoofdstukken, volgorde
from regioprotocol.resolve.conflict import bindend_tegen
from regioprotocol.resolve.inference import Gevolgen
from regioprotocol.resolve.snapshot import Geval, Snapshot, resolve

__all__ = [
    "Geval",
    "Gevolgen",
    "Snapshot",
    "bindend_tegen",
    "hoofdstuk_van",
    "hoofdstukken",
    "resolve",
    "volgorde",
]
