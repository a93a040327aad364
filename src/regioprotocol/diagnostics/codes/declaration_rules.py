"""RP94x and RP95x: rules on a declaration (323), its answer (325), and the assignments it is about."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

DECLARATION_RULES = (
    Soort(
        "RP940",
        "fout",
        "De declaratieperiode klopt niet",
        "Een declaratie gaat over precies één kalendermaand, die al voorbij is.",
        "Een declaratieperiode van 1 tot en met 29 april.",
        "Vul de eerste en de laatste dag van de maand in en dien de hele declaratie opnieuw in.",
    ),
    Soort(
        "RP941",
        "fout",
        "De productperiode klopt niet",
        "De productperiode is het deel van een kalendermaand dat binnen de toewijzing valt. Op welke dag de zorg begon "
        "of stopte, maakt niet uit.",
        "Een productperiode vanaf 8 april, terwijl de toewijzing vanaf 1 januari loopt.",
        "Vul de dagen van de maand in die binnen de toewijzing vallen.",
    ),
    Soort(
        "RP942",
        "fout",
        "Deze declaratieregel staat er dubbel",
        "Per cliënt, toewijzing, product en maand is er één declaratieregel. Elke regel heeft een eigen "
        "referentienummer.",
        "Twee regels voor dezelfde toewijzing over april: één per week in plaats van één per maand.",
        "Tel de regels bij elkaar op, of geef de regel een eigen nummer.",
    ),
    Soort(
        "RP943",
        "fout",
        "In deze eenheid kunt u hier niet declareren",
        "De eenheid in de declaratie past bij de eenheid in de toewijzing. Soms heeft de regio zelf gekozen.",
        "Een declaratie in uren in een regio die uren toewijst en minuten wil zien.",
        "Reken om naar de goede eenheid en dien de declaratieregel opnieuw in.",
    ),
    Soort(
        "RP944",
        "fout",
        "Het bedrag klopt niet",
        "Het ingediende bedrag is het volume maal het tarief. Bij minuten op een uurtarief is het: uurtarief maal "
        "minuten gedeeld door 60, en pas aan het einde afgerond.",
        "240 minuten bij een uurtarief van € 87,24 is € 348,96, niet 240 maal € 1,45.",
        "Reken het bedrag opnieuw uit en dien de declaratieregel opnieuw in.",
    ),
    Soort(
        "RP945",
        "fout",
        "Het tarief klopt niet",
        "Het tarief in de declaratie is het tarief dat in het contract staat, op de dagen van de productperiode. Bij "
        "euro's blijft het tarief leeg.",
        "In januari is nog het tarief van vorig jaar gebruikt.",
        "Dien de declaratieregel opnieuw in met het tarief uit het contract.",
    ),
    Soort(
        "RP946",
        "fout",
        "Het totaal klopt niet",
        "Het totaalbedrag is de som van alle declaratieregels. Credits gaan eraf.",
        "Een totaal waarin de credits zijn opgeteld.",
        "Tel de bedragen opnieuw op en dien de hele declaratie opnieuw in.",
    ),
    Soort(
        "RP947",
        "fout",
        "Dit kunt u zo niet crediteren",
        "U crediteert een goedgekeurde regel, één keer, met dezelfde gegevens, een nieuw referentienummer en het oude "
        "nummer als vorig referentienummer.",
        "Een credit op een regel die is afgekeurd.",
        "Controleer welke regel u wilt crediteren, en of die is goedgekeurd.",
    ),
    Soort(
        "RP948",
        "fout",
        "Het volume is te hoog",
        "U declareert meer dan er is toegewezen, voor deze maand of voor de hele toewijzing.",
        "40 uur in een maand waarin 5 weken van 4 uur vallen.",
        "Controleer het volume. Is er meer zorg nodig? Vraag dan eerst een andere toewijzing aan.",
    ),
    Soort(
        "RP949",
        "fout",
        "De declaratieregel past niet bij de toewijzing",
        "Product en periode van een declaratieregel passen bij de toewijzing waarnaar het nummer verwijst.",
        "Een productcode die een andere is dan in de toewijzing.",
        "Controleer het toewijzingsnummer en wat er in de toewijzing staat.",
    ),
    Soort(
        "RP950",
        "fout",
        "Het budget is op",
        "Alles wat op een toewijzing met een budget is gedeclareerd, past samen binnen dat budget.",
        "€ 1.050 op een budget van € 1.000.",
        "Is het budget te laag? Vraag dan eerst een hoger budget aan.",
    ),
    Soort(
        "RP951",
        "fout",
        "Het declaratie-antwoord klopt niet",
        "Wat is toegekend en wat is afgekeurd, is samen wat is ingediend. Alleen afgekeurde regels staan in het "
        "antwoord, zoals ze zijn ingediend.",
        "Een toegekend bedrag dat niet past bij de afgekeurde regels.",
        "Neem contact op met de gemeente die het antwoord stuurde.",
    ),
    Soort(
        "RP952",
        "waarschuwing",
        "Dit is afgekeurd",
        "De gemeente heeft een deel van de declaratie afgekeurd. Het niveau waarop dat staat, bepaalt wat u opnieuw "
        "indient.",
        "Een retourcode bij één declaratieregel: alleen die regel is afgekeurd.",
        "Verbeter wat is afgekeurd en dien dat opnieuw in.",
    ),
    Soort(
        "RP953",
        "fout",
        "Deze regel is al gedeclareerd",
        "Voor dezelfde toewijzing, hetzelfde product en dezelfde periode is er al een regel. Een andere mag pas als de "
        "eerste is afgekeurd of gecrediteerd.",
        "Een correctie op een goedgekeurde regel zonder credit.",
        "Crediteer eerst de oude regel. Dat mag in hetzelfde bericht.",
    ),
)
