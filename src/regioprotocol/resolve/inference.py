"""What follows from what: a product has a group, a group has a law. Used to order cases and to find clashes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from regioprotocol.model.afspraak import Als, Voorwaarde
from regioprotocol.model.product import ONBEKEND, Product
from regioprotocol.model.woordenboek import Woordenboek


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """The consequences of a value of a dimension, and which values of one dimension can hold together."""

    volgt_uit: Mapping[tuple[str, str], tuple[Voorwaarde, ...]]
    meervoudig: frozenset[str]
    groepen: tuple[frozenset[str], ...]
    _gesloten: dict[Als, Als] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def van(cls, woordenboek: Woordenboek, producten: Iterable[Product]) -> Gevolgen:
        """Collect the consequences: of the vocabulary, and of the region's products."""
        volgt: dict[tuple[str, str], tuple[Voorwaarde, ...]] = {}
        for dimensie in woordenboek.dimensies.values():
            for waarde in dimensie.waarden:
                if waarde.volgt:
                    feiten = tuple(Voorwaarde(k, tuple(sorted(w))) for k, w in waarde.volgt)
                    volgt[dimensie.naam, waarde.waarde] = feiten
        bekend = [product for product in producten if product.code != ONBEKEND]
        for product in bekend:
            # A code that was given twice over time implies only what both rows say.
            sleutel, feiten = ("product", product.code), _van_product(product)
            volgt[sleutel] = tuple(v for v in feiten if v in volgt.get(sleutel, feiten))
        meervoudig = frozenset(d.naam for d in woordenboek.dimensies.values() if d.meervoudig)
        return cls(volgt, meervoudig, tuple({frozenset(p.groepen) for p in bekend if len(p.groepen) > 1}))

    def sluit(self, als: Als) -> Als:
        """Give the conditions with everything that follows from them."""
        if als in self._gesloten:
            return self._gesloten[als]
        gesloten = list(als)
        for voorwaarde in gesloten:  # grows while it runs: product, then its group, then its law
            gesloten += [v for v in self._volgt(voorwaarde) if v not in gesloten]
        self._gesloten[als] = tuple(gesloten)
        return self._gesloten[als]

    def _volgt(self, voorwaarde: Voorwaarde) -> list[Voorwaarde]:
        rijen = [self.volgt_uit.get((voorwaarde.sleutel, w)) for w in voorwaarde.waarden]
        gevuld = [{v.sleutel: set(v.waarden) for v in rij} for rij in rijen if rij]
        if len(gevuld) < len(rijen):
            return []
        sleutels = set.intersection(*(set(rij) for rij in gevuld))
        return [Voorwaarde(s, tuple(sorted(set.union(*(rij[s] for rij in gevuld))))) for s in sorted(sleutels)]

    def impliceert(self, a: Als, b: Als) -> bool:
        """Tell whether every set of facts that meets *a* meets *b* too."""
        gesloten = self.sluit(a)
        return all(any(v.sleutel == w.sleutel and set(v.waarden) <= set(w.waarden) for v in gesloten) for w in b)

    def strikter(self, a: Als, b: Als) -> bool:
        """Tell whether *a* implies *b* and not the reverse."""
        return self.impliceert(a, b) and not self.impliceert(b, a)

    def samen(self, a: Als, b: Als) -> bool:
        """Tell whether one set of facts can meet both."""
        van_b = self.sluit(b)
        return all(
            v.sleutel != w.sleutel or self._kan(v.sleutel, set(v.waarden), set(w.waarden))
            for v in self.sluit(a)
            for w in van_b
        )

    def _kan(self, sleutel: str, v: set[str], w: set[str]) -> bool:
        if v & w or sleutel in self.meervoudig:
            return True
        return sleutel == "productgroep" and any(groep & v and groep & w for groep in self.groepen)


def _van_product(product: Product) -> tuple[Voorwaarde, ...]:
    feiten = {
        "productgroep": product.groepen,
        "productcategorie": (product.categorie,),
        "wet": product.wet,
        "eenheid": (product.eenheid,),
        "uitvoeringsvariant": (product.variant,),
        "perceel": (product.perceel,),
    }
    bekend = ((s, tuple(w for w in waarden if w and w != ONBEKEND)) for s, waarden in feiten.items())
    return tuple(_voorwaarde(sleutel, waarden) for sleutel, waarden in bekend if waarden)


@lru_cache(maxsize=4096)  # the rows of a table share a few dozen of them
def _voorwaarde(sleutel: str, waarden: tuple[str, ...]) -> Voorwaarde:
    return Voorwaarde(sleutel, tuple(sorted(set(waarden))))
