"""The verbs as the command line sees them: imported when called, their help in the reader's language."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from collectif_cli import __version__
from collectif_cli.cli.context import here
from collectif_cli.cli.help_text import help_text
from collectif_cli.model.message import mark as _

# Verb -> module of this room; the order is the one of the help.
VERBS = {
    "init": "init",
    "check": "check",
    "status": "status",
    "show": "show",
    "search": "search",
    "build": "build",
    "group": "group",
    "people": "people",
    "proposal": "proposal",
    "budget": "budget",
    "contribution": "contribution",
    "vote": "vote",
    "verify": "verify",
    "explain": "explain",
    "schema": "schema",
    "completion": "completion",
}


def everywhere() -> list[Any]:
    """Give the options that every verb accepts; ``cli.app`` has read them before the verb is known."""
    return [
        typer.core.TyperOption(
            param_decls=["-C", "folder_"],
            metavar=_("PATH"),
            expose_value=False,
            help=_("Work in that folder rather than in this one."),
        ),
        typer.core.TyperOption(
            param_decls=["--color", "colour_"],
            metavar=_("WHEN"),
            expose_value=False,
            help=_("Use colours: always, never, or auto (when a person looks)."),
        ),
    ]


def _version() -> Any:
    """Give the option that the command has without a verb; ``collectif --version`` alone comes not so far."""
    return typer.core.TyperOption(
        param_decls=["--version", "version_"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_say_version,
        help=_("Show the version of the tool."),
    )


def _say_version(ctx: Any, parameter: Any, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        here(ctx).print(f"collectif {__version__}\n")
        ctx.exit()


class Verb(TyperCommand):
    """A verb whose help is in the reader's language."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Give its own options, then those of every verb."""
        own = super().get_params(ctx)
        return [*own[:-1], *everywhere(), *own[-1:]]

    def get_help(self, ctx: Any) -> str:
        """Give the help."""
        return help_text(self, ctx)


class Things(TyperGroup):
    """A thing of the process and its verbs: ``group``, ``proposal``, ``vote``…"""

    def get_params(self, ctx: Any) -> list[Any]:
        """Give its own options, then those of every verb."""
        own = super().get_params(ctx)
        return [*own[:-1], *everywhere(), *own[-1:]]

    def get_help(self, ctx: Any) -> str:
        """Give the help."""
        return help_text(self, ctx)


class AllVerbs(Things):
    """The whole command: a verb's module is imported when the verb is called, or its help asked for."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Give the options of every verb, and the one that tells the version."""
        given = super().get_params(ctx)
        return [*given[:-1], _version(), *given[-1:]]

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Give a verb, or None when there is none of that name."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"collectif_cli.cli.{VERBS[cmd_name]}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command


def all_verbs() -> AllVerbs:
    """Give the whole command."""
    return AllVerbs(
        name="collectif",
        rich_markup_mode=None,
        invoke_without_command=True,
        help=_("Write a citizens' programme together: check the texts, follow the phases, count the votes."),
    )


def verb_app() -> typer.Typer:
    """Give an empty application for a verb module to fill."""
    return typer.Typer(
        add_completion=False, rich_markup_mode=None, cls=Things, pretty_exceptions_enable=False
    )
