"""Mistakes in how the command was typed, said in the reader's language."""

from typing import Any

import typer

from collectif_cli.model.message import Message, message
from collectif_cli.model.nearest import nearest

# What typer raises for a command that cannot be understood; the class itself is not public.
_USAGE: type[BaseException] = typer.BadParameter.__mro__[2]


def is_usage_error(error: BaseException) -> bool:
    """Tell whether the trouble is in the command as it was typed."""
    return isinstance(error, _USAGE)


def explain_usage(error: BaseException) -> tuple[Message, Message]:
    """Give what is wrong with the command, and where its help is."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "collectif"
    return _sentence(error), message("see “{command} --help”", command=path)


def _sentence(error: BaseException) -> Message:
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    if kind == "NoSuchOption":
        option = str(getattr(error, "option_name", ""))
        near = nearest(option, getattr(error, "possibilities", None) or ())
        if near:
            return message("unknown option “{option}”; did you mean “{near}”?", option=option, near=near)
        return message("unknown option “{option}”", option=option)
    if kind == "MissingParameter" and parameter is not None:
        return message("“{name}” is missing", name=_name_of(parameter))
    if kind == "BadParameter" and parameter is not None:
        value = message(
            "the value given to “{name}” does not fit ({reason})", name=_name_of(parameter), reason=str(error)
        )
        return value
    return _other(str(getattr(error, "message", error)), _verbs_near(getattr(error, "ctx", None)))


def _name_of(parameter: object) -> str:
    """Give an argument by its name and an option by its dashes."""
    if getattr(parameter, "param_type_name", "") == "option":
        return str(max(getattr(parameter, "opts", [""]), key=len))
    return str(getattr(parameter, "human_readable_name", ""))


def _verbs_near(ctx: Any) -> tuple[str, ...]:
    """Give the verbs that could have stood there."""
    return (
        tuple(ctx.command.list_commands(ctx))
        if hasattr(getattr(ctx, "command", None), "list_commands")
        else ()
    )


def _other(text: str, verbs: tuple[str, ...]) -> Message:
    """Give the rarer mistakes, told by typer's own words."""
    word = text.partition("'")[2].partition("'")[0]
    if text.startswith("No such command"):
        near = nearest(word, verbs)
        if near:
            return message("unknown verb “{verb}”; did you mean “{near}”?", verb=word, near=near)
        return message("unknown verb “{verb}”", verb=word)
    if text.startswith("Missing command"):
        return message("a verb is missing")
    if text.startswith("Got unexpected extra argument"):
        return message(
            "there is one word too many: “{words}”", words=text.partition("(")[2].rpartition(")")[0]
        )
    if "requires an argument" in text:
        return message("the option “{option}” needs a value", option=word)
    return message("the command cannot be understood ({reason})", reason=text)
