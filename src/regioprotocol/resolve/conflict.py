"""Which afspraken say something else than a binding national case that comes first."""

from __future__ import annotations

from collections.abc import Iterable

from regioprotocol.resolve.inference import Gevolgen
from regioprotocol.resolve.snapshot import Geval


def bindend_tegen(eerder: Iterable[Geval], geval: Geval, gevolgen: Gevolgen) -> Geval | None:
    """Give the first binding national case among *eerder* that overrules *geval*; None when there is none."""
    return next((g for g in eerder if not g.rang[0] and _spreekt_tegen(g, geval, gevolgen)), None)


def _spreekt_tegen(landelijk: Geval, geval: Geval, gevolgen: Gevolgen) -> bool:
    return (
        landelijk.afspraak.inhoud != geval.afspraak.inhoud
        and landelijk.periode.doorsnede(geval.periode) is not None
        and gevolgen.impliceert(geval.als, landelijk.als)
    )
