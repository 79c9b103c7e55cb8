"""The paper of a vote before it is printed: its code, its questions, what may be marked on it."""

from typing import Any, NamedTuple

from collectif_cli.errors import Refused
from collectif_cli.model.collective import Collective
from collectif_cli.model.message import Message, message, messages
from collectif_cli.model.vote import DecisionRule, Question, Vote
from collectif_cli.render.for_programs import for_programs
from collectif_cli.render.language import Language
from collectif_cli.render.terminal import flat, wrapped
from collectif_cli.voting.all_methods import METHODS
from collectif_cli.voting.declared import no_rule, rule_of
from collectif_cli.voting.keys import FORMS, Key, keys_of
from collectif_cli.voting.short_code import vote_code
from collectif_cli.voting.tally import questions_of
from collectif_cli.voting.words import method

# What a method offers by itself on a question that lists no options.
_OFFERED: dict[str, Message] = {
    "for": message("For"),
    "against": message("Against"),
    "abstain": message("Abstention"),
    "consent": message("Consent"),
    "concern": message("Concern"),
    "objection": message("Objection"),
}

# What may be marked, where no number of the rule tells it.
_HOW: dict[str, Message] = {
    "choice": message("one answer"),
    "marks": message("as many answers as you like"),
    "ranks": message("a rank for each, 1 being the first choice"),
}


class Paper(NamedTuple):
    """The paper of an open vote: how it is counted, its code, and each question with its answers."""

    vote: Vote
    rule: DecisionRule
    code: str
    questions: tuple[tuple[Question, tuple[Key, ...]], ...]

    @property
    def form(self) -> str:
        """What is marked on it, by the words of ``voting.keys``."""
        return FORMS.get(self.rule.method.value, "cells")


def titles_in(said: Language) -> dict[str, str]:
    """Give the titles of the answers that methods offer by themselves."""
    return {word: said.say(title) for word, title in _OFFERED.items()}


def paper_of(vote: Vote, collective: Collective, language: Language) -> Paper:
    """Give the paper of a vote, in the language of its texts.

    Raises Refused when the vote is not open, has no rule, or reads no ballots.
    """
    rule = rule_of(vote, collective)
    if rule is None:
        finding = no_rule(vote, collective)
        raise Refused(finding.message, finding.hint)
    if vote.frozen is None:
        raise Refused(
            message("“{vote}” is not open: its paper could still change", vote=vote.id),
            message("“collectif vote open {vote}” opens it", vote=vote.id),
        )
    name = rule.method.value
    if name in METHODS and not METHODS[name].reads:
        raise Refused(message("the method “{method}” reads no ballots", method=name))
    titles = titles_in(language)
    questions = tuple((one, keys_of(one, name, titles)) for one in questions_of(vote))
    return Paper(vote, rule, vote_code(vote.frozen.digest.value), questions)


def paper_text(paper: Paper, language: Language, width: int) -> str:
    """Give the paper for a person, in ``width`` columns: how it is filled in, a box before each answer."""
    vote, rule = paper.vote, paper.rule
    named = language.say(method(rule.method.value))
    lines = [*wrapped(flat(vote.title.value), width), named]
    lines.append(language.say(message("code {code}", code=paper.code)))
    how = how_to_fill(rule)
    for question, answers in paper.questions:
        lines += ["", *wrapped(flat(question.title.value), width)]
        lines += wrapped(language.say(how), width, "  ", "  ") if how else []
        for key in answers:
            lines += wrapped(flat(key.title), width, "  [ ] ", "      ")
    return "\n".join(lines) + "\n"


def how_to_fill(rule: DecisionRule) -> Message | None:
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


def paper_json(paper: Paper) -> str:
    """Give the same for whoever prints it."""
    vote, rule = paper.vote, paper.rule
    given: dict[str, Any] = {
        "version": 1,
        "vote": vote.id,
        "code": paper.code,
        "frozen": vote.frozen.digest.value if vote.frozen else None,
        "title": vote.title.value,
        "method": rule.method.value,
        "form": paper.form,
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
            for question, answers in paper.questions
        ],
    }
    return for_programs(given)
