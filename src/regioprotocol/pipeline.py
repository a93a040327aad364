"""The stages in a row: read, shape, assemble, check. What comes out is the workspace with all findings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regioprotocol.assemble import assemble
from regioprotocol.checks import check
from regioprotocol.diagnostics import Melding
from regioprotocol.model.werkmap import Werkmap
from regioprotocol.schema import check_shape, kind_of
from regioprotocol.source import Document, read_workspace

READING = "RP0"
SHAPE = "RP1"
# Versions that could not be read are not missing as well.
FOLLOWS_REGIO = frozenset({"RP207", "RP309"})
LOOKS_LIKE_NUMBER = "RP113"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A workspace that was read: the records, every finding in order of place, and the number of files."""

    werkmap: Werkmap
    meldingen: tuple[Melding, ...]
    bestanden: int

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
