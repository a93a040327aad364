"""The parameter set, version 1, as frozen records. Flat on purpose: code generators must like it.

Lists of {sleutel, waarden} instead of maps, one array per kind of rule, dates and money as text, and a
field that is not there instead of null. Days are inclusive here (`vanaf`, `tot_en_met`).
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import UNSET, Struct, UnsetType

FORMAAT: Final = "parameterset/1"

Laag = Literal["gemeente", "regio", "standaardprotocol", "iStandaarden"]
SoortGeval = Literal["standaard", "invulling", "afwijking", "aanvulling"]
Stand = Literal[
    "waarde", "geen afspraak", "af te spreken", "gemeente kiest", "elders geregeld", "ontbreekt in bron"
]
Richting = Literal["na", "voor"]
Zekerheid = Literal["zeker", "uiterlijk"]
Optioneel = str | UnsetType


class Voorwaarde(Struct, frozen=True, kw_only=True):
    """A condition (or a fact): one of these values of this key."""

    sleutel: str
    waarden: tuple[str, ...]


class Duur(Struct, frozen=True, kw_only=True):
    """A length of time in parts: calendar parts first, largest first, then working days."""

    jaren: int
    maanden: int
    einde_maand: bool
    volledige_kalendermaanden: int
    weken: int
    dagen: int
    werkdagen: int


class Instelling(Struct, frozen=True, kw_only=True):
    """A setting of a named calculation."""

    sleutel: str
    waarde: str


class Geval(Struct, frozen=True, kw_only=True):
    """What every case has. The cases of a rule stand in order: the first that matches wins."""

    geval: str
    als: tuple[Voorwaarde, ...]
    laag: Laag
    soort: SoortGeval
    bindend: bool
    zekerheid: Zekerheid
    stand: Stand
    bron: str
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET
    versie: Optioneel = UNSET
    waar: Optioneel = UNSET
    reden: Optioneel = UNSET
    besluit: Optioneel = UNSET
    toelichting: Optioneel = UNSET
    opmerking: Optioneel = UNSET


class TermijnGeval(Geval, frozen=True, kw_only=True):
    """A term. Without `gebeurtenis` the source names no event, and no date can be computed."""

    tekst: Optioneel = UNSET
    richting: Richting | UnsetType = UNSET
    gebeurtenis: Optioneel = UNSET
    duur: Duur | UnsetType = UNSET


class BerichtgebruikGeval(Geval, frozen=True, kw_only=True):
    """Whether a message may be sent; `gevolg`: what a sender gets who sends it all the same."""

    waarde: Optioneel = UNSET
    gevolg: Optioneel = UNSET


class KeuzeGeval(Geval, frozen=True, kw_only=True):
    """One choice."""

    waarde: Optioneel = UNSET


class LijstGeval(Geval, frozen=True, kw_only=True):
    """A list. With `telt_op` the items are added and reading goes on with the next case."""

    telt_op: bool
    waarden: tuple[str, ...]


class GetalGeval(Geval, frozen=True, kw_only=True):
    """A whole number."""

    waarde: int | UnsetType = UNSET


class BedragGeval(Geval, frozen=True, kw_only=True):
    """An amount in euros, as text with two decimals."""

    waarde: Optioneel = UNSET


class BerekeningGeval(Geval, frozen=True, kw_only=True):
    """A named calculation with its settings."""

    waarde: Optioneel = UNSET
    instellingen: tuple[Instelling, ...]


class TekstGeval(Geval, frozen=True, kw_only=True):
    """A text."""

    waarde: Optioneel = UNSET


class Antwoord(Struct, frozen=True, kw_only=True):
    """The sentence that answers the question when this value holds."""

    waarde: str
    tekst: str


class Regel(Struct, frozen=True, kw_only=True):
    """What every rule has: its name, its words, and what it touches."""

    regel: str
    titel: str
    vraag: str
    antwoord: str
    antwoorden: tuple[Antwoord, ...]
    synoniemen: tuple[str, ...]
    berichten: tuple[str, ...]
    elementen: tuple[str, ...]
    bron: str
    afwijkbaar: Literal["ja", "aanvullen", "nee"]
    toetsbaar: Literal["één bericht", "meer berichten", "datums van buiten", "niet"]
    peildatum: Literal["gebeurtenis", "dag van zorg", "dag van het bericht"]
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET
    actor: Optioneel = UNSET
    codelijst: Optioneel = UNSET


class TermijnRegel(Regel, frozen=True, kw_only=True):
    """A rule whose value is a term. `uit_product`: this field of the product answers first."""

    vrije_dag: Literal["blijft", "schuift door", "niet afgesproken"]
    uit_product: Optioneel = UNSET
    gevallen: tuple[TermijnGeval, ...]


class BerichtgebruikRegel(Regel, frozen=True, kw_only=True):
    """A rule on the use of a message."""

    gevallen: tuple[BerichtgebruikGeval, ...]


class KeuzeRegel(Regel, frozen=True, kw_only=True):
    """A rule whose value is a choice."""

    gevallen: tuple[KeuzeGeval, ...]


class LijstRegel(Regel, frozen=True, kw_only=True):
    """A rule whose value is a list."""

    gevallen: tuple[LijstGeval, ...]


class GetalRegel(Regel, frozen=True, kw_only=True):
    """A rule whose value is a whole number of `eenheid`."""

    eenheid: Optioneel = UNSET
    gevallen: tuple[GetalGeval, ...]


class BedragRegel(Regel, frozen=True, kw_only=True):
    """A rule whose value is an amount."""

    gevallen: tuple[BedragGeval, ...]


class BerekeningRegel(Regel, frozen=True, kw_only=True):
    """A rule whose value is a calculation."""

    gevallen: tuple[BerekeningGeval, ...]


class TekstRegel(Regel, frozen=True, kw_only=True):
    """A rule whose value is a text."""

    gevallen: tuple[TekstGeval, ...]


class Gevolg(Struct, frozen=True, kw_only=True):
    """What follows from a fact: who knows this value of this key, knows these facts too."""

    sleutel: str
    waarde: str
    feiten: tuple[Voorwaarde, ...]


class Tarief(Struct, frozen=True, kw_only=True):
    """A tariff in euros per unit of the assignment, in a period, for a kenmerk if there is one."""

    bedrag: str
    kenmerk: Optioneel = UNSET
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET


class ProductTermijn(Struct, frozen=True, kw_only=True):
    """A term of the product itself, which answers before the cases of the rule do."""

    tekst: str
    richting: Richting
    gebeurtenis: str
    duur: Duur


class Product(Struct, frozen=True, kw_only=True):
    """A product of the region. `code` is 'onbekend' where no source gives one."""

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
    bron: Optioneel = UNSET
    toelichting: Optioneel = UNSET


class Deelname(Struct, frozen=True, kw_only=True):
    """A municipality takes part for this domein (and perceel, when there is one) in this period."""

    gemeente: str
    naam: str
    wet: str
    domein: str
    perceel: Optioneel = UNSET
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET


class Code(Struct, frozen=True, kw_only=True):
    """A code and its meaning."""

    code: str
    betekenis: str


class Codelijst(Struct, frozen=True, kw_only=True):
    """A national code list that the set uses."""

    codelijst: str
    naam: str
    codes: tuple[Code, ...]


class Dimensie(Struct, frozen=True, kw_only=True):
    """What a condition can be about, and where an engine finds it."""

    sleutel: str
    titel: str
    herkomst: Literal["bericht", "afgeleid", "buiten"]
    waarden: tuple[Code, ...]


class Gebeurtenis(Struct, frozen=True, kw_only=True):
    """An event that terms run from or to, as it reads in a sentence."""

    gebeurtenis: str
    in_zin: str
    herkomst: Literal["bericht", "afgeleid", "buiten"]


class VrijeDag(Struct, frozen=True, kw_only=True):
    """A day off of the Algemene termijnenwet, or by decree."""

    datum: str
    naam: str


class Kalender(Struct, frozen=True, kw_only=True):
    """The days off in full years; Saturdays and Sundays are not listed."""

    eerste_jaar: int
    laatste_jaar: int
    vrije_dagen: tuple[VrijeDag, ...]


class Parameterset(Struct, frozen=True, kw_only=True):
    """The resolved protocol of one region (or `standaard`), for engines to import."""

    formaat: str
    regio: str
    naam: str
    versie: str
    status: Literal["concept", "definitief", "vervallen", "voorbeeld", "standaard"]
    officieel: bool
    licentie: str
    digest: str
    release: str
    standaardprotocollen: tuple[str, ...]
    geldt_vanaf: Optioneel = UNSET
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
    dimensies: tuple[Dimensie, ...]
    gebeurtenissen: tuple[Gebeurtenis, ...]
    kalender: Kalender


ElkeRegel = (
    BerichtgebruikRegel
    | TermijnRegel
    | KeuzeRegel
    | LijstRegel
    | GetalRegel
    | BedragRegel
    | BerekeningRegel
    | TekstRegel
)
ElkGeval = (
    BerichtgebruikGeval
    | TermijnGeval
    | KeuzeGeval
    | LijstGeval
    | GetalGeval
    | BedragGeval
    | BerekeningGeval
    | TekstGeval
)
