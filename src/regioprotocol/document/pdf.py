"""The document as PDF/UA: tagged, with a title and a language, the same bytes for the same input."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from importlib.resources import files
from typing import Final

import typst

from regioprotocol.document.data import als_data, schoon
from regioprotocol.document.records import Document

_NORM: Final = "ua-1"
# The page maker refuses letters that none of its fonts has, and names them.
_ZONDER_LETTER: Final = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_RONDES: Final = 20


def als_pdf(document: Document) -> bytes:
    """Give the bytes of the PDF. A letter without a shape in our fonts is shown by its number: [U+1F600]."""
    onbekend: set[str] = set()
    for _ in range(_RONDES):
        try:
            return _opgemaakt(document, onbekend)
        except typst.TypstError as error:
            nieuw = _zonder_letter(error) - onbekend
            if not nieuw:
                raise
            onbekend |= nieuw
    raise ValueError("te veel onbekende tekens")


def _opgemaakt(document: Document, onbekend: set[str]) -> bytes:
    def maak(tekst: str) -> str:
        zichtbaar = schoon(tekst)
        return "".join(f"[U+{ord(t):04X}]" if t in onbekend else t for t in zichtbaar) if onbekend else zichtbaar

    data = json.dumps(als_data(document, maak), ensure_ascii=False)
    uit = typst.compile(
        files(__package__).joinpath("protocol.typ").read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"document": data},
        pdf_standards=[_NORM],
        timestamp=int(datetime.combine(document.op, time(), UTC).timestamp()),
    )
    if not isinstance(uit, bytes):
        raise TypeError("de opmaker gaf geen PDF")
    return uit


def _zonder_letter(error: typst.TypstError) -> set[str]:
    gevonden = _ZONDER_LETTER.findall(f"{error.message}\n{error.diagnostic}")
    return {letter for tekst in gevonden for letter in _ESCAPE.sub(lambda m: chr(int(m[1], 16)), tekst)}
