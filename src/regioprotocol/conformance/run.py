"""Put an engine through the cases: ask each, compare, and say what a wrong answer looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from msgspec import UnsetType

from regioprotocol.conformance.answers import GeenAntwoordError, Motor
from regioprotocol.conformance.compare import als_json, verschillen
from regioprotocol.conformance.process import Programma
from regioprotocol.conformance.protocol import Storing, lees_antwoord, vraag
from regioprotocol.conformance.records import Geval, Uitkomst

# After so many cases in a row without a usable answer, asking the rest would only take time.
_GENOEG: Final = 3

Beantwoorder = Callable[[Geval], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What became of one case.

    *vermoeden*: a known slip that gives exactly this answer. *gevraagd*: false when the program was given up before.
    """

    geval: Geval
    verschillen: tuple[str, ...]
    gekregen: object = None
    vermoeden: str = ""
    gevraagd: bool = True

    @property
    def goed(self) -> bool:
        """Tell whether the answer is the expected one."""
        return not self.verschillen


def eigen_motor(motor: Motor) -> Beantwoorder:
    """Answer in this process."""

    def antwoord(geval: Geval) -> object:
        try:
            return als_json(motor.antwoord(geval.opdracht))
        except GeenAntwoordError as error:
            return Storing(f"geen antwoord: {error}")

    return antwoord


def ander_programma(programma: Programma, parameterset: str) -> Beantwoorder:
    """Let another program answer. After a few cases in a row without a usable answer the rest is not asked."""
    achter_elkaar = 0

    def antwoord(geval: Geval) -> object:
        nonlocal achter_elkaar
        if achter_elkaar >= _GENOEG:
            tekst = f"niet gevraagd: {_GENOEG} keer achter elkaar kwam er geen bruikbaar antwoord"
            return Storing(tekst, overgeslagen=True)
        regel = programma.vraag(vraag(geval, parameterset))
        gelezen = regel if isinstance(regel, Storing) else lees_antwoord(geval, regel)
        if isinstance(gelezen, Storing) and gelezen.kwijt:
            programma.stop(netjes=False)
            achter_elkaar += 1
        else:
            achter_elkaar = 0
        return gelezen

    return antwoord


def voer_uit(gevallen: Iterable[Geval], beantwoord: Beantwoorder) -> tuple[Uitslag, ...]:
    """Ask every case and compare."""
    return tuple(_uitslag(geval, beantwoord(geval)) for geval in gevallen)


def _uitslag(geval: Geval, gekregen: object) -> Uitslag:
    if isinstance(gekregen, Storing):
        return Uitslag(geval=geval, verschillen=(gekregen.tekst,), gevraagd=not gekregen.overgeslagen)
    anders = verschillen(geval.verwacht, gekregen)
    return Uitslag(
        geval=geval, verschillen=anders, gekregen=gekregen, vermoeden=_vermoeden(geval, gekregen) if anders else ""
    )


def _vermoeden(geval: Geval, gekregen: object) -> str:
    waarom = "" if isinstance(geval.waarom, UnsetType) else f" {geval.waarom}"
    if _is(geval.bekende_fout, gekregen):
        return f"Dit is een bekende vergissing.{waarom}"
    if _is(geval.bron_zegt, gekregen):
        return f"Dit is wat de bron zegt, maar de bron klopt hier niet.{waarom}"
    return ""


def _is(ander: Uitkomst | UnsetType, gekregen: object) -> bool:
    return not isinstance(ander, UnsetType) and bool(als_json(ander)) and not verschillen(ander, gekregen)
