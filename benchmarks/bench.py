"""Measure whole processes as ratios against named peers, in one run on one machine (make bench).

Times alone say little: another machine, or this one when it is busy, gives others. A ratio in the same run holds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import messages
import site_build
import tables
from measuring import TOOL, seconds, show

HERE = Path(__file__).parent
SCHEMAS = HERE.parent / "src" / "regioprotocol" / "schema" / "v1"
PARSE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
BARE = """
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False)
@app.command()
def one(word: str) -> None:
    "Do one thing."
@app.command()
def two(word: str) -> None:
    "Do another."
app()
"""
DUMPS = """
import json, sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.json")):
    json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False, indent=2)
"""


def main() -> None:
    """Make the corpus, measure, and print the ratios."""
    with tempfile.TemporaryDirectory() as temporary:
        corpus, uit = Path(temporary) / "corpus", Path(temporary) / "uit"
        subprocess.run([sys.executable, str(HERE / "corpus.py"), str(corpus)], check=True)
        grootte = sum(path.stat().st_size for path in corpus.rglob("*.yaml")) / 1_000_000
        tabellen = [str(path) for path in sorted((corpus / "productcodes").glob("*.yaml"))]
        print(f"Corpus: {grootte:.1f} MB, {len(tabellen)} regions.")
        parse = seconds([sys.executable, "-c", PARSE, str(corpus)])
        koud = seconds([*TOOL, "validate", str(corpus), "--vers"])
        subprocess.run([*TOOL, "validate", str(corpus)], check=True, capture_output=True)
        warm = seconds([*TOOL, "validate", str(corpus)], 5)
        peer = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMAS / "productcodes.schema.json")]
        schema = seconds([*peer, *tabellen], 1)
        export = seconds([*TOOL, "export", "regio-00", "--map", str(corpus), "--uit", str(uit)])
        dumps = seconds([sys.executable, "-c", DUMPS, str(uit)])
        help_ = seconds([*TOOL, "--help"], 7)
        kaal = seconds([sys.executable, "-c", BARE, "--help"], 7)
    show("validate, cold", koud, "PyYAML CSafeLoader on the same files", parse, "at most 0.60")
    show("validate, nothing changed", warm, "PyYAML CSafeLoader on the same files", parse, "at most 0.05")
    show("check-jsonschema, product tables only", schema, "validate, cold, everything", koud, "at least 8")
    show("read all, resolve and export one region", export, "json.loads + dumps of its files", dumps, "measured")
    show("--help", help_, "a bare Typer program", kaal, "at most 1.20")
    with tempfile.TemporaryDirectory() as temporary:
        tables.measure(Path(temporary))
    with tempfile.TemporaryDirectory() as temporary:
        messages.measure(Path(temporary))
    with tempfile.TemporaryDirectory() as temporary:
        corpus = Path(temporary) / "corpus"
        subprocess.run([sys.executable, str(HERE / "corpus.py"), str(corpus)], check=True)
        site_build.measure(corpus, Path(temporary))


if __name__ == "__main__":
    main()
