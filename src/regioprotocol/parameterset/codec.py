"""A parameter set to canonical JSON and back. The digest is over the bytes without the digest itself."""

from __future__ import annotations

import hashlib
import re
from typing import Final

import msgspec
from msgspec import structs

from regioprotocol.parameterset.records import FORMAAT, Parameterset

_HOOFDVERSIE: Final = re.compile(r"parameterset/([0-9]+)")


class OnbekendeVersieError(ValueError):
    """The file is no parameter set, or one of a major version that this reader does not know."""


def encode(record: msgspec.Struct) -> bytes:
    """Give canonical JSON: UTF-8, keys in the order of the schema, two spaces, a line end."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def with_digest(parameterset: Parameterset) -> Parameterset:
    """Give the same set with the digest of its own content."""
    return structs.replace(parameterset, digest=digest_of(parameterset))


def digest_of(parameterset: Parameterset) -> str:
    """Compute 'sha256:…' over the compact JSON of the set with an empty digest."""
    content = msgspec.json.encode(structs.replace(parameterset, digest=""))
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def decode(raw: bytes) -> Parameterset:
    """Read a set; unknown keys are ignored. Raises OnbekendeVersieError for what we cannot read."""
    try:
        head = msgspec.json.decode(raw, type=_Head)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        raise OnbekendeVersieError("dit is geen parameterset") from None
    found = _HOOFDVERSIE.fullmatch(head.formaat)
    if not found or f"parameterset/{found[1]}" != FORMAAT:
        raise OnbekendeVersieError(f"formaat '{head.formaat}' kennen we niet; we lezen {FORMAAT}")
    try:
        return msgspec.json.decode(raw, type=Parameterset)
    except msgspec.ValidationError as error:
        raise OnbekendeVersieError(f"de parameterset is niet compleet{_waar(error)}") from None


def _waar(error: msgspec.ValidationError) -> str:
    """Take the place out of the library's English: a field, or a path that begins with $."""
    found = re.search(r"`([^`]+)`$", str(error))
    return f" (bij {found[1]})" if found else ""


class _Head(msgspec.Struct):
    formaat: str
