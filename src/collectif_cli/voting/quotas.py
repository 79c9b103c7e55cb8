"""Places kept for women and for men, or for parts of the people; who may take them, and who declined.

``women`` and ``men`` of a rule say how many of each are chosen (``sex`` of the options), ``strata`` how many
of each part (``stratum``); else ``seats`` says how many of all. Whoever is chosen may decline: that is
written afterwards in ``rounds.yaml``, as a move ``decline`` of a round ``acceptance``; ``declined`` of the
rule says whether the next one comes up.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.nearest import nearest
from collectif_cli.model.noun import replace
from collectif_cli.model.source import Located
from collectif_cli.model.vote import DecisionRule, Option, Question, Vote
from collectif_cli.voting.method import Method, Poll
from collectif_cli.voting.objections import is_about, unplaced
from collectif_cli.voting.outcome import Outcome, Verdict

WOMEN, MEN = "women", "men"
_SEX = {WOMEN: "F", MEN: "M"}


class Quota(NamedTuple):
    """So many places for those options; named ``women``, ``men``, by its stratum, or by nothing for all."""

    name: str
    places: int
    options: tuple[str, ...]


def quotas_of(rule: DecisionRule, listed: Sequence[Option]) -> tuple[Quota, ...]:
    """Give the quotas of a rule among the options, in the order in which the rule may declare them."""
    found = [
        Quota(name, said.value, _ids(one for one in listed if _value(one.sex) == _SEX[name]))
        for name, said in ((WOMEN, rule.women), (MEN, rule.men))
        if said is not None
    ]
    for name, places in rule.strata:
        mine = _ids(one for one in listed if _value(one.stratum) == name.value)
        found.append(Quota(name.value, places.value, mine))
    if not found and rule.seats is not None:
        found.append(Quota("", rule.seats.value, _ids(listed)))
    return tuple(found)


def needed_quotas(rule: DecisionRule) -> tuple[str, ...]:
    """Give what the rule must still say of places: both sexes where it names one, ``seats`` where nothing."""
    if rule.women is None and rule.men is None:
        return () if rule.strata else ("seats",)
    return WOMEN, MEN


def quota_faults(rule: DecisionRule, questions: Iterable[Question], method: Method) -> Iterator[Finding]:
    """Yield what keeps the places from being filled as the rule says."""
    if WOMEN not in method.follows:
        return
    sexes, strata = rule.women or rule.men, rule.strata[0].name if rule.strata else None
    if sexes is not None and strata is not None:
        hint = message("keep “strata” alone, and name them after both, such as north-women and north-men")
        yield Finding(strata.span, message("places are kept for each sex and for strata at once"), hint)
        return
    quotas = [one for question in questions for one in quotas_of(rule, question.options)]
    asked = sum(one.places for one in quotas_of(rule, ()))
    if rule.seats is not None and (sexes or strata) and rule.seats.value != asked:
        said = message(
            "{seats} are chosen in all, and places are kept for {kept}", seats=rule.seats.value, kept=asked
        )
        yield Finding(rule.seats.span, said, message("correct “seats”, or leave it out"))
    for one in quotas if not method.reads else ():
        if len(one.options) < one.places:
            said = messages(
                "{n} person is listed where {places} are drawn ({group})",
                "{n} people are listed where {places} are drawn ({group})",
                len(one.options),
                places=one.places,
                group=one.name or "seats",
            )
            yield Finding(rule.span, said, message("list more options, or keep fewer places"))
    if any(one.places < 0 for one in quotas) or (quotas and not any(one.places for one in quotas)):
        yield Finding(
            rule.span, message("at least one is chosen"), message("correct the places of this rule")
        )
    names = {one.name for one in quotas}
    for question in questions:
        for option in question.options:
            if sexes is not None and option.sex is None:
                said = message(
                    "nothing says whether “{option}” is a woman or a man", option=option.title.value
                )
                yield Finding(option.id.span, said, message("add “sex”: F or M"))
            elif strata is not None and _value(option.stratum) not in names:
                said = message("“{option}” is of none of the strata of the rule", option=option.title.value)
                yield Finding(
                    option.id.span, said, message("add “stratum”: {words}", words=tuple(sorted(names)))
                )


def chosen_of(names: tuple[str, ...]) -> Outcome:
    """Give the outcome for those who take the places; nobody does where all who could have declined."""
    return Outcome(Verdict.ELECTED, names) if names else Outcome(Verdict.UNDECIDED, because="all-declined")


def declined_by(vote: Vote, question: Question, alone: bool) -> tuple[Located[str], ...]:
    """Give who declined what a question is about, as ``rounds.yaml`` says: the ids of options.

    ``alone`` tells that the vote asks nothing else, so that a round need not say which question it is about.
    """
    return tuple(
        move.name
        for one in (vote.rounds.rounds if vote.rounds else ())
        if one.kind.value == "acceptance" and is_about(one, question, alone)
        for move in one.moves
        if move.kind.value == "decline" and move.name is not None
    )


def declined_faults(
    vote: Vote, questions: Sequence[Question], rule: DecisionRule, method: Method
) -> Iterator[Finding]:
    """Yield the rounds about no question, and the names of ``rounds.yaml`` that nobody bears."""
    if "declined" not in method.follows or vote.rounds is None:
        return
    yield from unplaced(vote.rounds, tuple(questions))
    for question in questions:
        known = [option.id.value for option in question.options]
        for name in declined_by(vote, question, len(questions) == 1):
            if name.value not in known:
                near = nearest(name.value, known)
                hint = message("did you mean “{near}”?", near=near) if near else None
                yield Finding(name.span, message("“{cell}” is none of the options", cell=name.value), hint)


def with_people(vote: Vote, questions: Sequence[Question], polls: Sequence[Poll]) -> tuple[Poll, ...]:
    """Give the polls with what the vote says of its options, and who declined."""
    found = []
    for question, poll in zip(questions, polls, strict=True):
        said = {one.value for one in declined_by(vote, question, len(questions) == 1)}
        declined = tuple(option for option in poll.options if option in said)
        found.append(replace(poll, listed=question.options, declined=declined))
    return tuple(found)


def _ids(options: Iterable[Option]) -> tuple[str, ...]:
    return tuple(option.id.value for option in options)


def _value(said: Located[str] | None) -> str:
    return "" if said is None else said.value
