"""The sheet 'Uitleg': what the file is, how to change it, how to bring it back, and what every column means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from regioprotocol.export.product_sheet import Productblad
from regioprotocol.export.product_workbook.measures import hoogte
from regioprotocol.export.product_workbook.style import Stijl
from regioprotocol.export.product_workbook.titles import status_zin, wat_erin_staat
from regioprotocol.model.kolommen import Kolom, Kolommen

BLAD: Final = "Uitleg"
_BREEDTES: Final = (24, 92)
Alinea = tuple[str, str]

# The first line of each part is its heading.
_WIJZIGEN: Final = """
Een nieuw tarief
Kopieer de rij van het product en voeg haar eronder in. Typ het nieuwe tarief, en bij Tarief vanaf de eerste dag.
Laat Tarief t/m leeg. Het oude tarief stopt vanzelf op de dag ervoor.

Een fout in een tarief
Verbeter het bedrag in de rij zelf. Gold dat tarief al? Dan verandert u het met terugwerkende kracht: leg vast waarom.

Een product stopt
Typ bij Geldig t/m de laatste dag, in elke rij van dat product. Haal de rij niet weg: een product dat niet in het
bestand staat, blijft zoals het is.

Een nieuw product
Typ het in de eerste lege rij onder de tabel. Volgt het een oude code op? Zet dan de oude code bij Vervangt.
Is die kolom er niet? Voeg rechts een kolom toe met die naam erboven.

Een lege cel
Maakt u een gevulde cel leeg? Dan vervalt wat er stond. Een kolom die u weghaalt, verandert niets.

Codes
Codes zijn tekst, zo houdt 04 zijn nul. Plakt u iets uit een ander bestand? Kies dan Plakken speciaal, Waarden.

Kiezen uit een lijst
Klik in een cel en daarna op het pijltje. De codes staan op het blad Codelijsten.
"""
_TERUG: Final = """
1. Opslaan
Sla het bestand op als Excel-werkmap (.xlsx) en sluit het.

2. Kijken
U ziet eerst alleen wat er verandert. Er wordt nog niets opgeslagen.
Typ: regioprotocol products import BESTAND.xlsx --regio {regio}

3. Opslaan in de tabel
Klopt het? Typ dezelfde opdracht met --schrijf erachter.

Intussen veranderd?
Het bestand onthoudt van welke tabel het is gemaakt. Is de tabel daarna veranderd? Dan ziet u beide wijzigingen, en
wordt er niets opgeslagen.
"""


def schrijf_uitleg(boek: Any, stijl: Stijl, blad: Productblad, kolommen: Kolommen) -> None:
    """Add the sheet."""
    vel = boek.add_worksheet(BLAD)
    for nummer, breedte in enumerate(_BREEDTES):
        vel.set_column(nummer, nummer, breedte, stijl.tekst)
    vel.hide_gridlines(2)
    vel.write_string(0, 0, "Uitleg", stijl.titel)
    vel.set_row(0, 26)
    rij = 1
    for titel, alineas in _hoofdstukken(blad, kolommen):
        rij += 1
        vel.write_string(rij, 0, titel, stijl.tussenkop)
        vel.set_row(rij, 20)
        for kop, tekst in alineas:
            rij += 1
            vel.write_string(rij, 0, kop, stijl.vet)
            vel.write_string(rij, 1, tekst, stijl.tekst)
            vel.set_row(rij, hoogte([(tekst, _BREEDTES[1])]))
        rij += 1
    vel.set_paper(9)
    vel.fit_to_pages(1, 0)
    vel.print_area(0, 0, rij, 1)


def _hoofdstukken(blad: Productblad, kolommen: Kolommen) -> Iterator[tuple[str, tuple[Alinea, ...]]]:
    over = [("Wat u ziet", wat_erin_staat(blad)), ("Status", status_zin(blad)), ("Regio", blad.titel)]
    over.append(("Vingerafdruk van de tabel", blad.digest))
    if any(len(rij.tarieven) > 1 for rij in blad.rijen):
        over += [("Meer rijen", "Een product met meer tarieven staat in meer rijen onder elkaar, een rij per tarief.")]
    if blad.op is None:
        over += [("Grijs", "Wat voorbij is, staat in grijs: een tarief of product waarvan de laatste dag is geweest.")]
    yield "Over dit bestand", tuple(over)
    yield "Zo verandert u de tabel", _alineas(_WIJZIGEN)
    yield "Zo brengt u de wijzigingen terug", _alineas(_TERUG.format(regio=blad.regio))
    yield "De kolommen", tuple(_kolom(kolom) for kolom in blad.kolommen)
    meer = tuple(kolom for kolom in kolommen.kolommen.values() if kolom not in blad.kolommen and not kolom.eigen)
    if meer:
        yield "Kolommen die u kunt toevoegen", tuple(_kolom(kolom) for kolom in meer)


def _alineas(tekst: str) -> tuple[Alinea, ...]:
    delen = (deel.partition("\n") for deel in tekst.strip().split("\n\n"))
    return tuple((kop, " ".join(rest.split())) for kop, _, rest in delen)


def _kolom(kolom: Kolom) -> Alinea:
    return kolom.titel, kolom.uitleg
