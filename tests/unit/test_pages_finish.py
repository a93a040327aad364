"""After the builder: every page has its policy and nothing that it forbids; every link leads somewhere."""

from __future__ import annotations

import pytest

from regioprotocol.pages.finish import POLICY, OnveiligePaginaError, finish
from regioprotocol.pages.links import dood, verwijzingen

KOP = '<html lang="nl"><head><meta charset="utf-8"><link href="a.css"></head>'


def test_the_policy_comes_first() -> None:
    """It stands before the first thing that it is about."""
    klaar = finish(f"{KOP}<body></body></html>")
    assert klaar.index(POLICY) < klaar.index("a.css")


@pytest.mark.parametrize(
    "stuk",
    ["<script>x</script>", "<style>p{}</style>", '<p style="color:red">', '<a onclick="x()">', "<SCRIPT >x</SCRIPT>"],
)
def test_a_page_with_its_own_script_or_style_is_refused(stuk: str) -> None:
    """The policy would stop it in the browser; the build stops it before."""
    with pytest.raises(OnveiligePaginaError):
        finish(f"{KOP}<body>{stuk}</body></html>")


@pytest.mark.parametrize(
    "stuk", ["&lt;script&gt; style=x", '<p title="onclick=x style=y">', '<script src="a.js"></script>']
)
def test_a_text_about_script_is_a_text(stuk: str) -> None:
    """What stands in words, or in the value of an attribute, runs nothing."""
    assert stuk in finish(f"{KOP}<body>{stuk}</body></html>")


def test_dead_links_are_found() -> None:
    """A page that is not there, a place that is not on it, a file that is missing; not the ones that are fine."""
    paginas = {
        "index.html": verwijzingen(
            '<a href="b/">b</a><a href="b/#plek">x</a><a href="b/#weg">y</a><a href="c/">z</a><a href="#q=WMO">q</a>'
            '<a href="https://example.org/">ver</a><img src="d.png"><a href="javascript:alert(1)">!</a>'
            '<a href="b/?op=1">o</a>'
        ),
        "b/index.html": verwijzingen('<h2 id="plek">b</h2><a href="../">terug</a><a href="./">hier</a>'),
    }
    gevonden = set(dood(paginas, {"index.html", "b/index.html"}))
    assert gevonden == {("index.html", link) for link in ("b/#weg", "c/", "d.png", "javascript:alert(1)")}
