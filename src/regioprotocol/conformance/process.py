"""Another engine as a running program: it gets a line, and answers with a line. It can crash or hang; we do not."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Sequence
from typing import IO, Final

from regioprotocol.conformance.protocol import LANGSTE_REGEL, Storing

_EINDE: Final = None
_WACHT_BIJ_EINDE: Final = 5.0
_FOUTREGEL: Final = 200
_VOORRAAD: Final = 4


class NietTeStartenError(OSError):
    """The command line is no program that can be started."""


class Programma:
    """A program that answers lines. It is started at the first request, and again after it stopped or lost its step."""

    def __init__(self, woorden: Sequence[str], wachttijd: float) -> None:
        """Take the words of the command line and the seconds that an answer may take."""
        self._woorden = list(woorden)
        self._wachttijd = wachttijd
        self._loop: _Loop | None = None

    def vraag(self, regel: bytes) -> bytes | Storing:
        """Send a line and give the line that comes back. Raises NietTeStartenError."""
        if self._loop is None or not self._loop.leeft:
            self.stop(netjes=False)
            self._loop = _Loop(self._woorden)
        antwoord = self._loop.vraag(regel, self._wachttijd)
        if isinstance(antwoord, Storing):
            self.stop(netjes=False)
        return antwoord

    def stop(self, *, netjes: bool = True) -> None:
        """End the program with everything that it started; *netjes*: after some time to end by itself."""
        if self._loop is not None:
            self._loop.stop(_WACHT_BIJ_EINDE if netjes else 0)
        self._loop = None


class _Loop:
    """One run of the program, with a thread for each of its streams: a full pipe must never block us."""

    def __init__(self, woorden: list[str]) -> None:
        try:
            # The words come from the user's own command line and no shell reads them. A group of its own, so that
            # what the program starts ends with it.
            self._proces = subprocess.Popen(  # noqa: S603
                woorden,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            raise NietTeStartenError(str(error)) from None
        self._heen: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._terug: queue.Queue[bytes | None] = queue.Queue(_VOORRAAD)
        self._fouten: deque[bytes] = deque(maxlen=1)
        self._draden = [
            threading.Thread(target=doel, daemon=True) for doel in (self._schrijf, self._lees, self._lees_fouten)
        ]
        for draad in self._draden:
            draad.start()

    @property
    def leeft(self) -> bool:
        """Tell whether the program runs and nothing came that was not asked for."""
        return self._proces.poll() is None and self._terug.empty()

    def vraag(self, regel: bytes, wachttijd: float) -> bytes | Storing:
        self._heen.put(regel)
        try:
            antwoord = self._terug.get(timeout=wachttijd)
        except queue.Empty:
            return Storing(
                f"het programma gaf binnen {wachttijd:g} seconden geen antwoord "
                "(leegt het zijn uitvoer na elke regel?)",
                kwijt=True,
            )
        if antwoord is _EINDE:
            return Storing(self._gestopt(), kwijt=True)
        if len(antwoord) > LANGSTE_REGEL:
            return Storing("het antwoord is te lang om te lezen", kwijt=True)
        return antwoord

    def stop(self, wachttijd: float) -> None:
        self._heen.put(_EINDE)
        try:
            self._proces.wait(wachttijd)
        except subprocess.TimeoutExpired:
            self._beeindig()
        for draad in self._draden:
            draad.join(1)
        # Whoever still holds the other end keeps its thread waiting; closing under it would make us wait as well.
        if not any(draad.is_alive() for draad in self._draden):
            for stroom in (self._proces.stdin, self._proces.stdout, self._proces.stderr):
                _sluit(stroom)

    def _beeindig(self) -> None:
        if hasattr(os, "killpg"):
            try:
                os.killpg(self._proces.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                self._proces.kill()
        else:
            self._proces.kill()
        self._proces.wait()

    def _gestopt(self) -> str:
        try:
            code = self._proces.wait(_WACHT_BIJ_EINDE)
        except subprocess.TimeoutExpired:
            return "het programma sloot zijn uitvoer"
        self._draden[2].join(1)
        laatste = self._fouten[0].decode("utf-8", "replace").strip()[:_FOUTREGEL] if self._fouten else ""
        return f"het programma stopte met code {code}{f': {laatste!r}' if laatste else ''}"

    def _schrijf(self) -> None:
        assert self._proces.stdin is not None  # noqa: S101 - opened as a pipe
        try:
            while (regel := self._heen.get()) is not _EINDE:
                self._proces.stdin.write(regel)
                self._proces.stdin.flush()
        except OSError:
            return
        finally:
            _sluit(self._proces.stdin)

    def _lees(self) -> None:
        assert self._proces.stdout is not None  # noqa: S101
        try:
            while regel := self._proces.stdout.readline(LANGSTE_REGEL + 1):
                self._terug.put_nowait(regel)
                if len(regel) > LANGSTE_REGEL:
                    return
            self._terug.put_nowait(_EINDE)
        except (queue.Full, OSError, ValueError):
            return  # it talks without being asked: the answers that are here are looked at, the rest is not read

    def _lees_fouten(self) -> None:
        assert self._proces.stderr is not None  # noqa: S101
        try:
            while regel := self._proces.stderr.readline(65536):
                if regel.strip():
                    self._fouten.append(regel)
        except (OSError, ValueError):
            return


def _sluit(stroom: IO[bytes] | None) -> None:
    try:
        if stroom is not None:
            stroom.close()
    except OSError:
        return
