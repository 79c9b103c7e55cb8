"""From counts published elsewhere to the counts of a vote, or why they are not those of this vote."""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.imported import Imported, Tallied
from collectif_cli.model.message import message
from collectif_cli.model.vote import Question
from collectif_cli.voting.hands import ballots_needed
from collectif_cli.voting.matching import Asked
from collectif_cli.voting.naming import Names

_ABSTAIN = "abstain"


class QuestionFitted(NamedTuple):
    """The numbers of a question, as ``counts.yaml`` holds them; ``blank`` is None where it is unknown.

    Where the votes were cast by a machine none is invalid, and whoever abstains does it by an answer.
    """

    question: str
    options: tuple[tuple[str, int], ...]
    blank: int | None = None
    abstain: int = 0
    invalid: int = 0


class CountsFitted(NamedTuple):
    """The numbers of all questions, or the ``faults``; ``cast`` is None where the file does not tell it."""

    questions: tuple[QuestionFitted, ...] = ()
    cast: int | None = None
    faults: tuple[Finding, ...] = ()


def fit_counts(imported: Imported, asked: Asked) -> CountsFitted:
    """Give the counts under the ids of the vote."""
    needed = ballots_needed(asked.method, imported.span)
    if needed is not None:
        return CountsFitted(faults=(needed,))
    faults: list[Finding] = []
    pairs, found = _paired(imported, asked)
    faults += found
    fitted = []
    for question, tallied in pairs:
        one, found = _fitted(question, tallied, asked)
        fitted.append(one)
        faults += found
    cast = {sum(one.counts) + (one.blank or 0) for one in imported.tallies if one.single}
    if len(cast) > 1:
        said = message("the questions of this file were not answered by as many people each")
        faults.append(Finding(imported.span, said, message("fetch the file again")))
    if faults:
        return CountsFitted(faults=tuple(faults))
    return CountsFitted(tuple(fitted), cast.pop() if cast else None)


def _paired(imported: Imported, asked: Asked) -> tuple[list[tuple[Question, Tallied]], list[Finding]]:
    """Give each question of the vote with its count: the only one, or the one of the same title."""
    if len(asked.questions) == len(imported.tallies) == 1:
        return [(asked.questions[0], imported.tallies[0])], []
    names = Names((name, one.id.value) for one in asked.questions for name in (one.id.value, one.title.value))
    found: dict[str, Tallied] = {}
    faults: list[Finding] = []
    for tallied in imported.tallies:
        id = names.find(tallied.title.value)
        if id is None or id in found:
            near = names.near(tallied.title.value)
            said = message("“{name}” is no question of this vote", name=tallied.title.value)
            hint = message("did you mean “{near}”?", near=near) if near and id is None else None
            faults.append(Finding(tallied.title.span, said, hint))
        else:
            found[id] = tallied
    for question in asked.questions:
        if question.id.value not in found:
            said = message("nothing is counted for the question “{question}”", question=question.id.value)
            faults.append(Finding(imported.span, said))
    return [(one, found[one.id.value]) for one in asked.questions if one.id.value in found], faults


def _fitted(question: Question, tallied: Tallied, asked: Asked) -> tuple[QuestionFitted, list[Finding]]:
    names = Names(asked.names(question))
    counts: dict[str, int] = {}
    faults: list[Finding] = []
    for answer, number in zip(tallied.answers, tallied.counts, strict=True):
        option = names.find(answer.value)
        if option is None or option in counts:
            near = names.near(answer.value) if option is None else None
            said = message("“{name}” is nothing that this vote asks", name=answer.value)
            hint = (
                message("did you mean “{near}”? if so, mend the name, or use “--option”", near=near)
                if near
                else message("say which option it is with “--option”, such as “yes: Answer 1”")
            )
            faults.append(Finding(answer.span, said, hint))
        else:
            counts[option] = number
    options = asked.method.options(question)
    faults += _missing(question, tallied, tuple(one for one in options if one not in counts))
    blank = tallied.blank if tallied.blank is not None or not tallied.single else 0
    numbers = tuple((one, counts.get(one, 0)) for one in options)
    return QuestionFitted(question.id.value, numbers, blank, counts.get(_ABSTAIN, 0)), faults


def _missing(question: Question, tallied: Tallied, options: tuple[str, ...]) -> Iterator[Finding]:
    titles = {option.id.value: option.title.value for option in question.options}
    for option in options:
        said = message(
            "nothing in this file is about “{title}” ({id})", title=titles.get(option, option), id=option
        )
        yield Finding(tallied.title.span, said)
