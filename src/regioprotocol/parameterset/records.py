"""The parameter set, version 1, as frozen records. Flat on purpose: code generators must like it.

Lists of {sleutel, waarden} instead of maps, one array per kind of rule, dates and money as text, and a
field that is not there instead of null. Days are inclusive here (`vanaf`, `tot_en_met`). The docstrings
are Dutch because they are the descriptions in the schema that vendors read.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import UNSET, Struct, UnsetType

from regioprotocol.parameterset.controls import Controle, Retourcode
from regioprotocol.parameterset.rules import (
    Antwoord,
    BedragGeval,
    BedragRegel,
    BerekeningGeval,
    BerekeningRegel,
    BerichtgebruikGeval,
    BerichtgebruikRegel,
    Duur,
    ElkeRegel,
    ElkGeval,
    GetalGeval,
    GetalRegel,
    Geval,
    Herkomst,
    Instelling,
    KeuzeGeval,
    KeuzeRegel,
    Laag,
    LijstGeval,
    LijstRegel,
    Optioneel,
    Regel,
    Richting,
    SoortGeval,
    Stand,
    Status,
    TekstGeval,
    TekstRegel,
    TermijnGeval,
    TermijnRegel,
    Voorwaarde,
    Zekerheid,
)

__all__ = [
    "FORMAAT",
    "Antwoord",
    "BedragGeval",
    "BedragRegel",
    "BerekeningGeval",
    "BerekeningRegel",
    "BerichtgebruikGeval",
    "BerichtgebruikRegel",
    "Code",
    "Codelijst",
    "Combinatie",
    "Controle",
    "Correctie",
    "Deel",
    "Deelname",
    "Dimensie",
    "Dimensiewaarde",
    "Duur",
    "ElkGeval",
    "ElkeRegel",
    "Gebeurtenis",
    "GetalGeval",
    "GetalRegel",
    "Geval",
    "Gevolg",
    "Herkomst",
    "Instelling",
    "Kalender",
    "KeuzeGeval",
    "KeuzeRegel",
    "Laag",
    "LijstGeval",
    "LijstRegel",
    "Optioneel",
    "Parameterset",
    "Product",
    "ProductTermijn",
    "Regel",
    "Retourcode",
    "Richting",
    "SoortGeval",
    "Stand",
    "Status",
    "Tarief",
    "TekstGeval",
    "TekstRegel",
    "TermijnGeval",
    "TermijnRegel",
    "Versie",
    "Voorwaarde",
    "VrijeDag",
    "Zekerheid",
]

FORMAAT: Final = "parameterset/1"


class Gevolg(Struct, frozen=True, kw_only=True):
    """Wat uit een feit volgt: wie deze waarde van deze sleutel kent, kent ook deze feiten."""

    sleutel: str
    waarde: str
    feiten: tuple[Voorwaarde, ...]


class Correctie(Struct, frozen=True, kw_only=True):
    """Een tarief was verkeerd gepubliceerd: het bedrag dat er stond, en waarom het is veranderd."""

    was: str
    reden: str


class Tarief(Struct, frozen=True, kw_only=True):
    """Een tarief in euro per eenheid van de toewijzing, in een periode, soms voor een kenmerk."""

    bedrag: str
    kenmerk: Optioneel = UNSET
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET
    correctie: Correctie | UnsetType = UNSET


class ProductTermijn(Struct, frozen=True, kw_only=True):
    """Een termijn van het product zelf, die voorgaat op de gevallen van de regel."""

    tekst: str
    richting: Richting
    gebeurtenis: str
    duur: Duur


class Deel(Struct, frozen=True, kw_only=True):
    """Een deel van een product dat apart gedeclareerd wordt, als percentage van het tarief."""

    naam: str
    aandeel: int
    code: Optioneel = UNSET
    moment: Optioneel = UNSET


class Combinatie(Struct, frozen=True, kw_only=True):
    """Met welke codes een product wel, niet of altijd samen wordt toegewezen."""

    soort: Literal["toegestaan", "uitgesloten", "vereist"]
    codes: tuple[str, ...]


class Product(Struct, frozen=True, kw_only=True):
    """Een product van de regio. De code is 'onbekend' als geen bron hem noemt."""

    code: str
    naam: str
    categorie: str
    groepen: tuple[str, ...]
    wet: tuple[str, ...]
    variant: str
    eenheid: str
    declaratie_eenheid: str
    frequenties: tuple[str, ...]
    tarieven: tuple[Tarief, ...]
    tarief_stand: Literal["bekend", "onbekend", "geen"]
    vervangt: tuple[str, ...]
    perceel: Optioneel = UNSET
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET
    declareren_tot_en_met: Optioneel = UNSET
    maximale_duur: ProductTermijn | UnsetType = UNSET
    hoofdcode: Optioneel = UNSET
    delen: tuple[Deel, ...]
    combinaties: tuple[Combinatie, ...]
    maximum_per_jaar: int | UnsetType = UNSET
    declaratiemoment: Optioneel = UNSET
    bron: Optioneel = UNSET
    toelichting: Optioneel = UNSET


class Deelname(Struct, frozen=True, kw_only=True):
    """Een gemeente doet mee voor dit domein (en perceel) in deze periode."""

    gemeente: str
    naam: str
    wet: str
    domein: str
    perceel: Optioneel = UNSET
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET


class Code(Struct, frozen=True, kw_only=True):
    """Een code, zijn betekenis, en de dagen waarop hij gebruikt mag worden als de lijst die noemt."""

    code: str
    betekenis: str
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET


class Codelijst(Struct, frozen=True, kw_only=True):
    """Een landelijke codelijst, en de wetten die haar gebruiken. Wat vervallen is, staat er niet bij."""

    codelijst: str
    naam: str
    wet: tuple[str, ...] | UnsetType = UNSET
    codes: tuple[Code, ...]


class Dimensiewaarde(Struct, frozen=True, kw_only=True):
    """Een waarde die een gegeven kan hebben, en waar een programma haar vindt."""

    waarde: str
    omschrijving: str
    herkomst: Herkomst


class Dimensie(Struct, frozen=True, kw_only=True):
    """Waar een voorwaarde over kan gaan, en waar een programma het gegeven vindt."""

    sleutel: str
    titel: str
    herkomst: Herkomst
    meervoudig: bool
    codelijsten: tuple[str, ...]
    waarden: tuple[Dimensiewaarde, ...]


class Gebeurtenis(Struct, frozen=True, kw_only=True):
    """Een gebeurtenis waarna of waarvoor een termijn loopt, zoals zij in een zin staat."""

    gebeurtenis: str
    in_zin: str
    herkomst: Herkomst


class VrijeDag(Struct, frozen=True, kw_only=True):
    """Een vrije dag volgens de Algemene termijnenwet, of bij besluit."""

    datum: str
    naam: str


class Kalender(Struct, frozen=True, kw_only=True):
    """De vrije dagen van hele jaren; zaterdagen en zondagen staan er niet bij."""

    eerste_jaar: int
    laatste_jaar: int
    vrije_dagen: tuple[VrijeDag, ...]


class Versie(Struct, frozen=True, kw_only=True):
    """Een versie van het protocol waaruit deze set is gemaakt."""

    nummer: str
    status: Status
    vanaf: Optioneel = UNSET
    vastgesteld: Optioneel = UNSET
    besluit: Optioneel = UNSET


class Parameterset(Struct, frozen=True, kw_only=True):
    """Het uitgewerkte protocol van een regio (of de standaard), voor programma's."""

    formaat: str
    regio: str
    naam: str
    versie: str
    status: Status
    officieel: bool
    licentie: str
    digest: str
    release: str
    release_vast: bool
    standaardprotocollen: tuple[str, ...]
    versies: tuple[Versie, ...]
    deelname: tuple[Deelname, ...]
    standaardfeiten: tuple[Voorwaarde, ...]
    berichtgebruik: tuple[BerichtgebruikRegel, ...]
    termijnen: tuple[TermijnRegel, ...]
    keuzes: tuple[KeuzeRegel, ...]
    lijsten: tuple[LijstRegel, ...]
    getallen: tuple[GetalRegel, ...]
    bedragen: tuple[BedragRegel, ...]
    berekeningen: tuple[BerekeningRegel, ...]
    teksten: tuple[TekstRegel, ...]
    volgt_uit: tuple[Gevolg, ...]
    producten: tuple[Product, ...]
    codelijsten: tuple[Codelijst, ...]
    controles: tuple[Controle, ...] | UnsetType = UNSET  # a set that was made before this key has none
    dimensies: tuple[Dimensie, ...]
    gebeurtenissen: tuple[Gebeurtenis, ...]
    standen: tuple[Antwoord, ...]
    kalender: Kalender
