"""Lines against earlier declarations of the series and their answers: credits, and what was declared already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.declaration import (
    Declaratiestand,
    Plek,
    Regelstand,
    Verbruik,
    aanbieder_en_wet,
    gemeente_en_wet,
    inhoud_van,
    sleutel_van,
)
from regioprotocol.engine.declarations import CREDIT
from regioprotocol.engine.findings import Bevinding, Verwante
from regioprotocol.engine.lookup import Oordeel
from regioprotocol.engine.records import DeclaratieClient, Prestatie
from regioprotocol.engine.rules.declared import DECLARATIE, Klacht, Openstaand, eenheden_van, minuten_per
from regioprotocol.engine.rules.registry import Declaratieregel

GEBRUIK: Final = "crediteren.gebruik"
INHOUD: Final = "crediteren.inhoud"
VOLGORDE: Final = "crediteren.volgorde"
TELLING: Final = "declaratieregel.telling"
_GOEDGEKEURD_EN_EEN_KEER: Final = "goedgekeurde regel, één keer"
_ZELFDE_GEGEVENS: Final = "gegevens gelijk aan de oude regel"
_CREDITS_EERST: Final = "credits eerst"


class Reekstoets:
    """Compares a declaration with those before it. Credits count first, wherever they stand in the message."""

    __slots__ = ("_ctx", "_debet", "_nieuw", "_open", "_reeks", "_wie")

    def __init__(self, ctx: Berichtcontext) -> None:
        """Start with no lines; the set is asked when there is something to judge."""
        self._ctx, self._reeks = ctx, ctx.reeks
        self._wie = aanbieder_en_wet(ctx.bericht.header)
        self._open = Openstaand()
        self._nieuw: dict[str, Regelstand] = {}
        self._debet: list[tuple[Prestatie, Regelstand]] = []

    def client(self, client: DeclaratieClient) -> Iterable[Bevinding]:
        """Compare the lines of a client."""
        bevindingen: list[Bevinding] = []
        reeks, wie = self._reeks, self._wie
        for p in client.prestaties:
            is_credit = p.debet_credit == CREDIT
            if is_credit:
                bevindingen += self._credit(p)
            elif reeks.per_sleutel and (eerder := reeks.per_sleutel.get((wie, sleutel_van(p)))) is not None:
                self._debet.append((p, eerder))
            if p.referentienummer is None:
                continue
            if reeks.regels and (eerder := reeks.regels.get((wie, p.referentienummer))) is not None:
                verwant = self._plek(eerder, "hier staat de eerste")
                bevindingen.append(_NUMMER.meld(self._ctx, p, verwant))
            elif reeks.onthoud:
                self._nieuw[p.referentienummer] = self._onthoud(p, is_credit=is_credit)
        return bevindingen

    def einde(self) -> Iterable[Bevinding]:
        """Judge the debits, now that all credits are known, and remember the lines for what follows."""
        telling = self._ctx.vraag(TELLING) if self._debet else None
        for p, eerder in self._debet:
            if eerder.stand != "afgekeurd" and not eerder.gecrediteerd and telling is not None and telling.waarde:
                verwant = self._plek(eerder, "hier staat de regel die er al is")
                yield _AL_GEDECLAREERD._replace(oordeel=telling).meld(self._ctx, p, verwant)
        yield from self._open.meld(self._ctx)
        declaratie, header = self._ctx.bericht.declaratie, self._ctx.bericht.header
        if declaratie is not None and declaratie.nummer is not None:
            zelfde = self._reeks.nummers.get((self._wie, declaratie.nummer))
            if zelfde is not None:
                yield _DECLARATIENUMMER.meld(self._ctx, declaratie, self._op(zelfde, "hier staat de eerste"))
        if not self._reeks.onthoud or declaratie is None:
            return
        plek = Plek(self._ctx.bericht.bestand, declaratie.regel_van("nummer"))
        if declaratie.nummer is not None:
            self._reeks.nummers.setdefault((self._wie, declaratie.nummer), plek)
        for nummer, stand in self._nieuw.items():
            self._reeks.regels[self._wie, nummer] = stand
            if not stand.is_credit:
                self._reeks.per_sleutel[self._wie, stand.sleutel] = stand
        if header.identificatie:
            nieuw = Declaratiestand(header, declaratie.nummer, declaratie.ingediend_saldo, list(self._nieuw), plek)
            self._reeks.declaraties[self._wie, header.identificatie] = nieuw

    def _onthoud(self, p: Prestatie, *, is_credit: bool) -> Regelstand:
        stand = Regelstand(p, Plek(self._ctx.bericht.bestand, p.regel), is_credit=is_credit)
        toewijzing = self._ctx.toewijzingen.get(p.toewijzingnummer or "")
        if toewijzing is not None:
            teken = -1 if is_credit else 1
            plaats = gemeente_en_wet(self._ctx.bericht.header)
            stand.verbruik = self._reeks.verbruik.setdefault((plaats, p.toewijzingnummer or ""), Verbruik())
            stand.volume = teken * (p.volume or 0) * minuten_per(p.eenheid, toewijzing.eenheid, eenheden_van(self._ctx))
            stand.bedrag = teken * (p.bedrag or stand.bedrag)
        return stand

    def _credit(self, p: Prestatie) -> Iterator[Bevinding]:
        """Look at the line that is credited: sent before, approved, not credited yet, and the same."""
        vorig = p.vorig_referentienummer
        gebruik = self._ctx.vraag(GEBRUIK)
        if vorig is None or gebruik.waarde != _GOEDGEKEURD_EN_EEN_KEER:
            return
        eerder = self._reeks.regels.get((self._wie, vorig))
        if eerder is None or eerder.is_credit:
            self._open.tel("TR323", "De regel die u crediteert, zit niet bij deze berichten.", p)
            return
        klacht = self._niet_crediteren(p, eerder, gebruik)
        if klacht is not None:
            yield klacht.meld(self._ctx, p, self._plek(eerder, "hier staat de regel die u crediteert"))
            return
        if eerder.stand == "ingediend":
            self._open.tel("TR323", "Het antwoord op de regel die u crediteert, zit niet bij deze berichten.", p)
        eerder.gecrediteerd = True

    def _niet_crediteren(self, p: Prestatie, eerder: Regelstand, gebruik: Oordeel) -> Klacht | None:
        inhoud = self._ctx.vraag(INHOUD)
        if eerder.sleutel != sleutel_van(p):
            return _ANDERE_REGEL._replace(oordeel=inhoud)
        if eerder.stand == "afgekeurd":
            return _AFGEKEURD._replace(oordeel=gebruik)
        if eerder.gecrediteerd:
            return _AL_GECREDITEERD._replace(oordeel=gebruik)
        if eerder.inhoud != inhoud_van(p) and _ZELFDE_GEGEVENS in inhoud.waarden:
            return _ANDERE_INHOUD._replace(oordeel=inhoud)
        return None

    def _plek(self, eerder: Regelstand, tekst: str) -> tuple[Verwante, ...]:
        return self._op(eerder.plek, tekst)

    def _op(self, plek: Plek, tekst: str) -> tuple[Verwante, ...]:
        return (Verwante(bestand=plek.bestand, regelnummer=plek.regelnummer, tekst=tekst),)


_NUMMER: Final = Klacht(
    "RP942",
    "referentienummer",
    "Dit referentienummer is al gebruikt in een eerdere declaratie.",
    "TR314",
    "een nummer dat u niet eerder gebruikte",
)
_DECLARATIENUMMER: Final = Klacht(
    "RP942",
    "nummer",
    "Dit declaratienummer is al gebruikt voor een eerdere declaratie.",
    "TR333",
    "een nummer dat u niet eerder gebruikte",
    niveau=DECLARATIE,
)
_AL_GEDECLAREERD: Final = Klacht(
    "RP953",
    "toewijzingnummer",
    "Voor deze cliënt, deze toewijzing, dit product en deze productperiode is al een regel ingediend.",
    "TR389",
    "eerst een credit op de regel die er al is",
    hint="Is de eerste regel niet goed? Crediteer die dan. De credit en de nieuwe regel mogen in één bericht.",
)
_ANDERE_REGEL: Final = Klacht(
    "RP947",
    "vorig_referentienummer",
    "De regel die u crediteert, gaat over een andere cliënt, toewijzing, product of periode.",
    "TR323",
    "dezelfde gegevens als de regel die u crediteert",
)
_AFGEKEURD: Final = Klacht(
    "RP947",
    "vorig_referentienummer",
    "De regel die u crediteert, is afgekeurd. Die crediteert u niet.",
    "TR323",
    "een goedgekeurde regel",
    hint="Dien de afgekeurde regel verbeterd opnieuw in, zonder credit (IV085).",
)
_AL_GECREDITEERD: Final = Klacht(
    "RP947",
    "vorig_referentienummer",
    "De regel die u crediteert, is al eerder gecrediteerd.",
    "TR390",
    "een regel die nog niet is gecrediteerd",
    hint="U crediteert een regel één keer (OP360).",
)
_ANDERE_INHOUD: Final = Klacht(
    "RP947",
    "bedrag",
    "Volume, eenheid, tarief of bedrag is anders dan in de regel die u crediteert.",
    "IV091",
    "dezelfde gegevens als de regel die u crediteert",
    hint="U crediteert een regel altijd helemaal. Daarna dient u de goede regel in (OP366).",
)

DECLARATIEREGELS: Final = (
    Declaratieregel(
        ("TR314", "TR323", "TR333", "TR389", "TR390", "IV085", "IV086", "IV091", "OP360", "OP366", GEBRUIK, VOLGORDE),
        ("323",),
        Reekstoets,
    ),
)
