"""Werkmap: everything of a workspace, assembled; the input of checks and resolution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regioprotocol.model.afspraak import Afspraak
from regioprotocol.model.product import Producttabel
from regioprotocol.model.regel import Regel
from regioprotocol.model.regio import LEEG_REGISTER, Regio, Register
from regioprotocol.model.werkwijze import Route, Werkwijze
from regioprotocol.model.woordenboek import Woordenboek


@dataclass(frozen=True, slots=True, kw_only=True)
class Regiogegevens:
    """A region with its own rules, its afspraken (of region and municipalities) and its products."""

    regio: Regio
    regels: tuple[Regel, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    producten: Producttabel | None = None
    werkwijzen: tuple[Werkwijze, ...] = ()
    routes: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkmap:
    """The national layer and the regions, by name."""

    woordenboek: Woordenboek
    regels: Mapping[str, Regel] = field(default_factory=dict)
    landelijk: tuple[Afspraak, ...] = ()
    register: Register = LEEG_REGISTER
    werkwijzen: tuple[Werkwijze, ...] = ()
    regios: Mapping[str, Regiogegevens] = field(default_factory=dict)

    def regels_van(self, regio: str | None) -> dict[str, Regel]:
        """Give the national rules and the region's own."""
        eigen = self.regios[regio].regels if regio else ()
        return {**self.regels, **{regel.naam: regel for regel in eigen}}
