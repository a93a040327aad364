"""A large declaration (323) or answer (325), read line by line: memory holds a few lines, not the file.

The frame (header, totals, return codes) stays; every line and client is read when it ends, and then let go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from msgspec.structs import replace

from regioprotocol.engine.reading.besides import echte_regel, meld_tekst_na
from regioprotocol.engine.reading.plan import Klaar
from regioprotocol.engine.reading.pull import Stukken
from regioprotocol.engine.reading.recognise import herken
from regioprotocol.engine.reading.result import Gelezen, geweigerd, maak_melder, met_header
from regioprotocol.engine.reading.safe import MB, Weigering, te_groot
from regioprotocol.engine.reading.settings import Leesinstelling
from regioprotocol.engine.reading.sources import Bron
from regioprotocol.engine.records import Bericht, DeclaratieClient, Prestatie, Retourcode, Vorm
from regioprotocol.engine.structure.description import Berichtsoort
from regioprotocol.engine.structure.element import naam_van
from regioprotocol.engine.structure.grammar import Knoop
from regioprotocol.engine.structure.reporter import Melder
from regioprotocol.engine.structure.values import Fout

GROOTSTE: Final = 512 * MB
_DEEL: Final = 1000  # lines of one client that are given together
_DECLARATIES: Final = {"323": "Declaratie", "325": "DeclaratieAntwoord"}
_VORM_DEEL: Final = Vorm("Client", {}, {})


def lees_stromend(bron: Bron, instelling: Leesinstelling) -> Gelezen | None:
    """Read the frame of a large declaration; its clients come when they are asked for.

    None when it is another kind of message, which must be read at once.
    """
    if bron.grootte > GROOTSTE:
        return geweigerd(bron.naam, te_groot(GROOTSTE))
    melder = Melder(bron.naam)
    soort = _soort(bron, instelling, melder)
    if soort is None:
        return Gelezen(bron.naam, None, melder.bevindingen)
    if isinstance(soort, Weigering):
        return geweigerd(bron.naam, soort)
    if soort.soort not in _DECLARATIES:
        return None
    melder = maak_melder(bron, soort, instelling)
    melder.stroomt = True
    if instelling.schemas is not None:
        instelling.schemas.controleer_stroom(bron, soort, melder)
    clienten = Clientenstroom(bron, soort, instelling, melder)
    bericht = clienten.kader()
    if bericht.declaratie is not None:
        declaratie = replace(bericht.declaratie, clienten=clienten, retourcodes=clienten.retourcodes)
        bericht = replace(bericht, declaratie=declaratie)
    else:
        clienten.lees_door()
    return Gelezen(bron.naam, met_header(bericht, soort), melder.bevindingen)


def _soort(bron: Bron, instelling: Leesinstelling, melder: Melder) -> Berichtsoort | Weigering | None:
    """Recognise the root element, without reading further; None when not even that can be read."""
    for _, wortel in Stukken(bron, ("start",), ("*",), melder):
        return herken(wortel, instelling)
    return None


class Clientenstroom:
    """The clients of a large declaration, read from the file each time you iterate.

    The first time, the findings about the structure are collected, and the return codes of the declaration itself.
    """

    def __init__(self, bron: Bron, soort: Berichtsoort, instelling: Leesinstelling, melder: Melder) -> None:
        """Prepare; nothing is read yet."""
        self.retourcodes: list[Retourcode] = []
        self._bron = bron
        self._melder: Melder | None = melder
        self._bericht = instelling.lezer(soort)
        declaratie = self._bericht.lezer(_DECLARATIES[soort.soort])
        self._client = declaratie.lezer("Clienten")
        self._prestatie = self._client.lezer("Prestaties")
        self._clienten = declaratie.knoop.op_naam["Clienten"]
        self._prestaties = self._client.knoop.op_naam["Prestaties"]
        self._bsn = self._client.knoop.op_naam["Bsn"]

    def kader(self) -> Bericht:
        """Give the message without its clients, from what stands before them; without findings."""
        stil = Melder(self._bron.naam)
        for _, clienten in Stukken(self._bron, ("start",), (self._clienten.tag,), stil):
            return self._kader(clienten.getroottree().getroot(), stil, 1)
        return Bericht(bestand=self._bron.naam)

    def lees_door(self) -> None:
        """Read to the end for the findings alone."""
        for _ in self:
            pass

    def __iter__(self) -> Iterator[DeclaratieClient]:
        """Give the clients in the order of the message; one with very many lines in parts."""
        melder, self._melder = self._melder or Melder(self._bron.naam), None
        melder.stroomt = True
        tags = (self._bsn.tag, self._prestatie.knoop.tag, self._client.knoop.tag)
        stukken = Stukken(self._bron, ("end",), tags, melder)
        aantal = 0
        for client in self._uit(stukken, melder):
            aantal += not client.vervolgt
            yield client
        if stukken.wortel is not None:
            declaratie = self._kader(stukken.wortel, melder, aantal).declaratie
            if declaratie is not None and not self.retourcodes:
                self.retourcodes.extend(declaratie.retourcodes)

    def _kader(self, wortel: Any, melder: Melder, clienten: int) -> Bericht:
        klaar = {"clienten": Klaar((), clienten)}
        return cast("Bericht", self._bericht.lees(wortel, melder, self._bron.naam, klaar=klaar))

    def _uit(self, stukken: Stukken, melder: Melder) -> Iterator[DeclaratieClient]:
        prestatie, client = self._prestatie.knoop.tag, self._client.knoop.tag
        bsn: str | None = None
        regels: list[Prestatie] = []
        aantal = 0
        ouder = None
        for _, element in stukken:
            tag = element.tag
            if ouder is not (houder := element.getparent()):
                ouder, ouder_tag = houder, houder.tag
            if tag == prestatie and ouder_tag == self._prestaties.tag:
                if len(regels) == _DEEL:
                    yield _deel(bsn, regels, ouder.getparent())
                    regels.clear()
                regels.append(cast("Prestatie", self._prestatie.lees(element, melder, bsn)))
                aantal += 1
                _laat_los(element, ouder, self._prestaties, melder)
                stukken.verder()
            elif tag == client and ouder_tag == self._clienten.tag:
                klaar = {"prestaties": Klaar(tuple(regels), aantal)}
                yield cast("DeclaratieClient", self._client.lees(element, melder, klaar=klaar))
                regels.clear()
                aantal, bsn = 0, None
                _laat_los(element, ouder, self._clienten, melder)
                stukken.verder()
            elif tag == self._bsn.tag and ouder_tag == client:
                bsn = self._lees_bsn(element.text or "")
        if regels:
            yield _deel(bsn, regels, None)

    def _lees_bsn(self, tekst: str) -> str | None:
        """Give the BSN that stands before the lines of a client; its faults are reported with the client."""
        if self._bsn.type is None:
            return None
        waarde = self._bsn.type.lees(tekst)
        return str(waarde.waarde if isinstance(waarde, Fout) else waarde)


def _deel(bsn: str | None, regels: list[Prestatie], client: Any) -> DeclaratieClient:
    plaats = (echte_regel(client),) if client is not None else ()
    return DeclaratieClient(plaats, _VORM_DEEL, bsn, tuple(regels), vervolgt=True)


def _laat_los(element: Any, ouder: Any, houder: Knoop, melder: Melder) -> None:
    """Drop what stands before an element that was read; the parser still needs the element itself."""
    while (eerder := element.getprevious()) is not None:
        if eerder.tag != element.tag:
            melder.onbekend(houder, echte_regel(eerder), naam_van(eerder))
        meld_tekst_na((eerder,), melder)
        ouder.remove(eerder)
