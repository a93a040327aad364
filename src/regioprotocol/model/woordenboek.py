"""The vocabulary: what words may stand in a protocol. All of it is data in protocols/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from regioprotocol.diagnostics import GEEN_PLAATSEN, Plaatsen
from regioprotocol.model.controle import Controle, Retourcode
from regioprotocol.model.kolommen import Kolommen, Productveld
from regioprotocol.model.periode import ALTIJD, Periode, Release

Herkomst = Literal["bericht", "afgeleid", "buiten"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """A message of iWmo and iJw: '315', who sends it, what comes back."""

    nummer: str
    naam: str
    van: str
    functie: str
    afkorting: str = ""
    antwoord: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """An event that terms run from or to, as it reads in a sentence ('de intake')."""

    naam: str
    in_zin: str
    herkomst: Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimensiewaarde:
    """A value that a dimension can have, and what follows from it."""

    waarde: str
    omschrijving: str = ""
    herkomst: Herkomst | None = None
    volgt: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimensie:
    """What a condition can be about. *vrij*: any value; *meervoudig*: a fact can have several at once."""

    naam: str
    titel: str
    herkomst: Herkomst
    waarden: tuple[Dimensiewaarde, ...] = ()
    codelijsten: tuple[str, ...] = ()
    vrij: bool = False
    meervoudig: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code of a national list and its short meaning. A return code also names its rule and its messages."""

    code: str
    betekenis: str
    periode: Periode = ALTIJD
    vervallen: bool = False
    regel: str = ""
    berichten: tuple[str, ...] = ()
    plaatsen: Plaatsen = GEEN_PLAATSEN

    def geldt_op(self, dag: date) -> bool:
        """Tell whether it may be used on a day. Of a code that ended nobody knows when, no day is certain."""
        return dag in self.periode and not (self.vervallen and self.periode.einde is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codelijst:
    """A national code list and the laws that use it."""

    naam: str
    titel: str
    wetten: tuple[str, ...]
    codes: Mapping[str, Code]

    def op(self, dag: date) -> dict[str, Code]:
        """Give the codes that may be used on a day. Lists change once a year; a code without days always held."""
        return {naam: code for naam, code in self.codes.items() if code.geldt_op(dag)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeente:
    """A municipality with its CBS code of four digits."""

    code: str
    naam: str
    provincie: str = ""
    jeugdregio: str = ""
    periode: Periode = ALTIJD


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source: its name as `bron` uses it, and the paragraphs that it has."""

    naam: str
    titel: str
    paragrafen: frozenset[str] = frozenset()
    heeft_controles: bool = False  # its paragraphs are national rules, and their numbers stand alone as a bron
    uitgever: str = ""
    datum: date | None = None
    vindplaats: str = ""
    plaatsen: Plaatsen = GEEN_PLAATSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekwoord:
    """What people type (*zeggen*), the words of the field that they mean, and the facts that it tells (*als*)."""

    zeggen: tuple[str, ...]
    bedoelen: tuple[str, ...] = ()
    als: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Veelgevraagd:
    """A question, what one would type for it, and the page that answers it without a script."""

    vraag: str
    zoek: str
    pagina: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekhulp:
    """How people search. *vervolgvragen*: a dimension with the question that asks for it, the most decisive first.

    *veelgevraagd*: the questions of the first page.
    """

    zoekwoorden: tuple[Zoekwoord, ...] = ()
    vervolgvragen: tuple[tuple[str, str], ...] = ()
    veelgevraagd: tuple[Veelgevraagd, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hoofdstuk:
    """A chapter of every protocol on the site. *regels*: names of its rules, or the first part, in order."""

    naam: str
    titel: str
    omschrijving: str
    regels: tuple[str, ...] = ()
    berichten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordenboek:
    """All words together; every check and every resolution reads it, nothing changes it."""

    berichten: Mapping[str, Bericht] = field(default_factory=dict)
    actoren: Mapping[str, str] = field(default_factory=dict)
    gebeurtenissen: Mapping[str, Gebeurtenis] = field(default_factory=dict)
    dimensies: Mapping[str, Dimensie] = field(default_factory=dict)
    standen: Mapping[str, str] = field(default_factory=dict)
    codelijsten: Mapping[str, Codelijst] = field(default_factory=dict)
    controles: Mapping[str, Controle] = field(default_factory=dict)
    gemeenten: Mapping[str, Gemeente] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    laatste_release: str = ""
    documenten: Mapping[str, Document] = field(default_factory=dict)
    eerste_jaar: int = 0
    laatste_jaar: int = 0
    besluitdagen: tuple[tuple[date, str], ...] = ()
    kolommen: Kolommen = field(default_factory=Kolommen)
    productvelden: tuple[Productveld, ...] = ()
    zoekhulp: Zoekhulp = field(default_factory=Zoekhulp)
    hoofdstukken: tuple[Hoofdstuk, ...] = ()
    in_het_kort: tuple[str, ...] = ()

    def retourcodes_van(self, controle: Controle) -> tuple[Retourcode, ...]:
        """Give the return codes of a rule: only where a national list has its code for that law and message."""
        codes = [
            (lijst.wetten, code)
            for lijst in self.codelijsten.values()
            if (code := lijst.codes.get(controle.retourcode)) and code.berichten
        ]
        return tuple(
            Retourcode(wet, bericht, code.code)
            for wet in controle.wetten
            for bericht in controle.berichten
            for wetten, code in codes
            if wet in wetten and bericht in code.berichten
        )

    def waarden_van(self, dimensie: Dimensie) -> dict[str, str]:
        """Give the values that a dimension can have, with their meaning (products are the region's own)."""
        waarden = {w.waarde: w.omschrijving for w in dimensie.waarden}
        for lijst in dimensie.codelijsten:
            if lijst == "gemeenten":
                waarden |= {g.code: g.naam for g in self.gemeenten.values()}
            elif lijst == "berichten":
                waarden |= {b.nummer: b.naam for b in self.berichten.values()}
            elif lijst in self.codelijsten:
                waarden |= {c.code: c.betekenis for c in self.codelijsten[lijst].codes.values()}
        return waarden
