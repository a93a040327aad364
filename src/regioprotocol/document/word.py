"""The document as the body of a Word file: paragraphs and tables in WordprocessingML.

Every text goes through `_t`, which escapes it; nothing of a text can become an element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from regioprotocol.document.data import breedtes, zonder_stuurtekens
from regioprotocol.document.records import Document, Kader, Leden, Lid, Onderdeel, Ondertekening, Sectie
from regioprotocol.document.word_styles import Stijlen
from regioprotocol.prose import Alinea, Citaat, Codeblok, Kop, Opsomming, Stuk, Tabel, platte_tekst, stukken
from regioprotocol.prose.blocks import Regeltekst

NAMEN: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# Twentieths of a point: how far lists go in, and the room to sign in.
_INSPRINGEN: Final = 360
_HANDTEKENING: Final = 964
# A row stays on one page, unless it might not fit on any.
_LANGE_CEL: Final = 900
_KORTE_ALINEA: Final = 300
_DIEPSTE_KOP: Final = 5
_IN_INHOUD: Final = 3
_DIEPSTE_NIVEAU: Final = 8
_LANGSTE_BLADWIJZER: Final = 40


@dataclass(frozen=True, slots=True)
class Schrijver:
    """Writes blocks in the styles of one template. *breedte*: of the text, in twentieths of a point.

    *relatie* gives the id in the file of an address that a link goes to.
    """

    stijlen: Stijlen
    breedte: int
    relatie: Callable[[str], str]
    bladwijzers: Iterator[int] = field(default_factory=lambda: count(1))

    def inhoud(self, document: Document) -> str:
        """Give everything after the contents."""
        return "".join(self._sectie(deel, 1) for deel in document.delen)

    def waarschuwingen(self, document: Document) -> str:
        """Give what stands on the cover before anything else."""
        return "".join(self._kader(kader) for kader in document.waarschuwingen) or "<w:p/>"

    def kenmerken(self, document: Document) -> str:
        """Give the table of the cover."""
        paren = (*document.kenmerken, ("Kenmerk van de gegevens", document.digest))
        rijen = tuple((stukken(naam, vet=True), stukken(waarde)) for naam, waarde in paren)
        return self._tabel(Tabel((stukken("Kenmerk"), stukken("Waarde")), rijen, (4, 11)))

    def inhoudsopgave(self, document: Document) -> str:
        """Give the contents as a field that Word fills with page numbers; until then it has every line."""
        regels = [(sectie, diepte) for sectie, diepte in _alle(document.delen, 1) if diepte <= _IN_INHOUD]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        uit = []
        for plek, (sectie, diepte) in enumerate(regels):
            tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.breedte}"/></w:tabs>'
            naam = f"{_titel(sectie)}\t"
            verwijzing = _link_binnen(sectie, f"{_r(naam)}{_paginanummer(sectie)}")
            voor = begin if plek == 0 else ""
            uit.append(_p(self.stijlen.inhoud[diepte - 1], f"{voor}{verwijzing}", tab))
        return f'{"".join(uit)}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'

    def _sectie(self, sectie: Sectie, diepte: int) -> str:
        delen = [self._kop(sectie, diepte)]
        for plek, onderdeel in enumerate(sectie.onderdelen):
            volgt = plek + 1 < len(sectie.onderdelen) or bool(sectie.secties)
            delen.append(self._onderdeel(onderdeel, vast=plek == 0 and volgt and _is_kort(onderdeel)))
        delen += [self._sectie(onder, diepte + 1) for onder in sectie.secties]
        return "".join(delen)

    def _kop(self, sectie: Sectie, diepte: int) -> str:
        nummer = next(self.bladwijzers)
        naam = quoteattr(bladwijzer(sectie))
        merk = f'<w:bookmarkStart w:id="{nummer}" w:name={naam}/><w:bookmarkEnd w:id="{nummer}"/>'
        pagina = "<w:pageBreakBefore/>" if sectie.nieuwe_pagina else ""
        # A heading of the municipality may count by itself; our numbers are fixed, and stand in the text.
        telt_niet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        niveau = f'<w:outlineLvl w:val="{min(diepte - 1, _DIEPSTE_NIVEAU)}"/>'
        stijl = self.stijlen.regel if sectie.regel else self.stijlen.koppen[min(diepte, _DIEPSTE_KOP) - 1]
        return _p(stijl, merk + _r(_titel(sectie)), f"<w:keepNext/>{pagina}{telt_niet}{niveau}")

    def _onderdeel(self, onderdeel: Onderdeel, *, vast: bool = False) -> str:  # noqa: PLR0911 - a line a kind
        match onderdeel:
            case Alinea():
                return _p(self.stijlen.tekst, self._runs(onderdeel.stukken), "<w:keepNext/>" if vast else "")
            case Kop():
                return _p(self.stijlen.tekst, self._runs(onderdeel.stukken, vet=True), "<w:keepNext/>")
            case Opsomming():
                return self._opsomming(onderdeel, 1)
            case Tabel():
                return self._tabel(onderdeel)
            case Citaat():
                return "".join(self._onderdeel(blok) for blok in onderdeel.blokken)
            case Codeblok():
                return "".join(_p(self.stijlen.tekst, _r(regel, _CODE)) for regel in onderdeel.tekst.split("\n"))
            case Kader():
                return self._kader(onderdeel)
            case Leden():
                return "".join(self._lid(lid) for lid in onderdeel.leden)
            case Ondertekening():
                return self._ondertekening(onderdeel)

    def _opsomming(self, lijst: Opsomming, diepte: int) -> str:
        uit = []
        links = _INSPRINGEN * diepte
        for plek, item in enumerate(lijst.items, 1):
            teken = f"{plek}." if lijst.genummerd else "•"
            for nummer, blok in enumerate(item):
                if isinstance(blok, Opsomming):
                    uit.append(self._opsomming(blok, diepte + 1))
                elif isinstance(blok, Alinea):
                    hangend = f' w:hanging="{_INSPRINGEN}"' if nummer == 0 else ""
                    begin = _r(f"{teken}\t") if nummer == 0 else ""
                    inspringen = f'<w:ind w:left="{links}"{hangend}/>'
                    uit.append(_p(self.stijlen.opsomming, begin + self._runs(blok.stukken), inspringen))
                else:
                    uit.append(self._onderdeel(blok))
        return "".join(uit)

    def _tabel(self, tabel: Tabel) -> str:
        delen = breedtes(tabel)
        maten = [self.breedte * deel // sum(delen) for deel in delen]
        kop = self._rij(
            [self._cel(cel, maat, self.stijlen.tabelkop) for cel, maat in zip(tabel.kop, maten, strict=False)], kop=True
        )
        rijen = "".join(
            self._rij(
                [self._cel(cel, maat, self.stijlen.tabel) for cel, maat in zip(rij, maten, strict=False)],
                heel=sum(len(platte_tekst(cel)) for cel in rij) < _LANGE_CEL,
            )
            for rij in tabel.rijen
        )
        return f"{_tabelbegin(maten)}{kop}{rijen}</w:tbl>{_p(self.stijlen.tabel, '')}"

    def _rij(self, cellen: list[str], *, kop: bool = False, heel: bool = True, hoogte: int = 0) -> str:
        eigen = "".join((
            "<w:cantSplit/>" if heel else "",
            f'<w:trHeight w:val="{hoogte}" w:hRule="atLeast"/>' if hoogte else "",
            "<w:tblHeader/>" if kop else "",
        ))  # fmt: skip
        return f"<w:tr><w:trPr>{eigen}</w:trPr>{''.join(cellen)}</w:tr>"

    def _cel(self, cel: Regeltekst, maat: int, stijl: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{maat}" w:type="dxa"/></w:tcPr>{_p(stijl, self._runs(cel))}</w:tc>'

    def _ondertekening(self, blad: Ondertekening) -> str:
        delen = (5, 5, 4, 6)
        maten = [self.breedte * deel // sum(delen) for deel in delen]
        koppen = ("Partij", "Naam en functie", "Plaats en datum", "Handtekening")
        kop = self._rij(
            [self._cel(stukken(k), m, self.stijlen.tabelkop) for k, m in zip(koppen, maten, strict=True)], kop=True
        )
        rijen = "".join(
            self._rij(
                [
                    self._cel(stukken(partij if plek == 0 else ""), maat, self.stijlen.tabel)
                    for plek, maat in enumerate(maten)
                ],
                hoogte=_HANDTEKENING,
            )
            for partij in blad.partijen
        )
        return f"{_tabelbegin(maten, rondom=True)}{kop}{rijen}</w:tbl>{_p(self.stijlen.tabel, '')}"

    def _kader(self, kader: Kader) -> str:
        rand = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="7A5200"/></w:pBdr>'
        return _p(self.stijlen.kader, _r(f"{kader.titel}. ", _VET) + _r(kader.tekst), rand)

    def _lid(self, lid: Lid) -> str:
        delen = [_r(f"{lid.nummer}.\t")]
        if lid.merk:
            delen.append(_r(f"{lid.merk[:1].upper()}{lid.merk[1:]}. ", _VET))
        if lid.voor:
            delen.append(_r(f"{lid.voor[:1].upper()}{lid.voor[1:]}: ", _VET))
        delen.append(_r(lid.zin))
        for kop, tekst in lid.toelichting:
            delen.append(_r(f" {kop}: ", _SCHUIN) + _r(tekst) if kop else _r(f" {tekst}"))
        hangend = f'<w:ind w:left="{_INSPRINGEN}" w:hanging="{_INSPRINGEN}"/>'
        herkomst = _p(self.stijlen.herkomst, _r(lid.herkomst), f'<w:ind w:left="{_INSPRINGEN}"/>')
        return _p(self.stijlen.lid, "".join(delen), f"<w:keepNext/>{hangend}") + herkomst

    def _runs(self, regel: Iterable[Stuk], *, vet: bool = False) -> str:
        return "".join(self._run(stuk, vet=vet) for stuk in regel)

    def _run(self, stuk: Stuk, *, vet: bool) -> str:
        vorm = "".join((
            _CODE if stuk.code else "",
            _VET if stuk.vet or vet else "",
            _SCHUIN if stuk.schuin else "",
        ))  # fmt: skip
        if not stuk.doel:
            return _r(stuk.tekst, vorm)
        run = _r(stuk.tekst, f"{vorm}{_LINK}")
        if stuk.doel.startswith("#"):
            return f"<w:hyperlink w:anchor={quoteattr(_bladwijzer(stuk.doel[1:]))}>{run}</w:hyperlink>"
        return f'<w:hyperlink r:id="{self.relatie(stuk.doel)}">{run}</w:hyperlink>'


_VET: Final = "<w:b/>"
_SCHUIN: Final = "<w:i/>"
_LINK: Final = '<w:color w:val="0B5D6B"/><w:u w:val="single"/>'
_CODE: Final = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


def bladwijzer(sectie: Sectie) -> str:
    """Give the name under which Word knows the place of a section."""
    return _bladwijzer(sectie.nummer or sectie.titel)


def _bladwijzer(nummer: str) -> str:
    letters = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in nummer)
    return f"n_{letters}"[:_LANGSTE_BLADWIJZER]


def _titel(sectie: Sectie) -> str:
    return f"{sectie.nummer}  {sectie.titel}" if sectie.nummer else sectie.titel


def _alle(secties: Iterable[Sectie], diepte: int) -> Iterator[tuple[Sectie, int]]:
    for sectie in secties:
        if sectie.in_inhoud:
            yield sectie, diepte
            yield from _alle(sectie.secties, diepte + 1)


def _is_kort(onderdeel: Onderdeel) -> bool:
    return isinstance(onderdeel, Alinea) and len(platte_tekst(onderdeel.stukken)) < _KORTE_ALINEA


def _p(stijl: str, inhoud: str, eigenschappen: str = "") -> str:
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(stijl)}/>{eigenschappen}</w:pPr>{inhoud}</w:p>"


def _r(tekst: str, vorm: str = "") -> str:
    """Give a run; a tab in it is a tab."""
    eigen = f"<w:rPr>{vorm}</w:rPr>" if vorm else ""
    return "<w:r><w:tab/></w:r>".join(f"<w:r>{eigen}{_t(deel)}</w:r>" if deel else "" for deel in tekst.split("\t"))


def _t(tekst: str) -> str:
    return f'<w:t xml:space="preserve">{escape(zonder_stuurtekens(tekst))}</w:t>'


def _paginanummer(sectie: Sectie) -> str:
    """Give the page on which a section begins; Word fills it in."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bladwijzer(sectie)} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _link_binnen(sectie: Sectie, inhoud: str) -> str:
    return f"<w:hyperlink w:anchor={quoteattr(bladwijzer(sectie))}>{inhoud}</w:hyperlink>"


def _tabelbegin(maten: list[int], *, rondom: bool = False) -> str:
    lijn = 'w:val="single" w:sz="4" w:space="0" w:color="B9B4A6"'
    kanten = ("top", "left", "bottom", "right", "insideH", "insideV") if rondom else ("bottom", "insideH")
    randen = "".join(f"<w:{kant} {lijn}/>" for kant in kanten)
    kolommen = "".join(f'<w:gridCol w:w="{maat}"/>' for maat in maten)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(maten)}" w:type="dxa"/><w:tblBorders>{randen}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{kolommen}</w:tblGrid>'
    )
