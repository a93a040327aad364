"""How messages are read: with which code lists, and whether personal values may be shown."""

from __future__ import annotations

from collections.abc import Iterable

from regioprotocol.engine.reading.official import Schemas
from regioprotocol.engine.reading.record_reader import Lezer
from regioprotocol.engine.structure.description import RELEASE, Berichtsoort, beschrijving
from regioprotocol.engine.structure.grammar import boom
from regioprotocol.parameterset.records import Codelijst


class Leesinstelling:
    """Holds the readers of all kinds of messages; each is prepared when the first such message comes.

    *codelijsten* are those of a parameter set. Without a list only the description itself judges a code.
    *toon_waarden*: findings may show personal values (never a BSN). *schemas*: official schemas of the user.
    """

    def __init__(
        self, codelijsten: Iterable[Codelijst] = (), *, toon_waarden: bool = False, schemas: Schemas | None = None
    ) -> None:
        """Remember the settings; nothing is prepared yet."""
        self.toon_waarden = toon_waarden
        self.schemas = schemas
        self._codelijsten = {lijst.codelijst: frozenset(code.code for code in lijst.codes) for lijst in codelijsten}
        self._soorten = {soort.naamruimte: soort for soort in beschrijving().berichten}
        self._lezers: dict[str, Lezer] = {}

    def soort(self, naamruimte: str) -> Berichtsoort | None:
        """Give the kind of message with this namespace, or None when it is not one of ours."""
        return self._soorten.get(naamruimte)

    def lezer(self, soort: Berichtsoort) -> Lezer:
        """Give the reader of a kind of message."""
        if soort.bericht not in self._lezers:
            vast = {"Header": {"soort": soort.soort, "wet": soort.wet, "release": RELEASE}}
            self._lezers[soort.bericht] = Lezer(boom(beschrijving(), soort, self._codelijsten), vast)
        return self._lezers[soort.bericht]
