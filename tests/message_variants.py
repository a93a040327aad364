"""Messages that are right in structure and wrong in anything else: valid ones, changed at random in what they say.

Values come from pools by the kind of element: days around the changes in the sets, codes that exist (or do not),
amounts a cent apart. What may be missing goes; what may stand there more often is repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from random import Random
from typing import Final

from lxml import etree

DAGEN: Final = (
    "2017-06-11", "2020-12-31", "2021-01-01", "2022-03-31", "2022-04-01", "2023-12-31", "2024-01-01", "2024-02-29",
    "2024-12-31", "2025-01-01", "2025-02-28", "2025-03-01", "2025-06-30", "2025-12-31", "2026-01-01", "2026-01-31",
    "2026-02-01", "2026-02-28", "2026-03-10", "2026-03-31", "2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01",
    "2027-02-28", "2027-12-31", "2028-02-29", "2031-01-31",
)  # fmt: skip
BEDRAGEN: Final = ("0", "1", "30", "60", "111", "135", "145", "8100", "8724", "9490", "12210", "32400", "34896", "50")
POELEN: Final[Mapping[str, Sequence[str]]] = {
    "Afzender": ("0200", "9901", "9902", "0384", "98760017"),
    "Ontvanger": ("0200", "9901", "9902", "0384", "98760017"),
    "Categorie": ("01", "15", "41", "45", "46", "48", "50", "54", "99"),
    "ProductCategorie": ("01", "02", "15", "41", "45", "50", "99"),
    "Code": (
        "01A01", "02A02", "15A01", "41A01", "45A01", "45A02", "45B01", "46A01", "48A03", "50A02", "54S01", "54S02",
        "45Z99",
    ),
    "ProductCode": ("01A01", "02A01", "02A02", "10A02", "41A01", "45A02", "45B01", "50A02", "51D01", "45Z99"),
    "Eenheid": ("01", "04", "14", "16", "82", "83", "84"),
    "Frequentie": ("1", "2", "4", "6"),
    "Volume": ("1", "4", "60", "240"),
    "GeleverdVolume": ("0", "1", "4", "7", "10", "60", "240", "25000"),
    "ProductTarief": BEDRAGEN,
    "Bedrag": BEDRAGEN,
    "TotaalBedrag": BEDRAGEN,
    "Budget": BEDRAGEN,
    "DebetCredit": ("D", "C"),
    "RedenBeeindiging": ("02", "03", "19", "20", "21", "31", "33", "36", "37", "38"),
    "RedenWijziging": ("01", "02", "03", "04", "07", "08", "10", "13", "14"),
    "StatusAanlevering": ("1", "2", "3"),
    "VerzoekAntwoord": ("1", "2"),
    "RedenAfwijzingVerzoek": ("1", "2", "5", "8"),
    "Type": ("01", "02", "03", "04", "05", "06", "08"),
    "Soort": ("01", "02", "03", "04", "07"),
    "DatumGebruik": ("1", "2", "3"),
    "ToewijzingNummer": ("1", "2", "3", "007", "7"),
    "ReferentieAanbieder": ("R1", "R2"),
    "ReferentieNummer": ("R1", "R2", "R3"),
    "VorigReferentieNummer": ("R1", "R2", "R3"),
    "Bsn": ("999990019", "999900006"),
    "RetourCode": ("0200", "8001", "0233", "0001", "9341", "0611"),
}  # fmt: skip
_PARTIJEN: Final = frozenset({"Afzender", "Ontvanger"})  # a municipality stays one
_ANDERS: Final = 0.7  # how often a repeated element differs
_HERHAALBAAR: Final = frozenset(
    {
        "ToegewezenProduct", "StartProduct", "StopProduct", "AangevraagdProduct", "OngewijzigdProduct",
        "TeWijzigenProduct", "NieuwProduct", "Contact", "Relatie", "Client", "Prestatie", "RetourCode",
    }
)  # fmt: skip
_MAG_WEG: Final = frozenset(
    {
        "Product", "Code", "Einddatum", "ToewijzingEinddatum", "Omvang", "Budget", "RedenWijziging", "Telefoon",
        "Adres", "Huis", "Postcode", "DatumGebruik", "VorigReferentieNummer", "ProductTarief", "Commentaar",
        "Woonplaatsbeginsel", "RedenAfwijzingVerzoek", "ToewijzingIngangsdatum", "OngewijzigdeProducten",
        "TeWijzigenProducten", "NieuweProducten", "ReferentieAanbieder", "BeschikkingNummer", "Relaties",
    }
)  # fmt: skip


def variant(inhoud: bytes, toeval: Random, hoe_vaak: int, waarden: Mapping[str, Sequence[str]]) -> bytes:
    """Give a message with so many changes, each element on a line of its own; *waarden* go before the pools here."""
    wortel = etree.fromstring(inhoud, etree.XMLParser(remove_blank_text=True))
    veranderen = _Veranderen(wortel, toeval, {**POELEN, **waarden})
    for _ in range(hoe_vaak):
        toeval.choice(veranderen.manieren)()
    etree.indent(wortel, space="  ")
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")


class _Veranderen:
    """The ways to change a message, by chance."""

    def __init__(self, wortel: etree._Element, toeval: Random, poelen: Mapping[str, Sequence[str]]) -> None:
        self.wortel, self.toeval, self.poelen = wortel, toeval, poelen
        andere = self.andere_waarde  # most that can be wrong is a value
        self.manieren: Sequence[Callable[[], None]] = (andere, andere, andere, self.gelijk, self.weg, self.nog_een)

    def andere_waarde(self) -> None:
        self._andere_waarde(self.wortel)

    def gelijk(self) -> None:
        """Give a value that stands elsewhere under the same name, or a day that stands anywhere."""
        bladen = [e for e in self.wortel.iter() if not len(e) and e.text]
        blad = self.toeval.choice(bladen)
        zelfde = [e for e in bladen if _naam(e) == _naam(blad) or (_is_dag(blad) and _is_dag(e))]
        blad.text = self.toeval.choice(zelfde).text

    def weg(self) -> None:
        """Leave out what may be missing."""
        kan = [e for e in self.wortel.iter() if _naam(e) in _MAG_WEG]
        if kan:
            element = self.toeval.choice(kan)
            ouder = element.getparent()
            assert ouder is not None
            ouder.remove(element)

    def nog_een(self) -> None:
        """Repeat what may stand there more often, mostly with another value."""
        kan = [e for e in self.wortel.iter() if _naam(e) in _HERHAALBAAR]
        if kan:
            element = self.toeval.choice(kan)
            tweede = deepcopy(element)
            element.addnext(tweede)
            if self.toeval.random() < _ANDERS:
                self._andere_waarde(tweede)

    def _andere_waarde(self, in_: etree._Element) -> None:
        bladen = [e for e in in_.iter() if not len(e) and (_naam(e) in self.poelen or _is_dag(e))]
        if bladen:
            blad = self.toeval.choice(bladen)
            poel = self.poelen.get(_naam(blad), DAGEN)
            even_lang = [waarde for waarde in poel if len(waarde) == len(blad.text or "")]
            blad.text = self.toeval.choice(even_lang if even_lang and _naam(blad) in _PARTIJEN else poel)


def _naam(element: etree._Element) -> str:
    return etree.QName(element).localname


def _is_dag(element: etree._Element) -> bool:
    naam = _naam(element).lower()
    return ("datum" in naam and "gebruik" not in naam) or naam.endswith("dagtekening")
