"""A snapshot to what goes out: parameter set, examples, tables. Gives records, text or bytes; writes no files."""

from regioprotocol.export.bundle import Bundel, bundel
from regioprotocol.export.parameterset import build

__all__ = ["Bundel", "build", "bundel"]
