"""Findings about the structure of one message, in plain Dutch, without personal values."""

from __future__ import annotations

from typing import Final

from regioprotocol.diagnostics import bedoelde_u, soort
from regioprotocol.engine.findings import Bevinding, HerkomstVan, maskeer_bsn
from regioprotocol.engine.structure.grammar import Knoop
from regioprotocol.engine.structure.values import Fout

HOOGSTENS: Final = 500
_NIET_GETOOND: Final = "niet getoond"
_LANGSTE_WAARDE: Final = 60
_OPNIEUW: Final = "Verbeter het bericht en stuur het opnieuw."


class Melder:
    """Collects the findings about one message; after *hoogstens* it only counts, so that memory stays bounded."""

    def __init__(
        self,
        bestand: str,
        bericht: str = "",
        *,
        standaard: str = "",
        toon_waarden: bool = False,
        hoogstens: int = HOOGSTENS,
    ) -> None:
        """Start without findings (*aantal* counts them all); *standaard* names the national standard ('iJw 3.2')."""
        self.bevindingen: list[Bevinding] = []
        self.bestand = bestand
        self.bericht = bericht
        self.herkomst = HerkomstVan(laag="landelijk", bron=standaard) if standaard else HerkomstVan()
        self.toon_waarden = toon_waarden
        self.aantal = 0
        self.waarden = 0  # values that were read
        self.stroomt = False  # text and attributes beside values are looked for record by record
        self.attributen = True  # attributes are possible: the file has quotation marks here
        self._hoogstens = hoogstens

    def meld(
        self,
        code: str,
        tekst: str,
        *,
        regelnummer: int = 0,
        kolom: int = 0,
        element: str = "",
        hint: str = "",
        gevonden: str = "",
        verwacht: str = "",
    ) -> None:
        """Add a finding; the one after the last allowed says that there are more."""
        self.aantal += 1
        if len(self.bevindingen) > self._hoogstens:
            return
        if len(self.bevindingen) == self._hoogstens:
            code, element, hint, gevonden, verwacht = "RP930", "", "", "", ""
            tekst = f"Dit bericht heeft meer dan {self._hoogstens} meldingen over de opbouw. De rest laten we weg."
        self.bevindingen.append(
            Bevinding(
                code=code,
                ernst=soort(code).ernst,
                tekst=tekst,
                hint=hint,
                bestand=self.bestand,
                regelnummer=regelnummer,
                kolom=kolom,
                bericht=self.bericht,
                element=element,
                gevonden=gevonden,
                verwacht=verwacht,
                wat_nu=_OPNIEUW if self.bericht and soort(code).ernst == "fout" else "",
                herkomst=self.herkomst,
            )
        )

    def _vol(self) -> bool:
        """Tell whether another finding would only be counted, and count it: words take time."""
        vol = len(self.bevindingen) > self._hoogstens
        self.aantal += vol
        return vol

    def waarde(self, knoop: Knoop, regelnummer: int, tekst: str, fout: Fout) -> None:
        """Report a value that is not allowed."""
        if self._vol():
            return
        getoond = self.toonbaar(knoop, tekst)
        toon = getoond != _NIET_GETOOND and bool(tekst)
        wie = f"{knoop.naam} '{getoond}'" if toon else f"De waarde van {knoop.naam}"
        self.meld(
            fout.code,
            f"{wie} {fout.tekst}. Toegestaan: {fout.verwacht}.",
            regelnummer=regelnummer,
            element=knoop.naam,
            hint=fout.uitleg if toon and not knoop.persoonlijk else "",
            gevonden=getoond,
            verwacht=fout.verwacht,
        )

    def toonbaar(self, knoop: Knoop, tekst: str) -> str:
        """Give a value as it may be shown: a BSN masked, a personal value not at all unless asked."""
        kort = tekst if len(tekst) <= _LANGSTE_WAARDE else f"{tekst[:_LANGSTE_WAARDE]}…"
        kort = "".join(teken if teken.isprintable() else " " for teken in kort)
        if knoop.type is not None and knoop.type.type.soort == "bsn":
            return maskeer_bsn(kort)
        return kort if self.toon_waarden or not knoop.persoonlijk else _NIET_GETOOND

    def ontbreekt(self, knoop: Knoop, regelnummer: int, deel: Knoop) -> None:
        """Report an element that must be there."""
        self.meld(
            "RP915",
            f"In {knoop.naam} ontbreekt {deel.naam}.",
            regelnummer=regelnummer,
            element=deel.naam,
            hint=f"Zet {deel.naam} in {knoop.naam}{_waar(knoop, deel)}.",
            gevonden="0 keer",
            verwacht=_hoe_vaak(deel),
        )

    def te_vaak(self, knoop: Knoop, regelnummer: int, deel: Knoop) -> None:
        """Report an element that is there more often than allowed."""
        self.meld(
            "RP916",
            f"{deel.naam} staat te vaak in {knoop.naam}: het mag {_hoe_vaak(deel)}.",
            regelnummer=regelnummer,
            element=deel.naam,
            hint=f"Haal deze {deel.naam} weg.",
            verwacht=_hoe_vaak(deel),
        )

    def onbekend(self, knoop: Knoop, regelnummer: int, naam: str) -> None:
        """Report an element that may not stand here."""
        if self._vol():
            return
        namen = [kind.naam for kind in knoop.kinderen]
        hier = f"In {knoop.naam} hoort geen element {naam}."
        self.meld(
            "RP917",
            hier if namen else f"{knoop.naam} is een waarde. Er hoort geen element {naam} in.",
            regelnummer=regelnummer,
            element=naam,
            hint=bedoelde_u(naam, namen) or f"Haal {naam} weg.",
            gevonden=naam,
            verwacht=", ".join(namen) or "een waarde",
        )

    def volgorde(self, knoop: Knoop, regelnummer: int, deel: Knoop) -> None:
        """Report an element that stands in the wrong place."""
        self.meld(
            "RP918",
            f"{deel.naam} staat in {knoop.naam} niet op de goede plek.",
            regelnummer=regelnummer,
            element=deel.naam,
            hint=f"Zet {deel.naam}{_waar(knoop, deel)}.",
            verwacht=", ".join(kind.naam for kind in knoop.kinderen),
        )

    def naamruimte(self, regelnummer: int, deel: Knoop, gevonden: str) -> None:
        """Report an element with the right name in the wrong namespace."""
        verwacht = deel.tag[1:].partition("}")[0]
        self.meld(
            "RP919",
            f"{deel.naam} staat in de verkeerde naamruimte.",
            regelnummer=regelnummer,
            element=deel.naam,
            hint="Gebruik de voorvoegsels van het basisschema en van het bericht zoals de standaard ze voorschrijft.",
            gevonden=gevonden or "geen",
            verwacht=verwacht,
        )

    def losse_tekst(self, regelnummer: int, element: str, *, na: bool) -> None:
        """Report text after an element, or at its start; the text itself is not shown."""
        self.meld(
            "RP920",
            f"{'Na' if na else 'Aan het begin van'} {element} staat tekst buiten de elementen.",
            regelnummer=regelnummer,
            element=element,
            hint="Haal de tekst weg, of zet haar in het element waar zij hoort.",
        )

    def attribuut(self, regelnummer: int, element: str, naam: str) -> None:
        """Report an attribute; messages have none."""
        self.meld(
            "RP920",
            f"{element} heeft een attribuut {naam}. Elementen in een bericht hebben geen attributen.",
            regelnummer=regelnummer,
            element=element,
            hint=f"Haal {naam} weg.",
        )


def _waar(knoop: Knoop, deel: Knoop) -> str:
    """Say after which element it comes; for the first: before which."""
    voor = [kind.naam for kind in knoop.kinderen if kind.volgnummer < deel.volgnummer]
    if voor:
        return f" na {voor[-1]}"
    na = [kind.naam for kind in knoop.kinderen if kind.volgnummer > deel.volgnummer]
    return f" voor {na[0]}" if na else ""


def _hoe_vaak(deel: Knoop) -> str:
    if deel.max is None:
        return f"minstens {deel.min} keer" if deel.min else "zo vaak als nodig"
    return f"{deel.max} keer" if deel.min == deel.max else f"hoogstens {deel.max} keer"
