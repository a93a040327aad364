"""An answer to a declaration (325): what was granted, what was refused at which level, and what is sent again.

With the declaration in the series: the answer names it as it names itself (TR337, TR371), is about it, and its lines
are as they were declared (TR366, TR367).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from regioprotocol.diagnostics import opsomming
from regioprotocol.engine.context import Berichtcontext
from regioprotocol.engine.declaration import Declaratiestand, Regelstand, aanbieder_en_wet, inhoud_van
from regioprotocol.engine.findings import Bevinding, Verwante
from regioprotocol.engine.records import DeclaratieClient, Onderdeel, Prestatie, Retourcode
from regioprotocol.engine.rules.declared import (
    CLIENT,
    DECLARATIE,
    HEADER,
    HERINDIENEN,
    PRESTATIE,
    Klacht,
    met_teken,
    opnieuw,
)
from regioprotocol.engine.rules.registry import Declaratieregel

INHOUD: Final = "declaratieantwoord.inhoud"
_TOEGEKEND: Final = "totaal toegekend bedrag"
# Codes of WJ001 that refuse nothing: no remarks, not judged, granted in full.
_GEEN_AFKEUR: Final = frozenset({"0200", "0233", "8001"})
_LIJST: Final = "WJ001"
_WAT: Final = {
    HEADER: "De hele declaratie is afgekeurd",
    DECLARATIE: "De hele declaratie is afgekeurd",
    CLIENT: "Alle regels van deze cliënt zijn afgekeurd",
    PRESTATIE: "Deze declaratieregel is afgekeurd",
}


# What an answer repeats of the header of the declaration: the field, the rule, and what is wrong when it differs.
_OVERGENOMEN: Final = (
    ("dagtekening", "TR337", "De declaratie heeft een andere dagtekening."),
    ("basisschema_versie", "TR371", "In de declaratie staat een andere versie van het basisschema."),
    ("bericht_versie", "TR371", "In de declaratie staat een andere versie van het berichtschema."),
)


class Antwoordtoets:
    """Adds up what was refused, and notes for the rest of the series what became of each line."""

    __slots__ = (
        "_afgekeurd",
        "_clienten",
        "_ctx",
        "_declaratie",
        "_geheel",
        "_koppeling",
        "_reeks",
        "_volledig",
        "_wie",
    )

    def __init__(self, ctx: Berichtcontext) -> None:
        """Find the declaration that is answered, when the series has it."""
        header = ctx.bericht.header
        self._ctx, self._reeks = ctx, ctx.reeks
        self._wie = aanbieder_en_wet(header)
        self._declaratie: Declaratiestand | None = None
        if header.identificatie_declaratie:
            self._declaratie = ctx.reeks.declaraties.get((self._wie, header.identificatie_declaratie))
        self._koppeling = tuple(self._klopt_koppeling())
        self._geheel = bool(afkeur(header.retourcodes))
        self._afgekeurd = Decimal(0)
        self._volledig = True
        self._clienten = False

    def client(self, client: DeclaratieClient) -> Iterable[Bevinding]:
        """Say what is refused of a client, and add it up."""
        for p in client.prestaties:
            codes = afkeur(p.retourcodes)
            if codes:
                if p.saldo is None:
                    self._volledig = False
                else:
                    self._afgekeurd += p.saldo
                yield self._afkeuring(p, PRESTATIE, codes)
            yield from self._zoals_ingediend(p)
        codes = afkeur(client.retourcodes)
        if codes and not client.vervolgt:
            self._clienten = True
            self._keur_client_af(client)
            yield self._afkeuring(client, CLIENT, codes)

    def einde(self) -> Iterable[Bevinding]:
        """Judge the totals and the answer as a whole."""
        ctx, declaratie = self._ctx, self._ctx.bericht.declaratie
        codes = afkeur(ctx.bericht.header.retourcodes)
        if codes:
            yield self._afkeuring(ctx.bericht.header, HEADER, codes)
        if declaratie is not None:
            codes = afkeur(declaratie.retourcodes)
            if codes:
                self._geheel = True
                yield self._afkeuring(declaratie, DECLARATIE, codes)
            yield from self._totaal()
        yield from self._koppeling
        yield from self._over_declaratie()
        self._verwerk()

    def _totaal(self) -> Iterator[Bevinding]:
        """Ask that granted and refused are together what was declared; a refusal of more than lines tells no sum."""
        ctx, declaratie = self._ctx, self._ctx.bericht.declaratie
        if declaratie is None or self._geheel or self._clienten or not self._volledig:
            return
        ingediend, toegekend = declaratie.ingediend_saldo, declaratie.toegekend_saldo
        if ingediend is None or toegekend is None:
            return
        oordeel = ctx.vraag(INHOUD)
        goed = ingediend - self._afgekeurd
        if toegekend == goed or _TOEGEKEND not in oordeel.waarden:
            return
        yield ctx.meld(
            "RP951",
            declaratie,
            "toegekend",
            f"Toegekend is {met_teken(toegekend)}. Ingediend min afgekeurd is {met_teken(goed)}.",
            regel=INHOUD,
            retourcode="",
            gevonden=f"{toegekend:.2f}",
            verwacht=f"{goed:.2f}",
            oorzaak="debet en credit zijn verwisseld bij het totaal" if toegekend == -goed else "",
            oordeel=oordeel,
        )

    def _klopt_koppeling(self) -> Iterator[Bevinding]:
        """Ask for the identification and day of the declaration (TR337), and the versions that it names (TR371).

        An identification that the series does not have is wrong only when the declaration itself is there, by its
        number: else it may be one from before the series.
        """
        header, bekend = self._ctx.bericht.header, self._declaratie
        if bekend is None:
            declaratie = self._ctx.bericht.declaratie
            plek = self._reeks.nummers.get((self._wie, declaratie.nummer or "")) if declaratie else None
            if plek is not None and header.identificatie_declaratie is not None:
                verwant = (
                    Verwante(bestand=plek.bestand, regelnummer=plek.regelnummer, tekst="hier staat die declaratie"),
                )
                tekst = "De declaratie met dit declaratienummer heeft een andere identificatie."
                yield self._meld_kop("identificatie_declaratie", tekst, "TR337", "", verwant)
            return
        for veld, regel, tekst in _OVERGENOMEN:
            gevonden, verwacht = getattr(header, f"{veld}_declaratie"), getattr(bekend.header, veld)
            if None not in {gevonden, verwacht} and gevonden != verwacht:
                yield self._meld_kop(f"{veld}_declaratie", tekst, regel, str(verwacht), ())

    def _meld_kop(self, veld: str, tekst: str, regel: str, verwacht: str, verwant: tuple[Verwante, ...]) -> Bevinding:
        return Klacht("RP951", veld, tekst, regel, verwacht, niveau="").meld(
            self._ctx, self._ctx.bericht.header, verwant
        )

    def _over_declaratie(self) -> Iterator[Bevinding]:
        """Compare number and total with the declaration (TR376, OP303)."""
        antwoord, bekend = self._ctx.bericht.declaratie, self._declaratie
        if antwoord is None or bekend is None:
            return
        if antwoord.nummer is not None and bekend.nummer is not None and antwoord.nummer != bekend.nummer:
            tekst = "Dit nummer is niet dat van de declaratie waarop dit het antwoord is."
            yield Klacht("RP951", "nummer", tekst, "TR376", bekend.nummer, niveau="").meld(self._ctx, antwoord)
        if bekend.ingediend is not None and antwoord.ingediend_saldo not in {bekend.ingediend, None}:
            tekst = f"In de declaratie was het totaal {met_teken(bekend.ingediend)}."
            verwacht = f"{bekend.ingediend:.2f}"
            yield Klacht("RP951", "ingediend", tekst, "OP303", verwacht, niveau="").meld(self._ctx, antwoord)

    def _zoals_ingediend(self, p: Prestatie) -> Iterator[Bevinding]:
        """Ask for lines of the declaration (TR366), with the same values (TR367); note what was refused."""
        if self._declaratie is None or p.referentienummer is None:
            return
        regel = self._reeks.regels.get((self._wie, p.referentienummer))
        if regel is None:
            tekst = "Dit referentienummer staat niet in de declaratie."
            yield Klacht("RP951", "referentienummer", tekst, "TR366", niveau="").meld(self._ctx, p)
            return
        if regel.inhoud != inhoud_van(p):
            tekst = "Deze regel is anders dan in de declaratie."
            plek = self._ctx.verwante(regel.plek.regelnummer, "zo was de regel ingediend")
            verwant = (type(plek)(bestand=regel.plek.bestand, regelnummer=plek.regelnummer, tekst=plek.tekst),)
            yield Klacht("RP951", "", tekst, "TR367", "de regel zoals ingediend", niveau="").meld(self._ctx, p, verwant)
        if afkeur(p.retourcodes):
            self._keur_af(regel)

    def _keur_client_af(self, client: DeclaratieClient) -> None:
        for nummer in self._declaratie.referenties if self._declaratie else ():
            regel = self._reeks.regels.get((self._wie, nummer))
            if regel is not None and regel.client == hash(client.bsn):
                self._keur_af(regel)

    def _keur_af(self, regel: Regelstand) -> None:
        """Note a refusal; what it used of the assignment is free again."""
        if regel.stand == "afgekeurd":
            return
        regel.stand = "afgekeurd"
        if regel.verbruik is not None:
            regel.verbruik.volume -= regel.volume
            regel.verbruik.bedrag -= regel.bedrag

    def _verwerk(self) -> None:
        """Note what became of all lines; a declaration that was refused as a whole counts as never sent (OP286)."""
        if self._geheel and self._declaratie is not None and self._declaratie.nummer is not None:
            self._reeks.nummers.pop((self._wie, self._declaratie.nummer), None)
        for nummer in self._declaratie.referenties if self._declaratie else ():
            regel = self._reeks.regels.get((self._wie, nummer))
            if regel is None:
                continue
            if self._geheel:
                self._keur_af(regel)
                del self._reeks.regels[self._wie, nummer]
            elif regel.stand == "ingediend":
                regel.stand = "goedgekeurd"

    def _afkeuring(self, deel: Onderdeel, niveau: str, codes: Sequence[str]) -> Bevinding:
        ctx = self._ctx
        betekenissen = ctx.naslag.betekenissen(f"{_LIJST}-{ctx.bericht.header.wet}")
        waarom = opsomming(f"{code} ({betekenissen[code]})" if code in betekenissen else code for code in codes)
        return ctx.meld(
            "RP952",
            deel,
            "",
            f"{_WAT[niveau]}: {waarom}",
            regel=HERINDIENEN,
            retourcode="",
            gevonden=", ".join(codes),
            wat_nu=opnieuw(ctx, niveau),
            oordeel=ctx.vraag(HERINDIENEN, None, foutniveau=niveau),
        )


def afkeur(retourcodes: Sequence[Retourcode]) -> list[str]:
    """Give the return codes that refuse something."""
    return [r.code for r in retourcodes if r.code is not None and r.code not in _GEEN_AFKEUR]


DECLARATIEREGELS: Final = (
    Declaratieregel(
        ("TR337", "TR366", "TR367", "TR371", "TR376", "OP303", "OP304", "IV087", INHOUD, HERINDIENEN),
        ("325",),
        Antwoordtoets,
    ),
)
