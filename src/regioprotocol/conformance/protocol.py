"""One JSON line each way, so that any program in any language can be asked.

Request: {"id", "parameterset", "opdracht"}, in which *parameterset* is the path of the set. Answer: {"id", "uitkomst"},
or {"id", "fout"} with a sentence when the engine cannot answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec
from msgspec import UNSET, Struct, UnsetType

from regioprotocol.conformance.answers import GeenAntwoordError, Motor
from regioprotocol.conformance.compare import kort
from regioprotocol.conformance.records import Geval, Opdracht, Uitkomst

# A message of 25 MB (the most that the hub takes) as a JSON text, with room to spare.
LANGSTE_REGEL: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Storing:
    """No usable answer came; *tekst* says why.

    *kwijt*: the program is out of step, and must be started again. *overgeslagen*: it was not even asked.
    """

    tekst: str
    kwijt: bool = False
    overgeslagen: bool = False


class _Vraag(Struct, frozen=True, kw_only=True):
    id: str
    opdracht: Opdracht
    parameterset: str = ""


class _Antwoord(Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str | None
    uitkomst: Uitkomst | UnsetType = UNSET
    fout: str | UnsetType = UNSET


def vraag(geval: Geval, parameterset: str) -> bytes:
    """Write the request for a case, with its line end."""
    return msgspec.json.encode(_Vraag(id=geval.id, opdracht=geval.opdracht, parameterset=parameterset)) + b"\n"


def lees_antwoord(geval: Geval, regel: bytes) -> object:
    """Read the outcome out of a line; a Storing when it holds none."""
    try:
        antwoord = msgspec.json.decode(regel)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Storing(f"het antwoord is geen JSON: {kort(regel[:200].decode('utf-8', 'replace').strip())}", kwijt=True)
    if not isinstance(antwoord, dict):
        return Storing(f"het antwoord is geen object maar {kort(antwoord)}", kwijt=True)
    if antwoord.get("id") != geval.id:
        return Storing(f"het antwoord hoort bij een ander geval: id is {kort(antwoord.get('id'))}", kwijt=True)
    if "uitkomst" in antwoord:
        return antwoord["uitkomst"]
    if "fout" in antwoord:
        return Storing(f"het programma geeft geen antwoord: {kort(antwoord['fout'])}")
    return Storing("in het antwoord staat geen 'uitkomst'")


def beantwoord(motor: Motor, regel: bytes) -> bytes:
    """Answer one request line with our own engine; a line that makes no sense gets an answer as well."""
    try:
        gevraagd = msgspec.json.decode(regel, type=_Vraag)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError) as error:
        return _regel(_Antwoord(id=_id(regel), fout=f"deze vraag begrijpen we niet ({error})"))
    try:
        return _regel(_Antwoord(id=gevraagd.id, uitkomst=motor.antwoord(gevraagd.opdracht)))
    except GeenAntwoordError as error:
        return _regel(_Antwoord(id=gevraagd.id, fout=str(error)))


class _MetId(Struct):
    id: str | None = None


def _id(regel: bytes) -> str | None:
    try:
        return msgspec.json.decode(regel, type=_MetId).id
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError):
        return None


def _regel(antwoord: _Antwoord) -> bytes:
    return msgspec.json.encode(antwoord) + b"\n"
