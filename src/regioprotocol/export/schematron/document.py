"""Assertions as the text of an ISO Schematron: the same assertions give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from regioprotocol.export.schematron.assertion import Sleutel, Toets
from regioprotocol.export.schematron.plan import BASIS, BERICHT, DEEL, Plan, Record
from regioprotocol.export.schematron.xpath import alle, niet

_NAAM: Final = re.compile(r"\$([a-z_0-9]+)")
_XSL: Final = "http://www.w3.org/1999/XSL/Transform"
_RETOURCODES: Final = "WJ001"
_KOP: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<!--
{uitleg}
-->
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt" xml:lang="nl">
  <title>{titel}</title>
  <ns prefix="{b}" uri="{naamruimte}"/>
  <ns prefix="{s}" uri="{basis}"/>
"""


def schrijf(
    plan: Plan, titel: str, uitleg: Sequence[str], toetsen: Iterable[Toets], sleutels: Iterable[Sleutel]
) -> bytes:
    """Write a schema: *uitleg* goes on top as a comment, *sleutels* are the keys (xsl:key) that assertions use."""
    regels = list(_geplaatst(plan, toetsen))
    tekst = _KOP.format(
        uitleg="\n".join(regel.replace("--", "- -") for regel in uitleg),
        titel=_tekst(titel),
        b=BERICHT,
        s=BASIS,
        naamruimte=plan.soort.naamruimte,
        basis=plan.soort.basis,
    )
    delen = [tekst, *_sleutels(sleutels), *_algemeen(plan), *_patronen(plan, regels)]
    return "".join([*delen, *_toelichtingen(plan, [toets for _, toets in regels]), "</schema>\n"]).encode()


def _geplaatst(plan: Plan, toetsen: Iterable[Toets]) -> Iterator[tuple[str, Toets]]:
    """Give every assertion with its context: the record, or the element of a field."""
    for toets in toetsen:
        record = plan.records[toets.record]
        if not toets.veld or toets.plaats == "record":
            yield record.patroon, toets
            continue
        plek = record.plek(toets.veld)
        yield f"{record.patroon}/{plek.pad}", toets
        if toets.plaats == "beide" and plek.mag_ontbreken:
            yield record.patroon, replace(toets, fout=alle(niet(record.heeft(toets.veld)), toets.fout))


def _sleutels(sleutels: Iterable[Sleutel]) -> Iterator[str]:
    for sleutel in sleutels:
        patroon, waarde = _attribuut(sleutel.patroon), _attribuut(sleutel.waarde)
        yield f'  <xsl:key xmlns:xsl="{_XSL}" name="{sleutel.naam}" match="{patroon}" use="{waarde}"/>\n'


def _algemeen(plan: Plan) -> Iterator[str]:
    """Give what holds for the whole message: its day and its municipality."""
    header = plan.records["Header"]
    vanaf = f"/{BERICHT}:Bericht/{header.patroon}"
    yield _let("dag", header.waarde("dagtekening", vanaf), 2)
    yield _let("gemeente", header.waarde(plan.gemeente, vanaf), 2)


def _patronen(plan: Plan, toetsen: Sequence[tuple[str, Toets]]) -> Iterator[str]:
    """Give a pattern for each record, with a rule for each context."""
    teller: dict[str, int] = {}
    for naam, record in plan.records.items():
        per_plek: dict[str, list[Toets]] = {}
        for plek, toets in toetsen:
            if toets.record == naam:
                per_plek.setdefault(plek, []).append(toets)
        if not per_plek:
            continue
        yield f'  <pattern id="{naam}">\n'
        for plek in sorted(per_plek):
            yield f'    <rule context="{plek}">\n'
            yield from _namen(plan, record, plek, per_plek[plek])
            for toets in per_plek[plek]:
                teller[toets.regel] = teller.get(toets.regel, 0) + 1
                yield _assert(toets, f"{toets.regel}-{teller[toets.regel]}")
            yield "    </rule>\n"
        yield "  </pattern>\n"


def _namen(plan: Plan, record: Record, plek: str, toetsen: Sequence[Toets]) -> Iterator[str]:
    """Name the record and those of its values that assertions here use."""
    diepte = plek.count("/")
    yield _let(DEEL[1:], "/".join([".."] * diepte) or ".", 6)
    namen = {veld: record.waarde(veld) for veld in record.velden}
    namen |= plan.namen | dict(naam for toets in toetsen for naam in toets.namen)
    gedaan: set[str] = set()
    for toets in toetsen:
        yield from _nodig(namen, toets.fout, gedaan)


def _nodig(namen: Mapping[str, str], uitdrukking: str, gedaan: set[str]) -> Iterator[str]:
    """Name what an expression uses, and before it what that uses."""
    for naam in _NAAM.findall(uitdrukking):
        if naam in namen and naam not in gedaan:
            gedaan.add(naam)
            yield from _nodig(namen, namen[naam], gedaan)
            yield _let(naam, namen[naam], 6)


def _assert(toets: Toets, naam: str) -> str:
    bij = (
        f"regel {toets.regel}",
        f"retourcode {toets.retourcode}" if toets.retourcode else "",
        f"element {toets.element}" if toets.element else "",
        toets.bron,
    )
    verwijzing = " ".join(_verwijzingen(toets))
    diagnose = f' diagnostics="{verwijzing}"' if verwijzing else ""
    return (
        f'      <assert id="{naam}" flag="{toets.regel}" role="{toets.ernst}"{diagnose}\n'
        f'        test="{_attribuut(niet(toets.fout))}"'
        f">{_tekst(toets.tekst)} ({_tekst('; '.join(deel for deel in bij if deel))})</assert>\n"
    )


def _verwijzingen(toets: Toets) -> Iterator[str]:
    if toets.retourcode:
        yield f"retourcode-{toets.retourcode}"
    if toets.wat_nu:
        yield f"nu-{toets.regel}"


def _toelichtingen(plan: Plan, toetsen: Sequence[Toets]) -> Iterator[str]:
    """Give what every return code means, and what to do now for a national rule: each once."""
    betekenissen = plan.naslag.betekenissen(f"{_RETOURCODES}-{plan.soort.wet}")
    teksten: dict[str, str] = {}
    for toets in toetsen:
        if toets.retourcode:
            betekenis = betekenissen.get(toets.retourcode, "")
            teksten[f"retourcode-{toets.retourcode}"] = f"Retourcode {toets.retourcode}: {betekenis}".removesuffix(": ")
        if toets.wat_nu:
            teksten[f"nu-{toets.regel}"] = f"Wat nu: {toets.wat_nu}"
    if teksten:
        yield "  <diagnostics>\n"
        for naam in sorted(teksten):
            yield f'    <diagnostic id="{naam}">{_tekst(teksten[naam])}</diagnostic>\n'
        yield "  </diagnostics>\n"


def _let(naam: str, waarde: str, inspringing: int) -> str:
    return f'{" " * inspringing}<let name="{naam}" value="{_attribuut(waarde)}"/>\n'


def _tekst(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribuut(tekst: str) -> str:
    return _tekst(tekst).replace('"', "&quot;")
