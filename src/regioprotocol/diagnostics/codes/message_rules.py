"""RP93x and RP98x: rules inside one message, and what a region says about it."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

MESSAGE_RULES = (
    Soort(
        "RP931",
        "waarschuwing",
        "Alleen landelijke regels gelden",
        "De gemeente in het bericht hoort op deze dag niet bij de regio van de parameterset, of het protocol gold nog "
        "niet. Wat de regio afspreekt, hebben we dan niet beoordeeld.",
        "Een bericht aan een gemeente van elders, beoordeeld met de set van een andere regio.",
        "Gebruik de set van de regio waar de gemeente bij hoort, of geef met --als gemeente=… een andere gemeente op.",
    ),
    Soort(
        "RP932",
        "waarschuwing",
        "Dit is niet te beoordelen",
        "Het antwoord hangt af van iets dat niet in het bericht staat, of dat de parameterset niet weet. Het bericht "
        "kan goed zijn, maar ook niet.",
        "Een VOT met verwijzer 01: dat mag alleen met een open beschikking.",
        "Ga na wat er aan de hand is. Wat u weet, staat niet in het bericht.",
    ),
    Soort(
        "RP933",
        "fout",
        "Dit bericht mag hier niet",
        "De regio of het standaard administratieprotocol laat dit bericht hier niet toe, om de wet, de "
        "situatie of de verwijzer.",
        "Een WMO317 aan een gemeente die wijzigingen alleen van de cliënt zelf aanneemt.",
        "Stuur dit bericht niet. In de melding staat wat u wel kunt doen.",
    ),
    Soort(
        "RP934",
        "fout",
        "Een veld is leeg of juist gevuld",
        "Dit veld moet hier gevuld zijn, of moet hier leeg blijven.",
        "Een VOT zonder einddatum in een regio waar de einddatum verplicht is.",
        "Vul het veld, of laat het weg, en stuur het bericht opnieuw.",
    ),
    Soort(
        "RP935",
        "fout",
        "Dit product kan hier niet",
        "De productcode staat niet in de tabel van de regio, hoort bij een andere categorie of wet, of geldt op deze "
        "dag niet.",
        "Productcode '45B01' met een ingangsdatum na de laatste dag van dat product.",
        "Gebruik een productcode die op die dag in de tabel van de regio staat.",
    ),
    Soort(
        "RP936",
        "fout",
        "De eenheid of frequentie kan hier niet",
        "Niet elke eenheid en frequentie past bij dit product, dit niveau en deze uitvoeringsvariant.",
        "Per dag bij de eenheid etmaal.",
        "Kies een eenheid en frequentie die wel mogen en stuur het bericht opnieuw.",
    ),
    Soort(
        "RP937",
        "fout",
        "Deze datum kan niet",
        "De datum ligt te vroeg of te laat, gemeten aan een andere datum in het bericht of aan vandaag.",
        "Een dagtekening in de toekomst.",
        "Verbeter de datum en stuur het bericht opnieuw.",
    ),
    Soort(
        "RP938",
        "fout",
        "Dit staat er dubbel",
        "Een regel, nummer of product komt vaker voor in een bericht, of twee perioden van een product overlappen.",
        "Twee toewijzingen van dezelfde productcode, allebei vanaf 1 januari zonder einddatum.",
        "Haal de dubbele regel weg of pas de perioden aan.",
    ),
    Soort(
        "RP939",
        "fout",
        "Deze code mag hier niet",
        "De code bestaat, maar mag niet in dit bericht, bij deze wet, op deze dag of bij wat er verder staat.",
        "Status 2 in een startbericht.",
        "Kies een andere code en stuur het bericht opnieuw.",
    ),
    Soort(
        "RP980",
        "fout",
        "De toewijzing duurt te lang",
        "Een toewijzing mag in deze regio of voor dit product niet langer duren dan afgesproken.",
        "Een toewijzing van twee jaar waar één jaar is afgesproken.",
        "Kies een eerdere einddatum.",
    ),
    Soort(
        "RP981",
        "fout",
        "Het verzoek is niet goed samengesteld",
        "Een VOW noemt minstens één product dat er al is en minstens één verandering. Niet elk product kan met elk "
        "ander product samen.",
        "Een VOW met alleen producten die hetzelfde blijven.",
        "Vul het verzoek aan, of stuur een ander bericht.",
    ),
    Soort(
        "RP982",
        "fout",
        "Een adres of contact is niet volledig",
        "Van een cliënt is minstens één adres bekend. Bij een contact staat een telefoonnummer, of een huisnummer met "
        "een postcode.",
        "Een contact met alleen een mailadres.",
        "Vul het adres of het telefoonnummer aan en stuur het bericht opnieuw.",
    ),
    Soort(
        "RP983",
        "waarschuwing",
        "Let op: dit is ongebruikelijk",
        "Het bericht is hierom niet fout, maar vaak is er iets vergeten of verwisseld.",
        "Een startbericht over een dag die nog moet komen.",
        "Controleer of dit de bedoeling is.",
    ),
    Soort(
        "RP984",
        "fout",
        "Dit niveau van toewijzen kan hier niet",
        "Een toewijzing is specifiek (categorie en code), aspecifiek (alleen categorie) of generiek (geen product). "
        "Niet elke regio gebruikt alle drie.",
        "Een toewijzing zonder productcode in een regio die alleen specifiek toewijst.",
        "Vul categorie en productcode.",
    ),
    Soort(
        "RP985",
        "waarschuwing",
        "Er zijn meer meldingen",
        "Een bericht met heel veel meldingen tonen we niet helemaal.",
        "Een declaratie waarin in elke regel hetzelfde mis is.",
        "Verbeter eerst wat u ziet en controleer het bericht daarna opnieuw.",
    ),
)
