"""One kind of message and the set: where every field stands, and the words and codes of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from msgspec import structs

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.bindings import BINDINGS, CLIENT_VAN_DECLARATIE, RETOURCODES
from regioprotocol.engine.lookup import Naslag, Oordeel
from regioprotocol.engine.records import Wet
from regioprotocol.engine.structure.description import Berichtsoort, beschrijving
from regioprotocol.engine.structure.grammar import Knoop, boom
from regioprotocol.export.schematron.assertion import Plaats, Toets
from regioprotocol.export.schematron.xpath import ONWAAR, WAAR, dag, samen
from regioprotocol.parameterset import Index
from regioprotocol.parameterset.records import Deelname

BERICHT: Final = "b"
BASIS: Final = "s"
DEEL: Final = "$deel"
REGIO: Final = "regio"
GEMEENTE: Final = "gemeente"
_ANDERE: Final = "~"  # a municipality that no case names
_GETALLEN: Final = frozenset({"getal", "nummer", "bedrag"})


@dataclass(frozen=True, slots=True)
class Veld:
    """A field of a record in this message: its path below the record, kind of value, and whether it may be missing."""

    element: str
    pad: str
    soort: str
    mag_ontbreken: bool

    @property
    def diepte(self) -> int:
        """Give how many elements lie between the record and the field, with the field."""
        return self.pad.count("/") + 1


@dataclass(frozen=True, slots=True)
class Record:
    """An element that the engine reads as a record: its fields and lists by name.

    *houders* are the elements around its lists: a place to report at, without a value of their own.
    """

    naam: str
    velden: Mapping[str, Veld]
    lijsten: Mapping[str, str]
    houders: Mapping[str, Veld]

    @property
    def patroon(self) -> str:
        """Give the pattern of its element."""
        return f"{BERICHT}:{self.naam}"

    def plek(self, veld: str) -> Veld:
        """Give where a field or list stands."""
        return self.velden[veld] if veld in self.velden else self.houders[veld]

    def heeft(self, veld: str, vanaf: str = DEEL) -> str:
        """Give the element of a field, seen from the record: as a condition it tells whether it is there."""
        pad = self.plek(veld).pad
        return f"{vanaf}/{pad}" if vanaf else pad

    def waarde(self, veld: str, vanaf: str = DEEL) -> str:
        """Give the value of a field: a day or amount as a number (NaN when it is missing), other values as text."""
        pad = self.heeft(veld, vanaf)
        soort = self.velden[veld].soort
        if soort == "datum":
            return dag(pad)
        return f"number({pad})" if soort in _GETALLEN else f"string({pad})"

    def inhoud(self, vanaf: str = DEEL) -> str:
        """Give all that a record says as one text."""
        return samen(*(self.waarde(veld, vanaf) for veld in self.velden))


class Plan:
    """What a rule needs to make its assertions: the elements of one kind of message, and the set."""

    def __init__(self, soort: Berichtsoort, naslag: Naslag) -> None:
        """Describe the records of this kind of message."""
        self.soort, self.naslag, self.index = soort, naslag, naslag.index
        self.feiten = {"bericht": frozenset({soort.soort}), "wet": frozenset({soort.wet})}
        self.namen: dict[str, str] = {}
        self._meedoend = _iedereen(naslag)
        self.records: dict[str, Record] = dict(_records(boom(beschrijving(), soort, {}), soort.naamruimte))

    @property
    def gemeente(self) -> str:
        """Give the field of the header that has the municipality."""
        return "afzender" if self.soort.soort in {"301", "319", "325"} else "ontvanger"

    def vraag(self, regel: str, op: date, feiten: Mapping[str, str]) -> Oordeel:
        """Answer a rule of the set for this kind of message; a fact that is '' is not known.

        REGIO tells whether the municipality takes part: without it nobody does.
        """
        naslag, bekend = self.wie(feiten)
        return naslag.vraag(regel, bekend, op)

    def wie(self, feiten: Mapping[str, str]) -> tuple[Naslag, dict[str, frozenset[str]]]:
        """Give the set as it answers who takes part, or who does not; and the facts to ask it with."""
        regionaal = feiten.get(REGIO) == "ja"
        bekend = self.feiten if regionaal else {GEMEENTE: frozenset({_ANDERE}), **self.feiten}
        erbij = {sleutel: frozenset({waarde}) for sleutel, waarde in feiten.items() if waarde and sleutel != REGIO}
        return self._meedoend if regionaal else self.naslag.landelijk, {**bekend, **erbij}

    def noem(self, naam: str, waarde: str) -> str:
        """Give an expression a name for the assertions that use it; the same name is always the same expression."""
        if waarde in {WAAR, ONWAAR}:
            return waarde
        if self.namen.setdefault(naam, waarde) != waarde:
            raise ValueError(f"de naam {naam} is al van een andere uitdrukking")
        return f"${naam}"

    def landelijk(
        self,
        regel: str,
        record: str,
        veld: str,
        fout: str,
        *,
        plaats: Plaats = "veld",
        tekst: str = "",
        namen: tuple[tuple[str, str], ...] = (),
        bron: str = "",
    ) -> Toets:
        """Make the assertion of a national rule, in the words of the set and with its return code."""
        controle = self.index.controles.get(regel)
        return Toets(
            regel=regel,
            record=record,
            veld=veld,
            plaats=plaats,
            fout=fout,
            tekst=tekst or (controle.zin if controle else f"Landelijke regel {regel}."),
            retourcode=self.index.retourcodes.get((regel, self.soort.soort, self.soort.wet), ""),
            element=self.element(record, veld),
            bron=bron or f"landelijk: i{self.soort.wet} 3.2",
            wat_nu=str(controle.wat_nu) if controle and controle.wat_nu else "",
            namen=namen,
        )

    def opsomming(self, codelijst: str, codes: Iterable[str]) -> str:
        """Give codes with what they mean ('01 (minuut) of 04 (uur)'); the code alone when the set lacks the list."""
        woorden = self.naslag.betekenissen(codelijst)
        return opsomming((f"{c} ({woorden[c].lower()})" if c in woorden else c for c in codes), en="of")

    def element(self, record: str, veld: str) -> str:
        """Give the name of the element of a field, or of the record."""
        return self.records[record].plek(veld).element if veld else record


def _iedereen(naslag: Naslag) -> Naslag:
    """Give the set as it answers those who take part: every municipality that a case names, in everything."""
    p = naslag.index.parameterset
    voorwaarden = (v for regel in naslag.index.regels.values() for geval in regel.gevallen for v in geval.als)
    gemeenten = {_ANDERE}.union(
        *(v.waarden for v in voorwaarden if v.sleutel == GEMEENTE), (d.gemeente for d in p.deelname)
    )
    volgt = (feit for feiten in naslag.index.gevolgen.values() for feit in feiten)
    domeinen = {d.domein for d in p.deelname}.union(*(feit.waarden for feit in volgt if feit.sleutel == "domein"))
    deelname = tuple(
        Deelname(gemeente=gemeente, naam="", wet=wet, domein=domein)
        for gemeente in sorted(gemeenten)
        for wet in get_args(Wet)
        for domein in sorted(domeinen)
    )
    return Naslag(Index.van(structs.replace(p, deelname=deelname)))


def _records(knoop: Knoop, naamruimte: str, ouder: str = "") -> Iterator[tuple[str, Record]]:
    """Give every record of the message, outermost first."""
    binding = CLIENT_VAN_DECLARATIE if knoop.naam == "Client" and ouder == "Clienten" else BINDINGS.get(knoop.naam)
    if binding is not None:
        paden = {naam: _volg(knoop, pad, naamruimte) for pad, naam in binding.velden.items()}
        velden = {naam: veld for naam, veld in paden.items() if veld}
        er_om = {**binding.lijsten, RETOURCODES.partition("/")[0]: "retourcodes"}
        houders = {naam: veld for pad, naam in er_om.items() if (veld := _volg(knoop, pad, naamruimte))}
        lijsten = {
            naam: f"{veld.pad}/{BERICHT}:{knoop.op_naam[veld.element].kinderen[0].naam}"
            for naam, veld in houders.items()
        }
        yield knoop.naam, Record(knoop.naam, velden, lijsten, houders)
    for kind in knoop.kinderen:
        yield from _records(kind, naamruimte, knoop.naam)


def _volg(knoop: Knoop, pad: str, naamruimte: str) -> Veld | None:
    """Follow a path of element names; None when this kind of message does not have it."""
    stappen: list[str] = []
    ontbreekt = False
    for naam in pad.split("/"):
        kind = knoop.op_naam.get(naam)
        if kind is None:
            return None
        eigen = kind.tag == f"{{{naamruimte}}}{naam}"
        stappen.append(f"{BERICHT if eigen else BASIS}:{naam}")
        ontbreekt = ontbreekt or kind.min == 0
        knoop = kind
    return Veld(knoop.naam, "/".join(stappen), knoop.type.type.soort if knoop.type else "", ontbreekt)
