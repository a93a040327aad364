"""Amounts, whole numbers, months and periods as people type them. Every slip gets a sentence, none is guessed at."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from regioprotocol.cli.lookup import day
from regioprotocol.cli.output import Gebruiksfout
from regioprotocol.engine.periods import Periode, maand_van
from regioprotocol.report.dutch import bedrag, datum_kort

_BEDRAG: Final = re.compile(r"([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+(?=,))(?:[.,]([0-9]{1,2})|,-{1,2})?")
_DRIE_DECIMALEN: Final = re.compile(r"[0-9]+[.,][0-9]{3,}")
_DUIZEND: Final = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_HEEL: Final = re.compile(r"[0-9]+")
_MAAND_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_MAAND_NL: Final = re.compile(r"([0-9]{1,2})-([0-9]{4})")
_GETAL: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
# What the elements Bedrag and Volume of a message can hold.
HOOGSTE_BEDRAG: Final = Decimal("999999.99")
HOOGSTE_VOLUME: Final = 99_999_999
_LANGSTE_JAREN: Final = 100
_MAANDEN: Final = 12


def amount(text: str, wat: str) -> Decimal:
    """Read an amount of euros: '87.24', '87,24', '€ 1.087,24' or '€ 50,-'. *wat* names it in the sentence."""
    bare = text.replace("€", "").replace("\u00a0", " ").strip()
    found = _BEDRAG.fullmatch(bare)
    if found is None:
        raise Gebruiksfout(_why_no_amount(text.strip(), bare, wat))
    value = Decimal(f"{found[1].replace('.', '')}.{found[2] or '0'}").quantize(Decimal("0.01"))
    if value > HOOGSTE_BEDRAG:
        raise Gebruiksfout(f"{wat} is te hoog: in een bericht past hoogstens {bedrag(HOOGSTE_BEDRAG)}.")
    return value


def _why_no_amount(text: str, bare: str, wat: str) -> str:
    if bare.startswith("-") and _GETAL.fullmatch(bare):
        return f"{wat} kan niet negatief zijn. U schreef: {text}."
    if _DRIE_DECIMALEN.fullmatch(bare):
        duizend = f" Bedoelde u {bare.replace('.', '')}? Schrijf dan geen punt." if _DUIZEND.fullmatch(bare) else ""
        return f"{wat} heeft hoogstens twee cijfers achter de komma. U schreef: {text}.{duizend}"
    return f"'{text}' is geen bedrag. Schrijf {wat.lower()} in euro, bijvoorbeeld 87,24 of 87.24."


def whole(text: str, wat: str, laagste: int = 0) -> int:
    """Read a whole number that fits in a message. *wat* names it in the sentence."""
    bare = text.strip()
    if not _HEEL.fullmatch(bare):
        if bare.startswith("-") and _GETAL.fullmatch(bare):
            raise Gebruiksfout(f"{wat} kan niet negatief zijn. U schreef: {bare}.")
        raise Gebruiksfout(f"'{bare}' is geen heel getal. Schrijf {wat.lower()} met alleen cijfers, bijvoorbeeld 240.")
    value = int(bare) if len(bare.lstrip("0")) <= len(str(HOOGSTE_VOLUME)) else HOOGSTE_VOLUME + 1
    if value > HOOGSTE_VOLUME:
        raise Gebruiksfout(f"{wat} is te hoog: in een bericht past hoogstens {HOOGSTE_VOLUME}.")
    if value < laagste:
        raise Gebruiksfout(f"{wat} is minstens {laagste}. U schreef: {bare}.")
    return value


def minutes(text: str) -> tuple[int, ...]:
    """Read minutes: a number, or the parts of a sum such as '35+40+20+35'."""
    parts = tuple(whole(part, "Het aantal minuten") for part in text.split("+"))
    if sum(parts) > HOOGSTE_VOLUME:
        raise Gebruiksfout(f"Het aantal minuten is te hoog: in een bericht past hoogstens {HOOGSTE_VOLUME}.")
    return parts


def month(text: str) -> Periode:
    """Read a month: '2025-10' or '10-2025'."""
    bare = text.strip()
    if found := _MAAND_ISO.fullmatch(bare):
        jaar, maand = int(found[1]), int(found[2])
    elif found := _MAAND_NL.fullmatch(bare):
        maand, jaar = int(found[1]), int(found[2])
    else:
        raise Gebruiksfout(f"'{bare}' is geen maand. Schrijf bijvoorbeeld 2025-10 of 10-2025.")
    if not 1 <= maand <= _MAANDEN or not jaar:
        raise Gebruiksfout(f"Maand {maand} van het jaar {jaar} bestaat niet. Schrijf bijvoorbeeld 2025-10 of 10-2025.")
    return maand_van(date(jaar, maand, 1))


def assignment(ingangsdatum: str, einddatum: str | None) -> Periode:
    """Read the first and last day of an assignment; the last day may be missing."""
    begin = day(ingangsdatum, date.min)
    if einddatum is None:
        return Periode(begin)
    eind = day(einddatum, date.max)
    if eind < begin:
        raise Gebruiksfout(
            f"De einddatum ({datum_kort(eind)}) ligt vóór de ingangsdatum ({datum_kort(begin)}). Draai ze om."
        )
    if eind.year - begin.year > _LANGSTE_JAREN:
        raise Gebruiksfout(
            f"Deze toewijzing duurt {eind.year - begin.year} jaar ({datum_kort(begin)} tot en met {datum_kort(eind)}). "
            f"Meer dan {_LANGSTE_JAREN} jaar rekenen we niet uit. Klopt de einddatum?"
        )
    return Periode(begin, eind)
