"""Typer speaks fixed English in its usage lines and errors; here they become Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

_HELP: Final = (
    ("Usage:", "Gebruik:"),
    ("Options:", "Opties:"),
    ("Commands:", "Opdrachten:"),
    ("Arguments:", "Gegevens:"),
    ("[OPTIONS]", "[OPTIES]"),
    ("COMMAND [ARGS]...", "OPDRACHT [GEGEVENS]..."),
    ("[required]", "[verplicht]"),
    ("[default:", "[standaard:"),
    ("Show this message and exit.", "Toon deze uitleg."),
)

_ERRORS: Final = (
    ("No such command", "De opdracht '{word}' ken ik niet."),
    ("Missing command", "Er ontbreekt een opdracht."),
    ("requires an argument", "Bij de optie {option} hoort een waarde."),
    ("unexpected extra argument", "Hier staat een gegeven te veel: {extra}."),
    ("is not one of", "'{word}' kan hier niet."),
)


class Dutch:
    """Mixed into Typer's classes: help in Dutch."""

    def get_help(self, ctx: Any) -> str:
        """Give the help with its fixed words translated."""
        text: str = super().get_help(ctx)  # type: ignore[misc]
        for english, dutch in _HELP:
            text = text.replace(english, dutch)
        return text


class DutchCommand(Dutch, TyperCommand):
    """A command with Dutch help."""


class DutchSubgroup(Dutch, TyperGroup):
    """A command with commands of its own: `calculate uren`."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write what every command does, in full."""
        rows = [(name, str(getattr(self.get_command(ctx, name), "help", ""))) for name in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)


@dataclass(frozen=True, slots=True)
class Subopdracht:
    """A command within a command: what it does, its function, and an example."""

    help: str
    command: Callable[..., None]
    example: str


class DutchGroup(Dutch, TyperGroup):
    """The program: Dutch help, and commands that are loaded when they are used.

    Loading all of them for a help text would take four times as long as the text itself.
    """

    table: Mapping[str, str] = {}

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's context is a private type
        """Give the commands in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Load one command; its module has the name of the command, and SUBOPDRACHTEN when it is a group."""
        if cmd_name not in self.table:
            return None
        module = import_module(f"regioprotocol.cli.{cmd_name.replace('-', '_')}")
        help_ = self.table[cmd_name]
        if hasattr(module, "SUBOPDRACHTEN"):
            return _group(cmd_name, help_, module)
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(name=cmd_name, cls=DutchCommand, help=help_, epilog=module.EXAMPLE)(module.command)
        return typer.main.get_command(app)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the table, without loading anything."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(self.table.items()))


def _group(name: str, help_: str, module: ModuleType) -> Any:
    app = typer.Typer(name=name, cls=DutchSubgroup, rich_markup_mode=None, add_completion=False, no_args_is_help=True)
    app.callback(help=help_, epilog=module.EXAMPLE)(lambda: None)
    for naam, sub in module.SUBOPDRACHTEN.items():
        app.command(name=naam, cls=DutchCommand, help=sub.help, epilog=sub.example)(sub.command)
    return typer.main.get_command(app)


def explain_error(error: typer.Exit | Exception, commands: Iterable[str]) -> str:
    """Give a usage error in Dutch. The kinds are known by name: Typer keeps its classes to itself."""
    from regioprotocol.diagnostics import bedoelde_u  # noqa: PLC0415 - help does not need it

    kind = type(error).__name__
    message = str(getattr(error, "message", error))
    if kind == "NoSuchOption":
        option = str(getattr(error, "option_name", ""))
        options = [f"--{o.lstrip('-')}" for o in getattr(error, "possibilities", None) or ()]
        return f"De optie {option} ken ik niet. {bedoelde_u(option, options)}".strip()
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        option = next((str(o) for o in getattr(param, "opts", ()) if str(o).startswith("-")), "")
        name = option or str(getattr(param, "metavar", "") or getattr(param, "name", "") or "").upper()
        return f"Er ontbreekt een gegeven: {name}."
    for english, dutch in _ERRORS:
        if english in message:
            word = next(iter(message.split("'")[1:]), "")
            option = str(getattr(error, "option_name", ""))
            extra = message.rpartition("(")[2].rstrip(").")
            hint = bedoelde_u(word, commands, hoogstens=20) if "opdracht '" in dutch else ""
            return f"{dutch.format(word=word, option=option, extra=extra)} {hint}".strip()
    return f"Deze opdracht begrijp ik niet ({message})."
