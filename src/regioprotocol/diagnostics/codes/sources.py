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
)
