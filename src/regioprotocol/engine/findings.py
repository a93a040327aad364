"""A finding about a message: which rule, where, what was found and expected, and what to send again.

The fields are the keys of the public JSON, in that order. No BSN leaves through a finding: text is masked when the
record is made.
"""

from __future__ import annotations

import re
from operator import mul
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import asdict, force_setattr

from regioprotocol.diagnostics import Ernst

# Starts with a digit instead of a look back, because then the search skips everything else quickly.
_NEGEN_CIJFERS: Final = re.compile(r"\d(?<!\d\d)\d{8}(?!\d)")
_GEWICHTEN: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NULLEN: Final = ord("0") * sum(_GEWICHTEN)
_ZICHTBAAR: Final = 4


class HerkomstVan(Struct, frozen=True, kw_only=True):
    """Who decided what the finding is about: layer (landelijk, standaardprotocol, regio, gemeente) and source."""

    laag: str = ""
    bron: str = ""


class Verwante(Struct, frozen=True, kw_only=True):
    """Another place that the finding is about, and what stands there."""

    bestand: str
    regelnummer: int
    tekst: str


class Bevinding(Struct, frozen=True, kw_only=True):
    """One thing that is wrong with a message, or that could not be judged.

    *code* is ours (RP9xx), *regel* the national or regional rule (TR346, declaratie.eenheid), *retourcode* only where
    the national list has one for that rule and message. *geval* is the id of the case of the parameter set that
    decided. *bericht* is the kind with its law (JW323). A field that says nothing is empty text.
    """

    code: str
    ernst: Ernst
    tekst: str
    hint: str = ""
    bestand: str = ""
    regelnummer: int = 0
    kolom: int = 0
    verwant: tuple[Verwante, ...] = ()
    regel: str = ""
    retourcode: str = ""
    bericht: str = ""
    element: str = ""
    gevonden: str = ""
    verwacht: str = ""
    oorzaak: str = ""
    wat_nu: str = ""
    geval: str = ""
    herkomst: HerkomstVan = HerkomstVan()

    def __post_init__(self) -> None:
        """Mask whatever looks like a BSN in every text."""
        # One look at all of them: hardly any finding has nine digits in a row.
        teksten = [getattr(self, veld) for veld in _TEKSTVELDEN]
        gevonden = _NEGEN_CIJFERS.search("\0".join(teksten))
        for veld, tekst in zip(_TEKSTVELDEN, teksten, strict=True) if gevonden else ():
            if gemaskeerd := maskeer(tekst):
                force_setattr(self, veld, gemaskeerd)
        if self.verwant:
            force_setattr(self, "verwant", tuple(_verwante(v) for v in self.verwant))

    @property
    def sorteersleutel(self) -> tuple[str, int, int, str, str, str]:
        """Order by place, so that a person can work through a message from top to bottom."""
        return (self.bestand, self.regelnummer, self.kolom, self.code, self.regel, self.tekst)

    def als_dict(self) -> dict[str, Any]:
        """Give the finding as the public JSON has it."""
        return {
            **asdict(self),
            "verwant": [asdict(v) for v in self.verwant],
            "herkomst": asdict(self.herkomst),
        }


_TEKSTVELDEN: Final = ("tekst", "hint", "bestand", "element", "gevonden", "verwacht", "oorzaak", "wat_nu", "geval")


def klopt_elfproef(bsn: str) -> bool:
    """Tell whether nine digits pass the eleven-proof of a BSN; test numbers (9999...) do."""
    if not bsn.isascii():
        bsn = "".join(str(int(cijfer)) for cijfer in bsn)
    som = sum(map(mul, _GEWICHTEN, bsn.encode())) - _NULLEN
    return som % 11 == 0 and bsn != "000000000"


def maskeer_bsn(bsn: str) -> str:
    """Give what may be shown of a BSN: '9999*****'."""
    return bsn[:_ZICHTBAAR] + "*" * max(len(bsn) - _ZICHTBAAR, 0)


def maskeer(tekst: str) -> str:
    """Mask every number in a text that can be a BSN, wherever it came from (a reference, a file name)."""
    return _NEGEN_CIJFERS.sub(_als_bsn, tekst)


def _als_bsn(gevonden: re.Match[str]) -> str:
    cijfers = gevonden.group()
    return maskeer_bsn(cijfers) if klopt_elfproef(cijfers) else cijfers


def _verwante(verwante: Verwante) -> Verwante:
    return Verwante(bestand=maskeer(verwante.bestand), regelnummer=verwante.regelnummer, tekst=maskeer(verwante.tekst))
