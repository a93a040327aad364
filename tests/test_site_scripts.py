"""The calculators of the site are JavaScript: they give the answers of the Python engine, in node as in a browser."""

from __future__ import annotations

import json
import random
import shlex
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from conftest import ROOT, STANDAARD
from site_node import PROGRAMMA, draai, node, typefouten, vraag

from regioprotocol.calendar import BuitenKalenderError, Kalender, plus_maanden
from regioprotocol.cli.files import read_below
from regioprotocol.conformance import lees, uitgave
from regioprotocol.conformance.process import Programma
from regioprotocol.conformance.run import ander_programma
from regioprotocol.conformance.run import voer_uit as ronde
from regioprotocol.engine import calculations
from regioprotocol.engine.limits import PER_WEEK, Omvang, maandgrenzen, toewijzinggrens
from regioprotocol.engine.periods import Periode, maand_van, productperiode
from regioprotocol.engine.terms import termijn
from regioprotocol.export import Bundel
from regioprotocol.parameterset import Index, Parameterset, volg
from regioprotocol.report import calculation, week_volume
from regioprotocol.report.answer import antwoord
from regioprotocol.report.dutch import bedrag, datum

MIJOV: Final = "midden-ijssel-oost-veluwe"
GEVALLEN: Final = lees(read_below(ROOT / "tests" / "conformance"))
SCRIPTS: Final = ROOT / "site" / "scripts"
_OP: Final = date(2026, 3, 31)
MOTOR: Final = (
    "agenda", "antwoord", "bedragen", "datums", "declaratie-eenheid", "declaratiebedragen", "declaratieregel",
    "gelijkenis", "grenzen", "invoer", "kalender", "lezer", "naslag", "periodes", "rekenen", "rekenwijze", "spoor",
    "termijn", "uitleg", "vragen", "vragenlijst", "weekuitleg", "weken", "woorden",
)  # fmt: skip


