"""A Word template of a municipality: judged before it is filled, and filled with names that we know."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Final

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from regioprotocol.diagnostics import Melding, Plaats, bedoelde_u, soort
from regioprotocol.document.records import Document

BLOKKEN: Final = ("waarschuwingen", "kenmerken", "inhoudsopgave", "inhoud")
_NODIG: Final = ("versie", "digest")
_EIGENSCHAPPEN: Final = ("author", "comments", "identifier", "language", "subject", "title")
# What may stand in a template besides plain names would be a program.
_MAG: Final = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)
_BIJZONDER: Final = re.compile(r"\{[{%#]\s*(?:p|r|tr|tc)\s+([^{}%#]*)[}%#]\}")


def woorden(document: Document) -> dict[str, str]:
    """Give what the placeholders of one word or sentence stand for."""
    return {
        "titel": document.titel,
        "naam": document.naam,
        "ondertitel": document.ondertitel,
        **{naam.lower().replace(" ", "_"): waarde for naam, waarde in document.kenmerken},
        "digest": document.digest,
        "weergave": "Onofficiële weergave" if document.onofficieel else document.watermerk,
    }


def omgeving() -> Environment:
    """Give the filler: nothing but values, and every value escaped."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def keur(mal: DocxTemplate, bestand: str, document: Document) -> list[Melding]:
    """Give every finding on the placeholders of a template: unknown, written wrong, or missing."""
    gevonden: set[str] = set()
    meldingen: dict[Melding, None] = {}
    teksten = tuple(_teksten(mal))
    for tekst in teksten:
        for fout in _BIJZONDER.finditer(tekst):
            hint = f"Schrijf {{{{ {fout[1].strip()} }}}}, in een eigen alinea."
            meldingen[_melding("RP525", bestand, f"In de mal staat '{fout[0]}'.", hint)] = None
        try:
            gevonden |= set(_namen(omgeving().parse(mal.patch_xml(_BIJZONDER.sub("", tekst)))))
        except (TemplateSyntaxError, _NietToegestaanError) as error:
            wat = f"In de mal staan accolades die we niet begrijpen ({_kort(error)})."
            meldingen[_melding("RP525", bestand, wat)] = None
    bekend = (*woorden(document), *BLOKKEN)
    for naam in sorted(gevonden.difference(bekend)):
        hint = bedoelde_u(naam, bekend, hoogstens=len(bekend))
        meldingen[_melding("RP524", bestand, f"De mal vraagt om '{naam}'. Dat kennen we niet.", hint)] = None
    if not meldingen:
        meldingen |= dict.fromkeys(_verkeerde_plek(mal, teksten, bestand))
    return [*meldingen, *(_wat_ontbreekt(gevonden, bestand) if not meldingen else ())]


def _verkeerde_plek(mal: DocxTemplate, teksten: Iterable[str], bestand: str) -> Iterator[Melding]:
    """Find blocks that do not stand once, in a paragraph of the text with nothing else: what is beside them is lost."""
    alineas = ["".join(t.text or "" for t in p.iter(qn("w:t"))).strip() for p in mal.docx.element.body.iter(qn("w:p"))]
    xml = "\n".join(mal.patch_xml(tekst) for tekst in teksten)
    for blok in BLOKKEN:
        plek = re.compile(rf"\{{\{{\s*{blok}\s*\}}\}}")
        overal, alleen = len(plek.findall(xml)), sum(plek.fullmatch(alinea) is not None for alinea in alineas)
        if overal > 1:
            yield _melding("RP525", bestand, f"{{{{ {blok} }}}} staat {overal} keer in de mal. Dat mag één keer.")
        elif overal != alleen:
            hint = "Zet het in een eigen alinea van de gewone tekst, niet in een kop- of voettekst."
            yield _melding("RP525", bestand, f"{{{{ {blok} }}}} staat in de mal tussen andere tekst.", hint)


def _wat_ontbreekt(gevonden: set[str], bestand: str) -> Iterator[Melding]:
    for code, namen in (("RP526", ("inhoud",)), ("RP527", _NODIG)):
        for naam in namen:
            if naam not in gevonden:
                yield _melding(code, bestand, f"In de mal staat nergens {{{{ {naam} }}}}.")


def open_mal(raw: bytes, bestand: str) -> DocxTemplate | Melding:
    """Open a template whose package was found safe; a part that is no Word gives a finding."""
    try:
        mal = DocxTemplate(BytesIO(raw))
        mal.init_docx()
        mal.docx.element.body.sectPr  # noqa: B018 - a file without a body is refused here, not halfway
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as error:
        return _melding("RP522", bestand, f"Dit Word-bestand is beschadigd ({type(error).__name__}).")
    return mal


class _NietToegestaanError(Exception):
    """Something in braces that is not a name."""


def _namen(boom: nodes.Template) -> Iterator[str]:
    wachtrij: list[nodes.Node] = [boom]
    while wachtrij:
        knoop = wachtrij.pop()
        if not isinstance(knoop, _MAG):
            raise _NietToegestaanError("alleen namen mogen, zoals {{ versie }}")
        if isinstance(knoop, nodes.Name):
            yield knoop.name
        wachtrij += knoop.iter_child_nodes()


def _teksten(mal: DocxTemplate) -> Iterator[str]:
    """Give the XML of every part in which placeholders are filled."""
    yield mal.get_xml()
    for soort_deel in (mal.HEADER_URI, mal.FOOTER_URI):
        for _, deel in mal.get_headers_footers(soort_deel):
            yield mal.get_part_xml(deel)
    for deel in mal.docx.part.package.parts:
        if deel.content_type.endswith("footnotes+xml"):
            yield deel.blob.decode("utf-8", "replace")
    yield from (str(getattr(mal.docx.core_properties, naam) or "") for naam in _EIGENSCHAPPEN)


def _melding(code: str, bestand: str, tekst: str, hint: str = "") -> Melding:
    kind = soort(code)
    return Melding(kind, Plaats(bestand), tekst, hint or kind.oplossing)


def _kort(error: Exception) -> str:
    tekst = str(getattr(error, "message", None) or error)
    return tekst if isinstance(error, _NietToegestaanError) else "een haakje te weinig of te veel"


def context(document: Document, merken: dict[str, str]) -> dict[str, Any]:
    """Give the values for the filler; *merken* stand for the blocks until those are put in their place."""
    return {**woorden(document), **merken}
