"""RP96x and RP97x: rules between messages of one series, and what was not on time."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

SERIES_RULES = (
    Soort(
        "RP960",
        "fout",
        "Het start- of stopbericht past niet bij de toewijzing",
        "Een start of stop hoort bij een toewijzing: hetzelfde nummer, hetzelfde product, en een begindatum binnen de "
        "periode van de toewijzing.",
        "Een JW305 met toewijzing 586957, terwijl de gemeente alleen 586955 en 586956 heeft gestuurd.",
        "Neem nummer en product over uit de toewijzing (301). Klopt de toewijzing niet? Neem contact op met de "
        "gemeente.",
    ),
    Soort(
        "RP961",
        "fout",
        "Start en stop passen niet bij elkaar",
        "Elke stop hoort bij de laatste start, en per toewijzing loopt er één start tegelijk.",
        "Een stop met begindatum 20 oktober, terwijl de zorg op 29 oktober is gestart.",
        "Kijk welke start en stop u al heeft gestuurd. Verwijder wat fout was en stuur het goede bericht.",
    ),
    Soort(
        "RP962",
        "fout",
        "Er ontbreekt een toewijzing in het bericht",
        "In een toewijzingsbericht staan alle toewijzingen van deze cliënt bij deze aanbieder die nog gelden, en alle "
        "die zijn veranderd.",
        "Een nieuwe toewijzing voor begeleiding, zonder de hulp bij het huishouden die nog doorloopt.",
        "Stuur het toewijzingsbericht opnieuw, met alle toewijzingen die gelden.",
    ),
    Soort(
        "RP963",
        "fout",
        "De toewijzing past niet bij de vorige",
        "Sommige wijzigingen gaan op het oude nummer, voor andere komt er een nieuwe toewijzing.",
        "Van 2 naar 1 uur per week op hetzelfde toewijzingsnummer.",
        "Sluit de oude toewijzing af en stuur een nieuwe, of pas juist de bestaande aan. In de melding staat welk van "
        "de twee.",
    ),
    Soort(
        "RP964",
        "fout",
        "Het verzoek past niet bij de toewijzingen",
        "Een verzoek om wijziging noemt alle toewijzingen die nog gelden: gelijk of anders. Wat er niet bij de "
        "toewijzing past, kan niet.",
        "Een VOW die één van de twee lopende toewijzingen niet noemt.",
        "Neem de lopende toewijzingen over uit het laatste toewijzingsbericht en stuur het hele verzoek opnieuw.",
    ),
    Soort(
        "RP965",
        "fout",
        "Er loopt nog een verzoek",
        "Een aanbieder heeft voor een cliënt één verzoek tegelijk in behandeling.",
        "Een VOW, terwijl de gemeente op de VOT nog niet heeft geantwoord.",
        "Wacht op het antwoord op het eerste verzoek.",
    ),
    Soort(
        "RP966",
        "fout",
        "Het antwoord past niet bij het verzoek",
        "Een toewijzing of antwoordbericht noemt de referentie van het verzoek. Op een verzoek komt één antwoord; "
        "alleen na 'in onderzoek' volgt er nog een.",
        "Een 319 met een referentie die in geen enkel verzoek staat.",
        "Neem de referentie over uit het verzoek, en antwoord zoals is gevraagd.",
    ),
    Soort(
        "RP967",
        "fout",
        "Dit nummer of kenmerk is al gebruikt",
        "Een nummer of kenmerk hoort bij één bericht, verzoek, toewijzing of declaratieregel.",
        "Twee berichten van dezelfde afzender met dezelfde identificatie.",
        "Geef een nieuw nummer en stuur het bericht opnieuw.",
    ),
    Soort(
        "RP968",
        "fout",
        "De declaratie past niet bij eerdere berichten",
        "Wat u declareert, past bij de toewijzing zoals die nu is, bij wat u al heeft gedeclareerd en bij het antwoord "
        "daarop.",
        "Declareren op een toewijzing die is verwijderd.",
        "Kijk in de melding wat er niet past, en dien de regel opnieuw in.",
    ),
    Soort(
        "RP970",
        "waarschuwing",
        "Te laat",
        "Het bericht is verstuurd na de laatste dag van de termijn. Daardoor is het bericht zelf niet fout.",
        "Een startbericht van 10 november over een start op 20 oktober.",
        "Stuur het bericht toch. Neem contact op als het gevolgen heeft voor de betaling of de eigen bijdrage.",
    ),
    Soort(
        "RP971",
        "waarschuwing",
        "Er ontbreekt een bericht in de reeks",
        "Een bericht dat er op deze dag had moeten zijn, zit niet in deze reeks.",
        "De toewijzing is afgelopen en de start heeft geen stop.",
        "Is het bericht wel verstuurd? Zet het bij de reeks. Stuur het anders alsnog.",
    ),
    Soort(
        "RP972",
        "waarschuwing",
        "Dit bericht was niet nodig",
        "Volgens de afspraken hoefde u dit bericht niet te sturen.",
        "Een tijdelijke stop voor twee weken, in een regio die dat pas na een hele kalendermaand vraagt.",
        "U hoeft niets te doen. Laat het bericht de volgende keer weg.",
    ),
    Soort(
        "RP973",
        "fout",
        "Intrekken kan zo niet",
        "Een toewijzing intrekken mag niet ten koste gaan van zorg die al is geleverd of gedeclareerd.",
        "Een toewijzing met goedgekeurde declaratieregels die toch is verwijderd.",
        "Overleg met de aanbieder. Kies een einddatum na de laatste gedeclareerde dag.",
    ),
    Soort(
        "RP974",
        "fout",
        "Een regel in het bestand met tijden klopt niet",
        "In het bestand met tijden staat per regel een bericht, een gebeurtenis en een datum.",
        "Een regel met de gebeurtenis 'intak'.",
        "Verbeter de regel. De andere regels tellen wel mee.",
    ),
)
