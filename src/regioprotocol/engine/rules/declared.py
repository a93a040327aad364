"""What rules on declared lines share: a complaint that holds for many lines, what to send again, units, euros."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from regioprotocol.engine.amounts import MINUTEN_PER_UUR
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.findings import Bevinding, Verwante
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import Onderdeel, Prestatie
from regioprotocol.parameterset.records import Product

HERINDIENEN: Final = "declaratie.herindienen"
EENHEDEN: Final = "WJ756"
# The levels at which a declaration is refused, as the facts of the set name them.
HEADER: Final = "header"
DECLARATIE: Final = "declaratie"
CLIENT: Final = "cliënt"
PRESTATIE: Final = "prestatie"

_OPNIEUW: Final = {
    "hele declaratie": "Dien de hele declaratie opnieuw in.",
    "alle regels van de cliënt": "Dien alle regels van deze cliënt opnieuw in.",
    "de afgekeurde regels": "Dien alleen deze declaratieregel opnieuw in.",
    "niets": "U hoeft niets opnieuw in te dienen.",
}


def opnieuw(ctx: Berichtcontext, foutniveau: str) -> str:
    """Say what is sent again when a declaration is refused at this level; nothing when the set does not tell."""
    return _OPNIEUW.get(ctx.vraag(HERINDIENEN, None, foutniveau=foutniveau).waarde, "")


class Klacht(NamedTuple):
    """What is wrong with a line, found once for all lines that are alike; made a finding for each of them.

    *niveau* is the level at which a municipality refuses it; empty: nothing is sent again. *nu* is added to what to
    send again; *reken* tells the same from the numbers of the very line.
    """

    code: str
    veld: str
    tekst: str
    regel: str
    verwacht: str = ""
    oorzaak: str = ""
    hint: str = ""
    niveau: str = PRESTATIE
    retourcode: str | None = None
    oordeel: Oordeel | None = None
    product: Product | None = None
    nu: str = ""
    reken: Callable[[Prestatie], str] | None = None

    def meld(self, ctx: Berichtcontext, regel: Onderdeel, verwant: tuple[Verwante, ...] = ()) -> Bevinding:
        """Make the finding at a line."""
        gerekend = self.reken(regel) if self.reken is not None and isinstance(regel, Prestatie) else ""
        zinnen = (opnieuw(ctx, self.niveau) if self.niveau else "", self.nu, gerekend)
        return ctx.meld(
            self.code,
            regel,
            self.veld,
            self.tekst,
            regel=self.regel,
            verwacht=self.verwacht,
            oorzaak=self.oorzaak,
            hint=self.hint,
            wat_nu=" ".join(zin for zin in zinnen if zin),
            retourcode=self.retourcode,
            oordeel=self.oordeel,
            product=self.product,
            verwant=verwant,
        )


class Openstaand:
    """What could not be judged, said once for a message: per rule the reason, how many lines, and the first."""

    __slots__ = ("_per_regel",)

    def __init__(self) -> None:
        """Start with nothing."""
        self._per_regel: dict[tuple[str, str], list[int | Prestatie]] = {}

    def tel(self, regel: str, waarom: str, prestatie: Prestatie) -> None:
        """Count a line that this rule cannot judge."""
        stand = self._per_regel.get((regel, waarom))
        if stand is None:
            self._per_regel[regel, waarom] = [1, prestatie]
        else:
            stand[0] += 1  # type: ignore[operator]  # the first item is the count

    def meld(self, ctx: Berichtcontext) -> Iterator[Bevinding]:
        """Give one finding per rule and reason, at the first line."""
        for (regel, waarom), (aantal, eerste) in self._per_regel.items():
            assert isinstance(eerste, Prestatie)  # noqa: S101
            regels = "1 declaratieregel" if aantal == 1 else f"{aantal} declaratieregels"
            tekst = f"{waarom} Bij {regels} is dit niet te beoordelen."
            yield ctx.meld("RP932", eerste, "", tekst, regel=regel, retourcode="")


class Eenheden(NamedTuple):
    """The codes of the units that calculations know, from the national list; empty when the set has no list."""

    minuut: str
    uur: str
    euro: str
    codes: tuple[str, ...]


def minuten_per(eenheid: str | None, toegewezen: str | None, eenheden: Eenheden) -> int:
    """Give with what a volume is multiplied to compare it: of an assignment in hours, minutes are counted."""
    return MINUTEN_PER_UUR if eenheden.uur and eenheid == toegewezen == eenheden.uur else 1


def eenheden_van(ctx: Berichtcontext) -> Eenheden:
    """Find the units by what they mean."""
    gedeeld = ctx.gedeeld(EENHEDEN)
    if EENHEDEN not in gedeeld:
        gedeeld[EENHEDEN] = _eenheden(ctx)
    gevonden: Eenheden = gedeeld[EENHEDEN]
    return gevonden


def _eenheden(ctx: Berichtcontext) -> Eenheden:
    lijst = ctx.naslag.betekenissen(EENHEDEN)
    op_naam = {betekenis.lower(): code for code, betekenis in lijst.items()}
    return Eenheden(op_naam.get("minuut", ""), op_naam.get("uur", ""), op_naam.get("euro's", ""), tuple(lijst))


def in_euro(bedrag: Decimal) -> str:
    """Write an amount for a person: € 1.348,96."""
    return "€ " + f"{bedrag:,.2f}".translate(_NEDERLANDS)


def met_teken(bedrag: Decimal) -> str:
    """Write a total for a person: € 580,00 credit."""
    return f"{in_euro(-bedrag)} credit" if bedrag < 0 else in_euro(bedrag)


_NEDERLANDS: Final = str.maketrans({",": ".", ".": ","})
