"""RP3: layers and time. Afspraken that clash with each other, with the standard or with the calendar."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

LAYERS = (
    Soort(
        "RP301",
        "fout",
        "Twee afspraken kunnen niet samen",
        "Deze twee afspraken kunnen op dezelfde dag en voor dezelfde cliënt gelden, maar zeggen iets anders. "
        "Geen van de twee is specifieker dan de andere.",
        "Voor crisis staat in vot.yaml 3 werkdagen, en in extra.yaml 5 werkdagen.",
        "Kies er één, schrijf erbij voor wie de tweede geldt, of zet 'voorrang: 1' bij de afspraak die moet winnen.",
    ),
    Soort(
        "RP302",
        "waarschuwing",
        "Een afspraak zegt niets nieuws",
        "Deze afspraak is gelijk aan wat zonder haar ook al geldt.",
        "In de regio staat 5 werkdagen, en landelijk ook.",
        "U kunt haar weghalen. Dan verandert uw protocol vanzelf mee als de landelijke regel verandert.",
    ),
    Soort(
        "RP303",
        "waarschuwing",
        "Een afspraak bedekt een uitzondering van een lagere laag",
        "Uw afspraak geldt voor meer gevallen dan de uitzondering eronder. Die uitzondering geldt nu niet meer.",
        "De regio zegt 10 werkdagen voor iedereen; landelijk geldt bij terugwerkende kracht iets anders.",
        "Is dat de bedoeling? Laat het zo. Anders: schrijf de uitzondering ook op, of beperk uw afspraak met 'als'.",
    ),
    Soort(
        "RP304",
        "waarschuwing",
        "Een afspraak mag landelijk niet",
        "Een bindende landelijke regel zegt iets anders. De landelijke regel wint. Wat de regio zegt, blijft te zien.",
        "Een startbericht als voorwaarde voor betaling (OP364).",
        "Haal de afspraak weg. Kan dat nog niet? Schrijf bij 'erkend' op waarom, en tot welke datum.",
    ),
    Soort(
        "RP305",
        "waarschuwing",
        "Een afspraak is verouderd",
        "Sinds een nieuwe release van iWmo en iJw geldt landelijk iets anders, en daarvan mag een regio niet afwijken.",
        "Eerst verwijderen en dan opnieuw stoppen: sinds release 3.2 is dat niet meer nodig.",
        "Pas de afspraak aan, of laat haar eindigen op de dag voor de release.",
    ),
    Soort(
        "RP306",
        "waarschuwing",
        "Een erkenning is niet meer nodig of verlopen",
        "Bij deze afspraak staat 'erkend', maar er is geen strijd meer, of de datum is voorbij.",
        "erkend: { reden: …, tot: 2025-01-01 } terwijl het 2026 is.",
        "Haal de erkenning weg, of de afspraak.",
    ),
    Soort(
        "RP307",
        "fout",
        "Een gemeente doet in twee regio's mee",
        "Voor hetzelfde domein en perceel kan een gemeente op één dag maar bij één regio horen.",
        "Gemeente 0232 staat voor Jw in twee regio's.",
        "Beëindig de deelname in een van de twee regio's.",
    ),
    Soort(
        "RP308",
        "fout",
        "De soort afspraak past niet",
        "Een invulling hoort bij iets wat landelijk open is. Zegt de standaard al iets, dan is het een afwijking. "
        "Bij een regel die een regio alleen mag aanvullen, kan geen afwijking staan.",
        "'soort: invulling' bij een termijn die landelijk vaststaat.",
        "Verander de soort in wat de melding zegt.",
    ),
    Soort(
        "RP309",
        "fout",
        "Een versie heeft geen datum, of twee versies gelden tegelijk",
        "Bij een definitieve versie staat vanaf welke dag zij geldt. Twee versies beginnen niet op dezelfde dag.",
        "versies: twee keer 'geldt: vanaf 2024-01-01'",
        "Schrijf bij elke versie 'geldt: vanaf' met een eigen datum.",
    ),
    Soort(
        "RP310",
        "waarschuwing",
        "Er zit een gat in de tijd",
        "De ene afspraak eindigt en de volgende begint later. In de tussentijd geldt de landelijke afspraak.",
        "t/m 2024-12-31 en daarna vanaf 2025-02-01",
        "Laat de tweede afspraak beginnen op de dag na de eerste. Is het gat bedoeld? Laat het zo.",
    ),
    Soort(
        "RP311",
        "waarschuwing",
        "Een gemeente doet niet mee",
        "Een afspraak noemt een gemeente die in deze regio niet meedoet. De afspraak geldt dan voor niemand.",
        "als: { gemeente: '0363' } terwijl die gemeente niet bij 'deelname' staat.",
        "Verbeter de code, of voeg de gemeente toe aan 'deelname' in regio.yaml.",
    ),
    Soort(
        "RP312",
        "fout",
        "Een gemeente bestaat niet op die dag",
        "Gemeenten worden samengevoegd. Deze deelname gaat over dagen waarop de gemeente niet bestaat.",
        "Deelname vanaf 2024 van een gemeente die in 2023 is opgegaan in een andere.",
        "Verbeter de periode, of gebruik de code van de nieuwe gemeente.",
    ),
)
