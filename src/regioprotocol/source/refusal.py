"""Why a spreadsheet cannot be read: raised deep inside a file, made a finding at the edge."""

from __future__ import annotations

from regioprotocol.diagnostics import Melding, Plaats, soort


class RefusedError(Exception):
    """A file or a sheet that we cannot or will not read. *tekst* is the Dutch sentence for the user."""

    def __init__(self, code: str, tekst: str, *, hint: str = "", blad: str = "", rij: int = 0) -> None:
        """Keep what the finding needs; without *hint* it gives the remedy of its kind."""
        super().__init__(tekst)
        self.code = code
        self.tekst = tekst
        self.hint = hint
        self.blad = blad
        self.rij = rij

    def melding(self, bestand: str) -> Melding:
        """Make the finding."""
        kind = soort(self.code)
        return Melding(kind, Plaats(bestand, self.rij, 0, self.blad), self.tekst, self.hint or kind.oplossing)
