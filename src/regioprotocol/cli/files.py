"""Writing files: a set of files appears whole, or what was there stays."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from regioprotocol.cli.output import Gebruiksfout


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files as *folder*. They are made beside it first; a stop halfway leaves the old folder.

    Raises Gebruiksfout when the disk refuses. What else stood in the folder stays there.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise Gebruiksfout(f"We kunnen niet schrijven in '{folder.parent}' ({error.strerror}).") from None
    try:
        _keep_others(folder, new, files)
        for name, content in files.items():
            target = new / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        new.chmod(0o755)
        _swap(folder, new)
    except OSError as error:
        raise Gebruiksfout(f"We kunnen '{folder}' niet schrijven ({error.strerror}). Er is niets veranderd.") from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _keep_others(folder: Path, new: Path, files: Mapping[str, bytes]) -> None:
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.name not in files:
                copy = shutil.copytree if path.is_dir() else shutil.copy2
                copy(path, new / path.name)


def _swap(folder: Path, new: Path) -> None:
    """Put the new folder in the place of the old one; when that fails, put the old one back."""
    if not folder.exists():
        new.rename(folder)
        return
    old = new.with_name(f"{new.name}-oud")
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
