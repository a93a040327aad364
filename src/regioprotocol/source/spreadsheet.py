"""A spreadsheet to sheets and cells: what a file is, is judged by its content and never by its name.

Import it from here and not from the package: most commands never read a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from regioprotocol.diagnostics import Melding, Plaats, bedoelde_u, soort
from regioprotocol.source import compound_file, zip_package
from regioprotocol.source.cells import Formules, Werkboek
from regioprotocol.source.csv_table import read_csv
from regioprotocol.source.refusal import RefusedError
from regioprotocol.source.workspace import oorzaak, printable

GROOTSTE_BESTAND: Final = 50_000_000
_EXTRA: Final = "openpyxl"
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_OTHER_FILES: Final = (
    (b"%PDF", "een PDF"),
    (b"\x89PNG", "een plaatje (PNG)"),
    (b"\xff\xd8\xff", "een foto (JPEG)"),
    (b"GIF8", "een plaatje (GIF)"),
    (b"{\\rtf", "een tekstdocument (RTF)"),
    (b"\x1f\x8b", "een gecomprimeerd bestand (gzip)"),
    (b"7z\xbc\xaf", "een gecomprimeerd bestand (7-Zip)"),
    (b"Rar!", "een gecomprimeerd bestand (RAR)"),
    (b"<?xml", "een XML-bestand"),
    (b"<", "een webpagina (HTML)"),
)
# What Excel and LibreOffice put beside a file that is open: before its name, and after it.
_LOCKS: Final = (("~$", ""), (".~lock.", "#"))


def read_spreadsheet(
    raw: bytes, bestand: str, *, formules: Formules = "weiger", bladen: Collection[str] | None = None
) -> tuple[Werkboek | None, list[Melding]]:
    """Read a spreadsheet. When it cannot be read, or nothing is in it, there is no workbook, only findings.

    *formules*: refuse every formula with a finding, or take the value that was stored last ('waarde').
    *bladen*: read only these sheets, and those that only a program can make visible.
    """
    try:
        werkboek, meldingen = _read(raw, bestand, formules, bladen)
        _check_sheets(werkboek, bladen)
    except RefusedError as error:
        return None, [error.melding(bestand)]
    missing = _missing_sheets(werkboek, bladen)
    if not missing and bladen is None and all(blad.verborgen for blad in werkboek.bladen):
        kind = soort("RP030")
        tekst = "Alle bladen van dit bestand zijn verborgen."
        missing = [Melding(kind, Plaats(bestand), tekst, kind.oplossing)]
    return werkboek, [*missing, *meldingen]


def read_spreadsheet_file(
    path: Path, *, formules: Formules = "weiger", bladen: Collection[str] | None = None
) -> tuple[Werkboek | None, list[Melding]]:
    """Read a spreadsheet from disk, as `read_spreadsheet` does; a file that cannot be opened is a finding."""
    bestand = printable(path.name)
    try:
        raw = _read_bytes(path, bestand)
    except RefusedError as error:
        return None, [error.melding(bestand)]
    werkboek, meldingen = read_spreadsheet(raw, bestand, formules=formules, bladen=bladen)
    if lock := _lock(path):
        tekst = f"Dit bestand staat open: ernaast staat '{lock}'."
        meldingen.insert(0, Melding(soort("RP038"), Plaats(bestand), tekst, soort("RP038").oplossing))
    return werkboek, meldingen


def _read(
    raw: bytes, bestand: str, formules: Formules, bladen: Collection[str] | None
) -> tuple[Werkboek, list[Melding]]:
    if len(raw) > GROOTSTE_BESTAND:
        raise RefusedError("RP026", _too_large(len(raw)))
    begin = raw[:1000].removeprefix(_BYTE_ORDER_MARK).lstrip()
    if not begin and not raw.removeprefix(_BYTE_ORDER_MARK).strip():
        raise RefusedError("RP029", "Dit bestand is leeg.")
    if raw.startswith(compound_file.MAGIC):
        raise compound_file.refuse(raw)
    if raw.startswith(zip_package.MAGIC):
        zip_package.check_package(raw)
        return _read_workbook(raw, bestand, formules, bladen)
    for mark, wat in _OTHER_FILES:
        if begin.startswith(mark):
            raise RefusedError("RP020", f"Dit is {wat}, geen Excel-bestand en geen CSV-bestand.")
    return read_csv(raw, bestand), []


def _read_workbook(
    raw: bytes, bestand: str, formules: Formules, bladen: Collection[str] | None
) -> tuple[Werkboek, list[Melding]]:
    try:
        from regioprotocol.source.workbook import read_workbook  # noqa: PLC0415 - an extra that may be absent
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != _EXTRA:
            raise
        raise RefusedError("RP035", "Om Excel te lezen is een extra onderdeel nodig.") from None
    return read_workbook(raw, bestand, formules=formules, bladen=bladen)


def _check_sheets(werkboek: Werkboek, bladen: Collection[str] | None) -> None:
    if not werkboek.bladnamen:
        raise RefusedError("RP029", "In deze werkmap zit geen blad met cellen.")
    zichtbaar = [blad for blad in werkboek.bladen if not blad.diep_verborgen]
    if not any(blad.rijen for blad in zichtbaar) and not _missing_sheets(werkboek, bladen):
        wie = f"Het blad '{zichtbaar[0].naam}' is" if len(zichtbaar) == 1 else "Alle bladen zijn"
        raise RefusedError("RP029", f"{wie} leeg.")


def _missing_sheets(werkboek: Werkboek, bladen: Collection[str] | None) -> list[Melding]:
    bekend = {naam.strip().casefold() for naam in werkboek.bladnamen}
    return [
        Melding(
            soort("RP034"),
            Plaats(werkboek.bestand),
            f"Het blad '{naam}' staat niet in dit bestand.",
            bedoelde_u(naam, werkboek.bladnamen) or soort("RP034").oplossing,
        )
        for naam in bladen or ()
        if naam.strip().casefold() not in bekend
    ]


def _read_bytes(path: Path, bestand: str) -> bytes:
    if bestand.startswith(_LOCKS[0][0]):
        tekst = f"'{bestand}' is een tijdelijk bestand van Excel, niet de werkmap zelf."
        raise RefusedError("RP001", tekst, hint=f"Bedoelde u '{bestand.removeprefix(_LOCKS[0][0])}'?")
    try:
        if not path.is_file():
            wat = "is een map" if path.is_dir() else "is geen gewoon bestand" if path.exists() else "bestaat niet"
            hint = "" if path.exists() else "Controleer de naam, en de map waarin u staat."
            raise RefusedError("RP001", f"'{bestand}' {wat}.", hint=hint)
        size = path.stat().st_size
        if size > GROOTSTE_BESTAND:
            raise RefusedError("RP026", _too_large(size))
        return path.read_bytes()
    except PermissionError:
        if lock := _lock(path):
            tekst = f"'{bestand}' staat open in Excel: ernaast staat '{lock}'."
            raise RefusedError("RP001", tekst, hint="Sluit het bestand in Excel en probeer het opnieuw.") from None
        tekst = f"We mogen '{bestand}' niet openen."
        hint = "Staat het open in Excel? Sluit het daar. Controleer anders of u rechten heeft op het bestand."
        raise RefusedError("RP001", tekst, hint=hint) from None
    except OSError as error:
        raise RefusedError("RP001", f"We kunnen '{bestand}' niet openen ({oorzaak(error)}).") from None


def _lock(path: Path) -> str:
    """Give the name of the file that shows that this one is open somewhere, or nothing."""
    for before, after in _LOCKS:
        lock = path.with_name(f"{before}{path.name}{after}")
        try:
            if lock.exists():
                return printable(lock.name)
        except OSError:
            continue
    return ""


def _too_large(size: int) -> str:
    return f"Dit bestand is {size // 1_000_000} MB. Hoogstens {GROOTSTE_BESTAND // 1_000_000} MB mag."
