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

from playwright.sync_api import BrowserContext, Page

ROOT: Final = Path(__file__).parents[2]
OP: Final = "2026-11-22"


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

    def naar(self, pad: str) -> Page:
        """Go to a page of the site and wait until its scripts have had their turn."""
        self.pagina.goto(self.basis + pad)
        self.pagina.wait_for_load_state("networkidle")
        return self.pagina


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
    return gezien
