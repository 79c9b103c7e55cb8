"""What a person who enters ballots is told: the keys, and what was understood of a line."""

from collections.abc import Sequence

from collectif_cli.model.message import Message, message
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import Screen, flat, paragraph
from collectif_cli.voting.cells import UNREADABLE
from collectif_cli.voting.keys import NEXT, Key, Typing
from collectif_cli.voting.names_written import UNLISTED

_HOW: dict[str, Message] = {
    "choice": message("One line a paper: the key of the choice; several crosses are joined by “+”."),
    "marks": message("One line a paper: the numbers of the options that are marked, such as 13."),
    "names": message(
        "One line a paper: the numbers of those who are named, and * for a name that is not on the list."
    ),
    "grades": message(
        "One line a paper: for each option in order, the number of its grade, such as {example}."
    ),
    "points": message("One line a paper: for each option in order, its points, with a space between them."),
    "ranks": message(
        "One line a paper: the options from the first on, such as 213; “=” for equal ranks: 2 1=3."
    ),
    "cells": message("One line a paper: what is written in each column, with “;” between them."),
}


def help_text(typing: Typing, language: Language, screen: Screen) -> str:
    """Give what to type for each question, and the commands."""
    lines = [language.say(_HOW[typing.form]._replace(values=(("example", _example(typing)),)))]
    for question, keys in zip(typing.questions, typing.keys, strict=True):
        lines += ["", flat(question.title.value), *(f"  {_key(key, language)}" for key in keys)]
    if typing.form == "grades":
        grades = enumerate(typing.rule.grades, start=1)
        lines += ["", "  " + " · ".join(f"{number} {flat(grade.value)}" for number, grade in grades)]
    if len(typing.questions) > 1 and typing.form not in {"choice", "cells"}:
        several = message(
            "{sign} between the answers to two questions: {example}", sign=NEXT, example=f"12 {NEXT} 3"
        )
        lines += ["", f"  {language.say(several)}"]
    if typing.form == "cells":
        lines += ["", "  " + ";".join(column for group in typing.columns for column in group)]
    commands = (
        message(". nothing on the paper (between others: nothing for that one)"),
        message("x something that cannot count"),
        message("/u takes the last one away · /12 goes to the paper no. 12"),
        message("/q stops; what is typed is kept · /? says this again"),
    )
    lines += ["", *(f"  {language.say(one)}" for one in commands), ""]
    return "".join(paragraph(one, screen, then="  ") for one in lines)


def _example(typing: Typing) -> str:
    """Give a line of grades that this very paper takes: the best, then the ones below it in turn."""
    grades = len(typing.rule.grades)
    places = range(len(typing.questions[0].options) if grades else 0)
    return ("" if grades < 10 else " ").join(str(grades - place % grades) for place in places)


def cells_text(cells: Sequence[str], typing: Typing, language: Language) -> str:
    """Give what a line was understood as, question by question."""
    rest, parts = list(cells), []
    for columns, keys in zip(typing.columns, typing.keys, strict=True):
        mine, rest = rest[: len(columns)], rest[len(columns) :]
        parts.append(_answer(mine, typing.form, keys, language))
    return " | ".join(parts)


def _key(key: Key, language: Language) -> str:
    letter = f"{key.letter}, " if key.letter else ""
    return f"{letter}{key.number}  {flat(key.title)}"


def _answer(cells: Sequence[str], form: str, keys: Sequence[Key], language: Language) -> str:
    if not any(cells):
        return language.say(message("blank"))
    if set(cells) == {UNREADABLE}:
        return _named(UNREADABLE, {}, language)
    titles = {key.option: flat(key.title) for key in keys}
    if form == "choice":
        return " + ".join(_named(word, titles, language) for word in cells[0].split(" "))
    if form == "names" and UNREADABLE not in cells:
        written = zip([*titles.values(), UNLISTED], cells, strict=True)
        return " · ".join(name if cell == "1" else f"{name} × {cell}" for name, cell in written if cell)
    if form == "cells" or len(cells) != len(keys):
        return " · ".join(cell or "–" for cell in cells)
    pairs = zip(keys, cells, strict=True)
    return " · ".join(f"{titles[key.option]} {_named(cell, {}, language) or '–'}" for key, cell in pairs)


def _named(word: str, titles: dict[str, str], language: Language) -> str:
    return language.say(message("cannot count")) if word == UNREADABLE else titles.get(word, word)
