"""What a message of iWmo or iJw 3.2 says, as frozen records. Jw and Wmo share them.

A field that is not in the message is None, and so is a value that cannot be what it should be (31 June): that has its
own finding, and rules go on. Money is Decimal euros (messages carry cents), days are dates, codes are text. Records
hold personal values (BSN, names): their repr shows none of them.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Literal

from regioprotocol.engine.declarations import Declaratie, DeclaratieClient, Prestatie
from regioprotocol.engine.parts import Onderdeel, Retourcode, Vorm

__all__ = [
    "AangevraagdProduct",
    "Antwoord",
    "Bericht",
    "Client",
    "Contact",
    "Declaratie",
    "DeclaratieClient",
    "Header",
    "NieuwProduct",
    "Onderdeel",
    "OngewijzigdProduct",
    "Prestatie",
    "Relatie",
    "Retourcode",
    "StartStop",
    "TeWijzigenProduct",
    "ToegewezenProduct",
    "Verzoek",
    "Vorm",
    "Wet",
]

Wet = Literal["Jw", "Wmo"]


class Header(Onderdeel, frozen=True):
    """Who sends what to whom. *soort* is the number without the law ('323'); *release* is '3.2'.

    A return message (302, 306, ...) repeats sender, receiver, *identificatie* and *dagtekening* of the message that
    it answers; its own are in *identificatie_retour* and *dagtekening_retour*. A 325 has its own sender and
    *identificatie*, and names the declaration in *identificatie_declaratie*.
    """

    soort: str = ""
    wet: Wet = "Jw"
    release: str = ""
    berichtcode: str | None = None
    versie: int | None = None
    subversie: int | None = None
    afzender: str | None = None
    ontvanger: str | None = None
    identificatie: str | None = None
    dagtekening: date | None = None
    basisschema_versie: str | None = None
    bericht_versie: str | None = None
    identificatie_retour: str | None = None
    dagtekening_retour: date | None = None
    identificatie_declaratie: str | None = None
    dagtekening_declaratie: date | None = None
    basisschema_versie_declaratie: str | None = None
    bericht_versie_declaratie: str | None = None
    xslt_versie: str | None = None
    retourcodes: tuple[Retourcode, ...] = ()

    @property
    def bericht(self) -> str:
        """Give the name with the law in front: JW323, WMO301."""
        return f"{self.wet.upper()}{self.soort}"


class Contact(Onderdeel, frozen=True):
    """An address, telephone or mail address of a client or relation (301)."""

    soort: str | None = None
    huisnummer: int | None = None
    postcode: str | None = None
    straatnaam: str | None = None
    plaatsnaam: str | None = None
    landcode: str | None = None
    organisatie: str | None = None
    telefoonnummer: str | None = None
    emailadres: str | None = None
    begindatum: date | None = None
    einddatum: date | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class Relatie(Onderdeel, frozen=True):
    """A relation of the client (301)."""

    nummer: str | None = None
    volgorde: int | None = None
    soort: str | None = None
    geboortedatum: date | None = None
    datumgebruik: str | None = None
    achternaam: str | None = None
    contact: Contact | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class ToegewezenProduct(Onderdeel, frozen=True):
    """An assignment (301)."""

    toewijzingnummer: str | None = None
    referentie_aanbieder: str | None = None
    categorie: str | None = None
    productcode: str | None = None
    toewijzingsdatum: date | None = None
    toewijzingstijd: time | None = None
    ingangsdatum: date | None = None
    einddatum: date | None = None
    reden_wijziging: str | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    budget: Decimal | None = None
    commentaar: str | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class StartStop(Onderdeel, frozen=True):
    """A start (305) or a stop (307: with *einddatum* and *reden_beeindiging*) of care."""

    toewijzingnummer: str | None = None
    categorie: str | None = None
    productcode: str | None = None
    toewijzing_ingangsdatum: date | None = None
    begindatum: date | None = None
    reden_beeindiging: str | None = None
    einddatum: date | None = None
    status_aanlevering: str | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class AangevraagdProduct(Onderdeel, frozen=True):
    """A product that a provider asks for (315). *ingangsdatum* and *einddatum* are those of the assignment."""

    referentie_aanbieder: str | None = None
    beschikkingnummer: str | None = None
    categorie: str | None = None
    productcode: str | None = None
    beschikking_ingangsdatum: date | None = None
    ingangsdatum: date | None = None
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    budget: Decimal | None = None
    verwijzer: str | None = None
    verwijzer_naam: str | None = None
    zorgverlenercode: str | None = None
    raamcontract: str | None = None
    commentaar: str | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class OngewijzigdProduct(Onderdeel, frozen=True):
    """An assignment that stays as it is (317)."""

    toewijzingnummer: str | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class TeWijzigenProduct(Onderdeel, frozen=True):
    """An assignment that the provider wants changed (317)."""

    toewijzingnummer: str | None = None
    gewenste_ingangsdatum: date | None = None
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    budget: Decimal | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class NieuwProduct(Onderdeel, frozen=True):
    """A product that is asked for in a request for change (317)."""

    categorie: str | None = None
    productcode: str | None = None
    gewenste_ingangsdatum: date | None = None
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    budget: Decimal | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class Verzoek(Onderdeel, frozen=True):
    """A request for change (317): the whole package that the provider wants."""

    referentie_aanbieder: str | None = None
    reden: str | None = None
    ongewijzigd: tuple[OngewijzigdProduct, ...] = ()
    te_wijzigen: tuple[TeWijzigenProduct, ...] = ()
    nieuw: tuple[NieuwProduct, ...] = ()
    retourcodes: tuple[Retourcode, ...] = ()


class Client(Onderdeel, frozen=True):
    """The client of a 301, 305, 307, 315, 317 or its return message, with what is asked or reported."""

    bsn: str | None = None
    geboortedatum: date | None = None
    datumgebruik: str | None = None
    geslacht: str | None = None
    achternaam: str | None = None
    gezagsdrager_bekend: str | None = None
    juridische_status: str | None = None
    wettelijke_vertegenwoordiging: str | None = None
    commentaar: str | None = None
    relaties: tuple[Relatie, ...] = ()
    contacten: tuple[Contact, ...] = ()
    toegewezen: tuple[ToegewezenProduct, ...] = ()
    gestart: tuple[StartStop, ...] = ()
    gestopt: tuple[StartStop, ...] = ()
    aangevraagd: tuple[AangevraagdProduct, ...] = ()
    verzoek: Verzoek | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class Antwoord(Onderdeel, frozen=True):
    """An answer to a request (319). *gemeente* is the one that is responsible by the woonplaatsbeginsel."""

    referentie_aanbieder: str | None = None
    antwoord: str | None = None
    reden_afwijzing: str | None = None
    gemeente: str | None = None
    retourcodes: tuple[Retourcode, ...] = ()


class Bericht(Onderdeel, frozen=True):
    """One message: where it stands, its header, and the part that its kind has.

    301, 305, 307, 315, 317 and their return messages have a *client*; 319 and 320 an *antwoord*; 323 and 325 a
    *declaratie*. A return message on the level of the header has none of them.
    """

    bestand: str = ""
    header: Header = Header()
    client: Client | None = None
    antwoord: Antwoord | None = None
    declaratie: Declaratie | None = None

    @property
    def naam(self) -> str:
        """Give the kind with its law: JW323."""
        return self.header.bericht
