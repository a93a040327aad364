"""RP5: sources. Where an afspraak comes from."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

SOURCES = (
    Soort(
        "RP501",
        "fout",
        "Een bron is niet te herkennen",
        "Een bron noemt een document uit het register met de paragraaf, of het nummer van een landelijke regel.",
        "bron: 17",
        "Schrijf bijvoorbeeld: Annex 4, hoofdstuk 4. Of: OP271.",
    ),
    Soort(
        "RP502",
        "fout",
        "Een paragraaf staat niet in het register",
        "Het document kennen we, maar deze paragraaf niet.",
        "bron: Annex 4, hoofdstuk 40",
        "Verbeter de paragraaf, of voeg haar toe aan bronnen.yaml.",
    ),
    Soort(
        "RP503",
        "fout",
        "Een hoofdstuk haalt een regel aan die niet bestaat",
        "Tussen dubbele accolades staat de naam van een regel. Op die plek komt de waarde van de regel te staan.",
        "{{vot.indientermjn}}",
        "Verbeter de naam van de regel.",
    ),
    Soort(
        "RP504",
        "waarschuwing",
        "In een hoofdstuk staat een termijn als gewone tekst",
        "Een getypte termijn verandert niet mee als de afspraak verandert. Dan spreekt de tekst de afspraak tegen.",
        "'De aanbieder stuurt de VOT binnen 5 werkdagen.'",
        "Haal de waarde aan met de naam van de regel: {{vot.indientermijn}}.",
    ),
    Soort(
        "RP505",
        "waarschuwing",
        "Een alinea van de bron komt nergens terug",
        "Elke alinea van het brondocument hoort te landen: in een afspraak, een hoofdstuk of een route. "
        "Of zij staat bij 'weggelaten', met een reden.",
        "A4-099 staat nergens onder 'dekt'.",
        "Zet het nummer bij 'dekt' van de afspraak of het hoofdstuk, of bij 'weggelaten' met een reden.",
    ),
)
