"""The work of ``collectif vote new``: what is asked, of whom, by which rule, each convention written out."""

from collections.abc import Iterator
from typing import NamedTuple

from collectif_cli.cli.asking import answered, asked
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import day_given, expected, group_called, new_id
from collectif_cli.cli.vote_again import FirstVote, first_vote
from collectif_cli.cli.vote_comments import comments_in
from collectif_cli.cli.vote_conventions import rule_named, with_conventions
from collectif_cli.cli.vote_questions import options_asked, questions_for, require_subjects
from collectif_cli.cli.writing import Wish, carry_out, draft_in
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import message
from collectif_cli.model.naming import free_id
from collectif_cli.model.programme import Programme
from collectif_cli.model.record import Record
from collectif_cli.model.vote import Vote
from collectif_cli.render.language import language
from collectif_cli.store.calendar_text import moment_of
from collectif_cli.store.edit_words import Pairs, pairs
from collectif_cli.store.new_votes import NewQuestion, NewVote, vote_text
from collectif_cli.store.places import path_of
from collectif_cli.voting.all_methods import METHODS

ELECTORATES = ("present", "roll", "group", "candidates")
BALLOTS = ("anonymous", "named", "counts", "sealed", "none")


class VoteWish(NamedTuple):
    """What was asked of a new vote, as it was typed; a second call has ``registered`` of the first."""

    id: str | None
    title: str | None
    on: tuple[str, ...]
    rule: str | None
    conventions: tuple[str, ...]
    plenary: str | None
    date: str | None
    opens: str | None
    closes: str | None
    electorate: str | None
    group: str | None
    ballots: str | None
    question: str | None
    options: tuple[str, ...]
    expected: int | None
    second_call_of: str | None
    registered: int | None = None


def new_vote(context: Context, wanted: VoteWish, wish: Wish) -> int:
    """Write the file of a vote, and say what comes next."""
    programme, _faults = context.programme()
    first = _first(wanted, programme)
    if first is not None:
        wanted = _called_again(wanted, first.vote)
    require_subjects(programme, wanted.on)
    title = wanted.title or _title_of(wanted, programme)
    title = asked(context, title, "--title", message("What is being decided?"))
    start = first.rule if first else rule_named(context, programme, wanted.rule)
    questions = first.questions if first else _questions(context, wanted, programme, title, start)
    date = _date(context, wanted, programme)
    rule = with_conventions(context, start, wanted.conventions, bool(questions[0].options))
    id = _id(programme, wanted.id, f"{date} {title}".strip())
    said = language(programme.collective.language.value)
    new = NewVote(
        title=title,
        ballots=_ballots(wanted.ballots, rule),
        rule=rule,
        electorate=_electorate(context, wanted, programme, date),
        questions=questions,
        plenary=wanted.plenary or "",
        date="" if wanted.opens else date,
        opens=_moment(wanted.opens),
        closes=_moment(wanted.closes),
        second_call_of=wanted.second_call_of or "",
        expected=wanted.expected,
    )
    draft, path = draft_in(context), path_of("vote", id)
    draft.create(path, vote_text(new, comments_in(said, _method_of(rule))))
    if carry_out(context, draft, wish, message("new vote: {title}", title=title)):
        context.tell(message("then:"))
        for lacking in _of_each_option(rule):
            context.tell(message("  write “{key}” beside each option in {path}", key=lacking, path=path))
        context.tell(message("  read {path} together: whatever decides the outcome is in it", path=path))
        context.tell(message("  once committed, open it   collectif vote open {vote}", vote=id))
    return 0


def _first(wanted: VoteWish, programme: Programme) -> FirstVote | None:
    """Give the vote that is called again; None when it is none."""
    if wanted.second_call_of is None:
        return None
    typed = (
        ("--on", wanted.on),
        ("--rule", wanted.rule),
        ("--question", wanted.question),
        ("--option", wanted.options),
    )
    return first_vote(programme, wanted.second_call_of, typed)


