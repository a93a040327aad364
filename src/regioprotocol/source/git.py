"""Files of an earlier day, read from git without touching the working copy. Only reading commands are run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from regioprotocol.source.workspace import telt_mee

_GEDULD: Final = 60  # seconds; a large repository on a slow disk needs some
# No questions, no locks, nothing from the network, and errors in one language.
_OMGEVING: Final = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}


class GitFout(Exception):  # noqa: N818 - a Dutch sentence for the user
    """Git is not there, this is no repository, or it does not know the ref."""


def commit_van(folder: Path, ref: str) -> str:
    """Give the full name of the commit that *ref* (a tag, a branch, HEAD~1) means. Raises GitFout."""
    if _git(folder, "rev-parse", "--is-inside-work-tree", mag=True).strip() != b"true":
        raise GitFout(
            f"'{ref}' is geen bestand of map, en de werkmap staat niet in een git-repository die we mogen lezen."
        )
    # A ref never begins with a dash: git would take it for an option.
    gevonden = b""
    if not ref.startswith("-") and ref.isprintable():
        gevonden = _git(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", mag=True).strip()
    if not gevonden:
        raise GitFout(
            f"'{ref}' is geen bestand of map, en git kent het niet als tag, tak of commit. "
            "Staat het wel op de server? Haal het dan eerst op met: git fetch --tags."
        )
    return gevonden.decode("ascii")


def lees_map(folder: Path, commit: str, submap: str) -> dict[str, bytes]:
    """Give the YAML files of *submap* of the workspace as they were in a commit, by their path. Raises GitFout."""
    regels = _git(folder, "ls-tree", "-r", "-z", commit, "--", f"{submap}/").split(b"\0")
    blobs: dict[str, bytes] = {}
    for regel in filter(None, regels):
        kop, _, pad = regel.partition(b"\t")
        _, soort, naam = kop.split(b" ")
        bestand = pad.decode("utf-8", "backslashreplace")
        if soort == b"blob" and telt_mee(PurePosixPath(bestand)):
            blobs[bestand] = naam
    antwoord = _git(folder, "cat-file", "--batch", invoer=b"".join(naam + b"\n" for naam in blobs.values()))
    return _delen(antwoord, blobs)


def _delen(antwoord: bytes, bestanden: Iterable[str]) -> dict[str, bytes]:
    """Cut the answer of cat-file: for each file a line with name, kind and size, that many bytes, and a line end."""
    delen: dict[str, bytes] = {}
    plek = 0
    for bestand in bestanden:
        einde = antwoord.index(b"\n", plek)
        *_, grootte = antwoord[plek:einde].split(b" ")
        if not grootte.isdigit():
            raise GitFout(f"Git heeft '{bestand}' van die dag niet op deze computer. Haal het op met: git fetch.")
        plek = einde + 1 + int(grootte)
        delen[bestand] = antwoord[einde + 1 : plek]
        plek += 1
    return delen


def _git(folder: Path, *woorden: str, invoer: bytes = b"", mag: bool = False) -> bytes:
    """Run git in the workspace. *mag*: an exit code that is not 0 is an answer, and gives nothing."""
    program = shutil.which("git")
    if program is None:
        raise GitFout("Voor een eerdere versie is git nodig. Dat programma staat niet op deze computer.")
    try:
        klaar = subprocess.run(  # noqa: S603 - a fixed program with fixed commands; a ref is checked first
            [program, "-C", str(folder), "--no-pager", *woorden],
            input=invoer,
            capture_output=True,
            check=False,
            timeout=_GEDULD,
            env={**os.environ, **_OMGEVING},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitFout(f"Git geeft geen antwoord ({type(error).__name__}).") from None
    if klaar.returncode and not mag:
        eerste = next(iter(klaar.stderr.decode("utf-8", "replace").splitlines()), "")
        raise GitFout(f"Git kan de eerdere versie niet lezen. Git zegt: {eerste}")
    return b"" if klaar.returncode else klaar.stdout
