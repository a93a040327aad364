"""What the fields of messages hold for each product: a data file, so small that a script fetches it when one opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from regioprotocol.pages.layout import gegevens
from regioprotocol.pages.records import Bestand, Deel
from regioprotocol.parameterset.lookup import in_periode
from regioprotocol.report.derived_product import veld_in_woorden
from regioprotocol.tables.derived import Berichtveld, Berichtvelden, per_minuut_van

# Values that nearly every product has for itself alone.
_EIGEN: Final = frozenset({"code", "tarief"})


def bestand(deel: Deel, ankers: Sequence[str], eenheden: Mapping[str, str], frequenties: Mapping[str, str]) -> Bestand:
    """Give `productvelden.json`; *ankers* are the addresses of the products, in the order of the set.

    *soorten*: lists of (message, field, words) that products share; without words they are the product's own. *van*:
    by address the number of the list, and the own words in its order.
    """
    vrager = Berichtvelden(deel.index, deel.op, deel.snapshot.woordenboek.productvelden)
    soorten: dict[tuple[tuple[str, str, str | None], ...], int] = {}
    van: dict[str, tuple[int, list[str]]] = {}
    for anker, product in zip(ankers, deel.parameterset.producten, strict=True):
        dag = deel.op.isoformat()
        nu = (t for t in product.tarieven if in_periode(t.vanaf, t.tot_en_met, dag))
        velden = vrager.van(product, [m for t in nu if (m := per_minuut_van(deel.index, product, t, deel.op))])
        woorden = [veld_in_woorden(veld, eenheden, frequenties) for veld in velden]
        soort = tuple(_gedeeld(velden, woorden))
        eigen = [tekst for veld, tekst in zip(velden, woorden, strict=True) if veld.uit in _EIGEN]
        van[anker] = (soorten.setdefault(soort, len(soorten)), eigen)
    return gegevens(f"data/{deel.naam}/productvelden.json", {"soorten": list(soorten), "van": van})


def _gedeeld(velden: Sequence[Berichtveld], woorden: Sequence[str]) -> Iterator[tuple[str, str, str | None]]:
    for veld, tekst in zip(velden, woorden, strict=True):
        yield veld.bericht, veld.element, None if veld.uit in _EIGEN else tekst
