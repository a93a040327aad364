"""Our own engine in the words of the suite: a request in, an answer out.

A new kind of request is a function in the table at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from msgspec import UnsetType

from regioprotocol.calendar import BuitenKalenderError, Kalender
from regioprotocol.conformance.compare import kort
from regioprotocol.conformance.records import Bevinding, Maandvolume, Opdracht, Totaalvolume, Uitkomst
from regioprotocol.engine import calculations
from regioprotocol.engine.amounts import bedrag
from regioprotocol.engine.findings import Bevinding as Gevonden
from regioprotocol.engine.judge import Opdracht as Beoordeling
from regioprotocol.engine.judge import judge
from regioprotocol.engine.limits import PER_WEEK, Grens, Omvang, maandgrenzen, periodegrens, toewijzinggrens
from regioprotocol.engine.lookup import Naslag
from regioprotocol.engine.periods import Periode, maand_van, productperiode
from regioprotocol.engine.reading import Leesinstelling, read_message, uit_bytes
from regioprotocol.engine.terms import kalender_van, termijn
from regioprotocol.parameterset import Feiten, Index, Parameterset, zoek

_OPEN: Final = "RP932"  # what could not be judged
_BEDRAG: Final = re.compile(r"-?[0-9]{1,12}\.[0-9]{2}")


class GeenAntwoordError(ValueError):
    """The engine cannot answer this request, and says why in Dutch."""


@dataclass(frozen=True, slots=True)
class Motor:
    """A set that is ready to answer: its rules by name and its calendar."""

    index: Index
    kalender: Kalender

    @classmethod
    def van(cls, parameterset: Parameterset) -> Motor:
        """Make the index and the calendar once."""
        return cls(Index.van(parameterset), kalender_van(parameterset))

    def antwoord(self, opdracht: Opdracht) -> Uitkomst:
        """Answer a request. Raises GeenAntwoordError."""
        if opdracht.naam not in _ANTWOORDEN:
            raise GeenAntwoordError(f"de opdracht '{opdracht.naam}' kennen we nog niet")
        try:
            return _ANTWOORDEN[opdracht.naam](self, opdracht)
        except KeyError as error:
            raise GeenAntwoordError(f"de regel {error} staat niet in deze parameterset") from None
        except BuitenKalenderError as error:
            raise GeenAntwoordError(f"zo ver kunnen we niet rekenen: {error}") from None
        except ValueError as error:
            raise GeenAntwoordError(str(error)) from None
        except ArithmeticError:
            raise GeenAntwoordError("met dit getal kunnen we niet rekenen") from None


def _minuuttarief(motor: Motor, o: Opdracht) -> Uitkomst:
    gevonden = calculations.minuuttarief(motor.index, _feiten(o), _dag(o, "op"), _geld(o, "uurtarief"))
    return Uitkomst(tarief=str(gevonden.waarde))


def _minutenbedrag(motor: Motor, o: Opdracht) -> Uitkomst:
    uurtarief, minuten = _geld(o, "uurtarief"), _heel(o, "minuten")
    gevonden = calculations.minutenbedrag(motor.index, _feiten(o), _dag(o, "op"), uurtarief, minuten)
    return Uitkomst(bedrag=str(gevonden.waarde))


def _uren(motor: Motor, o: Opdracht) -> Uitkomst:
    gevonden = calculations.uren(motor.index, _feiten(o), _dag(o, "op"), _heel(o, "minuten"))
    return Uitkomst(uren=gevonden.waarde)


def _dagdeeltarief(motor: Motor, o: Opdracht) -> Uitkomst:
    gevonden = calculations.dagdeeltarief(motor.index, _feiten(o), _dag(o, "op"), _geld(o, "dagprijs"))
    return Uitkomst(tarief=str(gevonden.waarde))


def _bedrag(_: Motor, o: Opdracht) -> Uitkomst:
    return Uitkomst(bedrag=str(bedrag(_geld(o, "tarief"), _heel(o, "volume"))))


def _productperiode(_: Motor, o: Opdracht) -> Uitkomst:
    gevonden = productperiode(_toewijzing(o), _maand(o))
    if gevonden is None or gevonden.eind is None:
        return Uitkomst(begin=None, eind=None)
    return Uitkomst(begin=gevonden.begin.isoformat(), eind=gevonden.eind.isoformat())


def _declaratiemaand(motor: Motor, o: Opdracht) -> Uitkomst:
    if isinstance(o.leveringen, UnsetType):
        raise _ontbreekt("leveringen")
    toewijzing = _toewijzing(o)
    dagen = (calculations.peildag(motor.index, _feiten(o), _lees_dag(dag), toewijzing) for dag in o.leveringen)
    return Uitkomst(maanden=tuple(f"{dag:%Y-%m}" for dag in dagen))


def _weekvolume(motor: Motor, o: Opdracht) -> Uitkomst:
    omvang, toewijzing = Omvang(volume=_heel(o, "volume"), frequentie=PER_WEEK), _toewijzing(o)
    samen = toewijzinggrens(motor.index, _feiten(o), omvang, toewijzing)
    if samen.maximum is None:
        raise GeenAntwoordError(samen.waarom)
    perioden = (
        Maandvolume(
            maand=f"{m.periode.begin:%Y-%m}",
            begin=m.periode.begin.isoformat(),
            eind=m.periode.eind.isoformat() if m.periode.eind else "",
            weken=_weken(m.grens),
            maximum=m.grens.maximum or 0,
        )
        for m in maandgrenzen(motor.index, _feiten(o), omvang, toewijzing)
    )
    return Uitkomst(perioden=tuple(perioden), toewijzing=Totaalvolume(weken=_weken(samen), maximum=samen.maximum))


def _volumegrens(motor: Motor, o: Opdracht) -> Uitkomst:
    omvang, toewijzing = Omvang(volume=_heel(o, "volume"), frequentie=_tekst(o, "frequentie")), _toewijzing(o)
    if isinstance(o.maand, UnsetType):
        return Uitkomst(maximum=toewijzinggrens(motor.index, _feiten(o), omvang, toewijzing).maximum)
    periode = productperiode(toewijzing, _maand(o))
    if periode is None:
        return Uitkomst(maximum=None)
    return Uitkomst(maximum=periodegrens(motor.index, _feiten(o), omvang, toewijzing, periode).maximum)


def _termijn(motor: Motor, o: Opdracht) -> Uitkomst:
    op = None if isinstance(o.op, UnsetType) else _lees_dag(o.op)
    gevonden = termijn(motor.index, _tekst(o, "regel"), _feiten(o), _dag(o, "na"), motor.kalender, op=op)
    return Uitkomst(datum=gevonden.datum.isoformat() if gevonden.datum else None)


def _opzoeken(motor: Motor, o: Opdracht) -> Uitkomst:
    gevonden = zoek(motor.index, _tekst(o, "regel"), _feiten(o), _dag(o, "op"))
    return Uitkomst(stand=gevonden.stand, waarden=gevonden.waarden)


def _controleer(motor: Motor, o: Opdracht) -> Uitkomst:
    """Judge messages as one series."""
    if isinstance(o.berichten, UnsetType):
        raise _ontbreekt("berichten")
    feiten = dict(_feiten(o))
    op = None if isinstance(o.op, UnsetType) else _lees_dag(o.op)
    opdracht = Beoordeling(Naslag(motor.index), op or date.max, "".join(feiten.pop("gemeente", ())), op, feiten=feiten)
    instelling = Leesinstelling(motor.index.parameterset.codelijsten)
    gelezen = [
        read_message(uit_bytes(bericht.bestand, bericht.inhoud.encode("utf-8")), instelling)
        for bericht in o.berichten
        if not isinstance(bericht.inhoud, UnsetType)
    ]
    bevindingen = judge(opdracht, [gelezen]).bevindingen
    return Uitkomst(
        meldingen=tuple(_bevinding(b) for b in bevindingen if b.ernst == "fout"),
        waarschuwingen=tuple(_bevinding(b) for b in bevindingen if b.ernst != "fout" and b.code != _OPEN),
        niet_te_beoordelen=tuple(b.regel for b in bevindingen if b.code == _OPEN),
    )


def _bevinding(b: Gevonden) -> Bevinding:
    return Bevinding(
        regel=b.regel,
        retourcode=b.retourcode,
        bestand=b.bestand,
        regelnummer=b.regelnummer,
        element=b.element,
        verwacht=b.verwacht,
        oorzaak=b.oorzaak,
        wat_nu=b.wat_nu,
        geval=b.geval,
        tekst=f"{b.tekst} {b.hint} {b.wat_nu}",
    )


def _feiten(o: Opdracht) -> Feiten:
    return {feit.sleutel: frozenset(feit.waarden) for feit in o.feiten}


def _tekst(o: Opdracht, veld: str) -> str:
    waarde = getattr(o, veld)
    if not isinstance(waarde, str):
        raise _ontbreekt(veld)
    return waarde


def _heel(o: Opdracht, veld: str) -> int:
    waarde = getattr(o, veld)
    if not isinstance(waarde, int):
        raise _ontbreekt(veld)
    return waarde


def _geld(o: Opdracht, veld: str) -> Decimal:
    tekst = _tekst(o, veld)
    if not _BEDRAG.fullmatch(tekst):
        raise GeenAntwoordError(f"{kort(tekst)} is geen bedrag; schrijf 87.24")
    return Decimal(tekst)


def _dag(o: Opdracht, veld: str) -> date:
    return _lees_dag(_tekst(o, veld))


def _lees_dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise GeenAntwoordError(f"'{tekst}' is geen dag; schrijf 2026-01-30") from None


def _maand(o: Opdracht) -> Periode:
    return maand_van(_lees_dag(f"{_tekst(o, 'maand')}-01"))


def _toewijzing(o: Opdracht) -> Periode:
    return Periode(_dag(o, "ingangsdatum"), None if isinstance(o.einddatum, UnsetType) else _lees_dag(o.einddatum))


def _weken(grens: Grens) -> int:
    return grens.telling.aantal if grens.telling else 0


def _ontbreekt(veld: str) -> GeenAntwoordError:
    return GeenAntwoordError(f"in de opdracht ontbreekt '{veld}'")


_ANTWOORDEN: Final[Mapping[str, Callable[[Motor, Opdracht], Uitkomst]]] = MappingProxyType(
    {
        "minuuttarief": _minuuttarief,
        "minutenbedrag": _minutenbedrag,
        "uren": _uren,
        "dagdeeltarief": _dagdeeltarief,
        "bedrag": _bedrag,
        "productperiode": _productperiode,
        "declaratiemaand": _declaratiemaand,
        "weekvolume": _weekvolume,
        "volumegrens": _volumegrens,
        "termijn": _termijn,
        "opzoeken": _opzoeken,
        "controleer": _controleer,
    }
)
