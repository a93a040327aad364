"""Conditions: what stands under `als`, checked against the vocabulary. A list is one case each."""

from __future__ import annotations

from collections.abc import Iterable

from regioprotocol.assemble.item import Item
from regioprotocol.diagnostics import bedoelde_u, soort
from regioprotocol.diagnostics.melding import Melding, plaats_van
from regioprotocol.model.afspraak import Als, Voorwaarde
from regioprotocol.model.product import ONBEKEND
from regioprotocol.model.woordenboek import Dimensie, Woordenboek
from regioprotocol.source import YamlList, YamlMap


class Woorden:
    """The vocabulary as conditions need it: the values of a dimension, with a region's own products."""

    def __init__(self, woordenboek: Woordenboek, producten: Iterable[str] = (), gemeenten: Iterable[str] = ()) -> None:
        """Prepare the sets of known values once."""
        self.woordenboek = woordenboek
        self._bekend: dict[str, frozenset[str] | None] = {}
        for dimensie in woordenboek.dimensies.values():
            waarden: frozenset[str] | None = frozenset(woordenboek.waarden_van(dimensie))
            if "producten" in dimensie.codelijsten:
                waarden = frozenset(producten) - {ONBEKEND}
            elif "gemeenten" in dimensie.codelijsten:
                waarden = frozenset({*(waarden or ()), *gemeenten})
            self._bekend[dimensie.naam] = None if dimensie.vrij else waarden

    def bekend(self, dimensie: str) -> frozenset[str] | None:
        """Give the values that a dimension can have; None when any value goes."""
        return self._bekend.get(dimensie, frozenset())

    def lees(self, item: Item, sleutel: str = "als") -> tuple[Als, ...]:
        """Give the alternatives under a key: one empty condition when there is nothing."""
        node = item.node.get(sleutel)
        blokken = node if isinstance(node, YamlList) else [node]
        alternatieven = [self._blok(item, blok) for blok in blokken if isinstance(blok, YamlMap)]
        return tuple(alternatieven) or ((),)

    def _blok(self, item: Item, node: YamlMap) -> Als:
        blok = Item(item.document, node, item.meldingen)
        voorwaarden: list[Voorwaarde] = []
        for naam in node:
            dimensie = self.woordenboek.dimensies.get(naam)
            if dimensie is None:
                plaats = plaats_van(item.document.bestand, node.keys_at[naam])
                tekst = f"De voorwaarde '{naam}' kennen we niet."
                hint = bedoelde_u(naam, self.woordenboek.dimensies, hoogstens=20)
                item.meldingen.append(Melding(soort("RP105"), plaats, tekst, hint))
                continue
            for waarden in _gesplitst(dimensie, blok.teksten(naam)):
                self._controleer(blok, dimensie, waarden)
                voorwaarden.append(Voorwaarde(naam, tuple(sorted(set(waarden)))))
        return tuple(sorted(set(voorwaarden)))

    def _controleer(self, blok: Item, dimensie: Dimensie, waarden: tuple[str, ...]) -> None:
        bekend = self._bekend[dimensie.naam]
        for waarde in waarden:
            if bekend is None or waarde in bekend:
                continue
            langer = [w for w in bekend if w.isdigit() and waarde.isdigit() and w.lstrip("0") == waarde.lstrip("0")]
            if langer:
                tekst = f"De code {langer[0]} is zijn nul kwijt: er staat {waarde}."
                blok.meld("RP112", dimensie.naam, tekst, f"Zet aanhalingstekens om de code: '{langer[0]}'.")
            elif dimensie.naam == "gemeente":
                blok.meld("RP202", dimensie.naam, f"Gemeente {waarde} kennen we niet.", bedoelde_u(waarde, bekend))
            else:
                tekst = f"'{waarde}' kennen we niet bij {dimensie.titel.lower()}."
                blok.meld("RP106", dimensie.naam, tekst, bedoelde_u(waarde, bekend, hoogstens=20))


def _gesplitst(dimensie: Dimensie, waarden: tuple[str, ...]) -> list[tuple[str, ...]]:
    """'a en b' in a dimension that can have more values at once is two conditions."""
    if dimensie.meervoudig and len(waarden) == 1 and " en " in waarden[0]:
        return [(deel.strip(),) for deel in waarden[0].split(" en ")]
    return [waarden]
