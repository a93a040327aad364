"""No BSN leaves the engine, and no personal value unless someone asks."""

from __future__ import annotations

import json

import pytest
from berichten import SOORTEN, gelezen, plekken, vol_bericht, voorbeeld
from breuken import breuken
from hypothesis import given
from hypothesis import strategies as st

from regioprotocol.engine.findings import Bevinding, HerkomstVan, Verwante, klopt_elfproef, maskeer
from regioprotocol.engine.reading import Leesinstelling

GEHEIM = "Geheim"
SLEUTELS = [
    "code", "ernst", "tekst", "hint", "bestand", "regelnummer", "kolom", "verwant", "regel", "retourcode", "bericht",
    "element", "gevonden", "verwacht", "oorzaak", "wat_nu", "geval", "herkomst",
]  # fmt: skip


def bsn_van(begin: int) -> str:
    """Give a number that passes the eleven-proof, from its first eight digits or the next that can."""
    return next(bsn for acht in range(begin, begin + 3) for bsn in _mogelijk(acht) if klopt_elfproef(bsn))


def _mogelijk(acht: int) -> list[str]:
    return [f"{acht:08}{laatste}" for laatste in range(10)]


BSNS = st.integers(1_000_000, 99_999_990).map(bsn_van)


def test_a_finding_has_the_keys_of_the_public_json_in_order() -> None:
    """And can be written as JSON."""
    bevinding = Bevinding(
        code="RP901",
        ernst="fout",
        tekst="Fout.",
        verwant=(Verwante(bestand="a.xml", regelnummer=3, tekst="Hier."),),
        herkomst=HerkomstVan(laag="regio", bron="Annex 4, hoofdstuk 7"),
    )
    data = bevinding.als_dict()

    assert list(data) == SLEUTELS
    assert data["verwant"] == [{"bestand": "a.xml", "regelnummer": 3, "tekst": "Hier."}]
    assert data["herkomst"] == {"laag": "regio", "bron": "Annex 4, hoofdstuk 7"}
    assert json.loads(json.dumps(data)) == data


@given(BSNS, st.text(alphabet="abc -/.", max_size=5), st.text(alphabet="abc -/.", max_size=5))
def test_a_bsn_is_masked_wherever_it_stands(bsn: str, voor: str, na: str) -> None:
    """In a file name, a reference, a value, a related place."""
    tekst = f"{voor}{bsn}{na}"
    bevinding = Bevinding(
        code="RP901",
        ernst="fout",
        tekst=tekst,
        hint=tekst,
        bestand=tekst,
        gevonden=tekst,
        verwacht=tekst,
        oorzaak=tekst,
        wat_nu=tekst,
        verwant=(Verwante(bestand=tekst, regelnummer=1, tekst=tekst),),
    )

    assert bsn not in json.dumps(bevinding.als_dict())
    assert bsn not in repr(bevinding)
    assert f"{bsn[:4]}*****" in bevinding.gevonden


@pytest.mark.parametrize("tekst", ["12345678", "1234567890", "999990018", "AGB 98760017", "2026-03-31", ""])
def test_what_cannot_be_a_bsn_stays(tekst: str) -> None:
    """Other numbers are needed to find the fault."""
    assert maskeer(tekst) == tekst


def test_the_eleven_proof() -> None:
    """Test numbers pass; a number with two digits exchanged, or only zeros, does not."""
    assert all(klopt_elfproef(bsn) for bsn in ("999990019", "999990020", "999900006", "123456782"))
    assert not any(klopt_elfproef(bsn) for bsn in ("999990091", "123456789", "000000000"))


@pytest.mark.parametrize("toon", [False, True])
def test_a_wrong_bsn_is_never_shown(toon: bool) -> None:
    """Also not when personal values may be shown."""
    inhoud = voorbeeld("JW315").replace(b"999990019", b"888880019")
    (bevinding,) = gelezen(inhoud, Leesinstelling(toon_waarden=toon)).bevindingen

    assert (bevinding.code, bevinding.gevonden) == ("RP927", "8888*****")
    assert "888880019" not in json.dumps(bevinding.als_dict())


@pytest.mark.parametrize("bericht", SOORTEN)
def test_no_personal_value_is_in_a_finding(bericht: str) -> None:
    """Break every personal element, with a value that can be recognised."""
    soort = SOORTEN[bericht]
    for plek in plekken(vol_bericht(soort), soort):
        if not plek.knoop.persoonlijk:
            continue
        for breuk in breuken(plek):
            inhoud = breuk.inhoud.replace(b"a" * 20, GEHEIM.encode() * 60)
            bevindingen = gelezen(inhoud).bevindingen
            assert bevindingen
            for bevinding in bevindingen:
                uitvoer = json.dumps(bevinding.als_dict())
                assert GEHEIM not in uitvoer
                assert "999990019" not in uitvoer
                if bevinding.element == plek.knoop.naam and bevinding.code in {"RP921", "RP922", "RP923", "RP925"}:
                    assert bevinding.gevonden in {"niet getoond", ""}


def test_personal_values_are_shown_when_asked() -> None:
    """For who has to repair the message."""
    inhoud = voorbeeld("JW315").replace(b">N<", b">N.<")
    (stil,) = gelezen(inhoud).bevindingen
    (open_,) = gelezen(inhoud, Leesinstelling(toon_waarden=True)).bevindingen

    assert (stil.element, stil.gevonden) == ("Voorletters", "niet getoond")
    assert stil.tekst == "De waarde van Voorletters heeft niet de goede vorm. Toegestaan: alleen letters."
    assert open_.tekst == "Voorletters 'N.' heeft niet de goede vorm. Toegestaan: alleen letters."


def test_the_date_of_birth_is_personal_and_the_end_of_care_is_not() -> None:
    """Both are an element Datum or date of the same type."""
    inhoud = voorbeeld("JW315").replace(b">2012-05-09<", b">2012-06-31<").replace(b"2026-12-31", b"2026-11-31", 1)
    geboorte, einde = gelezen(inhoud).bevindingen

    assert (geboorte.gevonden, geboorte.hint) == ("niet getoond", "")
    assert (einde.gevonden, einde.hint) == ("2026-11-31", "Bedoelde u 2026-11-30?")


def test_an_error_of_the_xml_shows_nothing_of_the_message() -> None:
    """Nor does a bad character in a name."""
    for kapot in (b"<ijw:Achternaam>Geheim & Zn<", b"<ijw:Achternaam>Geheim\x02<", b"<ijw:Achternaam>Geheim</x><"):
        uit = gelezen(voorbeeld("JW315").replace(b"<ijw:Achternaam>Linde<", kapot))
        assert [b.code for b in uit.bevindingen] == ["RP907"]
        assert GEHEIM not in json.dumps([b.als_dict() for b in uit.bevindingen])
