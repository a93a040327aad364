"""Rules and their cases, as the parameter set has them. The docstrings are the descriptions in the schema."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

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
