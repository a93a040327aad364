"""Every rule on a declaration has cases in the suite that fail on it, and every kind of finding comes out of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from conftest import ROOT, STANDAARD
from msgspec import UnsetType

from regioprotocol.cli.files import read_below
from regioprotocol.conformance import Geval, lees
from regioprotocol.engine.judge import Opdracht, judge
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.reading import Leesinstelling, read_message, uit_bytes
from regioprotocol.engine.rules import BERICHTREGELS, DECLARATIEREGELS
from regioprotocol.parameterset import Index, Parameterset

GEVALLEN = tuple(g for g in lees(read_below(ROOT / "tests" / "conformance")) if g.soort == "bericht")
_CODES = (
    "RP940", "RP941", "RP942", "RP943", "RP944", "RP945", "RP946", "RP947", "RP948", "RP949", "RP950", "RP951",
    "RP952", "RP953",
)  # fmt: skip


def test_elke_regel_heeft_gevallen() -> None:
    """Every national rule that declaration modules name fails in at least one case, or cannot be judged there."""
    genoemd = {
        regel
        for groep in (*BERICHTREGELS, *DECLARATIEREGELS)
        if "declaration" in getattr(groep, "oordeel", getattr(groep, "begin", None)).__module__
        for regel in groep.regels
        if regel.startswith("TR")
    }
    gezien: set[str] = set()
    for geval in GEVALLEN:
        if not isinstance(geval.verwacht.meldingen, UnsetType):
            gezien |= {melding.regel for melding in geval.verwacht.meldingen}
        if not isinstance(geval.verwacht.niet_te_beoordelen, UnsetType):
            gezien |= set(geval.verwacht.niet_te_beoordelen)
    assert sorted(genoemd - gezien) == []


def test_elke_code_wordt_gemeld(sets: Mapping[str, Parameterset]) -> None:
    """Every kind of finding about declarations comes out of at least one case."""
    naslagen = {naam: Naslag(Index.van(parameterset)) for naam, parameterset in sets.items()}
    gemeld: set[str] = set()
    for geval in GEVALLEN:
        gemeld |= _codes(geval, naslagen[geval.regio if isinstance(geval.regio, str) else STANDAARD])
    assert sorted(set(_CODES) - gemeld) == []


def _codes(geval: Geval, naslag: Naslag) -> set[str]:
    assert not isinstance(geval.opdracht.berichten, UnsetType)
    instelling = Leesinstelling(naslag.index.parameterset.codelijsten)
    gelezen = [read_message(uit_bytes(b.bestand, str(b.inhoud).encode()), instelling) for b in geval.opdracht.berichten]
    return {b.code for b in judge(Opdracht(naslag, date.max), [gelezen]).bevindingen}
