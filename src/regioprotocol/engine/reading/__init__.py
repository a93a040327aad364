"""Messages in, records and findings out. The only part of the engine that reads files and knows XML."""

from regioprotocol.engine.reading.messages import Berichtenreeks, read_message, read_messages
from regioprotocol.engine.reading.official import Schemas
from regioprotocol.engine.reading.result import Gelezen
from regioprotocol.engine.reading.settings import Leesinstelling
from regioprotocol.engine.reading.sources import Bron, uit_bytes

__all__ = [
    "Berichtenreeks",
    "Bron",
    "Gelezen",
    "Leesinstelling",
    "Schemas",
    "read_message",
    "read_messages",
    "uit_bytes",
]
