"""A YAML text with edits made in it: what no edit touches stays as it was, to the byte, or nothing changes at all.

The edits become cuts at offsets of the text, and the result is read again: it must hold exactly the data that the
edits lead to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from regioprotocol.source.cuts import cut
from regioprotocol.source.edits import Bewerking, Verwijder, VoegToe, Waarde, Zet, edited_data, order_edits
from regioprotocol.source.layout import HerschrijfError, read_layout
from regioprotocol.source.yaml_text import GROOTSTE_BESTAND, parse

__all__ = ["Bewerking", "HerschrijfError", "Verwijder", "VoegToe", "Waarde", "Zet", "rewrite"]

_BOM: Final = "\ufeff"


def rewrite(text: str, bewerkingen: Sequence[Bewerking]) -> str:
    """Make the edits in the text of a file, decoded as it is: with its own line ends and byte order mark.

    Routes and indexes are those of the text as it is; all edits are made together. What they do not touch stays:
    comments, blank lines, quotes, order, line ends, and a last line without an end. A comment on lines of its own
    directly above a key or item, in the same column, belongs to it and goes with it, unless it heads a group of which
    something stays. Of two blank lines that meet where something went, one goes too.

    A new text is read back exactly, line ends included. Mind that a text in the file after '>' or '|' ends with a
    line end when it is read: compare without it.

    Raises HerschrijfError, with the reason for the user, when this cannot be done exactly.
    """
    bom, body = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    line_end = "\r\n" if 2 * body.count("\r\n") > body.count("\n") else "\n"
    closed = body if body.endswith("\n") else body + line_end
    root = read_layout(closed)
    change = order_edits(root, bewerkingen)
    if not change.below and not change.added:
        return text
    made = cut(closed, line_end, root, change)
    outcomes = [(made, edited_data(root, change))]
    if body != closed:
        # The last line has no end. What is last now gets none either, unless it is a text that would change by it.
        short = made.removesuffix(line_end)
        outcomes = [(short, outcomes[0][1]), (short, edited_data(read_layout(body), change)), *outcomes]
    for outcome, data in outcomes:
        if _read(bom + outcome) == data:
            return bom + outcome
    raise HerschrijfError("Dit bestand kunnen we niet aanpassen zonder dat er iets anders in verandert.")


def _read(text: str) -> object:
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise HerschrijfError("In een nieuwe tekst staat een teken dat geen tekst is.") from error
    if len(raw) > GROOTSTE_BESTAND:
        raise HerschrijfError(f"Het bestand wordt groter dan {GROOTSTE_BESTAND // 1_000_000} MB.")
    document, _ = parse(raw, "")
    return document.data if document else None
