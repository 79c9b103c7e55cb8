"""Mistakes in how the command was typed, said in the reader's language."""

import re
from typing import Any

import typer

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.nearest import nearest

# What typer raises for a command that cannot be understood; the class itself is not public.
_USAGE: type[BaseException] = typer.BadParameter.__mro__[2]
# Its sentences about values, which it has in English alone.
_NOT_VALID = re.compile(r"['\"](?P<value>.*)['\"] is not a valid (?P<kind>[\w ]+)\.", re.DOTALL)
_TOO_SMALL = re.compile(r"(?P<value>-?\d+) is not in the range x>=(?P<least>-?\d+)\.")
_EXTRA = "Got unexpected extra argument(s) ("


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
        return message(
            "the value given to “{name}” does not fit ({reason})",
            name=_name_of(parameter),
            reason=_misfit(str(getattr(error, "message", error))),
        )
    return _other(str(getattr(error, "message", error)), _verbs_near(getattr(error, "ctx", None)))


def _name_of(parameter: object) -> Message:
    """Give an argument by its name, which the catalogues know, and an option by its dashes."""
    if getattr(parameter, "param_type_name", "") == "option":
        return Message(str(max(getattr(parameter, "opts", [""]), key=len)))
    return Message(str(getattr(parameter, "human_readable_name", "")))


def _misfit(text: str) -> Message:
    """Give why a value does not fit: the only typed options are whole numbers, some with a least one."""
    kind = _NOT_VALID.fullmatch(text)
    if kind is not None and kind["kind"] in {"int", "integer", "integer range", "int range"}:
        return message("“{value}” is not a whole number", value=kind["value"])
    small = _TOO_SMALL.fullmatch(text)
    if small is not None:
        return message("{value} is less than {least}", value=small["value"], least=small["least"])
    return message("{reason}", reason=text)


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
    if text.startswith(_EXTRA):
        words = text.removeprefix(_EXTRA).removesuffix(")")
        return messages(
            "there is one word too many: “{words}”",
            "there are {n} words too many: “{words}”",
            len(words.split()),
            words=words,
        )
    if text.endswith("does not take a value."):
        return message("the option “{option}” takes no value", option=word)
    if "requires an argument" in text:
        return message("the option “{option}” needs a value", option=word)
    return message("the command cannot be understood ({reason})", reason=text)
