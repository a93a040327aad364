"""Markdown to typed blocks, and the values that prose quotes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from regioprotocol.parameterset import Index, Parameterset
from regioprotocol.prose import Aanhaler, Alinea, Blok, Citaat, Codeblok, Kop, Opsomming, Stuk, Tabel, lees, stukken

REGIO = "midden-ijssel-oost-veluwe"
DAG = date(2026, 6, 1)


def zonder(regel: str, als: str) -> str:
    """Show what was asked."""
    return f"[{regel}|{als}]"


def alinea(tekst: str) -> Alinea:
    """Give a paragraph of plain text."""
    return Alinea(stukken(tekst))


def lijst(*items: Blok | tuple[Blok, ...], genummerd: bool = False) -> Opsomming:
    """Give a list of these items."""
    return Opsomming(genummerd, tuple(item if isinstance(item, tuple) else (item,) for item in items))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("gewoon\nover twee regels", alinea("gewoon over twee regels")),
        ("## Kop", Kop(2, stukken("Kop"))),
        ("<b>vet</b> & meer", alinea("<b>vet</b> & meer")),
        ("<div>\nblok\n</div>", alinea("<div> blok </div>")),
        ("    letterlijk *dit*", Codeblok("letterlijk *dit*")),
        ("> een ander", Citaat((alinea("een ander"),))),
        ("2. twee\n3. drie", lijst(alinea("twee"), alinea("drie"), genummerd=True)),
        ("- een\n  - twee", lijst((alinea("een"), lijst(alinea("twee"))))),
        ("[klik](javascript:x)", alinea("[klik](javascript:x)")),
        ("[pad](../geheim)", alinea("pad")),
        ("[site](https://a.nl)", Alinea((Stuk(tekst="site", doel="https://a.nl"),))),
        ("**vet _en schuin_**", Alinea((*stukken("vet ", vet=True), Stuk(tekst="en schuin", vet=True, schuin=True)))),
        ("| a |\n|---|\n| *2* |", Tabel((stukken("a"),), ((stukken("2", schuin=True),),))),
        (
            "na {{a.b_c als x=y, z=_q_}}.",
            Alinea((*stukken("na "), Stuk(tekst="[a.b_c|x=y, z=_q_]", regel="a.b_c"), *stukken("."))),
        ),
        ("`{{a.b}}`", Alinea((Stuk(tekst="{{a.b}}", code=True),))),
        ("{{ niet af", alinea("{{ niet af")),
    ],
)
def test_markdown_becomes_blocks(tekst: str, verwacht: object) -> None:
    assert lees(tekst, zonder) == (verwacht,)


def test_nothing_gives_nothing() -> None:
    assert lees("", zonder) == ()
    assert lees("---", zonder) == ()


@pytest.mark.parametrize(
    ("regel", "als", "verwacht"),
    [
        # Annex 4, hoofdstuk 4, 4.1 and 8.1; hoofdstuk 7
        ("vot.indientermijn", "productgroep=sggz", "3 maanden + 5 werkdagen na de start van de diagnostiek"),
        ("vot.gebruik", "wet=Wmo", "niet toegestaan"),
        ("declaratie.eenheid", "eenheid=04", "01 (minuut)"),
        ("verwijzing.geldigheidsduur", "wet=Jw", "(ontbreekt in bron)"),
        ("bestaat.niet", "", "{{bestaat.niet}}"),
    ],
)
def test_a_quoted_value_reads_as_words(sets: Mapping[str, Parameterset], regel: str, als: str, verwacht: str) -> None:
    assert Aanhaler(Index.van(sets[REGIO]), DAG, {})(regel, als) == verwacht
