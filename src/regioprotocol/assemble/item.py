"""One mapping of a file while it is being read: typed values out, findings for what cannot be typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from regioprotocol.assemble.dates import TijdFout, parse_geldig, parse_iso
from regioprotocol.diagnostics import Melding, Plaatsen, Verwant, soort
from regioprotocol.model.periode import Geldigheid
from regioprotocol.source import Document, YamlList, YamlMap


class Item:
    """A mapping with its document. Findings go to the shared list; reading goes on after them."""

    __slots__ = ("document", "meldingen", "node", "plaatsen")

    def __init__(self, document: Document, node: YamlMap, meldingen: list[Melding]) -> None:
        """Wrap a mapping."""
        self.document = document
        self.node = node
        self.meldingen = meldingen
        self.plaatsen: Plaatsen = document.plaatsen(node)

    def __contains__(self, sleutel: str) -> bool:
        """Tell whether the key is there with a value."""
        return self.node.get(sleutel) is not None

    def tekst(self, sleutel: str, anders: str = "") -> str:
        """Give a text; line ends inside it become spaces."""
        waarde = self.node.get(sleutel)
        if not isinstance(waarde, str):
            return anders
        return " ".join(waarde.split()) if "\n" in waarde or "  " in waarde else waarde.strip()

    def teksten(self, sleutel: str) -> tuple[str, ...]:
        """Give a list of texts; one text is a list of one."""
        waarde = self.node.get(sleutel)
        if isinstance(waarde, str):
            return (waarde,)
        return tuple(w for w in waarde if isinstance(w, str)) if isinstance(waarde, list) else ()

    def paren(self, sleutel: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give a mapping of names to one or more texts, in the order in which it was written."""
        blok = self.blok(sleutel)
        return tuple((naam, blok.teksten(naam)) for naam in blok.node) if blok else ()

    def ja(self, sleutel: str) -> bool:
        """Tell whether the key says 'ja'."""
        return self.node.get(sleutel) == "ja"

    def blok(self, sleutel: str) -> Item | None:
        """Give the mapping under a key."""
        waarde = self.node.get(sleutel)
        return Item(self.document, waarde, self.meldingen) if isinstance(waarde, YamlMap) else None

    def onderdelen(self, sleutel: str) -> Iterator[Item]:
        """Give the mappings of the list under a key."""
        waarde = self.node.get(sleutel)
        if isinstance(waarde, YamlList):
            for node in waarde:
                if isinstance(node, YamlMap):
                    yield Item(self.document, node, self.meldingen)

    def datum(self, sleutel: str) -> date | None:
        """Give a day; 'onbekend' and nothing are None. A day that does not exist is a finding."""
        tekst = self.tekst(sleutel)
        if tekst in {"", "onbekend"}:
            return None
        try:
            return parse_iso(tekst)
        except TijdFout as fout:
            self.meld(fout.code, sleutel, str(fout), fout.hint)
            return None

    def geldig(self, sleutel: str = "geldig") -> Geldigheid | None:
        """Give a period; None when the key is not there or cannot be read (a finding)."""
        if sleutel not in self:
            return None
        try:
            return parse_geldig(self.tekst(sleutel))
        except TijdFout as fout:
            self.meld(fout.code, sleutel, str(fout), fout.hint)
            return None

    def meld(self, code: str, sleutel: str, tekst: str, hint: str = "", *verwant: Verwant) -> None:
        """Add a finding at a key of this mapping."""
        kind = soort(code)
        self.meldingen.append(Melding(kind, self.plaatsen.van(sleutel), tekst, hint or kind.oplossing, verwant))
