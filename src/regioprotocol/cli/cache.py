"""Remember what validate printed for exactly these bytes. It never changes a result and may be deleted."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import msgspec
import typer

_NAMEN = ("protocols", "productcodes", "regions")


class Onthouden(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The outcome of one run, in every form in which it can be shown."""

    fouten: int
    waarschuwingen: int
    tekst: str
    json: str
    github: str


def sleutel(folder: Path, vandaag: date, tegen: str = "") -> str | None:
    """Give a digest of everything that the outcome depends on; None when a file cannot be read.

    *tegen*: what stands for the published tables that are compared with, if any.
    """
    begin = f"{version('regioprotocol')} {vandaag} {folder.resolve()} {tegen}"
    digest = hashlib.blake2b(begin.encode("utf-8", "surrogateescape"), digest_size=20)
    package = Path(__file__).parent.parent
    try:
        for root in (package, package.parent.parent / "protocols", *(folder / naam for naam in _NAMEN)):
            for path in _bestanden(root):
                inhoud = path.read_bytes()
                digest.update(f"{path}\0{len(inhoud)}\0".encode("utf-8", "surrogateescape"))
                digest.update(inhoud)
    except OSError:
        return None
    return digest.hexdigest()


def _bestanden(root: Path) -> Iterator[Path]:
    for map_, mappen, namen in os.walk(root):
        mappen.sort()
        mappen[:] = [naam for naam in mappen if naam != "__pycache__"]
        yield from (Path(map_) / naam for naam in sorted(namen))


def haal(naam: str | None) -> Onthouden | None:
    """Give what was remembered; anything unexpected means: nothing."""
    if naam is None:
        return None
    try:
        return msgspec.json.decode(_plek(naam).read_bytes(), type=Onthouden)
    except (OSError, ValueError, RecursionError):
        return None


def bewaar(naam: str | None, uitkomst: Onthouden) -> None:
    """Remember an outcome; a disk that refuses is no reason to fail."""
    if naam is None:
        return
    plek = _plek(naam)
    try:
        plek.parent.mkdir(parents=True, exist_ok=True)
        for oud in sorted(plek.parent.glob("*.json"), key=lambda p: p.stat().st_mtime)[:-_HOOGSTENS]:
            oud.unlink(missing_ok=True)
        nieuw = plek.with_suffix(f".{os.getpid()}")
        nieuw.write_bytes(msgspec.json.encode(uitkomst))
        nieuw.replace(plek)
    except OSError:
        return


_HOOGSTENS = 50


def _plek(naam: str) -> Path:
    return Path(typer.get_app_dir("regioprotocol")) / "validate" / f"{naam}.json"