def _called_again(wanted: VoteWish, first: Vote) -> VoteWish:
    """Give the wish with what a second call has of the first vote, unless another was typed."""
    group, registered = first.electorate.group, first.electorate.registered
    same = wanted.electorate in (None, first.electorate.kind.value)
    return wanted._replace(
        title=wanted.title or first.title.value,
        electorate=wanted.electorate or first.electorate.kind.value,
        group=wanted.group or (group.value if group and same else None),
        registered=registered.value if registered and same else None,
        ballots=wanted.ballots or first.ballots.value,
    )


def _questions(
    context: Context, wanted: VoteWish, programme: Programme, title: str, rule: Record
) -> tuple[NewQuestion, ...]:
    options = options_asked(context, programme, wanted.on, wanted.options, _method_of(rule))
    return questions_for(programme, wanted.on, title, wanted.question, options)


def _method_of(rule: Record) -> str:
    return str(dict(rule.pairs)["method"])


def _title_of(wanted: VoteWish, programme: Programme) -> str | None:
    """Give the title of the one proposal that the vote is on."""
    proposal = programme.proposals.get(wanted.on[0]) if len(wanted.on) == 1 else None
    return proposal.title.value if proposal else None


def _date(context: Context, wanted: VoteWish, programme: Programme) -> str:
    """Give the day of the vote: as typed, that of its plenary, or that on which it opens."""
    if wanted.plenary is not None and wanted.plenary not in programme.plenaries:
        expected(wanted.plenary, programme.plenaries)
    if wanted.date is not None:
        return _day(wanted.date, context)
    if wanted.plenary is not None:
        return programme.plenaries[wanted.plenary].date.value.isoformat()
    if wanted.opens is not None:
        return wanted.opens[:10]
    question = message("On which day (year-month-day)?")
    return answered(context, None, "--date", question, lambda text: _day(text, context))


def _day(text: str, context: Context) -> str:
    return day_given(text, context.today).isoformat()


def _moment(text: str | None) -> str:
    """Give a day or an instant as it was typed; raise UsageError when it is none."""
    if text and moment_of(text) is None:
        raise UsageError(
            message("“{text}” is not a date", text=text),
            message("write 2019-09-24, or 2019-09-24T20:30+02:00 where the hour matters"),
        )
    return text or ""


def _electorate(context: Context, wanted: VoteWish, programme: Programme, date: str) -> Pairs:
    kind = wanted.electorate or ("present" if wanted.plenary else None)
    question = message("Who votes?")
    kind = answered(
        context, kind, "--electorate", question, lambda text: expected(text, ELECTORATES), ELECTORATES
    )
    if kind != "group":
        return pairs(("kind", kind), ("registered", wanted.registered))
    question = message("Which group votes?")
    group = answered(
        context,
        wanted.group,
        "--group",
        question,
        lambda text: group_called(programme, text),
        tuple(programme.groups),
    )
    return pairs(("kind", kind), ("group", group.id), ("date", date))


def _of_each_option(rule: Record) -> Iterator[str]:
    """Yield what each option must say of a person, where places are kept."""
    declared = dict(rule.pairs)
    if "women" in declared:
        yield "sex"
    if "strata" in declared:
        yield "stratum"


def _ballots(typed: str | None, rule: Record) -> str:
    """Give what lies beside the vote: nothing where lots are drawn."""
    said = expected(typed or "anonymous", BALLOTS)
    return said if METHODS[str(dict(rule.pairs)["method"])].reads else "none"


def _id(programme: Programme, typed: str | None, title: str) -> str:
    taken = {one.id for one in programme.documents if one.kind == "vote"}
    if typed is not None:
        return new_id(typed, taken)
    id = free_id(title, taken)
    if not id:
        raise Refused(message("no id can be made from “{title}”", title=title))
    return id
