"""document: what stands in it, the same bytes twice, hostile text, marks on every page, and what changed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
import pikepdf
import pytest
from case_files import DAG, copy_basis, read
from conftest import ROOT, Opdracht, voer_uit

from regioprotocol.document import Bron, Document, bouw
from regioprotocol.document.data import als_data
from regioprotocol.document.pdf import als_pdf
from regioprotocol.document.records import Kader, Leden, Onderdeel, Ondertekening, Sectie
from regioprotocol.document.word_file import als_docx
from regioprotocol.export import build
from regioprotocol.parameterset import Index, encode
from regioprotocol.pipeline import Gelezen
from regioprotocol.prose import Alinea, Opsomming, Tabel, platte_tekst
from regioprotocol.resolve import resolve

HIER: Final = Path(__file__).parent / "document"
VERWACHT: Final = HIER / "proef.txt"
REGIO: Final = "midden-ijssel-oost-veluwe"
OP: Final = ("--op", "2026-06-01")
# A picture stays what it is in text: a link. Nothing is fetched.
ADRESSEN: Final = {"https://example.com/a?b=1&c=2", "https://example.com/x.png"}
# A turned word: the first number of the matrix is a cosine between 0 and 1.
GEDRAAID: Final = 0.2


def maak(gelezen: Gelezen, regio: str = "proef", op: date = DAG) -> Document:
    """Build the document of a region."""
    snapshot, standaard = resolve(gelezen.werkmap, regio), resolve(gelezen.werkmap)
    return bouw(Bron(snapshot=snapshot, index=Index.van(build(snapshot)), standaard=Index.van(build(standaard)), op=op))


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Give the document of the small workspace."""
    return maak(read(copy_basis(tmp_path_factory.mktemp("proef"))))


