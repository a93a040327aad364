"""Files by their path below a folder: read together, written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.parameterset import OnbekendeVersieError, Parameterset, decode
from regioprotocol.source import oorzaak


def read_below(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, by its path with forward slashes. Raises Gebruiksfout."""
    if not folder.is_dir():
        raise Gebruiksfout(f"De map '{folder}' bestaat niet.")
    try:
        paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError as error:
        raise Gebruiksfout(f"We kunnen '{folder}' niet lezen ({oorzaak(error)}).") from None


def read_set(path: Path) -> Parameterset:
    """Read a parameter set. Raises Gebruiksfout for a file that is none."""
    try:
        return decode(path.read_bytes())
    except OSError:
        raise Gebruiksfout(f"Het bestand '{path}' kunnen we niet lezen.") from None
    except OnbekendeVersieError as error:
        raise Gebruiksfout(f"'{path}': {error}.") from None


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files as *folder*. They are made beside it first; a stop halfway leaves the old folder.

    A run that was killed between the two renames left the old folder beside its place; it is put back here
    first. What else stood in the folder stays there, but a folder below it that these files go into is theirs: no
    older file stays in it. Raises Gebruiksfout when the disk refuses.
    """
    new, old = (folder.with_name(f".{folder.name}.{suffix}") for suffix in ("nieuw", "oud"))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _recover(folder, new, old)
        new.mkdir()
        _keep_others(folder, new, files)
        for name, content in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        _swap(folder, new, old)
    except OSError as error:
        tekst = f"We kunnen '{folder}' niet schrijven ({oorzaak(error)}). Wat er stond, staat er nog."
        raise Gebruiksfout(tekst) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_file(path: Path, content: bytes) -> None:
    """Write one file whole: it is made beside its place first. Raises Gebruiksfout when the disk refuses."""
    new = path.with_name(f".{path.name}.nieuw")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(path)
    except PermissionError:
        tekst = (
            f"We mogen '{path}' niet schrijven. Staat het bestand nog open in Excel? Sluit het en probeer het opnieuw."
        )
        raise Gebruiksfout(f"{tekst} Wat er stond, staat er nog.") from None
    except OSError as error:
        tekst = f"We kunnen '{path}' niet schrijven ({oorzaak(error)}). Wat er stond, staat er nog."
        raise Gebruiksfout(tekst) from None
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files that are not there yet. Raises Gebruiksfout, before anything is written, when one is."""
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise Gebruiksfout(f"'{there[0]}' bestaat al. Er is niets veranderd.")
    try:
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    except OSError as error:
        raise Gebruiksfout(f"We kunnen niet schrijven in '{folder}' ({oorzaak(error)}).") from None


def swap_folder(new: Path, folder: Path) -> None:
    """Put a folder that is whole in the place of *folder*. Raises Gebruiksfout; then the old one is still there."""
    old = folder.with_name(f".{folder.name}.oud")
    try:
        if old.is_dir() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
        _swap(folder, new, old)
    except OSError as error:
        tekst = f"We kunnen '{folder}' niet schrijven ({oorzaak(error)}). Wat er stond, staat er nog."
        raise Gebruiksfout(tekst) from None


def _recover(folder: Path, new: Path, old: Path) -> None:
    shutil.rmtree(new, ignore_errors=True)
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _keep_others(folder: Path, new: Path, files: Mapping[str, bytes]) -> None:
    ours = {PurePosixPath(name).parts[0] for name in files}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name in ours:
            continue
        if path.is_dir():
            shutil.copytree(path, new / path.name)
        else:
            shutil.copy2(path, new / path.name)


def _swap(folder: Path, new: Path, old: Path) -> None:
    """Put the new folder in the place of the old one; when that fails, put the old one back."""
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
