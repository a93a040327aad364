"""One declared line as messages: a 323, and the 301 of its assignment when the unit of that is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from regioprotocol.calendar import laatste_van_maand

_CODES: Final = {("Jw", "301"): "436", ("Jw", "323"): "490", ("Wmo", "301"): "414", ("Wmo", "323"): "484"}
_AANBIEDER: Final = "98760017"
_BSN: Final = "999990019"
_NUMMER: Final = "100"
_BERICHT: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<m:Bericht xmlns:b="{ruimte}/basisschema/schema" xmlns:m="{ruimte}/{wet}{soort}/schema">
<m:Header><m:BerichtCode>{code}</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie>
<m:BerichtSubversie>2</m:BerichtSubversie><m:Afzender>{van}</m:Afzender><m:Ontvanger>{naar}</m:Ontvanger>
<m:BerichtIdentificatie><b:Identificatie>{soort}</b:Identificatie><b:Dagtekening>{dag}</b:Dagtekening>
</m:BerichtIdentificatie><m:XsdVersie><b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>
<b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></m:XsdVersie></m:Header>
{inhoud}
</m:Bericht>
"""
_TOEWIJZING: Final = """\
<m:Client><m:Bsn>{bsn}</m:Bsn><m:ToegewezenProducten><m:ToegewezenProduct>
<m:ToewijzingNummer>{nummer}</m:ToewijzingNummer>
<m:Product><b:Categorie>{categorie}</b:Categorie><b:Code>{product}</b:Code></m:Product>
<m:Toewijzingsdatum>2025-01-01</m:Toewijzingsdatum><m:Toewijzingstijd>09:00:00</m:Toewijzingstijd>
<m:Ingangsdatum>2025-01-01</m:Ingangsdatum>
<m:Omvang><b:Volume>4</b:Volume><b:Eenheid>{toegewezen}</b:Eenheid><b:Frequentie>4</b:Frequentie></m:Omvang>
</m:ToegewezenProduct></m:ToegewezenProducten></m:Client>"""
_DECLARATIE: Final = """\
<m:Declaratie><m:DeclaratieNummer>D1</m:DeclaratieNummer>
<m:DeclaratiePeriode><b:Begindatum>{begin}</b:Begindatum><b:Einddatum>{eind}</b:Einddatum></m:DeclaratiePeriode>
<m:DeclaratieDagtekening>{dag}</m:DeclaratieDagtekening><m:TotaalIngediendBedrag><b:TotaalBedrag>{bedrag}</b:TotaalBedrag>
<b:DebetCredit>D</b:DebetCredit></m:TotaalIngediendBedrag><m:Clienten><m:Client><m:Bsn>{bsn}</m:Bsn><m:Prestaties>
<m:Prestatie><m:ProductReferentie><b:ReferentieNummer>R1</b:ReferentieNummer></m:ProductReferentie>
<m:ToewijzingNummer>{nummer}</m:ToewijzingNummer><m:ProductCategorie>{categorie}</m:ProductCategorie>
<m:ProductCode>{product}</m:ProductCode>
<m:ProductPeriode><b:Begindatum>{begin}</b:Begindatum><b:Einddatum>{eind}</b:Einddatum></m:ProductPeriode>
<m:GeleverdVolume>{volume}</m:GeleverdVolume><m:Eenheid>{eenheid}</m:Eenheid>{tarief}
<m:IngediendBedrag><b:Bedrag>{bedrag}</b:Bedrag><b:DebetCredit>D</b:DebetCredit></m:IngediendBedrag>
</m:Prestatie></m:Prestaties></m:Client></m:Clienten></m:Declaratie>"""


def berichten(r: Mapping[str, Any]) -> dict[str, bytes]:
    """Write the messages of a line as the page knows it (amounts in euro); by their kind, in the order of reading."""
    begin = date.fromisoformat(f"{r['maand']}-01")
    tarief = f"<m:ProductTarief>{_centen(r['tarief'])}</m:ProductTarief>" if "tarief" in r else ""
    velden = {**r, "bsn": _BSN, "nummer": _NUMMER, "begin": begin, "eind": laatste_van_maand(begin)}
    velden |= {"tarief": tarief, "bedrag": _centen(r["bedrag"])}
    geschreven = {"323": _bericht("323", r, (_AANBIEDER, r["gemeente"]), r["dag"], _DECLARATIE.format_map(velden))}
    if "toegewezen" not in r:
        return geschreven
    inhoud = _TOEWIJZING.format_map(velden)
    return {"301": _bericht("301", r, (r["gemeente"], _AANBIEDER), "2025-01-01", inhoud), **geschreven}


def _bericht(soort: str, r: Mapping[str, Any], partijen: tuple[str, str], dag: str, inhoud: str) -> bytes:
    wet = r["wet"].lower()
    van, naar = partijen
    ruimte = f"http://www.istandaarden.nl/i{wet}/3_2"
    code = _CODES[r["wet"], soort]
    return _BERICHT.format(
        ruimte=ruimte, wet=wet, soort=soort, code=code, van=van, naar=naar, dag=dag, inhoud=inhoud
    ).encode()


def _centen(bedrag: str) -> int:
    return int(Decimal(bedrag) * 100)
