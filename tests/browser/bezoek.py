"""A visit to the site in a browser, and everything that went wrong on the way; and the command that builds the site."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, Page, Request

ROOT: Final = Path(__file__).parents[2]
OP: Final = "2026-11-22"
RUST: Final = 2
TEL_MS: Final = 50


def bouw(uit: Path, werkmap: Path = ROOT) -> None:
    """Build the site of a workspace (the real repository), as a user does."""
    opdracht = [
        sys.executable,
        "-m",
        "regioprotocol",
        "site",
        "build",
        "--uit",
        str(uit),
        "--op",
        OP,
        "--map",
        str(werkmap),
    ]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False, encoding="utf-8")
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


class _Stil(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@contextmanager
def bediend(map_: Path) -> Iterator[str]:
    """Serve a folder on this computer, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Stil, directory=str(map_)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Bezoek:
    """A page that somebody looks at, and everything that went wrong on it."""

    pagina: Page
    basis: str
    fouten: list[str] = field(default_factory=list)
    onderweg: set[Request] = field(default_factory=set)

    def naar(self, pad: str) -> Page:
        """Go to a page of the site and wait until its scripts have had their turn."""
        self.pagina.goto(self.basis + pad)
        # Until nothing is fetched twice in a row: much sooner than the half second of 'networkidle'.
        stil = 0
        while stil < RUST:
            self.pagina.wait_for_timeout(TEL_MS)
            stil = 0 if self.onderweg else stil + 1
        return self.pagina

    def begint(self, vraag: Request) -> None:
        """Remember a request that is on its way."""
        self.onderweg.add(vraag)

    def klaar(self, vraag: Request) -> None:
        """Forget a request that came back, or never will."""
        self.onderweg.discard(vraag)


def bezoek(context: BrowserContext, adres: str) -> Bezoek:
    """Open a page that remembers errors, and every request that would leave this computer."""
    pagina = context.new_page()
    gezien = Bezoek(pagina, adres)
    pagina.on("console", lambda m: gezien.fouten.append(f"{m.type}: {m.text}") if m.type == "error" else None)
    pagina.on("pageerror", lambda fout: gezien.fouten.append(f"script: {fout}"))
    pagina.on(
        "request",
        lambda vraag: (
            None if vraag.url.startswith((adres, "data:", "blob:")) else gezien.fouten.append(f"verzoek: {vraag.url}")
        ),
    )
    pagina.on("request", gezien.begint)
    pagina.on("requestfinished", gezien.klaar)
    pagina.on("requestfailed", gezien.klaar)
    return gezien
