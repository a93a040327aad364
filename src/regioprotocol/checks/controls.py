"""RP2, national rules: every rule and its return code must agree with the national lists of return codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from regioprotocol.checks.context import Context, meld
from regioprotocol.diagnostics import Melding, Verwant, bedoelde_u, opsomming
from regioprotocol.model.controle import Controle
from regioprotocol.model.woordenboek import Code, Codelijst, Woordenboek


def controles(context: Context) -> Iterator[Melding]:
    """Check the rules against the lists, and the lists against the rules (RP107, RP206, RP211, RP212)."""
    woordenboek = context.werkmap.woordenboek
    for controle in woordenboek.controles.values():
        if controle.retourcode:
            yield from _eigen_code(controle, woordenboek)
    bekend = _namen(woordenboek.controles.values())
    for lijst in woordenboek.codelijsten.values():
        for code in lijst.codes.values():
            yield from _berichten(code, woordenboek)
            if code.regel in bekend:
                yield from _vergelijk(bekend[code.regel], code, lijst)
            elif code.regel:
                tekst = f"De landelijke regel '{code.regel}' kennen we niet."
                yield meld("RP211", code.plaatsen.van("regel"), tekst, bedoelde_u(code.regel, bekend))


def _namen(controles: Iterable[Controle]) -> dict[str, Controle]:
    """Give the rules by number; a list may still use the number that a rule had before."""
    rijen = list(controles)
    return {s: c for c in rijen for s in c.synoniemen} | {c.nummer: c for c in rijen}


def _eigen_code(controle: Controle, woordenboek: Woordenboek) -> Iterator[Melding]:
    codes = _retourcodes(woordenboek.codelijsten)
    plaats = controle.plaatsen.van("retourcode")
    genoemd = codes.get(controle.retourcode, [])
    if not genoemd:
        tekst = f"De retourcode '{controle.retourcode}' staat niet in de landelijke lijst."
        yield meld("RP107", plaats, tekst, bedoelde_u(controle.retourcode, codes))
        return
    hier = Verwant(genoemd[0].plaatsen.van("berichten"), "Hier staat de code in de lijst.")
    if not woordenboek.retourcodes_van(controle):
        tekst = f"Bij de berichten van {controle.nummer} komt retourcode {controle.retourcode} niet voor."
        yield meld("RP212", plaats, tekst, "", hier)
    namen = {controle.nummer, *controle.synoniemen}
    ander = next((code.regel for code in genoemd if code.regel and code.regel not in namen), "")
    if ander:
        tekst = f"Retourcode {controle.retourcode} hoort in de lijst bij {ander}, niet bij {controle.nummer}."
        yield meld("RP212", plaats, tekst, "", hier)


def _retourcodes(codelijsten: Mapping[str, Codelijst]) -> dict[str, list[Code]]:
    """Give the codes of the lists of return codes: only those name messages."""
    per_code: dict[str, list[Code]] = {}
    for lijst in codelijsten.values():
        for code in lijst.codes.values():
            if code.berichten:
                per_code.setdefault(code.code, []).append(code)
    return per_code


def _berichten(code: Code, woordenboek: Woordenboek) -> Iterator[Melding]:
    for bericht in code.berichten:
        if bericht not in woordenboek.berichten:
            hint = bedoelde_u(bericht, woordenboek.berichten)
            yield meld("RP206", code.plaatsen.van("berichten"), f"Bericht {bericht} kennen we niet.", hint)


def _vergelijk(controle: Controle, code: Code, lijst: Codelijst) -> Iterator[Melding]:
    """What the list says of a rule must stand with the rule: its code, its messages, its law."""
    hier = Verwant(code.plaatsen.van("regel"), f"Hier staat {code.code} bij {code.regel}.")
    if not controle.retourcode:
        tekst = f"Bij {controle.nummer} ontbreekt de retourcode. De lijst {lijst.naam} noemt {code.code}."
        yield meld("RP212", controle.plaatsen.van("controle"), tekst, "", hier)
    elif controle.retourcode != code.code:
        tekst = f"Bij {controle.nummer} staat {controle.retourcode}. De lijst {lijst.naam} noemt {code.code}."
        yield meld("RP212", controle.plaatsen.van("retourcode"), tekst, "", hier)
    for sleutel, heeft, hoort in (
        ("berichten", controle.berichten, code.berichten),
        ("wet", controle.wetten, lijst.wetten),
    ):
        if mist := [waarde for waarde in hoort if waarde not in heeft]:
            tekst = f"Bij {controle.nummer} ontbreekt {opsomming(mist)}. De lijst {lijst.naam} noemt dat wel."
            yield meld("RP212", controle.plaatsen.van(sleutel, "controle"), tekst, "", hier)
