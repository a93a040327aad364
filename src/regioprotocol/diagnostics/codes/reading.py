"""RP0: reading files. What stops a file from becoming data."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

READING = (
    Soort(
        "RP001",
        "fout",
        "Een bestand is niet te lezen",
        "Het programma kan dit bestand niet openen. Misschien is het een map, heeft u er geen rechten op, "
        "of heeft een ander programma het open.",
        "regions/mijn-regio/vot.yaml is een map in plaats van een bestand.",
        "Sluit het bestand in andere programma's. Controleer of het een gewoon bestand is dat u mag openen.",
    ),
    Soort(
        "RP002",
        "fout",
        "Een bestand heeft een verkeerde tekencodering",
        "Een protocolbestand is tekst in UTF-8. Dit bestand is in een andere codering opgeslagen. "
        "Letters als é en ë raken dan beschadigd.",
        "Een bestand dat in Kladblok is opgeslagen als 'ANSI'.",
        "Open het bestand in uw editor en sla het op als UTF-8.",
    ),
    Soort(
        "RP003",
        "fout",
        "Er staat een tab waar spaties horen",
        "Inspringen gaat in een protocolbestand met spaties. Een tab maakt onduidelijk wat waarbij hoort.",
        "Een regel die begint met een tab voor 'termijn:'.",
        "Gebruik spaties. In uw editor: Bewerken > Tabs omzetten naar spaties.",
    ),
    Soort(
        "RP004",
        "fout",
        "De opbouw van een bestand klopt niet",
        "Op deze plek kan het programma niet lezen wat bij wat hoort. Vaak ontbreekt een spatie na een "
        "dubbele punt, een aanhalingsteken aan het eind, of springt een regel te veel of te weinig in.",
        "'regel:vot.indientermijn' zonder spatie na de dubbele punt.",
        "Vergelijk de regel met de regels erboven. Zet tekst met een dubbele punt erin tussen aanhalingstekens.",
    ),
    Soort(
        "RP005",
        "fout",
        "Een sleutel staat er twee keer",
        "Binnen een onderdeel mag elke sleutel één keer voorkomen. Anders is niet duidelijk welke waarde geldt.",
        "Twee keer 'termijn:' in dezelfde afspraak.",
        "Haal een van de twee weg. Zijn het twee afspraken? Begin de tweede dan met een eigen streepje.",
    ),
    Soort(
        "RP006",
        "fout",
        "Een bestand gebruikt een verwijzing (& of *)",
        "Een woord dat met & of * begint is in dit soort bestanden een verwijzing naar een andere plek. "
        "Dat staan we niet toe: een lezer ziet dan niet wat er staat.",
        "'bron: *annex'",
        "Schrijf de tekst voluit. Hoort het teken bij de tekst? Zet dan aanhalingstekens om de tekst.",
    ),
    Soort(
        "RP007",
        "fout",
        "Een bestand is te groot",
        "Een protocolbestand is hoogstens 4 MB. Een groter bestand is bijna altijd per ongeluk in de map gezet.",
        "Een export van 50 MB met de naam producten.yaml.",
        "Haal het bestand uit de map, of verdeel het over meer bestanden.",
    ),
    Soort(
        "RP008",
        "fout",
        "Een bestand is te diep genest",
        "Onderdelen zitten te diep in elkaar. Een gewoon protocolbestand gaat niet dieper dan zes lagen.",
        "Honderd haken achter elkaar.",
        "Kijk of er een haak te veel staat.",
    ),
    Soort(
        "RP009",
        "fout",
        "Een bestand bevat onleesbare tekens",
        "In het bestand staan tekens die geen tekst zijn. Meestal is het een ander soort bestand "
        "(zoals Word of Excel) met de verkeerde naam.",
        "Een Excel-bestand met de naam vot.yaml.",
        "Verwijder de tekens, of haal het bestand uit de map.",
    ),
    Soort(
        "RP010",
        "waarschuwing",
        "Een bestand lijkt een kopie of overblijfsel",
        "Dit bestand lezen we niet, want de naam lijkt op die van een kopie of een tijdelijk bestand.",
        "'vot - Kopie.yaml' of '~$vot.yaml'; of een bestand op .yml in plaats van .yaml.",
        "Verwijder het bestand, of geef het een gewone naam die eindigt op .yaml.",
    ),
    Soort(
        "RP011",
        "fout",
        "Een bestand bevat resten van een samenvoeging",
        "Twee mensen hebben dit bestand tegelijk veranderd. De strepen <<<<<<< en >>>>>>> laten zien "
        "waar de twee versies verschillen.",
        "<<<<<<< HEAD",
        "Kies per stuk welke versie moet blijven. Haal de andere versie en de strepen weg.",
    ),
    Soort(
        "RP012",
        "fout",
        "Er is geen map met regio's",
        "Een werkmap heeft een map 'regions' met een map per regio, en een map 'productcodes'.",
        "U gaf de map van één regio op in plaats van de map daarboven.",
        "Geef de map op waarin 'regions' staat.",
    ),
    Soort(
        "RP013",
        "fout",
        "Een bestand is leeg of bevat meer dan één document",
        "Een protocolbestand bevat precies één document. Een regel met alleen '---' begint een tweede.",
        "Een leeg bestand, of twee keer '---'.",
        "Vul het bestand, verwijder het, of haal de regel '---' weg.",
    ),
    Soort(
        "RP014",
        "fout",
        "Een hoofdstuk heeft geen kop",
        "Een hoofdstuk (.md) begint met een blok tussen twee regels met drie streepjes. Daarin staan titel en bron.",
        "Een hoofdstuk dat meteen met de tekst begint.",
        "Begin met ---, dan 'titel:' en 'bron:', dan weer ---, en daaronder de tekst.",
    ),
    Soort(
        "RP015",
        "fout",
        "Hier staan gekrulde aanhalingstekens",
        "Word maakt van rechte aanhalingstekens gekrulde. In een protocolbestand betekenen die niets.",
        "gemeente: \u20180200\u2019",
        "Typ een recht teken: '0200'.",
    ),
    Soort(
        "RP016",
        "waarschuwing",
        "De map met de landelijke regels is niet compleet",
        "De landelijke regels zitten in het programma. Een eigen map 'protocols' telt alleen als zij compleet is, "
        "met de map 'woordenboek' erin. Anders gebruiken we de regels van het programma.",
        "Een map 'protocols' met alleen een eigen bestand erin.",
        "Haal de map weg. Uw eigen afspraken horen in de map van uw regio, onder 'regions'.",
    ),
)
