"""The national rules on messages (TR381, OP271): one entry a rule, in our own words."""

from __future__ import annotations

from collections.abc import Collection

from regioprotocol.assemble.item import Item
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.model.controle import Controle


def lees_controle(item: Item, berichten: Collection[str]) -> Controle:
    """Give a national rule. A message that is not in the vocabulary is a finding."""
    for bericht in item.teksten("berichten"):
        if bericht not in berichten:
            item.meld("RP206", "berichten", f"Bericht {bericht} kennen we niet.", bedoelde_u(bericht, berichten))
    return Controle(
        nummer=item.tekst("controle"),
        soort=item.tekst("soort"),
        niveau=item.tekst("niveau"),
        wetten=item.teksten("wet"),
        berichten=item.teksten("berichten"),
        retourcode=item.tekst("retourcode"),
        zin=item.tekst("zin"),
        wat_nu=item.tekst("wat_nu"),
        oorzaken=item.teksten("oorzaken"),
        synoniemen=item.teksten("synoniemen"),
        bron=item.teksten("bron"),
        opmerking=item.tekst("opmerking"),
        plaatsen=item.plaatsen,
    )
