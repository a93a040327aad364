"""The value of an entry, by the kind of its rule; or the stand that replaces it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from regioprotocol.assemble.durations import parse_duur
from regioprotocol.assemble.item import Item
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.model.regel import (
    BERICHTGEBRUIK,
    Bedrag,
    Berekening,
    Getal,
    Inhoud,
    Lijst,
    Regel,
    Soortwaarde,
    Stand,
    Termijn,
    Woord,
)
from regioprotocol.model.woordenboek import Woordenboek

GEEN_GEBEURTENIS: Final = "ontbreekt in bron"
_BEDRAG: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
_GETAL: Final = re.compile(r"-?[0-9]{1,9}")
_ANDERE_SOORT: Final = {
    Soortwaarde.TERMIJN: "Schrijf bijvoorbeeld 'na: intake' en 'termijn: 5 werkdagen'.",
    Soortwaarde.LIJST: "Schrijf een lijst: 'waarde: [eerste, tweede]'.",
    Soortwaarde.GETAL: "Schrijf een heel getal: 'waarde: 1'.",
    Soortwaarde.BEDRAG: "Schrijf een bedrag met een punt: 'waarde: 82.50'.",
}


def lees_inhoud(item: Item, regel: Regel, woordenboek: Woordenboek) -> Inhoud | None:
    """Give the value of an entry; None (with a finding) when it has none, two, or one of another kind."""
    aanwezig = [s for s in ("termijn", "waarde", "stand") if s in item]
    if len(aanwezig) != 1:
        wat = "geen waarde" if not aanwezig else f"meer dan één waarde: {' en '.join(aanwezig)}"
        hint = "" if aanwezig else "Voeg 'termijn:', 'waarde:' of 'stand:' toe. Staat er misschien nog een hekje voor?"
        item.meld("RP116", aanwezig[-1] if aanwezig else "regel", f"Deze afspraak heeft {wat}.", hint)
        return None
    for sleutel, alleen in (("gevolg", Soortwaarde.BERICHTGEBRUIK), ("instellingen", Soortwaarde.BEREKENING)):
        if sleutel in item and regel.soort is not alleen:
            item.meld("RP114", sleutel, f"'{sleutel}' hoort alleen bij een {alleen}.", f"Haal '{sleutel}' weg.")
    los = next((r for r in ("na", "voor") if r in item), None)
    if los and aanwezig[0] != "termijn":
        hint = "Haal de gebeurtenis weg, of schrijf een termijn."
        item.meld("RP116", los, f"Bij een {aanwezig[0]} hoort geen '{los}:'.", hint)
        return None
    if "stand" in item:
        return Stand(item.tekst("stand"), item.tekst("waar"))
    if (aanwezig[0] == "termijn") != (regel.soort is Soortwaarde.TERMIJN):
        tekst = f"'{regel.naam}' is een {regel.soort}, maar hier staat een {aanwezig[0]}."
        item.meld("RP114", aanwezig[0], tekst, _ANDERE_SOORT.get(regel.soort, "Schrijf 'waarde: …'."))
        return None
    if regel.soort is Soortwaarde.TERMIJN:
        return _termijn(item, woordenboek)
    return _waarde(item, regel, woordenboek)


def lees_duur(item: Item, sleutel: str) -> tuple[Termijn | None, str]:
    """Give a term without an event, and its text; a finding (RP108) when it cannot be read."""
    tekst = item.tekst(sleutel)
    try:
        return Termijn(duur=parse_duur(tekst), tekst=tekst), tekst
    except ValueError as fout:
        item.meld("RP108", sleutel, str(fout))
        return None, tekst


def _termijn(item: Item, woordenboek: Woordenboek) -> Termijn | None:
    kaal, tekst = lees_duur(item, "termijn")
    richtingen = [richting for richting in ("na", "voor") if richting in item]
    if len(richtingen) != 1:
        wat = "zegt niet na of voor welke gebeurtenis hij loopt" if not richtingen else "heeft zowel 'na' als 'voor'"
        hint = f"Schrijf bijvoorbeeld 'na: intake'. Noemt de bron niets? Schrijf 'na: {GEEN_GEBEURTENIS}'."
        item.meld("RP116", "termijn", f"Deze termijn {wat}.", hint)
        return None
    richting = richtingen[0]
    gebeurtenis = item.tekst(richting)
    if gebeurtenis == GEEN_GEBEURTENIS:
        return kaal
    if gebeurtenis not in woordenboek.gebeurtenissen:
        hint = bedoelde_u(gebeurtenis, woordenboek.gebeurtenissen)
        item.meld("RP104", richting, f"De gebeurtenis '{gebeurtenis}' kennen we niet.", hint)
        return None
    if kaal is None:
        return None
    return Termijn(duur=kaal.duur, tekst=tekst, richting="na" if richting == "na" else "voor", gebeurtenis=gebeurtenis)


def _waarde(item: Item, regel: Regel, woordenboek: Woordenboek) -> Inhoud | None:
    is_lijst = isinstance(item.node["waarde"], list)
    if is_lijst != (regel.soort is Soortwaarde.LIJST):
        tekst = f"'{regel.naam}' is een {regel.soort}, maar hier staat {'een' if is_lijst else 'geen'} lijst."
        hint = _ANDERE_SOORT.get(regel.soort, "Schrijf één waarde, zonder haken.")
        if not is_lijst:
            hint = f"Schrijf: waarde: [{item.tekst('waarde')}]"
        item.meld("RP114", "waarde", tekst, hint)
        return None
    waarden = item.teksten("waarde") if is_lijst else (item.tekst("waarde"),)
    if not _keuzes_bekend(item, regel, waarden, woordenboek):
        return None
    if regel.soort is Soortwaarde.LIJST:
        return Lijst(tuple(dict.fromkeys(waarden)))
    return _enkel(item, regel, waarden[0])


def _enkel(item: Item, regel: Regel, waarde: str) -> Inhoud | None:
    if regel.soort is Soortwaarde.GETAL:
        if _GETAL.fullmatch(waarde):
            return Getal(int(waarde))
        item.meld("RP117", "waarde", f"'{waarde}' is geen heel getal.", _ANDERE_SOORT[regel.soort])
        return None
    if regel.soort is Soortwaarde.BEDRAG:
        return _bedrag(item, waarde)
    if regel.soort is Soortwaarde.BEREKENING:
        return Berekening(waarde, tuple((naam, " ".join(tekst)) for naam, tekst in item.paren("instellingen")))
    return Woord(waarde, item.tekst("gevolg"))


def _bedrag(item: Item, waarde: str) -> Bedrag | None:
    bedrag = lees_bedrag(waarde)
    if bedrag is None:
        item.meld("RP117", "waarde", f"'{waarde}' is geen bedrag.", _ANDERE_SOORT[Soortwaarde.BEDRAG])
        return None
    return Bedrag(bedrag)


def lees_bedrag(tekst: str) -> Decimal | None:
    """Read an amount of euros: digits, a point, at most two decimals; else None."""
    return Decimal(tekst).quantize(Decimal("0.01")) if _BEDRAG.fullmatch(tekst) else None


def _keuzes_bekend(item: Item, regel: Regel, waarden: tuple[str, ...], woordenboek: Woordenboek) -> bool:
    if regel.soort is Soortwaarde.BERICHTGEBRUIK:
        code, bekend = "RP115", set(BERICHTGEBRUIK)
    elif regel.codelijst:
        lijst = woordenboek.codelijsten.get(regel.codelijst)
        code, bekend = "RP107", set(lijst.codes) if lijst else set()
    else:
        code, bekend = "RP115", set(regel.keuzes)
    onbekend = [waarde for waarde in waarden if bekend and waarde not in bekend]
    for waarde in onbekend:
        item.meld(code, "waarde", f"'{waarde}' is geen waarde van '{regel.naam}'.", bedoelde_u(waarde, bekend))
    return not onbekend
