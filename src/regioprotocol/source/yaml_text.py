"""Bytes of one file to data with places, strictly: every scalar stays text, and nothing is guessed.

YAML's own readings are what loses zeros (0363 becomes 243) and words (no becomes false), so this reads
libyaml's events and builds the data itself. Empty scalars become None.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from regioprotocol.diagnostics import Melding, Plaats, Verwant, soort
from regioprotocol.diagnostics.melding import merk, plaats_van
from regioprotocol.source.nodes import Document, YamlList, YamlMap

GROOTSTE_BESTAND: Final = 4_000_000
DIEPSTE_NIVEAU: Final = 12
LEEG = frozenset({"", "~", "null"})
_BESTURING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_CONFLICT = re.compile(r"^(<{7} |>{7} )", re.MULTILINE)
_STARTS = frozenset({MappingStartEvent, SequenceStartEvent})
_ENDS = frozenset({MappingEndEvent, SequenceEndEvent})
_GEKRULD = frozenset("\u2018\u2019\u201a\u201c\u201d\u201e")
_CIJFERS = frozenset("0123456789")
_VERLIEST_NUL = re.compile(r"0[0-9]+|[0-9]+[eE][0-9]+")
_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)


def parse(raw: bytes, bestand: str) -> tuple[Document | None, list[Melding]]:
    """Read one file. When it cannot be read there is no document, only findings."""
    if len(raw) > GROOTSTE_BESTAND:
        grootte = f"{len(raw) / 1_000_000:.1f}".replace(".", ",")
        tekst = f"Dit bestand is {grootte} MB. Hoogstens {GROOTSTE_BESTAND // 1_000_000} MB mag."
        return None, [Melding(soort("RP007"), Plaats(bestand), tekst, soort("RP007").oplossing)]
    text, melding = _decode(raw, bestand)
    if melding:
        return None, [melding]
    builder = _Builder(bestand)
    try:
        builder.read(text)
    except yaml.YAMLError as error:
        return None, [*builder.meldingen, _syntax(error, text, bestand)]
    except _StopError as error:
        kind = soort(error.code)
        plaats = plaats_van(bestand, error.mark)
        return None, [*builder.meldingen, Melding(kind, plaats, error.tekst, kind.oplossing)]
    return _result(builder, bestand)


def parse_markdown(raw: bytes, bestand: str) -> tuple[Document | None, list[Melding]]:
    """Read a chapter: keys between two lines of dashes, then the text, which becomes the key 'tekst'."""
    if len(raw) > GROOTSTE_BESTAND:
        return parse(raw, bestand)
    text, melding = _decode(raw, bestand)
    if melding:
        return None, [melding]
    found = _FRONT.match(text)
    if not found:
        tekst = "Dit hoofdstuk begint niet met een blok tussen twee regels met ---."
        hint = "Begin met ---, dan 'titel:' en 'bron:', dan weer ---, en daaronder de tekst."
        return None, [Melding(soort("RP014"), Plaats(bestand, 1, 1), tekst, hint)]
    # The first line of dashes becomes an empty line, so that the marks keep their line numbers.
    document, meldingen = parse(("\n" + found[1]).encode("utf-8"), bestand)
    if document:
        mark = merk(found[0].count("\n"), 0)
        document.data["tekst"] = text[found.end() :]
        document.data.keys_at["tekst"] = document.data.values_at["tekst"] = mark
    return document, meldingen


def _result(builder: _Builder, bestand: str) -> tuple[Document | None, list[Melding]]:
    if builder.root is None:
        tekst = "Dit bestand is leeg."
        return None, [Melding(soort("RP013"), Plaats(bestand), tekst, "Vul het bestand of verwijder het.")]
    if not isinstance(builder.root, YamlMap):
        tekst = "Dit bestand begint niet met een sleutel, zoals 'afspraken:'."
        hint = "Een protocolbestand begint met een naam en een dubbele punt."
        return None, [*builder.meldingen, Melding(soort("RP103"), Plaats(bestand, 1, 1), tekst, hint)]
    return Document(bestand, builder.root), builder.meldingen


def _decode(raw: bytes, bestand: str) -> tuple[str, Melding | None]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        voor = raw[: error.start]
        regel = voor.count(b"\n") + 1
        kolom = error.start - (voor.rfind(b"\n") + 1) + 1
        # Unicode of another width is text; anything else with zero bytes is no text at all.
        is_text = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" not in raw[:4096]
        kind = soort("RP002" if is_text else "RP009")
        tekst = "Dit bestand is geen gewone tekst in UTF-8. Hier staat het eerste teken dat we niet kunnen lezen."
        return "", Melding(kind, Plaats(bestand, regel, kolom), tekst, kind.oplossing)
    if found := _BESTURING.search(text):
        tekst = "Hier staat een teken dat geen tekst is."
        return "", Melding(soort("RP009"), _plaats_in(text, found.start(), bestand), tekst, soort("RP009").oplossing)
    text = text.replace("\r\n", "\n")
    if found := _CONFLICT.search(text):
        tekst = "Hier staan resten van een samenvoeging: twee mensen hebben dit bestand tegelijk veranderd."
        return "", Melding(soort("RP011"), _plaats_in(text, found.start(), bestand), tekst, soort("RP011").oplossing)
    return text, None


def _plaats_in(text: str, offset: int, bestand: str) -> Plaats:
    begin = text.rfind("\n", 0, offset) + 1
    return Plaats(bestand, text.count("\n", 0, offset) + 1, offset - begin + 1)


class _StopError(Exception):
    """Something after which the rest of the file cannot be understood."""

    def __init__(self, code: str, mark: int, tekst: str) -> None:
        super().__init__(tekst)
        self.code, self.mark, self.tekst = code, mark, tekst


class _Builder:
    """Turns events into nodes. Duplicate keys and aliases are findings; reading goes on after them."""

    def __init__(self, bestand: str) -> None:
        self.bestand = bestand
        self.meldingen: list[Melding] = []
        self.root: object = None
        self._stack: list[tuple[YamlMap | YamlList | None, str | None, int]] = []
        self._node: YamlMap | YamlList | None = None
        self._key: str | None = None  # the key that waits for its value
        self._key_at = 0

    def read(self, text: str) -> None:
        loader = yaml.CSafeLoader(text)
        documents = 0
        try:
            while (event := loader.get_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    self._scalar(event)
                elif kind in _STARTS:
                    self._start(event)
                elif kind in _ENDS:
                    self._node, self._key, self._key_at = self._stack.pop()
                elif kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._meld("RP013", _mark(event), "Hier begint een tweede document in hetzelfde bestand.")
                        return
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is StreamEndEvent:
                    return
        finally:
            loader.dispose()

    def _scalar(self, event: ScalarEvent) -> None:
        """Take a key or a value. This runs for every word of a table: keep it flat."""
        value = event.value
        plain = event.implicit[0]
        start = event.start_mark
        mark = merk(start.line, start.column, kaal=plain)
        if event.anchor is not None:
            self._anchor(event, mark)
        if plain and value[:1] in _CIJFERS and _VERLIEST_NUL.fullmatch(value):
            tekst = f"De code {value} staat niet tussen aanhalingstekens. Een ander programma leest een getal."
            self._meld("RP113", mark, tekst, hint=f"Schrijf: '{value}'")
        if plain and value[:1] in _GEKRULD:
            recht = value.strip("".join(_GEKRULD))
            tekst = "Hier staan gekrulde aanhalingstekens, zoals Word ze maakt."
            self._meld("RP015", mark, tekst, hint=f"Typ een recht teken: '{recht}'.")
        node = self._node
        if self._key is None and type(node) is YamlMap:
            if value in node:
                self._dubbel(value, node, mark)
            self._key, self._key_at = value, mark
        else:
            self._put(None if plain and value in LEEG else value, mark)

    def _put(self, value: object, mark: int) -> None:
        node = self._node
        if type(node) is YamlMap:
            key = self._key
            self._key = None
            if key is not None and key not in node:
                node[key] = value
                node.keys_at[key] = self._key_at
                node.values_at[key] = mark
        elif type(node) is YamlList:
            node.append(value)
            node.values_at.append(mark)
        else:
            self.root = value

    def _start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        mark = _mark(event)
        if event.anchor is not None:
            self._anchor(event, mark)
        if len(self._stack) >= DIEPSTE_NIVEAU:
            raise _StopError("RP008", mark, f"Hier zitten meer dan {DIEPSTE_NIVEAU} onderdelen in elkaar.")
        if self._key is None and type(self._node) is YamlMap:
            raise _StopError("RP004", mark, "Hier staat een lijst of blok waar een naam met een dubbele punt hoort.")
        node = YamlMap(mark) if type(event) is MappingStartEvent else YamlList(mark)
        self._put(node, mark)
        self._stack.append((self._node, self._key, self._key_at))
        self._node, self._key = node, None

    def _alias(self, event: AliasEvent) -> None:
        tekst = f"'*{event.anchor}' is een verwijzing naar een andere plek in het bestand."
        self._meld("RP006", _mark(event), tekst)
        if self._key is None and type(self._node) is YamlMap:
            self._key, self._key_at = f"*{event.anchor}", _mark(event)
        else:
            self._put(None, _mark(event))

    def _dubbel(self, key: str, node: YamlMap, mark: int) -> None:
        first = plaats_van(self.bestand, node.keys_at[key])
        self._meld("RP005", mark, f"'{key}' staat hier voor de tweede keer.", Verwant(first, "Hier staat de eerste."))

    def _anchor(self, event: NodeEvent, mark: int) -> None:
        self._meld("RP006", mark, f"'&{event.anchor}' maakt een verwijzing. Dat mag hier niet.")

    def _meld(self, code: str, mark: int, tekst: str, *verwant: Verwant, hint: str = "") -> None:
        kind = soort(code)
        plaats = plaats_van(self.bestand, mark)
        self.meldingen.append(Melding(kind, plaats, tekst, hint or kind.oplossing, verwant))


def _mark(event: Event) -> int:
    return merk(event.start_mark.line, event.start_mark.column)


def _syntax(error: yaml.YAMLError, text: str, bestand: str) -> Melding:
    if (found := _TAB.search(text)) and _near(error, text.count("\n", 0, found.end())):
        plaats = _plaats_in(text, found.end() - 1, bestand)
        return Melding(soort("RP003"), plaats, "Op deze regel staat een tab.", soort("RP003").oplossing)
    problem = str(getattr(error, "problem", "") or "")
    if "mapping values are not allowed" in problem and (plek := _without_space(text, error)):
        tekst = "Na de dubbele punt ontbreekt een spatie."
        return Melding(soort("RP004"), Plaats(bestand, *plek), tekst, "Zet een spatie na de dubbele punt.")
    # The context mark is where the broken thing began: that is the line a person must look at.
    # Only a wrong indent shows where it is noticed.
    noticed = "expected key" in problem or "expected '-'" in problem
    marks = [getattr(error, "context_mark", None), getattr(error, "problem_mark", None)]
    mark = next(filter(None, reversed(marks) if noticed else marks), None)
    plaats = _on_a_line(text, bestand, mark) if mark else Plaats(bestand)
    hint = _HEKJE if noticed else soort("RP004").oplossing
    for english, dutch in _PROBLEMS:
        if english in problem:
            return Melding(soort("RP004"), plaats, dutch, hint)
    tekst = "De opbouw van het bestand klopt hier niet."
    return Melding(soort("RP004"), plaats, tekst, soort("RP004").oplossing)


def _on_a_line(text: str, bestand: str, mark: yaml.Mark) -> Plaats:
    """Give the place of a mark; what is noticed after the end of the text is shown on its last line."""
    lines = text.splitlines() or [""]
    if mark.line < len(lines):
        return Plaats(bestand, mark.line + 1, mark.column + 1)
    return Plaats(bestand, len(lines), len(lines[-1]) + 1)


def _near(error: yaml.YAMLError, line: int) -> bool:
    """Tell whether a tab stands where the error was noticed, or before: later tabs are not its cause."""
    mark = getattr(error, "problem_mark", None)
    return mark is None or line <= mark.line


def _without_space(text: str, error: yaml.YAMLError) -> tuple[int, int] | None:
    """Find 'key:value' on the line that failed or the one above it: the colon lacks its space."""
    last: int = error.problem_mark.line
    lines = text.split("\n")
    for number in (last - 1, last):
        if 0 <= number < len(lines) and (found := _NO_SPACE.match(lines[number])):
            return number + 1, found.start(1) + 1
    return None


_NO_SPACE: Final = re.compile(r"[ -]*([a-z_]+):[^\s:/]")
_HEKJE: Final = (
    "Geef deze regel evenveel spaties als de regels eromheen. "
    "Haalde u een hekje weg? Haal dan ook de spatie erachter weg."
)
_PROBLEMS: Final = (
    (
        "mapping values are not allowed",
        "Hier staat een dubbele punt te veel, of springt de regel verkeerd in.",
    ),
    ("could not find expected ':'", "Op deze regel ontbreekt een dubbele punt met een spatie erachter."),
    ("did not find expected '-' indicator", "Deze regel springt anders in dan de rest, of er ontbreekt een streepje."),
    ("did not find expected key", "Deze regel springt anders in dan de regels eromheen."),
    (
        "unexpected end of stream",
        "Hier begint iets dat niet wordt afgesloten: een aanhalingsteken of een haak.",
    ),
    ("did not find expected ',' or", "Tussen deze haken ontbreekt een komma, of de haak gaat niet dicht."),
    ("cannot start any token", "Dit teken mag niet aan het begin van een waarde staan."),
    ("found undefined escape", "Na een omgekeerde schuine streep staat iets dat we niet kennen."),
)
