"""Types that vendors generate from the schema must compile: TypeScript strictly, Java as plain classes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from regioprotocol.parameterset import schema

HERE = Path(__file__).parent
NODE_MODULES = HERE.parent / ".venv" / "node"


def _need(found: object, what: str) -> None:
    """Skip loudly on a colleague's machine; in CI a missing tool is a failure."""
    if found:
        return
    reason = f"{what} ontbreekt: de typen voor leveranciers zijn NIET getest"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the types once."""
    _need(shutil.which("node"), "node")
    _need((NODE_MODULES / "node_modules").is_dir(), "make .venv/.ready-node")
    folder = tmp_path_factory.mktemp("types")
    schema_file = folder / "schema.json"
    schema_file.write_text(json.dumps(schema()), encoding="utf-8")
    command = ["node", str(HERE / "vendors" / "types.mjs"), str(NODE_MODULES), str(schema_file), str(folder / "uit")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "uit"


def test_typescript_types_compile_strictly(types: Path) -> None:
    """A vendor's code on the generated types compiles with every strict check on."""
    shutil.copy(HERE / "vendors" / "gebruik.ts", types)
    tsc = NODE_MODULES / "node_modules" / "typescript" / "bin" / "tsc"
    command = [
        "node",
        str(tsc),
        "--strict",
        "--noEmit",
        "--target",
        "es2020",
        "--moduleResolution",
        "bundler",
        "--module",
        "esnext",
        "--exactOptionalPropertyTypes",
        "gebruik.ts",
        "parameterset.d.ts",
    ]
    done = subprocess.run(command, cwd=types, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    text = (types / "parameterset.d.ts").read_text(encoding="utf-8")
    assert "any" not in text.split()
    assert "unknown" not in text


def test_java_types_compile(types: Path) -> None:
    """The Java classes compile on their own."""
    javac = shutil.which("javac")
    _need(javac, "javac")
    sources = sorted(str(path) for path in types.glob("*.java"))
    assert len(sources) > len(("Parameterset", "Regel", "Geval"))
    done = subprocess.run(
        [str(javac), "-d", str(types / "klassen"), *sources], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
