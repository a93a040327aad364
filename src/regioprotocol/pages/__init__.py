"""From the resolved snapshots to plain Markdown, data files and small scripts for a site builder."""

from regioprotocol.pages.build import bestanden
from regioprotocol.pages.records import STANDAARD, Bestand, Deel, Site

__all__ = ["STANDAARD", "Bestand", "Deel", "Site", "bestanden"]
