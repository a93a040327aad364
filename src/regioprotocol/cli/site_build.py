"""Build the site: write the pages, let mkdocs make HTML of them, finish and check that, and put it in its place."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from regioprotocol.cli.files import swap_folder
from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.cli.places import site_folder
from regioprotocol.pages import Bestand
from regioprotocol.pages.finish import OnveiligePaginaError, finish
from regioprotocol.pages.links import dood, verwijzingen

_BUILDERS: Final = ("mkdocs", "material", "pagefind")
_ASSETS: Final = ("stijl", "scripts")
# Of the theme: written for a script or a language that we leave out.
_LEFT_OUT: Final = ("assets/javascripts", "assets/images")
_DATA: Final = "data"
_SHOWN: Final = 20

Voortgang = Callable[[str], None]


def build_site(bestanden: Iterable[Bestand], uit: Path, op: date, basis_url: str, voortgang: Voortgang) -> int:
    """Build the site in *uit* and give the number of pages; what stood there stays until the new one is whole.

    Raises Gebruiksfout when the builder is not installed, a link leads nowhere, or the disk refuses.
    """
    if missing := [naam for naam in _BUILDERS if importlib.util.find_spec(naam) is None]:
        raise Gebruiksfout(
            f"Voor de site is een extra onderdeel nodig ({', '.join(missing)}). Typ, in de map van het programma: "
            "python -m pip install --require-hashes -r requirements/site.txt"
        )
    uit.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=uit.parent) as werk:
        bouw = Path(werk)
        aantal = _write_sources(bouw, bestanden)
        voortgang(f"{aantal} bestanden klaargezet; nu de pagina's.")
        _mkdocs(bouw, op, basis_url)
        klaar = bouw / "uit"
        shutil.copytree(bouw / _DATA, klaar, dirs_exist_ok=True)
        paginas = _finish(klaar)
        voortgang(f"{paginas} pagina's gemaakt; nu de zoekindex.")
        _pagefind(klaar)
        swap_folder(klaar, uit)
    return paginas


def _write_sources(bouw: Path, bestanden: Iterable[Bestand]) -> int:
    """Put pages where the builder reads them, and every other file beside it: nobody needs to look at those."""
    bron, docs = site_folder(), bouw / "docs"
    shutil.copytree(bron / "paginas", docs)
    for naam in _ASSETS:
        shutil.copytree(bron / naam, docs / naam)
    shutil.copytree(bron / "vorm", bouw / "vorm")
    shutil.copy2(bron / "mkdocs.yml", bouw / "mkdocs.yml")
    aantal = 0
    for bestand in bestanden:
        plek = (docs if bestand.is_pagina else bouw / _DATA) / bestand.pad
        plek.parent.mkdir(parents=True, exist_ok=True)
        plek.write_bytes(bestand.inhoud)
        aantal += 1
    return aantal


def _mkdocs(bouw: Path, op: date, basis_url: str) -> None:
    # The sitemap carries the day of the build; it is the day that the pages are about.
    dag = datetime(op.year, op.month, op.day, tzinfo=UTC)
    omgeving = {**os.environ, "SOURCE_DATE_EPOCH": str(int(dag.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    if basis_url:
        with (bouw / "mkdocs.yml").open("a", encoding="utf-8") as instellingen:
            instellingen.write(f'site_url: "{basis_url.rstrip("/")}/"\n')
    _run([sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--quiet"], bouw, omgeving)


def _pagefind(klaar: Path) -> None:
    _run([sys.executable, "-m", "pagefind", "--site", ".", "--quiet"], klaar, dict(os.environ))


def _run(opdracht: list[str], map_: Path, omgeving: Mapping[str, str]) -> None:
    klaar = subprocess.run(  # noqa: S603 - our own command
        opdracht,
        cwd=map_,
        env=omgeving,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if klaar.returncode:
        uitvoer = (klaar.stdout + klaar.stderr).strip().replace(str(map_), "")
        raise Gebruiksfout(f"De site is niet gebouwd. {opdracht[-3]} meldt:\n{uitvoer[-3000:]}")


def _finish(klaar: Path) -> int:
    for naam in _LEFT_OUT:
        shutil.rmtree(klaar / naam, ignore_errors=True)
    for kaart in klaar.rglob("*.map"):
        kaart.unlink()
    paginas = {}
    for pad in sorted(klaar.rglob("*.html")):
        naam = pad.relative_to(klaar).as_posix()
        try:
            inhoud = finish(pad.read_text(encoding="utf-8"))
        except OnveiligePaginaError as error:
            raise Gebruiksfout(f"De site is niet gebouwd. In {naam} staat {error}.") from None
        pad.write_text(inhoud, encoding="utf-8", newline="\n")
        paginas[naam] = verwijzingen(inhoud)
    er_zijn = {pad.relative_to(klaar).as_posix() for pad in klaar.rglob("*") if pad.is_file()}
    zonder_404 = {naam: pagina for naam, pagina in paginas.items() if naam != "404.html"}
    if kwijt := list(dood(zonder_404, er_zijn)):
        regels = "\n".join(f"  {pagina}: {link}" for pagina, link in kwijt[:_SHOWN])
        raise Gebruiksfout(f"De site is niet gebouwd. {len(kwijt)} verwijzingen leiden nergens heen:\n{regels}")
    return len(paginas)
