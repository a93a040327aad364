"""Where messages come from: files, folders and zips, in an order that is always the same.

A folder or a zip is one berichtenreeks. Nothing is unpacked to disk, and a zip in a zip stays closed.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple

from regioprotocol.engine.reading.safe import MB, Weigering, leesfout

MEESTE_IN_ZIP: Final = 20_000
GROOTSTE_ZIP: Final = 2048 * MB  # unpacked, all messages together
_ZIPFOUTEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
LEESFOUTEN: Final = (OSError, *_ZIPFOUTEN)


class Bron(NamedTuple):
    """A message to be read: its name for the user, its size, and how to open it."""

    naam: str
    grootte: int
    open: Callable[[], IO[bytes]]


class Weiger(NamedTuple):
    """A file that gives no message at all, and why."""

    naam: str
    weigering: Weigering


class Reeksbron(NamedTuple):
    """The messages of one folder, zip or file."""

    naam: str
    bronnen: tuple[Bron | Weiger, ...]


def uit_bytes(naam: str, inhoud: bytes) -> Bron:
    """Give a message that is already in memory."""
    return Bron(netjes(naam), len(inhoud), lambda: io.BytesIO(inhoud))


def vind(paden: Iterable[Path]) -> Iterator[Reeksbron]:
    """Give the berichtenreeksen of files, folders and zips; those of a folder by name."""
    for pad in paden:
        if pad.is_dir():
            yield from _map(pad)
        elif zipfile.is_zipfile(pad):
            yield _zip(str(pad))
        else:
            yield Reeksbron(netjes(str(pad)), (_bestand(str(pad)),))


def netjes(naam: str) -> str:
    """Give a name that can be shown: no line ends or control characters from a zip."""
    if naam.isprintable():
        return naam
    return "".join(teken if teken.isprintable() else "?" for teken in naam)


def _map(map_: Path) -> Iterator[Reeksbron]:
    berichten: list[str] = []
    zips: list[str] = []
    for ouder, mappen, bestanden in os.walk(map_, followlinks=False):
        mappen.sort()
        for bestand in bestanden:
            soort = bestand[-4:].lower()
            if soort in {".xml", ".zip"}:
                (berichten if soort == ".xml" else zips).append(f"{ouder}{os.sep}{bestand}")
    if berichten or not zips:
        bronnen = tuple(map(_bestand, sorted(berichten)))
        yield Reeksbron(netjes(str(map_)), bronnen or (_geen_berichten(str(map_), "deze map"),))
    for pad in sorted(zips):
        yield _zip(pad)


def _bestand(pad: str) -> Bron | Weiger:
    naam = netjes(pad)
    try:
        gegevens = os.stat(pad)  # noqa: PTH116  a Path for each of thousands of files costs as much as reading it
    except (OSError, ValueError):
        return Weiger(naam, leesfout())
    if not stat.S_ISREG(gegevens.st_mode):
        return Weiger(naam, leesfout())
    return Bron(naam, gegevens.st_size, lambda: open(pad, "rb", buffering=0))  # noqa: PTH123


def _zip(pad: str) -> Reeksbron:
    naam = netjes(pad)
    try:
        with zipfile.ZipFile(pad) as archief:
            leden = [lid for lid in archief.infolist() if not lid.is_dir()]
    except LEESFOUTEN:
        return Reeksbron(naam, (Weiger(naam, _zipfout("Dit zip-bestand is beschadigd.")),))
    if len(leden) > MEESTE_IN_ZIP or sum(lid.file_size for lid in leden) > GROOTSTE_ZIP:
        return Reeksbron(naam, (Weiger(naam, _zipfout("Dit zip-bestand wordt veel te groot als het opengaat.")),))
    berichten = sorted((lid for lid in leden if _is_bericht(lid.filename)), key=lambda lid: lid.filename)
    bronnen = tuple(_lid(pad, lid) for lid in berichten)
    return Reeksbron(naam, bronnen or (_geen_berichten(naam, "dit zip-bestand"),))


def _is_bericht(naam: str) -> bool:
    """Tell whether a name in a zip is that of a message; macOS adds copies that are none."""
    return naam.lower().endswith((".xml", ".zip")) and not naam.startswith("__MACOSX/")


def _lid(pad: str, lid: zipfile.ZipInfo) -> Bron | Weiger:
    naam = netjes(f"{pad}/{lid.filename}")
    if lid.flag_bits & 1:
        return Weiger(naam, _zipfout("Dit bericht is beveiligd met een wachtwoord."))
    if lid.filename.lower().endswith(".zip"):
        return Weiger(naam, _zipfout("Een zip in een zip lezen we niet."))
    return Bron(naam, lid.file_size, lambda: _open_lid(pad, lid))


def _open_lid(pad: str, lid: zipfile.ZipInfo) -> IO[bytes]:
    with zipfile.ZipFile(pad) as archief:
        return archief.open(lid)


def _zipfout(tekst: str) -> Weigering:
    return Weigering("RP912", tekst, "Pak het zip-bestand zelf uit en geef de map met de berichten op.")


def _geen_berichten(naam: str, waarin: str) -> Weiger:
    weigering = Weigering("RP913", f"In {waarin} staan geen berichten.", "Berichten zijn bestanden op .xml.")
    return Weiger(netjes(naam), weigering)
