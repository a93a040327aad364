"""Rules between messages: every case of `tests/series` gives the findings and terms that it names, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pytest
from series_cases import Geval, gevallen

from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import judge_series
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.result import Termijnoordeel
from regioprotocol.parameterset import Index, Parameterset

VANDAAG: Final = date(2027, 1, 1)
_TERMIJN: Final = frozenset({"RP970"})  # what is late has cases of its own


@pytest.fixture(scope="session")
def naslagen(sets: Mapping[str, Parameterset]) -> dict[str, Naslag]:
    """Give the look-ups of every set."""
    return {naam: Naslag(Index.van(parameterset)) for naam, parameterset in sets.items()}


@pytest.mark.parametrize("geval", list(gevallen()), ids=lambda geval: geval.naam)
def test_a_series_gives_the_findings_that_it_names(geval: Geval, naslagen: Mapping[str, Naslag]) -> None:
    """What is good gives none; every other names rule, message and place."""
    uitkomsten = list(judge_series(geval.reeks(naslagen[geval.parameterset], VANDAAG)))
    bevindingen = [u for u in uitkomsten if isinstance(u, Bevinding)]
    if geval.termijnen is None:
        bevindingen = [b for b in bevindingen if b.code not in _TERMIJN]
    gevonden = sorted((_als_verwacht(b) for b in bevindingen), key=_plek)
    verwacht = sorted(geval.verwacht, key=_plek)
    assert [{k: g[k] for k in v} for v, g in zip(verwacht, gevonden, strict=False)] == verwacht, gevonden
    assert len(gevonden) == len(verwacht), gevonden
    if geval.termijnen is not None:
        termijnen = [_als_termijn(u) for u in uitkomsten if isinstance(u, Termijnoordeel)]
        for verwachte in geval.termijnen:
            zelfde = [t for t in termijnen if all(t[k] == v for k, v in verwachte.items())]
            assert len(zelfde) == 1, termijnen


def test_every_code_is_given_by_a_case(naslagen: Mapping[str, Naslag]) -> None:
    """A kind of finding that no series gives does not exist (RP974 is about the file with days: test_moments)."""
    codes = {
        uitkomst.code
        for geval in gevallen()
        for uitkomst in judge_series(geval.reeks(naslagen[geval.parameterset], VANDAAG))
        if isinstance(uitkomst, Bevinding)
    }
    nieuw = {"RP960", "RP961", "RP962", "RP963", "RP964", "RP965", "RP966", "RP967", "RP968"}
    assert codes == nieuw | {"RP970", "RP971", "RP972", "RP973"} | {"RP932"}


def _plek(uitkomst: Mapping[str, Any]) -> tuple[int, str]:
    return (uitkomst["bericht"], uitkomst["regel"])


def _als_verwacht(bevinding: Bevinding) -> dict[str, Any]:
    return {
        "regel": bevinding.regel,
        "bericht": bevinding.regelnummer,
        "code": bevinding.code,
        "veld": bevinding.element,
        "verwacht": bevinding.verwacht,
        "oorzaak": bevinding.oorzaak,
        "geval": bevinding.geval,
    }


def _als_termijn(oordeel: Termijnoordeel) -> dict[str, Any]:
    return {
        "regel": oordeel.regel,
        "bericht": oordeel.regelnummer,
        "uiterlijk": oordeel.uiterlijk,
        "werkelijk": oordeel.werkelijk,
        "uitkomst": oordeel.uitkomst,
        "oordeel": oordeel.oordeel,
    }
