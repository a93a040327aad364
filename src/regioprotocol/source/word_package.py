"""A Word template, judged before it is opened: is it a Word document, is it safe, and what is it if not?"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Final

from regioprotocol.source.compound_file import MAGIC as OLE
from regioprotocol.source.compound_file import entry_names
from regioprotocol.source.refusal import RefusedError
from regioprotocol.source.zip_package import MAGIC, has_doctype

_CONTENT_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = b"wordprocessingml.document.main+xml"
_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_WORD: Final = (b"wordprocessingml.", b"ms-word.")
_PROTECTED: Final = ("Encrypt", "DRM", "LabelInfo", "StrongEncryption")
_OLD_WORD: Final = "WordDocument"
_MOST_PARTS: Final = 2_000
_LARGEST: Final = 100_000_000
_SHRINKS: Final = 500
_SHRINKS_FROM: Final = 10_000_000
_LOCKED: Final = 0x1


def check_word(raw: bytes) -> None:
    """Raise RefusedError when these bytes are no Word document (.docx), or one that is not safe to open."""
    if raw.startswith(OLE):
        raise _ole(raw)
    if not raw.startswith(MAGIC):
        raise RefusedError("RP521", "Dit bestand is geen Word-document (.docx).")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            _check_sizes(package)
            _check_kind(package)
            for part in package.infolist():
                with package.open(part) as stream:
                    if part.filename.endswith((".xml", ".rels")) and has_doctype(stream):
                        raise RefusedError("RP528", f"Het deel '{part.filename}' heeft een DOCTYPE.")
            if (broken := package.testzip()) is not None:
                raise RefusedError("RP522", f"Het deel '{broken}' is beschadigd.")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError) as error:
        raise RefusedError("RP522", "Dit Word-bestand is niet compleet of beschadigd.") from error


def _ole(raw: bytes) -> RefusedError:
    names = entry_names(raw)
    if any(mark in name for name in names for mark in _PROTECTED):
        return RefusedError("RP523", "Dit Word-bestand is beveiligd, met een wachtwoord of met een label.")
    if _OLD_WORD in names:
        return RefusedError("RP521", "Dit is een oud Word-document (.doc), hoe het bestand ook heet.")
    return RefusedError("RP521", "Dit bestand is van een oud Office-programma, en geen Word-document (.docx).")


def _check_sizes(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if any(part.flag_bits & _LOCKED for part in parts):
        raise RefusedError("RP523", "Dit is een zip-bestand met een wachtwoord.")
    size = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or size > _LARGEST:
        raise RefusedError("RP528", f"Dit bestand is uitgepakt {size // 1_000_000} MB, in {len(parts)} delen.")
    for part in parts:
        if part.file_size > max(_SHRINKS_FROM, _SHRINKS * part.compress_size):
            raise RefusedError("RP528", f"Het deel '{part.filename}' wordt uitgepakt veel te groot.")


def _check_kind(package: zipfile.ZipFile) -> None:
    types = package.read(_CONTENT_TYPES) if _CONTENT_TYPES in package.namelist() else b""
    if _DOCUMENT in types:
        return
    if _TEMPLATE in types:
        hint = "Open uw sjabloon in Word, en sla het op als 'Word-document (*.docx)'."
        raise RefusedError("RP521", "Dit is een sjabloon van Word (.dotx), geen document.", hint=hint)
    if any(mark in types for mark in _WORD):
        raise RefusedError("RP521", "Dit Word-bestand is van een soort die we niet lezen, bijvoorbeeld met macro's.")
    raise RefusedError("RP521", "Dit bestand is geen Word-document (.docx).")
