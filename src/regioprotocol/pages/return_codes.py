"""A page for every return code: what it means, the rule behind it, usual causes, what to send again, and regions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.model.woordenboek import Code, Codelijst
from regioprotocol.pages.deviations import Afwijkingen, afwijkingen
from regioprotocol.pages.escape import anchor
from regioprotocol.pages.layout import START, Kruimel, pagina
from regioprotocol.pages.records import Bestand, Site
from regioprotocol.report.control import betekenissen, met_retourcode

PAD: Final = "retourcodes/"
_KRUIMEL: Final[Kruimel] = ("Retourcodes", PAD)
# The rule of the protocol that says what to send again, by level of the answer.
OPNIEUW: Final = "declaratie.controleniveaus"


def bestanden(site: Site) -> Iterator[Bestand]:
    """Give the list of return codes, and a page for each."""
    anders = afwijkingen(site)
    codes = _codes(site)
    rijen = [(code, betekenis(betekenissen(site.standaard.snapshot, code))) for code in codes]
    yield pagina(
        PAD,
        "return_codes.md",
        titel="Retourcodes",
        omschrijving="Wat elke retourcode betekent, waardoor u hem krijgt en wat u opnieuw stuurt.",
        kruimels=(START,),
        scripts=["woordfilter.js"],
        rijen=[(code, anchor(code), tekst) for code, tekst in rijen],
    )
    for code, tekst in rijen:
        yield _pagina(site, code, tekst, anders)


def _codes(site: Site) -> list[str]:
    lijsten = site.werkmap.woordenboek.codelijsten.values()
    return sorted({code.code for lijst in lijsten for code in lijst.codes.values() if code.berichten})


def betekenis(gevonden: list[tuple[Codelijst, Code]]) -> str:
    """Write what the lists of the laws say: once when they agree but for a full stop."""
    teksten: dict[str, list[str]] = {}
    for lijst, code in gevonden:
        teksten.setdefault(code.betekenis.rstrip("."), []).extend(lijst.wetten)
    if len(teksten) == 1:
        return f"{next(iter(teksten))}."
    return " ".join(f"{opsomming(wetten)}: {tekst}." for tekst, wetten in teksten.items())


def _pagina(site: Site, code: str, tekst: str, anders: Afwijkingen) -> Bestand:
    gevonden = betekenissen(site.standaard.snapshot, code)
    controles = met_retourcode(site.standaard.snapshot, code)
    regionaal = [eigen for controle in controles for eigen in anders.per_controle.get(controle.nummer, ())]
    berichten = dict.fromkeys(
        (wet, bericht) for lijst, gegeven in gevonden for wet in lijst.wetten for bericht in gegeven.berichten
    )
    return pagina(
        f"{PAD}{anchor(code)}/",
        "return_code.md",
        titel=f"Retourcode {code}",
        omschrijving=tekst,
        kruimels=(START, _KRUIMEL),
        code=code,
        betekenis=tekst,
        controles=controles,
        berichten=[(f"{wet.upper()}{bericht}", f"berichten/{wet.lower()}{bericht}/") for wet, bericht in berichten],
        regionaal=list(dict.fromkeys(regionaal)),
        opnieuw=OPNIEUW if OPNIEUW in site.standaard.index.regels else "",
    )
