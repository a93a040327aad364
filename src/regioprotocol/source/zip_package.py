"""A zip file, judged before it is unpacked: is it a workbook, is it safe, and what is it if not?

The directory of a zip can lie about sizes, but not to our loss: zipfile never gives more of a member than the
directory promised, and then finds that its checksum is wrong.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import IO, Final
from xml.parsers.expat import ExpatError, ParserCreate

from regioprotocol.diagnostics import opsomming
from regioprotocol.source.refusal import RefusedError

MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
GROOTSTE_BLAD: Final = 200_000_000
GROOTSTE_DEEL: Final = 25_000_000
GROOTSTE_UITGEPAKT: Final = 400_000_000
MEESTE_DELEN: Final = 10_000
# Real workbooks shrink ten to fifty times, nothing but zeros a thousand; what is small may shrink as it likes.
GROOTSTE_KRIMP: Final = 500
_KRIMP_VANAF: Final = 10_000_000

_CONTENT_TYPES: Final = "[Content_Types].xml"
_WORKBOOKS: Final = (
    b"spreadsheetml.sheet.main+xml",
    b"spreadsheetml.template.main+xml",
    b"ms-excel.sheet.macroEnabled.main+xml",
    b"ms-excel.template.macroEnabled.main+xml",
)
_BINARY: Final = b"ms-excel.sheet.binary.macroEnabled.main"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_OTHER_TYPES: Final = (
    (b"wordprocessingml.", "een Word-document"),
    (b"ms-word.", "een Word-document"),
    (b"presentationml.", "een PowerPoint-presentatie"),
    (b"ms-powerpoint.", "een PowerPoint-presentatie"),
    (b"ms-visio.", "een Visio-tekening"),
)
_MIMETYPES: Final = (
    (b"opendocument.spreadsheet", "een werkblad van LibreOffice (.ods)"),
    (b"opendocument.text", "een tekstdocument van LibreOffice (.odt)"),
    (b"opendocument.presentation", "een presentatie van LibreOffice (.odp)"),
    (b"epub", "een e-boek"),
)
_LONGEST_MIMETYPE: Final = 200
_NUMBERS: Final = "Index/Document.iwa"
_TABLES: Final = (".xlsx", ".xlsm", ".xls", ".csv")
_SHOWN: Final = 3
_ENCRYPTED: Final = 0x1


def check_package(raw: bytes) -> None:
    """Raise RefusedError when these bytes are no workbook in a zip, or one that is not safe to unpack."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            _check_sizes(package)
            _check_kind(package)
            for part in package.infolist():
                with package.open(part) as stream:
                    if has_doctype(stream):
                        raise RefusedError("RP027", f"Het deel '{part.filename}' heeft een DOCTYPE.")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise RefusedError("RP021", "Dit Excel-bestand is niet compleet of beschadigd.") from error


def _check_sizes(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MEESTE_DELEN:
        raise RefusedError("RP026", f"Dit bestand bestaat uit {len(parts)} delen. Een werkmap heeft er tientallen.")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        hint = "Pak het bestand zelf uit, en gebruik de werkmap die erin zit."
        raise RefusedError("RP023", "Dit is een zip-bestand met een wachtwoord.", hint=hint)
    totaal = sum(part.file_size for part in parts)
    if totaal > GROOTSTE_UITGEPAKT:
        raise RefusedError("RP026", _too_large("Dit bestand", totaal, GROOTSTE_UITGEPAKT))
    for part in parts:
        grens = GROOTSTE_BLAD if "/worksheets/" in part.filename else GROOTSTE_DEEL
        if part.filename.endswith((".xml", ".rels")) and part.file_size > grens:
            raise RefusedError("RP026", _too_large(f"Het deel '{part.filename}'", part.file_size, grens))
        if part.file_size > max(_KRIMP_VANAF, GROOTSTE_KRIMP * part.compress_size):
            keer = part.file_size // max(part.compress_size, 1)
            tekst = f"Het deel '{part.filename}' wordt uitgepakt {keer} keer zo groot. Dat is niet gewoon voor Excel."
            raise RefusedError("RP026", tekst)


def _too_large(wat: str, size: int, grens: int) -> str:
    return f"{wat} is uitgepakt {size // 1_000_000} MB. Hoogstens {grens // 1_000_000} MB mag."


def _check_kind(package: zipfile.ZipFile) -> None:
    names = frozenset(package.namelist())
    types = package.read(_CONTENT_TYPES) if _CONTENT_TYPES in names else b""
    if _BINARY in types:
        raise RefusedError("RP025", "Dit is een binaire Excel-werkmap (.xlsb), hoe het bestand ook heet.")
    if any(known in types for known in _WORKBOOKS):
        if "_rels/.rels" in names and _STRICT in package.read("_rels/.rels"):
            raise RefusedError("RP025", "Dit bestand is opgeslagen als 'Strict Open XML'.")
        return
    raise RefusedError("RP020", f"Dit is {_kind(package, names, types)}, geen Excel-bestand.", hint=_hint(names))


def _kind(package: zipfile.ZipFile, names: frozenset[str], types: bytes) -> str:
    mimetype = package.open("mimetype").read(_LONGEST_MIMETYPE) if "mimetype" in names else b""
    for mark, wat in _OTHER_TYPES:
        if mark in types:
            return wat
    for mark, wat in _MIMETYPES:
        if mark in mimetype:
            return wat
    return "een werkblad van Apple Numbers" if _NUMBERS in names else "een gewoon zip-bestand"


def _hint(names: frozenset[str]) -> str:
    tables = sorted(name for name in names if name.casefold().endswith(_TABLES))
    if tables and _CONTENT_TYPES not in names:
        geciteerd = opsomming([f"'{name}'" for name in tables[:_SHOWN]])
        return f"Pak het bestand uit. Erin zit {geciteerd}."
    return ""


class _RootError(Exception):
    """The first element of the XML began: a DOCTYPE can only stand before it."""


class _DoctypeError(Exception):
    """A DOCTYPE began. Nothing in it is read: it can define text that grows without end."""


def has_doctype(stream: IO[bytes]) -> bool:
    """Tell whether XML has a DOCTYPE. What is no XML has none; whoever reads it will say what is wrong."""

    def root(*_: object) -> None:
        raise _RootError

    def doctype(*_: object) -> None:
        raise _DoctypeError

    parser = ParserCreate()
    parser.StartElementHandler = root
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.ParseFile(stream)
    except _DoctypeError:
        return True
    except (_RootError, ExpatError, LookupError, ValueError):
        pass
    return False
