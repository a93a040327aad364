"""The conformance suite: worked examples as data, and the comparison that any engine can be put through."""

from regioprotocol.conformance.records import FORMAAT, Geval, Opdracht, Suite, Uitgave, Uitkomst
from regioprotocol.conformance.suite import SuiteError, lees, schema, uitgave

__all__ = ["FORMAAT", "Geval", "Opdracht", "Suite", "SuiteError", "Uitgave", "Uitkomst", "lees", "schema", "uitgave"]
