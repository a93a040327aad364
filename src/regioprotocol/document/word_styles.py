"""The styles of a template that we write in: its own where it has them, ours where it has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor

_KOPPEN: Final = (20.0, 15.0, 12.0, 11.0, 10.5)
_PETROL: Final = RGBColor(0x0F, 0x55, 0x61)
_RUSTIG: Final = RGBColor(0x55, 0x60, 0x6D)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijlen:
    """The ids of the styles in one file. A municipality that defines a style by our name decides how it looks."""

    tekst: str
    koppen: tuple[str, ...]
    inhoud: tuple[str, ...]
    regel: str
    lid: str
    herkomst: str
    opsomming: str
    tabel: str
    tabelkop: str
    kader: str


def stijlen_van(document: Any) -> Stijlen:
    """Find the styles in a Word file by name, and add those that it does not have."""
    tekst = _stijl(document, "Normal", 10.5)
    return Stijlen(
        tekst=tekst,
        koppen=tuple(_kop(document, f"Heading {plek}", punten) for plek, punten in enumerate(_KOPPEN, 1)),
        inhoud=tuple(_inhoud(document, plek) for plek in (1, 2, 3)),
        regel=_kop(document, "Protocol regel", 11.0, ingebouwd=False),
        lid=_stijl(document, "Protocol lid", 10.5, na=2),
        herkomst=_stijl(document, "Protocol herkomst", 8.5, na=6, kleur=_RUSTIG),
        opsomming=_stijl(document, "Protocol opsomming", 10.5, na=2),
        tabel=_stijl(document, "Protocol tabel", 9, na=2),
        tabelkop=_stijl(document, "Protocol tabelkop", 9, na=2, vet=True, kleur=_PETROL),
        kader=_stijl(document, "Protocol kader", 10.5, na=8),
    )


def _bestaand(document: Any, naam: str) -> Any:
    return next(
        (s for s in document.styles if s.type == WD_STYLE_TYPE.PARAGRAPH and (s.name or "").lower() == naam.lower()),
        None,
    )


def _nieuw(document: Any, naam: str, *, ingebouwd: bool) -> Any:
    """Add a style that looks like the plain text of the template, but for what we set."""
    stijl = document.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH, builtin=ingebouwd)
    stijl.base_style = _bestaand(document, "Normal")
    return stijl


def _kop(document: Any, naam: str, punten: float, *, ingebouwd: bool = True) -> str:
    if (stijl := _bestaand(document, naam)) is None:
        stijl = _nieuw(document, naam, ingebouwd=ingebouwd)
        stijl.font.size, stijl.font.bold, stijl.font.color.rgb = Pt(punten), True, _PETROL
        stijl.paragraph_format.space_before, stijl.paragraph_format.space_after = Pt(14), Pt(4)
        stijl.paragraph_format.keep_with_next = True
    return str(stijl.style_id)


def _inhoud(document: Any, niveau: int) -> str:
    naam = f"toc {niveau}"
    if (stijl := _bestaand(document, naam)) is None:
        stijl = _nieuw(document, naam, ingebouwd=True)
        stijl.font.bold = niveau == 1
        stijl.paragraph_format.left_indent = Pt(11 * (niveau - 1))
        stijl.paragraph_format.space_before = Pt(8 if niveau == 1 else 0)
        stijl.paragraph_format.space_after = Pt(0)
    return str(stijl.style_id)


def _stijl(
    document: Any, naam: str, punten: float, *, na: int = 6, vet: bool = False, kleur: RGBColor | None = None
) -> str:
    if (stijl := _bestaand(document, naam)) is None:
        stijl = _nieuw(document, naam, ingebouwd=False)
        stijl.font.size, stijl.paragraph_format.space_after = Pt(punten), Pt(na)
        if vet:
            stijl.font.bold = True
        if kleur is not None:
            stijl.font.color.rgb = kleur
    return str(stijl.style_id)
