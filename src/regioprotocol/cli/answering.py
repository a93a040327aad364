"""What explain and deadline share: from words to an explained answer, or the findings that stand in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typer

from regioprotocol.cli.lookup import (
    Antwoorder,
    Vraag,
    answerer,
    blocking,
    check_facts,
    day,
    read_for,
)
from regioprotocol.cli.output import print_text
from regioprotocol.parameterset import Feiten, volg
from regioprotocol.pipeline import Gelezen
from regioprotocol.report.explanation import Uitleg
from regioprotocol.report.findings import tekst_van
from regioprotocol.resolve import Snapshot, resolve


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A question that was understood: who answers, with which facts, and what to mention first."""

    antwoorder: Antwoorder
    vraag: Vraag

    def uitleg(self, regel: str, op: date) -> Uitleg:
        """Explain a rule on a day."""
        feiten: Feiten = self.vraag.feiten
        index = self.antwoorder.index
        spoor = volg(index, regel, feiten, op)
        return Uitleg(
            snapshot=self.antwoorder.snapshot,
            index=index,
            regel=index.regels[regel],
            feiten=feiten,
            op=op,
            spoor=spoor,
        )


def begin(regio: str, als: list[str] | None, map_: Path | None, stand: str | None = None) -> Gesprek:
    """Understand who is asked. Ends with exit code 1 when that region has fouten: an answer would be a guess."""
    gelezen, (vraag,) = read_for(map_, [regio], als or [])
    _stop_at_errors(gelezen, vraag.regio)
    vraag = check_facts(gelezen.werkmap, vraag)
    tot = day(stand, date.max) if stand else None
    return Gesprek(answerer(gelezen.werkmap, vraag.regio, tot), vraag)


def landelijk(map_: Path | None) -> Snapshot:
    """Give the national layer alone. Ends with exit code 1 when it has fouten."""
    gelezen, _ = read_for(map_, [])
    _stop_at_errors(gelezen, None)
    return resolve(gelezen.werkmap)


def _stop_at_errors(gelezen: Gelezen, regio: str | None) -> None:
    if fouten := blocking(gelezen, regio):
        print_text("\n\n".join(tekst_van(melding) for melding in fouten))
        print_text("\nEerst deze fouten verbeteren: anders is een antwoord niet te vertrouwen.")
        raise typer.Exit(1)


def met_let_op(antwoord: dict[str, Any], let_op: str) -> dict[str, Any]:
    """Add to the answer what a reader must know about who answers."""
    return {**antwoord, "antwoord": f"{antwoord['antwoord']} {let_op}"} if let_op else antwoord
