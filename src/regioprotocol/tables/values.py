"""One cell to the text that a column holds: amounts, days, codes and words as people write them. Never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from regioprotocol.assemble.dates import MAANDEN, TijdFout, parse_datum
from regioprotocol.assemble.durations import parse_duur
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.model.kolommen import Kolom
from regioprotocol.model.product import ONBEKEND
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.source.cells import Cel
from regioprotocol.tables.formula_text import onbeschermd
from regioprotocol.tables.headings import genormaliseerd
from regioprotocol.tables.parts import (
    PRODUCTCODE,
    combinaties_als_tekst,
    delen_als_tekst,
    lees_combinaties,
    lees_delen,
    opgesplitst,
)

GEEN_BEDRAG: Final = frozenset({ONBEKEND, "geen"})
_BEDRAG: Final = re.compile(r"\d+|\d{1,3}(\.\d{3})+", re.ASCII)
_HOOGSTE: Final = Decimal("999999999.99")  # what a table can hold
_CENTEN: Final = 2
_DUIZENDTAL: Final = 3
_CIJFERS: Final = re.compile(r"[0-9]+")
_GETAL: Final = re.compile(r"[0-9]{1,6}")
_NUL: Final = re.compile(r"0{2,}")
_DATUM: Final = re.compile(r"\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{2}-\d{2}", re.ASCII)
_DAG_IN_WOORDEN: Final = re.compile(rf"(\d{{1,2}}) ({'|'.join(MAANDEN)}) (\d{{4}})", re.ASCII)


class CelFout(ValueError):  # noqa: N818 - a Fout, as users call it
    """A cell that cannot be read: the code of the finding, what is wrong, and what to write instead."""

    def __init__(self, code: str, tekst: str, hint: str = "") -> None:
        """Keep the code and the hint."""
        super().__init__(tekst)
        self.code = code
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Woorden:
    """For each dimension: every way to write a value, with the values that it can mean."""

    vormen: Mapping[str, Mapping[str, tuple[str, ...]]]
    namen: Mapping[str, Mapping[str, str]]

    @classmethod
    def van(cls, woordenboek: Woordenboek) -> Woorden:
        """Take the codes, their meanings and the other ways to write them from the vocabulary."""
        vormen: dict[str, dict[str, tuple[str, ...]]] = {}
        namen: dict[str, Mapping[str, str]] = {}
        for kolom in woordenboek.kolommen.kolommen.values():
            dimensie = woordenboek.dimensies.get(kolom.dimensie)
            if dimensie is None or dimensie.naam in namen:
                continue
            # What a dimension has besides its code list belongs to an old release: no table holds it.
            nu = replace(dimensie, waarden=()) if dimensie.codelijsten else dimensie
            namen[dimensie.naam] = waarden = woordenboek.waarden_van(nu)
            lijst: dict[str, tuple[str, ...]] = {}
            anders = [(w, n) for s in woordenboek.kolommen.schrijfwijzen if s.dimensie == dimensie.naam
                      for w in [s.waarde] for n in s.namen]  # fmt: skip
            for waarde, vorm in [*((w, w) for w in waarden), *waarden.items(), *anders]:
                sleutel = genormaliseerd(vorm)
                lijst[sleutel] = tuple(dict.fromkeys((*lijst.get(sleutel, ()), waarde)))
            vormen[dimensie.naam] = lijst
        return cls(vormen, namen)

    def waarde(self, dimensie: str, tekst: str) -> str:
        """Give the value that is meant. Raises CelFout when it is none, or one of several."""
        keuze = self.vormen[dimensie].get(genormaliseerd(tekst), ())
        if len(keuze) == 1:
            return keuze[0]
        namen = self.namen[dimensie]
        if keuze:
            mogelijk = " of ".join(f"{code} ({namen[code]})" for code in keuze)
            raise CelFout("RP428", f"'{tekst}' kan twee dingen zijn.", f"Schrijf {mogelijk}.")
        met_nul = tekst.zfill(_CENTEN)
        hint = f"Bedoelde u '{met_nul}'?" if met_nul in namen else bedoelde_u(tekst, [*namen, *namen.values()])
        raise CelFout("RP428", f"'{tekst}' kennen we hier niet.", hint)


def lees_cel(kolom: Kolom, cel: Cel, woorden: Woorden) -> str:
    """Give the canonical text of a cell; empty when it says nothing. Raises CelFout."""
    if cel.soort == "foutwaarde":
        raise CelFout("RP427", f"In deze cel staat de Excel-fout {cel.tekst}.", "Verbeter de formule of typ de waarde.")
    tekst = onbeschermd(" ".join(cel.tekst.split()))
    if not tekst or tekst in {"-", "\u2013", "\u2014"}:
        return ""
    if cel.soort == "datum" and kolom.soort != "datum":
        raise CelFout(
            "RP429",
            f"Excel maakte hier een datum van: {tekst}.",
            "Geef de cel de opmaak Tekst en typ de waarde opnieuw.",
        )
    return _LEZERS[kolom.soort](kolom, cel, tekst, woorden)


def _tekst(_kolom: Kolom, _cel: Cel, tekst: str, _woorden: Woorden) -> str:
    return tekst


def _code(_kolom: Kolom, cel: Cel, tekst: str, _woorden: Woorden) -> str:
    if cel.soort != "tekst":
        raise CelFout(
            "RP426",
            f"Excel ziet deze code als een getal.{_verschil(cel, tekst)}",
            "Geef de kolom de opmaak Tekst en typ de code opnieuw.",
        )
    if tekst == ONBEKEND or PRODUCTCODE.fullmatch(tekst):
        return tekst
    goed = tekst.upper().replace(" ", "")
    hint = (
        f"Schrijf: {goed}."
        if PRODUCTCODE.fullmatch(goed)
        else "Een code heeft vijf tekens: twee cijfers, dan hoofdletters of cijfers."
    )
    raise CelFout("RP430", f"'{tekst}' is geen productcode.", hint)


def _verschil(cel: Cel, tekst: str) -> str:
    return "" if tekst == str(cel.waarde) else f" U ziet {tekst}, in het bestand staat {cel.waarde}."


def _codes(kolom: Kolom, cel: Cel, tekst: str, woorden: Woorden) -> str:
    return ", ".join(_code(kolom, cel, deel, woorden) for deel in opgesplitst(tekst))


def _keuze(kolom: Kolom, cel: Cel, tekst: str, woorden: Woorden) -> str:
    return tekst if tekst == ONBEKEND else _waarde(kolom, cel, tekst, woorden)


def _waarde(kolom: Kolom, cel: Cel, tekst: str, woorden: Woorden) -> str:
    if cel.soort == "getal" and _toont_nullen(cel, tekst):
        raise CelFout(
            "RP426",
            f"Excel ziet dit als een getal.{_verschil(cel, tekst)}",
            "Geef de kolom de opmaak Tekst en typ de waarde opnieuw.",
        )
    return woorden.waarde(kolom.dimensie, tekst)


def _toont_nullen(cel: Cel, tekst: str) -> bool:
    """Tell whether the zeros that a person sees come from the format and are not in the file."""
    return bool(_NUL.match(cel.opmaak)) or tekst != str(cel.waarde)


def _keuzes(kolom: Kolom, cel: Cel, tekst: str, woorden: Woorden) -> str:
    if cel.soort == "getal" and cel.waarde != int(cel.waarde):  # type: ignore[arg-type]
        raise CelFout(
            "RP426", f"Excel las '{tekst}' als een getal.", "Geef de kolom de opmaak Tekst en typ de waarden opnieuw."
        )
    # A name may hold a word that also separates: try the whole text first.
    try:
        return _waarde(kolom, cel, tekst, woorden)
    except CelFout:
        delen = opgesplitst(tekst)
        if len(delen) < 2:  # noqa: PLR2004 - one value is not a list
            raise
    return ", ".join(dict.fromkeys(_waarde(kolom, cel, deel, woorden) for deel in delen))


def _datum(kolom: Kolom, cel: Cel, tekst: str, _woorden: Woorden) -> str:
    if cel.soort == "getal":
        raise CelFout(
            "RP429",
            f"Hier staat het getal {tekst}, geen dag.",
            "Geef de cel de opmaak Datum, of typ bijvoorbeeld 01-01-2027.",
        )
    dag = cel.waarde if isinstance(cel.waarde, date) else _dag(tekst)
    if dag != date.max:
        return dag.isoformat()
    # Who writes the last day that a calendar has, means: no end.
    if kolom.naam.endswith("tot_en_met"):
        return ""
    raise CelFout("RP429", f"Op {tekst} begint niets.", "Weet u de eerste dag niet? Laat de cel leeg.")


def _dag(tekst: str) -> date:
    """Read 01-01-2027, 1/1/2027, 2027-01-01 or 1 januari 2027."""
    cijfers = re.sub("[/.]", "-", tekst)
    if found := _DAG_IN_WOORDEN.fullmatch(tekst.casefold()):
        cijfers = f"{found[1]}-{MAANDEN.index(found[2]) + 1}-{found[3]}"
    try:
        return parse_datum(cijfers)
    except TijdFout as fout:
        # A day of the right form that does not exist has its own sentence.
        gezien = str(fout) if _DATUM.fullmatch(cijfers) else f"'{tekst}' is geen dag die we kennen."
        hint = fout.hint if fout.hint.startswith("Bedoelde") else "Schrijf bijvoorbeeld 01-01-2027."
        raise CelFout("RP429", gezien, hint) from fout


def _bedrag(_kolom: Kolom, cel: Cel, tekst: str, _woorden: Woorden) -> str:
    if tekst.casefold() in GEEN_BEDRAG:
        return tekst.casefold()
    if isinstance(cel.waarde, Decimal):
        return _centen(cel.waarde, tekst)
    kaal = re.sub(r"[€\s\u00a0]|EUR", "", tekst).removesuffix(",-").removesuffix(",--")
    heel, komma, centen = kaal.rpartition(",")
    if not komma:
        heel, punt, na = kaal.rpartition(".")
        # '82.50' is cents; '1.234' may be a thousand or three decimals.
        if punt and len(na) != _DUIZENDTAL:
            centen = na
        else:
            heel, centen = kaal, ""
        if punt and len(na) == _DUIZENDTAL and not centen:
            raise CelFout(
                "RP431",
                f"'{tekst}' kan op twee manieren gelezen worden.",
                "Schrijf een komma voor de centen, bijvoorbeeld 1234,00.",
            )
    if not _BEDRAG.fullmatch(heel) or (centen and not _CIJFERS.fullmatch(centen)):
        raise CelFout(
            "RP431", f"'{tekst}' is geen bedrag.", "Schrijf euro's met een komma en twee cijfers, bijvoorbeeld 82,50."
        )
    return _centen(Decimal(heel.replace(".", "") + "." + (centen or "0")), tekst)


def _centen(bedrag: Decimal, tekst: str) -> str:
    if bedrag < 0:
        raise CelFout("RP431", f"Het bedrag {tekst} is kleiner dan nul.", "Schrijf een bedrag zonder min.")
    if bedrag > _HOOGSTE:
        raise CelFout("RP431", f"Het bedrag {tekst} is te groot.", "Controleer het bedrag.")
    afgerond = bedrag.quantize(Decimal("0.01"))
    if afgerond != bedrag:
        heel = f"{bedrag:f}".replace(".", ",")
        raise CelFout(
            "RP431",
            f"In deze cel staat {heel}. Een tarief heeft hoogstens twee cijfers achter de komma.",
            "Rond het bedrag zelf af op centen en typ dat bedrag.",
        )
    return f"{afgerond:f}"


def _getal(_kolom: Kolom, _cel: Cel, tekst: str, _woorden: Woorden) -> str:
    if not _GETAL.fullmatch(tekst):
        tekst = f"'{tekst}' is geen heel getal van hoogstens zes cijfers."
        raise CelFout("RP432", tekst, "Schrijf alleen cijfers, bijvoorbeeld 58.")
    return str(int(tekst))


def _duur(_kolom: Kolom, _cel: Cel, tekst: str, _woorden: Woorden) -> str:
    try:
        parse_duur(tekst)
    except ValueError as fout:
        raise CelFout("RP432", str(fout), "Schrijf bijvoorbeeld: 1 jaar, 26 weken of 3 maanden.") from fout
    return tekst


def _delen(kolom: Kolom, _cel: Cel, tekst: str, _woorden: Woorden) -> str:
    try:
        return delen_als_tekst(lees_delen(tekst))
    except ValueError as fout:
        raise CelFout("RP432", f"Het deel '{fout}' kunnen we niet lezen.", kolom.uitleg) from fout


def _combinaties(kolom: Kolom, _cel: Cel, tekst: str, _woorden: Woorden) -> str:
    try:
        return combinaties_als_tekst(lees_combinaties(tekst))
    except ValueError as fout:
        raise CelFout("RP432", f"De combinatie '{fout}' kunnen we niet lezen.", kolom.uitleg) from fout


_LEZERS: Final[Mapping[str, Callable[[Kolom, Cel, str, Woorden], str]]] = {
    "tekst": _tekst, "code": _code, "codes": _codes, "keuze": _keuze, "keuzes": _keuzes, "datum": _datum,
    "bedrag": _bedrag, "getal": _getal, "duur": _duur, "delen": _delen, "combinaties": _combinaties,
}  # fmt: skip
