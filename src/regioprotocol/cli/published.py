"""What was published, from the word after --tegen: a set, a folder with sets, or a ref of git."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from regioprotocol.cli.output import Gebruiksfout

if TYPE_CHECKING:
    from regioprotocol.tables.published import Gepubliceerd

_SET: Final = "parameterset.json"


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """Where it was found: the bytes of sets, or a commit. *merk* changes when what was published does."""

    naam: str
    merk: str
    sets: tuple[bytes, ...] = ()
    commit: str = ""


def find_published(word: str, folder: Path) -> Vindplaats:
    """Find what the word means, without reading more than needed. Raises Gebruiksfout when there is no such thing."""
    if not word.strip():
        raise Gebruiksfout(f"Noem na --tegen een {_SET}, een map ermee, of een tag, tak of commit van git.")
    paden = _set_paths(word)
    if paden is None:
        return _in_git(word, folder)
    try:
        sets = tuple(pad.read_bytes() for pad in paden)
    except OSError:
        raise Gebruiksfout(f"'{word}' kunnen we niet lezen.") from None
    digest = hashlib.blake2b(digest_size=20)
    for inhoud in sets:
        digest.update(f"{len(inhoud)} ".encode() + inhoud)
    return Vindplaats(word, f"{word} {digest.hexdigest()}", sets)


def _set_paths(word: str) -> list[Path] | None:
    """Give the files with sets; None when the word is no file or folder, so that it may be a ref."""
    path = Path(word)
    try:
        if path.is_file():
            return [path]
        if path.is_dir():
            paden = [*path.glob(_SET), *sorted(path.glob(f"*/{_SET}"))]
            if not paden:
                raise Gebruiksfout(f"In de map '{word}' staat geen {_SET}, en ook niet in een map daarin.")
            return paden
    except OSError:
        raise Gebruiksfout(f"'{word}' kunnen we niet lezen.") from None
    if path.suffix == ".json":
        raise Gebruiksfout(f"Het bestand '{word}' bestaat niet.")
    return None


def _in_git(word: str, folder: Path) -> Vindplaats:
    from regioprotocol.source.git import GitFout, commit_van  # noqa: PLC0415 - only asked for here

    try:
        commit = commit_van(folder, word)
    except GitFout as fout:
        raise Gebruiksfout(str(fout)) from None
    return Vindplaats(word, f"{word} {commit}", commit=commit)


def read_published(plek: Vindplaats, folder: Path) -> Gepubliceerd:
    """Read the tables. Raises Gebruiksfout for what is no set, or when git cannot give the files."""
    from regioprotocol.parameterset import OnbekendeVersieError, decode  # noqa: PLC0415 - not for a remembered outcome
    from regioprotocol.source.git import GitFout, lees_map  # noqa: PLC0415
    from regioprotocol.tables.published import OnleesbareSetError, uit_bestanden, uit_sets  # noqa: PLC0415

    try:
        if plek.commit:
            return uit_bestanden(f"{plek.naam} ({plek.commit[:10]})", lees_map(folder, plek.commit, "productcodes"))
        return uit_sets(plek.naam, map(decode, plek.sets))
    except GitFout as fout:
        raise Gebruiksfout(str(fout)) from None
    except (OnbekendeVersieError, OnleesbareSetError) as fout:
        raise Gebruiksfout(f"'{plek.naam}': {fout}.") from None


def check_regions(was: Gepubliceerd, regios: Collection[str]) -> None:
    """Refuse what was published by other regions only: that is the wrong file, and not a table that is gone."""
    if was.tabellen and not set(was.tabellen) & set(regios):
        anderen = ", ".join(sorted(was.tabellen))
        raise Gebruiksfout(f"'{was.naam}' is van {anderen}. In deze werkmap staat die regio niet.")
