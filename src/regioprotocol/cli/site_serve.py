"""Show the site on this computer, and build it again when a file of the workspace changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from regioprotocol.cli.output import Gebruiksfout, print_text
from regioprotocol.cli.places import site_folder, workspace
from regioprotocol.source import oorzaak

_WATCHED: Final = ("regions", "productcodes", "protocols")
_PAUSE_S: Final = 1.0


class _Stil(SimpleHTTPRequestHandler):
    """Serve files without a line in the terminal for each: that is where the findings stand."""

    def log_message(self, *_: object) -> None:
        return

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(again: Callable[[], None], map_: Path | None, uit: Path, poort: int) -> None:
    """Build, serve, and build again after each change, until it is stopped. A mistake keeps the last good site.

    Raises Gebruiksfout when the port is taken.
    """
    try:
        server = ThreadingHTTPServer(("127.0.0.1", poort), partial(_Stil, directory=str(uit)))
    except OSError as error:
        raise Gebruiksfout(f"Poort {poort} is niet vrij ({oorzaak(error)}). Kies een andere met --poort.") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    gezien: dict[Path, int] = {}
    try:
        while True:
            nu = _stamps(map_)
            if nu != gezien:
                gezien = nu
                _once(again)
                print_text(f"Kijk op http://localhost:{poort}/ (stoppen: Ctrl+C)")
            time.sleep(_PAUSE_S)
    except KeyboardInterrupt:
        server.shutdown()


def _once(again: Callable[[], None]) -> None:
    try:
        again()
    except Gebruiksfout as error:
        print_text(str(error))


def _stamps(map_: Path | None) -> dict[Path, int]:
    plaats = workspace(map_)
    mappen = [*(plaats / naam for naam in _WATCHED), site_folder()]
    return {pad: pad.stat().st_mtime_ns for map_ in mappen for pad in map_.rglob("*") if pad.is_file()}
