"""Asks a person for what a command lacks, where a person is there to answer."""

import sys

import typer

from collectif_cli.cli.context import Context
from collectif_cli.errors import UsageError
from collectif_cli.model.message import Message, message


def can_ask(context: Context) -> bool:
    """Tell whether a person is there to answer."""
    return context.screen.interactive and sys.stdin.isatty()


def asked(context: Context, given: str | None, flag: str, question: Message) -> str:
    """Give what was given, else the answer to a question; raise UsageError, with the flag, in a pipe."""
    if given is not None and given.strip():
        return given.strip()
    if given is None and can_ask(context):
        answer = str(typer.prompt(context.language.say(question), prompt_suffix=" ")).strip()
        if answer:
            return answer
    raise UsageError(
        message("“{name}” is missing", name=flag),
        message("add it to the command: {flag}", flag=f'{flag}"…"' if flag.endswith("=") else f'{flag} "…"'),
    )
