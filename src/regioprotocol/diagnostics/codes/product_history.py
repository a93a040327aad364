"""RP440: product tables against what was published."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

PRODUCT_HISTORY = (
    Soort(
        "RP440",
        "fout",
        "Een productcode is met terugwerkende kracht veranderd",
        "Deze code was gepubliceerd voor dagen die nu voorbij zijn. In de nieuwe tabel geldt zij toen niet meer. "
        "Landelijk mag een code niet met terugwerkende kracht veranderen: wie toen leverde, kan nu niet declareren.",
        "Gepubliceerd: geldig vanaf 2025-01-01. Nu: geldig 2025-01-01 t/m 2025-06-30, terwijl het al 2026 is.",
        "Zet de gepubliceerde periode terug. Laat de code eindigen op vandaag of later.",
    ),
    Soort(
        "RP441",
        "fout",
        "Een eenheid, categorie of wet is met terugwerkende kracht veranderd",
        "Declaraties over dagen die voorbij zijn, gaan volgens wat toen was gepubliceerd. Met de nieuwe waarde "
        "worden ze afgekeurd.",
        "eenheid: '04' werd eenheid: '01' bij een product dat al een jaar geldt.",
        "Laat het oude product staan en laat het eindigen. Begin daarna een nieuw product met de nieuwe waarde.",
    ),
    Soort(
        "RP442",
        "fout",
        "Een tarief is met terugwerkende kracht veranderd",
        "Voor dagen die voorbij zijn, was een ander tarief gepubliceerd. Aanbieders hebben daarmee gedeclareerd.",
        "Gepubliceerd: 84.00 vanaf 2026-01-01. Nu: 84.30 vanaf 2026-01-01, terwijl het al juni 2026 is.",
        "Laat het oude tarief staan, en begin het nieuwe op een dag die nog komt. Was het oude tarief een fout? "
        "Schrijf dan bij het nieuwe: correctie: { was: 84.00, reden: … }.",
    ),
    Soort(
        "RP443",
        "waarschuwing",
        "Een tarief is gecorrigeerd",
        "Voor dagen die voorbij zijn, was een ander tarief gepubliceerd. Bij het nieuwe tarief staat waarom het "
        "verandert.",
        "{ geldig: vanaf 2026-01-01, bedrag: 84.30, correctie: { was: 84.00, reden: Tikfout in het besluit } }",
        "Publiceer de tabel opnieuw, en vertel de aanbieders wat zij met oude declaraties doen.",
    ),
    Soort(
        "RP444",
        "fout",
        "Een gepubliceerde productcode is weg",
        "Een code die gegolden heeft, blijft in de tabel staan. Lopende toewijzingen en correcties gebruiken haar nog.",
        "45B01 stond in de gepubliceerde tabel, en staat nu nergens meer.",
        "Zet de code terug en geef haar een einddatum: 'geldig: … t/m …'.",
    ),
    Soort(
        "RP445",
        "waarschuwing",
        "Een code geldt ook op dagen die voorbij zijn",
        "Deze dagen waren niet gepubliceerd. Landelijk mag een code niet met terugwerkende kracht beginnen.",
        "Een nieuwe code met geldig: vanaf 2026-01-01, terwijl het al juni 2026 is.",
        "Laat de code beginnen op een dag die nog komt. Gold zij echt al? Dan klopte de vorige publicatie niet.",
    ),
    Soort(
        "RP446",
        "waarschuwing",
        "Een aangekondigde productcode is weg",
        "De code was gepubliceerd, maar nog niet begonnen. Aanbieders kunnen haar al hebben ingelezen of toegewezen "
        "hebben gekregen.",
        "45B03 was gepubliceerd vanaf 2027-01-01, en staat nu nergens meer.",
        "Vertel het aan de aanbieders. Is er al toegewezen met deze code? Zet haar dan terug.",
    ),
    Soort(
        "RP447",
        "waarschuwing",
        "Nieuwe productcodes zijn laat vastgesteld",
        "Landelijk is een lijst met nieuwe codes op een vaste dag klaar, zodat aanbieders haar op tijd kunnen "
        "inlezen. Kijk voor die dag bij de regel productcode.vaststellen.",
        "vastgesteld_op: 2026-12-01, met nieuwe codes vanaf 2027-01-01.",
        "Stel de lijst eerder vast, of laat de nieuwe codes later beginnen en kondig dat duidelijk aan.",
    ),
    Soort(
        "RP448",
        "waarschuwing",
        "Er staat niet bij wanneer nieuwe productcodes zijn vastgesteld",
        "In een definitieve tabel met nieuwe codes hoort de dag waarop zij zijn vastgesteld.",
        "Nieuwe codes vanaf 2027-01-01 zonder 'vastgesteld_op'.",
        "Voeg boven in de tabel 'vastgesteld_op: jjjj-mm-dd' toe.",
    ),
)
