"""Every rule on a declaration, tried on real messages: cases that pass, cases that fail, and the edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from declaratiegevallen import Geval, beoordeel, lees_gevallen

from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.rules import BERICHTREGELS, DECLARATIEREGELS
from regioprotocol.export import bundel
from regioprotocol.parameterset import Index, Parameterset
from regioprotocol.pipeline import Gelezen
from regioprotocol.resolve import resolve

GEVALLEN = tuple(lees_gevallen())
VOORBEELD = "voorbeeldregio"
_OPEN = "RP932"
_CODES = (
    "RP940", "RP941", "RP942", "RP943", "RP944", "RP945", "RP946", "RP947", "RP948", "RP949", "RP950", "RP951",
    "RP952", "RP953",
)  # fmt: skip


@pytest.fixture(scope="session")
def naslagen(sets: Mapping[str, Parameterset], gelezen: Gelezen) -> dict[str, Naslag]:
    """Give the look-ups of every set, kept for all cases; the example region on the latest release as well."""
    eigen = gelezen.werkmap.regios[VOORBEELD]
    laatste = replace(eigen, regio=replace(eigen.regio, vaste_release=None))
    werkmap = replace(gelezen.werkmap, regios={**gelezen.werkmap.regios, VOORBEELD: laatste})
    alle = {**sets, f"{VOORBEELD}-3.1": sets[VOORBEELD], VOORBEELD: bundel(resolve(werkmap, VOORBEELD)).parameterset}
    return {naam: Naslag(Index.van(parameterset)) for naam, parameterset in alle.items()}


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.geval)
def test_geval(geval: Geval, naslagen: Mapping[str, Naslag]) -> None:
    """The messages of a case give exactly the findings that it promises; what is open only when it says so."""
    gevonden = beoordeel(geval, naslagen[geval.set])
    oordelen = [(regel, plek, b) for regel, plek, b in gevonden if b.code != _OPEN]
    verwacht = [v if isinstance(v, str) else f"{v['regel']} {v['bij']}" for v in geval.verwacht]
    assert sorted(f"{regel} {plek}" for regel, plek, _ in oordelen) == sorted(verwacht)
    for velden in (v for v in geval.verwacht if not isinstance(v, str)):
        bij = [b for regel, plek, b in oordelen if (regel, plek) == (velden["regel"], velden["bij"])]
        for veld in velden.keys() - {"regel", "bij", "bevat"}:
            assert [str(getattr(b, veld)) for b in bij] == [str(velden[veld])], veld
        assert all(velden.get("bevat", "") in f"{b.tekst} {b.hint} {b.wat_nu}" for b in bij)
    if geval.open is not None:
        assert sorted(regel for regel, _, b in gevonden if b.code == _OPEN) == sorted(geval.open)


def test_elke_regel_heeft_gevallen() -> None:
    """Every national rule that declaration modules name fails in at least one case."""
    genoemd = {
        regel
        for groep in (*BERICHTREGELS, *DECLARATIEREGELS)
        if "declaration" in getattr(groep, "oordeel", getattr(groep, "begin", None)).__module__
        for regel in groep.regels
        if regel.startswith("TR")
    }
    gezien = {
        (v if isinstance(v, str) else f"{v['regel']} x").split()[0] for geval in GEVALLEN for v in geval.verwacht
    } | {regel for geval in GEVALLEN for regel in geval.open or ()}
    assert sorted(genoemd - gezien) == []


def test_elke_code_wordt_gemeld(naslagen: Mapping[str, Naslag]) -> None:
    """Every kind of finding about declarations comes out of at least one case."""
    gemeld = {b.code for geval in GEVALLEN for _, _, b in beoordeel(geval, naslagen[geval.set])}
    assert sorted(set(_CODES) - gemeld) == []
