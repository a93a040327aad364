"""Where and when: the workspace, and the one place that looks at the clock."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from regioprotocol.cli.output import Gebruiksfout


def workspace(folder: Path | None) -> Path:
    """Give the workspace: the folder asked for, else this one or the nearest above it with 'regions'."""
    if folder is not None:
        if not folder.is_dir():
            raise Gebruiksfout(f"'{folder}' is geen map." if folder.exists() else f"De map '{folder}' bestaat niet.")
        return folder
    here = Path.cwd()
    return next((map_ for map_ in (here, *here.parents) if (map_ / "regions").is_dir()), here)


def conformance_folder() -> Path:
    """Give the folder with the cases of the suite: in the package when installed, else in the repository."""
    package = Path(__file__).parent.parent
    installed = package / "_conformance"
    return installed if installed.is_dir() else package.parent.parent / "tests" / "conformance"


def site_folder() -> Path:
    """Give the folder with the look, the scripts and the hand-written pages of the site."""
    package = Path(__file__).parent.parent
    installed = package / "_site"
    return installed if installed.is_dir() else package.parent.parent / "site"


def today() -> date:
    """Give today; the one place that looks at the clock."""
    return date.today()
