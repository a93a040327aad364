"""RP471 and RP440: product tables in time. What follows what, which codes hold on a day, and what was published."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

PRODUCT_HISTORY = (
    Soort(
        "RP471",
        "waarschuwing",
        "Een opgevolgde code blijft nieuw toe te wijzen",
        "Een nieuwe code vervangt een oude, maar op dezelfde dag kan de gemeente ze allebei toewijzen. "
        "Dan weet niemand welke de goede is. Op lopende toewijzingen blijft de oude code wel gelden.",
        "45B02 vanaf 2026-01-01 met vervangt: ['45B01'], terwijl 45B01 geen einddatum heeft.",
        "Laat de oude code eindigen op de dag voor de nieuwe: 'geldig: … t/m …'.",
    ),
    Soort(
        "RP472",
        "fout",
        "Een code is korter te declareren dan toe te wijzen",
        "Bij 'geldig' staat tot wanneer de gemeente een code nieuw kan toewijzen. Bij 'declareren' staat tot wanneer "
        "de aanbieder op lopende toewijzingen declareert. Dat kan niet eerder zijn.",
        "geldig: t/m 2026-12-31 met declareren: t/m 2026-06-30",
        "Verbeter een van de twee dagen, of haal 'declareren' weg.",
    ),
    Soort(
        "RP473",
        "fout",
        "Codes vervangen elkaar in een kring",
        "Een code kan niet zichzelf vervangen, ook niet via andere codes.",
        "45A01 vervangt 45A02, en 45A02 vervangt 45A01.",
        "Haal een van de codes weg bij 'vervangt'.",
    ),
    Soort(
        "RP474",
        "fout",
        "Een landelijke code geldt niet op elke dag van dit product",
        "Landelijke codelijsten veranderen. Een categorie, eenheid of frequentie moet in de lijst staan op elke dag "
        "waarop het product toe te wijzen is. Anders wordt het bericht afgekeurd.",
        "Een product vanaf 2025-01-01 met een eenheid die pas vanaf 2026-01-01 in WJ756 staat.",
        "Verbeter de code of de periode van het product. Verandert de code? Begin dan een nieuw product.",
    ),
    Soort(
        "RP475",
        "waarschuwing",
        "Een landelijke code houdt op",
        "De code staat nu nog in de landelijke lijst, maar straks niet meer. Het product loopt dan door.",
        "Een product zonder einddatum met een frequentie die landelijk geldt tot en met 2027-12-31.",
        "Laat het product eindigen op de laatste dag van de landelijke code, en begin op tijd een opvolger.",
    ),
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
