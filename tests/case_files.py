"""Cases as files: a small valid workspace, and one file that replaces or joins its files.

A case about product tables in time can name a table that was published (`# tegen: tabel.yaml`, in _gepubliceerd),
and give a national code its days (`# landelijk: WMO757 '1' geldig: vanaf 2026-01-01`).
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regioprotocol.diagnostics import Melding
from regioprotocol.pipeline import Gelezen, load, met_historie
from regioprotocol.source import national_folder
from regioprotocol.tables.published import uit_bestanden

TESTS = Path(__file__).parent
BASIS = TESTS / "reject" / "_basis"
GEPUBLICEERD = TESTS / "reject" / "_gepubliceerd"
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
    tegen: str = ""
    codelijst: str = ""
    landelijk: bool = False


def read_case(path: Path) -> Case:
    """Read the header of a case file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    kop = [line.removeprefix("# ").partition(": ") for line in lines if line.startswith("# ")]
    een = {sleutel: waarde for sleutel, _, waarde in kop}
    verwacht = tuple(sorted(waarde for sleutel, _, waarde in kop if sleutel == "verwacht"))
    return Case(path, een["bestand"], verwacht, een.get("tegen", ""), een.get("codelijst", ""), LANDELIJK in lines)


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
    if case.codelijst:
        lijst, code, dagen = case.codelijst.split(" ", 2)
        shutil.copytree(national_folder(), folder / "protocols", dirs_exist_ok=True)
        pad = folder / "protocols" / "codelijsten" / f"{lijst}.yaml"
        tekst = pad.read_text(encoding="utf-8")
        assert tekst.count(f"code: {code},") == 1
        pad.write_text(tekst.replace(f"code: {code},", f"code: {code}, {dagen},"), encoding="utf-8")
    return folder


def read(folder: Path) -> Gelezen:
    """Read a workspace on the day of the tests."""
    return load(folder, DAG)


def judge(case: Case, folder: Path) -> Gelezen:
    """Read the workspace with the file of a case, and compare it with what the case says was published."""
    gelezen = read(place(case, folder))
    if not case.tegen:
        return gelezen
    was = uit_bestanden(case.tegen, {"productcodes/proef.yaml": (GEPUBLICEERD / case.tegen).read_bytes()})
    return met_historie(gelezen, was, DAG)


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
