"""Cases about a series of messages: read from YAML, so that a colleague can add one without Python.

A file has `gevallen`; each plays `begin` of the file (if any) and then its own `reeks`, and names every finding that
it expects. A step is one message; its number stands where a line would stand in a real message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import msgspec
import yaml

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.moments import Tijden
from regioprotocol.engine.records import Bericht, Declaratie, DeclaratieClient, Retourcode
from regioprotocol.engine.series import Reeks

MAP: Final = Path(__file__).parent / "series"
_VAN_GEMEENTE: Final = {"301", "302", "319", "320", "325"}
_BSN: Final = "999900006"
_TYPEN: Final[dict[str, Any]] = {
    "nummer": str,
    "begindatum": date,
    "einddatum": date,
    "dagtekening": date,
    "ingediend": Decimal,
    "toegekend": Decimal,
    "retourcodes": tuple[Retourcode, ...],
}
_VELDEN_VAN_CLIENT: Final = {"toegewezen", "gestart", "gestopt", "aangevraagd", "verzoek"}


@dataclass(frozen=True)
class Geval:
    """One case: the messages, what happened outside them, and what must be found."""

    naam: str
    parameterset: str
    berichten: tuple[Bericht, ...]
    tijden: Tijden
    verwacht: list[dict[str, Any]]
    termijnen: list[dict[str, Any]] | None
    feiten: dict[str, frozenset[str]]

    def reeks(self, naslag: Naslag, vandaag: date) -> Reeks:
        """Give the messages as rules get them."""
        return Reeks(
            [Berichtcontext(bericht, naslag, vandaag, feiten=self.feiten) for bericht in self.berichten], self.tijden
        )


def gevallen() -> Iterator[Geval]:
    """Give every case of every file."""
    for pad in sorted(MAP.glob("*.yaml")):
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        gedeeld = {k: v for k, v in inhoud.items() if k not in {"gevallen", "begin"}}
        for geval in inhoud["gevallen"]:
            yield _geval(pad.stem, inhoud.get("begin", []), {**gedeeld, **geval})


def _geval(bestand: str, begin: list[Any], geval: Mapping[str, Any]) -> Geval:
    stappen = [*(begin if geval.get("met_begin", True) else []), *geval.get("reeks", [])]
    tijden = {(rij["bestand"], rij["gebeurtenis"]): rij["datum"] for rij in geval.get("tijden", [])}
    return Geval(
        naam=f"{bestand}: {geval['geval']}",
        parameterset=geval.get("set", "standaard"),
        berichten=tuple(_bericht(nummer, stap, geval) for nummer, stap in enumerate(stappen, start=1)),
        tijden=Tijden(tijden),
        verwacht=geval.get("verwacht", []),
        termijnen=geval.get("termijnen"),
        feiten={k: frozenset({v}) for k, v in geval.get("feiten", {}).items()},
    )


def _bericht(nummer: int, stap: Mapping[str, Any], geval: Mapping[str, Any]) -> Bericht:
    soort = str(stap["bericht"])
    gemeente, aanbieder = str(stap.get("gemeente", "0200")), str(stap.get("aanbieder", "42420001"))
    afzender, ontvanger = (gemeente, aanbieder) if soort in _VAN_GEMEENTE else (aanbieder, gemeente)
    header = {
        "soort": soort,
        "wet": geval.get("wet", "Jw"),
        "release": "3.2",
        "afzender": afzender,
        "ontvanger": ontvanger,
        "identificatie": str(stap.get("identificatie", f"B{nummer}")),
        "dagtekening": stap["dag"],
        "retourcodes": [{"code": str(code)} for code in stap.get("retourcodes", [])],
    }
    if "dag_retour" in stap:
        header["dagtekening_retour"] = stap["dag_retour"]
    client = {k: stap[k] for k in _VELDEN_VAN_CLIENT if k in stap}
    bericht = {
        "bestand": str(stap.get("bestand", f"{nummer}.xml")),
        "header": header,
        **({"client": {"bsn": str(stap.get("bsn", _BSN)), **client}} if client else {}),
        **({"antwoord": stap["antwoord"]} if "antwoord" in stap else {}),
    }
    gelezen = msgspec.convert(_met_regel(bericht, nummer), type=Bericht, strict=False)
    if "declaratie" not in stap:
        return gelezen
    # The clients of a declaration are read while one iterates: no type that msgspec can convert to.
    clienten = _met_regel(stap["declaratie"].get("clienten", []), nummer)
    declaratie = {k: v for k, v in stap["declaratie"].items() if k != "clienten"}
    return msgspec.structs.replace(
        gelezen,
        declaratie=Declaratie(
            regels=(nummer,),
            clienten=tuple(_met_bsn(client) for client in msgspec.convert(clienten, list[DeclaratieClient])),
            **{k: msgspec.convert(v, _TYPEN[k], strict=False) for k, v in declaratie.items()},
        ),
    )


def _met_bsn(client: DeclaratieClient) -> DeclaratieClient:
    regels = tuple(msgspec.structs.replace(p, bsn=client.bsn) for p in client.prestaties)
    return msgspec.structs.replace(client, prestaties=regels)


def _met_regel(waarde: Any, nummer: int) -> Any:
    """Give every part of a message its line: the number of the step."""
    if isinstance(waarde, Mapping):
        return {**{k: _met_regel(v, nummer) for k, v in waarde.items()}, "regels": [nummer]}
    return [_met_regel(deel, nummer) for deel in waarde] if isinstance(waarde, list) else waarde
