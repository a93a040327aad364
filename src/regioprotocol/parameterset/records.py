"""The parameter set, version 1, as frozen records. Flat on purpose: code generators must like it.

Lists of {sleutel, waarden} instead of maps, one array per kind of rule, dates and money as text, and a
field that is not there instead of null. Days are inclusive here (`vanaf`, `tot_en_met`). The docstrings
are Dutch because they are the descriptions in the schema that vendors read.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import UNSET, Struct, UnsetType

FORMAAT: Final = "parameterset/1"

Laag = Literal["gemeente", "regio", "standaardprotocol", "iStandaarden"]
SoortGeval = Literal["standaard", "invulling", "afwijking", "aanvulling"]
Stand = Literal["waarde", "geen afspraak", "af te spreken", "gemeente kiest", "elders geregeld", "ontbreekt in bron"]
Richting = Literal["na", "voor"]
Herkomst = Literal["bericht", "afgeleid", "buiten"]
Zekerheid = Literal["zeker", "uiterlijk"]
Status = Literal["concept", "definitief", "vervallen", "voorbeeld", "standaard"]
Optioneel = str | UnsetType


class Voorwaarde(Struct, frozen=True, kw_only=True):
    """Een voorwaarde of een feit: een van deze waarden van deze sleutel."""

    sleutel: str
    waarden: tuple[str, ...]


class Duur(Struct, frozen=True, kw_only=True):
    """Een duur in delen: eerst de kalenderdelen, de grootste eerst; daarna de werkdagen."""

    jaren: int
    maanden: int
    einde_maand: bool
    volledige_kalendermaanden: int
    weken: int
    dagen: int
    werkdagen: int


class Instelling(Struct, frozen=True, kw_only=True):
    """Een instelling van een berekening."""

    sleutel: str
    waarde: str


class Geval(Struct, frozen=True, kw_only=True):
    """Wat elk geval heeft. De gevallen van een regel staan op volgorde: het eerste dat past, geldt."""

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
    """Een termijn. Zonder gebeurtenis noemt de bron geen moment, en is er geen datum te berekenen."""

    tekst: Optioneel = UNSET
    richting: Richting | UnsetType = UNSET
    gebeurtenis: Optioneel = UNSET
    duur: Duur | UnsetType = UNSET


class BerichtgebruikGeval(Geval, frozen=True, kw_only=True):
    """Of een bericht gestuurd mag worden; gevolg: wat een afzender krijgt die het toch stuurt."""

    waarde: Optioneel = UNSET
    gevolg: Optioneel = UNSET


class KeuzeGeval(Geval, frozen=True, kw_only=True):
    """Een keuze."""

    waarde: Optioneel = UNSET


class LijstGeval(Geval, frozen=True, kw_only=True):
    """Een lijst. Met telt_op komen de waarden erbij en leest u door naar het volgende geval."""

    telt_op: bool
    waarden: tuple[str, ...]


class GetalGeval(Geval, frozen=True, kw_only=True):
    """Een heel getal."""

    waarde: int | UnsetType = UNSET


class BedragGeval(Geval, frozen=True, kw_only=True):
    """Een bedrag in euro, als tekst met twee decimalen."""

    waarde: Optioneel = UNSET


class BerekeningGeval(Geval, frozen=True, kw_only=True):
    """Een berekening met een naam en instellingen."""

    waarde: Optioneel = UNSET
    instellingen: tuple[Instelling, ...]


class TekstGeval(Geval, frozen=True, kw_only=True):
    """Een tekst."""

    waarde: Optioneel = UNSET


class Antwoord(Struct, frozen=True, kw_only=True):
    """De zin die de vraag beantwoordt als deze waarde geldt."""

    waarde: str
    tekst: str


class Regel(Struct, frozen=True, kw_only=True):
    """Wat elke regel heeft: een naam, woorden, en wat hij raakt."""

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
    """Een regel met een termijn. uit_product: dit veld van het product gaat voor."""

    vrije_dag: Literal["blijft", "schuift door", "niet afgesproken"]
    uit_product: Optioneel = UNSET
    gevallen: tuple[TermijnGeval, ...]


class BerichtgebruikRegel(Regel, frozen=True, kw_only=True):
    """Een regel over het gebruik van een bericht."""

    gevallen: tuple[BerichtgebruikGeval, ...]


class KeuzeRegel(Regel, frozen=True, kw_only=True):
    """Een regel met een keuze."""

    gevallen: tuple[KeuzeGeval, ...]


class LijstRegel(Regel, frozen=True, kw_only=True):
    """Een regel met een lijst."""

    gevallen: tuple[LijstGeval, ...]


class GetalRegel(Regel, frozen=True, kw_only=True):
    """Een regel met een aantal van een eenheid."""

    eenheid: Optioneel = UNSET
    gevallen: tuple[GetalGeval, ...]


class BedragRegel(Regel, frozen=True, kw_only=True):
    """Een regel met een bedrag."""

    gevallen: tuple[BedragGeval, ...]


class BerekeningRegel(Regel, frozen=True, kw_only=True):
    """Een regel met een berekening."""

    gevallen: tuple[BerekeningGeval, ...]


class TekstRegel(Regel, frozen=True, kw_only=True):
    """Een regel met een tekst."""

    gevallen: tuple[TekstGeval, ...]


class Gevolg(Struct, frozen=True, kw_only=True):
    """Wat uit een feit volgt: wie deze waarde van deze sleutel kent, kent ook deze feiten."""

    sleutel: str
    waarde: str
    feiten: tuple[Voorwaarde, ...]


class Tarief(Struct, frozen=True, kw_only=True):
    """Een tarief in euro per eenheid van de toewijzing, in een periode, soms voor een kenmerk."""

    bedrag: str
    kenmerk: Optioneel = UNSET
    vanaf: Optioneel = UNSET
    tot_en_met: Optioneel = UNSET


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
    """Een code en zijn betekenis."""

    code: str
    betekenis: str


class Codelijst(Struct, frozen=True, kw_only=True):
    """Een landelijke codelijst die deze set gebruikt."""

    codelijst: str
    naam: str
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
    dimensies: tuple[Dimensie, ...]
    gebeurtenissen: tuple[Gebeurtenis, ...]
    standen: tuple[Antwoord, ...]
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
