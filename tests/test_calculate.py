"""calculate as a person and a program meet it: the answer, the steps, and a sentence for every slip."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from conftest import Opdracht, voer_uit

WEEK: Final = ("weekvolume", "--volume", "3", "--variant", "inspanningsgericht")
PERIODE: Final = ("--ingangsdatum", "2025-10-01", "--einddatum", "2025-12-31")


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        # bron: Webinar Ketenbureau, Omrekenen uur- naar minutentarief
        (("minuuttarief", "--uurtarief", "87.24"), {"tarief": "1.45"}),
        (("minutenbedrag", "--uurtarief", "87.24", "--minuten", "240"), {"bedrag": "348.96"}),
        # bron: Webinar Zorginstituut, Toewijzing in uren en declaratie in uren
        (("uren", "--minuten", "130"), {"uren": 2}),
        (("uren", "--minuten", "29"), {"uren": 1}),
        (("uren", "--minuten", "0"), {"uren": 0}),
        (
            ("productperiode", "--ingangsdatum", "2025-10-15", "--einddatum", "2026-08-14", "--maand", "2025-10"),
            {"begin": "2025-10-15", "eind": "2025-10-31"},
        ),
        (
            ("productperiode", "--ingangsdatum", "15-10-2025", "--einddatum", "14-08-2026", "--maand", "09-2025"),
            {"begin": None, "eind": None},
        ),
        (
            ("productperiode", "--ingangsdatum", "2025-10-15", "--maand", "2028-2"),
            {"begin": "2028-02-01", "eind": "2028-02-29"},
        ),
    ],
)
def test_the_json_holds_the_answer_and_nothing_else(
    woorden: tuple[str, ...], verwacht: dict[str, Any], opdracht: Opdracht
) -> None:
    """As the issue and the documentation promise it to programs."""
    gevonden = opdracht("calculate", *woorden, "--json")
    assert (gevonden.code, gevonden.json) == (0, verwacht)


def test_weeks_of_an_assignment_by_effort(opdracht: Opdracht) -> None:
    """bron: IV076, voorbeeld inspanningsgericht (juli tot en met september 2025)."""
    gevonden = opdracht("calculate", *WEEK, "--ingangsdatum", "07-07-2025", "--einddatum", "07-09-2025", "--json")
    assert gevonden.json == {
        "perioden": [
            {"maand": "2025-07", "begin": "2025-07-07", "eind": "2025-07-31", "weken": 4, "maximum": 12},
            {"maand": "2025-08", "begin": "2025-08-01", "eind": "2025-08-31", "weken": 5, "maximum": 15},
            {"maand": "2025-09", "begin": "2025-09-01", "eind": "2025-09-07", "weken": 1, "maximum": 3},
        ],
        "toewijzing": {"weken": 9, "maximum": 27},
    }


def test_weeks_of_an_assignment_by_output(opdracht: Opdracht) -> None:
    """bron: IV077, voorbeeld outputgericht; the last week counts in the month of the last Sunday."""
    gevonden = opdracht(
        "calculate", "weekvolume", "--variant", "outputgericht", "--volume", "300", *PERIODE, "--json"
    ).json
    assert [p["maximum"] for p in gevonden["perioden"]] == [1200, 1500, 1500]
    assert gevonden["toewijzing"] == {"weken": 14, "maximum": 4200}


def test_six_weeks_a_month_for_household_help(opdracht: Opdracht) -> None:
    """bron: IV077 (Wmo); the whole is bounded by its calendar weeks."""
    woorden = ("calculate", "weekvolume", "--variant", "inspanningsgericht", "--volume", "1")
    dagen = ("--ingangsdatum", "2025-10-06", "--einddatum", "2026-01-30")
    hulp = opdracht(*woorden, *dagen, "--wet", "Wmo", "--productcategorie", "01", "--json").json
    assert [p["weken"] for p in hulp["perioden"]] == [6, 6, 6, 6]
    assert hulp["toewijzing"] == {"weken": 17, "maximum": 17}
    andere = opdracht(*woorden, *dagen, "--wet", "Wmo", "--productcategorie", "02", "--json").json
    assert [p["weken"] for p in andere["perioden"]] == [4, 5, 5, 5]


@pytest.mark.parametrize(
    ("woorden", "begint", "zinnen"),
    [
        (
            ("minuuttarief", "--uurtarief", "87,24"),
            "€ 1,45 per minuut.",
            ("€ 87,24 gedeeld door 60 is € 1,454 per minuut", "Een halve cent gaat omhoog", "(IV081;"),
        ),
        (("minuuttarief", "--uurtarief", "60"), "€ 1,00 per minuut.", ("Afronden is niet nodig",)),
        (
            ("minutenbedrag", "--uurtarief", "€ 50,-", "--minuten", "35+40+20+35"),
            "€ 108,33.",
            (
                "35 + 40 + 20 + 35 = 130 minuten",
                "€ 108,333333… Pas nu ronden we af",
                "€ 0,83 maal 130 is € 107,90. Dat is € 0,43 te weinig",
            ),
        ),
        (
            ("minutenbedrag", "--uurtarief", "60", "--minuten", "7"),
            "€ 7,00.",
            ("dan komt u hier op hetzelfde uit",),
        ),
        (
            ("minutenbedrag", "--uurtarief", "87.24", "--minuten", "240", "--op", "2019-05-01"),
            "€ 348,00.",
            ("afgerond minuuttarief maal minuten", "€ 87,24 per uur is afgerond € 1,45 per minuut"),
        ),
        (("uren", "--minuten", "130"), "2 uur.", ("2 uur en 10 minuten. 10 is minder dan 30: naar beneden",)),
        (("uren", "--minuten", "29"), "1 uur.", ("er is zorg geleverd, dus is het minstens 1 uur",)),
        (("uren", "--minuten", "35+40+20+35"), "2 uur.", ("elk deel apart afronden geeft 4 uur",)),
        (
            ("productperiode", "--ingangsdatum", "2025-10-15", "--einddatum", "2026-08-14", "--maand", "2025-10"),
            "Van woensdag 15 oktober 2025 tot en met vrijdag 31 oktober 2025.",
            ("De laatste van die twee dagen telt", "IV089"),
        ),
        (
            ("productperiode", "--ingangsdatum", "2025-10-15", "--maand", "2025-09"),
            "Geen productperiode: september 2025 ligt buiten de toewijzing.",
            ("vanaf 15 oktober 2025",),
        ),
        (
            (*WEEK, "--ingangsdatum", "2025-07-07", "--einddatum", "2025-09-07"),
            "Hoogstens 27 over de hele toewijzing (9 weken).",
            ("de weken 28, 29, 30 en 31. 4 x 3 = 12", "telt in allebei"),
        ),
        (
            ("weekvolume", "--volume", "3", "--variant", "outputgericht", *PERIODE),
            "Hoogstens 42 over de hele toewijzing (14 weken).",
            ("de zondagen 5, 12, 19 en 26 oktober", "En 1 week erbij", "laatste zondag (28 december 2025)"),
        ),
        (
            (
                "weekvolume",
                *("--volume", "3", "--variant", "outputgericht"),
                *("--ingangsdatum", "2025-12-29", "--einddatum", "2026-01-02"),
            ),
            "Hoogstens 3 over de hele toewijzing (1 week).",
            ("Er valt geen zondag in de toewijzing",),
        ),
    ],
)
def test_the_text_begins_with_the_answer_and_shows_the_steps(
    woorden: tuple[str, ...], begint: str, zinnen: tuple[str, ...], opdracht: Opdracht
) -> None:
    """Which days and weeks were counted and why, where it was rounded, and who decides."""
    gevonden = opdracht("calculate", *woorden)
    assert gevonden.code == 0, gevonden.fout
    assert gevonden.uit.startswith(begint)
    tekst = " ".join(gevonden.uit.split())
    for zin in zinnen:
        assert zin in tekst
    assert "Parameterset: Landelijke standaard" in tekst


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("minuuttarief", "--uurtarief", "-5"), "kan niet negatief zijn"),
        (("minuuttarief", "--uurtarief", "NaN"), "'NaN' is geen bedrag"),
        (("minuuttarief", "--uurtarief", "Infinity"), "is geen bedrag"),
        (("minuuttarief", "--uurtarief", "1e5"), "'1e5' is geen bedrag"),
        (("minuuttarief", "--uurtarief", ""), "is geen bedrag"),
        (("minuuttarief", "--uurtarief", "87.243"), "hoogstens twee cijfers achter de komma"),
        (("minuuttarief", "--uurtarief", "1.234"), "Bedoelde u 1234? Schrijf dan geen punt."),
        (("minuuttarief", "--uurtarief", "1,234.56"), "is geen bedrag"),
        (("minuuttarief", "--uurtarief", "٣"), "is geen bedrag"),
        (("minuuttarief", "--uurtarief", "1000000"), "hoogstens € 999.999,99"),
        (("minuuttarief",), "Er ontbreekt een gegeven: --uurtarief"),
        (("uren", "--minuten", "2,5"), "'2,5' is geen heel getal"),
        (("uren", "--minuten", "-30"), "kan niet negatief zijn"),
        (("uren", "--minuten", "9" * 5000), "hoogstens 99999999"),
        (("uren", "--minuten", "99999999+1"), "hoogstens 99999999"),
        (("uren", "--minuten", "30+"), "is geen heel getal"),
        (("productperiode", "--ingangsdatum", "2025-10-15", "--maand", "2025-13"), "Maand 13 van het jaar 2025"),
        (("productperiode", "--ingangsdatum", "2025-10-15", "--maand", "0000-05"), "bestaat niet"),
        (("productperiode", "--ingangsdatum", "2025-10-15", "--maand", "oktober"), "'oktober' is geen maand"),
        (("productperiode", "--ingangsdatum", "31-06-2026", "--maand", "2025-10"), "Bedoelde u 30 juni 2026?"),
        ((*WEEK, "--ingangsdatum", "2025-10-15", "--einddatum", "2025-10-14"), "vóór de ingangsdatum"),
        ((*WEEK, "--ingangsdatum", "2025-10-15", "--einddatum", "2425-10-14"), "duurt 400 jaar"),
        ((*WEEK, "--ingangsdatum", "2025-10-15", "--einddatum", "9999-12-31"), "Klopt de einddatum?"),
        ((*WEEK, "--ingangsdatum", "2025-10-15"), "Er ontbreekt een gegeven: --einddatum"),
        ((*WEEK, "--ingangsdatum", "2019-10-15", "--einddatum", "2021-02-01"), "15-10-2019"),
        (("weekvolume", "--volume", "3", *PERIODE), "Geef met --variant de uitvoeringsvariant"),
        (("weekvolume", "--volume", "3", "--variant", "inspanning", *PERIODE), "Bedoelde u 'inspanningsgericht'?"),
        (("weekvolume", "--volume", "3", "--variant", "taakgericht", *PERIODE), "elders geregeld"),
        (("weekvolume", "--volume", "1.5", "--variant", "gi", *PERIODE), "is geen heel getal"),
        ((*WEEK, *PERIODE, "--wet", "Wlz"), "Kies uit: Jw, Wmo."),
        (("minuutarief", "--uurtarief", "5"), "Bedoelde u 'minuuttarief'?"),
    ],
)
def test_a_slip_gets_a_dutch_sentence_and_exit_code_2(woorden: tuple[str, ...], zin: str, opdracht: Opdracht) -> None:
    """Never a traceback, and nothing on the output that a program reads."""
    gevonden = opdracht("calculate", *woorden, "--json")
    assert (gevonden.code, gevonden.uit) == (2, "")
    assert zin in gevonden.fout
    assert "Traceback" not in gevonden.fout


@pytest.mark.parametrize(
    ("bedrag", "tarief"),
    [("87,24", "1.45"), ("€ 1.087,20", "18.12"), ("€ 50,-", "0.83"), ("60", "1.00"), ("87.3", "1.46"), ("0", "0.00")],
)
def test_amounts_are_read_as_people_write_them(bedrag: str, tarief: str, opdracht: Opdracht) -> None:
    """With a comma or a point, with and without the sign; 87.3 is 1.455, and a half cent goes up."""
    assert opdracht("calculate", "minuuttarief", "--uurtarief", bedrag, "--json").json == {"tarief": tarief}


def test_a_region_is_asked_for_its_own_way_of_counting(opdracht: Opdracht) -> None:
    """The only variant of a region need not be given; a municipality is understood as well."""
    woorden = ("calculate", "weekvolume", "--volume", "1", *PERIODE, "--als", "uitvoeringsvariant=inspanningsgericht")
    regio = opdracht(*woorden, "--regio", "Epe")
    assert "Midden-IJssel" in regio.uit
    assert opdracht(*woorden, "--regio", "nergens").code == 2


def test_calculate_works_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The national layer travels with the program."""
    monkeypatch.chdir(tmp_path)
    assert voer_uit("calculate", "uren", "--minuten", "90", "--json").json == {"uren": 2}


def test_help_is_dutch_at_both_levels() -> None:
    """The group shows its commands in full; each has an example."""
    groep, een = voer_uit("calculate", "--help"), voer_uit("calculate", "weekvolume", "--help")
    assert groep.uit.startswith("Gebruik: ")
    assert "Reken een tarief per uur om naar een tarief per minuut." in groep.uit
    assert "Voorbeeld: regioprotocol calculate weekvolume" in " ".join(een.uit.split())
    for uit in (groep.uit, een.uit):
        assert not {"Usage", "Options", "Commands", "[required]"} & set(uit.split())
