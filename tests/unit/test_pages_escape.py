"""Whatever stands in the YAML is shown on a page as it stands there, and never run."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regioprotocol.pages.escape import anchor, block
from regioprotocol.pages.escape import markdown as md

VIJANDIG = (
    "<script>alert(1)</script>",
    "{{ config }} {% raw %}",
    "**vet** _schuin_ `code` [link](javascript:alert(1)) ![x](y)",
    "# kop {#anker onclick=alert(1)}",
    "&lt;b&gt; &amp;",
    "a | b | c",
    "1. een\n2. twee",
    "\x02wzxhzdk:0\x03",
    "- punt",
    "x" * 10_000,
)


def _getoond(tekst: str) -> str:
    """Give what a reader sees when the text is a paragraph and a heading on a page."""
    uit = markdown.markdown(f"## {md(tekst)} {{#plek}}\n\n{md(tekst)}\n", extensions=["attr_list", "tables", "toc"])
    assert re.sub(r"</?(?:h2|p)\b[^>]*>", "", uit).count("<") == 0, uit
    return html.unescape(re.sub(r"<[^>]*>", "", uit))


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_hostile_text_is_shown(tekst: str) -> None:
    """Script, template, Markdown and placeholders come out as the signs that they are."""
    gewoon = " ".join(re.sub(r"[\x00-\x08\x0e-\x1f]", "", tekst).split())
    assert _getoond(tekst).split("\n") == [gewoon, gewoon]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=60))
def test_any_text_is_shown(tekst: str) -> None:
    """No sign, and no two signs together, mean anything to Markdown."""
    assert _getoond(tekst).split("\n") == [tekst, tekst]


def test_a_block_has_no_empty_line() -> None:
    """Any Markdown reader ends a block of HTML at an empty line."""
    assert str(block("<div>\n\n  \n<p>a</p>\n\n</div>")) == "\n\n<div>\n<p>a</p>\n</div>\n\n"


@pytest.mark.parametrize(
    ("woord", "plek"),
    [("vot.indientermijn", "vot-indientermijn"), ("01A05", "01a05"), ("A&B, ë", "a-b-e"), ("0200", "0200"), ("--", "")],
)
def test_an_anchor_keeps_zeros(woord: str, plek: str) -> None:
    """A name for a place is small letters, numbers and dashes; a code keeps its zeros."""
    assert anchor(woord) == plek
