"""How the workbook looks: one set of formats, in the colours of the product (no colour says anything alone)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from regioprotocol.model.kolommen import Kolom

PETROL: Final = "#0F5561"
INKT: Final = "#1B2430"
RUSTIG: Final = "#55606D"
VOORBIJ: Final = "#6B7480"
LIJN: Final = "#B9B3A4"
LET: Final = "#7A5200"
LET_VLAK: Final = "#FDF3DC"

# In the file, formats are always written the American way; Excel shows them as the reader's own country does,
# and 413 (Dutch) makes other programs do so as well.
TEKST: Final = "@"
EURO: Final = "[$-413]€\\ #,##0.00"
DAG: Final = "dd\\-mm\\-yyyy"
HEEL: Final = "0"
_OPMAAK: Final = {"bedrag": EURO, "datum": DAG, "getal": HEEL}
_LANG: Final = frozenset({"tekst", "keuzes", "delen", "combinaties"})
_BASIS: Final = {"font_name": "Calibri", "font_size": 10, "font_color": INKT, "valign": "top"}


@dataclass(frozen=True, slots=True)
class Stijl:
    """The formats of one workbook. xlsxwriter has no types of its own."""

    boek: Any
    titel: Any
    status: Any
    onderschrift: Any
    kop: Any
    kop_eigen: Any
    tussenkop: Any
    tekst: Any
    vet: Any
    code: Any

    @classmethod
    def van(cls, boek: Any) -> Stijl:
        """Make them."""

        def maak(**anders: object) -> Any:
            return boek.add_format({**_BASIS, "num_format": TEKST, **anders})

        kop = {"bold": True, "font_color": "#FFFFFF", "bg_color": PETROL, "text_wrap": True}
        return cls(
            boek=boek,
            titel=maak(bold=True, font_size=16, font_color=PETROL, valign="vcenter"),
            status=maak(bold=True, font_color=LET, bg_color=LET_VLAK, valign="vcenter"),
            onderschrift=maak(font_color=RUSTIG, valign="vcenter"),
            kop=maak(**kop),
            kop_eigen=maak(**{**kop, "bg_color": RUSTIG}),
            tussenkop=maak(bold=True, font_size=12, font_color=PETROL),
            tekst=maak(text_wrap=True),
            vet=maak(bold=True, text_wrap=True),
            code=maak(align="left"),
        )

    def van_kolom(self, kolom: Kolom) -> Any:
        """Give the format of the cells of a column: all text is Text, so that '04' keeps its zero."""
        opmaak: dict[str, object] = {**_BASIS, "num_format": _OPMAAK.get(kolom.soort, TEKST)}
        if loopt_door(kolom):
            opmaak["text_wrap"] = True
        if kolom.soort == "bedrag":
            opmaak["align"] = "right"
        elif kolom.soort in {"datum", "getal"}:
            opmaak["align"] = "center"
        if kolom.eigen:
            opmaak |= {"font_color": RUSTIG, "italic": True}
        return self.boek.add_format(opmaak)

    def regel(self, *, lijn: bool, rustig: bool) -> Any:
        """Give a row with a line above it (a new product begins), quiet (it is over), or both."""
        boven = {"top": 1, "top_color": LIJN} if lijn else {}
        return self.boek.add_format({**boven, **({"font_color": VOORBIJ} if rustig else {})})


def loopt_door(kolom: Kolom) -> bool:
    """Tell whether a long text in this column goes on in a second line."""
    return kolom.soort in _LANG
