"""The stages in a row: read, shape, assemble, check. What comes out is the workspace with all findings.

A second step, only when asked, compares the product tables with what was published.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regioprotocol.assemble import assemble
from regioprotocol.checks import check
from regioprotocol.checks.catalogue import catalogus_van, op_tijd
from regioprotocol.checks.history import per_code, terugblik
from regioprotocol.diagnostics import Melding, Plaats, soort
from regioprotocol.model.product import Producttabel
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.resolve import resolve
from regioprotocol.schema import check_shape, kind_of
from regioprotocol.source import Document, read_workspace

if TYPE_CHECKING:
    from regioprotocol.tables.published import Gepubliceerd

READING = "RP0"
SHAPE = "RP1"
# Versions that could not be read are not missing as well.
FOLLOWS_REGIO = frozenset({"RP207", "RP309"})
LOOKS_LIKE_NUMBER = "RP113"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergeleken:
    """The table of one region beside what was published: how many codes, how many findings, what a reader must know."""

    regio: str
    codes: int = 0
    meldingen: int = 0
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A workspace that was read: the records, every finding in order of place, and the number of files.

    *tegen*: what the tables were compared with, when that was asked; *vergeleken*: how, for each region.
    """

    werkmap: Werkmap
    meldingen: tuple[Melding, ...]
    bestanden: int
    tegen: str = ""
    vergeleken: tuple[Vergeleken, ...] = ()

    @property
    def fouten(self) -> int:
        """Count the findings that stop an export."""
        return sum(melding.soort.ernst == "fout" for melding in self.meldingen)

    @property
    def waarschuwingen(self) -> int:
        """Count the rest."""
        return len(self.meldingen) - self.fouten


def load(
    folder: Path, vandaag: date, alleen: Collection[str] | None = None, anders: Mapping[str, bytes] | None = None
) -> Gelezen:
    """Read and check a workspace. *vandaag* decides only whether an acknowledgement has run out.

    With *alleen* only these regions are whole; findings on the other ones then mean nothing. With *anders*
    a file is checked as it would be with these bytes.
    """
    sources = read_workspace(folder, alleen, anders)
    meldingen = list(sources.meldingen)
    documents: list[tuple[Document, str]] = []
    for document in sources.documents:
        kind = kind_of(document)
        goed, fouten = check_shape(document, kind)
        meldingen += fouten
        if goed:
            documents.append((goed, kind))
    kapot = {melding.plaats.bestand for melding in meldingen if melding.soort.ernst == "fout"}
    werkmap, ongetypt = assemble(documents, kapot)
    meldingen += ongetypt
    meldingen += check(werkmap, vandaag)
    return Gelezen(
        werkmap, tuple(sorted(_zonder_herhaling(meldingen), key=lambda m: m.sorteersleutel)), sources.bestanden
    )


def _in_regio_yaml(melding: Melding) -> bool:
    return melding.plaats.bestand.endswith("/regio.yaml") and melding.soort.code.startswith(SHAPE)


def _zonder_herhaling(meldingen: list[Melding]) -> set[Melding]:
    """Leave out what repeats a mistake: on a place that could not be read, or a warning where a fout is."""
    onleesbaar = {m.plaats for m in meldingen if m.soort.code.startswith(READING)}
    fout = {m.plaats for m in meldingen if m.soort.ernst == "fout"}
    kapot = {m.plaats.bestand.rpartition("/")[0] for m in meldingen if _in_regio_yaml(m)}
    return {
        m
        for m in meldingen
        if not (m.soort.code in FOLLOWS_REGIO and m.plaats.bestand.startswith(tuple(f"{map_}/" for map_ in kapot)))
        if m.soort.code.startswith(READING)
        or (m.plaats not in onleesbaar and (m.soort.code != LOOKS_LIKE_NUMBER or m.plaats not in fout))
    }


def met_historie(gelezen: Gelezen, was: Gepubliceerd, vandaag: date) -> Gelezen:
    """Compare the product tables with the published ones: days before *vandaag* may not change (RP440)."""
    meldingen = list(gelezen.meldingen)
    vergeleken = []
    for regio in sorted({*was.tabellen, *was.onleesbaar}):
        gevonden, rij = _vergelijk(gelezen, was, regio, vandaag)
        meldingen += gevonden
        vergeleken.append(rij)
    op_plaats = tuple(sorted(set(meldingen), key=lambda m: m.sorteersleutel))
    return replace(gelezen, meldingen=op_plaats, tegen=was.naam, vergeleken=tuple(vergeleken))


def _vergelijk(gelezen: Gelezen, was: Gepubliceerd, regio: str, vandaag: date) -> tuple[list[Melding], Vergeleken]:
    oud = was.tabellen.get(regio)
    codes = len(per_code(oud)) if oud else 0
    if oud is None or not codes:
        opmerking = "kon niet worden gelezen" if regio in was.onleesbaar else "had nog geen codes"
        return [], Vergeleken(regio=regio, opmerking=opmerking)
    if oud.status == "concept":
        return [], Vergeleken(regio=regio, opmerking="was een concept")
    bestand = f"productcodes/{regio}.yaml"
    if any(_onleesbaar(melding, bestand) for melding in gelezen.meldingen):
        return [], Vergeleken(regio=regio, opmerking="niet vergeleken: verbeter eerst de fouten in de tabel")
    gegevens = gelezen.werkmap.regios.get(regio)
    nu = gegevens.producten if gegevens else None
    gevonden = list(_meldingen(gelezen, oud, nu, vandaag)) if nu else [_tabel_weg(regio, bestand, codes)]
    opmerking = "een deel kon niet worden gelezen" if regio in was.onleesbaar else ""
    return gevonden, Vergeleken(regio=regio, codes=codes, meldingen=len(gevonden), opmerking=opmerking)


def _onleesbaar(melding: Melding, bestand: str) -> bool:
    # A row whose shape is wrong was left out; it would look as if it had been taken from the table.
    vorm = melding.soort.code.startswith((READING, SHAPE)) and melding.soort.ernst == "fout"
    return vorm and melding.plaats.bestand == bestand


def _meldingen(gelezen: Gelezen, was: Producttabel, nu: Producttabel, vandaag: date) -> Iterator[Melding]:
    yield from terugblik(was, nu, vandaag)
    if per_code(nu).keys() <= per_code(was).keys():
        return
    try:
        snapshot = resolve(gelezen.werkmap, nu.regio)
    except ValueError:  # a period that has no days: a finding of its own
        return
    if catalogus := catalogus_van(snapshot, vandaag):
        yield from op_tijd(was, nu, catalogus)


def _tabel_weg(regio: str, bestand: str, codes: int) -> Melding:
    tekst = f"De tabel van {regio} is weg. Er waren {codes} codes gepubliceerd."
    return Melding(soort("RP444"), Plaats(bestand), tekst, "Zet de tabel terug, en geef de codes een einddatum.")
