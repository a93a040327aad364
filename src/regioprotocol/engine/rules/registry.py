"""How a rule looks to the engine, at each of its three levels: one message, a declaration, a series of messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec import Struct

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.records import DeclaratieClient
from regioprotocol.engine.result import Termijnoordeel
from regioprotocol.engine.series import Reeks


class Berichtregel(Struct, frozen=True):
    """Rules about one message: their names, the kinds of message they are about, and the judgement."""

    regels: tuple[str, ...]
    berichten: tuple[str, ...]
    oordeel: Callable[[Berichtcontext], Iterable[Bevinding]]


class Declaratietoets(Protocol):
    """What judges a declaration (323) or its answer (325) while its clients stream past.

    A client with very many lines comes in parts (DeclaratieClient.vervolgt). Memory stays bounded.
    """

    def client(self, client: DeclaratieClient) -> Iterable[Bevinding]:
        """Judge a client (or the next part of it) with its lines."""

    def einde(self) -> Iterable[Bevinding]:
        """Judge what only the whole declaration can tell, such as totals."""


class Declaratieregel(Struct, frozen=True):
    """Rules about a declaration: their names, the kinds of message, and what makes a fresh judge for a message."""

    regels: tuple[str, ...]
    berichten: tuple[str, ...]
    begin: Callable[[Berichtcontext], Declaratietoets]


class Reeksregel(Struct, frozen=True):
    """Rules about messages together, in order: their names, the judgement, and the messages that it needs.

    *nodig*: for each of these the series must hold another message, of one of the kinds; without kinds, of any kind.
    With fewer messages there is nothing to judge.
    """

    regels: tuple[str, ...]
    oordeel: Callable[[Reeks], Iterable[Bevinding | Termijnoordeel]]
    nodig: tuple[tuple[str, ...], ...] = ((),)
