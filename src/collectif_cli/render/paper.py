"""The paper of a vote before it is printed: its code, its questions, what may be marked on it."""

from collections.abc import Sequence
from typing import Any

from collectif_cli.model.message import message, messages
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import flat
from collectif_cli.voting.keys import FORMS, Key
from collectif_cli.voting.words import method


def paper_text(
    vote: Vote, rule: DecisionRule, keys: Sequence[Sequence[Key]], code: str, language: Language
) -> str:
    """Give the paper for a person: a box before each answer, the grades where there are some."""
    named = language.say(method(rule.method.value))
    lines = [flat(vote.title.value), named, language.say(message("code {code}", code=code))]
    grades = " · ".join(flat(grade.value) for grade in rule.grades)
    for question, answers in zip(_questions(vote), keys, strict=True):
        lines += ["", flat(question.title.value), *([f"  {grades}"] if grades else [])]
        if rule.most_names is not None:
            most = messages("{n} name at the most", "{n} names at the most", rule.most_names.value)
            lines.append(f"  {language.say(most)}")
        lines += [f"  [ ] {flat(key.title)}" for key in answers]
    return "\n".join(lines) + "\n"


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
