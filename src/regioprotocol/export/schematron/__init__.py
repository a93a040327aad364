"""The rules inside one message as ISO Schematron, for the XML chain of a municipality itself."""

from regioprotocol.export.schematron.schema import berichtsoorten, regels_voor, schematrons

__all__ = ["berichtsoorten", "regels_voor", "schematrons"]
