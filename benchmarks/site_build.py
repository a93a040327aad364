"""The site of a whole country, against mkdocs-material on as many hand-written pages of the same sizes."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from corpus import zin
from measuring import TOOL, seconds, show

from regioprotocol.cli.site import site_of
from regioprotocol.pages import bestanden
from regioprotocol.pipeline import load

OP = date(2026, 11, 22)
PAGINA_HOOGSTENS = 300_000
INSTELLINGEN = "site_name: Met de hand\ntheme:\n  name: material\n  language: nl\n  font: false\nnot_in_nav: '/**'\n"


def measure(corpus: Path, folder: Path) -> None:
    """Build the site of the corpus, write as much by hand, and measure both."""
    uit = folder / "uit"
    zelf = seconds([*TOOL, "site", "build", "--map", str(corpus), "--op", OP.isoformat(), "--uit", str(uit)], 1)
    maten = {b.pad: len(b.inhoud) for b in bestanden(site_of(load(corpus, OP).werkmap, OP)) if b.is_pagina}
    by_hand(folder / "hand", maten)
    kaal = seconds([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "hand" / "mkdocs.yml")], 1)
    megabytes = sum(maten.values()) / 1_000_000
    what = f"site build, {len(maten)} pages, {megabytes:.0f} MB"
    show(what, zelf, "mkdocs-material, written by hand", kaal, "1.50 or less")
    weight(uit)


def by_hand(folder: Path, maten: dict[str, int]) -> None:
    """Write pages as a person does: a heading, paragraphs and tables, up to the size of each of ours."""
    toeval = random.Random(20261122)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(INSTELLINGEN, encoding="utf-8")
    for pad, grootte in maten.items():
        plek = folder / "docs" / pad
        plek.parent.mkdir(parents=True, exist_ok=True)
        plek.write_text("".join(words(toeval, grootte)), encoding="utf-8")


def words(toeval: random.Random, grootte: int) -> Iterator[str]:
    """Give a page of about this size: a section is a heading, a paragraph and a table of twenty rows."""
    geschreven = 0
    yield f"# {zin(toeval, 4)}\n"
    while geschreven < grootte:
        rijen = "".join(
            f"| {toeval.randint(0, 99_999):05d} | {zin(toeval, 5)} | {zin(toeval, 3)} |\n" for _ in range(20)
        )
        deel = f"\n## {zin(toeval, 4)}\n\n{zin(toeval, 60)}.\n\n| code | naam | wat |\n|---|---|---|\n{rijen}"
        yield deel
        geschreven += len(deel)


def weight(uit: Path) -> None:
    """Tell how large the pages are, and which is the largest that is not a table of products."""
    groottes = {pad.relative_to(uit).as_posix(): pad.stat().st_size for pad in uit.rglob("*.html")}
    gewoon = {pad: grootte for pad, grootte in groottes.items() if "/productcodes/" not in pad}
    pad, grootste = max(gewoon.items(), key=lambda rij: rij[1])
    alles = sum(bestand.stat().st_size for bestand in uit.rglob("*") if bestand.is_file()) / 1_000_000
    html = sum(groottes.values()) / 1_000_000
    print(
        f"  {html:.0f} MB of HTML, {alles:.0f} MB in all; the largest page without products: {grootste:,} bytes ({pad})"
    )
    print(f"  aim: under {PAGINA_HOOGSTENS:,}")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        here = Path(temporary)
        corpus_script = str(Path(__file__).parent / "corpus.py")
        subprocess.run([sys.executable, corpus_script, str(here / "corpus")], check=True)
        measure(here / "corpus", here)
