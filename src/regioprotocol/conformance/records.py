"""The records of the conformance suite. The docstrings are Dutch because they are the descriptions in its schema.

One closed record for every request and one for every answer: which fields belong together follows from `naam`, so that
code generators need no unions of objects. Money is text with two decimals, days and months are ISO text.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import UNSET, Struct, UnsetType

from regioprotocol.parameterset.records import Voorwaarde

FORMAAT: Final = "conformance/1"

Soort = Literal["berekening", "termijn", "opzoeken", "bericht"]
Naam = Literal[
    "minuuttarief",
    "minutenbedrag",
    "uren",
    "dagdeeltarief",
    "bedrag",
    "productperiode",
    "declaratiemaand",
    "weekvolume",
    "volumegrens",
    "termijn",
    "opzoeken",
    "controleer",
]
Tekst = str | UnsetType
Heel = int | UnsetType
Leegbaar = str | UnsetType | None


class Bericht(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Een bericht dat gecontroleerd wordt. In de suite mag de inhoud in een bestand ernaast staan."""

    bestand: str
    inhoud: Tekst = UNSET


class Opdracht(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Wat de motor moet uitrekenen of nakijken. Welke velden erbij horen, hangt af van de naam."""

    naam: Naam
    feiten: tuple[Voorwaarde, ...] = ()
    op: Tekst = UNSET
    regel: Tekst = UNSET
    na: Tekst = UNSET
    uurtarief: Tekst = UNSET
    dagprijs: Tekst = UNSET
    tarief: Tekst = UNSET
    minuten: Heel = UNSET
    volume: Heel = UNSET
    frequentie: Tekst = UNSET
    ingangsdatum: Tekst = UNSET
    einddatum: Tekst = UNSET
    maand: Tekst = UNSET
    leveringen: tuple[str, ...] | UnsetType = UNSET
    berichten: tuple[Bericht, ...] | UnsetType = UNSET


class Maandvolume(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Het hoogste volume van een productperiode, met het aantal weken."""

    maand: str
    begin: str
    eind: str
    weken: int
    maximum: int


class Totaalvolume(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Het hoogste volume over de hele toewijzing, met het aantal weken."""

    weken: int
    maximum: int


class Bevinding(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Wat er mis is met een bericht: de regel, de retourcode als er een is, en waar het staat.

    De velden vanaf element tellen alleen mee als de motor ze geeft. geval: het geval van de parameterset dat besliste.
    tekst: van een voorbeeld een stuk van de zin, van een antwoord alles wat iemand leest.
    """

    regel: str
    retourcode: Tekst = UNSET
    bestand: Tekst = UNSET
    regelnummer: Heel = UNSET
    element: Tekst = UNSET
    verwacht: Tekst = UNSET
    oorzaak: Tekst = UNSET
    wat_nu: Tekst = UNSET
    geval: Tekst = UNSET
    tekst: Tekst = UNSET


class Uitkomst(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Het antwoord op een opdracht. Een veld met null betekent: er is geen dag, maximum of periode.

    meldingen zijn fouten. waarschuwingen en niet_te_beoordelen (de regels waarvoor een gegeven ontbreekt) tellen alleen
    mee als de motor ze geeft.
    """

    tarief: Tekst = UNSET
    bedrag: Tekst = UNSET
    uren: Heel = UNSET
    begin: Leegbaar = UNSET
    eind: Leegbaar = UNSET
    maanden: tuple[str, ...] | UnsetType = UNSET
    perioden: tuple[Maandvolume, ...] | UnsetType = UNSET
    toewijzing: Totaalvolume | UnsetType = UNSET
    maximum: int | UnsetType | None = UNSET
    datum: Leegbaar = UNSET
    stand: Tekst = UNSET
    waarden: tuple[str, ...] | UnsetType = UNSET
    meldingen: tuple[Bevinding, ...] | UnsetType = UNSET
    waarschuwingen: tuple[Bevinding, ...] | UnsetType = UNSET
    niet_te_beoordelen: tuple[str, ...] | UnsetType = UNSET


class Geval(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Een voorbeeld met het juiste antwoord.

    regel: de landelijke regel, of de regel van de parameterset. bron: het document en de plaats. eigen: niet uit een
    bron, maar zelf gekozen. bron_klopt: onwaar als de bron iets anders zegt dan juist is; bron_zegt en waarom zeggen
    dan wat en waarom. bekende_fout: een antwoord dat op een bekende vergissing wijst. regio: alleen voor deze set;
    release: alleen voor een set die minstens deze release volgt.
    """

    id: str
    regel: str
    bron: str
    soort: Soort
    opdracht: Opdracht
    verwacht: Uitkomst
    bron_klopt: bool
    eigen: bool = False
    bron_zegt: Uitkomst | UnsetType = UNSET
    bekende_fout: Uitkomst | UnsetType = UNSET
    waarom: Tekst = UNSET
    toelichting: Tekst = UNSET
    regio: Tekst = UNSET
    release: Tekst = UNSET


class Suite(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Een bestand van de suite: gevallen over één onderwerp."""

    formaat: str
    titel: str
    gevallen: tuple[Geval, ...]


class Uitgave(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Alle gevallen die gelden voor één parameterset."""

    formaat: str
    regio: str
    versie: str
    digest: str
    gevallen: tuple[Geval, ...]
