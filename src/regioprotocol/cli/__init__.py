"""The command line: the only place that knows typer, exit codes, and how to write files."""

from regioprotocol.cli.app import run

__all__ = ["run"]
