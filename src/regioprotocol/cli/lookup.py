"""From words on the command line to a region, facts, a day and a set. Every slip gets a suggestion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from regioprotocol.assemble.conditions import Woorden
from regioprotocol.assemble.dates import TijdFout, parse_datum
from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.cli.places import today, workspace
from regioprotocol.diagnostics import Melding, bedoelde_u
from regioprotocol.export import build
from regioprotocol.model.regio import Regio
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.parameterset import Index
from regioprotocol.pipeline import Gelezen, load
from regioprotocol.resolve import Snapshot, resolve

STANDAARD = "standaard"
# Up to so many regions, reading all of them is faster than looking first.
FEW = 5
Feiten = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Vraag:
    """Who is asked (None: the standard), with the facts that the words themselves give."""

    regio: str | None
    feiten: Feiten
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Antwoorder:
    """A snapshot with its set, ready to look things up in."""

    snapshot: Snapshot
    index: Index


def read(folder: Path | None) -> Gelezen:
    """Read the whole workspace with today's date, which only acknowledgements look at."""
    return load(workspace(folder), today())


def read_for(folder: Path | None, words: Iterable[str], als: Iterable[str] = ()) -> tuple[Gelezen, list[Vraag]]:
    """Read what is needed to answer for the regions that these words mean, and tell which those are.

    In a folder with many regions the others are only looked at to find a municipality in.
    """
    place = workspace(folder)
    many = sum(1 for _ in (place / "regions").glob("*/regio.yaml")) > FEW
    gelezen = load(place, today(), () if many else None)
    if not gelezen.werkmap.woordenboek.dimensies:
        return gelezen, [Vraag(None, {})]
    feiten = parse_facts(gelezen.werkmap, als)
    vragen = [find_regio(gelezen.werkmap, word, feiten) for word in words]
    if many:
        gelezen = load(place, today(), {vraag.regio for vraag in vragen if vraag.regio})
    return gelezen, vragen


def day(text: str | None, otherwise: date) -> date:
    """Read a day in either notation."""
    if text is None:
        return otherwise
    try:
        return parse_datum(text.strip())
    except TijdFout as error:
        hint = error.hint if "Bedoelde" in error.hint else "Schrijf bijvoorbeeld 30-01-2026 of 2026-01-30."
        raise Gebruiksfout(f"{error} {hint}") from None


def find_regio(werkmap: Werkmap, word: str, feiten: Feiten) -> Vraag:
    """Find a region by name, abbreviation or municipality. A municipality is a fact as well."""
    wanted = word.strip().casefold()
    if wanted == STANDAARD:
        return Vraag(None, feiten)
    for gegevens in werkmap.regios.values():
        if wanted in _namen(gegevens.regio):
            return Vraag(gegevens.regio.naam, feiten)
    gemeenten = {g.code: g.naam for g in werkmap.woordenboek.gemeenten.values()}
    for gegevens in werkmap.regios.values():
        gemeenten |= {g.code: g.naam for g in gegevens.regio.gemeenten}
    code = next((c for c, naam in gemeenten.items() if wanted in {c, naam.casefold()}), None)
    if code is None:
        namen = [
            STANDAARD,
            *gemeenten.values(),
            *(n for g in werkmap.regios.values() for n in _namen(g.regio)),
        ]
        raise Gebruiksfout(f"De regio of gemeente '{word}' ken ik niet. {bedoelde_u(word, namen, hoogstens=0)}".strip())
    return _van_gemeente(werkmap, code, gemeenten[code], feiten)


def _namen(regio: Regio) -> set[str]:
    return {n.casefold() for n in (regio.naam, regio.titel, *regio.afkortingen)}


def _van_gemeente(werkmap: Werkmap, code: str, naam: str, feiten: Feiten) -> Vraag:
    met_gemeente = {"gemeente": frozenset({code}), **feiten}
    domeinen = feiten.get("domein") or feiten.get("wet")
    regios = [
        g.regio
        for g in werkmap.regios.values()
        if any(d.gemeente == code and (not domeinen or _raakt(d.domeinen, domeinen)) for d in g.regio.deelname)
    ]
    if not regios:
        let_op = (
            f"Van {naam} hebben we nog geen protocol. Dit is de landelijke afspraak. "
            "De regio kan iets anders hebben afgesproken. Vraag het na bij de gemeente."
        )
        return Vraag(None, met_gemeente, let_op)
    if len(regios) > 1:
        namen = ", ".join(regio.naam for regio in regios)
        raise Gebruiksfout(f"{naam} hoort bij meer regio's: {namen}. Noem de regio, of zeg met --als welke wet.")
    return Vraag(regios[0].naam, met_gemeente)


