"""From a template and its facts to one page: Markdown with blocks of HTML, and a head that the theme reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from regioprotocol.pages import escape
from regioprotocol.pages.records import Bestand
from regioprotocol.report.dutch import bedrag, datum, datum_kort, maand, zin

Kruimel = tuple[str, str]
"""A step of the way to a page: its title, and its path from the beginning of the site."""

START: Final[Kruimel] = ("Zoeken", "")


@cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("regioprotocol.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda waarde: escape.clean(waarde) if type(waarde) is str else waarde,
    )
    env.filters |= {
        "md": escape.markdown,
        "blok": lambda html: escape.block(str(html)),
        "anker": escape.anchor,
        "zip": lambda links, rechts: zip(links, rechts, strict=True),
        "zin": zin,
        "datum": lambda dag: datum(_day(dag)),
        "datum_kort": lambda dag: datum_kort(_day(dag)),
        "maand": lambda dag: maand(_day(dag)),
        "euro": lambda waarde: bedrag(Decimal(str(waarde))),
    }
    return env


def _day(dag: date | str) -> date:
    return date.fromisoformat(dag) if isinstance(dag, str) else dag


def pagina(
    pad: str,
    sjabloon: str,
    *,
    titel: str,
    omschrijving: str = "",
    kruimels: Iterable[Kruimel] = (),
    scripts: Iterable[str] = (),
    stromen: Iterable[tuple[str, str]] = (),
    **inhoud: object,
) -> Bestand:
    """Make the page at *pad* ('regios/x/termijnen/', '' for the first page) from a template.

    Templates get `wortel` (where the site begins, seen from this page: '../../'), and every fact of *inhoud*.
    *stromen*: feeds that tell of this page, each with its title and its address seen from here.
    """
    wortel = "../" * pad.count("/")
    kop: dict[str, Any] = {"title": titel}
    if omschrijving:
        kop["description"] = omschrijving
    if weg := [{"titel": naam, "adres": (wortel + plek) or "./"} for naam, plek in kruimels]:
        kop["kruimels"] = weg
    if feeds := [{"titel": naam, "adres": adres} for naam, adres in stromen]:
        kop["stromen"] = feeds
    if scripts := list(scripts):
        kop["scripts"] = scripts
    tekst = _environment().get_template(sjabloon).render(wortel=wortel, titel=titel, pad=pad, **inhoud)
    return Bestand(f"{pad}index.md", f"---\n{_kop(kop)}---\n{tekst.strip()}\n".encode())


def _kop(kop: Mapping[str, object]) -> str:
    # JSON is YAML too, and needs no rules about quoting.
    return "".join(f"{naam}: {json.dumps(waarde, ensure_ascii=True)}\n" for naam, waarde in kop.items())


def gegevens(pad: str, waarde: object) -> Bestand:
    """Make a data file that a script on a page reads."""
    return Bestand(pad, json.dumps(waarde, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode())


def titel_van(pagina: Bestand) -> str:
    """Give the title that the head of a page has."""
    kop = next(regel for regel in pagina.inhoud.decode().splitlines() if regel.startswith("title: "))
    return str(json.loads(kop.removeprefix("title: ")))
