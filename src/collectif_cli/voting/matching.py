"""Which column of a file made elsewhere is which option of a vote, by its name and never by its place."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.imported import Imported
from collectif_cli.model.message import message
from collectif_cli.model.nearest import nearest
from collectif_cli.model.source import Located
from collectif_cli.model.spelling import same_name
from collectif_cli.model.vote import DecisionRule, Question
from collectif_cli.voting.method import Method
from collectif_cli.voting.naming import Names, answers


class Asked(NamedTuple):
    """What a vote asks, and how its answers may be called.

    ``titles`` are those of the answers that a method offers by itself, a mapping a language; ``also`` pairs
    the id of an answer with what the file calls it; ``without`` names columns of the file to leave aside.
    """

    questions: tuple[Question, ...]
    rule: DecisionRule
    method: Method
    titles: tuple[Mapping[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of ``ballots.csv``, for all questions."""
        return tuple(one for question in self.questions for one in self.method.columns(question, self.rule))

    def names(self, question: Question) -> list[tuple[str, str]]:
        """Give the names of the answers to a question, with their ids."""
        return answers(question, self.rule.method.value, self.titles, self.also)


def unused(imported: Imported, asked: Asked) -> Iterator[Finding]:
    """Yield the names, said of the file or of the vote, that are in neither: a slip would pass unseen."""
    ids = [key for question in asked.questions for _, key in asked.names(question)]
    written = Names((name, name) for name in _names_in(imported)) if asked.also else Names(())
    for id, name in asked.also:
        if id not in ids:
            near = nearest(id, tuple(dict.fromkeys(ids)))
            hint = message("did you mean “{near}”?", near=near) if near else None
            yield Finding(imported.span, message("“{id}” is no option of this vote", id=id), hint)
        elif written.find(name) is None:
            yield _absent(name, written, imported)
    titles = Names((column.value, column.value) for column in imported.columns)
    for name in asked.without:
        if titles.find(name) is None:
            yield _absent(name, titles, imported)


def _names_in(imported: Imported) -> Iterator[str]:
    """Yield all that a file calls something: its columns, the cells of its ballots, the answers it counts."""
    for column in imported.columns:
        name = column.value
        yield from (name, name.partition(".")[2], name.rpartition("[")[2].removesuffix("]"))
    yield from (answer.value for tallied in imported.tallies for answer in tallied.answers)
    if imported.form == "cells":
        yield from {cell for paper in imported.papers for cell in paper.cells}


def _absent(name: str, names: Names, imported: Imported) -> Finding:
    near = names.near(name)
    hint = message("did you mean “{near}”?", near=near) if near else None
    return Finding(imported.span, message("nothing is called “{name}” in this file", name=name), hint)


def by_options(imported: Imported, asked: Asked) -> tuple[list[int], list[Finding]]:
    """Give the place in the file of each column of the vote, where the columns of the file are options."""
    question = asked.questions[0]
    names = Names(asked.names(question))
    ids = [option.id.value for option in question.options]
    titles = {option.id.value: option.title.value for option in question.options}
    found: dict[str, int] = {}
    faults: list[Finding] = []
    for place, column in enumerate(imported.columns):
        option = names.find(column.value)
        if option is None:
            faults.append(_unknown(column, names, asked))
        elif option in found:
            faults.append(_twice(column, imported.columns[found[option]]))
        else:
            found[option] = place
    faults += [_missing(titles[id], id, imported) for id in ids if id not in found]
    return [found.get(id, 0) for id in ids], faults


def by_titles(imported: Imported, asked: Asked) -> tuple[list[int], list[Finding]]:
    """Give the same where the columns have the titles that somebody gave them."""
    pairs = list(_titles(asked))
    names = Names(pairs)
    aside = {same_name(one) for one in asked.without}
    found: dict[str, int] = {}
    faults: list[Finding] = []
    for place, column in enumerate(imported.columns):
        meant = names.find(column.value) if same_name(column.value) not in aside else None
        if meant is None:
            faults += (
                []
                if same_name(column.value) in aside or not column.value
                else [_unknown(column, names, asked)]
            )
        elif meant in found:
            faults.append(_twice(column, imported.columns[found[meant]]))
        else:
            found[meant] = place
    shown = {meant: name for name, meant in reversed(pairs)}
    faults += [_missing(shown[one], one, imported) for one in asked.columns if one not in found]
    return [found.get(one, 0) for one in asked.columns], faults


def _titles(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield what the column of each answer may be called, with its title in ``ballots.csv``."""
    for question in asked.questions:
        columns = asked.method.columns(question, asked.rule)
        if columns == (question.id.value,):
            yield from ((question.id.value, columns[0]), (question.title.value, columns[0]))
            continue
        for name, option in asked.names(question):
            column = f"{question.id.value}.{option}"
            if column in columns:
                yield name, column
                yield f"{question.title.value} [{name}]", column  # as survey tools do
                yield f"{question.id.value}.{name}", column


def _unknown(column: Located[str], names: Names, asked: Asked) -> Finding:
    near = names.near(column.value)
    said = message("“{name}” is nothing that this vote asks", name=column.value)
    if near:
        hint = message("did you mean “{near}”? if so, mend the name, or use “--option”", near=near)
    else:
        hint = message("say which option it is with “--option”, or leave a column out with “--without”")
    return Finding(column.span, said, hint)


def _twice(column: Located[str], first: Located[str]) -> Finding:
    said = message("“{name}” and “{first}” are the same option", name=column.value, first=first.value)
    return Finding(column.span, said, message("keep one of the two"))


def _missing(title: str, id: str, imported: Imported) -> Finding:
    """Say that nothing in the file is about an option, with the nearest name that there is."""
    near = Names((column.value, column.value) for column in imported.columns).near(title)
    said = message("nothing in this file is about “{title}” ({id})", title=title, id=id)
    return Finding(imported.span, said, message("is it “{near}”?", near=near) if near else None)
