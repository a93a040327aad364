"""Our own description of the elements of the messages: the data file as frozen records."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec
from msgspec import Struct

from regioprotocol.engine.records import Wet

RELEASE: Final = "3.2"

Soortwaarde = Literal["tekst", "getal", "nummer", "bedrag", "datum", "tijd", "bsn"]


class Berichtsoort(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of message: its name (JW323), code, and the namespaces of its own and of the shared elements."""

    bericht: str
    wet: Wet
    soort: str
    code: str
    naamruimte: str
    basis: str
    antwoord_op: str = ""


class Type(Struct, frozen=True, forbid_unknown_fields=True):
    """What a value must be. *waarden* are separated by a space; *codelijst* names a list of the parameter set."""

    type: str
    soort: Soortwaarde
    wet: Wet | None = None
    min_lengte: int = 0
    max_lengte: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    niet_leeg: bool = False
    een_regel: bool = False
    patroon: str = ""
    codelijst: str = ""
    waarden: str = ""
    persoonlijk: bool = False


class Groepselement(Struct, frozen=True, forbid_unknown_fields=True):
    """An element of a group that all messages share (CDT_Omvang)."""

    groep: str
    element: str
    type: str
    aantal: str
    persoonlijk: bool = False


class Berichtelement(Struct, frozen=True, forbid_unknown_fields=True):
    """An element of a class of one kind of message; without *wet* it is there for both laws."""

    bericht: str
    klasse: str
    element: str
    type: str
    aantal: str
    wet: Wet | None = None


class Beschrijving(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole description of one release. Elements stand in the order that a message must have."""

    formaat: str
    release: str
    bron: str
    berichten: tuple[Berichtsoort, ...]
    typen: tuple[Type, ...]
    groepen: tuple[Groepselement, ...]
    elementen: tuple[Berichtelement, ...]


@cache
def beschrijving() -> Beschrijving:
    """Give the description of release 3.2."""
    bestand = files("regioprotocol.engine") / "data" / f"berichten-{RELEASE}.json"
    return msgspec.json.decode(bestand.read_bytes(), type=Beschrijving)
