"""Asks a person for what a command lacks, where a person is there to answer, until the answer can be read."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from collectif_cli.cli.context import Context
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import Message, message
from collectif_cli.render.terminal import columns, wrapped

T = TypeVar("T")
_ROOM = 24  # columns that an answer wants after its question; with fewer it gets a line of its own


def can_ask(context: Context) -> bool:
    """Tell whether a person is there to answer."""
    return context.screen.interactive and sys.stdin.isatty()


def asked(context: Context, given: str | None, flag: str, question: Message) -> str:
    """Give what was given, else the answer to a question; raise UsageError, with the flag, in a pipe."""
    return answered(context, given, flag, question, str)


def answered(
    context: Context,
    given: str | None,
    flag: str,
    question: Message,
    read: Callable[[str], T],
    words: Sequence[str] = (),
) -> T:
    """Give what ``read`` makes of what was given, else of the answer; asked again until it can be read.

    ``words`` are those that may be answered. Raises what ``read`` raises of what was given, and UsageError,
    with the flag, where nobody is there to answer.
    """
    if given is not None and given.strip():
        return read(given.strip())
    if given is not None or not can_ask(context):
        raise _missing(flag, words)
    while True:
        try:
            answer = line(context, question, words)
            if answer:
                return read(answer)
        except (UsageError, Refused) as error:
            complain(context, error)


def line(context: Context, question: Message, words: Sequence[str] = ()) -> str:
    """Ask once and give what was typed; raise KeyboardInterrupt when there is no more to come."""
    said = message("{question} ({words})", question=question, words=", ".join(words)) if words else question
    lines = wrapped(context.language.say(said), context.screen.width)
    if columns(lines[-1]) > context.screen.width - _ROOM:
        lines.append(">")
    context.print("\n".join(lines) + " ")
    context.out.flush()
    typed = context.source.readline()
    if not typed:
        context.print("\n")
        raise KeyboardInterrupt
    return typed.strip()


def complain(context: Context, error: UsageError | Refused) -> None:
    """Say why an answer is not taken, under the question."""
    for said in filter(None, (error.sentence, error.hint)):
        for one in wrapped(context.language.say(said), context.screen.width, "  ", "  "):
            context.print(f"{one}\n")


def _missing(flag: str, words: Sequence[str]) -> UsageError:
    typed = f'{flag}"…"' if flag.endswith("=") else f'{flag} "…"'
    hint = message("add it to the command: {flag}", flag=typed)
    if words:
        hint = message(
            "add it to the command: {flag}, with one of: {words}", flag=typed, words=", ".join(words)
        )
    return UsageError(message("“{name}” is missing", name=flag), hint)
