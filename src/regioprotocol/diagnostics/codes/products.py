"""RP4: product code tables. Mistakes here mean rejected declarations."""

from __future__ import annotations

from regioprotocol.diagnostics.melding import Soort

PRODUCTS = (
    Soort(
        "RP401",
        "fout",
        "De categorie past niet bij de productcode",
        "De eerste twee tekens van een productcode zijn de productcategorie.",
        "code: '45A01' met categorie: '46'",
        "Verbeter de code of de categorie.",
        "TR381",
    ),
    Soort(
        "RP402",
        "fout",
        "De categorie past niet bij de wet",
        "Categorieën van de Jeugdwet staan in JZ020, die van de Wmo in WMO020.",
        "categorie '45' bij wet Wmo",
        "Verbeter de categorie of de wet.",
        "TR381",
    ),
    Soort(
        "RP403",
        "fout",
        "Een product of tarief staat er dubbel",
        "Voor één code, kenmerk en dag kan maar één tarief gelden.",
        "Twee tarieven vanaf 2026-01-01 bij dezelfde code.",
        "Laat het eerste tarief eindigen op de dag voor het tweede.",
        "TR418",
    ),
    Soort(
        "RP404",
        "waarschuwing",
        "Een code of tarief is onbekend",
        "In een tabel die geldt, horen code en tarief ingevuld te zijn.",
        "tarief: onbekend",
        "Vul de waarde in, of geef de tabel de status voorbeeld of concept.",
    ),
    Soort(
        "RP405",
        "fout",
        "Een tarief klopt niet",
        "Een tarief is niet negatief en heeft hoogstens twee cijfers achter de punt.",
        "bedrag: 82.505",
        "Rond af op centen.",
        "TR418",
    ),
    Soort(
        "RP406",
        "fout",
        "Zo kan dit product niet gedeclareerd worden",
        "De eenheid van de declaratie is gelijk aan die van de toewijzing. Alleen uren mag u in minuten declareren.",
        "eenheid: '14' met declaratie_eenheid: '04'",
        "Kies een paar dat landelijk mag (TR341).",
        "TR341",
    ),
    Soort(
        "RP407",
        "fout",
        "Deze frequentie kan niet bij deze eenheid en variant",
        "Niet elke combinatie van variant, eenheid en frequentie is toegestaan.",
        "Per dag bij eenheid etmaal.",
        "Kies een frequentie die bij de eenheid hoort.",
    ),
    Soort(
        "RP408",
        "fout",
        "De code waarnaar een product verwijst bestaat niet",
        "'vervangt', 'hoofdcode', 'delen' en 'combinaties' noemen codes uit dezelfde tabel.",
        "vervangt: ['45A99']",
        "Verbeter de code of voeg de code toe.",
    ),
    Soort(
        "RP409",
        "waarschuwing",
        "Een product per week heeft geen einde",
        "Een toewijzing per week moet een einddatum hebben. Uit deze tabel volgt er geen: het product heeft geen "
        "maximale duur, en de regio spreekt er geen af.",
        "frequenties: ['2'] zonder maximale_duur",
        "Voeg 'maximale_duur' toe aan het product, of spreek een maximale duur af voor de hele regio.",
    ),
    Soort(
        "RP410",
        "fout",
        "De delen van een product zijn samen geen 100%",
        "Een product in delen wordt in stukken gedeclareerd. Samen zijn die het hele tarief.",
        "delen van 70 en 20",
        "Verbeter de percentages.",
    ),
)
