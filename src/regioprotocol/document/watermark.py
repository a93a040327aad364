"""The word across every page of a Word file: in each header that a section has, whoever made the template."""

from __future__ import annotations

from typing import Any, Final
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml

_NAMEN: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_PLAATS: Final = (
    "position:absolute;margin-left:0;margin-top:0;width:470pt;height:118pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def zet_watermerk(word: Any, tekst: str) -> None:
    """Put the word behind the text of every page; nothing when there is no word."""
    if not tekst:
        return
    nummer = 0
    for plek, sectie in enumerate(word.sections):
        koppen = [sectie.header]
        if sectie.different_first_page_header_footer:
            koppen.append(sectie.first_page_header)
        if word.settings.odd_and_even_pages_header_footer:
            koppen.append(sectie.even_page_header)
        for kop in koppen:
            if plek and kop.is_linked_to_previous:
                continue
            nummer += 1
            alinea = kop.paragraphs[0] if kop.paragraphs else kop.add_paragraph()
            alinea._p.append(parse_xml(_vorm(tekst, nummer)))


def _vorm(tekst: str, nummer: int) -> str:
    return (
        f"<w:r {_NAMEN}><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{nummer}" o:spid="_x0000_s{2048 + nummer}" type="#_x0000_t136" '
        f'alt={quoteattr(tekst)} style="{_PLAATS}" o:allowincell="f" fillcolor="#d9d9d9" stroked="f">'
        f'<v:fill opacity=".6"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" '
        f"string={quoteattr(tekst)}/></v:shape></w:pict></w:r>"
    )
