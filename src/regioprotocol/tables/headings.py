"""The header row of a sheet: which column holds what, by the names that regions use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regioprotocol.assemble.dates import TijdFout, parse_datum
from regioprotocol.diagnostics import Melding, Verwant, bedoelde_u, soort
from regioprotocol.model.kolommen import Kolom, Kolommen
from regioprotocol.source.cells import Blad, Cel, Werkboek

# A table starts near the top; what stands lower is no heading.
_LAATSTE_KOPRIJ: Final = 60
# A row with the code and one other column is a heading; a title has one cell.
_MINSTENS: Final = 2
_DATUM: Final = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
_JAAR: Final = re.compile(r"\b(20\d\d)\b")
_TUSSENWOORDEN: Final = frozenset(
    {"per", "vanaf", "ingaande", "jaar", "voor", "in", "van", "t", "m", "tot", "en", "met"}
)
_HAAKJES: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A recognised heading. A tariff column can carry its own first (and last) day: 'Tarief 2027'."""

    kolom: Kolom
    nummer: int
    tekst: str
    vanaf: str = ""
    tot_en_met: str = ""


@dataclass(frozen=True, slots=True)
class Koprij:
    """The header row and its columns, from left to right.

    *cellen*: all headings, also those of the row above when the header has two. *herhaald*: the rows in which the
    same headings stand again.
    """

    rij: int
    koppen: tuple[Kop, ...]
    cellen: Mapping[int, Cel]
    herhaald: frozenset[int] = frozenset()

    def heeft(self, naam: str) -> bool:
        """Tell whether the sheet has this column."""
        return any(kop.kolom.naam == naam for kop in self.koppen)


class Namen:
    """All names by which columns are known, ready to look headings up in."""

    __slots__ = ("_eigen", "_kolommen", "_namen")

    def __init__(self, kolommen: Kolommen, eigen: Mapping[str, str]) -> None:
        """Take the columns, and the headings that a mapping file explains (heading -> column)."""
        self._kolommen = kolommen.kolommen
        self._eigen = {_aaneen(kop): naam for kop, naam in eigen.items()}
        # The title wins from another column's synonym.
        self._namen = {_aaneen(naam): k for k in self._kolommen.values() for naam in k.namen}
        self._namen |= {_aaneen(n): k for k in self._kolommen.values() for n in (k.naam, k.titel)}

    def herken(self, nummer: int, tekst: str) -> Kop | None:
        """Recognise a heading, or not."""
        zonder = _HAAKJES.sub(" ", tekst)
        for vorm in dict.fromkeys((tekst, zonder)):
            naam = _aaneen(vorm)
            kolom = self._kolommen.get(self._eigen.get(naam, "")) or self._namen.get(naam)
            if kolom:
                return Kop(kolom=kolom, nummer=nummer, tekst=tekst)
        dagen, rest = _dagen(zonder)
        woorden = "".join(w for w in genormaliseerd(rest).split() if w not in _TUSSENWOORDEN)
        kolom = self._namen.get(woorden) if dagen else None
        if kolom and kolom.soort == "bedrag" and not kolom.eigen:
            einde = dagen[1] if len(dagen) > 1 else ""
            return Kop(kolom=kolom, nummer=nummer, tekst=tekst, vanaf=dagen[0], tot_en_met=einde)
        return None

    def lijkt_op(self, tekst: str) -> str:
        """Give the question 'Bedoelde u …?' for a heading that is not known."""
        titels = [kolom.titel for kolom in self._kolommen.values()]
        return bedoelde_u(tekst, titels, hoogstens=0)


def genormaliseerd(tekst: str) -> str:
    """Leave only letters and digits: capitals, accents, punctuation and line ends do not make another name."""
    plat = unicodedata.normalize("NFKD", tekst.casefold())
    return " ".join("".join(t if t.isalnum() else " " for t in plat if not unicodedata.combining(t)).split())


def _aaneen(tekst: str) -> str:
    """Leave out spaces too: 'Product-' above 'code' in one cell is the same heading as 'Productcode'."""
    return genormaliseerd(tekst).replace(" ", "")


def vind_koprij(
    boek: Werkboek, blad: Blad, kolommen: Kolommen, eigen: Mapping[str, str], rij: int | None = None
) -> tuple[Koprij | None, list[Melding]]:
    """Find the header row. None when the sheet has none; the findings then say what is missing.

    *rij*: the row that a mapping file points at.
    """
    namen = Namen(kolommen, eigen)
    beste: tuple[Kop, ...] = ()
    for nummer in (rij,) if rij else sorted(blad.rijen)[:_LAATSTE_KOPRIJ]:
        koppen = tuple(_koppen(namen, blad, nummer))
        bekend = {kop.kolom.naam for kop in koppen}
        if "code" in bekend and len(bekend) >= _MINSTENS:
            gevonden = _volledig(namen, blad, nummer, koppen)
            return gevonden, list(_bezwaren(boek, blad, gevonden, namen))
        beste = max(beste, koppen, key=len)
    if len(beste) >= _MINSTENS:
        plaats = boek.plaats(blad, _rij_van(blad, beste))
        gezien = ", ".join(f"'{kop.tekst}'" for kop in beste)
        tekst = f"Deze rij lijkt de koprij ({gezien}), maar er is geen kolom met de productcode."
        return None, [Melding(soort("RP421"), plaats, tekst, "Noem de kolom met de codes 'Code'.")]
    if any(kop.kolom.naam == "code" for kop in beste) and len(blad.rijen[_rij_van(blad, beste)]) >= _MINSTENS:
        tekst = f"In deze rij kennen we alleen de kop '{beste[0].tekst}'."
        hint = "Noem de andere kolommen bijvoorbeeld Naam of Tarief 2027, of zeg met --kolommen welke kop wat is."
        return None, [Melding(soort("RP420"), boek.plaats(blad, _rij_van(blad, beste)), tekst, hint)]
    return None, [
        Melding(soort("RP420"), boek.plaats(blad), "Op dit blad vinden we geen koprij.", soort("RP420").oplossing)
    ]


