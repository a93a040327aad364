"""Break a message in every way that its description forbids: each is found, at its line, with its element.

Codes tested here: RP915 RP916 RP917 RP918 RP919 RP920 RP921 RP922 RP923 RP924 RP925 RP926 RP927 RP930
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from berichten import SOORTEN, WMO_LIJSTEN, codes, gelezen, plekken, vol_bericht, voorbeeld
from breuken import breuken

from regioprotocol.engine.reading import Leesinstelling
from regioprotocol.parameterset import Parameterset

WMO = Leesinstelling(WMO_LIJSTEN)
MEESTE = 500


@pytest.mark.parametrize("bericht", SOORTEN)
def test_a_message_with_every_element_is_right(bericht: str) -> None:
    """The description agrees with what it makes."""
    assert codes(vol_bericht(SOORTEN[bericht]), WMO) == []


@pytest.mark.parametrize("bericht", SOORTEN)
def test_every_break_is_found_at_its_line(bericht: str) -> None:
    """Every element and every facet: more than fifty ways for the smallest message."""
    soort = SOORTEN[bericht]
    gebroken = [breuk for plek in plekken(vol_bericht(soort), soort) for breuk in breuken(plek)]
    gemist = [
        (breuk.naam, breuk.code, breuk.regel, breuk.element)
        for breuk in gebroken
        if (breuk.code, breuk.regel, breuk.element) not in codes(breuk.inhoud, WMO)
    ]

    assert gemist == []
    assert len({breuk.inhoud for breuk in gebroken}) > 50


@pytest.mark.parametrize("bericht", SOORTEN)
def test_our_own_messages_are_right(bericht: str, sets: Mapping[str, Parameterset]) -> None:
    """With the code lists of the standard."""
    assert codes(voorbeeld(bericht), Leesinstelling(sets["standaard"].codelijsten)) == []


def test_a_second_reading_goes_the_fast_way_and_finds_the_same() -> None:
    """A shape that was right before does not hide a fault in a value or in the depth of an element."""
    instelling = Leesinstelling()
    goed = voorbeeld("JW323")
    assert codes(goed, instelling) == []
    fout = goed.replace(b"<ijw:Bedrag>34896<", b"<ijw:Bedrag>348,96<")
    scheef = goed.replace(
        b"<jw323:ToewijzingNummer>260042</jw323:ToewijzingNummer>\n", b"<jw323:ToewijzingNummer>260042\n"
    ).replace(
        b"<jw323:ProductCode>45K02</jw323:ProductCode>",
        b"<jw323:ProductCode>45K02</jw323:ProductCode></jw323:ToewijzingNummer>",
    )

    assert [code for code, _, _ in codes(fout, instelling)] == ["RP923"]
    assert {code for code, _, _ in codes(scheef, instelling)} >= {"RP915", "RP917"}


def test_31_june_is_a_finding_and_the_field_is_none() -> None:
    """Rules go on with what is there."""
    inhoud = voorbeeld("JW315").replace(b"2026-12-31", b"2026-06-31")
    uit = gelezen(inhoud)
    assert uit.bericht is not None
    assert uit.bericht.client is not None

    assert [(b.code, b.element, b.gevonden, b.hint) for b in uit.bevindingen] == [
        ("RP924", "ToewijzingEinddatum", "2026-06-31", "Bedoelde u 2026-06-30?")
    ] * 2
    assert [p.einddatum for p in uit.bericht.client.aangevraagd] == [None, None]
    assert [b.regelnummer for b in uit.bevindingen] == [
        p.regel_van("einddatum") for p in uit.bericht.client.aangevraagd
    ]


def test_a_code_means_something_else_in_the_other_law(sets: Mapping[str, Parameterset]) -> None:
    """32 is a reason to stop in the Jeugdwet only, 19 in the Wmo only."""
    instelling = Leesinstelling(sets["standaard"].codelijsten)
    jw = voorbeeld("JW307").replace(b">31</jw307:RedenBeeindiging", b">19</jw307:RedenBeeindiging")
    wmo = voorbeeld("WMO307").replace(b">19</wmo307:RedenBeeindiging", b">32</wmo307:RedenBeeindiging")

    assert [(code, element) for code, _, element in codes(jw, instelling)] == [("RP925", "RedenBeeindiging")]
    assert [(code, element) for code, _, element in codes(wmo, instelling)] == [("RP925", "RedenBeeindiging")]


def test_a_code_that_ended_is_a_warning(sets: Mapping[str, Parameterset]) -> None:
    """JZ002 01 still fits the message, but is not in the list any more."""
    inhoud = voorbeeld("JW301").replace(
        b"<jw301:Omvang>", b"<jw301:RedenWijziging>01</jw301:RedenWijziging>\n<jw301:Omvang>", 1
    )
    (bevinding,) = gelezen(inhoud, Leesinstelling(sets["standaard"].codelijsten)).bevindingen

    assert (bevinding.code, bevinding.ernst, bevinding.element) == ("RP926", "waarschuwing", "RedenWijziging")
    assert "JZ002" in bevinding.tekst


def test_a_list_that_is_missing_judges_nothing(sets: Mapping[str, Parameterset]) -> None:
    """No source gives WMO002: any code of at most two characters passes."""
    inhoud = voorbeeld("WMO301").replace(
        b"<wmo301:Omvang>", b"<wmo301:RedenWijziging>99</wmo301:RedenWijziging>\n<wmo301:Omvang>", 1
    )

    assert codes(inhoud, Leesinstelling(sets["standaard"].codelijsten)) == []


def test_too_many_findings_are_cut_off_with_a_word_about_it() -> None:
    """The same fault in every line must not fill the memory."""
    regel = b"<jw323:Prestatie>\n</jw323:Prestatie>\n" * 200
    inhoud = voorbeeld("JW323").replace(b"</jw323:Prestaties>", regel + b"</jw323:Prestaties>", 1)
    bevindingen = gelezen(inhoud).bevindingen

    assert len(bevindingen) == MEESTE + 1
    assert bevindingen[-1].code == "RP930"


def test_a_finding_says_what_is_allowed() -> None:
    """In a sentence that names the element."""
    inhoud = voorbeeld("JW323").replace(b"<jw323:Eenheid>01<", b"<jw323:Eenheid>05<", 1)
    (bevinding,) = gelezen(inhoud).bevindingen

    assert bevinding.tekst == "Eenheid '05' is geen bekende code. Toegestaan: 01, 04, 14, 16, 82, 83 of 84."
    assert (bevinding.bericht, bevinding.gevonden, bevinding.regel, bevinding.retourcode) == ("JW323", "05", "", "")
    assert bevinding.herkomst.laag == "landelijk"
    assert bevinding.herkomst.bron == "iJw 3.2"
