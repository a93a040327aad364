"""The directory of an OLE file: what old Excel writes, and what Excel puts around a protected workbook.

Layout as in Microsoft's [MS-CFB]; what protection looks like as in [MS-OFFCRYPTO]. Only names are read.
"""

from __future__ import annotations

import struct
from typing import Final

from regioprotocol.source.refusal import RefusedError

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR: Final = 0xFFFFFFFA
_SECTOR_SHIFTS: Final = (9, 12)
_ENTRY: Final = 128
_STORAGE_OR_STREAM: Final = (1, 2, 5)
_OLD_EXCEL: Final = frozenset({"Workbook", "Book"})
_PROTECTED: Final = "EncryptedPackage"
_LABEL: Final = "LabelInfo"
_RIGHTS: Final = "DRM"  # DRMEncryptedDataSpace, DRMEncryptedTransform, \tDRMContent
_PASSWORD: Final = frozenset({"EncryptionInfo", "StrongEncryptionDataSpace", "StrongEncryptionTransform"})
_OTHERS: Final = (
    ("WordDocument", "een oud Word-document (.doc)"),
    ("PowerPoint Document", "een oude PowerPoint-presentatie (.ppt)"),
    ("__properties_version1.0", "een e-mail van Outlook (.msg)"),
)


def refuse(raw: bytes) -> RefusedError:
    """Say why this OLE file is no workbook that we read: old, with a password, with a label, or something else."""
    names = entry_names(raw)
    if any(_RIGHTS in name or name == _LABEL for name in names):
        return RefusedError("RP024", "Dit Excel-bestand is beveiligd met een vertrouwelijkheidslabel.")
    if _PASSWORD & names:
        return RefusedError("RP023", "Dit Excel-bestand is beveiligd met een wachtwoord.")
    if _PROTECTED in names:
        tekst = "Dit Excel-bestand is beveiligd, met een wachtwoord of met een vertrouwelijkheidslabel."
        hint = "Sla in Excel een kopie op zonder wachtwoord en zonder label, en probeer het opnieuw."
        return RefusedError("RP023", tekst, hint=hint)
    if _OLD_EXCEL & names:
        return RefusedError("RP022", "Dit bestand is van een oude Excel (.xls), hoe het ook heet.")
    for name, wat in _OTHERS:
        if name in names:
            return RefusedError("RP020", f"Dit is {wat}, geen Excel-bestand.")
    return RefusedError("RP022", "Dit bestand is van een oud Office-programma. We lezen er geen bladen in.")


def entry_names(raw: bytes) -> frozenset[str]:
    """Give the names of all storages and streams; of a broken file those that can be reached."""
    names: set[str] = set()
    try:
        (shift,) = struct.unpack_from("<H", raw, 30)
        (sector,) = struct.unpack_from("<I", raw, 48)
        if shift not in _SECTOR_SHIFTS:
            return frozenset()
        size = 1 << shift
        parts = _table_parts(raw, size)
        seen: set[int] = set()
        while sector < _LAST_SECTOR and sector not in seen:
            seen.add(sector)
            names.update(_names_in(raw[(sector + 1) * size : (sector + 2) * size]))
            part, index = divmod(sector, size // 4)
            (sector,) = struct.unpack_from("<I", raw, (parts[part] + 1) * size + index * 4)
    except (struct.error, IndexError):
        pass
    return frozenset(names)


def _table_parts(raw: bytes, size: int) -> list[int]:
    """Give the sectors with the table that says which sector follows which; the first 109 stand in the header."""
    parts = list(struct.unpack_from("<109I", raw, 76))
    (more,) = struct.unpack_from("<I", raw, 68)
    while more < _LAST_SECTOR and len(parts) * size < len(raw):
        *listed, more = struct.unpack_from(f"<{size // 4}I", raw, (more + 1) * size)
        parts += listed
    return parts


def _names_in(sector: bytes) -> set[str]:
    names = set()
    for begin in range(0, len(sector) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", sector, begin + 64)
        if kind in _STORAGE_OR_STREAM:
            names.add(sector[begin : begin + min(length, 64)].decode("utf-16-le", "replace").rstrip("\0"))
    return names
