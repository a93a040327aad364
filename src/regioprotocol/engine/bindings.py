"""Which element of a message fills which field of a record: one table for Jw and Wmo, heen and retour.

Paths run from the element of the record. A path whose element is not in a kind of message says nothing there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from regioprotocol.engine import records as r


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """How the element of a record is read.

    *velden*: path of a value → field. *delen*: path of one element that is a record → field. *lijsten*: path of an
    element that holds records → field. *geerfd*: the field that comes from above (the BSN of a line).
    Return codes are read wherever they stand.
    """

    klasse: type[r.Onderdeel]
    velden: Mapping[str, str] = field(default_factory=dict)
    delen: Mapping[str, str] = field(default_factory=dict)
    lijsten: Mapping[str, str] = field(default_factory=dict)
    geerfd: str = ""


RETOURCODES: Final = "RetourCodes/RetourCode"

_PRODUCT: Final = {"Product/Categorie": "categorie", "Product/Code": "productcode"}
_OMVANG: Final = {
    "Omvang/Volume": "volume",
    "Omvang/Eenheid": "eenheid",
    "Omvang/Frequentie": "frequentie",
    "Budget": "budget",
}
_PERSOON: Final = {
    "Geboortedatum/Datum": "geboortedatum",
    "Geboortedatum/DatumGebruik": "datumgebruik",
    "Naam/Geslachtsnaam/Achternaam": "achternaam",
}
_DECLARATIE: Final = Binding(
    klasse=r.Declaratie,
    velden={
        "DeclaratieNummer": "nummer",
        "DeclaratiePeriode/Begindatum": "begindatum",
        "DeclaratiePeriode/Einddatum": "einddatum",
        "DeclaratieDagtekening": "dagtekening",
        "TotaalIngediendBedrag/TotaalBedrag": "ingediend",
        "TotaalIngediendBedrag/DebetCredit": "ingediend_debet_credit",
        "TotaalToegekendBedrag/TotaalBedrag": "toegekend",
        "TotaalToegekendBedrag/DebetCredit": "toegekend_debet_credit",
    },
    lijsten={"Clienten": "clienten"},
)
_STARTSTOP: Final = Binding(
    klasse=r.StartStop,
    velden={
        "ToewijzingNummer": "toewijzingnummer",
        **_PRODUCT,
        "ToewijzingIngangsdatum": "toewijzing_ingangsdatum",
        "Begindatum": "begindatum",
        "RedenBeeindiging": "reden_beeindiging",
        "Einddatum": "einddatum",
        "StatusAanlevering": "status_aanlevering",
    },
)

# The client of a declaration is another record than the client of the other messages.
CLIENT_VAN_DECLARATIE: Final = Binding(
    klasse=r.DeclaratieClient, velden={"Bsn": "bsn"}, lijsten={"Prestaties": "prestaties"}
)

BINDINGS: Final[Mapping[str, Binding]] = {
    "Bericht": Binding(
        klasse=r.Bericht,
        delen={
            "Header": "header",
            "Client": "client",
            "Antwoord": "antwoord",
            "Declaratie": "declaratie",
            "DeclaratieAntwoord": "declaratie",
        },
        geerfd="bestand",
    ),
    "Header": Binding(
        klasse=r.Header,
        velden={
            "BerichtCode": "berichtcode",
            "BerichtVersie": "versie",
            "BerichtSubversie": "subversie",
            "Afzender": "afzender",
            "Ontvanger": "ontvanger",
            "BerichtIdentificatie/Identificatie": "identificatie",
            "BerichtIdentificatie/Dagtekening": "dagtekening",
            "XsdVersie/BasisschemaXsdVersie": "basisschema_versie",
            "XsdVersie/BerichtXsdVersie": "bericht_versie",
            "IdentificatieRetour": "identificatie_retour",
            "DagtekeningRetour": "dagtekening_retour",
            "DeclaratieIdentificatie/Identificatie": "identificatie_declaratie",
            "DeclaratieIdentificatie/Dagtekening": "dagtekening_declaratie",
            "XsdVersieDeclaratie/BasisschemaXsdVersie": "basisschema_versie_declaratie",
            "XsdVersieDeclaratie/BerichtXsdVersie": "bericht_versie_declaratie",
            "XsltVersie": "xslt_versie",
        },
    ),
    "Client": Binding(
        klasse=r.Client,
        velden={
            "Bsn": "bsn",
            **_PERSOON,
            "Geslacht": "geslacht",
            "GezagsdragerBekend": "gezagsdrager_bekend",
            "JuridischeStatus": "juridische_status",
            "WettelijkeVertegenwoordiging": "wettelijke_vertegenwoordiging",
            "Commentaar": "commentaar",
        },
        delen={"Verzoek": "verzoek"},
        lijsten={
            "Relaties": "relaties",
            "Contactgegevens": "contacten",
            "ToegewezenProducten": "toegewezen",
            "StartProducten": "gestart",
            "StopProducten": "gestopt",
            "AangevraagdeProducten": "aangevraagd",
        },
    ),
    "Relatie": Binding(
        klasse=r.Relatie,
        velden={"Nummer": "nummer", "Volgorde": "volgorde", "Soort": "soort", **_PERSOON},
        delen={"Contact": "contact"},
    ),
    "Contact": Binding(
        klasse=r.Contact,
        velden={
            "Soort": "soort",
            "Adres/Huis/Huisnummer": "huisnummer",
            "Adres/Postcode": "postcode",
            "Adres/Straatnaam": "straatnaam",
            "Adres/Plaatsnaam": "plaatsnaam",
            "Adres/LandCode": "landcode",
            "Organisatie": "organisatie",
            "Telefoon/Telefoon01/Telefoonnummer": "telefoonnummer",
            "Emailadres": "emailadres",
            "Periode/Begindatum": "begindatum",
            "Periode/Einddatum": "einddatum",
        },
    ),
    "ToegewezenProduct": Binding(
        klasse=r.ToegewezenProduct,
        velden={
            "ToewijzingNummer": "toewijzingnummer",
            "ReferentieAanbieder": "referentie_aanbieder",
            **_PRODUCT,
            "Toewijzingsdatum": "toewijzingsdatum",
            "Toewijzingstijd": "toewijzingstijd",
            "Ingangsdatum": "ingangsdatum",
            "Einddatum": "einddatum",
            "RedenWijziging": "reden_wijziging",
            **_OMVANG,
            "Commentaar": "commentaar",
        },
    ),
    "StartProduct": _STARTSTOP,
    "StopProduct": _STARTSTOP,
    "AangevraagdProduct": Binding(
        klasse=r.AangevraagdProduct,
        velden={
            "ReferentieAanbieder": "referentie_aanbieder",
            "BeschikkingNummer": "beschikkingnummer",
            **_PRODUCT,
            "BeschikkingIngangsdatum": "beschikking_ingangsdatum",
            "ToewijzingIngangsdatum": "ingangsdatum",
            "ToewijzingEinddatum": "einddatum",
            **_OMVANG,
            "Verwijzer/Type": "verwijzer",
            "Verwijzer/Naam": "verwijzer_naam",
            "Verwijzer/ZorgverlenerCode": "zorgverlenercode",
            "Raamcontract": "raamcontract",
            "Commentaar": "commentaar",
        },
    ),
    "Verzoek": Binding(
        klasse=r.Verzoek,
        velden={"ReferentieAanbieder": "referentie_aanbieder", "RedenVerzoek": "reden"},
        lijsten={
            "OngewijzigdeProducten": "ongewijzigd",
            "TeWijzigenProducten": "te_wijzigen",
            "NieuweProducten": "nieuw",
        },
    ),
    "OngewijzigdProduct": Binding(klasse=r.OngewijzigdProduct, velden={"ToewijzingNummer": "toewijzingnummer"}),
    "TeWijzigenProduct": Binding(
        klasse=r.TeWijzigenProduct,
        velden={
            "ToewijzingNummer": "toewijzingnummer",
            "GewensteIngangsdatum": "gewenste_ingangsdatum",
            "Einddatum": "einddatum",
            **_OMVANG,
        },
    ),
    "NieuwProduct": Binding(
        klasse=r.NieuwProduct,
        velden={**_PRODUCT, "GewensteIngangsdatum": "gewenste_ingangsdatum", "Einddatum": "einddatum", **_OMVANG},
    ),
    "Antwoord": Binding(
        klasse=r.Antwoord,
        velden={
            "ReferentieAanbieder": "referentie_aanbieder",
            "VerzoekAntwoord": "antwoord",
            "RedenAfwijzingVerzoek": "reden_afwijzing",
            "Woonplaatsbeginsel/Gemeente": "gemeente",
        },
    ),
    "Declaratie": _DECLARATIE,
    "DeclaratieAntwoord": _DECLARATIE,
    "Prestatie": Binding(
        klasse=r.Prestatie,
        velden={
            "ProductReferentie/ReferentieNummer": "referentienummer",
            "ProductReferentie/VorigReferentieNummer": "vorig_referentienummer",
            "ToewijzingNummer": "toewijzingnummer",
            "ProductCategorie": "categorie",
            "ProductCode": "productcode",
            "ProductPeriode/Begindatum": "begindatum",
            "ProductPeriode/Einddatum": "einddatum",
            "GeleverdVolume": "volume",
            "Eenheid": "eenheid",
            "ProductTarief": "tarief",
            "IngediendBedrag/Bedrag": "bedrag",
            "IngediendBedrag/DebetCredit": "debet_credit",
        },
        geerfd="bsn",
    ),
}
