"""Cases about declarations as data: short lines in YAML become real messages, which are read and judged as any other.

A case has *berichten* in the order in which they are read, each a 301, 323 or 325. Amounts are euros here and become
cents in the message. What is not said has a value that fits: the line is a debit, the category the start of the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml

from regioprotocol.calendar import laatste_van_maand
from regioprotocol.engine.findings import Bevinding
from regioprotocol.engine.judge import Opdracht, judge
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.reading import Leesinstelling, read_message, uit_bytes

MAP: Final = Path(__file__).parent / "declaraties"
VANDAAG: Final = date(2027, 6, 1)
BSN: Final = "999990019"
_CODES: Final = {"Jw": {"301": "436", "323": "490", "325": "491"}, "Wmo": {"301": "414", "323": "484", "325": "485"}}
_AANBIEDER: Final = "98760017"

Velden = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """One case: the messages, and the findings that they give, as 'TR418 R1' (the rule and the line)."""

    geval: str
    berichten: Sequence[Velden]
    verwacht: Sequence[str | Velden] = ()
    open: Sequence[str] | None = None
    bron: str = "eigen geval"
    set: str = "voorbeeldregio"
    gemeente: str = "9901"
    wet: str = "Jw"
    op: date | None = None


@dataclass(slots=True)
class Schrijver:
    """Writes a message and remembers at which line each declared line starts."""

    wet: str
    soort: str
    regels: list[str] = field(default_factory=list)
    plekken: dict[str, int] = field(default_factory=dict)

    def zet(self, naam: str, waarde: object, *, basis: bool = False) -> None:
        """Write an element with a value; nothing for None."""
        if waarde is not None:
            p = self._prefix(basis=basis)
            self.regels.append(f"<{p}{naam}>{waarde}</{p}{naam}>")

    def blok(self, naam: str, delen: Mapping[str, object], *, basis: bool = True) -> None:
        """Write an element with elements of the base schema; none when all values are missing."""
        if any(waarde is not None for waarde in delen.values()):
            self.open(naam)
            for deel, waarde in delen.items():
                self.zet(deel, waarde, basis=basis)
            self.dicht(naam)

    def open(self, naam: str) -> None:
        """Write a start tag."""
        self.regels.append(f"<{self._prefix()}{naam}>")

    def dicht(self, naam: str) -> None:
        """Write an end tag."""
        self.regels.append(f"</{self._prefix()}{naam}>")

    def bytes(self) -> bytes:
        """Give the message."""
        return ("\n".join(self.regels) + "\n").encode()

    def _prefix(self, *, basis: bool = False) -> str:
        return "b:" if basis else "m:"


def lees_gevallen() -> Iterator[Geval]:
    """Give the cases of every file, with the defaults that the file sets for all of them."""
    for pad in sorted(MAP.glob("*.yaml")):
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        for geval in inhoud["gevallen"]:
            yield Geval(**{**inhoud.get("alle", {}), **geval})


def beoordeel(geval: Geval, naslag: Naslag) -> list[tuple[str, str, Bevinding]]:
    """Judge the messages of a case: the rule, the line ('kop' for the message itself), and the finding."""
    instelling = Leesinstelling(naslag.index.parameterset.codelijsten)
    schrijvers: dict[str, Schrijver] = {}
    gelezen = []
    for nummer, bericht in enumerate(geval.berichten, 1):
        soort, velden = next(iter(bericht.items()))
        naam = f"{nummer}-{soort}.xml"
        schrijvers[naam] = schrijf(geval, soort, velden)
        gelezen.append(read_message(uit_bytes(naam, schrijvers[naam].bytes()), instelling))
    opdracht = Opdracht(naslag, VANDAAG, gemeente="", op=geval.op)
    uitslag = judge(opdracht, [gelezen])
    return [
        (b.regel or b.code, _plek(schrijvers[b.bestand], b.regelnummer), b)
        for b in uitslag.bevindingen
        if schrijvers[b.bestand].soort != "301"
    ]


def schrijf(geval: Geval, soort: str, velden: Velden) -> Schrijver:
    """Write a message of a case as XML."""
    s = Schrijver(geval.wet, soort)
    wet = geval.wet.lower()
    basis = f"http://www.istandaarden.nl/i{wet}/3_2"
    s.regels.append('<?xml version="1.0" encoding="UTF-8"?>')
    s.regels.append(f'<m:Bericht xmlns:b="{basis}/basisschema/schema" xmlns:m="{basis}/{wet}{soort}/schema">')
    _header(s, geval, velden)
    {"301": _toewijzingen, "323": _declaratie, "325": _antwoord}[soort](s, velden)
    s.dicht("Bericht")
    return s


def _header(s: Schrijver, geval: Geval, v: Velden) -> None:
    s.open("Header")
    s.zet("BerichtCode", _CODES[geval.wet][s.soort])
    s.zet("BerichtVersie", 3)
    s.zet("BerichtSubversie", 2)
    van, naar = (_AANBIEDER, geval.gemeente) if s.soort == "323" else (geval.gemeente, _AANBIEDER)
    s.zet("Afzender", van)
    s.zet("Ontvanger", naar)
    s.blok("BerichtIdentificatie", {"Identificatie": v.get("id", s.soort), "Dagtekening": v["dagtekening"]})
    s.blok("XsdVersie", {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"})
    if s.soort == "325":
        s.blok("DeclaratieIdentificatie", {"Identificatie": v.get("op", "323"), "Dagtekening": v["dagtekening"]})
        s.zet("XsltVersie", "1.0.0")
        s.blok("XsdVersieDeclaratie", {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"})
        s.blok("RetourCodes", {"RetourCode": v.get("retour_header", "0200")}, basis=False)
    s.dicht("Header")


def _toewijzingen(s: Schrijver, v: Velden) -> None:
    s.open("Client")
    s.zet("Bsn", v.get("bsn", BSN))
    s.open("ToegewezenProducten")
    for t in v["toewijzingen"]:
        s.open("ToegewezenProduct")
        s.zet("ToewijzingNummer", t["nummer"])
        if "product" in t or "categorie" in t:
            s.blok("Product", {"Categorie": t.get("categorie", t.get("product", "")[:2]), "Code": t.get("product")})
        s.zet("Toewijzingsdatum", t.get("datum", v["dagtekening"]))
        s.zet("Toewijzingstijd", "09:00:00")
        s.zet("Ingangsdatum", t["van"])
        s.zet("Einddatum", t.get("tot"))
        s.zet("RedenWijziging", t.get("reden"))
        omvang = {"Volume": t.get("v"), "Eenheid": t.get("e"), "Frequentie": t.get("f")}
        s.blok("Omvang", omvang)
        s.zet("Budget", _centen(t.get("budget")))
        s.dicht("ToegewezenProduct")
    s.dicht("ToegewezenProducten")
    s.dicht("Client")


def _declaratie(s: Schrijver, v: Velden) -> None:
    s.open("Declaratie")
    s.zet("DeclaratieNummer", v.get("nummer", v.get("id", "D1")))
    van, tot = _maand(v)
    s.blok("DeclaratiePeriode", {"Begindatum": van, "Einddatum": tot})
    s.zet("DeclaratieDagtekening", v["dagtekening"])
    _totaal(s, "TotaalIngediendBedrag", v.get("totaal", _som(v["regels"])))
    _clienten(s, v)
    s.dicht("Declaratie")


def _antwoord(s: Schrijver, v: Velden) -> None:
    s.open("DeclaratieAntwoord")
    s.zet("DeclaratieNummer", v.get("nummer", "D1"))
    _totaal(s, "TotaalIngediendBedrag", v["ingediend"])
    _totaal(s, "TotaalToegekendBedrag", v["toegekend"])
    if v.get("regels"):
        _clienten(s, v)
    s.blok("RetourCodes", {"RetourCode": v.get("retour", "0200")}, basis=False)
    s.dicht("DeclaratieAntwoord")


def _clienten(s: Schrijver, v: Velden) -> None:
    per_client: dict[str, list[Velden]] = {}
    for regel in v["regels"]:
        per_client.setdefault(regel.get("bsn", BSN), []).append(regel)
    s.open("Clienten")
    for bsn, regels in per_client.items():
        s.open("Client")
        s.zet("Bsn", bsn)
        s.open("Prestaties")
        for regel in regels:
            _prestatie(s, v, regel)
        s.dicht("Prestaties")
        if s.soort == "325":
            s.blok("RetourCodes", {"RetourCode": v.get("retour_client", "0200")}, basis=False)
        s.dicht("Client")
    s.dicht("Clienten")


def _prestatie(s: Schrijver, v: Velden, r: Velden) -> None:
    s.plekken[f"{r['nr']}"] = len(s.regels) + 1
    s.open("Prestatie")
    s.blok("ProductReferentie", {"ReferentieNummer": r["nr"], "VorigReferentieNummer": r.get("vorig")})
    s.zet("ToewijzingNummer", r.get("t", "100"))
    s.zet("ProductCategorie", r.get("categorie", r["product"][:2]))
    s.zet("ProductCode", r["product"])
    van, tot = _maand({**v, **{k: r[k] for k in ("van", "tot", "maand") if k in r}})
    s.blok("ProductPeriode", {"Begindatum": van, "Einddatum": tot})
    s.zet("GeleverdVolume", r["v"])
    s.zet("Eenheid", r["e"])
    s.zet("ProductTarief", _centen(r.get("tarief")))
    s.blok("IngediendBedrag", {"Bedrag": _centen(r["bedrag"]), "DebetCredit": r.get("dc", "D")})
    if s.soort == "325":
        s.blok("RetourCodes", {"RetourCode": r.get("retour", "0200")}, basis=False)
    s.dicht("Prestatie")


def _maand(v: Velden) -> tuple[object, object]:
    """Give the first and last day of a month ('2026-01'); days of their own go first."""
    if "maand" not in v:
        return v["van"], v["tot"]
    eerste = date.fromisoformat(f"{v['maand']}-01")
    return v.get("van", eerste), v.get("tot", laatste_van_maand(eerste))


def _som(regels: Sequence[Velden]) -> str:
    return str(sum(Decimal(r["bedrag"]) * (-1 if r.get("dc") == "C" else 1) for r in regels))


def _totaal(s: Schrijver, naam: str, bedrag: str) -> None:
    waarde = Decimal(bedrag)
    s.blok(naam, {"TotaalBedrag": _centen(str(abs(waarde))), "DebetCredit": "C" if waarde < 0 else "D"})


def _centen(bedrag: str | None) -> int | None:
    return None if bedrag is None else int(Decimal(bedrag) * 100)


def _plek(s: Schrijver, regelnummer: int) -> str:
    eerder = [nr for nr, regel in s.plekken.items() if regel <= regelnummer]
    return eerder[-1] if eerder and regelnummer < len(s.regels) - 3 else "kop"
