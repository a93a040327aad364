"""A folder on disk to documents: the one edge where files are read.

A workspace has `regions/` and `productcodes/`. The national layer is the folder's own `protocols/` when it
has a whole one, else the copy that travels in the package.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from regioprotocol.diagnostics import Melding, Plaats, soort
from regioprotocol.source.nodes import Document
from regioprotocol.source.yaml_text import parse, parse_markdown

_KOPIE = re.compile(
    r" - [Kk]opie|^[Kk]opie van |[-_ ](oud|backup)\.yaml$|^~\$|\([0-9]+\)\.|^\.~"
    r"|\.(yml|YAML|Yaml|bak|orig|tmp|swp)$|~$|\.yaml\."
)
# The folder with chapters of prose; other Markdown, such as a README, is not ours to read.
WERKWIJZE = "werkwijze"
_WOORDENBOEK = "woordenboek"
_DEEPEST_FOLDER = 4


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that was read, in the order of the paths, with what went wrong on the way."""

    documents: tuple[Document, ...]
    meldingen: tuple[Melding, ...]
    bestanden: int


def national_folder() -> Path:
    """Give the national layer: beside the package when installed, else in the repository."""
    package = Path(__file__).parent.parent
    installed = package / "_protocols"
    return installed if installed.is_dir() else package.parent.parent / "protocols"


def read_workspace(
    folder: Path, alleen: Collection[str] | None = None, anders: Mapping[str, bytes] | None = None
) -> Sources:
    """Read the files of a workspace. What cannot be read is a finding; the rest is read on.

    *alleen*: of other regions than these read only who they are (regio.yaml): enough to find a municipality.
    *anders*: read these bytes as the file of that name, to see what would come of them.
    """
    own = folder / "protocols"
    # Half a national layer would make every word of every file unknown.
    whole = (own / _WOORDENBOEK).is_dir()
    roots = [("protocols", own if whole else national_folder())]
    meldingen: list[Melding] = []
    if own.is_dir() and not whole:
        tekst = f"In de map 'protocols' staat geen map '{_WOORDENBOEK}'. We lezen haar niet."
        meldingen.append(Melding(soort("RP016"), Plaats("protocols"), tekst, soort("RP016").oplossing))
    if (folder / "regions").is_dir():
        roots += [(name, folder / name) for name in ("productcodes", "regions") if (folder / name).is_dir()]
    else:
        tekst = f"In de map '{printable(folder.name or str(folder))}' staat geen map 'regions'."
        meldingen.append(Melding(soort("RP012"), Plaats("regions"), tekst, soort("RP012").oplossing))
    documents: list[Document] = []
    bestanden = 0
    nog_niet = dict(anders or {})
    for name, root in roots:
        for path in _walk(root, 0):
            if path.is_dir() and not path.name.endswith(".yaml"):
                bestand = printable(f"{name}/{path.relative_to(root).as_posix()}")
                tekst = f"We kunnen de map '{printable(path.name)}' niet openen (geen toestemming)."
                meldingen.append(Melding(soort("RP001"), Plaats(bestand), tekst, soort("RP001").oplossing))
                continue
            bestand = printable(f"{name}/{path.relative_to(root).as_posix()}")
            if _KOPIE.search(path.name):
                tekst = f"'{printable(path.name)}' lijkt een kopie. We lezen het niet: wat erin staat, telt niet mee."
                meldingen.append(Melding(soort("RP010"), Plaats(bestand), tekst, soort("RP010").oplossing))
            elif alleen is not None and not _hoort_bij(bestand, alleen):
                continue
            elif path.suffix == ".yaml" or (path.suffix == ".md" and path.parent.name == WERKWIJZE):
                bestanden += 1
                raw = nog_niet.pop(bestand, None)
                document, found = parse(raw, bestand) if raw is not None else _read(path, bestand)
                meldingen += found
                if document:
                    documents.append(document)
    for bestand, raw in sorted(nog_niet.items()):  # files that are still to be made
        document, found = parse(raw, bestand)
        meldingen += found
        documents += [document] if document else []
    return Sources(tuple(documents), tuple(meldingen), bestanden + len(nog_niet))


def telt_mee(path: PurePosixPath) -> bool:
    """Tell whether a file of data is read: not hidden, and no copy that an editor or a person left."""
    verborgen = any(deel.startswith(".") for deel in path.parts)
    return path.suffix == ".yaml" and not verborgen and not _KOPIE.search(path.name)


def _hoort_bij(bestand: str, regios: Collection[str]) -> bool:
    root, *rest = PurePosixPath(bestand).parts
    if root == "productcodes":
        return PurePosixPath(bestand).stem in regios
    return root != "regions" or rest[0] in regios or rest[-1] == "regio.yaml"


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """Give the files, in order; a folder that cannot be opened is given itself."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") and not entry.name.startswith(".~"):
            continue
        if entry.is_dir() and not entry.name.endswith(".yaml"):
            if depth < _DEEPEST_FOLDER and not entry.is_symlink():
                yield from _walk(path, depth + 1)
        else:
            yield path


def _read(path: Path, bestand: str) -> tuple[Document | None, list[Melding]]:
    kind = soort("RP001")
    try:
        if not path.is_file():
            wat = "een map" if path.is_dir() else "geen gewoon bestand"
            return None, [Melding(kind, Plaats(bestand), f"'{printable(path.name)}' is {wat}.", kind.oplossing)]
        raw = path.read_bytes()
    except OSError as error:
        tekst = f"We kunnen '{printable(path.name)}' niet openen ({oorzaak(error)})."
        return None, [Melding(kind, Plaats(bestand), tekst, kind.oplossing)]
    return parse(raw, bestand) if path.suffix == ".yaml" else parse_markdown(raw, bestand)


def oorzaak(error: OSError) -> str:
    """Give in Dutch why the system refused a file."""
    if isinstance(error, PermissionError):
        return "geen toestemming"
    return "het pad bestaat niet" if isinstance(error, FileNotFoundError) else f"fout {error.errno} van het systeem"


def printable(name: str) -> str:
    """Names may hold bytes that are no text; show those as codes rather than fail later."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
