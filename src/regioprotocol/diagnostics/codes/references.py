"""RP2: references. A name that points at something which is not there."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

REFERENCES = (
    Soort(
        "RP201",
        "fout",
        "Een regel kennen we niet",
        "Een afspraak gaat over een regel uit de landelijke catalogus, of over een eigen regel van de regio.",
        "'regel: vot.indientermjn'",
        "Verbeter de naam. Is het echt een nieuwe regel? Beschrijf hem dan in regels.yaml van uw regio.",
    ),
    Soort(
        "RP202",
        "fout",
        "Een gemeente kennen we niet",
        "Deze code staat niet in de lijst van gemeenten.",
        "gemeente: '0299'",
        "Zoek de code van de gemeente op en verbeter hem.",
    ),
    Soort(
        "RP203",
        "fout",
        "Een naam staat er twee keer",
        "Deze naam moet uniek zijn, maar komt twee keer voor.",
        "Twee regels met de naam mijnregio.onderbouwing.",
        "Geef een van de twee een andere naam of haal hem weg.",
    ),
    Soort(
        "RP204",
        "fout",
        "Een regio kennen we niet",
        "De naam van de map, de naam in regio.yaml en de naam in de productcodetabel horen gelijk te zijn.",
        "productcodes/mijn-regio.yaml met 'regio: andere-regio'.",
        "Maak de namen gelijk.",
    ),
    Soort(
        "RP205",
        "fout",
        "Een alinea staat niet in het bronregister",
        "Onder 'dekt' staan de nummers van de alinea's die een afspraak verwerkt. Dit nummer kennen we niet.",
        "dekt: [A4-999]",
        "Verbeter het nummer of voeg de alinea toe aan het bronregister.",
    ),
    Soort(
        "RP206",
        "fout",
        "Een bericht kennen we niet",
        "Dit nummer is geen bericht van iWmo of iJw.",
        "berichten: ['399']",
        "Verbeter het nummer.",
    ),
    Soort(
        "RP207",
        "fout",
        "Een protocolversie kennen we niet",
        "De versie waarmee deze afspraak is gekomen staat niet in regio.yaml.",
        "versie: '2023' terwijl regio.yaml alleen '2024' noemt.",
        "Verbeter het nummer of voeg de versie toe aan regio.yaml.",
    ),
    Soort(
        "RP208",
        "fout",
        "Een release kennen we niet, of zijn dag is onbekend",
        "Een periode mag een release noemen als wij weten wanneer die begint of eindigt.",
        "geldig: vanaf release 4.0",
        "Gebruik een bekende release of schrijf een datum.",
    ),
    Soort(
        "RP209",
        "fout",
        "Een standaardprotocol kennen we niet",
        "Een regio volgt een of meer standaard administratieprotocollen. Deze naam kennen we niet.",
        "standaardprotocol: [inspanning]",
        "Kies: inspanningsgericht, outputgericht, taakgericht of gi.",
    ),
    Soort(
        "RP210",
        "fout",
        "Een eigen regel heeft een naam die niet van de regio is",
        "Een eigen regel begint met een voorvoegsel dat niet in de landelijke catalogus voorkomt. "
        "Zo is altijd te zien wie hem heeft gemaakt.",
        "regel: vot.extra in regions/mijn-regio/regels.yaml",
        "Begin de naam met een voorvoegsel van uw regio, zoals 'mijnregio.'.",
    ),
    Soort(
        "RP211",
        "fout",
        "Een landelijke regel kennen we niet",
        "Een lijst van retourcodes noemt bij een code het nummer van de regel. "
        "Dat nummer staat niet in de map protocols/controles.",
        "regel: TR999 bij een retourcode",
        "Verbeter het nummer. Had de regel vroeger een ander nummer? Zet dat dan bij zijn synoniemen.",
    ),
    Soort(
        "RP212",
        "fout",
        "Een landelijke regel en zijn retourcode passen niet bij elkaar",
        "De lijst van retourcodes zegt bij elke code welke regel, wet en berichten erbij horen. "
        "Bij de regel hoort hetzelfde te staan.",
        "TR418 met retourcode '0612', terwijl de lijst 0611 noemt.",
        "Volg de lijst van retourcodes. Schrijf bij de regel in een opmerking wat een andere bron zegt.",
    ),
)
