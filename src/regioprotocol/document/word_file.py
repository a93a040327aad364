"""The document as a Word file, in the template of a municipality or in ours. The same input gives the same bytes."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, time
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from regioprotocol.diagnostics import Melding
from regioprotocol.document.data import zonder_stuurtekens
from regioprotocol.document.records import Document
from regioprotocol.document.watermark import zet_watermerk
from regioprotocol.document.word import NAMEN, Schrijver
from regioprotocol.document.word_styles import stijlen_van
from regioprotocol.document.word_template import BLOKKEN, context, keur, omgeving, open_mal

STANDAARDMAL: Final = "standaardmal.docx"
_DAG_IN_ZIP: Final = (1980, 1, 1, 0, 0, 0)
# Settings have a fixed order; these come after the one that we add.
_NA_VELDEN: Final = frozenset(
    qn(f"w:{naam}")
    for naam in (
        "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang",
        "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
        "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
) | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"}  # fmt: skip
_TWIPS: Final = 635  # English Metric Units in a twentieth of a point
_BREEDTE: Final = 9070  # of the text on A4 with usual margins, when a template does not say


def standaardmal() -> bytes:
    """Give the template that we ship."""
    return files(__package__).joinpath(STANDAARDMAL).read_bytes()


def als_docx(document: Document, mal: bytes | None = None, naam: str = STANDAARDMAL) -> tuple[bytes, list[Melding]]:
    """Give the bytes of the Word file with findings on the template; no bytes when one of those is a fout."""
    geopend = open_mal(mal if mal is not None else standaardmal(), naam)
    if isinstance(geopend, Melding):
        return b"", [geopend]
    meldingen = keur(geopend, naam, document)
    if any(melding.soort.ernst == "fout" for melding in meldingen):
        return b"", meldingen
    # The blocks are put in their place afterwards: the filler never sees their text.
    merken = {blok: f"\ue000{blok}\ue000" for blok in BLOKKEN}
    schoon = {sleutel: zonder_stuurtekens(waarde) for sleutel, waarde in context(document, merken).items()}
    geopend.render(schoon, omgeving(), autoescape=True)
    # The filler keeps old parts beside the new ones: only a file that is opened again shows what it really holds.
    word = docx.Document(BytesIO(_opgeslagen(geopend.docx)))
    _zet_blokken(word, document, merken)
    zet_watermerk(word, document.watermerk)
    _zet_eigenschappen(word, document)
    return _vaste_zip(_opgeslagen(word)), meldingen


def _opgeslagen(word: Any) -> bytes:
    uit = BytesIO()
    word.save(uit)
    return uit.getvalue()


def _zet_blokken(word: Any, document: Document, merken: dict[str, str]) -> None:
    schrijver = Schrijver(stijlen_van(word), _tekstbreedte(word), lambda url: _relatie(word, url))
    blokken = {
        "waarschuwingen": schrijver.waarschuwingen,
        "kenmerken": schrijver.kenmerken,
        "inhoudsopgave": schrijver.inhoudsopgave,
        "inhoud": schrijver.inhoud,
    }
    for alinea in list(word.element.body.iter(qn("w:p"))):
        tekst = "".join(deel.text or "" for deel in alinea.iter(qn("w:t")))
        for blok, merk in merken.items():
            if merk in tekst:
                stukken = parse_xml(f"<w:body {NAMEN}>{blokken[blok](document)}</w:body>")
                for stuk in stukken:
                    alinea.addprevious(stuk)
                alinea.getparent().remove(alinea)
                break


def _relatie(word: Any, url: str) -> str:
    return str(word.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def _tekstbreedte(word: Any) -> int:
    sectie = word.sections[-1]
    maten = (sectie.page_width, sectie.left_margin, sectie.right_margin)
    if any(maat is None for maat in maten):
        return _BREEDTE
    breed, links, rechts = (int(maat) for maat in maten)
    return int((breed - links - rechts) // _TWIPS)


def _zet_eigenschappen(word: Any, document: Document) -> None:
    dag = datetime.combine(document.op, time(), UTC)
    eigen = word.core_properties
    eigen.title, eigen.author, eigen.last_modified_by, eigen.language = document.titel, document.auteur, "", "nl-NL"
    eigen.created = eigen.modified = dag
    eigen.revision, eigen.version = 1, document.versie
    _vraag_om_velden(word.settings.element)


def _vraag_om_velden(instellingen: Any) -> None:
    """Let Word ask, once, whether it may fill in the page numbers of the contents."""
    if instellingen.find(qn("w:updateFields")) is not None:
        return
    veld = parse_xml(f'<w:updateFields {NAMEN} w:val="true"/>')
    volgende = next((deel for deel in instellingen if deel.tag in _NA_VELDEN), None)
    if volgende is None:
        instellingen.append(veld)
    else:
        volgende.addprevious(veld)


def _vaste_zip(raw: bytes) -> bytes:
    """Pack again with one date for every part: a zip remembers when it was made."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as was, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as wordt:
        for deel in was.infolist():
            info = zipfile.ZipInfo(deel.filename, _DAG_IN_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            wordt.writestr(info, was.read(deel))
    return uit.getvalue()
