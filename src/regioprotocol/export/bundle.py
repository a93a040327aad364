"""Everything that goes out for one region, as bytes by file name, with a manifest of digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from msgspec import Struct

from regioprotocol.export.examples import voorbeelden
from regioprotocol.export.parameterset import build
from regioprotocol.export.products import als_csv
from regioprotocol.parameterset import Parameterset, encode, schema
from regioprotocol.resolve import Snapshot

_MANIFEST: Final = "manifest/1"
MANIFEST: Final = "manifest.json"


class Bestand(Struct, frozen=True, kw_only=True):
    """Een bestand met zijn vingerafdruk."""

    pad: str
    sha256: str
    bytes: int


class Manifest(Struct, frozen=True, kw_only=True):
    """De bestanden van één regio, om te controleren dat niets is veranderd."""

    formaat: str
    regio: str
    versie: str
    parameterset: str
    bestanden: tuple[Bestand, ...]


@dataclass(frozen=True, slots=True)
class Bundel:
    """The set of a region and its files."""

    parameterset: Parameterset
    bestanden: Mapping[str, bytes]


def bundel(snapshot: Snapshot) -> Bundel:
    """Give the files of a region; the same snapshot gives the same bytes."""
    parameterset = build(snapshot)
    bestanden = {
        "parameterset.json": encode(parameterset),
        "parameterset.schema.json": _json(schema()),
        "productcodes.csv": als_csv(parameterset),
        "voorbeelden.json": encode(voorbeelden(parameterset)),
    }
    return met_manifest(parameterset, bestanden)


def met_manifest(parameterset: Parameterset, bestanden: Mapping[str, bytes]) -> Bundel:
    """Give these files with a manifest that describes them; an older manifest among them is replaced."""
    inhoud = {pad: data for pad, data in sorted(bestanden.items()) if pad != MANIFEST}
    manifest = Manifest(
        formaat=_MANIFEST,
        regio=parameterset.regio,
        versie=parameterset.versie,
        parameterset=parameterset.digest,
        bestanden=tuple(beschrijf(pad, data) for pad, data in inhoud.items()),
    )
    return Bundel(parameterset, {**inhoud, MANIFEST: encode(manifest)})


def beschrijf(pad: str, inhoud: bytes) -> Bestand:
    """Give the size and digest of a file."""
    return Bestand(pad=pad, sha256=hashlib.sha256(inhoud).hexdigest(), bytes=len(inhoud))


def _json(waarde: object) -> bytes:
    return (json.dumps(waarde, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