@pytest.fixture(scope="session")
def mappen(bundels: Mapping[str, Bundel], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the files of every set, as a vendor and the site have them."""
    plek = tmp_path_factory.mktemp("sets")
    for naam, inhoud in bundels.items():
        for pad, data in inhoud.bestanden.items():
            doel = plek / naam / pad
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(data)
    return {naam: plek / naam for naam in bundels}


def _vraag(mappen: Mapping[str, Path], naam: str, vragen: list[dict[str, Any]]) -> list[Any]:
    return vraag(mappen[naam] / "parameterset.json", vragen)


def _feiten(feiten: Mapping[str, frozenset[str]]) -> list[dict[str, Any]]:
    return [{"sleutel": sleutel, "waarden": sorted(waarden)} for sleutel, waarden in feiten.items()]


# --- look-ups and cases


def test_every_look_up_gives_the_expected_answer(mappen: Mapping[str, Path]) -> None:
    """All of voorbeelden.json, of every set."""
    for regel in draai("voorbeelden", *(str(pad) for pad in mappen.values())).splitlines():
        uitslag = json.loads(regel)
        assert uitslag["fout"] == []
        assert uitslag["aantal"] > 1000


def test_every_calculation_of_the_suite_is_right(mappen: Mapping[str, Path], sets: Mapping[str, Parameterset]) -> None:
    """Through the runner that any engine is asked with. Messages are for another engine: a page reads none."""
    gezien: set[str] = set()
    for naam, parameterset in sets.items():
        programma = Programma([*shlex.split(f"{node()} {PROGRAMMA}")], 20)
        gevallen = [g for g in uitgave(GEVALLEN, Index.van(parameterset)).gevallen if g.soort != "bericht"]
        uitslagen = ronde(gevallen, ander_programma(programma, str(mappen[naam] / "parameterset.json")))
        programma.stop()
        assert [(u.geval.id, u.verschillen) for u in uitslagen if not u.goed] == []
        gezien |= {u.geval.id for u in uitslagen}
    assert gezien == {geval.id for geval in GEVALLEN if geval.soort != "bericht"}


@pytest.mark.parametrize("naam", [STANDAARD, MIJOV, "voorbeeldregio"])
def test_answers_and_reasons_are_the_same_sentences(
    naam: str, mappen: Mapping[str, Path], sets: Mapping[str, Parameterset]
) -> None:
    """The sentence, every case with its reason, and the facts that are missing."""
    index = Index.van(sets[naam])
    alle = json.loads((mappen[naam] / "voorbeelden.json").read_text(encoding="utf-8"))["voorbeelden"]
    gekozen = random.Random(naam).sample(alle, 500)  # noqa: S311 - the same sample every time
    verwacht = []
    for v in gekozen:
        op, feiten = date.fromisoformat(v["op"]), {f["sleutel"]: frozenset(f["waarden"]) for f in v["feiten"]}
        spoor = volg(index, v["regel"], feiten, op)
        getoetst = [[g.geval.geval, g.geldt, g.reden, g.ingehaald, list(g.mist)] for g in spoor.getoetst]
        zin = antwoord(index, index.regels[v["regel"]], spoor, op)
        verwacht.append({"antwoord": zin, "ontbrekend": list(spoor.ontbrekend), "getoetst": getoetst})
    gekregen = _vraag(mappen, naam, [{**v, "soort": "antwoord"} for v in gekozen])
    for een, ander in zip(verwacht, gekregen, strict=True):
        assert ander == een


# --- days


def test_days_are_counted_alike(mappen: Mapping[str, Path]) -> None:
    """Over all years that a date can name."""
    toeval = random.Random(7)  # noqa: S311
    vragen, verwacht = [], []
    for _ in range(1500):
        dag = date.fromordinal(toeval.randint(366, date.max.toordinal() - 1))
        erbij = toeval.randint(-1, 1) * toeval.randint(0, 4000)
        if not MINYEAR + 400 < dag.year < MAXYEAR - 400:
            erbij = 0
        vragen.append({"soort": "dag", "dag": dag.isoformat(), "aantal": erbij})
        try:
            maanden = plus_maanden(dag, erbij).isoformat()
        except BuitenKalenderError:
            maanden = ""
        verwacht.append(
            {
                "plusDagen": (dag + timedelta(days=erbij)).isoformat(),
                "plusMaanden": maanden,
                "weekdag": dag.isoweekday(),
                "week": dag.isocalendar().week,
                "datum": datum(dag),
            }
        )
    for een, ander in zip(verwacht, _vraag(mappen, STANDAARD, vragen), strict=True):
        assert ander == een or (not een["plusMaanden"] and "fout" in ander)


@pytest.mark.parametrize("naam", [STANDAARD, MIJOV, "voorbeeldregio"])
def test_last_days_and_their_steps_are_the_same(
    naam: str, mappen: Mapping[str, Path], sets: Mapping[str, Parameterset], kalender: Kalender
) -> None:
    """For every term of every set, on days around the year; also where no day can be given."""
    index, toeval = Index.van(sets[naam]), random.Random(naam)  # noqa: S311
    vragen, verwacht = [], []
    for regel in index.parameterset.termijnen:
        for geval in regel.gevallen:
            feiten = {v.sleutel: frozenset({v.waarden[0]}) for v in geval.als}
            na = date(2025, 1, 1) + timedelta(days=toeval.randint(0, 1000))
            vragen.append({"soort": "stappen", "regel": regel.regel, "feiten": _feiten(feiten), "na": na.isoformat()})
            gevonden = termijn(index, regel.regel, feiten, na, kalender)
            verwacht.append((gevonden, gevonden.datum.isoformat() if gevonden.datum else None))
    gekregen = _vraag(mappen, naam, vragen)
    assert [u["datum"] for u in gekregen] == [dag for _, dag in verwacht]
    for (gevonden, _), uitkomst in zip(verwacht, gekregen, strict=True):
        assert all(uitkomst["stappen"]) or gevonden.berekend
        if gevonden.berekend and gevonden.berekend.werkdagen:
            aantal = len(gevonden.berekend.werkdagen)
            assert any(f" {aantal} werkdag" in stap for stap in uitkomst["stappen"])


def test_the_steps_are_those_of_the_terminal(mappen: Mapping[str, Path], opdracht: Any) -> None:
    """A known example: three months, five working days, and Bevrijdingsdag in between."""
    regel = ["deadline", MIJOV, "vot.indientermijn", "--na", "2026-01-30", "--als", "productgroep=sggz"]
    verwacht = opdracht(*regel, "--json").json
    vragen = {"soort": "stappen", "regel": "vot.indientermijn", "na": "2026-01-30"}
    feiten = [{"sleutel": "productgroep", "waarden": ["sggz"]}]
    [gekregen] = _vraag(mappen, MIJOV, [{**vragen, "feiten": feiten}])
    assert gekregen == {"datum": "2026-05-08", "stappen": verwacht["stappen"]}


# --- amounts and volumes


def test_amounts_and_hours_are_told_alike(mappen: Mapping[str, Path], sets: Mapping[str, Parameterset]) -> None:
    """The amount, the steps and every half cent."""
    index, toeval = Index.van(sets[STANDAARD]), random.Random(3)  # noqa: S311
    vragen, verwacht = [], []
    for _ in range(400):
        centen = toeval.choice((toeval.randint(1, 20000), toeval.randint(1, 99999999)))
        minuten = [toeval.randint(0, 500) for _ in range(toeval.randint(1, 4))]
        uurtarief, samen = Decimal(centen).scaleb(-2), sum(minuten)
        for wat, tekst in (
            ("minuuttarief", calculation.tekst_minuuttarief(
                index, uurtarief, calculations.minuuttarief(index, {}, _OP, uurtarief))),
            ("minutenbedrag", calculation.tekst_minutenbedrag(
                index, uurtarief, tuple(minuten), calculations.minutenbedrag(index, {}, _OP, uurtarief, samen))),
            ("uren", calculation.tekst_uren(index, tuple(minuten), calculations.uren(index, {}, _OP, samen))),
        ):  # fmt: skip
            gegevens = {"uurtarief": str(centen), "minuten": minuten, "op": _OP.isoformat()}
            vragen.append({"soort": "uitleg", "wat": wat, **gegevens})
            verwacht.append(tekst)
    _vergelijk(verwacht, _vraag(mappen, STANDAARD, vragen))


def test_periods_are_told_alike(mappen: Mapping[str, Path], sets: Mapping[str, Parameterset]) -> None:
    """Months inside, at the edge of and outside an assignment, with and without an end."""
    index, toeval = Index.van(sets[STANDAARD]), random.Random(5)  # noqa: S311
    vragen, verwacht = [], []
    for toewijzing in _toewijzingen(toeval, 200):
        maand = maand_van(toewijzing.begin + timedelta(days=toeval.randint(-60, 200)))
        open_ = Periode(toewijzing.begin, toeval.choice((None, toewijzing.eind)))
        eind = open_.eind.isoformat() if open_.eind else None
        gegevens = {"begin": open_.begin.isoformat(), "eind": eind, "maand": maand.begin.isoformat()}
        vragen.append({"soort": "uitleg", "wat": "productperiode", **gegevens})
        verwacht.append(calculation.tekst_productperiode(index, open_, maand, productperiode(open_, maand)))
    _vergelijk(verwacht, _vraag(mappen, STANDAARD, vragen))


@pytest.mark.parametrize(
    "feiten",
    [
        {"uitvoeringsvariant": "inspanningsgericht"},
        {"uitvoeringsvariant": "outputgericht"},
        {"uitvoeringsvariant": "inspanningsgericht", "wet": "Wmo", "productcategorie": "01"},
    ],
    ids=lambda f: " ".join(f.values()),
)
def test_volumes_per_week_are_told_alike(
    feiten: Mapping[str, str], mappen: Mapping[str, Path], sets: Mapping[str, Parameterset]
) -> None:
    """Broken weeks, Sundays, the week more at the end and the fixed number of weeks."""
    index, toeval = Index.van(sets[STANDAARD]), random.Random(11)  # noqa: S311
    gegeven = {sleutel: frozenset({waarde}) for sleutel, waarde in feiten.items()}
    vragen, verwacht = [], []
    for toewijzing in _toewijzingen(toeval, 100):
        omvang = Omvang(volume=toeval.randint(1, 40), frequentie=PER_WEEK)
        maanden = maandgrenzen(index, gegeven, omvang, toewijzing)
        samen = toewijzinggrens(index, gegeven, omvang, toewijzing)
        assert toewijzing.eind
        gegevens = {"begin": toewijzing.begin.isoformat(), "eind": toewijzing.eind.isoformat()}
        gegevens |= {"volume": omvang.volume, "feiten": _feiten(gegeven)}
        vragen.append({"soort": "uitleg", "wat": "weekvolume", **gegevens})
        verwacht.append(week_volume.als_tekst(index, omvang, toewijzing, maanden, samen))
    _vergelijk(verwacht, _vraag(mappen, STANDAARD, vragen))


def _toewijzingen(toeval: random.Random, hoeveel: int) -> Iterator[Periode]:
    for _ in range(hoeveel):
        begin = date(2025, 3, 7) + timedelta(days=toeval.randint(0, 900))
        yield Periode(begin, begin + timedelta(days=toeval.choice((0, 3, 6, 30, toeval.randint(0, 500)))))


def _vergelijk(teksten: list[str], gekregen: list[Any]) -> None:
    """Every sentence of the page stands in the text of the terminal, in that order."""
    for tekst, uitleg in zip(teksten, gekregen, strict=True):
        plat, plek = " ".join(tekst.split()), 0
        for zin in (uitleg["kop"], *uitleg["stappen"]):
            plek = plat.find(zin, plek)
            assert plek >= 0, (zin, tekst)
            plek += len(zin)


def test_euros_are_written_alike(mappen: Mapping[str, Path]) -> None:
    """With a point for thousands, a comma for cents."""
    centen = [0, 1, 99, 100, 34896, 99999, 100000, 12345678, 99999999999]
    gekregen = _vraag(mappen, STANDAARD, [{"soort": "euro", "centen": str(c)} for c in centen])
    assert [g["tekst"] for g in gekregen] == [bedrag(Decimal(c).scaleb(-2)) for c in centen]


# --- the calendar file


def test_a_day_in_the_agenda_keeps_to_the_standard(mappen: Mapping[str, Path]) -> None:
    """RFC 5545: CRLF, lines of at most 75 bytes, escaped text, and the same bytes every time."""
    punt = {
        "sleutel": "mijov vot.indientermijn/2026-05-08",
        "dag": "2026-12-31",
        "titel": "Uiterste dag: VOT; cliënt, é" * 6,
        "toelichting": "Eerste regel\ntweede \\ regel",
    }
    eerste, tweede = _vraag(mappen, STANDAARD, [{"soort": "agenda", **punt}] * 2)
    assert eerste == tweede
    tekst = eerste["tekst"]
    assert tekst.replace("\r\n", "").isprintable()
    regels = tekst.split("\r\n")
    assert all(len(regel.encode()) <= 75 for regel in regels)
    heel = tekst.replace("\r\n ", "")
    assert "UID:mijov-vot.indientermijn-2026-05-08@regioprotocol\r\n" in heel
    assert "DTSTAMP:20261231T000000Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in heel
    assert r"SUMMARY:Uiterste dag: VOT\; cliënt\, é" in heel
    assert r"DESCRIPTION:Eerste regel\ntweede \\ regel" in heel


# --- the modules themselves


def test_modules_run_in_any_browser() -> None:
    """No package, nothing of node, no other host, no text that is read as HTML; what computes has no clock."""
    for pad in sorted(SCRIPTS.glob("*.js")):
        tekst = pad.read_text(encoding="utf-8")
        for verboden in ("require(", "process.", "node:", "http://", "https://", "innerHTML", "eval("):
            assert verboden not in tekst, (pad.name, verboden)
        assert len(tekst.splitlines()) <= 300, pad.name
    for naam in MOTOR:
        tekst = (SCRIPTS / f"{naam}.js").read_text(encoding="utf-8")
        for verboden in ("Date", "document", "window", "Math.random"):
            assert verboden not in tekst, (naam, verboden)


def test_the_types_in_the_comments_are_right() -> None:
    """Who reads a module may trust what it says about its values."""
    assert typefouten([SCRIPTS / f"{naam}.js" for naam in MOTOR]) == ""
