"""THE CONTRACT: the resolved protocol of one region as a frozen record, with its codec, schema and look-up.

Engines import this package and nothing else of ours.
"""

from regioprotocol.parameterset.codec import OnbekendeVersieError, decode, digest_of, encode, with_digest
from regioprotocol.parameterset.lookup import Feiten, Index, Uitkomst, complete, retourcode, zoek
from regioprotocol.parameterset.records import FORMAAT, Parameterset
from regioprotocol.parameterset.schema import schema
from regioprotocol.parameterset.trace import Getoetst, Spoor, volg

__all__ = [
    "FORMAAT",
    "Feiten",
    "Getoetst",
    "Index",
    "OnbekendeVersieError",
    "Parameterset",
    "Spoor",
    "Uitkomst",
    "complete",
    "decode",
    "digest_of",
    "encode",
    "retourcode",
    "schema",
    "volg",
    "with_digest",
    "zoek",
]
