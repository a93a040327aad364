"""Days and periods as people write them: 'vanaf 2024-01-01', 't/m release 3.1'."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final

from regioprotocol.model.periode import Geldigheid

MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NEDERLANDS: Final = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_NEDERLANDS_IN: Final = re.compile(r"\b([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})\b")
_GRENS: Final = r"(?:release [0-9.]+|[0-9]{4}-[0-9]{2}-[0-9]{2})"
_VANAF: Final = re.compile(rf"vanaf ({_GRENS})")
_TM: Final = re.compile(rf"t/m ({_GRENS})")
_BEIDE: Final = re.compile(rf"(?:vanaf )?({_GRENS}) t/m ({_GRENS})")
_RELEASE: Final = re.compile(r"release ([0-9.]+)")
_GEWOON_JAAR: Final = 2001  # any year without 29 February


class TijdFout(ValueError):  # noqa: N818 - the domain's word
    """A day or period that cannot be read, with the code of the finding and a hint."""

    def __init__(self, code: str, tekst: str, hint: str = "") -> None:
        """Keep what the finding needs."""
        super().__init__(tekst)
        self.code = code
        self.hint = hint


def parse_iso(tekst: str) -> date:
    """Read 2026-01-30, the one notation of files. Raises TijdFout (RP109), with the right notation as a hint."""
    dag = parse_datum(tekst)
    if not _ISO.fullmatch(tekst):
        raise TijdFout("RP109", f"'{tekst}' staat niet als jaar-maand-dag.", f"Schrijf: {dag.isoformat()}.")
    return dag


def parse_datum(tekst: str) -> date:
    """Read 2026-01-30 or 30-01-2026. Raises TijdFout (RP109) for anything else and for 31 June."""
    if found := _ISO.fullmatch(tekst):
        jaar, maand, dag = (int(deel) for deel in found.groups())
    elif found := _NEDERLANDS.fullmatch(tekst):
        dag, maand, jaar = (int(deel) for deel in found.groups())
    else:
        raise TijdFout("RP109", f"'{tekst}' is geen dag.", "Schrijf jaar-maand-dag, bijvoorbeeld 2026-01-30.")
    if jaar < 1:
        raise TijdFout("RP109", "Het jaar 0 bestaat niet.", "Schrijf jaar-maand-dag, bijvoorbeeld 2026-01-30.")
    if not 1 <= maand <= len(MAANDEN):
        raise TijdFout("RP109", f"Maand {maand} bestaat niet.", "Schrijf jaar-maand-dag, bijvoorbeeld 2026-01-30.")
    laatste = monthrange(jaar, maand)[1]
    if not 1 <= dag <= laatste:
        naam = MAANDEN[maand - 1]
        raise TijdFout("RP109", f"{dag} {naam} bestaat niet.", f"Bedoelde u {laatste} {naam} {jaar}?")
    return date(jaar, maand, dag)


def parse_dag_in_jaar(tekst: str) -> tuple[int, int] | None:
    """Read '31 oktober', a day of every year, as (month, day); None for what is no such day, and for 29 February."""
    dag, _, maand = tekst.strip().partition(" ")
    if maand not in MAANDEN or not dag.isascii() or not dag.isdigit():
        return None
    nummer = MAANDEN.index(maand) + 1
    return (nummer, int(dag)) if 1 <= int(dag) <= monthrange(_GEWOON_JAAR, nummer)[1] else None


@lru_cache(maxsize=4096)  # a table repeats a few periods thousands of times
def parse_geldig(tekst: str) -> Geldigheid:
    """Read a period. Raises TijdFout: RP110 not readable, RP109 no such day, RP111 ends before it starts."""
    tekst = " ".join(tekst.split())
    if tekst == "vanaf onbekend":
        return Geldigheid(vanaf_onbekend=True)
    van = tot = ""
    if found := _BEIDE.fullmatch(tekst):
        van, tot = found.groups()
    elif found := _VANAF.fullmatch(tekst):
        van = found[1]
    elif found := _TM.fullmatch(tekst):
        tot = found[1]
    elif found := _RELEASE.fullmatch(tekst):
        van = tot = tekst
    else:
        iso = _NEDERLANDS_IN.sub(lambda d: f"{d[3]}-{int(d[2]):02d}-{int(d[1]):02d}", tekst)
        hint = "Schrijf: vanaf 2024-01-01, of t/m 2024-12-31, of 2024-01-01 t/m 2024-12-31."
        if iso != tekst and any(vorm.fullmatch(iso) for vorm in (_BEIDE, _VANAF, _TM)):
            hint = f"Bedoelde u: {iso}?"
        raise TijdFout("RP110", f"De periode '{tekst}' kunnen we niet lezen.", hint)
    geldig = Geldigheid(
        vanaf=_dag(van), tot_en_met=_dag(tot), vanaf_release=_release(van), tot_en_met_release=_release(tot)
    )
    if geldig.vanaf and geldig.tot_en_met and geldig.tot_en_met < geldig.vanaf:
        raise TijdFout("RP111", f"Deze periode eindigt ({tot}) voordat hij begint ({van}).")
    return geldig


def _dag(grens: str) -> date | None:
    return parse_datum(grens) if grens and not grens.startswith("release") else None


def _release(grens: str) -> str | None:
    return grens.removeprefix("release ") if grens.startswith("release") else None
