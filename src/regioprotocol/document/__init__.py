"""A region as a document to adopt: first records, then PDF or Word."""

from regioprotocol.document.build import bouw
from regioprotocol.document.records import Document
from regioprotocol.document.source import Bron, WasWordt

__all__ = ["Bron", "Document", "WasWordt", "bouw"]
