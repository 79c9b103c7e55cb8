"""From the counts of a show of hands to the poll of a question, or why they do not add up."""

from collections.abc import Container, Iterator

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.noun import replace
from collectif_cli.model.source import Span
from collectif_cli.model.vote import Counts, DecisionRule, Question, QuestionCount, Vote
from collectif_cli.voting.electorate import Voters, figures_of
from collectif_cli.voting.method import Mark, Method, Poll
from collectif_cli.voting.outcome import Figures


def ballots_needed(method: Method, counts: Span) -> Finding | None:
    """Give that a method cannot count from numbers alone, at the place of those; None when it can."""
    if {"counts", "sums"}.isdisjoint(method.reads):
        return Finding(counts, message("this method needs the ballots themselves, and there are only counts"))
    return None


def poll_of_counts(
    vote: Vote, counts: Counts, question: Question, rule: DecisionRule, method: Method, voters: Voters
) -> tuple[Poll | None, tuple[Finding, ...]]:
    """Give the poll, or None and what forbids making one."""
    count = next((one for one in counts.questions if one.question.value == question.id.value), None)
    if count is None:
        said = message("nothing is counted for the question “{question}”", question=question.id.value)
        return None, (Finding(counts.span, said),)
    if "sums" in method.reads:
        return _poll_of_sums(vote, counts, count, question, rule, method, voters)
    marks, abstentions, faults = _options(count, question, rule, method)
    unexpressed, more = _unexpressed(counts, count, sum(marks.values()), abstentions)
    faults = [*faults, *more]
    if faults:
        return None, tuple(faults)
    figures = Figures(
        registered=voters.registered,
        present=voters.present,
        represented=voters.represented,
        expressed=sum(marks.values()),
        **unexpressed,
    )
    too_few = tuple(_expected(vote, counts, figures))
    poll = Poll(
        question=question.id.value,
        options=method.options(question),
        marks=tuple(sorted((mark, number) for mark, number in marks.items() if number)),
        figures=figures,
    )
    return (None if too_few else poll), too_few


def _poll_of_sums(
    vote: Vote,
    counts: Counts,
    count: QuestionCount,
    question: Question,
    rule: DecisionRule,
    method: Method,
    voters: Voters,
) -> tuple[Poll | None, tuple[Finding, ...]]:
    """Give the poll where a voter may name several options: their numbers do not add up to the voters."""
    given = {one.option.value: one.count.value for one in count.options}
    faults = list(_missing_options(given, count, question, method))
    for one in count.options:
        if one.option.value not in method.options(question):
            said = message("“{cell}” is none of the options", cell=one.option.value)
            faults.append(Finding(one.option.span, said))
    cast = counts.cast.value if counts.cast else None
    apart = {
        name: one.value if one else None for name, one in (("blank", count.blank), ("invalid", count.invalid))
    }
    unexpressed = sum(number or 0 for number in apart.values())
    if cast is not None:
        faults += _more_than_could_be(count, rule, cast - unexpressed)
    known = cast is not None and None not in apart.values()
    figures = replace(
        figures_of(voters), cast=cast, **apart, expressed=(cast or 0) - unexpressed if known else None
    )
    faults += _expected(vote, counts, figures)
    poll = Poll(
        question=question.id.value,
        options=method.options(question),
        marks=tuple(sorted((((option, 1),), number) for option, number in given.items() if number)),
        figures=figures,
        by_hand=True,
    )
    return (None if faults else poll), tuple(faults)


