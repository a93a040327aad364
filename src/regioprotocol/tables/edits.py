"""Rows before and after to edits of the YAML: only what changed, so that all else stays as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from regioprotocol.model.periode import Periode
from regioprotocol.model.product import Deel
from regioprotocol.source.edits import Bewerking, Verwijder, VoegToe, Waarde, Zet
from regioprotocol.tables.changes import EINDE
from regioprotocol.tables.flat import Productrij, Tariefrij
from regioprotocol.tables.parts import lees_combinaties, lees_delen
from regioprotocol.tables.tariffs import dag_erna

# The order of the keys of a product, as the tables are written.
_VOLGORDE: Final = (
    "code", "naam", "categorie", "groepen", "perceel", "wet", "variant", "eenheid", "declaratie_eenheid",
    "frequenties", "geldig", "declareren", "tarief", "vervangt", "maximale_duur", "maximum_per_jaar", "hoofdcode",
    "delen", "combinaties", "declaratiemoment", "bron", "toelichting",
)  # fmt: skip
_LIJSTEN: Final = frozenset({"groepen", "wet", "frequenties", "vervangt"})
_DAGEN: Final = {"geldig_vanaf": "geldig", EINDE: "geldig", "declareren_tot_en_met": "declareren"}


def bewerkingen(oud: Sequence[Productrij], nieuw: Sequence[Productrij]) -> list[Bewerking]:
    """Give the edits that turn the table *oud* into *nieuw*: the same rows first, then the new ones."""
    edits: list[Bewerking] = []
    for plek, (voor, na) in enumerate(zip(oud, nieuw, strict=False)):
        if voor != na:
            edits += _gewijzigd(("producten", plek), voor, na)
    for rij in nieuw[len(oud) :]:
        edits.append(VoegToe(("producten",), _blok(rij), na=_na(oud, rij)))
    return edits


def _na(oud: Sequence[Productrij], rij: Productrij) -> int | None:
    """Give the row after which a new product comes: the last of its category with a smaller code, else the last."""
    zelfde = [p for p, ander in enumerate(oud) if ander.velden.get("categorie") == rij.velden.get("categorie")]
    kleiner = [p for p in zelfde if oud[p].code < rij.code]
    lager = [p for p, ander in enumerate(oud) if ander.velden.get("categorie", "") < rij.velden.get("categorie", "")]
    plek = kleiner or lager
    return plek[-1] if plek else (len(oud) - 1 if oud else None)


def _gewijzigd(route: tuple[str | int, ...], voor: Productrij, na: Productrij) -> Iterator[Bewerking]:
    was, wordt = _blok(voor), _blok(na)
    for sleutel in _VOLGORDE:
        if was.get(sleutel) == wordt.get(sleutel):
            continue
        if sleutel == "tarief" and voor.tarieven and na.tarieven:
            yield from _tarieven((*route, "tarief"), voor, na)
        elif sleutel in wordt:
            eerder = tuple(reversed(_VOLGORDE[: _VOLGORDE.index(sleutel)]))
            yield Zet((*route, sleutel), wordt[sleutel], na=eerder)
        else:
            yield Verwijder((*route, sleutel))


def _tarieven(route: tuple[str | int, ...], voor: Productrij, na: Productrij) -> Iterator[Bewerking]:
    """Edit the items of the list in place; *voor* has them in the order of the file."""
    blijft = {(t.kenmerk, t.vanaf): t for t in na.tarieven}
    for plek, t in enumerate(voor.tarieven):
        nieuw = blijft.pop((t.kenmerk, t.vanaf), None)
        if nieuw is None:
            yield Verwijder((*route, plek))
            continue
        if nieuw.bedrag != t.bedrag:
            yield Zet((*route, plek, "bedrag"), Decimal(nieuw.bedrag))
        if nieuw.tot_en_met != t.tot_en_met:
            geldig = _geldig(nieuw.vanaf, nieuw.tot_en_met)
            yield Zet((*route, plek, "geldig"), geldig) if geldig else Verwijder((*route, plek, "geldig"))
    for t in sorted(blijft.values(), key=lambda t: (t.vanaf, t.kenmerk)):
        eerder = [p for p, ander in enumerate(voor.tarieven) if (ander.vanaf, ander.kenmerk) < (t.vanaf, t.kenmerk)]
        yield VoegToe(route, _tarief(t), na=max(eerder) if eerder else None)


def _blok(rij: Productrij) -> dict[str, Waarde]:
    """Give a product as the keys and values of its YAML."""
    blok: dict[str, Waarde] = {}
    for veld, tekst in rij.velden.items():
        if veld in _DAGEN:
            continue
        blok[veld] = tekst.split(", ") if veld in _LIJSTEN else _waarde(veld, tekst)
    geldig = _geldig(rij.velden.get("geldig_vanaf", ""), rij.velden.get(EINDE, ""))
    if geldig:
        blok["geldig"] = geldig
    if einde := rij.velden.get("declareren_tot_en_met"):
        blok["declareren"] = f"t/m {einde}"
    volgorde = sorted(rij.tarieven, key=lambda t: (t.vanaf, t.kenmerk))
    blok["tarief"] = [_tarief(t) for t in volgorde] if volgorde else rij.tarief_stand
    return {sleutel: blok[sleutel] for sleutel in _VOLGORDE if sleutel in blok}


def _waarde(veld: str, tekst: str) -> Waarde:
    if veld == "maximum_per_jaar":
        return int(tekst)
    if veld == "delen":
        return [_deel(deel) for deel in lees_delen(tekst)]
    if veld == "combinaties":
        return [{"soort": c.soort, "codes": list(c.codes)} for c in lees_combinaties(tekst)]
    return tekst


def _deel(deel: Deel) -> Mapping[str, Waarde]:
    rest = {"code": deel.code, "moment": deel.moment}
    return {
        "naam": deel.naam,
        "aandeel": deel.aandeel,
        **{sleutel: waarde for sleutel, waarde in rest.items() if waarde},
    }


def _tarief(t: Tariefrij) -> Mapping[str, Waarde]:
    geldig = _geldig(t.vanaf, t.tot_en_met)
    return {
        **({"geldig": geldig} if geldig else {}),
        "bedrag": Decimal(t.bedrag),
        **({"kenmerk": t.kenmerk} if t.kenmerk else {}),
    }


def _geldig(vanaf: str, tot_en_met: str) -> str:
    begin = date.fromisoformat(vanaf) if vanaf else None
    einde = date.fromisoformat(dag_erna(tot_en_met)) if tot_en_met else None
    return str(Periode(begin, einde)) if begin or einde else ""
