"""The help of a verb, in the reader's language: what it does, how it is called, what it accepts."""

import textwrap
from typing import Any

from collectif_cli.cli.context import here
from collectif_cli.model.message import mark as _
from collectif_cli.render.language import Language

_WIDEST = 100
_MARGIN = 2


def help_text(command: Any, ctx: Any) -> str:
    """Give the help of a command or of a group of commands."""
    context = here(ctx)
    said, width = context.language, min(context.screen.width, _WIDEST)
    parts = [_paragraphs(said.words(_cleaned(command.help)), width), _usage(command, ctx, said)]
    arguments = [_argument(one, said) for one in command.get_params(ctx) if one.param_type_name == "argument"]
    options = [_option(one, said) for one in command.get_params(ctx) if one.param_type_name == "option"]
    if hasattr(command, "list_commands"):
        verbs = [_verb(command.get_command(ctx, name), name, said) for name in command.list_commands(ctx)]
        parts.append(_table(said.words("Verbs"), verbs, width))
    parts.append(_table(said.words("Arguments"), arguments, width))
    parts.append(_table(said.words("Options"), options, width))
    return "\n\n".join(part for part in parts if part)


def _cleaned(text: str | None) -> str:
    """Give a help sentence on one line, as the catalogues hold it; paragraphs stay apart."""
    paragraphs = (text or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _paragraphs(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(one, width) for one in text.split("\n\n"))


def _usage(command: Any, ctx: Any, said: Language) -> str:
    pieces = [ctx.command_path]
    pieces += [
        said.words(one.make_metavar(ctx))
        for one in command.get_params(ctx)
        if one.param_type_name == "argument"
    ]
    if hasattr(command, "list_commands"):
        pieces.append(said.words("VERB"))
    pieces.append(said.words("[OPTIONS]"))
    return f"{said.words('Usage:')} {' '.join(pieces)}"


def _verb(command: Any, name: str, said: Language) -> tuple[str, str]:
    return name, said.words(_cleaned(command.help).partition("\n\n")[0])


def _argument(one: Any, said: Language) -> tuple[str, str]:
    return said.words(one.human_readable_name), said.words(_cleaned(one.help))


def _option(one: Any, said: Language) -> tuple[str, str]:
    names = ", ".join([*one.opts, *one.secondary_opts])
    if one.name == "help":
        return names, said.words("Show this help.")
    value = "" if one.is_flag else f" {said.words(one.metavar or one.name.upper())}"
    return f"{names}{value}", said.words(_cleaned(one.help))


def _table(title: str, rows: list[tuple[str, str]], width: int) -> str:
    """Give names and what they mean in two columns; under each other when the terminal is narrow."""
    if not rows:
        return ""
    first = max(len(name) for name, _ in rows) + 2
    if width - first - _MARGIN < 30:
        first = 4
    lines = [f"{title}"]
    for name, meaning in rows:
        wrapped = textwrap.wrap(meaning, width - first - _MARGIN) or [""]
        if len(name) + 2 > first:
            lines += [f"  {name}", *(f"  {' ' * first}{line}" for line in wrapped)]
        else:
            lines += [f"  {name:<{first}}{wrapped[0]}", *(f"  {' ' * first}{line}" for line in wrapped[1:])]
    return "\n".join(line.rstrip() for line in lines)


_WORDS = (
    _("Verbs"),
    _("Arguments"),
    _("Options"),
    _("VERB"),
    _("[OPTIONS]"),
    _("Usage:"),
    _("Show this help."),
)
