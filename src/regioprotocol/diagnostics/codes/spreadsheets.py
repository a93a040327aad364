"""RP0, from RP020: reading spreadsheets (Excel and CSV). What stops a file from becoming cells."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

_OPSLAAN = "Open het bestand in Excel. Kies Bestand > Opslaan als, en dan 'Excel-werkmap (*.xlsx)'."

SPREADSHEETS = (
    Soort(
        "RP020",
        "fout",
        "Een bestand is geen Excel-bestand en geen CSV-bestand",
        "Het programma kijkt naar de inhoud van een bestand en niet naar de naam. "
        "Het leest Excel-werkmappen (.xlsx en .xlsm) en tekst met scheidingstekens (CSV).",
        "Een Word-document met de naam producten.xlsx.",
        "Kies de Excel-werkmap zelf. Staat de tabel in een ander programma? "
        "Sla haar daar op als Excel-werkmap (.xlsx) of als CSV.",
    ),
    Soort(
        "RP021",
        "fout",
        "Een Excel-bestand is beschadigd",
        "Er ontbreekt iets in het bestand, of de inhoud klopt niet. Vaak is het niet helemaal gedownload. "
        "Het kan ook gemaakt zijn door een programma dat Excel-bestanden niet goed schrijft.",
        "Een bijlage waarvan de download halverwege stopte.",
        "Haal het bestand opnieuw op. Lukt dat niet? Open het in Excel, laat het herstellen en sla het op als .xlsx.",
    ),
    Soort(
        "RP022",
        "fout",
        "Een bestand is van een oude Excel (.xls)",
        "Excel van voor 2007 schreef een ander soort bestand. Dat lezen we niet. "
        "Een andere naam geven helpt niet: de inhoud blijft oud.",
        "producten.xls met de nieuwe naam producten.xlsx.",
        _OPSLAAN,
    ),
    Soort(
        "RP023",
        "fout",
        "Een Excel-bestand is beveiligd met een wachtwoord",
        "Wie dit bestand opent, moet een wachtwoord typen. Het programma vraagt nooit om wachtwoorden.",
        "Een tarieventabel die met een wachtwoord is gemaild.",
        "Open het bestand in Excel. Kies Bestand > Info > Werkmap beveiligen > Versleutelen met wachtwoord, "
        "maak het vak leeg, en sla een kopie op.",
    ),
    Soort(
        "RP024",
        "fout",
        "Een Excel-bestand is beveiligd met een vertrouwelijkheidslabel",
        "Uw organisatie heeft het bestand versleuteld: alleen wie is aangemeld en rechten heeft, kan het openen. "
        "Het programma kan dat niet.",
        "Een werkmap met het label 'Vertrouwelijk'.",
        "Open het bestand in Excel. Kies Start > Gevoeligheid, neem een label zonder versleuteling, "
        "en sla een kopie op. Mag dat niet? Vraag de eigenaar om een kopie zonder beveiliging.",
    ),
    Soort(
        "RP025",
        "fout",
        "Een Excel-bestand is van een soort die we niet lezen",
        "Excel kan werkmappen ook binair opslaan (.xlsb), of als 'Strict Open XML'. Die twee lezen we niet.",
        "producten.xlsb",
        _OPSLAAN,
    ),
    Soort(
        "RP026",
        "fout",
        "Een Excel- of CSV-bestand is te groot",
        "Een productcodetabel is klein. Een bestand dat uitgepakt honderden MB wordt, is bijna altijd een vergissing, "
        "of gemaakt om een computer te laten vastlopen.",
        "Een bestand van 1 MB dat uitgepakt 1.000 MB is.",
        "Kopieer alleen de tabel naar een nieuwe werkmap, en gebruik die.",
    ),
    Soort(
        "RP027",
        "fout",
        "In een Excel-bestand staan verwijzingen die er niet horen",
        "Binnen in het bestand worden afkortingen of andere bestanden aangeroepen (een DOCTYPE). "
        "Excel schrijft die nooit. Daarom lezen we het bestand niet.",
        "<!DOCTYPE …> in het blad.",
        "Gebruik dit bestand niet. Vraag de afzender om een nieuw bestand dat met Excel is opgeslagen.",
    ),
    Soort(
        "RP028",
        "fout",
        "Een blad heeft te veel rijen, kolommen of cellen",
        "We lezen hoogstens 50.000 gevulde rijen en 400 gevulde kolommen in een blad, "
        "en 1.000.000 gevulde cellen in een bestand.",
        "Een blad waarin een formule tot de laatste rij is doorgetrokken.",
        "Verwijder de rijen en kolommen die niet bij de tabel horen, of kopieer de tabel naar een nieuwe werkmap.",
    ),
    Soort(
        "RP029",
        "fout",
        "In een Excel- of CSV-bestand staat niets",
        "Het bestand is leeg, of geen van de bladen heeft een gevulde cel.",
        "Een nieuwe werkmap die nooit is ingevuld.",
        "Controleer of u het goede bestand en het goede blad heeft gekozen.",
    ),
    Soort(
        "RP030",
        "fout",
        "Een werkmap heeft geen zichtbaar blad",
        "Alle bladen zijn verborgen. Dan kan niemand in Excel zien wat u invoert.",
        "Een werkmap van een programma dat alle bladen verbergt.",
        "Klik in Excel met rechts op een bladtab, kies Zichtbaar maken, en sla het bestand op.",
    ),
    Soort(
        "RP031",
        "fout",
        "In een cel staat een formule",
        "Een formule kan een andere uitkomst geven zodra er elders iets verandert. "
        "Daarom nemen we geen formules over, tenzij u daarom vraagt.",
        "=D17*1,03 in de kolom met tarieven.",
        "Kopieer de cellen en plak ze als waarden. "
        "Of laat de uitkomsten lezen die Excel het laatst heeft opgeslagen: --formules waarde.",
    ),
    Soort(
        "RP032",
        "fout",
        "Een formule heeft geen opgeslagen uitkomst",
        "U liet de uitkomsten van formules lezen. Bij deze formule staat er geen in het bestand. "
        "Het programma rekent zelf geen formules uit.",
        "Een werkmap die door een ander programma is gemaakt en nooit in Excel is geopend.",
        "Open het bestand in Excel, sla het op, en probeer het opnieuw.",
    ),
    Soort(
        "RP033",
        "waarschuwing",
        "Bij een datum staat ook een tijd",
        "In deze cel staat een dag met een tijd erbij. Een productcodetabel kent alleen dagen. "
        "We lezen de dag en laten de tijd weg.",
        "1 januari 2026 om 13:30.",
        "Typ alleen de dag.",
    ),
    Soort(
        "RP034",
        "fout",
        "Dit blad staat niet in het bestand",
        "U noemde een blad dat we in het bestand niet vinden. Elke werkmap heeft eigen namen voor de bladen.",
        "'Tarieven 2026' terwijl het blad 'Tarieven2026' heet.",
        "Neem de naam over die in Excel onderaan op de bladtab staat.",
    ),
    Soort(
        "RP035",
        "fout",
        "Een onderdeel om Excel-bestanden te lezen ontbreekt",
        "Voor Excel gebruikt het programma een extra onderdeel dat niet altijd is geïnstalleerd. CSV lezen we zonder.",
        "Het programma is geïnstalleerd zonder 'tabellen'.",
        'Installeer het: pip install "regioprotocol[tabellen]". Of sla het blad in Excel op als CSV.',
    ),
    Soort(
        "RP036",
        "fout",
        "Een CSV-bestand bevat onleesbare tekens",
        "In het bestand staan tekens die geen tekst zijn. "
        "We lezen tekst in UTF-8, UTF-16 en Windows-1252 (de gewone tekens van Windows).",
        "Een plaatje met de naam producten.csv.",
        "Open het bestand in Excel en sla het op als 'CSV UTF-8'.",
    ),
    Soort(
        "RP037",
        "fout",
        "In een CSV-bestand gaat een aanhalingsteken niet dicht",
        'Een cel die met " begint, moet ook met " eindigen. Anders loopt de cel door tot het eind van het bestand.',
        'ABC01;"Begeleiding;minuut',
        'Zet een " aan het eind van de cel, of haal het teken weg. Hoort het bij de tekst? Zet het er dan twee keer.',
    ),
    Soort(
        "RP038",
        "waarschuwing",
        "Een bestand staat nog open",
        "Iemand heeft dit bestand open in Excel of LibreOffice. Wat nog niet is opgeslagen, kunnen we niet lezen.",
        "Naast producten.xlsx staat '~$producten.xlsx'.",
        "Sla het bestand op, sluit het, en probeer het opnieuw.",
    ),
)
