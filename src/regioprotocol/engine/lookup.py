"""Look-ups in the parameter set for one run: answered once for the same facts, honest about what is missing.

A rule is found by key. What decides is restricted to the facts that its cases ask for, so that 100,000 lines of a
declaration share a few dozen answers.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Any, Final

from msgspec import Struct, structs

from regioprotocol.calendar import Kalender
from regioprotocol.engine.terms import kalender_van
from regioprotocol.parameterset import Index, Parameterset
from regioprotocol.parameterset.lookup import Feiten, Uitkomst, complete, doet_mee
from regioprotocol.parameterset.records import ElkeRegel, ElkGeval, Product
from regioprotocol.parameterset.trace import Getoetst, Spoor, volg


class Oordeel(Struct, frozen=True):
    """An answer of the set: the outcome, and the facts from outside any message that could make it another.

    With *buiten* an engine says 'niet te beoordelen', never 'goed' or 'fout'. *mist* names every fact that is not
    known and could change the answer, also one that a product table would give: no refusal as long as it has any.
    *anders* are the cases that could then decide.
    """

    uitkomst: Uitkomst
    buiten: tuple[str, ...] = ()
    mist: tuple[str, ...] = ()
    anders: tuple[Getoetst, ...] = ()

    @property
    def waarde(self) -> str:
        """Give the (first) value as text; empty when a stand stands in its place or no case matches."""
        return self.uitkomst.waarden[0] if self.uitkomst.waarden else ""

    @property
    def waarden(self) -> tuple[str, ...]:
        """Give the values of a list."""
        return self.uitkomst.waarden

    @property
    def zeker(self) -> bool:
        """Tell whether the outcome can be judged with what the messages say."""
        return not self.buiten

    @property
    def beslist(self) -> ElkGeval | None:
        """Give the case that decided."""
        return self.uitkomst.gevallen[0] if self.uitkomst.gevallen else None


_MEESTE_GEDEELD: Final = 256
_GEEN = Oordeel(Uitkomst("geen antwoord"))
_ONTHOUDEN = 50_000  # answers for facts exactly as they were asked
_MEEDOEN = ("gemeente", "wet", "domein", "perceel", "product", "productcategorie")


def _zonder_regio(parameterset: Parameterset) -> Parameterset:
    """Leave out what the region itself adds to the facts. Its cases stay, to be explained; nobody takes part."""
    gevolgen = tuple(g for g in parameterset.volgt_uit if g.sleutel != "product")
    return structs.replace(parameterset, standaardfeiten=(), producten=(), deelname=(), volgt_uit=gevolgen)


class Naslag:
    """The set of one run with what was answered before. Traces are kept when `explain-message` asks for them."""

    __slots__ = (
        "_antwoorden", "_buiten", "_codelijsten", "_compleet", "_direct", "_eigen", "_gedeeld", "_kalender",
        "_landelijk", "_meedoen", "_omschrijvingen", "_sleutels", "index", "sporen",
    )  # fmt: skip

    def __init__(self, index: Index, *, met_spoor: bool = False) -> None:
        """Take an index; *met_spoor* keeps the trace of every look-up."""
        self.index = index
        self.sporen: dict[tuple[str, date, tuple[tuple[str, frozenset[str]], ...]], Spoor] | None = (
            {} if met_spoor else None
        )
        self._direct: dict[tuple[str, date, frozenset[tuple[str, frozenset[str]]]], Oordeel] = {}
        self._antwoorden: dict[tuple[str, date, tuple[tuple[str, frozenset[str]], ...]], Oordeel] = {}
        self._compleet: dict[tuple[tuple[str, frozenset[str]], ...], dict[str, frozenset[str]]] = {}
        self._sleutels: dict[str, tuple[str, ...]] = {}
        self._meedoen: dict[tuple[tuple[tuple[str, frozenset[str]], ...], date], bool] = {}
        self._gedeeld: dict[Hashable, dict[str, dict[Any, Any]]] = {}
        self._landelijk: Naslag | None = None
        self._eigen: dict[str, tuple[str, ...]] | None = None
        self._codelijsten: dict[str, dict[str, str]] | None = None
        self._kalender: Kalender | None = None
        self._omschrijvingen: dict[str, str] | None = None
        self._buiten = frozenset(
            (d.sleutel, w.waarde) for d in index.parameterset.dimensies for w in d.waarden if w.herkomst == "buiten"
        )

    def gedeeld(self, sleutel: Hashable) -> dict[str, dict[Any, Any]]:
        """Give what rules may keep for all messages of which the facts and the day are the same."""
        gedeeld = self._gedeeld.get(sleutel)
        if gedeeld is None:
            if len(self._gedeeld) >= _MEESTE_GEDEELD:
                self._gedeeld.clear()
            gedeeld = self._gedeeld[sleutel] = {}
        return gedeeld

    def kent(self, regel: str) -> bool:
        """Tell whether the set has this rule."""
        return regel in self.index.regels

    def vraag(self, regel: str, feiten: Feiten, dag: date) -> Oordeel:
        """Answer a rule for these facts on this day; a rule that the set does not have has no answer."""
        direct = (regel, dag, frozenset(feiten.items()))
        oordeel = self._direct.get(direct)
        if oordeel is None:
            oordeel = self._zoek(regel, feiten, dag)
            if len(self._direct) >= _ONTHOUDEN:
                self._direct.clear()
            self._direct[direct] = oordeel
        return oordeel

    def _zoek(self, regel: str, feiten: Feiten, dag: date) -> Oordeel:
        """Answer from what was answered for the same deciding facts, else from the set."""
        record = self.index.regels.get(regel)
        if record is None:
            return _GEEN
        if not self.doet_mee(feiten, dag):
            return self.landelijk.vraag(regel, feiten, dag)
        compleet = self.compleet(feiten)
        sleutel = (regel, dag, tuple((k, compleet[k]) for k in self._sleutels_van(record) if k in compleet))
        oordeel = self._antwoorden.get(sleutel)
        if oordeel is None:
            spoor = volg(self.index, regel, compleet, dag)
            oordeel = self._antwoorden[sleutel] = self._oordeel(spoor)
            if self.sporen is not None:
                self.sporen[sleutel] = spoor
        return oordeel

    def doet_mee(self, feiten: Feiten, dag: date) -> bool:
        """Tell whether the municipality in the facts (if any) takes part in the region on this day."""
        if self._landelijk is self:
            return True  # everything regional has left this set already
        wie = tuple((k, feiten[k]) for k in _MEEDOEN if k in feiten)
        antwoord = self._meedoen.get((wie, dag))
        if antwoord is None:
            antwoord = self._meedoen[wie, dag] = doet_mee(self.index, self.compleet(feiten), dag)
        return antwoord

    @property
    def landelijk(self) -> Naslag:
        """Give the same set for who does not take part: without the facts and products that are the region's own."""
        if self._landelijk is None:
            landelijk = Naslag(Index.van(_zonder_regio(self.index.parameterset)))
            landelijk.sporen, landelijk._landelijk = self.sporen, landelijk
            self._landelijk = landelijk
        return self._landelijk

    @property
    def kalender(self) -> Kalender:
        """Give the calendar of the set, made once."""
        if self._kalender is None:
            self._kalender = kalender_van(self.index.parameterset)
        return self._kalender

    def producten(self, code: str) -> tuple[Product, ...]:
        """Give the rows of a product code; none for a code that the table does not have."""
        return self.index.producten.get(code, ())

    def betekenissen(self, codelijst: str) -> dict[str, str]:
        """Give the codes of a national list with what they mean; nothing when the set does not have the list."""
        if self._codelijsten is None:
            self._codelijsten = {
                lijst.codelijst: {code.code: code.betekenis for code in lijst.codes}
                for lijst in self.index.parameterset.codelijsten
            }
        return self._codelijsten.get(codelijst, {})

    def antwoord(self, regel: str, waarde: str) -> str:
        """Give the sentence with which a rule answers its question for this value."""
        return next((a.tekst for a in self.index.regels[regel].antwoorden if a.waarde == waarde), "")

    def omschrijving(self, feit: str) -> str:
        """Give what a value of a dimension means, for a fact as 'situatie=verlenging'."""
        if self._omschrijvingen is None:
            self._omschrijvingen = {
                f"{d.sleutel}={w.waarde}": w.omschrijving for d in self.index.parameterset.dimensies for w in d.waarden
            }
        return self._omschrijvingen.get(feit, "")

    def eigen_regels(self, naam: str) -> tuple[str, ...]:
        """Give the rules that a region made itself under this name, whatever its prefix: '….sggz_aanvraag'."""
        if self._eigen is None:
            self._eigen = {}
            for regel in self.index.regels:
                _, _, wat = regel.partition(".")
                self._eigen[wat] = (*self._eigen.get(wat, ()), regel)
        return self._eigen.get(naam, ())

    def compleet(self, feiten: Feiten) -> dict[str, frozenset[str]]:
        """Give the facts with all that follows from them."""
        sleutel = tuple(sorted(feiten.items()))
        compleet = self._compleet.get(sleutel)
        if compleet is None:
            compleet = self._compleet[sleutel] = complete(self.index, feiten)
        return compleet

    def _sleutels_van(self, record: ElkeRegel) -> tuple[str, ...]:
        sleutels = self._sleutels.get(record.regel)
        if sleutels is None:
            # Who takes part depends on these; a product can have the term itself.
            eigen = {v.sleutel for geval in record.gevallen for v in geval.als}
            sleutels = tuple(sorted(eigen | {"gemeente", "wet", "domein", "perceel", "product"}))
            self._sleutels[record.regel] = sleutels
        return sleutels

    def _oordeel(self, spoor: Spoor) -> Oordeel:
        anders = tuple(getoetst for getoetst in spoor.getoetst if getoetst.mist)
        return Oordeel(spoor.uitkomst, self.van_buiten(anders), spoor.ontbrekend, anders)

    def van_buiten(self, anders: Iterable[Getoetst]) -> tuple[str, ...]:
        """Give the facts that no message holds and that would make one of these cases decide."""
        return tuple(
            dict.fromkeys(
                f"{v.sleutel}={waarde}"
                for getoetst in anders
                for v in getoetst.geval.als
                if v.sleutel in getoetst.mist
                for waarde in v.waarden
                if (v.sleutel, waarde) in self._buiten
            )
        )