def _rij_van(blad: Blad, koppen: Sequence[Kop]) -> int:
    teksten = {(kop.nummer, kop.tekst) for kop in koppen}
    return next(nr for nr, rij in blad.rijen.items() if teksten <= {(k, _tekst(c)) for k, c in rij.items()})


def _koppen(namen: Namen, blad: Blad, nummer: int) -> Iterator[Kop]:
    for kolom, cel in sorted(blad.rijen.get(nummer, {}).items()):
        tekst = _tekst(cel)
        kop = namen.herken(kolom, tekst)
        if kop is None and (boven := _erboven(blad, nummer, kolom)):
            # 'Tarief' over two columns, with the years under it.
            kop = namen.herken(kolom, f"{boven} {tekst}")
        if kop:
            yield kop


def _volledig(namen: Namen, blad: Blad, nummer: int, koppen: tuple[Kop, ...]) -> Koprij:
    """Take the row below along when it divides a heading: 'Tarief' over two columns, with the years under it."""
    cellen, onder = blad.rijen[nummer], blad.rijen.get(nummer + 1, {})
    code = next(kop.nummer for kop in koppen if kop.kolom.naam == "code")
    gesplitst = {kop.nummer: kop for kop in _koppen(namen, blad, nummer + 1) if kop.vanaf}
    if gesplitst and (code not in onder or not _tekst(onder[code])):
        nummer, cellen = nummer + 1, {**onder, **cellen}
        koppen = tuple(kop for _, kop in sorted(({kop.nummer: kop for kop in koppen} | gesplitst).items()))
    namen_van = {kop.nummer: genormaliseerd(kop.tekst) for kop in koppen}
    herhaald = (
        rij
        for rij, andere in blad.rijen.items()
        if rij > nummer and sum(genormaliseerd(cel.tekst) == namen_van.get(k) for k, cel in andere.items()) >= _MINSTENS
    )
    return Koprij(nummer, koppen, cellen, frozenset(herhaald))


def _erboven(blad: Blad, rij: int, kolom: int) -> str:
    """Give the text of the row above that stands over this column: a merged cell keeps it at its left end."""
    boven = blad.rijen.get(rij - 1, {})
    links = [k for k in boven if k <= kolom]
    return _tekst(boven[max(links)]) if links else ""


def _tekst(cel: Cel) -> str:
    return " ".join(cel.tekst.split())


def _bezwaren(boek: Werkboek, blad: Blad, koprij: Koprij, namen: Namen) -> Iterator[Melding]:
    gezien: dict[tuple[str, str], Kop] = {}
    for kop in koprij.koppen:
        plaats = boek.plaats(blad, koprij.rij, kop.nummer)
        if kop.nummer in blad.verborgen_kolommen:
            tekst = f"De kolom '{kop.tekst}' is verborgen. We lezen haar wel."
            yield Melding(soort("RP424"), plaats, tekst, soort("RP424").oplossing)
        # Two kinds of kenmerk together make one; any other column can be there once.
        sleutel = (kop.kolom.naam, kop.vanaf)
        eerste = gezien.setdefault(sleutel, kop)
        if eerste is not kop and kop.kolom.naam != "kenmerk":
            verwant = Verwant(boek.plaats(blad, koprij.rij, eerste.nummer), f"Hier staat '{eerste.tekst}'.")
            tekst = f"'{kop.tekst}' en '{eerste.tekst}' zijn voor ons dezelfde kolom: {kop.kolom.titel}."
            yield Melding(soort("RP422"), plaats, tekst, soort("RP422").oplossing, (verwant,))
    bekend = {kop.nummer for kop in koprij.koppen}
    for nummer, cel in sorted(koprij.cellen.items()):
        if nummer not in bekend and _tekst(cel):
            tekst = f"De kolom '{_tekst(cel)}' kennen we niet. We slaan haar over."
            hint = f"{namen.lijkt_op(_tekst(cel))} {soort('RP423').oplossing}".strip()
            yield Melding(soort("RP423"), boek.plaats(blad, koprij.rij, nummer), tekst, hint)
    # The sheet holds two tables, or one that was pasted under another.
    tweede = soort("RP425")
    for rij in sorted(koprij.herhaald):
        verwant = Verwant(boek.plaats(blad, koprij.rij), "Hier staat de eerste koprij.")
        yield Melding(tweede, boek.plaats(blad, rij), "Hier staat een tweede koprij.", tweede.oplossing, (verwant,))


def _dagen(kop: str) -> tuple[list[str], str]:
    """Give the days in a heading, first and last, and what is left of it. A year is its 1 January."""
    dagen: list[str] = []
    for found in _DATUM.findall(kop):
        try:
            dagen.append(parse_datum(re.sub("[/.]", "-", found)).isoformat())
        except TijdFout:
            return [], kop
    rest = _DATUM.sub(" ", kop)
    if not dagen:
        dagen = [date(int(jaar), 1, 1).isoformat() for jaar in _JAAR.findall(rest)[:1]]
    return dagen, _JAAR.sub(" ", rest)
