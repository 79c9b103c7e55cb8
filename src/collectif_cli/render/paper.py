"""The paper of a vote before it is printed: its code, its questions, what may be marked on it."""

from collections.abc import Sequence
from typing import Any

from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import flat, wrapped
from collectif_cli.voting.keys import FORMS, Key
from collectif_cli.voting.words import method

# What may be marked, where no number of the rule tells it.
_HOW: dict[str, Message] = {
    "choice": message("one answer"),
    "marks": message("as many answers as you like"),
    "ranks": message("a rank for each, 1 being the first choice"),
}


def paper_text(
    vote: Vote,
    rule: DecisionRule,
    keys: Sequence[Sequence[Key]],
    code: str,
    language: Language,
    width: int,
) -> str:
    """Give the paper for a person, in ``width`` columns: how it is filled in, a box before each answer."""
    named = language.say(method(rule.method.value))
    lines = [*wrapped(flat(vote.title.value), width), named, language.say(message("code {code}", code=code))]
    how = _how(rule)
    for question, answers in zip(_questions(vote), keys, strict=True):
        lines += ["", *wrapped(flat(question.title.value), width)]
        lines += wrapped(language.say(how), width, "  ", "  ") if how else []
        for key in answers:
            lines += wrapped(flat(key.title), width, "  [ ] ", "      ")
    return "\n".join(lines) + "\n"


def _how(rule: DecisionRule) -> Message | None:
    """Say what may be marked, with the scale or the numbers of the rule."""
    points, most = rule.points, rule.most_on_one
    if rule.grades:
        grades = " · ".join(flat(grade.value) for grade in rule.grades)
        return message("one grade for each, from the worst to the best: {grades}", grades=grades)
    if rule.most_names is not None:
        return messages("{n} name at the most", "{n} names at the most", rule.most_names.value)
    if rule.method.value == "dots" and points is not None:
        said = messages("{n} dot to share out", "{n} dots to share out", points.value)
        if most is None:
            return said
        return message("{dots}, at most {most} on the same one", dots=said, most=most.value)
    if rule.method.value == "score" and points is not None:
        return message("for each, a whole number from 0 (the worst) to {best} (the best)", best=points.value)
    return _HOW.get(FORMS.get(rule.method.value, ""))


def paper_json(vote: Vote, rule: DecisionRule, keys: Sequence[Sequence[Key]], code: str) -> str:
    """Give the same for whoever prints it."""
    given: dict[str, Any] = {
        "version": 1,
        "vote": vote.id,
        "code": code,
        "frozen": vote.frozen.digest.value if vote.frozen else None,
        "title": vote.title.value,
        "method": rule.method.value,
        "form": FORMS.get(rule.method.value, "cells"),
        "grades": [grade.value for grade in rule.grades],
        "points": rule.points.value if rule.points else None,
        "most_names": rule.most_names.value if rule.most_names else None,
        "most_on_one": rule.most_on_one.value if rule.most_on_one else None,
        "questions": [
            {
                "id": question.id.value,
                "title": question.title.value,
                "on": [on.value for on in question.on],
                "answers": [{"id": key.option, "title": key.title} for key in answers],
            }
            for question, answers in zip(_questions(vote), keys, strict=True)
        ],
    }
    return for_programs(given)


def _questions(vote: Vote) -> tuple[Question, ...]:
    return (vote.frozen.questions if vote.frozen else ()) or vote.questions