@pytest.fixture(scope="module")
def vijandig(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Give the document of a workspace in which every text tries to be something else."""
    folder = copy_basis(tmp_path_factory.mktemp("vijandig"))
    hoofdstuk = (HIER / "vijandig.md").read_bytes()
    (folder / "regions" / "proef" / "werkwijze" / "vijandig.md").write_bytes(hoofdstuk)
    vot = folder / "regions" / "proef" / "vot.yaml"
    gewoon = "reden: Na de diagnostiek is bekend welke behandeling nodig is."
    anders = "reden: '#panic() </w:t><script> {{ x }} \\ " + "a" * 10_000 + "'"
    vot.write_text(vot.read_text(encoding="utf-8").replace(gewoon, anders), encoding="utf-8")
    return maak(read(folder))


def regels(secties: Iterable[Sectie], diepte: int = 0) -> Iterator[str]:
    """Write sections as lines that a person can compare."""
    for sectie in secties:
        yield f"{'#' * (diepte + 1)} {sectie.nummer} {sectie.titel}".rstrip()
        for onderdeel in sectie.onderdelen:
            yield from (f"  {regel}" for regel in _tekst(onderdeel))
        yield from regels(sectie.secties, diepte + 1)


def _tekst(onderdeel: Onderdeel) -> Iterator[str]:
    match onderdeel:
        case Leden():
            for lid in onderdeel.leden:
                merk = f"[{lid.merk}] " if lid.merk else ""
                yield f"{lid.nummer}. {merk}{lid.voor}: {lid.zin} ({lid.herkomst})"
                yield from (f"   {kop or 'toelichting'}: {tekst}" for kop, tekst in lid.toelichting)
        case Kader():
            yield f"! {onderdeel.titel}: {onderdeel.tekst}"
        case Ondertekening():
            yield f"Tekenen: {', '.join(onderdeel.partijen)}"
        case Alinea():
            yield platte_tekst(onderdeel.stukken)
        case Tabel():
            for rij in (onderdeel.kop, *onderdeel.rijen):
                yield f"| {' | '.join(platte_tekst(cel) for cel in rij)} |"
        case Opsomming():
            for item in onderdeel.items:
                yield from (f"- {regel}" for blok in item for regel in _tekst(blok))
        case _:
            yield str(onderdeel)


def eigen_deel(document: Document) -> str:
    """Give what the small region itself is in: without the fixed texts and the rules that it does not touch."""
    deel_a, deel_b, _, *rest = document.delen
    kort = [s for s in deel_a.secties if s.nummer == "A4"]
    versies = [s for hoofdstuk in deel_a.secties for s in hoofdstuk.secties if s.nummer in {"A1.1", "A1.2", "A1.3"}]
    bronnen = [s for s in rest[-1].secties if s.nummer != "Bijlage 3.2"]
    kenmerken = "\n".join(f"{naam}: {waarde}" for naam, waarde in document.kenmerken)
    return "\n".join([document.titel, kenmerken, *regels([*versies, *kort, deel_b, *rest[:-1], *bronnen]), ""])


def test_the_document_of_a_small_region_reads_as_expected(proef: Document) -> None:
    assert eigen_deel(proef) == VERWACHT.read_text(encoding="utf-8")


def test_paragraph_numbers_are_unique_and_every_link_points_to_one(gelezen: Gelezen) -> None:
    document = maak(gelezen, REGIO)
    nummers = [sectie.nummer for sectie in _alle(document.delen) if sectie.nummer]
    doelen = set(re.findall(r"'doel': '#([^']+)'", str(als_data(document))))

    assert len(nummers) == len(set(nummers))
    assert doelen
    assert doelen <= set(nummers)


def test_a_rule_stands_in_the_chapter_that_decides_it(gelezen: Gelezen) -> None:
    """Annex 4 also names the terms of the VOT in its annexes, but decides them in hoofdstuk 4."""
    nummers = {sectie.regel: sectie.nummer for sectie in _alle(maak(gelezen, REGIO).delen) if sectie.regel}

    assert nummers["vot.indientermijn"].startswith("4.")
    assert nummers["declaratie.eenheid"].startswith("7.")
    assert nummers["berekening.uren"].startswith("C")


def test_what_changes_later_stands_beside_what_holds_now(gelezen: Gelezen) -> None:
    document = maak(gelezen, "voorbeeldregio")
    sectie = next(sectie for sectie in _alle(document.delen) if sectie.regel == "correctie.goedgekeurd")
    leden = [lid for onderdeel in sectie.onderdelen if isinstance(onderdeel, Leden) for lid in onderdeel.leden]

    assert [lid.voor for lid in leden] == [
        "vanaf 1 januari 2025 tot en met 31 december 2026",
        "vanaf 1 januari 2027",
    ]


def test_every_rule_with_a_case_stands_in_the_document_once(gelezen: Gelezen) -> None:
    document = maak(gelezen, REGIO)
    met_geval = {naam for naam, gevallen in resolve(gelezen.werkmap, REGIO).gevallen.items() if gevallen}
    er_in = [sectie.regel for sectie in _alle(document.delen) if sectie.regel]

    assert len(er_in) == len(set(er_in))
    # What only held before this day, or only in a variant that the region does not have, is not in it.
    assert met_geval.difference(er_in) <= {"declaratie303.eenheid", "bericht303.vorm"}


def _alle(secties: Iterable[Sectie]) -> Iterator[Sectie]:
    for sectie in secties:
        yield sectie
        yield from _alle(sectie.secties)


def test_what_a_binding_rule_overrules_stays_visible_and_is_marked(gelezen: Gelezen) -> None:
    document = maak(gelezen, REGIO)
    in_strijd = {
        sectie.regel
        for sectie in _alle(document.delen)
        for onderdeel in sectie.onderdelen
        if isinstance(onderdeel, Leden)
        for lid in onderdeel.leden
        if lid.merk == "in strijd met landelijke regel"
    }

    # Annex 4, 4.2 (codes in the 316), 6.4 (delete and resend a stop) and hoofdstuk 7 (start message before payment).
    assert in_strijd == {"retour316.functioneel", "stop.tijdelijk.definitief", "declaratie.startbericht_voorwaarde"}


def test_a_rendering_that_the_region_did_not_publish_says_so(gelezen: Gelezen) -> None:
    echt, verzonnen = maak(gelezen, REGIO), maak(gelezen, "voorbeeldregio")

    assert [kader.titel for kader in echt.waarschuwingen] == ["Onofficiële weergave"]
    assert "De vastgestelde tekst van het protocol gaat voor." in echt.waarschuwingen[0].tekst
    assert [kader.titel for kader in verzonnen.waarschuwingen] == ["Voorbeeld"]


@pytest.mark.parametrize(("regio", "merk"), [(REGIO, ""), ("voorbeeldregio", "VOORBEELD"), ("zuid-limburg", "CONCEPT")])
def test_the_status_stands_across_every_page(gelezen: Gelezen, regio: str, merk: str) -> None:
    document = maak(gelezen, regio)
    with pikepdf.open(BytesIO(als_pdf(document))) as pdf:
        gedraaid = [_heeft_gedraaide_tekst(pagina) for pagina in pdf.pages]
    inhoud, _ = als_docx(document)
    koppen = [sectie.header._element.xml for sectie in docx.Document(BytesIO(inhoud)).sections]

    assert document.watermerk == merk
    assert set(gedraaid) == {bool(merk)}
    assert [f'string="{merk}"' in kop for kop in koppen] == [bool(merk)] * len(koppen)


def _heeft_gedraaide_tekst(pagina: Any) -> bool:
    matrices = (operands for operands, operator in pikepdf.parse_content_stream(pagina) if str(operator) == "cm")
    return any(GEDRAAID < abs(float(m[0])) < 1 and GEDRAAID < abs(float(m[1])) < 1 for m in matrices)


def test_the_pdf_is_tagged_and_names_its_title_and_language(proef: Document) -> None:
    with pikepdf.open(BytesIO(als_pdf(proef))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Regionaal administratieprotocol Proefregio"
            assert metadata["pdfuaid:part"] == "1"
        soorten = {str(element.S) for element in _elementen(pdf.Root.StructTreeRoot)}
    assert {"/Title", "/H1", "/H2", "/TOC", "/Table", "/TH", "/L", "/Link"} <= soorten


def _elementen(knoop: Any) -> Iterator[Any]:
    kinderen = knoop.get("/K", [])
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield kind
            yield from _elementen(kind)


def test_the_word_file_has_headings_headers_of_tables_and_a_language(proef: Document) -> None:
    inhoud, meldingen = als_docx(proef)
    word = docx.Document(BytesIO(inhoud))

    assert meldingen == []
    assert word.core_properties.title == proef.titel
    assert word.core_properties.language == "nl-NL"
    assert "Deel A  Algemeen" in [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    assert all("w:tblHeader" in tabel.rows[0]._tr.xml for tabel in word.tables)
    voet = "\n".join(p.text for p in word.sections[0].footer.paragraphs)
    assert f"Versie {proef.versie}" in voet
    assert proef.digest in voet


@pytest.mark.parametrize("formaat", ["pdf", "docx"])
def test_two_runs_give_the_same_bytes(formaat: str, tmp_path: Path) -> None:
    """Each in its own process and folder: nothing of the machine or the moment may come along."""
    uit = []
    for naam in ("een", "twee"):
        folder = copy_basis(tmp_path / naam)
        bestand = folder / f"protocol.{formaat}"
        woorden = ["document", "proef", "--uit", str(bestand), "--map", str(folder), *OP]
        subprocess.run([sys.executable, "-m", "regioprotocol", *woorden], check=True, capture_output=True, cwd=ROOT)
        uit.append(bestand.read_bytes())

    assert uit[0] == uit[1]
    assert len(uit[0]) > 10_000


def test_text_that_looks_like_code_is_shown_and_not_run(vijandig: Document) -> None:
    inhoud, meldingen = als_docx(vijandig)
    word = docx.Document(BytesIO(inhoud))
    tekst = "\n".join([
        *(p.text for p in word.paragraphs),
        *(cel.text for tabel in word.tables for rij in tabel.rows for cel in rij.cells),
    ])  # fmt: skip

    assert meldingen == []
    for stuk in (
        "Hoofdstuk #1 <script>alert(1)</script> $x^2$ {{ geheim }} \\ @ref",
        '#set page(width: 1cm) en $ sum_(i=1)^n $ en <script>alert("x")</script> en <b>vet</b>.',
        "Kop met #pagebreak() en \\textbf{x}",
        '@verwijzing en <label> en #eval("1+1") en {% if waar %} en {{geheim}}',
        "<w:p><w:r><w:t>geen Word</w:t></w:r></w:p>",
        "{_{ en \\u{1F600}",
        "😀 en 漢字",
        "a" * 10_000,
    ):
        assert stuk in tekst
    assert "10 weken + 5 werkdagen na de start van de diagnostiek" in tekst
    adressen = {relatie.target_ref for relatie in word.part.rels.values() if relatie.is_external}
    assert adressen == ADRESSEN


def test_the_pdf_of_hostile_text_has_no_action_and_stays_on_the_page(vijandig: Document) -> None:
    data = str(als_data(vijandig))
    with pikepdf.open(BytesIO(als_pdf(vijandig))) as pdf:
        maten = {tuple(float(maat) for maat in pagina.mediabox) for pagina in pdf.pages}
        acties = {
            str(noot.A.get("/URI", noot.A.S))
            for pagina in pdf.pages
            for noot in pagina.get("/Annots", [])
            if "/A" in noot
        }

    assert "#set page(width: 1cm)" in data
    assert {tuple(sorted(round(maat) for maat in rand)) for rand in maten} == {(0, 0, 595, 842)}
    assert acties == ADRESSEN


def test_the_document_tells_what_changed_since_a_day(opdracht: Opdracht, tmp_path: Path) -> None:
    bestand = tmp_path / "protocol.docx"
    resultaat = opdracht("document", "vbr", "--uit", str(bestand), "--was-wordt", "2025-06-01", *OP)
    tabel = _was_wordt(bestand)

    assert resultaat.code == 0
    assert resultaat.uit.startswith(f"{bestand}: stand van 1 juni 2026, sha256:")
    assert ["Hoogste vergoeding voor eigen vervoer (verzonnen)", "Gemeente Fictiedorp", "€ 12,50", "€ 15,00"] in [
        rij[:4] for rij in tabel
    ]


def test_the_document_tells_what_changed_since_a_published_set(tmp_path: Path) -> None:
    folder = copy_basis(tmp_path / "werkmap")
    oude = tmp_path / "parameterset.json"
    oude.write_bytes(encode(build(resolve(read(folder).werkmap, "proef"))))
    vot = folder / "regions" / "proef" / "vot.yaml"
    vot.write_text(vot.read_text(encoding="utf-8").replace("10 weken", "12 weken"), encoding="utf-8")
    bestand = tmp_path / "protocol.docx"

    resultaat = voer_uit(
        "document", "proef", "--uit", str(bestand), "--map", str(folder), "--was-wordt", str(oude), *OP
    )

    assert resultaat.code == 0, resultaat.fout
    assert _was_wordt(bestand) == [
        [
            "Termijn voor het verzoek om toewijzing (VOT)",
            "Productgroep sggz",
            "10 weken + 5 werkdagen na start diagnostiek",
            "12 weken + 5 werkdagen na start diagnostiek",
            "1 januari 2025",
            "Na de diagnostiek is bekend welke behandeling nodig is. Proefprotocol, 2.1",
        ]
    ]


def _was_wordt(bestand: Path) -> list[list[str]]:
    word = docx.Document(str(bestand))
    tabel = next(t for t in word.tables if [c.text for c in t.rows[0].cells][2:4] == ["Was", "Wordt"])
    return [[cel.text for cel in rij.cells] for rij in tabel.rows[1:]]


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("standaard", "--uit", "a.pdf"), "De landelijke standaard is geen protocol. Noem een regio."),
        (("vbr", "--uit", "a.pdf", "--formaat", "docx"), "U vraagt om docx, maar 'a.pdf' eindigt op .pdf."),
        (("vbr", "--uit", "a.txt"), "Welk soort bestand is 'a.txt'?"),
        (("vbr", "--uit", "a.pdf", "--sjabloon", "m.docx"), "Een mal hoort bij Word."),
        (("vbr", "--uit", "a.docx", "--sjabloon", "weg.docx"), "We kunnen de mal 'weg.docx' niet lezen"),
        (("vbr", "--uit", "a.pdf", "--was-wordt", "2027-01-01", *OP), "1 januari 2027 ligt niet voor 1 juni 2026."),
        (("vbr", "--uit", "a.pdf", "--was-wordt", "weg.json"), "Het bestand 'weg.json' kunnen we niet lezen."),
        (("vbr",), "Er ontbreekt een gegeven: --uit."),
    ],
)
def test_wrong_use_is_told_in_dutch_and_writes_nothing(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, woorden: tuple[str, ...], zin: str
) -> None:
    monkeypatch.chdir(tmp_path)
    resultaat = opdracht("document", *woorden)

    assert resultaat.code == 2
    assert zin in resultaat.fout
    assert list(tmp_path.iterdir()) == []


def test_a_set_of_another_region_is_no_earlier_version(opdracht: Opdracht, tmp_path: Path, gelezen: Gelezen) -> None:
    ander = tmp_path / "set.json"
    ander.write_bytes(encode(build(resolve(gelezen.werkmap, REGIO))))
    resultaat = opdracht("document", "vbr", "--uit", str(tmp_path / "a.pdf"), "--was-wordt", str(ander))

    assert resultaat.code == 2
    assert "is van Midden-IJssel/Oost-Veluwe. Geef een eerdere set van Voorbeeldregio" in resultaat.fout


def test_without_the_extra_part_the_program_says_how_to_get_it(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    resultaat = opdracht("document", "vbr", "--uit", str(tmp_path / "a.pdf"))

    assert resultaat.code == 2
    assert 'Typ: pip install "regioprotocol[document]".' in resultaat.fout
