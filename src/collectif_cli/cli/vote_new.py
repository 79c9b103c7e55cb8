"""The work of ``collectif vote new``: what is asked, of whom, by which rule, each convention written out."""

from typing import NamedTuple

from collectif_cli.cli.asking import asked
from collectif_cli.cli.context import Context
from collectif_cli.cli.named import day_given, expected, group_called, new_id
from collectif_cli.cli.vote_conventions import comments_in, with_conventions
from collectif_cli.cli.vote_count import vote_called
from collectif_cli.cli.vote_questions import questions_for, require_subjects
from collectif_cli.cli.writing import Wish, carry_out
from collectif_cli.errors import Refused, UsageError
from collectif_cli.model.message import message
from collectif_cli.model.naming import free_id
from collectif_cli.model.programme import Programme
from collectif_cli.render.language import language
from collectif_cli.store.calendar_text import moment_of
from collectif_cli.store.draft import Draft
from collectif_cli.store.edit_words import Pairs, pairs
from collectif_cli.store.new_votes import NewVote, vote_text
from collectif_cli.store.places import path_of

ELECTORATES = ("present", "roll", "group", "candidates")
BALLOTS = ("anonymous", "named", "counts", "sealed")


class VoteWish(NamedTuple):
    """What was asked of a new vote, as it was typed."""

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
    ballots: str
    question: str | None
    options: tuple[str, ...]
    expected: int | None
    second_call_of: str | None


def new_vote(context: Context, wanted: VoteWish, wish: Wish) -> int:
    """Write the file of a vote, and say what comes next."""
    programme, _faults = context.programme()
    if wanted.second_call_of is not None:
        wanted = _called_again(wanted, programme)
    require_subjects(programme, wanted.on)
    title = wanted.title or _title_of(wanted, programme)
    title = asked(context, title, "--title", message("What is being decided?"))
    questions = questions_for(programme, wanted.on, title, wanted.question, wanted.options)
    date = _date(context, wanted, programme)
    rule = with_conventions(context, programme, wanted.rule, wanted.conventions, bool(questions[0].options))
    id = _id(programme, wanted.id, f"{date} {title}".strip())
    said = language(programme.collective.language.value)
    new = NewVote(
        title=title,
        ballots=expected(wanted.ballots, BALLOTS),
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
    draft, path = Draft(context.root), path_of("vote", id)
    draft.create(path, vote_text(new, comments_in(said)))
    if carry_out(context, draft, wish, message("new vote: {title}", title=title)):
        context.tell(message("then:"))
        context.tell(message("  read {path} together: whatever decides the outcome is in it", path=path))
        context.tell(message("  once committed, open it   collectif vote open {vote}", vote=id))
    return 0


def _called_again(wanted: VoteWish, programme: Programme) -> VoteWish:
    """Give the wish with what a second call takes over from the first vote."""
    first = vote_called(wanted.second_call_of or "", programme)
    rule = first.rule_name.value if first.rule_name else None
    if rule is None and wanted.rule is None:
        raise UsageError(
            message("the rule of “{vote}” is written inside it", vote=first.id),
            message("copy its file, add “second_call_of: {vote}” and the new date", vote=first.id),
        )
    on = tuple(on.value for question in first.questions for on in question.on)
    options = tuple(f"{one.id.value}: {one.title.value}" for one in first.questions[0].options)
    return wanted._replace(
        title=wanted.title or first.title.value,
        on=wanted.on or tuple(dict.fromkeys(on)),
        rule=wanted.rule or rule,
        options=wanted.options or options,
        electorate=wanted.electorate or first.electorate.kind.value,
    )


def _title_of(wanted: VoteWish, programme: Programme) -> str | None:
    """Give the title of the one proposal that the vote is on."""
    proposal = programme.proposals.get(wanted.on[0]) if len(wanted.on) == 1 else None
    return proposal.title.value if proposal else None


def _date(context: Context, wanted: VoteWish, programme: Programme) -> str:
    """Give the day of the vote: as typed, that of its plenary, or that on which it opens."""
    if wanted.plenary is not None and wanted.plenary not in programme.plenaries:
        expected(wanted.plenary, programme.plenaries)
    if wanted.date is not None:
        return day_given(wanted.date, context.today).isoformat()
    if wanted.plenary is not None:
        return programme.plenaries[wanted.plenary].date.value.isoformat()
    if wanted.opens is not None:
        return wanted.opens[:10]
    day = asked(context, None, "--date", message("On which day (year-month-day)?"))
    return day_given(day, context.today).isoformat()


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
    kind = expected(
        asked(context, kind, "--electorate", message("Who votes (present, roll, group or candidates)?")),
        ELECTORATES,
    )
    if kind != "group":
        return pairs(("kind", kind))
    group = group_called(programme, asked(context, wanted.group, "--group", message("Which group votes?")))
    return pairs(("kind", kind), ("group", group.id), ("date", date))


def _id(programme: Programme, typed: str | None, title: str) -> str:
    taken = {one.id for one in programme.documents if one.kind == "vote"}
    if typed is not None:
        return new_id(typed, taken)
    id = free_id(title, taken)
    if not id:
        raise Refused(message("no id can be made from “{title}”", title=title))
    return id
