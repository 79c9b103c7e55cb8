"""The page of the verbs: the help of each, as it is shown, and the exit codes."""

from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO

from collectif_cli.cli.command import run_command
from collectif_cli.cli.context import Context, Settings
from collectif_cli.cli.verbs import VERBS, AllVerbs
from collectif_cli.render.language import language
from collectif_cli.render.terminal import Screen
from docs.reference.texts import text_of

WIDTH = 90


def verbs_page(code: str) -> str:
    """Give the whole page in a language."""
    helps = [f"## {' '.join(words)}\n\n```text\n{help_of(words, code)}```\n" for words in every_verb()]
    first = f"```text\n{help_of((), code)}```\n"
    return "\n".join([text_of("verbs", code), first, *helps, text_of("exit-codes", code)])


def every_verb() -> Iterator[tuple[str, ...]]:
    """Yield the words of each verb: ``("vote",)``, ``("vote", "tally")``…"""
    for verb in VERBS:
        yield (verb,)
        for part in parts_of(verb):
            yield verb, part


def parts_of(verb: str) -> list[str]:
    """Give the verbs of a thing, such as those of ``vote``; none for a verb that stands alone."""
    command = AllVerbs(name="collectif").get_command(None, verb)
    return list(command.list_commands(None)) if hasattr(command, "list_commands") else []


def help_of(words: tuple[str, ...], code: str) -> str:
    """Give the help of a verb as a terminal of ninety columns shows it."""
    context = Context(Settings(), out=StringIO())
    context.__dict__["language"] = language(code)
    context.__dict__["screen"] = Screen(width=WIDTH)
    with redirect_stdout(StringIO()) as shown:
        run_command([*words, "--help"], context)
    return shown.getvalue()
