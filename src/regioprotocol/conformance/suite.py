"""Files of the suite to cases, and the cases that hold for one parameter set."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

import msgspec
from msgspec import UNSET, structs

from regioprotocol.conformance.records import FORMAAT, Bericht, Geval, Opdracht, Suite, Uitgave
from regioprotocol.engine.calculations import DAGDEELTARIEF, MAAND_VAN_LEVERING, MINUTENBEDRAG, MINUUTTARIEF, UREN
from regioprotocol.engine.settings import GEBROKEN_MAAND, WEEKVOLUME
from regioprotocol.parameterset import Index, Parameterset, encode
from regioprotocol.parameterset import schema as schema_van

# Where the cases of a set stand: in this folder beside it.
MAP: Final = "conformance"
UITGAVE: Final = "gevallen.json"
SCHEMA: Final = "gevallen.schema.json"
_REGIONAAL: Final = frozenset({"gemeente", "regio"})
# Which rules of the set a calculation looks at: where a region changes one of them, a national case does not hold.
_REGELS: Final[Mapping[str, tuple[str, ...]]] = {
    "minuuttarief": (MINUUTTARIEF,),
    "minutenbedrag": (MINUTENBEDRAG,),
    "uren": (UREN,),
    "dagdeeltarief": (DAGDEELTARIEF,),
    "declaratiemaand": (MAAND_VAN_LEVERING,),
    "weekvolume": (WEEKVOLUME,),
    "volumegrens": (WEEKVOLUME, GEBROKEN_MAAND),
}
B = TypeVar("B", Suite, Uitgave)


class SuiteError(ValueError):
    """A file of the suite that cannot be read, in a Dutch sentence."""


def lees(bestanden: Mapping[str, bytes]) -> tuple[Geval, ...]:
    """Read the cases of every JSON file; a message whose content stands in a file beside it gets that content.

    Raises SuiteError for the first file that is not a suite, for an id that is used twice, and for a missing file.
    """
    gevallen: dict[str, Geval] = {}
    for naam in sorted(naam for naam in bestanden if naam.endswith(".json") and "/" not in naam):
        for geval in _lees_bestand(naam, bestanden[naam]):
            if geval.id in gevallen:
                raise SuiteError(f"het geval '{geval.id}' staat er twee keer ({naam})")
            gevallen[geval.id] = _met_inhoud(geval, bestanden)
    return tuple(gevallen.values())


def uitgave(gevallen: Iterable[Geval], index: Index) -> Uitgave:
    """Give the cases that hold for a set: its own, and the national ones of which the region changed no rule.

    A case can ask for a release: a region may follow an older one.
    """
    p = index.parameterset
    return Uitgave(
        formaat=FORMAAT,
        regio=p.regio,
        versie=p.versie,
        digest=p.digest,
        gevallen=tuple(geval for geval in gevallen if _geldt(geval, index)),
    )


def bijlage(map_: Mapping[str, bytes], gevallen: Iterable[Geval], parameterset: Parameterset) -> dict[str, bytes]:
    """Give the files that travel with a set, by their path beside it: the cases, their schema and the explanation.

    *map_* are the files of the suite.
    """
    inhoud = encode(uitgave(gevallen, Index.van(parameterset)))
    vorm = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    gemaakt = {UITGAVE: inhoud, SCHEMA: vorm.encode("utf-8")}
    uitleg = {"LEESMIJ.md": map_["README.md"]} if "README.md" in map_ else {}
    return {f"{MAP}/{naam}": data for naam, data in sorted({**gemaakt, **uitleg}.items())}


def lees_uitgave(raw: bytes) -> Uitgave:
    """Read the cases that were exported with a set. Raises SuiteError."""
    return _decode(raw, Uitgave, UITGAVE)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the exported cases."""
    return {**schema_van(Uitgave, "Conformance"), "$id": f"urn:regioprotocol:{FORMAAT.replace('/', ':')}"}


def _lees_bestand(naam: str, raw: bytes) -> tuple[Geval, ...]:
    return _decode(raw, Suite, naam).gevallen


def _decode(raw: bytes, soort: type[B], naam: str) -> B:
    try:
        gelezen = msgspec.json.decode(raw, type=soort)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        plek = re.search(r"`([^`]+)`$", str(error))
        raise SuiteError(f"'{naam}' is geen bestand met gevallen{f' (bij {plek[1]})' if plek else ''}") from None
    if gelezen.formaat != FORMAAT:
        raise SuiteError(f"'{naam}' heeft formaat '{gelezen.formaat}'; we lezen {FORMAAT}")
    return gelezen


def _met_inhoud(geval: Geval, bestanden: Mapping[str, bytes]) -> Geval:
    if geval.opdracht.berichten is UNSET:
        return geval
    berichten = tuple(_bericht(geval.id, bericht, bestanden) for bericht in _berichten(geval.opdracht))
    return structs.replace(geval, opdracht=structs.replace(geval.opdracht, berichten=berichten))


def _berichten(opdracht: Opdracht) -> Iterator[Bericht]:
    if not isinstance(opdracht.berichten, msgspec.UnsetType):
        yield from opdracht.berichten


def _bericht(geval: str, bericht: Bericht, bestanden: Mapping[str, bytes]) -> Bericht:
    if bericht.inhoud is not UNSET:
        return bericht
    if bericht.bestand not in bestanden:
        raise SuiteError(f"bij het geval '{geval}' ontbreekt het bestand '{bericht.bestand}'")
    return structs.replace(bericht, inhoud=bestanden[bericht.bestand].decode("utf-8"))


def _geldt(geval: Geval, index: Index) -> bool:
    if isinstance(geval.release, str) and _nummer(index.parameterset.release) < _nummer(geval.release):
        return False
    if geval.regio is not UNSET:
        return geval.regio == index.parameterset.regio
    regels = _REGELS.get(geval.opdracht.naam, ())
    if geval.opdracht.regel is not UNSET:
        regels = (*regels, str(geval.opdracht.regel))
    return not any(
        ander.laag in _REGIONAAL for regel in regels if regel in index.regels for ander in index.regels[regel].gevallen
    )


def _nummer(release: str) -> tuple[int, ...]:
    return tuple(int(deel) for deel in release.split(".") if deel.isdecimal())
