"""Cases as files: a small valid workspace, and one file that replaces or joins its files."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regioprotocol.diagnostics import Melding
from regioprotocol.pipeline import Gelezen, load

TESTS = Path(__file__).parent
BASIS = TESTS / "reject" / "_basis"
# A case about the national layer says so in a line of its own: it gets a copy of the real one.
LANDELIJK = "# met: protocols"
DAG = date(2026, 6, 1)

# Words that would show that a text of a library reached the reader.
_ENGLISH = frozenset(
    ["the", "not", "required", "expected", "property", "does", "match", "found", "value", "key", "must"]
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case file: where it goes in the workspace, and the findings that its header promises."""

    path: Path
    bestand: str
    verwacht: tuple[str, ...]
    landelijk: bool = False


def read_case(path: Path) -> Case:
    """Read the header of a case file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    bestand = next(line.removeprefix("# bestand: ") for line in lines if line.startswith("# bestand: "))
    verwacht = tuple(sorted(line.removeprefix("# verwacht: ") for line in lines if line.startswith("# verwacht: ")))
    return Case(path, bestand, verwacht, LANDELIJK in lines)


def copy_basis(folder: Path) -> Path:
    """Put the valid workspace in a folder."""
    shutil.copytree(BASIS, folder, dirs_exist_ok=True)
    return folder


def place(case: Case, folder: Path) -> Path:
    """Put the valid workspace with the file of a case in a folder."""
    target = copy_basis(folder) / case.bestand
    if case.landelijk:
        shutil.copytree(TESTS.parent / "protocols", folder / "protocols")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(case.path.read_bytes())
    return folder


def read(folder: Path) -> Gelezen:
    """Read a workspace on the day of the tests."""
    return load(folder, DAG)


def found(gelezen: Gelezen, *, landelijk: bool = False) -> list[str]:
    """Give the findings as the headers of the case files write them: 'RP104 regions/proef/vot.yaml:9:9'.

    A finding on the national layer is no business of a case that is not about it: one test sees that there is none.
    """
    return sorted(
        f"{m.soort.code} {m.plaats}"
        for m in gelezen.meldingen
        if landelijk or not m.plaats.bestand.startswith("protocols/")
    )


def is_dutch(tekst: str) -> bool:
    """Tell whether a text is there, and holds no English of a library."""
    words = tekst.casefold().split()
    return bool(words) and not _ENGLISH & set(words)


def unreadable(meldingen: tuple[Melding, ...]) -> list[Melding]:
    """Give the findings whose text or hint a person cannot use."""
    return [m for m in meldingen if not is_dutch(m.tekst) or not is_dutch(m.hint)]
