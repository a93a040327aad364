"""An agenda (RFC 5545) and a feed (RFC 4287): dates for other programs. The same dates give the same bytes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from xml.etree import ElementTree as ET

_BREEDTE: Final = 75
_ATOM: Final = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """A day with what happens on it. *naam* is the same in every build, and different from all others."""

    naam: str
    dag: date
    titel: str
    tekst: str = ""
    adres: str = ""


def uuid_van(naam: str) -> str:
    """Give a name that no other program uses, always the same for the same words."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"regioprotocol/{naam}"))


def agenda(titel: str, gebeurtenissen: Iterable[Gebeurtenis]) -> bytes:
    """Write a calendar of whole days."""
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//regioprotocol//NL",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_tekst(titel)}",
    ]
    for g in gebeurtenissen:
        regels += [
            "BEGIN:VEVENT",
            f"UID:{uuid_van(g.naam)}",
            # Not the moment of writing: that would give other bytes each time.
            f"DTSTAMP:{g.dag:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{g.dag:%Y%m%d}",
            f"DTEND;VALUE=DATE:{g.dag + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_tekst(g.titel)}",
            *([f"DESCRIPTION:{_tekst(g.tekst)}"] if g.tekst else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    regels.append("END:VCALENDAR")
    return "".join(f"{deel}\r\n" for regel in regels for deel in _gevouwen(regel)).encode()


def _tekst(tekst: str) -> str:
    een = " ".join(tekst.split())
    return een.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _gevouwen(regel: str) -> Iterator[str]:
    """Give a line in pieces of at most 75 bytes; every next piece begins with a space."""
    stuk, breedte = "", 0
    for teken in regel:
        if breedte + len(teken.encode()) > _BREEDTE:
            yield stuk
            stuk, breedte = " ", 1
        stuk += teken
        breedte += len(teken.encode())
    yield stuk


def feed(naam: str, titel: str, adres: str, gebeurtenissen: Iterable[Gebeurtenis]) -> bytes:
    """Write an Atom feed, the newest day first. *adres* is where the page is; empty when nobody knows yet."""
    rij = sorted(gebeurtenissen, key=lambda g: (g.dag, g.naam), reverse=True)
    wortel = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "nl"})
    _veld(wortel, "id", f"urn:uuid:{uuid_van(naam)}")
    _veld(wortel, "title", titel)
    _veld(wortel, "updated", _moment(rij[0].dag if rij else date(1970, 1, 1)))
    ET.SubElement(ET.SubElement(wortel, "author"), "name").text = "regioprotocol"
    ET.SubElement(wortel, "link", {"href": adres or "./"})
    for g in rij:
        stuk = ET.SubElement(wortel, "entry")
        _veld(stuk, "id", f"urn:uuid:{uuid_van(g.naam)}")
        _veld(stuk, "title", g.titel)
        _veld(stuk, "updated", _moment(g.dag))
        ET.SubElement(stuk, "link", {"href": g.adres or adres or "./"})
        _veld(stuk, "summary", g.tekst or g.titel)
    ET.indent(wortel)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(wortel, encoding="unicode")}\n'.encode()


def _veld(ouder: ET.Element, naam: str, tekst: str) -> None:
    ET.SubElement(ouder, naam).text = tekst


def _moment(dag: date) -> str:
    return f"{dag.isoformat()}T00:00:00Z"