def _more_than_could_be(count: QuestionCount, rule: DecisionRule, voters: int) -> Iterator[Finding]:
    """Yield the numbers that so many people, with what the rule gives each, could not have made."""
    hint = message("count again, or correct “cast”")
    if voters < 0:
        said = message("more are blank or set aside than voted")
        yield Finding(count.question.span, said, hint)
        return
    given = [one.value for one in (rule.points, rule.most_on_one) if one is not None]
    for one in count.options:
        if one.count.value > voters * min(given, default=1):
            said = message("“{option}” has more than all who voted could give", option=one.option.value)
            yield Finding(one.count.span, said, hint)
    total = sum(one.count.value for one in count.options)
    if rule.points is not None and total > voters * rule.points.value:
        said = messages(
            "the options have {n} point in all, where {most} could be given",
            "the options have {n} points in all, where {most} could be given",
            total,
            most=voters * rule.points.value,
        )
        yield Finding(count.question.span, said, hint)
    if rule.most_names is not None and total > voters * rule.most_names.value:
        said = messages(
            "{n} name is counted in all, where {most} could be written",
            "{n} names are counted in all, where {most} could be written",
            total,
            most=voters * rule.most_names.value,
        )
        yield Finding(count.question.span, said, hint)


def _missing_options(
    given: Container[str], count: QuestionCount, question: Question, method: Method
) -> Iterator[Finding]:
    for option in method.options(question):
        if option not in given:
            hint = message("write 0 if nobody chose it")
            said = message("nothing says how many chose “{option}”", option=option)
            yield Finding(count.question.span, said, hint)


def _options(
    count: QuestionCount, question: Question, rule: DecisionRule, method: Method
) -> tuple[dict[Mark, int], int | None, list[Finding]]:
    """Give the number of each mark, and of the abstentions where they stand among the options."""
    marks: dict[Mark, int] = {}
    abstentions: int | None = None
    faults: list[Finding] = []
    for one in count.options:
        reading = method.read(question, rule, (one.option.value,) * len(method.columns(question, rule)))
        if reading.abstains and abstentions is None and count.abstain is None:
            abstentions = one.count.value
        elif reading.abstains or reading.mark in marks:
            faults.append(
                Finding(one.option.span, message("“{option}” is counted twice", option=one.option.value))
            )
        elif reading.refusal is not None:
            faults.append(Finding(one.option.span, reading.refusal.message))
        else:
            marks[reading.mark] = one.count.value
    faults.extend(_missing_options({mark[0][0] for mark in marks if mark}, count, question, method))
    return marks, abstentions, faults


def _unexpressed(
    counts: Counts, count: QuestionCount, expressed: int, abstentions: int | None
) -> tuple[dict[str, int | None], list[Finding]]:
    """Give ``cast``, ``blank``, ``abstain``, ``invalid``: as written, or as the others leave no choice."""
    written = {"blank": count.blank, "abstain": count.abstain, "invalid": count.invalid}
    known: dict[str, int | None] = {name: one.value if one else None for name, one in written.items()}
    if abstentions is not None:
        known["abstain"] = abstentions
    told = expressed + sum(number or 0 for number in known.values())
    unknown = [name for name, number in known.items() if number is None]
    if counts.cast is None:
        return {**known, "cast": None if unknown else told}, []
    left = counts.cast.value - told
    if left < 0 or (left and not unknown):
        said = messages(
            "the question “{question}” has {n} vote where {cast} voted",
            "the question “{question}” has {n} votes where {cast} voted",
            told,
            question=count.question.value,
            cast=counts.cast.value,
        )
        return {}, [Finding(count.question.span, said, message("count again, or correct “cast”"))]
    if left == 0 or len(unknown) == 1:
        known.update(dict.fromkeys(unknown, left))
    return {**known, "cast": counts.cast.value}, []


def _expected(vote: Vote, counts: Counts, figures: Figures) -> Iterator[Finding]:
    expected = vote.expected_ballots
    if expected is None or expected.value == figures.cast:
        return
    span: Span = counts.cast.span if counts.cast else counts.span
    if figures.cast is None:
        said = message(
            "how many voted is not written, where {expected} are expected", expected=expected.value
        )
        yield Finding(span, said, message("write it under “cast”"))
    else:
        said = messages(
            "{n} vote is counted where {expected} are expected",
            "{n} votes are counted where {expected} are expected",
            figures.cast,
            expected=expected.value,
        )
        yield Finding(span, said)
