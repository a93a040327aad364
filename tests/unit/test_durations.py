"""Durations as people write them."""

from __future__ import annotations

import pytest

from regioprotocol.assemble.durations import parse_duur
from regioprotocol.calendar import Duur


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("5 werkdagen", Duur(werkdagen=5)),
        ("1 werkdag", Duur(werkdagen=1)),
        ("30 dagen", Duur(dagen=30)),
        ("1 dag", Duur(dagen=1)),
        ("8 weken", Duur(weken=8)),
        ("1 week", Duur(weken=1)),
        ("1 maand", Duur(maanden=1)),
        ("3 maanden + 5 werkdagen", Duur(maanden=3, werkdagen=5)),
        ("  3  maanden +  5 werkdagen ", Duur(maanden=3, werkdagen=5)),
        ("1 jaar", Duur(jaren=1)),
        ("2 jaren", Duur(jaren=2)),
        ("1 jaar + 6 maanden + 2 weken + 3 dagen", Duur(jaren=1, maanden=6, weken=2, dagen=3)),
        ("1 volledige kalendermaand", Duur(volledige_kalendermaanden=1)),
        ("2 volledige kalendermaanden", Duur(volledige_kalendermaanden=2)),
        ("laatste dag van de maand", Duur(einde_maand=True)),
        ("laatste dag van de volgende maand", Duur(maanden=1, einde_maand=True)),
        ("laatste dag van de tweede volgende maand", Duur(maanden=2, einde_maand=True)),
    ],
)
def test_a_duration_is_read_as_written(tekst: str, verwacht: Duur) -> None:
    """Every spelling that the format has."""
    assert parse_duur(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "vijf werkdagen",
        "5",
        "5 uren",
        "5werkdagen",
        "-5 werkdagen",
        "5,5 dagen",
        "5.0 dagen",
        "0 dagen",
        "3 maanden en 5 werkdagen",
        "3 maanden +5 werkdagen",
        "3 maanden + 3 maanden",
        "1 week + 2 weken",
        "5 Werkdagen",
        "99999 dagen",
        "٥ dagen",
        "laatste dag van de vorige maand",
    ],
)
def test_anything_else_is_refused_in_dutch(tekst: str) -> None:
    """The sentence names what stands there."""
    with pytest.raises(ValueError, match=r"^(De|In de) termijn '") as fout:
        parse_duur(tekst)
    assert tekst.strip() in str(fout.value)
