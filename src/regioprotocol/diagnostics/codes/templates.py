"""RP5, from RP521: Word templates for the document of a region."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

TEMPLATES = (
    Soort(
        "RP521",
        "fout",
        "Een mal is geen Word-document",
        "Een mal is een Word-document (.docx). Het programma kijkt naar de inhoud en niet naar de naam. "
        "Een oud Word-document (.doc) of een sjabloon met macro's lezen we niet.",
        "Een PDF met de naam mal.docx.",
        "Open uw mal in Word. Kies Bestand > Opslaan als, en dan 'Word-document (*.docx)'.",
    ),
    Soort(
        "RP522",
        "fout",
        "Een mal is beschadigd",
        "Er ontbreekt iets in het bestand, of de inhoud klopt niet. Vaak is het niet helemaal gedownload.",
        "Een bijlage waarvan de download halverwege stopte.",
        "Haal het bestand opnieuw op. Lukt dat niet? Open het in Word, laat het herstellen en sla het op als .docx.",
    ),
    Soort(
        "RP523",
        "fout",
        "Een mal is beveiligd",
        "Het bestand is versleuteld, met een wachtwoord of met een vertrouwelijkheidslabel. "
        "Het programma vraagt nooit om wachtwoorden.",
        "Een huisstijl met het label 'Vertrouwelijk'.",
        "Sla in Word een kopie op zonder wachtwoord en zonder label, en gebruik die.",
    ),
    Soort(
        "RP524",
        "fout",
        "Een mal vraagt om iets wat we niet kennen",
        "Tussen dubbele accolades staat in een mal de naam van wat er moet komen. Deze naam kennen we niet. "
        "Alleen deze namen kunnen: titel, naam, ondertitel, regio, versie, status, geldt_vanaf, vastgesteld_op, "
        "besluit, gemeenten, stand, release, digest, weergave, waarschuwingen, kenmerken, inhoudsopgave en inhoud.",
        "{{ verzie }}",
        "Verbeter de naam in de mal.",
    ),
    Soort(
        "RP525",
        "fout",
        "Accolades in een mal kloppen niet",
        "In een mal staan tussen dubbele accolades alleen namen. Voorwaarden, herhalingen en berekeningen kunnen niet.",
        "{% if versie %} of {{ versie }",
        "Schrijf alleen een naam tussen dubbele accolades, zoals {{ versie }}.",
    ),
    Soort(
        "RP526",
        "fout",
        "Een mal heeft geen plek voor het protocol",
        "Op de plek van {{ inhoud }} komt het hele protocol: alle delen, de ondertekening en de bijlagen.",
        "Een mal met alleen een voorblad.",
        "Zet in de mal een alinea met alleen {{ inhoud }}.",
    ),
    Soort(
        "RP527",
        "waarschuwing",
        "Een mal toont niet welke versie het is",
        "Van een document dat partijen tekenen, hoort vast te staan van welke versie en van welke gegevens het is.",
        "Een voettekst zonder {{ versie }} en {{ digest }}.",
        "Zet {{ versie }} en {{ digest }} in de voettekst van de mal.",
    ),
    Soort(
        "RP528",
        "fout",
        "Een mal is te groot of niet veilig",
        "Een mal is hooguit enkele MB groot. Een bestand dat uitgepakt veel groter wordt, of dat naar andere bestanden "
        "verwijst (een DOCTYPE), is bijna altijd een vergissing, of gemaakt om een computer te laten vastlopen.",
        "Een bestand van 1 MB dat uitgepakt 1.000 MB is.",
        "Gebruik dit bestand niet. Maak de mal opnieuw in Word.",
    ),
)
