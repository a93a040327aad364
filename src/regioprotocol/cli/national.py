"""explain for a national rule (TR381) or a return code (0611), which mean the same in every region."""

from __future__ import annotations

import re
from typing import Final

from regioprotocol.cli.output import Gebruiksfout, print_json, print_text
from regioprotocol.diagnostics import bedoelde_u
from regioprotocol.model.controle import Controle
from regioprotocol.model.woordenboek import Woordenboek
from regioprotocol.report import control
from regioprotocol.resolve import Snapshot

_NUMMER: Final = re.compile(r"[A-Z]{2}[0-9]{3}(X[0-9]+)?", re.IGNORECASE)
_RETOURCODE: Final = re.compile(r"[A-Z]?[0-9]{3,4}", re.IGNORECASE)


def looks_national(word: str) -> bool:
    """Tell whether a word may be a national rule or a return code; a municipality has four digits as well."""
    return bool(_NUMMER.fullmatch(word) or _RETOURCODE.fullmatch(word))


def show(snapshot: Snapshot, word: str, json: bool) -> bool:
    """Show what a national rule or a return code means; False when it may be something else.

    Raises Gebruiksfout for the number of a rule, or a return code with a letter, that does not exist.
    """
    controle = _controle(snapshot.woordenboek, word)
    if controle:
        if json:
            print_json(control.controle_als_dict(snapshot, controle))
        else:
            print_text(control.controle_als_tekst(snapshot, controle))
        return True
    code = word.upper()
    if control.betekenissen(snapshot, code):
        if json:
            print_json(control.retourcode_als_dict(snapshot, code))
        else:
            print_text(control.retourcode_als_tekst(snapshot, code))
            _ook_een_gemeente(snapshot.woordenboek, code)
        return True
    if _NUMMER.fullmatch(word):
        hint = bedoelde_u(word.upper(), snapshot.woordenboek.controles)
        raise Gebruiksfout(f"De landelijke regel {word} ken ik niet. {hint}".strip())
    if _RETOURCODE.fullmatch(word) and not word.isdigit():
        raise Gebruiksfout(f"De retourcode {word} ken ik niet.")
    return False


def _controle(woordenboek: Woordenboek, word: str) -> Controle | None:
    """Find a rule by its number, or by the number that it had before."""
    if not _NUMMER.fullmatch(word):
        return None
    gezocht = word.casefold()
    namen = {nummer.casefold(): controle for nummer, controle in woordenboek.controles.items()}
    vroeger = {s.casefold(): controle for controle in woordenboek.controles.values() for s in controle.synoniemen}
    return namen.get(gezocht) or vroeger.get(gezocht)


def _ook_een_gemeente(woordenboek: Woordenboek, code: str) -> None:
    gemeente = woordenboek.gemeenten.get(code)
    if gemeente:
        print_text(f"\n{code} is ook de code van de gemeente {gemeente.naam}. Voor een regel daar schrijft u:")
        print_text(f"  regioprotocol explain {code} vot.indientermijn")
