"""Markdown to blocks. HTML and pictures stay the text that they are; a quoted value is filled in while reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from regioprotocol.assemble.prose import AANHALING
from regioprotocol.prose.blocks import (
    Alinea,
    Blok,
    Citaat,
    Codeblok,
    Kop,
    Opsomming,
    Regeltekst,
    Stuk,
    Tabel,
    stukken,
)

# From a rule and its conditions, as written, to the words that stand for its value.
Invuller = Callable[[str, str], str]

_AANHALING: Final = "aanhaling"
_ADRESSEN: Final = ("https://", "http://", "mailto:")


def lees(tekst: str, invuller: Invuller) -> tuple[Blok, ...]:
    """Give the blocks of a chapter; *invuller* gives the words for each {{regel als sleutel=waarde}}."""
    tokens = _lezer().parse(tekst)
    return tuple(_blokken(tokens, invuller))


def _lezer() -> MarkdownIt:
    lezer = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])
    lezer.inline.ruler.before("emphasis", _AANHALING, _vind_aanhaling)
    return lezer


def _vind_aanhaling(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by markdown-it
    """Take a quoted value as one thing, so that nothing in it is read as Markdown."""
    gevonden = AANHALING.match(state.src, state.pos, state.posMax)
    if gevonden is None:
        return False
    if not silent:
        token = state.push(_AANHALING, "", 0)
        token.content = gevonden[0]
        token.meta = {"regel": gevonden[1], "als": gevonden[2] or ""}
    state.pos = gevonden.end()
    return True


def _blokken(tokens: Sequence[Token], invuller: Invuller) -> Iterator[Blok]:
    plek = 0
    while plek < len(tokens):
        token, eind = tokens[plek], _eind(tokens, plek)
        binnen = tokens[plek + 1 : eind]
        match token.type:
            case "heading_open":
                yield Kop(int(token.tag[1:]), _regeltekst(binnen, invuller))
            case "paragraph_open":
                yield Alinea(_regeltekst(binnen, invuller))
            case "bullet_list_open" | "ordered_list_open":
                items = tuple(tuple(_blokken(item, invuller)) for item in _delen(binnen, "list_item_open"))
                yield Opsomming(token.type.startswith("ordered"), items)
            case "blockquote_open":
                yield Citaat(tuple(_blokken(binnen, invuller)))
            case "table_open":
                rijen = [
                    tuple(_regeltekst(cel, invuller) for cel in _delen(rij, "th_open", "td_open"))
                    for rij in _delen(binnen, "tr_open")
                ]
                yield Tabel(rijen[0], tuple(rijen[1:]))
            case "fence" | "code_block":
                yield Codeblok(token.content.rstrip("\n"))
            case _:
                pass  # a rule across the page says nothing
        plek = eind + 1


def _eind(tokens: Sequence[Token], plek: int) -> int:
    """Give the place where what opens here closes; a token that opens nothing is its own end."""
    diepte = 0
    for eind in range(plek, len(tokens)):
        diepte += tokens[eind].nesting
        if diepte <= 0:
            return eind
    return len(tokens) - 1


def _delen(tokens: Sequence[Token], *soorten: str) -> Iterator[Sequence[Token]]:
    """Give what is inside each of these, in order; what surrounds them (thead, tbody) is passed through."""
    plek = 0
    while plek < len(tokens):
        if tokens[plek].type in soorten:
            eind = _eind(tokens, plek)
            yield tokens[plek + 1 : eind]
            plek = eind
        plek += 1


def _regeltekst(tokens: Sequence[Token], invuller: Invuller) -> Regeltekst:
    return _samen(stuk for token in tokens for stuk in _stukken(token.children or (), invuller))


def _stukken(tokens: Sequence[Token], invuller: Invuller) -> Iterator[Stuk]:
    vorm = Stuk(tekst="")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                vorm = replace(vorm, vet=token.nesting > 0)
            case "em_open" | "em_close":
                vorm = replace(vorm, schuin=token.nesting > 0)
            case "link_open":
                doel = str(token.attrs.get("href", ""))
                vorm = replace(vorm, doel=doel if doel.startswith(_ADRESSEN) else "")
            case "link_close":
                vorm = replace(vorm, doel="")
            case "softbreak" | "hardbreak":
                yield replace(vorm, tekst=" ")
            case "code_inline":
                yield replace(vorm, tekst=token.content, code=True)
            case "aanhaling":
                regel, als = str(token.meta["regel"]), str(token.meta["als"])
                yield replace(vorm, tekst=invuller(regel, als), regel=regel)
            case _:
                yield replace(vorm, tekst=token.content)


def _samen(losse: Iterator[Stuk]) -> Regeltekst:
    """Join neighbours of one form; a quoted value stays a piece of its own."""
    klaar: list[Stuk] = []
    for stuk in losse:
        if not stuk.tekst:
            continue
        if klaar and not stuk.regel and not klaar[-1].regel and replace(klaar[-1], tekst="") == replace(stuk, tekst=""):
            klaar[-1] = replace(stuk, tekst=klaar[-1].tekst + stuk.tekst)
        else:
            klaar.append(stuk)
    return tuple(klaar) or stukken("")
