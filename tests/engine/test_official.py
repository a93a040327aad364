"""The official schemas of a user: used as they are, never left, and never repeated with values.

Codes tested here: RP928 RP929
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from berichten import PROLOOG, SOORTEN, WMO_LIJSTEN, codes, gelezen, plekken, vol_bericht, voorbeeld
from breuken import breuken
from schema_uit_beschrijving import schrijf_schemas

from regioprotocol.engine.reading import Leesinstelling, Schemas

# What a schema cannot know: the eleven-proof, and codes of a law whose list is in the parameter set.
_ALLEEN_WIJ = ("elfproef", "geen code")


def met_schemas(map_: Path) -> Leesinstelling:
    """Give the setting of a user with schemas."""
    return Leesinstelling(WMO_LIJSTEN, schemas=Schemas(map_))


@pytest.mark.parametrize("bericht", SOORTEN)
def test_a_schema_made_from_the_description_agrees_on_every_break(bericht: str, tmp_path: Path) -> None:
    """Another program, reading the same facts, refuses the same messages."""
    soort = SOORTEN[bericht]
    schrijf_schemas(tmp_path, soort)
    instelling = met_schemas(tmp_path)
    assert codes(vol_bericht(soort), instelling) == []
    oneens = [
        breuk.naam
        for plek in plekken(vol_bericht(soort), soort)
        for breuk in breuken(plek)
        if not breuk.naam.endswith(_ALLEEN_WIJ)
        and "RP928" not in {code for code, _, _ in codes(breuk.inhoud, instelling)}
    ]

    assert oneens == []


def test_a_schema_tells_the_line_and_the_element_but_no_value(tmp_path: Path) -> None:
    """A schema's own words would hold the name of the client."""
    schrijf_schemas(tmp_path, SOORTEN["JW315"])
    inhoud = voorbeeld("JW315").replace(b">Linde<", b">" + b"Linde" * 50 + b"<")
    uit = gelezen(inhoud, met_schemas(tmp_path))
    (bevinding,) = [b for b in uit.bevindingen if b.code == "RP928"]

    assert (bevinding.element, bevinding.regelnummer) == (
        "Achternaam",
        inhoud[: inhoud.index(b"Linde")].count(b"\n") + 1,
    )
    assert bevinding.tekst == "Het officiële schema keurt Achternaam af: de waarde is te lang."
    assert not any("Linde" in str(b.als_dict()) for b in uit.bevindingen)


def test_a_folder_without_the_schema_says_so(tmp_path: Path) -> None:
    """The rest of the check goes on."""
    uit = gelezen(voorbeeld("JW315"), met_schemas(tmp_path))

    assert [b.code for b in uit.bevindingen] == ["RP929"]
    assert uit.bericht is not None


def zonder_basis(map_: Path) -> None:
    """Take away the schema that the other one needs."""
    (map_ / "basisschema.xsd").unlink()


def van_buiten(map_: Path) -> None:
    """Point to a schema elsewhere."""
    pad = map_ / "jw315.xsd"
    pad.write_bytes(pad.read_bytes().replace(b'"basisschema.xsd"', b'"http://voorbeeld.invalid/basisschema.xsd"'))


def map_erboven(map_: Path) -> None:
    """Point to a file outside the folder."""
    pad = map_ / "jw315.xsd"
    pad.write_bytes(pad.read_bytes().replace(b'"basisschema.xsd"', b'"../../basisschema.xsd"'))


def met_doctype(map_: Path) -> None:
    """Let a schema read a file of the computer."""
    pad = map_ / "basisschema.xsd"
    pad.write_bytes(PROLOOG + b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + pad.read_bytes())


def onzin(map_: Path) -> None:
    """Put something else in the file."""
    (map_ / "jw315.xsd").write_bytes(b"<xs:schema")


def geen_schema(map_: Path) -> None:
    """Put an XML file in place that is no schema."""
    soort = SOORTEN["JW315"]
    (map_ / "jw315.xsd").write_text(f'<a targetNamespace="{soort.naamruimte}"/>', encoding="utf-8")


@pytest.mark.parametrize("bederf", [zonder_basis, van_buiten, map_erboven, met_doctype, onzin, geen_schema])
def test_schemas_that_cannot_be_used_are_one_finding(bederf: Callable[[Path], None], tmp_path: Path) -> None:
    """Nothing is fetched from elsewhere, and nothing breaks."""
    schrijf_schemas(tmp_path, SOORTEN["JW315"])
    bederf(tmp_path)
    uit = gelezen(voorbeeld("JW315"), met_schemas(tmp_path))

    assert [b.code for b in uit.bevindingen] == ["RP929"]


def test_a_folder_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    """A slip in the name of the folder."""
    assert [code for code, _, _ in codes(voorbeeld("JW315"), met_schemas(tmp_path / "niets"))] == ["RP929"]
