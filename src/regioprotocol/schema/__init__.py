"""The JSON Schemas of the input files, and their errors as findings in Dutch."""

from regioprotocol.schema.check import check_shape
from regioprotocol.schema.kinds import kind_of

__all__ = ["check_shape", "kind_of"]
