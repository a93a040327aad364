"""XML that may come from anyone: what is refused before it is parsed, and how errors of the parser read.

No document type, so no entities, no files from elsewhere and no laughing billions; the options of the parser say the
same once more. Nothing that the parser says is shown: its messages can hold values.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Any, Final, NamedTuple

MB: Final = 1024 * 1024

VEILIG: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}

_MEESTE_REGELS: Final = 65_000  # the XML library counts lines up to 65,535
_ANDERE_CODERINGEN: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE, b"<\0", b"\0<")
_CODERING: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_VOORAF: Final = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)

# Numbers of the XML library (xmlerror.h), where they need words of their own.
_NIET_AF: Final = frozenset({4, 73, 74, 77})
_CODERINGSFOUT: Final = frozenset({6, 31, 32, 81})
_TE_GROOT: Final = frozenset({89, 110, 114})
_UITLEG: Final[dict[int, str]] = {
    5: "Na het einde van het bericht staat nog iets.",
    9: "Hier staat een teken dat in XML niet mag.",
    26: "Hier staat een verwijzing (&...;) die het bericht niet kent.",
    68: "Hier staat een los teken < of &. Schrijf &lt; of &amp;.",
    76: "Hier sluit een ander element dan er open staat.",
    201: "Hier staat een voorvoegsel dat het bericht niet kent: er hoort een xmlns bij.",
}


class Weigering(NamedTuple):
    """Why a file cannot be read as a message: code, text, hint and place."""

    code: str
    tekst: str
    hint: str = ""
    regelnummer: int = 0
    kolom: int = 0


def bekijk_begin(begin: bytes) -> Weigering | None:
    """Refuse what is no message by its first bytes; None when it may be parsed."""
    if begin.startswith(_ANDERE_CODERINGEN):
        return _codering("UTF-16 of iets anders")
    kaal = begin.removeprefix(codecs.BOM_UTF8)
    codering = _CODERING.match(kaal)
    if codering and codering[1].lower() not in {b"utf-8", b"us-ascii", b"ascii"}:
        return _codering(codering[1].decode("ascii"))
    vooraf = _VOORAF.match(kaal)
    eerste = vooraf.end() if vooraf else 0
    return _bekijk_eerste(kaal[eerste : eerste + 20], kaal[:eerste].count(b"\n") + 1)


def _bekijk_eerste(eerste: bytes, regel: int) -> Weigering | None:
    """Refuse what does not start as a message, after the declaration and comments."""
    if not eerste:
        return Weigering("RP902", "Dit bestand is leeg.", "Maak het bericht opnieuw aan in uw software.")
    if _HTML.match(eerste):
        return Weigering(
            "RP903",
            "Dit is een webpagina (HTML), geen bericht.",
            "Misschien is een foutmelding of inlogpagina van een portaal opgeslagen. Haal het bericht opnieuw op.",
        )
    if not eerste.startswith(b"<"):
        return Weigering(
            "RP904",
            "Dit bestand is geen XML.",
            "Een bericht is een XML-bestand. Controleer of u het goede bestand gaf.",
        )
    if eerste[:9].upper() == b"<!DOCTYPE":
        return Weigering(
            "RP905",
            "Dit bericht begint met een DOCTYPE. Die lezen we niet.",
            "Een bericht van iWmo of iJw heeft geen DOCTYPE en geen eigen entiteiten. Haal de DOCTYPE weg.",
            regel,
        )
    return None


def parse(inhoud: bytes) -> Any:
    """Give the root element of a message that is in memory, or a Weigering.

    White space between elements is dropped, except in a file with so many lines that line numbers depend on it.
    """
    from lxml import etree  # noqa: PLC0415  only who reads messages needs it

    try:
        weinig_regels = len(inhoud) < _MEESTE_REGELS or inhoud.count(b"\n") < _MEESTE_REGELS
        return etree.fromstring(inhoud, _parser(zonder_wit=weinig_regels))
    except etree.XMLSyntaxError as fout:
        return weigering_van(fout)


def is_kaal(inhoud: bytes, wortel: Any, waarden: int) -> bool:
    """Tell whether a message surely has nothing beside its values: no attributes, no text between elements.

    Then there are no quotation marks after the start tag of the root, and as many pieces of text as values.
    """
    begin = inhoud.find(b">", inhoud.find(b"Bericht"))
    if inhoud.find(b'"', begin) >= 0 or inhoud.find(b"'", begin) >= 0 or wortel.keys():
        return False
    return bool(_tel_teksten()(wortel) == waarden)


@cache
def _tel_teksten() -> Any:
    from lxml import etree  # noqa: PLC0415

    return etree.XPath("count(//text())")


@cache
def _parser(*, zonder_wit: bool) -> Any:
    from lxml import etree  # noqa: PLC0415

    return etree.XMLParser(**VEILIG, remove_blank_text=zonder_wit)


def leesfout() -> Weigering:
    """Say that a file cannot be opened, or stops being readable."""
    return Weigering(
        "RP901",
        "Dit bestand is niet te lezen.",
        "Controleer de naam, en of het een gewoon bestand is dat u mag openen. Zit het in een zip? Pak die dan uit.",
    )


def te_groot(grootste: int) -> Weigering:
    """Say that a message is larger than can be read."""
    return Weigering(
        "RP909",
        f"Dit bericht is groter dan {grootste // MB} MB. Zo'n groot bericht lezen we niet.",
        "Verdeel de inhoud over meer berichten.",
    )


def weigering_van(fout: Any) -> Weigering:
    """Turn an error of the parser into words; its own words may hold values."""
    regel, kolom = fout.position
    if fout.code in _CODERINGSFOUT:
        return _codering("een andere codering dan UTF-8", regel, kolom)
    if fout.code in _TE_GROOT:
        return Weigering(
            "RP909",
            "Dit bericht heeft een element dat te groot is of te diep zit.",
            "Zo ziet een bericht er nooit uit. Maak het opnieuw aan in uw software.",
            regel,
        )
    if fout.code in _NIET_AF:
        return Weigering(
            "RP908",
            "Dit bericht houdt te vroeg op: het einde ontbreekt.",
            "Het bestand is niet helemaal opgeslagen of verstuurd. Haal het opnieuw op of maak het opnieuw aan.",
            regel,
            kolom,
        )
    return Weigering(
        "RP907",
        _UITLEG.get(fout.code, "Hier klopt de XML niet."),
        "Maak het bericht opnieuw aan in uw software. Een bericht met de hand verbeteren gaat vaak mis.",
        regel,
        kolom,
    )


def _codering(gevonden: str, regel: int = 0, kolom: int = 0) -> Weigering:
    return Weigering(
        "RP906",
        f"De tekens van dit bericht zijn niet te lezen: het is opgeslagen in {gevonden}.",
        "Een bericht is tekst in UTF-8. Sla het zo op, of laat uw leverancier dat doen.",
        regel,
        kolom,
    )
