"""A municipality's own Word template: filled in its own styles, or refused with a finding and nothing written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
import pytest
from case_files import copy_basis
from conftest import Resultaat, voer_uit
from sheet_files import compound_file, unzipped, zipped

MIJN_OUDE: Final = b"wat er stond"


def mal(*alineas: str, wijzig: Callable[[Any], object] = lambda _: None) -> bytes:
    """Make a template as Word would, with these paragraphs."""
    word = docx.Document()
    for alinea in alineas:
        word.add_paragraph(alinea)
    wijzig(word)
    uit = BytesIO()
    word.save(uit)
    return uit.getvalue()


@pytest.fixture
def maak(tmp_path: Path) -> Callable[[bytes], tuple[Resultaat, Path]]:
    """Run the command on the small workspace with these bytes as template; there was a file already."""
    folder = copy_basis(tmp_path / "werkmap")
    sjabloon, uit = tmp_path / "mal.docx", tmp_path / "protocol.docx"

    def run(raw: bytes) -> tuple[Resultaat, Path]:
        sjabloon.write_bytes(raw)
        uit.write_bytes(MIJN_OUDE)
        woorden = ("--uit", str(uit), "--sjabloon", str(sjabloon), "--map", str(folder), "--op", "2026-06-01")
        return voer_uit("document", "proef", *woorden), uit

    return run


def test_every_name_is_filled_and_the_rest_of_the_template_stays(
    maak: Callable[[bytes], tuple[Resultaat, Path]],
) -> None:
    def met_kop(word: Any) -> None:
        word.sections[0].header.paragraphs[0].text = "Gemeente Proefstad: {{ titel }} {{ weergave }}"
        word.sections[0].footer.paragraphs[0].text = "{{ versie }}, {{ status }}, {{ digest }}"

    raw = mal(
        "Zaaknummer 12 & 13 <concept>",
        "{{ naam }} van {{ regio }}: {{ ondertitel }}",
        "Geldt vanaf {{ geldt_vanaf }}, besluit {{ besluit }} op {{ vastgesteld_op }}",
        "{{ gemeenten }}; {{ stand }}; {{ release }}",
        "{{ waarschuwingen }}",
        "{{ kenmerken }}",
        "{{ inhoudsopgave }}",
        "{{ inhoud }}",
        "Slot van de gemeente",
        wijzig=met_kop,
    )
    resultaat, uit = maak(raw)
    word = docx.Document(str(uit))
    teksten = [alinea.text for alinea in word.paragraphs]

    assert resultaat.code == 0, resultaat.uit
    assert teksten[0] == "Zaaknummer 12 & 13 <concept>"
    assert "Regionaal administratieprotocol van Proefregio: Afspraken over toewijzen" in teksten[1]
    assert teksten[2] == ("Geldt vanaf woensdag 1 januari 2025, besluit Verzonnen besluit op vrijdag 15 november 2024")
    assert teksten[-1] == "Slot van de gemeente"
    assert "Ondertekening" in teksten
    assert not [tekst for tekst in teksten if "{{" in tekst or "\ue000" in tekst]
    kop = word.sections[0].header.paragraphs[0]
    assert kop.text == "Gemeente Proefstad: Regionaal administratieprotocol Proefregio VOORBEELD"
    assert 'string="VOORBEELD"' in kop._p.xml


def test_the_styles_of_the_template_are_used_and_missing_ones_are_added(
    maak: Callable[[bytes], tuple[Resultaat, Path]],
) -> None:
    """A Dutch Word calls the style 'heading 1' Kop1 inside the file."""
    delen = unzipped(mal("{{ versie }} {{ digest }}", "{{ inhoud }}"))
    stijlen = delen["word/styles.xml"].decode().replace('w:styleId="Heading1"', 'w:styleId="Kop1"')
    delen["word/styles.xml"] = stijlen.replace('w:styleId="Normal"', 'w:styleId="Standaard"').encode()
    resultaat, uit = maak(zipped(delen))
    word = docx.Document(str(uit))
    kop = next(alinea for alinea in word.paragraphs if alinea.text == "Deel A  Algemeen")

    assert resultaat.code == 0, resultaat.uit
    assert kop._p.pPr.pStyle.val == "Kop1"
    assert {"Protocol lid", "Protocol tabel", "Protocol kader"} <= {stijl.name for stijl in word.styles}


@pytest.mark.parametrize(
    ("alinea", "code", "zin"),
    [
        ("Zie {{ inhoud }}", "RP525", "{{ inhoud }} staat in de mal tussen andere tekst."),
        ("{{ inhoud }} {{ inhoud }}", "RP525", "{{ inhoud }} staat 2 keer in de mal."),
        ("{{ verzie }} {{ inhoud }}", "RP524", "De mal vraagt om 'verzie'. Dat kennen we niet."),
        ("{{ verzie }} {{ inhoud }}", "RP524", "Bedoelde u 'versie'?"),
        ("{% for x in [1] %}{{ x }}{% endfor %}", "RP525", "alleen namen mogen"),
        ("{{ versie.__class__ }}", "RP525", "alleen namen mogen"),
        ("{{ 7 * 7 }}", "RP525", "alleen namen mogen"),
        ("{{ inhoud }", "RP525", "een haakje te weinig of te veel"),
        ("{{p inhoud }}", "RP525", "Schrijf {{ inhoud }}, in een eigen alinea."),
        ("{{ versie }} {{ digest }}", "RP526", "In de mal staat nergens {{ inhoud }}."),
    ],
)
def test_a_placeholder_that_cannot_be_filled_is_a_finding(
    maak: Callable[[bytes], tuple[Resultaat, Path]], alinea: str, code: str, zin: str
) -> None:
    resultaat, uit = maak(mal(alinea))

    assert resultaat.code == 1
    assert code in resultaat.uit
    assert zin in " ".join(resultaat.uit.split())
    assert "Er is niets geschreven." in resultaat.uit
    assert uit.read_bytes() == MIJN_OUDE


def test_a_template_that_does_not_show_its_version_gets_a_warning(
    maak: Callable[[bytes], tuple[Resultaat, Path]],
) -> None:
    resultaat, uit = maak(mal("{{ inhoud }}"))

    assert resultaat.code == 0
    assert resultaat.uit.count("RP527") == 4  # two findings, each with its code and how to read more
    assert uit.read_bytes() != MIJN_OUDE


def _met_bit(raw: bytes) -> bytes:
    """Say of the first part that it is encrypted, as a zip with a password does."""
    plek = raw.index(b"PK\x01\x02") + 8
    return raw[:plek] + bytes([raw[plek] | 1]) + raw[plek + 1 :]


def _andere_soort(soort: str) -> bytes:
    delen = unzipped(mal("{{ inhoud }}"))
    types = delen["[Content_Types].xml"].decode()
    delen["[Content_Types].xml"] = types.replace("wordprocessingml.document.main+xml", soort).encode()
    return zipped(delen)


def _met_deel(naam: str, inhoud: bytes) -> bytes:
    return zipped({**unzipped(mal("{{ inhoud }}")), naam: inhoud}, zipfile.ZIP_DEFLATED)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.7 geen Word", "RP521"),
        (b"", "RP521"),
        (zipped({"leesmij.txt": "niets"}), "RP521"),
        (compound_file(["WordDocument", "1Table"]), "RP521"),
        (_andere_soort("wordprocessingml.template.main+xml"), "RP521"),
        (_andere_soort("spreadsheetml.sheet.main+xml"), "RP521"),
        (mal("{{ inhoud }}")[:9_000], "RP522"),
        (_met_deel("word/document.xml", b"<geen><xml"), "RP522"),
        (zipped({n: d for n, d in unzipped(mal("{{ inhoud }}")).items() if n != "word/document.xml"}), "RP522"),
        (compound_file(["EncryptedPackage", "EncryptionInfo"]), "RP523"),
        (compound_file(["EncryptedPackage", "LabelInfo"]), "RP523"),
        (_met_bit(mal("{{ inhoud }}")), "RP523"),
        (_met_deel("word/bom.bin", b"\0" * 60_000_000), "RP528"),
        (_met_deel("word/entiteit.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "RP528"),
    ],
)
def test_a_file_that_is_no_good_word_document_is_a_finding(
    maak: Callable[[bytes], tuple[Resultaat, Path]], raw: bytes, code: str
) -> None:
    resultaat, uit = maak(raw)

    assert resultaat.code == 1, resultaat.fout
    assert code in resultaat.uit
    assert uit.read_bytes() == MIJN_OUDE
    assert [pad.name for pad in uit.parent.iterdir() if "nieuw" in pad.name] == []
