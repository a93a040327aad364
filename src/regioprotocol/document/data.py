"""The document as plain data for the page maker. Text stays text: nothing in it is ever code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from regioprotocol.document.records import Document, Kader, Leden, Lid, Onderdeel, Ondertekening, Sectie
from regioprotocol.prose import Alinea, Blok, Citaat, Codeblok, Kop, Opsomming, Stuk, Tabel, platte_tekst

Data = dict[str, Any]
Schoon = Callable[[str], str]

# A word of more letters than this may be broken anywhere: a narrow column has no room for it.
_LANGSTE_WOORD: Final = 40
_LANG: Final = re.compile(rf"[^\s\u200b-]{{{_LANGSTE_WOORD + 1},}}")
# A column is as wide as its longest text, between these numbers of letters.
_SMALSTE: Final = 8
_BREEDSTE: Final = 60
_STUURTEKENS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def schoon(tekst: str) -> str:
    """Leave out what no page can show, and let very long words break."""
    return _LANG.sub(_breekbaar, zonder_stuurtekens(tekst))


def zonder_stuurtekens(tekst: str) -> str:
    """Leave out the characters that neither a page nor XML can hold."""
    return _STUURTEKENS.sub("", tekst)


def _breekbaar(woord: re.Match[str]) -> str:
    letters = woord[0]
    stukken = (letters[plek : plek + 8] for plek in range(0, len(letters), 8))
    return "\u200b".join(stukken)


def als_data(document: Document, maak: Schoon = schoon) -> Data:
    """Give the whole document; *maak* prepares every text."""
    return {
        "titel": maak(document.titel),
        "naam": maak(document.naam),
        "ondertitel": maak(document.ondertitel),
        "regio": maak(document.regio),
        "auteur": maak(document.auteur),
        "versie": maak(document.versie),
        "status": document.status,
        "digest": document.digest,
        "watermerk": document.watermerk,
        "onofficieel": document.onofficieel,
        "kenmerken": [[maak(naam), maak(waarde)] for naam, waarde in document.kenmerken],
        "waarschuwingen": [_onderdeel(kader, maak) for kader in document.waarschuwingen],
        "delen": [_sectie(deel, maak) for deel in document.delen],
    }


def _sectie(sectie: Sectie, maak: Schoon) -> Data:
    return {
        "nummer": sectie.nummer,
        "titel": maak(sectie.titel),
        "nieuwe_pagina": sectie.nieuwe_pagina,
        "liggend": sectie.liggend,
        "in_inhoud": sectie.in_inhoud,
        "onderdelen": [_onderdeel(onderdeel, maak) for onderdeel in sectie.onderdelen],
        "secties": [_sectie(onder, maak) for onder in sectie.secties],
    }


def _onderdeel(onderdeel: Onderdeel, maak: Schoon) -> Data:
    match onderdeel:
        case Leden():
            return {"soort": "leden", "leden": [_lid(lid, maak) for lid in onderdeel.leden]}
        case Kader():
            return {"soort": "kader", "titel": maak(onderdeel.titel), "tekst": maak(onderdeel.tekst)}
        case Ondertekening():
            return {"soort": "ondertekening", "partijen": [maak(partij) for partij in onderdeel.partijen]}
        case _:
            return _blok(onderdeel, maak)


def _blok(blok: Blok, maak: Schoon) -> Data:
    match blok:
        case Alinea():
            return {"soort": "alinea", "stukken": _stukken(blok.stukken, maak)}
        case Kop():
            return {"soort": "kop", "stukken": _stukken(blok.stukken, maak)}
        case Opsomming():
            items = [[_blok(onder, maak) for onder in item] for item in blok.items]
            return {"soort": "opsomming", "genummerd": blok.genummerd, "items": items}
        case Tabel():
            return {
                "soort": "tabel",
                "breedtes": breedtes(blok),
                "kop": [_stukken(cel, maak) for cel in blok.kop],
                "rijen": [[_stukken(cel, maak) for cel in rij] for rij in blok.rijen],
            }
        case Citaat():
            return {"soort": "citaat", "blokken": [_blok(onder, maak) for onder in blok.blokken]}
        case Codeblok():
            return {"soort": "code", "tekst": maak(blok.tekst)}


def breedtes(tabel: Tabel) -> list[int]:
    """Give how the columns share the width: as the table says, else by the length of what is in them."""
    if tabel.breedtes:
        return list(tabel.breedtes)
    kolommen = zip(*(tabel.kop, *tabel.rijen), strict=False)
    langste = [max(len(platte_tekst(cel)) for cel in kolom) for kolom in kolommen]
    return [min(max(lengte, _SMALSTE), _BREEDSTE) for lengte in langste]


def _stukken(regel: Iterable[Stuk], maak: Schoon) -> list[Data]:
    return [{"tekst": maak(s.tekst), "vet": s.vet, "schuin": s.schuin, "code": s.code, "doel": s.doel} for s in regel]


def _lid(lid: Lid, maak: Schoon) -> Data:
    return {
        "nummer": lid.nummer,
        "voor": maak(lid.voor[:1].upper() + lid.voor[1:]),
        "zin": maak(lid.zin),
        "toelichting": [[kop, maak(tekst)] for kop, tekst in lid.toelichting],
        "merk": lid.merk[:1].upper() + lid.merk[1:],
        "herkomst": maak(lid.herkomst),
    }