def _raakt(domeinen: tuple[str, ...], gevraagd: frozenset[str]) -> bool:
    # MO/BW is part of the Wmo: who asks for the law may mean either.
    # How a person writes the law is corrected only when the region is known: here 'wmo' is Wmo too.
    ruim = {"Wmo" if domein == "MO/BW" else domein for domein in domeinen} | set(domeinen)
    return bool({domein.casefold() for domein in ruim} & {waarde.casefold() for waarde in gevraagd})


def parse_facts(werkmap: Werkmap, texts: Iterable[str]) -> Feiten:
    """Read 'wet=Wmo' and 'situatie=a en b'. The values are checked when the region is known."""
    dimensies = werkmap.woordenboek.dimensies
    feiten: Feiten = {}
    for text in texts:
        key, is_, values = (part.strip() for part in text.partition("="))
        if not is_ or not values:
            raise Gebruiksfout(f"'{text}' begrijp ik niet. Schrijf een gegeven, een = en een waarde, zoals wet=Wmo.")
        if key not in dimensies:
            raise Gebruiksfout(f"Het gegeven '{key}' ken ik niet. {bedoelde_u(key, dimensies, hoogstens=20)}".strip())
        parts = values.replace(" en ", ",").split(",") if dimensies[key].meervoudig else values.split(",")
        feiten[key] = feiten.get(key, frozenset()) | {part.strip() for part in parts}
    return feiten


def check_facts(werkmap: Werkmap, vraag: Vraag) -> Vraag:
    """Give the facts as the vocabulary spells them; refuse a value that its dimension cannot have."""
    gegevens = werkmap.regios[vraag.regio] if vraag.regio else None
    producten = [p.code for p in gegevens.producten.producten] if gegevens and gegevens.producten else []
    gemeenten = [g.code for r in werkmap.regios.values() for g in r.regio.gemeenten]
    woorden = Woorden(werkmap.woordenboek, producten, gemeenten)
    feiten: Feiten = {}
    for sleutel, gegeven in vraag.feiten.items():
        bekend = woorden.bekend(sleutel)
        waarden = gegeven if bekend is None else frozenset(_gespeld(waarde, bekend) for waarde in gegeven)
        feiten[sleutel] = waarden
        for waarde in sorted(waarden):
            if bekend is not None and waarde not in bekend:
                titel = werkmap.woordenboek.dimensies[sleutel].titel.lower()
                hint = bedoelde_u(waarde, bekend, hoogstens=20) if bekend else "Deze regio heeft geen codes."
                raise Gebruiksfout(f"'{waarde}' ken ik niet bij {titel}. {hint}".strip())
    return replace(vraag, feiten=feiten)


def _gespeld(waarde: str, bekend: Iterable[str]) -> str:
    """Take capitals and lost zeros as they were meant, when only one value can be meant."""
    gelijk = [
        w for w in bekend if w.casefold() == waarde.casefold() or (waarde.isdigit() and w == waarde.zfill(len(w)))
    ]
    return gelijk[0] if len(gelijk) == 1 else waarde


def answerer(werkmap: Werkmap, regio: str | None, stand: date | None = None) -> Antwoorder:
    """Resolve a region and build its set."""
    snapshot = resolve(werkmap, regio, stand)
    return Antwoorder(snapshot, Index.van(build(snapshot)))


def blocking(gelezen: Gelezen, regio: str | None) -> list[Melding]:
    """Give the fouten that make an answer for this region unsafe: in its own files or in the standard."""
    eigen = ("protocols/", f"regions/{regio}/", f"productcodes/{regio}.yaml") if regio else ("protocols/",)
    return [m for m in gelezen.meldingen if m.soort.ernst == "fout" and m.plaats.bestand.startswith(eigen)]


def find_rule(answer: Antwoorder, word: str) -> str:
    """Find a rule by its name; a slip gets a suggestion, from the synonyms as well."""
    index = answer.index
    if word in index.regels:
        return word
    gezocht = word.casefold()
    ook = [r.regel for r in index.regels.values() if gezocht in {s.casefold() for s in (*r.synoniemen, r.titel)}]
    if ook:
        namen = " of ".join(ook[:5])
        raise Gebruiksfout(f"De regel '{word}' ken ik niet. Bedoelde u {namen}?")
    raise Gebruiksfout(f"De regel '{word}' ken ik niet. {bedoelde_u(word, index.regels, hoogstens=0)}".strip())
