"""The opening of a vote: what is fixed from then on, and what forbids opening it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from collectif_cli.model.diagnostic import Finding
from collectif_cli.model.message import message, messages
from collectif_cli.model.moment import Moment
from collectif_cli.model.plenary import Plenary
from collectif_cli.model.programme import Programme
from collectif_cli.model.proposal import TERMINAL
from collectif_cli.model.source import Located
from collectif_cli.model.vote import DecisionRule, Frozen, FrozenElectorate, FrozenText, Vote
from collectif_cli.voting.binding import substance_digest
from collectif_cli.voting.duration import closes_before_it_opens
from collectif_cli.voting.electorate import Voters
from collectif_cli.voting.opening_rule import rule_obstacles
from collectif_cli.voting.population import nobody
from collectif_cli.voting.proxies import proxy_faults
from collectif_cli.voting.roll import twice_on_roll
from collectif_cli.voting.second_call import day_of_vote
from collectif_cli.voting.subjects import Bound

T = TypeVar("T")
# A text that its group has not handed in, or that is no longer alone, cannot be put to the vote.
_NOT_READY = TERMINAL | {"draft", "referred"}


class Moved(NamedTuple):
    """A text whose substance moved in the days in which it should not: when, by which commit if one has
    it."""

    id: str
    path: str
    day: date
    commit: str = ""


def freeze(
    vote: Vote,
    rule: DecisionRule,
    voters: Voters,
    texts: Iterable[tuple[Bound, str]],
    *,
    opened: Moment,
    commit: str | None,
    commitments: Iterable[str] = (),
) -> Frozen:
    """Give the frozen part of the vote; ``texts`` come with their git blobs. Its digest is still empty."""

    def at(value: T) -> Located[T]:
        return Located(value, vote.span)

    count = voters.present if voters.kind == "present" else voters.registered
    return Frozen(
        date=at(opened),
        commit=at(commit) if commit else None,
        rule=rule,
        electorate=FrozenElectorate(
            count=None if count is None else at(count),
            represented=None if voters.represented is None else at(voters.represented),
            commitments=tuple(map(at, commitments)),
        ),
        texts=tuple(
            FrozenText(
                id=at(bound.id),
                blob=at(blob),
                digest=at(substance_digest(bound.substance)),
                under=at(bound.under) if bound.under else None,
            )
            for bound, blob in texts
        ),
        questions=vote.questions,
        digest=at(""),
    )


def obstacles(vote: Vote, rule: DecisionRule, voters: Voters, rules: Iterable[str]) -> Iterator[Finding]:
    """Yield what in the vote itself forbids opening it; ``rules`` names those of the collective."""
    if vote.frozen is not None:
        yield Finding(vote.frozen.digest.span, message("this vote is open already"))
    if vote.cancelled is not None:
        said = message("this vote was called off: {reason}", reason=vote.cancelled.reason.value)
        yield Finding(vote.cancelled.reason.span, said)
    if not vote.questions:
        yield Finding(vote.span, message("this vote asks no question"))
    yield from closes_before_it_opens(vote)
    yield from rule_obstacles(vote, rule, voters, rules)
    yield from nobody(vote, voters)
    yield from twice_on_roll(vote)
    yield from proxy_faults(vote.electorate)


def calendar_obstacles(
    vote: Vote, plenary: Plenary | None, freeze_days: int | None, today: date
) -> Iterator[Finding]:
    """Yield that the plenary was not convened, or too late, or that its day has gone by."""
    day = plenary.date.value if plenary else day_of_vote(vote)
    if day is not None and plenary is not None and day < today:
        hint = message("a vote opens before it is held: the record of a past one is written by hand")
        yield Finding(vote.title.span, message("the plenary was held on {day}", day=day), hint)
    if plenary is None:
        return
    if plenary.convened is None:
        hint = message(
            "write “convened” in {path}: the day on which everyone was told", path=plenary.span.path
        )
        yield Finding(plenary.date.span, message("nothing says when the plenary was convened"), hint)
        return
    latest = plenary.date.value - timedelta(days=max(freeze_days or 1, 1))
    if plenary.convened.value > latest:
        said = message("the plenary was convened on {day}, which is too late", day=plenary.convened.value)
        hint = message("it had to be by {day}: hold the vote at a later plenary", day=latest)
        yield Finding(plenary.convened.span, said, hint)


def text_obstacles(vote: Vote, texts: Iterable[Bound], programme: Programme) -> Iterator[Finding]:
    """Yield the texts that are not ready to be put to the vote."""
    places = {on.value: on.span for question in vote.questions for on in question.on}
    for text in texts:
        proposal = programme.proposals.get(text.id)
        if proposal is not None and proposal.status.value in _NOT_READY:
            said = message(
                "“{proposal}” cannot be put to the vote: its status is “{status}”",
                proposal=proposal.id,
                status=proposal.status.value,
            )
            hint = message("a draft is submitted first: collectif proposal submit {id}", id=proposal.id)
            yield Finding(
                places.get(text.id, vote.span), said, hint if proposal.status.value == "draft" else None
            )


def moved_obstacles(vote: Vote, moved: Iterable[Moved], days: int, plenary: Plenary) -> Iterator[Finding]:
    """Yield each text that moved in the days before the plenary."""
    for one in moved:
        said = messages(
            "“{id}” changed on {day}, less than {n} day before the plenary",
            "“{id}” changed on {day}, less than {n} days before the plenary",
            days,
            id=one.id,
            day=one.day,
        )
        last = plenary.date.value - timedelta(days=days)
        hint = message(
            "put back the text of {day}, or vote on it at a later plenary: git log -p -- {path}",
            day=last,
            path=one.path,
        )
        yield Finding(vote.title.span, said, hint)
